"""Characters that nobody sees: which have no place in a value, and which a script needs to be written.

Zero-width joiners and non-joiners belong within words of Arabic and Indic scripts, and a joiner between two signs (an
emoji of several); marks of direction belong in a text that has letters written from right to left. Nothing else that
is invisible says anything in a value of a record: neither embeddings, overrides and isolates, which reverse what is
shown, nor zero-width spaces, soft hyphens, fillers and tags, which make two of one name.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_ALWAYS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff"
)
_SOMETIMES = "\u061c\u200c-\u200f"
_INVISIBLE = re.compile(f"[{_ALWAYS}{_SOMETIMES}]")
_UNREAD = re.compile(f"\u00ad[ \\t]*\\n[ \\t]*(?=[^\\W\\d_])|[{_ALWAYS}{_SOMETIMES}]")
_JOINERS = frozenset("\u200c\u200d")
_MARKS = frozenset("\u061c\u200e\u200f")  # of direction
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINED_SCRIPTS = range(0x0590, 0x1E00)  # from Hebrew to the last of the Indic and African ones
_SIGNS = 0x2190  # arrows, symbols and emoji begin here


def has_invisible(text: str) -> bool:
    """Tell quickly whether a text has a character that nobody sees, be it in its place or not."""
    return not text.isascii() and _INVISIBLE.search(text) is not None


def has_words(text: str) -> bool:
    """Tell a text from signs and blanks, and from what nobody sees: some fillers are letters to Unicode."""
    return any(each.isalnum() and not has_invisible(each) for each in text)


def misplaced(text: str) -> Iterator[int]:
    """Yield where an invisible character stands that has no place there."""
    if not has_invisible(text):
        return
    goes_left = _RIGHT_TO_LEFT.search(text.replace("\u061c", "")) is not None
    for found in _INVISIBLE.finditer(text):
        character, place = found[0], found.start()
        if character in _MARKS:
            is_at_home = goes_left
        elif character in _JOINERS:
            is_at_home = _joins(text[place - 1 : place], text[place + 1 : place + 2])
        else:
            is_at_home = False
        if not is_at_home:
            yield place


def without_misplaced(text: str) -> str:
    """Return a text without the invisible characters that have no place in it."""
    if not has_invisible(text):  # as nearly all
        return text
    places = [-1, *misplaced(text), len(text)]
    return "".join(text[one + 1 : other] for one, other in pairwise(places)) if len(places) > 2 else text  # noqa: PLR2004  # both ends


def unread(text: str) -> Iterator[int]:
    """Yield where an article has an invisible character, which parts words for a program and for no reader.

    Joiners of signs and of Indic scripts stay; those of Arabic go, as `fold` has words without them. A soft hyphen at
    the end of a line, where it is seen, goes with the line end.
    """
    if not has_invisible(text):
        return
    for found in _UNREAD.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        is_joiner = found[0] in _JOINERS and _joins(before, after) and not _RIGHT_TO_LEFT.match(after)
        yield from () if is_joiner else range(*found.span())


def read_value(text: str) -> str:
    """Return a text that is given beside an article, such as a name in the data of a page, as the article is read."""
    hidden = frozenset(unread(text))
    return "".join(each for place, each in enumerate(text) if place not in hidden) if hidden else text


def _joins(before: str, after: str) -> bool:
    """Tell whether a joiner between two characters is part of how they are written."""
    if not before or not after:
        return False
    return all(ord(each) in _JOINED_SCRIPTS for each in (before, after)) or (
        ord(before) >= _SIGNS and ord(after) >= _SIGNS and not before.isalnum()
    )
