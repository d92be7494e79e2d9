"""Asking many addresses politely: one at a time of each host, with a pause, and none for longer than a deadline."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

from coopdb.net.reply import Reply

Ask = Callable[[str], Reply]
_TICK = 0.02  # seconds between two looks at what is due


@dataclass(slots=True)
class _Host:
    """The addresses of a host that wait; the one that is asked, and since when; and when the next may be."""

    waiting: deque[str] = field(default_factory=deque)
    asked: str | None = None
    since: float = 0.0
    free_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between two questions to a host, seconds after which an answer is no longer waited for, hosts at once."""

    delay: float = 1.0
    deadline: float = 20.0
    hosts: int = 8


def ask_all(urls: Iterable[str], ask: Ask, give_up: Ask, pace: Pace) -> Iterator[Reply]:
    """Ask each address once, and yield what each answered as soon as it did; `give_up` says that one did not in time.

    A host that is busy is not asked for the rest: its other addresses are given up.
    """
    hosts: dict[str, _Host] = {}
    for url in dict.fromkeys(urls):
        hosts.setdefault(host_of(url), _Host()).waiting.append(url)
    replies: SimpleQueue[Reply] = SimpleQueue()
    while hosts:
        _begin(hosts, ask, replies, pace)
        yield from _ended(hosts, replies, pace, give_up)
        for name in [name for name, host in hosts.items() if not host.waiting and not host.asked]:
            del hosts[name]


def host_of(url: str) -> str:
    """Return the host of an address; an empty text where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _begin(hosts: dict[str, _Host], ask: Ask, replies: "SimpleQueue[Reply]", pace: Pace) -> None:
    """Ask the next address of hosts that may be asked, as many as may be at once."""
    now = time.monotonic()
    room = pace.hosts - sum(host.asked is not None for host in hosts.values())
    ready = [host for host in hosts.values() if host.asked is None and host.waiting and host.free_at <= now]
    for host in ready[: max(room, 0)]:
        host.asked, host.since = host.waiting.popleft(), now
        # A thread that is left behind ends with the process: nothing can break off a name that is looked up.
        Thread(target=lambda url=host.asked: replies.put(ask(url)), daemon=True).start()


def _ended(hosts: dict[str, _Host], replies: "SimpleQueue[Reply]", pace: Pace, give_up: Ask) -> Iterator[Reply]:
    """Yield what was answered, and what is given up."""
    try:
        reply = replies.get(timeout=_TICK)
    except Empty:
        pass
    else:
        host = hosts.get(host_of(reply.url))
        if host and host.asked == reply.url:  # else it had been given up
            yield reply
            _free(host, pace)
            if reply.is_busy:
                yield from (_unasked(url, reply) for url in host.waiting)
                host.waiting.clear()
    for host in hosts.values():
        if host.asked is not None and time.monotonic() - host.since > pace.deadline:
            yield give_up(host.asked)
            _free(host, pace)


def _unasked(url: str, busy: Reply) -> Reply:
    return busy._replace(url=url, status=None, reason=f"not asked, as its host answered {busy.reason}")


def _free(host: _Host, pace: Pace) -> None:
    host.asked, host.free_at = None, time.monotonic() + pace.delay
