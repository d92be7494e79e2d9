"""What `export` chooses by its format: the function that makes its files, and the meetings it is about."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coopdb.cli.options.output import Separator, character, check_csv
from coopdb.cli.streams import write_bytes
from coopdb.errors import usage_error
from coopdb.query.export import ExportedTable
from coopdb.query.filters import Filters
from coopdb.render.formats import format_named
from coopdb.store.files.exported import put_export

if TYPE_CHECKING:
    from coopdb.render.datapackage import PackageFacts, PackageForm
    from coopdb.store.star.engine import Star

Render = Callable[[Iterable[ExportedTable], date], Iterator[tuple[str, bytes]]]


class Format(NamedTuple):
    """What makes the files of a format, tells by the ends of one whether coopdb made it, and what describes several."""

    render: Render
    is_own: Callable[[bytes], bool]
    form: "PackageForm | None" = None


def formatted(
    format: str,  # noqa: A002  # as the option is
    filters: Filters,
    *,
    excel: bool,
    separator: Separator | None,
) -> tuple[Format, Filters]:
    """Return a format, and the filters with the defaults that it has."""
    check_csv(format, excel=excel, separator=separator)
    module = format_named(format, "exports")
    options: dict[str, Any] = {"separator": character(separator)} if separator else {}
    options |= {"is_guarded": True} if excel else {}
    form = module.package_form(**options) if hasattr(module, "package_form") else None
    chosen = Format(partial(module.render, **options), module.is_own, form)
    return chosen, filters.for_calendar() if format == "ics" else filters


def write_export(
    wanted: Filters, chosen: Format, destination: Path, facts: "PackageFacts", star: "Star", *, may_replace: bool
) -> tuple[str, ...]:
    """Write the meetings that filters take in a format; return in words what was taken."""
    from coopdb.query.day import said_of_edition
    from coopdb.query.export import export, taken
    from coopdb.query.selection import select
    from coopdb.render.datapackage import packaged
    from coopdb.store.star.day import as_of

    star = as_of(star, wanted.day)
    selection, day = select(wanted, star), date.fromisoformat(wanted.day)
    said = (", of them ".join(taken(star, selection)), *selection.words, *said_of_edition(star))
    tables = export(star, selection)
    files = chosen.render(tables, day)
    if chosen.form:
        files = packaged(files, tables, chosen.form, facts._replace(notes=said), day)
    _put(destination, files, chosen.is_own, may_replace=may_replace)
    return said


def _put(
    destination: Path, files: Iterable[tuple[str, bytes]], is_own: Callable[[bytes], bool], *, may_replace: bool
) -> None:
    """Write the files of an export; the single file of a format that has but one may go to stdout."""
    if str(destination) != "-":
        put_export(destination, files, is_own, may_replace=may_replace)
        return
    for name, content in files:
        if name:
            raise usage_error("this format has several files, which do not fit into stdout", "name a folder")
        write_bytes(content)
