"""What changes several files can be killed at any step, and run again finishes it; what others save meanwhile stays."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result, cache_path, cached
from kills import killed_at

from coopdb.store import transaction

Run = Callable[..., Result]
FIX, RENAME = ("validate", "--fix"), ("rename", "topic", "ports", "harbours", "--yes")
PERSON = ("rename", "person", "Amal", "Amal Idrissi", "--yes")
MOVE = ("move", "2026-05-01-qa", "2027-05-01")
CLOSE = ("close", "2026-05-01-qa", "--on", "2026-05-05")
EDIT = ("edit", "2026-05-01-qa", "--date", "2027-05-01", "--remove", "topic=ports", "--topic", "5g")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Make a repository in a folder of its own, which can be made anew."""
    (tmp_path / "r").mkdir()
    return Repo(tmp_path / "r")


def fill(repo: Repo) -> None:
    """Fill a repository: ids that change places, references to them, things to fix in several files."""
    shutil.rmtree(repo.root / "records")
    own = GOOD.replace('"artificial-intelligence"', '"ports"').replace('"MA"', '"MA"\nname = "Amal"\nrole = "M"')
    repo.add("topics.toml", '[ports]\nlabels = { en = "Ports" }\n')
    repo.add("people.toml", '["Amal"]\ncountry = "MA"\n')
    repo.add("2026/2026-03-01-ma-qa.toml", own)
    repo.add("2026/2026-02-01-ma-qa.toml", own.replace("2026-02-01", "2026-03-01"))
    repo.add("2025/2026-04-01-ma-qa.toml", own.replace("2026-02-01", "2026-04-01"))
    promise = '\n[[commitments]]\ntext = "share the code"\n'
    repo.add("2026/2026-05-01-qa.toml", own.replace("2026-02-01", "2026-05-01").replace('"QA"', '"Qatar"') + promise)
    links = '["2026-03-01-ma-qa", "2026-02-01-ma-qa", "2026-04-01-ma-qa", "2026-05-01-qa"]'
    repo.add("2026/2026-06-01-ma-qa.toml", f"related = {links}\n" + own.replace("2026-02-01", "2026-06-01"))
    (repo.root / "records/2026/2026-05-01-qa.toml").chmod(0o600)


def contents(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mode)
        for path in root.rglob("*")
        if path.is_file()
    }


def kills(repo: Repo, coopdb: Run, arguments: tuple[str, ...]) -> Iterator[int]:
    """Yield each step at which a command was killed, the repository having been made anew."""
    fill(repo)
    coopdb(*arguments)  # everything is imported, and not anew in each process that is killed
    number = 0
    while True:
        fill(repo)
        if not killed_at(number, repo.root, *arguments):
            assert number > 3
            return
        yield number
        number += 1


