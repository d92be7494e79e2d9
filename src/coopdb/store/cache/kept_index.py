"""The index of a repository kept open between questions, for who asks many: each then takes milliseconds."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from coopdb.store.cache.index import ask, open_index
from coopdb.store.files.repository import Repository
from coopdb.store.star.engine import Star

Answer = TypeVar("Answer")


class KeptIndex:
    """Opened at the first question; what changes in the files shows once it has been closed."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._opened: tuple[Star, Callable[[], None]] | None = None

    def ask(self, question: Callable[[Star], Answer]) -> Answer:
        """Put a question; where the cache fails it, as one that another version has emptied, it is put anew."""
        self._opened = self._opened or open_index(self._repository)
        try:
            return question(self._opened[0])
        except (sqlite3.Error, LookupError, ValueError, TypeError):
            self.close()
            return ask(self._repository, lambda opened: question(opened.star))

    def close(self) -> None:
        """Close it: the next question sees the files as they are then."""
        if self._opened:
            self._opened[1]()
        self._opened = None
