"""What nobody sees has no place in a value, is shown where it stands, and makes no two cities of one."""

import json
from collections.abc import Callable

import pytest
from conftest import GOOD, Repo, Result

from coopdb.invisible import has_invisible, misplaced, without_misplaced
from coopdb.text import fold, visible

PERSIAN = "می\u200cخواهم"
VENUE = '[venue]\ncity = "{}"\n'


@pytest.mark.parametrize(
    "character",
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u202a\u202b\u202c\u202d\u202e\u2060\u2063\u2066\u2069\u3164\ufeff\ufffb"
    "\U000e0041",
)
def test_an_invisible_character_is_never_at_home_and_is_shown(character: str) -> None:
    text = f"Do{character}ha"
    assert [*misplaced(text)] == [2]
    assert without_misplaced(text) == "Doha"
    assert fold(text) == "doha"
    assert visible(text) == f"Do{_escaped(character)}ha"


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@pytest.mark.parametrize(
    "text",
    [PERSIAN, "क्\u200dष", "قال \u200fنعم\u200f (Yes)", "שלום\u200e (Oslo)", "👩\u200d👧", "Doha", "Québec", "الدوحة"],
)
def test_what_a_script_needs_is_at_home(text: str) -> None:
    assert [*misplaced(text)] == []
    assert without_misplaced(text) == text
    assert visible(text) == text


@pytest.mark.parametrize(
    "text", ["Do\u200cha", "Do\u200dha", "\u200cمی", "می\u200c", "Doha\u200e", "\u200fDoha", "A\u200d👧"]
)
def test_what_a_script_needs_has_no_place_elsewhere(text: str) -> None:
    assert len([*misplaced(text)]) == 1
    assert has_invisible(text)


def test_two_cities_that_differ_by_what_nobody_sees_are_one(repo: Repo, coopdb: Callable[..., Result]) -> None:
    for day, city in (("01", "Doha"), ("02", "Doha"), ("03", "Do\u200bha")):
        repo.add(f"2026/2026-02-{day}-ma-qa.toml", GOOD.replace("02-01", f"02-{day}") + VENUE.format(city))
    rows = json.loads(coopdb("crosstab", "city", "--format", "json").out)
    assert "Doha" in str(rows)
    assert "\u200b" not in coopdb("crosstab", "city", "--format", "csv").out
    assert len(coopdb("search", "doha", "--format", "ids").out.splitlines()) == 3
    found = coopdb("validate", "--select", "N004,K010", "--format", "concise", "--strict")
    assert found.code == 1
    assert "N004" in found.out
    assert "\\u200b" in found.out
    assert "\u200b" not in found.out


def test_the_fix_takes_out_what_nobody_sees(repo: Repo, coopdb: Callable[..., Result]) -> None:
    path = repo.add(content=GOOD + VENUE.format("Do\\u200bha"))
    assert coopdb("validate", "--select", "K010", "--fix", "--strict").code == 0
    assert 'city = "Doha"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("topics.toml", '[ports]\nlabels = { en = "Po\u200brts" }\n'),
        ("people.toml", '["Nora\u2060 Said"]\ncountry = "MA"\n'),
        ("../coopdb.toml", '[queries.a]\ncommand = "search"\nabout = "a\u202eb"\n'),
        ("topics.toml", '[ports]\nlabels = { en = "Ports" }\naliases = { en = ["a", "b\\u00AD"] }\n'),
    ],
)
def test_a_vocabulary_and_the_configuration_are_looked_through_too(
    name: str, content: str, repo: Repo, coopdb: Callable[..., Result]
) -> None:
    repo.add()
    repo.add(name, content)
    found = coopdb("validate", "--select", "K010", "--format", "concise", "--strict")
    assert found.code == 1
    assert found.out.count("K010") == 1


def test_an_escape_of_what_is_seen_is_no_finding(repo: Repo, coopdb: Callable[..., Result]) -> None:
    repo.add(content=GOOD + VENUE.format("Qu\\u00e9bec"))
    assert coopdb("validate", "--select", "K010", "--strict").code == 0
