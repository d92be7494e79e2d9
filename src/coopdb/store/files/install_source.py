"""Where other machines get exactly one coopdb: a commit of a git repository, or an archive with its hash."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from coopdb.errors import StopError, usage_error
from coopdb.store.files.checkout import top_of_checkout
from coopdb.store.files.git import commit_of, has_remote_branch, origin_of
from coopdb.store.files.repository import Repository
from coopdb.text import visible

# What stands in an address unquoted, and means nothing to a shell, to YAML or to a workflow's expressions.
_URL = r"(?P<url>(?:https|file)://[\w.~:/%+-]+)"
_GIT = re.compile(rf"git\+{_URL}@(?P<pin>[0-9a-f]{{40}}|[0-9a-f]{{64}})", re.ASCII)
_ARCHIVE = re.compile(rf"{_URL}(?<=\.tar\.gz)#sha256=(?P<pin>[0-9a-f]{{64}})", re.ASCII)
_SSH = re.compile(r"(?:ssh://(?:[\w.-]+@)?(?P<host>[\w.-]+)/|(?:[\w.-]+@)?(?P<name>[\w.-]+):(?!/))(?P<path>.+)")
_HELP = "`--from git+https://HOST/PATH@COMMIT`, or `--from https://HOST/PATH.tar.gz#sha256=HASH`, each in full"


class InstallSource(NamedTuple):
    """An address, and the commit there, or the SHA-256 of the archive there; `doubt` says why it may not be found."""

    url: str
    pin: str
    is_archive: bool = False
    doubt: str = ""


def parse_source(text: str) -> InstallSource:
    """Read `git+URL@COMMIT` or `URL.tar.gz#sha256=HASH`; what may become another coopdb is a usage error."""
    found = _GIT.fullmatch(text) or _ARCHIVE.fullmatch(text)
    if found is None:
        raise usage_error(f"`{visible(text)}` is not pinned to a commit or a hash", f"write {_HELP}")
    doubt = "it is on this machine" if found["url"].startswith("file:") else ""
    return InstallSource(found["url"], found["pin"], is_archive=found.re is _ARCHIVE, doubt=doubt)


def installed_source() -> InstallSource:
    """Find where the installed coopdb is from, as its installer has noted it (PEP 610); unknown is a usage error."""
    try:
        noted = distribution("coopdb").read_text("direct_url.json")
    except PackageNotFoundError:
        noted = None
    try:
        return source_of(json.loads(noted or "{}"))
    except StopError:
        raise usage_error("this coopdb does not know where other machines can get it", f"give {_HELP}") from None


def source_of(noted: dict[str, Any]) -> InstallSource:
    """Read what an installer has noted; a clone is asked for the address it is from, and for its commit."""
    match noted:
        case {"url": str(url), "vcs_info": {"vcs": "git", "commit_id": commit}}:
            return parse_source(f"git+{_public(url)}@{commit}")
        case {"url": str(url), "archive_info": {"hashes": {"sha256": digest}}}:
            return parse_source(f"{url}#sha256={digest}")
        case {"url": str(url), "dir_info": _}:
            return _source_of_clone(Path(unquote(urlsplit(url).path)))
        case _:
            return parse_source("")


def _source_of_clone(clone: Path) -> InstallSource:
    if top_of_checkout(clone) != clone.resolve():
        return parse_source("")
    origin = origin_of(clone)
    is_path = "://" not in origin and not _SSH.fullmatch(origin)
    url = (clone / origin).resolve().as_uri() if is_path else _public(origin)
    source = parse_source(f"git+{url}@{commit_of(Repository(clone), 'HEAD')}")
    if source.doubt or has_remote_branch(clone):
        return source
    return source._replace(doubt=f"`{clone}` has not been pushed since this commit")


def _public(address: str) -> str:
    """Turn the address of a git remote into one that needs no key, and leave out any name and password in it."""
    if found := _SSH.fullmatch(address):
        return f"https://{found['host'] or found['name']}/{found['path']}"
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
