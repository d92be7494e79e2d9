"""What else a day may be of: something before or to come, an event, a stay's end, a site, or the meeting of others."""

from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import dropwhile, product

from coopdb.author.draft.days.dates import EXPLICIT, Dated
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.telling.another_time import BEFORE_OR_TO_COME, Time, find_times, speaks_of
from coopdb.author.draft.telling.telling import Teller, Telling
from coopdb.author.draft.telling.whose_day import MARKS
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.word_list import ANY, WordList
from coopdb.record.dates import day_away
from coopdb.text import fold

_NEAR_DAY = 4  # words before a day behind which a comma opens what it is the day of
_TO_ASIDE, _TO_SITE = 6, 2  # words from a day to whom or what somebody visited on it, and to that from the verb
_CLOSE = 3  # words between a date and its verb
_RELATIVE = 2  # words of a clause among which a pronoun is that says what it is about: in which
_BESIDE = 5  # words between a day and that something is put off to it
_DOCUMENT = 8  # words before a date in which the name of a document is
_LONGEST = 3  # words of a date


def is_of_another(names: Names, teller: Teller, each: Dated, since: int) -> bool:
    """Tell the day of something before or to come, or of an event; `since`: where the words begin that say so."""
    if _refers_back(teller, each, names.language, since) or _is_of_document(names, each):
        return True
    if _is_of_first(names, each):
        return True
    return _is_of_event_ahead(names, each) or _is_beside_event(names, each)


def is_more(article: Article, each: Dated, language: str | None) -> bool:
    """Tell the day of what was done besides: she also attended a fair on 18 August; not: Berg, who is also, met."""
    sentence = article.sentence_at(each.start)
    words = article.words_in(sentence.start, each.start)
    comma = article.plain.rfind(",", sentence.start, words[-_NEAR_DAY].start) if len(words) >= _NEAR_DAY else -1
    clause = [word.folded for word in words if word.start > comma]
    joins = cues.spoken("list_and", language)
    also = telling_words.of_language("also", language)
    return any(word in also and not (number and clause[number - 1] in joins) for number, word in enumerate(clause))


def is_aside(names: Names, each: Dated) -> bool:
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


def is_gone(each: Dated, told: Telling, known: str | None) -> bool:
    """Tell a day that is past where a meeting is to come: will meet him to speak of men abducted yesterday."""
    return known is not None and (each.last or each.first) < known and told.is_future


def is_of_margins(names: Names, each: Dated) -> bool:
    """Tell the days of an event beside which they met on one of them: on the margins of the forum from 8 to 11 May.

    Its days stand in the same clause as the event, or in one about it: of the forum, which ends on.
    """
    article, language = names.article, names.language
    clauses = [*map(fold, MARKS.split(article.plain[article.sentence_at(each.start).start : each.start]))]
    articles = cues.spoken("articles", language) if cues.spoken("receives_last", language) else frozenset()  # , das vom
    relatives = telling_words.of_language("relatives", language) | articles
    is_about = not relatives.isdisjoint(clauses[-1].split()[:_RELATIVE])
    of_event = clauses[-2] if is_about and len(clauses) > 1 else clauses[-1]
    beside = cues.word_list("margins", language).first(of_event)
    return each.last is not None and beside is not None and _events(language).is_in(of_event[beside[1] :])


@cache
def _events(language: str | None) -> WordList:
    """Return what finds the nouns of events, and compounds that end with one: Digitalforums."""
    tails = cues.spoken("event_tails", language)
    return WordList((*cues.spoken("event_nouns", language), *(f"{ANY}{each}" for each in tails if " " not in each)))


def is_edge(article: Article, each: Dated) -> bool:
    """Tell the day on which a stay ends, or since when something is so: in Oslo until Friday, at war since May."""
    sentence = article.sentence_at(each.start)
    before = [word.folded for word in article.words_in(sentence.start, each.start)[-_CLOSE:]]
    ends = {" ".join(before[number:]) for number in range(len(before))}
    edges = ("until",) if each.last else ("until", "since")  # dal 6 al 7 maggio
    return any(not telling_words.words(edge).isdisjoint(ends) for edge in edges)


def is_put_off_to(article: Article, each: Dated, language: str | None) -> bool:
    """Tell the day that something is put off to: auf Donnerstag vertagt, reportée à jeudi."""
    sentence, plain = article.sentence_at(each.start), article.plain
    first = each.start - len(plain[sentence.start : each.start].rpartition(",")[2])
    last = each.end + len(plain[each.end : sentence.end].partition(",")[0])
    before, behind = article.words_in(first, each.start), article.words_in(each.end, last)
    near = " ".join(word.folded for word in before[-_BESIDE:])
    is_to = any(near == said or near.endswith(f" {said}") for said in telling_words.of_language("put_off_to", language))
    beside = " ".join(word.folded for word in (*before[-_BESIDE:], *behind[:_BESIDE]))
    return is_to and cues.word_list("put_off", language).is_in(beside)


