"""Finds a venue whose city lies in another country than is said.

The names of some 23,000 cities are known, in nine languages and that of their country, with all countries that have a
place of that name (GeoNames, CC BY 4.0). Nothing is said of other places, of names that many countries share, of
states that are no more, and of days before 1946, when borders were others.

Bad:

    [venue]
    city = "Nairobi"
    country = "TZ"

Good:

    [venue]
    city = "Nairobi"
    country = "KE"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile
from coopdb.vocabulary.cities import countries_of_city

CODE = "N011"
READS = ("date", "venue.city", "venue.country")
NEEDS = ("venue",)
SEVERITY = "warning"
_BORDERS = 1946


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when no place of the city's name is in the venue's country."""
    venue, countries = entry.meeting.venue, scope.vocabularies.countries
    if not venue.city or not venue.country or entry.meeting.date.earliest.year < _BORDERS:
        return
    known = countries_of_city(venue.city)
    if known and venue.country not in known and not countries[venue.country].is_former:
        places = " or ".join(f"`{each}`" for each in known)
        message = f"{show(venue.city)} is in {places}, not in `{venue.country}`"
        yield Finding(("venue", "country"), message, "correct the city or the country")
