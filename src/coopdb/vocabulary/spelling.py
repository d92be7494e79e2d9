"""Names with an apostrophe, as they are spelled with it, without it, and with a space in its place."""

import re
from collections.abc import Iterator
from itertools import groupby

from coopdb.pattern import pattern
from coopdb.text import fold

# An apostrophe before a letter, and the letters that are looked at before and behind it.
_APOSTROPHE = pattern(r"['\u2018\u2019\u201b\u02bb\u02bc\u2032`](?=\w)")
_BACK, _AHEAD = 8, 4
# What such a name may begin with, folded: O'Neill, d'Ivoire.
_PARTICLE = r"\b([dlmno]) (?=\w{3})"
# What is written together in no language: French `l'identité`, English `Morocco's`.
BEFORE = frozenset(("l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"))
BEHIND = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))
_NO_LETTER = pattern(r"\W")
_AROUND = 3  # words of a phrase on either side of a name


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
    places = list(within_names(text))
    if not places:
        return text
    ends = [*places, len(text)]
    return "".join(text[start:end] for start, end in zip((0, *(place + 1 for place in places)), ends, strict=True))


def joined(text: str) -> Iterator[str]:
    """Yield the folded words around each name with an apostrophe, which is left out: three before and three behind.

    >>> list(joined("met Mr Shane O’Neill, Minister of State for Trade"))
    ['met mr shane oneill minister of state']
    """
    words = text.split() if has_apostrophe(text) else []
    plain = [joined_names(word) if has_apostrophe(word) else word for word in words]
    places = [number for number, word in enumerate(words) if plain[number] != word]
    near = {place + step for place in places for step in range(-_AROUND, _AROUND + 1)}
    for is_near, group in groupby(enumerate(plain), key=lambda numbered: numbered[0] in near):
        if is_near:
            yield fold(" ".join(word for _, word in group))


def has_apostrophe(text: str) -> bool:
    """Tell quickly whether a text may have such a name."""
    return bool(_APOSTROPHE.search(text))


def within_names(text: str) -> Iterator[int]:
    """Yield the places of the apostrophes within names."""
    for found in _APOSTROPHE.finditer(text):
        place = found.start()
        before = _NO_LETTER.split(text[max(place - _BACK, 0) : place])[-1]
        behind = _NO_LETTER.split(text[place + 1 : place + 1 + _AHEAD])[0]
        if before and _is_name(before.casefold(), behind):
            yield place


def _is_name(before: str, behind: str) -> bool:
    return behind[0].isupper() or (before not in BEFORE and behind not in BEHIND)
