"""A difference between two versions of the records as a report that is read."""

from collections.abc import Iterable

from coopdb.record.values import Language
from coopdb.report.difference import UNITS, Difference
from coopdb.report.report import Report, ReportItem, ReportSection
from coopdb.report.wording import Wording
from coopdb.vocabulary.vocabularies import packaged_vocabularies

_SHORT = 10  # characters of a commit's name


def change_report(difference: Difference, language: Language, day: str, *, is_public: bool = False) -> Report:
    """Put each record that differs under a heading, then what cannot be compared; the counts are the footer."""
    wording = Wording(packaged_vocabularies(), language)
    head = difference.head[:_SHORT] or wording.say("diff.here")
    sections = tuple(
        ReportSection("record", f"{each.heading} ({each.record})", _items(item.text for item in each.items))
        for each in difference.records
    )
    nothing = ReportSection("nothing", "", empty=wording.say("diff.none"))
    broken = _items(f"{path} ({wording.say(f'diff.side.{side}')})" for path, side in difference.broken)
    if broken:
        sections = (*sections, ReportSection("broken", wording.say("diff.broken"), broken))
    return Report(
        wording.say("diff.title"),
        wording.say("diff.span", base=difference.base[:_SHORT], head=head),
        day,
        language,
        sections or (nothing,),
        (_counted(difference, wording), *([wording.say("note.not-public")] if is_public else [])),
        _document(difference, day),
    )


def _items(texts: Iterable[str]) -> tuple[ReportItem, ...]:
    """Make items of texts; the record that each rests on is in the heading."""
    return tuple(ReportItem(text, ()) for text in texts)


def _counted(difference: Difference, wording: Wording) -> str:
    """Say in one line what the change does to counts."""
    changed = [
        wording.say(f"diff.count.{unit}", change=f"{difference.counts[unit]:+}".replace("-", "−"))
        for unit in UNITS
        if difference.counts[unit]
    ]
    return wording.say("diff.counts", counts=wording.listed(changed)) if changed else wording.say("diff.counts.none")


def _document(difference: Difference, day: str) -> dict[str, object]:
    items = [item for each in difference.records for item in each.items]
    return {
        "version": 1,
        "report": "diff",
        "on": day,
        "base": difference.base,
        "head": difference.head or None,
        "items": [{**item._asdict(), "route": [*item.route]} for item in items],
        "broken": [{"path": path, "side": side} for path, side in difference.broken],
        "counts": dict(difference.counts),
    }
