"""Sessions of `coopdb add` at a terminal, as they are shown and typed: each of `tests/dialogue/` is one.

A session begins with what it shows, perhaps what is there before (`% last`, `% file NAME`, `% NAME=VALUE` of the
environment), and the command. What is typed stands behind `>`; all else is what coopdb says, then the exit code and
the files there are afterwards. `pytest --update` writes it anew from what is typed.
"""

import builtins
import difflib
import os
import re
import shlex
import signal
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, Repo, Result
from terminal import coopdb_at_terminal

from coopdb.cli import adding
from coopdb.cli.keeping import keep_answers

Run = Callable[..., Result]
SESSIONS = sorted((Path(__file__).parent / "dialogue").glob("*.txt"))
LAST = (
    GOOD.replace("topics =", 'level = "ministerial"\nsummary = "said"\ntopics =')
    .replace('"MA"', '"MA"\nname = "Amal Idrissi"\nrole = "Minister"')
    .replace('["artificial-intelligence"]', '[{ topic = "cloud", stage = "agreed", note = "they agreed" }]')
)
KEYS = {"^C": KeyboardInterrupt, "^D": EOFError}


class Day(date):
    """A day on which all sessions are held."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 5, 1)


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coopdb.cli.adding.is_at_terminal", lambda: True)
    monkeypatch.setattr("coopdb.cli.proposing.is_at_terminal", lambda: True)
    monkeypatch.setattr(adding, "date", Day)
    monkeypatch.setenv("COLUMNS", "80")


def typing(monkeypatch: pytest.MonkeyPatch, answers: list[str]) -> None:
    """Type answers, and show prompts and answers where remarks are shown."""
    rest = iter(answers)

    def read(prompt: str = "") -> str:
        answer = next(rest, "^D")
        sys.stderr.write(f"{prompt.rstrip()}\n> {answer}".rstrip() + "\n")
        if answer in KEYS:
            raise KEYS[answer]
        return answer

    monkeypatch.setattr(builtins, "input", read)


def prepare(repo: Repo, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Make what is there before a session."""
    for line in lines:
        what, _, rest = line.removeprefix("% ").partition(" ")
        if what == "last":
            repo.add(content=LAST)
        elif what == "file":
            name, _, text = rest.partition(" ")
            (repo.root / name).write_text(text.replace("\\n", "\n"), encoding="utf-8")
        else:
            name, _, value = line.removeprefix("% ").partition("=")
            monkeypatch.setenv(name, value.replace("PYTHON", sys.executable))


