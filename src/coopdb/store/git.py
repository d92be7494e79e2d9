"""What git knows of the records: which have changed since a revision."""

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass

from coopdb.errors import StopError, usage_error
from coopdb.store.repository import Repository
from coopdb.store.tree import FOLDER


@dataclass(frozen=True, slots=True)
class Changed:
    """Paths from the repository's root: those that are there and differ, and those that are there no more."""

    paths: frozenset[str]
    gone: frozenset[str]


def changed_since(repository: Repository, revision: str) -> Changed:
    """List what differs from where the branch left `revision`, committed or not, and the files git does not know."""
    base = _base(repository, revision)
    options = ("--name-status", "--no-renames", "--relative", "-z")
    listed = _git(repository, "diff", *options, base, "--", FOLDER).split("\0")
    states = dict(zip(listed[1::2], listed[0::2], strict=False))
    others = _git(repository, "ls-files", "--others", "--exclude-standard", "-z", "--", FOLDER).split("\0")
    gone = frozenset(path for path, state in states.items() if state == "D")
    return Changed(frozenset(filter(None, (*states, *others))) - gone, gone)


def uncommitted(repository: Repository, paths: Iterable[str]) -> frozenset[str] | None:
    """List those of some files that have changes git does not know; None where there is no git."""
    try:
        listed = _git(repository, "status", "--porcelain", "-z", "--no-renames", "--", *paths)
    except StopError:
        return None
    return frozenset(line[3:] for line in listed.split("\0") if line)


def folder_in_git(repository: Repository) -> str:
    """Return the folder of a repository from the top of the git repository it lies in; empty where there is none."""
    root = repository.root.resolve()
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return root.relative_to(top).as_posix()


def _base(repository: Repository, revision: str) -> str:
    """Find the commit at which the branch left the revision; the revision itself where they have none in common."""
    commit = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    try:
        return _git(repository, "merge-base", commit, "HEAD").strip()
    except StopError:
        return commit


def _git(repository: Repository, *arguments: str) -> str:
    """Run git in the repository, and return what it prints; names that are not UTF-8 are kept as Python keeps them."""
    try:
        command = ["git", "-C", str(repository.root), *arguments]
        done = subprocess.run(command, capture_output=True, check=True, text=True, errors="surrogateescape")  # noqa: S603  # no shell
    except FileNotFoundError as error:
        raise usage_error("`--since` needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.strip().partition("\n")[0].removeprefix("fatal: ")
        raise usage_error(f"git cannot tell what changed: {why or 'no such revision'}", "check `--since`") from error
    return done.stdout
