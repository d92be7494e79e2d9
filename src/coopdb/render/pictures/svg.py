"""A table of counts as a chart, in an SVG file of its own: by its shape, or as was asked."""

from coopdb.query.table import Table
from coopdb.render.screen import Screen
from coopdb.render.svg.chart_choice import draw_table
from coopdb.render.xml import xml_for

ENDINGS = (".svg",)
NEEDS_HEADER = True


def render(table: Table, screen: Screen) -> str:
    """Draw the chart."""
    return xml_for(draw_table(table), screen)
