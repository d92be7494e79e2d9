"""The questions that make a record, in their order: what each asks, how an answer is read, what completes it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, get_args

from coopdb.author.flags import day, is_organization, topic
from coopdb.errors import usage_error
from coopdb.record import values as lists
from coopdb.record.dates import DateError, PartialDate
from coopdb.store.files.records import RecordFiles
from coopdb.text import one_of, visible
from coopdb.vocabulary.unclear import only_key

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A question: `read` turns an answer into what is put into the values, or raises StopError with the remedy.

    A question `is_repeated` until its answer is empty; one that is not needed may be left empty.
    """

    key: str
    prompt: str
    help: str
    read: Callable[[str, RecordFiles], Any]
    candidates: Callable[[RecordFiles], Iterable[str]] = lambda _: ()
    is_needed: bool = False
    is_repeated: bool = False


def _text(text: str, _: RecordFiles) -> str:
    return text


def _day(text: str, _: RecordFiles) -> object:
    try:
        PartialDate.of(text)
    except DateError as error:
        raise usage_error(
            f"`{visible(text)}` is not a date", "write 2026-02-01, 2026-02 or 2026, with ~ for about"
        ) from error
    return day(text)


def _party(text: str, records: RecordFiles) -> Values:
    words = records.vocabularies
    if is_organization(text, words):
        return {"organization": only_key(words.organizations, text)}
    return {"country": only_key(words.countries, text)}


def _country(text: str, records: RecordFiles) -> str:
    return only_key(records.vocabularies.countries, text)


def _topic(text: str, records: RecordFiles) -> Values:
    values = topic(text)
    stages = get_args(lists.Stage)
    if values.get("stage", stages[0]) not in stages:
        raise usage_error(
            f"unknown stage `{visible(values['stage'])}`",
            one_of(values["stage"], stages),
        )
    return values | {"topic": only_key(records.vocabularies.topics, values["topic"])}


def _one_of(scale: object) -> Callable[[str, RecordFiles], str]:
    choices = get_args(scale)

    def read(text: str, _: RecordFiles) -> str:
        if text not in choices:
            raise usage_error(f"unknown value `{visible(text)}`", one_of(text, choices))
        return text

    return read


def _url(text: str, _: RecordFiles) -> str:
    if not text.startswith(("http://", "https://")):
        raise usage_error(f"`{visible(text)}` is not an address of the web", "begin it with https://")
    return text


def _used(get: Callable[[Any], Iterable[str | None]]) -> Callable[[RecordFiles], Iterable[str]]:
    """Make the candidates that records have already."""
    return lambda records: sorted({each for entry in records.sound for each in get(entry.meeting) if each})


def _countries(records: RecordFiles) -> Iterable[str]:
    entries = [*records.vocabularies.countries.entries.values(), *records.vocabularies.organizations.entries.values()]
    return (name for entry in entries for name in (entry.key, entry.label))


QUESTIONS = (
    Question("title", "Title", "What the meeting was, in your own words.", _text, is_needed=True),
    Question(
        "date", "Date", "2026-02-01; 2026-02 or 2026 where no more is known; with ~ for about.", _day, is_needed=True
    ),
    Question(
        "participants",
        "Party",
        "A country or an organisation, by any name or code; empty when all are there.",
        _party,
        _countries,
        is_needed=True,
        is_repeated=True,
    ),
    Question("city", "City", "Where they met.", _text, _used(lambda meeting: [meeting.venue.city])),
    Question("country", "Country of the venue", "By any name or code.", _country, _countries),
    Question(
        "host_event",
        "Host event",
        "The event on whose margins they met.",
        _text,
        _used(lambda meeting: [meeting.host_event]),
    ),
    Question("kind", "Kind", ", ".join(get_args(lists.Kind)), _one_of(lists.Kind), lambda _: get_args(lists.Kind)),
    Question("level", "Level", ", ".join(get_args(lists.Level)), _one_of(lists.Level), lambda _: get_args(lists.Level)),
    Question(
        "topics",
        "Topic",
        "By any name, perhaps with a stage: cloud=agreed; empty when all are there.",
        _topic,
        lambda records: records.vocabularies.topics.entries,
        is_needed=True,
        is_repeated=True,
    ),
    Question("url", "Source (address)", "Where it is known from.", _url, is_needed=True),
    Question(
        "publisher",
        "Publisher",
        "Who published it.",
        _text,
        _used(lambda meeting: [each.publisher for each in meeting.sources]),
    ),
    Question("summary", "Summary", "In your own words.", _text),
)
PERSON = (
    Question(
        "name",
        "Who stood for {}",
        "The name, or nothing when it is not known.",
        _text,
        _used(lambda meeting: [each.name for each in meeting.participants]),
    ),
    Question(
        "role",
        "Role of {}",
        "Such as Minister of Digital Affairs.",
        _text,
        _used(lambda meeting: [each.role for each in meeting.participants]),
    ),
    Question(
        "institution",
        "Institution of {}",
        "Such as a ministry; may be left empty.",
        _text,
        _used(lambda meeting: [each.institution for each in meeting.participants]),
    ),
)
