"""A folder that coopdb makes: only what has changed is written, and nothing that is not its own is touched."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from coopdb.errors import StopError
from coopdb.store.files import folder_list, made_folder
from coopdb.store.files.made_folder import LIST, Changes, MadeFile, digest, put_folder


def put(folder: Path, contents: Mapping[str, str], key: str = "") -> Changes:
    files = [MadeFile(path, digest(key, text), text.encode) for path, text in contents.items()]
    return put_folder(folder, files)._replace(seal="")


def held(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "site"
    put(path, {"a.txt": "a", "b/c.txt": "c"})
    return path


def test_files_are_written_once_and_then_only_where_they_have_changed(folder: Path) -> None:
    assert held(folder) == {"a.txt": "a", "b/c.txt": "c"}
    before = (folder / "b/c.txt").stat().st_mtime_ns
    assert put(folder, {"a.txt": "other", "b/c.txt": "c"}) == Changes(1, 0, 1)
    assert held(folder) == {"a.txt": "other", "b/c.txt": "c"}
    assert (folder / "b/c.txt").stat().st_mtime_ns == before


def test_a_file_with_the_same_key_is_not_made_again(folder: Path) -> None:
    def fail() -> bytes:
        raise AssertionError

    found = put_folder(folder, [MadeFile("a.txt", digest("", "a"), fail)])
    assert found == Changes(0, 1, 1, found.seal)


def test_another_key_with_the_same_content_writes_nothing(folder: Path) -> None:
    before = (folder / "a.txt").stat().st_mtime_ns
    assert put(folder, {"a.txt": "a", "b/c.txt": "c"}, key="new") == Changes(0, 0, 2)
    assert (folder / "a.txt").stat().st_mtime_ns == before
    assert put(folder, {"a.txt": "a", "b/c.txt": "c"}, key="new") == Changes(0, 0, 2)


def test_what_is_no_longer_made_is_removed_with_its_empty_folder(folder: Path) -> None:
    assert put(folder, {"a.txt": "a"}) == Changes(0, 1, 1)
    assert not (folder / "b").exists()


def test_a_folder_that_holds_something_else_stays(folder: Path) -> None:
    (folder / "b/CNAME").write_text("example.org")
    put(folder, {"a.txt": "a"})
    assert held(folder) == {"a.txt": "a", "b/CNAME": "example.org"}


def test_a_file_that_was_deleted_is_written_again(folder: Path) -> None:
    (folder / "a.txt").unlink()
    assert put(folder, {"a.txt": "a", "b/c.txt": "c"}) == Changes(1, 0, 1)
    (folder / "b/c.txt").unlink()
    assert put(folder, {"a.txt": "a"}) == Changes(0, 0, 1)


@pytest.mark.parametrize("wanted", [{"a.txt": "new", "b/c.txt": "c"}, {"b/c.txt": "c"}])
def test_a_file_that_somebody_has_changed_is_neither_replaced_nor_removed(folder: Path, wanted: dict[str, str]) -> None:
    (folder / "a.txt").write_text("mine")
    with pytest.raises(StopError, match="changed since coopdb wrote them") as error:
        put(folder, wanted)
    assert "`a.txt`" in error.value.message
    assert held(folder) == {"a.txt": "mine", "b/c.txt": "c"}


def test_a_file_of_somebody_else_is_not_replaced_and_many_are_counted(folder: Path) -> None:
    names = [f"{number}.txt" for number in range(7)]
    for name in names:
        (folder / name).write_text("mine")
    with pytest.raises(StopError, match=r"`4\.txt` and 2 more"):
        put(folder, dict.fromkeys(names, "new"))
    assert {(folder / name).read_text() for name in names} == {"mine"}


def test_a_folder_that_is_not_its_own_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StopError, match="is not empty, and not a site"):
        put(tmp_path, {"a.txt": "a"})
    (tmp_path / LIST).write_text("something else\n")
    with pytest.raises(StopError, match="is not a list of coopdb's"):
        put(tmp_path, {"a.txt": "a"})
    assert {path.name for path in tmp_path.iterdir()} == {"notes.txt", LIST}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "a"})
    assert held(tmp_path) == {"a.txt": "a"}


def test_a_file_a_link_and_a_list_that_is_a_folder_are_refused(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "odd" / LIST).mkdir(parents=True)
    for name in ("file", "link", "odd"):
        with pytest.raises(StopError):
            put(tmp_path / name, {"a.txt": "new"})
    assert held(folder) == {"a.txt": "a", "b/c.txt": "c"}


def test_what_is_spared_is_refused(tmp_path: Path, folder: Path) -> None:
    for name in ("records", "records/2026"):
        with pytest.raises(StopError, match="is in `"):
            put_folder(tmp_path / name, [], [tmp_path / "records"])
    with pytest.raises(StopError, match=r"`.*/site/records` is in `.*/site`"):
        put_folder(folder, [], [folder / "records"])
    with pytest.raises(StopError, match="git's own"):
        put(tmp_path / ".git" / "site", {"a.txt": "a"})


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_links_are_not_followed(tmp_path: Path, folder: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "c.txt").write_text("c")
    (folder / "b/c.txt").unlink()
    (folder / "b").rmdir()
    (folder / "b").symlink_to(outside)
    with pytest.raises(StopError, match="is a link, which is not followed"):
        put(folder, {"a.txt": "a", "b/c.txt": "new"})
    with pytest.raises(StopError, match="/b` is a link, which is not followed"):
        put(folder, {"b/d/e.txt": "new"})
    assert not (outside / "d").exists()
    put(folder, {"a.txt": "a"})  # which removes nothing behind the link
    assert (outside / "c.txt").read_text() == "c"
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(outside / "c.txt")
    with pytest.raises(StopError, match="changed since"):
        put(folder, {"a.txt": "new"})
    assert (outside / "c.txt").read_text() == "c"


@pytest.mark.parametrize(
    "name", ["../mine.txt", "b/../../mine.txt", "/mine.txt", "./a", "C:mine.txt", "b\\mine.txt", LIST, "b/ /c"]
)
def test_the_list_of_a_stranger_leads_nowhere_else(tmp_path: Path, folder: Path, name: str) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    entry = f"{made_folder._digest(b'mine')} {digest('')} 4 {name}\n"
    (folder / LIST).write_text(f"{folder_list._HEAD}\n{entry}")
    (folder / "a.txt").unlink()
    (folder / "b/c.txt").unlink()
    put(folder, {"n.txt": "n"})
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert name not in (folder / LIST).read_text()


def test_the_list_of_a_stranger_names_nothing_of_gits(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git/HEAD").write_text("mine")
    with (folder / LIST).open("a") as file:
        file.write(f"{made_folder._digest(b'mine')} {digest('')} 4 .git/HEAD\n")
    put(folder, {"a.txt": "a"})
    assert held(folder) == {"a.txt": "a", ".git/HEAD": "mine"}


def test_a_run_that_was_interrupted_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_folder, "_BATCH", 1)
    folder, number = tmp_path / "site", 0

    def make() -> bytes:
        nonlocal number
        number += 1
        if number == 3:
            raise KeyboardInterrupt
        return b"old"

    with pytest.raises(KeyboardInterrupt):
        put_folder(folder, [MadeFile(f"{each}.txt", digest(each), make) for each in range(4)])
    assert len(held(folder)) == 2
    with (folder / LIST).open("a") as file:
        file.write("half a li")
    texts = {f"{each}.txt": "new" for each in range(4)}
    assert put(folder, texts) == Changes(4, 0, 0)
    assert held(folder) == texts
    assert len((folder / LIST).read_text().splitlines()) == 5


def test_a_file_about_to_be_replaced_when_it_was_interrupted_is_still_its_own(folder: Path) -> None:
    text = (folder / LIST).read_text()
    (folder / LIST).write_text(text + f"{made_folder._digest(b'never written')} {digest('x')} 13 a.txt\n")
    assert put(folder, {"a.txt": "later", "b/c.txt": "c"}) == Changes(1, 0, 1)


def test_a_page_that_an_interrupted_run_has_listed_but_not_replaced_is_written(folder: Path) -> None:
    with (folder / LIST).open("a") as file:
        file.write(f"{made_folder._digest(b'b')} {digest('', 'b')} 1 a.txt\n")  # of the same size
    assert put(folder, {"a.txt": "b", "b/c.txt": "c"}) == Changes(1, 0, 1)
    assert held(folder) == {"a.txt": "b", "b/c.txt": "c"}


def test_two_runs_do_not_write_into_a_folder_at_once(folder: Path) -> None:
    other = folder / f".coopdb-{os.getppid()}-held.tmp"  # of a process that is there
    other.touch()
    with pytest.raises(StopError, match="another run writes into `") as error:
        put(folder, {"a.txt": "new"})
    assert f"`{other.name}`" in str(error.value.hint)
    assert {path.name for path in folder.iterdir()} == {"a.txt", "b", LIST, other.name}
    other.unlink()
    (folder / ".coopdb-999999999-held.tmp").touch()  # of one that has ended
    put(folder, {"a.txt": "new"})
    assert {path.name for path in folder.iterdir()} == {"a.txt", LIST}


def test_a_run_that_was_killed_before_it_wrote_leaves_a_folder_to_be_taken(tmp_path: Path) -> None:
    (tmp_path / ".coopdb-999999999-held.tmp").touch()
    put(tmp_path, {"a.txt": "a"})
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", LIST}


def test_progress_is_told(tmp_path: Path) -> None:
    seen = []
    put_folder(tmp_path / "site", [MadeFile("a.txt", "k", bytes)], (), lambda *done: seen.append(done))
    assert seen == [(1, 1)]


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(StopError, match=r"cannot write the files of `.*/site`: No space left on device"):
        put(tmp_path / "site", {"a.txt": "a"})
    assert held(tmp_path / "site") == {}  # nor what was to become a file


def sealed(folder: Path, seal: str, text: str = "a") -> Changes:
    made.clear()
    keys = {"a.txt": digest("", "a"), "b/c.txt": digest("", "c")}
    texts = {"a.txt": text, "b/c.txt": "c"}
    files = [MadeFile(path, key, partial(noted, path, texts[path])) for path, key in keys.items()]
    return put_folder(folder, files, seal=seal)


made: list[str] = []


def noted(path: str, text: str) -> bytes:
    made.append(path)
    return text.encode()


def test_the_list_of_a_folder_is_believed_only_as_it_was_left(folder: Path) -> None:
    first = sealed(folder, "")
    assert (first[:3], len(made)) == ((0, 0, 2), 2)
    assert sealed(folder, first.seal) == first
    assert made == []


@pytest.mark.parametrize("kept", [True, False])
def test_a_list_that_somebody_else_has_written_yields_no_wrong_page(folder: Path, kept: bool) -> None:
    seal = sealed(folder, "").seal
    (folder / "a.txt").write_text("x")
    forged = (folder / LIST).read_text().replace(made_folder._digest(b"a"), made_folder._digest(b"x"))
    (folder / LIST).write_text(forged)  # as if coopdb had written `x` there, with the same key and size
    assert sealed(folder, seal if kept else "")[:3] == (1, 0, 1)
    assert held(folder) == {"a.txt": "a", "b/c.txt": "c"}


def test_a_page_that_somebody_has_changed_to_another_of_its_size_is_noticed(folder: Path) -> None:
    seal = sealed(folder, "").seal
    (folder / "a.txt").write_text("x")
    with pytest.raises(StopError, match="changed since coopdb wrote them"):
        sealed(folder, seal)
    assert held(folder)["a.txt"] == "x"
