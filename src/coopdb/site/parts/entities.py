"""A page for each country, organisation, pair, topic, person, series and year, and the lists of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from coopdb.query.table import Column, Table
from coopdb.record.values import Language
from coopdb.render.screen import Screen
from coopdb.render.svg.figure import figure_of_timeline
from coopdb.render.tables import csv, json
from coopdb.report.timelines import outcomes_timeline
from coopdb.report.tracks import Track, tracks_of
from coopdb.site.entities import KINDS, Entity, Facet, facets, find_entities
from coopdb.site.listing import Listing
from coopdb.site.records import SiteMeeting
from coopdb.site.site import Site
from coopdb.site.templates import trusted
from coopdb.store.files.made_folder import MadeFile
from coopdb.text import collation
from coopdb.vocabulary.entry import Entry

if TYPE_CHECKING:
    from coopdb.report.meetings import MeetingFacts

MOST = 200  # meetings that a page lists; all are in its CSV and JSON
MOST_VALUES = 40  # of each facet
_SEVERAL = 2  # meetings from which on there is a timeline, and values are counted
_RHYTHM = {"pairs": "pair", "series": "series"}  # kinds that meet again, as silences name them


class _Progress:
    """The way of every topic between two countries, or in a series, worked out for all of them when first asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def tracks(self) -> Mapping[tuple[str, str], list[Track]]:
        """The tracks by folder and key; what was spoken of last comes first."""
        circles: dict[tuple[str, str], list[MeetingFacts]] = {}
        held = {each.number: each for each in self._site.meetings if each.is_held}
        by_number = {each.number: each for each in self._site.records.meetings}
        for number, facts in held.items():
            for folder in _RHYTHM:
                for key in KINDS[folder].values(by_number[number], self._site.star.vocabularies):
                    circles.setdefault((folder, key), []).append(facts)
        found: dict[tuple[str, str], list[Track]] = {}
        for name, track in tracks_of(self._site.star, self._site.selection, circles):
            found.setdefault(name, []).append(track)
        for every in found.values():
            every.sort(key=lambda track: (track.steps[-1].meeting.earliest, track.topic), reverse=True)
        return found

    def of(self, entity: Entity) -> list[Track]:
        """Return the tracks of a pair or a series; others have none."""
        place = entity.kind.folder, entity.key
        return self.tracks.get(place, []) if entity.kind.folder in _RHYTHM else []


