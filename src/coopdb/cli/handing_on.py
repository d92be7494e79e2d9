"""What `export` chooses by its format: the function that makes its files, and the meetings it is about."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

from coopdb.cli.showing import Separator, character, check_csv
from coopdb.cli.streams import write_bytes
from coopdb.errors import usage_error
from coopdb.query.export import ExportedTable
from coopdb.query.filters import Filters
from coopdb.store.writing import put_export

Render = Callable[[Iterable[ExportedTable], date], Iterator[tuple[str, bytes]]]


def formatted(
    format: str,  # noqa: A002  # as the option is
    filters: Filters,
    *,
    excel: bool,
    separator: Separator | None,
) -> tuple[Render, Filters]:
    """Return what makes the files of a format, and the filters with the defaults that the format has."""
    check_csv(format, excel=excel, separator=separator)
    module = import_module(f"coopdb.render.exports.{'excel' if excel else format}")
    if separator:
        return partial(module.render, separator=character(separator)), filters
    return module.render, filters.for_calendar() if format == "ics" else filters


def hand_on(destination: Path, files: Iterable[tuple[str, bytes]], *, may_replace: bool) -> None:
    """Write the files of an export; the single file of a format that has but one may go to stdout."""
    if str(destination) != "-":
        put_export(destination, files, may_replace=may_replace)
        return
    for name, content in files:
        if name:
            raise usage_error("this format has several files, which do not fit into stdout", "name a folder")
        write_bytes(content)
