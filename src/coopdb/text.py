"""The one normaliser of words, did-you-mean, and making control characters visible."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from coopdb.invisible import has_invisible, misplaced

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
    """Maps each character to the plain letters or digits it is folded to; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        """Take a character apart, and fold what it is made of; what stands beside it changes neither."""
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        self[code] = plain = "".join(map(_plain, decomposed))
        return plain


def _plain(character: str) -> str:
    """Drop marks and what is invisible, make digits those of ASCII, and a space of all but letters and digits."""
    is_unseen = unicodedata.combining(character) or has_invisible(character)
    plain = "" if is_unseen else character.translate(_LETTERS)
    if not plain.isalnum():
        plain = plain and " "
    return str(unicodedata.digit(plain, plain)) if plain.isdigit() else plain


_PLAIN = _Plain()

_NEAR, _NEARER = 0.75, 0.05  # ratios of difflib: of a slip, and by how much it is nearer than the next

# Patterns are left to `re` to compile when they are first used: few commands use any.
_ARTICLE = r"\b(?:ال)+(?=\w{2})"
# For text in ASCII, a byte at a time: letters made small, and a space for what is neither letter nor digit.
_ASCII = bytes(ord(character.lower() if character.isalnum() else " ") for character in map(chr, range(128))) + bytes(
    128
)

# C0 and C1 controls, DEL, line and paragraph separators, lone surrogates: what could move a cursor, break a line or
# fail to encode. What is invisible is in `invisible.py`.
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
# What runners of GitHub, Azure and TeamCity take for a command wherever it stands in a line of a log: `##[error]`.
_COMMAND = r"(?<=##)\[|(?<=##vso)\[|(?<=##teamcity)\["
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold case, accents, punctuation, digits and Arabic letter variants: words separated by one space.

    >>> fold("L’Identité  NUMÉRIQUE"), fold("المغرب"), fold("الإمارات") == fold("امارات")
    ('l identite numerique', 'مغرب', True)
    """
    return " ".join(folded_words(text))


def collation(text: str) -> tuple[str, str]:
    """Return what a list that people read is sorted by: letters without their accents, numbers by their size.

    >>> sorted(["Zambia", "Åland Islands", "Oman", "Österreich", "Ørsted", "G20", "G7"], key=collation)
    ['Åland Islands', 'G7', 'G20', 'Oman', 'Ørsted', 'Österreich', 'Zambia']
    """
    # An Arabic article is part of its word, as in a dictionary's list of names.
    words = " ".join(plain_letters(text).split())
    return re.sub(r"\d+", lambda digits: digits[0].zfill(20), words), text.casefold()


def folded_words(text: str) -> list[str]:
    """Fold a text to its words. They are not remembered: this is for texts that are met once."""
    if text.isascii():
        return text.encode().translate(_ASCII).decode().split()
    plain = plain_letters(text)
    return (re.sub(_ARTICLE, "", plain) if "ال" in plain else plain).split()


# Several rules ask about the texts of one record, each of which is met in no other.
text_words = lru_cache(maxsize=8)(folded_words)


def plain_letters(text: str) -> str:
    """Fold a text letter by letter: what is neither letter nor digit is a space each, and articles stay."""
    return text.translate(_PLAIN)


_LONGEST_SLIP = 100  # characters of a word, folded, that may be a slip: comparing takes the square of them
_MOST_COMPARED = 4_000  # candidates of one length that a word is compared with: its neighbours, where there are more


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Find the candidate that `word` is most likely a slip for, compared folded; None when none is near."""
    found = _slips(tuple(candidates)).near(fold(word), 1, 0.7)
    return found[0] if found else None


