"""Finds a document that is said to replace one that is not there, or a later one.

`replaces` names an earlier document, as `ID#key`.

Bad:

    [[documents]]
    kind = "agreement"
    replaces = "2019-03-01-ma-qa"  # which of its documents?

Good:

    [[documents]]
    kind = "agreement"
    replaces = "2019-03-01-ma-qa#memorandum"
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import MOST_SLIPS, show
from coopdb.record.model import Document
from coopdb.store.files.records import RecordFile
from coopdb.text import did_you_mean

CODE = "L005"
READS = ("date",)
NEEDS = ("documents",)


def concerned(scope: Scope) -> Iterator[Outline]:
    """Yield the records in which it may find something because of others: few replace a document."""
    return (each for each in scope.outlines if each.has_replaces)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every `replaces` that names no document, the document itself, or one of a later meeting."""
    number = 0
    for index, document in enumerate(entry.meeting.documents):
        if document.replaces and (found := _found(entry, document, scope, has_near=number < MOST_SLIPS)):
            yield Finding(("documents", index, "replaces"), *found)
            number += 1


def _found(entry: RecordFile, document: Document, scope: Scope, *, has_near: bool) -> tuple[str, str] | None:
    """Say what is wrong, and how to correct it."""
    record_id, _, key = (document.replaces or "").partition("#")
    others = scope.by_id.get(record_id, ())
    if not key:
        return f"{show(record_id)} names no document", "write it as `ID#key`"
    if not others:
        near = did_you_mean(record_id, scope.by_id.keys() - {record_id}) if has_near else ""
        return f"no record has the id {show(record_id)}", near
    if (record_id, key) == (entry.id, document.key):
        return "the document is said to replace itself", "name an earlier one, or delete `replaces`"
    if all(each.document_keys is not None and key not in each.document_keys for each in others):
        return f"`{record_id}` has no document with the key {show(key)}", _keys(others)
    if all(each.is_dated and each.first > entry.meeting.date.latest.toordinal() for each in others):
        return f"`{record_id}` is of {others[0].date}, after this meeting", "only an earlier document is replaced"
    return None


def _keys(others: tuple[Outline, ...]) -> str:
    """Say which keys there are, or that one is to be written there."""
    keys = ", ".join(show(key) for each in others for key in each.document_keys or ())
    return f"its documents have {keys}" if keys else "give the document a `key` there"
