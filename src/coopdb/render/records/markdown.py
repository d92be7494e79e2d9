"""A record as Markdown, for a page or a message."""

from collections.abc import Iterator, Sequence

from coopdb.render.markdown import escape
from coopdb.render.record_view import RecordView, facts, sections
from coopdb.render.screen import Screen
from coopdb.report.wording import sentence

ENDINGS = (".md",)


def render(sheets: Sequence[RecordView], _: Screen) -> str:
    """Write a heading, the facts as a list, the summary and the sections."""
    return "\n".join("".join(f"{line}\n" for line in _lines(sheet)) for sheet in sheets)


def _lines(sheet: RecordView) -> Iterator[str]:
    entry = sheet.entry
    yield f"# {escape(entry.meeting.title)}"
    yield ""
    yield from (f"- **{name}**: {escape(value)}" for name, value in facts(sheet))
    if entry.meeting.summary:
        yield ""
        yield escape(" ".join(entry.meeting.summary.split()))
    for section in sections(sheet):
        yield ""
        yield f"## {sentence(section.heading)}"
        yield ""
        for heading, *details in section.items:
            yield f"- {escape(heading)}"
            yield from (f"  - {escape(detail)}" for detail in details)
    if sheet.note:
        yield from ("", escape(sheet.note))
