"""The index answers as the files do, whatever happens to it."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS, GOOD, Repo, Result, cache_path, cached
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.query.crosstab import crosstab
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.filters import Filters
from coopdb.query.search import search
from coopdb.query.selection import select
from coopdb.store.cache import database as cache
from coopdb.store.cache import fingerprint, index, update
from coopdb.store.cache.fingerprint import looking
from coopdb.store.cache.index import Opened, ask
from coopdb.store.cache.user_folder import cache_folder
from coopdb.store.files import tree
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("several_cores")


def answers(opened: Opened) -> object:
    """Put some questions, and add what is said of the files that have no answer."""
    star = opened.star
    listed = search(star, [], select(Filters(), star)).rows
    found = search(star, ["maroc"], select(Filters(values={"country": ("@gcc",)}), star)).rows
    counted = [
        crosstab(star, DIMENSIONS[name], None, select(Filters(), star)).document for name in ("country", "topic")
    ]
    return listed, found, counted, opened.faulty, opened.repeated


def without_index(root: Path) -> object:
    return answers(index._uncached(cached(root)))  # the other way to the same answer


def assert_same(root: Path) -> None:
    expected = without_index(root)
    for _ in range(2):  # the second may be answered ahead, while somebody looks
        with looking(cached(root)) as look:
            assert ask(cached(root), answers, look=look) == expected


@pytest.mark.usefixtures("settled_at_once")
def test_the_second_answer_reads_no_record(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = repo.add()
    first = coopdb("search", "--format", "json")
    assert cache_path(repo.root).exists()
    assert not (repo.root / ".coopdb").exists()
    monkeypatch.setattr("coopdb.store.files.records.read", lambda *_: 1 / 0)
    assert coopdb("search", "--format", "json") == first
    path.unlink()
    assert coopdb("search", "--format", "json").out == "[]\n"


def test_warm_answers_import_nothing_heavy(tmp_path: Path) -> None:
    shutil.copytree(CORPUS / "records", tmp_path / "records")
    script = (
        "import sys\n"
        "from coopdb.cli import main\n"
        "from coopdb.store.cache import fingerprint\n"
        "fingerprint.GRAIN = 0\n"  # no file changes unseen
        "main(['search', '--format', 'json'])\n"
        "print(sorted({'pydantic', 'rich', 'tomlkit', 'toml_rs'} & set(sys.modules)), file=sys.stderr)\n"
    )
    for _ in range(2):
        result = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path
        )
    assert result.stderr == "[]\n"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "break", "delete", "same size", "topics", "rename"]),
        st.integers(0, 3),
        st.sampled_from(["QA", "AE", "FR", "SN"]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15)
@given(STEPS)
@pytest.mark.usefixtures("settled_at_once")  # so that some answers come before the look
def test_after_any_change_the_answer_is_that_of_the_files(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    repo = Repo(tmp_path_factory.mktemp("index"))
    assert_same(repo.root)
    for what, number, country in steps:
        name = f"2026/2026-02-01-ma-qa-{number}.toml"
        path = repo.root / "records" / name
        text = GOOD.replace('"QA"', f'"{country}"')
        match what:
            case "add" | "change":
                repo.add(name, text)
            case "break":
                repo.add(name, text + "=")
            case "delete":
                path.unlink(missing_ok=True)
            case "same size" if path.exists():
                times = path.stat()
                path.write_text(path.read_text(encoding="utf-8").replace("AI", "IA"), encoding="utf-8")
                os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
            case "topics":
                repo.add("topics.toml", f'[artificial-intelligence]\nlabels = {{ en = "AI {number}" }}\n')
            case "rename" if path.exists():
                (repo.root / "records/2025").mkdir(exist_ok=True)
                path.rename(repo.root / "records/2025" / path.name)
        assert_same(repo.root)


@pytest.mark.parametrize("content", [b"", b"no index at all", b"SQLite format 3\0" + b"x" * 5000])
def test_what_is_no_index_is_made_one(repo: Repo, content: bytes) -> None:
    repo.add()
    cache_path(repo.root).touch(0o600)
    cache_path(repo.root).write_bytes(content)
    assert_same(repo.root)
    assert cache_path(repo.root).read_bytes() != content


def test_an_index_of_another_make_is_emptied(repo: Repo) -> None:
    repo.add()
    assert_same(repo.root)
    with sqlite3.connect(cache_path(repo.root)) as connection:
        connection.execute("UPDATE stamp SET stamp = 'old'")
        connection.execute("DELETE FROM parties")
    connection.close()
    assert_same(repo.root)


@pytest.mark.usefixtures("settled_at_once")
def test_a_corrupt_part_is_noticed_when_it_is_asked_for(repo: Repo) -> None:
    repo.add()
    assert_same(repo.root)
    with sqlite3.connect(cache_path(repo.root)) as connection:
        connection.execute("DROP TABLE topics")
    connection.close()
    assert_same(repo.root)
    assert_same(repo.root)


@pytest.mark.parametrize("is_looked_at", [False, True])
@pytest.mark.parametrize("error", [KeyError, ValueError, TypeError, sqlite3.OperationalError, AttributeError])
def test_an_error_of_a_question_is_an_error_and_leaves_the_cache(
    settled: Repo, is_looked_at: bool, error: type[Exception]
) -> None:
    def fail(_: Opened) -> None:
        asked.append(1)
        raise error("of its own")

    asked: list[int] = []
    before = cache_path(settled.root).stat().st_ino
    with looking(cached(settled.root)) as look, pytest.raises(error, match="of its own"):
        ask(cached(settled.root), fail, look=look if is_looked_at else None)
    assert len(asked) <= (3 if error is sqlite3.OperationalError else 2)
    assert cache_path(settled.root).stat().st_ino == before


def test_a_locked_index_is_done_without(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    assert_same(repo.root)
    monkeypatch.setattr(index, "_WAIT", 0.1)
    connection = sqlite3.connect(cache_path(repo.root), isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    repo.add("2026/2026-02-01-ma-qa-b.toml")
    assert_same(repo.root)
    connection.close()
    assert cache_path(repo.root).exists()


def test_a_folder_that_cannot_be_made_needs_no_index(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    monkeypatch.setenv("COOPDB_CACHE", str(repo.root / "records/2026/2026-02-01-ma-qa.toml"))
    assert_same(repo.root)


def test_a_full_disk_needs_no_index(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(update, "_add", full)
    assert_same(repo.root)


class Vanishing(Repository):
    """A repository of two files, of which one vanishes after it has been listed."""

    def states(self) -> dict[str, tree.State]:
        return dict.fromkeys(("records/2026/2026-02-01-ma-qa.toml", "records/2026/gone.toml"), (-1, -1, -1, -1))


def test_a_file_that_vanishes_is_left_out(repo: Repo) -> None:
    repo.add()
    opened, _ = ask(Vanishing(repo.root, caches=cache_folder), lambda opened: (opened, answers(opened)))
    assert opened.faulty == ("records/2026/gone.toml",)


def test_two_processes_at_once_and_one_killed_leave_a_right_index(repo: Repo) -> None:
    for number in range(200):
        repo.add(f"2026/2026-02-01-ma-qa-{number:03}.toml")
    command = [sys.executable, "-m", "coopdb", "search", "--format", "ids"]
    started = [subprocess.Popen(command, cwd=repo.root, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    time.sleep(0.5)
    started[0].kill()
    outputs = [process.communicate(timeout=60)[0] for process in started]
    assert outputs[1].count("\n") == outputs[2].count("\n") == 200
    assert_same(repo.root)


def test_two_processes_that_find_an_old_index_empty_it_once(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    assert_same(repo.root)
    monkeypatch.setattr(cache, "_empty", lambda _: 1 / 0)
    looks = iter([False, True])  # the other has done it before this one may write
    monkeypatch.setattr(cache, "_is_stamped", lambda *_: next(looks))
    cache.open_cache(cached(repo.root), 1).close()


def test_what_vanishes_while_it_is_looked_at_has_no_state(repo: Repo) -> None:
    repo.add()
    assert list(tree._states(repo.root, "records/2026", ["gone.toml"])) == [("records/2026/gone.toml", (-1,) * 4)]
    assert list(tree._states(repo.root, "records/gone", ["gone.toml"])) == [("records/gone/gone.toml", (-1,) * 4)]


def test_files_are_looked_at_alike_where_folders_have_no_numbers(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    states = cached(repo.root).states()
    monkeypatch.setattr(os, "supports_dir_fd", set())
    assert cached(repo.root).states() == states
    assert len(states) == 1


def test_a_folder_that_cannot_be_listed_stands_for_itself(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    real = os.listdir

    def listdir(path: Path) -> list[str]:
        if path.name == "2026":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    assert list(cached(repo.root).states()) == list(cached(repo.root).files()) == ["records/2026"]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_any_number_of_processes_makes_the_same_index(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    for number in range(20):
        repo.add(f"2026/2026-02-01-ma-qa-{number:02}.toml", GOOD if number % 3 else GOOD + "=")
    monkeypatch.setattr(update, "_BATCH", 3)
    monkeypatch.setattr("coopdb.parallel.processes.processes_for", lambda *_: processes)
    found = ask(
        cached(repo.root), lambda opened: list(opened.star.connection.execute("SELECT meeting, id FROM meetings"))
    )
    assert found == [(number + 1, f"2026-02-01-ma-qa-{number:02}") for number in range(20) if number % 3]
    assert_same(repo.root)


OWN_TOPICS = (
    '[smart-ports]\nlabels = { en = "Smart ports", fr = "Ports intelligents" }\naliases = { en = ["e-ports"] }\n'
)
OWN_PEOPLE = '["Amal Seghrouchni"]\ncountry = "MA"\naliases = ["أمل السغروشني"]\n'


@pytest.fixture
def settled(repo: Repo, settled_at_once: None) -> Repo:
    """Make a repository with words of its own, whose index has been summed up, and which nobody reads again."""
    repo.add(content=GOOD.replace('["artificial', '["smart-ports", "artificial'))
    repo.add("topics.toml", OWN_TOPICS)
    repo.add("people.toml", OWN_PEOPLE)
    (repo.root / "coopdb.toml").write_text("[queries.all]\ncommand = 'search'\n", encoding="utf-8")
    with looking(cached(repo.root)) as look:
        ask(cached(repo.root), answers, look=look)
    return repo


def test_an_answer_ahead_reads_no_file_and_imports_nothing_heavy(settled: Repo) -> None:
    script = (
        "import sys\n"
        "from coopdb.cli import main\n"
        "from coopdb.store.cache import fingerprint\n"
        "fingerprint.GRAIN = 0\n"
        "main(['search', 'ports intelligents', '-t', 'e-ports', '--format', 'ids'])\n"
        "print(sorted({'pydantic', 'rich', 'tomlkit'} & set(sys.modules)), file=sys.stderr)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=settled.root
    )
    assert (result.stdout, result.stderr) == ("2026-02-01-ma-qa\n", "[]\n")


def test_own_words_are_remembered_whole(settled: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def names(opened: Opened) -> object:
        words = opened.star.vocabularies
        return words.topics["smart-ports"], words.people.resolve("أمل السغروشني"), len(words.topics.entries)

    expected = names(index._uncached(cached(settled.root)))
    monkeypatch.setattr(index, "_cached", lambda *_: 1 / 0)
    with looking(cached(settled.root)) as look:
        assert ask(cached(settled.root), names, look=look) == expected


@pytest.mark.parametrize("change", ["records/2026/2026-02-01-ma-qa.toml", "records/topics.toml", "coopdb.toml"])
def test_a_change_is_seen_though_size_and_time_are_kept(settled: Repo, change: str) -> None:
    path = settled.root / change
    times = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("i", "j"), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert_same(settled.root)


def test_an_error_of_the_user_is_said_of_the_files_as_they_are(settled: Repo, coopdb: Run) -> None:
    assert "no record has a person `Nadia`" in coopdb("search", "--person", "Nadia").err
    settled.add(
        "2026/2026-02-02-ma-qa.toml", GOOD.replace('country = "QA"', 'country = "QA"\nname = "Nadia"\nrole = "M"')
    )
    assert coopdb("search", "--person", "Nadia", "--format", "ids").out == "2026-02-02-ma-qa\n"


@pytest.mark.parametrize("summary", ["", "[]", '[[], [], {"topics.toml": [{"key": 1}]}]', "[1, 2, 3]"])
def test_a_summary_that_is_none_is_made_anew(settled: Repo, summary: str) -> None:
    with sqlite3.connect(cache_path(settled.root)) as connection:
        connection.execute("UPDATE stamp SET summary = ?", (summary,))
    connection.close()
    assert_same(settled.root)


@pytest.mark.parametrize("name", [".toml", "topics.toml", "2026-02-01-ma-qa.toml"])
def test_a_file_that_could_not_be_read_for_a_while_is_read_again(
    settled: Repo, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real_open = os.open

    def fail(path: str | Path, *rest: int, **more: int) -> int:
        if str(path).endswith(name):
            raise OSError(5, "Input/output error")
        return real_open(path, *rest, **more)

    expected = without_index(settled.root)
    cache_path(settled.root).unlink()
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", fail)
        assert ask(cached(settled.root), answers) != expected
    assert_same(settled.root)
    assert ask(cached(settled.root), answers) == expected


def test_an_index_that_is_corrupt_and_may_not_be_deleted_is_done_without(
    settled: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    expected = without_index(settled.root)
    with cache_path(settled.root).open("r+b") as file:
        file.write(b"x" * 5000)
    monkeypatch.setattr(Path, "unlink", refuse)
    assert ask(cached(settled.root), answers) == expected


def test_a_record_that_has_gone_leaves_nothing_behind(settled: Repo) -> None:
    settled.add("2026/2026-02-02-ma-qa.toml")
    assert_same(settled.root)
    (settled.root / "records/2026/2026-02-02-ma-qa.toml").unlink()
    assert_same(settled.root)
    with sqlite3.connect(cache_path(settled.root)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for table in {name for (name,) in tables} - {"stamp", "answers", "codes", "outlines", "names", "mentions"}:
            left = connection.execute(f"SELECT DISTINCT meeting FROM {table} WHERE meeting <> 1").fetchall()  # noqa: S608  # our own names
            assert left == [], table
    connection.close()


def test_a_question_with_effects_is_put_once(settled: Repo, coopdb: Run) -> None:
    settled.add("2026/2026-02-02-ma-qa.toml")
    assert coopdb("export", "csv", "out").code == 0
    assert (settled.root / "out/meetings.csv").read_text(encoding="utf-8").count("\n") == 3


def test_what_is_looked_at_beside_is_what_is_looked_at_here(settled: Repo) -> None:
    found = []
    for cores in (1, 2):
        with looking(cached(settled.root), cores) as look:
            found.append(look.tree())
    assert found[0] == found[1] != ""


def test_a_cache_that_another_process_has_emptied_is_done_without(
    settled: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = without_index(settled.root)
    changes = update.changes

    def empty(connection: sqlite3.Connection, now: dict[str, tuple[int, int, int, int]]) -> object:
        found = changes(connection, now)
        with sqlite3.connect(cache_path(settled.root)) as other:
            cache._empty(other)
            other.execute("INSERT INTO stamp VALUES ('of other words', NULL, NULL, NULL)")
        other.close()
        return found

    monkeypatch.setattr(update, "changes", empty)
    assert ask(cached(settled.root), answers) == expected


def test_an_answer_is_given_though_nothing_can_be_noted(settled: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = without_index(settled.root)

    def corrupt(_: object) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr("coopdb.store.cache.local_vocabularies.write_words", corrupt)
    assert ask(cached(settled.root), answers) == expected


def test_an_answer_ahead_sees_one_state(settled: Repo) -> None:
    def question(opened: Opened) -> object:
        counting = "SELECT COUNT(*) FROM meetings"
        first = list(opened.star.connection.execute(counting))
        with sqlite3.connect(cache_path(settled.root)) as other:
            other.execute("DELETE FROM meetings")
        other.close()
        return first == list(opened.star.connection.execute(counting))

    with looking(cached(settled.root)) as look:
        assert ask(cached(settled.root), question, look=look)


def test_nothing_is_noted_while_an_own_file_could_change_unseen(settled: Repo) -> None:
    tomorrow = time.time() + 86_400
    os.utime(settled.root / "records/topics.toml", (tomorrow, tomorrow))
    for path in (settled.root / "records").rglob("2*.toml"):
        path.touch()
    ask(cached(settled.root), answers)
    with sqlite3.connect(cache_path(settled.root)) as connection:
        assert connection.execute("SELECT tree FROM stamp").fetchall() == [(None,)]
    connection.close()


@pytest.mark.parametrize(
    "path", ["text.py", "record/model.py", "store/star/rows.py", "check/rules/draft.py", "data/star.json"]
)
def test_a_cache_is_of_the_code_that_made_it(path: str) -> None:
    package = Path(index.__file__).parents[2]
    assert str(package / path) in {*fingerprint._code(fingerprint._PACKAGE)}
