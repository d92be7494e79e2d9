"""Reports of problems whatever their texts: the promises that hold for every format, and where CI finds the files."""

import json
import re
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import GOOD, ROOT, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.check.problem import CheckReport, Problem
from coopdb.check.registry import RULES
from coopdb.record.severity import SEVERITIES
from coopdb.record.span import Span, at, within
from coopdb.render.annotation import annotation
from coopdb.render.formats import render
from coopdb.render.problems import github, sarif
from coopdb.render.screen import Screen
from coopdb.store.files.checkout import folder_in_checkout

Run = Callable[..., Result]
BAD = GOOD.replace('"MA"', '"Atlantis"')
HOSTILE = (
    "##[error]x",
    "##vso[task.setvariable variable=PATH]x",
    "\n::stop-commands::x\n",
    "\r::error::x",
    "\u2028",
    "\x85",
    "\uffff",
    "\ufffe",
    "\ud800",
    "\x00",
    "]]>",
    "|",
    "%0A",
)
# The hostile parts are few among all of Unicode: half of the texts have one.
texts = st.one_of(
    st.text(max_size=20),
    st.tuples(st.text(max_size=5), st.sampled_from(HOSTILE), st.text(max_size=5)).map("".join),
    st.text(st.characters(categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]), min_size=1, max_size=5),
)
spans = st.builds(at, st.integers(1, 9), st.integers(1, 30)) | st.just(Span(1, 2, 3, 4))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    rule = draw(st.sampled_from(RULES))
    severity, span, fix = draw(st.sampled_from(SEVERITIES)), draw(spans), None
    message, hint, source = (draw(texts) for _ in range(3))
    # Of halves of pairs, a path has those that stand for a byte.
    path = "records/" + re.sub("[\ud800-\udc7f\udd00-\udfff]", "\udc80", draw(texts))
    return Problem(rule.code, rule.name, severity, message, hint, path, span, ("title",), fix, source)


reports = st.builds(
    CheckReport,
    st.integers(0, 9),
    st.lists(problems(), max_size=6).map(tuple),
    st.booleans(),
    st.sampled_from(["", "data"]),
)


def number_of(report: CheckReport, *severities: str) -> int:
    return sum(problem.severity in severities for problem in report.problems)


@settings(max_examples=200)
@given(reports)
def test_no_text_begins_a_line_of_its_own(report: CheckReport) -> None:
    commands = render("problems", "github", report, Screen()).splitlines()
    assert len(commands) == len(report.problems)
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in commands)
    lines = render("problems", "concise", report, Screen()).splitlines()
    assert len(lines) == len(report.problems)
    assert all(re.search(r":\d+:\d+: [A-Z]\d{3} ", line) for line in lines)
    table = render("problems", "markdown", report, Screen()).splitlines()
    assert len(table) == (4 + len(report.problems) if report.problems else 1)
    for line in render("problems", "full", report, Screen()).splitlines():
        assert re.match(r"(error|warning|info)\[|( *\d*) (\||=|-->)|^ -->|$", line), line


@settings(max_examples=200)
@given(reports)
def test_no_text_is_a_command_within_a_line(report: CheckReport) -> None:
    for name in ("concise", "full", "markdown"):
        assert not re.search(r"##(vso)?\[", render("problems", name, report, Screen()))


def test_carets_stand_under_what_follows_a_command() -> None:
    (one,) = some(1, "error")
    text = render("problems", "full", CheckReport(1, (replace(one, source="##[x] = y", span=at(1, 9)),)), Screen())
    line, carets = text.splitlines()[3:5]
    assert line == r"1 | ##\x5bx] = y"
    assert carets.index("^") == line.index("y")


def test_a_long_line_is_cut_where_it_leaves_the_screen() -> None:
    (one,) = some(1, "error")
    for length, end in ((160, "x"), (161, "…"), (1_000_000, "…")):
        text = render("problems", "full", CheckReport(1, (replace(one, source="x" * length),)), Screen())
        assert text.splitlines()[3].endswith(f"x{end}" if end == "…" else end)


@settings(max_examples=200)
@given(reports)
def test_every_report_is_read_back_by_a_parser(report: CheckReport) -> None:
    written = {name: render("problems", name, report, Screen()) for name in ("json", "gitlab", "sarif", "junit")}
    assert len(json.loads(written["json"])["problems"]) == len(report.problems)
    codes = json.loads(written["gitlab"])
    assert len({each["fingerprint"] for each in codes}) == len(report.problems)
    assert len(json.loads(written["sarif"])["runs"][0]["results"]) == len(report.problems)
    suites = ET.fromstring(written["junit"].encode())  # noqa: S314  # ours
    cases = suites.findall("testsuite/testcase")
    failing = [case for case in cases if case.find("failure") is not None]
    expected = number_of(report, "error", *(["warning"] if report.is_strict else []))
    for element in (suites, *suites.findall("testsuite")):
        assert int(element.get("tests", "")) == len(cases) == max(number_of(report, "error", "warning"), 1)
        assert int(element.get("failures", "")) == len(failing) == len(suites.findall(".//failure")) == expected
    assert max(Counter((case.get("classname"), case.get("name")) for case in cases).values()) == 1


