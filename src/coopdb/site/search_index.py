"""What the search in the page looks through: folded texts, and names of what meetings have."""

from collections.abc import Iterator, Mapping
from typing import Any

from coopdb.query.free_text import JOINED_WEIGHT, WEIGHTS, named_columns
from coopdb.site.site import Site, entity_page
from coopdb.store.star.tables import JOINED, TEXTS
from coopdb.text import visible
from coopdb.vocabulary.index import IN_ANY_ORDER
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.spelling import BEFORE, BEHIND

_OF_COLUMN = {"name": "person"}  # the dimensions of columns of the star that are not called like them
# What an entry of the list leads to: the table and the dimension of the values, and the folder of their pages.
_LINKS = (
    ("parties", "country", "countries"),
    ("parties", "organization", "organizations"),
    ("topics", "topic", "topics"),
)


def search_index(site: Site, keys: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the texts of the meetings that are shown, the newest first, and names by vocabulary.

    A name has the numbers of its keys; `codes` has the numbers of keys with their codes in capitals, folded. `pages`
    and `links` name the pages of meetings and of keys.
    """
    meetings, words = site.records.meetings, site.star.vocabularies
    vocabularies = {
        "country": words.countries,
        "organization": words.organizations,
        "topic": words.topics,
        "person": words.people,
    }
    names = {id(vocabulary): name for name, vocabulary in vocabularies.items()}
    numbered = {name: {key: number for number, key in enumerate(keys[name], start=1)} for name in vocabularies}
    return {
        "texts": _texts(site),
        "titles": [visible(" ".join(each.main["title"].split())) for each in meetings],
        "dates": [[each.main["date"], *filter(None, [each.main["end_date"]])] for each in meetings],
        "pages": [_page_name(each.page) for each in meetings],
        "links": [(table, name, [entity_page(folder, key) for key in keys[name]]) for table, name, folder in _LINKS],
        "names": {name: list(_names(each, numbered[name])) for name, each in vocabularies.items()},
        "codes": {name: list(_codes(each, numbered[name])) for name, each in vocabularies.items()},
        "weights": dict(WEIGHTS),
        "joined": JOINED_WEIGHT,
        "named": [
            (each.weight, each.table, _OF_COLUMN.get(each.column, each.column), names[id(each.vocabulary)])
            for each in named_columns(words)
        ],
        "before": sorted(BEFORE),
        "behind": sorted(BEHIND),
    }


def _texts(site: Site) -> dict[str, list[str]]:
    columns = (*TEXTS, JOINED)
    statement = f"SELECT meeting, {', '.join(columns)} FROM texts"  # noqa: S608  # our own names
    found = {number: texts for number, *texts in site.star.connection.execute(statement)}
    ordered = [found[each.number] for each in site.records.meetings]
    return {name: [texts[place] for texts in ordered] for place, name in enumerate(columns)}


def _page_name(page: str) -> str:
    return page.rpartition("/")[2].removesuffix(".html")


def _names(vocabulary: Vocabulary, numbers: Mapping[str, int]) -> Iterator[list[Any]]:
    """Yield the names as they are compared, each with the numbers of the keys that occur."""
    for name, keys in sorted(vocabulary.index().items()):
        found = [numbers[key] for key in keys if key in numbers]
        if found and not name.startswith(IN_ANY_ORDER):
            yield [name, *found]


def _codes(vocabulary: Vocabulary, numbers: Mapping[str, int]) -> Iterator[list[Any]]:
    for key, number in numbers.items():
        entry = vocabulary.entries.get(key)
        codes = [each.casefold() for each in (entry.key, *entry.codes) if each.isupper()] if entry else []
        if codes:
            yield [number, *codes]
