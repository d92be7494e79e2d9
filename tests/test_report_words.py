"""The words of reports: each catalogue is complete, its plurals and dates are CLDR's, and nothing in it is unused."""

import json
import re
from string import Formatter
from typing import Any, get_args

import pytest
from babel import Locale
from babel.dates import format_date
from conftest import ROOT

from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.fields import FIELDS
from coopdb.query.form import Percent
from coopdb.query.search import _COLUMNS
from coopdb.query.units import UNITS
from coopdb.record import values
from coopdb.record.dates import PartialDate
from coopdb.record.fields import record_fields
from coopdb.report.wording import LANGUAGES, Language, Wording, catalogue, plural_form, sentence
from coopdb.vocabulary.vocabularies import packaged_vocabularies

LOCALES = {"en": "en_GB", "fr": "fr", "ar": "ar"}
SOURCES = (*sorted((ROOT / "src/coopdb/report").glob("*.py")), ROOT / "src/coopdb/render/record_view.py")
# Lists of the record of which each element is told, and what is told by its own keys.
ELEMENTS = ("parties", "participants", "topics", "documents", "commitments", "sources", "waivers")
TOLD_APART = (*ELEMENTS[1:2], *ELEMENTS[3:], "venue")
# What is said of a date, and by another key where that is a whole day.
DATED = {
    family: (*ends, *(f"{end}-day" for end in ends))
    for family, ends in {
        "filter": ("since", "until"),
        "note": ("since", "until"),
        "diff": ("moved", "update", "due"),
        "brief": (
            "meeting",
            "next-meeting",
            "at",
            "at-with-others",
            "late-next-meeting",
            "late-planned",
            "expires",
            "expires-again",
        ),
        "show": ("in-force", "ended", "since"),
    }.items()
}
# What is said by a key that is put together: its beginning, and how it may end.
FAMILIES: dict[str, Any] = {
    "state": get_args(values.CommitmentStatus),
    "document": get_args(values.DocumentKind),
    "document-state": get_args(values.DocumentState),
    "stage": get_args(values.Stage),
    **{each: get_args(kind) for each, kind in (("status", values.Status), ("mode", values.Mode))},
    **{each: get_args(kind) for each, kind in (("told-by", values.ToldBy), ("source-kind", values.SourceKind))},
    "dimension": DIMENSIONS,
    **dict.fromkeys(("units", "counted"), UNITS),
    "meeting-column": (*(each.key for each in _COLUMNS), "why"),
    "screen": ("code", "continued", "shades"),
    "value": ("size", "size-and-others", "first", "last", "interval_days"),
    "chart": (
        *("bars", "lines", "heatmap", "timeline", "most", "other", "at-most", "rest", "rest-of-lines", "gap"),
        *("beside", "empty", "no-labels", "no-room"),
    ),
    "note": (
        *("as-of", "beyond", "document-state", "group", "one-item", "one-row", "one-row-and-filters"),
        *("cumulative", "left-out", "not-public", "spans", "spans-of-pairs"),
        *("one-row-filters", "overlap", "own-filters", "own-topics"),
        *DATED["note"],
        *(f"percent-{base}" for base in get_args(Percent)),
        *(f"under-{whose}" for whose in ("both", "others", "own")),
    ),
    "kind": get_args(values.Kind),
    "level": get_args(values.Level),
    "silence": ("pair", "series", "next-meeting", "planned"),
    "agenda": ("meeting", "next-meeting", "commitment", "document"),
    "filter": (*FIELDS, "party", *DATED["filter"]),
    "progress": ("advanced", "back", "still", "once"),
    "digest": ("meetings", "advanced", "documents", "made", "closed", "overdue"),
    "brief": (
        *("last", "people", "topics", "owed", "documents", "ahead", "rhythm", "no-last", "no-people", "no-topics"),
        *("no-owed", "no-documents", "no-ahead", "no-rhythm"),
        *DATED["brief"],
    ),
    "field": {each.key for fields in record_fields().values() for each in fields if each.key not in TOLD_APART},
    "diff": (
        *(f"{table}.{end}" for table in ELEMENTS for end in ("added", "removed")),
        *(f"{table}.of" for table in ELEMENTS[1:]),
        *(f"count.{each}" for each in ("commitments", "documents", "held", "meetings", "sources")),
        *(f"{kind}.{end}" for kind in ("text", "value") for end in ("added", "changed", "removed")),
        *("added", "removed", "side.base", "side.both", "side.head"),
        *DATED["diff"],
    ),
    "capacity": get_args(values.Capacity),
    "renewal": get_args(values.Renewal),
    "show": DATED["show"],
    "commitments": ("title", "count"),
    "documents": ("title", "count"),
    "agenda.": ("title", "count"),
    "silences": ("title", "count"),
}  # fmt: skip


