"""`coopdb init`: a new records repository."""

from pathlib import Path
from typing import Annotated

import typer

from coopdb.cli.streams import remark, write
from coopdb.errors import ExitCode


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to make it; the present folder if not given.")
    ] = Path(),
) -> ExitCode:
    """Make a new records repository.

    It has a folder for records, a configuration, the schema for editors, a workflow for GitHub and hooks for
    pre-commit. Nothing that is there already is touched.
    """
    from coopdb.record.schema import make_schema
    from coopdb.render.data import dumps
    from coopdb.store.template import make_repository
    from coopdb.vocabulary.vocabularies import packaged_vocabularies

    schema = dumps(make_schema(packaged_vocabularies()), indent=1) + "\n"
    made = make_repository(folder, {"coopdb.schema.json": schema})
    write("".join(f"{folder / path}\n" for path in made))
    remark("write a record as the README has it, and check it: `coopdb validate`")
    return ExitCode.FINE
