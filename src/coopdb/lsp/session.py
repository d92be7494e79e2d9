"""What a server knows for as long as it runs: the open documents, and the repositories that they lie in."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from coopdb.errors import StopError
from coopdb.lsp.cursor import CursorPlace, Scan
from coopdb.lsp.kept import KeptRecords
from coopdb.lsp.lines import Lines
from coopdb.record.guard import MAX_BYTES
from coopdb.store.files.records import RecordFile
from coopdb.store.files.repository import Repository, find_repository, no_caches


class OpenDocument(NamedTuple):
    """A document that an editor holds, of a repository: its path from the root, and its text."""

    uri: str
    version: int
    kept: KeptRecords
    path: str
    lines: Lines

    @property
    def text(self) -> str:
        """The text as it is in the editor."""
        return self.lines.text

    @property
    def is_too_large(self) -> bool:
        """Tell whether it is larger than a record may be: that is then all that is said of it."""
        return len(self.text) > MAX_BYTES or len(self.text.encode(errors="surrogatepass")) > MAX_BYTES

    @property
    def entry(self) -> RecordFile:
        """What was read in it."""
        return self.kept.entry(self.path)

    def place(self, position: types.Position) -> CursorPlace | None:
        """Return what stands at a position; None in a comment."""
        return Scan(self.text).at(self.lines.offset(position))


class Session:
    """The open documents by URI, and the repositories by their roots, each read when it is first met."""

    def __init__(self, today: Callable[[], date], caches: Callable[[], Path | None] = no_caches) -> None:
        self._today, self._caches = today, caches
        self.encoding: str = types.PositionEncodingKind.Utf16
        self.documents: dict[str, OpenDocument] = {}
        self._others: dict[str, tuple[int, Lines]] = {}  # documents of no repository, in case they become part of one
        self._folders: list[Path] = []
        self.repositories: dict[str, KeptRecords] = {}

    def add_folder(self, uri: str) -> None:
        """Read the repository of a folder of the editor's, if there is one."""
        if place := _path_of(uri):
            self._folders.append(Path(place))
            self._kept(Path(place))

    def open(self, uri: str, version: int, text: str) -> OpenDocument | None:
        """Take a document, or another text of one; None where it is not of a repository, or is open by another name."""
        kept, path = self.locate(uri)
        lines = Lines(text, self.encoding)
        if kept is None or self._is_open_elsewhere(kept, path, uri):
            self._others[uri] = (version, lines)
            return None
        kept.put(path, text)
        self.documents[uri] = found = OpenDocument(uri, version, kept, path, lines)
        return found

    def _is_open_elsewhere(self, kept: KeptRecords, path: str, uri: str) -> bool:
        """Tell whether a file is open by another address, as through a link: two texts of one would be mixed."""
        same = (each.uri for each in self.documents.values() if each.kept is kept and each.path == path)
        return any(each != uri for each in same)

    def change(
        self, uri: str, version: int, changes: Iterable[types.TextDocumentContentChangeEvent]
    ) -> OpenDocument | None:
        """Take the changes of a document; None where it is not of a repository, or not open."""
        document = self.documents.get(uri)
        if document is None and uri not in self._others:
            return None
        lines = document.lines if document else self._others[uri][1]
        for each in changes:
            lines = Lines(lines.changed(each), self.encoding)
        if document is None:
            self._others[uri] = (version, lines)
            return None
        document.kept.put(document.path, lines.text)
        self.documents[uri] = changed = document._replace(version=version, lines=lines)
        return changed

    def close(self, uri: str) -> None:
        """Leave a document to the disk again."""
        self._others.pop(uri, None)
        if document := self.documents.pop(uri, None):
            document.kept.put(document.path, None)

    def refresh(self, uris: Iterable[str] = ()) -> list[str]:
        """Read again what has changed on disk; return the documents that are of no repository any longer."""
        named = {os.path.realpath(place) for uri in uris if (place := _path_of(uri))}
        left: list[str] = []
        if all(kept.is_there() and _is_still_at(root, kept.repository) for root, kept in self.repositories.items()):
            for root, kept in self.repositories.items():
                kept.refresh({os.path.relpath(each, root) for each in named})
        else:
            left = self._begin_again()
        for uri, (version, lines) in [*self._others.items()]:
            if self.locate(uri)[0]:
                self._others.pop(uri)
                self.open(uri, version, lines.text)
        return [uri for uri in left if uri in self._others]

    def _begin_again(self) -> list[str]:
        """Read all repositories anew, as one is elsewhere now; return the documents, which are of none until then."""
        left = [*self.documents]
        self._others |= {uri: (each.version, each.lines) for uri, each in self.documents.items()}
        self.documents.clear()
        starts = [_start(each.repository) for each in self.repositories.values()]
        self.repositories.clear()
        for folder in dict.fromkeys((*self._folders, *starts)):
            self._kept(folder)
        return left

    def lines_of(self, kept: KeptRecords, path: str) -> Lines:
        """Return the text of a file as the editor has it, else as it is on disk."""
        text = kept.open_texts.get(path)
        return Lines(kept.text(path) if text is None else text, self.encoding)

    def version_of(self, kept: KeptRecords, path: str) -> int | None:
        """Return the version of a file that the editor holds; None where it does not."""
        document = self.documents.get(uri_of(kept, path))
        return document.version if document else None

    def locate(self, uri: str) -> tuple[KeptRecords | None, str]:
        """Find the repository of a document, and its path there; no repository where it is not a file of one."""
        place = _path_of(uri)
        kept = self._kept(Path(place).parent) if place else None
        if kept and place:
            if os.path.realpath(place) == os.path.realpath(kept.repository.root / kept.repository.config_path):
                return kept, kept.repository.config_path
            with suppress(StopError):
                path = kept.repository.place_of(Path(place))
                return (kept, path) if kept.has(path) else (None, "")
        return None, ""

    def _kept(self, folder: Path) -> KeptRecords | None:
        try:
            repository = find_repository(folder, None, self._caches)
        except (StopError, OSError):  # such as a name that is too long
            return None
        root = os.path.realpath(repository.root)
        if root not in self.repositories:
            with suppress(StopError):  # the folder cannot be listed
                self.repositories[root] = KeptRecords(Repository(Path(root), *repository[1:]), self._today)
        return self.repositories.get(root)


def _path_of(uri: str) -> str:
    """Return the path of a file's address; "" where it is not one, or names what no file can be called."""
    with suppress(ValueError):
        place = (to_fs_path(uri) or "") if uri.startswith("file:") else ""
        return place if b"\0" not in os.fsencode(place) else ""
    return ""


def _start(repository: Repository) -> Path:
    """Return the folder in which a repository is found."""
    return repository.config.parent if repository.config else repository.root


def _is_still_at(root: str, repository: Repository) -> bool:
    """Tell whether the configuration still names the same root, as far as it can be followed."""
    with suppress(StopError):
        return os.path.realpath(find_repository(_start(repository)).root) == root
    return True


def uri_of(kept: KeptRecords, path: str) -> str:
    """Return the address of a file of a repository."""
    return from_fs_path(os.path.normpath(kept.repository.root / path)) or ""
