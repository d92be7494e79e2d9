"""The vocabularies that come with coopdb, each read once from `data/`."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property, partial
from itertools import chain
from typing import Any

from coopdb.vocabulary.entry import Entry
from coopdb.vocabulary.index import Index, StopWords, TextIndex
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.tables import DATA, read_table

FILES = {"country": "countries", "organization": "organisations", "topic": "topics", "group": "groups"}
NOUNS = tuple(FILES)


@cache
def packaged(noun: str) -> Vocabulary:
    """Return a packaged vocabulary by the noun for its entries, one of `NOUNS`."""
    return Vocabulary(noun, read_entries(noun), read_words, partial(read_index, noun))


class _Entries(Mapping[str, Entry]):
    """The rows of a vocabulary's table, which is read, and each made an entry, when it is first asked for."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._made: dict[str, Entry] = {}

    @cached_property
    def _rows(self) -> Mapping[str, Any]:
        rows: Mapping[str, Any] = read_table(FILES[self._noun])["entries"]
        return rows

    def __getitem__(self, key: str) -> Entry:
        if key not in self._made:
            self._made[key] = Entry.of(key, self._rows[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@cache
def read_entries(noun: str) -> Mapping[str, Entry]:
    """Read the entries of a vocabulary, by key."""
    return _Entries(noun)


@cache
def read_words() -> StopWords:
    """Read the words that carry no meaning in names."""
    table = read_table("words")
    function, state, island = (frozenset(chain(*table[part].values())) for part in ("function", "state", "island"))
    return StopWords(function, state, island, table["spelled"])


@cache
def read_index(noun: str) -> Index:
    """Read the index of names of a vocabulary."""
    return TextIndex((DATA / "names" / f"{FILES[noun]}.tsv").read_text(encoding="utf-8"))
