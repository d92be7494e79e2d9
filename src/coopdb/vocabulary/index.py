"""How names are compared: folded, then without the words that carry no meaning, in any order."""

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from coopdb.text import fold
from coopdb.vocabulary.entry import Entry
from coopdb.vocabulary.spelling import spellings

# From a name as it is compared to the keys of the entries it means.
Index = Mapping[str, tuple[str, ...]]

# What marks the names of the index that are not written like this: words in alphabetical order, names without their
# apostrophes, halves of compounds.
IN_ANY_ORDER = "~"
JOINED = "'"
HALF = "-"
_MOST_KEYS = 50  # entries of one name that are told apart: a file may give its name to each of thousands
_FEW = 60  # look-ups in an index as text, which take together as long as to take it apart

# Languages whose genitive of a name ends in s: Finlands, Norges, Marokkos; but not that of a name that ends like this.
GENITIVES = frozenset(("sv", "nb", "da", "de"))
SIBILANTS = ("s", "x", "z")
_LONGEST_SHORT = 4  # letters of a word that begins many others: `bonn`, `port`


class StopWords(NamedTuple):
    """StopWords that can be left out of a name, those for states and for islands, and abbreviations spelled out."""

    function: frozenset[str]
    state: frozenset[str]
    island: frozenset[str]
    spelled: Mapping[str, str]

    @property
    def meaningless(self) -> frozenset[str]:
        """All words that carry no meaning of their own in a name."""
        return self.function | self.state | self.island

    def of(self, folded: str) -> tuple[str, ...]:
        """Return the words of a folded name that carry meaning, each once, in alphabetical order and spelled out."""
        spelled = (self.spelled.get(word, word) for word in folded.split())
        return tuple(sorted({word for word in spelled if word not in self.function}))

    def shorter(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the words as they are, then without republic, kingdom and the like, then without islands too."""
        yield words
        yield (short := tuple(word for word in words if word not in self.state))
        yield tuple(word for word in short if word not in self.island)


class TextIndex(Mapping[str, tuple[str, ...]]):
    """An index as text: a header, then a line a name, a tab and its keys, separated by spaces.

    It is searched in microseconds, and taken apart when much is asked.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._taken_apart: dict[str, str] = {}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """Return the keys of a name; a name has neither tab nor line end."""
        if keys := self._keys_of(name):
            return tuple(keys.split(" "))
        raise KeyError(name)

    def get(self, name: str, default: Any = None) -> Any:
        """Return the keys of a name, without an exception for one that is not there, as most."""
        keys = self._keys_of(name)
        return tuple(keys.split(" ")) if keys else default

    def __contains__(self, name: object) -> bool:
        """Tell whether a name is known."""
        return self._keys_of(str(name)) != ""

    def _keys_of(self, name: str) -> str:
        if self._taken_apart or self._asked >= _FEW:
            return self._whole().get(name, "")
        self._asked += 1
        start = self._text.find(f"\n{name}\t")
        if start < 0:
            return ""
        start += len(name) + 2
        return self._text[start : self._text.index("\n", start)]

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._whole())

    def items(self) -> ItemsView[str, tuple[str, ...]]:
        """Return the names with their keys."""
        return {name: tuple(keys.split(" ")) for name, keys in self._whole().items()}.items()

    def _whole(self) -> dict[str, str]:
        """Take the index apart, once."""
        if not self._taken_apart:
            body = self._text.partition("\n")[2]
            cells = body.replace("\n", "\t").split("\t")  # line by line takes four times as long
            self._taken_apart = dict(zip(cells[::2], cells[1::2], strict=False))  # the last cell is empty
        return self._taken_apart

    def holding(self, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the names, with their keys, in whose line a text stands; only those lines are taken apart."""
        end = self._text.find("\n")
        while (place := self._text.find(text, end)) >= 0:
            start, end = self._text.rfind("\n", 0, place) + 1, self._text.find("\n", place)
            name, _, keys = self._text[start:end].partition("\t")
            yield name, tuple(keys.split(" "))

    def __len__(self) -> int:
        """Count the names."""
        return self._text.count("\n") - 1


def names_with(index: Index, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names of an index that have a text in them, with their keys."""
    lines = index.holding(text) if isinstance(index, TextIndex) else index.items()
    return ((name, keys) for name, keys in lines if text in name)


def is_short(folded: str) -> bool:
    """Tell one short word, which begins many others: if it stands whole somewhere, that is what is meant.

    Arabic words are short and have endings, so that none is.
    """
    return folded.isascii() and " " not in folded and len(folded) <= _LONGEST_SHORT


def in_any_order(words: tuple[str, ...]) -> str:
    """Return the name in the index of words in any order: a single word is its own."""
    return IN_ANY_ORDER + " ".join(words) if len(words) > 1 else "".join(words)


def make_index(entries: Iterable[Entry], words: StopWords) -> Index:
    """Map every name, folded and in any order, to the keys of the entries that it means."""
    index: dict[str, dict[str, None]] = {}
    for entry in entries:
        for name in _indexed(entry, words):
            keys = index.setdefault(name, {})
            if len(keys) < _MOST_KEYS:
                keys[entry.replaced_by or entry.key] = None
    return {name: tuple(keys) for name, keys in index.items() if name}


def _indexed(entry: Entry, words: StopWords) -> Iterator[str]:
    for kind, _, name in entry.names():
        folded = fold(name)
        yield folded
        yield from (JOINED + joined for joined in spellings(name)[1:])
        if kind not in ("code", "demonym"):
            yield in_any_order(words.of(folded))
    yield from (fold(half) + HALF for half in entry.compounds)
