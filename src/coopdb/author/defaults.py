"""What a new record may take over from an earlier one: its people, its venue's country, its kind and level."""

from collections.abc import Iterable
from typing import Any

from coopdb.record.plain_values import plain
from coopdb.store.files.records import RecordFile, RecordFiles

_TAKEN = ("kind", "level", "mode")
_STANDING = ("series", "kind", "level")  # of a dialogue that goes on; where and how they met is of each meeting


def like(entry: RecordFile) -> dict[str, Any]:
    """Return what a record like this one begins with: not how far the topics got, nor what was said of them."""
    return _begun(entry, _TAKEN)


def following(entry: RecordFile) -> dict[str, Any]:
    """Return what the record of the next meeting begins with: the same parties, the next session."""
    sessions = {key: value + 1 for key, value in plain(entry.meeting).items() if key == "session"}
    return {**_begun(entry, _STANDING), **sessions, "follows": [entry.id]}


def _begun(entry: RecordFile, keys: Iterable[str]) -> dict[str, Any]:
    values = plain(entry.meeting)
    taken = {key: values[key] for key in keys if key in values}
    topics = [{"topic": slug} for slug in entry.meeting.topic_slugs]
    return {**taken, "participants": values["participants"], "topics": topics}


def last_of(records: RecordFiles, parties: Iterable[str]) -> RecordFile | None:
    """Return the latest sound record of the same parties."""
    wanted = set(parties)
    same = [entry for entry in records.sound if set(entry.meeting.parties) == wanted]
    return max(same, key=lambda entry: entry.meeting.date.earliest, default=None)
