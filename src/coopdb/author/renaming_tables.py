"""Renames a topic or a person in a file of the repository's own: its tables, and what refers to it, in place."""

import re
from collections.abc import Iterator
from typing import Any

from coopdb.errors import StopError
from coopdb.pattern import pattern
from coopdb.record import toml
from coopdb.record.edits import Edit, edit, span_between
from coopdb.record.fault import Fault
from coopdb.record.positions import Positions
from coopdb.text import visible

_KEY = rf'{toml.BARE_KEY}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\''
_HEADER = pattern(rf"^[ \t]*\[{{1,2}}[ \t]*({_KEY})(?=[ \t]*[\].])", re.MULTILINE)
_PAIR = pattern(rf"^[ \t]*({_KEY})(?=[ \t]*[.=])", re.MULTILINE)
_TEXT = pattern(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
_BARE = pattern(toml.BARE_KEY)
_REFERRING = ("broader", "replaced_by")  # keys of a topic that name another


def rename_key(path: str, text: str, old: str, new: str) -> str:
    """Return a well-formed text with another name for a table at its top, whichever way it is written.

    Raise StopError where the text would then say anything else than before.
    """
    before: Any = toml.parse(text)
    positions = Positions(text)
    refers = [(key, each) for key, table in before.items() for each in _REFERRING if _refers(table, each, old)]
    edits = [Edit(positions.value(route), toml.value(new)) for route in refers]
    key = new if _BARE.fullmatch(new) else toml.value(new)
    edits += [Edit(span_between(text, *place), key) for place in _places(text, old)]
    after = edit(text, edits)
    if toml.parse(after) != {new if key == old else key: _renamed(table, old, new) for key, table in before.items()}:
        raise StopError(f"`{path}`: `{visible(old)}` cannot be renamed there", "rename it by hand; nothing was written")
    return after


def _refers(table: Any, key: str, old: str) -> bool:
    return isinstance(table, dict) and table.get(key) == old


def _renamed(table: Any, old: str, new: str) -> Any:
    if not isinstance(table, dict):
        return table
    return {key: new if key in _REFERRING and value == old else value for key, value in table.items()}


def _places(text: str, key: str) -> Iterator[tuple[int, int]]:
    """Yield where the first part of a header, or of a key above all headers, is a key."""
    shown = _TEXT.sub(_blank, text)
    first = _HEADER.search(shown)
    found = [*_PAIR.finditer(shown, 0, first.start() if first else len(shown)), *_HEADER.finditer(shown)]
    for each in found:
        data = toml.parse(f"{each[1]} = 0")
        if not isinstance(data, Fault) and key in data:
            yield each.span(1)


def _blank(match: re.Match[str]) -> str:
    """Blank out a comment and a text of several lines, in which nothing is a key."""
    is_short = match[0][0] != "#" and not match[0].startswith(('"""', "'''"))
    return match[0] if is_short else " " * len(match[0])
