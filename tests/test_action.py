"""The action: its steps run in bash, with hostile inputs, from a checkout that would like to be run."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, ROOT, Repo, Result
from ruamel.yaml import YAML
from test_init import passes, trap

from coopdb.cli.action import main

ACTION = YAML(typ="safe", pure=True).load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, VALIDATE = ACTION["runs"]["steps"]
DEFAULTS = {name: each["default"] for name, each in ACTION["inputs"].items()}
BAD = GOOD.replace('"MA"', '"Atlantis"')


def run_step(step: Mapping[str, Any], checkout: Path, temp: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does: what an expression says of an input is in the environment, never in the script."""
    given = DEFAULTS | inputs
    environment = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in step.get("env", {}).items()
    }
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL", "COV"))}
    (temp / "step.sh").write_text(step["run"], encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(temp / "step.sh")],
        cwd=checkout,
        env=clean | environment | {"RUNNER_TEMP": str(temp), "GITHUB_ACTION_PATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner's folder where coopdb is installed: this very one."""
    temp = tmp_path_factory.mktemp("runner temp")
    (temp / "coopdb/bin").mkdir(parents=True)
    python = temp / "coopdb/bin/python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return temp


def test_scripts_have_no_expressions_and_inputs_come_through_the_environment() -> None:
    for step in ACTION["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
    assert sorted(VALIDATE["env"].values()) == sorted(f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"])


@pytest.mark.slow
def test_the_action_installs_what_is_pinned_and_runs_nothing_of_the_checkout(
    repo: Repo, tmp_path_factory: pytest.TempPathFactory
) -> None:
    temp, mark = tmp_path_factory.mktemp("runner"), tmp_path_factory.mktemp("mark") / "mark"
    repo.add()
    trap(repo.root, mark)
    passes(run_step(INSTALL, repo.root, temp))
    assert "1 file checked: no problems" in passes(run_step(VALIDATE, repo.root, temp))
    assert not mark.exists()
    installed = subprocess.run(
        [temp / "coopdb/bin/python", "-I", "-m", "pip", "list", "--format=json"], capture_output=True, check=True
    )
    pinned = "".join((ROOT / f"requirements{part}.lock").read_text(encoding="utf-8") for part in ("", "-build"))
    for each in json.loads(installed.stdout):
        name = each["name"].lower().replace("_", "-")
        assert f"{name}=={each['version']} " in pinned or name in ("pip", "setuptools", "coopdb")


def test_nothing_of_the_checkout_is_run(repo: Repo, temp: Path) -> None:
    repo.add()
    trap(repo.root, temp / "mark")
    passes(run_step(VALIDATE, repo.root, temp))
    assert not (temp / "mark").exists()


# Every word that is asked for arrives


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ("", ["K005", "V001"]),
        ("--select V", ["V001"]),
        ("--strict\n--select V\n", ["V001"]),
        ("--strict\r\n--select V\r\n", ["V001"]),
        ("--select 'V, K'\n--ignore \"K005, R\"", ["V001"]),
        ("--select V,K --ignore K005 -- 'records/2026/a b.toml'", ["V001"]),
        ("--select V,K\n--ignore K005\nrecords/2026/a\\ b.toml", ["V001"]),
        ("  --select=V\t--strict  ", ["V001"]),
    ],
)
def test_arguments_are_words_on_every_line(repo: Repo, temp: Path, arguments: str, codes: list[str]) -> None:
    repo.add("2026/a b.toml", BAD.replace("2026-02-01", '"2026-02-01"'))
    select = "" if "--select" in arguments else " --select V,K"
    done = run_step(VALIDATE, repo.root, temp, arguments=arguments + select)
    assert done.returncode == 1
    assert sorted(line.partition("title=")[2][:4] for line in done.stdout.splitlines()) == codes


@pytest.mark.parametrize(
    "text",
    [
        "$(touch HERE/mark)",
        "`touch HERE/mark`",
        '"; touch HERE/mark; "',
        "; touch HERE/mark",
        "x\ntouch HERE/mark",
        "' --output=json:HERE/mark '",
        "* --strict",
        "\n::stop-commands::x",
    ],
)
@pytest.mark.parametrize("name", ["arguments", "folder", "since", "sarif"])
def test_a_hostile_input_is_only_a_word(repo: Repo, temp: Path, text: str, name: str) -> None:
    repo.add()
    done = run_step(VALIDATE, repo.root, temp, **{name: text.replace("HERE", str(temp))})
    assert not (temp / "mark").exists()
    lines = [*done.stdout.splitlines(), *done.stderr.splitlines()]
    assert not [line for line in lines if line.startswith("::") and not line.startswith("::error title=coopdb::")]
    assert done.returncode in ((0, 2, 3) if name == "sarif" else (2, 3))


@pytest.mark.parametrize("text", ["--select 'V", 'a"', "x\\"])
def test_arguments_that_cannot_be_read_are_told_as_an_annotation(repo: Repo, temp: Path, text: str) -> None:
    repo.add()
    done = run_step(VALIDATE, repo.root, temp, arguments=text)
    assert done.returncode == 2
    assert done.stdout.startswith("::error title=coopdb::the input `arguments` cannot be read: no ")


def test_the_folder_of_the_records_is_an_input(repo: Repo, temp: Path) -> None:
    repo.add(content=BAD)
    (repo.root / "my data").mkdir()
    (repo.root / "records").rename(repo.root / "my data/records")
    (repo.root / ".git").mkdir()
    done = run_step(VALIDATE, repo.root, temp, folder="my data", arguments="--select V", sarif="a b.sarif")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=my data/records/2026/2026-02-01-ma-qa.toml,")
    assert json.loads((repo.root / "a b.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert run_step(VALIDATE, repo.root, temp, folder="nowhere").returncode == 3


def test_inputs_become_the_command_line_in_this_process_too(
    repo: Repo, capsys: pytest.CaptureFixture[str], coopdb: Callable[..., Result]
) -> None:
    repo.add(content=BAD)
    assert main({"ARGUMENTS": "--select 'V, C'", "FOLDER": str(repo.root), "SARIF": "a.sarif"}) == 1
    assert capsys.readouterr().out == coopdb("validate", "--format", "github", "--select", "V,C").out
    assert (repo.root / "a.sarif").exists()
    assert main({"SINCE": "main"}) == 2
    assert "::error title=coopdb::" in capsys.readouterr().out
    assert main({"ARGUMENTS": "'"}) == 2
