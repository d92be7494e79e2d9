"""The timelines of reports: of a pair or a series, of the way of topics, and of what does not come."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from coopdb.query.selection import Selection
from coopdb.report.commitments import CommitmentLine, commitment_lines, commitment_order
from coopdb.report.days import date_of
from coopdb.report.documents import DocumentLine, document_lines, document_order
from coopdb.report.meetings import MeetingFacts
from coopdb.report.parties import Subject
from coopdb.report.timeline import Timeline, TimelineEvent, TimelineLane
from coopdb.report.tracks import Track
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

if TYPE_CHECKING:
    from coopdb.report.silences import Silence

_MOST_TOPICS = 15


def subject_timeline(
    star: Star, selection: Selection, wording: Wording, subject: Subject, meetings: Iterable[MeetingFacts]
) -> Timeline:
    """Show the meetings, held and planned, of parties or a series, their documents and their commitments."""
    documents, commitments = document_lines(star, selection), commitment_lines(star, selection)
    timeline = outcomes_timeline(star, wording, subject.title(wording), meetings, documents, commitments)
    return timeline._replace(for_paper=False)  # a brief is one sheet


def outcomes_timeline(
    star: Star,
    wording: Wording,
    title: str,
    meetings: Iterable[MeetingFacts],
    documents: Iterable[DocumentLine],
    commitments: Iterable[CommitmentLine],
) -> Timeline:
    """Show meetings, documents and commitments that are at hand."""
    documents, commitments = sorted(documents, key=document_order), sorted(commitments, key=commitment_order)
    lanes = (
        TimelineLane(wording.say("timeline.meetings"), "circle", tuple(_meetings(meetings, wording))),
        TimelineLane(
            wording.say("timeline.documents"), "square", tuple(_document(each, wording) for each in documents)
        ),
        TimelineLane(
            wording.say("timeline.commitments"), "diamond", tuple(_commitment(each, wording) for each in commitments)
        ),
    )
    return _timeline(title, star, wording, lanes)


def _timeline(title: str, star: Star, wording: Wording, lanes: tuple[TimelineLane, ...], *notes: str) -> Timeline:
    day = wording.say("report.on", day=wording.day(star.day))
    return Timeline(title, star.day, day, lanes, (*notes, wording.say("timeline.legend"), day), wording.language)


def _event(date: str, text: str, details: Iterable[str | None], wording: Wording) -> TimelineEvent:
    """Make an event of a partial date; its title has the date and the details too."""
    day = date_of(date)
    title = wording.say("meeting.comma").join(filter(None, (text, wording.day(date), *details)))
    return TimelineEvent(day.earliest.isoformat(), day.latest.isoformat(), text, title)


def _meetings(meetings: Iterable[MeetingFacts], wording: Wording) -> Iterator[TimelineEvent]:
    for each in meetings:
        if each.is_selected:
            said = [None if each.is_held else wording.value("status", each.status), each.id]
            yield _event(each.date, each.title, said, wording)._replace(is_hollow=not each.is_held)


def _document(line: DocumentLine, wording: Wording) -> TimelineEvent:
    state = wording.value("document-state", line.state)
    event = _event(line.signed_on or line.date, line.name(wording), (state, line.record), wording)
    return event._replace(until=_last_day(line.expires), is_hollow=line.state == "unsigned")


def _commitment(line: CommitmentLine, wording: Wording) -> TimelineEvent:
    due = line.due and wording.say("brief.due", day=wording.day(line.due))
    state = wording.say("brief.overdue") if line.is_overdue else wording.value("state", line.state)
    event = _event(line.date, line.text, (due, state, line.record), wording)
    return event._replace(until=_last_day(line.due), is_hollow=not line.is_closed, is_alarm=line.is_overdue)


def _last_day(date: str | None) -> str:
    return date_of(date).latest.isoformat() if date else ""


def tracks_timeline(
    star: Star, wording: Wording, title: str, tracks: Sequence[Track], named: Sequence[str]
) -> Timeline:
    """Show the stages of topics, those spoken of last; `named` are the names of the tracks."""
    latest = sorted(range(len(tracks)), key=lambda place: tracks[place].steps[-1].meeting.earliest, reverse=True)
    lanes = tuple(
        TimelineLane(named[place], "circle", tuple(_steps(tracks[place], wording))) for place in latest[:_MOST_TOPICS]
    )
    more = len(tracks) - len(lanes)
    return _timeline(title, star, wording, lanes, *([wording.say("timeline.more-topics", number=more)] if more else []))


def _steps(track: Track, wording: Wording) -> Iterator[TimelineEvent]:
    for step in track.steps:
        event = _event(step.meeting.date, wording.value("stage", step.stage), (step.meeting.id,), wording)
        yield event._replace(is_hollow=step.rank < 0)


def silences_timeline(star: Star, wording: Wording, lines: "Iterable[Silence]", title: str) -> Timeline:
    """Show since when nothing came, and until when it usually comes, or was to come."""
    lanes: dict[str, list[TimelineEvent]] = {}
    for line in lines:
        lanes.setdefault(line.what, []).append(_silence(line, wording))
    return _timeline(
        title,
        star,
        wording,
        tuple(TimelineLane(wording.value("silence", what), "circle", tuple(events)) for what, events in lanes.items()),
    )


def _silence(line: "Silence", wording: Wording) -> TimelineEvent:
    who = line.key if line.what == "series" else wording.parties(line.parties)
    event = _event(line.last, who, (line.last_record,), wording)
    until = _last_day(line.expected)
    if line.usual_days is not None:
        until = (date_of(line.last).earliest + timedelta(days=round(line.usual_days))).isoformat()
    return event._replace(until=max(until, event.last) if until else "", is_alarm=line.is_late)
