"""Reads what came of a meeting as people write it: a document that was signed, a commitment with its owner and day."""

from functools import partial
from typing import Any

from coopdb.author.answer_context import AnswerContext, Values
from coopdb.author.days import read_day
from coopdb.author.named_values import part_named, with_named
from coopdb.author.parties import read_owner
from coopdb.author.unclear_answer import Unclear, mapped
from coopdb.author.worded_values import kind_at_start, read_value, value_meant, values_of
from coopdb.errors import StopError, usage_error
from coopdb.record.free_words import flag
from coopdb.text import visible

_NOUN = "kind of document"
_EXAMPLE = "write it as `MA: share the guide; 2026-06`, or `: share: a guide` where nobody is named"


def read_document(text: str, setting: AnswerContext) -> Any:
    """Read `memorandum`, `Memorandum on data; 2026-02-01` or `memorandum: On data; 2026-02-01`: kind, title, signed.

    What else is known of it may follow by its keys: `; in_force=2026-03; expires=2031`.
    """
    text, named = part_named(text, "documents")
    return with_named(_document(text), named, setting)


def _document(text: str) -> Any:
    head, colon, rest = text.partition(":")
    title, signed = _before_last(rest if colon else text)
    if colon:
        kind = read_value(head.strip(), values_of("DocumentKind"), _NOUN)
        values = {"kind": kind, **({"title": title} if title else {})}
    else:
        values = _by_title(title)
    return mapped(read_signed(signed), lambda day: {**values, "signed": day}) if signed else values


def _by_title(text: str) -> Values:
    """Read the kind of a document, or a title that begins with it."""
    kinds = values_of("DocumentKind")
    if not value_meant(text, kinds) and (kind := kind_at_start(text)):
        return {"kind": kind, "title": text}
    return {"kind": read_value(text, kinds, _NOUN)}


def read_signed(text: str) -> Any:
    """Read the day a document was signed, or whether it was."""
    said = {"y": "true", "n": "false"}.get(text.strip().lower()) or flag(text.strip())
    return said == "true" if said else read_day(text)


def read_commitment(text: str, setting: AnswerContext) -> Any:
    """Read `share the guide`, or `MA: share the guide; 2026-06`: by whom, what, until when; and more by its keys."""
    text, named = part_named(text, "commitments")
    return with_named(_commitment(text, setting), named, setting)


def _commitment(text: str, setting: AnswerContext) -> Any:
    owner, colon, rest = text.partition(":")
    what, due = _before_last(rest if colon else text)
    if not what:
        raise usage_error(f"`{visible(text)}` does not say what was promised", _EXAMPLE)
    read = mapped(read_day(due), lambda day: {"text": what, "due": day}) if due else {"text": what}
    return _with_owner(read, owner.strip(), setting) if colon and owner.strip() else read


def _with_owner(read: Any, text: str, setting: AnswerContext) -> Any:
    try:
        owner = read_owner(text, setting)
    except StopError as error:
        raise usage_error(error.message, error.hint or _EXAMPLE) from None
    if isinstance(owner, Unclear) and isinstance(read, Unclear):
        raise owner.error()
    if isinstance(owner, Unclear):
        return owner.mapped(partial(_owned, read))
    return mapped(read, lambda values: _owned(values, owner))


def _owned(values: Values, owner: str) -> Values:
    """Put the owner where a record has it."""
    return {"text": values["text"], "owner": owner, **values}


def _before_last(text: str) -> tuple[str, str]:
    """Part a text at its last semicolon."""
    before, mark, after = text.rpartition(";")
    return (before.strip(), after.strip()) if mark else (after.strip(), "")
