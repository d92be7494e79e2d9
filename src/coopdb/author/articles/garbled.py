"""Tells a text that somebody has decoded wrongly: its letters are pairs of signs, of another script, or lost.

What is not ASCII in UTF-8 and was read in another encoding becomes UTF-8 again when it is written in that one. What was
never UTF-8 does so by chance alone, where a capital stands before a sign, such as `É»`: not in most of a text.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

from coopdb.author.likely_encoding import WESTERN, common_arabic
from coopdb.errors import StopError
from coopdb.pattern import pattern
from coopdb.text import visible

_ANEW = "copy the text anew from where it was published, or save that page as UTF-8"
_TOLD = "tell another `--encoding`, or leave it out"
# The commonest of the west, for Arabic, and of others.
_READ_AS = (WESTERN, "windows-1256", "mac-roman", "windows-1251")
_RUN = pattern("[^\x00-\x7f]+")
# Letters and marks of the languages that are read.
_EXPECTED = pattern("[\u00a0-\u00ffŒœŠšŽžŸ\u0600-\u066f\u200c-\u2044\u20ac\u2122\ufeff]+")
_MOST = 500  # of them that are looked at: a text is garbled from the beginning
_FEWEST = 3  # of them, or of words
_FOREIGN = pattern("[a-zA-Z][\u0370-\u06ff](?=[a-zA-Z])")  # Greek, Cyrillic, Arabic, within a western word
_LETTER = pattern("[^\\W\\d_a-zA-Z]")
_SHARE = 0.25  # of the letters that are not of ASCII; others begin or end a word
_ARABIC = pattern("[\u0621-\u064a]")
_WESTERN_RUN = pattern("[À-ÖØ-öø-ÿ]{3}")
_MOST_LOST = 0.02  # of the characters of a text: more than one word in ten


def remark_on_garbled(text: str, name: str, *, is_told: bool = False) -> tuple[str, ...]:
    """Say what is garbled of a text; one that is garbled as a whole raises StopError.

    `is_told`: its encoding was told, which then is the likely fault.
    """
    if text.isascii():
        return ()
    runs = [each[0] for each in islice(_RUN.finditer(text), _MOST)]
    undone = max((_undone(runs, each) for each in _READ_AS), key=len)
    said = f"it has `{visible(undone[0][0])}` for `{visible(undone[0][1])}`" if len(undone) >= _FEWEST else ""
    hint = _TOLD if is_told else _ANEW
    if why := (said if len(undone) * 2 > len(runs) else _why_foreign(text)):
        raise StopError(f"`{name}` was decoded wrongly: {why}", hint)
    lost = text.count("\ufffd")
    if lost > len(text) * _MOST_LOST:
        raise StopError(f"`{name}` has lost {lost:,} of its letters, which are `\ufffd`", hint)
    lost_said = f"it has lost {lost:,} of its letters, which are `\ufffd`" if lost else ""
    return tuple(filter(None, (f"a part of it was decoded wrongly: {said}" if said else "", lost_said)))


def _undone(runs: Iterable[str], encoding: str) -> list[tuple[str, str]]:
    """Return the runs that are UTF-8 read in another encoding, each with what it is."""
    return [(each, decoded) for each in runs if (decoded := _decoded(each, encoding))]


def _decoded(run: str, encoding: str) -> str:
    """Return what a run is where it is UTF-8 read in another encoding; nothing where it is not.

    A letter of a script that is not read here is chance: `’é` of l’économie is an Armenian one.
    """
    try:
        decoded = run.translate(_bytes_of(encoding)).encode("latin-1").decode()
    except UnicodeError:
        return ""
    return decoded if _EXPECTED.fullmatch(decoded) else ""


@cache
def _bytes_of(encoding: str) -> Mapping[int, int]:
    """Return the byte of each character that is not ASCII; where a byte has none, its own number stands for it."""
    characters = (bytes([byte]).decode(encoding, "ignore") for byte in range(0x80, 0x100))
    return {ord(each): byte for byte, each in enumerate(characters, 0x80) if each}


def _why_foreign(text: str) -> str:
    """Say which letters are of another script than the text, or nothing."""
    within = _FOREIGN.findall(text)
    if len(within) >= _FEWEST and len(within) > len(_LETTER.findall(text)) * _SHARE:
        return f"`{within[0]}` is in a word of western letters"
    return "its Arabic letters are western ones" if _is_arabic_read_as_western(text) else ""


def _is_arabic_read_as_western(text: str) -> bool:
    if _ARABIC.search(text) or not _WESTERN_RUN.search(text):
        return False
    return common_arabic(text.encode(WESTERN, "replace").decode("windows-1256", "replace")) >= _FEWEST
