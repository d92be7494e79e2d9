"""A report as text: folded to eighty columns or less; numbers in brackets refer to the sources at the end."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from coopdb.render.citing import references
from coopdb.render.screen import Screen, paint
from coopdb.report.report import SOURCES, Report, ReportItem, ReportSection
from coopdb.text import visible

ENDINGS = (".txt",)
WIDEST = 80


def render(report: Report, screen: Screen) -> str:
    """Write the title, the sections and the footer."""
    width = min(screen.width, WIDEST)
    lines = [paint(line, "bold", screen) for line in _fold(report.title, width, "")]
    lines += _fold(report.subtitle, width, "")
    for section in report.sections:
        heading = [paint(visible(section.title), "bold", screen)] if section.title else []
        lines += ["", *heading, *_section(section, report, width)]
    lines += ["", *(line for note in report.footer for line in _fold(note, width, ""))] if report.footer else []
    return "".join(f"{line}\n" for line in lines)


def _section(section: ReportSection, report: Report, width: int) -> Iterator[str]:
    if section.lines:
        yield from ["  " + "_" * (width - 2)] * section.lines
    elif not section.items:
        yield from _fold(section.empty, width, "  ")
    for heading, items in groupby(section.items, key=lambda item: item.heading):
        if heading:
            yield from _fold(heading, width, "  ")
        for item in items:
            yield from _fold(_text(section, item, report), width, "    " if heading else "  ")


def _text(section: ReportSection, item: ReportItem, report: Report) -> str:
    marks = references(item.records, report.numbers)
    return f"{marks} {item.text}" if section.key == SOURCES else f"{item.text} {marks}".rstrip()


def _fold(text: str, width: int, indent: str) -> list[str]:
    """Fold a text, the lines after the first further in."""
    inner = indent + "  " if indent else ""
    return wrap(
        visible(text),
        width,
        initial_indent=indent,
        subsequent_indent=inner,
        break_long_words=False,
        break_on_hyphens=False,
    )
