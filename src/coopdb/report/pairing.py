"""Which record of one version is which of the other: by its id, else by what it has in common with one that is new."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile

_ENOUGH = 2  # points at which two records of other ids are of one meeting
_MOST = 20  # records that are gone: what more of them have in common tells none of them from the others
_Mark = tuple[object, ...]  # what a record shares with the one that it became, such as its parties and its title


class RecordPair(NamedTuple):
    """A record as it was and as it is; None where it was not, or is not there."""

    was: RecordFile | None
    now: RecordFile | None


def paired(was: Mapping[str, RecordFile], now: Mapping[str, RecordFile]) -> Iterator[RecordPair]:
    """Pair the sound records of two versions, by id; new ids with those that are gone, the most alike first."""
    for record_id, one in was.items():
        if record_id in now:
            yield RecordPair(one, now[record_id])
    gone = {record_id: one for record_id, one in was.items() if record_id not in now}
    come = {record_id: one for record_id, one in now.items() if record_id not in was}
    for _, new, old in sorted(_likely(gone, come)):
        if old in gone and new in come:
            yield RecordPair(gone.pop(old), come.pop(new))
    yield from (RecordPair(one, None) for one in gone.values())
    yield from (RecordPair(None, one) for one in come.values())


def _likely(gone: Mapping[str, RecordFile], come: Mapping[str, RecordFile]) -> Iterator[tuple[int, str, str]]:
    """Yield records that may be one, the new and the old, with their points below zero; n log n comparisons at most."""
    by_mark: dict[_Mark, list[str]] = {}
    for record_id, one in gone.items():
        for mark in _marks(one.meeting, [one.meeting.date.text]):
            by_mark.setdefault(mark, []).append(record_id)
    for new, other in come.items():
        days = [each.text for each in other.meeting.previous_dates]
        shared = (by_mark.get(mark, ()) for mark in _marks(other.meeting, days))
        for old in {old for olds in shared if len(olds) <= _MOST for old in olds}:
            if (points := _likeness(gone[old].meeting, other.meeting)) >= _ENOUGH:
                yield -points, new, old


def _marks(meeting: Meeting, days: Iterable[str]) -> set[_Mark]:
    """Return what is enough to take two records of the same parties for one; `days` are those it was meant for."""
    parties = _parties(meeting)
    said = {(parties, "title", meeting.title), (parties, "summary", meeting.summary, meeting.date.text)}
    return said | {(parties, "day", day) for day in days} | {(parties, "url", url) for url in _addresses(meeting)}


def _parties(meeting: Meeting) -> tuple[str, ...]:
    return tuple(sorted(meeting.parties))


def _likeness(was: Meeting, now: Meeting) -> int:
    """Count what speaks for two records of the same parties being of one meeting."""
    return (
        4 * (was.date.text in {each.text for each in now.previous_dates})
        + 2 * (was.title == now.title)
        + 2 * bool(_addresses(was) & _addresses(now))
        + 1 * (was.date.text == now.date.text)
        + 1 * (was.summary is not None and was.summary == now.summary)
    )


def _addresses(meeting: Meeting) -> set[str]:
    return {each.url for each in meeting.sources if each.url}
