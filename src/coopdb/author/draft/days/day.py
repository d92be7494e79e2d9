"""The day of a meeting: which of the dates that a text gives is the meeting's, if any."""

from collections.abc import Iterator, Sequence, Set
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from coopdb.author.draft.days.dates import EXPLICIT, Dated, dates_within, find_dates
from coopdb.author.draft.days.day_scores import CERTAIN, OLD, score_days
from coopdb.author.draft.days.issued import find_issued
from coopdb.author.draft.days.notice import find_notice, is_notice
from coopdb.author.draft.days.other_days import is_of_margins, named
from coopdb.author.draft.days.spoken_days import is_same_today, without_spoken_today
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.parties.two_sides import is_of_balance, parties_named
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.quotes import find_quotes
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.text.text import LEAD, TITLE, Article
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.record.dates import PartialDate, day_away, whole_day

_PLANNED, _FAR_DOWN, _UNLIKELY = 2.5, 2.5, 1.5
_WEEK = 7
_LONGEST = 6  # days from the first of a visit to its last
_ABOUT_AS_LIKELY = 0.5  # how much less may speak for another day that makes one doubtful


class MeetingDate(NamedTuple):
    """What is known of the day: a date to be sure of, or candidates and why; `dates` in order; `told`: in full."""

    certain: Dated | None = None
    doubtful: tuple[str, ...] = ()
    why: str = "the text gives no day"
    published: Dated | None = None
    dates: tuple[Dated, ...] = ()
    told: tuple[Dated, ...] = ()

    def within(self, low: int, high: int) -> tuple[Dated, ...]:
        """Return the dates that begin in a part of the text."""
        return dates_within(self.dates, low, high)


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
    scored, dates = score_days(names, wording, told, known, parties)
    if issued := find_issued(names, wording, [each for _, each in scored], known):
        return MeetingDate(issued, published=notice, dates=dates, told=told)
    best = (
        [each for score, each in scored if score >= CERTAIN]
        or [each for score, each in scored if score >= _PLANNED and _is_to_come(article, each, known)]
        or _only_one(names, scored, known, parties)
        or _of_arrival(wording, scored, known)
        or _only_now(names, scored, known)
    )
    best = _within_visit(names, without_spoken_today(article, best), scored)
    if best and (doubt := _doubt(best, names, scored, known)):
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
    recent = [each for each in written if 0 <= (last - each).days <= OLD]
    return min(recent).isoformat() if recent else published  # a page's own day is later than a despatch's


def _within_visit(names: Names, best: list[Dated], scored: Sequence[tuple[float, Dated]]) -> list[Dated]:
    """Put the day on which the two met before a visit of many days that it is one of; not one spent with students."""
    if not best or not _is_long(best[0]):
        return best
    likely = (each for score, each in scored if score >= _FAR_DOWN and each.day and not each.last)
    within = (each for each in likely if _within(each, best[0]))
    own = [each for each in within if is_of_balance(names, names.article.sentence_at(each.start))][:1]
    return [*own, *(each for each in best if each not in own)]


def _is_long(each: Dated) -> bool:
    """Tell days that are too many for one visit."""
    last = whole_day(each.last) if each.last else None
    return each.day is not None and last is not None and last - each.day > timedelta(_LONGEST)


def _only_one(names: Names, scored: list[tuple[float, Dated]], known: str | None, parties: Set[str]) -> list[Dated]:
    """Return the day that a sentence far down tells of the meeting, where no other is likely."""
    score, best = next((found for found in scored if not _is_long(found[1])), (0.0, None))
    if best is None or best.day is None or score < _FAR_DOWN or _rivals(names.article, scored, best, _UNLIKELY, known):
        return []
    sentence = names.article.sentence_at(best.start)
    is_also = not telling_words.words("also").isdisjoint(names.article.folded(sentence).split())
    return [] if is_also or not named(names, sentence, "country") <= parties else [best]


def _only_now(names: Names, scored: list[tuple[float, Dated]], known: str | None) -> list[Dated]:
    """Return the day of the last week on which title or lead has both sides, where a text tells of no other day."""
    likely = [(score, each) for score, each in scored if score > 0]
    score, best = likely[0] if likely else (0.0, None)
    if best is None or best.day is None or known is None or score < _UNLIKELY or best.rule in EXPLICIT:
        return []
    sentence = names.article.sentence_at(best.start)
    is_recent = 0 <= (date.fromisoformat(known) - best.day).days < _WEEK
    is_one = {each.first for _, each in likely} == {best.first}
    sides = max(len({*parties_named(names, sentence)}), sum(map(is_office, names.article.folded(sentence).split())))
    return [best] if is_recent and is_one and sentence.rank <= LEAD and sides >= TWO_SIDES else []


