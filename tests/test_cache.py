"""The cache is the user's own: where it is, who may read it, when it is done without, how it is shown and cleared."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from conftest import GOOD, Repo, Result, cache_path, cached

from coopdb.store.cache import inventory as caches
from coopdb.store.cache import location as place
from coopdb.store.cache.database import open_cache
from coopdb.store.cache.fingerprint import looking
from coopdb.store.cache.user_folder import cache_folder
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for caches that is not there yet."""
    path = tmp_path_factory.mktemp("home") / "deep/caches"
    monkeypatch.setenv("COOPDB_CACHE", str(path))
    return path


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def make(root: Path) -> Path:
    """Make a repository with a cache."""
    root.mkdir()
    Repo(root).add()
    open_cache(cached(root), 1).close()
    return cache_path(root)


@pytest.mark.parametrize("command", ["search", "validate"])
def test_a_cache_is_a_file_for_its_owner_alone_and_nothing_is_in_the_checkout(
    repo: Repo, coopdb: Run, folder: Path, command: str
) -> None:
    repo.add()
    before = files(repo.root)
    for _ in range(2):
        assert coopdb(command).code == 0
    (file,) = folder.iterdir()
    assert (mode(folder), mode(file), file == cache_path(repo.root)) == (0o700, 0o600, True)
    assert files(repo.root) == before


def test_every_root_has_a_cache_of_its_own(tmp_path: Path, folder: Path) -> None:
    names = ["a", "b", "a-b", "a_b", "ä", "ö", "x" * 200, "x" * 199 + "y"]
    assert len({make(tmp_path / name) for name in names}) == len(names) == len(list(folder.iterdir()))


def test_a_root_by_another_name_has_the_same(tmp_path: Path, folder: Path) -> None:
    file = make(tmp_path / "a")
    (tmp_path / "link").symlink_to("a")
    assert cache_path(tmp_path / "link") == file


