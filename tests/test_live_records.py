"""What a colleague adds to `records/` breaks nothing: tests, examples and pictures are of the frozen corpus."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT
from terminal import at_terminal

STEPS = re.compile(r"   ```sh\n(.*?)   ```", re.DOTALL)
ANSWERS = re.compile(r"   ```text\n(.*?)   ```", re.DOTALL)
LIVE = re.compile(r"""(ROOT|HERE|parent\.parent)\b[^\n]*["'/]records\b|Repository\(ROOT\)|chdir\(ROOT\)|cwd=ROOT""")
TOPIC = '[smart-ports]\nlabels = { en = "Smart ports" }\nbroader = "digital-economy"\n'


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what git has of this repository; the records are those of the corpus, so that any others are possible."""
    root = tmp_path_factory.mktemp("copy")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("this is not a checkout of git, which would tell what belongs to the repository")
    for name in (name for name in listed.stdout.split("\0") if (ROOT / name).is_file()):
        if not name.startswith("records/"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    shutil.copytree(CORPUS / "records", root / "records", ignore=shutil.ignore_patterns(".coopdb"))
    command = root / ".venv/bin/coopdb"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m coopdb "$@"\n')
    command.chmod(0o755)
    return root


def run(root: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert "Traceback" not in result.stderr
    return result


def first_record(root: Path) -> Iterator[int]:
    """Do what CONTRIBUTING tells a new colleague, between getting the repository and handing the record in."""
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, add, show, edit, validate, _ = (re.sub("^   ", "", step, flags=re.MULTILINE) for step in STEPS.findall(text))
    (answers,) = ANSWERS.findall(text)
    told = [line.strip().partition(":")[::2] for line in answers.splitlines()]
    session = at_terminal(root, shlex.split(add), [answer.strip() for _, answer in told])
    for question, _ in told:
        assert question in session.screen
    assert "unknown topic `cybre-security`" in session.screen
    yield session.code
    for step in (show, edit, validate):
        result = run(root, "bash", "-ec", step)
        yield result.returncode
        assert step is not show or "Morocco and Senegal talk about digital identity" in result.stdout


def test_a_first_record_and_a_topic_of_its_own_break_no_test_no_example_and_no_picture(copy: Path) -> None:
    assert list(first_record(copy)) == [0, 0, 0, 0]
    (copy / "records/topics.toml").write_text(TOPIC, encoding="utf-8")
    for command in re.findall(r'^"\$bin/coopdb" (.+)$', (copy / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE):
        result = run(copy, ".venv/bin/coopdb", *command.split())
        assert result.returncode == 0, f"{command}\n{result.stdout}{result.stderr}"
    files = (f"tests/test_{name}.py" for name in ("documents", "search", "fixing", "import", "outputs"))
    chosen = "real or readme or pictures or schema or meeting or without_loss"
    apart = ("-p", "no:cacheprovider", "--basetemp", f"{copy}-tests")  # and clean up after no other run
    result = run(copy, sys.executable, "-m", "pytest", "-q", *apart, "-k", chosen, *files)
    assert result.returncode == 0, result.stdout


def test_ci_checks_the_live_records_by_validating_them_alone() -> None:
    commands = re.findall(r'^"\$bin/coopdb" (.+)$', (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    assert commands == ["validate --strict"]


@pytest.mark.parametrize(
    "path", sorted([*ROOT.glob("tests/*.py"), *ROOT.glob("scripts/*.py")]), ids=lambda path: path.name
)
def test_no_test_and_no_script_asks_the_live_records(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    about_them = (Path(__file__), ROOT / "scripts" / "describe_records.py")  # which tells what they cover
    assert path in about_them or not [line for line in lines if LIVE.search(line)]