@given(texts, texts)
def test_an_annotation_is_one_line_from_which_the_runner_takes_the_text_back(message: str, title: str) -> None:
    line = annotation("error", message, title=title)
    (only,) = line.splitlines()
    properties, _, text = only.removeprefix("::error title=").partition("::")
    assert not {":", ","} & set(properties)
    if message.isprintable() and "##" not in message:
        assert text.replace("%0A", "\n").replace("%25", "%") == message


def test_a_warning_is_a_test_that_passes_until_it_is_strict(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace("2026-02-01", '"2026-02-01"'))
    for flags, failures, code in (((), "0", 0), (("--strict",), "1", 1)):
        result = coopdb("validate", "--format", "junit", "--select", "K005", *flags)
        suites = ET.fromstring(result.out.encode())  # noqa: S314  # ours
        assert (suites.get("tests"), suites.get("failures"), result.code) == ("1", failures, code)
        assert "K005" in result.out


# Where the records lie


@pytest.fixture
def below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository of git whose records are in the folder `my data`."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "my data").mkdir()
    repo = Repo(tmp_path / "my data")
    repo.add(content=BAD)
    monkeypatch.chdir(tmp_path / "my data")
    return repo


def paths(coopdb: Run) -> tuple[str, str, str]:
    github, gitlab, sarif = (
        coopdb("validate", "--select", "V,C", "--format", name).out for name in ("github", "gitlab", "sarif")
    )
    location = json.loads(sarif)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    return (
        github.partition("file=")[2].partition(",")[0],
        json.loads(gitlab)[0]["location"]["path"],
        unquote(location["uri"]),
    )


def test_ci_reads_paths_from_the_top_of_the_git_repository(below: Repo, coopdb: Run) -> None:
    record = "my data/records/2026/2026-02-01-ma-qa.toml"
    assert paths(coopdb) == (record, record, record)
    assert coopdb("validate", "--select", "V", "--format", "concise").out.startswith("records/2026/")


def test_a_worktree_of_git_has_a_file_at_its_top(below: Repo, coopdb: Run) -> None:
    (below.root.parent / ".git").rmdir()
    (below.root.parent / ".git").write_text("gitdir: /elsewhere\n", encoding="utf-8")
    assert paths(coopdb)[0].startswith("my data/records/")


def test_without_git_paths_are_from_the_root(below: Repo, coopdb: Run) -> None:
    (below.root.parent / ".git").rmdir()
    assert paths(coopdb)[0].startswith("records/")


