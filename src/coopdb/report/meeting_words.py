"""A meeting in two lines: when and where, with whom and how high; and about what."""

from collections.abc import Iterable, Iterator
from typing import Any

from coopdb.report.meetings import MeetingFacts
from coopdb.report.report import ReportItem
from coopdb.report.tracks import Step
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

_MOST_TOPICS = 6
_DETAILS = "SELECT kind, level, host_event, city, host, session FROM meetings WHERE meeting = ?"
_TOPICS = "SELECT topic, stage FROM topics WHERE meeting = ? ORDER BY rowid"


def meeting_items(star: Star, meetings: Iterable[MeetingFacts], wording: Wording) -> Iterator[ReportItem]:
    """Yield two items a meeting."""
    for each in meetings:
        (details,) = star.connection.execute(_DETAILS, (each.number,))
        fields = {"date": each.date, "record": each.id, "parties": [*each.parties]}
        yield ReportItem(_when(each, details, wording), (each.id,), fields=fields)
        yield ReportItem(_about(star, each, wording), (each.id,), fields={"title": each.title})


def _when(each: MeetingFacts, details: tuple[Any, ...], wording: Wording) -> str:
    """Say when and where, who, and at what level."""
    kind, level, event, city, host, session = details
    where = ", ".join(filter(None, (city, host and wording.party(host))))
    parts = (
        wording.day(each.date),
        where,
        event and wording.say("meeting.margins", event=event),
        wording.parties(each.parties),
        wording.value("kind", kind),
        level and wording.value("level", level),
        session and wording.say("meeting.session", session=session),
    )
    return wording.say("meeting.comma").join(filter(None, parts))


def _about(star: Star, each: MeetingFacts, wording: Wording) -> str:
    """Say which topics reached which stage, the furthest first."""
    steps = [(topic, Step(stage, each)) for topic, stage in star.connection.execute(_TOPICS, (each.number,))]
    steps.sort(key=lambda step: -step[1].rank)
    stages: dict[str, list[str]] = {}
    for topic, step in steps[:_MOST_TOPICS]:
        stages.setdefault(step.stage, []).append(wording.topic(topic))
    parts = [
        wording.say("meeting.stage", stage=wording.value("stage", stage), topics=wording.listed(topics))
        for stage, topics in stages.items()
    ]
    if more := len(steps) - _MOST_TOPICS:
        parts += [wording.counted("meeting.more", more)] if more > 0 else []
    return wording.say("meeting.semicolon").join(parts)
