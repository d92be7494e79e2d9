"""Finds the names of a vocabulary's entries in running text, by whole words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from coopdb.text import fold, text_words
from coopdb.vocabulary.entry import Entry
from coopdb.vocabulary.index import GENITIVES, SIBILANTS
from coopdb.vocabulary.lookup import Vocabulary

_WORD = re.compile(r"[^\W_]+(?:\.(?=[^\W_]))?")
_SHORT = 3  # letters of a word that may well be one of any text: `do`, `and`
# Names of countries that are also names of people: they name a country only where no name of a person goes on.
_ALSO_PEOPLE = frozenset(
    {"chad", "cuba", "georgia", "india", "israel", "jordan", "kenya", "france", "ireland", "holland"}
)


def _names_of(entry: Entry, ordinary: frozenset[str] | None) -> Iterator[str]:
    """Yield the names of an entry, folded, and their genitives but ordinary words; None: without genitives."""
    for kind, language, name in entry.names():
        if kind not in ("code", "demonym"):
            yield (folded := fold(name))
            form = f"{folded}s"
            if ordinary is not None and language in GENITIVES and form not in ordinary and folded[-1] not in SIBILANTS:
                yield form


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: from `start` to `end`, in characters, and the keys of the entries that it may mean."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...]


class Mentions:
    """Finds names in texts. Making one takes some milliseconds, searching a text some microseconds a word.

    Codes count only as they are written (`UK`, not `uk`), and adjectives do not count: French is also a language. In
    a script with capitals, the name of a country has one.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._needs_capital = vocabulary.noun != "topic"
        self._names: dict[str, dict[str, None]] = {}
        self._codes: dict[str, str] = {}
        ordinary = vocabulary.words().meaningless  # Iceland's in Swedish is `Islands`
        for entry in vocabulary.entries.values():
            key = entry.replaced_by or entry.key
            for code in (entry.key, *entry.codes):
                if code.isupper() and len(code) > 2:  # noqa: PLR2004  # two letters mean too much
                    self._codes[code] = entry.key
            for folded in _names_of(entry, ordinary if self._needs_capital else None):
                if len(folded) > 3:  # noqa: PLR2004  # the same
                    self._names.setdefault(folded, {})[key] = None
        # A name can only be where its rarest word is: by that word, names and codes as they stand in folded text, with
        # the keys that are meant.
        self._telling: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
        # By its first word, how many words a name has at most. A word may fold to several: `l'Égypte`.
        self._longest: dict[str, int] = {}
        codes = [(fold(code), code, (key,)) for code, key in self._codes.items()]
        numbers = Counter(word for name in (*self._names, *(name for name, _, _ in codes)) for word in name.split())
        rarity = {word: (len(word) <= _SHORT, number, -len(word)) for word, number in numbers.items()}
        meant = lru_cache(maxsize=None)(frozenset[str])  # most keys have several names
        for name, code, keys in (*((name, "", tuple(keys)) for name, keys in self._names.items()), *codes):
            words = name.split()
            rarest = words[0] if len(words) == 1 else min(words, key=rarity.__getitem__)
            self._telling.setdefault(rarest, []).append((f" {name} ", code, meant(keys)))
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        # By such a word, the keys that all its names mean, where they mean the same: most are those of one country.
        self._meant = {
            word: names[0][2] for word, names in self._telling.items() if all(keys == names[0][2] for *_, keys in names)
        }
        self._telling_words = frozenset(self._telling)

    def may_name_others(self, text: str, known: Iterable[str | None]) -> bool:
        """Tell quickly whether `find` may yield what means none of the `known` keys; False is certain."""
        words = text_words(text)
        folded = ""
        for word in self._telling_words.intersection(words):
            if word in self._meant and not self._meant[word].isdisjoint(known):
                continue
            for name, code, keys in self._telling[word]:
                if keys.isdisjoint(known) and code in text:
                    folded = folded or f" {' '.join(words)} "
                    if name in folded:
                        return True
        return False

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the names in a text, the longest where several begin at the same word, none within another."""
        words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        number = 0
        codes = {} if text.isupper() else self._codes  # in capitals, AND is a word and not Andorra
        while number < len(words):
            used = 1
            if not (self._needs_capital and text[words[number][0]].islower()):
                mention, used = self._at(text, words, number, codes)
                if mention:
                    yield mention
            number += used

    def _at(
        self, text: str, words: list[tuple[int, int]], number: int, codes: Mapping[str, str]
    ) -> tuple[Mention | None, int]:
        start = words[number][0]
        longest = self._longest.get(fold(text[slice(*words[number])]), 0)
        for last in range(min(number + longest, len(words)), number, -1):
            written = text[start : words[last - 1][1]]
            keys = (codes[written],) if written in codes else tuple(self._names.get(fold(written), ()))
            if keys and _has_capital(written) and self._is_name(text, written, words, number, last):
                return Mention(start, words[last - 1][1], written, keys), last - number
        return None, 1

    def _is_name(self, text: str, written: str, words: list[tuple[int, int]], number: int, last: int) -> bool:
        if fold(written) not in _ALSO_PEOPLE:
            return True
        before = text[slice(*words[number - 1])] if number else ""
        after = text[slice(*words[last])] if last < len(words) and text[words[last - 1][1]] == " " else ""
        goes_on = text[words[number - 1][1] : words[number][0]] == " " if number else False
        return not (goes_on and before.istitle() and number > 1) and not (after.istitle() and number == last - 1)


def _has_capital(written: str) -> bool:
    """Tell whether a name that begins with a capital has one in another word than its article: not `La réunion`."""
    words = _WORD.findall(written)
    long = [word for word in words if len(word) > _SHORT]
    return not words[0][0].isupper() or not long or any(word[0].isupper() for word in long)
