"""When meetings were: the first of them, the last, and how long it usually was from one to the next."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from coopdb.query.margins import Counting, Key
from coopdb.query.table import Days
from coopdb.store.star.engine import Star

_ONE_VISIT = 14  # days from one meeting of a pair to the next that are counted as one
USUAL = 3  # meetings from which on there is a usual interval


class MeetingSpan(NamedTuple):
    """The dates of the first and the last of some meetings, as the records have them, and the usual interval."""

    first: str | None = None
    last: str | None = None
    interval: int | Days | None = None


def visits(days: Sequence[date]) -> list[date]:
    """Leave out the meetings of a pair that are within the same visit as the one before."""
    return [*days[:1], *(later for earlier, later in pairwise(days) if (later - earlier).days > _ONE_VISIT)]


def usual_interval(days: Sequence[date]) -> float | None:
    """Return the median of the days from one meeting to the next; None where they are too few to tell."""
    if len(days) < USUAL:
        return None
    ordered = sorted((later - earlier).days for earlier, later in pairwise(days))  # `statistics` takes long to import
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spans(star: Star, counting: Counting, rows: Iterable[Key]) -> Iterator[MeetingSpan]:
    """Yield the span of each row, by the held meetings that it counts, and that of all of them."""
    found: dict[Key, list[tuple[str, str, bool]]] = {}
    every: dict[int, tuple[str, str, bool]] = {}
    for key, meeting, *facts in counting.dated(star):
        one = (str(facts[0]), str(facts[1]), bool(facts[2]))
        found.setdefault(key, []).append(one)
        every[meeting] = one
    is_pair = counting.rows.name == "pair"
    yield from (_span(found.get(key, ()), is_pair=is_pair) for key in rows)
    yield _span(sorted(every.values()), is_pair=False)


def _span(meetings: Sequence[tuple[str, str, bool]], *, is_pair: bool) -> MeetingSpan:
    """Make the span of meetings in order, which are (first possible day, date, whether the month is known)."""
    if not meetings:
        return MeetingSpan()
    days = [date.fromisoformat(day) for day, _, is_known in meetings if is_known]
    usual = usual_interval(visits(days) if is_pair else days)
    return MeetingSpan(meetings[0][1], meetings[-1][1], None if usual is None else _days(usual))


def _days(number: float) -> int | Days:
    return int(number) if number == int(number) else Days(number)
