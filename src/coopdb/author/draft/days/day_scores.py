"""How likely each day that a text gives is that of the meeting: by its place, and by what is told beside it."""

from bisect import bisect_right
from collections.abc import Iterator, Set
from datetime import date
from operator import attrgetter

from coopdb.author.draft.days.dates import Dated
from coopdb.author.draft.days.notice import is_labelled, is_notice
from coopdb.author.draft.days.relative import RULE as RELATIVE
from coopdb.author.draft.days.relative import WEEKDAY_RULE, find_relative
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.telling.another_time import BEFORE_OR_TO_COME, Time, find_times, speaks_of
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.text import BACKGROUND, BODY, LEAD, TITLE, Article, Passage
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.record.dates import at_most_days_away, day_away, whole_day
from coopdb.text import fold

CERTAIN = 3.0  # what a day needs
OLD = 7  # days before the publication that an explicit day loses to "today"
_STALE = 90  # days before the publication that a day is not taken for certain
_NEXT = 4.0  # what a date loses that they agreed to meet again on
_INVITED = 3.0  # what a day loses that somebody is invited for
_EDGE = 4.0  # what a day loses that is only the end of a stay, or since when something goes on
_NEAR_DAY = 4  # words before a day behind which a comma opens what it is the day of
_MORE = 1.5  # what the day of something besides loses
_LABELLED = 2.5  # what a day gains that a label stands before
_TO_ASIDE, _TO_SITE = 6, 2  # words from a day to whom or what somebody visited on it, and to that from the verb
_CLOSE = 3  # words between a date and its verb
_WEEK = 7
_BY_RANK = {TITLE: 1.5, LEAD: 1.5, BODY: 0.5, BACKGROUND: -4.0}


def score_days(
    names: Names, wording: Phrasing, written: tuple[Dated, ...], known: str | None, parties: Set[str]
) -> tuple[list[tuple[float, Dated]], tuple[Dated, ...]]:
    """Score every day that the text gives, the likeliest first, but for that of the publication; return all too."""
    article, language = names.article, wording.language
    explicit = [each for each in written if not is_notice(article, each)]
    published = date.fromisoformat(known) if known else None
    taken = [(each.start, each.end) for each in written]
    teller = Teller(article, language)
    relative = (
        [_ahead(teller, each, published) for each in find_relative(teller, published, taken)] if published else []
    )
    relative = _titled_ahead(wording, relative, published) if published else []
    is_speech = any(wording.says(each, "speeches") for each in wording.titles)
    ends = sorted(each.end for each in (*explicit, *relative))
    scored = [
        (
            _score(names, teller, each, parties, _since(article, each, ends))
            - _again(wording, teller, each)
            - _spoken(each, known, is_speech),
            each,
        )
        for each in (*explicit, *relative)
    ]
    recent = at_most_days_away(published, -OLD).isoformat() if published else ""
    is_told_today = any(score >= CERTAIN and each.first >= recent for score, each in scored[len(explicit) :])
    held = [each.start for score, each in scored if known and score >= CERTAIN and each.first <= known]
    first = min(held, default=len(article.plain))
    aged = [
        (score - _age(each, published, is_told_today) - _ahead_of(wording, each, known, first), each)
        for score, each in scored
    ]
    return sorted(aged, key=lambda found: (-found[0], found[1].start)), tuple(
        sorted((*written, *relative), key=attrgetter("start"))
    )


def _ahead(teller: Teller, each: Dated, published: date) -> Dated:
    """Return the next such weekday on which something will be: will meet on Friday, trifft am Freitag.

    A weekday that is that of the publication is today, as agencies write it.
    """
    is_bare = each.rule == WEEKDAY_RULE and each.weekday is None and each.day != published
    if not is_bare or each.day is None or each.last or not teller.at(each.start, each.end).is_ahead:
        return each
    day = day_away(each.day, _WEEK)
    return each._replace(first=day.isoformat()) if day else each


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
    """Return what a day to come loses: one that somebody is invited for, and one behind a meeting that was `held`."""
    if known is None or each.first <= known:
        return 0
    invites = cues.word_list("invites", wording.language)
    is_invited = invites.is_in(wording.article.folded(wording.article.sentence_at(each.start)))
    return _INVITED if is_invited else float(each.start > held)


def _age(each: Dated, published: date | None, is_told_today: bool) -> float:  # noqa: FBT001  # a fact of the text
    """Return what an old date loses: an older one never beats today, one of a month ago is not that of the meeting."""
    if published is None:
        return 0
    last = each.last or each.first
    days = (published - (whole_day(last) or date.fromisoformat(f"{last}-28"))).days
    return 3.0 if is_told_today and days > OLD else 2.0 if days > _STALE else 0


