"""The way of topics: how each went through the stages, where it went back, and where it stands still."""

from collections.abc import Iterable

from coopdb.query.selection import Selection
from coopdb.report.ledger import document
from coopdb.report.meetings import MeetingFacts, all_meetings
from coopdb.report.note_words import edition_words
from coopdb.report.parties import Subject
from coopdb.report.report import Report, ReportItem, ReportSection, cited, in_json
from coopdb.report.sources import sources_section
from coopdb.report.timelines import tracks_timeline
from coopdb.report.tracks import Track, tracks
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

_MOVEMENTS = ("advanced", "back", "still", "once")


def progress(star: Star, selection: Selection, wording: Wording, subject: Subject) -> Report:
    """Tell the way of every topic of one party with each it meets, of two with each other, or of a series."""
    chosen = subject.narrow(selection)
    held = [each for each in all_meetings(star, chosen, subject.scope) if each.is_held and each.is_selected]
    found = sorted(tracks(star, chosen, _circles(held, subject)), key=_order)
    sections = tuple(_section(each, found, wording, subject) for each in _MOVEMENTS)
    named = [_name(each, wording, subject) for each in found]
    sections = (*sections, sources_section(star, cited(sections), wording))
    return Report(
        title=subject.title(wording),
        subtitle=wording.say("progress.on", day=wording.day(star.day)),
        day=star.day,
        language=wording.language,
        sections=sections,
        footer=edition_words(star, wording),
        timeline=tracks_timeline(star, wording, subject.title(wording), found, named) if wording.has_pictures else None,
        document=document("progress", star.day, chosen, {}, sections=in_json(sections)),
    )


def _circles(held: Iterable[MeetingFacts], subject: Subject) -> dict[object, list[MeetingFacts]]:
    """Put the meetings of a single party together by whom it met, and all of two, or of a series."""
    found: dict[object, list[MeetingFacts]] = {}
    for each in held:
        key = tuple(sorted(each.parties)) if len(subject.parties) == 1 else ()
        found.setdefault(key, []).append(each)
    return found


def _order(track: Track) -> tuple[tuple[str, ...], int, str]:
    return tuple(sorted(track.parties)), -int(track.steps[-1].meeting.earliest.replace("-", "")), track.topic


def _section(movement: str, found: Iterable[Track], wording: Wording, subject: Subject) -> ReportSection:
    own = [each for each in found if each.movement == movement]
    items = tuple(track_item(each, wording, _heading(each, wording, subject)) for each in own)
    return ReportSection(movement, wording.say(f"progress.{movement}"), items, wording.say("progress.none"))


def _heading(track: Track, wording: Wording, subject: Subject) -> str:
    return wording.parties(sorted(track.parties)) if len(subject.parties) == 1 else ""


def _name(track: Track, wording: Wording, subject: Subject) -> str:
    """Name a track by its topic, and of a single party by whom it is with."""
    circle = _heading(track, wording, subject)
    return wording.say("meeting.comma").join(filter(None, (wording.topic(track.topic), circle)))


def track_item(track: Track, wording: Wording, heading: str = "") -> ReportItem:
    """Say the way of a topic."""
    text = wording.say("track.topic", topic=wording.topic(track.topic), way=track.way(wording))
    return ReportItem(text, track.records, heading, track.fields())
