"""Follows the references from entry to entry of a vocabulary: where each chain ends, and which lead back to themselves.

Each entry is passed once, so that the cost grows with their number, whatever they refer to.
"""

from collections.abc import Mapping
from operator import attrgetter
from typing import Literal

from coopdb.vocabulary.entry import Entry

Reference = Literal["broader", "replaced_by"]


def ends_of(entries: Mapping[str, Entry], reference: Reference) -> dict[str, str]:
    """Map the keys of the entries that have a reference to the last of its chain; to nothing if it has no end there."""
    follow, ends = attrgetter(reference), dict[str, str]()
    for start in entries:
        way, key = list[str](), start
        while key in entries and key not in ends and follow(entries[key]):
            ends[key] = ""  # as long as the end is not known, this is the way round
            way.append(key)
            key = follow(entries[key])
        ends.update(dict.fromkeys(way, ends.get(key, key if key in entries else "")))
    return ends


def circular(entries: Mapping[str, Entry], reference: Reference) -> frozenset[str]:
    """Return the keys of the entries from which a reference leads back to them."""
    follow, found = attrgetter(reference), set[str]()
    passed: dict[str, str] = {}  # entries, and where the way began on which they were passed
    for start in entries:
        way, key = list[str](), start
        while key in entries and key not in passed:
            passed[key] = start
            way.append(key)
            key = follow(entries[key])
        if way and passed.get(key) == start:
            found.update(way[way.index(key) :])
    return frozenset(found)
