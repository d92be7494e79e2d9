"""Where the records lie in a git repository, found without running git."""

import os
from pathlib import Path


def folder_in_checkout(root: Path) -> str:
    """Return the path of a folder from the top of its git repository, with `/`; empty at the top, and without git."""
    here = Path(os.path.realpath(root))
    top = next((each for each in (here, *here.parents) if os.path.lexists(each / ".git")), here)
    return "" if top == here else here.relative_to(top).as_posix()
