"""Recognises what two statements of a text cannot both be: a key or a table twice, a list with and without brackets."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coopdb.record.shapes import lists_of_tables
from coopdb.record.syntax.slip import Slip

_HEADER = re.compile(r"(\[\[?)([^\]\n]+)\]\]?")
_KEY = re.compile(r"[^=\n]+")
_QUOTES = str.maketrans("", "", "\"' \t")


class Line(NamedTuple):
    """A statement as it would be without its own slips, and where it stands in the text."""

    start: int
    end: int
    number: int
    text: str

    @property
    def header(self) -> re.Match[str] | None:
        """The header that it is, if it is one."""
        return _HEADER.match(self.text)

    @property
    def key(self) -> str:
        """The key of a pair, without quotation marks."""
        found = _KEY.match(self.text)
        return found[0].translate(_QUOTES) if found else ""


def table_slips(lines: Sequence[Line]) -> Iterator[Slip]:
    """Yield the slips between the statements of a text, in order."""
    names = Counter(_name(found) for each in lines if (found := each.header))
    table, first = "", dict[tuple[str, str], Line]()
    for number, line in enumerate(lines):
        if header := line.header:
            name, is_list = _name(header), header[1] == "[["
            if not is_list and names[name] > 1 and _is_list(name):
                yield Slip(
                    "one-bracket", line.start, line.start + header.end(), _double(line, header), f"`[[{name}]]`", name
                )
                is_list = True
            yield from _clash(line, name, first, is_list=is_list)
            first.setdefault(("", name), line)
            table = f"{name} {line.start}" if is_list else name
        elif before := first.get((table, line.key)):
            if _begins_record(lines, number, first):
                yield Slip(
                    "second-record", line.start, line.end, about=f"the first has `{line.key}` on line {before.number}"
                )
                return
            yield _twice(line, before)
        else:
            first[table, line.key] = line


def _name(header: re.Match[str]) -> str:
    return header[2].translate(_QUOTES)


def _is_list(name: str) -> bool:
    return name in lists_of_tables() or f"{name}s" in lists_of_tables()


def _double(line: Line, header: re.Match[str]) -> tuple[tuple[int, int, str], ...]:
    end = line.start + header.end()
    return (line.start, line.start, "["), (end, end, "]")


def _clash(line: Line, name: str, first: dict[tuple[str, str], Line], *, is_list: bool) -> Iterator[Slip]:
    """Yield a slip for a table whose name is taken."""
    before = first.get(("", name))
    if before is None:
        return
    where = f"the first is on line {before.number}"
    if before.header is None:
        yield Slip("two-forms", line.start, line.end, about=f"{name}` is given in two ways: {where}")
    elif not is_list:
        yield Slip("table-twice", line.start, line.end, about=f"{name}` is given twice: {where}")


def _begins_record(lines: Sequence[Line], number: int, first: dict[tuple[str, str], Line]) -> bool:
    """Tell whether what is there twice is the title of another record: its day comes next, and is there twice too."""
    following = lines[number + 1].key if number + 1 < len(lines) else ""
    return lines[number].key == "title" and following == "date" and ("", "date") in first


def _twice(line: Line, before: Line) -> Slip:
    """Make the slip for a key that is there twice: where both say the same, the second can go."""
    cure = ((line.start, line.end, ""),) if line.text == before.text and "#" not in line.text else ()
    return Slip(
        "key-twice",
        line.start,
        line.end,
        cure,
        about=f"{line.key}` is given twice: the first is on line {before.number}",
    )
