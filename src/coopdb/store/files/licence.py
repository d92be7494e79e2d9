"""The licence of a repository's records, where a file beside them names it as SPDX does."""

import re

from coopdb.store.files.contents import content_of
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import FOLDER

_FILES = ("LICENSE", "LICENSE.md", "LICENSE.txt")
_NAMED = re.compile(rb"SPDX(?:-License-Identifier| identifier):\s*`?([A-Za-z0-9][A-Za-z0-9.+-]{0,63})")


def licence_of(repository: Repository) -> str:
    """Return the SPDX name of the licence, `CC-BY-4.0`, that `records/LICENSE` or the like has; "" where none has."""
    for name in _FILES:
        content = content_of(repository.root / FOLDER / name)
        if isinstance(content, bytes) and (found := _NAMED.search(content)):
            return found[1].decode()
    return ""
