"""`coopdb validate` as its users meet it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.check.problem import CheckReport, Problem
from coopdb.record.span import Span
from coopdb.render.formats import render
from coopdb.render.screen import Screen

Run = Callable[..., Result]
FAULTY = """\
tittle = "عربي"
title = "é"
date = 2026-02-01
end_date = 2026-01-01
topics = ["cybre-security", "IA"]

[[participants]]
country = "Marocco"

[[participants]]
country = "QA"

[[sources]]
url = 5
"""


def test_the_real_records_have_no_problem(real: Path, coopdb: Run) -> None:
    assert real
    result = coopdb("validate", "--strict")
    assert (result.code, result.out) == (0, "")
    assert "no problems" in result.err


def test_all_faults_of_all_files_are_reported_at_their_place(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa.toml", FAULTY)
    repo.add("2026/2026-02-01-ma-qa-two.toml", "title = ")
    repo.add("2026/2026-02-01-ma-qa-good.toml")
    result = coopdb("validate", "--format", "concise", "--ignore", "R,N")
    assert result.code == 1
    places = [":".join(line.split(":")[:3]) + line.split(":")[3][:5] for line in result.out.splitlines()]
    name = "records/2026/2026-02-01-ma-qa"
    assert places == [
        f"{name}-two.toml:1:1 F004",
        f"{name}.toml:1:1 K002",
        f"{name}.toml:4:12 D002",
        f"{name}.toml:5:11 V003",
        f"{name}.toml:5:29 K005",
        f"{name}.toml:8:11 V001",
        f"{name}.toml:14:7 K003",
    ]
    assert result.err == "3 files checked: 6 errors, 1 warning; `coopdb validate --fix` can fix 1\n"


def test_the_json_report_has_its_fixed_shape(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa.toml", FAULTY)
    report = json.loads(coopdb("validate", "--format", "json").out)
    assert {key: report[key] for key in ("version", "files", "errors", "warnings")} == {
        "version": 1,
        "files": 1,
        "errors": 5,
        "warnings": 1,
    }
    assert report["problems"][-2] == {
        "code": "V001",
        "name": "unknown-country",
        "severity": "error",
        "message": "unknown country `Marocco`",
        "hint": "did you mean `Morocco`?",
        "path": "records/2026/2026-02-01-ma-qa.toml",
        "line": 8,
        "column": 11,
        "end_line": 8,
        "end_column": 20,
        "route": ["participants", 0, "country"],
        "fixable": False,
    }


@pytest.mark.parametrize("format", ["full", "concise", "json"])
def test_the_exit_code_does_not_depend_on_the_format(repo: Repo, coopdb: Run, format: str) -> None:
    repo.add()
    assert coopdb("validate", "--format", format).code == 0
    repo.add("2026/2026-02-01-ma-qa.toml", GOOD.replace('"MA"', '"Maroc"'))
    assert coopdb("validate", "--format", format).code == 0
    assert coopdb("validate", "--format", format, "--strict").code == 1
    repo.add("2026/2026-02-01-ma-qa.toml", GOOD.replace('"MA"', '"Marocco"'))
    assert coopdb("validate", "--format", format).code == 1


def test_only_the_files_named_are_reported_but_all_are_seen(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2025/2026-02-01-ma-qa.toml")
    repo.add("2026/2026-03-01-ma-qa.toml", "x")
    one = coopdb("validate", "--format", "concise", "records/2026/2026-02-01-ma-qa.toml")
    assert [line.split()[1] for line in one.out.splitlines()] == ["I003"]
    assert "1 file checked" in one.err
    assert "2 files checked" in coopdb("validate", "records/2026").err
    assert "3 files checked" in coopdb("validate", ".").err


def test_paths_are_taken_from_the_working_folder(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = repo.add()
    monkeypatch.chdir(path.parent)
    assert coopdb("validate", path.name).code == 0
    assert coopdb("validate", str(path)).code == 0


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nothing.toml", "there is no such file"),
        ("records/README.md", "records are `.toml` files"),
        ("/etc/passwd", "outside the repository"),
        ("records/2026/../../../x.toml", "outside the repository"),
    ],
)
def test_a_path_that_is_no_record_is_a_usage_error(repo: Repo, coopdb: Run, path: str, message: str) -> None:
    repo.add("README.md", "")
    repo.add()
    result = coopdb("validate", path)
    assert result.code == 2
    assert message in result.err


def test_one_fault_is_not_reported_twice(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa.toml", GOOD.replace("date = 2026-02-01", 'date = "soon"'))
    assert [line.split()[1] for line in coopdb("validate", "--format", "concise").out.splitlines()] == ["D001"]


def test_a_waiver_silences_its_rule_for_its_record(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa.toml", GOOD + '[[waivers]]\ncode = "I002"\nreason = "r"\n')
    repo.add("2025/2026-02-01-ma-qa-a.toml", GOOD + '[[waivers]]\ncode = "wrong-folder"\nreason = "r"\n')
    repo.add("2025/2026-02-01-ma-qa-b.toml", GOOD)
    out = coopdb("validate", "--format", "concise").out
    assert [line.split(":")[0] for line in out.splitlines() if ": I002" in line] == [
        "records/2025/2026-02-01-ma-qa-b.toml"
    ]
    assert "W002 the waiver of `I002` silences nothing" in out
    for unchecked in (("--ignore", "I002"), ("--select", "W")):
        assert "W002" not in coopdb("validate", "--format", "concise", *unchecked).out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("title = [1]", "`title` must be a string, not an array"),
        ("title = {}", "`title` must be a string, not a table"),
        ("title = true", "`title` must be a string, not `true`"),
        ("title = 2026-01-01T10:00:00", "`title` must be a string, not `2026-01-01T10:00:00`"),
        ('title = ""', "`title` must be some text, not empty"),
        (f'level = "{"x" * 99}"\ntitle = "t"', f"unknown value `{'x' * 60}…` for `level`"),
    ],
)
def test_a_message_words_what_it_found(repo: Repo, coopdb: Run, line: str, message: str) -> None:
    repo.add(content=line + GOOD[GOOD.index("\n") :])
    assert message in coopdb("validate", "--format", "concise").out


def test_organisations_alone_are_no_meeting_of_countries(repo: Repo, coopdb: Run) -> None:
    text = GOOD.replace('country = "MA"', 'organization = "itu"').replace('country = "QA"', 'organization = "unido"')
    repo.add("2026/2026-02-01-itu-unido.toml", text)
    result = coopdb("validate", "--format", "concise")
    assert "P001 no country among the parties" in result.out
    out = coopdb("crosstab", "country", "--format", "csv").out
    assert out == "country,label,meetings\n(none),(none),1\n(total),total,1\n"


@pytest.mark.parametrize(
    ("name", "date", "said"),
    [
        ("2026-02-01-ma-qa", "2026-02-02", "the id says `2026-02-01`, the record `2026-02-02`"),
        ("2026-02-01-ma-qa", '"2026-02"', "the id says `2026-02-01`, the record `2026-02`"),
        ("2026-02-ma-qa", '"2026~"', "the id says `2026-02`, the record `2026`"),
        ("ma-qa-2026", "2026-02-01", "the id says `no date`, the record `2026-02-01`"),
    ],
)
def test_an_id_and_its_date_agree(repo: Repo, coopdb: Run, name: str, date: str, said: str) -> None:
    repo.add(f"2026/{name}.toml", GOOD.replace("2026-02-01", date))
    result = coopdb("validate", "--format", "concise")
    assert f":2:8: I001 {said} (fix the date, or rename the file to" in result.out


@pytest.mark.parametrize("name", ["2026-02-01-MA-QA", "2026-02-01_ma_qa", "2026-02-01-ma-qa-é", "2026-02-01-ma-qa-"])
def test_an_id_has_plain_letters_only(repo: Repo, coopdb: Run, name: str) -> None:
    repo.add(f"2026/{name}.toml")
    result = coopdb("validate", "--format", "concise")
    assert "is not made of" in result.out
    assert "rename the file to `2026-02-01-ma-qa" in result.out


def test_other_files_are_no_records(repo: Repo, coopdb: Run) -> None:
    for name in ("README.md", "LICENSE.md", ".DS_Store", "2026/.gitkeep", "2026/notes.txt", "2026/.git/x.toml"):
        repo.add(name, "not a record")
    repo.add()
    assert "1 file checked: no problems" in coopdb("validate").err


def test_a_record_outside_a_year_folder_is_found(repo: Repo, coopdb: Run) -> None:
    repo.add("2026-02-01-ma-qa.toml")
    repo.add("2026/a/b/2026-02-01-ma-qa-b.toml")
    assert coopdb("validate", "--format", "concise").out.count("I002") == 2


def test_links_pipes_and_folders_are_reported_and_not_followed(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    good = repo.add()
    (tmp_path / "elsewhere").mkdir()
    (good.parent / "a.toml").symlink_to(good)
    (good.parent / "b.toml").symlink_to("nowhere")
    (good.parent / "c.toml").mkdir()
    (tmp_path / "records" / "2027").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(good.parent / "d.toml")
    lines = coopdb("validate", "--format", "concise").out.splitlines()
    assert [line.split(":")[0].rpartition("/")[2] for line in lines] == ["a.toml", "b.toml", "c.toml", "d.toml", "2027"]
    assert all("F001" in line for line in lines)
    assert "it is a link" in lines[0]


def test_a_file_too_large_is_not_read(repo: Repo, coopdb: Run) -> None:
    path = repo.add()
    with path.open("r+b") as file:
        file.truncate(200 * 2**20)
    result = coopdb("validate", "--format", "concise")
    assert "F003 too large for a record: 209,715,200 bytes" in result.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_reported(repo: Repo, coopdb: Run) -> None:
    repo.add().chmod(0)
    assert "permission denied" in coopdb("validate").out


def test_what_cannot_be_listed_or_read_is_reported(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    real_listdir, real_read = os.listdir, os.read

    def listdir(path: str | Path) -> list[str]:
        if Path(path).name == "2026":
            raise PermissionError(13, "Permission denied", str(path))
        return real_listdir(path)

    def read(*arguments: int) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "listdir", listdir)
        assert "records/2026:1:1: F001" in coopdb("validate", "--format", "concise").out
    with monkeypatch.context() as patch:
        patch.setattr(os, "read", read)
        assert "input/output error" in coopdb("validate").out
    assert real_read is os.read


def test_a_records_folder_that_cannot_be_listed_ends_the_run(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.add()

    real_listdir = os.listdir

    def listdir(path: str | Path) -> list[str]:
        if repo.root in Path(path).parents:
            raise PermissionError(13, "Permission denied", str(path))
        return real_listdir(path)

    monkeypatch.setattr(os, "listdir", listdir)
    result = coopdb("validate")
    assert result.code == 3
    assert "cannot list" in result.err


def test_odd_file_names_are_shown_literally(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/new\nline \x1b[31m[bold].toml")
    (repo.root / "records/2026" / os.fsdecode(b"bad\xff.toml")).write_text(GOOD)
    for format in ("full", "concise", "json"):
        result = coopdb("validate", "--format", format)
        assert result.code == 1
        assert "\x1b" not in result.out
        assert "[bold]" in result.out
        assert "new\nline" not in result.out


def problem(source: str, column: int, end_column: int, line: int = 1) -> Problem:
    span = Span(line, column, line, end_column)
    return Problem("K002", "unknown-key", "warning", "m [bold]\x1b", "h", "p", span, (), False, source)


@pytest.mark.parametrize(
    ("source", "column", "end_column"),
    [
        ("a = 1", 5, 6),
        ("é\t\x1b = " + "x" * 500, 450, 460),
        ("عربي = 1", 1, 5),
        ("日本 = 1", 6, 7),
        ("x" * 400, 1, 401),
    ],
)
@pytest.mark.parametrize("width", [40, 60, 140])
def test_the_line_shown_fits_the_terminal_and_carets_are_under_the_place(
    source: str, column: int, end_column: int, width: int
) -> None:
    text = render("problems", "full", CheckReport(1, (problem(source, column, end_column),)), Screen(True, width))
    line, carets = text.splitlines()[3:5]
    assert "\x1b" not in text
    assert len(line) <= width
    assert len(carets) <= width
    assert carets.strip(" |").startswith("^")


def test_problems_are_coloured_where_there_are_colours(golden: Callable[[str, str], None]) -> None:
    report = CheckReport(1, (problem("a = 1", 1, 2, line=10),))
    golden("problem.full.ansi", render("problems", "full", report, Screen(True, 80, "256")))
    golden("problem.concise.ansi", render("problems", "concise", report, Screen(True, 80, "standard")))


def test_an_id_whose_parties_are_apart_is_found(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-and-qa.toml")
    repo.add("2026/2026-02-01-ma-fr.toml")
    out = coopdb("validate", "--format", "concise", "--select", "I").out
    assert [line.partition(".toml:")[2][:5] for line in out.splitlines()] == ["5:3: ", "9:11:"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_only_implausible(repo: Repo, coopdb: Run, day: str) -> None:
    for name in ("", "-b"):
        repo.add(f"{day[:4]}/{day}-ma-qa{name}.toml", GOOD.replace("2026-02-01", day))
    out = coopdb("validate", "--format", "concise").out
    assert {line.split()[1] for line in out.splitlines()} <= {"D003", "D005", "R001"}
    assert coopdb("crosstab", "year").code == 0


def test_the_same_source_makes_a_duplicate_probable(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2024/2024-02-01-ma-qa.toml", GOOD.replace("2026", "2024"))
    repo.add("2025/2025-ma-qa.toml", GOOD.replace("2026-02-01", '"2025"').replace("/1", "/2"))
    repo.add("2025/2025-12-30-ma-qa.toml", GOOD.replace("2026-02-01", "2025-12-30").replace("/1", "/3"))
    out = coopdb("validate", "--format", "concise", "--select", "R001").out
    assert out.count("with the same source https://example.org/1") == 2
    for year in (2001, 2002):
        repo.add(f"{year}/{year}-02-01-ma-qa.toml", GOOD.replace("2026", str(year)))
    assert "same source" not in coopdb("validate", "--format", "concise", "--select", "R001").out  # it is a list
    assert out.count("perhaps on the same day") == 2


def test_only_who_stands_for_two_countries_is_named(repo: Repo, coopdb: Run) -> None:
    for day, amal in ((1, "MA"), (10, "MA"), (20, "QA")):
        text = GOOD.replace("-01\n", f"-{day:02}\n").replace(
            'country = "MA"', 'country = "MA"\nname = "Omar"\nrole = "R"'
        )
        person = f'[[participants]]\ncountry = "{amal}"\nname = "Amal"\nrole = "R"\n'
        repo.add(f"2026/2026-02-{day:02}-ma-qa.toml", text + person)
    out = coopdb("validate", "--format", "concise", "--select", "N002").out
    assert out.count("\n") == 1
    assert "`Amal` stands for `MA` in other records, here for `QA`" in out


def test_a_country_of_another_time_is_found_beside_an_organisation_and_without_a_venue(repo: Repo, coopdb: Run) -> None:
    repo.add(
        "2026/2026-02-01-su-qa.toml",
        GOOD.replace('country = "MA"', 'country = "SU"\n\n[[participants]]\norganization = "itu"'),
    )
    out = coopdb("validate", "--format", "concise").out
    assert [line for line in out.splitlines() if ": V004" in line or " V004 " in line]
