"""`coopdb lsp`: the language server, which editors start."""

from datetime import date
from importlib.util import find_spec
from typing import Annotated

import typer

from coopdb.cli.options.day import read_day
from coopdb.cli.streams import bytes_in, bytes_out
from coopdb.errors import ExitCode, StopError
from coopdb.store.cache.user_folder import cache_folder


def lsp(
    on: Annotated[str | None, typer.Option(metavar="DAY", help="Check as on this day, not as today.")] = None,
) -> ExitCode:
    """Serve an editor in which records are written.

    It shows problems while a record is typed, completes names in any language, fixes and renames. It speaks the
    Language Server Protocol on stdin and stdout: have your editor start `coopdb lsp` for TOML files, in the folder that
    has records/. It needs `coopdb[lsp]`. No file is written: the editor changes what it shows.
    """
    if not find_spec("pygls"):
        raise StopError("the language server is not installed", "install `coopdb[lsp]`")
    from coopdb.lsp.server import serve

    day = read_day(on)
    incoming, outgoing = bytes_in("have an editor start `coopdb lsp`"), bytes_out()
    serve((lambda: day) if on else date.today, cache_folder, incoming, outgoing)
    return ExitCode.FINE
