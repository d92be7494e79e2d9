"""Edits records at random through `coopdb lsp` for minutes, cancels every third request, and watches memory and stderr.

    python benchmarks/soak.py DIR [SECONDS]

DIR has records/; nothing in it is changed. Exits with 1 when the server has said anything on stderr, has not answered
a request, or has grown by more than a fifth after its first minute.
"""

import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from lsp_client import Client, in_other_process, position

_WARM = 60.0  # seconds from one measure of memory to the next
_GROWTH = 1.2
_PIECES = (
    '"',
    "[",
    "]",
    "\n",
    "é",
    "😀",
    "مغرب",
    "[[participants]]\n",
    'country = "MA"\n',
    "topic",
    "=",
    "\u2028",
    "\r\n",
)
_CANCELLED = -32800
_CLOSING, _RESETTING, _LONGEST = 0.02, 0.05, 20_000  # shares of rounds that close or reset a document; its characters
_OPEN = 5  # documents at once


def main() -> int:
    """Edit, ask and cancel until the time is over."""
    folder, seconds = Path(sys.argv[1]).resolve(), float((*sys.argv[2:], 600)[0])
    random, start, asked = Random(1), time.monotonic(), 0
    memory: list[int] = []
    paths = sorted((folder / "records").rglob("*.toml"))
    with in_other_process("--on", "2026-11-01", folder=folder) as (client, process):
        client.initialize(folder)
        uris: list[str] = []
        while time.monotonic() - start < seconds:
            if len(uris) < _OPEN:
                uris.append(client.open(random.choice([each for each in paths if each.as_uri() not in uris])))
            asked += _ask(client, random, random.choice(uris))
            if random.random() < _CLOSING:
                uri = uris.pop(random.randrange(len(uris)))
                client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
            if time.monotonic() - start > len(memory) * _WARM:
                memory.append(_memory(process.pid))
            client.notifications.clear()
        last = _memory(process.pid)
        client.end()
        process.wait(30)
        log = process.stderr.read() if process.stderr else b""
    first = memory[min(1, len(memory) - 1)]
    print("memory by the minute, in kB:", *memory)
    print(f"{asked:,} requests; memory {first} kB after a minute, {last} kB at the end ({last / first - 1:+.1%})")
    print(f"log: {log.decode() or 'empty'}")
    return int(bool(log) or last > first * _GROWTH)


def _ask(client: Client, random: Random, uri: str) -> int:
    """Change a document, and ask a few things, some of which are cancelled at once."""
    text = client.texts[uri]
    start = random.randrange(len(text) + 1)
    end = min(len(text), start + random.choice((0, 0, 1, 5, 40)))
    client.splice(uri, start, end, random.choice(_PIECES))
    if len(client.texts[uri]) > _LONGEST or random.random() < _RESETTING:
        client.put(uri, Path(uri.removeprefix("file://")).read_text(encoding="utf-8"))
    document = {"textDocument": {"uri": uri}}
    place = {**document, "position": position(client.texts[uri], random.randrange(len(client.texts[uri]) + 1))}
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}
    requests = [
        ("textDocument/completion", place),
        ("textDocument/hover", place),
        ("textDocument/definition", place),
        ("textDocument/references", {**place, "context": {"includeDeclaration": True}}),
        ("textDocument/codeAction", {**document, "range": whole, "context": {"diagnostics": []}}),
        ("textDocument/documentSymbol", document),
        ("textDocument/formatting", {**document, "options": {"tabSize": 4, "insertSpaces": True}}),
        ("textDocument/prepareRename", place),
        ("workspace/symbol", {"query": "cloud"}),
    ]
    numbers = [client.begin(*each) for each in random.sample(requests, 3)]
    client.notify("$/cancelRequest", {"id": random.choice(numbers)})
    for number in numbers:
        answer = client.wait(number)
        if answer.get("error", {}).get("code", _CANCELLED) != _CANCELLED:
            sys.exit(f"not answered: {answer}")
    return len(numbers)


def _memory(process: int) -> int:
    """Return how much memory a process takes, in kB."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    sys.exit(main())
