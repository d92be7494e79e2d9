"""What rules may look at besides one record: all records, the vocabularies, and the day of the check."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from coopdb.record.model import Meeting
from coopdb.store.records import Entry, Records
from coopdb.text import fold
from coopdb.vocabulary.mentions import Mentions
from coopdb.vocabulary.vocabularies import Vocabularies

# From a name, folded and with its words in alphabetical order, to its spellings and how many records have each.
Spellings = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, eq=False)
class Scope:
    """All records, and the day on which they are checked. What is looked up across records is made once, when asked.

    `silenced` has, by path, the waivers that silenced something, once all other rules have seen the record.
    """

    records: Records
    today: date
    silenced: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def vocabularies(self) -> Vocabularies:
        """The vocabularies that the records are read with."""
        return self.records.vocabularies

    @cached_property
    def meetings(self) -> tuple[Entry, ...]:
        """The entries that could be read as meetings, sound or with faults in some keys."""
        return tuple(entry for entry in self.records.entries if entry.reading.meeting)

    @cached_property
    def people(self) -> Spellings:
        """The names of people."""
        return _spellings(name for entry in self.meetings for name in _people(entry.meeting))

    @cached_property
    def cities(self) -> Spellings:
        """The cities that meetings took place in."""
        return _spellings(entry.meeting.venue.city for entry in self.meetings)

    @cached_property
    def host_events(self) -> Spellings:
        """The events on whose margins meetings took place."""
        return _spellings(entry.meeting.host_event for entry in self.meetings)

    @cached_property
    def countries_of_people(self) -> Mapping[str, Mapping[str, int]]:
        """The countries that each person stood for, and in how many records."""
        found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for entry in self.meetings:
            for each in entry.meeting.participants:
                if each.name and each.country:
                    found[each.name][each.country] += 1
        return found

    @cached_property
    def by_parties(self) -> Mapping[frozenset[str], list[Entry]]:
        """The entries of each set of parties, by their first possible day."""
        found: dict[frozenset[str], list[Entry]] = defaultdict(list)
        for entry in sorted(self.meetings, key=first_day):
            found[frozenset(entry.meeting.parties)].append(entry)
        return found

    @cached_property
    def by_source(self) -> Mapping[tuple[frozenset[str], str], list[Entry]]:
        """The entries of each set of parties and address of a source."""
        found: dict[tuple[frozenset[str], str], list[Entry]] = defaultdict(list)
        for entry in self.meetings:
            for url in {source.url for source in entry.meeting.sources if source.url}:
                found[frozenset(entry.meeting.parties), url].append(entry)
        return found

    @cached_property
    def country_names(self) -> Mentions:
        """What finds the names of countries in a text."""
        return Mentions(self.vocabularies.countries)

    @cached_property
    def organization_names(self) -> Mentions:
        """What finds the names of organisations in a text."""
        return Mentions(self.vocabularies.organizations)

    @cached_property
    def topic_names(self) -> Mentions:
        """What finds the names of topics in a text."""
        return Mentions(self.vocabularies.topics)


def first_day(entry: Entry) -> int:
    """Return the first possible day of an entry's meeting, as its number from the year 1."""
    return entry.meeting.date.earliest.toordinal()


def key_of(name: str) -> str:
    """Return what the spellings of one name have in common: its words, folded, in alphabetical order."""
    return " ".join(sorted(fold(name).split()))


def _spellings(names: Iterable[str | None]) -> Spellings:
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name in filter(None, names):
        found[key_of(name)][name] += 1
    return found


def _people(meeting: Meeting) -> Iterable[str | None]:
    return {each.name for each in meeting.participants}