def used() -> set[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    named = set(re.findall(r'"([a-z]+(?:\.[a-z-]+)+)"', text)) - {"commitments.updates"}  # a table of the record
    columns = set(re.findall(r'LedgerColumn\(\s*"(\w+)"', text)) - machine_columns(text)
    families = {f"{family.removesuffix('.')}.{end}" for family, ends in FAMILIES.items() for end in ends}
    return named | families | {f"column.{each}" for each in columns}


def machine_columns(text: str) -> set[str]:
    """Return the columns that are for machines wherever they are."""
    rows = re.findall(r'LedgerColumn\(\s*"(\w+)",(.*?)\)?,?\n', text)
    machine = {name for name, rest in rows if "is_for_machines" in rest}
    return machine - {name for name, rest in rows if "is_for_machines" not in rest}


def forms(value: Any) -> dict[str, str]:
    return value if isinstance(value, dict) else {"": value}


def holders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_written_twice(language: Language) -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs), sorted(key for key, _ in pairs)
        return dict(pairs)

    text = (ROOT / "src/coopdb/data/reports" / f"{language}.json").read_text(encoding="utf-8")
    json.loads(text, object_pairs_hook=once)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_word_that_is_used_and_no_other(language: Language) -> None:
    assert set(catalogue(language)) == used()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_translations_have_the_same_places_for_values(language: Language) -> None:
    for key, value in catalogue(language).items():
        english = catalogue("en")[key]
        assert isinstance(value, dict) == isinstance(english, dict), key
        wanted = set().union(*map(holders, forms(english).values()))
        assert set().union(*map(holders, forms(value).values())) == wanted, key
        assert all(each.strip() or key in ("filter.or",) for each in forms(value).values()), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_is_there_and_says_its_number(language: Language) -> None:
    wanted = {plural_form(language, number) for number in range(300)}
    for key, value in catalogue(language).items():
        if isinstance(value, dict):
            assert set(value) == wanted, key
            # One, two and none may be words; a form of many numbers has to have the number.
            assert all("{number}" in value[form] for form in wanted - {"zero", "one", "two"}), key


def test_arabic_has_six_plural_forms() -> None:
    wording = Wording(packaged_vocabularies(), "ar")
    said = {number: wording.counted("documents.count", number) for number in (0, 1, 2, 3, 11, 100, 103, 111)}
    assert said[1] == "وثيقة واحدة"
    assert said[2] == "وثيقتان"
    assert said[3] == "3 وثائق"
    assert said[11] == "11 وثيقة"
    assert said[103] == "103 وثائق"
    assert len({plural_form("ar", number) for number in said}) == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_cldr(language: Language) -> None:
    rule = Locale.parse(LOCALES[language]).plural_form
    assert all(plural_form(language, number) == rule(number) for number in range(3000))


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_written_as_cldr_says(language: Language) -> None:
    wording = Wording(packaged_vocabularies(), language)
    for text in ("2026-02-02", "2019-08-31", "1999-12-09"):
        assert wording.day(text) == format_date(PartialDate.of(text).earliest, "long", LOCALES[language])


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("fr", "2026-02-01", "1er février 2026"), ("fr", "2026-02-11", "11 février 2026"),
        ("fr", "2026-02", "février 2026"), ("en", "2026-02-01", "1 February 2026"),
        ("ar", "2026-02-01", "1 فبراير 2026"),
    ],
)  # fmt: skip
def test_the_first_of_a_month_is_written_as_french_does(language: Language, text: str, written: str) -> None:
    assert Wording(packaged_vocabularies(), language).day(text) == written


def test_dates_that_are_known_roughly_are_said_so() -> None:
    words = packaged_vocabularies()
    assert Wording(words).day("2026-02~") == "about February 2026"
    assert Wording(words, "fr").day("2026-02") == "février 2026"
    assert Wording(words, "ar").day("2026") == "2026"
    assert Wording(words, is_machine=True).day("2026-02~") == "2026-02~"


def test_names_are_those_of_the_vocabularies() -> None:
    words = packaged_vocabularies()
    french, machine = Wording(words, "fr"), Wording(words, is_machine=True)
    assert french.pair("MA-QA") == "Maroc – Qatar"
    assert (french.party("unido"), french.party("XX?")) == (words.organizations["unido"].labels["fr"], "XX?")
    assert french.topic("cloud") == words.topics["cloud"].labels["fr"]
    assert french.group("gcc") == words.groups["gcc"].labels["fr"]
    assert (machine.pair("MA-QA"), machine.topic("cloud"), machine.value("state", "done")) == ("MA-QA", "cloud", "done")


def test_lists_are_put_together_as_the_language_does() -> None:
    words = packaged_vocabularies()
    english = Wording(words)
    assert [english.listed("abcd"[:number]) for number in (1, 2, 3, 4)] == [
        "a",
        "a and b",
        "a, b and c",
        "a, b, c and d",
    ]
    assert Wording(words, "ar").listed("abc") == "a وb وc"
    assert Wording(words, "fr").number(1234567) == "1\u202f234\u202f567"


def test_a_sentence_begins_with_a_capital() -> None:
    assert (sentence("état"), sentence("اتفق"), sentence("")) == ("État", "اتفق", "")