def test_without_the_variable_it_is_in_the_users_own_folder(
    repo: Repo, coopdb: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("COOPDB_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "x"))
    repo.add()
    assert coopdb("search").code == 0
    assert [file.parent for file in (home / "x").rglob("*.sqlite")] == [home / "x/coopdb"]


@pytest.mark.parametrize("where", [".", "records", "deep/caches", "records/../deep"])
def test_a_folder_in_the_checkout_is_not_used_and_named(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    repo.add()
    (repo.root / "coopdb.toml").touch()
    before = files(repo.root)
    monkeypatch.setenv("COOPDB_CACHE", where)
    for command in ("search", "validate"):
        result = coopdb(command)
        assert (result.code, "COOPDB_CACHE names a folder in a checkout" in result.err) == (0, True)
    assert files(repo.root) == before


def test_nor_is_one_in_any_other_checkout(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other/.git").mkdir(parents=True)
    monkeypatch.setenv("COOPDB_CACHE", str(tmp_path / "other/a/b"))
    assert cache_folder() is None
    (tmp_path / "link").symlink_to("other")
    monkeypatch.setenv("COOPDB_CACHE", str(tmp_path / "link/a"))
    assert cache_folder() is None
    monkeypatch.setenv("HOME", str(tmp_path / "other"))  # whose settings are kept in git
    assert cache_folder() == tmp_path / "other/a"
    assert folder.parent.is_relative_to(tmp_path.parent)


def test_a_users_folder_within_the_root_is_not_used(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    monkeypatch.delenv("COOPDB_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(repo.root / ".cache"))
    before = files(repo.root)
    result = coopdb("search", "--format", "ids")
    assert (result, files(repo.root)) == (Result(0, "2026-02-01-ma-qa\n", ""), before)


def test_without_a_home_there_is_no_cache(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    monkeypatch.delenv("COOPDB_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: Path("~/.cache/coopdb"))
    before = files(repo.root)
    assert coopdb("search", "--format", "ids") == Result(0, "2026-02-01-ma-qa\n", "")
    assert coopdb("validate").err == "1 file checked: no problems\n"
    assert coopdb("cache").out.endswith("there is no folder for caches\n")
    assert files(repo.root) == before


@pytest.mark.parametrize("is_there", [True, False])
def test_a_home_that_is_missing_is_not_made(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, is_there: bool
) -> None:
    repo.add()
    home = tmp_path.parent / f"{tmp_path.name}-home"
    if is_there:
        home.mkdir()
    monkeypatch.delenv("COOPDB_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(home))
    for _ in range(2):
        assert coopdb("search", "--format", "ids") == Result(0, "2026-02-01-ma-qa\n", "")
    assert (home.exists(), len(list(home.rglob("*.sqlite")))) == (is_there, int(is_there))


@pytest.mark.parametrize("spoil", ["link", "writable", "file", "not ours", "read-only"])
def test_a_folder_that_is_not_safe_is_done_without_in_silence(
    repo: Repo, coopdb: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    repo.add()
    elsewhere = folder.parent.parent / "elsewhere"
    elsewhere.mkdir()
    folder.parent.mkdir()
    match spoil:
        case "link":
            folder.symlink_to(elsewhere)
        case "writable":
            folder.mkdir()
            folder.chmod(0o770)
        case "file":
            folder.touch()
        case "not ours":
            folder.mkdir()
            monkeypatch.setattr(os, "geteuid", lambda: 4321)
        case "read-only":
            folder.mkdir()
            monkeypatch.setattr(os, "open", refuse_in(folder))
    for _ in range(2):
        assert coopdb("search", "--format", "ids") == Result(0, "2026-02-01-ma-qa\n", "")
        assert coopdb("validate").err == "1 file checked: no problems\n"
    assert list(elsewhere.iterdir()) == []
    assert not folder.is_dir() or list(folder.iterdir()) == []


def refuse_in(folder: Path) -> Callable[..., int]:
    real = os.open

    def open_(path: str | Path, *rest: int, **more: int) -> int:
        if Path(path).parent == folder:
            raise OSError(30, "Read-only file system")
        return real(path, *rest, **more)

    return open_


def database(path: Path) -> Path:
    """Make a database of the user's that has nothing to do with coopdb."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE precious (value)")
        connection.execute("INSERT INTO precious VALUES (1)")
    connection.close()
    return path


@pytest.mark.parametrize("kind", ["link", "dangling", "second name", "readable"])
def test_no_file_that_is_not_its_own_is_opened(repo: Repo, coopdb: Run, folder: Path, kind: str) -> None:
    repo.add()
    folder.mkdir(parents=True, mode=0o700)
    precious = folder.parent / "precious.sqlite"
    if kind != "dangling":
        database(precious)
    before = precious.read_bytes() if kind != "dangling" else None
    file = cache_path(repo.root)
    match kind:
        case "link" | "dangling":
            file.symlink_to(precious)
        case "second name":
            file.hardlink_to(precious)
        case "readable":
            shutil.copy(precious, file)
            file.chmod(0o644)
    for command in ("search", "validate", "search"):
        assert coopdb(command).code == 0
    assert (precious.read_bytes() if precious.exists() else None) == before
    assert (file.is_symlink(), file.stat().st_nlink, mode(file)) == (False, 1, 0o600)


@pytest.mark.parametrize("target", ["precious.sqlite", "dangling.sqlite"])
@pytest.mark.parametrize("whole", [True, False])
def test_what_a_checkout_has_in_the_old_place_is_neither_read_nor_written(
    repo: Repo, coopdb: Run, tmp_path: Path, target: str, *, whole: bool
) -> None:
    repo.add()
    before = database(tmp_path / "precious.sqlite").read_bytes()
    old = repo.root / ".coopdb"
    if whole:
        (tmp_path / "other").mkdir()
        (tmp_path / "precious.sqlite").rename(tmp_path / "other/index.sqlite")
        old.symlink_to("other")
    else:
        old.mkdir()
        (old / "index.sqlite").symlink_to(f"../{target}")
    for command in ("search", "validate", "search"):
        assert coopdb(command).code == 0
    precious = tmp_path / ("other/index.sqlite" if whole else "precious.sqlite")
    assert (precious.read_bytes(), (tmp_path / "dangling.sqlite").exists()) == (before, False)


def test_an_old_folder_is_named_once(repo: Repo, coopdb: Run) -> None:
    path = repo.add()
    assert ".coopdb" not in coopdb("search").err
    (repo.root / ".coopdb").mkdir()
    said = coopdb("search").err
    assert f"`{repo.root}/.coopdb` is of no use any more" in said
    repo.add("topics.toml", "[new]\nlabels = { en = 'New' }\n")  # after which the cache is emptied
    path.unlink()
    for command in ("search", "validate", "search"):
        assert ".coopdb" not in coopdb(command).err
    assert list((repo.root / ".coopdb").iterdir()) == []


def test_an_old_folder_is_not_named_where_that_cannot_be_remembered(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.add()
    (repo.root / ".coopdb").mkdir()
    monkeypatch.setenv("COOPDB_CACHE", os.devnull)
    assert coopdb("search").err == ""


@pytest.mark.usefixtures("settled_at_once")
def test_a_cache_of_another_root_at_the_same_place_is_not_asked(tmp_path: Path, coopdb: Run) -> None:
    file = make(tmp_path / "a")
    assert coopdb("search", "--root", str(tmp_path / "a")).code == 0
    (tmp_path / "a").rename(tmp_path / "b")
    Repo(make_folder(tmp_path / "a"))
    assert cache_path(tmp_path / "a") == file
    assert coopdb("search", "--root", str(tmp_path / "a"), "--format", "ids").out == ""
    shutil.copy(file, cache_path(tmp_path / "b"))
    assert coopdb("search", "--root", str(tmp_path / "b"), "--format", "ids").out == "2026-02-01-ma-qa\n"


def make_folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.usefixtures("settled_at_once")
def test_a_root_is_told_from_another_of_the_same_name_by_its_number(tmp_path: Path) -> None:
    from coopdb.store.cache.fingerprint import stamp_of

    make(tmp_path / "a")
    before = stamp_of(cached(tmp_path / "a"))
    assert stamp_of(cached(tmp_path / "a")) == before
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    (tmp_path / "a").rename(tmp_path / "gone")
    (tmp_path / "b").rename(tmp_path / "a")
    assert stamp_of(cached(tmp_path / "a")) != before


@pytest.mark.usefixtures("settled_at_once")
def test_an_answer_is_for_its_day(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date(2026, 2, 2)

    repo.add(content='status = "planned"\n' + GOOD)
    for day, found in ((2, "D004"), (1, ""), (2, "D004")):
        Tomorrow.today = classmethod(lambda _, day=day: date(2026, 2, day))  # type: ignore[method-assign]
        monkeypatch.setattr("coopdb.cli.options.day.date", Tomorrow)
        assert ("D004" in coopdb("validate", "--format", "concise").out) == bool(found)


def test_a_new_cache_removes_those_whose_root_is_gone(tmp_path: Path, folder: Path) -> None:
    gone, other = make(tmp_path / "a"), make(tmp_path / "b")
    gone.with_name(f"{gone.name}-wal").touch(0o600)
    shutil.rmtree(tmp_path / "a")
    new = make(tmp_path / "c")
    assert sorted(folder.iterdir()) == sorted([other, new])


def test_a_new_cache_removes_the_oldest_beyond_the_limit(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [make(tmp_path / name) for name in "abc"]
    for number, file in enumerate(made):
        os.utime(file, (1_000_000 + number, 1_000_000 + number))
    new = make(tmp_path / "d")
    whole = sum(file.stat().st_size for file in (*made, new))
    for limit, left in ((whole, made), (whole - 1, made[1:]), (1, [])):
        monkeypatch.setattr(caches, "LIMIT", limit)
        caches.tidy(new)
        assert sorted(folder.iterdir()) == sorted([*left, new])
    other = make(tmp_path / "e")
    assert list(folder.iterdir()) == [other]


def test_what_cannot_be_removed_stays(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "a")
    shutil.rmtree(tmp_path / "a")
    real = Path.unlink

    def refuse(path: Path, **more: bool) -> None:
        if path.name.startswith(cache_path(tmp_path / "a").name):
            raise PermissionError(13, "Permission denied")
        real(path, **more)

    monkeypatch.setattr(Path, "unlink", refuse)
    make(tmp_path / "b")
    assert len(list(folder.iterdir())) == 2


def test_caches_are_shown_and_cleared(repo: Repo, coopdb: Run, tmp_path: Path, folder: Path) -> None:
    repo.add()
    assert coopdb("cache", "clear").err == "0 caches cleared\n"
    assert coopdb("search").code == 0
    other = make(tmp_path / "other")
    os.utime(other, (1_000_000_000, 1_000_000_000))
    mine = cache_path(repo.root)
    found = json.loads(coopdb("cache", "--format", "json").out)
    assert [(each["root"], each["path"], each["bytes"]) for each in found] == [
        (str(repo.root), str(mine), mine.stat().st_size),
        (str(tmp_path / "other"), str(other), other.stat().st_size),
    ]
    for _ in range(2):  # to be shown is not to be used
        found = json.loads(coopdb("cache", "--format", "json").out)
        assert (found[0]["days"], found[1]["days"] > 8000) == (0, True)
    shown = coopdb("cache").out
    assert all(text in shown for text in (str(mine), str(tmp_path / "other"), "2 caches", f"in {folder}"))
    assert coopdb("cache", "clear").err == "1 cache cleared\n"
    assert list(folder.iterdir()) == [other]
    assert coopdb("cache", "clear", "--root", str(tmp_path / "other")).err == "1 cache cleared\n"
    assert coopdb("search", "--format", "ids").out == "2026-02-01-ma-qa\n"
    assert make(tmp_path / "third")
    (folder / "notes.txt").touch()
    assert coopdb("cache", "clear", "--all").err == "2 caches cleared\n"
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    assert coopdb("cache", "--all").code == 2


def test_what_is_no_cache_is_shown_without_a_root(coopdb: Run, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o700)
    (folder / "x.sqlite").touch(0o600)
    database(folder / "y.sqlite").chmod(0o600)
    (folder / "z.sqlite").touch(0o644)
    assert [each["root"] for each in json.loads(coopdb("cache", "--format", "json").out)] == ["", ""]


def test_where_there_are_no_users_a_cache_is_taken_for_ones_own(
    repo: Repo, coopdb: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "geteuid")
    repo.add()
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    assert coopdb("search").code == 0
    assert cache_path(repo.root).exists()


def test_a_repository_without_a_folder_for_caches_has_none(repo: Repo) -> None:
    assert place.cache_of(Repository(repo.root)) is None


def test_the_files_beside_a_cache_are_for_its_owner_alone(repo: Repo, folder: Path) -> None:
    repo.add()
    connection = open_cache(cached(repo.root), 1)
    connection.execute("UPDATE stamp SET tree = NULL")
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 3
    connection.close()


def test_a_question_whose_cache_is_known_imports_nothing_to_find_it(repo: Repo) -> None:
    repo.add()
    script = (
        "import sys\n"
        "from coopdb.store.cache import fingerprint\n"
        "fingerprint.GRAIN = 0\n"
        "from coopdb.parallel import processes\n"
        "processes._cores = lambda: 2\n"
        "from coopdb.cli import main\n"
        "main(['search', '--format', 'ids'])\n"
        "print('platformdirs' in sys.modules, file=sys.stderr)\n"
    )
    home = {key: value for key, value in os.environ.items() if key != "COOPDB_CACHE"}
    home["XDG_CACHE_HOME"] = os.environ["COOPDB_CACHE"]
    for expected in ("True\n", "False\n"):
        result = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=repo.root, env=home
        )
        assert result.stderr == expected


class Unseen(Repository):
    """A repository at whose files nobody may look."""

    def states(self) -> NoReturn:
        raise AssertionError


@pytest.mark.parametrize("cores", [1, 2])
def test_where_there_is_no_cache_nothing_is_looked_at(repo: Repo, cores: int) -> None:
    repo.add()
    with looking(Unseen(repo.root, caches=cache_folder), cores) as look:
        assert (look.cache(), look.tree()) == ("", "")
