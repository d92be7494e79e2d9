"""A plain client of the Language Server Protocol: what an editor says, over two streams, in this process or another."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Any

DAY = date(2026, 11, 1)
_LONGEST = 30.0  # seconds that an answer may take on a busy machine
CAPABILITIES = {
    "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}},
    "textDocument": {"publishDiagnostics": {"versionSupport": True}},
}


class Client:
    """Speaks to a server; `texts` are the open documents as the client has them."""

    def __init__(self, to_server: IO[bytes], from_server: IO[bytes]) -> None:
        self._to, self._from = to_server, from_server
        self._number = 0
        self._answers: dict[int, Any] = {}
        self._arrived = threading.Condition()
        self.notifications: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []  # requests of the server
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._to.flush()

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def begin(self, method: str, params: Any) -> int:
        self._number += 1
        self.send({"id": self._number, "method": method, "params": params})
        return self._number

    def wait(self, number: int) -> Any:
        """Return the answer to a request, a result or an error."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: number in self._answers, _LONGEST), f"no answer to {number}"
            return self._answers.pop(number)

    def answer(self, method: str, params: Any) -> Any:
        return self.wait(self.begin(method, params))

    def ask(self, method: str, params: Any) -> Any:
        answer = self.answer(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def initialize(self, *folders: Path, capabilities: Any = CAPABILITIES, **others: Any) -> Any:
        given = [{"uri": each.as_uri(), "name": each.name} for each in folders]
        params = {"processId": None, "rootUri": None, "capabilities": capabilities, "workspaceFolders": given, **others}
        result = self.ask("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, path: Path, text: str | None = None) -> str:
        uri = path.as_uri()
        self.texts[uri] = path.read_text(encoding="utf-8") if text is None else text
        self.versions[uri] = 1
        item = {"uri": uri, "languageId": "toml", "version": 1, "text": self.texts[uri]}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, *changes: dict[str, Any]) -> int:
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})
        return self.versions[uri]

    def put(self, uri: str, text: str) -> int:
        self.texts[uri] = text
        return self.change(uri, {"text": text})

    def splice(self, uri: str, start: int, end: int, text: str) -> int:
        """Change a stretch of a document, told as an editor does it: by lines, and units of UTF-16."""
        before = self.texts[uri]
        start, end = (each + (before[each - 1 : each + 1] == "\r\n") for each in (start, end))  # no place is in between
        self.texts[uri] = before[:start] + text + before[end:]
        return self.change(
            uri, {"range": {"start": position(before, start), "end": position(before, end)}, "text": text}
        )

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """Return what was last said of a version of a document, the present one where none is named."""
        wanted = self.versions.get(uri) if version is None else version

        def found() -> list[Any]:
            method = "textDocument/publishDiagnostics"
            said = (each["params"] for each in self.notifications if each["method"] == method)
            return [each for each in said if each["uri"] == uri and each.get("version") == wanted]

        with self._arrived:
            assert self._arrived.wait_for(found, _LONGEST), f"nothing was said of {uri}, version {wanted}"
            diagnostics: list[dict[str, Any]] = found()[-1]["diagnostics"]
            return diagnostics

    def until(self, is_so: Callable[[], bool]) -> None:
        with self._arrived:
            assert self._arrived.wait_for(is_so, _LONGEST)

    def at(self, uri: str, text: str, within: int | None = None) -> dict[str, Any]:
        """Return the parameters of a question about the place behind a text."""
        offset = self.texts[uri].index(text) + (len(text) if within is None else within)
        return {"textDocument": {"uri": uri}, "position": position(self.texts[uri], offset)}

    def end(self) -> None:
        self.ask("shutdown", None)
        self.notify("exit", None)

    def _listen(self) -> None:
        try:
            while header := self._from.readline():
                size = int(header.split(b":")[1])
                while self._from.readline().strip():
                    pass
                self._take(json.loads(self._from.read(size)))
        except ValueError:  # the stream is closed
            return

    def _take(self, message: dict[str, Any]) -> None:
        with self._arrived:
            if "method" not in message:
                self._answers[message["id"]] = message
            elif "id" in message:
                self.asked.append(message)
                self.send({"id": message["id"], "result": None})
            else:
                self.notifications.append(message)
            self._arrived.notify_all()


def position(text: str, offset: int) -> dict[str, int]:
    """Return where an offset is, as the protocol counts."""
    before = text[:offset].replace("\r\n", "\n\x00").replace("\r", "\n").replace("\x00", "")
    return {"line": before.count("\n"), "character": len(before.rpartition("\n")[2].encode("utf-16-le")) // 2}


def offset_of(text: str, place: dict[str, int]) -> int:
    """Return the offset of a position."""
    every = (each for each in range(len(text) + 1) if text[max(each - 1, 0) : each + 1] != "\r\n")  # none is in between
    return next((each for each in every if position(text, each) == place), len(text))


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """Return a text with edits made, as an editor makes them."""
    for each in sorted(edits, key=lambda each: (each["range"]["start"]["line"], each["range"]["start"]["character"]))[
        ::-1
    ]:
        start, end = (offset_of(text, each["range"][side]) for side in ("start", "end"))
        text = text[:start] + each["newText"] + text[end:]
    return text


@contextmanager
def in_process(today: Callable[[], date] = lambda: DAY) -> Iterator[Client]:
    """Run a server in a thread of this process."""
    from coopdb.lsp.server import serve
    from coopdb.store.cache.user_folder import cache_folder

    (server_in, client_out), (client_in, server_out) = os.pipe(), os.pipe()
    streams: dict[str, Any] = {"stdin": os.fdopen(server_in, "rb"), "stdout": os.fdopen(server_out, "wb")}
    thread = threading.Thread(target=serve, args=(today, cache_folder), kwargs={**streams, "pause": 0.002})
    thread.start()
    with os.fdopen(client_out, "wb") as to_server, os.fdopen(client_in, "rb") as from_server:
        client = Client(to_server, from_server)
        try:
            yield client
        finally:
            client.end()
            thread.join(_LONGEST)
            streams["stdin"].close()


@contextmanager
def in_other_process(*arguments: str, folder: Path) -> Iterator[tuple[Client, "subprocess.Popen[bytes]"]]:
    """Run the real command."""
    command = [sys.executable, "-m", "coopdb", "lsp", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield Client(process.stdin, process.stdout), process
        finally:
            process.kill()
