"""Sentences of what nobody did: of a novel, a film or a game, of a forged picture, an exercise, or an impostor."""

from coopdb.author.draft.meetings.clause_ends import REACH
from coopdb.author.draft.meetings.imagined import APART
from coopdb.author.draft.text.phrases import MARK
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.parted_verbs import parted

FICTION = ("works", "forgeries", "impostors", "fiction_labels")
_WHICH = 3  # words between in and the work: in the third new episode
_SHOWN = 6  # words between a forged picture and that it shows something


def is_fiction(text: str, language: str | None) -> bool:
    """Tell marked text in which what is told is of a work, or of a forgery: in a new novel, he meets her."""
    is_posed = next(parted(text.split(), "parted_impostors", language, APART), None) is not None
    if is_posed or cues.word_list("impostors", language).is_in(text) or _is_shown(text, language):
        return True
    labels = cues.spoken("fiction_labels", language)
    if labels and not labels.isdisjoint(each.strip() for each in text.split(f" {MARK} ")):
        return True
    return any(_is_frame(text, *each, language) for each in cues.word_list("works", language).find(text))


def _is_shown(text: str, language: str | None) -> bool:
    """Tell a forged picture that shows something, on either side of the verb; not one that is talked about."""
    shows = cues.word_list("shows", language)
    for start, end in cues.word_list("forgeries", language).find(text):
        behind = " ".join(text[end : end + REACH].split()[:_SHOWN])
        before = " ".join(text[max(start - REACH, 0) : start].split()[-_SHOWN:])
        if shows.is_in(behind) or shows.is_in(before):
            return True
    return False


def _is_frame(text: str, start: int, end: int, language: str | None) -> bool:
    """Tell the work in which something is told: in a film, in a film by; not: in the film museum, at a gala of film."""
    behind = text[end : end + REACH].split()[:1] or [MARK]
    goes_on = cues.joined(language, "of", "by_whom", "work_links") | {MARK}
    if behind[0] not in goes_on and not cues.word_list("meeting", language).at_start(behind[0]):
        return False
    before = f" {MARK} {text[max(start - REACH, 0) : start]}"
    low, high = max(cues.word_list("in_works", language).find(before), default=(0, 0))
    between = before[high:].split()
    is_bare = not between and not before.endswith(f" {MARK} ", 0, low)  # cooperation in film
    is_near = high > 0 and len(between) <= _WHICH and (cues.spoken("of", language) | {MARK}).isdisjoint(between)
    return is_near and not is_bare
