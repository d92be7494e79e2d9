"""The hooks of pre-commit and the workflow of CI: they run on the same commits and come to the same verdict."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, ROOT, Repo, Result
from ruamel.yaml import YAML

Run = Callable[..., Result]
HOOKS = YAML(typ="safe", pure=True).load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SPEC = f"git+https://example.org/owner/coopdb.git@{'0' * 40}"
LINK = GOOD.replace("title", 'related = ["2026-02-01-ma-qa-b"]\ntitle', 1)
OWN = '[smart-ports]\nlabels = { en = "Smart ports" }\nbroader = "digital-economy"\n'


@pytest.fixture
def new(repo: Repo, coopdb: Run) -> Repo:
    """A repository made by `init`, with two sound records."""
    assert coopdb("init", str(repo.root), "--from", SPEC).code == 0
    (repo.root / "records/topics.toml").write_text(OWN, encoding="utf-8")
    repo.add("2026/2026-02-01-ma-qa-a.toml", LINK)
    repo.add("2026/2026-02-01-ma-qa-b.toml", GOOD.replace("artificial-intelligence", "smart-ports"))
    assert coopdb("fmt").code == 0
    return repo


def commands_of_ci(root: Path) -> list[list[str]]:
    """Take the command lines of coopdb from the workflow."""
    text = (root / ".github/workflows/records.yml").read_text(encoding="utf-8")
    return [shlex.split(line.partition('"${coopdb[@]}"')[2]) for line in text.splitlines() if '"${coopdb[@]}"' in line]


def verdict_of_ci(coopdb: Run, root: Path) -> bool:
    """Tell whether every command of the workflow is content."""
    commands = commands_of_ci(root)
    assert len(commands) == 3
    return all(coopdb(*command).code == 0 for command in commands)


def verdict_of_hooks(coopdb: Run, root: Path, hooks: list[Any]) -> bool:
    """Tell whether the hooks pass: each exits with 0 and changes no file, as pre-commit has it."""
    verdicts = []
    for hook in hooks:
        before = {path: path.read_bytes() for path in root.rglob("*.toml")}
        assert hook["always_run"]  # also where a commit only deletes
        assert hook["pass_filenames"] is False
        program, *arguments = shlex.split(hook["entry"])
        assert program == "coopdb"
        code = coopdb(*arguments).code
        verdicts.append(code == 0 and before == {path: path.read_bytes() for path in root.rglob("*.toml")})
    return all(verdicts)


def nothing(repo: Repo) -> None:
    pass


def delete_what_is_referred_to(repo: Repo) -> None:
    (repo.root / "records/2026/2026-02-01-ma-qa-b.toml").unlink()


def take_out_a_topic(repo: Repo) -> None:
    (repo.root / "records/topics.toml").write_text("", encoding="utf-8")


def replace_a_topic(repo: Repo) -> None:
    (repo.root / "records/topics.toml").write_text('[smart-ports]\nreplaced_by = "cloud"\n', encoding="utf-8")


def break_the_configuration(repo: Repo) -> None:
    (repo.root / "coopdb.toml").write_text('ignore = ["zzz"]\n', encoding="utf-8")


def disarm_a_rule(repo: Repo) -> None:
    delete_what_is_referred_to(repo)
    (repo.root / "coopdb.toml").write_text('ignore = ["L001"]\n', encoding="utf-8")


def add_a_warning(repo: Repo) -> None:
    path = repo.root / "records/2026/2026-02-01-ma-qa-b.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("title", "draft = true\ntitle", 1), encoding="utf-8")


def lay_out_otherwise(repo: Repo) -> None:
    path = repo.root / "records/2026/2026-02-01-ma-qa-b.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("title = ", "title   =  "), encoding="utf-8")


def break_the_schema(repo: Repo) -> None:
    (repo.root / "coopdb.schema.json").write_text("{}\n", encoding="utf-8")


def add_a_topic(repo: Repo) -> None:
    path = repo.root / "records/topics.toml"
    path.write_text(f'{OWN}\n[ports]\nlabels = {{ en = "Ports" }}\nbroader = "digital-economy"\n', encoding="utf-8")


@pytest.mark.parametrize("who", ["hooks of this project", "hooks of a new repository"])
@pytest.mark.parametrize(
    ("change", "passes"),
    [
        (nothing, True),
        (add_a_topic, True),
        (disarm_a_rule, True),
        (delete_what_is_referred_to, False),
        (take_out_a_topic, False),
        (replace_a_topic, False),
        (break_the_configuration, False),
        (add_a_warning, False),
        (lay_out_otherwise, False),
        (break_the_schema, False),
    ],
)
def test_a_commit_that_the_hooks_let_pass_passes_in_ci(
    new: Repo, coopdb: Run, who: str, change: Callable[[Repo], None], passes: bool
) -> None:
    local = YAML(typ="safe", pure=True).load((new.root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = HOOKS if who == "hooks of this project" else local["repos"][0]["hooks"]
    change(new)
    assert verdict_of_ci(coopdb, new.root) is passes  # before the hooks, which may lay a record out
    assert verdict_of_hooks(coopdb, new.root, hooks) is passes


def test_the_hooks_of_a_new_repository_are_those_of_this_project(new: Repo) -> None:
    local = YAML(typ="safe", pure=True).load((new.root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    own = [{key: value for key, value in hook.items() if key not in ("description", "language")} for hook in HOOKS]
    theirs = [{key: value for key, value in hook.items() if key != "language"} for hook in local["repos"][0]["hooks"]]
    assert theirs == own


def test_the_hook_shows_what_does_not_fail(new: Repo, coopdb: Run) -> None:
    (validate,) = (hook for hook in HOOKS if hook["id"] == "coopdb-validate")
    assert validate["verbose"] is True  # else pre-commit keeps the output of a hook that passes
    (new.root / "coopdb.toml").write_text('[severity]\nR002 = "info"\n', encoding="utf-8")
    add_a_warning(new)
    result = coopdb(*shlex.split(validate["entry"])[1:])
    assert (result.code, "R002" in result.out) == (0, True)
