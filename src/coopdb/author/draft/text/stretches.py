"""Stretches of a text, such as names and dates, and whether any of them has a place or meets another stretch."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Where stretches begin and end, in characters; they may overlap, and each question is a search, not a scan."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Take where each begins and ends."""
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = [*accumulate((end for _, end in ordered), max)]  # how far those up to each reach

    def cover(self, place: int) -> bool:
        """Tell whether a place is in a stretch; its end is not."""
        return self._reach(place) > place

    def meet(self, start: int, end: int) -> bool:
        """Tell whether a stretch overlaps what stands from `start` to `end`, or touches it."""
        return self._reach(end) >= start

    def _reach(self, place: int) -> int:
        """Return how far those reach that begin at a place or before it; -1 where there is none."""
        before = bisect_right(self._starts, place)
        return self._ends[before - 1] if before else -1
