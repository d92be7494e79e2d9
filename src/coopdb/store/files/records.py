"""The records of a repository and its own vocabularies, read from their files."""

import os
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.parallel.gc_pause import no_collector
from coopdb.record.config import Config
from coopdb.record.fault import Fault
from coopdb.record.model import Meeting
from coopdb.record.reading import Reading, read
from coopdb.store.files.contents import content_of
from coopdb.store.files.local import read_own
from coopdb.store.files.repository import Repository
from coopdb.text import count, did_you_mean
from coopdb.vocabulary.vocabularies import Vocabularies

_NAMED = 5  # ids named in an error, at most


def record_id(path: str) -> str:
    """Return the id that a record's path gives it: the name of the file without `.toml`."""
    return path.rpartition("/")[2].removesuffix(".toml")


class RecordFile(NamedTuple):
    """One file: its path from the repository's root, and what was read in it."""

    path: str
    reading: Reading

    @property
    def id(self) -> str:
        """The record's id: the stem of its file's name."""
        return record_id(self.path)

    @property
    def is_sound(self) -> bool:
        """Tell whether the file holds a meeting without a fault, so that questions can be put to it."""
        return not self.reading.faults

    @property
    def meeting(self) -> Meeting:
        """The meeting; only for an entry whose text could be parsed."""
        if self.reading.meeting is None:
            raise LookupError(self.path)
        return self.reading.meeting


@dataclass(frozen=True)
class RecordFiles:
    """Every file of a repository, in the order of their paths, and the vocabularies that they are read with.

    `own` are the configuration and the files of the repository's own topics and people, which are not records.
    """

    entries: tuple[RecordFile, ...]
    vocabularies: Vocabularies
    own: tuple[RecordFile, ...] = ()
    _by_id: dict[str, tuple[RecordFile, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    @property
    def config(self) -> Config:
        """The configuration; the default one where there is none, or it has faults."""
        return next((entry.reading.config for entry in self.own if entry.reading.config), Config())

    @property
    def sound(self) -> tuple[RecordFile, ...]:
        """The entries that questions can be put to."""
        return tuple(entry for entry in self.entries if entry.is_sound)

    @property
    def faulty(self) -> tuple[RecordFile, ...]:
        """The entries that hold no sound meeting, and files of own topics or people that are not sound."""
        return tuple(entry for entry in (*self.own, *self.entries) if not entry.is_sound)

    @property
    def repeated(self) -> tuple[str, ...]:
        """The ids that several sound records have, each of which is counted."""
        seen = Counter(entry.id for entry in self.sound)
        return tuple(sorted(each for each, number in seen.items() if number > 1))

    @property
    def closing_days(self) -> dict[str, date]:
        """The last possible day of each meeting that was held, by id: what it closes is done from then on."""
        held = ((each.id, each.meeting) for each in self.sound if each.meeting.status == "held")
        return {record_id: (meeting.end_date or meeting.date).latest for record_id, meeting in held}

    def with_id(self, record_id: str) -> tuple[RecordFile, ...]:
        """Return the entries of an id: one, none, or several when it is used twice."""
        if not self._by_id:
            for entry in self.entries:
                self._by_id[entry.id] = (*self._by_id.get(entry.id, ()), entry)
        return self._by_id.get(record_id, ())

    def find(self, text: str) -> tuple[RecordFile, ...]:
        """Find the sound record of an id, of the beginning of one, or of a file's path; raise when there is none."""
        wanted = record_id(text)
        found = self.with_id(wanted) or tuple(each for each in self.entries if wanted and each.id.startswith(wanted))
        if len({entry.id for entry in found}) > 1:
            ids = ", ".join(f"`{entry.id}`" for entry in found[:_NAMED])
            raise usage_error(f"{count(len(found), 'record')} begin with `{wanted}`", f"name one: {ids}")
        if not found:
            others = "`coopdb search --format ids` lists them" if self.entries else "there is none yet: `coopdb add`"
            hint = did_you_mean(wanted, (entry.id for entry in self.entries)) or others
            raise usage_error(f"no record has the id `{wanted}`", hint)
        for entry in found:
            if not entry.is_sound:
                raise StopError(f"`{entry.path}` has faults", f"run `coopdb validate {entry.path}` to see them")
        return found


def load(repository: Repository) -> RecordFiles:
    """Read every record of a repository. Never fails for the sake of one file: its faults are in its reading.

    Of a public edition the public parts alone: none that has faults.
    """
    with no_collector():
        own, vocabularies = read_own(repository)
        entries = tuple(read_entry(repository.root, path, vocabularies) for path in repository.files())
        found = RecordFiles(entries, vocabularies, tuple(RecordFile(path, reading) for path, reading in own.items()))
    if not repository.is_public:
        return found
    from coopdb.store.files.publishing import publish

    return publish(found)


def read_entry(root: Path, path: str, vocabularies: Vocabularies) -> RecordFile:
    """Read one file. Never fails: what is wrong with it is in the entry's reading."""
    return entry_of(path, content_of(f"{root}{os.sep}{path}"), vocabularies)  # a hundredth of a Path's time


def entry_of(path: str, content: bytes | Fault, vocabularies: Vocabularies) -> RecordFile:
    """Read one file from what it holds, or why that cannot be read."""
    if not path.isprintable() and any("\ud800" <= character <= "\udfff" for character in path):
        return RecordFile(path, Reading("", faults=(Fault("unreadable-file", detail="its name is not UTF-8"),)))
    reading = Reading("", faults=(content,)) if isinstance(content, Fault) else read(content, vocabularies)
    return RecordFile(path, reading)
