"""What was looked up across records, after one has changed: only what that record can concern is looked up again.

Each function takes the fact of before, the record in outline before and after (None where it is not there), and all
records as they are now; it returns what `Scope` would work out anew.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from coopdb.check.duplicates import duplicates
from coopdb.check.outline import Outline

Change = tuple[Outline | None, Outline | None]


def _by_id(fact: Mapping[str, tuple[Outline, ...]], change: Change, outlines: Sequence[Outline]) -> Any:
    ids = {each.id for each in change if each}
    found = {name: tuple(each for each in outlines if each.id == name) for name in ids}
    return {**{name: same for name, same in fact.items() if name not in ids}, **_some(found)}


def _some(found: Mapping[str, tuple[Outline, ...]]) -> Mapping[str, tuple[Outline, ...]]:
    return {name: same for name, same in found.items() if same}


def _alike(fact: Mapping[str, Outline], change: Change, outlines: Sequence[Outline]) -> Any:
    """Compare records of the same parties again: others are not compared with each other."""
    parties = {each.parties for each in change if each}
    concerned = [each for each in outlines if each.parties in parties]
    paths = {each.path for each in (*concerned, *change) if each}
    return {**{path: other for path, other in fact.items() if path not in paths}, **duplicates(concerned)}


PATCHES: Mapping[str, Callable[[Any, Change, Sequence[Outline]], Any]] = MappingProxyType(
    {"by_id": _by_id, "alike": _alike}
)
