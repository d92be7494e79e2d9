"""From the bytes of a file to its text and its data as TOML, or the fault of the text itself."""

from typing import Any

from coopdb.record import guard, toml
from coopdb.record.fault import Fault
from coopdb.record.span import at


def parse(content: bytes) -> tuple[str, dict[str, Any] | Fault]:
    """Decode and parse a file. The text is whole even where it cannot be parsed."""
    text = content.decode("utf-8-sig", errors="replace")
    return text, _text_fault(content, text) or toml.parse(text)


def _text_fault(content: bytes, text: str) -> Fault | None:
    """Find what is wrong with the text before it is read as TOML."""
    if detail := guard.too_large(len(content)) or guard.too_deep(text):
        return Fault("too-large", detail=detail)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Fault("bad-encoding", detail=f"0x{content[error.start]:02x}", span=at(line, column))
    return None
