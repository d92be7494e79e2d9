"""The one interface to a vocabulary: resolve a name, suggest one, and the words for a key."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from coopdb.text import closest, fold
from coopdb.vocabulary.chains import circular, ends_of
from coopdb.vocabulary.entry import Entry, Kind, Period
from coopdb.vocabulary.index import HALF, IN_ANY_ORDER, Index, Words, in_any_order, make_index, names_with

_HYPHEN = re.compile(r"\s*[-\u2010-\u2015/]\s*")  # between the halves of a compound
_LONGEST = 200  # characters of a name; the longest that is known has about a hundred
_MOST_BROADER = 20  # topics that are within one another; the packaged ones have two
_MOST_HYPHENS = 6  # in a compound, each of which may be between two countries: all ways are tried
_PARTS = re.compile(r"[(),;]")
_UNMARKED = re.compile(r"[^~]*[^-]")


class Match(NamedTuple):
    """One entry that a text may mean: its key, the name of it that matched, and the name's language and kind."""

    key: str
    matched: str
    language: str
    kind: Kind

    @property
    def is_half(self) -> bool:
        """Tell whether the name is the first half of a compound, which means its own entry and those that follow."""
        return self.kind == "demonym" and not self.language


class Vocabulary:
    """The entries of one kind, found by key or by any name in any language.

    `index` gives the index of names (`index.py`); it is asked for at the first look-up that is not of a key.
    A vocabulary never changes, and is the same only as itself, so that it can be a key of a cache.
    """

    def __init__(
        self, noun: str, entries: Mapping[str, Entry], words: Callable[[], Words], index: Callable[[], Index]
    ) -> None:
        self.noun, self.entries, self.words, self.index = noun, entries, words, index

    def __contains__(self, key: object) -> bool:
        """Tell whether `key` is a canonical key, and not one that has been replaced."""
        return isinstance(key, str) and key in self.entries and not self.entries[key].replaced_by

    def __getitem__(self, key: str) -> Entry:
        """Return the entry of a canonical key."""
        return self.entries[key]

    def label(self, key: str) -> str:
        """Return the English name of a key; a key that is not there is its own name."""
        return self.entries[key].label if key in self.entries else key

    def short(self, key: str) -> str:
        """Return the name of a key that suits a table's header."""
        return (self.entries[key].short or self.entries[key].label) if key in self.entries else key

    def resolve(self, text: str, on: Period | None = None) -> tuple[Match, ...]:
        """Find what `text` may mean: one match, several when it is ambiguous, none when it is unknown.

        Of several, those valid on the days `on` are meant; without `on`, those that are not former.
        """
        if text in self and self._is_current(text, on):
            return (Match(text, text, "", "code"),)
        found = self._find(text)
        return tuple(match for match in found if self._is_current(match.key, on)) or found

    def named(self, folded: str) -> Iterator[tuple[str, bool]]:
        """Yield the keys that have a name with these folded words, and whether the last is whole, not only begun."""
        begun, whole = f" {folded}", f" {folded} "
        for name, keys in names_with(self.index(), folded):
            if begun in f" {name}" and not name.startswith(IN_ANY_ORDER):
                yield from ((key, whole in f" {name} ") for key in keys)

    def name_with(self, key: str, folded: str) -> Match:
        """Return the name of an entry that has these folded words: the one that is nothing else, else the first."""
        names = [Match(key, name, language, kind) for kind, language, name in self.entries[key].names()]
        found = [match for match in names if f" {folded}" in f" {fold(match.matched)}"]
        return next((match for match in found if fold(match.matched) == folded), (found or names)[0])

    def suggest(self, text: str) -> str:
        """Return the English name of the entry that `text` is most likely a slip for, or nothing."""
        return next(map(self.label, self.nearest(text)), "")

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return the keys of the name that `text` is most likely a slip for: several where that means several."""
        near = closest(text, _unmarked(self))
        return self.index()[near] if near else ()

    def narrower(self, key: str) -> tuple[str, ...]:
        """Return `key` and every key below it in the hierarchy, sorted."""
        return tuple(sorted(each for each in self.entries if key in self.broader_chain(each)))

    def broader_chain(self, key: str) -> tuple[str, ...]:
        """Return `key`, its broader entry, and so on to the broadest."""
        return _broader_chain(self, key)

    def extended(self, entries: Iterable[Entry]) -> "Vocabulary":
        """Return a vocabulary that has these entries too; one with a known key takes the place of the known one.

        One that is replaced by none that there is, or in a circle, stays in use; what is replaced means the last of
        those that have come after it. One below none that there is, or below itself, is below none.
        """
        added = {entry.key: entry for entry in entries}
        if not added:
            return self
        known = {**self.entries, **added}
        last = ends_of(known, "replaced_by")
        known |= {key: known[key]._replace(replaced_by=after) for key, after in last.items()}
        aimless = circular(known, "broader") | {key for key in added if known[key].broader not in known}
        known |= {key: known[key]._replace(broader="") for key in added if key in aimless}

        @lru_cache(maxsize=1)
        def index() -> Index:
            merged = dict(self.index().items())
            for name, keys in make_index(map(known.__getitem__, added), self.words()).items():
                merged[name] = (*merged.get(name, ()), *keys)
            return {name: tuple(dict.fromkeys(last.get(key) or key for key in keys)) for name, keys in merged.items()}

        return Vocabulary(self.noun, known, self.words, index)

    def has_always(self, key: str) -> bool:
        """Tell whether `key` is canonical, whatever the day: what `resolve` then finds is `key` itself."""
        return _has_always(self, key)

    def _is_current(self, key: str, on: Period | None) -> bool:
        entry = self.entries[key]
        return entry.is_valid_on(on) if on else not entry.is_former

    def _find(self, text: str) -> tuple[Match, ...]:
        """Look a text up as it is, then without what carries no meaning, then in parts."""
        if len(text) > _LONGEST:
            return ()
        return self._whole(text) or self._twice(text) or tuple(self._compound(text))

    def _whole(self, text: str) -> tuple[Match, ...]:
        folded = fold(text)
        words = self.words()
        for name in (folded, *map(in_any_order, words.shorter(words.of(folded)))):
            if keys := self.index().get(name):
                return tuple(self._match(key, name, text) for key in keys if key in self.entries)
        return ()

    def _twice(self, text: str) -> tuple[Match, ...]:
        """Look up a text that names the same entry twice: ``Holy See (Vatican City State)``."""
        parts = [self._whole(part) for part in _PARTS.split(text) if part.strip()]
        first, *others = parts or [()]
        return tuple(m for m in first if others and all(m.key in {each.key for each in part} for part in others))

    def _match(self, key: str, name: str, text: str) -> Match:
        """Find the name that is in the index as `name`: the one written like `text`, else the first."""
        found = _written(self, key).get(name, ())
        if not found:  # it is a name of an entry that this one has replaced
            replaced = _replaced(self).get(key, ())
            old = next(match for each in replaced for match in _written(self, each).get(name, ()))
            return Match(key, old.matched, old.language, "former")
        return next((match for match in found if match.matched.casefold() == text.casefold()), found[0])

    def _compound(self, text: str) -> Iterator[Match]:
        """Yield the entries that a compound such as franco-allemand is made of, when every half means one.

        Both halves are adjectives, or both are names: `Französisch-Guyana` is no compound.
        """
        hyphens = [*_HYPHEN.finditer(text)]
        for hyphen in hyphens if len(hyphens) <= _MOST_HYPHENS else ():
            head, rest = text[: hyphen.start()], text[hyphen.end() :]
            keys = self.index().get(fold(head) + HALF, ())
            heads = tuple(Match(key, head, "", "demonym") for key in keys) or self._whole(head)
            tails = heads and self._find(rest)
            if tails and (heads[0].kind == "demonym") == (tails[0].kind == "demonym"):
                yield from (*heads, *tails)
                return


@lru_cache(maxsize=16)
def _unmarked(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names of the index that are written like this."""
    return tuple(filter(_UNMARKED.fullmatch, vocabulary.index()))


