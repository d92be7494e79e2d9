"""`coopdb init`: a new records repository."""

from pathlib import Path
from typing import Annotated

import typer

from coopdb.cli.streams import remark, write_done
from coopdb.errors import ExitCode


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to make it; the present folder if not given.")
    ] = Path(),
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="SPEC",
            help="Where CI gets coopdb: git+URL@COMMIT or URL.tar.gz#sha256=HASH; as this one was got, if not given.",
        ),
    ] = None,
) -> ExitCode:
    """Make a new records repository.

    It has a folder for records, a configuration, the schema for editors, a workflow for GitHub, hooks for pre-commit
    and one kind of line ends. Nothing that is there already is touched; settings of editors that are there stay. CI
    gets the very coopdb that runs here: from where it was installed, or from where the clone is from that it was
    installed from.
    """
    from coopdb.record.schema import make_schema
    from coopdb.render.data import dumps
    from coopdb.store.files.checkout import folder_in_checkout
    from coopdb.store.files.install_source import installed_source, parse_source
    from coopdb.store.files.template import make_repository
    from coopdb.vocabulary.vocabularies import packaged_vocabularies

    source = installed_source() if from_ is None else parse_source(from_)
    schema = dumps(make_schema(packaged_vocabularies()), indent=1) + "\n"
    made = make_repository(folder, {"coopdb.schema.json": schema}, source)
    write_done("".join(f"{folder / path}\n" for path in made.written), f"`{folder}` is made")
    for path in made.left:
        remark(f"`{folder / path}` was there and stays as it is: in a new folder `coopdb init` writes it")
    if inside := folder_in_checkout(folder):
        remark(f"warning: CI and pre-commit look at the top of a git repository, and this is its folder `{inside}`")
    if source.doubt:
        remark(f"warning: CI may not find coopdb at `{source.url}`: {source.doubt}")
    remark(
        f"write a record with `coopdb add`, or as `{folder / 'README.md'}` shows it, and check it: `coopdb validate`"
    )
    return ExitCode.FINE
