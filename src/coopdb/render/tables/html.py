"""A table as a web page of its own: no network, accessible, shaded with a legend, sorted by a click, fit to print."""

import re
from collections.abc import Iterator, Sequence
from html import escape as escape_html
from pathlib import Path
from string import Template
from typing import NamedTuple

from coopdb.query.table import Column, Table, Value
from coopdb.render.drawing.cells import for_people, word
from coopdb.render.drawing.shading import Shading
from coopdb.render.screen import Screen
from coopdb.render.svg.figure import figure_of_table
from coopdb.render.xml import xml_for
from coopdb.report.wording import is_right_to_left, screen_word
from coopdb.text import visible
from coopdb.vocabulary.places import places_of

ENDINGS = (".html", ".htm")
NEEDS_HEADER = True

_PAGE = Path(__file__).parents[2] / "data" / "page.html"
_LONGEST_WORD = 40  # of a header; a longer one may be broken
_LONG = rf"(\S{{{_LONGEST_WORD}}})(?=\S)"


class _Grid(NamedTuple):
    """What the parts of a page are made of: the columns for people, the rows, and their shades."""

    table: Table
    columns: list[Column]
    rows: list[list[Value]]
    shading: Shading


def render(table: Table, screen: Screen) -> str:
    """Write the columns for people, the legend of the shades, and the footer below."""
    columns, rows = for_people(table)
    grid = _Grid(table, columns, rows, Shading(table, columns, rows))
    figure = figure_of_table(table)
    page = Template(_PAGE.read_text(encoding="utf-8")).substitute(
        language=table.language,
        direction="rtl" if is_right_to_left(table.language) else "ltr",
        title=_text(table.title or "Meetings"),
        table="\n".join(_parts(grid)) + "\n",
        widths=_widths(grid),
        chart=figure.html,
        style=figure.style,
        legend="".join(_legend(grid.shading, grid.table.language)),
        footer="".join(f"<p>{_text(note)}</p>\n" for note in table.footer),
    )
    return xml_for(page, screen)


def _text(text: str) -> str:
    return escape_html(visible(text), quote=True)


def _widths(grid: _Grid) -> str:
    """Say how wide what names the rows may be: it stays in its place when the table is scrolled sideways."""
    stubs = [number for number in range(grid.table.stubs) if grid.columns[number].kind != "count"]
    longest = [
        max((len(f"{grid.columns[number].kind} ↕"), *(len(word(row[number], "")) for row in grid.rows)))
        for number in stubs
    ]
    names = ("--code", "--label") if len(stubs) > 1 else ("--label",)
    sizes = (f"{name}: min({size} * .62em + 1.2rem, 28rem, 40vw)" for name, size in zip(names, longest, strict=False))
    return f' style="{"; ".join(sizes)}"' if stubs else ""


def _parts(grid: _Grid) -> Iterator[str]:
    """Yield the head, the rows, those that are not values among others, which stay last, and the totals."""
    end = len(grid.rows) - (grid.table.has_totals and bool(grid.rows))
    middle = end - grid.table.asides
    yield f"<thead>\n{_header(grid)}\n</thead>"
    yield _lines("tbody", grid, range(middle))
    if middle < end:
        yield _lines("tbody", grid, range(middle, end))
    if end < len(grid.rows):
        yield _lines("tfoot", grid, range(end, len(grid.rows)))


def _header(grid: _Grid) -> str:
    cells = (
        f'<th scope="col"{_class(grid, number)}><button type="button">'
        f"{_heading(column, grid.table.language)}</button></th>"
        for number, column in enumerate(grid.columns)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _heading(column: Column, language: str) -> str:
    """Word a header; where a word is too long for paper, it may be broken."""
    return "<wbr>".join(map(_text, filter(None, re.split(_LONG, column.header or screen_word(column.kind, language)))))


def _is_stub(grid: _Grid, number: int) -> bool:
    return number < grid.table.stubs and grid.columns[number].kind != "count"


def _class(grid: _Grid, number: int, *others: str) -> str:
    column = grid.columns[number]
    names = [*({"count": ["n"], "code": ["key"]}.get(column.kind, [])), *others]
    names += ["margin"] * column.is_margin + ["stub"] * _is_stub(grid, number)
    return f' class="{" ".join(names)}"' if names else ""


def _lines(tag: str, grid: _Grid, lines: Sequence[int]) -> str:
    rows = ("".join(_cell(grid, line, number) for number in range(len(grid.columns))) for line in lines)
    return "\n".join([f"<{tag}>", *(f"<tr>{row}</tr>" for row in rows), f"</{tag}>"])


def _cell(grid: _Grid, line: int, number: int) -> str:
    value = grid.rows[line][number]
    level = grid.shading.level(line, number)
    shade = [f"h{level}"] if level is not None else ["zero"] if value == 0 else []
    classes = _class(grid, number, *shade)
    if grid.columns[number].kind == "count":
        return f'<td{classes} data-value="{value}">{_text(word(value, "0", grid.table.language))}</td>'
    tag, scope = ("th", ' scope="row"') if _is_stub(grid, number) else ("td", "")
    return (
        f'<{tag}{scope}{classes} dir="auto">{_marked(word(value, "0", grid.table.language), grid.table.marks)}</{tag}>'
    )


def _marked(text: str, marks: tuple[str, ...]) -> str:
    """Mark what was asked for; of two that overlap, the first."""
    found = sorted(place for mark in marks for place in places_of(text, mark))
    parts, done = [], 0
    for start, end in found:
        if start >= done:
            parts += [_text(text[done:start]), f"<mark>{_text(text[start:end])}</mark>"]
            done = end
    return "".join([*parts, _text(text[done:])])


def _legend(shading: Shading, language: str) -> Iterator[str]:
    """Say which counts or percentages each shade stands for."""
    ranges = list(shading.ranges())
    if ranges:
        yield f'<ul class="legend" aria-label="{_text(screen_word("shades", language))}">\n'
        for level, first, last in ranges:
            words = dict.fromkeys(word(each, "0", language) for each in (first, last))
            yield f'<li class="h{level}">{"–".join(words)}</li>\n'
        yield "</ul>\n"
