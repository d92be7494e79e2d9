"""Remembers what the folders that coopdb has made held when it left them, so that a list in one need not be believed.

The list may be a stranger's, as in a clone, and a page may have been changed to another of the same size.
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from coopdb.store.cache.database import open_cache
from coopdb.store.files.repository import Repository

_WAIT = 0.1  # seconds for another process that is writing
_TABLE = "CREATE TABLE IF NOT EXISTS seals (folder PRIMARY KEY, seal)"


def recall_seal(repository: Repository, folder: Path) -> str:
    """Return the seal of a folder as it was left; nothing where none is remembered."""
    with suppress(sqlite3.Error, OSError), closing(open_cache(repository, _WAIT)) as connection:
        connection.execute(_TABLE)
        for (seal,) in connection.execute("SELECT seal FROM seals WHERE folder = ?", (_name(folder),)):
            return str(seal)
    return ""


def keep_seal(repository: Repository, folder: Path, seal: str) -> None:
    """Remember the seal of a folder, if that can be done."""
    with suppress(sqlite3.Error, OSError), closing(open_cache(repository, _WAIT)) as connection:
        connection.execute(_TABLE)
        connection.execute("INSERT OR REPLACE INTO seals VALUES (?, ?)", (_name(folder), seal))


def _name(folder: Path) -> bytes:
    return os.fsencode(os.path.realpath(folder))
