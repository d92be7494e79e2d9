"""Puts an ellipsis in the place of what a public text may not name: people, records and parts of records left out."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coopdb.text import fold

OMITTED = "…"
_NAME = re.compile(r"\d{4}-[a-z0-9_-]*[a-z0-9](?:#[a-z0-9_-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_END = re.compile(r"[-_#]")
_LONGEST = 512  # characters that a name is looked for in: an id has 250 at most, and all beginnings take the square
_WORD = re.compile(r"\w+")


class PublicNames(NamedTuple):
    """The ids of records, and `ID#key` of documents and commitments: those that are public, and those left out."""

    public: frozenset[str]
    left_out: frozenset[str]


def names_in(text: str) -> Iterator[str]:
    """Yield what looks like the name of a record, or of a part of one, and what each begins with that may be one."""
    return (begun for found in _NAME.finditer(text) for begun in _beginnings(found[0].lower()))


def without_people(text: str, names: frozenset[str]) -> str:
    """Put an ellipsis in the place of each folded name: the same words, whatever their case and accents."""
    words = [(word, *found.span()) for found in _WORD.finditer(text) for word in fold(found[0]).split()]
    lengths = {name.count(" ") + 1 for name in names}
    runs = (words[place : place + length] for place in range(len(words)) for length in lengths)
    return _omitted(text, [(run[0][1], run[-1][2]) for run in runs if " ".join(word for word, _, _ in run) in names])


def without_names(text: str, names: PublicNames) -> str:
    """Put an ellipsis in the place of each name of a record, or of a part of one, that is left out."""
    found = _NAME.finditer(text)
    return _omitted(text, [each.span() for each in found if _is_left_out(each[0].lower(), names)])


def _is_left_out(name: str, names: PublicNames) -> bool:
    """Tell whether what looks like a name is one left out, or begins with one and is none that is public."""
    known = next((each for each in _beginnings(name) if each in names.public or each in names.left_out), "")
    return known in names.left_out


def _beginnings(name: str) -> list[str]:
    """Return what looks like a name, and what it begins with that may be one; the longest first."""
    ends = [end.start() for end in _END.finditer(name[:_LONGEST])]
    return [name, *(name[:end] for end in reversed(ends))]


def _omitted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put an ellipsis in the place of each span, and one in the place of spans that overlap."""
    kept, reached = "", 0
    for start, end in sorted(spans):
        kept += f"{text[reached:start]}{OMITTED}" if start >= reached else ""
        reached = max(reached, end)
    return kept + text[reached:]
