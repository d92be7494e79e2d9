"""The tables of `data/`, as they are. Light: commands that need no vocabulary read tables too."""

from pathlib import Path
from typing import Any

# Not importlib.resources, which takes longer to import than the tables to read.
DATA = Path(__file__).parent.parent / "data"


def read_table(name: str) -> Any:
    """Read a table of `data/`."""
    import json  # not for `--version`, which reads no table

    return json.loads((DATA / f"{name}.json").read_bytes())
