"""The event on whose margins they met: a conference, a summit, a fair; the meeting itself is none."""

import re
from functools import cache

from coopdb.author.draft.days.timing import Timing
from coopdb.author.draft.places.places import Found
from coopdb.author.draft.telling.another_time import is_in_pluperfect
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.text import BACKGROUND, LEAD, TITLE, Article, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern
from coopdb.text import fold

_LONGEST = 400  # characters; the name of an event has 14 words at most
_MOST_WORDS = 14
_ENOUGH = pattern(rf"\s*+(?:\S++\s*+){{1,{_MOST_WORDS + 2}}}")  # words in which the name of an event ends
_SHORTEST = 3  # characters of a name
_NAMES = pattern(r"\b(?:[A-ZÀ-Þ]\w+|(?:19|20)\d\d|[^\W\d_a-zA-ZÀ-ÿ]\w+)")
_NEAR, _FAR = 10, 35  # words between an event and the verb by which they met: after a small word, after a clear one
_AHEAD = 3  # words before an event that may say that it is to come
_WHOSE = 3  # words between a margin and whose participation in an event it is
_WEAK = 7  # characters of small words: at, auf der
_HEAD = pattern(r" ?(?:\d{4}|$)| (?:of|on|for|to|in|annual|against|\d)\b")  # behind the noun of an event in English
_FIRST_WORDS = 4  # in which the noun stands, where it is first: le 5e Forum, the word itself in Arabic
_INITIALS = pattern(r"[A-Z][A-Z0-9]{2,7}")
_RELATIVE = ("ي", "يه")  # how Arabic adjectives end
_MEETING = pattern(r"Meetings?\b")
_WHOLE_NAME = r"\b(?:The )?((?:[A-Z0-9][\w’'&-]*+ (?:(?:of|for|on|and|the|in) )?){1,7}[A-Z][\w’'&-]*+)"
_END = pattern(
    r"\s+(?:à|in\s+(?:the\s+)?(?=[A-Z]\w+|morning|afternoon|evening)|at\s|on\s|held|organi[sz]ed|that|here\b|which|where|qui|que|où|organisé|tenu|prévu|en\s+(?=[A-Z])"
    r"|le\s+\d|el\s+\d|am\s+\d|den\s+\d|this|today|yesterday|hier|hoy|ce\s|has|have|met|was|were|is|s[’']est|se\s"
    r"|a\s+(?=\w+é)|em\s+(?=[A-Z])|hat|traf|trafen|und\s|and\s+(?=[a-z])|i\s+(?=[A-ZÅÄÖ])|som\s|träffade|möttes|with\s|to\s|by\s"
    r"|celebrad[oa]|realizad[oa]|teil\b|na\s+(?=[A-Z])|no\s+(?=[A-Z])|te\s+(?=[A-Z])|ontmoette|ha\s|ad?\s+(?=[A-Z])|,?\s*the\s+(?=minister)"
    r"|mit\s|avec\s|con\s|com\s|med\s|met\s|seine?[nmrs]?\s|ihre?[nmrs]?\s|einen?\s|samt\s|sin\s|sina\s|sitt\s|sus?\s|seus?\s|suas?\s|son\s|ses\s|zijn\s"
    r"|في\s|الذي|التي|المنعقد\w*|المقام\w*|اليوم|أمس|يوم|مع\s|حيث|بحضور|بـ?مشاركة)"
    r"|[,;()\n“”«»\"،؛]|[.:](?!\w)|\s+[–—-]\s"
)
_QUOTED = pattern(r"\s*[«“\"”]\s*([^«»“”\"\n]{3,80}?)\s*[»”\"«]")
_ACRONYM = pattern(r"\s*\((?!(?:19|20)\d\d)[A-Z][\w-]{1,12}\)")
_YEAR = pattern(r"[,\s]*[(,]?\s*((?:19|20)\d\d)\b\)?(?!\s*[-/.]\d)")
_YEAR_IN = pattern(r"\b(?:19|20)\d\d\b")


def find_event(teller: Teller, timing: Timing, language: str | None) -> Found | None:
    """Find the event on whose margins they met."""
    article = teller.article
    if any(cues.word_list("speeches", language).is_in(article.folded(each)) for each in article.titles):
        return None  # an event that is spoken at
    sentences = [each for each in article.sentences if each.rank < BACKGROUND]
    ordered = (*[each for each in sentences if each.rank != TITLE], *[each for each in sentences if each.rank == TITLE])
    for name, is_certain in (("margins", True), ("event_at", False)):
        for sentence in ordered:
            if timing.is_other_day(sentence):
                continue
            if cues.word_list("meets_again", language).is_in(article.folded(sentence)):
                continue
            for start, end in places_in(article, sentence, cues.word_list(name, language)):
                is_clear = end - start > _WEAK
                if not is_certain and (
                    (sentence.rank > LEAD and not is_clear) or _is_to_come(article, start, language)
                ):
                    continue
                found = _event(article, sentence, _behind_part(article, sentence, end, language), language)
                is_clear = is_clear or (found is not None and _is_dated(found.value))
                reach = _FAR if is_clear and sentence.rank <= LEAD else _NEAR
                had_met = is_in_pluperfect(f" {fold(article.plain[sentence.start : start])} ", language)
                if not found or had_met or _is_meeting(found.value, language) or _is_bare_noun(found.value, language):
                    continue
                if _is_host(teller, found, language) if is_certain else _is_event(teller, found, language, reach):
                    return _spelled_out(article, found, language)
    return None


