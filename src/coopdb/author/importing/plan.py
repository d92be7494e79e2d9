"""What becomes of an intake: records to write, those that are there already, and rows that cannot be records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from coopdb.author.importing.rows import Intake, Proposal, Rejected, Row
from coopdb.check.choice import Choice
from coopdb.check.problem import Problem
from coopdb.check.runner import check
from coopdb.record import toml
from coopdb.record.identity import date_part, has_form, has_parties, suggest_id
from coopdb.record.layout import lay_out
from coopdb.record.model import Meeting
from coopdb.record.paths import fits_name
from coopdb.record.plain import plain
from coopdb.record.reading import read
from coopdb.record.writing import to_toml
from coopdb.store.records import Entry, Records
from coopdb.vocabulary.vocabularies import Vocabularies

_NEW = "records/new.toml"
_NAMED = 3  # reasons of a row, at most
Key = tuple[str, frozenset[str]]  # the date and the parties of a meeting


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: the files to write, how many rows are recorded already, and the rejected rows."""

    files: Mapping[str, str]
    present: int
    rejected: tuple[Rejected, ...]


def plan(intake: Intake, records: Records, today: date) -> Plan:
    """Check every proposal, alone and then among all records, before anything is written."""
    rejected = list(intake.rejected)
    sound = []
    for proposal in intake.proposals:
        found = _meeting(proposal, records.vocabularies, today)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            sound.append((proposal, found))
    placed, present, refused = _placed(sound, records)
    rejected += refused
    placed, refused = _checked(placed, records, today)
    return Plan(
        {entry.path: entry.reading.text for entry, _ in placed},
        present,
        tuple(sorted((*rejected, *refused), key=lambda each: each.row.number)),
    )


def _meeting(proposal: Proposal, vocabularies: Vocabularies, today: date) -> Meeting | Rejected:
    """Read a proposal as a file would be read."""
    try:
        text = toml.dump({key: value for key, value in proposal.data.items() if value is not None})
    except (TypeError, ValueError, RecursionError) as error:
        return Rejected(proposal.row, f"it cannot be written as TOML: {error}")
    reading = read(text.encode(), vocabularies)
    if reading.faults or reading.meeting is None:
        alone = Records((Entry(_NEW, reading),), vocabularies)
        problems = check(alone, today, Choice(ignore=("I",))).problems  # it has no id yet
        return Rejected(proposal.row, _reason(each for each in problems if each.severity == "error"))
    return reading.meeting


def _placed(
    sound: Iterable[tuple[Proposal, Meeting]], records: Records
) -> tuple[list[tuple[Entry, Row]], int, list[Rejected]]:
    """Give each meeting a file of its own, unless it is recorded already; what contradicts a record is refused."""
    known: dict[Key, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for entry in records.sound:
        known[_key(entry.meeting)].append((entry.id, plain(entry.meeting)))
    old = {entry.id for entry in records.entries}
    taken = {record_id.casefold() for record_id in old}
    placed, present, refused = [], 0, []
    for proposal, meeting in sound:
        same = known[_key(meeting)]
        values = plain(meeting)
        recorded = [record_id for record_id, _ in same if record_id in old]
        if any(values == other for _, other in same):
            present += 1
        elif recorded:
            reason = f"`{recorded[0]}` is of the same day and parties, and says something else"
            refused.append(Rejected(proposal.row, reason))
        else:
            record_id = next(each for each in _ids(meeting, proposal.id) if each.casefold() not in taken)
            if not fits_name(f"{record_id}.toml"):
                refused.append(Rejected(proposal.row, f"its id has {len(record_id)} characters, too many for a file"))
                continue
            taken.add(record_id.casefold())
            same.append((record_id, values))
            text = lay_out(to_toml(meeting))
            path = f"records/{meeting.date.year}/{record_id}.toml"
            placed.append((Entry(path, read(text.encode(), records.vocabularies)), proposal.row))
    return placed, present, refused


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


def _checked(
    placed: list[tuple[Entry, Row]], records: Records, today: date
) -> tuple[list[tuple[Entry, Row]], list[Rejected]]:
    """Check the new records among all, again until none is left that refers to one that was refused."""
    refused: list[Rejected] = []
    while placed:
        everything = Records((*records.entries, *(entry for entry, _ in placed)), records.vocabularies, records.own)
        report = check(everything, today, Choice({entry.path for entry, _ in placed}))
        wrong: dict[str, list[Problem]] = defaultdict(list)
        for problem in report.problems:
            if problem.severity == "error":
                wrong[problem.path].append(problem)
        if not wrong:
            break
        refused += [Rejected(row, _reason(wrong[entry.path])) for entry, row in placed if entry.path in wrong]
        placed = [(entry, row) for entry, row in placed if entry.path not in wrong]
    return placed, refused


def _reason(problems: Iterable[Problem]) -> str:
    """Word why a row is no record."""
    words = [f"{each.message}{f' ({each.hint})' if each.hint else ''}" for each in problems]
    more = f"; and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    return "; ".join(words[:_NAMED]) + more
