"""What becomes of an intake: records to write, those that are there already, and rows that cannot be records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from coopdb.author.importing.rows import Intake, ProposedRecord, Rejected, Row
from coopdb.check.choice import Choice
from coopdb.check.problem import Problem
from coopdb.check.runner import check
from coopdb.pattern import pattern
from coopdb.record import toml
from coopdb.record.identity import date_part, has_form, has_parties, suggest_id
from coopdb.record.layout import lay_out
from coopdb.record.model import Meeting
from coopdb.record.paths import fits_name
from coopdb.record.plain_values import plain
from coopdb.record.reading import read
from coopdb.record.writing import to_toml
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.vocabulary.vocabularies import Vocabularies

_NEW = "records/new.toml"
_NAMED = 3  # reasons of a row, at most
Key = tuple[str, frozenset[str]]  # the date and the parties of a meeting
# Keys whose texts may have several lines.
_PARAGRAPHS = frozenset(("summary", "note", "text", "evidence", "reason"))
_BREAK = r"(?:\r\n|[\n\v\f\r\x1c-\x1f\x85\u2028\u2029])"
_LINE_END = pattern(rf"[ \t]*{_BREAK}")
_GAP = pattern(rf"[ \t]*(?:{_BREAK}|\t)(?:{_BREAK}|[ \t])*")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: the files to write, how many rows are recorded already, and the rejected rows."""

    files: Mapping[str, str]
    present: int
    rejected: tuple[Rejected, ...]


def plan(intake: Intake, records: RecordFiles, today: date, *, keeps_second: bool = False) -> Plan:
    """Check every proposal, alone and then among all records, before anything is written.

    A second meeting of a day and parties is refused, unless `keeps_second`.
    """
    rejected = list(intake.rejected)
    sound = []
    for proposal in intake.proposals:
        found = _meeting(proposal, records.vocabularies, today)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            sound.append((proposal, found))
    while True:  # what is refused is none that others are the second of, nor that they may refer to
        placed, present, seconds = _placed(sound, records, keeps_second=keeps_second)
        refused = _refused(placed, records, today)
        if not refused:
            break
        rejected += refused
        numbers = {each.row.number for each in refused}
        sound = [each for each in sound if each[0].row.number not in numbers]
    return Plan(
        {entry.path: entry.reading.text for entry, _ in placed},
        present,
        tuple(sorted((*rejected, *seconds), key=lambda each: each.row.number)),
    )


class _Known(NamedTuple):
    """A meeting that is recorded, or will be: its id, what it says, and how a reader finds it."""

    id: str
    meeting: Meeting
    place: str

    def is_linked(self, other_id: str, other: Meeting) -> bool:
        """Tell whether one of the two names the other."""
        return self.id in (*other.related, *other.follows) or other_id in (*self.meeting.related, *self.meeting.follows)


def _cleaned(key: str, value: Any) -> Any:
    """Put the texts of a record that have one line on one, and the lines of others separated by line feeds."""
    match value:
        case str():
            return (_LINE_END.sub("\n", value) if key in _PARAGRAPHS else _GAP.sub(" ", value)).strip()
        case dict():
            return {name: _cleaned(name, each) for name, each in value.items()}
        case list():
            return [_cleaned(key, each) for each in value]
        case _:
            return value


def _meeting(proposal: ProposedRecord, vocabularies: Vocabularies, today: date) -> Meeting | Rejected:
    """Read a proposal as a file would be read."""
    try:
        text = toml.dump({key: _cleaned(key, value) for key, value in proposal.data.items() if value is not None})
    except (TypeError, ValueError, RecursionError) as error:
        return Rejected(proposal.row, f"it cannot be written as TOML: {error}")
    reading = read(text.encode(), vocabularies)
    if reading.faults or reading.meeting is None:
        alone = RecordFiles((RecordFile(_NEW, reading),), vocabularies)
        problems = check(alone, today, Choice(ignore=("I",))).problems  # it has no id yet
        return Rejected(proposal.row, _reason(each for each in problems if each.severity == "error"))
    return reading.meeting


def _placed(
    sound: Iterable[tuple[ProposedRecord, Meeting]], records: RecordFiles, *, keeps_second: bool
) -> tuple[list[tuple[RecordFile, Row]], int, list[Rejected]]:
    """Give each meeting a file of its own, unless it is recorded already; refuse a second of a day and parties.

    One that names the other in `related`, or is named there, is known to be another.
    """
    known: dict[Key, list[_Known]] = defaultdict(list)
    for entry in records.sound:
        known[_key(entry.meeting)].append(_Known(entry.id, entry.meeting, f"`{entry.id}`"))
    taken = {entry.id.casefold() for entry in records.entries}
    placed, present, refused = [], 0, []
    for proposal, meeting in sound:
        same = known[_key(meeting)]
        if any(_says(meeting, same) == _says(each.meeting, same) for each in same):
            present += 1
            continue
        others = [each for each in same if not each.is_linked(proposal.id, meeting)]
        if others and not keeps_second:
            reason = f"{others[0].place} is of the same day and parties, and says something else"
            refused.append(Rejected(proposal.row, f"{reason} (`--second` keeps both)"))
            continue
        second = meeting.model_copy(update={"related": (*meeting.related, *sorted(each.id for each in others))})
        record_id = next(each for each in _ids(second, proposal.id) if each.casefold() not in taken)
        if not fits_name(f"{record_id}.toml"):
            refused.append(Rejected(proposal.row, f"its id has {len(record_id)} characters, too many for a file"))
            continue
        taken.add(record_id.casefold())
        same.append(_Known(record_id, second, f"row {proposal.row.number}"))
        text = lay_out(to_toml(second))
        path = f"records/{second.date.year}/{record_id}.toml"
        placed.append((RecordFile(path, read(text.encode(), records.vocabularies)), proposal.row))
    return placed, present, refused


def _says(meeting: Meeting, same: Iterable[_Known]) -> dict[str, Any]:
    """Return what a meeting says, but for the links to others of the same day and parties."""
    ids = {each.id for each in same}
    values = plain(meeting)
    related = [each for each in meeting.related if each not in ids]
    return {**values, "related": related}


def _key(meeting: Meeting) -> Key:
    return meeting.date.text, frozenset(meeting.parties)


def _ids(meeting: Meeting, wanted: str) -> Iterator[str]:
    """Yield ids to try: the one that is wanted when it fits, then one that does, then numbered ones."""
    fits = has_form(wanted) and date_part(wanted) == meeting.date.bare and has_parties(wanted, meeting)
    first = wanted if fits else suggest_id(meeting)
    yield first
    number = 2
    while True:
        yield f"{first}-{number}"
        number += 1


def _refused(placed: list[tuple[RecordFile, Row]], records: RecordFiles, today: date) -> list[Rejected]:
    """Check the new records among all, and refuse those with errors."""
    everything = RecordFiles((*records.entries, *(entry for entry, _ in placed)), records.vocabularies, records.own)
    report = check(everything, today, Choice({entry.path for entry, _ in placed}))
    wrong: dict[str, list[Problem]] = defaultdict(list)
    for problem in report.problems:
        if problem.severity == "error":
            wrong[problem.path].append(problem)
    return [Rejected(row, _reason(wrong[entry.path])) for entry, row in placed if entry.path in wrong]


def _reason(problems: Iterable[Problem]) -> str:
    """Word why a row is not a record."""
    words = [f"{each.message}{f' ({each.hint})' if each.hint else ''}" for each in problems]
    more = f"; and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    return "; ".join(words[:_NAMED]) + more
