"""The one normaliser of words, did-you-mean, and making control characters visible."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
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

# An apostrophe within a word, what it ends before it, and what goes on behind it.
_APOSTROPHE = r"(?<!\w)(\w+)['\u2018\u2019\u201b\u02bb\u02bc\u2032`](?=(\w+))"
# What such a name may begin with, folded: O'Neill, d'Ivoire.
_PARTICLE = r"\b([dlmno]) (?=\w{3})"
# What is written together in no language: French `l'identité`, English `Morocco's`.
_BEFORE = frozenset(("l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"))
_BEHIND = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))
_AROUND = 3  # words of a phrase on either side of a name
_LONGEST_SHORT = 4  # letters of a word that begins many others: `bonn`, `port`

# C0 and C1 controls, DEL, line and paragraph separators, bidirectional overrides and isolates, lone surrogates:
# what could move a cursor, break a line, reverse a text or fail to encode.
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


# Words with the marks above and below their letters, as decomposed accents and Arabic vowels are.
_MARKED_WORD = r"\w[\w\u0300-\u036f\u064b-\u065f\u0670]*"


def places_of(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield where the words `folded` stand in a text: from and to, in characters.

    The last word is perhaps only begun, unless a space follows it.

    >>> list(places_of("Le Maroc et la Côte d’Ivoire", "cote d iv"))
    [(15, 28)]
    >>> list(places_of("bonnes pratiques", "bonn ")), list(places_of("Mr O’Neill", "oneill "))
    ([], [(3, 10)])
    """
    tokens = [
        (word, found.start(), found.end())
        for found in re.finditer(_MARKED_WORD, text)
        for word in fold(found[0]).split()
    ]
    yield from _places_of(tokens, folded)
    if joined := list(_joined(tokens, [(found.end(1), found.start(2)) for found in _within_names(text)])):
        yield from _places_of(joined, folded)


_Token = tuple[str, int, int]  # a folded word, and where it stands


def _joined(tokens: list[_Token], gaps: list[tuple[int, int]]) -> Iterator[_Token]:
    """Yield the tokens with those on either side of a gap made one; nothing where there is no gap."""
    held: _Token | None = None
    for token in tokens if gaps else ():
        if held and (held[2], token[1]) in gaps:
            held = (held[0] + token[0], held[1], token[2])
            continue
        if held:
            yield held
        held = token
    if held:
        yield held


def _places_of(tokens: list[_Token], folded: str) -> Iterator[tuple[int, int]]:
    wanted = folded.split()
    number = 0
    while wanted and number + len(wanted) <= len(tokens):
        here = tokens[number : number + len(wanted)]
        if f"{' '.join(word for word, _, _ in here)} ".startswith(folded):
            yield here[0][1], here[-1][2]
            number += len(wanted)
        else:
            number += 1


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold case, accents, punctuation, digits and Arabic letter variants: words apart by one space.

    >>> fold("L’Identité  NUMÉRIQUE"), fold("المغرب"), fold("الإمارات") == fold("امارات")
    ('l identite numerique', 'مغرب', True)
    """
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """Fold a text to its words. They are not remembered: this is for texts that are met once."""
    if text.isascii():
        return text.encode().translate(_ASCII).decode().split()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = decomposed.translate(_PLAIN)
    return (re.sub(_ARTICLE, "", plain) if "ال" in plain else plain).split()


def spellings(text: str) -> tuple[str, ...]:
    """Fold a text, and once more with names that have an apostrophe in one word, where there are any.

    >>> spellings("Mr O’Neill of Sana'a"), spellings("l’identité"), spellings("Morocco's")
    (('mr o neill of sana a', 'mr oneill of sanaa'), ('l identite',), ('morocco s',))
    """
    if text.isascii() and "'" not in text and "`" not in text:
        return (fold(text),)
    return tuple(dict.fromkeys((fold(text), fold(joined_names(text)))))


def asked_spellings(text: str) -> tuple[str, ...]:
    """Fold what is asked for, in each way that may be written of a name with an apostrophe.

    >>> asked_spellings("o neill"), asked_spellings("D’Ivoire"), asked_spellings("oneill")
    (('o neill', 'oneill'), ('d ivoire', 'divoire'), ('oneill',))
    """
    return tuple(dict.fromkeys((*spellings(text), re.sub(_PARTICLE, r"\1", fold(text)))))


def joined_names(text: str) -> str:
    """Leave out the apostrophes within names."""
    gaps = [(found.end(1), found.start(2)) for found in _within_names(text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def joined(text: str) -> Iterator[str]:
    """Yield the folded words around each name with an apostrophe, which is left out: three before and three behind.

    >>> list(joined("met Mr Shane O’Neill, Minister of State for Trade"))
    ['met mr shane oneill minister of state']
    """
    for found in _within_names(text):
        before = joined_names(text[: found.start()]).split()[-_AROUND:]
        behind = joined_names(text[found.start() :]).split()[: _AROUND + 1]
        yield fold(" ".join((*before, *behind)))


def _within_names(text: str) -> Iterator[re.Match[str]]:
    """Yield the apostrophes within names, each with the words around it."""
    for found in re.finditer(_APOSTROPHE, text):
        before, behind = found[1].casefold(), found[2]
        if behind[0].isupper() or (before not in _BEFORE and behind not in _BEHIND):
            yield found


def is_short(folded: str) -> bool:
    """Tell one short word, which begins many others: if it stands whole somewhere, that is what is meant.

    Arabic words are short and have endings, so that none is.
    """
    return folded.isascii() and " " not in folded and len(folded) <= _LONGEST_SHORT


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
