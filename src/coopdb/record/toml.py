"""TOML text to plain values and where they stand, and back: the one place that knows the TOML libraries."""

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import zip_longest
from typing import Any, Final

import toml_rs

from coopdb.record.fault import Fault
from coopdb.record.span import at

_WHERE = re.compile(r"line (\d+), column (\d+)")
_STRUCTURE = re.compile(r"^[ \t]*+(?:\[{1,2}[\w.-]++\]{1,2}[ \t]*+$|[\w.-]++[ \t]*+=)", re.MULTILINE)
BARE_KEY: Final = "[A-Za-z0-9_-]+"  # a key that needs no quotes
_VERSION: Final = "1.0.0"  # toml-rs reads TOML 1.1 unless told otherwise


def parse(text: str) -> dict[str, Any] | Fault:
    """Read TOML 1.0, or say at which line and column (in characters) it stops being TOML."""
    try:
        return toml_rs.loads(text, toml_version=_VERSION)
    except toml_rs.TOMLDecodeError as error:
        fault = min(_fault(str(error)), _fault(_with_place(text) or str(error)), key=_line)
        return _swallowing(text, _line(fault)) or fault
    except ValueError as error:  # a day or time that Python does not have, such as the year 0; without a place
        return _fault(_with_place(text) or str(error))


def is_valid(text: str) -> bool:
    """Tell whether a text is TOML 1.0."""
    try:
        toml_rs.loads(text, toml_version=_VERSION)
    except ValueError:
        return False
    return True


def _line(fault: Fault) -> int:
    """Return the line of a fault; toml-rs may notice an open quote only some lines later (0.4.3)."""
    return fault.span.line if fault.span else 1


def _swallowing(text: str, before: int) -> Fault | None:
    """Find a string that begins before a line and has keys or headers in it, and where it should end."""
    quotes = [found.start() for found in re.finditer('"""', text)]
    first, counted = 1, 0
    for start, end in zip_longest(quotes[::2], quotes[1::2], fillvalue=len(text)):
        first, counted = first + text.count("\n", counted, start), start
        if first >= before:
            break
        if structure := _STRUCTURE.search(text, start + 3, end):
            lines = text[: structure.start()].rstrip().split("\n")
            detail = f'the string that begins on line {first} goes on over keys or tables: is its `"""` missing here?'
            return Fault("bad-syntax", detail=detail, span=at(len(lines), len(lines[-1]) + 1))
    return None


def _with_place(text: str) -> str:
    """Ask the standard library for its message, which has the place."""
    import tomllib

    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return str(error) if _WHERE.search(str(error)) else ""
    return ""


def _fault(message: str) -> Fault:
    """Take the position from the message: the error's own numbers mix bytes and characters (toml-rs 0.4.3)."""
    found = _WHERE.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    return Fault("bad-syntax", detail=message.splitlines()[-1], span=at(line, column))


def nodes(text: str) -> Mapping[str, Any]:
    """Return the position nodes of well-formed TOML, as `load_with_metadata` gives them: columns in bytes."""
    document = toml_rs.load_with_metadata(BytesIO(text.encode()), toml_version=_VERSION)
    found: Mapping[str, Any] = document.meta["nodes"]
    return found


def dump(values: Mapping[str, Any]) -> str:
    """Write values as TOML 1.0."""
    import tomli_w

    # tomli-w would write a carriage return as it is in a string of several lines, and it would be read as none.
    return tomli_w.dumps(values, multiline_strings="\\r" not in repr(values))


def value(text: str) -> str:
    """Write one string as TOML."""
    return dump({"value": text}).removeprefix("value = ").rstrip("\n")
