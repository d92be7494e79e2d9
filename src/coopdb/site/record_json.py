"""A meeting as JSON, in the shape of `coopdb show --format json`, made of what the star has of it."""

from coopdb.author.importing.star import record_of
from coopdb.record.fields import record_fields
from coopdb.render.data import dumps
from coopdb.site.records import SiteMeeting
from coopdb.vocabulary.vocabularies import Vocabularies

_PARTS = (
    "people",
    "topics",
    "sources",
    "documents",
    "document_topics",
    "document_signatories",
    "commitments",
    "commitment_topics",
    "commitment_updates",
    "previous_dates",
    "links",
)
_PARTIES = (("countries", "country"), ("organizations", "organization"))


def record_json(meeting: SiteMeeting, vocabularies: Vocabularies) -> bytes:
    """Write the record of a meeting: its keys as in the file, its id and path, and its countries and organisations."""
    parts = {name: meeting.table(name) for name in _PARTS}
    found = record_of(meeting.main, {**parts, "waivers": []}, vocabularies)
    ordered = {each.key: found[each.key] for each in record_fields()[""] if found.get(each.key) not in (None, [], {})}
    parties = {key: list(meeting.values("parties", name)) for key, name in _PARTIES}
    document = {"id": meeting.id, "path": meeting.main["path"], **ordered, **parties}
    return f"{dumps(document, indent=2)}\n".encode()
