"""The one normaliser of words, did-you-mean, and making control characters visible."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Letters that Unicode does not decompose, and Arabic letters that writers exchange for one another.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ـ": "",
        "ʻ": " ",
        "ʼ": " ",
        "ʾ": "",
        "ʿ": "",
    }
)


class _Plain(dict[int, str]):
    """Maps each character to the plain letter or digit it is folded to; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        """Drop combining marks, turn digits of any script into ASCII digits, and what is neither into a space."""
        character = chr(code)
        plain = "" if unicodedata.combining(character) else character.translate(_LETTERS)
        if not plain.isalnum():
            plain = plain and " "
        self[code] = plain = str(unicodedata.digit(plain, plain)) if plain.isdigit() else plain
        return plain


_PLAIN = _Plain()

# Patterns are left to `re` to compile when they are first used: few commands use any.
_ARTICLE = r"\b(?:ال)+(?=\w{2})"
# For text in ASCII, a byte at a time: letters made small, and a space for what is neither letter nor digit.
_ASCII = bytes(ord(character.lower() if character.isalnum() else " ") for character in map(chr, range(128))) + bytes(
    128
)

# C0 and C1 controls, DEL, line and paragraph separators, bidirectional overrides and isolates, lone surrogates:
# what could move a cursor, break a line, reverse a text or fail to encode.
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold case, accents, punctuation, digits and Arabic letter variants: words apart by one space.

    >>> fold("L’Identité  NUMÉRIQUE"), fold("المغرب"), fold("الإمارات") == fold("امارات")
    ('l identite numerique', 'مغرب', True)
    """
    return " ".join(folded_words(text))


def collation(text: str) -> tuple[str, str]:
    """Return what a list that people read is sorted by: letters without their accents, numbers by their size.

    >>> sorted(["Zambia", "Åland Islands", "Oman", "Österreich", "Ørsted", "G20", "G7"], key=collation)
    ['Åland Islands', 'G7', 'G20', 'Oman', 'Ørsted', 'Österreich', 'Zambia']
    """
    words = " ".join(_plain(text).split())  # an Arabic article is part of its word, as in a dictionary's list of names
    return re.sub(r"\d+", lambda digits: digits[0].zfill(20), words), text.casefold()


def folded_words(text: str) -> list[str]:
    """Fold a text to its words. They are not remembered: this is for texts that are met once."""
    if text.isascii():
        return text.encode().translate(_ASCII).decode().split()
    plain = _plain(text)
    return (re.sub(_ARTICLE, "", plain) if "ال" in plain else plain).split()


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return decomposed.translate(_PLAIN)


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Find the candidate that `word` is most likely a slip for, compared folded; None when none is near."""
    from difflib import get_close_matches

    by_fold = {fold(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    near = get_close_matches(fold(word), list(by_fold), n=1, cutoff=0.7)
    return by_fold[near[0]] if near else None


def only_near(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that `word` is a slip for when there is no other, or nothing."""
    from difflib import get_close_matches

    by_fold = {fold(candidate): candidate for candidate in candidates}
    near = get_close_matches(fold(word), list(by_fold), n=2, cutoff=0.75)
    return by_fold[near[0]] if len(near) == 1 else ""


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Word the did-you-mean for a slip, or nothing when no candidate is near."""
    near = closest(word, candidates)
    return f"did you mean `{near}`?" if near else ""


def visible(text: str, keep: str = "") -> str:
    r"""Make control, escape and direction-changing characters visible, those in `keep` excepted.

    >>> visible("a\x1b[31m\n")
    'a\\x1b[31m\\n'
    """
    if text.isprintable():
        return text
    return re.sub(_CONTROL, lambda match: match[0] if match[0] in keep else _escape(match[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT_ESCAPES.get(character) or (f"\\u{code:04x}" if code >> 8 else f"\\x{code:02x}")


def count(number: int, noun: str, plural: str = "") -> str:
    """Word a number of things: ``1 record``, ``2 records``, ``3 countries``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
