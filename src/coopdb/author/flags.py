"""What options say of a record, as the plain values of its file; what is wrong with one is told at that option."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from coopdb.author.answer_context import AnswerContext, Values
from coopdb.author.course import put
from coopdb.author.days import read_day
from coopdb.author.origins import read_sources
from coopdb.author.outcomes import read_commitment, read_document
from coopdb.author.parties import read_country, read_parties
from coopdb.author.subjects import read_topics
from coopdb.author.unclear_answer import Unclear
from coopdb.author.worded_values import read_value, values_of
from coopdb.errors import StopError, usage_error
from coopdb.record.fault import Route
from coopdb.record.fields import RecordField, record_fields
from coopdb.text import visible

Read = Callable[[str, AnswerContext], Any]


class FlagFault(NamedTuple):
    """An option that is not understood, as it was written, why, and what to do."""

    option: str
    message: str
    hint: str

    def error(self) -> StopError:
        """Make the error that ends a command."""
        return usage_error(f"`{self.option}`: {self.message}", self.hint)


class Given(NamedTuple):
    """What options say: the values, what is not understood, and which option says what stands at a route."""

    values: Values
    faults: tuple[FlagFault, ...]
    options: Mapping[Route, str]

    def option_at(self, route: Route) -> str:
        """Return the option that says what stands at a place in the record, or nothing."""
        ways = (route[:end] for end in range(len(route), 0, -1))
        return next((self.options[way] for way in ways if way in self.options), "")


class _Said(NamedTuple):
    """One option: where its value stands, and how it is read; of a list it adds elements."""

    route: Route
    name: str
    text: Any
    read: Read
    is_list: bool = False

    @property
    def option(self) -> str:
        """The option as it was written."""
        return f"{self.name} {visible(str(self.text))}"


def record_of(given: Mapping[str, Any], setting: AnswerContext) -> Given:
    """Make plain values of the options that were given; each is a key of a record, or the beginning of one."""
    values: Values = {}
    faults: list[FlagFault] = []
    options: dict[Route, str] = {}
    for said in _said(given):
        read = _read(said, setting)
        if isinstance(read, FlagFault):
            faults.append(read)
        elif said.is_list:
            there = values.get(str(said.route[0]), [])
            added = read if isinstance(read, list) else [read]
            options |= {(said.route[0], len(there) + number): said.option for number in range(len(added))}
            values[str(said.route[0])] = [*there, *added]
        else:
            options[said.route] = said.option
            values = put({"sources": [{}], **values} if said.route[0] == "sources" else values, said.route, read)
    return Given(values, tuple(faults), options)


def _read(said: _Said, setting: AnswerContext) -> Any:
    try:
        read = said.read(said.text, setting) if isinstance(said.text, str) else said.text
    except StopError as error:
        return FlagFault(said.option, error.message, error.hint)
    if isinstance(read, Unclear):
        return FlagFault(said.option, read.message, read.error().hint)
    return read


def _said(given: Mapping[str, Any]) -> Iterator[_Said]:
    """Yield the options that say something, in the order of a record."""
    for field in record_fields()[""]:
        if field.option:
            name = f"--{field.key.replace('_', '-')}"
            every = given.get(field.key) if field.is_list else [given.get(field.key)]
            for text in every or ():
                if text not in (None, ""):
                    yield _Said((field.key,), name, text, _reader(field), field.is_list)
    for key, (name, read) in _LISTS.items():
        yield from (_Said((key,), name, text, read, is_list=True) for text in given.get(key) or ())
    for option, (name, route, read) in _PLACES.items():
        if given.get(option):
            yield _Said(route, name, given[option], read)


def _reader(field: RecordField) -> Read:
    """Return how the value of a key at the top is read."""
    if values := values_of(field.kind):
        return lambda text, _: read_value(text, values)
    return {"date": _day, "record": _record}.get(field.kind, _text)


def _text(text: str, _: AnswerContext) -> str:
    return text


def _day(text: str, _: AnswerContext) -> Any:
    return read_day(text)


def _record(text: str, setting: AnswerContext) -> str:
    """Return the id of a record that a beginning means."""
    is_known = any(each.id == text for each in setting.records.entries)
    return text if is_known else setting.records.find(text)[0].id


def _source_kind(text: str, _: AnswerContext) -> str:
    return read_value(text, values_of("SourceKind"), "kind of source")


_LISTS: Mapping[str, tuple[str, Read]] = {
    "participants": ("--party", read_parties),
    "topics": ("--topic", read_topics),
    "documents": ("--document", read_document),
    "commitments": ("--commitment", read_commitment),
    "sources": ("--source", read_sources),
}
_PLACES: Mapping[str, tuple[str, Route, Read]] = {
    "venue": ("--venue", ("venue", "name"), _text),
    "city": ("--city", ("venue", "city"), _text),
    "venue_country": ("--venue-country", ("venue", "country"), read_country),
    "source_title": ("--source-title", ("sources", 0, "title"), _text),
    "source_publisher": ("--publisher", ("sources", 0, "publisher"), _text),
    "source_author": ("--author", ("sources", 0, "author"), _text),
    "source_published": ("--published", ("sources", 0, "published"), _day),
    "source_language": ("--language", ("sources", 0, "language"), _text),
    "source_kind": ("--source-kind", ("sources", 0, "kind"), _source_kind),
}
