"""Takes the values of a filter apart: a comma separates them, unless it belongs to a name."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from coopdb.text import fold

if TYPE_CHECKING:
    from coopdb.vocabulary.lookup import Vocabulary

_ALWAYS = re.compile(r",(?!\s)")  # a comma that separates whatever stands around it
_IN_NAME = re.compile(r"[,()]")
_MOST = 12  # parts of a name: each part of a long list begins at most so many names


def split_values(text: str, naming: Callable[[], Callable[[str], bool]]) -> list[str]:
    """Return the values that a text names.

    A comma without a space after it always separates. Parts with a comma and a space between them stay together where
    they are one name, the longest that begins there. `naming` gives what tells that, where there is such a comma.

    >>> split_values("Korea, South, France,Chad", lambda: "Korea, South".__eq__)
    ['Korea, South', 'France', 'Chad']
    """
    pieces = _ALWAYS.split(text)
    is_name = naming() if any("," in piece for piece in pieces) else str.isspace
    return [value for piece in pieces for value in _values(piece, is_name)]


def _values(piece: str, is_name: Callable[[str], bool]) -> Iterator[str]:
    parts = [part for part in map(str.strip, piece.split(",")) if part]
    start = 0
    while start < len(parts):
        ends = range(min(len(parts), start + _MOST), start + 1, -1)
        end = next((end for end in ends if is_name(", ".join(parts[start:end]))), start + 1)
        yield ", ".join(parts[start:end])
        start = end


def name_parts(name: str, folded: Callable[[str], object] = fold) -> tuple[object, ...]:
    """Fold the parts of a name on either side of its commas, or before and in its brackets.

    >>> name_parts("Korea (South)") == name_parts("KOREA, South") != name_parts("Korea South")
    True
    """
    return tuple(folded(part) for part in _IN_NAME.split(name) if part.strip())


def names_with_commas(entries: "Vocabulary") -> Callable[[str], bool]:
    """Return what tells whether a text is a name of an entry with its comma, or its second part in brackets."""
    words = entries.words()
    parts = partial(name_parts, folded=lambda part: words.of(fold(part)))
    names = (name for entry in entries.entries.values() for _, _, name in entry.names())
    known = {parts(name) for name in names if "," in name or "(" in name}
    most = max(map(len, known), default=0)  # parts of a name; a list of values, which has more, is not taken apart
    return lambda text: text.count(",") <= most and parts(text) in known
