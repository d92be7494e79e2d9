"""How the names in a record are understood: with which vocabularies, and on which days."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coopdb.record.dates import DateError, PartialDate
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.match import Match
from coopdb.vocabulary.vocabularies import Vocabularies


class Naming(NamedTuple):
    """The vocabularies, and the days that the record is about: a country's name means the one that existed then.

    `loose` are the values, met while a record is read, that may have another, canonical form. Who is lenient lets names
    that mean nothing pass as an empty one: their faults are known.
    """

    vocabularies: Vocabularies
    on: Period | None
    loose: list[str]
    is_lenient: bool = False

    @classmethod
    def of(cls, vocabularies: Vocabularies, data: Mapping[str, Any]) -> "Naming":
        """Make the naming for a parsed record, from its date when it has one."""
        try:
            day = PartialDate.of(data.get("date"))
        except DateError:
            return cls(vocabularies, None, [])
        return cls(vocabularies, day.period, [])

    def country(self, text: str) -> tuple[Match, ...]:
        """Find the countries that a text may mean."""
        return self.vocabularies.countries.resolve(text, self.on)

    def organization(self, text: str) -> tuple[Match, ...]:
        """Find the organisations that a text may mean."""
        return self.vocabularies.organizations.resolve(text)

    def topic(self, text: str) -> tuple[Match, ...]:
        """Find the topics that a text may mean."""
        return self.vocabularies.topics.resolve(text)

    def party(self, text: str) -> tuple[Match, ...]:
        """Find the organisation, or else the countries, that a text may mean; a code is a country's."""
        is_code = text in self.vocabularies.countries
        return self.country(text) if is_code else self.organization(text) or self.country(text)

    def person(self, text: str) -> tuple[Match, ...]:
        """Find the people that a name means; nobody needs to be known."""
        return self.vocabularies.people.resolve(text) if self.vocabularies.people.entries else ()
