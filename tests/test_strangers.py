"""A repository is a stranger: what it holds makes coopdb run, write and read nothing but what was asked."""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.store.files.base import read_base
from coopdb.store.files.git import uncommitted
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
RECORD = "records/2026/2026-02-01-ma-qa.toml"
OTHER = "records/2026/2026-03-01-ma-qa.toml"
SETTINGS = (
    ("core.fsmonitor", "{0} fsmonitor"),
    ("core.pager", "{0} pager"),
    ("core.editor", "{0} editor"),
    ("core.sshCommand", "{0} ssh"),
    ("core.hooksPath", "{1}"),
    ("credential.helper", "!{0} credential"),
    ("diff.external", "{0} external"),
    ("diff.evil.command", "{0} command"),
    ("diff.evil.textconv", "{0} textconv"),
    ("filter.Evil one.clean", "{0} clean"),
    ("filter.Evil one.smudge", "{0} smudge"),
    ("filter.Evil one.process", "{0} process"),
    ("filter.Evil one.required", "true"),
    ("filter.second.clean", "{0} clean"),
    ("alias.diff", "!{0} alias"),
    ("gpg.program", "{0} gpg"),
    ("log.showSignature", "true"),
    ("remote.origin.url", "ssh://nobody.invalid/x"),
    ("remote.origin.promisor", "true"),
    ("remote.origin.uploadpack", "{0} uploadpack"),
    ("protocol.ssh.allow", "always"),
)


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", root, "-c", "user.name=x", "-c", "user.email=x@x.x", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def marks(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "marks").iterdir())


@pytest.fixture
def trap(tmp_path: Path) -> str:
    """Make a program that leaves a file which tells by what it was called."""
    (tmp_path / "marks").mkdir()
    program = tmp_path / "trap.sh"
    program.write_text(f'#!/bin/sh\ntouch "{tmp_path}/marks/$1"\n', encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.fixture
def hostile(tmp_path: Path, trap: str) -> Repo:
    """Make a repository whose configuration, hooks and attributes run the trap wherever git lets them."""
    (tmp_path / "stranger").mkdir()
    repo = Repo(tmp_path / "stranger")
    repo.add()
    repo.add("2026/2026-03-01-ma-qa.toml", GOOD.replace("2026-02-01", "2026-03-01"))
    (repo.root / "coopdb.toml").touch()
    git(repo.root, "init", "-q")
    git(repo.root, "add", "-A")
    git(repo.root, "commit", "-qm", "x")
    attributes = "2026-02* filter=second diff=evil\n2026-03* filter='Evil one' diff=evil\n*.toml diff=evil\n"
    (repo.root / ".gitattributes").write_text(attributes, encoding="utf-8")
    (repo.root / ".git/info/attributes").write_text('*-03-* filter="Evil one"\n', encoding="utf-8")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "post-checkout", "pre-commit", "fsmonitor-watchman", "reference-transaction"):
        (hooks / name).write_text(f'#!/bin/sh\nexec "{trap}" {name} </dev/null\n', encoding="utf-8")
        (hooks / name).chmod(0o755)
    for key, value in SETTINGS:
        git(repo.root, "config", key, value.format(trap, hooks))
    os.utime(repo.root / RECORD, (1, 1))  # git has to read it to know
    return repo


def test_the_traps_would_catch_a_git_that_is_asked_without_care(hostile: Repo, tmp_path: Path) -> None:
    git(hostile.root, "status")
    assert {"clean", "fsmonitor", "post-index-change"} <= set(marks(tmp_path))


