"""Where the files of a repository can be read on the web, with their history: what is known from its origin."""

import re
from typing import NamedTuple
from urllib.parse import quote

from coopdb.errors import StopError, usage_error
from coopdb.store.files.checkout import folder_in_checkout, top_of_checkout
from coopdb.store.files.git import origin_of
from coopdb.store.files.repository import Repository
from coopdb.text import visible

_HOST = r"(?P<host>[\w-]+(?:\.[\w-]+)+)"
_PATH = r"(?P<path>[\w.-]+(?:/[\w.-]+)+)/?"
# A name or a password in the address is left out.
_ORIGINS = (
    re.compile(rf"https://(?:[^@/\s]*@)?{_HOST}/{_PATH}", re.ASCII),
    re.compile(rf"(?:ssh://)?(?:[\w.-]+@){_HOST}[:/]{_PATH}", re.ASCII),
)
_PUBLIC = ("github.com", "gitlab.com")  # the address of another host may be nobody's business
_GITLAB = "gitlab"


class Forge(NamedTuple):
    """The address of a repository without a stroke at its end, and the folder in it that the records are below."""

    url: str = ""
    folder: str = ""

    def file(self, path: str) -> str:
        """Return the address of a record's file; "" where none is known."""
        return self._address("blob", path)

    def history(self, path: str) -> str:
        """Return the address of its history."""
        return self._address("commits", path)

    def _address(self, what: str, path: str) -> str:
        if not self.url:
            return ""
        below = quote("/".join(filter(None, (self.folder, path))), errors="replace")
        between = "-/" if _GITLAB in self.url else ""
        return f"{self.url}/{between}{what}/HEAD/{below}"


NO_FORGE = Forge()


def find_forge(repository: Repository, named: str | None) -> Forge:
    """Return the forge of the address that is `named`, none for an empty one; without it, that of a public origin."""
    folder = folder_in_checkout(repository.root)
    if named:
        if not (url := _web_address(named)):
            raise usage_error(
                f"`{visible(named)}` is not the address of a repository", "such as https://HOST/OWNER/NAME"
            )
        return Forge(url, folder)
    url = "" if named == "" else _web_address(_origin(repository), _PUBLIC)
    return Forge(url, folder) if url else NO_FORGE


def _origin(repository: Repository) -> str:
    try:
        return origin_of(repository.root) if top_of_checkout(repository.root) else ""
    except StopError:  # no git, or no origin
        return ""


def _web_address(address: str, hosts: tuple[str, ...] = ()) -> str:
    found = next(filter(None, (each.fullmatch(address) for each in _ORIGINS)), None)
    if not found or (hosts and found["host"].lower() not in hosts):
        return ""
    return f"https://{found['host'].lower()}/{found['path'].removesuffix('.git')}"
