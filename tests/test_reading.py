"""From bytes to a meeting, and everything that can be wrong on the way."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS, GOOD
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coopdb.record import toml
from coopdb.record.cached import once
from coopdb.record.fault import Fault, Route
from coopdb.record.faults import faults
from coopdb.record.guard import MAX_BYTES
from coopdb.record.model import Meeting
from coopdb.record.naming import Naming
from coopdb.record.positions import Positions
from coopdb.record.reading import Reading
from coopdb.record.reading import read as read_with
from coopdb.record.writing import to_toml
from coopdb.vocabulary.vocabularies import packaged_vocabularies


def read(content: bytes) -> Reading:
    return read_with(content, packaged_vocabularies())


RECORDS = sorted(CORPUS.glob("records/*/*.toml"))
FULL = """\
title = "Éthiopie : « accès »"
date = "2024-05~"
end_date = 2024-06-02
status = "planned"
follows = ["2023-01-01-fr-ma"]
previous_dates = [2024-04-01, "2024-04"]
draft = true
summary = '''
Two lines,
the second.'''

[venue]
city = "Genève"

[[participants]]
country = "Maroc"
capacity = "lead"

[[participants]]
organization = "ITU"

[[topics]]
topic = "IA"
stage = "agreed"
note = "n"

[[documents]]
kind = "mou"
signed = 2024-06-01
topics = ["cloud"]

[[documents]]
kind = "roadmap"
signed = false
binding = false

[[commitments]]
text = "t"
owner = "itu"
due = "2025"

[[sources]]
publisher = "Le Matin"
published = 2024-06-03

