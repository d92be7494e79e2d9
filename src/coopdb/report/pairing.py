"""Which record of one version is which of the other: by its id, else by what it has in common with one that is new."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile

_ENOUGH = 2  # points at which two records of other ids are of one meeting


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
    by_parties: dict[tuple[str, ...], list[str]] = {}
    for record_id, one in gone.items():
        by_parties.setdefault(_parties(one.meeting), []).append(record_id)
    likely = [
        (-points, new, old)
        for new, other in come.items()
        for old in by_parties.get(_parties(other.meeting), ())
        if (points := _likeness(gone[old].meeting, other.meeting)) >= _ENOUGH
    ]
    for _, new, old in sorted(likely):
        if old in gone and new in come:
            yield RecordPair(gone.pop(old), come.pop(new))
    yield from (RecordPair(one, None) for one in gone.values())
    yield from (RecordPair(None, one) for one in come.values())


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
