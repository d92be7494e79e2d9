"""The outline of a document, and the records of a repository by their words, as `search` finds them."""

import re
from collections.abc import Iterator

from lsprotocol import types

from coopdb.lsp.kept import KeptRecords
from coopdb.lsp.session import OpenDocument, uri_of
from coopdb.text import visible

# What may be spaces stands once in each: with two that may share them, a line of spaces takes their square.
_HEADER = re.compile(r"^[ \t]*(\[\[?[^\[\]\n]+\]\]?)", re.MULTILINE)
_VALUE = r"[ \t]*=[ \t]*(\S(?:.*\S)?)"
_TELLING = re.compile(
    rf"^[ \t]*(?:name|text|title|topic|city|url|code|country|organization|date){_VALUE}", re.MULTILINE
)
_TITLE = re.compile(rf"^[ \t]*title{_VALUE}", re.MULTILINE)
_MOST = 100  # records that a search shows


def document_symbols(document: OpenDocument) -> list[types.DocumentSymbol]:
    """Return the record with its tables, each with what tells it from others."""
    text, whole = document.text, document.lines.range(0, len(document.text))
    headers = [*_HEADER.finditer(text)]
    first = headers[0].start() if headers else len(text)
    title = _TITLE.search(text, 0, first)
    start = title.span(1) if title else (0, 0)
    ends = [*(each.start() for each in headers[1:]), len(text)]
    children = [_table(document, header, end) for header, end in zip(headers, ends, strict=True)] if headers else []
    name = _plain(title[1]) if title else document.path
    return [types.DocumentSymbol(name, types.SymbolKind.File, whole, document.lines.range(*start), children=children)]


def _table(document: OpenDocument, header: re.Match[str], end: int) -> types.DocumentSymbol:
    telling = _TELLING.search(document.text, header.end(), end)
    start = header.start(1)
    stop = start + len(document.text[start:end].rstrip())
    return types.DocumentSymbol(
        header[1].strip("[] \t") or header[1],
        types.SymbolKind.Struct,
        document.lines.range(start, stop),
        document.lines.range(*header.span(1)),
        detail=_plain(telling[1]) if telling else None,
    )


def _plain(value: str) -> str:
    return visible(value.strip("\"' ")) or "-"


def workspace_symbols(kept: KeptRecords, query: str) -> Iterator[types.WorkspaceSymbol]:
    """Yield the records that have all words, the best first, as they are on disk."""
    for row in kept.search(query, _MOST):
        yield types.WorkspaceSymbol(
            location=types.LocationUriOnly(uri_of(kept, str(row["path"]))),
            name=visible(str(row["title"])),
            kind=types.SymbolKind.File,
            container_name=str(row["id"]),
        )
