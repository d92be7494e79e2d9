"""Turns a fix into edits of the file's text, and tells whether the edits are a cure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from coopdb.check.problem import Finding, Fix, Move, Remove, Rename, Replace, Rewrite
from coopdb.check.registry import Rule
from coopdb.check.scope import Scope
from coopdb.record.edits import Edit, apart, edit, offsets, span_between
from coopdb.record.fault import Route
from coopdb.record.positions import Positions
from coopdb.record.reading import Reading
from coopdb.record.span import Span
from coopdb.record.statements import Statement, keys, statements
from coopdb.store.files.local import reread
from coopdb.store.files.records import RecordFile, record_id

_REST = re.compile(r"[ \t]*(?:\r?\n[ \t]*)*,[ \t]*")  # the comma after an element, and the space around it
_TRIED = 10  # fixes of one file, one by one: each reads the whole file again
_LINE_END = re.compile(r"[ \t]*(?:\r?\n(?:[ \t]*\r?\n)?|\Z)")
_BEFORE = re.compile(r",[ \t]*(?:\r?\n[ \t]*)*$")  # the comma before one


_positions = lru_cache(maxsize=4)(Positions)  # of the text in which several fixes are to be made


class PlacedFinding(NamedTuple):
    """A rule, what it has found, and where that stands."""

    rule: Rule
    finding: Finding
    span: Span


def edits_for(fix: Fix | None, route: Route, span: Span, text: str) -> tuple[Edit, ...]:
    """Return the edits of a text that make a fix, or none where it cannot be made in the text."""
    match fix:
        case Replace():
            return (Edit(span, fix.toml),)
        case Rename():
            return tuple(_renaming(fix.key, route, span, text))
        case Rewrite():
            return fix.edits
        case Remove():
            return tuple(_removing(fix.route, text))
        case _:
            return ()


def _renaming(key: str, route: Route, span: Span, text: str) -> Iterator[Edit]:
    """Put a key in the place of another, in every header that has it; in a table within a line, at its span."""
    found = [Edit(span_between(text, each.start, each.end), key) for each in keys(text) if each.route == route]
    yield from found or (Edit(span, key),)


def _removing(route: Route, text: str) -> Iterator[Edit]:
    """Take an element out of an array: with its comma, or with all lines of its table unless a comment would go too."""
    start, end = offsets(text, _positions(text).value(route))
    if text.startswith("[[", start):
        table = _table(text, start)
        if not any(each.comment for each in table):
            yield Edit(span_between(text, *_lines(text, start, table[-1].line_end)), "")
        return
    if rest := _REST.match(text, end):
        end = rest.end()
    elif before := _BEFORE.search(text, 0, start):
        start = before.start()
    yield Edit(span_between(text, *_lines(text, start, end)), "")


def _table(text: str, start: int) -> list[Statement]:
    """Return the statements from the header that begins at a place to the last pair of its table."""
    table: list[Statement] = []
    for each in statements(text):
        if each.start > start and each.kind == "header":
            break
        if each.start >= start:
            table.append(each)
    last = max(number for number, each in enumerate(table) if each.kind in ("header", "pair"))
    return table[: last + 1]


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole lines, and an empty one after a table, where nothing else stands on them."""
    first = text.rfind("\n", 0, start) + 1
    rest = _LINE_END.match(text, end)
    return (first, rest.end()) if rest and not text[first:start].strip() else (start, end)


def cures(found: Sequence[PlacedFinding], entry: RecordFile, scope: Scope) -> frozenset[int]:
    """Tell which of a file's findings have a fix that can be made, by their numbers.

    All that do not touch one another are tried at once, then the first of the rest, or of all where the file would be
    less valid then or a rule find as much as before.
    """
    text = entry.reading.text
    free = {
        number
        for number, each in enumerate(found)
        if isinstance(fix := each.finding.fix, Move) and may_move(entry.path, fix.path, scope)
    }
    edits = {
        number: made
        for number, (_, each, span) in enumerate(found)
        if (made := edits_for(each.fix, each.route, span, text))
    }
    before = {rule.code: _number(rule, entry, scope) for rule in {found[number].rule for number in edits}}
    kept = {id(each) for each in apart(text, edits.values())}
    together = {number: made for number, made in edits.items() if id(made) in kept}
    cured = set(together) if together and _helps(found, together, before, entry, scope) else set[int]()
    tried = [number for number in edits if number not in cured][:_TRIED]
    cured.update(each for each in tried if _helps(found, {each: edits[each]}, before, entry, scope))
    return frozenset({*free, *cured})


def _helps(
    found: Sequence[PlacedFinding],
    edits: Mapping[int, tuple[Edit, ...]],
    before: Mapping[str, int],
    entry: RecordFile,
    scope: Scope,
) -> bool:
    """Tell whether a file is as valid with some edits, and the rules find so much less."""
    text = entry.reading.text
    after = RecordFile(
        entry.path, reread(entry.path, edit(text, chain.from_iterable(edits.values())), scope.vocabularies)
    )
    rules = Counter(found[number].rule for number in edits)
    bared = laid_bare((found[number].finding.fix, found[number].finding.route) for number in edits)
    return is_as_valid(entry.reading, after.reading, bared) and all(
        _number(rule, after, scope, bared) <= before[rule.code] - number for rule, number in rules.items()
    )


def _number(rule: Rule, entry: RecordFile, scope: Scope, bared: Iterable[Route] = ()) -> int:
    """Count what a rule finds in a file, but for what stands inside some tables."""
    return sum(1 for each in rule.check(entry, scope) if not _is_inside(each.route, bared))


def laid_bare(fixes: Iterable[tuple[Fix | None, Route]]) -> frozenset[Route]:
    """Return the routes of keys that are unknown until they are renamed: faults inside their tables show only then."""
    return frozenset((*route[:-1], fix.key) for fix, route in fixes if isinstance(fix, Rename))


def is_as_valid(before: Reading, after: Reading, bared: Iterable[Route] = ()) -> bool:
    """Tell whether a file still is TOML, and has no more faults than before, but for those that are laid bare.

    One that was not TOML has hidden all others; some of its slips may be fixed before the rest.
    """
    if not before.is_parsed:
        return after.is_parsed or [each.kind for each in after.faults] == ["bad-syntax"]
    return after.is_parsed and sum(not _is_inside(each.route, bared) for each in after.faults) <= len(before.faults)


def _is_inside(route: Route, tables: Iterable[Route]) -> bool:
    return any(len(route) > len(each) and route[: len(each)] == each for each in tables)


def may_move(old: str, new: str, scope: Scope) -> bool:
    """Tell whether a file may take another path: no file has it, and none has its id, or will have it as well."""
    others = [each for each in scope.by_id.get(record_id(new), ()) if each.path != old]
    return not others and (new.casefold() == old.casefold() or new.casefold() not in scope.paths)
