"""The canonical layout of a record: keys and tables in order, one way to write a value, comments carried along.

A comment above a key goes with the key, one directly above a header with its table. All others stay in the table that
they stand in, and so does a pair or a header that is commented out, wherever it stands.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coopdb.record import toml
from coopdb.record.fault import Fault
from coopdb.record.model import TABLES, Meeting, RecordTable
from coopdb.record.statements import has_comment, pieces

_WIDTH = 100  # of an array on one line
_HEADER = re.compile(r"(\[\[?)([^\]]*)\]\]?")
_COMMENTED_OUT = re.compile(r"#+\s*(?:(?:\"[^\"]*\"|'[^']*'|[\w.-]+)\s*=|[\[\]{}\"'])")
_PLAIN = r'"[^"\\\x00-\x1f\x7f]*"'  # a string that is written in the one way
_PLAIN_STRING = re.compile(_PLAIN)
_PLAIN_ARRAY = re.compile(rf"\[\s*(?:{_PLAIN}\s*(?:,\s*{_PLAIN}\s*)*(?:,\s*)?)?\]")
_MODELS: Mapping[str, type[RecordTable]] = {"": Meeting, **TABLES}
_FIELDS = {name: {key: rank for rank, key in enumerate(model.model_fields)} for name, model in _MODELS.items()}

_ORDER = {name: rank for rank, name in enumerate(TABLES)}


class LayoutError(ValueError):
    """A text that cannot be laid out; the error's text says why."""


# The comments above a key, the key, its value as written, and the comment beside it: plain, for there are many.
_Item = tuple[Sequence[str], str, str, str]


@dataclass
class _Section:
    """A table with a header, or the keys at the top, and the comments after its last key."""

    above: Sequence[str] = ()
    header: str = ""
    name: str = ""
    beside: str = ""
    items: list[_Item] = field(default_factory=list)
    tail: Sequence[str] = ()


def is_commented_out(comment: str) -> bool:
    """Tell a pair or a header that is commented out from words."""
    return bool(_COMMENTED_OUT.match(comment))


def lay_out(text: str, data: Mapping[str, Any] | None = None) -> str:
    """Lay a record's text out; `data` is what it says, where that is known already.

    Raise LayoutError when it is not TOML, or would say something else afterwards.
    """
    before = toml.parse(text) if data is None else data
    if isinstance(before, Fault):
        raise LayoutError(before.detail)
    first = text.find("\n")
    is_crlf = first > 0 and text[first - 1] == "\r"
    after = _laid_out(text.replace("\r\n", "\n"))
    after = after.replace("\n", "\r\n") if is_crlf else after
    if after != text and toml.parse(after) != before:
        raise LayoutError("its meaning would change")
    return after


def _laid_out(text: str) -> str:
    head, (top, *others), tail = _split(text)
    sections = [top, *_in_order(others)]
    sections[-1].tail, rest = _ended(sections[-1].tail)  # as when it is read again
    lines, tail = [*head, *_lines(sections)], [*rest, *tail]
    if tail:
        lines += [*([""] if lines and lines[-1] else []), *tail]
    return "\n".join(lines).strip("\n") + "\n"


def _split(text: str) -> tuple[list[str], list[_Section], list[str]]:
    """Take a text apart: the comments at its head, its sections, and the comments at its end."""
    head: list[str] = []
    sections = [_Section()]
    waiting: list[str] = []  # comments and, as one empty line, what parts them
    has_begun = False
    for key, value, header, comment, _ in pieces(text):
        if not (key or header):
            if comment or not (waiting and not waiting[-1]):
                waiting.append(comment.rstrip())
            continue
        if not has_begun:
            head, waiting = _head(waiting)
            has_begun = True
        if key:
            above = list(filter(None, waiting)) if waiting else ()
            sections[-1].items.append((above, key, value, comment and comment.rstrip()))
        else:
            sections[-1].tail, above = _parted(waiting)
            sections.append(_section(header, above, comment and comment.rstrip()))
        waiting = []
    if not has_begun:
        head, waiting = _head(waiting)
    sections[-1].tail, tail = _ended(waiting)
    return head, sections, tail


