"""Changes single values of a record's text: only the lines concerned differ, and it says what was meant afterwards."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from coopdb.author.sections import Section, dotted_pairs, end_of, key_of, newline, pairs_at, section_at, sections
from coopdb.check.cures import edits_for
from coopdb.check.problem import Remove
from coopdb.errors import StopError
from coopdb.record import toml
from coopdb.record.edits import Edit, edit, offsets
from coopdb.record.fault import Route
from coopdb.record.model import TABLES, Meeting
from coopdb.record.positions import Positions
from coopdb.record.schema_line import schema_line_of
from coopdb.record.span import START
from coopdb.record.statements import has_comment

_UNCHANGEABLE, _BY_HAND = "the record is written in a way that cannot be changed in place", "open it in your editor"
_RANKS = {name: rank for rank, name in enumerate(TABLES)}


@dataclass(frozen=True, slots=True)
class Amended:
    """A text that is TOML, and what it says."""

    text: str
    data: Mapping[str, Any]

    @classmethod
    def of(cls, text: str) -> "Amended":
        """Begin with the text of a file whose record is sound."""
        data = toml.parse(text)
        return cls(text, data if isinstance(data, dict) else {})

    def put(self, route: Route, value: object) -> "Amended":
        """Give a key a value: in the place of the one it has, else on a line of its own."""
        *way, key = route
        table = find(self.data, tuple(way))
        if find(self.data, route) is not None:
            text = edit(self.text, [Edit(Positions(self.text).value(route), written(value))])
        elif isinstance(table, str):
            return self.put(tuple(way), {"topic": table, key: value})
        elif way and table is not None and section_at(self.text, tuple(way)) is None:
            if not (alike := dotted_pairs(self.text, tuple(way))):
                return self.put(tuple(way), {**table, key: value})
            line = f"{'.'.join(map(str, route))} = {written(value)}"
            text = _inserted(self.text, alike[-1].line_end + 1, line)
        elif table is None:
            text = _with_section(self.text, f"[{way[0]}]", str(way[0]), {str(key): value})
        else:
            text = _with_pair(self.text, tuple(way), str(key), value)
        return self._now(text, route, value)

    def append(self, key: str, value: object) -> "Amended":
        """Add an element to an array: of tables, or of values."""
        there = self.data.get(key)
        if not isinstance(there, list | None):
            raise StopError(_UNCHANGEABLE, _BY_HAND)
        route = (key, len(there or ()))
        if there is None and not isinstance(value, dict):
            return self.put((key,), [value])
        if there is None or section_at(self.text, (key, 0)):
            return self._now(_with_section(self.text, f"[[{key}]]", key, value), route, value)
        value = value["topic"] if isinstance(value, dict) and [*value] == ["topic"] else value
        return self._now(_with_element(self.text, route, written(value)), route, value)

    def nest(self, route: Route, value: Mapping[str, Any]) -> "Amended":
        """Add a table to an array that stands in an element of another: `("commitments", 0, "updates")`."""
        *way, key = route
        there = find(self.data, route)
        new = (*route, len(there or ()))
        if section_at(self.text, tuple(way)) is None:
            if self._has_comments(tuple(way)):  # they would go where the value is written anew
                raise StopError(_UNCHANGEABLE, _BY_HAND)
            return self.put(tuple(way), {**find(self.data, tuple(way)), key: [*(there or ()), value]})
        if there is None or section_at(self.text, (*route, 0)):
            inside = [each for each in sections(self.text) if each.route[: len(way)] == tuple(way)]
            name = ".".join(str(step) for step in route if isinstance(step, str))
            return self._now(_with_lines(self.text, inside[-1], f"[[{name}]]", value), new, value)
        return self._now(_with_element(self.text, new, written(value)), new, value)

    def _has_comments(self, route: Route) -> bool:
        """Tell a value that has comments in it."""
        start, end = offsets(self.text, Positions(self.text).value(route))
        return has_comment(self.text[start:end])

    def remove(self, route: Route) -> "Amended":
        """Take out a key, or an element of an array, with its lines."""
        *way, last = route
        found = [each for each in sections(self.text) if each.route[: len(route)] == route]
        if found:
            text = self.text
            for each in reversed(found):
                text = _without_section(text, each)
        elif pairs := pairs_at(self.text, route):
            text = self.text
            for pair in reversed(pairs):
                text = text[: text.rfind("\n", 0, pair.start) + 1] + text[pair.line_end + 1 :]
        elif len(find(self.data, tuple(way))) == 1 and not self._has_comments(tuple(way)):
            return self.remove(tuple(way))  # a list or a table in a line, of which nothing would stay
        elif isinstance(last, int):
            text = edit(self.text, edits_for(Remove(route), route, START, self.text))
        else:
            table = find(self.data, tuple(way))
            return self.put(tuple(way), {key: value for key, value in table.items() if key != last})
        return self._now(text, route, None)

    def _now(self, text: str, route: Route, value: object) -> "Amended":
        """Return the new text when it says just what was meant."""
        data = deepcopy(dict(self.data))
        _set(data, route, value)
        if _pruned(after := toml.parse(text)) != _pruned(data) or not isinstance(after, dict):
            raise StopError(_UNCHANGEABLE, _BY_HAND)
        return Amended(text, after)


def find(data: Any, route: Route) -> Any:
    """Return what stands at a route, None where nothing does."""
    for step in route:
        is_there = step in data if isinstance(data, dict) else isinstance(step, int) and step < len(data)
        if not is_there:
            return None
        data = data[step]
    return data


def written(value: object) -> str:
    """Write a value as TOML, on one line."""
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case dict():
            return f"{{ {', '.join(f'{key} = {written(each)}' for key, each in value.items())} }}" if value else "{}"
        case list():
            return f"[{', '.join(map(written, value))}]"
        case _:
            return toml.value(str(value))


def _set(data: Any, route: Route, value: object) -> None:
    """Do to plain values what is done to the text; None takes out."""
    way, last = route[:-1], route[-1]
    for step, after in zip(way, route[1:], strict=True):
        data = find(data, (step,)) or data.setdefault(step, [] if isinstance(after, int) else {})
    if value is None:
        del data[last]
    elif isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value


def _pruned(data: Any) -> Any:
    """Leave out what is empty at the top: a table without keys says as much as none."""
    return {key: value for key, value in data.items() if value not in ({}, [])} if isinstance(data, dict) else data


def _rank(model: Any, key: str) -> int:
    names = list(model.model_fields)
    return names.index(key) if key in names else len(names)


def _with_pair(text: str, way: Route, key: str, value: object) -> str:
    """Write a pair into a table: after those that come before it in the usual order."""
    section = section_at(text, way) or Section((), ())
    model = TABLES[str(way[0])] if way else Meeting
    before = [each for each in section.pairs if _rank(model, key_of(each)) < _rank(model, key)]
    after = before or (section.statements[:1] if way else section.pairs)
    place = after[-1].line_end + 1 if after else len(schema_line_of(text))
    return _inserted(text, place, f"{key} = {written(value)}")


def _with_section(text: str, header: str, key: str, values: Any) -> str:
    """Write a table of its own: after those that come before it in the usual order."""
    rank = _RANKS[key]
    every = sections(text)
    same = [each for each in every if each.route[:1] == (key,)]
    before = same or [each for each in every if not each.route or _RANKS.get(str(each.route[0]), rank) < rank]
    return _with_lines(text, before[-1], header, values)


def _with_lines(text: str, section: Section, header: str, values: Mapping[str, Any]) -> str:
    """Write a table behind another."""
    place = end_of(text, section)
    lines = ["", header, *(f"{name} = {written(each)}" for name, each in values.items())]
    rest = text[place:].lstrip(" \t\r")
    return _inserted(text, place, *lines, *([""] if rest and not rest.startswith("\n") else []))


def _with_element(text: str, route: Route, value: str) -> str:
    """Write an element at the end of an array: on a line of its own where the last one has that."""
    positions = Positions(text)
    closing = offsets(text, positions.value(route[:-1]))[1]
    if not route[-1]:
        is_alone = not text[text.rfind("\n", 0, closing) + 1 : closing - 1].strip()
        return f"{text[: closing - 1]}{f'  {value},{newline(text)}' if is_alone else value}{text[closing - 1 :]}"
    start, end = offsets(text, positions.value((*route[:-1], int(route[-1]) - 1)))
    first, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if text[first:start].strip() or line_end < 0 or line_end > closing:
        return f"{text[:end]}, {value}{text[end:]}"
    has_comma = text[end:].lstrip(" \t").startswith(",")
    line = f"{text[first:start]}{value}{',' if has_comma else ''}"
    beginning = f"{text[:end]}{'' if has_comma else ','}{text[end : line_end + 1]}"
    return f"{beginning}{line}{newline(text)}{text[line_end + 1 :]}"


def _without_section(text: str, section: Section) -> str:
    """Take out the lines of a table, and an empty one behind it unless a comment above would touch what follows."""
    start = text.rfind("\n", 0, section.statements[0].start) + 1
    last = [section.statements[0], *section.pairs][-1]
    before, rest = text[:start], text[last.line_end + 1 :]
    above = before.removesuffix("\n").rpartition("\n")[2].strip()
    if not rest.strip():  # the last: no empty line stays at the end
        return before.rstrip() + newline(text)
    blank, end, others = rest.partition("\n")
    return before + (others if end and not above and not blank.strip() else rest)


def _inserted(text: str, place: int, *lines: str) -> str:
    """Write lines at the beginning of a line, or past the end."""
    end = newline(text)
    is_line = not place or (place <= len(text) and text[:place].endswith("\n"))
    before = text[:place] if is_line else f"{text}{end}"
    return before + "".join(line.replace("\n", end) + end for line in lines) + text[place:]
