"""The public face for notebooks and scripts: `coopdb.open(path)` and what it returns. The command line uses it too.

Every function raises `coopdb.StopError`, with a message and a hint, for what it cannot do: an unknown country, a folder
without records. Nothing is printed. Importing this imports no library that a question does not need.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from coopdb.errors import StopError
from coopdb.query.filters import Filters, whole_day
from coopdb.query.form import Form, Order, check_choice, check_form, check_number
from coopdb.query.table import Table
from coopdb.store.files.repository import Repository, find_repository

if TYPE_CHECKING:
    from coopdb.check.problem import CheckReport
    from coopdb.store.star.engine import Star

Found = TypeVar("Found")
Question = Callable[["Star"], Found]
Value = str | int | float | bool | tuple[str, ...] | None
Wanted = Any  # a value, or several: texts, numbers, days


class Answer(NamedTuple):
    """The rows of an answer.

    `columns` are the keys of the columns, each row has as many values: text, a number, a percentage (float), several
    texts (tuple), or None where there is none. `notes` say what the numbers mean: which meetings, what overlaps.
    `document` is the same answer in the shape of `--format json`; None for the tables of the star.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    document: Any = None
    table: Any = None

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

        plain: Any = tuple(tuple(int(each) if isinstance(each, bool) else each for each in row) for row in self.rows)
        table = self.table or Table(tuple(Column(key, key) for key in self.columns), plain, self.notes)
        return render("tables", name, table, Screen())


class Records:
    """The records of one repository, which answer questions. What changes in the files shows in the next answer."""

    def __init__(self, answer: Callable[[Question[Any]], Any], repository: Repository | None = None) -> None:
        """Put questions with `answer`; without a `repository` there is nothing to validate."""
        self._answer = answer
        self._repository = repository

    def meetings(
        self,
        *words: str,
        limit: int | None = None,
        sort: Order | None = None,
        why: bool = False,
        filters: Filters | None = None,
        **wanted: Any,
    ) -> Answer:
        """List the meetings with all `words` that the filters take, as `coopdb search` does.

        Filters are those of the command line: `country="MA"`, `topic=["cloud", "ai-governance"]` (both), `since`,
        `until`, `drafts`, `exclude="country=FR"`, `on` (the day as of which it is told, today if not given),
        and any dimension, with `_` for `-`: `host_event="Web Summit"`.
        """
        asked = filters or filters_of(wanted)
        check_number("limit", limit)
        check_choice("sort", sort, Order)

        def question(star: "Star") -> Table:
            from coopdb.query.search import search
            from coopdb.query.selection import select
            from coopdb.store.star.day import as_of

            star = as_of(star, asked.day)
            return search(star, words, select(asked, star), limit=limit, order=sort, why=why)

        return _answer(self._answer(question))

    def crosstab(
        self,
        rows: str,
        columns: str | None = None,
        *,
        form: Form = Form(),  # noqa: B008  # it is frozen
        cell: tuple[str, str] | None = None,
        filters: Filters | None = None,
        **wanted: Any,
    ) -> Answer:
        """Count by one or two dimensions, as `coopdb crosstab` does: held meetings without drafts, if not asked else.

        `form` is how: `coopdb.Form(unit="documents", top=10, percent="row")`. With a `cell`, named by its row and
        column, the meetings behind it are listed.
        """
        from coopdb.query.dimensions import find_dimension

        sides = find_dimension(rows), None if columns is None else find_dimension(columns)
        asked = (filters or filters_of(wanted)).for_counting()
        check_form(form)

        def question(star: "Star") -> Table:
            from coopdb.query.selection import select
            from coopdb.store.star.day import as_of

            star = as_of(star, asked.day)
            selection = select(asked, star)
            if cell:
                from coopdb.query.drill import list_behind

                return list_behind(star, selection, sides, cell, form.unit)
            from coopdb.query.crosstab import crosstab

            return crosstab(star, *sides, selection, form)

        return _answer(self._answer(question))

    def table(self, name: str, *, filters: Filters | None = None, **wanted: Any) -> Answer:
        """Return a table of the star, of the meetings that the filters take: `meetings`, `parties`, `topics` and so on.

        The columns are those of `coopdb export`; the table `codebook` says what each means.
        """
        asked = filters or filters_of(wanted)

        def question(star: "Star") -> Answer:
            from coopdb.query.export import export
            from coopdb.query.selection import select
            from coopdb.store.star.day import as_of
            from coopdb.text import one_of, visible

            star = as_of(star, asked.day)
            tables = {each.table.name: each for each in export(star, select(asked, star))}
            if name not in tables:
                raise StopError(f"no table `{visible(name)}`", one_of(name, tables))
            found = tables[name]
            kinds = [column.type for column in found.table.columns]
            rows = tuple(tuple(map(_typed, kinds, row)) for row in found.rows())
            return Answer(tuple(column.name for column in found.table.columns), rows)

        answer: Answer = self._answer(question)
        return answer

    def validate(self, on: date | None = None) -> Answer:
        """Check all records as on a day, today by default, as `coopdb validate` does: a row a problem."""
        from coopdb.check.choice import Choice
        from coopdb.check.report import report_on

        if self._repository is None:
            raise StopError("an export cannot be validated", "open the repository that it was made of")
        return _problems(report_on(self._repository, on or date.today(), Choice()))


