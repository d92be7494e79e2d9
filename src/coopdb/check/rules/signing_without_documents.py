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
from coopdb.check.word_lists import folded, pattern, said_of
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile

CODE = "R011"
READS = ("date", "status", "kind", "title", "documents")
SEVERITY = "warning"
_CLAUSE = re.compile(r"[,;:–—|(،؛]\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEAR = 4  # words before `signing` by which it is only spoken of: discuss the signing
_PAPER_ALONE = 3  # words before `signed` that are a paper and no more: cloud agreement signed


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for a held meeting without documents that is a ceremony of signing, or is called so."""
    meeting = entry.meeting
    if meeting.status != "held" or meeting.documents:
        return
    hint = "add what was signed to `documents`"
    if meeting.kind == "signing-ceremony":
        yield Finding(("kind",), "a signing ceremony without a document", hint)
    elif (said_of("signing", meeting.title) or said_of("signature", meeting.title)) and not _is_of_before(meeting):
        said = next(filter(None, map(_signed, _CLAUSE.split(meeting.title))), "")
        if said:
            yield Finding(("title",), f"the title says `{said}`, but the record has no document", hint)


def _is_of_before(meeting: Meeting) -> bool:
    """Tell whether a title names an earlier year, in which something will have been signed."""
    return any(int(year) < meeting.date.earliest.year for year in _YEAR.findall(meeting.title))


def _signed(clause: str) -> str:
    """Return the words by which a clause says that something was signed; nothing where it was not, or not yet."""
    words = folded(clause)
    if pattern("no_signature").search(words):
        return ""
    verb = pattern("signing").search(words)
    if verb and not pattern("not_signed_yet").search(words[: verb.end()]):
        return verb[0]
    noun = pattern("signature").search(words)
    return noun[0] if noun and not _is_only_spoken_of(words[: noun.start()].split()) else ""


def _is_only_spoken_of(before: list[str]) -> bool:
    """Tell whether a signature is spoken of, or a paper signed before, by the words that stand before it."""
    is_of_a_paper = len(before) > _PAPER_ALONE and bool(said_of("signed_papers", before[-1]))
    return is_of_a_paper or bool(pattern("only_spoken_of").search(" ".join(before[-_NEAR:])))