def _of_arrival(wording: Phrasing, scored: list[tuple[float, Dated]], known: str | None) -> list[Dated]:
    """Return the day of publication on which somebody arrived, where a text tells no other, and then that they met."""
    here = next((each for _, each in scored if each.first == known and _arrives(wording, each)), None)
    if here is None or {each.first for _, each in scored} != {known}:
        return []
    told = (*wording.titles, *wording.leads)
    since = wording.article.sentence_at(here.start).start
    is_met = any(wording.says(each, "took_place") for each in told if each.start >= since)
    find = telling_words.finder("future_meeting", wording.language)
    is_ahead = any(True for each in told for _ in find(wording.article.folded(each).strip()))
    return [here] if is_met and not is_ahead else []


def _arrives(wording: Phrasing, each: Dated) -> bool:
    """Tell a day of the title or the lead beside a verb of arrival."""
    sentence = wording.article.sentence_at(each.start)
    arrives = cues.word_list("arrives", wording.language)
    return sentence.rank <= LEAD and arrives.is_in(wording.article.folded(sentence))


def _rivals(
    article: Article, scored: list[tuple[float, Dated]], best: Dated, least: float, known: str | None
) -> list[Dated]:
    """Return the likely days that do not agree with the best one; of a meeting that was, none that is to come.

    But title and lead may tell of one to come, and the text further down of one that was. Somebody who says further
    down `we signed today` spoke on the day that the lead tells.
    """
    latest = known if known and best.first <= known else None
    quoted = Stretches(find_quotes(article))
    return [
        each
        for score, each in scored
        if score >= least
        and each.day
        and not _within(each, best)
        and (
            latest is None or each.first <= latest or article.rank_at(each.start) <= LEAD < article.rank_at(best.start)
        )
        and not is_same_today(article, best, each, quoted)
    ]


def _is_agreed(article: Article, scored: list[tuple[float, Dated]], best: Dated, others: Sequence[Dated]) -> bool:
    """Tell a day that two sentences give of title or lead, where another, which is less likely, stands in one alone."""
    top = max(score for score, _ in scored)
    least = top - _ABOUT_AS_LIKELY
    same = [each for score, each in scored if score >= least and article.rank_at(each.start) <= LEAD]
    first = {article.sentence_at(each.start) for each in same if each.first == best.first}
    is_less = all(score < top for score, each in scored if each in others)
    return len(first) > 1 and is_less and len({article.sentence_at(each.start) for each in others}) == 1


def _is_to_come(article: Article, each: Dated, known: str | None) -> bool:
    """Tell a day of title or lead that is still to come: that of a meeting which is announced."""
    return article.rank_at(each.start) <= LEAD and known is not None and each.first >= known


def _doubt(
    certain: list[Dated], names: Names, scored: list[tuple[float, Dated]], known: str | None
) -> tuple[str, tuple[str, ...]] | None:
    """Return why the best date is doubtful all the same, and what it may be."""
    best, article = certain[0], names.article
    score = next(score for score, each in scored if each is best)
    if unclear := _unclear(best):
        return unclear
    if known is None and best.day is None and not (_opens(names, best) or _is_told_ahead(names, best)):
        return "the month may be that of something before", (best.first,)
    sentence = article.sentence_at(best.start)
    same = [each for each in certain if article.sentence_at(each.start) == sentence and not _within(each, best)]
    if same:
        return "the sentence gives several days", tuple(dict.fromkeys(each.first for each in (best, *same)))
    if (is_of_event := is_of_margins(names, best)) or _is_long(best):
        why = "the days are those of an event" if is_of_event else "the visit took several days"
        return why, (best.first, best.last or best.first)
    others = _rivals(article, scored, best, score - _ABOUT_AS_LIKELY, known)
    if others and not _is_agreed(article, scored, best, others):
        return "the text gives several days", tuple(dict.fromkeys(each.first for each in (best, *others)))
    return None


def _unclear(best: Dated) -> tuple[str, tuple[str, ...]] | None:
    """Return why a date is doubtful by itself."""
    if not best.fits:
        return "the weekday does not fit the day", (best.first, *(_nearest(best) if best.day else ()))
    return ("the numbers may be either day", (best.first, *best.others)) if best.others else None


def _opens(names: Names, each: Dated) -> bool:
    """Tell a month of the first sentence, unless it is that of a visit or signature, which mostly were before."""
    article = names.article
    sentence = article.sentence_at(each.start)
    others = cues.joined_list(names.language, "visiting", "signatures", "signed", "signing")
    is_other = others.is_in(article.folded(sentence))
    before = takewhile(lambda other: other != sentence, article.sentences)
    return not is_other and all(other.rank == TITLE for other in before)


def _is_told_ahead(names: Names, each: Dated) -> bool:
    """Tell a month of what will be: will visit Norway in April 2026."""
    return Teller(names.article, names.language).at(each.start, each.end).is_future


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
