"""A record for reading in a terminal or a pipe."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from coopdb.render.record_view import RecordView, facts, sections
from coopdb.render.screen import Screen, paint
from coopdb.report.wording import sentence
from coopdb.text import visible

ENDINGS = (".txt",)


def render(sheets: Sequence[RecordView], screen: Screen) -> str:
    """Write title, facts, summary and sections; folded to the width of a terminal, whole lines in a pipe."""
    return "\n".join("".join(f"{line}\n" for line in _lines(sheet, screen)) for sheet in sheets)


def _lines(sheet: RecordView, screen: Screen) -> Iterator[str]:
    entry = sheet.entry
    yield from (paint(line, "bold", screen) for line in _fold(entry.meeting.title, "", screen))
    yield from (paint(line, "cyan", screen) for line in _fold(entry.id, "", screen))
    yield ""
    named = tuple(facts(sheet))
    width = max(len(name) for name, _ in named)
    for name, value in named:
        first, *rest = _fold(value, " " * (width + 2), screen)
        yield paint(name.ljust(width), "dim", screen) + "  " + first.lstrip()
        yield from rest
    if entry.meeting.summary:
        yield ""
        yield from _fold(" ".join(entry.meeting.summary.split()), "", screen)
    for section in sections(sheet):
        yield ""
        yield paint(sentence(section.heading), "bold", screen)
        for heading, *details in section.items:
            yield from _fold(heading, "  ", screen)
            yield from (line for detail in details for line in _fold(detail, "    ", screen))
    if sheet.note:
        yield from ("", *_fold(sheet.note, "", screen))


def _fold(text: str, indent: str, screen: Screen) -> list[str]:
    """Indent a text, and fold it for a terminal; a line of its own stays one where it fits."""
    shown = visible(text)
    if not screen.is_fitted:
        return [indent + shown]
    return wrap(shown, screen.width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False) or [""]
