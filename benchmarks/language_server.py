"""Measures `coopdb lsp` on a large repository, through the protocol: start, and each kind of answer.

    python benchmarks/language_server.py DIR [ROUNDS]

DIR has records/ (`python benchmarks/corpus.py 10000 DIR` makes some). Prints the median and the 95th of a hundred, in
milliseconds, and the start as a ratio to `coopdb search`.
"""

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


def main() -> None:
    """Measure, and print a line a kind of answer."""
    folder, rounds = Path(sys.argv[1]).resolve(), int((*sys.argv[2:], 200)[0])
    search = _median(lambda: _searched(folder))
    print(f"coopdb search: {search * 1000:.0f} ms")
    for name, seconds in _starts(folder).items():
        print(f"start until {name}: {seconds * 1000:.0f} ms, {seconds / search:.1f} × search")
    with in_other_process("--on", DAY, folder=folder) as (client, _):
        client.initialize(folder)
        path = sorted((folder / "records").rglob("*.toml"))[5000 % len(list((folder / "records").rglob("*.toml")))]
        uri = client.open(path)
        client.diagnostics(uri)
        client.ask("workspace/symbol", {"query": "cloud"})
        for name, question in _questions(client, uri).items():
            _report(name, question, rounds)


def _searched(folder: Path) -> None:
    command = [sys.executable, "-m", "coopdb", "search", "cloud", "--root", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _median(work: Callable[[], object], times: int = 7) -> float:
    return statistics.median(_timed(work) for _ in range(times))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _starts(folder: Path) -> dict[str, float]:
    """Return the medians of how long it takes until the server has answered, and until it has checked a document."""
    found: list[tuple[float, float]] = []
    path = next((folder / "records").rglob("*.toml"))
    for _ in range(5):
        start = time.perf_counter()
        with in_other_process("--on", DAY, folder=folder) as (client, _):
            client.initialize(folder)
            answered = time.perf_counter() - start
            client.diagnostics(client.open(path))
            found.append((answered, time.perf_counter() - start))
    first, second = (statistics.median(each) for each in zip(*found, strict=True))
    return {"initialize is answered": first, "all records are read and a document is checked": second}


def _questions(client: Client, uri: str) -> dict[str, Callable[[], object]]:
    """Return what is asked, by name."""
    random, text = Random(1), client.texts[uri]
    country, topic = text.index("country = ") + 11, text.index("topic")
    document = {"textDocument": {"uri": uri}}

    def typed(place: int, word: str) -> dict[str, Any]:
        client.splice(uri, place, place, word)
        asked = client.ask(
            "textDocument/completion", {**document, "position": position(client.texts[uri], place + len(word))}
        )
        client.splice(uri, place, place + len(word), "")
        return asked

    def checked(place: int) -> None:
        client.splice(uri, place, place, random.choice("aé😀م"))
        client.diagnostics(uri)

    def asked(method: str, place: int, **others: Any) -> Callable[[], object]:
        return lambda: client.ask(method, {**document, "position": position(client.texts[uri], place), **others})

    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 500, "character": 0}}
    name = text.index('name = "') + 8
    return {
        "completion of a country": lambda: typed(country, random.choice(("mar", "المغرب", "leb", "united"))),
        "completion of a person": lambda: typed(name, random.choice(("am", "abidi", "nadia ha"))),
        "hover on a country": asked("textDocument/hover", country),
        "hover on a person": asked("textDocument/hover", name),
        "hover on a topic": asked("textDocument/hover", topic),
        "references of the record": asked("textDocument/references", 0, context={"includeDeclaration": True}),
        "code actions": lambda: client.ask(
            "textDocument/codeAction", {**document, "range": whole, "context": {"diagnostics": []}}
        ),
        "formatting": lambda: client.ask(
            "textDocument/formatting", {**document, "options": {"tabSize": 4, "insertSpaces": True}}
        ),
        "document symbols": lambda: client.ask("textDocument/documentSymbol", document),
        "workspace symbols": lambda: client.ask(
            "workspace/symbol", {"query": random.choice(("cloud", "abidi", "france"))}
        ),
        "diagnostics of typed text (with the pause of 50 ms)": lambda: checked(text.index('title = "') + 9),
        "diagnostics of a typed name (with the pause of 50 ms)": lambda: checked(
            client.texts[uri].index('name = "') + 8
        ),
    }


def _report(name: str, question: Callable[[], object], rounds: int) -> None:
    times = sorted(_timed(question) * 1000 for _ in range(rounds))
    print(f"{name}: median {statistics.median(times):.1f} ms, 95th {times[int(rounds * 0.95)]:.1f} ms")


if __name__ == "__main__":
    main()
