"""Gives a record another day: the file takes the name of it, and every reference follows."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from coopdb.author.amending import Amended
from coopdb.author.days import sure_day
from coopdb.check.choice import Choice
from coopdb.check.fixing import Change
from coopdb.check.problem import Problem
from coopdb.check.references import following
from coopdb.check.runner import check
from coopdb.errors import usage_error
from coopdb.query.identifiers import DatedMeeting
from coopdb.record.dates import PartialDate
from coopdb.record.identity import MOVABLE, agrees, former_day, numbered, suggest_id
from coopdb.record.model import Meeting
from coopdb.record.reading import read
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.text import count, visible


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What becomes of a record: the files that change, its own first, and what is said of that.

    `problems` are what the rules find in these files that they did not find before, `faults` the errors among them.
    """

    changes: tuple[Change, ...]
    said: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()

    @property
    def line(self) -> str:
        """One line: the file, by its new name, and what changed."""
        return visible(f"{self.changes[0].new_path}: {', '.join(self.said)}")


def find_one(records: RecordFiles, text: str) -> RecordFile:
    """Find the record of an id, or of the beginning of one; raise where two files have it."""
    found = records.find(text)
    if len(found) > 1:
        paths = ", ".join(f"`{each.path}`" for each in found)
        raise usage_error(f"{count(len(found), 'file')} have the id `{found[0].id}`", f"rename one of {paths}")
    return found[0]


def move(records: RecordFiles, text: str, to: str, status: str | None, today: date) -> Rewriting:
    """Move the meeting of an id to another day."""
    entry = find_one(records, text)
    before = Amended.of(entry.reading.text)
    after, said = moved(before, entry.meeting, to)
    if status and status != entry.meeting.status:
        after, said = after.put(("status",), status), [*said, f"status {entry.meeting.status} → {status}"]
    if not said:
        raise usage_error(f"`{entry.id}` is on {visible(to)} already", "give another day, or another `--status`")
    return rewriting(records, entry, after.text, said, today)


def moved(amended: Amended, meeting: Meeting, to: str) -> tuple[Amended, list[str]]:
    """Put another day into a record: the old one is a previous date when the meeting was still to come."""
    value = sure_day(to)
    new = PartialDate.of(value)
    if new.text == meeting.date.text:
        return amended, []
    said = [f"date {meeting.date.text} → {new.text}"]
    amended = amended.put(("date",), value)
    if meeting.end_date and meeting.date.is_whole_day and meeting.end_date.is_whole_day and new.is_whole_day:
        end = new.earliest + (meeting.end_date.earliest - meeting.date.earliest)
        amended, said = amended.put(("end_date",), end), [*said, f"end_date {meeting.end_date.text} → {end}"]
    if meeting.status in MOVABLE:
        amended = remembered(amended, meeting.date)
        said.append(f"{meeting.date.text} is in previous_dates")
    return amended, said


def remembered(amended: Amended, old: PartialDate) -> Amended:
    """Note the day that a meeting was meant for."""
    return amended.append("previous_dates", old.earliest if old.is_whole_day else old.text)


def with_former_day(entry: RecordFile) -> str:
    """Return the text of a record, with the day that its id still says among the previous dates."""
    day = former_day(entry.id, entry.reading.meeting) if entry.reading.meeting else None
    return remembered(Amended.of(entry.reading.text), day).text if day else entry.reading.text


def rewriting(records: RecordFiles, entry: RecordFile, text: str, said: list[str], today: date) -> Rewriting:
    """Name the file as it has to be named with another text, and let references to it follow."""
    reading = read(text.encode(), records.vocabularies)
    path = _path(records, entry, reading.meeting) if reading.meeting and not reading.faults else entry.path
    texts = {entry.path: text}
    new_id = RecordFile(path, reading).id
    if new_id != entry.id:
        texts = dict(_followed(records, texts, {entry.id: new_id}))
        others = len(texts.keys() - {entry.path})
        said = [
            *said,
            f"was {entry.id}",
            *([f"references in {count(others, 'other record')} follow"] if others else []),
        ]
    elif path != entry.path:
        said = [*said, f"was {entry.path}"]
    changes = [Change(old, old, records_text(records, old), new) for old, new in texts.items() if old != entry.path]
    own = Change(entry.path, path, entry.reading.text, texts[entry.path])
    problems, faults = _judged(records, (own, *changes), today)
    return Rewriting((own, *changes), tuple(said), problems, faults)


def records_text(records: RecordFiles, path: str) -> str:
    """Return the text of a file that is there."""
    return next(each.reading.text for each in records.entries if each.path == path)


def _path(records: RecordFiles, entry: RecordFile, meeting: Meeting) -> str:
    """Return the path that a record has to have: its own where that agrees, with a free number where it is taken."""
    folder, year = entry.path.rpartition("/")[0], meeting.date.year
    folder = folder if year == entry.meeting.date.year else f"records/{year}"
    if agrees(entry.id, meeting):
        return f"{folder}/{entry.id}.toml"
    taken = {each.id for each in records.entries if each.path != entry.path}
    first = next((each.text for each in entry.meeting.previous_dates), "")
    own = DatedMeeting(entry.path, entry.id, entry.meeting.date.text, first).claim(taken)
    wanted = suggest_id(meeting, own)
    return f"{folder}/{next(each for each in numbered(wanted) if each not in taken)}.toml"


def _followed(records: RecordFiles, texts: Mapping[str, str], ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the new text of every file that changes, with what is new already."""
    for each in records.entries:
        text = texts.get(each.path, each.reading.text)
        after = following(text, ids) if each.reading.is_parsed else text
        if each.path in texts or after != text:
            yield each.path, after


def _judged(
    records: RecordFiles, changes: tuple[Change, ...], today: date
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Check the files that change, among all others: what the rules find then and did not before, and new errors."""
    new = {
        each.old_path: RecordFile(each.new_path, read(each.after.encode(), records.vocabularies)) for each in changes
    }
    entries = sorted((new.get(each.path, each) for each in records.entries), key=lambda each: each.path)
    after = check(
        RecordFiles(tuple(entries), records.vocabularies, records.own),
        today,
        Choice({each.path for each in new.values()}),
    ).problems
    before = check(records, today, Choice(set(new))).problems
    faults = _more([each for each in after if each.severity == "error"], before, lambda each: each.code)
    others = _more(after, before, lambda each: (each.code, each.message))
    return tuple(each for each in after if each in faults or each in others), faults


def _more(
    after: Iterable[Problem], before: Iterable[Problem], like: Callable[[Problem], object]
) -> tuple[Problem, ...]:
    """Return the problems that are more than there were of their like."""
    old = Counter(map(like, before))
    return tuple(each for each in after if old.subtract([like(each)]) or old[like(each)] < 0)
