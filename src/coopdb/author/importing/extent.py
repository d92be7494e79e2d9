"""Measures the sheets of a spreadsheet before they are read: rows by columns, and all their texts.

One cell at the far end of a sheet, a cell repeated a million times, or a long text that all cells share would take any
amount of memory. It also finds the cells that have no value to read: errors, and formulas that were never computed.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from coopdb.author.importing.archive import Parts
from coopdb.errors import StopError
from coopdb.pattern import pattern
from coopdb.text import visible

MOST_CELLS = 5_000_000  # of a sheet: its rows by its columns
MOST_CHARACTERS = 100_000_000  # of all the texts in a sheet
_STRINGS = "xl/sharedStrings.xml"
_SHOWN = 40  # characters of a text that are kept, for a message or as the number of a shared one
_REFERENCE = pattern(r"([A-Za-z]{1,3})([0-9]{1,7})")

Faults = Mapping[int, str]  # by row
Attributes = Mapping[str, str]


class _Meter:
    """The extent of one sheet while it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.cells = self.characters = 0
        self.faults: dict[int, str] = {}

    def _grow(self, rows: int, columns: int, characters: int) -> None:
        self.cells = max(self.cells, rows * columns)
        self.characters += characters
        for number, most, what in (
            (self.cells, MOST_CELLS, "cells, its rows by its columns"),
            (self.characters, MOST_CHARACTERS, "characters"),
        ):
            if number > most:
                raise StopError(
                    f"`{visible(self._name)}` is too large: a sheet has more than {most:,} {what}",
                    "delete what is far away from the table, or save the sheet as CSV",
                )


class _SheetMeter(_Meter):
    """Measures a sheet of xlsx, whose cells have places, and texts of their own or numbers of shared ones."""

    def __init__(self, name: str, shared: list[int]) -> None:
        super().__init__(name)
        self._shared = shared
        self._row = self._column = self._width = 0
        self._type = self._text = self._formula = ""
        self._length = 0
        self._within = ""

    def start(self, element: str, attributes: Attributes) -> None:
        if element == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif element == "c":
            self._column += 1
            if found := _REFERENCE.fullmatch(attributes.get("r", "")):
                self._column, self._row = _column(found[1]), int(found[2])
            self._type, self._text, self._formula, self._within = attributes.get("t", ""), "", "", ""
            self._length = 0
        elif element in ("v", "t", "f"):
            self._within = element
            self._formula = self._formula or ("f" if element == "f" else "")

    def text(self, text: str) -> None:
        if self._within in ("v", "t"):
            self._text += text[: _SHOWN - len(self._text)]
            self._length += len(text)

    def end(self, element: str) -> None:
        if element in ("v", "t", "f"):
            self._within = ""
        elif element == "c" and self._text:
            self._width = max(self._width, self._column)
            self._grow(self._row, self._width, self._shared[int(self._text)] if self._type == "s" else self._length)
            if self._type == "e":
                self.faults[self._row] = f"the cell in column {self._column} has the error `{visible(self._text)}`"
        elif element == "c" and self._formula and self._type != "str":  # else the text is empty
            self.faults[self._row] = _uncomputed(self._column)


class _TableMeter(_Meter):
    """Measures the tables of ods, whose rows and cells may stand for many."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.tables: list[Faults] = []
        self._before = self._row = self._repeated = self._width = 0
        self._column = self._cell_repeated = self._characters = 0
        self._is_value = self._is_formula = self._is_error = False

    def start(self, element: str, attributes: Attributes) -> None:
        if element == "table":
            self._before, self._row, self._repeated, self._width, self.faults = self.cells, 0, 0, 0, {}
            self.tables.append(self.faults)
        elif element == "table-row":
            self._row += self._repeated
            self._repeated, self._column = int(attributes.get("table:number-rows-repeated", 1)), 0
        elif element in ("table-cell", "covered-table-cell"):
            self._cell_repeated = int(attributes.get("table:number-columns-repeated", 1))
            values = [value for key, value in attributes.items() if key.startswith("office:") and key.endswith("value")]
            self._characters = sum(map(len, values))
            self._is_value = bool(values)
            self._is_formula = "table:formula" in attributes
            self._is_error = attributes.get("calcext:value-type") == "error"

    def text(self, text: str) -> None:
        self._characters += len(text)

    def end(self, element: str) -> None:
        if element not in ("table-cell", "covered-table-cell"):
            return
        self._column += self._cell_repeated
        if self._characters or self._is_value or self._is_formula:
            self._width = max(self._width, self._column)
            rows = self._row + self._repeated
            self._grow(1, self._before + rows * self._width, self._characters * self._cell_repeated * self._repeated)
            if self._is_error:
                self.faults[rows] = f"the cell in column {self._column} has an error"
            elif self._is_formula and not self._characters and not self._is_value:
                self.faults[rows] = _uncomputed(self._column)
        self._characters = 0


def measure(parts: Parts, name: str) -> Mapping[str, list[Faults]]:
    """Measure every part; return the rows that cannot be read of each, a table after the other."""
    found: dict[str, list[Faults]] = defaultdict(list)
    shared = _lengths(parts.get(_STRINGS, b"<sst/>"), name)
    for part, content in parts.items():
        if part == "content.xml":
            tables = _TableMeter(name)
            _parse(content, name, tables.start, tables.text, tables.end)
            found[part] = tables.tables
        elif part not in (_STRINGS, "mimetype"):
            sheet = _SheetMeter(name, shared)
            _parse(content, name, sheet.start, sheet.text, sheet.end)
            found[part] = [sheet.faults]
    return found


def _lengths(content: bytes, name: str) -> list[int]:
    """Return how long each of the shared texts is."""
    lengths: list[int] = []

    def start(element: str, _: Attributes) -> None:
        if element == "si":
            lengths.append(0)

    def text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    _parse(content, name, start, text, lambda _: None)
    return lengths


def _parse(
    content: bytes,
    name: str,
    start: Callable[[str, Attributes], None],
    text: Callable[[str], None],
    end: Callable[[str], None],
) -> None:
    """Read XML that defines no entities of its own, whose expansion could be endless."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda element, attributes: start(element.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda element: end(element.rpartition(":")[2])
    parser.CharacterDataHandler = text

    def refuse(*_: object) -> None:
        raise StopError(f"`{visible(name)}` defines entities, as no spreadsheet does", "save it again as xlsx or ods")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003  # as expat has it: this is all
    except (ExpatError, ValueError, IndexError) as error:
        raise StopError(
            f"`{visible(name)}` is damaged: {visible(str(error))}", "save it again, without a password, as xlsx or ods"
        ) from error


def _uncomputed(column: int) -> str:
    return f"the cell in column {column} has a formula without a result: save it in a spreadsheet program"


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
