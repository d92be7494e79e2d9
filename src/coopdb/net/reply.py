"""What is known of an address, and how that follows from what its server answered."""

from collections.abc import Iterable
from datetime import date
from http import HTTPStatus
from typing import Literal, NamedTuple, get_args
from urllib.parse import urlsplit

State = Literal["alive", "moved", "gone", "unsure"]
STATES: tuple[State, ...] = get_args(State)
_PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
# Servers that ask to be left alone for a while.
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_LONGEST = 200  # characters of a reason


class Reply(NamedTuple):
    """What an address answered on a day.

    `status` is the code of HTTP at the end of all redirects, None where there was no answer; `moved_to` is where the
    address has moved for good; `reason` says in a few words why the state is not `alive`.
    """

    url: str
    state: State
    checked: str
    status: int | None = None
    moved_to: str | None = None
    reason: str = ""

    @property
    def is_busy(self) -> bool:
        """Tell whether the server asks to be left alone for a while."""
        return self.status in BUSY


class Hop(NamedTuple):
    """A redirect: its code, and the address that it names."""

    status: int
    to: str


def judge(url: str, hops: Iterable[Hop], status: int, day: date) -> Reply:
    """Say what the answer of a server means for an address, after the redirects that led to it.

    An address has moved where permanent redirects lead to one that answers; a temporary one does not move it. A page
    that leads to a home page may be gone: servers do so instead of saying that there is no such page.
    """
    hops, checked = tuple(hops), day.isoformat()
    if status in _GONE:
        return Reply(url, "gone", checked, status, reason=_phrase(status))
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Reply(url, "unsure", checked, status, reason=_phrase(status))
    if hops and _is_home(hops[-1].to) and not _is_home(url):
        return Reply(url, "unsure", checked, status, reason=f"leads to a home page: {hops[-1].to}")
    if moved_to := _moved_to(hops):
        return Reply(url, "moved", checked, status, moved_to, _phrase(hops[0].status))
    return Reply(url, "alive", checked, status)


def unsure(url: str, reason: str, day: date) -> Reply:
    """Say why nothing is known of an address."""
    return Reply(url, "unsure", day.isoformat(), reason=reason[:_LONGEST])


def _moved_to(hops: Iterable[Hop]) -> str | None:
    """Return where the permanent redirects lead, up to the first that is temporary."""
    to = None
    for hop in hops:
        if hop.status not in _PERMANENT:
            break
        to = hop.to
    return to


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase.lower()}"
    except ValueError:
        return str(status)
