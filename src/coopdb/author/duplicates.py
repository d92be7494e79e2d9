"""Finds records that may be of the meeting that a draft proposes."""

from coopdb.author.draft.evidence import Draft
from coopdb.check.duplicates import are_near_days
from coopdb.record.dates import PartialDate
from coopdb.store.files.records import RecordFiles


def known_meetings(draft: Draft, records: RecordFiles) -> tuple[str, ...]:
    """Return the ids of records of the same parties near the same day, or with the same source."""
    parties = {each.get("country") or each["organization"] for each in draft.record.get("participants", ())}
    urls = {each.get("url") for each in draft.record.get("sources", ())} - {None}
    day = PartialDate.of(draft.record["date"]) if "date" in draft.record else None
    return tuple(
        entry.id
        for entry in records.sound
        if urls & {source.url for source in entry.meeting.sources}
        or (parties == set(entry.meeting.parties) and day and are_near_days(day.days, entry.meeting.date.days))
    )
