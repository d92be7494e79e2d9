"""The sources at the end of a report: what each record that it rests on is known from."""

from collections.abc import Sequence

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
    first: dict[str, tuple[str | None, ...]] = {}
    for start in range(0, len(records), _MOST):
        some = tuple(records[start : start + _MOST])
        for record, *parts in star.connection.execute(_SQL.format(marks=", ".join("?" * len(some))), some):
            first.setdefault(record, tuple(parts))
    items = tuple(_item(each, first[each], wording) for each in records)
    return ReportSection(SOURCES, wording.say("sources.title"), items, wording.say("sources.none"))


def _item(record: str, parts: tuple[str | None, ...], wording: Wording) -> ReportItem:
    """Name the record, who published its source, else the title of that, and when."""
    publisher, title, published, url = parts
    source = ", ".join(filter(None, (publisher or title, published and wording.day(published))))
    text = ": ".join(filter(None, (record, source)))
    return ReportItem(text, (record,), fields={"url": url}, url=url or "")
