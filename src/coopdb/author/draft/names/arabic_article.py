"""Tells names that Arabic always writes with the article, and those that it never does, from other words."""

from collections.abc import Sequence

from coopdb.author.draft.words import known_places
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold
from coopdb.vocabulary.entry import Entry


def has_article(plain: str, countries: Sequence[Entry], name: str, start: int, end: int) -> bool:
    """Tell الهند from a woman called هند, and ألبان from بأن: names always written so in Arabic."""
    written = plain[start:end]
    if not is_arabic(written) or written[1:2] == "ل" or plain[start - 1 : start] == "ل":
        return True
    if any(each.labels.get("ar", "").startswith("ال") and fold(each.labels["ar"]) == name for each in countries):
        return False
    demonyms = [said for each in countries for said in each.demonyms.get("ar", ()) if fold(said) == name]
    return not demonyms or any(said[1:2] != "ل" for said in demonyms)


def lacks_article(plain: str, name: str, start: int, end: int) -> bool:
    """Tell a word without the article that a city is always written with: رياض, where الرياض is a city."""
    written = plain[start:end]
    is_bare = not written.startswith("ال") and plain[start - 1 : start] != "ل"
    return is_arabic(written) and is_bare and name in known_places.places_with_article()
