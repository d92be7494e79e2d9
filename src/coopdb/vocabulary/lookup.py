"""The one interface to a vocabulary: resolve a name, suggest one, and the words for a key."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, islice

from coopdb.pattern import pattern
from coopdb.text import closest, fold
from coopdb.vocabulary.chains import circular, ends_of
from coopdb.vocabulary.entry import Entry, Period
from coopdb.vocabulary.index import (
    GENITIVES,
    HALF,
    IN_ANY_ORDER,
    JOINED,
    SIBILANTS,
    Index,
    StopWords,
    in_any_order,
    is_short,
    make_index,
    names_with,
)
from coopdb.vocabulary.match import Match, owned_by_name, replaced_keys, unmarked_names, written_names
from coopdb.vocabulary.spelling import spellings

_HYPHEN = pattern(r"(?<!\s)\s*+[-\u2010-\u2015/]\s*")  # between the halves of a compound
_LONGEST = 200  # characters of a name; the longest that is known has about a hundred
_MOST_BROADER = 20  # topics that are within one another; the packaged ones have two
_MOST_HYPHENS = 6  # in a compound, each of which may be between two countries: all ways are tried
_FEWEST = 3  # letters of a name that may be a slip: two are like many codes
_PARTS = pattern(r"[(),;]")


class Vocabulary:
    """The entries of one kind, found by key or by any name in any language.

    `index` gives the index of names (`index.py`); it is asked for at the first look-up that is not of a key.
    A vocabulary never changes, and is the same only as itself, so that it can be a key of a cache.
    """

    def __init__(
        self, noun: str, entries: Mapping[str, Entry], words: Callable[[], StopWords], index: Callable[[], Index]
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

        Of several, those valid on the days `on` are meant; without `on`, those that are not former. The own name of
        one means that one, and those for which it is marked as a common name.
        """
        if text in self and self._is_current(text, on):
            return (Match(text, text, "", "code"),)
        single = self._single(text)
        found = single or tuple(self._compound(text))
        current = tuple(match for match in found if self._is_current(match.key, on)) or found
        return owned_by_name(current) if single else current

    def named(self, folded: str, *, is_begun: bool = False) -> Iterator[tuple[str, bool]]:
        """Yield the keys that have a name with these folded words, and whether the last is whole, not only begun.

        A short word is not the beginning of one within a name, unless `is_begun`; its plural is the same word.
        """
        is_first = is_short(folded) and not is_begun
        wholes = [f" {folded} ", *([f" {folded}s "] if is_first else [])]
        for name, keys in names_with(self.index(), folded):
            is_whole = any(whole in f" {name.removeprefix(JOINED)} " for whole in wholes)
            is_begun = name.startswith(folded) if is_first else f" {folded}" in f" {name}"
            if (is_whole or is_begun) and not name.startswith(IN_ANY_ORDER):
                yield from ((key, is_whole) for key in keys)

    def name_with(self, key: str, folded: str) -> Match:
        """Return the name of an entry that has these folded words: the one that is nothing else, else the first."""
        names = [Match(key, name, language, kind) for kind, language, name in self.entries[key].names()]
        found = [match for match in names if any(f" {folded}" in f" {each}" for each in spellings(match.matched))]
        return next((match for match in found if folded in spellings(match.matched)), (found or names)[0])

    def suggest(self, text: str) -> str:
        """Return the English name of the entry that `text` is most likely a slip for, or nothing."""
        return next(map(self.label, self.nearest(text)), "")

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return the keys of the name that `text` is most likely a slip for: several where that means several."""
        folded = fold(text)
        return _nearest(self, folded) if len(folded) >= _FEWEST else ()

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

    def _single(self, text: str) -> tuple[Match, ...]:
        """Look a text up as it is, then without what carries no meaning, as a genitive, and in parts."""
        if len(text) > _LONGEST:
            return ()
        return self._whole(text) or self._genitive(text) or self._twice(text)

    def _whole(self, text: str, languages: frozenset[str] = frozenset()) -> tuple[Match, ...]:
        """Look a text up among all names, or among those of some languages."""
        for name in self._forms(text):
            found = (self._match(key, name, text, languages) for key in self.index().get(name, ()))
            if matches := tuple(match for match in found if match):
                return matches
        return ()

    def _forms(self, text: str) -> Iterator[str]:
        """Yield the names of the index that a text may be."""
        folded, *joined = spellings(text)
        yield from (folded, JOINED + folded)
        yield from chain.from_iterable((each, JOINED + each) for each in joined)
        words = self.words()
        yield from map(in_any_order, words.shorter(words.of(folded)))

    def _genitive(self, text: str) -> tuple[Match, ...]:
        """Look a genitive up: Finlands, Norges."""
        bare, *words = text.strip().removesuffix("s"), *fold(text).split()
        is_one = bare != text.strip() and not bare.endswith(SIBILANTS)
        is_ordinary = len(words) > 1 and words[-1] in self.words().meaningless  # `the Islands` are not Iceland's
        return self._whole(bare, GENITIVES) if is_one and not is_ordinary else ()

    def _twice(self, text: str) -> tuple[Match, ...]:
        """Look up a text that names the same entry twice: ``Holy See (Vatican City State)``."""
        parts = [self._whole(part) for part in _PARTS.split(text) if part.strip()]
        first, *others = parts or [()]
        return tuple(m for m in first if others and all(m.key in {each.key for each in part} for part in others))

    def _match(self, key: str, name: str, text: str, languages: frozenset[str]) -> Match | None:
        """Find the name that is in the index as `name`: the one written like `text`, else the first."""
        found = written_names(self, key).get(name, ())
        if not found:  # it is a name of an entry that this one has replaced
            replaced = replaced_keys(self).get(key, ())
            old = next(match for each in replaced for match in written_names(self, each).get(name, ()))
            found = (Match(key, old.matched, old.language, "former"),)
        if languages:
            found = tuple(match for match in found if match.language in languages and match.kind != "demonym")
        return next((match for match in found if match.matched.casefold() == text.casefold()), next(iter(found), None))

    def _compound(self, text: str) -> Iterator[Match]:
        """Yield the entries that a compound such as franco-allemand is made of, when every half means one.

        Both halves are adjectives, or both are names: `Französisch-Guyana` is not a compound.
        """
        hyphens = [*islice(_HYPHEN.finditer(text), _MOST_HYPHENS + 1)]
        for hyphen in hyphens if len(hyphens) <= _MOST_HYPHENS else ():
            head, rest = text[: hyphen.start()], text[hyphen.end() :]
            keys = self.index().get(fold(head) + HALF, ())
            heads = tuple(Match(key, head, "", "demonym") for key in keys) or self._whole(head)
            tails = heads and (self._single(rest) or tuple(self._compound(rest)))
            if tails and (heads[0].kind == "demonym") == (tails[0].kind == "demonym"):
                yield from (*heads, *tails)
                return


@lru_cache(maxsize=65536)
def _nearest(vocabulary: Vocabulary, folded: str) -> tuple[str, ...]:
    """Look over all names, which takes long: once for each text, however many problems it makes."""
    near = closest(folded, unmarked_names(vocabulary))
    return vocabulary.index()[near] if near else ()


@lru_cache(maxsize=4096)
def _has_always(vocabulary: Vocabulary, key: str) -> bool:
    return key in vocabulary and not vocabulary[key].periods and not vocabulary[key].is_former


@lru_cache(maxsize=4096)
def _broader_chain(vocabulary: Vocabulary, key: str) -> tuple[str, ...]:
    chain, entries = [key], vocabulary.entries
    while len(chain) < _MOST_BROADER and key in entries and (key := entries[key].broader) and key not in chain:
        chain.append(key)
    return tuple(chain)
