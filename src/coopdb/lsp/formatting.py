"""The canonical layout of a document: what `fmt` writes, or why it leaves the file as it is."""

from lsprotocol import types

from coopdb.check.formatting import canonical_values, lay_out_entry
from coopdb.check.scope import Scope
from coopdb.lsp.session import OpenDocument
from coopdb.record.layout import LayoutError
from coopdb.store.files.tree import is_record
from coopdb.store.files.writing import why_not_replaced


def formatted(document: OpenDocument) -> list[types.TextEdit]:
    """Return the edits that lay a record out; LayoutError says why it stays as it is."""
    kept = document.kept
    if not is_record(document.path):
        raise LayoutError("it is not a record")
    place = kept.repository.root / document.path
    if place.exists() and (why := why_not_replaced(str(place))):
        raise LayoutError(why)
    scope = Scope((), kept.vocabularies, kept.scope.today)
    after = lay_out_entry(document.entry, canonical_values(kept.config), scope)
    return document.lines.edits_to(after)
