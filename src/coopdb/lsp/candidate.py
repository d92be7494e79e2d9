"""One thing that may stand where somebody types, and what is known of the place."""

import re
from typing import NamedTuple

from coopdb.lsp.cursor import CursorPlace, Scan
from coopdb.lsp.session import OpenDocument
from coopdb.vocabulary.spelling import spellings


class Candidate(NamedTuple):
    """What is offered: the `key` that is shown, what it is `about`, and the name by which it was found.

    `rank` is its place among others. `insert` is what is written, the key when empty; a `plain` one has no quotes.
    """

    key: str
    about: str
    kind: str
    rank: tuple[int, int, str]
    name: str = ""
    insert: str = ""
    more: str = ""


class Typing(NamedTuple):
    """A document, the place in it where somebody types, and what is typed so far.

    `words` are those that are typed, folded and each with a space before it.
    """

    document: OpenDocument
    place: CursorPlace
    typed: str
    words: tuple[str, ...]

    def matches(self, text: str) -> bool:
        """Tell whether every word that is typed begins one of a folded text, which has a space before each word."""
        return all(word in text for word in self.words)

    def is_at_line_start(self) -> bool:
        """Tell whether nothing but what is typed stands on the line so far."""
        token = self.place.token
        text = self.document.text
        start = token.start if token else len(text)
        return token is None or not re.search(r"[^\s]", text[text.rfind("\n", 0, start) + 1 : start])

    def beside(self, key: str) -> str:
        """Return the text that another key of the same table has; "" where it has none."""
        place = self.place
        same = (each for each in Scan(self.document.text).strings() if each.key == key)
        return next((each.value for each in same if (each.table, each.number) == (place.table, place.number)), "")


def searchable(text: str) -> str:
    """Fold a text for `Typing.matches`: a space before each word, names with an apostrophe in both spellings."""
    return f" {' '.join(spellings(text))}"
