"""What is kept in memory of each record: its outline, and what completion, hovers and references need besides."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from coopdb.check.files import in_processes
from coopdb.check.outline import Outline, outline
from coopdb.check.references import references
from coopdb.parallel.gc_pause import no_collector
from coopdb.parallel.processes import Exchange
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile, read_entry
from coopdb.vocabulary.vocabularies import Vocabularies


class HeldOffice(NamedTuple):
    """What a record says of a person: the name, the party, the role and the institution."""

    name: str
    party: str
    role: str
    institution: str


class Part(NamedTuple):
    """A document or commitment that has a key."""

    key: str
    text: str


class RecordSummary(NamedTuple):
    """One record: its outline; `targets` are the ids, or `ID#key`, that it refers to."""

    outline: Outline
    offices: tuple[HeldOffice, ...] = ()
    names: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    parts: tuple[Part, ...] = ()
    host: str = ""

    @property
    def record_id(self) -> str:
        """The id of the record."""
        return self.outline.id


def summarize(entry: RecordFile) -> RecordSummary:
    """Sum a record up."""
    meeting = entry.reading.meeting
    if meeting is None:
        return RecordSummary(outline(entry))
    offices = [each for each in meeting.participants if each.name]
    return RecordSummary(
        outline(entry),
        tuple(HeldOffice(each.name or "", each.party, each.role or "", each.institution or "") for each in offices),
        frozenset(_names(meeting)),
        frozenset(_topics(meeting)),
        frozenset(_targets(meeting)),
        tuple(_parts(meeting)),
        meeting.venue.country or "",
    )


def _parts(meeting: Meeting) -> Iterator[Part]:
    """Yield what is known by a key of its own."""
    yield from (Part(each.key, each.title or "") for each in meeting.documents if each.key)
    yield from (Part(each.key, each.text) for each in meeting.commitments if each.key)


def _names(meeting: Meeting) -> Iterator[str]:
    yield from (each.name for each in meeting.participants if each.name)
    for document in meeting.documents:
        yield from document.signatories


def _topics(meeting: Meeting) -> Iterator[str]:
    yield from (each.topic for each in meeting.topics)
    for slugs in (*(each.topics for each in meeting.documents), *(each.topics for each in meeting.commitments)):
        yield from slugs


def _targets(meeting: Meeting) -> Iterator[str]:
    yield from (target for _, target in references(meeting))
    yield from (each.replaces for each in meeting.documents if each.replaces)


def summarize_files(root: Path, paths: Sequence[str], vocabularies: Vocabularies) -> dict[str, RecordSummary]:
    """Read files and sum them up, by path; in several processes where there are many."""

    def work(part: Sequence[str], _: Exchange[Any]) -> list[tuple[Any, ...]]:
        return [tuple(summarize(read_entry(root, path, vocabularies))) for path in part]

    with no_collector():
        found = (RecordSummary(*each) for part in in_processes(work, paths) for each in part)
        return {each.outline.path: each for each in found}
