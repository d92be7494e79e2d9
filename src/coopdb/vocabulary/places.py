"""Finds where words stand in a text as it is written."""

import re
from collections.abc import Iterator

from coopdb.text import fold
from coopdb.vocabulary.spelling import within_names

# Words with the marks above and below their letters, as decomposed accents and Arabic vowels are.
_MARKED_WORD = r"\w[\w\u0300-\u036f\u064b-\u065f\u0670]*"
_Token = tuple[str, int, int]  # a folded word, and where it stands


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
    if joined := list(_joined(tokens, {(place, place + 1) for place in within_names(text)})):
        yield from _places_of(joined, folded)


def _joined(tokens: list[_Token], gaps: set[tuple[int, int]]) -> Iterator[_Token]:
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
