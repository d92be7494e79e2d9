"""How likely each day that a text gives is that of the meeting: by its place, and by what is told beside it."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from datetime import date
from operator import attrgetter

from coopdb.author.draft.days.dates import EXPLICIT, Dated
from coopdb.author.draft.days.next_days import find_next_days
from coopdb.author.draft.days.notice import is_labelled, is_notice
from coopdb.author.draft.days.other_days import (
    is_aside,
    is_edge,
    is_gone,
    is_more,
    is_next_day,
    is_of_another,
    is_of_others,
    is_put_off_to,
)
from coopdb.author.draft.days.relative import RULE as RELATIVE
from coopdb.author.draft.days.relative import WEEKDAY_RULE, find_relative
from coopdb.author.draft.days.said_there import said_there
from coopdb.author.draft.days.visit_days import days_of_journey
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.telling.telling import Teller, Telling
from coopdb.author.draft.text.text import BACKGROUND, BODY, LEAD, TITLE, Article
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues
from coopdb.record.dates import at_most_days_away, day_away, whole_day
from coopdb.text import fold

CERTAIN = 3.0  # what a day needs
OLD = 7  # days before the publication that an explicit day loses to "today"
_STALE = 90  # days before the publication that a day is not taken for certain
_NEXT = 4.0  # what a date loses that they agreed to meet again on
_INVITED = 3.0  # what a day loses that somebody is invited for
_OF_OTHERS = 3.0  # what the day of another meeting loses
_EDGE = 4.0  # what a day loses that is only the end of a stay, or since when something goes on
_GONE = 2.0  # what a day loses that was before the publication of a meeting to come
_MORE = 1.5  # what the day of something besides loses
_NEXT_DAY = 1.5  # what the day loses that follows another of them
_PAST_MONTH, _MONTH = 2.0, 31  # what a month loses that ended so many days before the publication
_LABELLED = 2.5  # what a day gains that a label stands before
_CLOSE, _DISTANT = 3, 15  # words between a date and its verb: right beside it, and too far to be sure
_WEEK = 7
_BY_RANK = {TITLE: 1.5, LEAD: 1.5, BODY: 0.5, BACKGROUND: -4.0}


def score_days(
    names: Names, wording: Phrasing, written: tuple[Dated, ...], known: str | None, parties: Set[str]
) -> tuple[list[tuple[float, Dated]], tuple[Dated, ...]]:
    """Score every day that the text gives, the likeliest first, but for that of the publication; return all too."""
    article = names.article
    explicit = [each for each in written if not is_notice(article, each)]
    published = date.fromisoformat(known) if known else None
    taken = [(each.start, each.end) for each in written]
    teller = Teller(article, wording.language)
    counted = [*find_relative(teller, published, taken)] if published else []
    there = said_there(names, sorted((*explicit, *counted), key=attrgetter("start")), published)
    relative = _relative(wording, teller, published, counted, there) if published else []
    is_speech = any(wording.says(each, "speeches") for each in wording.titles)
    visits, of_others = days_of_journey(names, sorted((*explicit, *relative), key=attrgetter("start")), parties)
    there |= visits
    followed = [*find_next_days(article, wording.language, (*explicit, *relative))]
    there -= {before.start for before, after in followed if not after or after.first != before.first}
    relative += [after for _, after in followed if after]
    ends = sorted(each.end for each in (*explicit, *relative))
    scored = [
        (
            _score(names, teller, each, told, parties, _since(article, each, ends), is_there=each.start in there)
            - _again(wording, teller, each)
            - _OF_OTHERS * (each.start in of_others)
            - _spoken(each, known, is_speech)
            - _GONE * (each.start not in there and is_gone(each, told, known)),
            each,
        )
        for each in (*explicit, *relative)
        for told in (teller.at(each.start, each.end),)
    ]
    compared = _compared(wording, scored, len(explicit), published)
    return sorted(compared, key=lambda found: (-found[0], found[1].start)), tuple(
        sorted((*written, *relative), key=attrgetter("start"))
    )


def _relative(
    wording: Phrasing, teller: Teller, published: date, counted: Sequence[Dated], there: Set[int]
) -> list[Dated]:
    """Return the days counted from that of the publication, weekdays on which something will be as those to come."""
    days = [each if each.start in there else _ahead(teller, each, published) for each in counted]
    return _titled_ahead(wording, days, published)


def _compared(
    wording: Phrasing, scored: Sequence[tuple[float, Dated]], explicit: int, published: date | None
) -> list[tuple[float, Dated]]:
    """Return the scores without what each day loses beside the others; the first ones are the explicit days."""
    article, known = wording.article, published.isoformat() if published else None
    recent = at_most_days_away(published, -OLD).isoformat() if published else ""
    today = [found for found in scored[explicit:] if found[0] >= CERTAIN and found[1].first >= recent]
    held = [each.start for score, each in scored if known and score >= CERTAIN and each.first <= known]
    first = min(held, default=len(article.plain))
    days = [each for _, each in scored]
    return [
        (
            score
            - _age(article, (score, each), published, today)
            - _ahead_of(wording, each, known, first)
            - _beside(article, each, days, published, wording.language),
            each,
        )
        for score, each in scored
    ]


def _ahead(teller: Teller, each: Dated, published: date) -> Dated:
    """Return the next such weekday on which something will be: will meet on Friday, trifft am Freitag.

    A weekday that is that of the publication is today, as agencies write it.
    """
    is_bare = each.rule == WEEKDAY_RULE and each.weekday is None and each.day != published
    if not is_bare or each.day is None:
        return each
    if not (is_put_off_to(teller.article, each, teller.language) or teller.at(each.start, each.end).is_ahead):
        return each
    last = whole_day(each.last) if each.last else None  # on Thursday and Friday
    day, end = day_away(each.day, _WEEK), day_away(last, _WEEK) if last else None
    return each._replace(first=day.isoformat(), last=end.isoformat() if end else None) if day else each


def _titled_ahead(wording: Phrasing, days: list[Dated], published: date) -> list[Dated]:
    """Return the days, and a weekday of a title without a past tense as that to come which alone the text tells below.

    Tuesday, the meeting with Novak: she will meet him on Tuesday.
    """
    article = wording.article
    below = {each.first for each in days if article.rank_at(each.start) > TITLE}
    ahead = {each.first: day_away(each.day, _WEEK) for each in days if each.rule == WEEKDAY_RULE and each.day}
    moved = {first: later.isoformat() for first, later in ahead.items() if later and later > published}
    return [
        each._replace(first=moved[each.first])
        if each.first in moved and each.first not in below and moved[each.first] in below and _is_open(wording, each)
        else each
        for each in days
    ]


def _is_open(wording: Phrasing, each: Dated) -> bool:
    """Tell a day of a title that does not say that anything took place."""
    sentence = wording.article.sentence_at(each.start)
    is_bare = each.rule == WEEKDAY_RULE and each.last is None and each.weekday is None
    return is_bare and sentence.rank == TITLE and not wording.says(sentence, "took_place")


def _since(article: Article, each: Dated, ends: list[int]) -> int:
    """Return where the words before a day begin that may say what it is: behind the day before it in its sentence."""
    before = bisect_right(ends, each.start)
    start = article.sentence_at(each.start).start
    return max(start, ends[before - 1]) if before else start


def _again(wording: Phrasing, teller: Teller, each: Dated) -> float:
    """Return what a date loses that is that of the next meeting; not one on which they met to prepare the next."""
    article, phrases = wording.article, cues.word_list("meets_again", wording.language)
    sentence = article.sentence_at(each.start)
    if not phrases.is_in(article.folded(sentence)):
        return 0
    told = teller.at(each.start, each.end)
    is_behind = phrases.is_in(f" {fold(article.plain[sentence.start : each.start])} ")
    is_held = told.kind == "meeting" and not told.is_ahead and not is_behind
    return 0 if is_held and told.away <= _CLOSE else _NEXT


def _spoken(each: Dated, known: str | None, is_speech: bool) -> float:  # noqa: FBT001  # a fact of the text
    """Return what a day loses that a speech speaks of, other than today: it is that of something else."""
    return _NEXT if is_speech and each.first != known else 0


def _ahead_of(wording: Phrasing, each: Dated, known: str | None, held: int) -> float:
    """Return what a day to come loses: one that somebody is invited for, and one behind a meeting that was `held`.

    Where they spoke, what is put off is another meeting: told him today that the visit of tomorrow is put off.
    """
    if known is None or each.first <= known:
        return 0
    sentence = wording.article.sentence_at(each.start)
    is_invited = cues.word_list("invites", wording.language).is_in(wording.article.folded(sentence))
    is_off = each.start > held and wording.says(sentence, "put_off", "called_off")
    return _INVITED if is_invited or is_off else float(each.start > held)


def _beside(
    article: Article, each: Dated, days: Sequence[Dated], published: date | None, language: str | None
) -> float:
    """Return what a day loses beside others: the one after that of the meeting, and a month that is long over."""
    if each.day is None and published and {other.first for other in days} != {each.first}:
        ended = date.fromisoformat(f"{(each.last or each.first)[:7]}-28")
        return _PAST_MONTH if (published - ended).days > _MONTH else 0
    return _NEXT_DAY if is_next_day(article, each, days, language) else 0


def _age(
    article: Article, found: tuple[float, Dated], published: date | None, today: Sequence[tuple[float, Dated]]
) -> float:
    """Return what an old date loses: an older one never beats today, one of a month ago is not that of the meeting.

    One with its year that a lead gives before `today` is as likely as that: signed on 4 May 2026; today's signing.
    """
    score, each = found
    if published is None:
        return 0
    last = each.last or each.first
    days = (published - (whole_day(last) or date.fromisoformat(f"{last}-28"))).days
    if not today or days <= OLD:
        return 2.0 if days > _STALE else 0
    took_place = cues.word_list("took_place")  # today they met
    is_told = any(took_place.is_in(article.folded(article.sentence_at(other.start))) for _, other in today)
    is_first = article.rank_at(each.start) <= LEAD and all(each.start < other.start for _, other in today)
    if is_first and not is_told and days <= _STALE and each.rule == EXPLICIT[0] and score >= CERTAIN:
        return max(score - max(likely for likely, _ in today), 0)
    return 3.0


def _score(
    names: Names, teller: Teller, each: Dated, told: Telling, parties: Set[str], since: int, *, is_there: bool
) -> float:
    """Score how likely a date is that of the meeting; `since`: where the words before it begin that say what it is.

    `is_there`: something was said on it at a meeting.
    """
    article = names.article
    rank = article.rank_at(each.start)
    sentence = article.sentence_at(each.start)
    score = _BY_RANK[rank]
    is_today = told.kind == "older" and each.rule == RELATIVE  # what is signed today is not older
    is_meeting = is_there or told.kind == "meeting" or is_today
    score += 2.0 if is_meeting else -3.0 if told.kind in ("other", "older") else 0
    score += 0.5 if is_meeting and told.away <= _CLOSE else 0
    score -= 0.5 if is_meeting and told.away > _DISTANT and rank > LEAD else 0
    score += 1 if each.weekday is not None else 0
    score += 1 if article.says(sentence, "margins") else 0
    score += _LABELLED if is_labelled(article, each) else 0
    score -= 1 if told.is_future and not is_there else 0
    score -= _MORE if is_more(article, each, names.language) or is_aside(names, each) else 0
    score -= 3.5 if is_of_another(names, teller, each, since) else 0
    score -= _EDGE if is_edge(article, each) else 0
    score -= _OF_OTHERS if is_of_others(names, each, parties) else 0
    return score - (1 if each.day is None and rank > LEAD else 0)
