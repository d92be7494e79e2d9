"""How wide a text is drawn, as far as that can be told without its font: rather too wide than too narrow.

The classes are those of DejaVu Sans and Verdana, the widest that browsers take for `system-ui` and `sans-serif`.
"""

import unicodedata
from functools import cache

_ELLIPSIS = "…"
_NARROW, _WIDE = frozenset("ijlI.,:;'|!() []/\\-ftr\u202f\u00a0"), frozenset("mwMWOQGCD@%&+=<>~–—…→")
_EM = {"narrow": 0.42, "wide": 1.01, "upper": 0.76, "digit": 0.64, "east": 1.1, "none": 0.0}
_USUAL, _HEAVY = 0.66, 1.12  # of an em: a letter; how much wider bold is


@cache
def _advance(character: str) -> float:
    """Return the width of a character in ems."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return _EM["none"]
    if character in _NARROW:
        return _EM["narrow"]
    if character in _WIDE:
        return _EM["wide"]
    if unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF:  # noqa: PLR2004  # beyond are signs
        return _EM["east"]
    if character.isdigit():
        return _EM["digit"]
    return _EM["upper"] if character.isupper() else _USUAL


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return how many units a text takes that is `size` units high."""
    return sum(map(_advance, text)) * size * (_HEAVY if is_bold else 1)


def shorten(text: str, size: float, room: float) -> str:
    """Return as much of a text as has room, with an ellipsis where it is cut."""
    if text_width(text, size) <= room:
        return text
    room -= text_width(_ELLIPSIS, size)
    return _beginning(text, size, room).rstrip(" ,-–(") + _ELLIPSIS


def shorten_middle(text: str, size: float, room: float) -> str:
    """Return both ends of a text that has no room as a whole."""
    half = (room - text_width(_ELLIPSIS, size)) / 2
    end = _beginning(text[::-1], size, half)[::-1]
    return f"{_beginning(text, size, half).rstrip()}{_ELLIPSIS}{_without_marks(end)}"


def wrap(text: str, size: float, room: float, *, is_bold: bool = False) -> list[str]:
    """Break a text at spaces into lines that have room; a longer word is shortened."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, is_bold=is_bold) <= room:
            lines[-1] = longer
        else:
            lines.append(shorten(word, size * (_HEAVY if is_bold else 1), room))
    return lines


def _beginning(text: str, size: float, room: float) -> str:
    """Return the longest beginning that has room; the marks of a letter take none, and stay with it."""
    used, end = 0.0, 0
    for place, character in enumerate(text):
        used += text_width(character, size)
        if used > room:
            break
        end = place + 1
    return text[:end]


def _without_marks(text: str) -> str:
    """Drop the marks at the beginning, whose letter is cut off."""
    while text and not _advance(text[0]):
        text = text[1:]
    return text
