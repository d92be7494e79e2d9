"""Finds the entries that have some words in a name, for what is not a name by itself."""

from collections.abc import Iterator

from coopdb.text import fold
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.match import Match


def parts(vocabulary: Vocabulary, text: str) -> tuple[Match, ...]:
    """Find the entries that have a name with the words of a text in it, first those of which they say most."""
    folded = fold(text)
    keys = dict(vocabulary.named(folded)) if folded else {}
    firsts: dict[str, Match] = {}
    for match in sorted(
        (match for key in keys for match in _names(vocabulary, key, folded)), key=lambda m: _rank(m, folded)
    ):
        firsts.setdefault(match.key, match._replace(kind="part"))
    return tuple(sorted(firsts.values(), key=lambda match: vocabulary[match.key].is_former))


def _names(vocabulary: Vocabulary, key: str, folded: str) -> Iterator[Match]:
    for kind, language, name in vocabulary[key].names():
        if kind not in ("code", "demonym") and f" {folded}" in f" {fold(name)}":
            yield Match(key, name, language, kind)


def _rank(match: Match, folded: str) -> tuple[bool, bool, int, str, str]:
    """Put own names first, then those that have the words whole, then those with fewest others."""
    words = fold(match.matched)
    return match.kind != "name", f" {folded} " not in f" {words} ", words.count(" "), words, match.key
