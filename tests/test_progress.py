"""Long work shows how far it has come, at a terminal and nowhere else."""

import sys
from collections.abc import Callable
from io import StringIO

import pytest
from conftest import GOOD, Repo, Result

from coopdb.cli import streams
from coopdb.store.cache import update

Run = Callable[..., Result]


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def at_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_progress_is_one_line_that_is_cleared(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    for number in range(4):
        repo.add(f"2026/2026-02-01-ma-qa-{number}.toml")
    monkeypatch.setattr(streams, "_PATIENCE", 0)
    monkeypatch.setattr(streams, "_PAUSE", 0)
    monkeypatch.setattr(update, "_BATCH", 2)
    assert coopdb("search").code == 0
    first, second = "\rreading records: 2 of 4", "\rreading records: 4 of 4"
    assert terminal.getvalue() == f"{first}{second}\r{' ' * (len(first) - 1)}\r"


def test_checks_show_their_progress_too(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    repo.add(content=GOOD)
    monkeypatch.setattr(streams, "_PATIENCE", 0)
    assert coopdb("validate").code == 0
    assert terminal.getvalue().startswith("\rchecking records: 0 of 1\r ")


def test_what_is_quick_shows_nothing(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    repo.add()
    assert coopdb("search").code == 0
    assert terminal.getvalue() == ""


def test_elsewhere_nothing_is_shown(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    monkeypatch.setattr(streams, "_PATIENCE", 0)
    assert coopdb("search").err == ""
    monkeypatch.setattr(sys, "stderr", None)
    with streams.progress("reading") as watch:
        watch(1, 2)
