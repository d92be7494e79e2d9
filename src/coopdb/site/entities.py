"""What has a page beside meetings: countries, organisations, pairs, topics, people, series and years."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coopdb.site.records import SiteMeeting
from coopdb.site.site import Site, entity_page
from coopdb.vocabulary.entry import Entry
from coopdb.vocabulary.vocabularies import Vocabularies

_NO_ENTRIES: Mapping[str, Entry] = {}


class EntityKind(NamedTuple):
    """A kind of what meetings have, with a page each: its folder, and which values a meeting has.

    `entries` gives the vocabulary that the values are from. `facets` are the other kinds whose values are counted on
    the page of one.
    """

    folder: str
    dimension: str
    values: Callable[[SiteMeeting, Vocabularies], Iterable[str]]
    entries: Callable[[Vocabularies], Mapping[str, Entry]] = lambda _: _NO_ENTRIES
    facets: tuple[str, ...] = ("countries", "organizations", "topics", "people", "series")


class Entity(NamedTuple):
    """A value with its meetings, the newest first."""

    kind: EntityKind
    key: str
    meetings: Sequence[SiteMeeting]

    @property
    def page(self) -> str:
        """The path of its page below the folder of a language."""
        return entity_page(self.kind.folder, self.key)

    @property
    def held(self) -> list[SiteMeeting]:
        """The meetings that took place."""
        return [each for each in self.meetings if each.is_held]


def _topics(meeting: SiteMeeting, words: Vocabularies) -> Iterable[str]:
    """Return the topics of a meeting, and what is broader."""
    own = meeting.values("topics", "topic")
    return dict.fromkeys(broader for each in own for broader in words.topics.broader_chain(each))


KINDS: Mapping[str, EntityKind] = {
    each.folder: each
    for each in (
        EntityKind(
            "countries",
            "country",
            lambda meeting, _: meeting.values("parties", "country"),
            lambda words: words.countries.entries,
        ),
        EntityKind(
            "organizations",
            "organization",
            lambda meeting, _: meeting.values("parties", "organization"),
            lambda words: words.organizations.entries,
        ),
        EntityKind(
            "pairs",
            "pair",
            lambda meeting, _: meeting.values("pairs", "pair"),
            facets=("topics", "people", "series"),
        ),
        EntityKind(
            "topics",
            "topic",
            _topics,
            lambda words: words.topics.entries,
            ("countries", "organizations", "pairs", "topics"),
        ),
        EntityKind(
            "people",
            "person",
            lambda meeting, _: meeting.values("people", "name"),
            lambda words: words.people.entries,
            ("countries", "organizations", "topics"),
        ),
        EntityKind(
            "series",
            "series",
            lambda meeting, _: filter(None, [meeting.main["series"]]),
            facets=("countries", "organizations", "topics", "people"),
        ),
        EntityKind("years", "year", lambda meeting, _: [meeting.main["year"]]),
    )
}


Facet = tuple[EntityKind, list[tuple[str, int]]]  # a kind, and its values with the number of meetings of each


def find_entities(site: Site) -> Mapping[str, Mapping[str, Entity]]:
    """Return every value of every kind, by folder and key, each with its meetings."""
    found: dict[str, dict[str, list[SiteMeeting]]] = {folder: {} for folder in KINDS}
    words = site.star.vocabularies
    for meeting in site.records.meetings:
        for folder, kind in KINDS.items():
            for key in kind.values(meeting, words):
                found[folder].setdefault(key, []).append(meeting)
    return {
        folder: {key: Entity(KINDS[folder], key, meetings) for key, meetings in sorted(every.items())}
        for folder, every in found.items()
    }


def facets(entity: Entity, words: Vocabularies) -> Iterator[Facet]:
    """Yield the values of other kinds that its held meetings have, each with their number, the most frequent first."""
    held = entity.held
    for folder in entity.kind.facets:
        kind = KINDS[folder]
        counts = Counter(key for each in held for key in kind.values(each, words))
        counts.pop(entity.key, None)
        if counts:
            yield kind, sorted(counts.items(), key=lambda item: (-item[1], item[0]))
