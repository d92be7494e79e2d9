"""Reads where a record is known from: addresses, or the author's own minutes, which have none."""

import re
from collections.abc import Mapping
from typing import Any

from coopdb.author.answer_context import AnswerContext, Values
from coopdb.author.named_values import part_named, with_named
from coopdb.author.unclear_answer import Unclear, mapped
from coopdb.errors import usage_error
from coopdb.record.addresses import address_hint, is_address
from coopdb.record.free_words import meant
from coopdb.text import fold, visible

MINUTES = "internal-note"
_WORDS = frozenset(
    {"minutes", "own minutes", "our minutes", "notes", "own notes", "my notes", "note", "internal note"}
    | {"compte rendu", "pv", "محضر"}
)
_TITLE = "Own minutes"


def read_sources(text: str, setting: AnswerContext) -> Any:
    """Read one address or several, `minutes`, or `minutes: title`, to tables of sources, or a doubt about them.

    What is known of them may follow by its keys: `https://example.org/1; party=QA; published=2026-02-02`.
    """
    text, named = part_named(text, "sources")
    found: Any = [mapped(with_named(each, named, setting), _titled) for each in _sources(text)]
    doubt = next((each for each in found if isinstance(each, Unclear)), None)
    if doubt and found[1:]:
        raise doubt.error()
    return doubt.mapped(lambda table: [table]) if doubt else found


def _sources(text: str) -> list[Values]:
    head, _, title = text.partition(":")
    if is_minutes(head):
        return [{"title": title.strip(), "kind": MINUTES} if title.strip() else {"kind": MINUTES}]
    return [{"url": _address(part)} for part in re.split(r"\s*[,;]?\s+", text.strip())]


def _titled(source: Values) -> Values:
    """Give minutes that have no title one."""
    return source if "url" in source else {"title": _TITLE, **source}


def is_own(source: Mapping[str, Any]) -> bool:
    """Tell whether a table of a source is minutes as they are said here: another source is not made one of them."""
    return "url" not in source and "title" in source and source.get("kind") == MINUTES


def is_minutes(text: str) -> bool:
    """Tell whether a source is the author's own minutes."""
    return fold(text) in _WORDS or meant("values", text, (MINUTES,)) == MINUTES


def _address(text: str) -> str:
    if not is_address(text):
        raise usage_error(
            f"`{visible(text)}` is not an address of the web",
            f"{address_hint(text)}, or `minutes` where you only have your own",
        )
    return text
