"""The server itself: what the protocol asks, and which feature answers. The only module that knows of pygls' server."""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from coopdb import __version__
from coopdb.errors import StopError
from coopdb.lsp import actions, completion, formatting, hover, navigation, renaming, symbols
from coopdb.lsp.diagnostics import diagnostics
from coopdb.lsp.incoming import Incoming
from coopdb.lsp.session import OpenDocument, Session
from coopdb.record.layout import LayoutError
from coopdb.text import visible

_PAUSE = 0.1  # seconds without a change, after which a document is checked: not between the letters of a word
_WATCHED = ("**/*.toml", "**/*.TOML")
_REFUSED = types.LSPErrorCodes.RequestFailed


class _Protocol(LanguageServerProtocol):
    """Leaves the texts of documents to the session: pygls ends lines where the protocol does not (U+2028, U+0085).

    Functions, not generators as in pygls 2.1: that keeps what each notification of a generator has said for good.
    """

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_OPEN](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE](params)


class CoopdbServer(LanguageServer):
    """A language server, and what it knows."""

    def __init__(self, session: Session, pause: float) -> None:
        super().__init__("coopdb", __version__, protocol_cls=_Protocol)
        self.session, self.pause = session, pause
        self._waiting: dict[int, asyncio.TimerHandle] = {}  # checks of repositories, by their state's id

    def check_soon(self, document: OpenDocument) -> None:
        """Check the open documents of a repository once nothing has changed for a moment."""
        key = id(document.kept)
        if key in self._waiting:
            self._waiting[key].cancel()
        self._waiting[key] = asyncio.get_running_loop().call_later(self.pause, self._check, key)

    def check_all(self) -> None:
        """Check all open documents soon."""
        for document in {id(each.kept): each for each in self.session.documents.values()}.values():
            self.check_soon(document)

    def _check(self, key: int) -> None:
        self._waiting.pop(key, None)
        for document in [each for each in self.session.documents.values() if id(each.kept) == key]:
            self.publish(document.uri, diagnostics(document), document.version)

    def publish(self, uri: str, found: Sequence[types.Diagnostic] = (), version: int | None = None) -> None:
        """Say what there is to say of a document; nothing of one that has been closed, or is of no repository."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def refresh(self, uris: Iterable[str]) -> None:
        """Look at what has changed on disk, and check all again."""
        for uri in self.session.refresh(uris):
            self.publish(uri)
        self.check_all()

    def watch(self) -> None:
        """Ask the editor to tell of files that others change, where it can."""
        workspace = self.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(each) for each in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            wanted = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self.client_register_capability(types.RegistrationParams([wanted]))

    def say(self, message: str) -> None:
        """Let the editor show a message."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, visible(message)))


def serve(
    today: Callable[[], date],
    caches: Callable[[], Path | None],
    stdin: BinaryIO,
    stdout: BinaryIO,
    pause: float = _PAUSE,
) -> None:
    """Serve on two streams until the editor is done; raise StopError for an invalid message."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # it would tell stderr of every request that was cancelled
    incoming: Any = Incoming(stdin)  # has what pygls asks of a stream
    make_server(Session(today, caches), pause).start_io(incoming, stdout)


def make_server(session: Session, pause: float) -> CoopdbServer:
    """Make a server with all that it can do."""
    server = CoopdbServer(session, pause)
    _follow_the_editor(server)
    _follow_documents(server)
    for method, (answer, options) in _ANSWERS.items():
        server.feature(method, options)(_handling(partial(_of_document, server, answer)))
    server.feature(types.WORKSPACE_SYMBOL)(_handling(partial(_of_all, server)))
    return server


def _follow_the_editor(server: CoopdbServer) -> None:
    """Take up its folders, and what changes in them."""
    session = server.session

    @server.feature(types.INITIALIZE)
    def initialize(_: types.InitializeParams) -> None:
        session.encoding = server.workspace.position_encoding or types.PositionEncodingKind.Utf16

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        folders = [each.uri for each in server.workspace.folders.values()]
        for uri in folders or filter(None, [server.workspace.root_uri]):
            session.add_folder(uri)
        gc.freeze()  # what was read stays: to look through it for garbage takes a tenth of a second each time
        server.watch()
        server.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        for each in params.event.added:
            session.add_folder(each.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.refresh(each.uri for each in params.changes)


def _follow_documents(server: CoopdbServer) -> None:
    """Take up the texts of documents."""
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        session.open(document.uri, document.version, document.text)
        server.check_all()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        if found := session.change(document.uri, document.version, params.content_changes):
            server.check_soon(found)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)
        server.publish(params.text_document.uri)
        server.check_all()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.refresh([params.text_document.uri])


Answering = Callable[[CoopdbServer, OpenDocument, Any], Any]


def _handling(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Make what answers a request; what cannot be done is refused with its reason."""

    async def handle(params: Any) -> Any:
        await asyncio.sleep(0)  # a request that has been cancelled meanwhile is not worked on
        try:
            return answer(params)
        except StopError as error:
            message = visible(": ".join(filter(None, (error.message, error.hint))))
            raise JsonRpcException(message, code=_REFUSED) from error

    return handle


def _of_document(server: CoopdbServer, answer: Answering, params: Any) -> Any:
    """Answer about a document; None of one that is not of a repository."""
    document = server.session.documents.get(params.text_document.uri)
    return answer(server, document, params) if document and not document.is_too_large else None


def _of_all(server: CoopdbServer, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    repositories = server.session.repositories.values()
    return [each for kept in repositories for each in symbols.workspace_symbols(kept, params.query)]


def _formatted(server: CoopdbServer, document: OpenDocument, _: Any) -> list[types.TextEdit] | None:
    try:
        return formatting.formatted(document)
    except LayoutError as error:
        server.say(f"`{document.path}` is left as it is: {error}")
        return None


def _renamed(server: CoopdbServer, document: OpenDocument, params: types.RenameParams) -> types.WorkspaceEdit:
    edit, renaming_made = renaming.rename(server.session, document, params.position, params.new_name)
    for path, why in renaming_made.refused:
        server.say(f"`{path}` is left as it is: {why}")
    return edit


_ANSWERS: Mapping[str, tuple[Answering, Any]] = MappingProxyType(
    {
        types.TEXT_DOCUMENT_COMPLETION: (
            lambda _, document, params: completion.completions(document, params.position),
            types.CompletionOptions(trigger_characters=['"', "'", "=", "[", ",", "#"]),
        ),
        types.TEXT_DOCUMENT_HOVER: (lambda _, document, params: hover.hover(document, params.position), None),
        types.TEXT_DOCUMENT_CODE_ACTION: (
            lambda server, document, params: actions.actions(server.session, document, params.range),
            types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]),
        ),
        types.TEXT_DOCUMENT_FORMATTING: (_formatted, None),
        types.TEXT_DOCUMENT_DEFINITION: (
            lambda server, document, params: navigation.definition(server.session, document, params.position),
            None,
        ),
        types.TEXT_DOCUMENT_REFERENCES: (
            lambda server, document, params: navigation.references(server.session, document, params.position),
            None,
        ),
        types.TEXT_DOCUMENT_PREPARE_RENAME: (
            lambda _, document, params: renaming.renamable(document, params.position),
            None,
        ),
        types.TEXT_DOCUMENT_RENAME: (_renamed, types.RenameOptions(prepare_provider=True)),
        types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (lambda _, document, __: symbols.document_symbols(document), None),
    }
)
