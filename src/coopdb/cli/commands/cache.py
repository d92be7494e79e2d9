"""`coopdb cache`: what coopdb remembers of the repositories it was asked about."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coopdb.cli.streams import remark, screen, write
from coopdb.errors import ExitCode, usage_error
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("tables")


def cache(
    action: Annotated[
        Literal["clear"] | None, typer.Argument(metavar="clear", help="`clear` deletes the cache of this repository.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Clear those of every repository.")] = False,
    format: Annotated[  # noqa: A002
        Format, typer.Option("--format", help="How to list.")
    ] = "table",
    root: Annotated[
        Path | None,
        typer.Option("--root", envvar="COOPDB_ROOT", metavar="DIR", help="The folder that has records/."),
    ] = None,
) -> ExitCode:
    """Show what is remembered of repositories, or clear it.

    An answer comes from a cache while its records have not changed. Each repository has one, in your own cache folder
    or in that of COOPDB_CACHE, never in the repository. Nothing is lost with it: the next question makes it anew.
    """
    from coopdb.cli.cache_table import table_of
    from coopdb.render.formats import render
    from coopdb.store.cache.inventory import list_caches
    from coopdb.store.cache.location import caches_of, remove
    from coopdb.store.cache.user_folder import cache_folder
    from coopdb.store.files.repository import find_repository
    from coopdb.text import count

    if every and not action:
        raise usage_error("`--all` is for `clear`", "`coopdb cache` shows every cache")
    caches = list_caches(cache_folder())
    if not action:
        write(render("tables", format, table_of(caches, cache_folder()), screen()))
        return ExitCode.FINE
    mine = () if every else caches_of(find_repository(Path.cwd(), root, cache_folder))
    cleared = [each.path for each in caches if every or each.path in mine]
    for path in cleared:
        remove(path)
    remark(f"{count(len(cleared), 'cache')} cleared")
    return ExitCode.FINE
