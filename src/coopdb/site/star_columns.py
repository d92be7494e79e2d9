"""The star as the explorer and the search have it: a number for each value, column by column.

A column holds the position of each value, from 1, in the list of its dimension's keys, and 0 for a missing value. That
list is in the order of a table: periods and ladders as they are, others by their English names.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from coopdb.query.commas import split_values
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.fields import FIELDS
from coopdb.query.rows import PEOPLE, ROWS
from coopdb.query.units import UNITS
from coopdb.site.site import Site
from coopdb.site.word_filters import BY_WORDS, found_values
from coopdb.store.star.facets import days_facets, facets
from coopdb.text import collation
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.spoken import in_english
from coopdb.vocabulary.vocabularies import Vocabularies

# The dimension whose keys the values of another are: they have the same numbers.
_ALIKE: Mapping[str, str] = MappingProxyType({"host": "country"})
# What a table has beside the columns of its own dimensions.
_ALSO: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {PEOPLE: {"country": "country", "organization": "organization"}}
)
# Tables whose rows have topics of their own, by the column that names a row.
_WITH_TOPICS: Mapping[str, str] = MappingProxyType({"documents": "document", "commitments": "commitment"})
_PERIODS = ("decade", "year", "half", "quarter", "month")  # whose empty ones are shown too
_TOPICS = ("topic", "topic-area", "stage")
FILTERS = tuple(facets())

Keys = Mapping[str, Mapping[str, int]]  # by dimension: each key, and its number
Row = tuple[Any, ...]  # the place of the meeting, what names the row, and the values


def star_columns(site: Site) -> dict[str, Any]:
    """Return the tables of the meetings that are shown, the newest first, and what filters have to know."""
    tables = {name: _read(site, name, columns) for name, columns in _columns().items()}
    keys = _keys(site, tables)
    coded = {name: _coded(_columns()[name], rows, keys, len(site.records.meetings)) for name, rows in tables.items()}
    for name in _WITH_TOPICS:
        coded[f"topics_of_{name}"] = _own_topics(site, name, tables[name], keys)
    found = {name: dict(_found(site, name, keys[name])) for name in BY_WORDS}
    return {
        "day": site.star.day,
        "is_public": site.star.is_public,
        "keys": {name: list(every) for name, every in keys.items()},
        "rows": [*ROWS],
        "own": {name: [*unit.own] for name, unit in UNITS.items()},
        "periods": [*_PERIODS],
        "of_day": sorted(days_facets()),
        "ordered": [name for name, dimension in DIMENSIONS.items() if dimension.order],
        "tables": coded,
        "meetings": [1 for _ in site.records.meetings],
        "earliest": [_day_number(each.main["earliest"]) for each in site.records.meetings],
        "latest": [_day_number(each.main["latest"]) for each in site.records.meetings],
        "found": {name: {one: some for one, some in every.items() if some != [one]} for name, every in found.items()},
        "narrower": {name: _narrower(site, name, keys) for name in _VOCABULARIES},
        "choices": {name: list(_choices(site, name, tables, keys, found.get(name))) for name in FILTERS},
    }


def _day_number(day: str) -> int:
    """Count the days from 1970, as scripts do."""
    return date.fromisoformat(day).toordinal() - date(1970, 1, 1).toordinal()


def _found(site: Site, name: str, numbers: Mapping[str, int]) -> Iterator[tuple[int, list[int]]]:
    """Yield the number of each value with those of what a filter by it finds, if that is among it."""
    for value, every in found_values(name, numbers, site.star):
        if value in every and numbers.keys() >= {*every}:
            yield numbers[value], [numbers[each] for each in every]


@cache
def _columns() -> Mapping[str, Mapping[str, str]]:
    """Return the columns of each table: by the name of the dimension, what has its values in the star."""
    found: dict[str, dict[str, str]] = {}
    for name, (table, column) in facets().items():
        found.setdefault(table, {})[name] = column
    return MappingProxyType({table: {**own, **_ALSO.get(table, {})} for table, own in found.items()})


def _read(site: Site, table: str, columns: Mapping[str, str]) -> list[Row]:
    """Read the rows of a table, by meeting; in the order of the record where it is shown."""
    places = {meeting.number: place for place, meeting in enumerate(site.records.meetings)}
    item = _WITH_TOPICS.get(table, "meeting")
    order = "rowid" if table in ("parties", "topics") else ", ".join(map(str, range(2, len(columns) + 3)))
    listed = ", ".join(columns.values())
    statement = f"SELECT meeting, {item}, {listed} FROM {table} ORDER BY meeting, {order}"  # noqa: S608  # our own names
    rows = [(places[number], *row) for number, *row in site.star.connection.execute(statement) if number in places]
    return sorted(rows, key=lambda row: row[0])


def _keys(site: Site, tables: Mapping[str, list[Row]]) -> Keys:
    """Return the keys of each dimension, numbered in the order of a table."""
    found: dict[str, dict[str, None]] = {name: {} for name in facets() if name not in _ALIKE}
    for table, columns in _columns().items():
        for place, name in enumerate(columns, start=2):
            found[_ALIKE.get(name, name)] |= dict.fromkeys(
                row[place] for row in tables[table] if row[place] is not None
            )
    words = in_english(site.star.vocabularies)
    for name in ("topic", "topic-area"):  # what is broader can be asked for, whether a meeting has it or not
        found[name] |= {broader: None for key in [*found["topic"]] for broader in words.topics.broader_chain(key)}
    numbered = {name: _numbered(name, every, words) for name, every in found.items()}
    return {name: numbered[_ALIKE.get(name, name)] for name in facets()}


def _numbered(name: str, keys: Iterable[str], words: Vocabularies) -> dict[str, int]:
    dimension = DIMENSIONS[name]
    if dimension.order:
        ordered = dimension.order(keys)
    else:
        ordered = sorted(keys, key=lambda key: (collation(dimension.label(key, words)), key))
    return {key: number for number, key in enumerate(ordered, start=1)}


def _coded(columns: Iterable[str], rows: list[Row], keys: Keys, size: int) -> dict[str, Any]:
    """Return how many rows each of `size` elements has, and the columns."""
    numbers = Counter(row[0] for row in rows)
    return {
        "counts": [numbers[place] for place in range(size)],
        "columns": {
            name: [keys[name].get(row[place], 0) for row in rows] for place, name in enumerate(columns, start=2)
        },
    }


def _own_topics(site: Site, table: str, rows: list[Row], keys: Keys) -> dict[str, Any]:
    """Return the topics of each document or commitment, by the number of its row."""
    places = {row[1]: place for place, row in enumerate(rows)}
    statement = f"SELECT item, topic, area, stage FROM topics_of_{table} ORDER BY 1, 2, 3, 4"  # noqa: S608  # our own names
    found = [(places[item], item, *row) for item, *row in site.star.connection.execute(statement) if item in places]
    return _coded(_TOPICS, sorted(found, key=lambda row: row[0]), keys, len(rows))


_VOCABULARIES = ("country", "organization", "topic", "topic-area", "group", "owner", "host")


def _vocabulary(words: Vocabularies, name: str, key: str) -> Vocabulary:
    match name:
        case "group":
            return words.groups
        case "topic" | "topic-area":
            return words.topics
        case "owner" | "country" | "host":
            return words.organizations if key not in words.countries.entries else words.countries
        case _:
            return words.organizations


def _narrower(site: Site, name: str, keys: Keys) -> Mapping[int, list[int]]:
    """Return for the number of each key that has narrower ones itself and theirs."""
    found: dict[int, list[int]] = {}
    for key, number in keys[name].items():
        for broader in _vocabulary(site.star.vocabularies, name, key).broader_chain(key)[1:]:
            if name != "topic-area" and broader in keys[name]:
                found.setdefault(keys[name][broader], [keys[name][broader]]).append(number)
    return found


def _choices(
    site: Site, name: str, tables: Mapping[str, list[Row]], keys: Keys, found: Collection[int] | None
) -> Iterator[int]:
    """Yield the numbers of the keys that can be asked for: those that occur, and what is broader.

    Not of one that a filter does not take as it is written, for a comma or a space.
    """
    table, naming = facets()[name][0], FIELDS[name].naming(site.star)
    place = [*_columns()[table]].index(name) + 2
    occurring = {row[place] for row in tables[table]}
    numbers = keys[name]
    broader = _narrower(site, name, keys) if name in _VOCABULARIES else {}
    for key, number in numbers.items():
        is_named = split_values(key, lambda: naming) == [key] and key not in ("any", "(none)")
        if is_named and (key in occurring or number in broader) and (found is None or number in found):
            yield number
