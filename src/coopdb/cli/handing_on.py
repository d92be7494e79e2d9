"""What `export` chooses by its format: the function that makes its files, and the meetings it is about."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from coopdb.cli.streams import write_bytes
from coopdb.errors import usage_error
from coopdb.query.export import ExportedTable
from coopdb.query.filters import Filters
from coopdb.store.exported import put_export

Render = Callable[[Iterable[ExportedTable], date], Iterator[tuple[str, bytes]]]


class Format(NamedTuple):
    """What makes the files of a format, and tells by the ends of one whether coopdb made it."""

    render: Render
    is_own: Callable[[bytes], bool]


def formatted(format: str, filters: Filters, *, excel: bool) -> tuple[Format, Filters]:  # noqa: A002  # as the option is
    """Return a format, and the filters with the defaults that it has."""
    if excel and format != "csv":
        raise usage_error("`--excel` is for `csv` only", "other formats need no guard against formulas")
    module = import_module(f"coopdb.render.exports.{'excel' if excel else format}")
    return Format(module.render, module.is_own), filters.for_calendar() if format == "ics" else filters


def hand_on(
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
