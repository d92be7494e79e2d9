"""Tells the office of somebody else than the one that a text named last, where no name stands between."""

from collections.abc import Sequence

from coopdb.author.draft.officials.person import Token, WordKind, Words
from coopdb.author.draft.words import cues
from coopdb.text import fold

_HIGH = ("heads_of_state", "heads_of_government", "ministers", "ambassadors")


def is_owned(found: Sequence[Token], number: int, words: Words) -> bool:
    """Tell an office whose country stands before it, from the one that it follows: statsministern Iraks president."""
    before = found[number - 1]
    is_place = words.has_genitive and before.kind is WordKind.PLACE and before.text.endswith("s")
    return is_place and number > 1 and found[number - 2].kind is WordKind.OFFICE


def is_told_apart(plain: str, found: Sequence[Token], number: int) -> bool:
    """Tell an office with its own article, behind the country of another: le président kényan, le ministre Roy.

    Not a rank, which is one's own: le ministre kényan, le général Roy; only what somebody else may be as well.
    """
    article, place = found[number - 1], found[number - 2]
    is_article = number > 1 and article.text.lower().strip("'’") in cues.spoken("articles")
    is_behind = is_article and place.kind is WordKind.PLACE and "," in plain[place.end : article.start]
    return is_behind and fold(found[number].text) in cues.joined(None, *_HIGH)
