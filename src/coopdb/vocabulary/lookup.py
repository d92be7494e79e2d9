"""The one interface to a vocabulary: resolve a name, suggest one, and the words for a key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coopdb.text import closest, fold


@dataclass(frozen=True, slots=True)
class Entry:
    """One country, organisation or topic: its names by language (ISO 639-1), the first of each its label."""

    key: str
    labels: Mapping[str, str]
    codes: tuple[str, ...]
    aliases: Mapping[str, tuple[str, ...]]
    short: str
    definition: str
    broader: str

    @property
    def label(self) -> str:
        """The English name."""
        return self.labels["en"]

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Yield every (kind, language, name) that means this entry; codes have no language."""
        yield "code", "", self.key
        yield from (("code", "", code) for code in self.codes)
        yield from (("name", language, label) for language, label in self.labels.items())
        for language, aliases in self.aliases.items():
            yield from (("alias", language, alias) for alias in aliases)


@dataclass(frozen=True, slots=True)
class Match:
    """One entry that a text may mean: its key, and the name of it that matched."""

    key: str
    matched: str
    language: str
    kind: str


@dataclass(frozen=True, eq=False)  # the same only as itself, so that it can be a key of a cache
class Vocabulary:
    """The entries of one kind, found by key or by any name in any language."""

    noun: str
    entries: Mapping[str, Entry]
    _index: dict[str, dict[str, Match]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __contains__(self, key: str) -> bool:
        """Tell whether `key` is a canonical key."""
        return key in self.entries

    def __getitem__(self, key: str) -> Entry:
        """Return the entry of a canonical key."""
        return self.entries[key]

    def label(self, key: str) -> str:
        """Return the English name of a key; a key that is not there is its own name."""
        return self.entries[key].label if key in self.entries else key

    def short(self, key: str) -> str:
        """Return the name of a key that suits a table's header."""
        return (self.entries[key].short or self.entries[key].label) if key in self.entries else key

    def resolve(self, text: str) -> tuple[Match, ...]:
        """Find what `text` may mean: one match, several when it is ambiguous, none when it is unknown."""
        if text in self.entries:
            return (Match(text, text, "", "code"),)
        return tuple(self._names().get(fold(text), {}).values())

    def suggest(self, text: str) -> str:
        """Return the English name of the entry that `text` is most likely a slip for, or nothing."""
        near = closest(text, self._names())
        return self.label(next(iter(self._names()[near]))) if near else ""

    def narrower(self, key: str) -> tuple[str, ...]:
        """Return `key` and every key below it in the hierarchy, sorted."""
        return tuple(sorted(each for each in self.entries if key in self.broader_chain(each)))

    def broader_chain(self, key: str) -> tuple[str, ...]:
        """Return `key`, its broader entry, and so on to the broadest."""
        chain = [key]
        while key in self.entries and (key := self.entries[key].broader):
            chain.append(key)
        return tuple(chain)

    def _names(self) -> Mapping[str, dict[str, Match]]:
        """Index the folded names; made at the first look-up that is not of a canonical key."""
        if not self._index:
            for entry in self.entries.values():
                for kind, language, name in entry.names():
                    match = Match(entry.key, name, language, kind)
                    self._index.setdefault(fold(name), {}).setdefault(entry.key, match)
        return self._index
