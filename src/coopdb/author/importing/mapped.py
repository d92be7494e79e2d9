"""Makes records of rows of any shape, through a mapping from their columns to the keys of a record."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from coopdb.author.importing.filling import IN_BRACES, Cell, Cells, Filling, texts_of
from coopdb.author.importing.rows import InputTable, Intake, ProposedRecord, Rejected, Row, RowError
from coopdb.check.wording import show
from coopdb.record.fault import Fault, Route
from coopdb.record.mapping import MappedColumn, RecordMap, asked

_MOST_CELLS = 10_000
_NOTHING: tuple[object, ...] = (None, [], {})


def map_rows(sheet: InputTable, mapping: RecordMap, today: date) -> Intake:
    """Make a proposal of every row that the mapping wants."""
    proposals, rejected, skipped = [], [], 0
    for row in sheet.rows:
        try:
            cells = cells_of(row, sheet.columns)
            if _is_wanted(cells, mapping):
                proposals.append(_proposal(row, cells, mapping, today))
            else:
                skipped += 1
        except RowError as error:
            rejected.append(Rejected(row, str(error)))
    return Intake(tuple(proposals), tuple(rejected), skipped, 0, sheet.columns, sheet.delimiter)


def cells_of(row: Row, columns: Iterable[str]) -> Cells:
    """Give the cells of a row by column; raise when it cannot be read."""
    if row.fault:
        raise RowError(row.fault)
    if isinstance(row.content, Mapping):
        try:
            cells = dict(_flat(row.content))
        except RecursionError as error:
            raise RowError("nested too deeply") from error
    else:
        cells = dict(zip(columns, row.content, strict=False))
    for column, cell in cells.items():
        if "\0" in "".join(cell):
            raise RowError(f"a NUL character in {show(column)}")
    return cells


def _flat(content: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, Cell]]:
    """Yield the values of an object by column: `place.city` for one within another, several for an array."""
    for key, value in content.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{within}{key}.")
        elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
            objects = [dict(_flat(each)) if isinstance(each, Mapping) else {} for each in value]
            columns = dict.fromkeys(column for each in objects for column in each)
            if len(columns) * len(objects) > _MOST_CELLS:
                raise RowError(f"`{key}` has more than {_MOST_CELLS:,} cells, its objects by their columns")
            for column in columns:
                yield f"{within}{key}.{column}", [";".join(texts_of(each.get(column, ""))) for each in objects]
        else:
            yield f"{within}{key}", [_text(each) for each in value] if isinstance(value, list) else _text(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ";".join(map(_text, value))
    return "" if value is None else str(value)


def _is_wanted(cells: Cells, mapping: RecordMap) -> bool:
    """Tell whether a row has the values of `where`, and none of `skip`."""

    def has(column: str, values: Iterable[str]) -> bool:
        return any(text.strip() in values for text in texts_of(cells.get(column, "")))

    where, skip = mapping.options.where, mapping.options.skip
    return all(has(*each) for each in where.items()) and not any(has(*each) for each in skip.items())


def _proposal(row: Row, cells: Cells, mapping: RecordMap, today: date) -> ProposedRecord:
    filling = Filling(cells, mapping.options.file.date_format)
    if filling.value("status", mapping.record.get("status")) in (None, "held"):
        filling = filling.held_by(today)
    filling = filling.after(filling.value("date", mapping.record.get("date")))
    values = {key: filling.value(key, each) for key, each in mapping.record.items()}
    data = {key: value for key, value in values.items() if value not in _NOTHING}
    return ProposedRecord(row, data, filling.value("id", mapping.id) or "")


def unknown_columns(sheet: InputTable, mapping: RecordMap) -> Iterator[Fault]:
    """Yield a fault for every column that a mapping names and the file does not have."""
    known = tuple(sheet.columns or dict.fromkeys(column for row in sheet.rows for column in _columns(row)))
    for route, name in _named(mapping) if known else ():
        if name not in known:
            yield Fault("unknown-value", route, name, known)


def _columns(row: Row) -> Iterable[str]:
    try:
        return cells_of(row, ())
    except RowError:
        return ()


def _named(mapping: RecordMap) -> Iterator[tuple[Route, str]]:
    """Yield every column that a mapping names, and where."""
    for route, each in asked({**mapping.record, "id": mapping.id}):
        if isinstance(each, MappedColumn):
            yield (*route, "column"), each.column
        else:
            yield from (((*route, "template"), found.strip()) for found in IN_BRACES.findall(each.template))
    for key in ("where", "skip"):
        yield from (((key, column), column) for column in getattr(mapping.options, key))
