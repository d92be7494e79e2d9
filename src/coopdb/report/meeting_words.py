"""A meeting in two lines: when and where, with whom and how high; and about what."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from coopdb.report.meetings import MeetingFacts
from coopdb.report.report import ReportItem
from coopdb.report.tracks import TrackStep
from coopdb.report.wording import Wording, sentence
from coopdb.store.star.engine import Star

_MOST_TOPICS, _MOST_OTHERS = 6, 4
_DETAILS = "SELECT kind, level, host_event, city, host, session FROM meetings WHERE meeting = ?"
_TOPICS = "SELECT topic, stage FROM topics WHERE meeting = ? ORDER BY rowid"


def meeting_items(
    star: Star, meetings: Iterable[MeetingFacts], wording: Wording, known: Collection[str] = ()
) -> Iterator[ReportItem]:
    """Yield two items a meeting; the parties are named beside those that are `known`."""
    for each in meetings:
        (details,) = star.connection.execute(_DETAILS, (each.number,))
        fields = {"date": each.date, "record": each.id, "parties": [*each.parties]}
        others = [party for party in each.parties if party not in known]
        yield ReportItem(_when(each, details, others, wording), (each.id,), fields=fields)
        yield ReportItem(_about(star, each, wording), (each.id,), fields={"title": each.title})


def _when(each: MeetingFacts, details: tuple[Any, ...], others: Sequence[str], wording: Wording) -> str:
    """Say when and where; of what kind and level; with whom, and on what occasion."""
    kind, level, event, city, host, session = details
    where = filter(None, (wording.day(each.date), city, host and wording.party(host)))
    how = (
        each.series if others != [*each.parties] else None,  # a brief of a series has it for its title
        session and wording.say("meeting.session", session=session),
        wording.value("kind", kind),
        level and wording.value("level", level),
        _with(others, each, wording) if others else None,
        event and wording.say("meeting.margins", event=event),
    )
    comma = wording.say("meeting.comma")
    return sentence(wording.say("meeting.line", where=comma.join(where), how=comma.join(filter(None, how))))


def _with(others: Sequence[str], each: MeetingFacts, wording: Wording) -> str:
    """Name the others, or all where none is known; or say how many they are."""
    is_all = len(others) == len(each.parties)
    if len(others) > _MOST_OTHERS:
        return wording.counted("meeting.parties" if is_all else "meeting.with-many", len(others))
    named = wording.listed(map(wording.party, others))
    return named if is_all else wording.say("meeting.with", parties=named)


def _about(star: Star, each: MeetingFacts, wording: Wording) -> str:
    """Say which topics reached which stage, the furthest first."""
    steps = [(topic, TrackStep(stage, each)) for topic, stage in star.connection.execute(_TOPICS, (each.number,))]
    steps.sort(key=lambda step: -step[1].rank)
    stages: dict[str, list[str]] = {}
    for topic, step in steps[:_MOST_TOPICS]:
        stages.setdefault(step.stage, []).append(wording.topic(topic))
    parts = [
        wording.say("meeting.stage", stage=wording.value("stage", stage), topics=wording.listed(topics))
        for stage, topics in stages.items()
    ]
    if len(steps) > _MOST_TOPICS:
        parts.append(wording.counted("meeting.more", len(steps) - _MOST_TOPICS))
    return sentence(wording.say("meeting.semicolon").join(parts))