def files(root: Path) -> dict[str, str]:
    found = (path for path in sorted(root.rglob("*.toml")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in found}


def replayed(text: str, repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yield the parts of a session as it goes when the same is typed."""
    head, command, _ = re.split(r"^\$ coopdb (.*)\n", text, maxsplit=1, flags=re.MULTILINE)
    prepare(repo, re.findall("^% .+", head, re.MULTILINE), monkeypatch)
    before = files(repo.root)
    typing(monkeypatch, re.findall("^>(?: (.*))?$", text, re.MULTILINE))
    result = coopdb(*shlex.split(command))
    yield f"{head}$ coopdb {command}\n{result.err}{result.out}exit {result.code}\n"
    for name, content in files(repo.root).items():
        if before.get(name) != content:
            yield f"--- {name}\n{content}"


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_a_session_goes_as_it_is_written(
    path: Path, repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, is_update: bool
) -> None:
    expected = path.read_text(encoding="utf-8")
    actual = "".join(replayed(expected, repo, coopdb, monkeypatch))
    if is_update:
        path.write_text(actual, encoding="utf-8")
        expected = actual
    assert actual == expected, "\n".join(difflib.unified_diff(expected.splitlines(), actual.splitlines(), lineterm=""))


def test_there_are_thirty_sessions_and_each_types_all_it_has() -> None:
    assert len(SESSIONS) >= 30
    for path in SESSIONS:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# "), path
        assert re.search("^exit (0|1|2|3|130)$", text, re.MULTILINE), path


def typed(path: Path) -> list[str]:
    return re.findall("^>(?: (.*))?$", path.read_text(encoding="utf-8"), re.MULTILINE)


def session(name: str) -> Path:
    return Path(__file__).parent / "dialogue" / f"{name}.txt"


def written(text: str) -> dict[str, str]:
    """Return the files that a session ends with."""
    parts = re.split(r"^--- (.*)\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize(
    "name", ["plain", "signed-memorandum", "several-parties", "interrupt", "end-of-input", "missing-editor"]
)
def test_a_session_goes_so_at_a_real_terminal(name: str, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    text = session(name).read_text(encoding="utf-8")
    prepare(repo, re.findall("^% .+", text, re.MULTILINE), monkeypatch)
    before = files(repo.root)
    found = coopdb_at_terminal(repo.root, "add", answers=typed(session(name)))
    assert f"exit {found.code}\n" in text, found.screen
    assert {name: each for name, each in files(repo.root).items() if name not in before} == written(text)


def test_arabic_is_typed_in_any_locale(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    title = "المغرب وقطر يوقعان"
    coopdb_at_terminal(repo.root, "add", answers=[title, "١٢ مارس ٢٠٢٥", "المغرب وقطر", "^C"])
    (draft,) = files(repo.root).values()
    assert tomllib.loads(draft) == {
        "title": title, "date": date(2025, 3, 12), "participants": [{"country": "MA"}, {"country": "QA"}],
    }  # fmt: skip


def test_a_terminal_that_is_closed_loses_no_answer(repo: Repo) -> None:
    coopdb_at_terminal(repo.root, "add", answers=["Talks", "2026-03-05", "Maroc, Qatar"], hang_up=True)
    (draft,) = repo.root.glob("draft-*.toml")
    assert 'title = "Talks"\ndate = 2026-03-05\n' in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize("is_end_first", [False, True])
@pytest.mark.usefixtures("at_terminal")
def test_a_terminal_whose_end_is_told_twice_loses_no_answer(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, is_end_first: bool
) -> None:
    told: list[int] = []
    answers = iter(["Talks"])

    def read(_: str) -> str:
        answer = next(answers, "")
        if not answer and is_end_first:
            raise EOFError
        if not answer:
            os.kill(os.getpid(), signal.SIGHUP)
        return answer

    monkeypatch.setattr("builtins.input", read)
    monkeypatch.chdir(repo.root)

    def keep_when_told_again(*arguments: Any) -> None:
        os.kill(os.getpid(), signal.SIGHUP)
        keep_answers(*arguments)

    monkeypatch.setattr("coopdb.cli.conversing.keep_answers", keep_when_told_again)
    before = signal.signal(signal.SIGHUP, lambda number, _: told.append(number))
    try:
        assert coopdb("add", "--party", "MA").code == 130
    finally:
        signal.signal(signal.SIGHUP, before)
    assert told == []
    (draft,) = repo.root.glob("draft-*.toml")
    assert 'title = "Talks"' in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_screens_break_at_words(repo: Repo, columns: int) -> None:
    title = "Morocco and Qatar talk about the exchange of experience, and about what comes after that"
    answers = ["", "2026-13-01", "?", "2026-03-05", "?", "Maroc, Qatar", "Bosnia and Herzegovina", "^C"]
    wide, narrow = (
        coopdb_at_terminal(repo.root, "add", "--title", title, answers=answers, columns=each).screen
        for each in (400, columns)
    )
    assert max(map(len, narrow.split("\n"))) <= columns
    marks = str.maketrans("", "", "[]:")
    kinds = [set(re.sub(r"draft-\d|as above", "", each).translate(marks).split()) for each in (wide, narrow)]
    assert kinds[0] == kinds[1]


def test_a_memorandum_two_promises_and_the_next_meeting_take_at_most_thirty_answers() -> None:
    assert len(typed(session("signed-memorandum"))) <= 30


def test_the_same_record_is_made_by_one_line_of_options(repo: Repo, coopdb: Run) -> None:
    result = coopdb(
        "add", "--title", "Morocco and Qatar sign a memorandum", "--date", "5 March 2026", "--party", "Maroc, Qatar",
        "--city", "Rabat", "--venue-country", "Maroc", "--level", "Ministerial", "--topic", "cloud=agreed",
        "--source", "https://e.org/1", "--publisher", "Le Matin", "--next-meeting", "October 2026~",
        "--summary", "They agreed to share guides and will meet again in autumn.",
        "--document", "Memorandum on data; 2026-03-05", "--commitment", "MA: Share the guide; June 2026",
        "--commitment", "Qatar: Send two experts; 30 September 2026",
    )  # fmt: skip
    assert result.code == 0, result.err
    assert files(repo.root) == written(session("signed-memorandum").read_text(encoding="utf-8"))
