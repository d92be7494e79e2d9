"""Finds a meeting at which something is said to have been signed, without a document.

That is a ceremony of signing, or a title that says so. What was signed is a row of `documents`, whose kind will do.

Bad:

    title = "Morocco and Qatar sign a memorandum on AI"

Good:

    title = "Morocco and Qatar sign a memorandum on AI"

    [[documents]]
    kind = "mou"
"""

import re
from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.word_lists import said_of
from coopdb.store.files.records import RecordFile

CODE = "R011"
READS = ("status", "kind", "title", "documents")
SEVERITY = "warning"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # what was signed in some year was signed before


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for a held meeting without documents that is a ceremony of signing, or is called so."""
    meeting = entry.meeting
    if meeting.status != "held" or meeting.documents:
        return
    hint = "add what was signed to `documents`"
    if meeting.kind == "signing-ceremony":
        yield Finding(("kind",), "a signing ceremony without a document", hint)
    elif (said := said_of("signing", meeting.title)) and not _is_elsewhere(meeting.title):
        yield Finding(("title",), f"the title says `{said}`, but the record has no document", hint)


def _is_elsewhere(title: str) -> bool:
    """Tell whether what a title says of signing is not of this day: agree to sign, an accord signed in 2019."""
    return bool(said_of("not_signed_here", title) or _YEAR.search(title))
