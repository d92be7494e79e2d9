"""What a new record may take over from an earlier one: its people, its venue's country, its kind and level."""

from collections.abc import Iterable
from typing import Any

from coopdb.record.plain_values import plain
from coopdb.store.files.records import RecordFile, Records

_TAKEN = ("kind", "level", "mode")


def like(entry: RecordFile) -> dict[str, Any]:
    """Return what a record like this one begins with."""
    values = plain(entry.meeting)
    taken = {key: values[key] for key in _TAKEN if key in values}
    return {**taken, "participants": values["participants"], "topics": values["topics"]}


def last_of(records: Records, parties: Iterable[str]) -> RecordFile | None:
    """Return the latest sound record of the same parties."""
    wanted = set(parties)
    same = [entry for entry in records.sound if set(entry.meeting.parties) == wanted]
    return max(same, key=lambda entry: entry.meeting.date.earliest, default=None)
