"""The public face for notebooks and scripts: `coopdb.open(path)` and what it returns. The command line uses it too.

Every function raises `coopdb.StopError`, with a message and a hint, for what it cannot do: an unknown country, a folder
without records. Nothing is printed. Importing this imports no library that a question does not need.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopdb.api.answers import Answer, Value
from coopdb.api.reports import Reports
from coopdb.api.wanted import filters_of
from coopdb.errors import StopError
from coopdb.query.filters import Filters
from coopdb.query.form import Form, Order, check_choice, check_form, check_number
from coopdb.query.table import Table
from coopdb.store.files.repository import find_repository

if TYPE_CHECKING:
    from coopdb.check.problem import CheckReport
    from coopdb.store.star.engine import Star

__all__ = ["Answer", "Records", "filters_of", "open"]


class Records(Reports):
    """The records of one repository, which answer questions. What changes in the files shows in the next answer."""

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
