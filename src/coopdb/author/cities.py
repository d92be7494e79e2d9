"""In which countries a city lies, as far as coopdb knows: the one place that is asked for it."""

from collections.abc import Iterator

from coopdb.author.draft.cues import places
from coopdb.store.files.records import RecordFiles
from coopdb.text import fold


def countries_of(city: str, records: RecordFiles) -> tuple[str, ...]:
    """Return the codes of the countries that have a city of this name, by coopdb's table and by the records."""
    return tuple(dict.fromkeys(_found(fold(city), records)))


def _found(folded: str, records: RecordFiles) -> Iterator[str]:
    if folded in places():
        yield places()[folded][0]
    for entry in records.sound:
        venue = entry.meeting.venue
        if venue.country and venue.city and fold(venue.city) == folded:
            yield venue.country
