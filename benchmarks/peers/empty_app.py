"""The least that a Typer app can be."""

import typer

app = typer.Typer()


@app.command()
def main(*, version: bool = False) -> None:
    """Print a version."""
    if version:
        typer.echo("0")


app()