def _ended(waiting: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """Part what stays in the last table, up to the last line that is commented out, from comments on the whole file."""
    end = max((number for number, line in enumerate(waiting, 1) if _COMMENTED_OUT.match(line)), default=0)
    return waiting[:end], [*filter(None, waiting[end:])]


def _head(waiting: list[str]) -> tuple[list[str], list[str]]:
    """Part what is about the whole file from what is not: the schema, and comments with an empty line after them."""
    lines = waiting if waiting[:1] != [""] else waiting[1:]
    schema = lines[:1] if lines and lines[0].startswith("#:") else []  # tells editors the schema, and has to come first
    rest = lines[len(schema) :]
    rest = rest if rest[:1] != [""] else rest[1:]
    if "" not in rest:
        return schema, rest
    end = rest.index("") + 1
    return [*schema, *rest[:end]], rest[end:]


def _parted(waiting: list[str]) -> tuple[list[str], list[str]]:
    """Part what stays in a table from the comments directly above the next header."""
    start = len(waiting)
    while start and waiting[start - 1] and not _COMMENTED_OUT.match(waiting[start - 1]):
        start -= 1
    return waiting[:start], waiting[start:]


def _section(header: str, above: list[str], comment: str) -> _Section:
    found = _HEADER.fullmatch(header)
    if found is None:
        raise LayoutError("a header that cannot be read")
    return _Section(above, found[1], found[2].strip(), comment)


def _lines(sections: list[_Section]) -> list[str]:
    """Write the sections, an empty line before each header."""
    top, *others = sections
    lines = _body(top)
    for section in others:
        closing = "]]" if section.header == "[[" else "]"
        header = f"{section.header}{section.name}{closing}"
        lines += [""] if lines else []
        lines += [*section.above, f"{header} {section.beside}" if section.beside else header, *_body(section)]
    return lines


def _in_order(sections: Iterable[_Section]) -> list[_Section]:
    """Order tables as the model has them; those it does not know, and tables within others, stay behind theirs."""
    return sorted(sections, key=lambda section: _ORDER.get(section.name.partition(".")[0].strip(), len(_ORDER)))


def _body(section: _Section) -> list[str]:
    """Write the keys of a section in order, and its last comments."""
    known = _FIELDS.get(section.name, {})
    lines: list[str] = []
    for above, key, raw, beside in sorted(section.items, key=lambda item: known.get(item[1], len(known))):
        lines += above
        lines.append(f"{key} = {_value(raw)} {beside}" if beside else f"{key} = {_value(raw)}")
    if section.tail:
        tail = section.tail[:-1] if not section.tail[-1] else section.tail
        lines += tail if lines or section.header else tail[not tail[0] :]
    return lines


def _value(raw: str) -> str:
    """Write a value in the one way; an array with comments in it stays as it is, and so does what spans lines."""
    if raw[:1] not in ('"', "'", "[") or _PLAIN_STRING.fullmatch(raw):
        return raw
    if _PLAIN_ARRAY.fullmatch(raw):
        return _array(_PLAIN_STRING.findall(raw))
    if raw.startswith(('"""', "'''")) or (raw.startswith("[") and has_comment(raw)):
        return raw
    data = toml.parse(f"x = {raw}")
    value = data["x"] if isinstance(data, dict) else None
    if isinstance(value, str):
        return toml.value(value) if "\n" not in value else raw
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return _array(map(toml.value, value))
    return raw


def _array(written: Iterable[str]) -> str:
    values = list(written)
    line = f"[{', '.join(values)}]"
    return line if len(line) <= _WIDTH else "[\n" + "".join(f"  {each},\n" for each in values) + "]"
