"""What rules may look at besides one record: all records in outline, the vocabularies, and the day of the check."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from coopdb.check.duplicates import duplicates
from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.record.circles import Circle, circles
from coopdb.store.files.records import RecordFile
from coopdb.store.files.tree import TOPICS
from coopdb.text import folded_words
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.mentions import Mentions
from coopdb.vocabulary.vocabularies import Vocabularies

# What takes long to work out and is little when it is, so that processes share it out: milliseconds for 10,000 records.
_FACTS = {"people": 30, "countries_of_people": 14, "alike": 13, "cities": 4, "host_events": 1, "series": 1}


@dataclass(frozen=True, eq=False)
class Scope:
    """All records, and the day on which they are checked. What is looked up across records is made once, when asked.

    `idle` has, by path, the waivers of rules that were checked and found nothing, once all other rules have seen the
    record. `disarmed` is what a change of the configuration silences, where it was compared with another.
    """

    outlines: tuple[Outline, ...]
    vocabularies: Vocabularies
    today: date
    idle: dict[str, set[str]] = field(default_factory=dict)
    disarmed: tuple[Finding, ...] = ()

    def vocabulary_of(self, entry: RecordFile) -> Vocabulary:
        """Return the vocabulary that a file of own topics or people extends."""
        return self.vocabularies.topics if entry.path.endswith(f"/{TOPICS}") else self.vocabularies.people

    def share(self, number: int, processes: int) -> dict[str, Any]:
        """Work out one process's share of what is looked up across records, of so many that do the same."""
        loads = [0] * processes
        mine = []
        for name, load in _FACTS.items():  # each to the process that has least to do
            taker = loads.index(min(loads))
            loads[taker] += load
            if taker == number:
                mine.append(name)
        return {name: getattr(self, name) for name in mine}

    def learn(self, facts: Mapping[str, Any]) -> None:
        """Take what another process has worked out, which is then not worked out here."""
        vars(self).update(facts)

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Outline, ...]]:
        """The records of each id: one, or several when it is used twice."""
        found: dict[str, tuple[Outline, ...]] = {}
        for each in self.outlines:
            found[each.id] = (*found.get(each.id, ()), each)
        return found

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all records, in small letters: some file systems know no others."""
        return frozenset(each.path.casefold() for each in self.outlines)

    @cached_property
    def people(self) -> Mapping[str, str]:
        """The usual spelling of every name of a person that is usually spelled in another way.

        How a person of `people.toml` is spelled is said there, whatever is usual.
        """
        known = self.vocabularies.people
        every = (name for each in self.outlines for name in {name for name, _ in each.people})
        return _respelled(name for name in every if not (known.entries and known.resolve(name)))

    @cached_property
    def cities(self) -> Mapping[str, str]:
        """The same for the cities that meetings took place in."""
        return _respelled(each.city for each in self.outlines if each.city)

    @cached_property
    def host_events(self) -> Mapping[str, str]:
        """The same for the events on whose margins meetings took place."""
        return _respelled(each.host_event for each in self.outlines if each.host_event)

    @cached_property
    def series(self) -> Mapping[str, str]:
        """The same for the standing dialogues that meetings belong to."""
        return _respelled(each.series for each in self.outlines if each.series)

    @cached_property
    def sessions(self) -> Mapping[str, tuple[tuple[int, int, str], ...]]:
        """The sessions of each series in order: the last possible day, and the highest session so far with its id."""
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for each in sorted(self.outlines, key=lambda each: each.last):
            if each.series and each.session and each.is_dated:
                last = found[each.series][-1:]
                highest = (
                    max((each.session, each.id), *(before[1:] for before in last)) if last else (each.session, each.id)
                )
                found[each.series].append((each.last, *highest))
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def latest_meetings(self) -> Mapping[Circle, int]:
        """The first possible day of the latest meeting, held or planned, by the circles that it follows others in."""
        found: dict[Circle, int] = {}
        for each in self.outlines:
            if each.is_dated and not each.is_off:
                for key in circles(each.series, each.parties):
                    found[key] = max(found.get(key, 0), each.first)
        return found

    @cached_property
    def countries_of_people(self) -> Mapping[str, Mapping[str, int]]:
        """The countries that people stood for, and how often, of those who stood for several."""
        first: dict[str, str] = {}
        pairs = [(name, country) for each in self.outlines for name, country in each.people if country]
        several = {name for name, country in pairs if first.setdefault(name, country) != country}
        found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for name, country in pairs if several else ():
            if name in several:
                found[name][country] += 1
        return {name: dict(numbers) for name, numbers in found.items()}

    @cached_property
    def alike(self) -> Mapping[str, Outline]:
        """By path, another record that may tell of the same meeting (`duplicates.py`)."""
        return duplicates(self.outlines)

    @cached_property
    def country_names(self) -> Mentions:
        """What finds the names of countries in a text."""
        return _mentions(self.vocabularies.countries)

    @cached_property
    def organization_names(self) -> Mentions:
        """What finds the names of organisations in a text."""
        return _mentions(self.vocabularies.organizations)

    @cached_property
    def topic_names(self) -> Mentions:
        """What finds the names of topics in a text."""
        return _mentions(self.vocabularies.topics)


@lru_cache(maxsize=16)
def _mentions(vocabulary: Vocabulary) -> Mentions:
    """Make what finds names once for a vocabulary: records are checked several times while they are fixed."""
    return Mentions(vocabulary)


@lru_cache(maxsize=65536)
def _in_any_order(name: str) -> str:
    """Fold a name and sort its words; remembered, for an editor has a repository checked with each letter of a name."""
    return " ".join(sorted(folded_words(name)))


def _respelled(names: Iterable[str]) -> dict[str, str]:
    """Map names to the spelling that most records have, or the first in the alphabet of several such."""
    all_names = list(names)
    spellings: dict[str, list[str]] = {}
    for name in dict.fromkeys(all_names):
        spellings.setdefault(_in_any_order(name), []).append(name)
    several = [sorted(each) for each in spellings.values() if len(each) > 1]
    numbers = Counter(all_names) if several else Counter[str]()
    usual = {name: max(each, key=numbers.__getitem__) for each in several for name in each}
    return {name: other for name, other in usual.items() if name != other}
