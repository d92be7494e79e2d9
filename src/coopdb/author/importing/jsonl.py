"""Reads JSON Lines as rows: an object a line."""

import json
from typing import Any

from coopdb.author.importing.rows import REASON, ROW, InputTable, Row
from coopdb.pattern import pattern

_HALF = pattern(r"\\u[dD][89a-fA-F]")  # of a character that takes two escapes


def read_jsonl(text: str) -> InputTable:
    """Read the text of a file; what is not an object has a fault."""
    lines = enumerate(text.split("\n"), start=1)
    return InputTable((), tuple(_row(number, line.strip()) for number, line in lines if line.strip()))


def _row(number: int, line: str) -> Row:
    try:
        value = json.loads(line)
        if isinstance(value, dict):
            _refuse_halves(line, value)
            own = [ROW, REASON] if [*value][:2] == [ROW, REASON] else []  # an earlier import's rejects, fixed
            return Row(number, {key: each for key, each in value.items() if key not in own})
    except RecursionError:
        return Row(number, line, "nested too deeply")
    except UnicodeEncodeError:
        return Row(number, line, "no text: it has half of a character")
    except ValueError as error:
        return Row(number, line, f"no JSON: {error}")
    return Row(number, line, "no object")


def _refuse_halves(line: str, value: dict[str, Any]) -> None:
    """Raise when a text cannot be written as UTF-8."""
    if _HALF.search(line):
        json.dumps(value, ensure_ascii=False).encode()
