"""Which encoding the bytes of a text are likely in, by its letters and words: one for Arabic, or a western one."""

import re

from coopdb.pattern import pattern

WESTERN = "windows-1252"  # which latin-1 is a part of, as far as texts go
_ARABIC = "windows-1256"
_OTHER_ARABIC = "iso-8859-6"
_OTHER_WESTERN = ("iso-8859-15", "mac-roman", "cp850")  # of Unix, of old Macs, of DOS
CONTROLS = pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_ARABIC_WORD = pattern("[\u0621-\u064a]+")
_ONLY_ARABIC = pattern("[\u060c\u061b\u061f\u0621-\u0652\xa0]+")
_FOREIGN_WORD = re.compile(rb"[\x80-\xff]{3,}")
_COMMON_ARABIC = frozenset("في من على إلى الى أن التي الذي مع عن هذا بين خلال وزير".split())  # noqa: SIM905  # a list of words
_SURE = 3  # common words that no other encoding has by chance: its letters would be in other words
# What texts in the languages of western Europe have besides ASCII. Another encoding read as this one has other signs,
# or letters where none can be: `Dvořák` would be `Dvoøák`, `المغرب` would be `ÇáãÛÑÈ`.
_LETTERS = "àâäáãåæçèéêëìíîïñòóôöõøœßùúûüÿÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜŸ"
_SIGNS = "«»“”‘’‚„–—…€£§°ºª·•¿¡\xa0´"
_STRANGE = pattern(
    f"[^\x00-\x7f{_LETTERS}{_SIGNS}]"
    f"|[{_LETTERS}]{{3}}"  # no word has three of them in a row
    f"|[a-zA-Z{_LETTERS}][“”«»£€§°¿¡•„‚]+[a-zA-Z{_LETTERS}]"
    "|[a-zà-ÿ][À-ÖØ-ÞŒŸ]"  # a capital within a word
    "|[øå][áàâäãéèêëíìîïóòôöõúùûü]|[áàâäãéèêëíìîïóòôöõúùûü][øå]"  # letters of languages far apart
    "|ì[a-z]"  # within an Italian word there is none: `ě`
)


def guessed(content: bytes) -> tuple[str, str] | None:
    """Read bytes as Arabic where the commonest words of Arabic are in them, or else as a text of western Europe."""
    text = content.decode(_ARABIC, errors="replace")
    if common_arabic(text) >= _SURE:
        return (text, _ARABIC) if not CONTROLS.search(text) else None
    found = western(content)
    return (found, WESTERN) if found is not None else None


def fitting(content: bytes) -> str:
    """Name an encoding that bytes which none is guessed for may be in; nothing where none fits."""
    if common_arabic(content.decode(_OTHER_ARABIC, errors="replace")):
        return _OTHER_ARABIC
    words = [each[0].decode(_ARABIC, errors="replace") for each in _FOREIGN_WORD.finditer(content)]
    if words and all(map(_ONLY_ARABIC.fullmatch, words)):
        return _ARABIC
    return next((each for each in _OTHER_WESTERN if _as_western(content, each) is not None), "")


def common_arabic(text: str) -> int:
    """Count the commonest words of Arabic in a text."""
    return sum(1 for word in _ARABIC_WORD.finditer(text) if word[0] in _COMMON_ARABIC)


def is_backwards(text: str) -> bool:
    """Tell Arabic text whose words are in the order in which they are drawn."""
    words = [each[0] for each in _ARABIC_WORD.finditer(text)]
    backwards = sum(1 for each in words if each[::-1] in _COMMON_ARABIC)
    return backwards > sum(1 for each in words if each in _COMMON_ARABIC)


def western(content: bytes) -> str | None:
    """Read bytes as a text of western Europe; None when they hardly are one."""
    return _as_western(content, WESTERN)


def _as_western(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text or _STRANGE.search(text) else text
