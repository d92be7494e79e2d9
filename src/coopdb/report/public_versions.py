"""The public editions of two versions of the records: what the later one leaves out is in neither."""

from collections.abc import Iterator, Sequence
from typing import Any

from coopdb.record.comparison import NamesNow, matched
from coopdb.record.model import Meeting, Participant
from coopdb.record.publishing import changed, hidden_parties, public_part
from coopdb.report.pairing import paired
from coopdb.store.files.publishing import publish
from coopdb.store.files.records import RecordFile, RecordFiles

_LISTS = ("topics", "documents", "commitments", "sources")


def public_versions(was: RecordFiles, now: RecordFiles, names: NamesNow) -> tuple[RecordFiles, RecordFiles]:
    """Return what is public of both; a record or a part that was public, and is not now, is not told as removed."""
    before, after = ({each.path: each for each in side.sound} for side in (was, now))
    pairs = paired({each.id: each for each in before.values()}, {each.id: each for each in after.values()})
    for pair in pairs:
        if pair.was and pair.now:
            people = now.vocabularies.people
            meeting = _marked(pair.was.meeting, pair.now, public_part(pair.now.meeting, pair.now.id, people), names)
            before[pair.was.path] = pair.was._replace(reading=pair.was.reading._replace(meeting=meeting))
    broken = [each for each in was.entries if not each.is_sound]
    return publish(RecordFiles((*before.values(), *broken), was.vocabularies, was.own)), publish(now)


def _marked(was: Meeting, now: RecordFile, public: Meeting | None, names: NamesNow) -> Meeting:
    """Mark what is internal now in a meeting as it was."""
    if public is None:
        return changed(was, internal=True)
    lists = {table: tuple(_elements(table, was, now.meeting, names)) for table in _LISTS}
    return changed(was, participants=tuple(_participants(was, now.meeting, names)), **lists)


def _elements(table: str, was: Meeting, now: Meeting, names: NamesNow) -> Iterator[Any]:
    return _matched(table, getattr(was, table), getattr(now, table), names)


def _participants(was: Meeting, now: Meeting, names: NamesNow) -> Iterator[Participant]:
    hidden = hidden_parties(now)
    for table, has_name in (("participants", True), ("unnamed", False)):
        before, after = ([each for each in side.participants if bool(each.name) is has_name] for side in (was, now))
        for each in _matched(table, before, after, names):
            yield changed(each, internal=True) if each.party in hidden else each


def _matched(table: str, was: Sequence[Any], now: Sequence[Any], names: NamesNow) -> Iterator[Any]:
    """Yield what was, marked as internal where what it is now is."""
    for one, other, _ in matched(table, was, now, names):
        if one is not None:
            yield changed(one, internal=True) if other is not None and other.internal else one
