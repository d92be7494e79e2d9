"""Finds records that may be of the meeting that a draft proposes."""

from coopdb.author.draft.evidence import Draft
from coopdb.record.dates import PartialDate
from coopdb.store.files.records import RecordFiles

_NEAR = 3  # days


def known_meetings(draft: Draft, records: RecordFiles) -> tuple[str, ...]:
    """Return the ids of records of the same parties near the same day, or with the same source."""
    parties = {each.get("country") or each["organization"] for each in draft.record.get("participants", ())}
    urls = {each.get("url") for each in draft.record.get("sources", ())} - {None}
    day = PartialDate.of(draft.record["date"]) if "date" in draft.record else None
    return tuple(
        entry.id
        for entry in records.sound
        if urls & {source.url for source in entry.meeting.sources}
        or (parties == set(entry.meeting.parties) and day and _are_near(day, entry.meeting.date))
    )


def _are_near(one: PartialDate, other: PartialDate) -> bool:
    return max((one.earliest - other.latest).days, (other.earliest - one.latest).days) <= _NEAR
