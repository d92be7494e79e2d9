"""Looking through the vocabularies on the command line, filters and counts by group, and a repository's own words."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.cli.completion import (
    complete_country,
    complete_dimension,
    complete_group,
    complete_organization,
    complete_topic,
)

Run = Callable[..., Result]
TOPICS = """\
[smart-ports]
labels = { en = "Smart ports", fr = "Ports intelligents" }
aliases = { en = ["digital ports"] }
broader = "digital-transformation"

[ports]
labels = { en = "Ports" }
replaced_by = "smart-ports"

[cloud]
aliases = { en = ["weather in the net"] }
"""
PEOPLE = """\
["Amal El Fallah Seghrouchni"]
country = "Maroc"
aliases = ["Amal Seghrouchni", "أمل الفلاح"]
"""
MINISTER = GOOD.replace('country = "MA"', 'country = "MA"\nname = "Amal Seghrouchni"\nrole = "Minister"')


def test_find_has_an_object_a_text(coopdb: Run) -> None:
    result = coopdb("countries", "find", "Maroc", "Congo", "Burma", "Atlantis", "SU", "--format", "json")
    maroc, congo, burma, atlantis, union = json.loads(result.out)
    assert maroc == {
        "query": "Maroc",
        "matches": [
            {
                "code": "MA",
                "name": "Morocco",
                "matched": "Maroc",
                "language": "fr",
                "kind": "name",
                "valid_from": None,
                "valid_until": None,
            }
        ],
    }
    assert [match["code"] for match in congo["matches"]] == ["CD", "CG"]
    assert (burma["matches"][0]["code"], burma["matches"][0]["kind"]) == ("MM", "former")
    assert atlantis == {"query": "Atlantis", "matches": []}
    (match,) = union["matches"]
    assert (match["valid_from"], match["valid_until"]) == ("1922-12-30", "1991-12-26")
    assert result.code == 1
    assert coopdb("countries", "find", "Congo").code == 0


def test_find_gives_its_reasons(coopdb: Run, golden: Callable[[str, str], None]) -> None:
    names = ("Nigérien", "Nigerian", "Guinea", "franco-allemand", "السعودية", "Marocco", "Zaire", "MAR")
    golden("countries-find.txt", coopdb("countries", "find", *names).out)
    golden("topics-find.txt", coopdb("topics", "find", "IA", "identité numérique", "السحابة").out)
    golden("germany.txt", coopdb("countries", "find", "Germany", "--on", "1975").out)


def test_show_lays_an_entry_out(coopdb: Run, golden: Callable[[str, str], None]) -> None:
    golden("countries-show.txt", coopdb("countries", "show", "Tchécoslovaquie").out)
    golden("groups-show.txt", coopdb("groups", "show", "eu", "--on", "2015").out)
    assert "GB (1973-01-01 to 2020-01-31)" in coopdb("groups", "show", "eu").out
    golden("topics-show.txt", coopdb("topics", "show", "language-models").out)
    golden("organizations-show.csv", coopdb("organizations", "show", "ITU", "--format", "csv").out)


def test_lists_have_every_entry(coopdb: Run) -> None:
    rows = list(csv.DictReader(StringIO(coopdb("countries", "--format", "csv").out)))
    assert {row["code"] for row in rows} >= {"MA", "QA", "SU", "XAH"}
    groups = {row["code"]: row for row in csv.DictReader(StringIO(coopdb("groups", "--format", "csv").out))}
    assert (groups["eu"]["members"], groups["gcc"]["members"]) == ("27", "6")
    assert json.loads(coopdb("groups", "--format", "json").out)[6]["source"].startswith("https://")
    assert "quantum-technologies" in coopdb("topics").out
    assert "african-union" in coopdb("organizations").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("countries", "show", "Congo"), "ambiguous country `Congo`"),
        (("countries", "show", "Marocco"), "did you mean `Morocco`?"),
        (("countries", "show", "zzzzzz"), "unknown country `zzzzzz`"),
        (("countries", "find"), "`find` needs a name"),
        (("topics", "show"), "coopdb topics show"),
        (("countries", "find", "Maroc", "--on", "1975-13"), "`--on 1975-13` is not a date"),
        (("countries", "--root", "nowhere"), "no `records/` folder in `nowhere`"),
    ],
)
def test_what_cannot_be_looked_up_is_said(coopdb: Run, arguments: tuple[str, ...], message: str) -> None:
    result = coopdb(*arguments)
    assert message in result.err
    assert result.code in (2, 3)


def test_a_group_is_its_members_of_the_day(repo: Repo, coopdb: Run) -> None:
    for day, country in (("2020-01-31", "GB"), ("2020-02-01", "GB"), ("2013-07-01", "HR"), ("2013-06-30", "HR")):
        text = GOOD.replace("2026-02-01", day).replace('"QA"', f'"{country}"')
        repo.add(f"{day[:4]}/{day}-{country.lower()}-ma.toml", text)
    repo.add()
    found = coopdb("search", "-c", "@eu", "--format", "ids").out.split()
    assert found == ["2020-01-31-gb-ma", "2013-07-01-hr-ma"]
    assert found == coopdb("search", "-c", "@Union européenne", "--format", "ids").out.split()
    assert "@eu (members on the day of the meeting)" in coopdb("search", "-c", "@eu,QA").out
    assert len(coopdb("search", "-c", "@eu,QA", "--format", "ids").out.split()) == 3
    assert len(coopdb("search", "--exclude", "country=@eu", "--format", "ids").out.split()) == 3
    document = json.loads(coopdb("crosstab", "group", "year", "--format", "json").out)
    cells = dict(zip(document["row_keys"], document["cells"], strict=True))
    assert cells["eu"][document["column_keys"].index("2020")] == 1
    assert cells["gcc"] == [0] * 13 + [1]
    assert "belonged to on the day of the meeting" in coopdb("crosstab", "group").out
    assert "unknown group `@euu`" in coopdb("search", "-c", "@euu").err


def test_a_name_in_a_record_means_the_country_of_its_day(repo: Repo, coopdb: Run) -> None:
    text = GOOD.replace("2026-02-01", "1975-05-06")
    repo.add("1975/1975-05-06-dd-ma.toml", text.replace('"QA"', '"RDA"'))
    repo.add("1975/1975-05-06-ma-germany.toml", text.replace('"QA"', '"Germany"'))
    out = coopdb("validate", "--format", "concise").out
    assert 'K005 `RDA` is not the canonical form (write `"DD"`)' in out
    assert "V001 ambiguous country `Germany` (write `DE` (Germany) or `DD` (East Germany))" in out


def test_own_topics_and_people_are_known(repo: Repo, coopdb: Run) -> None:
    repo.add("topics.toml", TOPICS)
    repo.add("people.toml", PEOPLE)
    repo.add(content=MINISTER.replace("artificial-intelligence", "ports").replace("about AI", "at sea"))
    result = coopdb("validate", "--format", "concise")
    assert 'K005 `ports` is not the canonical form (write `"smart-ports"`)' in result.out
    assert 'K005 `Amal Seghrouchni` is not the canonical form (write `"Amal El Fallah Seghrouchni"`)' in result.out
    assert "3 files checked: 0 errors, 2 warnings" in result.err
    for arguments in (("-t", "Ports intelligents"), ("-t", "ports"), ("--person", "El Fallah"), ("أمل الفلاح",)):
        assert coopdb("search", *arguments, "--format", "ids").out == "2026-02-01-ma-qa\n"
    assert "Smart ports" in coopdb("crosstab", "topic").out
    assert "Amal El Fallah Seghrouchni" in coopdb("crosstab", "person").out
    assert "Smart ports" in coopdb("show", "2026").out
    assert [m["kind"] for m in json.loads(coopdb("topics", "find", "ports", "--format", "json").out)[0]["matches"]] == [
        "former"
    ]
    assert "weather in the net" in coopdb("topics", "show", "cloud").out
    assert "now smart-ports" in coopdb("topics").out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("topics.toml", "[a]\nlabel = 1\n", "records/topics.toml:2:1: K002 unknown key `label`"),
        ("topics.toml", "[a]\nlabels = 1\n", "records/topics.toml:2:10: K003 `labels` must be a table, not `1`"),
        ("topics.toml", "[a]\naliases.en = [1]\n", "K003"),
        ("topics.toml", "a = 1\n", "records/topics.toml:1:5: K003 `a` must be a table, not `1`"),
        ("topics.toml", "[a\n", "F004"),
        ("topics.toml", b"[a]\n# \xff\n", "F002"),
        ("people.toml", '[a]\ncountry = "Atlantis"\n', "V001 unknown country `Atlantis`"),
        ("people.toml", '[a]\naliases = ["b"]\n[c]\naliases = ["B"]\n', "V005 `b` is also a name of `c`"),
        ("people.toml", "[a]\ncountry = true\n", "K003"),
    ],
)
def test_faults_of_own_words_are_reported(
    repo: Repo, coopdb: Run, name: str, content: str | bytes, message: str
) -> None:
    repo.add(name, content)
    repo.add()
    result = coopdb("validate", "--format", "concise")
    assert message in result.out
    assert result.code == 1
    remarks = coopdb("search", "--format", "ids")
    assert remarks.out == "2026-02-01-ma-qa\n"
    assert (name in remarks.err) == ("V005" not in message)


def test_own_words_that_are_no_file_are_reported(repo: Repo, coopdb: Run) -> None:
    (repo.root / "records" / "topics.toml").symlink_to(repo.root / "elsewhere.toml")
    repo.add()
    assert "records/topics.toml:1:1: F001" in coopdb("validate", "--format", "concise").out


def test_a_shell_completes_codes_names_and_slugs() -> None:
    assert ("MA", "Morocco") in complete_country("m")
    assert ("Morocco", "MA") in complete_country("Mor")
    assert ("QA,MA", "Morocco") in complete_country("QA,M")
    assert complete_country("@gc") == [("@gcc", "Gulf Cooperation Council")]
    assert complete_topic("artificial") == [("artificial-intelligence", "Artificial intelligence")]
    assert ("african-union", "African Union") in complete_organization("afr")
    assert complete_group("asea") == [("asean", "Association of Southeast Asian Nations")]
    assert complete_dimension("top") == [("topic", "topics"), ("topic-area", "topic areas")]


def test_completion_loads_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from coopdb.cli import main\n"
        "main()\n"
        "heavy = {'pydantic', 'rich', 'tomlkit', 'toml_rs', 'sqlite3'} & set(sys.modules)\n"
        "print('heavy:', heavy, file=sys.stderr) if heavy else None\n"
    )
    environment = {
        **os.environ,
        "_COOPDB_COMPLETE": "complete_bash",
        "COMP_WORDS": "coopdb search -c Mor",
        "COMP_CWORD": "3",
    }
    result = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert "Morocco" in result.stdout
    assert "heavy" not in result.stderr


def test_a_compound_is_no_single_country(repo: Repo, coopdb: Run) -> None:
    repo.add()
    result = coopdb("search", "-c", "franco-allemand")
    assert (result.code, "ask for each by itself: `FR` and `DE`" in result.err) == (2, True)
    out = coopdb("countries", "find", "franco-allemand", "Congo").out
    assert "Names of several together: franco-allemand." in out
    assert "need the code: Congo." in out
