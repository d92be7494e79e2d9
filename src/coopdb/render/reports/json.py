"""A report as JSON, in the fixed and versioned shape that `docs/reports.md` describes."""

from coopdb.render.data import dumps, json_for
from coopdb.render.screen import Screen
from coopdb.report.report import Report

ENDINGS = (".json",)
IS_MACHINE = True


def render(report: Report, screen: Screen) -> str:
    """Write the document."""
    return json_for(dumps(report.document, indent=2) + "\n", screen)
