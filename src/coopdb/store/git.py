"""What git knows of the records: which have changed since a revision."""

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coopdb.errors import StopError
from coopdb.store.git_faults import not_installed, refused, too_shallow
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


def origin_of(clone: Path) -> str:
    """Return the address that a clone is from."""
    return _git(Repository(clone), "config", "--get", "remote.origin.url").strip()


def commit_of(clone: Path) -> str:
    """Return the commit that is checked out."""
    return _git(Repository(clone), "rev-parse", "HEAD").strip()


def has_remote_branch(clone: Path) -> bool:
    """Tell whether a branch of a remote has the commit that is checked out, as far as the clone knows."""
    return bool(_git(Repository(clone), "for-each-ref", "--count=1", "--contains=HEAD", "refs/remotes"))


def _base(repository: Repository, revision: str) -> str:
    """Find the commit at which the branch left the revision; the revision itself where they have none in common."""
    commit = ""
    try:
        commit = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return _git(repository, "merge-base", commit.strip(), "HEAD").strip()
    except StopError:
        if _is_shallow(repository):
            raise too_shallow(revision) from None
        if not commit:
            raise
        return commit.strip()


def _is_shallow(repository: Repository) -> bool:
    try:
        return _git(repository, "rev-parse", "--is-shallow-repository").strip() == "true"
    except StopError:  # git says nothing at all, for a reason of its own
        return False


def _git(repository: Repository, *arguments: str) -> str:
    """Run git in the repository, and return what it prints; names that are not UTF-8 are kept as Python keeps them."""
    try:
        command = ["git", "-C", str(repository.root), *arguments]
        done = subprocess.run(command, capture_output=True, check=True, text=True, errors="surrogateescape")  # noqa: S603  # no shell
    except FileNotFoundError as error:
        raise not_installed() from error
    except subprocess.CalledProcessError as error:
        raise refused(repository.root, error.stderr) from error
    return done.stdout
