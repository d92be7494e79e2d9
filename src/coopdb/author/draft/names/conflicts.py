"""Tells a country of whose war a text speaks, or to which help or a journey goes: the war in Sudan, aid to Kenya."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache

from coopdb.author.draft.names.names import NamedParty
from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern

_GENITIVE = pattern(r"['’]s\b")
_MARK = pattern(r"[,;:.()\n،؛]")
_NEAR = 45  # characters beside a country
_HELP, _ADJECTIVES = 6, 2  # words before a country that say that help goes to it; adjectives among them
_BETWEEN = 2  # words between whose it is and the conflict: Russia's recent missile attacks
_SMALL, _FEW = 3, 3  # letters of the words behind a conflict that say whose it is, or where, and of these how many


def is_of_conflict(article: Article, mention: NamedParty, language: str | None) -> bool:
    """Tell a country beside the word for a conflict."""
    conflicts = cues.joined(language, "conflicts", "situations")
    return _is_behind(article, mention, conflicts) or _is_before(article, mention, conflicts)


def _is_behind(article: Article, mention: NamedParty, conflicts: Set[str]) -> bool:
    """Tell a country whose the conflict is that stands behind it: Russia's war, Rysslands krig."""
    genitive = _GENITIVE.match(article.plain, mention.end)
    start = genitive.end() if genitive else mention.end
    words = article.words_in(start, start + _NEAR)[: 1 + _BETWEEN * bool(genitive or mention.is_adjective)]
    hit = next((word for word in words if word.folded in conflicts), None)
    return hit is not None and _MARK.search(article.plain, start, hit.start) is None


def _is_before(article: Article, mention: NamedParty, conflicts: Set[str]) -> bool:
    """Tell a country behind a conflict and small words: the war in Sudan, l'agression de la Russie, العدوان الروسي."""
    for word in reversed(article.words_in(mention.start - _NEAR, mention.start)[-_FEW:]):
        if word.folded in conflicts:
            return _MARK.search(article.plain, word.end, mention.start) is None
        if len(word.folded) > _SMALL:
            return False
    return False


def is_onward(article: Article, mention: NamedParty, language: str | None) -> bool:
    """Tell where help, or a journey, goes beyond the meeting: support for Kenya, en route to Lima, متوجها إلى."""
    start = max(mention.start - _NEAR, article.sentence_at(mention.start).start)
    words = [each.folded for each in article.words_in(start, mention.start)[-_HELP:]]
    return any(_is_at_end(words, *each) for each in _help_to(language).get(words[-1], ())) if words else False


@cache
def _help_to(language: str | None) -> Mapping[str, Sequence[Sequence[str]]]:
    """Map the last words of the phrases before a country that help goes to, to these phrases, word by word."""
    found = defaultdict[str, list[Sequence[str]]](list)
    for each in map(str.split, cues.joined(language, "help_to", "onward")):
        found[each[-1]].append(each)
    return found


def _is_at_end(words: Sequence[str], noun: str, *rest: str) -> bool:
    """Tell a phrase with up to two adjectives behind its noun: soutien français accru à la."""
    size = len(rest)
    return (*words[-size:],) == rest and noun in words[-size - _ADJECTIVES - 1 : -size] if rest else words[-1] == noun
