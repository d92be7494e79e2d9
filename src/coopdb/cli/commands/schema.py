"""`coopdb schema`: the JSON Schema of a record, for editors."""

from typing import Annotated

import typer

from coopdb.cli.streams import remark, screen, write
from coopdb.errors import ExitCode
from coopdb.record.schema_line import SCHEMA
from coopdb.store.files.repository import Repository


def schema(
    repository: Repository,
    check: Annotated[
        bool, typer.Option("--check", help=f"Print nothing; exit 1 when {SCHEMA} at the root is not of this coopdb.")
    ] = False,
) -> ExitCode:
    """Print the JSON Schema of a record.

    Editors that know TOML check a record while it is written, and complete keys, countries and topics, when its first
    line is `#:schema ../../coopdb.schema.json`; `add` and `fmt` write it where coopdb.toml has `schema_line = true`.
    Topics of the repository's own are in the schema too; --check does not compare these, so that a topic can be added
    without the schema.
    """
    from coopdb.record.schema import is_present, make_schema
    from coopdb.render.data import dumps, json_for
    from coopdb.store.files.local import read_own

    present = make_schema(read_own(repository)[1])
    if not check:
        write(json_for(dumps(present, indent=1) + "\n", screen()))
        return ExitCode.FINE
    written = _written(repository)
    if not is_present(written):
        remark(f"`{SCHEMA}` is not the present schema: run `coopdb schema > {SCHEMA}`")
        return ExitCode.PROBLEMS
    if written != present:
        remark(f"topics of this repository have changed: `coopdb schema > {SCHEMA}` tells editors")
    return ExitCode.FINE


def _written(repository: Repository) -> object:
    """Read the schema at the root; None when there is none, or it is not JSON."""
    import json

    from coopdb.store.files.contents import content_of

    content = content_of(repository.root / SCHEMA)
    try:
        return json.loads(content) if isinstance(content, bytes) else None
    except (ValueError, RecursionError):
        return None
