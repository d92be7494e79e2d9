"""Words of doubt that are about one noun or adjective, not about the meeting: the reportedly ailing president."""

from collections.abc import Iterator

from coopdb.author.draft.meetings.clause_ends import REACH
from coopdb.author.draft.meetings.no_meetings import Span
from coopdb.author.draft.text.phrases import MARK
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern

_NEAR = 2  # words between an adjective of doubt and the meeting that it is about: the alleged secret meeting
_MOST = pattern(r"most|mest|mest[ae]|meest|\w+(?:est|st[ae]|ste[nrsm])")


def doubts(text: str, name: str, language: str | None) -> Iterator[Span]:
    """Yield where the words of a list stand in marked text, but those about one noun or adjective alone.

    With the meeting that stands before the adjective of doubt about it: la reunión supuesta.
    """
    meetings, adjectives = (cues.spoken(each, language) for each in ("encounters", "doubted_nouns"))
    for start, end in cues.word_list(name, language).find(text):
        if not _is_about_a_noun(text, start, end, language):
            before = text[max(start - REACH, 0) : max(start - 1, 0)].rpartition(" ")[2]
            is_meeting = text[start:end] in adjectives and before in meetings
            yield start - is_meeting * len(f"{before} "), end


def _is_about_a_noun(text: str, start: int, end: int, language: str | None) -> bool:
    """Tell a word of doubt between an article, or whose it is, and a noun or an adjective."""
    word = text[start:end]
    before = text[max(start - REACH, 0) : start].split()[-2:]
    behind = text[end : end + REACH].split()[: _NEAR + 1]
    openers = cues.spoken("noun_openers", language)
    if word in cues.spoken("doubted_nouns", language):
        meetings = cues.joined_list(language, "encounters", "meeting")
        is_told = is_arabic(word) or not openers.isdisjoint(before)
        return is_told and not meetings.is_in(" ".join((*before, *behind)))
    if not before or not behind or MARK in (before[-1], behind[0]):
        return False
    is_of_verb = cues.word_list("took_place", language).at_start(" ".join(behind))
    if word not in cues.spoken("hedges", language) or is_of_verb:
        return False
    if before[-1] in openers:  # a president, die angeblich ihn getroffen hat: there it is who, not the
        is_who = before[0] == MARK and cues.has_trait(language, "verb_second")
        return not is_who or text.startswith(f" {MARK} {before[-1]} {word}")
    return _is_whose(before[-1], behind[0]) or _is_about_talks(before[-1], behind, language)


def _is_whose(before: str, behind: str) -> bool:
    """Tell a genitive before the highest degree: Kenias vielleicht mächtigste Frau; Kenya's perhaps most."""
    return before.endswith("s") and bool(_MOST.fullmatch(behind))


def _is_about_talks(before: str, behind: list[str], language: str | None) -> bool:
    """Tell the verb of talks and, behind one adjective, the talks: held possibly decisive talks."""
    is_held = before in cues.spoken("holds_talks", language) and behind[0] not in cues.spoken("common", language)
    return is_held and not cues.spoken("encounters", language).isdisjoint(behind[1:2])
