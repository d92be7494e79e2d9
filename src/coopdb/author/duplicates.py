"""Finds records that may be of the meeting that a draft proposes."""

from collections.abc import Iterator

from coopdb.author.draft.evidence import Draft
from coopdb.check.duplicates import are_near_days
from coopdb.record.dates import PartialDate
from coopdb.store.star.engine import Star

_OF_PARTY = """
SELECT id, date, (SELECT json_group_array(party) FROM parties WHERE parties.meeting = meetings.meeting)
FROM meetings WHERE meeting IN (SELECT meeting FROM parties WHERE party = ?) ORDER BY path
"""
_OF_SOURCE = "SELECT id FROM meetings WHERE meeting IN (SELECT meeting FROM sources WHERE url = ?) ORDER BY path"


def known_meetings(draft: Draft, star: Star) -> tuple[str, ...]:
    """Return the ids of records of the same parties that begin near the same day, or with the same source.

    Days are near as in the rule of probable duplicates: those on which each may have begun, however long it was.
    """
    return tuple(dict.fromkeys((*_of_the_same_source(draft, star), *_of_the_same_parties(draft, star))))


def _of_the_same_source(draft: Draft, star: Star) -> Iterator[str]:
    for url in {each.get("url") for each in draft.record.get("sources", ())} - {None}:
        yield from (found for (found,) in star.connection.execute(_OF_SOURCE, (url,)))


def _of_the_same_parties(draft: Draft, star: Star) -> Iterator[str]:
    import json

    parties = {each.get("country") or each["organization"] for each in draft.record.get("participants", ())}
    if not parties or "date" not in draft.record:
        return
    days = PartialDate.of(draft.record["date"]).days
    for record_id, day, others in star.connection.execute(_OF_PARTY, (min(parties),)):
        if are_near_days(days, PartialDate.of(day).days) and set(json.loads(others)) == parties:
            yield record_id
