"""Visits to a site: a factory, a port, a shrine, where nobody is said to have met those of another side."""

from collections.abc import Iterator

from coopdb.author.draft.meetings.no_meetings import Span, words_between
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic

_NEAR = 3  # words between a visit and the site
_VERB_FIRST = 3  # times further where who visits stands behind the verb


def site_visits(text: str, language: str | None) -> Iterator[Span]:
    """Yield the visits of folded text to a site: visited the new factory, hat den Schrein besucht.

    None where it names the offices of two: visited the port with the minister.
    """
    sites = [*telling_words.finder("sites", language)(text)]
    if not sites or sum(map(is_office, text.split())) > 1:
        return
    most = _NEAR * (_VERB_FIRST if is_arabic(text.strip()) else 1)
    for visit in cues.joined_list(language, "visiting", "visits_place").find(text):
        if any(words_between(text, visit, site) <= most for site in sites):
            yield visit
