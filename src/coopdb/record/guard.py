"""Turns away text too large or too deeply nested to be a record, before the TOML reader sees it.

toml-rs overflows the stack, which kills the process, somewhere above 3,000 open brackets or dots of a key (measured
with 0.4.3 and a stack of 8 MB, `load_with_metadata` being the first to go), so this cannot be left to an exception.
"""

import re

from coopdb.text import count

MAX_BYTES = 1 << 20
MAX_DEPTH = 100
MAX_DOTS = 500  # in keys and numbers, not in strings

# Below these counts nothing can be deep, and the text need not be looked at again.
_FEW = 100
_MANY_BRACKETS = 2_000
_MANY_DOTS = 2_000
_STRING_OR_COMMENT = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)
_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}


def too_large(size: int) -> str:
    """Say why a file of `size` bytes is refused, or nothing."""
    return f"{size:,} bytes, where a record has at most {MAX_BYTES:,}" if size > MAX_BYTES else ""


def too_deep(text: str) -> str:
    """Say why text is refused for its nesting, or nothing."""
    brackets, dots = text.count("[") + text.count("{"), text.count(".")
    if brackets <= _FEW and dots <= MAX_DOTS:
        return ""
    if brackets > _MANY_BRACKETS or dots > _MANY_DOTS:
        return f"{count(brackets, 'opening bracket')} and {count(dots, 'dot')}, far more than a record has"
    bare = _STRING_OR_COMMENT.sub("", text)
    if bare.count(".") > MAX_DOTS:
        return f"more than {MAX_DOTS:,} dots in keys"
    return f"brackets more than {MAX_DEPTH} deep" if _depth(bare) > MAX_DEPTH else ""


def _depth(bare: str) -> int:
    """Measure how deep the brackets of text without strings go."""
    depth = deepest = 0
    for character in bare:
        depth = max(depth + _DEPTH.get(character, 0), 0)
        deepest = max(deepest, depth)
    return deepest
