"""A text with the drafts of the meetings that it tells of."""

from typing import NamedTuple

from coopdb.author.draft import Draft


class DraftedText(NamedTuple):
    """The name of a text's file, as it is shown, and a draft for each meeting that the text tells of."""

    name: str
    drafts: tuple[Draft, ...]
