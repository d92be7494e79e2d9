"""What the places in an event's name and beside it tell: whose it is, and whether it was elsewhere."""

from collections.abc import Iterable, Set

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.places.places import Found
from coopdb.author.draft.text.text import LEAD, Article
from coopdb.author.draft.words import cues
from coopdb.text import fold

_PLACE = 8  # characters between an event and its place


def without_place(article: Article, mentions: Iterable[NamedParty], found: Found) -> Found:
    """Return an event without the place that Arabic writes behind it with its preposition: المؤتمر العالمي ببرشلونة."""
    places = [each for each in mentions if found.start < each.start < found.end and each.end == found.end]
    last = next((each for each in places if article.plain[each.start - 2 : each.start] == " ب"), None)
    if last is None:
        return found
    end = last.start - 2
    return found._replace(value=" ".join(article.plain[found.start : end].split()), end=end)


def is_elsewhere(article: Article, mentions: Iterable[NamedParty], found: Found, countries: Set[str]) -> bool:
    """Tell an event that was in another country than those of the meeting: right behind it, or far down beside it."""
    sentence = article.sentence_at(found.start)
    begin, end = (sentence.start, sentence.end) if sentence.rank > LEAD else (found.end, found.end + _PLACE)
    places = (each for each in mentions if begin <= each.start < end and each.kind != "organization")
    return any(not each.is_adjective and countries.isdisjoint(each.keys) for each in places)


def is_encounter_of(names: Names, found: Found, parties: Set[str], language: str | None) -> bool:
    """Tell the encounter of the parties themselves, which has their names in its own: the Singapore China Dialogue."""
    here = {each.keys[0] for each in names.beginning(found.start, found.end)}
    return len(here & parties) > 1 and cues.word_list("encounters", language).is_in(f" {fold(found.value)} ")
