"""What a command line names a file for takes the place of an earlier one and of nothing else, whole or not at all."""

import errno
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result
from kills import CALLS, killed_at

from coopdb.errors import StopError
from coopdb.store.files.exported import put_export
from coopdb.store.files.outputs import put_output
from coopdb.store.files.writing import READY, clean_up, create_file, stopping

Run = Callable[..., Result]
PRECIOUS = "precious"
CSV = "title,date,one,two\nA,2026-04-01,MA,QA\nB,2026-04-02,MA,\n"
MAP = """\
title = { column = "title" }
date = { column = "date" }
topics = ["cloud"]
[[participants]]
country = { column = "one" }
[[participants]]
country = { column = "two" }
[[sources]]
url = "https://example.org/1"
"""


@pytest.fixture
def full(repo: Repo) -> Repo:
    repo.add()
    (repo.root / ".git").mkdir()
    (repo.root / ".git/config").write_text(PRECIOUS, encoding="utf-8")
    (repo.root / "in.csv").write_text(CSV, encoding="utf-8")
    (repo.root / "map.csv").write_text(MAP, encoding="utf-8")
    return repo


COMMANDS = {
    "validate": (lambda path: ("validate", "--output", f"json:{path}"), ".json"),
    "search": (lambda path: ("search", "--format", "csv", "--output", path), ".csv"),
    "crosstab": (lambda path: ("crosstab", "year", "--format", "html", "--output", path), ".html"),
    "import": (lambda path: ("import", "in.csv", "--map", "map.csv", "--rejects", path), ".csv"),
    "export": (lambda path: ("export", "ics", path, "--force"), ".ics"),
    "database": (lambda path: ("export", "sqlite", path, "--force"), ".db"),
    "folder": (lambda path: ("export", "csv", path, "--force"), ".csv"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_there_and_is_no_earlier_output_stays(full: Repo, coopdb: Run, command: str) -> None:
    make, ending = COMMANDS[command]
    records = ("records/topics.toml", "records/people.toml", "records/2026/2026-02-01-ma-qa.toml", "coopdb.toml")
    for name in (*records, "notes.txt", "plain", f"x{ending}.bak", ".git/config", f".git/x{ending}", f".GIT/x{ending}"):
        path = full.root / name
        path.parent.mkdir(exist_ok=True, parents=True)
        if not name.endswith(".toml"):
            path.write_text(PRECIOUS, encoding="utf-8")
        elif not path.exists():
            path.touch()
        before = path.read_bytes()
        result = coopdb(*make(name))
        assert (result.code in (2, 3), path.read_bytes()) == (True, before), name


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_made_within_git_or_named_as_a_record(full: Repo, coopdb: Run, command: str) -> None:
    make, ending = COMMANDS[command]
    (full.root / ".git/hooks").mkdir()
    for name in (f".git/new{ending}", ".git/hooks/pre-commit", "records/2026/new.toml", "coopdb.toml", "a/../.git/x"):
        assert coopdb(*make(name)).code in (2, 3), name
        assert not os.path.lexists(full.root / name), name


@pytest.mark.parametrize("command", COMMANDS)
def test_no_link_is_followed(full: Repo, coopdb: Run, command: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    make, ending = COMMANDS[command]
    outside = tmp_path_factory.mktemp("outside")
    (outside / f"x{ending}").write_text(PRECIOUS, encoding="utf-8")
    (full.root / f"link{ending}").symlink_to(outside / f"x{ending}")
    (full.root / f"dangling{ending}").symlink_to(outside / "new")
    (full.root / "folder").symlink_to(outside)
    for name in (f"link{ending}", f"dangling{ending}", f"folder/x{ending}", f"folder/y{ending}"):
        assert coopdb(*make(name)).code in (2, 3), name
    assert [path.name for path in outside.iterdir()] == [f"x{ending}"]
    assert (outside / f"x{ending}").read_text(encoding="utf-8") == PRECIOUS
    assert (full.root / f"link{ending}").is_symlink()


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("folder", "database", "export")])
def test_an_earlier_output_is_replaced(full: Repo, coopdb: Run, command: str) -> None:
    make, ending = COMMANDS[command]
    for name in (f"out{ending}", f"OUT{ending.upper()}"):
        assert coopdb(*make(name)).code in (0, 1)
        first = (full.root / name).read_bytes()
        (full.root / name).write_text(PRECIOUS, encoding="utf-8")
        (full.root / name).chmod(0o640)
        assert coopdb(*make(name)).code in (0, 1)
        assert ((full.root / name).read_bytes(), (full.root / name).stat().st_mode & 0o777) == (first, 0o640)


def test_what_an_import_reads_is_not_written(full: Repo, coopdb: Run) -> None:
    assert coopdb("export", "csv", "out").code == 0
    (full.root / "second.csv").hardlink_to(full.root / "in.csv")
    for read, rejects in (("in.csv", "in.csv"), ("in.csv", "./records/../in.csv"), ("in.csv", "second.csv"),
                          ("out", "out/meetings.csv"), ("out", "out/new.csv")):  # fmt: skip
        more = ("--map", "map.csv") if read == "in.csv" else ()
        result = coopdb("import", read, *more, "--rejects", rejects)
        assert (result.code, "is what is read" in result.err) == (2, True)
    result = coopdb("import", "in.csv", "--map", "map.csv", "--rejects", "map.csv")
    assert (result.code, "is what is read" in result.err) == (2, True)
    assert (full.root / "in.csv").read_text(encoding="utf-8") == CSV
    assert len(list(full.root.glob("records/*/*.toml"))) == 1  # it was seen before anything was written


def test_the_summary_of_a_step_is_added_to_no_link(
    full: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "precious").write_text(PRECIOUS, encoding="utf-8")
    (tmp_path / "link.md").symlink_to("precious")
    for name in ("link.md", ".git/config", "records/2026/2026-02-01-ma-qa.toml"):
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", name)
        before = (full.root / name).read_bytes()
        assert coopdb("validate", "--format", "github").code in (2, 3)
        assert (full.root / name).read_bytes() == before
    (tmp_path / "summary").write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary")
    assert coopdb("validate", "--format", "github").code == 0
    assert (tmp_path / "summary").read_text(encoding="utf-8").startswith("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", os.devnull)
    assert coopdb("validate", "--format", "github").code == 0


def test_a_pipe_and_a_device_are_written_to_as_they_are(full: Repo, coopdb: Run) -> None:
    pipe = full.root / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    assert coopdb("search", "--output", "pipe", "--format", "ids").code == 0
    reader.join(10)
    assert read == ["2026-02-01-ma-qa\n"]
    assert coopdb("search", "--output", os.devnull, "--format", "ids").code == 0
    assert Path(os.devnull).is_char_device()


def test_outside_of_a_checkout_the_users_own_links_are_followed(
    tmp_path_factory: pytest.TempPathFactory, full: Repo, coopdb: Run
) -> None:
    assert full
    place = tmp_path_factory.mktemp("place")
    (place / "real").mkdir()
    (place / "short").symlink_to("real")
    assert coopdb("search", "--output", str(place / "short/x.csv")).code == 0
    assert (place / "real/x.csv").exists()


EXPORTS = [
    ("csv", "out"),
    ("jsonl", "out"),
    ("parquet", "out"),
    ("sqlite", "out.db"),
    ("ics", "out.ics"),
    ("xlsx", "out.xlsx"),
]


@pytest.mark.parametrize(("format", "name"), EXPORTS)
@pytest.mark.parametrize("excel", [False, True])
def test_an_export_of_its_own_is_replaced_with_force(
    full: Repo, coopdb: Run, format: str, name: str, *, excel: bool
) -> None:
    more = ("--excel",) if excel and format == "csv" else ()
    assert coopdb("export", format, name, *more).code == 0
    assert coopdb("export", format, name, *more).code == 3
    full.add("2026/2026-03-01-ma-qa.toml", GOOD.replace("2026-02-01", "2026-03-01"))
    assert coopdb("export", format, name, "--force", *more).code == 0
    for other, _ in EXPORTS:
        if other != format:
            assert coopdb("export", other, name, "--force").code == 3
    assert coopdb("export", format, name, "--force", *more).code == 0
    assert not list(full.root.rglob(".coopdb-*"))


def test_a_calendar_or_database_of_somebody_else_is_not_replaced(full: Repo, coopdb: Run) -> None:
    calendar = full.root / "x.ics"
    calendar.write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n")
    with sqlite3.connect(full.root / "x.db") as connection:
        connection.execute("CREATE TABLE meetings (x)")
    connection.close()
    (full.root / "x").mkdir()
    (full.root / "x/meetings.csv").write_text(PRECIOUS, encoding="utf-8")
    (full.root / "y").mkdir()
    (full.root / "y/codebook.csv").write_text("table,of,mine\n", encoding="utf-8")
    (full.root / "empty").mkdir()
    os.mkfifo(full.root / "pipe")
    for format, name in (("ics", "x.ics"), ("sqlite", "x.db"), ("csv", "x"), ("csv", "y"), ("csv", "empty"),
                         ("ics", "pipe")):  # fmt: skip
        result = coopdb("export", format, name, "--force")
        assert (result.code, "is not an earlier export" in result.err) == (3, True), name
    assert b"other" in calendar.read_bytes()
    assert (full.root / "x/meetings.csv").read_text(encoding="utf-8") == PRECIOUS


def failing_at(number: int, error: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let what changes a name in the file system fail at a call; return the count of calls."""
    calls = [0]

    def wrap(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: object, **more: object) -> object:
            if calls[0] == number:
                calls[0] += 1
                error()
            calls[0] += 1
            return real(*arguments, **more)

        monkeypatch.setattr(os, name, call)

    for name in CALLS:
        wrap(name)
    return calls


def full_disk() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


OLD = [("a", b"1"), ("b", b"1"), ("codebook.x", b"own")]
NEW = [("a", b"2"), ("b", b"2"), ("codebook.x", b"own")]


@pytest.mark.parametrize("number", range(12))
def test_an_export_is_in_its_place_after_an_error_at_any_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    put_export(tmp_path / "out", OLD, lambda ends: ends.startswith(b"own"), may_replace=False)
    with monkeypatch.context() as patch:
        failing_at(number, full_disk, patch)
        try:
            put_export(tmp_path / "out", NEW, lambda ends: ends.startswith(b"own"), may_replace=True)
        except StopError:
            assert {"a", "b", "codebook.x"} <= {path.name for path in (tmp_path / "out").iterdir()}
    put_export(tmp_path / "out", NEW, lambda ends: ends.startswith(b"own"), may_replace=True)
    assert contents(tmp_path) == {f"out/{name}": content for name, content in NEW}


def steps_until_done(root: Path, make: Callable[[], None], *arguments: str) -> Iterator[int]:
    """Yield each step at which a command line was killed, after making everything anew."""
    number = 0
    while True:
        make()
        if not killed_at(number, root, *arguments):
            return
        yield number
        number += 1


def test_an_export_that_is_killed_is_whole_after_the_next(full: Repo, coopdb: Run) -> None:
    def make() -> None:
        assert coopdb("export", "csv", "out", "--force", "--status", "held").code == 0

    full.add("2026/2026-03-01-ma-qa.toml", 'status = "planned"\n' + GOOD.replace("2026-02-01", "2026-03-01"))
    assert coopdb("export", "csv", "whole").code == 0
    whole = contents(full.root / "whole")
    for _ in steps_until_done(full.root, make, "export", "csv", "out", "--force"):
        assert whole.keys() <= contents(full.root / "out").keys()
        is_half = (full.root / "out" / READY).exists()
        assert ("is half replaced" in coopdb("import", "out").err) == is_half
        assert ("is half replaced" in coopdb("crosstab", "year", "--dataset", "out").err) == is_half
        assert coopdb("export", "csv", "out", "--force").code == 0
        assert contents(full.root / "out") == whole
        assert not list(full.root.rglob(".coopdb-*"))


def test_a_full_disk_leaves_the_old_output(full: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("validate", "search", "crosstab", "import", "export", "database"):
        make, ending = COMMANDS[command]
        name = f"{command}{ending}"
        assert coopdb(*make(name)).code in (0, 1)
        before = (full.root / name).read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", lambda _: full_disk())
            assert coopdb(*make(name)).code == 3
        assert (full.root / name).read_bytes() == before
    assert not list(full.root.rglob(".coopdb-*"))


def test_what_a_killed_process_left_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    names = (f".coopdb-{dead.pid}-x.tmp", ".coopdb-abcdefgh.tmp", f".coopdb-{os.getpid()}-x.tmp", ".coopdb-new.tmp",
             READY, ".coopdb-1-x.tmp", f".coopdb-{2**70}-x.tmp", ".coopdb-1.toml")  # fmt: skip
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / ".coopdb-abcdefgh.tmp").unlink()
    os.utime((tmp_path / ".coopdb-abcdefgh.tmp").parent)
    (tmp_path / ".coopdb-old.tmp").touch()
    os.utime(tmp_path / ".coopdb-old.tmp", (1, 1))
    (tmp_path / f".coopdb-{dead.pid}-y.tmp").mkdir()
    (tmp_path / f".coopdb-{dead.pid}-z.tmp").symlink_to(tmp_path / ".coopdb-1.toml")
    now = (tmp_path / ".coopdb-new.tmp").stat().st_mtime
    clean_up([tmp_path, tmp_path / "nowhere"], now)
    left = {*names[2:], f".coopdb-{dead.pid}-z.tmp"}
    assert {path.name for path in tmp_path.iterdir()} == left


def test_where_no_process_can_be_asked_for_only_old_files_are_left(tmp_path: Path) -> None:
    path = tmp_path / ".coopdb-999999-x.tmp"
    path.touch()
    now = path.stat().st_mtime
    for later, is_there in ((3600, True), (3601, False)):
        clean_up([tmp_path], now + later, can_ask=False)
        assert path.exists() == is_there


def test_a_new_record_is_not_written_through_a_link(tmp_path: Path, repo: Repo, coopdb: Run) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (repo.root / "records/2026").symlink_to(outside)
    with pytest.raises(StopError, match="leads out of"):
        create_file(repo.root / "records/2026/x.toml", b"", repo.root / "records")
    (tmp_path / "in.csv").write_text(CSV, encoding="utf-8")
    put_output(tmp_path / "x.csv", b"", (".csv",))
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("is_there", [False, True])
def test_what_cannot_be_written_says_what_there_is(tmp_path: Path, is_there: bool) -> None:
    path = tmp_path / "x.csv"
    if is_there:
        path.touch()
    said = "the file is as it was" if is_there else "there is no such file, as before"
    with pytest.raises(StopError) as caught, stopping(path):
        raise OSError(28, "No space left on device")
    assert caught.value.hint == said
