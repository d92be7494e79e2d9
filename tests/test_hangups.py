"""What ends a process while it writes leaves nothing half made: no temporary file, and no folder without a record."""

import errno
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result
from kills import ended_at

from coopdb.errors import StopError
from coopdb.store.files import writing
from coopdb.store.files.hangups import hangups, take_for_interrupts
from coopdb.store.files.writing import create_file, replace_file

ADD = ("add", "--title", "Talks", "--date", "2031-09-09", "--party", "MA", "--party", "FR", "--topic", "cloud",
       "--source", "https://example.org/n")  # fmt: skip
STEPS = 4  # of what add does to files: to flush, to link, to delete


@pytest.fixture
def _handlers() -> Iterator[None]:
    before = {each: signal.getsignal(each) for each in hangups()}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.mark.parametrize("ending", hangups(), ids=str)
@pytest.mark.parametrize("arguments", [ADD, ("move", "2026-02-01", "2032-07-07"), ("fmt",)], ids=lambda each: each[0])
@pytest.mark.parametrize("step", range(STEPS))
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_nothing_half_made_stays(
    repo: Repo,
    coopdb: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
    ending: signal.Signals,
    arguments: tuple[str, ...],
    step: int,
) -> None:
    repo.add(content=GOOD.replace("title =", "title   ="))
    shutil.copytree(repo.root / "records", repo.root / "first/records")
    with monkeypatch.context() as patch:
        patch.chdir(repo.root / "first")
        assert coopdb(*arguments).code == 0  # everything is imported, and not anew in the process that is ended
    ended_at(step, repo.root, ending, *arguments)
    assert not list(repo.root.rglob(".coopdb-*"))
    assert all(list(folder.iterdir()) for folder in repo.root.glob("records/*"))


@pytest.mark.usefixtures("_handlers")
@pytest.mark.parametrize("ending", hangups(), ids=str)
def test_an_end_is_an_interrupt_once_while_a_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: signal.Signals
) -> None:
    def end(_: int) -> None:
        signal.raise_signal(ending)

    monkeypatch.setattr(os, "fsync", end)
    with pytest.raises(KeyboardInterrupt):
        create_file(tmp_path / "2031/a.toml", b"")
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(ending) is signal.SIG_DFL
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        replace_file(path, b"new")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


@pytest.mark.usefixtures("_handlers")
def test_what_is_ignored_stays_ignored_and_what_another_sees_to_is_left_to_it(tmp_path: Path) -> None:
    seen: list[int] = []
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, _: seen.append(number))
    put_back = take_for_interrupts()
    for each in hangups():
        signal.raise_signal(each)
    put_back()
    assert seen == [signal.SIGTERM]
    create_file(tmp_path / "a", b"")
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_another_thread_writes_too(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        pool.submit(create_file, tmp_path / "2031/a", b"a").result()
    assert (tmp_path / "2031/a").read_bytes() == b"a"


def test_a_folder_stays_only_where_something_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def also_full(_: int) -> None:
        (tmp_path / "records/2031/other").touch()
        full(0)

    for failing, left in ((full, []), (also_full, ["records", "records/2031", "records/2031/other"])):
        monkeypatch.setattr(writing.os, "fsync", failing)
        with pytest.raises(StopError, match="No space left on device"):
            create_file(tmp_path / "records/2031/a.toml", b"")
        assert sorted(str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*")) == left


def test_a_name_that_is_too_long_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(StopError, match="cannot write"):
        create_file(tmp_path / f"2031/{'a' * 300}.toml", b"")
    assert list(tmp_path.iterdir()) == []
