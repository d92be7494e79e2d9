"""Systems that lack what POSIX has: tried by taking it away, since nobody has run coopdb there."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import GOOD, Repo

from coopdb.parallel.processes import in_turn, processes_for
from coopdb.record.fault import Fault
from coopdb.store.files.contents import content_of
from coopdb.store.files.hard_link import link
from coopdb.store.files.tree import look

# What Windows does not have, or has without effect; and links, which not every disk has.
WITHOUT = """
import os, signal, sys
names = "fork link geteuid getuid sched_getaffinity O_NOFOLLOW O_NONBLOCK O_CLOEXEC chown fchmod fchown setsid"
for name in names.split():
    if hasattr(os, name):
        delattr(os, name)
del signal.SIGKILL
os.supports_dir_fd.clear()
sys.modules["fcntl"] = sys.modules["pwd"] = sys.modules["resource"] = None
from coopdb.cli import main
sys.exit(main())
"""


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, *arguments]
    return subprocess.run(command, check=False, cwd=root, capture_output=True, text=True, encoding="utf-8")


def test_commands_work_without_what_only_posix_has(repo: Repo) -> None:
    for number in range(520):  # more than one process would take
        repo.add(f"2026/2026-02-01-ma-qa-{number}.toml", GOOD)
    assert run(repo.root, "search", "maroc", "--format", "ids").stdout.count("\n") == 520
    assert run(repo.root, "crosstab", "country", "--format", "csv").returncode == 0
    found = run(repo.root, "validate", "--select", "K,F", "--strict")
    assert (found.returncode, found.stderr) == (0, "520 files checked: no problems\n")
    repo.add("2026/2026-02-01-ma-qa-0.toml", GOOD.replace('"MA"', '"Maroc"'))
    assert run(repo.root, "fmt").returncode == 0
    assert '"MA"' in (repo.root / "records/2026/2026-02-01-ma-qa-0.toml").read_text(encoding="utf-8")


def test_a_record_is_added_and_moved_without_links(repo: Repo) -> None:
    options = ("--party", "MA", "--party", "QA", "--topic", "cloud", "--source", "https://example.org/1")
    added = run(repo.root, "add", "--title", "Talks on cloud", "--date", "2026-03-10", *options)
    assert added.returncode == 0, added.stderr
    path = repo.root / "records" / "2026" / "2026-03-10-ma-qa.toml"
    wrong = path.rename(path.with_name("2026-03-11-ma-qa.toml"))
    assert run(repo.root, "validate", "--fix", "--select", "I001").returncode == 0
    assert path.exists()
    assert not wrong.exists()


def test_a_link_is_not_followed_where_the_system_has_no_flag_for_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("a", encoding="utf-8")
    (tmp_path / "link").symlink_to("file")
    monkeypatch.delattr(os, "O_NOFOLLOW")
    assert content_of(tmp_path / "link") == Fault("unreadable-file", detail="it is a link")
    assert content_of(tmp_path / "file") == b"a"


def test_files_are_looked_at_by_their_paths_where_folders_have_no_numbers(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.add()
    before = look(repo.root)
    monkeypatch.setattr(os, "supports_dir_fd", set())
    assert look(repo.root) == before


def test_one_process_does_everything_where_there_is_no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert processes_for(100_000) == 1
    assert [*in_turn(abs, [-1, -2], processes_for(2))] == [1, 2]


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, None])
def test_a_name_is_taken_by_an_empty_file_where_there_are_no_links(
    number: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        if number is None:
            raise AttributeError
        raise OSError(number, "no links")

    monkeypatch.setattr(os, "link", refuse)
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("a", encoding="utf-8")
    link(old, new)
    assert new.read_text(encoding="utf-8") == "a"
    with pytest.raises(FileExistsError):
        link(new, new)
    with pytest.raises(FileNotFoundError):
        link(old, tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_what_has_another_reason_is_not_gone_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileNotFoundError):
        link(tmp_path / "missing", tmp_path / "new")
