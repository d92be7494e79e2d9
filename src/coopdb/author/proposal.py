"""A record in the making: from what its author gives to the text, the id and the problems of a file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from coopdb.author.roles import with_roles
from coopdb.check.choice import Choice
from coopdb.check.duplicates import resembling
from coopdb.check.outline import outline
from coopdb.check.problem import Problem
from coopdb.check.rules.probable_duplicate import resembles
from coopdb.check.runner import check
from coopdb.record import toml
from coopdb.record.identity import numbered, suggest_id
from coopdb.record.layout import lay_out
from coopdb.record.positions import Positions
from coopdb.record.reading import read
from coopdb.record.schema_line import with_schema_line
from coopdb.record.writing import to_toml
from coopdb.store.files.records import RecordFile, RecordFiles

_NEW = "records/new.toml"
_DUPLICATE = "R001"
_OF_NAMES = "I"  # codes of what is wrong with the name of a file


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file that may be written: its path from the root, its text, and what the rules say of it.

    `is_sound` tells that the text is that of a record; only then it has been laid out, and `path` is its own.
    """

    path: str
    text: str
    problems: tuple[Problem, ...]
    is_sound: bool

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep it from being written."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def duplicates(self) -> tuple[Problem, ...]:
        """The problems that tell of records that may be of the same meeting."""
        return tuple(problem for problem in self.problems if problem.code == _DUPLICATE)


def propose(values: Mapping[str, Any], records: RecordFiles, today: date, words: str = "") -> Proposal:
    """Make the file of a record of plain values, with names as their author wrote them; `words` go into its id.

    People without a role get the office that the repository knows them to have held on the day.
    """
    return propose_text(toml.dump(with_roles(values, records.vocabularies)), records, today, words)


def propose_text(text: str, records: RecordFiles, today: date, words: str = "") -> Proposal:
    """Make the file of a record from TOML: canonical, and named by the rules."""
    reading = read(text.encode(), records.vocabularies)
    if reading.faults or reading.meeting is None:
        found = _problems(RecordFile(_NEW, reading), records, today)
        own = tuple(each for each in found if not each.code.startswith(_OF_NAMES))  # it has no name yet
        return Proposal(_NEW, text, own, is_sound=False)
    meeting = reading.meeting
    known = {entry.id for entry in records.entries}
    first = suggest_id(meeting)
    slug = "-".join(_slug(words))
    wanted = f"{first}-{slug}" if slug else first
    record_id = next(each for each in numbered(wanted) if each not in known)
    path = f"records/{meeting.date.year}/{record_id}.toml"
    plain = lay_out(to_toml(meeting))
    canonical = with_schema_line(plain, path) if records.config.schema_line else plain
    entry = RecordFile(path, read(canonical.encode(), records.vocabularies))
    return Proposal(path, canonical, _problems(entry, records, today), is_sound=True)


def _slug(words: str) -> Iterable[str]:
    from coopdb.text import fold

    return "".join(letter if letter.isascii() else " " for letter in fold(words)).split()


def _problems(entry: RecordFile, records: RecordFiles, today: date) -> tuple[Problem, ...]:
    """Check one file among all others. A record of the same parties that is near is named, even if it differs."""
    everything = RecordFiles((*records.entries, entry), records.vocabularies, records.own)
    found = check(everything, today, Choice({entry.path})).problems
    if entry.reading.faults or any(each.code == _DUPLICATE for each in found):
        return found
    return (*found, *islice(_resembling(entry, records), 1))


def _resembling(entry: RecordFile, records: RecordFiles) -> Iterator[Problem]:
    """Yield what tells of records that may be of the same meeting: its author knows best."""
    span = Positions(entry.reading.text).value(("date",))
    line = entry.reading.text.split("\n")[span.line - 1]
    for other in resembling(outline(entry), map(outline, records.entries)):
        found = resembles(entry.meeting, other)
        name, path = "probable-duplicate", entry.path
        yield Problem(_DUPLICATE, name, "warning", found.message, found.hint, path, span, found.route, None, line)
