"""What is remembered of a check is what a check would find, whatever has changed since."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import GOOD, Repo, Result, cache_path, cached
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.check import files
from coopdb.check.choice import Choice
from coopdb.check.files import check_files
from coopdb.check.report import read, report_on, write
from coopdb.parallel.progress import Watch
from coopdb.store.cache import fingerprint
from coopdb.store.cache.answers import _KEPT, remembered
from coopdb.store.cache.user_folder import cache_folder
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
TODAY = date(2026, 6, 1)
OLD = 1_600_000_000_000_000_000


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Choice]:
    """Count the checks that are made."""
    made: list[Choice] = []

    def count(
        repository: Repository, files: tuple[str, ...], today: date, choice: Choice, _: Watch, **others: Any
    ) -> object:
        made.append(choice)
        return check_files(repository, files, today, choice, **others)

    monkeypatch.setattr(files, "check_files", count)
    return made


def ask(repo: Repo, today: date = TODAY, choice: Choice = Choice()) -> None:  # noqa: B008  # it is frozen
    """Ask, and compare with what a check finds."""
    assert report_on(cached(repo.root), today, choice) == check_files(
        cached(repo.root), cached(repo.root).files(), today, choice
    )


@pytest.mark.usefixtures("settled_at_once")
def test_a_second_check_of_the_same_is_none(repo: Repo, checks: list[Choice]) -> None:
    repo.add("2025/2026-02-01-ma-qa.toml", GOOD.replace('"MA"', '"Maroc"'))
    ask(repo)
    ask(repo)
    assert len(checks) == 1
    problems = report_on(cached(repo.root), TODAY, Choice()).problems
    assert {type(problem.fix).__name__ for problem in problems} >= {"Move", "Replace"}


@pytest.mark.usefixtures("settled_at_once")
def test_another_question_is_another_check(repo: Repo, checks: list[Choice]) -> None:
    path = repo.add(content='status = "planned"\n' + GOOD)
    ask(repo)
    ask(repo, date(2025, 6, 1))
    ask(repo, choice=Choice(select=("D",)))
    ask(repo, choice=Choice(ignore=("D",)))
    ask(repo, choice=Choice({"records/2026/2026-02-01-ma-qa.toml"}))
    ask(repo, choice=Choice(set()))
    (repo.root / "coopdb.toml").write_text('[severity]\nD004 = "error"\n', encoding="utf-8")
    ask(repo)
    repo.add("topics.toml", "[cloud]\n")
    ask(repo)
    path.rename(path.with_name("2026-02-01-qa-ma.toml"))
    ask(repo)
    assert len(checks) == 9


@pytest.mark.usefixtures("settled_at_once")
def test_other_rules_are_another_check(repo: Repo, checks: list[Choice], monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    ask(repo)
    monkeypatch.setattr(fingerprint, "__version__", "0.0.0")
    ask(repo)
    assert len(checks) == 2


def test_what_was_just_written_is_not_relied_on(repo: Repo, checks: list[Choice]) -> None:
    repo.add()
    ask(repo)
    ask(repo)
    assert len(checks) == 2


@pytest.mark.usefixtures("settled_at_once")
def test_a_file_that_cannot_be_read_is_tried_again(repo: Repo, checks: list[Choice]) -> None:
    repo.add()
    (repo.root / "records/2026/b.toml").symlink_to("nowhere")
    ask(repo)
    ask(repo)
    assert len(checks) == 2


def corrupt_schema() -> bytes:
    """Return a database with a table whose statement, which SQLite quotes when it complains, is not UTF-8."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE stamp (stamp)")
        return connection.serialize().replace(b"TABLE stamp", b"TABLE\xadstamp")


