"""What a text may mean: an entry by one of its names; and all names as the index has them, found once."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from coopdb.pattern import pattern
from coopdb.text import fold
from coopdb.vocabulary.entry import Kind
from coopdb.vocabulary.index import JOINED, in_any_order
from coopdb.vocabulary.spelling import spellings

if TYPE_CHECKING:
    from coopdb.vocabulary.lookup import Vocabulary

_UNMARKED = pattern(r"[^~']*[^-]")
_NOT_OWN = frozenset(("alias", "former", "demonym"))


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


def owned_by_name(found: tuple[Match, ...]) -> tuple[Match, ...]:
    """Leave out what only has as one of its names what is the own name of another."""
    is_owned = any(match.kind == "name" for match in found)
    return tuple(match for match in found if match.kind not in _NOT_OWN) if is_owned else found


@lru_cache(maxsize=16)
def unmarked_names(vocabulary: "Vocabulary") -> tuple[str, ...]:
    """Return the names of the index that are written like this."""
    return tuple(filter(_UNMARKED.fullmatch, vocabulary.index()))


@lru_cache(maxsize=4096)
def written_names(vocabulary: "Vocabulary", key: str) -> Mapping[str, tuple[Match, ...]]:
    """Map what the names of an entry are in the index to the names as they are written."""
    found: dict[str, list[Match]] = {}
    for kind, language, each in vocabulary.entries[key].names():
        folded = fold(each)
        joined = (JOINED + other for other in spellings(each)[1:])
        for name in {folded, in_any_order(vocabulary.words().of(folded)), *joined}:
            found.setdefault(name, []).append(Match(key, each, language, kind))
    return {name: tuple(matches) for name, matches in found.items()}


@lru_cache(maxsize=16)
def replaced_keys(vocabulary: "Vocabulary") -> Mapping[str, tuple[str, ...]]:
    """Map the keys that have taken the place of others to those."""
    found: dict[str, list[str]] = {}
    for each in vocabulary.entries.values():
        if each.replaced_by:
            found.setdefault(each.replaced_by, []).append(each.key)
    return {key: tuple(others) for key, others in found.items()}
