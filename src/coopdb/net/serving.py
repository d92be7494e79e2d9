"""Shows the files of a folder to a browser on this machine, and to nobody else."""

import os
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from coopdb.errors import StopError

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_INDEX = "index.html"
_KINDS = {".atom": "application/atom+xml", ".ics": "text/calendar"}


class FolderHandler(SimpleHTTPRequestHandler):
    """Answers with the files of a folder: no lists of folders, no links, nothing that begins with a dot.

    Only a browser that asks for this machine by its own name is answered, so that no page of the web can read along.
    """

    server_version = "coopdb"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | _KINDS

    def send_head(self) -> BytesIO | None:
        """Answer with a file, or say that there is none."""
        try:
            content = self._content()
        except (OSError, ValueError):  # what cannot be the name of a file, or cannot be read
            content = None
        if content is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self.send_response(HTTPStatus.OK)
        kind = self.guess_type(self._path().name)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return BytesIO(content)

    def _path(self) -> Path:
        path = Path(self.translate_path(self.path))
        return path / _INDEX if self.path.split("?")[0].split("#")[0].endswith("/") else path

    def _content(self) -> bytes | None:
        """Read the file that is asked for, where that is one of the folder."""
        path, folder = self._path(), Path(self.directory)
        if self.headers.get("Host", "").rpartition(":")[0] not in _NAMES or not path.is_relative_to(folder):
            return None
        is_link = os.path.realpath(path) != os.path.join(os.path.realpath(folder), path.relative_to(folder))  # noqa: PTH118  # as text
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        return path.read_bytes() if path.is_file() and not is_link and not is_hidden else None

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def serve(folder: Path, say: Callable[[str], None], port: int = 0) -> None:
    """Show a folder until the process is interrupted; `say` is told the address."""
    try:
        server = ThreadingHTTPServer((HOST, port), partial(FolderHandler, directory=str(folder.absolute())))
    except OSError as error:
        raise StopError(f"cannot listen on {HOST}: {error.strerror}") from error
    with server:
        say(f"http://{HOST}:{server.server_port}/")
        server.serve_forever()
