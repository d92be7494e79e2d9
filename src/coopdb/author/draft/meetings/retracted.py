"""Meetings that the text takes back: denied in the next sentence, corrected at its foot, or withdrawn as a whole."""

from collections.abc import Iterator, Set
from functools import cache
from itertools import product

from coopdb.author.draft.meetings.called_off import changes
from coopdb.author.draft.meetings.no_meetings import without
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.parties.two_sides import parties_named
from coopdb.author.draft.text.phrases import marked
from coopdb.author.draft.text.text import TITLE, Passage
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.word_list import WordList
from coopdb.text import fold

_NEXT = 4  # sentences below the title that may take the meeting back
_OF = 4  # words between a denial and the meeting: knows nothing of any such meeting
_BEHIND = 5  # words behind such a denial, and marks: , said the ministry; not: of claims about spying
_LABEL = 3  # words before the label of a correction: (Oslo) Correction


def is_retracted(names: Names, wording: Phrasing, parties: Set[str]) -> bool:
    """Tell a text that says of its own meeting that there was none, or of itself that it is withdrawn."""
    return any(_denies(names, each, parties) for each in _heads(wording)) or any(
        _corrects(names, wording, each, parties) for each in _corrections(wording)
    )


def _heads(wording: Phrasing) -> Iterator[Passage]:
    yield from wording.titles
    yield from [each for each in wording.article.sentences if each.rank > TITLE][:_NEXT]


def _denies(names: Names, sentence: Passage, parties: Set[str]) -> bool:
    """Tell a sentence that takes back what was told: denies the meeting; this report is false; article retracted."""
    text, language = marked(names.article, sentence), names.language
    before, colon, _ = names.article.text(sentence).partition(":")
    label = fold(before) if colon else ""
    if any(end == len(label) for _, end in _retractions(language).find(label)):
        return True
    if not parties >= {*parties_named(names, sentence)}:
        return False
    ends = [end for _, end in _retractions(language).find(text)]
    if any(not _is_of_another(text[end:], language) and len(text[end:].split()) <= _BEHIND for end in ends):
        return True
    denials = cues.word_list("disowns", language).find(text)
    denied = next(((start, end + size) for start, end in denials if (size := _denied(text[end:], language))), None)
    return denied is not None and not cues.word_list("took_place", language).is_in(without(text, [denied]))


@cache
def _retractions(language: str | None) -> WordList:
    """Return what finds the words by which a text takes itself back: this report is false; article withdrawn."""
    pairs = (("the_report", "is_untrue"), ("report", "is_withdrawn"), ("withdraws", "own_report"))
    joined = (product(cues.spoken(first, language), cues.spoken(second, language)) for first, second in pairs)
    return WordList(
        cues.spoken("retracts", language) | {f"{first} {second}" for each in joined for first, second in each}
    )


def _is_of_another(behind: str, language: str | None) -> bool:
    """Tell what stands behind such words where it is of another time (since), or goes on (but in Oslo)."""
    return _goes_on(behind, language) or not cues.spoken("when_words", language).isdisjoint(behind.split())


def _goes_on(text: str, language: str | None) -> bool:
    """Tell words with but among them."""
    contrasts = cues.spoken("contrasts", language) - cues.spoken("list_and", language)
    return not contrasts.isdisjoint(text.split())


def _denied(behind: str, language: str | None) -> int:
    """Return how far a meeting reaches that words begin with, this one or any; not another one: with whom, a second."""
    words = behind.split(" ")[: _OF + 2]
    meetings = cues.spoken("encounters", language)
    at = next((number for number, word in enumerate(words) if word in meetings), None)
    if at is None or not cues.spoken("such", language) >= {*filter(None, words[:at])}:
        return 0
    is_of_others = not cues.joined(language, "with", "between_two").isdisjoint(words[at + 1 : at + 2])
    return 0 if is_of_others else len(" ".join(words[: at + 1]))


def _corrections(wording: Phrasing) -> Iterator[Passage]:
    """Yield the sentences of a text that begin with the label of a correction."""
    labels = cues.word_list("corrections", wording.language)
    for sentence in wording.article.sentences:
        label = labels.first(wording.article.folded(sentence))
        if label and len(wording.article.folded(sentence)[: label[0]].split()) <= _LABEL:
            yield sentence


def _corrects(names: Names, wording: Phrasing, sentence: Passage, parties: Set[str]) -> bool:
    """Tell a correction by which there was no meeting; not one of where it was: not in Bergen, but in Oslo."""
    text, language = names.article.folded(sentence), names.language
    is_off = any(changes(wording, sentence)) or cues.word_list("did_not", language).is_in(text)
    return (is_off and not _goes_on(text, language)) or _denies(names, sentence, parties)
