"""Where and how they met: city and country, the event on whose margins, and whether it was online."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coopdb.author.draft import cues
from coopdb.author.draft.names import NamedParty, Names
from coopdb.author.draft.text import BACKGROUND, BODY, LEAD, TITLE, Article, Passage
from coopdb.text import fold
from coopdb.vocabulary.places import places_of

_IN = re.compile(r"(?:\b(?:in|at|à|a|em|en|i|nach)|في|إلى|ب)\s*$", re.IGNORECASE)
_BY_RANK = {TITLE: 1.5, LEAD: 2.0, BODY: 0.5, BACKGROUND: -5.0}
_LONGEST = 400  # characters; the name of an event has 14 words at most
_EVENT_END = re.compile(
    r"\s+(?:à|in\s+(?=[A-Z]\w+[,. ])|at\s|on\s|held|organi[sz]ed|that|which|qui|que|organisé|tenu|prévu|en\s+(?=[A-Z])"
    r"|where|le\s+\d|el\s+\d|am\s+\d|this|today|yesterday|hier|hoy|ce\s|has|have|met|s[’']est|a\s+(?=\w+é)"
    r"|em\s+(?=[A-Z])|hat|traf|und\s|and\s+(?=[a-z])|,?\s*the\s+(?=minister))"
    r"|[,.;:()\n“”«»،؛]|\s+[–—-]\s"
)
_AT_EVENT = re.compile(
    r"\b(?:at|during|lors d[eu]s?|à l['’]occasion d[eu]|durante|beim|vid|au|aux|no|na)\s+(?:the\s+|la\s+|le\s+|l[’'])?"
    r"((?:inaugural\s+|first\s+)?(?:[A-ZÀ-Þ0-9][\w’'-]*\s+){0,6}(?:Dialogue|Summit|Forum|Conference|Congress|Week|Assembly|Expo|Sommet|Conférence|Salon|Cumbre|Foro|Congreso|Conferencia|Cúpula|Gipfel|Messe)(?:\s+(?:[A-ZÀ-Þ]\w+|\d{4})){0,3})"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value, and the plain text that says so."""

    value: str
    start: int
    end: int
    rule: str


def find_city(article: Article, names: Names) -> Found | None:
    """Find the city: the one that a sentence about the meeting says they met in."""
    places = [mention for mention in names.of_kind("city", "country") if _is_city(mention)]
    scored = [(score, -mention.start, mention) for mention in places if (score := _score(article, mention)) > 0]
    if not scored:
        return None
    mention = max(scored, key=lambda each: each[:2])[2]
    return Found(article.plain[mention.start : mention.end], mention.start, mention.end, "city")


def _is_city(mention: NamedParty) -> bool:
    return mention.kind == "city" or (mention.keys[0] in cues.table()["city_states"] and not mention.is_adjective)


def _is_dateline(article: Article, mention: NamedParty) -> bool:
    """Tell a place that a report begins with."""
    paragraph = article.paragraph_at(mention.start)
    return paragraph is not None and paragraph.rank == LEAD and mention.start - paragraph.start < 3  # noqa: PLR2004  # a bracket


def _score(article: Article, mention: NamedParty) -> float:
    rank = article.rank_at(mention.start)
    sentence = article.sentence_at(mention.start)
    before = article.plain[max(mention.start - 8, 0) : mention.start]
    prefixed = article.plain[mention.start - 1 : mention.start] == "ب"
    is_dateline = _is_dateline(article, mention)
    if mention.kind == "country" and not (_IN.search(before) or is_dateline):
        return 0
    score = _BY_RANK[rank]
    score += 2 if _IN.search(before) or prefixed else -1.5 if is_dateline else -6
    score += 2 if article.says(sentence, "meeting") else 0
    score -= 2 if article.says(sentence, "past") else 0
    return score


def country_of_city(article: Article, city: Found) -> str | None:
    """Return the country of a city that is known."""
    name = fold(article.plain[city.start : city.end])
    found = cues.places().get(name) or cues.places().get(name[1:])
    return found[0] if found else None


def find_event(article: Article) -> Found | None:
    """Find the event on whose margins they met."""
    for passage in (
        *[p for p in article.paragraphs if p.rank in (LEAD, BODY)],
        *[p for p in article.paragraphs if p.rank == TITLE],
    ):
        for phrase in cues.table()["margins"]:
            for _, end in _places(article, passage, phrase):
                if event := _event(article, passage, end):
                    return event
    for passage in article.sentences:
        if passage.rank < BODY and (found := _AT_EVENT.search(article.plain, passage.start, passage.end)):
            return Found(" ".join(found[1].split()), *found.span(1), "at an event")
    return None


def _places(article: Article, passage: Passage, phrase: str) -> Iterator[tuple[int, int]]:
    if f" {fold(phrase)}" not in article.folded(passage):  # most are nowhere: to find a place takes longer
        return
    text = article.plain[passage.start : passage.end]
    for start, end in places_of(text, fold(phrase)):
        yield passage.start + start, passage.start + end


def _event(article: Article, passage: Passage, start: int) -> Found | None:
    """Read the name of an event: up to where the sentence goes on."""
    lead = re.compile(
        r"[’']?\s*(?:the|le|la|les|l[’']|du|de la|de l[’']|des|d[’']|el|los|las|o|da|do|der|des|dem|vom)?\s*",
        re.IGNORECASE,
    ).match(article.plain, start)
    begin = lead.end() if lead else start
    last = min(passage.end, begin + _LONGEST)
    stop = _EVENT_END.search(article.plain, begin, last)
    end = stop.start() if stop else last
    name = " ".join(article.plain[begin:end].split())
    if len(name) < 4 or len(name.split()) > 14:  # noqa: PLR2004  # no name, or a sentence
        return None
    return Found(name, begin, begin + len(article.plain[begin:end].rstrip()), "on the margins of")


def find_mode(article: Article) -> Found | None:
    """Find that they met online or by phone."""
    for mode, name in (("online", "online"), ("phone", "phone")):
        for passage in article.sentences:
            if passage.rank in (TITLE, LEAD):
                for phrase in cues.table()[name]:
                    for start, end in _places(article, passage, phrase):
                        return Found(mode, start, end, "way of meeting")
    return None
