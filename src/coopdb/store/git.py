"""What git knows of the records: which have changed since a revision.

A repository is a stranger, and its configuration can name programs for git to run: what git is asked here runs none.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from coopdb.errors import StopError
from coopdb.store.git_faults import not_installed, refused, too_shallow
from coopdb.store.repository import Repository
from coopdb.store.tree import FOLDER
from coopdb.text import visible

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
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
)


@dataclass(frozen=True, slots=True)
class Changed:
    """Paths from the repository's root: those that are there and differ, and those that are there no more."""

    paths: frozenset[str]
    gone: frozenset[str]


def changed_since(repository: Repository, revision: str) -> Changed:
    """List what differs from where the branch left `revision`, committed or not, and the files git does not know."""
    listed = _diff(repository, "--name-status", _base(repository, revision))
    states = dict(zip(listed[1::2], listed[0::2], strict=False))
    others = _names(_git(repository, "ls-files", "--others", "--exclude-standard", "-z", "--", FOLDER))
    gone = frozenset(path for path, state in states.items() if state == "D")
    return Changed(frozenset((*states, *others)) - gone, gone)


def uncommitted(repository: Repository, paths: Iterable[str]) -> frozenset[str] | None:
    """List those of some files below records/ whose contents no commit has; None where there is no git."""
    paths = frozenset(paths)
    try:
        known = _names(_git(repository, "ls-files", "-z", "--", FOLDER))
    except StopError:
        return None
    try:
        differing = _diff(repository, "--name-only", "HEAD")
    except StopError:  # there is no commit yet
        return paths
    return paths & frozenset(differing) | paths - frozenset(known)


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


def _diff(repository: Repository, form: str, commit: str) -> list[str]:
    """Compare the files with a commit: names, or states and names in turn."""
    options = (form, "--no-renames", "--relative", "-z", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
    # To compare, git gives a file that may have changed to the filters that `.gitattributes` asks for.
    return _names(_git(repository, "diff", *options, commit, "--", FOLDER, settings=_no_filters(repository)))


def _no_filters(repository: Repository) -> Iterator[str]:
    """Yield the settings that switch off every filter of which git's configuration knows."""
    try:
        found = _git(repository, "config", "--null", "--name-only", "--get-regexp", r"^filter\.")
    except StopError:  # there are none
        return
    for driver in sorted({key.rpartition(".")[0] for key in _names(found)}):
        if "=" in driver:  # which git would take for the end of the name
            raise StopError(f"git is configured with the unusual filter `{visible(driver)}`", "give it another name")
        yield from (f"{driver}.clean=", f"{driver}.process=", f"{driver}.required=false")


def _git(repository: Repository, *arguments: str, settings: Iterable[str] = ()) -> str:
    """Run git in the repository, and return what it prints; names that are not UTF-8 are kept as Python keeps them.

    Whatever the repository's configuration says, it runs no other program, fetches nothing and writes nothing.
    """
    switches = (word for setting in (*_OFF, *settings) for word in ("-c", setting))
    try:
        command = ["git", "-C", str(repository.root), "--no-pager", "--literal-pathspecs", *switches, *arguments]
        done = subprocess.run(  # noqa: S603  # no shell
            command,
            capture_output=True,
            check=True,
            text=True,
            errors="surrogateescape",
            env=_environment(),
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise not_installed() from error
    except subprocess.CalledProcessError as error:
        raise refused(repository.root, error.stderr) from error
    return done.stdout


def _environment() -> dict[str, str]:
    """Return the environment without what would lead git elsewhere or have it run something."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return {**kept, **_LIMITS}


def _names(listed: str) -> list[str]:
    """Part what git has listed with `-z`."""
    return listed.split("\0")[:-1]
