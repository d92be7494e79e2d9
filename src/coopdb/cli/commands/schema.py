"""`coopdb schema`: the JSON Schema of a record, for editors."""

from typing import Annotated

import typer

from coopdb.cli.streams import remark, write
from coopdb.errors import ExitCode
from coopdb.store.repository import SCHEMA, Repository


def schema(
    repository: Repository,
    check: Annotated[
        bool, typer.Option("--check", help=f"Print nothing; exit 1 unless {SCHEMA} at the root is the same.")
    ] = False,
) -> ExitCode:
    """Print the JSON Schema of a record.

    Editors that know TOML check a record while it is written, and complete keys, countries and topics, when its first
    line is `#:schema ../../coopdb.schema.json`. Topics of the repository's own are in the schema too.
    """
    from coopdb.record.schema import make_schema
    from coopdb.render.data import dumps
    from coopdb.store.files import content_of
    from coopdb.store.own import read_own

    text = dumps(make_schema(read_own(repository)[1]), indent=1) + "\n"
    if not check:
        write(text)
        return ExitCode.FINE
    if content_of(repository.root / SCHEMA) == text.encode():
        return ExitCode.FINE
    remark(f"`{SCHEMA}` is not the present schema: run `coopdb schema > {SCHEMA}`")
    return ExitCode.PROBLEMS
