"""What is said below a table of `search` or `crosstab`, in a language."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from coopdb.query.day import said_of_edition
from coopdb.query.note import Note
from coopdb.report.filter_words import filter_words
from coopdb.report.value_names import dimension_name, dimension_names
from coopdb.report.wording import Wording, sentence
from coopdb.store.star.engine import Star


def note_words(note: str, wording: Wording) -> str:
    """Say a note in a language; a text that does not know what it says stays as it is."""
    if not isinstance(note, Note):
        return note
    if note.key in _LINES:
        return " · ".join(_LINES[note.key](wording, **note.values))
    values = {name: _worded(name, value, wording) for name, value in note.values.items() if name != "number"}
    key = f"note.{note.key}"
    number = note.values.get("number")
    return sentence(wording.say(key, **values) if number is None else wording.counted(key, number, **values))


def edition_words(star: Star, wording: Wording) -> tuple[str, ...]:
    """Say in a language that there may be more than is public, where that is all there is in a star."""
    return tuple(note_words(each, wording) for each in said_of_edition(star))


def _crosstab_line(wording: Wording, number: int, units: str, sides: Iterable[Any], selection: Any) -> Iterator[str]:
    """Yield how many there are, of how many values, and the filters."""
    yield wording.counted(f"counted.{units}", number)
    yield " × ".join(_size(each, wording) for each in sides)
    yield from filter_words(selection, wording)


def _size(side: Any, wording: Wording) -> str:
    key = "value.size-and-others" if side.has_others else "value.size"
    return wording.say(key, name=dimension_name(side.dimension.name, wording), number=wording.number(side.number))


def _search_line(wording: Wording, shown: int, found: int, asked: Iterable[str], selection: Any) -> Iterator[str]:
    """Yield how many meetings there are, the words, and the filters."""
    every = wording.counted("counted.meetings", found)
    yield every if shown == found else wording.say("value.shown", shown=wording.number(shown), found=every)
    yield from (wording.say("diff.quoted", text=each) for each in asked)
    yield from filter_words(selection, wording)


_LINES: Mapping[str, Callable[..., Iterator[str]]] = MappingProxyType(
    {"crosstab": _crosstab_line, "search": _search_line}
)


def _worded(name: str, value: Any, wording: Wording) -> str:
    """Word what stands in a sentence, by what it is."""
    match name:
        case "units":
            return wording.say(f"units.{value}")
        case "least":
            return wording.number(value)
        case "day":
            return wording.day(value)
        case "where":
            return wording.say("filter.or").join(wording.dated(f"note.{side}", day) for side, day in value)
        case _:
            return wording.listed(dimension_names(value, wording))
