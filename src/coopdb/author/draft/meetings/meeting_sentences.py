"""Whether a sentence tells of people who meet, talk, or receive one another."""

from datetime import date
from functools import cache

from coopdb.author.draft.meetings.bygone import bygone
from coopdb.author.draft.meetings.no_meetings import is_of_kin, receipts, without, without_old, without_recall
from coopdb.author.draft.meetings.old_meetings import is_of_old
from coopdb.author.draft.meetings.site_visits import site_visits
from coopdb.author.draft.meetings.unreal import without_unreal
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.telling.told_words import talks_with
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.parted_verbs import has_parted
from coopdb.author.draft.words.script import is_arabic
from coopdb.author.draft.words.word_list import WordList

_JOINED = ("و", "ف")  # and, so: which Arabic writes before a verb
_SURE = 40  # words of a text whose language is certain
_REACH, _NEAR = 100, 4  # characters behind a verb, and words between it and the office of who is welcomed
_OWNED = "s"  # of a folded genitive: welcomed the minister's decision


@cache
def encounters(language: str | None) -> WordList:
    """Return the words for meetings, not for signing: those of one language, as met is with in Dutch."""
    signing = cues.joined(language, "signed", "signing")
    words = cues.joined(language, "meeting", "joint_press") - signing
    joined = (f"{letter}{word}" for word in words if is_arabic(word) for letter in _JOINED)  # والتقى
    return WordList((*words, *joined))


def meets(names: Names, sentence: Passage, published: date | None = None) -> bool:
    """Tell a sentence in which people meet, talk, or receive one another, no kin, and not long before a day."""
    if is_of_kin(names.article.folded(sentence), names.language):
        return False
    if is_of_old(names.article, sentence, names.language, published):
        return False
    language = names.language if len(names.article.words) >= _SURE else None
    text = without_unreal(names.article, sentence, names.language)
    text = without(text, cues.word_list("no_meetings", names.language).find(text))  # meet the needs, a private visit
    text = without(text, receipts(text, names.language))
    text = without(text, site_visits(text, names.language))
    text = without(text, bygone(text, names.language))
    text = without_recall(without_old(text, names.language, published), names.language)
    return (
        encounters(language).is_in(text)
        or has_parted(encounters(language), text, names.language)
        or next(talks_with(text.split(), names.language), None) is not None  # بحث … مع نظيره
        or _welcomes(text, names.language)
    )


def _welcomes(text: str, language: str | None) -> bool:
    """Tell folded words that say of somebody with an office that they were welcomed; not of what is theirs."""
    for _, end in cues.word_list("welcoming", language).find(text):
        words = text[end : end + _REACH].split()
        office = next((number for number, word in enumerate(words[:_NEAR]) if is_office(word)), None)
        if office is not None and _OWNED not in words[office : office + _NEAR]:
            return True
    return False
