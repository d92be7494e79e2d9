"""Whatever is killed, at whatever instant, leaves every file the old one or the new one."""

import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from conftest import GOOD, Repo
from kills import started

RUNS = int(os.environ.get("COOPDB_TEST_RUNS", "16"))  # of each command, spread over more than the time that it takes
ADD = ("add", "--title", "Talks", "--date", "2026-09-09", "--party", "MA", "--party", "FR", "--topic", "cloud",
       "--source", "https://example.org/n")  # fmt: skip
COMMANDS = {
    "add": ADD,
    "fmt": ("fmt",),
    "fix": ("validate", "--fix", "--select", "K005"),
    "import": ("import", "new.jsonl"),
    "rename": ("rename", "topic", "cloud", "open-source", "--yes"),
    "move": ("move", "2026-02-02", "2026-07-07"),
    "edit": ("edit", "2026-02-02", "--date", "2026-07-07", "--topic", "5g"),
    "close": ("close", "2026-02-02", "--on", "2026-05-05"),
}
TEXT = '  title   =  "Talks"\n' + GOOD.partition("\n")[2].replace(
    '"artificial-intelligence"', '"Cloud computing", "5g"'
)
ROWS = [
    {
        "title": "Talks",
        "date": f"2025-01-0{day}",
        "participants": [{"country": "MA"}, {"country": "QA"}],
        "topics": ["cloud"],
        "sources": [{"url": f"https://example.org/{day}"}],
    }
    for day in range(1, 9)
]
TEXTS = {
    "fmt": TEXT,
    "import": GOOD,
    "add": GOOD,
    "fix": TEXT,
    "rename": GOOD.replace("artificial-intelligence", "cloud"),
    "edit": 'related = ["2026-02-02-ma-qa"]\n' + GOOD,
    "move": 'related = ["2026-02-02-ma-qa"]\n' + GOOD,
    "close": GOOD + '\n[[commitments]]\ntext = "share the code"\n',
}


def contents(root: Path) -> dict[str, bytes]:
    """Return what every file of records holds; temporary files are hidden ones, which no command sees."""
    paths = (path for path in root.glob("records/*/*") if not path.name.startswith("."))
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


def run_for(seconds: float | None, command: tuple[str, ...], root: Path) -> None:
    """Run a command in a process that has everything imported, and kill it after a time."""
    pid = started(root, command)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_kill_at_any_instant_leaves_old_or_new(
    repo: Repo, coopdb: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for day in range(1, 7):
        repo.add(f"2026/2026-02-0{day}-ma-qa.toml", TEXTS[name].replace("2026-02-01", f"2026-02-0{day}"))
    rows = "".join(json.dumps(row) + "\n" for row in ROWS)
    old = contents(tmp_path)
    first, whole = tmp_path / "first", tmp_path / "whole"
    for place in (first, whole):
        shutil.copytree(tmp_path / "records", place / "records")
        (place / "new.jsonl").write_text(rows, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.chdir(first)
        coopdb(*COMMANDS[name])  # everything is imported, and not anew in each process that is killed
    began = time.monotonic()
    run_for(None, COMMANDS[name], whole)
    took = time.monotonic() - began
    new = contents(whole)
    assert new != old
    chance = random.Random(name)  # noqa: S311  # the same instants each time
    seen = set()
    instants = [(number + chance.random()) / RUNS * took * 1.6 for number in range(RUNS)]
    later = (took * 2**number for number in range(1, 8))  # should the machine be slower from here on
    for number, instant in enumerate(chain(instants, later)):
        if number >= RUNS and len(seen) == 2:
            break
        place = tmp_path / f"{name}{number}"
        shutil.copytree(tmp_path / "records", place / "records")
        (place / "new.jsonl").write_text(rows, encoding="utf-8")
        run_for(instant, COMMANDS[name], place)
        left = contents(place)
        assert left.keys() <= old.keys() | new.keys()
        assert old.keys() & new.keys() <= left.keys()
        for path, content in left.items():
            assert content in (old.get(path), new.get(path))
        seen.add(left == new)
        run_for(None, COMMANDS[name], place)
        assert contents(place) == new or name == "add"
    assert seen == {True, False}, "the kills should fall before the end and after it"