@pytest.mark.parametrize("arguments", [FIX, RENAME, PERSON, MOVE, EDIT, CLOSE])
def test_what_was_killed_at_any_step_is_finished_by_running_it_again(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(repo.root)
    fill(repo)
    assert coopdb(*arguments).code == 0
    expected = contents(repo.root)
    for number in kills(repo, coopdb, arguments):
        result = coopdb(*arguments)
        assert (result.code, contents(repo.root)) == (0, expected), number
        assert transaction.pending_in(cached(repo.root)) is None


def test_a_ring_of_moves_is_finished_as_it_was_begun(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo.root)
    fill(repo)
    assert coopdb(*FIX).code == 0
    first, second = (repo.root / f"records/2026/2026-0{month}-01-ma-qa.toml" for month in (2, 3))
    assert ("date = 2026-02-01" in first.read_text(), "date = 2026-03-01" in second.read_text()) == (True, True)
    assert "related = [" in (repo.root / "records/2026/2026-06-01-ma-qa.toml").read_text(encoding="utf-8")


def test_what_was_interrupted_is_said_and_not_finished_by_another_command(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repo.root)
    for number in kills(repo, coopdb, RENAME):
        pending = transaction.pending_in(cached(repo.root))
        before = contents(repo.root)
        said = coopdb("validate").err
        assert ("`coopdb rename topic ports harbours` was interrupted" in said) == bool(pending), number
        assert contents(repo.root) == before
        assert transaction.finish(cached(repo.root), "validate --fix") is None
        if pending:
            break
    else:
        pytest.fail("nothing was pending")


def test_what_was_undone_is_not_done_again(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo.root)
    for _ in kills(repo, coopdb, RENAME):
        if transaction.pending_in(cached(repo.root)):
            break
    fill(repo)  # as git would
    before = contents(repo.root)
    assert "interrupted" not in coopdb("validate").err
    assert transaction.finish(cached(repo.root), "rename topic ports harbours") is None
    assert contents(repo.root) == before


def test_a_file_that_was_changed_since_is_left_alone(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo.root)
    for _ in kills(repo, coopdb, RENAME):
        pending = transaction.pending_in(cached(repo.root))
        if pending:
            break
    assert pending
    left = [step.path for step in pending.steps if transaction._found(cached(repo.root), step) == step.before]
    (repo.root / left[0]).write_text("# mine\n", encoding="utf-8")
    assert coopdb(*RENAME).code == 0
    assert (repo.root / left[0]).read_text(encoding="utf-8") == "# mine\n"
    assert coopdb("rename", "topic", "ports", "harbours", "--yes").code == 2  # no record names it


@pytest.mark.parametrize("content", ["", "[]", "[1, 2, 3]", '[[], "rename", [[1]]]', "{"])
def test_a_note_that_is_none_is_ignored(repo: Repo, content: str) -> None:
    fill(repo)
    note = cache_path(repo.root).with_suffix(".pending")
    note.touch(0o600)
    note.write_text(content, encoding="utf-8")
    assert transaction.pending_in(cached(repo.root)) is None


@pytest.mark.parametrize("spoil", ["no cache", "folder"])
def test_without_a_place_for_a_note_the_work_is_done_without(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    monkeypatch.chdir(repo.root)
    fill(repo)
    if spoil == "folder":
        cache_path(repo.root).with_suffix(".pending").mkdir()
    else:
        monkeypatch.setenv("COOPDB_CACHE", str(repo.root / "records"))
    assert coopdb(*FIX).code == 0
    assert coopdb("validate", "--select", "I,L").code == 0


@pytest.mark.parametrize("arguments", [FIX, RENAME, PERSON, MOVE, ("fmt",)])
def test_what_an_editor_saves_meanwhile_stays(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(repo.root)
    fill(repo)
    path = repo.root / "records/2026/2026-06-01-ma-qa.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("title =", "title   ="), encoding="utf-8")
    real = os.fsync

    def save(number: int) -> None:
        temporary = Path(f"/proc/self/fd/{number}").readlink()
        if temporary.parent == path.parent and "date = 2026-06-01" in temporary.read_text(encoding="utf-8"):
            path.write_text("# saved\n", encoding="utf-8")
        real(number)

    monkeypatch.setattr(os, "fsync", save)
    result = coopdb(*arguments)
    assert (result.code, "has been changed meanwhile" in result.err) == (3, True)
    assert path.read_text(encoding="utf-8") == "# saved\n"
    assert not list(repo.root.rglob(".coopdb-*"))


def test_the_mode_of_what_has_vanished_is_the_usual_one(tmp_path: Path) -> None:
    assert transaction._status(tmp_path / "nowhere") is None


def test_what_vanishes_meanwhile_is_not_made_again(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(repo)
    path = repo.root / "records/2026/2026-06-01-ma-qa.toml"
    before = path.read_bytes()
    steps = transaction.steps_of({"records/2026/2026-06-01-ma-qa.toml": ("records/2026/x.toml", before, before)})
    path.unlink()
    with pytest.raises(Exception, match="has been changed meanwhile"):
        transaction.write_together(cached(repo.root), steps)
    assert not (repo.root / "records/2026/x.toml").exists()
    path.symlink_to("x.toml")
    with pytest.raises(Exception, match="has been changed meanwhile"):
        transaction.write_together(cached(repo.root), steps)


def test_temporary_files_are_ignored_by_git(tmp_path: Path, coopdb: Run) -> None:
    assert coopdb("init", str(tmp_path / "new"), "--from", f"git+https://example.org/coopdb@{'0' * 40}").code == 0
    for root in (tmp_path / "new", Path(__file__).parent.parent):
        assert ".coopdb-*.tmp" in (root / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_next_run_deletes_what_a_kill_left(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo.root)
    seen = 0
    for _ in kills(repo, coopdb, ("fmt",)):
        seen += len(list(repo.root.rglob(".coopdb-*.tmp")))
        assert coopdb("fmt").code == 0
        assert not list(repo.root.rglob(".coopdb-*"))
    assert seen > 0


def test_what_is_saved_between_two_steps_stays(repo: Repo) -> None:
    fill(repo)
    name = "records/2026/2026-06-01-ma-qa.toml"
    path = repo.root / name
    steps = transaction.steps_of({name: (name, path.read_bytes(), b"a = 1\n")})
    path.write_bytes(b"b = 1\n")
    with pytest.raises(Exception, match="has been changed meanwhile"):
        transaction._take(cached(repo.root), steps)
    assert path.read_bytes() == b"b = 1\n"
