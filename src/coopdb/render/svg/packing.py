"""Puts marks that lie beside each other on one row, and those that would overlap on others."""

from collections.abc import Iterable
from typing import NamedTuple


class Extent(NamedTuple):
    """What a mark with its label covers, from where it begins to where it ends."""

    start: float
    end: float


def packed(extents: Iterable[Extent], most: int) -> list[int | None]:
    """Return the row of each extent, the first in which it overlaps none; None where all of `most` are full there."""
    rows: list[list[Extent]] = []
    found: list[int | None] = []
    for extent in extents:
        place = next((number for number, row in enumerate(rows) if _is_free(extent, row)), len(rows))
        if place == most:
            found.append(None)
            continue
        if place == len(rows):
            rows.append([])
        rows[place].append(extent)
        found.append(place)
    return found


def _is_free(extent: Extent, row: list[Extent]) -> bool:
    return all(extent.start >= other.end or extent.end <= other.start for other in reversed(row))
