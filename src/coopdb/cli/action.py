"""What action.yml runs: `coopdb diff` and `coopdb validate` with its inputs, which are in the environment."""

import shlex
from collections.abc import Iterator, Mapping

from coopdb.cli import main as run
from coopdb.cli.streams import write
from coopdb.errors import ExitCode
from coopdb.render.annotation import annotation


def main(inputs: Mapping[str, str]) -> int:
    """Check records as ARGUMENTS, FOLDER, SINCE and SARIF ask for, and return the exit code of that.

    What has changed since SINCE is told first, in words, in notices and in the summary of the step.

    ARGUMENTS are words as a shell reads them, on one line or several: separated by white space, unless in quotes.
    """
    try:
        words = shlex.split(inputs.get("ARGUMENTS", ""))
    except ValueError as error:
        why = str(error).lower()
        write(annotation("error", f"the input `arguments` cannot be read: {why}", title="coopdb"))
        return ExitCode.USAGE
    if since := inputs.get("SINCE"):
        # What it cannot tell is not a fault of the records: validate decides.
        run(["diff", *_root(inputs), "--format", "github", "--", f"{since}..."])
    return run(["validate", "--format", "github", *_options(inputs), *words])


def _root(inputs: Mapping[str, str]) -> tuple[str, ...]:
    """Return the option that names the folder, if one does."""
    folder = inputs.get("FOLDER")
    return ("--root", folder) if folder else ()


def _options(inputs: Mapping[str, str]) -> Iterator[str]:
    """Yield the options that other inputs ask for; an input that is empty asks for nothing."""
    yield from _root(inputs)
    if since := inputs.get("SINCE"):
        yield from ("--since", since)
    if sarif := inputs.get("SARIF"):
        yield from ("--output", f"sarif:{sarif}")
