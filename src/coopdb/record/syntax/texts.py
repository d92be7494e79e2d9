"""Recognises a text that is not a record at all as it stands: another program's file, a conflict, stray characters."""

import re
from collections.abc import Iterator

from coopdb.record.syntax.slip import Slip

_FOREIGN = (
    (r"\{\\rtf", "a word processor's file (RTF)"),
    (r"PK[\x03\x05\x07]", "the file of a word processor or a spreadsheet (docx, odt, xlsx)"),
    ("\ufffd\ufffd\x11\ufffd", "a word processor's file (doc)"),
    (r"%PDF-", "a PDF"),
    (r"\s*<(?:!doctype|html|\?xml)", "a web page"),
)
_CONFLICT = re.compile(r"^<{7}(?:[ \t][^\n]*)?\r?$|^(?P<end>>{7}(?:[ \t][^\n]*)?)\r?$", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OLD_LINE_END = re.compile(r"\r(?!\n)")
_MOST_NULLS = 0.25  # of all characters; where there are more it is UTF-16


def foreign(text: str) -> Iterator[Slip]:
    """Yield a slip for a file that another program wrote in a format of its own."""
    end = min(len(text.split("\n", 1)[0]), 20)
    for pattern, name in _FOREIGN:
        if re.match(pattern, text, re.IGNORECASE):
            yield Slip("word-processor", 0, end, about=name)
            return
    if text.count("\0") > _MOST_NULLS * len(text):
        yield Slip("word-processor", 0, 1, about="text in another encoding (UTF-16)")
    elif re.match(r"\s*+\{\s*+\"", text):
        yield Slip("other-format", 0, end, about="JSON")


def conflicts(text: str) -> Iterator[Slip]:
    """Yield a slip for every conflict that git has left in the text."""
    start: re.Match[str] | None = None
    lines, done = 1, 0
    for mark in _CONFLICT.finditer(text):
        if not mark["end"]:
            start = start or mark
        elif start:
            first = lines + text.count("\n", done, start.start())
            lines, done = first + text.count("\n", start.start(), mark.start()), mark.start()
            yield Slip("conflict", start.start(), start.end(), about=f"lines {first} to {lines}")
            start = None


def characters(text: str) -> Iterator[Slip]:
    """Yield a slip for characters that no line of a record may have."""
    nulls = tuple((each.start(), each.end(), "") for each in re.finditer("\0", text))
    if nulls:
        yield Slip("null", nulls[0][0], nulls[0][1], nulls)
    elif found := _CONTROL.search(text):
        yield Slip("control", *found.span(), about=f"U+{ord(found[0]):04X}")
    elif ends := tuple((each.start(), each.end(), "\n") for each in _OLD_LINE_END.finditer(text)):
        yield Slip("line-ends", ends[0][0], ends[0][1], ends)
