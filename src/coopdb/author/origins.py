"""Reads where a record is known from: addresses, or the author's own minutes, which have none."""

import re

from coopdb.author.answer_context import AnswerContext, Values
from coopdb.errors import usage_error
from coopdb.record.free_words import meant
from coopdb.text import fold, visible

MINUTES = "internal-note"
_WORDS = frozenset(
    {"minutes", "own minutes", "our minutes", "notes", "own notes", "my notes", "note", "internal note"}
    | {"compte rendu", "pv", "محضر"}
)
_TITLE = "Own minutes"


def read_sources(text: str, _: AnswerContext) -> list[Values]:
    """Read one address or several, `minutes`, or `minutes: title`, to tables of sources."""
    head, colon, title = text.partition(":")
    if is_minutes(head):
        return [{"title": title.strip() if colon and title.strip() else _TITLE, "kind": MINUTES}]
    return [{"url": _address(part)} for part in re.split(r"\s*[,;]?\s+", text.strip())]


def is_minutes(text: str) -> bool:
    """Tell whether a source is the author's own minutes."""
    return fold(text) in _WORDS or meant("values", text, (MINUTES,)) == MINUTES


def _address(text: str) -> str:
    if not re.match("https?://[^/]", text):
        raise usage_error(
            f"`{visible(text)}` is not an address of the web",
            "begin it with https://, or write `minutes` where you only have your own",
        )
    return text
