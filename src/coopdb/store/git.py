"""What git knows of the records: which have changed since a revision, and what they were there."""

import posixpath
import subprocess
from collections.abc import Iterable
from typing import NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.record.fault import Fault
from coopdb.record.guard import too_large
from coopdb.store.repository import Repository

LINK, MODULE = "120000", "160000"  # the modes of what is no file in git


class Blob(NamedTuple):
    """What git holds for a path of a commit: its mode, and the name of its content."""

    mode: str
    name: str


def uncommitted(repository: Repository, paths: Iterable[str]) -> frozenset[str] | None:
    """List those of some files that have changes git does not know; None where there is no git."""
    try:
        listed = _git(repository, "status", "--porcelain", "-z", "--no-renames", "--", *paths)
    except StopError:
        return None
    return frozenset(line[3:] for line in _split(listed))


def commit_of(repository: Repository, revision: str) -> str:
    """Return the name of the commit that a revision means."""
    wanted = f"{revision}^{{commit}}"
    return _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted).strip()


def fork_of(repository: Repository, revision: str) -> str:
    """Find the commit at which the branch left the revision; the revision itself where they have none in common."""
    commit = commit_of(repository, revision)
    try:
        return _git(repository, "merge-base", commit, "HEAD").strip()
    except StopError:
        return commit


def prefix_of(repository: Repository) -> str:
    """Return the path of the repository's root from the top of git's, with `/` at its end unless they are the same."""
    return _git(repository, "rev-parse", "--show-prefix").removesuffix("\n")


def blobs_of(repository: Repository, commit: str, paths: Iterable[str]) -> dict[str, Blob]:
    """List what a commit has at some paths, and below them; all paths are from the top of git's repository."""
    wanted = [posixpath.normpath(path) for path in paths]
    listed = _split(_git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted))
    parted = (line.partition("\t") for line in listed)
    return {path: Blob(*about.split()[::2]) for about, _, path in parted}


def differing(repository: Repository, commit: str, paths: Iterable[str]) -> frozenset[str]:
    """List the paths, from the top, of files that git knows and that are not as in a commit, or are gone.

    They are those at some paths, from the repository's root, and below them.
    """
    options = ("--name-only", "--no-renames", "--no-relative", "--no-ext-diff", "-z")
    return frozenset(_split(_git(repository, "diff", *options, commit, "--", *paths)))


def contents_of(repository: Repository, blobs: Iterable[Blob]) -> dict[Blob, bytes | Fault]:
    """Read what git holds, by no program but itself; what is too large for a record is not read."""
    files = {blob.name: blob for blob in blobs if blob.mode not in (LINK, MODULE)}
    found: dict[Blob, bytes | Fault] = {}
    for line in _cat(repository, "--batch-check", files).decode().splitlines():
        name, kind, *sizes = line.split(" ")
        if kind == "missing":
            hint = "fetch all of it: without `--filter`, and with `fetch-depth: 0` in a workflow"
            raise StopError(f"git lacks a part of the revision to compare with: {name}", hint)
        if detail := too_large(int(sizes[0])):
            found[files.pop(name)] = Fault("too-large", detail=detail)
    answer, start = _cat(repository, "--batch", files), 0
    for blob in files.values():
        end = answer.index(b"\n", start)
        size = int(answer[start:end].rpartition(b" ")[2])
        found[blob] = answer[end + 1 : end + 1 + size]
        start = end + size + 2
    return found


def _cat(repository: Repository, option: str, names: Iterable[str]) -> bytes:
    return _run(repository, "cat-file", option, given="".join(f"{name}\n" for name in names).encode())


def _split(listed: str) -> list[str]:
    return list(filter(None, listed.split("\0")))


def _git(repository: Repository, *arguments: str) -> str:
    """Run git in the repository, and return what it prints; names that are not UTF-8 are kept as Python keeps them."""
    return _run(repository, *arguments).decode(errors="surrogateescape")


def _run(repository: Repository, *arguments: str, given: bytes = b"") -> bytes:
    try:
        command = ["git", "-C", str(repository.root), *arguments]
        done = subprocess.run(command, capture_output=True, check=True, input=given)  # noqa: S603  # no shell
    except FileNotFoundError as error:
        raise usage_error("`--since` needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
        raise usage_error(f"git cannot tell what changed: {why or 'no such revision'}", "check `--since`") from error
    return done.stdout
