"""Where the sentences of a text begin and end: not behind an abbreviation or an ordinal."""

import re
from collections.abc import Iterator
from functools import cache

from coopdb.author.draft.words import cues, telling_words
from coopdb.pattern import pattern
from coopdb.text import fold

_LONGEST_SENTENCE = 1000  # characters; what goes on for longer is taken for several
_SENTENCE = pattern(
    r"(?<=[.!?؟。…”»])\s+(?=[^\Wa-z_]|[“«\"‘'(])"
    r"|(?<=[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ][.!?])(?=[¡¿“«]?[A-ZÀ-Þ][a-zà-ÿ’'])"  # a lost space: agua.El
    r"|(?<=[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ][”»\")][.!?])(?=[¡¿“«]?[A-ZÀ-Þ][a-zà-ÿ’'])"
)
_ABBREVIATION = 12  # characters that show an abbreviation
_ORDINAL = pattern(r"(?<!\d)\d\d?\.$")
_WORD = pattern(r"\w+")


def find_sentences(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where the sentences of a part of a text stand."""
    done = start
    for found in _SENTENCE.finditer(plain, start, end):
        before = max(done, found.start() - _ABBREVIATION)
        if not _abbreviated().search(plain, before, found.start()) and not _is_day(plain, before, *found.span()):
            yield from _short(plain, done, found.start())
            done = found.end()
    yield from _short(plain, done, end)


def _is_day(plain: str, before: int, end: int, behind: int) -> bool:
    """Tell the day of a month from the number that a sentence ends with: vom 4. bis 8. Mai."""
    if not _ORDINAL.search(plain, before, end):
        return False
    word = _WORD.match(plain, behind)
    return word is not None and fold(word[0]) in telling_words.months()


def _short(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence; one that is too long in parts, which end with a word where there is one."""
    while end - start > _LONGEST_SENTENCE:
        space = plain.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        yield start, (cut := space if space > 0 else start + _LONGEST_SENTENCE)
        start = cut
    yield start, end


@cache
def _abbreviated() -> re.Pattern[str]:
    """Return what finds an abbreviation, or an ordinal, at the end of a text."""
    words = cues.either("abbreviations")
    return re.compile(
        rf"(?:\b(?:{words}|[A-Z])"
        r"|(?<!\d\s)\bو?[دمأا]"  # doctor, engineer, professor; but not the year 2024 م
        r"|\b(?i:der|die|das|den|dem|des|am|zum|zur|vom) \d\d?)\.$"  # an ordinal: die 5. Sitzung
    )
