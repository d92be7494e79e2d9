"""The days of a journey to several countries, each behind its country: to Kenya on 15 May and to Norway on 17 May."""

from collections.abc import Mapping, Sequence

from coopdb.author.draft.days.dates import Dated
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.words import cues, telling_words

_NEAR = 24  # characters between a country and its day
_SMALL = 2  # words of these


def countries_of_days(names: Names, days: Sequence[Dated]) -> Mapping[int, str]:
    """Map where days stand to the country that stands right before each, in a sentence about a journey."""
    found: dict[int, str] = {}
    for each in days:
        country = _before(names, each)
        if country and _is_of_journey(names, each):
            found[each.start] = country
    return found


def _before(names: Names, each: Dated) -> str | None:
    """Return the country that nothing but small words stands between and a day: to Kenya on 15 May."""
    article = names.article
    near = [one for one in names.beginning(max(each.start - 2 * _NEAR, 0), each.start) if one.kind == "country"]
    if not near or near[-1].is_adjective or len(near[-1].keys) != 1 or each.start - near[-1].end > _NEAR:
        return None
    between = article.plain[near[-1].end : each.start]
    words = [word.folded for word in article.words_in(near[-1].end, each.start)]
    small = cues.spoken("common", names.language) | telling_words.words("of_dates")
    is_close = len(words) <= _SMALL and all(word in small for word in words)
    return near[-1].keys[0] if is_close and not set(between) & set(".;\n") else None


def _is_of_journey(names: Names, each: Dated) -> bool:
    sentence = names.article.sentence_at(each.start)
    journeys = cues.joined_list(names.language, "visiting", "announced")
    return journeys.is_in(names.article.folded(sentence))
