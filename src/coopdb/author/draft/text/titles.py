"""What may be the title of an article, and what may stand above it."""

import re

from coopdb.author.draft.text.lines import is_masthead
from coopdb.author.draft.words import telling_words
from coopdb.pattern import pattern

LONGEST_TITLE = 30  # words; a first paragraph of more has no title above it
_LONGEST_LINE = 500  # characters of a title, however few words they are
_COUNTED = pattern(
    r"\d{1,4}[^\W\d_]{0,3}\s+(?P<word>[^\W\d_]++)(?:\s+\S++){3}"
)  # 46 soldats, 3e mandat, and what follows
_NUMBERED = pattern(  # a number and at least five words up to what ends a sentence
    r"\d{1,3}[.)]\s+[“«\"‘'(]?(?=[^\Wa-z_])(?P<word>\w++)(?=(?:\S*+\s++\S){4})(?=[\s\S]*[.!?؟。…;:؛][”»\"’)]*\Z)"
)


def is_longer_than_titles(text: str, folded: str) -> bool:
    """Tell a paragraph that no title is as long as."""
    return len(text) > _LONGEST_LINE or len(folded.split()) > LONGEST_TITLE


def is_numbered(text: str) -> bool:
    """Tell a paragraph that begins with its number."""
    return _counts(_NUMBERED, text)


def is_title(text: str) -> bool:
    """Tell a title from what may stand above it: a rubric, a date, a notice for editors."""
    words = text.split()
    if len(words) < 2 or (text[0].isdigit() and not _counts(_COUNTED, text)) or is_masthead(text):  # noqa: PLR2004  # a rubric
        return False
    return not text.isupper() or len(words) > 5  # noqa: PLR2004  # FOR IMMEDIATE RELEASE


def _counts(number: re.Pattern[str], text: str) -> bool:
    """Tell the number of a paragraph, or of soldiers, from that of a day: 1. The ministers met, 46 soldats, 3. März."""
    found = number.match(text)
    return found is not None and telling_words.with_article(found["word"]) not in telling_words.months()
