"""A table as a web page of its own: no network, accessible, shaded with a legend, sorted by a click, fit to print."""

from collections.abc import Iterator
from html import escape as escape_html
from pathlib import Path
from string import Template

from coopdb.query.table import Column, Table, Value
from coopdb.render.screen import Screen
from coopdb.render.tables.cells import for_people, word
from coopdb.render.tables.shading import Shading
from coopdb.text import visible
from coopdb.vocabulary.places import places_of

_PAGE = Path(__file__).parents[2] / "data" / "page.html"


def render(table: Table, _: Screen) -> str:
    """Write the columns for people, the legend of the shades, and the footer below."""
    columns, rows = for_people(table)
    shading = Shading(table, columns, rows)
    has_foot = table.has_totals and bool(rows)
    body = rows[:-1] if has_foot else rows
    parts = ["<thead>", _header(columns), "</thead>", "<tbody>"]
    parts += [_row(line, row, table, columns, shading) for line, row in enumerate(body)]
    parts.append("</tbody>")
    if has_foot:
        parts += ["<tfoot>", _row(len(rows) - 1, rows[-1], table, columns, shading), "</tfoot>"]
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        title=_text(table.title or "Meetings"),
        table="\n".join(parts) + "\n",
        legend="".join(_legend(shading)),
        footer="".join(f"<p>{_text(note)}</p>\n" for note in table.footer),
    )


def _text(text: str) -> str:
    return escape_html(visible(text), quote=True)


def _header(columns: list[Column]) -> str:
    cells = (
        f'<th scope="col"{_class(column)}><button type="button">{_text(column.header or column.kind)}</button></th>'
        for column in columns
    )
    return f"<tr>{''.join(cells)}</tr>"


def _class(column: Column, *others: str) -> str:
    names = [*({"count": ["n"], "code": ["key"]}.get(column.kind, [])), *others]
    if column.is_margin:
        names.append("margin")
    return f' class="{" ".join(names)}"' if names else ""


def _row(line: int, row: list[Value], table: Table, columns: list[Column], shading: Shading) -> str:
    cells = (_cell(line, number, value, table, columns[number], shading) for number, value in enumerate(row))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(line: int, number: int, value: Value, table: Table, column: Column, shading: Shading) -> str:
    level = shading.level(line, number)
    shade = [f"h{level}"] if level is not None else ["zero"] if value == 0 else []
    classes = _class(column, *shade)
    if column.kind == "count":
        return f'<td{classes} data-value="{value}">{_text(word(value, "0"))}</td>'
    tag, scope = ("th", ' scope="row"') if number < table.stubs else ("td", "")
    return f'<{tag}{scope}{classes} dir="auto">{_marked(word(value, "0"), table.marks)}</{tag}>'


def _marked(text: str, marks: tuple[str, ...]) -> str:
    """Mark what was asked for; of two that overlap, the first."""
    found = sorted(place for mark in marks for place in places_of(text, mark))
    parts, done = [], 0
    for start, end in found:
        if start >= done:
            parts += [_text(text[done:start]), f"<mark>{_text(text[start:end])}</mark>"]
            done = end
    return "".join([*parts, _text(text[done:])])


def _legend(shading: Shading) -> Iterator[str]:
    """Say which counts or percentages each shade stands for."""
    ranges = list(shading.ranges())
    if ranges:
        yield '<ul class="legend" aria-label="Shades">\n'
        for level, first, last in ranges:
            words = dict.fromkeys((word(first, "0"), word(last, "0")))
            yield f'<li class="h{level}">{"–".join(words)}</li>\n'
        yield "</ul>\n"
