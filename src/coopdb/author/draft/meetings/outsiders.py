"""Talks of those who act for no country: with a newspaper, a firm, or the opposition, and sessions of a council."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from coopdb.author.draft.meetings.no_meetings import Span, up_to_matter, words_behind
from coopdb.author.draft.text.phrases import MARK
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic

_MEDIA, _FIRMS, _FACTIONS = 6, 12, 12  # words between a meeting and the outsiders of each list
_TO = 2  # those of them that need no "with": un entretien au quotidien
_WITH = 2  # words between "with" and the outsiders: with the armed rebels
_OF = 3  # words between a session and the council whose it is: of the UN
_OF_MANY = 8  # the same, with the offices of those who sit there: of the ministers of trade of the EU
_BEHIND = 6  # words behind a firm in which an official stands whom somebody met too
_REACH = 100  # characters in which those words stand
# Who is an official beside a firm: not whatever has an office, as heads of firms do.
_OFFICIALS = ("heads_of_state", "heads_of_government", "ministers", "deputy_ministers", "ambassadors", "counterparts")


def with_outsiders(text: str, language: str | None) -> Iterator[Span]:
    """Yield such meetings of marked text, in order: in a conversation with the newspaper; received the head of a firm.

    Not those with an official beside: received the minister and the head of a firm.
    """
    yield from sorted(
        {*_media(text, language), *_firms(text, language), *_factions(text, language), *_councils(text, language)}
    )


def _media(text: str, language: str | None) -> Iterator[Span]:
    """Yield the talks with a newspaper, whose words behind them are of the one who was asked."""
    sides = cues.spoken("with", language)
    for meeting, media in _nearest(text, "media", language, "talks_with"):
        words = text[meeting[1] : media[0]].split()
        is_linked = len(words) <= _TO or not sides.isdisjoint(words[-1 - _WITH :])
        is_title = any(map(is_office, words_behind(text, media[1])[:1]))  # press secretary
        if MARK not in words and len(words) <= _MEDIA and is_linked and not is_title:
            yield meeting


def _firms(text: str, language: str | None) -> Iterator[Span]:
    """Yield the meetings with a firm, but those with an official beside it, and talks about firms."""
    officials = cues.joined_list(language, *_OFFICIALS)
    is_verb_first = is_arabic(text.strip())
    for meeting, firm in _nearest(text, "firms", language):
        between = text[meeting[1] : firm[0]]
        behind = words_behind(text, firm[1])[:_BEHIND]
        is_near = len(between.split()) <= _FIRMS and sum(1 for _ in officials.find(between)) <= is_verb_first
        is_other = _is_matter(text[slice(*meeting)], between.split(), language)
        if is_near and not is_other and not officials.is_in(" ".join(behind)):
            yield meeting


def _is_matter(meeting: str, before: Sequence[str], language: str | None) -> bool:
    """Tell a firm that talks were about, or what stands behind a verb whose object was before it."""
    is_behind = meeting in cues.spoken("encountering_behind", language)
    is_object = is_behind and cues.spoken("with", language).isdisjoint(before)
    return is_object or len(up_to_matter(before, language)) < len(before)


def _factions(text: str, language: str | None) -> Iterator[Span]:
    """Yield the talks with one side of a country's own quarrel: dialogue of the president with the opposition."""
    sides = cues.joined(language, "with", "between_two")
    for meeting, faction in _nearest(text, "factions", language):
        words = text[meeting[1] : faction[0]].split()
        if len(words) <= _FACTIONS and not sides.isdisjoint(words[-1 - _WITH :]):
            yield meeting


def _councils(text: str, language: str | None) -> Iterator[Span]:
    """Yield the sessions of a council: a session of the UN Security Council; not the visit of its president.

    Also those of its members: of the ministers of trade of the EU.
    """
    of = cues.joined(language, "of", "genitive_articles")
    sessions = cues.spoken("encounters", language) - cues.spoken("visiting", language)
    many = cues.spoken("plural_offices", language)
    for meeting, council in _nearest(text, "councils", language):
        words = text[meeting[1] : council[0]].split()
        is_linked = not of.isdisjoint(words[:1]) or (not words and is_arabic(text.strip()))
        offices = {*filter(is_office, words)}
        is_near = len(words) <= (_OF_MANY if offices else _OF) and offices <= many
        if text[slice(*meeting)] in sessions and is_linked and is_near:
            yield meeting


def _nearest(text: str, outsiders: str, language: str | None, *others: str) -> Iterator[tuple[Span, Span]]:
    """Yield the nearest meeting, or word of other lists, shortly before words of a list, with these words."""
    hits = [*cues.word_list(outsiders, language).find(text)]
    met = [*cues.joined_list(language, "encounters", "meeting", *others).find(text)] if hits else []
    for hit in hits:
        if (at := bisect_left(met, hit)) and hit[0] - met[at - 1][1] <= _REACH:
            yield met[at - 1], hit
