"""Measures `coopdb lsp` on a large repository, through the protocol: start, and each kind of answer.

    python benchmarks/language_server.py DIR [ROUNDS]

DIR has records/ (`python benchmarks/corpus.py 10000 DIR` makes some). Prints the median and the 95th of a hundred, in
milliseconds, the mean of the processor time that the server took, and the start as a ratio to `coopdb search`.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from lsp_client import Client, in_other_process, position

DAY = "2026-11-01"
PAUSE = 0.1  # seconds without a change, after which the server checks: they are not counted
Question = Callable[[], object]
_DECLARED = {"includeDeclaration": True}


def main() -> None:
    """Measure, and print a line a kind of answer."""
    folder, rounds = Path(sys.argv[1]).resolve(), int((*sys.argv[2:], 200)[0])
    _starts(folder)
    with in_other_process("--on", DAY, folder=folder) as (client, process):
        client.initialize(folder)
        paths = sorted((folder / "records").rglob("*.toml"))
        uri = client.open(paths[len(paths) // 2])
        client.diagnostics(uri)
        client.ask("workspace/symbol", {"query": "cloud"})
        for name, (question, pause) in _Questions(client, uri).all().items():
            _report(name, question, rounds, pause, process.pid)


def _searched(folder: Path) -> None:
    command = [sys.executable, "-m", "coopdb", "search", "cloud", "--root", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _starts(folder: Path) -> None:
    """Print how long it takes until the server has answered, and until it has checked a document."""
    rows: list[tuple[float, ...]] = []
    path = next((folder / "records").rglob("*.toml"))
    for _ in range(5):
        before = _children_time()
        search = _timed(lambda: _searched(folder)), _children_time() - before
        start, before = time.perf_counter(), _children_time()
        with in_other_process("--on", DAY, folder=folder) as (client, _):
            client.initialize(folder)
            answered = time.perf_counter() - start
            client.diagnostics(client.open(path))
            checked = time.perf_counter() - start
        rows.append((*search, answered, checked, _children_time() - before))
    search_time, search_processor, answered, checked, processor = (
        statistics.median(each) for each in zip(*rows, strict=True)
    )
    print(f"coopdb search: {search_time * 1000:.0f} ms, processor time {search_processor * 1000:.0f} ms")
    print(f"start until initialize is answered: {answered * 1000:.0f} ms, {answered / search_time:.1f} × search")
    print(
        f"start until a document is checked: {checked * 1000:.0f} ms, {checked / search_time:.1f} × search;"
        f" processor time {processor * 1000:.0f} ms, {processor / search_processor:.1f} × search"
    )


def _children_time() -> float:
    """Return the processor time of all processes that have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Questions:
    """What is asked of a server about one document that is open."""

    def __init__(self, client: Client, uri: str) -> None:
        self._client, self._uri, self._text = client, uri, client.texts[uri]
        self._document = {"textDocument": {"uri": uri}}
        self._random = Random(1)

    def all(self) -> dict[str, tuple[Question, float]]:
        """Return all questions by name, each with the pause in seconds that the server makes before it works on it."""
        name = self._text.index('name = "') + 8
        return {
            **{name: (question, 0.0) for name, question in {**self._completions(), **self._others()}.items()},
            "diagnostics after an edit of the title": (lambda: self._checked('title = "'), PAUSE),
            "diagnostics after an edit of a name": (lambda: self._checked('name = "'), PAUSE),
            "diagnostics after an edit of the date": (self._dated, PAUSE),
            "rename of a person": (self._asker("textDocument/rename", name, newName="Somebody Else"), 0.0),
            "rename of a topic (hundreds of records)": (
                self._asker("textDocument/rename", self._text.index("topics = [") + 16, newName="cloud"),
                0.0,
            ),
        }

    def _completions(self) -> dict[str, Question]:
        return {
            "completion of a country": lambda: self._typed('country = "', "mar", "المغرب", "leb", "united"),
            "completion of a person": lambda: self._typed('name = "', "a", "am", "abidi", "nadia ha"),
            "completion of a role": lambda: self._typed('role = "', "min", "digital"),
            "completion of a topic": lambda: self._typed('topics = [\n    "', "c", "الذكاء", "cyber", "numérique"),
            "completion of a series": lambda: self._put('series = "joint'),
            "completion of a host event": lambda: self._put('host_event = "summit'),
            "completion of a city": lambda: self._typed('city = "', "a", "new", "الرباط", "north"),
            "completion of an id": lambda: self._put('follows = ["2013'),
            "completion of a part of a record": lambda: self._put('[[documents]]\nreplaces = "2013'),
            "completion of keys": lambda: self._put("su"),
            "completion of tables": lambda: self._put("["),
            "completion of fixed values": lambda: self._typed('kind = "', "", "work"),
        }

    def _others(self) -> dict[str, Question]:
        text = self._text
        country, name, topic = text.index("country = ") + 11, text.index('name = "') + 8, text.index("topics = [") + 16
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 500, "character": 0}}
        return {
            "hover on a country": self._asker("textDocument/hover", country),
            "hover on a person": self._asker("textDocument/hover", name),
            "hover on a topic": self._asker("textDocument/hover", topic),
            "hover on a key": self._asker("textDocument/hover", text.index("title") + 1),
            "definition": self._asker("textDocument/definition", topic),
            "references of the record": self._asker("textDocument/references", 0, context=_DECLARED),
            "references of a person": self._asker("textDocument/references", name, context=_DECLARED),
            "references of a topic (hundreds of records)": self._asker(
                "textDocument/references", topic, context=_DECLARED
            ),
            "code actions": self._asker("textDocument/codeAction", 0, range=whole, context={"diagnostics": []}),
            "formatting": self._asker("textDocument/formatting", 0, options={"tabSize": 4, "insertSpaces": True}),
            "document symbols": self._asker("textDocument/documentSymbol", 0),
            "workspace symbols": lambda: self._client.ask(
                "workspace/symbol", {"query": self._random.choice(("cloud", "abidi", "france", "clo fra"))}
            ),
            "question whether a place can be renamed": self._asker("textDocument/prepareRename", name),
        }

    def _asker(self, method: str, offset: int, **others: Any) -> Question:
        place = {**self._document, "position": position(self._text, offset), **others}
        return lambda: self._client.ask(method, place)

    def _typed(self, before: str, *words: str) -> None:
        """Type a word behind a text of the document, ask for completion, and take it back."""
        word, place = self._random.choice(words), self._text.index(before) + len(before)
        self._completed(place, word, word)

    def _put(self, line: str) -> None:
        """Type a line before all others, ask for completion behind it, and take it back."""
        self._completed(0, f"{line}\n", line)

    def _completed(self, place: int, written: str, line: str) -> None:
        self._client.splice(self._uri, place, place, written)
        offset = position(self._client.texts[self._uri], place + len(line))
        self._client.ask("textDocument/completion", {**self._document, "position": offset})
        self._client.splice(self._uri, place, place + len(written), "")

    def _checked(self, before: str) -> None:
        """Type a letter, and wait for the problems."""
        place = self._client.texts[self._uri].index(before) + len(before)
        self._client.splice(self._uri, place, place, self._random.choice("aé😀م"))
        self._client.diagnostics(self._uri)

    def _dated(self) -> None:
        """Set another day, and wait for the problems."""
        place = self._client.texts[self._uri].index("date = ") + 15
        self._client.splice(self._uri, place, place + 2, f"{self._random.randrange(10, 29)}")
        self._client.diagnostics(self._uri)


def _report(name: str, question: Question, rounds: int, pause: float, process: int) -> None:
    before = _processor_time(process)
    times = sorted((_timed(question) - pause) * 1000 for _ in range(rounds))
    mean = (_processor_time(process) - before) / rounds * 1000
    middle, late = statistics.median(times), times[int(rounds * 0.95)]
    print(f"{name}: median {middle:.1f} ms, 95th {late:.1f} ms, processor time {mean:.1f} ms", flush=True)


def _processor_time(process: int) -> float:
    """Return how long a process has run, in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
