"""The day of a meeting: which of the dates that a text gives is the meeting's, if any."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter

from coopdb.author.draft import cues, telling_words
from coopdb.author.draft.dates import Dated, find_dates
from coopdb.author.draft.issued import find_issued
from coopdb.author.draft.names import Names
from coopdb.author.draft.notice import find_notice, is_notice
from coopdb.author.draft.relative import RULE as RELATIVE
from coopdb.author.draft.relative import WEEKDAY_RULE, find_relative
from coopdb.author.draft.telling import Teller
from coopdb.author.draft.text import BACKGROUND, BODY, LEAD, TITLE, Article, Passage
from coopdb.author.draft.wording import Phrasing
from coopdb.record.dates import PartialDate, day_away, whole_day
from coopdb.text import fold

_CERTAIN, _PLANNED, _FAR_DOWN, _UNLIKELY = 3.0, 2.5, 2.5, 1.5
_OLD, _STALE = 7, 90  # days before the publication that an explicit day loses to "today", or is not taken for certain
_NEXT = 4.0  # what a date loses that they agreed to meet again on
_WEEK = 7
_INVITED = 2.0  # what a day loses that somebody is invited for
_LONGEST = 6  # days from the first of a visit to its last
_ABOUT_AS_LIKELY = 0.5  # how much less may speak for another day that makes one doubtful
_MORE = 1.5  # what the day of something besides loses
_CLOSE = 3  # words between a date and its verb
_BY_RANK = {TITLE: 1.5, LEAD: 1.5, BODY: 0.5, BACKGROUND: -4.0}


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """What is known of the day: a date to be sure of, or candidates and why; `dates` in order; `told`: in full."""

    certain: Dated | None = None
    doubtful: tuple[str, ...] = ()
    why: str = "the text gives no day"
    published: Dated | None = None
    dates: tuple[Dated, ...] = ()
    told: tuple[Dated, ...] = ()

    def within(self, low: int, high: int) -> tuple[Dated, ...]:
        """Return the dates that begin in a part of the text."""
        first = bisect_left(self.dates, low, key=attrgetter("start"))
        return self.dates[first : bisect_left(self.dates, high, first, key=attrgetter("start"))]


def find_date(
    names: Names, wording: Phrasing, published: str | None, parties: Set[str], month: str | None = None
) -> MeetingDate:
    """Find the day of the meeting; `published` is an ISO day or None, `parties` are the countries that met.

    Where only the `month` of publication is known, it tells the year of a day without one.
    """
    article, language = names.article, wording.language
    notice = find_notice(article, tuple(find_dates(article, None, language)))
    known = published or (notice.first if notice and notice.day else None)
    told = tuple(find_dates(article, known or (month and PartialDate.of(month).latest.isoformat()), language))
    known = _written_on(article, told, known)
    scored, dates = _scored(names, wording, told, known, parties)
    if issued := find_issued(names, wording, [each for _, each in scored], known):
        return MeetingDate(issued, published=notice, dates=dates, told=told)
    best = (
        [each for score, each in scored if score >= _CERTAIN]
        or [each for score, each in scored if score >= _PLANNED and _is_to_come(article, each, known)]
        or _only_one(names, scored, known, parties)
    )
    if best and (doubt := _doubt(best, article, scored, known)):
        return MeetingDate(None, doubt[1], doubt[0], notice, dates, told)
    if best:
        return MeetingDate(best[0], published=notice, dates=dates, told=told)
    maybe = tuple(dict.fromkeys(each.first for score, each in scored if score > 0))
    day = (known,) if known and known not in maybe else ()
    why = "the text gives no day of the meeting" if not maybe else "it is not certain that the meeting was on this day"
    return MeetingDate(None, (*maybe, *day), why, notice, dates, told)


def _written_on(article: Article, dates: Sequence[Dated], published: str | None) -> str | None:
    """Return the day from which a text counts: that of its dateline, if it was published then or soon after."""
    if published is None:
        return None
    last = date.fromisoformat(published)
    written = (each.day for each in dates if each.day and not each.others and is_notice(article, each))
    return next((each.isoformat() for each in written if 0 <= (last - each).days <= _OLD), published)


def _only_one(names: Names, scored: list[tuple[float, Dated]], known: str | None, parties: Set[str]) -> list[Dated]:
    """Return the day that a sentence far down tells of the meeting, where no other is likely."""
    score, best = scored[0] if scored else (0.0, None)
    if best is None or best.day is None or score < _FAR_DOWN or _rivals(scored, best, _UNLIKELY, known):
        return []
    sentence = names.article.sentence_at(best.start)
    is_also = not telling_words.words("also").isdisjoint(names.article.folded(sentence).split())
    return [] if is_also or not _named(names, sentence, "country") <= parties else [best]


def _named(names: Names, sentence: Passage, *kinds: str) -> Set[str]:
    """Return the countries that a sentence names, by their cities too; or only by some kinds of mention."""
    here = (each for each in names.within(sentence.start, sentence.end) if sentence.start <= each.start < sentence.end)
    wanted = kinds or ("country", "city")
    return {each.keys[0] for each in here if each.kind in wanted and len(each.keys) == 1}


def _rivals(scored: list[tuple[float, Dated]], best: Dated, least: float, known: str | None) -> list[Dated]:
    """Return the likely days that do not agree with the best one; of a meeting that was, none that is to come."""
    latest = known if known and best.first <= known else None
    return [
        each
        for score, each in scored
        if score >= least and each.day and not _within(each, best) and (latest is None or each.first <= latest)
    ]


def _is_to_come(article: Article, each: Dated, known: str | None) -> bool:
    """Tell a day of title or lead that is still to come: that of a meeting which is announced."""
    return article.rank_at(each.start) <= LEAD and known is not None and each.first >= known


def _doubt(
    certain: list[Dated], article: Article, scored: list[tuple[float, Dated]], known: str | None
) -> tuple[str, tuple[str, ...]] | None:
    """Return why the best date is doubtful all the same, and what it may be."""
    best = certain[0]
    score = next(score for score, each in scored if each is best)
    if not best.fits:
        return "the weekday does not fit the day", (best.first, *(_nearest(best) if best.day else ()))
    if best.others:
        return "the numbers may be either day", (best.first, *best.others)
    sentence = article.sentence_at(best.start)
    same = [each for each in certain if article.sentence_at(each.start) == sentence and not _within(each, best)]
    if same:
        return "the sentence gives several days", tuple(dict.fromkeys(each.first for each in (best, *same)))
    if best.day and best.last and (whole_day(best.last) or best.day) - best.day > timedelta(_LONGEST):
        return "the visit took several days", (best.first, best.last)
    if others := _rivals(scored, best, score - _ABOUT_AS_LIKELY, known):
        return "the text gives several days", tuple(dict.fromkeys(each.first for each in (best, *others)))
    return None


def _within(one: Dated, other: Dated) -> bool:
    """Tell whether two dates agree: one is the other, a part of it, or less precise."""
    spans = [(each.first, each.last or each.first) for each in (one, other)]
    (low, high), (first, last) = spans
    return (
        (first <= low and high <= last)
        or (low <= first and last <= high)
        or first.startswith(low)
        or low.startswith(first)
    )


def _nearest(dated: Dated) -> Iterator[str]:
    """Yield the nearest days that are the weekday that is said."""
    day = dated.day or date.min
    for away in range(1, 4):
        for other in (day_away(day, -away), day_away(day, away)):
            if other and other.weekday() == dated.weekday:
                yield other.isoformat()


def _scored(
    names: Names, wording: Phrasing, written: tuple[Dated, ...], known: str | None, parties: Set[str]
) -> tuple[list[tuple[float, Dated]], tuple[Dated, ...]]:
    """Score every day that the text gives, the likeliest first, but for that of the publication; return all too."""
    article, language = names.article, wording.language
    explicit = [each for each in written if not is_notice(article, each)]
    published = date.fromisoformat(known) if known else None
    taken = [(each.start, each.end) for each in explicit]
    teller = Teller(article, language)
    relative = [_ahead(teller, each) for each in find_relative(article, published, language, taken)] if published else []
    is_speech = any(wording.says(each, "speeches") for each in wording.titles)
    scored = [
        (_score(names, teller, each, parties) - _again(wording, each) - _spoken(each, known, is_speech), each)
        for each in (*explicit, *relative)
    ]
    is_told_today = any(score >= _CERTAIN for score, each in scored if each in relative)
    was = known is not None and any(score >= _CERTAIN and each.first <= known for score, each in scored)
    later = known if was else None
    aged = [
        (score - _age(each, published, is_told_today) - _ahead_of(wording, each, known, later), each)
        for score, each in scored
    ]
    return sorted(aged, key=lambda found: (-found[0], found[1].start)), tuple(
        sorted((*written, *relative), key=attrgetter("start"))
    )


def _ahead(teller: Teller, each: Dated) -> Dated:
    """Return the next such day for a weekday on which something will be: will meet on Friday, trifft am Freitag."""
    if each.rule != WEEKDAY_RULE or each.day is None or each.last or not teller.at(each.start, each.end).is_ahead:
        return each
    day = day_away(each.day, _WEEK)
    return replace(each, first=day.isoformat()) if day else each


def _again(wording: Phrasing, each: Dated) -> float:
    """Return what a date loses that is that of the next meeting."""
    return _NEXT if wording.says(wording.article.sentence_at(each.start), "meets_again") else 0


def _spoken(each: Dated, known: str | None, is_speech: bool) -> float:  # noqa: FBT001  # a fact of the text
    """Return what a day loses that a speech speaks of, other than today: it is that of something else."""
    return _NEXT if is_speech and each.first != known else 0


def _ahead_of(wording: Phrasing, each: Dated, known: str | None, later: str | None) -> float:
    """Return what a day to come loses: one that somebody is invited for, and, `later`, where a meeting was before."""
    if known is None or each.first <= known:
        return 0
    invites = cues.word_list("invites", wording.language)
    is_invited = invites.is_in(wording.article.folded(wording.article.sentence_at(each.start)))
    return _INVITED * is_invited + (later is not None)


def _age(each: Dated, published: date | None, is_told_today: bool) -> float:  # noqa: FBT001  # a fact of the text
    """Return what an old date loses: an older one never beats today, one of a month ago is not that of the meeting."""
    if published is None:
        return 0
    last = each.last or each.first
    days = (published - (whole_day(last) or date.fromisoformat(f"{last}-28"))).days
    return 3.0 if is_told_today and days > _OLD else 2.0 if days > _STALE else 0


def _score(names: Names, teller: Teller, each: Dated, parties: Set[str]) -> float:
    """Score how likely a date is that of the meeting."""
    article = names.article
    rank = article.rank_at(each.start)
    sentence = article.sentence_at(each.start)
    told = teller.at(each.start, each.end)
    score = _BY_RANK[rank]
    is_meeting = told.kind == "meeting" or (told.kind == "older" and each.rule == RELATIVE)  # signed today is not older
    score += 2.0 if is_meeting else -3.0 if told.kind in ("other", "older") else 0
    score += 0.5 if is_meeting and told.away <= _CLOSE else 0
    score += 1 if each.weekday is not None else 0
    score += 1 if article.says(sentence, "margins") else 0
    score -= 1 if told.is_future else 0
    score -= _MORE if _is_more(article, each) else 0
    score -= 3.5 if _refers_back(article, each) else 0
    score -= 3 if _is_of_others(names, each, parties) else 0
    return score - (1 if each.day is None and rank > LEAD else 0)


def _is_more(article: Article, each: Dated) -> bool:
    """Tell the day of what was done besides: she also attended a fair on 18 August."""
    sentence = article.sentence_at(each.start)
    before = article.words_in(sentence.start, each.start)
    return not telling_words.words("also").isdisjoint(word.folded for word in before)


def _refers_back(article: Article, each: Dated) -> bool:
    """Tell a date of what was before: building on the agreement of, since, depuis."""
    sentence = article.sentence_at(each.start)
    before = f" {fold(article.plain[sentence.start : each.start])} "
    return cues.word_list("past").is_in(before)


def _is_of_others(names: Names, each: Dated, parties: Set[str]) -> bool:
    """Tell a sentence about another meeting: it names a country, and none of those that met."""
    sentence = names.article.sentence_at(each.start)
    is_named = bool(_named(names, sentence, "country"))
    return len(parties) > 1 and is_named and parties.isdisjoint(_named(names, sentence))
