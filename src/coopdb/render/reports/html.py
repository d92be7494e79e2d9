"""A report as a web page of its own, one page of paper where it fits: no network, no scripts."""

from collections.abc import Iterator
from html import escape as escape_html
from itertools import groupby
from string import Template

from coopdb.render.citing import is_web
from coopdb.render.screen import Screen
from coopdb.render.svg.figure import figure_of_timeline
from coopdb.render.xml import xml_for
from coopdb.report.report import SOURCES, Report, ReportItem, ReportSection
from coopdb.report.wording import is_right_to_left
from coopdb.text import visible
from coopdb.vocabulary.tables import DATA

ENDINGS = (".html", ".htm")
_PAGE = DATA / "reports" / "page.html"


def render(report: Report, screen: Screen) -> str:
    """Write the sections; a number in brackets is a link to its source."""
    figure = figure_of_timeline(report.timeline)
    page = Template(_PAGE.read_text(encoding="utf-8")).substitute(
        language=report.language,
        direction="rtl" if is_right_to_left(report.language) else "ltr",
        title=_text(report.title),
        subtitle=_text(report.subtitle),
        chart=figure.html,
        style=figure.style,
        sections="\n".join(_section(each, report) for each in report.sections),
        footer="".join(f"<p>{_text(note)}</p>\n" for note in report.footer),
    )
    return xml_for(page, screen)


def _text(text: str) -> str:
    return escape_html(visible(text), quote=True)


def _section(section: ReportSection, report: Report) -> str:
    inner = "\n".join(_content(section, report))
    heading = f"<h2>{_text(section.title)}</h2>\n" if section.title else ""
    return f'<section class="{section.key}">\n{heading}{inner}\n</section>'


def _content(section: ReportSection, report: Report) -> Iterator[str]:
    if section.lines:
        yield '<p class="line"></p>\n' * section.lines
    elif not section.items:
        yield f'<p class="none">{_text(section.empty)}</p>'
    for heading, items in groupby(section.items, key=lambda item: item.heading):
        if heading:
            yield f"<h3>{_text(heading)}</h3>"
        yield "<ul>\n" + "\n".join(_item(section, item, report) for item in items) + "\n</ul>"


def _item(section: ReportSection, item: ReportItem, report: Report) -> str:
    numbers = [report.numbers[each] for each in item.records]
    if section.key == SOURCES:
        text = f'<a href="{_text(item.url)}">{_text(item.text)}</a>' if is_web(item.url) else _text(item.text)
        return f'<li id="source-{numbers[0]}"><bdi>[{numbers[0]}]</bdi> <bdi>{text}</bdi></li>'
    if not numbers:
        return f"<li>{_text(item.text)}</li>"
    links = ", ".join(f'<a href="#source-{number}">{number}</a>' for number in sorted(set(numbers)))
    return f"<li>{_text(item.text)} <sup>[{links}]</sup></li>"