[[waivers]]
code = "I001"
reason = "r"
"""


def test_there_are_real_records_to_test_with() -> None:
    assert len(RECORDS) >= 27


def test_a_good_record_has_no_fault() -> None:
    reading = read(GOOD.encode())
    assert reading.faults == ()
    assert reading.meeting is not None
    assert reading.meeting.countries == ("MA", "QA")


def test_every_key_is_read() -> None:
    reading = read(FULL.encode())
    assert reading.faults == ()
    meeting = reading.meeting
    assert meeting is not None
    assert meeting.parties == ("MA", "itu")
    assert meeting.organizations == ("itu",)
    assert meeting.topic_slugs == ("artificial-intelligence",)
    assert meeting.topics[0].stage == "agreed"
    assert meeting.date.is_about
    assert meeting.commitments[0].owner == "itu"


@pytest.mark.parametrize("text", [GOOD, FULL], ids=["good", "full"])
def test_a_record_survives_being_written(text: str) -> None:
    meeting = read(text.encode()).meeting
    assert meeting is not None
    again = read(to_toml(meeting).encode())
    assert again.faults == ()
    assert again.meeting == meeting
    assert list(again.variants()) == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_real_record_survives_being_written(path: Path) -> None:
    meeting = read(path.read_bytes()).meeting
    assert meeting is not None
    assert read(to_toml(meeting).encode()).meeting == meeting


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_reader_agrees_with_the_standard_library(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert toml.parse(text) == tomllib.loads(text)


def leaves(value: object, route: Route = ()) -> list[tuple[Route, object]]:
    if isinstance(value, dict):
        return [leaf for key, each in value.items() for leaf in leaves(each, (*route, key))]
    if isinstance(value, list) and value:
        return [leaf for number, each in enumerate(value) for leaf in leaves(each, (*route, number))]
    return [(route, value)]


def text_at(text: str, positions: Positions, route: Route) -> str:
    span = positions.value(route)
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def assert_positions_are_right(text: str) -> None:
    positions = Positions(text)
    for route, value in leaves(tomllib.loads(text)):
        found = text_at(text, positions, route)
        if value not in ({}, []):
            assert tomllib.loads(f"x = {found}")["x"] == value
        if isinstance(route[-1], str):
            key = positions.key(route)
            named = text.split("\n")[key.line - 1][key.column - 1 : key.end_column - 1]
            assert tomllib.loads(f"{named} = 1") == {route[-1]: 1}


@pytest.mark.parametrize("text", [*(path.read_text(encoding="utf-8") for path in RECORDS), GOOD, FULL])
def test_every_value_stands_where_it_is_said_to(text: str) -> None:
    assert_positions_are_right(text)


KEYS = st.text("abc_é.\" '", min_size=1, max_size=6).map(lambda key: '"' + key.replace('"', '\\"') + '"')
SCALARS = st.one_of(
    st.integers(-9, 10**6).map(str),
    st.booleans().map(lambda flag: str(flag).lower()),
    st.dates().map(str),
    st.text("aé\t ع😀'", max_size=8).map(lambda word: f'"{word}"'),
    st.text("aé\nع", max_size=8).map(lambda word: f'"""{word}"""'),
)
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=3).map(lambda each: f"[{', '.join(each)}]"))
PAIRS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


def lines_of(pairs: dict[str, str], spaces: str) -> str:
    return "".join(f"{spaces}{key} {spaces}= {value} # é\n" for key, value in pairs.items())


@given(st.lists(PAIRS, max_size=3), PAIRS, st.sampled_from(["", " ", "\t"]))
def test_every_value_of_any_text_stands_where_it_is_said_to(
    tables: list[dict[str, str]], top: dict[str, str], space: str
) -> None:
    text = lines_of(top, space) + "".join(f"{space}[[zz]]\n{lines_of(pairs, space)}" for pairs in tables)
    assert_positions_are_right(text)


@pytest.mark.parametrize(
    ("text", "route", "expected"),
    [
        ("[venue]\n\n# c\ncity = 1\n", ("venue",), (1, 1)),
        ("a = 1\n  [ venue ]\n", ("venue",), (2, 3)),
        ("venue.city = 1\n", ("venue",), (1, 7)),
        ("x = 1\nvenue.city = 1\n", ("venue",), (2, 7)),
        ("[a.b]\n[c]\n", ("a", "b"), (1, 1)),
        ("[a.b]\nkey_line = 2\n", ("a",), (1, 1)),
        ("[a]\nb = [1]\n", ("a", "b", 5), (2, 5)),
        ("[[z]]\n[[z.q]]\n", ("z", 0, "q"), (2, 5)),
        ("a = 1\n", ("nothing",), (1, 1)),
        ("t = {x = 1}\n", ("t", "x", "deeper"), (1, 10)),
    ],
)
def test_tables_and_what_is_missing_have_a_place(text: str, route: Route, expected: tuple[int, int]) -> None:
    span = Positions(text).value(route)
    assert (span.line, span.column) == expected


def faults_of(content: bytes) -> list[Fault]:
    return list(read(content).faults)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "[" * 150 + "]" * 150,
        "a = " + "{b = " * 100_000,
        "a = " + "[{b = " * 300 + "1" + "}]" * 300,
        ".".join(["a"] * 100_000) + " = 1",
        ".".join(['"a"'] * 700) + " = 1",
        "[" + ".".join(["a"] * 5000) + "]",
        'x = "' + "a" * MAX_BYTES + '"',
        't = {a = """x"""", b' + ".b" * 3500 + ' = "y"}',
        "t = {a = '''x''''', b" + ".b" * 600 + " = 'y'}",
    ],
    ids=range(10),
)
def test_absurd_text_is_turned_away(text: str) -> None:
    assert [fault.kind for fault in faults_of(text.encode())] == ["too-large"]


def test_a_long_text_with_many_full_stops_is_no_absurd_text() -> None:
    text = GOOD + '[venue]\nname = "' + "One. Two [1]. " * 300 + '"\n'
    assert faults_of(text.encode()) == []


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [(b'title = "caf\xe9"\n', 1, 13), ('# é\nx = "é'.encode() + b'\xff"', 2, 7), (b"\xff", 1, 1)],
)
def test_a_byte_that_is_not_utf8_is_found(content: bytes, line: int, column: int) -> None:
    (fault,) = faults_of(content)
    assert fault.kind == "bad-encoding"
    assert fault.span is not None
    assert (fault.span.line, fault.span.column) == (line, column)


@pytest.mark.parametrize(
    ("line", "kind", "route"),
    [
        ("country = 3", "wrong-type", ("participants", 2, "country")),
        ("country = [1]", "wrong-type", ("participants", 2, "country")),
        ("organization = true", "wrong-type", ("participants", 2, "organization")),
        ('capacity = "chief"', "unknown-value", ("participants", 2, "capacity")),
        ('country = "Congo"', "unknown-country", ("participants", 2, "country")),
    ],
)
def test_a_fault_has_the_route_of_its_value(line: str, kind: str, route: Route) -> None:
    country = "" if line.startswith(("country", "organization")) else 'country = "FR"\n'
    faults = faults_of(f"{GOOD}[[participants]]\n{country}{line}\n".encode())
    assert [(fault.kind, fault.route) for fault in faults] == [(kind, route)]


def test_a_byte_order_mark_and_crlf_are_accepted() -> None:
    assert faults_of(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"a = 0000-01-01",
        b"a = 2026-02-02T00:00:60Z",
        b"a = \x00",
        b"a = 1\rb = 2",
        b"a",
        b"a = ",
        b"= 1",
        b"[a",
        b"a = 1\na = 2",
        b"\x00",
    ],
)
def test_what_is_not_toml_has_a_place(content: bytes) -> None:
    (fault,) = faults_of(content)
    assert fault.kind == "bad-syntax"
    assert fault.span is not None


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    read(content)


ANY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(tomllib.loads(FULL))), ANY)
def test_any_value_for_any_key_is_a_fault_or_fine(key: str, value: object) -> None:
    data = {**tomllib.loads(FULL), key: value}
    try:
        Meeting.model_validate(data, context=Naming.of(packaged_vocabularies(), data))
    except ValidationError as error:
        for fault in faults(error, lambda _: Meeting):
            assert key in (*fault.route, fault.value)


def test_what_is_worked_out_once_is_worked_out_when_it_is_asked_for() -> None:
    asked = []

    class Number:
        @once
        def double(self) -> int:
            """Work it out."""
            asked.append(self)
            return 2

    number, other = Number(), Number()
    assert asked == []
    assert (number.double, number.double, other.double) == (2, 2, 2)
    assert asked == [number, other]


def test_each_key_that_a_table_lacks_is_at_its_header() -> None:
    positions = Positions('a = 1\n[venue]\ncity = "Doha"\n')
    places = [positions.value(("venue", key)) for key in ("country", "name")]
    assert places[0] == places[1]
    assert places[0].line == 2
