"""What action.yml runs: `coopdb validate` with the inputs of the action, which are in the environment."""

import shlex
from collections.abc import Iterator, Mapping

from coopdb.cli import main as run
from coopdb.cli.streams import write
from coopdb.errors import ExitCode
from coopdb.render.annotation import annotation


def main(inputs: Mapping[str, str]) -> int:
    """Check records as ARGUMENTS, FOLDER, SINCE and SARIF ask for, and return the exit code.

    ARGUMENTS are words as a shell reads them, on one line or several: separated by white space, unless in quotes.
    """
    try:
        words = shlex.split(inputs.get("ARGUMENTS", ""))
    except ValueError as error:
        why = str(error).lower()
        write(annotation("error", f"the input `arguments` cannot be read: {why}", title="coopdb"))
        return ExitCode.USAGE
    return run(["validate", "--format", "github", *_options(inputs), *words])


def _options(inputs: Mapping[str, str]) -> Iterator[str]:
    """Yield the options that other inputs ask for; an input that is empty asks for nothing."""
    if folder := inputs.get("FOLDER"):
        yield from ("--root", folder)
    if since := inputs.get("SINCE"):
        yield from ("--since", since)
    if sarif := inputs.get("SARIF"):
        yield from ("--output", f"sarif:{sarif}")
