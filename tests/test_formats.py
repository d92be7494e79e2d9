"""Every format there is, whoever adds one: what it declares, what it does with hostile text, and with no header."""

import json
import re
import tomllib
from collections.abc import Callable
from datetime import date
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.draft import draft
from coopdb.author.drafted_text import DraftedText
from coopdb.check.runner import check
from coopdb.query.crosstab import crosstab
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.export import export
from coopdb.query.filters import Filters
from coopdb.query.search import search
from coopdb.query.selection import select
from coopdb.query.table import Column
from coopdb.record import toml
from coopdb.render.data import dumps, escape, json_for, toml_for
from coopdb.render.formats import Room, format_named, format_of_ending, formats
from coopdb.render.record_view import RecordView
from coopdb.render.screen import Screen
from coopdb.render.svg.frame import Placement
from coopdb.report.agenda import agenda
from coopdb.report.brief import brief
from coopdb.report.digest import digest
from coopdb.report.parties import Subject
from coopdb.report.timeline import Timeline, TimelineEvent, TimelineLane
from coopdb.report.wording import Wording
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.day import LATEST, as_of
from coopdb.store.star.rows import build_star
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
ROOMS: tuple[Room, ...] = (
    *("problems", "records", "tables", "pictures", "lists"),
    *("ledgers", "reports", "digests", "drafts"),
)
EVERY = [(room, name) for room in ROOMS for name in formats(room)]
# The rooms whose formats show every text.
SHOWN = ("tables", "pictures", "lists", "records", "ledgers", "reports", "digests")
NASTY = "[bold] [/x] | `x` <script>alert(1)</script> \x1b[31m\x9b31m\u202e\x07\r# y العربية"
# What no terminal is given, wherever it stands in a text.
FORBIDDEN = ("\x1b", "\x9b", "\u202e", "\x07", "\r")


@pytest.fixture
def values(repo: Repo) -> dict[str, Any]:
    """Make what the formats of each room take, with hostile text in it."""
    quoted = "".join(f"\\u{ord(letter):04x}" for letter in NASTY)
    sound = GOOD.replace('country = "MA"', f'country = "MA"\nname = "{quoted}"')
    repo.add(content=sound.replace("Morocco and Qatar talk about AI", quoted))
    planned = GOOD.replace("2026-02-01", '2027-02-01\nstatus = "planned"')
    repo.add("2027/2027-02-01-ma-qa.toml", planned.replace("Morocco and Qatar talk about AI", quoted))
    repo.add("2026/2026-02-01-ma-x.toml", GOOD.replace('"QA"', f'"{quoted}"'))
    records = load(Repository(repo.root))
    star = build_star(records)
    table = search(star, [], select(Filters(), star))
    text = f"Rabat, 1 February 2026. Minister Amal {NASTY} met the minister of Qatar, Ali {NASTY}, in Doha."
    return {
        "problems": check(records, date(2026, 3, 1)),
        "records": [RecordView(records.sound[0], records.vocabularies)],
        "tables": table,
        "pictures": crosstab(star, DIMENSIONS["person"], None, select(Filters(), star)),
        "lists": table,
        "ledgers": agenda(as_of(star, "2026-01-31"), select(Filters(), star), Wording(star.vocabularies)),
        "reports": brief(
            as_of(star, LATEST), select(Filters(), star), Wording(star.vocabularies), Subject(("MA", "QA"))
        ),
        "digests": digest(as_of(star, "2026-03-01"), select(Filters(), star), Wording(star.vocabularies), "2026-01-01"),
        "drafts": [DraftedText(text, draft(text, packaged_vocabularies(), published="2026-02-01", country="MA"))] * 2,
    }


@pytest.mark.parametrize(("room", "name"), EVERY)
@pytest.mark.parametrize("width", [30, 80, 140])
def test_hostile_text_does_nothing_at_a_terminal(values: dict[str, Any], room: Room, name: str, width: int) -> None:
    text = format_named(name, room).render(values[room], Screen(is_terminal=True, width=width))
    text = text.replace("\x1b[1m", "").replace("\x1b[0m", "").replace("\x1b[1;", "")  # what Rich makes bold
    text = (
        text.replace("\r\n ", "").replace("\r\n", "\n") if name == "ics" else text
    )  # how calendars end and fold lines
    assert not [mark for mark in FORBIDDEN if mark in text]
    assert name == "ids" or room not in SHOWN or "العربية" in text or "\\u0627" in text
    assert name not in ("html", "svg") or "<script>alert" not in text
    if name == "svg":
        assert ET.fromstring(text).get("role") == "img"  # noqa: S314  # our own


