"""The days of a journey to several countries, each behind its country: to Kenya on 15 May and to Norway on 17 May."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from coopdb.author.draft.days.dates import Dated, dates_within
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.text.phrases import FoldedWords
from coopdb.author.draft.text.text import Article, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.text import fold

_NEAR = 24  # characters between a country and its day
_SMALL = 2  # words of these
_REACH = 150  # characters between the days of two countries


def days_of_journey(names: Names, days: Sequence[Dated], parties: Set[str]) -> tuple[Set[int], Set[int]]:
    """Return where the days stand that a journey was to one of the parties, and those of its other countries.

    The `days` are in the order of the text.
    """
    stops = [
        (each.start, stop) for each in days if (stop := _before(names, each)) and _is_stop(names, stop, each, days)
    ]
    found = {start: stop.keys[0] for start, stop in stops}
    own = {start for start, country in found.items() if country in parties}
    ordered = sorted(own)
    near = {each.start for each in days for start in _beside(ordered, each.start) if _go_on(names, start, each.start)}
    return own, (near | found.keys()) - own


def _beside(places: Sequence[int], place: int) -> Sequence[int]:
    """Return the last of places in order before another, and the first behind it."""
    number = bisect_left(places, place)
    return places[max(number - 1, 0) : number + 1]


def _go_on(names: Names, one: int, other: int) -> bool:
    """Tell two days of one sentence between which nobody meets: to Kenya on 15 May and to Norway on 17 May."""
    article, (low, high) = names.article, sorted((one, other))
    if high - low > _REACH or article.sentence_at(low) != article.sentence_at(high):
        return False
    return not cues.joined_list(names.language, "meeting", "took_place").is_in(fold(article.plain[low:high]))


def _before(names: Names, each: Dated) -> NamedParty | None:
    """Return the country that nothing but small words stands between and a day: to Kenya on 15 May."""
    article = names.article
    named = names.beginning(max(each.start - 2 * _NEAR, 0), each.start)
    near = [
        one for one in named if one.kind == "country" and fold(article.plain[one.start : one.end]) not in cues.regions()
    ]
    if not near or near[-1].is_adjective or len(near[-1].keys) != 1 or each.start - near[-1].end > _NEAR:
        return None
    between = article.plain[near[-1].end : each.start]
    words = [word.folded for word in article.words_in(near[-1].end, each.start)]
    small = cues.spoken("common", names.language) | telling_words.words("of_dates")
    is_close = len(words) <= _SMALL and all(word in small for word in words)
    return near[-1] if is_close and not set(between) & set(".;\n") else None


def _is_stop(names: Names, country: NamedParty, day: Dated, days: Sequence[Dated]) -> bool:
    """Tell a country that somebody goes to on a day, and nobody meets on a later one: will travel to Kenya on 15 May.

    Between the journey and the country stand other countries and their days alone; not: the visit, she told parliament
    of Kenya on Monday, nor a journey that somebody is back from.
    """
    article, language = names.article, names.language
    sentence = article.sentence_at(day.start)
    words = article.words_in(sentence.start, country.start)
    before = FoldedWords(words)
    journeys = cues.joined_list(language, "visiting", "announced", but=("comes_home",))
    last = max((before.numbers(*each)[1] for each in journeys.find(before.text)), default=None)
    if any(word.folded in cues.spoken("from", language) for word in words[-1:]):  # departed from Kenya on 15 May
        return False
    small = cues.spoken("common", language) | telling_words.words("of_dates") | telling_words.first_words_of_months()
    if last is None or not all(word.folded in small or _is_of_name(article, word) for word in words[last + 1 :]):
        return False
    later = dates_within(days, day.end, sentence.end)[:1]
    behind = f" {fold(article.plain[day.end : later[0].start if later else day.end])} "
    is_back = cues.joined_list(language, "comes_home", "ends_stay").is_in(f" {before.text} ")
    return not is_back and not cues.joined_list(language, "meeting", "took_place").is_in(behind)


def _is_of_name(article: Article, word: Word) -> bool:
    """Tell a word of a name, a number, or a letter: People's."""
    first = article.plain[word.start]
    return first.isupper() or first.isdigit() or word.end - word.start == 1
