"""Checking whether the addresses of sources still answer: which are asked now, and what is remembered of others."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coopdb.cli.streams import progress

if TYPE_CHECKING:
    from coopdb.net.polite import Pace
    from coopdb.net.reply import Reply
    from coopdb.query.table import Table


class Checking(NamedTuple):
    """How addresses are checked: at most how many now, replies of how many days still count, pace, private networks."""

    pace: "Pace"
    limit: int | None = None
    days: int = 7
    is_private_asked: bool = False
    shows_alive: bool = False

    def check(self, records: Mapping[str, tuple[str, ...]], folder: Path | None, today: date) -> "tuple[Table, bool]":
        """Check the addresses of records and return what they answered, and whether one of them is gone.

        Each reply is remembered at once, so that what is interrupted goes on where it stopped.
        """
        from coopdb.net.remembered import is_fresh, remembered
        from coopdb.net.report import table_of

        earlier = remembered(folder)
        before = {url: reply for url, reply in earlier.items() if is_fresh(reply, today, self.days)}
        # Those never asked before come first, so that no limit keeps them from their turn.
        due = sorted((url for url in records if url not in before), key=lambda url: url in earlier)
        asked = {reply.url: reply for reply in self._ask(due[: self.limit], folder, today)}
        known = {url: reply for url in records if (reply := asked.get(url) or before.get(url))}
        words = self._words(len(asked), len(known) - len(asked), len(records) - len(known))
        table = table_of(known.values(), records, words, shows_alive=self.shows_alive)
        return table, any(reply.state == "gone" for reply in known.values())

    def _ask(self, urls: list[str], folder: Path | None, today: date) -> "Iterator[Reply]":
        from urllib.request import getproxies

        from coopdb.net.connection import Enquiry
        from coopdb.net.polite import ask_all
        from coopdb.net.reply import unsure

        asking = Enquiry(self.pace.deadline, getproxies(), self.is_private_asked)

        def give_up(url: str) -> "Reply":
            return unsure(url, f"no answer within {self.pace.deadline:g} s", today)

        found = ask_all(urls, lambda url: asking.ask(url, today), give_up, self.pace)
        with progress("asking addresses") as watch:
            for number, reply in enumerate(found, 1):
                _keep(folder, [reply])
                watch(number, len(urls))
                yield reply

    def _words(self, asked: int, before: int, left: int) -> Iterator[str]:
        yield f"{asked:,} asked now"
        if before:
            yield f"{before:,} remembered from the last {self.days} days"
        if left:
            yield f"{left:,} not asked yet, because of `--limit`"


def _keep(folder: Path | None, replies: "Iterable[Reply]") -> None:
    """Remember replies where that is possible; a cache folder that cannot be written to loses nothing else."""
    from coopdb.net.remembered import remember

    with suppress(OSError):
        remember(folder, replies)
