"""In which countries a city lies, as far as coopdb and the records know: what the dialogue asks."""

from collections.abc import Iterator

from coopdb.author.draft.words.known_places import known_places
from coopdb.store.files.records import RecordFiles
from coopdb.text import fold
from coopdb.vocabulary.cities import countries_of_city


def countries_of(city: str, records: RecordFiles) -> tuple[str, ...]:
    """Return the codes of the countries that have a city of this name, by coopdb's tables and by the records.

    Of a city that everybody knows only its own: Paris is in France, and villages of the name are not asked about.
    """
    folded = fold(city)
    known = () if folded in known_places() else countries_of_city(city)
    return tuple(dict.fromkeys((*_well_known(folded, records), *known)))


def countries_meant(city: str, records: RecordFiles) -> tuple[str, ...]:
    """Return the codes of the countries that the name of a city may stand for: of well-known ones, and of the records.

    Other towns stand for no country: there is one called Atlantis.
    """
    return tuple(dict.fromkeys(_well_known(fold(city), records)))


def _well_known(folded: str, records: RecordFiles) -> Iterator[str]:
    if folded in known_places():
        yield known_places()[folded][0]
    for entry in records.sound:
        venue = entry.meeting.venue
        if venue.country and venue.city and fold(venue.city) == folded:
            yield venue.country
