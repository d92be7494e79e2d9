"""Where and how they met: the building, the city, the country, and whether it was online."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coopdb.author.draft.days.timing import Timing
from coopdb.author.draft.names.names import NamedParty
from coopdb.author.draft.places.hosting import Host
from coopdb.author.draft.places.journeys import also_there, is_again, is_another_stop, is_of_other, is_past
from coopdb.author.draft.places.place_clues import PlaceClues
from coopdb.author.draft.places.states import StatesThen
from coopdb.author.draft.text.text import BACKGROUND, BODY, LEAD, TITLE, Article, Word
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.known_places import in_nominative
from coopdb.text import fold

_BY_RANK = {TITLE: 1.0, LEAD: 1.0, BODY: 0.0}
_BY_WAY = {"in": 3.0, "to": 2.5, "dateline": 0.5, "foot": 2.0}
_BY_TOLD = {"in": {"meeting": 1.0, "other": -3.0, "older": -4.0, "": -1.5}, "to": {"meeting": 1.0, "older": -4.0}}
_TOLD = ("in", "to")
_BY_FORM = ("dateline", "foot")
_APART = 2  # how much less may speak for the city than for its country
_ABOUT = 4.0  # what a place loses in what they talked about
_ELSEWHERE = 3.0  # what one far down loses that is to come, or where another event was
_QUOTED = 2.0  # what one loses in somebody's own words
_AGAIN = 3.0  # what one loses at which they will meet again, or which is told beside another
_UNTOLD = 0.5  # what one far down loses in a sentence that tells of nothing
_ENOUGH = 1.5  # what a place needs
_IN_ARABIC = "ب"
_SMALL = 2  # letters of the small words in a name
_LONGEST = 6  # words of the name of a building
_HEAD = 4  # sentences in which whatever is told of a call is told of the meeting
DATELINE = "place where the report was written"
_ANY_OTHER = "they may have met in either country"
_NO_STATE = "it is not certain to which state the place belonged on that day"


class Found(NamedTuple):
    """A value, and the plain text that says so."""

    value: str
    start: int
    end: int
    rule: str


class FoundVenue(NamedTuple):
    """The venue as far as the text tells; `doubtful` are countries of which it may be any, `why` says so."""

    name: Found | None = None
    city: Found | None = None
    country: Found | None = None
    doubtful: tuple[str, ...] = ()
    why: str = _ANY_OTHER


class _Clue(NamedTuple):
    """A place that the text speaks of, what speaks for it, and its country."""

    mention: NamedParty
    country: str
    way: str
    score: float
    is_future: bool = False


def find_venue(clues: PlaceClues, host: Host | None, timing: Timing, states: StatesThen) -> FoundVenue:
    """Find where they met: the place that a sentence about the meeting says, or a building that is known.

    `host` received the others at home. The country of a place is that which `states` tell for the day.
    """
    found = _venue(clues, host, timing, states)
    if found.country is None:
        return found
    keys = states.of(found.country.value, found.city.value if found.city else "")
    if len(keys) == 1:
        return found._replace(country=found.country._replace(value=keys[0]))
    return found._replace(country=None, doubtful=keys, why=_NO_STATE)


def _venue(clues: PlaceClues, host: Host | None, timing: Timing, states: StatesThen) -> FoundVenue:
    article = clues.article
    scored = _without_plans([clue for clue in _clues(clues, timing, states) if clue.score >= _ENOUGH])
    if building := _building(clues):
        return _at_building(clues, building, scored, states)
    if not scored:
        home = Found(host.country, host.start, host.end, "who received whom at home") if host else None
        return FoundVenue(country=home)
    best = max(scored, key=_likeliest)
    rivals = {each.country for each in scored if each.score == best.score and _near(article, each, best)}
    if len(rivals) > 1:
        return FoundVenue(doubtful=tuple(sorted(rivals)))
    near = [
        each
        for each in scored
        if each.country == best.country and (best.score - each.score <= _APART or each.way in _BY_FORM)
    ]
    cities = [each for each in near if _is_city(clues, each.mention)]
    city = max(cities, key=_likeliest, default=None)
    return FoundVenue(None, _city(article, city.mention if city else None), _country(best))


def _without_plans(scored: list[_Clue]) -> list[_Clue]:
    """Leave out where something will be, in a text that tells where something was."""
    held = [each for each in scored if not each.is_future and each.way in _TOLD]
    countries, first = {each.country for each in held}, min((each.mention.start for each in held), default=0)
    plans = (
        each.is_future and each.way in _TOLD and each.country not in countries and each.mention.start > first
        for each in scored
    )
    return [each for each, is_plan in zip(scored, plans, strict=True) if not is_plan] if held else scored


def _likeliest(clue: _Clue) -> tuple[float, int]:
    return clue.score, -clue.mention.start


def _at_building(clues: PlaceClues, building: Found, scored: list[_Clue], states: StatesThen) -> FoundVenue:
    """Return a building with its country, and with its city where the text names that, or it is a state of one city."""
    country = states.one(cues.buildings()[fold(building.value)], "")
    cities = (clue.mention for clue in scored if clue.country == country and _is_city(clues, clue.mention))
    countries = (each for each in clues.names.of_kind("country") if clues.is_place(each) and each.keys == (country,))
    city = next(cities, None) or next((each for each in countries if _is_city(clues, each)), None)
    found = Found(country, building.start, building.end, "known building")
    return FoundVenue(building, _city(clues.article, city), found)


def _near(article: Article, one: _Clue, best: _Clue) -> bool:
    """Tell two places of one sentence: neither is likelier."""
    return article.sentence_at(one.mention.start) == article.sentence_at(best.mention.start)


def _city(article: Article, mention: NamedParty | None) -> Found | None:
    if mention is None:
        return None
    written = in_nominative(article.plain[mention.start : mention.end])
    return Found(_in_small(written) if written.isupper() else written, mention.start, mention.end, "city")


def _in_small(written: str) -> str:
    """Return a name that stands in capitals as it is written elsewhere: Rio de Janeiro."""
    first, *others = written.split()
    return " ".join((first.title(), *(each.lower() if len(each) == _SMALL else each.title() for each in others)))


def _country(clue: _Clue) -> Found:
    told = "country of the city" if clue.mention.kind == "city" else "country where they met"
    rule = DATELINE if clue.way == "dateline" else told
    return Found(clue.country, clue.mention.start, clue.mention.end, rule)


def _is_city(clues: PlaceClues, mention: NamedParty) -> bool:
    is_state = mention.keys[0] in cues.table()["city_states"]
    return mention.kind == "city" or is_state or clues.is_capital(mention)


def _clues(clues: PlaceClues, timing: Timing, states: StatesThen) -> Iterator[_Clue]:
    """Yield every place that the text speaks of as one, with its score."""
    for mention in clues.mentions:
        capital = clues.capital_of(mention)
        is_place = capital is not None or clues.is_place(mention)
        if is_place and len(mention.keys) == 1 and clues.article.rank_at(mention.start) < BACKGROUND:
            start, end = capital or (mention.start, mention.end)
            way = "to" if clues.is_journey(mention) else clues.way(start, end)
            if way and (capital or way in _BY_FORM or clues.is_journey(mention) or not clues.is_part(mention)):
                country = states.one(mention.keys[0], clues.article.plain[mention.start : mention.end])
                told = clues.teller.at(mention.start, mention.end)
                score = _score(clues, mention, way, timing)
                others = (each for each in also_there(clues, mention) if way in _TOLD)
                for each in (mention, *others):
                    where = country if each is mention else each.keys[0]
                    yield _Clue(each, where, way, score, told.is_future)


def _score(clues: PlaceClues, mention: NamedParty, way: str, timing: Timing) -> float:
    article = clues.article
    sentence = article.sentence_at(mention.start)
    telling = clues.teller.at(mention.start, mention.end)
    told = "" if telling.is_said else telling.kind
    score = _BY_RANK[sentence.rank] + _BY_WAY[way]
    if way == "foot":
        return _BY_WAY[way]
    if way == "dateline":
        return score + (1 if _begins_with_meeting(article, mention) else -2)
    score += _BY_TOLD[way].get("" if told == "other" and article.says(sentence, "margins") else told, 0)
    is_before = (
        is_of_other(clues, mention, way, is_future=telling.is_future)
        or timing.is_other_year(mention.end, article)
        or timing.is_beside_other(mention.start, mention.end, sentence)
        or timing.is_other_month(mention.end, article)
    )
    score -= 4 if is_before else _ABOUT if way == "in" and clues.is_about(mention.start) else 0
    if sentence.rank == BODY and way == "in" and not told:
        score -= _UNTOLD
    score -= _QUOTED if clues.quotes.cover(mention.start) else 0
    score -= _AGAIN if is_again(clues, mention) or is_another_stop(clues, mention) else 0
    if sentence.rank == BODY and (telling.is_future or clues.is_of_event(mention.start)):
        score -= _ELSEWHERE
    return score - (4 if timing.is_other_day(sentence) else 0)


def _begins_with_meeting(article: Article, mention: NamedParty) -> bool:
    number = article.sentence_number(mention.start)
    return any(article.says(each, "may_meet") for each in article.sentences[number : number + _HEAD])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in cues.buildings())


def _building(clues: PlaceClues) -> Found | None:
    """Find a building that everybody knows, where a sentence about the meeting says that they met in it."""
    article = clues.article
    for sentence in article.sentences:
        if sentence.rank < BODY and article.says(sentence, "may_meet"):
            words = article.words_in(sentence.start, sentence.end)
            for number, word in enumerate(words):
                attached = word.folded.startswith(_IN_ARABIC) and word.folded not in _first_words()
                if word.folded[attached:] in _first_words():
                    found = _named(clues, words[number : number + _LONGEST], attached)
                    if found:
                        return found
    return None


def _named(clues: PlaceClues, words: tuple[Word, ...], attached: int) -> Found | None:
    """Return the building that begins at the first of some words, behind what Arabic writes before it."""
    begin = words[0].start + attached
    for length in range(len(words), 0, -1):
        name = " ".join(word.folded for word in words[:length])[attached:]
        end = words[length - 1].end
        is_told = name in cues.buildings() and (clues.way(begin, end) == "in" or clues.gives_name(end))
        if is_told and not is_past(clues, NamedParty("city", (), begin, end)):
            return Found(clues.article.plain[begin:end], begin, end, "building")
    return None