def is_next_day(article: Article, each: Dated, days: Sequence[Dated], language: str | None) -> bool:
    """Tell a day that follows that of the meeting: on the following day, 9 October, they visited.

    Not where somebody only arrived on the day before, or began a visit.
    """
    before = article.words_in(article.sentence_at(each.start).start, each.end)[-_NEAR_DAY - _LONGEST :]
    if each.day is None or not cues.word_list("day_after", language).is_in(" ".join(word.folded for word in before)):
        return False
    eve = [other for other in days if other.day and other.day == day_away(each.day, -1)]
    meetings = cues.joined_list(language, "meeting", but=("visiting",))
    return any(meetings.is_in(article.folded(article.sentence_at(other.start))) for other in eve)


def _is_beside_event(names: Names, each: Dated) -> bool:
    """Tell the day of an event or arrival beside which they met: after the fair on 4 May; not after a comma."""
    article = names.article
    between = article.plain[article.sentence_at(each.start).start : each.start].replace("،", ",").rpartition(",")[2]
    words = f" {fold(between)} "
    over = telling_words.finder("just_over", names.language)(words)
    beside = [end for _, end in (*over, *cues.word_list("before_gatherings", names.language).find(words))]
    nouns = cues.joined_list(names.language, "event_nouns", "arrival_nouns")
    event = nouns.first(words[max(beside) :]) if beside else None
    behind = words[max(beside) + event[1] :] if event else ""  # after the fair they met on 4 May
    return event is not None and not cues.word_list("may_meet", names.language).is_in(behind)


def _refers_back(teller: Teller, each: Dated, language: str | None, since: int) -> bool:
    """Tell a date of what was before: the agreement of, the last session; not one they are scheduled to meet on."""
    start = max(teller.clause_start(each.start), since)
    before = f" {fold(teller.article.plain[start : each.start])} "
    return _speaks_of(before, BEFORE_OR_TO_COME, language)


def _is_of_first(names: Names, each: Dated) -> bool:
    """Tell the day of a meeting after which this is another: the second meeting after talks in Oslo on 3 May."""
    article, language = names.article, names.language
    words = [each.folded for each in article.words_in(article.sentence_at(each.start).start, each.start)]
    counted = [number for number, word in enumerate(words) if word in cues.ordinals(language)]
    text = " ".join(words[max(counted[0] - 1, 0) :]) if counted else ""
    after = next(telling_words.finder("just_over", language)(text), None)
    meetings = cues.meetings(language)
    return after is not None and meetings.is_in(text[: after[0]]) and meetings.is_in(text[after[1] :])


def _is_of_document(names: Names, each: Dated) -> bool:
    """Tell the date of a document right before it: the agreement of 4 March, das Abkommen vom 4. März."""
    article, language = names.article, names.language
    before = article.words_in(article.sentence_at(each.start).start, each.start)[-_DOCUMENT:]
    links = cues.joined(language, "of", "from")
    small = links | cues.spoken("articles", language) | telling_words.words("of_dates")
    head = [word.folded for word in dropwhile(lambda word: word.folded in small, reversed(before))]
    is_bare = not links and each.rule in EXPLICIT and each.weekday is None  # اتفاق 4 مارس; not: مذكرة الاثنين
    is_linked = is_bare or any(word.folded in links for word in before[len(head) :])
    text = " ".join(reversed(head))
    return is_linked and any(end == len(text) for _, end in cues.documents(language).find(text))


def _speaks_of(text: str, times: tuple[Time, ...], language: str | None) -> bool:
    """Tell words for some times, other than those of an announcement: is scheduled to meet."""
    told = [*_announcements(language).find(text)]
    hits = find_times(text, *times)
    return any(not any(low <= start and end <= high for low, high in told) for start, end in hits)


@cache
def _announcements(language: str | None) -> WordList:
    """Return what finds the verbs of a meeting to come: will be received, is expected to meet."""
    verbs = product(cues.spoken("will", language), cues.spoken("will_meet", language))
    return WordList((*cues.spoken("announced", language), *map(" ".join, verbs)))


def _is_of_event_ahead(names: Names, each: Dated) -> bool:
    """Tell an event that is to be held, with no meeting behind it: the forum, which is scheduled to take place from."""
    article, language = names.article, names.language
    before = f" {fold(article.plain[article.sentence_at(each.start).start : each.start])} "
    events = [*cues.word_list("event_nouns", language).find(before)]
    behind = f" {before[events[-1][1] :].strip()} " if events else ""
    is_met = cues.joined_list(language, "encounters", "meeting", "will_meet").is_in(behind)
    return bool(events) and not is_met and speaks_of(behind, Time.TO_COME)


def is_of_others(names: Names, each: Dated, parties: Set[str]) -> bool:
    """Tell a sentence about another meeting: it names a country, and none of those that met."""
    sentence = names.article.sentence_at(each.start)
    is_named = bool(named(names, sentence, "country"))
    return len(parties) > 1 and is_named and parties.isdisjoint(named(names, sentence))


def named(names: Names, sentence: Passage, *kinds: str) -> Set[str]:
    """Return the countries that a sentence names, by their cities too; or only by some kinds of mention."""
    here = (each for each in names.within(sentence.start, sentence.end) if sentence.start <= each.start < sentence.end)
    wanted = kinds or ("country", "city")
    return {each.keys[0] for each in here if each.kind in wanted and len(each.keys) == 1}
