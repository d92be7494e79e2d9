"""Names with an apostrophe, as they are spelled with it, without it, and with a space in its place."""

import re
from collections.abc import Iterator

from coopdb.text import fold

# An apostrophe within a word, what it ends before it, and what goes on behind it.
_APOSTROPHE = r"(?<!\w)(\w+)['\u2018\u2019\u201b\u02bb\u02bc\u2032`](?=(\w+))"
# What such a name may begin with, folded: O'Neill, d'Ivoire.
_PARTICLE = r"\b([dlmno]) (?=\w{3})"
# What is written together in no language: French `l'identité`, English `Morocco's`.
_BEFORE = frozenset(("l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"))
_BEHIND = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))
_AROUND, _NEAR = 3, 200  # words of a phrase on either side of a name, and characters that they are looked for in


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
    gaps = [(found.end(1), found.start(2)) for found in within_names(text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def joined(text: str) -> Iterator[str]:
    """Yield the folded words around each name with an apostrophe, which is left out: three before and three behind.

    >>> list(joined("met Mr Shane O’Neill, Minister of State for Trade"))
    ['met mr shane oneill minister of state']
    """
    for found in within_names(text):
        start = found.start()
        before = joined_names(text[max(start - _NEAR, 0) : start]).split()[-_AROUND:]
        behind = joined_names(text[start : start + _NEAR]).split()[: _AROUND + 1]
        yield fold(" ".join((*before, *behind)))


def within_names(text: str) -> Iterator[re.Match[str]]:
    """Yield the apostrophes within names, each with the words around it."""
    for found in re.finditer(_APOSTROPHE, text):
        before, behind = found[1].casefold(), found[2]
        if behind[0].isupper() or (before not in _BEFORE and behind not in _BEHIND):
            yield found
