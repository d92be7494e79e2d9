"""A record as Markdown, for a page or a message."""

from collections.abc import Iterator

from coopdb.render.markdown import escape
from coopdb.render.records.sheet import facts, sections
from coopdb.render.screen import Screen
from coopdb.store.records import Entry


def render(entry: Entry, _: Screen) -> str:
    """Write a heading, the facts as a list, the summary and the sections."""
    return "\n".join(_lines(entry)) + "\n"


def _lines(entry: Entry) -> Iterator[str]:
    yield f"# {escape(entry.meeting.title)}"
    yield ""
    yield from (f"- **{name}**: {escape(value)}" for name, value in facts(entry))
    if entry.meeting.summary:
        yield ""
        yield escape(" ".join(entry.meeting.summary.split()))
    for section in sections(entry.meeting):
        yield ""
        yield f"## {section.heading.capitalize()}"
        yield ""
        for heading, *details in section.items:
            yield f"- {escape(heading)}"
            yield from (f"  - {escape(detail)}" for detail in details)
