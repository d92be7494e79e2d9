"""A table as Markdown, in the form that GitHub and most readers know."""

from coopdb.query.table import Column, Table
from coopdb.render.drawing.cells import for_people, word
from coopdb.render.markdown import escape
from coopdb.render.screen import Screen

ENDINGS = (".md",)
NEEDS_HEADER = True


def render(table: Table, _: Screen) -> str:
    """Write the columns for people, and the footer as paragraphs below."""
    columns, rows = for_people(table)
    lines = [
        _line([escape(column.header) for column in columns]),
        _line([_rule(column) for column in columns]),
    ]
    lines += [_line([escape(word(value, "0", table.language)) for value in row]) for row in rows]
    return "\n".join([*lines, *(f"\n{escape(note)}" for note in table.footer)]) + "\n"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(column: Column) -> str:
    return "---:" if column.kind == "count" else "---"