def _is_dated(name: str) -> bool:
    """Tell an event that has a year in its name, which is nothing else: the 2022 Climate Conference."""
    return _YEAR_IN.search(name) is not None


def _behind_part(article: Article, sentence: Passage, start: int, language: str | None) -> int:
    """Return where an event begins behind who takes part in it: on the margins of her participation in the Forum."""
    parts = places_in(article, sentence, cues.word_list("taking_part", language))
    found = (end for begin, end in parts if begin >= start and len(article.words_in(start, begin)) <= _WHOSE)
    return next(found, start)


def _is_to_come(article: Article, start: int, language: str | None) -> bool:
    """Tell an event that is only prepared: preparations for the summit."""
    sentence = article.sentence_at(start)
    before = " ".join(each.folded for each in article.words_in(sentence.start, start)[-_AHEAD:])
    return cues.word_list("ahead_of", language).is_in(f" {before} ")


def _event(article: Article, sentence: Passage, start: int, language: str | None) -> Found | None:
    """Read the name of an event: up to where the sentence goes on; a year behind it belongs to it."""
    lead = _lead().match(article.plain, start)
    begin = lead.end() if lead else start
    enough = _ENOUGH.match(article.plain, begin, min(sentence.end, begin + _LONGEST))
    last = enough.end() if enough else begin
    end = _end(article, begin, last)
    name = article.plain[begin:end]
    if acronym := _ACRONYM.match(article.plain, end, last):  # the Name (NAME) 2024
        more = acronym.end()
        end = _end(article, more, last)
        name += f" {article.plain[more:end]}"
    name = _without_people(_known(" ".join(name.split())), language)
    if cues.word_list("ahead_of", None).at_start(fold(name)):
        return None
    if len(name) < _SHORTEST or len(name.split()) > _MOST_WORDS:  # no name, or a sentence
        return None
    if quoted := _QUOTED.match(article.plain, end, last):  # the fair « Name »
        return Found(" ".join(quoted[1].split()), begin, quoted.end(1), "on the margins of")
    year = _YEAR.match(article.plain, end, last)
    if year and not _YEAR_IN.search(name):
        return Found(f"{name} {year[1]}", begin, year.end(), "on the margins of")
    written = article.plain[begin:end].rstrip()
    return Found(name, begin, begin + (len(name) if written.startswith(name) else len(written)), "on the margins of")


def _without_people(name: str, language: str | None) -> str:
    """Return a name up to who met there: del Vertice del mare il ministro, المنتدى وزير الصيد, G20 di Roma tra."""
    words = name.split(maxsplit=_MOST_WORDS + 1)[: _MOST_WORDS + 1]  # a longer one is none
    numbers = range(1, len(words))
    links = (number for number in numbers if _begins_person(*words[number - 1 : number + 2], language=language))
    kept = words[: next(links, len(words))]
    return " ".join(kept[:-1] if fold(kept[-1]) in cues.spoken("between_two", language) else kept) if kept else ""


def _begins_person(before: str, word: str, following: str = "", *, language: str | None) -> bool:
    """Tell an article before an office, not behind a preposition: the Conference of the ministers.

    In Arabic, which has no article there, the office of one, or a counterpart.
    """
    begins = cues.small_words("begins_person", language)
    if is_arabic(word):
        return word in begins
    return word in begins and fold(before) not in _links(language) and is_office(fold(following))


@cache
def _links(language: str | None) -> frozenset[str]:
    """Return the small words that join an article to the name before it."""
    lists = ("of", "genitive_articles", "toward", "locatives", "with", "abouts")
    return cues.joined(language, *lists) | telling_words.words("and")


def _known(name: str) -> str:
    """Return the event that everybody knows by the first words of what is read, else all of it: auf der CEBIT die."""
    words = name.split()
    sizes = (size for size in (3, 2, 1) if fold(" ".join(words[:size])) in cues.listed("known_events"))
    return " ".join(words[: next(sizes, len(words))])