def test_a_configuration_above_the_records_is_at_its_own_place(
    below: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(below.root.parent)
    Path("coopdb.toml").write_text('root = "my data"\nignore = ["zz"]\n', encoding="utf-8")
    assert paths(coopdb) == ("coopdb.toml", "coopdb.toml", "coopdb.toml")


def test_the_top_is_found_through_links_and_without_running_git(
    below: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    (tmp_path.parent / f"{tmp_path.name}-link").symlink_to(below.root)
    assert folder_in_checkout(tmp_path.parent / f"{tmp_path.name}-link") == "my data"
    assert folder_in_checkout(tmp_path) == ""


# The limits of GitHub


def some(number: int, severity: str) -> tuple[Problem, ...]:
    one = Problem("R002", "draft", "error", "m", "", "records/a.toml", Span(1, 1, 1, 2), (), None, "a = 1")
    return tuple(replace(one, severity=severity, message=f"{severity} {each}") for each in range(number))  # type: ignore[arg-type]


def run_of(report: CheckReport) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(sarif.render(report, Screen()))["runs"][0]
    return found


def test_sarif_has_as_many_results_as_github_shows_and_says_what_is_left_out() -> None:
    run = run_of(CheckReport(1, some(5_000, "warning")))
    assert len(run["results"]) == 5_000
    assert run["invocations"][0]["toolExecutionNotifications"] == []
    run = run_of(CheckReport(1, (*some(1, "info"), *some(5_000, "warning"), *some(1, "error"))))
    levels = Counter(each["level"] for each in run["results"])
    assert levels == {"warning": 4_999, "error": 1}
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]  # type: ignore[misc]
    assert notification["message"]["text"].startswith("2 problems left out")


def test_sarif_messages_have_a_longest() -> None:
    (one,) = some(1, "error")
    shown = [
        run_of(CheckReport(1, (replace(one, message="x" * length),)))["results"][0]["message"]
        for length in (1_000, 1_001)
    ]
    assert shown == [{"text": "x" * 1_000}, {"text": "x" * 999 + "…"}]


def test_sarif_says_where_the_tool_is_described(repo: Repo, coopdb: Run) -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    driver = json.loads(coopdb("validate", "--format", "sarif").out)["runs"][0]["tool"]["driver"]
    assert project["urls"]["Documentation"].startswith(driver["informationUri"])


@pytest.mark.parametrize(
    ("severity", "command", "shown"), [("error", "error", 10), ("warning", "warning", 10), ("info", "notice", 7)]
)
def test_github_shows_so_many_of_each_severity(severity: str, command: str, shown: int) -> None:
    assert github.render(CheckReport(1, some(shown, severity)), Screen()).count(f"::{command} file=") == shown
    more = github.render(CheckReport(1, some(shown + 1, severity)), Screen()).splitlines()
    assert len(more) == shown + 1
    assert more[-1].startswith(f"::notice::and 1 more {severity}:")


# What keeps a command from running


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--format", "github", "--select", "zzz"), 2, "::error title=coopdb::unknown rule `zzz`%0A"),
        (("--format=github", "--frob"), 2, "::error title=coopdb::No such option: --frob"),
        (("--format", "github", "--root", "/no"), 3, "::error title=coopdb::no `records/` folder in `/no`%0A"),
        (("--format", "github", "a\n::b::c"), 2, "::error title=coopdb::`a%0A::b::c` is not a record%0A"),
        (("--format", "github", "--output", "json:/nowhere/a"), 3, "::error title=coopdb::cannot write `/nowhere/a`"),
    ],
)  # fmt: skip
def test_exit_codes_2_and_3_are_annotations_too(
    repo: Repo, coopdb: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    repo.add()
    result = coopdb("validate", *arguments)
    assert result.code == code
    (line,) = result.out.splitlines()
    assert line.startswith(message)
    assert not any(each.startswith("::") for each in result.err.splitlines())
    others = ["full" if each == "github" else each.replace("=github", "=full") for each in arguments]
    assert coopdb("validate", *others).out == ""


def test_help_is_no_annotation(repo: Repo, coopdb: Run) -> None:
    assert "::error" not in coopdb("validate", "--format", "github", "--help").out


# Positions


lines_of_text = st.text(st.sampled_from('a"é\r\n[]= #\U0001f600'), max_size=40)


@given(lines_of_text, st.integers(1, 50), st.integers(1, 50), st.integers(0, 5), st.integers(-3, 9))
def test_a_span_is_moved_into_its_text(text: str, line: int, column: int, more: int, length: int) -> None:
    lines = text.split("\n")
    span = Span(line, column, line + more, max(column + length, 1))
    inside = within(span, lines)
    assert_inside(inside, text)
    assert within(inside, lines) == inside


def assert_inside(span: Span, text: str) -> None:
    lines = text.split("\n")
    last = max(len(lines) - (not lines[-1]), 1)
    lines = [line.removesuffix("\r") for line in lines]
    assert 1 <= span.line <= span.end_line <= last
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
    assert (span.line, span.column) <= (span.end_line, span.end_column)


@settings(max_examples=150)
@given(st.integers(0, len(GOOD)), st.integers(0, 12), lines_of_text, st.sampled_from(["\n", "\r\n"]))
def test_positions_never_lie_past_the_end_of_the_line(start: int, length: int, new: str, end: str) -> None:
    from datetime import date

    from coopdb.check.runner import check
    from coopdb.record.reading import read
    from coopdb.store.files.records import RecordFile, RecordFiles
    from coopdb.vocabulary.vocabularies import packaged_vocabularies

    content = (GOOD[:start] + new + GOOD[start + length :]).replace("\n", end).encode()
    vocabularies = packaged_vocabularies()
    entry = RecordFile("records/2026/2026-02-01-ma-qa.toml", read(content, vocabularies))
    for problem in check(RecordFiles((entry,), vocabularies), date(2026, 11, 26)).problems:
        assert_inside(problem.span, entry.reading.text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("title = \n", Span(1, 9, 1, 9)),
        ("title = [\n", Span(1, 10, 1, 10)),
        ("title = \r\n", Span(1, 9, 1, 9)),
        ("", Span(1, 1, 1, 1)),
    ],
)
def test_what_is_missing_at_the_end_is_said_at_the_end(text: str, span: Span) -> None:
    lines = text.split("\n")
    assert within(at(len(lines), 30), lines) == span if "[" in text else within(at(1, 30), lines) == span


RULES_OF_CASES = sorted(path.name for path in (ROOT / "tests/rules").iterdir() if path.is_dir())


@pytest.mark.parametrize("code", RULES_OF_CASES)
def test_the_positions_of_every_rule_lie_in_its_file(repo: Repo, coopdb: Run, code: str) -> None:
    from test_rules import CASES, lay_out

    lay_out(repo, CASES / code, "bad")
    found = json.loads(coopdb("validate", "--format", "json").out)["problems"]
    assert found
    for each in found:
        content = (repo.root / each["path"]).read_bytes() if (repo.root / each["path"]).is_file() else b""
        span = Span(each["line"], each["column"], each["end_line"], each["end_column"])
        assert_inside(span, content.decode(errors="replace"))
