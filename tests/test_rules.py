"""Every rule finds what its bad case has, says so as the case's report does, and passes its good case.

A case is a folder of `tests/rules/`, named after the rule's code: `bad.toml` and `good.toml`, each a record whose path
may be given in a first line `# path: …`, or folders `bad/` and `good/`, each a repository; and `bad.txt`, the report.
Where there is a folder `base/`, the two are changes of it, and checked as such.
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Repo, Result

from coopdb.check.registry import RULES, SUBJECTS, find_rule

CASES = Path(__file__).parent / "rules"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())
DEFAULT = "records/2026/2026-02-01-ma-qa.toml"


def options(repo: Repo, case: Path) -> tuple[str, ...]:
    """Commit the repository that a case is a change of, if it is one, and return how it is checked."""
    if not (case / "base").is_dir():
        return ("--strict",)
    shutil.copytree(case / "base", repo.root, dirs_exist_ok=True)
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "base")):
        subprocess.run(["git", *arguments], cwd=repo.root, check=True, capture_output=True)
    return ("--strict", "--since", "HEAD")


def lay_out(repo: Repo, case: Path, which: str) -> None:
    if (case / which).is_dir():
        shutil.copytree(case / which, repo.root, dirs_exist_ok=True)
        return
    content = (case / f"{which}.toml").read_bytes()
    first = content.partition(b"\n")[0]
    path = first.removeprefix(b"# path: ").decode() if first.startswith(b"# path: ") else DEFAULT
    repo.add(path.removeprefix("records/"), content)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert len(RULES) >= 15
    assert [folder.name for folder in FOLDERS] == sorted(rule.code for rule in RULES)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES} | {rule.name for rule in RULES}) == 2 * len(RULES)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_a_rule_finds_its_bad_case(case: Path, repo: Repo, coopdb: Callable[..., Result], is_update: bool) -> None:
    how = options(repo, case)
    lay_out(repo, case, "bad")
    result = coopdb("validate", *how)
    if is_update:
        (case / "bad.txt").write_text(result.out, encoding="utf-8")
    assert f"[{case.name}]" in result.out
    assert result.out == (case / "bad.txt").read_text(encoding="utf-8")
    assert result.code == (1 if "error[" in result.out or "warning[" in result.out else 0)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_a_rule_passes_its_good_case(case: Path, repo: Repo, coopdb: Callable[..., Result]) -> None:
    how = options(repo, case)
    lay_out(repo, case, "good")
    result = coopdb("validate", *how)
    assert (result.code, result.out) == (0, "")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_manual_page(rule: object, coopdb: Callable[..., Result]) -> None:
    assert rule in RULES
    code = getattr(rule, "code", "")
    page = coopdb("explain", code)
    assert page.code == 0
    assert page.out.startswith(f"{code} {getattr(rule, 'name', '')} (")
    assert "\nBad" in page.out
    assert "\nGood" in page.out
    assert coopdb("explain", getattr(rule, "name", "").upper()) == page


def test_explain_lists_all_rules_by_subject(coopdb: Callable[..., Result]) -> None:
    sections = coopdb("explain").out.split("\n\n")
    heads, lists = sections[::2], sections[1::2]
    assert heads == [f"{subject[0].upper()}{subject[1:]}" for subject in SUBJECTS.values()]
    assert [line.split()[0] for each in lists for line in each.splitlines()] == [rule.code for rule in RULES]
    for letter, head, each in zip(SUBJECTS, heads, lists, strict=True):
        assert coopdb("explain", letter.lower()).out.splitlines()[0] == head
        assert {line[0] for line in each.splitlines()} == {letter}


def test_explain_suggests_the_rule_that_was_meant(coopdb: Callable[..., Result]) -> None:
    result = coopdb("explain", "unknown-ky")
    assert result.code == 2
    assert "did you mean `unknown-key`?" in result.err
    assert "lists all" in coopdb("explain", "zzz").err
    assert find_rule("zzz") is None