def _end(article: Article, begin: int, last: int) -> int:
    stop = _END.search(article.plain, begin, last)
    return stop.start() if stop else last


@cache
def _lead() -> re.Pattern[str]:
    """Return what matches what stands between at and the name of an event: this year's."""
    words = cues.either("before_events")
    return re.compile(rf"[’']?\s*(?:\bو?{words}\b[’']?\s*|[ld][’'])*[«“\"”]?\s*", re.IGNORECASE)


@cache
def _nouns(language: str | None) -> re.Pattern[str]:
    """Return what finds the noun of an event, of two the longer, or the end of a compound: Sicherheitskonferenz."""
    nouns = (sorted(cues.spoken(name, language), key=len, reverse=True) for name in ("event_tails", "event_nouns"))
    tails, whole = ("|".join(map(re.escape, each)) or "(?!)" for each in nouns)
    return re.compile(rf"(?<![^ ])(?:{whole}|[^ ]*(?:{tails}))(?![^ ])")


def _is_bare_noun(name: str, language: str | None) -> bool:
    """Tell an event of which a noun, a place or an adjective is all: القمة, أوسلو على هامش القمة, العالمية."""
    folded = fold(name)
    is_adjective = " " not in folded and folded.endswith(_RELATIVE)
    has_margins = cues.word_list("margins", language).is_in(folded)
    return is_arabic(name) and (is_adjective or folded in cues.spoken("event_nouns", language) or has_margins)


def _is_host(teller: Teller, found: Found, language: str | None) -> bool:
    """Tell what may have margins: it has a name or the noun of an event, and far down the two are told to have met."""
    written = teller.article.plain[found.start : found.end]
    if not _NAMES.search(written) and not _nouns(language).search(f" {fold(written)} "):
        return False
    sentence = teller.article.sentence_at(found.start)
    is_to_press = cues.word_list("to_press", language).is_in(teller.article.folded(sentence))
    told = teller.at(found.start, found.end)
    if sentence.rank <= LEAD:
        return not is_to_press or teller.article.says(sentence, "may_meet")
    return told.kind == "meeting" and not told.is_future


def _is_event(teller: Teller, found: Found, language: str | None, reach: int) -> bool:
    """Tell a conference or a fair from what else one may be at: a noun for one, and a name of its own."""
    written = teller.article.plain[found.start : found.end]
    if _YEAR_IN.sub("", fold(written)).strip() in cues.listed("known_events"):
        return True
    names = [*_NAMES.finditer(written)]
    is_named = len(names) > 1 or (
        bool(names) and names[0].start() == 0 and not cues.has_trait(language, "capital_nouns")
    )
    if not is_named or not _is_noun_of_event(written, language):
        return False
    told = teller.at(found.start, found.end)
    if teller.article.rank_at(found.start) == TITLE:
        return True
    is_far = teller.article.rank_at(found.start) > LEAD
    return told.kind == "meeting" and told.away <= reach and not (is_far and told.is_future)


def _is_noun_of_event(written: str, language: str | None) -> bool:
    """Tell the noun of an event where a language has what a name is about: at its end, its beginning, in a compound."""
    folded = fold(written)
    found = _nouns(language).search(folded)
    if found is None:
        return False
    if " " not in folded:  # Havskonferensen
        return folded not in cues.spoken("event_nouns", language) and cues.has_trait(language, "compounds")
    if language == "en":
        return any(_HEAD.match(folded, each.end()) for each in _nouns(language).finditer(folded))
    return not cues.has_trait(language, "head_first") or len(folded[: found.start()].split()) < _FIRST_WORDS


def _spelled_out(article: Article, found: Found, language: str | None) -> Found | None:
    """Return the whole name of an event of which a text tells the initials elsewhere: the Ocean Ministers Forum (OMF).

    Nothing where the whole name is not that of an event.
    """
    named = re.search(rf"{_WHOLE_NAME} ?\({re.escape(found.value)}\)", article.plain)
    if not named or not _INITIALS.fullmatch(found.value):
        return found
    is_event = _nouns(language).search(fold(named[1])) or _MEETING.search(named[1])
    return Found(" ".join(named[1].split()), *named.span(1), found.rule) if is_event else None


def _is_meeting(name: str, language: str | None) -> bool:
    """Tell the meeting itself, a visit or a ceremony of the two, this council: none is an event that hosts it."""
    folded = fold(name)
    if folded.partition(" ")[0] in cues.spoken("of_ours", language):
        return True
    if cues.word_list("parliaments", language).at_start(folded):
        return True
    own, nouns = (cues.word_list(each, language).find(f" {folded} ") for each in ("own_meetings", "event_nouns"))
    longer = [*nouns]  # اجتماع is their meeting, اجتماع مجلس one of a council
    return any(not any(low <= start and end < high for low, high in longer) for start, end in own)
