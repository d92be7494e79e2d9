"""A chart as the figure of a page of its own, and the style that it needs there."""

from typing import NamedTuple

from coopdb.query.table import Table
from coopdb.render.svg.chart_choice import chart_of, draw_table
from coopdb.render.svg.chart_data import chart_data
from coopdb.render.svg.frame import Placement
from coopdb.render.svg.palette import page_style
from coopdb.report.timeline import Timeline

_IN_PAGE = Placement(is_standalone=False)


class Figure(NamedTuple):
    """The figure as HTML, and the rules of its style; both are nothing where there is none."""

    html: str = ""
    style: str = ""


def figure_of_table(table: Table) -> Figure:
    """Draw what the page of a table has beside it: its timeline, or its chart. The page itself is a heat map."""
    if isinstance(table.timeline, Timeline):
        return figure_of_timeline(table.timeline)
    if table.chart is None and not _has_chart(table):
        return Figure()
    return _figure(draw_table(table, _IN_PAGE))


def _has_chart(table: Table) -> bool:
    """Tell whether a table is of counts that a chart shows better than shaded cells."""
    if not (isinstance(table.document, dict) and "row_keys" in table.document):
        return False
    data = chart_data(table)
    return bool(data.rows) and chart_of(data) != "heatmap"


def figure_of_timeline(timeline: Timeline | None) -> Figure:
    """Draw a timeline that has something on it."""
    if timeline is None or not any(lane.events for lane in timeline.lanes):
        return Figure()
    from coopdb.render.charts import timeline as chart

    paper = "" if timeline.for_paper else "@media print { figure { display: none; } }\n"
    return _figure(chart.draw(timeline, _IN_PAGE), paper)


def _figure(svg: str, more: str = "") -> Figure:
    style = f"figure {{ margin: 1rem 0; break-inside: avoid; overflow-x: auto; }}\n{more}{page_style()}\n"
    return Figure(f"<figure>\n{svg}</figure>\n", style)
