"""What is remembered of records in outline spares reading them, and changes no verdict."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from conftest import cache_path, cached
from scenarios import BASE, Change, record

from coopdb.check import since
from coopdb.check.report import report_on
from coopdb.cli.options.checks import choose
from coopdb.store.cache import outlines
from coopdb.store.files.records import RecordFile
from coopdb.store.files.repository import Repository
from coopdb.vocabulary.vocabularies import Vocabularies

DAY = date(2026, 6, 30)
CHANGED, FAULTY = "records/2024/2024-02-10-fr-sn.toml", "records/2023/2023-01-10-ca-jo.toml"
WAIVED, FOLLOWING = "records/2025/2025-04-10-br-pt.toml", "records/2025/2025-02-10-fr-sn.toml"


@pytest.fixture
def change(tmp_path: Path, settled_at_once: None) -> Change:
    """A repository, one record of which is not TOML."""
    made = Change(tmp_path)
    for path, text in {**BASE, FAULTY: "title ="}.items():
        made.write(path, text.replace("Ana Lee", "Eva Roth") if "ca-jo" in path else text)
    made.git("init", "-q", "-b", "main")
    made.commit()
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the records that are read."""
    paths: list[str] = []
    read_entry = since.read_entry

    def reading(root: Path, path: str, words: Vocabularies) -> RecordFile:
        paths.append(path)
        return read_entry(root, path, words)

    monkeypatch.setattr(since, "read_entry", reading)
    return paths


def found(root: Path, repository: Repository | None = None) -> set[tuple[str, str]]:
    repository = repository or cached(root)
    problems = report_on(repository, DAY, choose(repository, None, "main", None, None)).problems
    return {(each.code, each.path) for each in problems}


def test_what_is_remembered_is_not_read_again(change: Change, read: list[str]) -> None:
    assert found(change.root) == set()
    read.clear()
    change.replace(CHANGED, "Talks", "Talk")
    assert found(change.root) == set()
    assert sorted(read) == [FAULTY, CHANGED, WAIVED]  # what is not TOML is read each time, a waiver may be of no use


def test_what_a_change_may_concern_is_read(change: Change, read: list[str]) -> None:
    found(change.root)
    read.clear()
    change.delete(CHANGED)
    assert found(change.root) == {("L001", FOLLOWING)}
    assert sorted(read) == [FAULTY, FOLLOWING, WAIVED]


def test_what_is_named_bounds_what_is_read(change: Change, read: list[str]) -> None:
    found(change.root)
    read.clear()
    change.delete(CHANGED)
    repository = cached(change.root)
    choice = choose(repository, [change.root / "records/2023"], "main", None, None)
    assert report_on(repository, DAY, choice).problems == ()
    assert read == [FAULTY]


def test_other_words_or_rules_are_judged_from_the_files(change: Change, read: list[str]) -> None:
    found(change.root)
    for path, more in (("coopdb.toml", "# more\n"), ("records/topics.toml", "# more\n")):
        change.write(path, BASE[path] + more)
    read.clear()
    assert found(change.root) == set()
    assert len(set(read)) == len([path for path in (*BASE, FAULTY) if path[8:10] == "20"])


def test_what_is_gone_is_forgotten(change: Change) -> None:
    def remembered() -> set[str]:
        with sqlite3.connect(cache_path(change.root)) as connection:
            rows = {path for (path,) in connection.execute("SELECT path FROM outlines")}
        connection.close()
        return rows

    found(change.root)
    assert CHANGED in remembered()
    assert FAULTY not in remembered()
    change.delete(CHANGED)
    change.write(FOLLOWING, record("2025-02-10", "FR", "SN"))
    found(change.root)
    assert CHANGED not in remembered()


def locked(path: Path) -> Iterator[None]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN EXCLUSIVE")
    yield
    connection.close()


def damaged(path: Path) -> Iterator[None]:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE outlines SET outline = '{' WHERE path LIKE '%ca-jo%'")
    connection.close()
    yield


@pytest.mark.parametrize("spoil", [locked, damaged])
def test_a_cache_of_no_use_changes_nothing(change: Change, spoil: Callable[[Path], Iterator[None]]) -> None:
    found(change.root)
    change.delete(CHANGED)
    for _ in spoil(cache_path(change.root)):
        assert found(change.root) == {("L001", FOLLOWING)}


def test_what_was_just_written_is_not_remembered(change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlines.fingerprint, "GRAIN", 10**12)
    found(change.root)
    with sqlite3.connect(cache_path(change.root)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM outlines").fetchone() == (0,)
    connection.close()
