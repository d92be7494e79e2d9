"""Finds records that may be of the meeting that a draft proposes."""

import json
from collections.abc import Iterator

from coopdb.author.draft.evidence import Draft
from coopdb.check.duplicates import are_near_days, is_list
from coopdb.record.dates import PartialDate
from coopdb.store.star.engine import Star

_OF_PARTY = """
SELECT id, date,
  (SELECT json_group_array(party) FROM parties WHERE parties.meeting = meetings.meeting),
  (SELECT json_group_array(url) FROM sources WHERE sources.meeting = meetings.meeting)
FROM meetings WHERE meeting IN (SELECT meeting FROM parties WHERE party = ?) ORDER BY path
"""


def known_meetings(draft: Draft, star: Star) -> tuple[str, ...]:
    """Return the ids of records of the same parties with the same source, or that begin near the same day.

    As in the rule of probable duplicates, days are near on which each may have begun, however long it was, and a source
    of many meetings of the same parties is a list, and no sign.
    """
    parties = {each.get("country") or each["organization"] for each in draft.record.get("participants", ())}
    if not parties:
        return ()
    asked = star.connection.execute(_OF_PARTY, (min(parties),))
    same = [(*known, json.loads(urls)) for *known, others, urls in asked if set(json.loads(others)) == parties]
    near = (found for found, day, _ in same if _is_near(draft, day))
    return tuple(dict.fromkeys((*_of_the_same_source(draft, same), *near)))


def _of_the_same_source(draft: Draft, same: list[tuple[str, str, list[str]]]) -> Iterator[str]:
    for url in dict.fromkeys(each["url"] for each in draft.record.get("sources", ()) if each.get("url")):
        found = [record_id for record_id, _, urls in same if url in urls]
        if not is_list(len(found) + 1):  # the draft's own meeting too
            yield from found


def _is_near(draft: Draft, day: str) -> bool:
    record = draft.record
    return "date" in record and are_near_days(PartialDate.of(record["date"]).days, PartialDate.of(day).days)
