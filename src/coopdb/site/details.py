"""What pages say of a document, a commitment, a source or a person in a few words, after its name."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from coopdb.report.commitments import CommitmentLine
from coopdb.report.documents import DocumentLine
from coopdb.site.words import SiteWords
from coopdb.text import visible

Row = Mapping[str, Any]
_BINDING = {1: "binding", 0: "not-binding"}
_DOT = " · "


def document_details(row: Row, line: DocumentLine | None, words: SiteWords) -> str:
    """Say kind, days, renewal and state of a document; that of a meeting that was not held has no state."""
    return _DOT.join(dict.fromkeys(filter(None, _document(row, line, words))))  # `signed` may be state and fact


def _document(row: Row, line: DocumentLine | None, words: SiteWords) -> Iterator[str]:
    yield words.say(f"document.{row['kind']}") if row["title"] else ""
    if line and line.state != "unknown" and not (line.state == "signed" and line.signed_on):
        yield words.say(f"document-state.{line.state}")
    if row["signed"] in ("true", "false"):
        yield words.say(f"document-state.{'signed' if row['signed'] == 'true' else 'unsigned'}")
    else:
        yield _day("signed", row["signed"], words)
    yield from (_day(name, row[name], words) for name in ("in_force", "expires", "ended"))
    yield words.fact(words.say("field.renewal"), words.say(f"renewal.{row['renewal']}")) if row["renewal"] else ""
    yield "" if row["binding"] is None else words.say(_BINDING[row["binding"]])


def _day(name: str, day: str | None, words: SiteWords) -> str:
    return words.fact(words.say(f"field.{name}"), words.reports.day(day)) if day else ""


def commitment_details(row: Row, line: CommitmentLine | None, words: SiteWords) -> str:
    """Say owner, due day and state of a commitment; that of a meeting that was not held has no state."""
    return _DOT.join(filter(None, _commitment(row, line, words)))


def _commitment(row: Row, line: CommitmentLine | None, words: SiteWords) -> Iterator[str]:
    yield row["owner"] and words.reports.party(row["owner"])
    yield _day("due", row["due"], words)
    if line:
        state = words.say(f"state.{line.state}")
        if line.updated:
            state = words.say("since", state=state, day=words.reports.day(line.updated))
        if line.is_overdue:
            yield words.say("commitments.overdue", state=state)
        else:
            yield words.say("commitments.undated", state=state) if line.is_undated else state


def source_details(row: Row, words: SiteWords) -> Markup:
    """Say who published a source, for which side, when, in what language, and what kind it is."""
    return Markup(" · ").join(filter(None, _source(row, words)))


def _free(text: str | None) -> Markup:
    """Return a text of a record, which may be written in another direction than the page."""
    return Markup("<bdi>{}</bdi>").format(visible(text)) if text else Markup("")


def _source(row: Row, words: SiteWords) -> Iterator[str]:
    yield _free(row["title"] and row["publisher"])
    yield _free(row["author"])
    yield row["party"] and words.fact(words.say("field.party"), words.reports.party(row["party"]))
    yield row["published"] and words.reports.day(row["published"])
    yield _free(row["language"])
    yield row["kind"] and words.say(f"source-kind.{row['kind']}")
    yield _day("accessed", row["accessed"], words)


def office_details(row: Row, words: SiteWords) -> Markup:
    """Say role and institution of a person, and in what capacity they were there."""
    capacity = row.get("capacity")
    said = words.say(f"capacity.{capacity}") if capacity else ""
    return Markup(" · ").join(filter(None, (_free(row["role"]), _free(row["institution"]), said)))