def only_near(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that `word` is a slip for when no other is nearly as near, or nothing."""
    from difflib import SequenceMatcher

    folded = fold(word)
    near = _slips(tuple(candidates)).near(folded, 2, _NEAR)
    ratios = [SequenceMatcher(None, fold(each), folded).ratio() for each in near]
    is_clear = near and (not near[1:] or ratios[0] - ratios[1] >= _NEARER)
    return near[0] if is_clear else ""


class _Slips:
    """Candidates, made ready once to be compared with many words."""

    def __init__(self, candidates: tuple[str, ...]) -> None:
        self._by_fold = {fold(candidate): candidate for candidate in sorted(candidates, reverse=True)}
        self._by_length: dict[int, list[tuple[str, int]]] = {}
        for folded in sorted(self._by_fold):
            self._by_length.setdefault(len(folded), []).append((folded, _letters(folded)))
        self.near = lru_cache(maxsize=4096)(self._near)

    def _near(self, word: str, number: int, cutoff: float) -> tuple[str, ...]:
        """Return the candidates nearest to a folded word, as `difflib.get_close_matches` finds them."""
        from difflib import get_close_matches

        if not 0 < len(word) <= _LONGEST_SLIP:
            return ()
        lengths = range(int(len(word) * cutoff / (2 - cutoff)), int(len(word) * (2 - cutoff) / cutoff) + 2)
        alike = [each for length in lengths for each in self._alike(word, length, cutoff)]
        return tuple(self._by_fold[each] for each in get_close_matches(word, alike, number, cutoff))

    def _alike(self, word: str, length: int, cutoff: float) -> list[str]:
        """Return the candidates of a length without those that cannot be near for the letters that only one has."""
        same = self._by_length.get(length, [])
        first = max(bisect_left(same, (word,)) - _MOST_COMPARED // 2, 0)
        shared, letters = cutoff * (len(word) + length) / 2, _letters(word)
        ours, theirs = len(word) - shared, length - shared
        return [
            other
            for other, others in same[first : first + _MOST_COMPARED]
            if (letters & ~others).bit_count() <= ours and (others & ~letters).bit_count() <= theirs
        ]


_slips = lru_cache(maxsize=16)(_Slips)


def _letters(word: str) -> int:
    """Return a set of the letters of a word; letters that are 64 apart count as one."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Word the did-you-mean for a slip, or nothing when no candidate is near."""
    return were_meant(closest(word, candidates))


def were_meant(*names: str | None) -> str:
    """Ask whether one of some names was meant; nothing when there is none.

    >>> were_meant("Morocco"), were_meant("GE", "GN"), were_meant(None)
    ('did you mean `Morocco`?', 'did you mean `GE` or `GN`?', '')
    """
    found = " or ".join(f"`{name}`" for name in names if name)
    return found and f"did you mean {found}?"


_MOST_LISTED = 40  # choices that a hint names


def one_of(word: str, choices: Iterable[str]) -> str:
    """Hint at the choice that a word may be a slip for, else at all of them.

    >>> one_of("plannd", ("planned", "held")), one_of("x", ("planned", "held"))
    ('did you mean `planned`?', 'one of `planned`, `held`')
    """
    found = tuple(choices)
    listed = ", ".join(f"`{visible(each)}`" for each in found[:_MOST_LISTED])
    more = f" and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
    return did_you_mean(word, found) or f"one of {listed}{more}"


def visible(text: str, keep: str = "") -> str:
    r"""Make control, escape and direction-changing characters visible, those in `keep` excepted, and commands harmless.

    What is made of the beginning of a text is the beginning of what is made of the text.

    >>> visible("a\x1b[31m\n")
    'a\\x1b[31m\\n'
    """
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    hidden = [*misplaced(text)]
    if not hidden and text.isprintable() and "##" not in text:
        return text
    found = re.finditer(f"{_CONTROL}|{_COMMAND}", text)
    places = {*hidden, *(match.start() for match in found if match[0] not in keep)}
    return "".join(_escape(each) if place in places else each for place, each in enumerate(text))


def is_writable(text: str) -> bool:
    """Tell whether a text can be written as UTF-8: it has no lone half of a character, as other bytes leave some."""
    return text.isascii() or re.search("[\ud800-\udfff]", text) is None


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT_ESCAPES.get(character) or (
        f"\\U{code:08x}" if code >> 16 else f"\\u{code:04x}" if code >> 8 else f"\\x{code:02x}"
    )


def count(number: int, noun: str, plural: str = "") -> str:
    """Word a number of things: ``1 record``, ``2 records``, ``3 countries``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
