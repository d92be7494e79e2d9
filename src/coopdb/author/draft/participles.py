"""Participles: of what both sides did, or of an older document."""

from collections.abc import Sequence

from coopdb.author.draft import cues, telling_words
from coopdb.author.draft.text import Word

_TO_PARTICIPLE = 3  # words between a document and the participle that belongs to it: the agreement both sides signed
_APART = 23  # words between the parts of a verb


def closes_clause(words: Sequence[str], number: int, language: str | None) -> bool:
    """Tell a participle far behind its verb, where it stands last: hat mit ihr in Oslo ein Memorandum unterzeichnet."""
    is_last = language is not None and bool(cues.spoken("receives_last", language))
    near = words[max(number - _APART, 0) : number] if is_last else ()
    return not telling_words.words("auxiliaries").isdisjoint(near)


def is_attribute(words: tuple[Word, ...], number: int, said: str) -> bool:
    """Tell the participle of an older document: the memorandum (MOU) signed in 2021, la convention signée en mai."""
    if said not in telling_words.words("participles"):
        return False
    before = [word.folded for word in words[max(number - _TO_PARTICIPLE, 0) : number]]
    is_verb = not telling_words.words("auxiliaries").isdisjoint(before)
    return not is_verb and not telling_words.words("attributive").isdisjoint(before)
