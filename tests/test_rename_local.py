"""`rename` in the repository's own topics and people: every way to write a key, and no other change."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.renaming_tables import rename_key
from coopdb.errors import StopError
from coopdb.record import toml
from coopdb.record.paths import fits_name

Run = Callable[..., Result]
FORMS = [
    '[ports]\nshort = "P"\n[ports.labels]\nen = "Ports"\n[ports.aliases]\nen = ["harbours"]\n',
    '[ports.labels]\nen = "Ports"\n',
    '[ "ports" ] # [ports]\nshort = "[ports]"\n',
    "['ports']\nshort = 'P'\n  [ports . 'labels']\n  en = 'x'\n",
    'ports.short = "P"\nports.labels.en = "Ports"\n[other]\nbroader = "ports"\n',
    '"ports" = { short = "P", labels = { en = "ports" } }\n',
    '[ports]\ndefinition = """\n[ports]\nports = 1\n"""\n[x.labels]\nen = "ports"\n[x]\nreplaced_by = \'ports\'\n',
    "[ports]\ndefinition = '''\n[ports.labels]\n'''\n# [ports]\n[portsmouth]\nshort = 'ports'\n[x.ports]\ny = 1\n",
    '[x]\nports = "own key"\nbroader = "ports"\n[ports]\n',
]


def expected(data: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """Rename in values instead of text."""
    return {
        new if key == old else key: {
            inner: new if inner in ("broader", "replaced_by") and value == old else value
            for inner, value in table.items()
        }
        for key, table in data.items()
    }


@pytest.mark.parametrize("text", FORMS)
@pytest.mark.parametrize("new", ["harbours", "Amal Idrissi", 'A "B" \\ C', "أمل"])
def test_a_table_is_renamed_whichever_way_it_is_written(text: str, new: str) -> None:
    after = rename_key("x", text, "ports", new)
    assert tomllib.loads(after) == expected(tomllib.loads(text), "ports", new)
    assert rename_key("x", after, new, "ports") != after
    assert tomllib.loads(rename_key("x", after, new, "ports")) == tomllib.loads(text)


NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=8)


@given(
    st.lists(st.tuples(NAMES, st.sampled_from(["table", "parts", "dotted", "inline"])), min_size=1, max_size=4), NAMES
)
def test_any_names_are_renamed_and_nothing_else_is(tables: list[tuple[str, str]], new: str) -> None:
    names = dict(tables)
    old = next(iter(names))
    if new in names:
        return
    above, below = "", ""
    for name, form in names.items():
        key = toml.value(name)
        match form:
            case "table":
                below += f"[{key}]\nshort = {key}\nbroader = {toml.value(old)}\n"
            case "parts":
                below += f"[{key}.labels]\nen = {key}\n[{key}]\nshort = 'x'\n"
            case "dotted":
                above += f"{key}.labels.en = {key}\n"
            case "inline":
                above += f"{key} = {{ broader = {toml.value(old)}, labels = {{ en = {key} }} }}\n"
    after = rename_key("x", above + below, old, new)
    assert tomllib.loads(after) == expected(tomllib.loads(above + below), old, new)


def test_what_cannot_be_renamed_in_place_is_refused() -> None:
    with pytest.raises(StopError, match="cannot be renamed there"):
        rename_key("x", "[ports]\n[harbours]\n", "ports", "harbours")
    with pytest.raises(StopError, match="cannot be renamed there"):
        rename_key("x", 'list = [\n["ports"],\n]\n[ports]\n', "ports", "harbours")


def own(repo: Repo) -> tuple[Path, Path]:
    repo.add(content=GOOD.replace('"artificial-intelligence"', '"ports"').replace('"MA"', '"MA"\nname = "Amal"'))
    topics = repo.add("topics.toml", '[ports.labels]\nen = "Ports"\n[ports]\nshort = "P"\n')
    return topics, repo.add("people.toml", "[Amal]\ncountry = 'MA'\n['Other']\n")


def test_a_topic_of_several_tables_stays_one(repo: Repo, coopdb: Run) -> None:
    topics, _ = own(repo)
    assert coopdb("rename", "topic", "ports", "harbours", "--yes").code == 0
    assert topics.read_text(encoding="utf-8") == '[harbours.labels]\nen = "Ports"\n[harbours]\nshort = "P"\n'
    assert "harbours" in coopdb("search", "-t", "harbours").out


@pytest.mark.parametrize("name", ["Amal\nIdrissi", "A\tB", "A\x00", "A\u200bB", "A\u202eB", "", " ", "x\u2028y"])
def test_a_name_that_is_not_one_visible_line_is_refused(repo: Repo, coopdb: Run, name: str) -> None:
    _, people = own(repo)
    before = people.read_bytes()
    result = coopdb("rename", "person", "Amal", name, "--yes")
    assert (result.code, people.read_bytes()) == (2, before)
    assert "on one line" in result.err


def test_a_person_who_is_there_already_is_not_written_twice(repo: Repo, coopdb: Run) -> None:
    _, people = own(repo)
    before = people.read_bytes()
    result = coopdb("rename", "person", "Amal", "Other", "--yes")
    assert (result.code, people.read_bytes()) == (2, before)
    assert "the person `Other` is in records/people.toml already" in result.err


def test_a_file_that_is_no_toml_is_left_alone(repo: Repo, coopdb: Run) -> None:
    _, people = own(repo)
    people.write_text("[Amal\n", encoding="utf-8")
    assert coopdb("rename", "person", "Amal", "Nadia", "--yes").code == 0
    assert people.read_text(encoding="utf-8") == "[Amal\n"


def test_the_longest_name_of_a_file() -> None:
    assert fits_name("a" * 255)
    assert not fits_name("a" * 256)
    assert not fits_name("é" * 128)


IMPORTED = """\
id = { column = "id" }
title = { column = "title" }
date = { column = "date" }
topics = ["cloud"]
[[participants]]
country = "MA"
[[participants]]
country = "QA"
[[sources]]
url = "https://example.org/1"
"""


@pytest.mark.parametrize(("size", "is_written"), [(255, True), (256, False), (400, False)])
def test_an_import_with_an_id_too_long_for_a_file_stops_before_nothing_is_left_half_done(
    repo: Repo, coopdb: Run, size: int, *, is_written: bool
) -> None:
    long = "2026-04-02-ma-qa-".ljust(size - len(".toml"), "x")
    (repo.root / "map.toml").write_text(IMPORTED, encoding="utf-8")
    rows = f"id,title,date\n,A,2026-04-01\n{long},B,2026-04-02\n,C,2026-04-03\n"
    (repo.root / "in.csv").write_text(rows, encoding="utf-8")
    result = coopdb("import", "in.csv", "--map", "map.toml")
    found = sorted(path.stem for path in repo.root.glob("records/*/*.toml"))
    assert found == ["2026-04-01-ma-qa", *([long] if is_written else []), "2026-04-03-ma-qa"]
    assert (result.code, "too many for a file" in result.err) == (int(not is_written), not is_written)


def test_an_import_through_a_link_writes_nothing(repo: Repo, coopdb: Run, tmp_path_factory: Any) -> None:
    (repo.root / "records/2027").symlink_to(tmp_path_factory.mktemp("outside"))
    (repo.root / "map.toml").write_text(IMPORTED, encoding="utf-8")
    (repo.root / "in.csv").write_text("id,title,date\n,A,2026-04-01\n,B,2027-04-02\n", encoding="utf-8")
    result = coopdb("import", "in.csv", "--map", "map.toml")
    assert (result.code, "leads out of" in result.err) == (3, True)
    assert list(repo.root.glob("records/2026/*")) == []


def test_a_fix_whose_name_is_too_long_for_a_file_writes_nothing(repo: Repo, coopdb: Run) -> None:
    name = "2026-ma-qa-".ljust(250, "x")
    path = repo.add(f"2026/{name}.toml")
    result = coopdb("validate", "--fix")
    assert (result.code, "is too long for the name of a file" in result.err) == (3, True)
    assert path.exists()