@pytest.mark.parametrize("name", formats("charts"))
def test_a_chart_of_hostile_text_is_well_formed_and_shows_it(values: dict[str, Any], name: str) -> None:
    table = values["pictures"]
    if name != "bars":
        table = table._replace(columns=(*table.columns, Column("x", NASTY, "count")), rows=(("2026", NASTY, 1, 2),))
        table = table._replace(has_totals=False, asides=0, title=NASTY, footer=(NASTY,), document={"rows": "year"})
    event = TimelineEvent("2026-01-01", "2026-01-01", NASTY, NASTY)
    told = Timeline(NASTY, "2026-01-01", NASTY, (TimelineLane(NASTY, "circle", (event,)),), (NASTY,))
    for is_standalone in (True, False):
        placement = Placement(is_standalone, NASTY)
        value = told if name == "timeline" else table
        text = import_module(f"coopdb.render.charts.{name}").draw(value, placement)
        ET.fromstring(text)  # noqa: S314  # our own
        assert not [mark for mark in FORBIDDEN if mark in text]
        assert "<script>" not in text
        assert "العربية" in text


def test_an_export_names_its_files_itself(repo: Repo, values: dict[str, Any]) -> None:
    assert values
    star = build_star(load(Repository(repo.root)))
    for name in formats("exports"):
        module = format_named(name, "exports")
        tables = export(star, select(Filters(), star))
        files = list(module.render(tables, date(2026, 3, 1)))
        assert files
        assert all(path == Path(path).name or not path for path, _ in files)
        codebook = next((content for path, content in files if path.startswith("codebook")), files[0][1])
        assert module.is_own(codebook)


@pytest.mark.parametrize("name", formats("tables", "lists"))
def test_a_format_has_no_header_or_says_that_it_needs_one(repo: Repo, coopdb: Run, name: str) -> None:
    repo.add()
    plain, bare = (coopdb("search", "--format", name, *options) for options in ((), ("--no-header",)))
    if format_named(name, "tables", "lists").NEEDS_HEADER:
        assert (bare.code, bare.out) == (2, "")
        assert "`--no-header`" in bare.err
        return
    assert bare.code == 0
    if name in ("json", "jsonl", "ids"):
        assert bare.out == plain.out
    else:
        assert len(plain.out.splitlines()) - len(bare.out.splitlines()) == 1
        assert "title" in plain.out
        assert "title" not in bare.out


@pytest.mark.parametrize(("room", "name"), EVERY)
def test_a_format_declares_how_its_files_end(room: Room, name: str) -> None:
    endings = format_named(name, room).ENDINGS
    assert all(each.startswith(".") and each == each.lower() for each in endings)
    assert (name == "ids") == (not endings)


def test_an_ending_chooses_one_format() -> None:
    rooms: tuple[Room, ...] = ("tables", "lists")
    for name in formats(*rooms):
        for ending in format_named(name, *rooms).ENDINGS[:1]:
            assert format_of_ending(ending, *rooms) == name


@pytest.mark.parametrize(
    ("command", "rooms"),
    [
        (("search",), ("tables", "lists")),
        (("crosstab", "country"), ("tables", "pictures")),
        (("topics",), ("tables",)),
        (("cache",), ("tables",)),
        (("show", "2026"), ("records",)),
        (("validate",), ("problems",)),
        (("commitments",), ("tables", "ledgers")),
        (("documents",), ("tables", "ledgers")),
        (("agenda",), ("tables", "ledgers")),
        (("silences",), ("tables", "ledgers")),
        (("brief", "MA"), ("reports",)),
        (("progress", "MA", "QA"), ("reports",)),
        (("digest", "--since", "2026-01-01"), ("digests", "reports")),
    ],
)
def test_a_command_takes_every_format_of_its_rooms_and_no_other(
    repo: Repo, coopdb: Run, command: tuple[str, ...], rooms: tuple[Room, ...]
) -> None:
    repo.add()
    for name in formats(*rooms):
        assert coopdb(*command, "--format", name).code == 0
    wrong = coopdb(*command, "--format", "xyz")
    assert wrong.code == 2
    assert all(name in wrong.err for name in formats(*rooms))


MARKED = [(room, name) for room, name in EVERY if name in ("html", "svg", "atom", "junit")]


@pytest.mark.parametrize(("room", "name"), MARKED)
def test_pages_and_xml_say_the_same_on_a_stdout_that_is_not_utf8(values: dict[str, Any], room: Room, name: str) -> None:
    whole, narrow = (format_named(name, room).render(values[room], Screen(is_utf8=each)) for each in (True, False))
    assert (whole.isascii(), narrow.isascii()) == (False, True)
    assert unescape(narrow) == unescape(whole)
    for raw in re.findall(r"<(?:style|script)[^>]*>(.*?)</", whole, re.DOTALL):  # where references mean nothing
        assert raw.isascii()


@given(st.text())
def test_json_and_toml_say_the_same_on_a_stdout_that_is_not_utf8(text: str) -> None:
    narrow = Screen(is_utf8=False)
    as_json, as_toml = json_for(dumps({"a": text}), narrow), toml_for(escape(f"a = {toml.value(text)}\n"), narrow)
    assert (as_json.isascii(), as_toml.isascii()) == (True, True)
    assert json.loads(as_json) == tomllib.loads(as_toml) == {"a": text}
    assert json_for(text, Screen()) == toml_for(text, Screen()) == text
