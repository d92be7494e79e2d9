"""What every test may use: a command line to run, a repository to write into, and golden files."""

import difflib
import gc
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO, TextIOWrapper
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from rich.style import Style

from coopdb.cli import app, main
from coopdb.parallel import processes
from coopdb.store.cache import fingerprint
from coopdb.store.cache.location import place_of
from coopdb.store.cache.user_folder import cache_folder
from coopdb.store.files.repository import Repository

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"  # records that stay as they are, whatever is added to the live ones
GOLDEN = Path(__file__).parent / "golden"
SCRUBBED = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "CI", "COOPDB_ROOT", "COOPDB_DEBUG")

GOOD = """\
title = "Morocco and Qatar talk about AI"
date = 2026-02-01
topics = ["artificial-intelligence"]

[[participants]]
country = "MA"

[[participants]]
country = "QA"

[[sources]]
url = "https://example.org/1"
"""


# The same cases each time, however busy the machine: the same commit has the same verdict.
_STEADY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
settings.register_profile("same", derandomize=True, **_STEADY)
settings.register_profile("other", **_STEADY)  # `--hypothesis-profile other` tries other cases
settings.load_profile("same")


@dataclass(frozen=True)
class Result:
    """What a command line did."""

    code: int
    out: str
    err: str


def cached(root: Path) -> Repository:
    """Return the repository at a root as the command line sees it: with a cache."""
    return Repository(root, caches=cache_folder)


def cache_path(root: Path) -> Path:
    """Return where its cache is."""
    return place_of(cached(root))


class Repo:
    """A records repository in a temporary folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "records").mkdir()

    def add(self, name: str = "2026/2026-02-01-ma-qa.toml", content: str | bytes = GOOD) -> Path:
        path = self.root / "records" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


# Garbage that refers to itself is rare and small here, and to look for it as often as Python does is a twentieth of all
# the work.
gc.set_threshold(50_000, 20, 20)


def pytest_collection_finish() -> None:
    """Let the collector of garbage look no more at what lasts as long as the tests."""
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite golden files, the README's examples and pictures")


@pytest.fixture(autouse=True, scope="session")
def _commands_made_once() -> Iterator[None]:
    """Keep each command as it was first made: to make it takes as long as most of what the tests ask of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "_app", cache(app._app))
        yield


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a folder for each test, with less ado than pytest makes for its own."""
    return (tmp_path_factory.getbasetemp() / str(number) for number in count())


@pytest.fixture
def tmp_path(_folders: Iterator[Path]) -> Path:
    folder = next(_folders)
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def _apart(_folders: Iterator[Path], tmp_path: Path) -> Iterator[None]:
    """Keep every test away from the user's caches and settings, even one that undoes its patches.

    It works in one process, as on a machine with one core: to fork this one, which is large, takes long. What several
    processes do is tested where `several_cores` is asked for.
    """
    cache = next(_folders)
    cache.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in [*SCRUBBED, *(name for name in os.environ if name.startswith("GITHUB_"))]:
            patch.delenv(name, raising=False)
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("COOPDB_PAGER", "")  # nobody is there to leave it
        patch.setenv("COOPDB_CACHE", str(cache))
        patch.setattr(processes, "_cores", lambda: 1)
        patch.chdir(tmp_path)
        for remembered in (
            Style.parse,
            Style._add,
        ):  # a style keeps the codes of the colours it was first drawn with (rich 15)
            remembered.cache_clear()
        yield


@pytest.fixture
def several_cores(monkeypatch: pytest.MonkeyPatch, _apart: None) -> None:
    """Work in several processes where that is worth while, however many cores there are."""
    monkeypatch.setattr(processes, "_cores", lambda: 4)


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path)


@pytest.fixture
def coopdb(capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run a command line in this process, as if in a pipe."""

    def run(*arguments: str, stdin: bytes | None = None) -> Result:
        with pytest.MonkeyPatch.context() as patch:
            if stdin is not None:
                patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
            code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run


@pytest.fixture
def settled_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files for settled as soon as they are written, and not only two seconds later."""
    monkeypatch.setattr(fingerprint, "GRAIN", 0)


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work on real records, those of the frozen corpus."""
    monkeypatch.chdir(CORPUS)
    return CORPUS


USED: set[Path] = set()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what one of several processes has used, where the tests run in several."""
    USED.update(map(Path, getattr(node, "workeroutput", {}).get("used", ())))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a full run when a golden file belongs to no test."""
    if (output := getattr(session.config, "workeroutput", None)) is not None:
        output["used"] = [*map(str, USED)]
        return
    orphans = sorted(set(GOLDEN.iterdir()) - USED)
    is_full = (
        session.testscollected > 0
        and not session.config.args_source.name.startswith("ARGS")
        and not (session.config.getoption("keyword") or session.config.getoption("lf", False) or session.shouldstop)
    )
    if is_full and orphans:
        print("\ngolden files that no test uses:", *orphans, sep="\n  ")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def golden(is_update: bool) -> Callable[[str, str], None]:
    """Compare a text with a file in golden/."""

    def compare(name: str, actual: str) -> None:
        path = GOLDEN / name
        USED.add(path)
        if is_update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
        expected = path.read_bytes().decode("utf-8") if path.exists() else ""
        assert actual == expected, "\n".join(difflib.unified_diff(expected.splitlines(), actual.splitlines(), name))

    return compare