@pytest.mark.parametrize(
    "command",
    [
        ("validate", "--since", "HEAD"),
        ("validate", "--since", "HEAD~0", "records/2026"),
        ("rename", "topic", "artificial-intelligence", "cloud", "--yes"),
        ("rename", "topic", "artificial-intelligence", "cloud", "--yes", "--force"),
        ("init", "new", "--from", f"git+https://example.org/coopdb@{'0' * 40}"),
        ("fmt",),
        ("validate", "--fix"),
        ("search",),
    ],
)
def test_nothing_that_a_repository_names_is_run(
    hostile: Repo, coopdb: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(hostile.root)
    result = coopdb(*command)
    assert ("internal" in result.err, result.code in (0, 1), marks(tmp_path)) == (False, True, [])


def test_filters_that_are_switched_off_hide_no_change(hostile: Repo) -> None:
    repository = Repository(hostile.root)
    every = [RECORD, OTHER, "records/2026/new.toml"]
    same = read_base(repository, "HEAD").same
    assert {RECORD, OTHER} <= same
    (hostile.root / OTHER).write_text(GOOD, encoding="utf-8")
    (hostile.root / RECORD).unlink()
    hostile.add("2026/new.toml")
    base = read_base(repository, "HEAD")
    assert [base.is_changed(path) for path in every] == [True, True, True]
    assert set(base.before) == {RECORD, OTHER}
    assert uncommitted(repository, every) == set(every)
    assert uncommitted(repository, [RECORD]) == {RECORD}


def test_what_a_partial_clone_lacks_is_not_fetched(hostile: Repo, coopdb: Run, tmp_path: Path) -> None:
    tree = git(hostile.root, "rev-parse", "HEAD^{tree}").strip()
    lost = hostile.root / ".git/objects" / tree[:2] / tree[2:]
    lost.chmod(stat.S_IWRITE)
    lost.unlink()
    result = coopdb("validate", "--since", "HEAD", "--root", hostile.root)
    assert (result.code, result.err.startswith("error: git cannot tell what changed"), marks(tmp_path)) == (2, True, [])


def test_a_folder_that_looks_like_the_inside_of_a_repository_is_only_a_folder(
    repo: Repo, coopdb: Run, trap: str, tmp_path: Path
) -> None:
    repo.add()
    git(repo.root, "init", "-q", "--bare", ".")
    for key, value in (("core.bare", "false"), ("core.worktree", "."), ("core.fsmonitor", f"{trap} fsmonitor")):
        git(repo.root, "config", "-f", str(repo.root / "config"), key, value)
    result = coopdb("validate", "--since", "HEAD")
    assert (result.code, "in no git repository" in result.err, marks(tmp_path)) == (2, True, [])


@pytest.mark.parametrize("revision", ["--output=out", "--exec=touch out", "-p", "HEAD --output=out"])
def test_a_revision_is_never_an_option(hostile: Repo, coopdb: Run, tmp_path: Path, revision: str) -> None:
    result = coopdb("validate", f"--since={revision}", "--root", hostile.root)
    assert (result.code, list(tmp_path.rglob("out")), marks(tmp_path)) == (2, [], [])


def test_the_environment_leads_git_nowhere_else(
    hostile: Repo, coopdb: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(tmp_path / "trap.sh"))
    (hostile.root / RECORD).write_text("another", encoding="utf-8")
    assert uncommitted(Repository(hostile.root), [RECORD, OTHER]) == {RECORD}


def test_a_filter_whose_name_git_cannot_be_told_is_an_error(hostile: Repo, coopdb: Run, tmp_path: Path) -> None:
    git(hostile.root, "config", "filter.a=b.clean", f"{tmp_path}/trap.sh clean")
    result = coopdb("validate", "--since", "HEAD", "--root", hostile.root)
    assert (result.code, "the unusual filter `filter.a=b`" in result.err, marks(tmp_path)) == (3, True, [])


def test_before_the_first_commit_nothing_is_committed(repo: Repo) -> None:
    repo.add()
    git(repo.root, "init", "-q")
    assert uncommitted(Repository(repo.root), [RECORD]) == {RECORD}


def test_a_record_that_git_ignores_is_not_committed(repo: Repo) -> None:
    repo.add()
    (repo.root / ".gitignore").write_text("records/2026/\n", encoding="utf-8")
    git(repo.root, "init", "-q")
    git(repo.root, "add", "-A")
    git(repo.root, "commit", "-qm", "x")
    assert uncommitted(Repository(repo.root), [RECORD]) == {RECORD}


@pytest.mark.parametrize(
    "line",
    [
        "search --output .git/config",
        "search --output=.git/config",
        "search --outp=.git/config",
        "search --out .git/config",
        "search '--output' .git/config",
        "search --out''put=.git/config",
        "search -o.git/config",
        "search -o .git/config",
        "coopdb search --output .git/config",
        "search -- --output .git/config",
        "search x --force",
        "crosstab year --dataset /tmp",
        "crosstab year --engine duckdb",
        "crosstab year --root=..",
        "search --root ..",
        "show 2026 --ro=..",
        "search --r ..",
    ],
)
def test_a_saved_question_only_asks(hostile: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.chdir(hostile.root)
    before = (hostile.root / ".git/config").read_bytes()
    (hostile.root / "coopdb.toml").write_text(f'[queries.x]\ncommand = "{line}"\n', encoding="utf-8")
    for more in ((), ("--", "-c", "MA")):
        result = coopdb("run", "x", *more)
        assert (result.code, result.out) == (3, "")
        assert "a saved question only asks" in result.err
        assert "type it yourself: `coopdb " in result.err
    assert (hostile.root / ".git/config").read_bytes() == before


@pytest.mark.parametrize(
    "line",
    [
        "export csv .git/config", "run x", "coopdb run x", "init .", "rename topic a b --yes", "validate --fix",
        "validate", "import x.csv", "fmt", "add", "cache clear --all", "draft x", "--output x search", "", "coopdb",
    ],
)  # fmt: skip
def test_other_commands_are_not_saved_questions(
    hostile: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(hostile.root)
    (hostile.root / "coopdb.toml").write_text(f'[queries.x]\ncommand = "{line or " "}"\n', encoding="utf-8")
    result = coopdb("run", "x")
    assert (result.code, result.out) == (3, "")


def test_what_the_user_adds_to_a_saved_question_is_the_users_own(hostile: Repo, coopdb: Run, tmp_path: Path) -> None:
    (hostile.root / "coopdb.toml").write_text('[queries.x]\ncommand = "search --drafts"\n', encoding="utf-8")
    out = tmp_path / "x.csv"
    assert coopdb("run", "x", "--root", str(hostile.root), "--", "--output", str(out)).code == 0
    assert out.read_text(encoding="utf-8").count("\n") == 3


@pytest.mark.parametrize("root", ["../outside", "/outside", "data/../../outside", "..", "C:/x", "\\\\x", "a\\..\\.."])
def test_a_root_that_leads_out_is_a_problem_at_its_line_and_not_followed(
    tmp_path: Path, coopdb: Run, monkeypatch: pytest.MonkeyPatch, root: str
) -> None:
    outside, here = tmp_path / "outside", tmp_path / "here"
    for folder in (outside, here):
        folder.mkdir()
    messy = Repo(outside).add(content=GOOD.replace("date =", "date   ="))
    config = f"# here\nroot = '{root.replace('/outside', str(outside)) if root[0] == '/' else root}'\n"
    (here / "coopdb.toml").write_text(config, encoding="utf-8")
    monkeypatch.chdir(here)
    result = coopdb("fmt")
    assert (result.code, "coopdb.toml`, line 2: no `records/` folder" in result.err) == (3, True)
    Repo(here).add()
    assert coopdb("fmt").code == 0
    result = coopdb("validate", "--format", "concise")
    assert (result.code, result.out.count("\n")) == (1, 1)
    assert result.out.startswith("coopdb.toml:2:8: K004 unknown value")
    assert messy.read_text(encoding="utf-8") == GOOD.replace("date =", "date   =")


def test_a_root_or_records_that_are_links_outward_are_not_followed(
    tmp_path: Path, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside, here = tmp_path / "outside", tmp_path / "here"
    for folder in (outside, here):
        folder.mkdir()
    messy = Repo(outside).add(content=GOOD.replace("date =", "date   ="))
    monkeypatch.chdir(here)
    (here / "records").symlink_to("../outside/records")
    for where in ((), ("--root", ".")):
        result = coopdb("fmt", *where)
        assert (result.code, "is a link that leads out of the repository" in result.err) == (3, True)
    (here / "data").symlink_to("../outside")
    (here / "coopdb.toml").write_text("root = 'data'\n", encoding="utf-8")
    result = coopdb("fmt")
    assert (result.code, "line 1: no `records/` folder in `data` below it" in result.err) == (3, True)
    assert messy.read_text(encoding="utf-8") == GOOD.replace("date =", "date   =")


def test_a_revision_is_what_git_holds_and_not_what_replaces_it(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    bad, good = GOOD.replace('"MA"', '"Atlantis"'), GOOD
    git(repo.root, "init", "-q", "-b", "main")
    path = repo.add(content=good)
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "good")
    path.write_text(bad, encoding="utf-8")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "bad")
    git(repo.root, "replace", "HEAD~1", "HEAD")  # the base seems to have had the problem
    result = coopdb("validate", "--root", str(repo.root), "--since", "HEAD~1", "--format", "concise")
    assert (result.code, "V001" in result.out) == (1, True)