def open(path: str | Path = ".", *, public: bool = False) -> Records:  # noqa: A001  # coopdb.open, as gzip.open
    """Open the repository at a folder, or at the nearest one above it that has `records/` or `coopdb.toml`.

    With `public` only what may be published is there: nothing internal, no draft, nothing that refers to either.
    Its cache is used, as by the command line. Raise StopError where there are no records.
    """
    from coopdb.store.cache.index import ask
    from coopdb.store.cache.user_folder import cache_folder

    found = find_repository(Path(path).absolute(), None, cache_folder)
    repository = found.published() if public else found
    return Records(lambda question: ask(repository, lambda opened: question(opened.star)), repository)


def filters_of(wanted: Mapping[str, Any]) -> Filters:
    """Make the filters of keyword arguments: one text, or several that must all hold."""
    given = {name.replace("_", "-"): value for name, value in wanted.items() if value is not None}
    since, until, drafts = (given.pop(name, None) for name in ("since", "until", "drafts"))
    exclude, on = tuple(_texts(given.pop("exclude", None))), whole_day(str(given.pop("on", date.today()))).isoformat()
    check_choice("drafts", drafts, Literal[True, False])
    since, until = (None if day is None else str(day) for day in (since, until))
    return Filters({name: tuple(_texts(value)) for name, value in given.items()}, exclude, since, until, drafts, on)


def _texts(wanted: Wanted) -> Iterator[str]:
    """Yield the texts of one value or several; a number or a day is one, as text."""
    several = isinstance(wanted, Iterable) and not isinstance(wanted, str | bytes)
    yield from map(str, wanted if several else () if wanted is None else (wanted,))


def _answer(table: Table) -> Answer:
    return Answer(tuple(each.key for each in table.columns), table.rows, table.footer, table.document, table)


def _problems(report: "CheckReport") -> Answer:
    columns = ("path", "line", "column", "code", "name", "severity", "message", "hint")
    rows = tuple(
        (each.path, each.span.line, each.span.column, each.code, each.name, each.severity, each.message, each.hint)
        for each in report.problems
    )
    return Answer(columns, rows)


def _typed(kind: str, value: Value) -> Value:
    return bool(value) if kind == "boolean" and value is not None else value


def _listed(value: Value) -> object:
    return [*value] if isinstance(value, tuple) else value


def _imported(name: str, what: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise StopError(f"{name} is not installed", f"install `{what}`") from error
