"""Renames a topic or a person in every record that names it, in place: comments and layout stay."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from coopdb.author.renaming_tables import rename_key
from coopdb.check.choice import Choice
from coopdb.check.fixing import Change
from coopdb.check.runner import check
from coopdb.errors import usage_error
from coopdb.record import toml
from coopdb.record.edits import Edit, edit
from coopdb.record.fault import Route
from coopdb.record.model import Meeting
from coopdb.record.positions import Positions
from coopdb.record.reading import read
from coopdb.record.slug import is_slug
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.store.files.tree import PEOPLE, TOPICS
from coopdb.text import did_you_mean, visible
from coopdb.vocabulary.unknown_names import unclear_message


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a renaming changes, and the files that it cannot change, with why."""

    changes: tuple[Change, ...]
    refused: tuple[tuple[str, str], ...]


def rename_topic(records: RecordFiles, old: str, new: str, today: date) -> Renaming:
    """Put a topic in the place of another, in records and in the repository's own topics."""
    if not is_slug(new):
        raise usage_error(f"`{visible(new)}` is not a slug", "write it with a-z, 0-9 and single hyphens")
    own = {entry.key for each in records.own if each.path.endswith(TOPICS) for entry in each.reading.words}
    if old in own and new in records.vocabularies.topics.entries:
        raise usage_error(
            f"the topic `{new}` is there already", f'write `replaced_by = "{new}"` into `[{old}]` instead'
        )
    known = records.vocabularies.topics
    if new not in known and old not in own:
        hint = did_you_mean(new, known.entries) or f"add it to records/{TOPICS} first"
        raise usage_error(unclear_message(known, f"`{visible(new)}`", is_ambiguous=False), hint)
    return _renamed(records, _topic_routes, old, new, TOPICS, today)


def rename_person(records: RecordFiles, old: str, new: str, today: date) -> Renaming:
    """Give a person another name, in records and in the repository's own people."""
    new = new.strip()
    if not new or not new.isprintable():
        what = f"`{visible(new)}` has characters that cannot be seen" if new else "the new name is empty"
        raise usage_error(what, "write the name on one line, as records are to have it")
    if {old, new} <= {entry.key for each in records.own if each.path.endswith(PEOPLE) for entry in each.reading.words}:
        hint = f"delete `[{toml.value(old)}]` there, or make it an alias of `{new}`"
        raise usage_error(f"the person `{new}` is in records/{PEOPLE} already", hint)
    return _renamed(records, _person_routes, old, new, PEOPLE, today)


def _renamed(
    records: RecordFiles,
    routes: Callable[[Meeting], Iterator[tuple[Route, str]]],
    old: str,
    new: str,
    own: str,
    today: date,
) -> Renaming:
    changes, refused = [], []
    for entry in records.entries:
        meeting = entry.reading.meeting
        found = [route for route, value in routes(meeting) if value == old] if meeting else []
        if not found:
            continue
        after = _edited(entry.reading.text, found, new)
        if not _is_as_valid(entry, after, records, today):
            refused.append((entry.path, f"with `{visible(new)}` it would not be valid: it may have that already"))
        else:
            changes.append(Change(entry.path, entry.path, entry.reading.text, after))
    mine = [entry for entry in records.own if entry.path.endswith(own) and entry.reading.is_parsed]
    texts = ((entry, rename_key(entry.path, entry.reading.text, old, new)) for entry in mine)
    changes += [
        Change(each.path, each.path, each.reading.text, text) for each, text in texts if text != each.reading.text
    ]
    if not changes and not refused:
        names = {value for entry in records.sound for _, value in routes(entry.meeting)}
        raise usage_error(f"no record names `{visible(old)}`", did_you_mean(old, names))
    return Renaming(tuple(changes), tuple(refused))


def _topic_routes(meeting: Meeting) -> Iterator[tuple[Route, str]]:
    """Yield every topic of a record, with where it stands; one of the meeting's may be a table or a bare slug."""
    for number, topic in enumerate(meeting.topics):
        yield ("topics", number), topic.topic
    listed = [("documents", number, each.topics) for number, each in enumerate(meeting.documents)]
    listed += [("commitments", number, each.topics) for number, each in enumerate(meeting.commitments)]
    for key, number, slugs in listed:
        yield from (((key, number, "topics", place), slug) for place, slug in enumerate(slugs))


def _person_routes(meeting: Meeting) -> Iterator[tuple[Route, str]]:
    for number, each in enumerate(meeting.participants):
        if each.name:
            yield ("participants", number, "name"), each.name
    for number, document in enumerate(meeting.documents):
        yield from (
            (("documents", number, "signatories", place), name) for place, name in enumerate(document.signatories)
        )


def _edited(text: str, routes: list[Route], new: str) -> str:
    """Put a value at each route; a meeting's topic that is a table has it at `topic`."""
    data = toml.parse(text)
    positions = Positions(text)
    places = [(*route, "topic") if isinstance(_at(data, route), dict) else route for route in routes]
    return edit(text, [Edit(positions.value(place), toml.value(new)) for place in places])


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _is_as_valid(entry: RecordFile, text: str, records: RecordFiles, today: date) -> bool:
    """Tell whether a record with this text, looked at by itself, has just the problems that it had before.

    A topic that the repository is about to know by the new name is not unknown, and waivers stay as they are.
    """
    after = RecordFile(entry.path, read(text.encode(), records.vocabularies))
    choice = Choice({entry.path}, ignore=("V003", "W"))
    reports = [check(RecordFiles((one,), records.vocabularies), today, choice) for one in (entry, after)]
    before, now = (sorted(problem.code for problem in report.problems) for report in reports)
    return before == now
