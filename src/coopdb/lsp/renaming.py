"""Another name for a topic or a person in every record, as `rename` gives it."""

from lsprotocol import types

from coopdb.author.renaming import Renaming, rename_person, rename_topic
from coopdb.errors import StopError, usage_error
from coopdb.lsp.cursor import CursorPlace
from coopdb.lsp.kept import KeptRecords
from coopdb.lsp.session import OpenDocument, Session, uri_of
from coopdb.store.files.records import RecordFiles


def renamable(document: OpenDocument, position: types.Position) -> types.Range | None:
    """Return the range of the topic or person at a position; None where there is none."""
    place = _place(document, position)
    return document.lines.range(place.token.start + 1, place.token.end - 1) if place and place.token else None


def rename(
    session: Session, document: OpenDocument, position: types.Position, new: str
) -> tuple[types.WorkspaceEdit, Renaming]:
    """Return the edits of all files, and the renaming that says which files stay as they are; raise StopError."""
    place = _place(document, position)
    if place is None:
        raise usage_error("only topics and people can be renamed", "put the cursor into the text of one")
    kept, make = document.kept, rename_topic if place.kind == "topic" else rename_person
    renaming = make(_records(kept, place), place.value, new, kept.scope.today)
    if not renaming.changes:
        raise StopError(f"`{renaming.refused[0][0]}` is left as it is: {renaming.refused[0][1]}")
    edits = []
    for each in renaming.changes:
        identifier = types.OptionalVersionedTextDocumentIdentifier(
            uri_of(kept, each.old_path), session.version_of(kept, each.old_path)
        )
        changed = session.lines_of(kept, each.old_path).edits_to(each.after)
        edits.append(types.TextDocumentEdit(identifier, [*changed]))
    return types.WorkspaceEdit(document_changes=[*edits]), renaming


def _place(document: OpenDocument, position: types.Position) -> CursorPlace | None:
    place = document.place(position)
    is_text = place and place.token and place.token.kind == "string"
    return place if is_text and place and place.is_value and place.kind in ("topic", "person") else None


def _records(kept: KeptRecords, place: CursorPlace) -> RecordFiles:
    """Read the records that name the topic or the person, and no others."""
    value = place.value
    having = (each for each in kept.summaries if value in (each.topics if place.kind == "topic" else each.names))
    entries = tuple(kept.entry(each.outline.path) for each in having)
    return RecordFiles(entries, kept.vocabularies, tuple(kept.own.values()))
