"""Reads the bytes of a file as a meeting, or collects everything that keeps it from being one."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import ValidationError

from coopdb.record import guard
from coopdb.record.config import Config
from coopdb.record.content import parse
from coopdb.record.fault import Fault, Route
from coopdb.record.faults import faults
from coopdb.record.model import TABLES, Meeting, RecordTable
from coopdb.record.naming import Naming
from coopdb.record.repair import repaired
from coopdb.record.variants import Variant, variants
from coopdb.text import only_near
from coopdb.vocabulary.entry import Entry as Word
from coopdb.vocabulary.vocabularies import Vocabularies


class Reading(NamedTuple):
    """What a file's bytes say: its text, its meeting (None when it is not TOML at all) and its faults.

    A file of own topics or people has no meeting, but `words`, the sound entries; `coopdb.toml` has a `config`.
    `data` and `naming` are kept only where some value may not be in its canonical form. `broken` are the routes of what
    is missing or faulty: a meeting has something else there (`repair.py`).
    """

    text: str
    meeting: Meeting | None = None
    faults: tuple[Fault, ...] = ()
    is_parsed: bool = False
    words: tuple[Word, ...] = ()
    config: Config | None = None
    data: Mapping[str, Any] = MappingProxyType({})
    naming: Naming | None = None
    broken: frozenset[Route] = frozenset()

    def is_broken(self, route: Route) -> bool:
        """Tell whether what stands at a route, or what it stands in, is missing or faulty."""
        return any(route[:length] in self.broken for length in range(1, len(route) + 1))

    def is_sound_at(self, keys: Iterable[str]) -> bool:
        """Tell whether nothing is missing or faulty at some keys, each named from the top: `date`, `sources.url`."""
        wanted = [tuple(key.split(".")) for key in keys] if self.broken else []
        broken = {tuple(step for step in route if isinstance(step, str)) for route in self.broken}
        return not any(each[: len(key)] == key[: len(each)] for key in wanted for each in broken)

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
        """Tell whether the file could not be read, which does not depend on the file alone."""
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
    # A value takes a character at least: most texts are too short for too many, and to count takes as long as to parse.
    is_short = 0 < len(text) <= guard.MAX_VALUES
    if not is_short and (detail := guard.too_many(data)):
        return Reading(text, faults=(Fault("too-large", detail=detail),))
    naming = Naming.of(vocabularies, data)
    try:
        meeting = Meeting.model_validate(data, context=naming)
    except ValidationError as error:
        meeting, found = _without_faults(data, naming, error)
        return Reading(
            text, meeting, found, is_parsed=True, data=data, naming=naming, broken=frozenset(_broken(data, found))
        )
    if naming.loose or vocabularies.people.entries:
        return Reading(text, meeting, is_parsed=True, data=data, naming=naming)
    return Reading(text, meeting, is_parsed=True)


def _without_faults(
    data: Mapping[str, Any], naming: Naming, error: ValidationError
) -> tuple[Meeting, tuple[Fault, ...]]:
    """Read the rest of a record that has faults, and find those that others hid, until there are no more."""
    found = list(faults(error, model_at))
    sound = dict(data)
    lenient = naming._replace(is_lenient=True)
    while True:
        sound = repaired(sound, found)
        try:
            return Meeting.model_validate(sound, context=lenient), tuple(found)
        except ValidationError as another:
            found += faults(another, model_at)


def _broken(data: Mapping[str, Any], found: Iterable[Fault]) -> Iterator[Route]:
    """Yield the routes that cannot be relied on: those of faults, and of the keys that unknown ones are slips for."""
    for fault in found:
        yield from fault.routes
        if fault.kind == "unknown-key":
            beside: Any = data
            for step in fault.route[:-1]:
                beside = beside[step]
            meant = only_near(str(fault.value), fault.expected)
            if meant and meant not in beside:
                yield (*fault.route[:-1], meant)


def model_at(route: Route) -> type[RecordTable]:
    """Return the model of the table that the last key of a route stands in."""
    return TABLES.get(".".join(step for step in route[:-1] if isinstance(step, str)), Meeting)
