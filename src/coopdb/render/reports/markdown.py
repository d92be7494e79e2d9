"""A report as Markdown, for a page or a message; numbers in brackets refer to the sources at the end."""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from coopdb.render.citing import is_web, references
from coopdb.render.markdown import escape
from coopdb.render.screen import Screen
from coopdb.report.report import SOURCES, Report, ReportItem, ReportSection

ENDINGS = (".md",)


def render(report: Report, _: Screen) -> str:
    """Write a heading, the sections as lists, and the footer."""
    lines = [f"# {escape(report.title)}", "", escape(report.subtitle)]
    for section in report.sections:
        heading = ["", f"## {escape(section.title)}"] if section.title else []
        lines += [*heading, "", *_section(section, report)]
    lines += [line for note in report.footer for line in ("", escape(note))]
    return "".join(f"{line}\n" for line in lines)


def _linked(item: ReportItem) -> str:
    """Make a text a link where it has an address, in which nothing ends the link."""
    safe = quote(item.url, safe=":/?#@!$&'*+,;=%~") if is_web(item.url) else ""
    return f"[{escape(item.text)}]({safe})" if safe else escape(item.text)


def _section(section: ReportSection, report: Report) -> Iterator[str]:
    yield from ["- …"] * section.lines
    if not (section.items or section.lines):
        yield escape(section.empty)
    for heading, items in groupby(section.items, key=lambda item: item.heading):
        if heading:
            yield f"- **{escape(heading)}**"
        for item in items:
            marks = escape(references(item.records, report.numbers))
            text = _linked(item)
            line = f"{marks} {text}" if section.key == SOURCES else f"{text} {marks}".rstrip()
            yield f"{'  ' if heading else ''}- {line}"
