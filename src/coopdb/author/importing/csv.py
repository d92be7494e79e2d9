"""Reads CSV as rows: whatever line ends it has, and whatever stands between its cells."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO

from coopdb.author.importing.rows import REASON, ROW, InputTable, Row
from coopdb.errors import usage_error
from coopdb.text import count, visible

_DELIMITERS = (",", ";", "\t", "|")
_LARGEST = 2**31 - 1  # of a cell; how large a record may be is for others to say


def read_csv(text: str, name: str, delimiter: str | None = None) -> InputTable:
    """Read the text of a file. Its first row names the columns; a row of other length has a fault."""
    told, text = _told(text)
    separator = delimiter or told or _likeliest(text)
    before = csv.field_size_limit(_LARGEST)
    try:
        rows = list(_rows(text, separator))
    finally:
        csv.field_size_limit(before)
    return as_table(rows, name, separator)


def as_table(rows: list[Row], name: str, separator: str) -> InputTable:
    """Take the first row for the names of the columns, and find what is wrong with the others."""
    if not rows:
        raise usage_error(f"`{visible(name)}` is empty", "its first row must name the columns")
    header, *others = rows
    columns = tuple(cell.strip() for cell in header.content)
    for column, number in Counter(columns).items():
        if column and number > 1:
            raise usage_error(f"`{visible(name)}` has two columns `{visible(column)}`", "give each a name of its own")
    own = 2 if columns[:2] == (ROW, REASON) else 0  # an earlier import's rejects, fixed
    return InputTable(columns[own:], tuple(_checked(row, len(columns), own) for row in others), separator)


def _told(text: str) -> tuple[str, str]:
    """Take off the line by which spreadsheets are told what stands between cells: `sep=;`."""
    found = re.match(r'"?sep=([,;|\t])"?[ \t]*(\r\n?|\n|\Z)', text, re.IGNORECASE)
    return (found[1], text[found.end() :]) if found else ("", text)


def _likeliest(text: str) -> str:
    """Find what stands between the cells of the first row, quotes left out."""
    first = re.match(r'\s*(?:"(?:[^"]|"")*"|[^"\r\n])*', text)
    header = re.sub(r'"(?:[^"]|"")*"', "", first[0] if first else "")
    return max(_DELIMITERS, key=header.count)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows that are not blank, with the numbers that a spreadsheet gives them."""
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(iter(lines), delimiter=delimiter, strict=True)
    number = done = 0
    while done < len(lines):
        number += 1
        try:
            cells = tuple(next(reader, ()))
        except csv.Error as error:
            yield Row(number, ("".join(lines[done : reader.line_num]),), f"no CSV: {error}")
        else:
            if any(cell.strip() for cell in cells):
                yield Row(number, cells)
        done = reader.line_num


def _checked(row: Row, width: int, own: int) -> Row:
    """Find a row's fault, and leave out what an earlier import put before it."""
    cells = tuple(row.content)
    fault = row.fault
    if not fault and (len(cells) < width or any(cells[width:])):
        fault = f"{count(len(cells), 'cell')}, where the first row has {width}"
    return Row(row.number, cells[own:], fault)


def write_csv(columns: Iterable[str], rows: Iterable[Iterable[str | int]], delimiter: str) -> str:
    """Write a header and rows with line feeds."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue()
