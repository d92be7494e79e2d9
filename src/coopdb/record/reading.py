"""Reads the bytes of a file as a meeting, or collects everything that keeps it from being one."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import ValidationError

from coopdb.record import guard
from coopdb.record.config import Config
from coopdb.record.content import parse
from coopdb.record.fault import Fault, Route
from coopdb.record.faults import faults
from coopdb.record.model import TABLES, Meeting, Source, Table, Topic
from coopdb.record.naming import Naming
from coopdb.record.variants import Variant, variants
from coopdb.vocabulary.entry import Entry as Word
from coopdb.vocabulary.vocabularies import Vocabularies

# Stand in for keys that are missing or faulty, so that rules about the other keys can still be checked. The
# runner keeps rules away from these (`Reading.broken`).
_PLACEHOLDERS: Mapping[str, object] = {
    "title": "-",
    "date": "0001",
    "participants": (),
    "topics": (Topic.model_construct(topic=""),),
    "sources": (Source(title="-"),),
}


class Reading(NamedTuple):
    """What a file's bytes say: its text, its meeting (None when it is not TOML at all) and its faults.

    A file of own topics or people has no meeting, but `words`, the sound entries; `coopdb.toml` has a `config`.
    `data` and `naming` are kept only where some value may not be in its canonical form.
    """

    text: str
    meeting: Meeting | None = None
    faults: tuple[Fault, ...] = ()
    is_parsed: bool = False
    words: tuple[Word, ...] = ()
    config: Config | None = None
    data: Mapping[str, Any] = MappingProxyType({})
    naming: Naming | None = None

    @property
    def broken(self) -> frozenset[object]:
        """The top-level keys that are missing or faulty."""
        if not self.faults:
            return frozenset()
        return frozenset(fault.route[0] if fault.route else fault.value for fault in self.faults)

    @property
    def traits(self) -> frozenset[str]:
        """What there is in the file: the keys of its meeting, the kinds of its faults, own `words`, a `config`."""
        if self.meeting and not self.faults:
            return frozenset(self.meeting.model_fields_set)
        keys = self.meeting.model_fields_set if self.meeting else ()
        others = {"words": self.words, "config": self.config}
        return frozenset((*keys, *(fault.kind for fault in self.faults), *filter(others.get, others)))

    @property
    def is_unreadable(self) -> bool:
        """Tell whether the file could not be read, which does not hang on the file alone."""
        return any(self.faults_of("unreadable-file"))

    def faults_of(self, kind: str) -> Iterator[Fault]:
        """Yield the faults of one kind."""
        return (fault for fault in self.faults if fault.kind == kind)

    def variants(self) -> Iterator[Variant]:
        """Yield the values that are understood but not written in their canonical form."""
        return variants(self.data, self.naming) if self.naming else iter(())


def read(content: bytes, vocabularies: Vocabularies) -> Reading:
    """Read a meeting from the bytes of its file. Never raises: what is wrong is in the reading's faults."""
    text, data = parse(content)
    if isinstance(data, Fault):
        return Reading(text, faults=(data,))
    return read_data(data, vocabularies, text)


def read_data(data: Mapping[str, Any], vocabularies: Vocabularies, text: str = "") -> Reading:
    """Read a meeting from plain values, as TOML or JSON have them. Never raises either."""
    if detail := guard.too_many(data):
        return Reading(text, faults=(Fault("too-large", detail=detail),))
    naming = Naming.of(vocabularies, data)
    try:
        meeting = Meeting.model_validate(data, context=naming)
    except ValidationError as error:
        found = tuple(faults(error, model_at))
    else:
        if naming.loose or vocabularies.people.entries:
            return Reading(text, meeting, is_parsed=True, data=data, naming=naming)
        return Reading(text, meeting, is_parsed=True)
    broken = Reading(text, faults=found).broken
    sound = {key: value for key, value in data.items() if key in Meeting.model_fields and key not in broken}
    meeting = Meeting.model_validate({**_PLACEHOLDERS, **sound}, context=naming)
    return Reading(text, meeting, found, is_parsed=True, data=data, naming=naming)


def model_at(route: Route) -> type[Table]:
    """Return the model of the table that the last key of a route stands in."""
    return TABLES.get(str(route[0]), Meeting) if len(route) > 1 else Meeting
