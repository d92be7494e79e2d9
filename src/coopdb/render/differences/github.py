"""What a change means as notices of GitHub Actions, a record each; the step's summary has all of it as Markdown."""

from collections.abc import Iterator

from coopdb.render.annotation import annotation
from coopdb.render.screen import Screen
from coopdb.report.report import Report

ENDINGS = (".txt",)
_SHOWN = 9  # GitHub shows ten notices of a step


def render(report: Report, _: Screen) -> str:
    """Write a notice a record, at most nine, and one with the counts."""
    return "".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    told = [section for section in report.sections if section.items]
    for section in told[:_SHOWN]:
        yield annotation("notice", "\n".join(item.text for item in section.items), title=section.title)
    more = [f"… {len(told) - _SHOWN}"] if len(told) > _SHOWN else []
    yield annotation("notice", "\n".join([*more, *report.footer]), title=report.title)
