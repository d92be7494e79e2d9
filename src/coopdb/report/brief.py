"""One page before a meeting: when they last met and who, how far topics got, what is owed, what expires, what comes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coopdb.query.selection import Selection
from coopdb.report.agenda import coming_meetings
from coopdb.report.brief_debts import document_items, owed_items
from coopdb.report.brief_people import people_items
from coopdb.report.ledger import document
from coopdb.report.meeting_words import meeting_items
from coopdb.report.meetings import MeetingFacts, all_meetings
from coopdb.report.note_words import edition_words
from coopdb.report.parties import Subject
from coopdb.report.report import Report, ReportItem, ReportSection, at_ends, cited, in_json
from coopdb.report.silences import Silence, find_silences
from coopdb.report.sources import sources_section
from coopdb.report.timelines import subject_timeline
from coopdb.report.tracks import Track, tracks
from coopdb.report.wording import Wording, sentence
from coopdb.store.star.engine import Star

_MOST_TOPICS, _MOST_STAGES, _MOST_AHEAD, _MOST_LATE = 8, 4, 4, 3
_MOST_NAMED = 6  # of the topics that have no line
_OBJECTIVES = 3  # lines to write on


class Grounds(NamedTuple):
    """What every section of a brief is made of; `held` are the meetings of the subject, the last at the end.

    `meetings` are those of all who may fulfil a promise.
    """

    star: Star
    selection: Selection
    wording: Wording
    subject: Subject
    meetings: Sequence[MeetingFacts]
    held: Sequence[MeetingFacts]
    silences: Sequence[Silence]


def brief(
    star: Star, selection: Selection, wording: Wording, subject: Subject, *, has_objectives: bool = False
) -> Report:
    """Tell what is known on the day of the star of one party, of two, or of a series."""
    chosen = subject.narrow(selection)
    meetings = all_meetings(star, chosen, subject.scope)
    held = [each for each in meetings if each.is_held and each.is_selected]
    grounds = Grounds(star, chosen, wording, subject, meetings, held, tuple(find_silences(star, meetings)))
    found = tuple(_sections(grounds))
    blank = (ReportSection("objectives", wording.say("brief.objectives"), lines=_OBJECTIVES),) if has_objectives else ()
    sections = (*found, *blank, sources_section(star, cited(found), wording))
    return Report(
        title=subject.title(wording),
        subtitle=wording.say("brief.on", day=wording.day(star.day)),
        day=star.day,
        language=wording.language,
        sections=sections,
        footer=edition_words(star, wording),
        timeline=subject_timeline(star, chosen, wording, subject, meetings) if wording.has_pictures else None,
        document=document("brief", star.day, chosen, {}, sections=in_json(sections)),
    )


def _sections(grounds: Grounds) -> Iterator[ReportSection]:
    star, chosen, wording, subject, *_ = grounds
    yield _section("last", tuple(_last(grounds)), wording)
    yield _section("people", tuple(people_items(star, chosen, wording, subject)), wording)
    yield _section("topics", tuple(_topics(grounds)), wording)
    yield _section("owed", tuple(owed_items(star, chosen, wording, subject)), wording)
    yield _section("documents", tuple(document_items(star, chosen, wording, subject)), wording)
    yield _section("ahead", tuple(_ahead(grounds)), wording)
    yield _section("rhythm", tuple(_rhythm(grounds)), wording)


def _last(grounds: Grounds) -> Iterator[ReportItem]:
    """Yield the last meeting, and, where others met with the two, the last of just the two of them."""
    star, _, wording, subject, _, held, _ = grounds
    yield from meeting_items(star, held[-1:], wording, subject.parties)
    if held and not subject.is_all(held[-1].parties):
        alone = [each for each in held if subject.is_all(each.parties)]
        heading = sentence(wording.say("brief.alone"))
        for item in meeting_items(star, alone[-1:], wording, subject.parties):
            yield item._replace(heading=heading)


def _section(key: str, items: tuple[ReportItem, ...], wording: Wording) -> ReportSection:
    return ReportSection(key, wording.say(f"brief.{key}"), items, wording.say(f"brief.no-{key}"))


def _topics(grounds: Grounds) -> Iterator[ReportItem]:
    """Yield how far each topic got, the latest first, and how many more there are."""
    wording = grounds.wording
    circles: dict[object, list[MeetingFacts]] = {"all": list(grounds.held)} if grounds.held else {}
    found = sorted(tracks(grounds.star, grounds.selection, circles), key=_latest)
    for each in found[:_MOST_TOPICS]:
        text = wording.say("track.topic", topic=wording.topic(each.topic), way=each.way(wording, _MOST_STAGES))
        yield ReportItem(text, at_ends(each.turns), fields=each.fields())
    if more := found[_MOST_TOPICS:]:
        names = wording.listed(wording.topic(each.topic) for each in more[:_MOST_NAMED])
        key = "brief.more-topics" if len(more) <= _MOST_NAMED else "brief.more-topics-some"
        yield ReportItem(wording.counted(key, len(more), names=names), at_ends(each.records[0] for each in more))


def _latest(track: Track) -> tuple[int, int, str]:
    last = track.steps[-1]
    return -int(last.meeting.earliest.replace("-", "")), -last.rank, track.topic


def _ahead(grounds: Grounds) -> Iterator[ReportItem]:
    """Yield what is planned or promised, and what of it is past its day."""
    wording, star = grounds.wording, grounds.star
    coming = sorted(coming_meetings(star, grounds.meetings, wording), key=lambda line: (line.date, line.record))
    for each in coming[:_MOST_AHEAD]:
        text = wording.dated(f"brief.{each.what}", each.date, text=each.text)
        yield ReportItem(text, (each.record,), fields={"date": each.date, "what": each.what})
    if more := coming[_MOST_AHEAD:]:
        yield ReportItem(wording.counted("brief.more-ahead", len(more)), at_ends(each.record for each in more))
    late = _late(grounds, "next-meeting", "planned")[::-1]  # what was to come last is first
    yield from (_missed(each, grounds) for each in late[:_MOST_LATE])
    if others := late[_MOST_LATE:]:
        yield ReportItem(wording.counted("brief.more-late", len(others)), at_ends(each.last_record for each in others))


def _missed(late: Silence, grounds: Grounds) -> ReportItem:
    """Say that a meeting that was promised or planned is not recorded, and with whom, where that is not clear."""
    wording = grounds.wording
    text = wording.dated(f"brief.late-{late.what}", late.expected or late.last)
    if set(late.parties) != set(grounds.subject.parties):
        text = wording.say("track.topic", topic=wording.parties(late.parties), way=text)
    return ReportItem(text, (late.last_record,), fields=_fields(late))


def _rhythm(grounds: Grounds) -> Iterator[ReportItem]:
    """Yield how often they met, their usual interval, and whether they are late; of one party, with whom it is late."""
    wording, held, subject = grounds.wording, grounds.held, grounds.subject
    if not held:
        return
    text = wording.counted("brief.met-times", len(held), year=held[0].date[:4], day=wording.day(held[-1].date))
    ids = [each.id for each in reversed(held)]
    yield ReportItem(text, at_ends(ids), fields={"meetings": ids})
    if len(subject.parties) == 1:
        for each in _late(grounds, "pair")[:_MOST_LATE]:
            yield _interval(each, wording.say("brief.with", who=wording.parties(each.parties)), wording)
        return
    what = "series" if subject.series else "pair"
    for each in grounds.silences:
        if each.what == what and (what == "pair" or each.key == subject.series):
            is_alone = what == "pair" and len(each.records) < len(held)  # others met with them, too
            yield _interval(each, wording.say("brief.alone") if is_alone else "", wording)


def _late(grounds: Grounds, *kinds: str) -> list[Silence]:
    found = (each for each in grounds.silences if each.is_late and each.what in kinds)
    return sorted(found, key=lambda each: (-each.silent_days, each.key))


def _interval(line: Silence, who: str, wording: Wording) -> ReportItem:
    """Say how long they are silent, and after how long they usually meet."""
    silent = wording.counted("brief.silent", line.silent_days)
    usual = "" if line.usual_days is None else wording.counted("brief.usual", round(line.usual_days))
    is_reckoned = line.is_late or len(line.records) > 1  # those that met once are never late
    late = wording.say("silences.late" if line.is_late else "silences.not-late") if is_reckoned else ""
    text = wording.say("brief.interval", parts=wording.say("brief.and").join(filter(None, (who, silent, usual, late))))
    return ReportItem(sentence(text), at_ends(line.records[::-1]), fields=_fields(line))


def _fields(line: Silence) -> dict[str, object]:
    return {
        "what": line.what,
        "usual_days": line.usual_days,
        "silent_days": line.silent_days,
        "late": line.is_late,
        "meetings": [*line.records],
    }
