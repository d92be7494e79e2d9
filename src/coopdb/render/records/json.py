"""A record as JSON: its id and path, its keys as in the file, and what is computed from them."""

from coopdb.record.model import plain
from coopdb.render.data import dumps
from coopdb.render.screen import Screen
from coopdb.store.records import Entry


def render(entry: Entry, _: Screen) -> str:
    """Write one object; countries, organisations and topics are canonical keys."""
    meeting = entry.meeting
    computed = {"countries": list(meeting.countries), "organizations": list(meeting.organizations)}
    return dumps({"id": entry.id, "path": entry.path, **plain(meeting), **computed}, indent=2) + "\n"
