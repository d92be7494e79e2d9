"""What git knows of the records: which have changed since a revision, and what they were there.

A repository is a stranger, and its configuration can name programs for git to run: what git is asked here runs none.
"""

import os
import posixpath
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from coopdb.errors import StopError
from coopdb.record.fault import Fault
from coopdb.record.guard import too_large
from coopdb.store.files.git_messages import not_installed, refused, too_shallow, unknown_revision
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import FOLDER
from coopdb.text import visible

LINK, MODULE = "120000", "160000"  # the modes of what is not a file in git

# What git could be configured to run, switched off; filters have names of their own.
_OFF = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",  # by a program that the configuration names
    "protocol.allow=never",  # what is missing in a partial clone is not fetched
    "safe.bareRepository=explicit",  # a folder that looks like the inside of a repository is only a folder
)
# The user's own settings, and where to look for a repository.
_KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES")
_LIMITS = MappingProxyType(
    {
        "GIT_ALLOW_PROTOCOL": "",  # goes before what is configured for a single protocol
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",  # what a revision holds, and not what the checkout says that it holds
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
)


class Blob(NamedTuple):
    """What git holds for a path of a commit: its mode, and the name of its content."""

    mode: str
    name: str


def uncommitted(repository: Repository, paths: Iterable[str]) -> frozenset[str] | None:
    """List those of some files below records/ whose contents no commit has; None where there is no git."""
    paths = frozenset(paths)
    try:
        known = _split(_git(repository, "ls-files", "-z", "--", FOLDER))
    except StopError:
        return None
    try:
        changed = _diff(repository, "HEAD", (FOLDER,), "--relative")
    except StopError:  # there is no commit yet
        return paths
    return paths & frozenset(changed) | paths - frozenset(known)


def origin_of(clone: Path) -> str:
    """Return the address that a clone is from."""
    return _git(Repository(clone), "config", "--get", "remote.origin.url").strip()


def has_remote_branch(clone: Path) -> bool:
    """Tell whether a branch of a remote has the commit that is checked out, as far as the clone knows."""
    return bool(_git(Repository(clone), "for-each-ref", "--count=1", "--contains=HEAD", "refs/remotes"))


def commit_of(repository: Repository, revision: str) -> str:
    """Return the name of the commit that a revision means."""
    wanted = f"{revision}^{{commit}}"
    try:
        return _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted).strip()
    except StopError as error:
        if _is_shallow(repository):
            raise too_shallow(revision, is_known=False) from None
        if isinstance(error.__cause__, subprocess.CalledProcessError) and not error.__cause__.stderr:
            raise unknown_revision(revision) from None
        raise


def fork_of(repository: Repository, revision: str, head: str = "HEAD") -> str:
    """Find the commit at which the `head` left the revision; the revision itself where they have none in common."""
    commit = commit_of(repository, revision)
    try:
        return _git(repository, "merge-base", commit, head).strip()
    except StopError:
        if _is_shallow(repository):
            raise too_shallow(revision) from None
        return commit


def _is_shallow(repository: Repository) -> bool:
    try:
        return _git(repository, "rev-parse", "--is-shallow-repository").strip() == "true"
    except StopError:  # git says nothing at all, for a reason of its own
        return False


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
    return frozenset(_diff(repository, commit, paths, "--no-relative"))


def _diff(repository: Repository, commit: str, paths: Iterable[str], *options: str) -> list[str]:
    """List the names of the files that differ from a commit."""
    options = (
        "--name-only",
        "--no-renames",
        "-z",
        "--no-ext-diff",
        "--no-textconv",
        "--ignore-submodules=all",
        *options,
    )
    # To compare, git gives a file that may have changed to the filters that `.gitattributes` asks for.
    return _split(_git(repository, "diff", *options, commit, "--", *paths, settings=_no_filters(repository)))


def _no_filters(repository: Repository) -> Iterator[str]:
    """Yield the settings that switch off every filter of which git's configuration knows."""
    try:
        found = _git(repository, "config", "--null", "--name-only", "--get-regexp", r"^filter\.")
    except StopError:  # there are none
        return
    for driver in sorted({key.rpartition(".")[0] for key in _split(found)}):
        if "=" in driver:  # which git would take for the end of the name
            raise StopError(f"git is configured with the unusual filter `{visible(driver)}`", "give it another name")
        yield from (f"{driver}.clean=", f"{driver}.process=", f"{driver}.required=false")


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
    """Part what git has listed with `-z`."""
    return list(filter(None, listed.split("\0")))


def _git(repository: Repository, *arguments: str, settings: Iterable[str] = ()) -> str:
    """Run git in the repository, and return what it prints; names that are not UTF-8 are kept as Python keeps them."""
    return _run(repository, *arguments, settings=settings).decode(errors="surrogateescape")


def _run(repository: Repository, *arguments: str, settings: Iterable[str] = (), given: bytes = b"") -> bytes:
    """Run git in the repository, and return what it prints.

    Whatever the repository's configuration says, it runs no other program, fetches nothing and writes nothing.
    """
    switches = (word for setting in (*_OFF, *settings) for word in ("-c", setting))
    command = ["git", "-C", str(repository.root), "--no-pager", "--literal-pathspecs", *switches, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, env=_environment(), input=given)  # noqa: S603  # no shell
    except FileNotFoundError as error:
        raise not_installed() from error
    except subprocess.CalledProcessError as error:
        raise refused(repository.root, error.stderr.decode(errors="replace")) from error
    return done.stdout


def _environment() -> dict[str, str]:
    """Return the environment without what would lead git elsewhere or have it run something."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return {**kept, **_LIMITS}
