"""Error, warning and info: in every format, in the summary, and in the exit code."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from conftest import GOOD, Repo, Result

Run = Callable[..., Result]
# One record with three problems: an error (V001), a warning (K005) and what the configuration makes an info (R002).
TEXT = "draft = true\n" + GOOD.replace('"MA"', '"Atlantis"').replace("2026-02-01", '"2026-02-01"')


@pytest.fixture
def three(repo: Repo) -> Repo:
    (repo.root / "coopdb.toml").write_text('[severity]\nR002 = "info"\n', encoding="utf-8")
    repo.add(content=TEXT)
    return repo


@pytest.mark.parametrize(
    ("select", "strict", "code"),
    [("R002", False, 0), ("R002", True, 0), ("R002,K005", False, 0), ("R002,K005", True, 1), ("R002,V001", False, 1)],
)
def test_an_info_never_fails_and_a_warning_fails_when_strict(
    three: Repo, coopdb: Run, select: str, strict: bool, code: int
) -> None:
    flags = ("--strict",) if strict else ()
    assert coopdb("validate", "--select", select, *flags).code == code


def test_the_summary_counts_infos_where_there_are_some(three: Repo, coopdb: Run) -> None:
    assert "1 error, 1 warning, 1 info;" in coopdb("validate", "--select", "R002,K005,V001").err
    assert "0 errors, 0 warnings, 1 info\n" in coopdb("validate", "--select", "R002").err
    assert "1 error, 1 warning;" in coopdb("validate", "--select", "K005,V001").err
    assert "no problems" in coopdb("validate", "--select", "L").err


@pytest.mark.parametrize("format", ["full", "concise", "json", "github", "sarif", "junit", "gitlab", "markdown"])
def test_every_format_tells_the_three_apart(three: Repo, coopdb: Run, format: str) -> None:
    out = coopdb("validate", "--select", "R002,K005,V001", "--format", format).out
    assert SEVERITIES[format](out) == EXPECTED[format]


SEVERITIES: dict[str, Callable[[str], list[str]]] = {
    "full": lambda out: [line.partition("[")[0] for line in out.splitlines() if "[" in line.partition(":")[0]],
    "concise": lambda out: [line.split()[1] for line in out.splitlines()],
    "json": lambda out: [each["severity"] for each in json.loads(out)["problems"]],
    "github": lambda out: [line[2:].split()[0] for line in out.splitlines()],
    "sarif": lambda out: [each["level"] for each in json.loads(out)["runs"][0]["results"]],
    "junit": lambda out: [each.get("type", "") for each in ET.fromstring(out.encode()).iter("failure")],  # noqa: S314  # ours
    "gitlab": lambda out: [each["severity"] for each in json.loads(out)],
    "markdown": lambda out: [line.split("|")[2].split()[0] for line in out.splitlines()[4:]],
}
EXPECTED = {
    "full": ["info", "warning", "error"],
    "concise": ["R002", "K005", "V001"],
    "json": ["info", "warning", "error"],
    "github": ["error", "warning", "notice"],
    "sarif": ["note", "warning", "error"],
    "junit": ["warning", "error"],
    "gitlab": ["info", "minor", "major"],
    "markdown": ["info", "warning", "error"],
}


def test_json_counts_each_severity(three: Repo, coopdb: Run) -> None:
    document = json.loads(coopdb("validate", "--select", "R002,K005,V001", "--format", "json").out)
    assert (document["errors"], document["warnings"], document["infos"]) == (1, 1, 1)


def test_github_shows_seven_infos_and_counts_the_rest(repo: Repo, coopdb: Run) -> None:
    (repo.root / "coopdb.toml").write_text('[severity]\nR002 = "info"\n', encoding="utf-8")
    for number in range(7):
        repo.add(f"2026/2026-02-01-ma-qa-{number}.toml", f"draft = true\n{GOOD}")
    out = coopdb("validate", "--format", "github", "--select", "R002").out
    assert (out.count("::notice file="), "more" in out) == (7, False)
    repo.add("2026/2026-02-01-ma-qa-8.toml", f"draft = true\n{GOOD}")
    out = coopdb("validate", "--format", "github", "--select", "R002").out
    assert (out.count("::notice file="), out.count("::notice::and 1 more info:")) == (7, 1)
