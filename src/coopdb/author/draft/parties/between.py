"""The two that a text says a meeting was between: talks between the United States and President Novak of Russia."""

from collections.abc import Sequence

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.text.text import LEAD
from coopdb.author.draft.words import cues, telling_words

_NEAR = 3  # words between the meeting and "between", and between that and the first of the two
_REACH = 200  # characters in which all of it stands
_FAR = 9  # words from one of the two to the other, with an office and a name


def met_between(names: Names) -> frozenset[str]:
    """Return the two countries that title or lead say a meeting was between, none where it was of more."""
    article, language = names.article, names.language
    links = cues.spoken("between_two", language)
    meetings = cues.spoken("encounters", language)
    for word in (each for each in article.words if each.folded in links and article.rank_at(each.start) <= LEAD):
        sentence = article.sentence_at(word.start)
        first, last = max(sentence.start, word.start - _REACH), min(sentence.end, word.end + _REACH)
        before = {each.folded for each in article.words_in(first, word.start)[-_NEAR:]}
        found = names.beginning(word.end, last)
        if not meetings.isdisjoint(before) and _are_two(names, word.end, found):
            return frozenset(each.keys[0] for each in found[:2])
    return frozenset()


def _are_two(names: Names, start: int, found: Sequence[NamedParty]) -> bool:
    """Tell whether what stands behind "between" are two countries, and no third that follows them at once."""
    article, joins = names.article, telling_words.words("and")
    if len(found) < 2 or any(each.kind != "country" for each in found[:2]):  # noqa: PLR2004  # two
        return False
    one, other = found[:2]
    between = article.words_in(one.end, other.start)
    is_near = len(article.words_in(start, one.start)) <= _NEAR and len(between) <= _FAR
    third = article.words_in(other.end, found[2].start) if len(found) > 2 else None  # noqa: PLR2004  # two
    is_of_more = third is not None and len(third) <= 1 and all(each.folded in joins for each in third)
    is_joined = not joins.isdisjoint(each.folded for each in between) or article.plain[other.start - 1] in joins
    return is_near and not is_of_more and is_joined
