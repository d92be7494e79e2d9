"""What is to be checked: which files, and by which rules."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """What is checked: the paths (all when None), and the rules (those of the configuration when there are none)."""

    paths: Collection[str] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def has(self, path: str) -> bool:
        """Tell whether a file is checked."""
        return self.paths is None or path in self.paths
