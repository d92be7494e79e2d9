"""What every question of the public face returns: rows, what they mean, and the same for programs and notebooks."""

from typing import Any, NamedTuple

from coopdb.errors import StopError
from coopdb.query.table import Table

Value = str | int | float | bool | tuple[str, ...] | None


class Answer(NamedTuple):
    """The rows of an answer.

    `columns` are the keys of the columns, each row has as many values: text, a number, a percentage (float), several
    texts (tuple), or None where there is none. `notes` say what the numbers mean: which meetings, what overlaps.
    `document` is the same answer in the shape of `--format json`; None for the tables of the star. `table` and `report`
    are what the command line draws: a table, and of a report a `Report` or a `Ledger`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    document: Any = None
    table: Any = None
    report: Any = None

    def to_dicts(self) -> list[dict[str, Value]]:
        """Return a dictionary a row, by the keys of the columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_arrow(self) -> Any:
        """Return a `pyarrow.Table`; raise StopError where pyarrow is not installed."""
        pyarrow = _imported("pyarrow", "coopdb[parquet]")
        values = ([_listed(row[place]) for row in self.rows] for place in range(len(self.columns)))
        return pyarrow.table(dict(zip(self.columns, map(pyarrow.array, values), strict=True)))

    def to_pandas(self) -> Any:
        """Return a `pandas.DataFrame`; raise StopError where pandas is not installed."""
        pandas = _imported("pandas", "pandas")
        return pandas.DataFrame([*map(list, self.rows)], columns=[*self.columns])

    def __str__(self) -> str:
        """Draw the answer as the command line does in a pipe."""
        return self._drawn("table")

    def _repr_markdown_(self) -> str:
        """Draw the answer for a notebook."""
        return self._drawn("markdown")

    def _drawn(self, name: str) -> str:
        from coopdb.query.table import Column
        from coopdb.render.formats import render
        from coopdb.render.screen import Screen

        if self.report and not self.table:
            return render("reports", "text" if name == "table" else name, self.report, Screen())
        plain: Any = tuple(tuple(int(each) if isinstance(each, bool) else each for each in row) for row in self.rows)
        table = self.table or Table(tuple(Column(key, key) for key in self.columns), plain, self.notes)
        return render("tables", name, table, Screen())


def _listed(value: Value) -> object:
    return [*value] if isinstance(value, tuple) else value


def _imported(name: str, what: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise StopError(f"{name} is not installed", f"install `{what}`") from error
