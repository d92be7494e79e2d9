"""Chooses the chart of a table of counts by its shape, where the user does not."""

from importlib import import_module

from coopdb.errors import usage_error
from coopdb.query.table import ChartKind, Table
from coopdb.render.svg.chart_data import ChartData, chart_data
from coopdb.render.svg.frame import IN_FILE, Placement
from coopdb.render.svg.palette import SERIES


def draw_table(table: Table, placement: Placement = IN_FILE) -> str:
    """Draw a table of counts as the chart that is asked for, else as the one for its shape.

    Raise a usage error for a table that has no numbers, or not those of the chart.
    """
    data = chart_data(table)
    if not data.columns:
        raise usage_error("this table has no numbers to draw", "use another `--format`")
    if table.chart:
        _check(table.chart, data)
    chart: str = import_module(f"coopdb.render.charts.{table.chart or chart_of(data)}").draw(table, placement)
    return chart


def chart_of(data: ChartData) -> ChartKind:
    """Return the chart for a shape: lines for a few series over periods, bars for one number a row, else a heat map."""
    down, across = data.is_periods
    if data.is_single:
        return "lines" if down and len(data.rows) > 1 else "bars"
    series = len(data.columns if down else data.rows)
    return "lines" if down != across and series <= SERIES else "heatmap"


def _check(kind: ChartKind, data: ChartData) -> None:
    """Refuse a chart that cannot show what a table has."""
    if kind == "lines" and not any(data.is_periods):
        raise usage_error("`--chart lines` needs periods", "count by year, half, quarter, month or decade")
    if kind == "bars" and not data.is_single:
        raise usage_error("`--chart bars` shows one dimension", "leave one out, or use `--chart heatmap`")
    if kind == "heatmap" and data.is_single:
        raise usage_error("`--chart heatmap` needs two dimensions", "name one for the columns too")
