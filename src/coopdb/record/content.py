"""From the bytes of a file to its text and its data as TOML, or the fault of the text itself."""

import codecs
from typing import Any

from coopdb.record import guard, toml
from coopdb.record.fault import Fault
from coopdb.record.span import at


def parse(content: bytes) -> tuple[str, dict[str, Any] | Fault]:
    """Decode and parse a file. The text is whole even where it cannot be parsed."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text, fault = content.decode(), None
    except UnicodeDecodeError as error:
        text, fault = content.decode(errors="replace"), _bad_encoding(content, error.start)
    if detail := guard.too_large(len(content)) or guard.too_deep(text):
        fault = Fault("too-large", detail=detail)
    return text, fault or toml.parse(text)


def text_of(content: bytes) -> str:
    """Decode a file, whatever is in it, as `parse` does."""
    return content.removeprefix(codecs.BOM_UTF8).decode(errors="replace")


def _bad_encoding(content: bytes, start: int) -> Fault:
    """Make the fault of the first byte that is not UTF-8."""
    before = content[:start].decode()
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Fault("bad-encoding", detail=f"0x{content[start]:02x}", span=at(line, column))
