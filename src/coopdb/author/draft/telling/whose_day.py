"""Whose day it is, of a meeting or of what somebody says or does in the same clause: met her on Monday and stressed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from coopdb.author.draft.telling.told_words import Told
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.pattern import pattern

MARKS = pattern(r"[,;:()،؛–]")
AND = "و"  # which Arabic writes before a verb: والتقت
_NEAR = 3  # words between a day and the verb behind it that it is of, and before a visit, which say what it is to it
_TO_DAY = 10  # words between what makes a verb one to come and the day of it
_NAMES = pattern(r",(?=\s[^\W\d_a-zäöü])")  # between the names of a list: mit Malta, Zypern und Irland geplant
_ASIDE = pattern(r"[,،][^,;:()،؛–]{1,40}[,،]")  # , Ann Berg,


def has_day(article: Article, language: str | None, cue: Told, start: int) -> bool:
    """Tell a meeting whose day follows in its clause, before somebody says so: met her on Monday and stressed."""
    if cue.kind != "meeting" or cue.is_weak or cue.end > start or not _is_one_clause(article, language, cue.end, start):
        return False
    between = [each.folded for each in article.words_in(cue.end, start)]
    is_joined = any(each.startswith(AND) for each in between[-1:])  # ويوم الاثنين
    last = telling_words.of_language("last", language)
    return not is_joined and not any(each in last or each.isdigit() for each in between)


def keeps_day(article: Article, language: str | None, cue: Told, near: Told, start: int) -> bool:
    """Tell a meeting that was on a day before one to come: met the king on Monday, and both could visit the port."""
    is_before = near.is_future and near.start > start and cue.is_past and has_day(article, language, cue, start)
    return is_before and any(is_office(each.folded) for each in article.words_in(cue.end, start))


def is_told_of(article: Article, language: str | None, cue: Told, report: Told, day: tuple[int, int]) -> bool:
    """Tell a meeting behind its day, of which somebody says so: confirmed that on Monday she met him.

    Where verbs stand last, the day is within the parts of one: hat laut einem Sprecher am Montag Berg getroffen.
    """
    start, end = day
    if cue.kind != "meeting" or cue.start < end or not _is_one_clause(article, language, end, cue.start):
        return False
    is_within = cue.is_past and report.end <= start and bool(cues.spoken("receives_last", language))
    return is_within or is_content(article, language, report, start)


def is_content(article: Article, language: str | None, cue: Told, start: int) -> bool:
    """Tell what somebody said from where he said it: said that a port in Oslo was sold."""
    that = telling_words.of_language("that", language)
    return not that.isdisjoint(each.folded for each in article.words_in(cue.end, start))


def says_what(article: Article, language: str | None, report: Told, places: tuple[int, int, int]) -> bool:
    """Tell what somebody said on a day, behind `that` or whom it is about: said Saturday he will meet her.

    The `places` are those of the day, and where what was said may be told.
    """
    start, end, place = places
    behind = [each.folded for each in article.words_in(end, place)]
    if not telling_words.of_language("that", language).isdisjoint(behind):
        return True
    is_last = bool(cues.spoken("receives_last", language))
    is_spoken = is_last and article.plain.startswith(",", max(report.end, end)) and not _is_aside(behind, language)
    is_close = len(article.words_in(report.end, start)) <= _NEAR and not is_content(article, language, report, start)
    return is_spoken or (is_close and not cues.spoken("pronouns", language).isdisjoint(behind[:1]))


def is_elsewhere(article: Article, language: str | None, cue: Told, start: int) -> bool:
    """Tell a word of another clause than that of a day behind it: a relative one that is over, or one with `that`."""
    return _is_in_content(article, language, cue, start) or _is_in_relative(article, language, cue, start)


def _is_in_content(article: Article, language: str | None, cue: Told, start: int) -> bool:
    """Tell a mere visit before something else, that was on a day: the visit follows the news that on Friday."""
    between = [each.folded for each in article.words_in(cue.end, start)][1:]
    return cue.is_weak and cue.end <= start and not telling_words.of_language("that", language).isdisjoint(between[:-1])


def _is_aside(words: Sequence[str], language: str | None) -> bool:
    """Tell words that begin with when or where, or that something is over: sagte am Montag, als er sie traf."""
    when = telling_words.of_language("when", language) | cues.spoken("when_words", language)
    return not when.isdisjoint(words[:1])


def _is_in_relative(article: Article, language: str | None, cue: Told, place: int) -> bool:
    """Tell another verb in a relative clause that ends before a place: who arrived on Sunday, was met on Monday."""
    if cue.kind != "other" or cue.end > place:
        return False
    begin = article.sentence_at(cue.start).start
    start = max(article.plain.rfind(mark, begin, cue.start) for mark in ",،") + 1
    first = [each.folded for each in article.words_in(start, cue.start)[:1]] if start else []
    is_relative = not telling_words.of_language("relatives", language).isdisjoint(first)
    return is_relative and bool(MARKS.search(article.plain, cue.end, place))


def is_in_aside(article: Article, language: str | None, auxiliary: Told, place: int) -> bool:
    """Tell a relative clause that a mark ends before a place: for a visit, which will include a dinner, on 4 May."""
    before = article.words_in(article.sentence_at(auxiliary.start).start, auxiliary.start)[-1:]
    is_relative = any(each.folded in telling_words.of_language("relatives", language) for each in before)
    return is_relative and bool(MARKS.search(article.plain, auxiliary.end, place))


def is_day_to_come(
    article: Article, language: str | None, told: Sequence[Told], meeting: Told, day: tuple[int, int]
) -> bool:
    """Tell the day of what will be, with a meeting behind it: will leave Oslo on Sunday to take part in talks."""
    start, end = day
    if meeting.kind != "meeting" or meeting.is_past or meeting.is_after or meeting.start < end:
        return False
    last = max((each for each in told if each.end <= start), key=lambda each: each.start, default=None)
    if last is None or last.kind != "future" or MARKS.search(article.plain, last.end, start):
        return False
    between = [each.folded for each in article.words_in(last.end, start)]
    apart = telling_words.of_language("that", language) | telling_words.of_language("relatives", language)
    is_of_day = len(between) <= _TO_DAY and apart.isdisjoint(between)
    return is_of_day and not _is_within_relative(article, language, told, last)


def _is_within_relative(article: Article, language: str | None, told: Sequence[Told], auxiliary: Told) -> bool:
    """Tell what will be in a relative clause that no comma opens: Odede who will leave office in May flew on Monday.

    What somebody reports stands behind a verb that says so: said that she will leave.
    """
    begin = article.sentence_at(auxiliary.start).start
    begin = max((each.end() for each in MARKS.finditer(article.plain, begin, auxiliary.start)), default=begin)
    clause = article.words_in(begin, auxiliary.start)
    said = {each.end for each in told if each.kind == "report"}
    relatives = telling_words.of_language("relatives", language)
    return any(word.folded in relatives and before.end not in said for before, word in pairwise(clause))


def closes_clause(article: Article, language: str | None, cue: Told, auxiliary: Told) -> bool:
    """Tell an auxiliary that stands last in the clause of a meeting: dass sie reden werde, zal spreken, geplant ist."""
    if MARKS.search(_NAMES.sub(" ", article.plain[cue.end : auxiliary.start])):
        return False
    end = article.sentence_at(auxiliary.start).end
    mark = MARKS.search(article.plain, auxiliary.end, end)
    behind = " ".join(each.folded for each in article.words_in(auxiliary.end, mark.start() if mark else end))
    is_plain = not behind or behind in cues.spoken("will_meet", language)
    return is_plain or behind in telling_words.of_language("copulas", language)


def is_back(article: Article, language: str | None, cue: Told, day: tuple[int, int]) -> bool:
    """Tell the day on which somebody is back from a visit: left Kenya on Monday after a visit; not: to meet her."""
    between = " ".join(each.folded for each in article.words_in(day[1], cue.start))
    is_over = any(True for _ in telling_words.finder("just_over", language)(between))
    return (cue.is_weak or is_over) and any(True for _ in _verbs_of_day(article, language, "comes_home", day))


def ends_stay(article: Article, language: str | None, cue: Told, told: Sequence[Told], day: tuple[int, int]) -> bool:
    """Tell the day on which a visit is over: on Monday concluded a visit, during which she met; not: with a meeting.

    `cue` is what is told nearest to the day, `told` is all that the sentence has.
    """
    verbs = [*_verbs_of_day(article, language, "ends_stay", day)]
    if not verbs or (cue.kind != "meeting" and not cue.is_weak):
        return False
    during = cues.joined(language, "in_talks", "on_the_visit")
    over = [each for each in told if each.is_weak and during.isdisjoint(_before(article, each.start))]
    is_over = any(_is_one_clause(article, language, *sorted((high, each.start))) for _, high in verbs for each in over)
    return is_over and not any(
        each.kind == "meeting"
        and not (each.is_weak or each.is_after or any(low <= each.start < high for low, high in verbs))
        and _is_one_clause(article, language, *sorted((day[1], each.start)))
        for each in told
    )


def _verbs_of_day(article: Article, language: str | None, name: str, day: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield where the verbs of a list stand that a day is of: before it in its clause, right behind, or at the end."""
    start, end = day
    is_last = bool(cues.spoken("receives_last", language))
    for low, high in places_in(article, article.sentence_at(start), cues.word_list(name, language)):
        is_near = is_last or len(article.words_in(end, low)) <= _NEAR
        is_behind = low >= end and is_near and _is_one_clause(article, language, end, low)
        if is_behind or (high <= start and _is_one_clause(article, language, high, start)):
            yield low, high


def _before(article: Article, place: int) -> frozenset[str]:
    words = article.words_in(article.sentence_at(place).start, place)
    return frozenset(each.folded for each in words[-_NEAR:])


def _is_one_clause(article: Article, language: str | None, low: int, high: int) -> bool:
    """Tell words that no mark parts, but for those around an aside, and no `and` or `that`."""
    apart = cues.spoken("list_and", language) | telling_words.of_language("that", language)
    is_plain = apart.isdisjoint(each.folded for each in article.words_in(low, high))
    return is_plain and not MARKS.search(_ASIDE.sub(" ", article.plain[low:high]))
