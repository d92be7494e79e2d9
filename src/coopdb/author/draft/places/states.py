"""The state that a place belonged to on the day of the meeting: Prague was in Czechoslovakia until the end of 1992."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.words import cues
from coopdb.record.dates import PartialDate
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.states import states_before, states_instead, valid_days


class StatesThen(NamedTuple):
    """Tells the states of the days `on`; without days, those of today."""

    countries: Vocabulary
    on: Period | None = None

    def of(self, country: str, city: str = "") -> tuple[str, ...]:
        """Return the codes that a place now in `country` may have had: several or none where that is not certain."""
        if self.on is None:
            return (country,)
        on = self.on
        former = tuple(key for key in _former(fold(city)) if self.countries[key].is_valid_on(on))
        if former:
            return (country, *former) if fold(city) in cues.listed("divided") else former
        if self.countries[country].is_valid_on(on):
            return (country,)
        return states_before(self.countries, country, on)

    def one(self, country: str, city: str) -> str:
        """Return the only code that a place may have had, else that of today."""
        found = self.of(country, city)
        return found[0] if len(found) == 1 else country


def days_of(days: Iterable[str]) -> Period | None:
    """Return the period from the first to the last of some partial dates, or None when there are none."""
    periods = [PartialDate.of(each).period for each in days]
    firsts, lasts = [each.since for each in periods if each.since], [each.until for each in periods if each.until]
    return Period(min(firsts), max(lasts)) if firsts and lasts else None


def not_yet_or_no_more(record: Mapping[str, Any], countries: Vocabulary) -> Iterator[Doubt]:
    """Yield a doubt for each party that was no state on the day of the record, with those that stood for it then."""
    on = days_of([str(record["date"])]) if "date" in record else None
    parties = [each.get("country") for each in record.get("participants", ())]
    for key in dict.fromkeys(filter(None, parties)):
        if on and not countries[key].is_valid_on(on):
            days = f"is not a country on {record['date']}, but {valid_days(countries, key)}"
            message = f"{key} ({countries.label(key)}) {days}; change the party or the day"
            yield Doubt(("participants", parties.index(key), "country"), message, states_instead(countries, key, on))


@cache
def _former(city: str) -> tuple[str, ...]:
    """Return the former states that had a city, folded, which is in a larger one today."""
    found = cues.table()["former_cities"].items()
    return tuple(key for key, cities in found if city in map(fold, cities))
