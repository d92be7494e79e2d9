"""Puts the cells of a row in the place of what a mapping asks for."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from coopdb.author.importing.rows import Day, RowError
from coopdb.check.wording import show
from coopdb.pattern import pattern
from coopdb.record.dates import PartialDate, cut_to
from coopdb.record.mapping import MappedColumn, Template, array_keys, keys_of

# A cell, or the several values of one column of an object.
Cell = str | list[str]
Cells = Mapping[str, Cell]

FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
IN_BRACES = pattern(r"\{([^{}]*)\}")
# Dates that may well lie ahead of the meeting; all others of a meeting that was held are past.
_AHEAD = frozenset(("due", "next_meeting", "in_force", "expires", "ended"))
_WITH_CENTURY = pattern("%[yx]")  # which has to be guessed
_YEAR = pattern(r"\d{4}")
_ISO = pattern(r"\d{4}-\d\d-\d\d")
_WITH_DAY = pattern("%[djcx]")
_WITH_MONTH = pattern("%[mbB]")


def texts_of(cell: Cell) -> list[str]:
    """Return the values of a cell."""
    return cell if isinstance(cell, list) else [cell]


class Filling:
    """Puts the cells of one row in the place of what asks for them."""

    def __init__(
        self, cells: Cells, formats: tuple[str, ...], today: date | None = None, year: int | None = None
    ) -> None:
        self._cells = cells
        self._formats = formats
        self._today = today
        self._year = year

    def held_by(self, today: date) -> "Filling":
        """Return the same for a meeting that is not ahead."""
        return Filling(self._cells, self._formats, today, self._year)

    def after(self, meeting: object) -> "Filling":
        """Return the same for what lies ahead of a meeting, whose date is this one as it was filled in."""
        found = _YEAR.match(str(meeting))
        return Filling(self._cells, self._formats, self._today, int(found[0]) if found else None)

    def value(self, key: str, node: object) -> Any:
        """Fill what stands at a key: a constant, a column, a table, or an array of these. None: nothing is there."""
        if isinstance(node, MappedColumn | Template):
            found = [self._typed(key, text, node) for text in self._texts(node) if text]
            return found if _is_array(key) else self._only(key, found)
        if isinstance(node, dict):
            return self._only(key, list(self._tables(key, node)))
        if isinstance(node, list):
            return [value for each in node for value in self._elements(key, each)]
        return node

    def _only(self, key: str, found: list[Any]) -> Any:
        if len(found) > 1:
            raise RowError(f"`{key}` has {len(found)} values, where a record has one")
        return found[0] if found else None

    def _elements(self, key: str, node: object) -> Iterable[Any]:
        if isinstance(node, dict):
            return self._tables(key, node)
        return self.value(key, node) if isinstance(node, MappedColumn | Template) else [node]

    def _tables(self, key: str, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield a table for each of the several values of its columns; none where all its columns are empty."""
        asked = {name: self._texts(each) for name, each in node.items() if _is_single(name, each)}
        number = max(map(len, asked.values()), default=1)
        for name, texts in asked.items():
            if len(texts) not in (1, number):
                raise RowError(f"`{key}.{name}` has {len(texts)} values, where others have {number}")
        for index in range(number):
            own = {name: texts[index if len(texts) > 1 else 0] for name, texts in asked.items()}
            several = [own[name] for name, texts in asked.items() if len(texts) == number]
            if not asked or any(several):
                table = {name: self._member(name, each, own) for name, each in node.items()}
                yield {name: value for name, value in table.items() if value not in (None, [])}

    def _member(self, name: str, node: object, own: Mapping[str, str]) -> Any:
        if name in own:
            return self._typed(name, own[name], node) if own[name] else None
        return self.value(name, node)

    def _texts(self, node: MappedColumn | Template) -> list[str]:
        """Return the values of a column in this row, some perhaps empty; at least one."""
        if isinstance(node, Template):
            filled = IN_BRACES.sub(
                lambda found: ", ".join(texts_of(self._cells.get(found[1].strip(), ""))), node.template
            )
            return [" ".join(filled.split())]
        cells = texts_of(self._cells.get(node.column, ""))
        parts = [part for cell in cells for part in _parts(cell, node.separator)]
        texts = [node.values.get(part.strip(), part) for part in parts]
        texts = [text if isinstance(text, Day) else text.strip() for text in texts]
        return texts if any(texts) else [node.default or ""]

    def _typed(self, key: str, text: str, node: object) -> object:
        """Read a text as what its key holds: true or false, a date in the given format, or text."""
        if key in _numbers() and text.isdecimal():
            return int(text)
        if key in _flags() and text.lower() in FLAGS:
            return FLAGS[text.lower()]
        formats = node.format if isinstance(node, MappedColumn) and node.format else self._formats
        return self._day(key, text, formats) if key in _days() and formats and not isinstance(text, Day) else text

    def _day(self, key: str, text: str, formats: Iterable[str]) -> str:
        """Read a date in one of the formats, as precise as the format is."""
        for each in formats:
            try:
                day = datetime.strptime(text, each).date()  # a day has no zone
                day = self._in_its_century(key, day) if _WITH_CENTURY.search(each) else day
            except ValueError:
                continue
            return cut_to(day, "day" if _WITH_DAY.search(each) else "month" if _WITH_MONTH.search(each) else "year")
        if _ISO.fullmatch(text):  # which is never read in another way
            return text
        raise RowError(f"{show(text)} is not a date of the form {' or '.join(f'`{each}`' for each in formats)}")

    def _in_its_century(self, key: str, day: date) -> date:
        """Put a year of two digits not later than today, or not before the meeting where it may be ahead of that."""
        if key in _AHEAD and self._year:
            return day.replace(year=self._year + (day.year - self._year) % 100)
        return day.replace(year=day.year - 100) if self._today and day > self._today else day


def _parts(cell: str, separator: str | None) -> list[str]:
    """Take a cell apart, unless it is a day."""
    return cell.split(separator) if separator and not isinstance(cell, Day) else [cell]


def _is_single(key: str, node: object) -> bool:
    """Tell what gives a table one value at a time."""
    return isinstance(node, MappedColumn | Template) and not _is_array(key)


def _is_array(key: str) -> bool:
    return key in _arrays()


@cache
def _arrays() -> frozenset[str]:
    return array_keys()


@cache
def _flags() -> frozenset[str]:
    return keys_of(bool)


@cache
def _numbers() -> frozenset[str]:
    return keys_of(int)


@cache
def _days() -> frozenset[str]:
    return keys_of(PartialDate)
