"""A record for reading in a terminal or a pipe."""

from collections.abc import Iterator
from textwrap import wrap

from coopdb.render.records.sheet import facts, sections
from coopdb.render.screen import Screen, paint
from coopdb.store.records import Entry
from coopdb.text import visible


def render(entry: Entry, screen: Screen) -> str:
    """Write title, facts, summary and sections; folded to the width of a terminal, whole lines in a pipe."""
    return "".join(f"{line}\n" for line in _lines(entry, screen))


def _lines(entry: Entry, screen: Screen) -> Iterator[str]:
    yield from (paint(line, "bold", screen) for line in _fold(entry.meeting.title, "", screen))
    yield paint(visible(entry.id), "cyan", screen)
    yield ""
    named = tuple(facts(entry))
    width = max(len(name) for name, _ in named)
    for name, value in named:
        first, *rest = _fold(value, " " * (width + 2), screen)
        yield paint(name.ljust(width), "dim", screen) + "  " + first.lstrip()
        yield from rest
    if entry.meeting.summary:
        yield ""
        yield from _fold(" ".join(entry.meeting.summary.split()), "", screen)
    for section in sections(entry.meeting):
        yield ""
        yield paint(section.heading.capitalize(), "bold", screen)
        for heading, *details in section.items:
            yield from _fold(heading, "  ", screen)
            yield from (line for detail in details for line in _fold(detail, "    ", screen))


def _fold(text: str, indent: str, screen: Screen) -> list[str]:
    """Indent a text, and fold it for a terminal; a line of its own stays one where it fits."""
    shown = visible(text)
    if not screen.is_terminal:
        return [indent + shown]
    return wrap(shown, screen.width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False) or [""]