@pytest.mark.usefixtures("settled_at_once")
def test_only_the_latest_answers_are_kept(repo: Repo) -> None:
    repo.add()
    for day in range(1, 2 * _KEPT):
        ask(repo, date(2026, 6, day))
    with sqlite3.connect(cache_path(repo.root)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM answers").fetchone() == (_KEPT,)
    connection.close()


@pytest.mark.usefixtures("settled_at_once")
@pytest.mark.parametrize("content", [b"no index at all", b"SQLite format 3\0" + b"x" * 5000, corrupt_schema()])
def test_a_corrupt_cache_is_made_anew(repo: Repo, checks: list[Choice], content: bytes) -> None:
    repo.add()
    cache_path(repo.root).touch(0o600)
    cache_path(repo.root).write_bytes(content)
    ask(repo)
    ask(repo)
    assert len(checks) == 1


@pytest.mark.usefixtures("settled_at_once")
def test_without_a_cache_everything_is_checked(
    repo: Repo, checks: list[Choice], monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.add()
    monkeypatch.setenv("COOPDB_CACHE", os.devnull)
    ask(repo)
    ask(repo)
    assert len(checks) == 2


@pytest.mark.usefixtures("settled_at_once")
def test_a_locked_cache_is_done_without(repo: Repo, checks: list[Choice]) -> None:
    repo.add()
    ask(repo)
    connection = sqlite3.connect(cache_path(repo.root), isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN EXCLUSIVE")
    ask(repo)
    connection.close()
    assert len(checks) == 2


def test_where_nobody_has_a_number_all_are_one(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "geteuid")
    repo.add()
    assert remembered(cached(repo.root), "what", lambda _: ("this", True)) == "this"


@pytest.mark.usefixtures("settled_at_once")
def test_what_a_check_needs_is_made_ready_only_where_there_is_no_cache(repo: Repo) -> None:
    repo.add()
    made: list[str] = []
    for _ in range(2):
        remembered(cached(repo.root), "what", lambda _: ("this", True), lambda: made.append("ready"))
    assert made == ["ready"]


@pytest.mark.parametrize("may_be_made", [True, False])
def test_without_other_processes_the_same_is_done_in_this_one(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, *, may_be_made: bool
) -> None:
    monkeypatch.delattr(os, "fork")
    repo.add()
    if not may_be_made:
        monkeypatch.setenv("COOPDB_CACHE", "/dev/null/deeper")
    assert remembered(cached(repo.root), "what", lambda _: ("this", False)) == "this"
    assert cache_path(repo.root).is_file() == may_be_made


def test_a_report_is_read_as_it_was_written(repo: Repo) -> None:
    repo.add("2025/2026-02-01-ma-qa.toml", GOOD.replace('"MA"', '"Maroc"').replace("AI", "IA\u2028"))
    repo.add("2026/x.toml", b"\xff")
    found = check_files(cached(repo.root), cached(repo.root).files(), TODAY, Choice())
    assert len({type(problem.fix) for problem in found.problems}) == 3
    assert read(write(found)) == found
    odd = replace(found, problems=(replace(found.problems[0], path="records/\udcff.toml"),))
    assert read(write(odd)) == odd


def test_an_unchanged_check_imports_nothing_heavy(repo: Repo) -> None:
    repo.add()
    script = (
        "import sys\n"
        "from coopdb.cli import main\n"
        "from coopdb.store.cache import fingerprint\n"
        "fingerprint.GRAIN = 0\n"  # no file changes unseen
        "main(['validate', '--format', 'json'])\n"
        "print(sorted({'pydantic', 'rich', 'toml_rs', 'coopdb.check.registry'} & set(sys.modules)), file=sys.stderr)\n"
    )
    for _ in range(2):
        result = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=repo.root
        )
    assert result.stderr.endswith("\n[]\n")


class Vanishing(Repository):
    """A repository whose own topics vanish after they have been listed."""

    def own_files(self) -> tuple[str, ...]:
        return ("records/topics.toml",)


def test_nothing_is_remembered_of_what_vanishes(repo: Repo) -> None:
    vanishing = Vanishing(repo.root, caches=cache_folder)
    assert remembered(vanishing, "what", lambda _: ("this", True)) == "this"
    assert remembered(vanishing, "what", lambda _: ("that", True)) == "that"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "break", "delete", "same size", "topics", "people", "config", "rename", "day"]),
        st.integers(0, 3),
        st.sampled_from(["QA", "AE", "Maroc", "XX"]),
    ),
    min_size=1,
    max_size=6,
)


def change(repo: Repo, what: str, number: int, country: str) -> None:
    """Change something in a repository."""
    name = f"2026/2026-02-01-ma-qa-{number}.toml"
    path = repo.root / "records" / name
    match what:
        case "add":
            repo.add(name, GOOD.replace('"QA"', f'"{country}"'))
        case "break":
            repo.add(name, GOOD + "=")
        case "delete":
            path.unlink(missing_ok=True)
        case "same size" if path.exists():
            path.write_text(path.read_text(encoding="utf-8").replace("AI", "IA"), encoding="utf-8")
            os.utime(path, ns=(OLD, OLD))
        case "topics":
            repo.add("topics.toml", f'[new]\nbroader = "{country}"\n')
        case "people":
            repo.add("people.toml", f'["Amal {number}"]\ncountry = "{country}"\n')
        case "config":
            (repo.root / "coopdb.toml").write_text(f'ignore = ["K00{number + 1}"]\n', encoding="utf-8")
        case "rename" if path.exists():
            (repo.root / "records/2025").mkdir(exist_ok=True)
            path.rename(repo.root / "records/2025" / path.name)


@settings(max_examples=25)
@given(STEPS)
@pytest.mark.usefixtures("settled_at_once")
def test_after_any_change_the_report_is_that_of_the_files(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    repo, today = Repo(tmp_path_factory.mktemp("memory")), TODAY
    ask(repo)
    for what, number, country in steps:
        change(repo, what, number, country)
        today = date(2025, 1, 1 + number) if what == "day" else today
        ask(repo, today)
        ask(repo, today)
