"""One slip in a text that is not TOML: what kind it is, where it stands, and what puts it right."""

from collections.abc import Iterable
from typing import NamedTuple

from coopdb.record import guard, toml

Patch = tuple[int, int, str]  # from where to where, and what stands there instead

_LONGEST = 60  # characters of a text shown in a message


class Slip(NamedTuple):
    """A slip of one of the `KINDS` of `wording.py`.

    `cure` is empty where there is none, or more than one; `about` and `typed` go into the words of the kind.
    """

    kind: str
    start: int
    end: int
    cure: tuple[Patch, ...] = ()
    typed: str = ""
    about: str = ""


def patched(text: str, patches: Iterable[Patch]) -> str:
    """Apply patches that do not overlap."""
    parts, done = [], 0
    for start, end, new in sorted(patches):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def is_sound(text: str) -> bool:
    """Tell whether a text is TOML, by itself."""
    return not guard.too_deep(text) and toml.is_valid(text)


def is_value(text: str) -> bool:
    """Tell whether a text is a TOML value on one line."""
    return "\n" not in text and is_sound(f"x={text}")


def short(text: str) -> str:
    """Shorten a text for a message."""
    text = text.strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
