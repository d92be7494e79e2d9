"""JSON, TOML and CSV that are readable, and harmless in a terminal: no control character stands in them unescaped."""

import json
import re
from collections.abc import Iterable, Sequence

from coopdb.render.screen import Screen

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_encode = json.JSONEncoder(ensure_ascii=False).encode
_NOT_ASCII = "[^\x00-\x7f]"
_UNSAFE = "[\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"


def dumps(value: object, indent: int | None = None) -> str:
    """Write JSON with letters of every script as they are."""
    return escape(json.dumps(value, ensure_ascii=False, indent=indent))


def dump_lines(value: object) -> str:
    """Write a list, or an object and the lists of lists or objects in it, with an element a line: to read, and fast."""
    return escape(_lines(value))


def _lines(value: object) -> str:
    if isinstance(value, Sequence):
        return _between("[", map(_encode, value), "]")
    members = value.items() if isinstance(value, dict) else ()
    return _between("{", (f"{_encode(key)}: {_member(each)}" for key, each in members), "}")


def _member(value: object) -> str:
    if isinstance(value, str) or not isinstance(value, Sequence):
        return _encode(value)
    is_table = not value or isinstance(value[0], list | dict)
    return _lines(value).replace("\n", "\n  ") if is_table else _encode(value)


def _between(start: str, lines: Iterable[str], end: str) -> str:
    inner = ",\n  ".join(lines)
    return f"{start}\n  {inner}\n{end}" if inner else start + end


def json_for(text: str, screen: Screen) -> str:
    """Write JSON for a screen: where that is not UTF-8, which JSON is, all but ASCII by the numbers that JSON knows."""
    return text if screen.is_utf8 else re.sub(_NOT_ASCII, lambda match: json.dumps(match[0])[1:-1], text)


def toml_for(text: str, screen: Screen) -> str:
    """Write TOML for a screen: where that is not UTF-8, which TOML is, all but ASCII by the numbers that TOML knows."""
    return text if screen.is_utf8 else re.sub(_NOT_ASCII, lambda match: _toml_escape(ord(match[0])), text)


def _toml_escape(code: int) -> str:
    return f"\\U{code:08x}" if code >> 16 else f"\\u{code:04x}"


def guard(value: object) -> object:
    """Put an apostrophe before a text that a spreadsheet would calculate."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def escape(text: str) -> str:
    """Escape control characters, and invisible ones, that JSON and TOML's basic strings may leave as they are."""
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)