def _score(names: Names, teller: Teller, each: Dated, parties: Set[str], since: int) -> float:
    """Score how likely a date is that of the meeting; `since`: where the words before it begin that say what it is."""
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
    score += _LABELLED if is_labelled(article, each) else 0
    score -= 1 if told.is_future else 0
    score -= _MORE if _is_more(article, each, names.language) or _is_aside(names, each) else 0
    score -= 3.5 if _refers_back(teller, each, names.language, since) or _is_of_event_ahead(names, each) else 0
    score -= _EDGE if _is_edge(article, each) else 0
    score -= 3 if _is_of_others(names, each, parties) else 0
    return score - (1 if each.day is None and rank > LEAD else 0)


def _is_more(article: Article, each: Dated, language: str | None) -> bool:
    """Tell the day of what was done besides: she also attended a fair on 18 August; not: Berg, who is also, met."""
    sentence = article.sentence_at(each.start)
    words = article.words_in(sentence.start, each.start)
    comma = article.plain.rfind(",", sentence.start, words[-_NEAR_DAY].start) if len(words) >= _NEAR_DAY else -1
    clause = [word.folded for word in words if word.start > comma]
    joins = cues.spoken("list_and", language)
    also = telling_words.of_language("also", language)
    return any(word in also and not (number and clause[number - 1] in joins) for number, word in enumerate(clause))


def _is_aside(names: Names, each: Dated) -> bool:
    """Tell the day on which somebody met people without office, or visited a site: on Friday she meets investors."""
    article, language = names.article, names.language
    behind = fold(article.plain[each.end : article.sentence_at(each.start).end])
    hits = (*telling_words.finder("private_company", language)(behind), *_sites(behind, language))
    between = behind[: min((start for start, _ in hits), default=0)].split()
    return 0 < len(between) <= _TO_ASIDE and not any(map(is_office, between))


def _sites(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the sites right behind a visit, or an article behind it: visitou o estaleiro, visita la Universidad."""
    visits = cues.spoken("visits_place") | telling_words.of_language("visits", language)
    for start, end in telling_words.finder("sites", language)(text):
        if not visits.isdisjoint(text[:start].split()[-_TO_SITE:]):
            yield start, end


def _is_edge(article: Article, each: Dated) -> bool:
    """Tell the day on which a stay ends, or since when something is so: in Oslo until Friday, at war since May."""
    sentence = article.sentence_at(each.start)
    before = [word.folded for word in article.words_in(sentence.start, each.start)[-_CLOSE:]]
    ends = {" ".join(before[number:]) for number in range(len(before))}
    edges = ("until",) if each.last else ("until", "since")  # dal 6 al 7 maggio
    return any(not telling_words.words(edge).isdisjoint(ends) for edge in edges)


def _refers_back(teller: Teller, each: Dated, language: str | None, since: int) -> bool:
    """Tell a date of what was before: the agreement of, the last session; not one they are scheduled to meet on."""
    start = max(teller.clause_start(each.start), since)
    before = f" {fold(teller.article.plain[start : each.start])} "
    told = [*cues.word_list("announced", language).find(before)]
    hits = find_times(before, *BEFORE_OR_TO_COME)
    return any(not any(low <= start and end <= high for low, high in told) for start, end in hits)


def _is_of_event_ahead(names: Names, each: Dated) -> bool:
    """Tell a day on which something will be held, other than the encounter that a text begins with."""
    article = names.article
    sentence = article.sentence_at(each.start)
    before = f" {fold(article.plain[sentence.start : each.start])} "
    if not speaks_of(before, Time.TO_COME):
        return False
    is_event = cues.word_list("event_nouns", names.language).is_in(before)
    return sentence.rank > LEAD or is_event or not cues.word_list("encounters", names.language).is_in(before)


def _is_of_others(names: Names, each: Dated, parties: Set[str]) -> bool:
    """Tell a sentence about another meeting: it names a country, and none of those that met."""
    sentence = names.article.sentence_at(each.start)
    is_named = bool(named(names, sentence, "country"))
    return len(parties) > 1 and is_named and parties.isdisjoint(named(names, sentence))


def named(names: Names, sentence: Passage, *kinds: str) -> Set[str]:
    """Return the countries that a sentence names, by their cities too; or only by some kinds of mention."""
    here = (each for each in names.within(sentence.start, sentence.end) if sentence.start <= each.start < sentence.end)
    wanted = kinds or ("country", "city")
    return {each.keys[0] for each in here if each.kind in wanted and len(each.keys) == 1}