@lru_cache(maxsize=4096)
def _written(vocabulary: Vocabulary, key: str) -> Mapping[str, tuple[Match, ...]]:
    """Map what the names of an entry are in the index to the names as they are written."""
    found: dict[str, list[Match]] = {}
    for kind, language, each in vocabulary.entries[key].names():
        folded = fold(each)
        for name in {folded, in_any_order(vocabulary.words().of(folded))}:
            found.setdefault(name, []).append(Match(key, each, language, kind))
    return {name: tuple(matches) for name, matches in found.items()}


@lru_cache(maxsize=16)
def _replaced(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """Map the keys that have taken the place of others to those."""
    found: dict[str, list[str]] = {}
    for each in vocabulary.entries.values():
        if each.replaced_by:
            found.setdefault(each.replaced_by, []).append(each.key)
    return {key: tuple(others) for key, others in found.items()}


@lru_cache(maxsize=4096)
def _has_always(vocabulary: Vocabulary, key: str) -> bool:
    return key in vocabulary and not vocabulary[key].periods and not vocabulary[key].is_former


@lru_cache(maxsize=4096)
def _broader_chain(vocabulary: Vocabulary, key: str) -> tuple[str, ...]:
    chain, entries = [key], vocabulary.entries
    while len(chain) < _MOST_BROADER and key in entries and (key := entries[key].broader) and key not in chain:
        chain.append(key)
    return tuple(chain)