class _IndexRow(NamedTuple):
    """A line of a list of entities."""

    entity: Entity
    number: int
    first: str
    last: str


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the pages of every entity in each language, the lists of them, and their meetings as CSV and JSON."""
    progress, data = _Progress(site), dict[str, Entity]()
    for folder, every in find_entities(site).items():
        rows = [_index_row(each) for each in every.values()]
        key = site.key(folder, [(row.entity.key, *row[1:]) for row in rows])
        for ending, render in (("csv", csv.render), ("json", json.render)):
            yield MadeFile(f"data/{folder}.{ending}", key, partial(_index_data, site, folder, rows, render))
        for language in site.words:
            yield MadeFile(f"{language}/{folder}/index.html", key, partial(_index, site, language, folder, rows))
        for entity in every.values():
            data.setdefault(_data_name(entity), entity)
            yield from _pages(site, entity, progress)
    for name, entity in data.items():
        key = site.key("data", [each.key for each in entity.meetings])
        yield MadeFile(f"data/{name}.csv", key, partial(_list, site, Listing.csv, entity))
        yield MadeFile(f"data/{name}.json", key, partial(_list, site, Listing.json, entity))


def _data_name(entity: Entity) -> str:
    """Name the files with the meetings of an entity; all that have met once, at the same meeting, share one list."""
    page = entity.page if len(entity.meetings) >= _SEVERAL else entity.meetings[0].page
    return page.removesuffix(".html")


def _list(site: Site, write: Callable[[Listing, Sequence[SiteMeeting]], bytes], entity: Entity) -> bytes:
    return write(site.listing, entity.meetings)


def _pages(site: Site, entity: Entity, progress: _Progress) -> Iterator[MadeFile]:
    """Yield the page of an entity in each language. Where there is one meeting, nothing is counted: it says all."""
    day = site.star.day if _has_figure(entity) else ""  # a timeline has the day on it
    key = site.key(entity.kind.folder, entity.key, [each.key for each in entity.meetings], _rhythm(site, entity), day)
    is_counted = len(entity.meetings) >= _SEVERAL
    found = cache(lambda: [*facets(entity, site.star.vocabularies)] if is_counted else [])  # alike in every language
    for language in site.words:
        yield MadeFile(f"{language}/{entity.page}", key, partial(_page, site, language, entity, progress, found))


def _index_row(entity: Entity) -> _IndexRow:
    held = entity.held
    return _IndexRow(entity, len(held), *(held[-1].main["date"], held[0].main["date"]) if held else ("", ""))


def _index(site: Site, language: Language, folder: str, rows: Sequence[_IndexRow]) -> bytes:
    """Fill the page that lists all of a kind: years from the latest, others by name."""
    words = site.words[language]
    named = [(words.name(folder, row.entity.key), row) for row in rows]
    named.sort(key=lambda each: (collation(each[0]), each[1].entity.key), reverse=folder == "years")
    return site.page(language, f"{folder}/index.html", "index", folder=folder, rows=named)


def _index_data(site: Site, folder: str, rows: Sequence[_IndexRow], render: Callable[[Table, Screen], str]) -> bytes:
    """Write the same list for machines, with the names in every language of the site."""
    columns = ("key", *(f"name_{each}" for each in site.words), "meetings", "first", "last")
    lines = tuple(
        (
            row.entity.key,
            *(words.name(folder, row.entity.key) for words in site.words.values()),
            row.number,
            row.first or None,
            row.last or None,
        )
        for row in rows
    )
    document = [dict(zip(columns, line, strict=True)) for line in lines]
    return render(Table(tuple(Column(each, each) for each in columns), lines, document=document), Screen()).encode()


def _rhythm(site: Site, entity: Entity) -> tuple[float | None, bool] | None:
    """Return how many days usually lie between two meetings, and whether the next is late."""
    silence = site.silences.get((_RHYTHM.get(entity.kind.folder, ""), entity.key))
    return (silence.usual_days, silence.is_late) if silence else None


def _page(
    site: Site, language: Language, entity: Entity, progress: _Progress, found: Callable[[], Sequence[Facet]]
) -> bytes:
    """Fill the page of an entity: of many meetings only the newest are listed."""
    words, vocabularies, named = site.words[language], site.star.vocabularies, site.named(language)
    shown, held = entity.meetings[:MOST], entity.held
    entry = entity.kind.entries(vocabularies).get(entity.key)
    return site.page(
        language,
        entity.page,
        "entity",
        folder=entity.kind.folder,
        data=_data_name(entity),
        title=words.name(entity.kind.folder, entity.key),
        entry=entry,
        names=_names(entry, language) if entry else [],
        parts=entity.key.split("-") if entity.kind.folder == "pairs" else [],
        held=held,
        facets=list(_facets(site, language, found())),
        rhythm=_rhythm(site, entity),
        tracks=[(named("topics", each.topic), each.way(words.reports)) for each in progress.of(entity)],
        figure=_figure(site, language, entity),
        offices=_offices(entity) if entity.kind.folder == "people" else [],
        number=len(entity.meetings),
        most=MOST,
        years=[(year, site.snippets(language, "item", some)) for year, some in groupby(shown, key=_year)],
        documents=site.snippets(language, "documents_of", shown),
        commitments=site.snippets(language, "commitments_of", shown),
        sources=site.snippets(language, "sources_of", shown),
    )


def _facets(
    site: Site, language: Language, found: Iterable[Facet]
) -> Iterator[tuple[str, list[tuple[Markup, str]], int]]:
    """Yield the values of other kinds as links with their numbers, and how many are left out."""
    words, named = site.words[language], site.named(language)
    for kind, counts in found:
        shown = [(named(kind.folder, key), words.reports.number(number)) for key, number in counts[:MOST_VALUES]]
        yield kind.folder, shown, max(len(counts) - MOST_VALUES, 0)


def _has_figure(entity: Entity) -> bool:
    return entity.kind.folder in _RHYTHM and len(entity.meetings) >= _SEVERAL


def _figure(site: Site, language: Language, entity: Entity) -> Markup:
    """Draw what a pair or a series has met for, where that is more than once."""
    if not _has_figure(entity):
        return trusted("")
    words, shown = site.words[language], entity.meetings[:MOST]
    numbers = {each.number for each in shown}
    timeline = outcomes_timeline(
        site.star,
        words.reports,
        words.name(entity.kind.folder, entity.key),
        [each for each in site.meetings if each.number in numbers],
        [line for each in shown for line in each.documents.values()],
        [line for each in shown for line in each.commitments.values()],
    )
    return trusted(figure_of_timeline(timeline).html)


def _year(meeting: SiteMeeting) -> str:
    return str(meeting.main["year"])


def _names(entry: Entry, language: Language) -> list[tuple[str, str]]:
    """Return the other names of an entry, each once, with the first of its languages, or `mul` where it has none."""
    found: dict[str, str] = {}
    for kind, spoken, name in entry.names():
        if kind in ("name", "alias", "former"):
            found.setdefault(name, spoken or "mul")
    return [(name, spoken) for name, spoken in found.items() if name not in (entry.labels.get(language), entry.key)]


def _offices(entity: Entity) -> list[tuple[dict[str, Any], list[SiteMeeting]]]:
    """Return the offices in which somebody met others, the latest first, each with its meetings."""
    found: dict[tuple[Any, ...], list[SiteMeeting]] = {}
    for meeting in entity.meetings:
        for row in meeting.table("people"):
            if row["name"] == entity.key:
                found.setdefault((row["role"], row["institution"], row["country"], row["organization"]), []).append(
                    meeting
                )
    names = ("role", "institution", "country", "organization")
    return [(dict(zip(names, office, strict=True)), meetings) for office, meetings in found.items()]
