"""Whom a text says to have met their counterpart of a country, who then stand for the other one of two."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.person import Words
from coopdb.author.draft.officials.said import Said

_CLOSE = 2  # words behind the adjective in which the counterpart stands
_REACH = 40  # characters in which these are looked for
_FAR = 1  # sentences that somebody is named before: Minister Novak arrived. With her Dutch colleague she opened


def told_by_counterparts(names: Names, said: Sequence[Said], keys: Sequence[str]) -> Mapping[int, str]:
    """Map where somebody is named to their party, which is the other of the two of whose counterpart a text tells.

    The last one named before the counterpart, without a country, met them: Minister Novak and her Dutch colleague.
    """
    found: dict[int, str] = {}
    ordered = sorted(said, key=attrgetter("person.start"))
    for mention in _of_counterparts(names, keys):
        first = bisect_left(ordered, mention.start, key=attrgetter("person.start"))
        before = (ordered[number] for number in range(first - 1, -1, -1))
        each = next((each for each in before if each.person.whole_end <= mention.start), None)
        if each is None or each.country is not None or not each.person.role or each.person.is_counterpart:
            continue
        near = names.article.sentence_number(mention.start) - names.article.sentence_number(each.person.start)
        if near <= _FAR:
            found.setdefault(each.person.start, next(key for key in keys if key != mention.keys[0]))
    return found


def _of_counterparts(names: Names, keys: Sequence[str]) -> Iterator[NamedParty]:
    """Yield the adjectives of two parties beside a word for a counterpart: his Dutch colleague."""
    words = Words(names.language)
    for each in names.of_kind("country"):
        if each.is_adjective and len(each.keys) == 1 and each.keys[0] in keys:
            sentence = names.article.sentence_at(each.start)
            behind = names.article.words_in(each.end, min(each.end + _REACH, sentence.end))[:_CLOSE]
            before = names.article.words_in(max(each.start - _REACH, sentence.start), each.start)[-1:]  # homologue X
            if any(words.is_counterpart(word.folded) for word in (*before, *behind)):
                yield each
