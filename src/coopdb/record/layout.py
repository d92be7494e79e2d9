"""The canonical layout of a record: keys and tables in order, one way to write a value, comments carried along."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from coopdb.record import toml
from coopdb.record.fault import Fault
from coopdb.record.model import TABLES, Meeting

_WIDTH = 100  # of an array on one line
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|(?P<comment>#[^\n]*)'
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)",
    re.DOTALL,
)
_HEADER = re.compile(r"(\[\[?)([^\]]*)\]\]?[ \t]*(#[^\n]*)?")
_FIELDS = {"": tuple(Meeting.model_fields), **{key: tuple(model.model_fields) for key, model in TABLES.items()}}


class LayoutError(ValueError):
    """A text that cannot be laid out; the error's text says why."""


@dataclass
class _Item:
    """A key and its value as written, with the comments above and beside it."""

    above: list[str]
    key: str
    raw: str
    beside: str = ""


@dataclass
class _Section:
    """A table with a header, or the keys at the top; `extra` are tables within it, which records do not have."""

    above: list[str] = field(default_factory=list)
    header: str = ""
    name: str = ""
    beside: str = ""
    items: list[_Item] = field(default_factory=list)


def lay_out(text: str) -> str:
    """Lay a record's text out. Raise LayoutError when it is not TOML, or would say something else afterwards."""
    before = toml.parse(text)
    if isinstance(before, Fault):
        raise LayoutError(before.detail)
    head, sections, tail = _split(text.replace("\r\n", "\n"))
    lines = [*head, *_lines(sections)]
    if tail:
        lines += [*([""] if lines else []), *tail]
    after = "\n".join(lines).strip("\n") + "\n"
    if toml.parse(after) != before:
        raise LayoutError("its meaning would change")
    return after


def _split(text: str) -> tuple[list[str], list[_Section], list[str]]:
    """Take a text apart: the comment at its head, its sections, and the comments at its end."""
    head: list[str] = []
    sections = [_Section()]
    above: list[str] = []
    place = 0
    while place < len(text):
        line = text[place : _line_end(text, place)].strip()
        if not line or line.startswith("#"):
            if line.startswith("#:") and not head and not above and len(sections) == 1 and not sections[0].items:
                head = [line]  # tells editors the schema, and has to come first
            elif line:
                above.append(line)
            elif above and len(sections) == 1 and not sections[0].items and "" not in head:
                head, above = [*head, *above, ""], []
            place = _line_end(text, place) + 1
        elif line.startswith("["):
            found = _HEADER.fullmatch(line)
            if found is None:
                raise LayoutError("a header that cannot be read")
            brackets, name, comment = found.groups()
            sections.append(_Section(above, brackets, name.strip(), comment or ""))
            above = []
            place = _line_end(text, place) + 1
        else:
            end, comment = _statement_end(text, place)
            key, raw = _cut_key(text[place:end])
            sections[-1].items.append(_Item(above, key, raw, comment))
            above = []
            place = _line_end(text, end) + 1
    return head, sections, above


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def _statement_end(text: str, place: int) -> tuple[int, str]:
    """Find where a statement ends, and the comment beside it."""
    depth = 0
    for token in _TOKEN.finditer(text, place):
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth -= 1
        elif not depth and token["comment"]:
            return token.start(), token[0].strip()
        elif not depth and token["end"]:
            return token.start(), ""
    return len(text), ""


def _cut_key(statement: str) -> tuple[str, str]:
    """Cut a statement at its equals sign, which may not be one within a quoted key."""
    tokens = re.finditer(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|=', statement)
    equals = next(token for token in tokens if token[0] == "=")
    return statement[: equals.start()].strip(), statement[equals.end() :].strip()


def _lines(sections: list[_Section]) -> Iterator[str]:
    """Write the sections in order, an empty line before each header."""
    top, *others = sections
    started = False
    for line in _items(top):
        started = True
        yield line
    for section in _in_order(others):
        if started:
            yield ""
        started = True
        yield from section.above
        closing = "]]" if section.header == "[[" else "]"
        yield " ".join(filter(None, (f"{section.header}{section.name}{closing}", section.beside)))
        yield from _items(section)


def _in_order(sections: Iterable[_Section]) -> list[_Section]:
    """Order tables as the model has them; those it does not know, and tables within others, stay behind theirs."""
    order = list(TABLES)

    def rank(section: _Section) -> int:
        first = section.name.partition(".")[0].strip()
        return order.index(first) if first in order else len(order)

    return sorted(sections, key=rank)


def _items(section: _Section) -> Iterator[str]:
    known = _FIELDS.get(section.name, ())
    ranked = sorted(section.items, key=lambda item: known.index(item.key) if item.key in known else len(known))
    for item in ranked:
        yield from item.above
        value = _value(item.raw)
        yield " ".join(filter(None, (f"{item.key} = {value}", item.beside)))


def _value(raw: str) -> str:
    """Write a value in the one way; an array with comments in it stays as it is, and so does what spans lines."""
    if "#" in raw and raw.startswith("[") and any(token["comment"] for token in _TOKEN.finditer(raw)):
        return raw
    if raw.startswith(('"""', "'''", "{")):
        return raw
    data = toml.parse(f"x = {raw}")
    value = data["x"] if isinstance(data, dict) else None
    if isinstance(value, str):
        return toml.value(value) if "\n" not in value else raw
    return _array(value) if isinstance(value, list) and all(isinstance(each, str) for each in value) else raw


def _array(values: list[Any]) -> str:
    written = [toml.value(each) for each in values]
    line = f"[{', '.join(written)}]"
    return line if len(line) <= _WIDTH else "[\n" + "".join(f"  {each},\n" for each in written) + "]"
