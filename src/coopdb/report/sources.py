"""The sources at the end of a report: what each record that it rests on is known from."""

from collections.abc import Iterator, Sequence

from coopdb.report.report import SOURCES, ReportItem, ReportSection
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

_MOST = 500  # values in one statement
_SQL = """
SELECT meetings.id, sources.publisher, sources.title, sources.published, sources.url
FROM meetings LEFT JOIN sources ON sources.meeting = meetings.meeting WHERE meetings.id IN ({marks})
"""


def sources_section(star: Star, records: Sequence[str], wording: Wording) -> ReportSection:
    """Tell of each record its id and its first source."""
    first: dict[str, str] = {}
    for start in range(0, len(records), _MOST):
        some = tuple(records[start : start + _MOST])
        for record, *parts in star.connection.execute(_SQL.format(marks=", ".join("?" * len(some))), some):
            first.setdefault(record, ", ".join(_source(parts, wording)))
    items = tuple(ReportItem(": ".join(filter(None, (each, first.get(each)))), (each,)) for each in records)
    return ReportSection(SOURCES, wording.say("sources.title"), items, wording.say("sources.none"))


def _source(parts: Sequence[str | None], wording: Wording) -> Iterator[str]:
    """Yield who published it, else its title; when; and where."""
    publisher, title, published, url = parts
    if name := publisher or title:
        yield name
    if published:
        yield wording.day(published)
    if url:
        yield url
