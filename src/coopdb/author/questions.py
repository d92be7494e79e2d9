"""The questions that make a record, in their order."""

from coopdb.author.answer_context import AnswerContext
from coopdb.author.answers import read_city, read_date, read_number, read_signature, read_text, value_of
from coopdb.author.occasions import is_remote, is_signing, is_to_come, tells_of
from coopdb.author.origins import read_sources
from coopdb.author.outcomes import read_commitment, read_document
from coopdb.author.parties import read_country, read_owner, read_parties
from coopdb.author.question import Element, Question
from coopdb.author.subjects import read_topics
from coopdb.author.suggestions import country_of_city, of_last, of_last_person, own_parties, parties, used
from coopdb.author.worded_values import values_of


def _is_named(_: AnswerContext, element: Element) -> bool:
    return bool(element.get("name"))


_PERSON = (
    Question(
        ("name",),
        "Who stood for {party}",
        "The name, or nothing when it is not known.",
        read_text,
        used(lambda meeting: [each.name for each in meeting.participants]),
        propose=of_last_person("name"),
    ),
    Question(
        ("role",),
        "Role of {name}",
        "Such as Minister of Digital Affairs.",
        read_text,
        used(lambda meeting: [each.role for each in meeting.participants]),
        _is_named,
        of_last_person("role"),
    ),
    Question(
        ("institution",),
        "Institution of {name}",
        "Such as a ministry; may be left empty.",
        read_text,
        used(lambda meeting: [each.institution for each in meeting.participants]),
        _is_named,
        of_last_person("institution"),
    ),
)
_DOCUMENT = (
    Question(("title",), "Title of the {kind}", "As it stands on the document, or in your own words.", read_text),
    Question(
        ("signed",),
        "{label}: signed on (a day, yes or no)",
        "The day it was signed; yes or no where the day is not known; nothing where neither is.",
        read_signature,
    ),
)
_COMMITMENT = (
    Question(
        ("owner",),
        "{label}: who promised it",
        "The party that has to do it; nothing for both.",
        read_owner,
        own_parties,
    ),
    Question(("due",), "{label}: until when", "A day, a month or a year; nothing where none was named.", read_date),
)
_SOURCE = (
    Question(
        ("title",),
        "Title of the source",
        "What it is called.",
        read_text,
        matters=lambda _, element: not element.get("url"),
        is_needed=True,
    ),
    Question(
        ("publisher",),
        "Publisher of {label}",
        "Who published it.",
        read_text,
        used(lambda meeting: [each.publisher for each in meeting.sources]),
        matters=lambda _, element: bool(element.get("url")),
    ),
)
QUESTIONS = (
    Question(("title",), "Title", "What the meeting was, in your own words.", read_text, is_needed=True),
    Question(
        ("date",),
        "Date",
        "2026-02-01, 12 March 2026; 2026-02 or 2026 where no more is known; with ~ for about.",
        read_date,
        is_needed=True,
    ),
    Question(("end_date",), "Last day", "Of a meeting of several days.", read_date, matters=lambda *_: False),
    Question(
        ("status",),
        "Status",
        **value_of("Status"),
        matters=lambda setting, _: is_to_come(setting),
        propose=lambda setting, _: "planned" if is_to_come(setting) else None,
    ),
    Question(
        ("participants",),
        "Party",
        "A country or an organisation, by any name or code; several with commas; with a person as "
        "`MA: Amal Idrissi; Minister; Ministry of Health`; empty when all are there.",
        read_parties,
        parties,
        is_needed=True,
        is_list=True,
        details=_PERSON,
    ),
    Question(("venue", "city"), "City", "Where they met.", read_city, used(lambda meeting: [meeting.venue.city])),
    Question(
        ("venue", "country"),
        "Country of the venue",
        "By any name or code.",
        read_country,
        parties,
        propose=country_of_city,
    ),
    Question(
        ("venue", "name"),
        "Venue",
        "The building or institution.",
        read_text,
        used(lambda meeting: [meeting.venue.name]),
        lambda *_: False,
    ),
    Question(("mode",), "Mode", **value_of("Mode"), matters=lambda setting, _: is_remote(setting)),
    Question(
        ("host_event",),
        "Host event",
        "The event on whose margins they met.",
        read_text,
        used(lambda meeting: [meeting.host_event]),
    ),
    Question(
        ("series",),
        "Series",
        "The standing dialogue that the meeting belongs to, such as a joint commission.",
        read_text,
        used(lambda meeting: [meeting.series]),
        lambda setting, _: tells_of("series", setting),
    ),
    Question(
        ("session",),
        "Session",
        "Which one of the series it was: 3 for the third.",
        read_number,
        matters=lambda setting, _: bool(setting.values.get("series")),
    ),
    Question(("kind",), "Kind", **value_of("Kind"), propose=of_last("kind")),
    Question(("level",), "Level", **value_of("Level"), propose=of_last("level")),
    Question(
        ("topics",),
        "Topic",
        "By any name, several with commas, perhaps with a stage: cloud=agreed; empty when all are there.",
        read_topics,
        lambda setting: setting.records.vocabularies.topics.entries,
        is_needed=True,
        is_list=True,
    ),
    Question(
        ("sources",),
        "Source (its address, or minutes)",
        "Where it is known from: the address of an article or communiqué, `minutes` for your own; empty when all are "
        "there.",
        read_sources,
        lambda _: ("minutes",),
        is_needed=True,
        is_list=True,
        details=_SOURCE,
    ),
    Question(("summary",), "Summary", "In your own words.", read_text),
    Question(
        ("documents",),
        "Document signed or issued",
        "Its kind or title, such as Memorandum on data; all at once as `memorandum: On data; 12 March 2026`; empty "
        "when all are there.",
        read_document,
        lambda _: values_of("DocumentKind"),
        lambda setting, _: is_signing(setting),
        is_list=True,
        details=_DOCUMENT,
    ),
    Question(
        ("commitments",),
        "Promise",
        "What a party promised to do; all at once as `MA: share the guide; June 2026`; empty when all are there.",
        read_commitment,
        matters=lambda setting, _: tells_of("promise", setting),
        is_list=True,
        details=_COMMITMENT,
    ),
    Question(
        ("next_meeting",),
        "Next meeting",
        "When they agreed to meet again: a day, a month or a year.",
        read_date,
        matters=lambda setting, _: tells_of("again", setting),
    ),
)
