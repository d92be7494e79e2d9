"""`validate --since` never passes what a change broke: scenarios, and a property over random changes."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result
from scenarios import DAY, SCENARIOS, Change, Scenario, make_base, verdicts

from coopdb.check import rules
from coopdb.check.choice import Choice
from coopdb.check.outline import outline
from coopdb.check.problem import Finding
from coopdb.check.registry import RULES, Rule
from coopdb.check.runner import Runner
from coopdb.check.scope import Scope
from coopdb.record.config import Config
from coopdb.store.files.overlooked import overlooked_of
from coopdb.store.files.records import RecordFile, entry_of
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
ACROSS = (
    "by_id", "people", "cities", "host_events", "series", "sessions", "countries_of_people", "alike", "outlines",
    "latest_meetings",
)  # fmt: skip
TAKEN_FOR_RECORDS = (
    "x.toml.txt", "x.tml", "x.TML", "x.toml~", "x.toml.bak", ".x.toml", ".x.tml", "x.tmol", "x.tom", "x.tomll",
    "2026-03-01-ma-qa", "2026-03-ma-qa-web", ".2026/a.toml", ".d/e/x.toml.txt", "x.toml (1)", "x.toml copy",
)  # fmt: skip
OTHERS = (
    "README.md", "LICENSE.md", ".DS_Store", ".gitkeep", ".gitattributes", ".#x.toml", "#x.toml#", ".x.toml.swp",
    "._x.toml", ".~lock.x.toml#", "x.toml.license", "Thumbs.db", "notes.txt", ".git/x.toml", ".vscode/settings.json",
    "x.html", "x.yaml", "2026-03-01-ma-qa.pdf", "~$x.toml", "x.toml", ".coopdb-a.tmp/x.toml",
)  # fmt: skip


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.title)
def test_a_pull_request_has_its_verdict(scenario: Scenario, tmp_path: Path) -> None:
    assert [came for _, came in verdicts(tmp_path, [scenario])] == [scenario.expected]


def test_rules_that_look_at_other_records_say_so(tmp_path: Path) -> None:
    """The others never ask for the outlines of records: `--since` relies on it."""
    for rule in RULES:
        source = (Path(rules.__path__[0]) / f"{rule.name.replace('-', '_')}.py").read_text(encoding="utf-8")
        looks = any(f"scope.{name}" in source for name in ACROSS)
        assert looks == rule.is_across, rule.code


def test_a_rule_runs_after_what_it_looks_at_whatever_its_code() -> None:
    def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
        yield Finding(("title",), "found", "")

    late = Rule("X001", "late", "error", ("title",), (), check, "Finds all.")
    text = f'{GOOD}[[waivers]]\ncode = "X001"\nreason = "r"\n'
    entry = entry_of("records/2026/2026-02-01-ma-qa.toml", text.encode(), packaged_vocabularies())
    scope = Scope((outline(entry),), packaged_vocabularies(), date(2026, 6, 30))
    runner = Runner(Config(), Choice(select=("X", "W002")), (*RULES, late))
    assert list(runner.problems([entry], scope)) == []
    idle = replace(late, check=lambda *_: iter(()))
    runner = Runner(Config(), Choice(select=("X", "W002")), (*RULES, idle))
    assert [each.code for each in runner.problems([entry], scope)] == ["W002"]


@pytest.mark.parametrize("options", [("--select", "V"), ("--ignore", "F"), ("--ignore", "F004"), ()])
def test_what_cannot_be_read_is_never_silent(repo: Repo, coopdb: Run, options: tuple[str, ...]) -> None:
    repo.add(content="title =")
    config = 'ignore = ["F"]\n[severity]\nF = "info"\n[[ignores]]\npaths = ["records/*"]\ncodes = ["F"]\nreason = "r"\n'
    for text in ("", config):
        (repo.root / "coopdb.toml").write_text(text, encoding="utf-8")
        result = coopdb("validate", "--format", "concise", *options)
        assert (result.code, result.out.split()[1]) == (1, "F004")


@pytest.mark.parametrize("name", TAKEN_FOR_RECORDS)
def test_what_is_probably_meant_to_be_a_record_is_told(name: str) -> None:
    assert overlooked_of([f"records/2026/{name}"])


@pytest.mark.parametrize("name", OTHERS)
def test_what_tools_and_editors_leave_is_not(name: str) -> None:
    assert not overlooked_of([f"records/2026/{name}"])


def test_a_copy_beside_its_record_is_only_a_copy() -> None:
    copies = [f"records/x.toml{end}" for end in ("~", ".bak", ".orig")]
    assert overlooked_of(copies) == tuple(sorted(copies))
    assert overlooked_of(["records/x.toml", *copies]) == ()


def test_what_depends_on_the_day_is_a_warning_only_where_a_file_was_chosen(repo: Repo, coopdb: Run) -> None:
    path = repo.add("2026/2026-02-01-ma-qa.toml", f'status = "planned"\n{GOOD}')
    after = ("--strict", "--on", "2026-02-02", "--format", "concise")
    assert coopdb("validate", *after).code == 0
    assert coopdb("validate", "records/2026", *after).code == 0
    assert coopdb("validate", str(path), *after).code == 1
    assert coopdb("validate", str(path), "--strict", "--on", "2026-02-01").code == 0
    for day in ("2026-02", "soon", "2026-02-30", "2026-02-01~"):
        assert coopdb("validate", "--on", day).code == 2


def test_there_are_scenarios() -> None:
    assert len(SCENARIOS) >= 40
    assert len({each.title for each in SCENARIOS}) == len(SCENARIOS)


def test_a_fix_since_reaches_what_a_change_broke_elsewhere(tmp_path: Path, coopdb: Run) -> None:
    make_base(tmp_path)
    change = Change(tmp_path)
    change.replace("records/topics.toml", '"Smart ports" }\n', '"Smart ports" }\nreplaced_by = "harbours"\n')
    shown = coopdb("validate", "--root", str(tmp_path), "--since", "main", "--on", DAY, "--diff")
    assert (shown.code, shown.out.count('+topics = ["harbours"]')) == (1, 6)
    fixed = coopdb("validate", "--root", str(tmp_path), "--since", "main", "--on", DAY, "--fix", "--format", "concise")
    assert fixed.code == 0
    assert [line.split()[1] for line in fixed.out.splitlines()] == ["D004"]  # of a record that the fix has changed
    named = "records/2024/2024-01-10-ma-qa.toml"
    change.git("checkout", "-q", "main", "--", "records/2024")
    again = coopdb("validate", str(tmp_path / named), "--root", str(tmp_path), "--since", "main", "--fix")
    assert "1 file checked: no problems" in again.err


def test_an_overlooked_record_and_its_likes_are_told_once(tmp_path: Path, coopdb: Run) -> None:
    make_base(tmp_path)
    change = Change(tmp_path)
    change.write("records/2026/x.toml.txt", "")
    change.commit()
    assert "F005" in coopdb("validate", "--root", str(tmp_path), "--since", "main", "--format", "concise").out
    assert "F005" not in coopdb("validate", "--root", str(tmp_path), "--since", "HEAD", "--format", "concise").out


def test_a_base_that_git_has_only_a_part_of_is_told_with_its_cure(tmp_path: Path, coopdb: Run) -> None:
    make_base(tmp_path)
    path = tmp_path / "records/2024/2024-01-10-ma-qa.toml"
    held = subprocess.run(
        ["git", "rev-parse", "HEAD:records/2024/2024-01-10-ma-qa.toml"],
        cwd=tmp_path, check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    (tmp_path / ".git/objects" / held[:2] / held[2:]).unlink()
    path.unlink()
    result = coopdb("validate", "--root", str(tmp_path), "--since", "main")
    assert result.code == 3
    assert "git lacks a part of the revision" in result.err


def test_a_base_with_a_record_too_large_to_be_read_is_told(tmp_path: Path, coopdb: Run) -> None:
    make_base(tmp_path)
    change = Change(tmp_path)
    change.write("records/2026/2026-12-01-ma-qa.toml", "#" * 2_000_000)
    change.commit()
    change.git("switch", "-q", "-c", "next")
    (tmp_path / "records/2026/2026-12-01-ma-qa.toml").write_text(GOOD.replace("2026-02-01", "2026-12-01"))
    result = coopdb("validate", "--root", str(tmp_path), "--since", "HEAD", "--on", DAY, "--format", "concise")
    assert result.code == 0
    assert "F" not in {line.split()[1][0] for line in result.out.splitlines()}


def test_a_configuration_above_the_repository_of_git_is_the_same_in_its_base(
    tmp_path: Path, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    inside = tmp_path / "data"
    inside.mkdir()
    make_base(inside)
    (inside / "coopdb.toml").unlink(missing_ok=True)
    (tmp_path / "coopdb.toml").write_text('root = "data"\nignore = ["D"]\n')
    result = coopdb("validate", "--since", "HEAD", "--on", DAY)
    assert (result.code, result.out) == (0, ""), result.err
