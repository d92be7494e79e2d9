"""Where the records lie in a git repository, found without running git."""

import os
from pathlib import Path


def top_of_checkout(folder: Path) -> Path | None:
    """Find the top of the git repository that a folder is in: a folder with `.git`, which is a file in a worktree."""
    here = Path(os.path.realpath(folder))
    return next((each for each in (here, *here.parents) if os.path.lexists(each / ".git")), None)


def folder_in_checkout(root: Path) -> str:
    """Return the path of a folder from the top of its git repository, with `/`; empty at the top, and without git."""
    here = Path(os.path.realpath(root))
    top = top_of_checkout(here) or here
    return "" if top == here else here.relative_to(top).as_posix()
