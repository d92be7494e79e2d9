"""An office that is being read, and the marks and words between which it stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopdb.author.draft.person import Kind, Token

ENDS = re.compile(r"[;:–—\"“”«»!?]|\.(?=\s)|\.$|\s-\s|\n\s*\n")
OF = frozenset("of to du de del des do da dos der van von till di della".split())  # noqa: SIM905  # a list of words
AND = frozenset("and y e et und och en och ed samt sowie".split())  # noqa: SIM905  # a list of words
APPOSED = re.compile(r"\s*[,(]\s*")
MARKS = re.compile(r"[,;:()]")
LISTED = re.compile(r"\s*(?:[,;.)]|(?:y|and|et|e|und|och|en)\b|$)")
LOOSE = 3  # words in small letters that may follow one another in an office: affaires étrangères
AHEAD = 7  # words between a name and the office behind it: Singapore’s first deputy
BRACKET = 14  # words of a bracket in an office
BESIDE = (Kind.PLACE, Kind.FIELD, Kind.CODE, Kind.TITLE, Kind.OTHER)
BEFORE = 40  # characters before an office that say that its holder was not there


@dataclass(slots=True)
class Office:
    """An office that is being read: where it begins and ends, and whether the last of its words is another's."""

    start: int
    end: int
    near: int
    is_nested: bool
    is_counterpart: bool
    loose: int = 0


def reach_before(found: Sequence[Token], gap: Callable[[int], str], number: int) -> tuple[int, int]:
    """Return where the words before an office begin that say whose it is, and where it begins itself.

    Iraks inrikesminister; Singapore’s Senior Minister; bistånds- och utrikeshandelsminister.
    """
    first, start, loose = number, number, 0
    while first:
        between, before = gap(first).strip(" \n’'sS"), found[first - 1]
        is_half = before.kind is Kind.SMALL and first > 1 and gap(first - 1).startswith("-")
        if is_half:
            first = start = first - 2
            continue
        loose += before.kind is Kind.OTHER
        if between or before.kind not in BESIDE or loose > 1:
            break
        first -= 1
        if before.kind is Kind.FIELD and start == first + 1 and not before.is_owner:
            start = first
    return found[first].start, found[start].start
