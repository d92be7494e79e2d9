"""A record as JSON: its id and path, its keys as in the file, and what is computed from them."""

from collections.abc import Sequence

from coopdb.record.plain_values import plain
from coopdb.render.data import dumps, json_for
from coopdb.render.record_view import RecordView
from coopdb.render.screen import Screen
from coopdb.store.files.records import RecordFile

ENDINGS = (".json",)
IS_MACHINE = True


def render(sheets: Sequence[RecordView], screen: Screen) -> str:
    """Write one object, or an array of several; countries, organisations and topics are canonical keys."""
    objects = [_object(sheet.entry) for sheet in sheets]
    return json_for(dumps(objects[0] if len(objects) == 1 else objects, indent=2) + "\n", screen)


def _object(entry: RecordFile) -> dict[str, object]:
    meeting = entry.meeting
    computed = {"countries": list(meeting.countries), "organizations": list(meeting.organizations)}
    return {"id": entry.id, "path": entry.path, **plain(meeting), **computed}
