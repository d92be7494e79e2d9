"""How the bytes of a file become text: as told, as its first bytes say, as UTF-8, as declared, or as they look."""

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from coopdb.author.likely_encoding import CONTROLS, WESTERN, fitting, guessed, western
from coopdb.errors import StopError, usage_error
from coopdb.pattern import pattern
from coopdb.text import visible

# The byte order marks, the longer first: that of UTF-32 begins with that of UTF-16.
_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16", "utf-32")  # whose spaces and line ends have null bytes, so that every text has
_WIDE_LABEL = pattern(r"utf-(?:16|32)(?:-?[lb]e)?")
_NO_TEXTS = frozenset(
    {"charmap", "idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
)  # but Python's codecs
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252"})
_ONE_BYTE = pattern(r"windows-125[0-8]|iso-8859-(?:[2-9]|1[013-6])|koi8-[ru]")
_C1 = pattern("[\x80-\x84\x86-\x9f]")  # which letters of Windows are to an encoding without them
_LONGEST = 40  # characters of the name of an encoding


class Encoding(NamedTuple):
    """The name of an encoding where the user has told one, and what says which it is where it was found out."""

    told: str | None
    say: Callable[[str], None]

    def read(self, path: Path) -> str:
        """Read a file as text, without its byte order mark."""
        return self.decode(content_of(path), str(path))

    def decode(self, content: bytes, path: str, declared: str | None = None, part: str = "") -> str:
        """Read the content of a file, or of a `part` of it, as text; `declared` is the encoding that it says it has."""
        name = f"the decoded {part} part of `{visible(path)}`" if part else f"`{visible(path)}`"
        if self.told is not None:
            return _as_told(content, name, self.told)
        marked = marked_encoding(content) or _declared_wide(content, declared) or "utf-8-sig"
        try:
            return content.decode(marked)
        except UnicodeDecodeError as error:
            fault = _fault(content, name, error, marked)
        found = _as_declared(content, declared) or guessed(content)
        if found is None:
            fit = fitting(content)
            how = f", perhaps `--encoding {fit}`" if fit else " with `--encoding`"
            raise StopError(fault, f"tell its encoding{how}, or save it as UTF-8")
        text, encoding = found
        if encoding != _codec(declared):
            self.say(f"{fault}; read as {encoding}: `--encoding` tells another")
        return text


def content_of(path: Path) -> bytes:
    """Read the bytes of a file."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise usage_error(f"there is no file `{visible(str(path))}`", "look at its name and its folder") from error
    except OSError as error:
        said = f"cannot read `{visible(str(path))}`: {str(error.strerror).lower()}"
        raise StopError(said, "give a file that you may read") from error


def marked_encoding(content: bytes) -> str | None:
    """Return the encoding that a byte order mark tells, other than UTF-8."""
    return next((encoding for mark, encoding in _MARKED if content.startswith(mark)), None)


def _declared_wide(content: bytes, declared: str | None) -> str | None:
    """Return the encoding of two or four bytes a character that is declared; only one with null bytes is a text's."""
    label = (declared or "").strip().lower().replace("_", "-")
    return _ordered(content, label) if b"\0" in content and _WIDE_LABEL.fullmatch(label) else None


def _ordered(content: bytes, codec: str) -> str:
    """Say in which order the bytes of a character stand where neither the name nor a mark does: few are large."""
    if codec not in _WIDE or marked_encoding(content):
        return codec
    size = int(codec[-2:]) // 8
    is_big = content[::size].count(0) > content[size - 1 :: size].count(0)
    return f"{codec}-{'be' if is_big else 'le'}"


def _as_told(content: bytes, name: str, told: str) -> str:
    codec = _ordered(content, codec_told(told))
    if not codec.startswith("utf") and not content.isascii() and _is_utf8(content):
        raise _unfit(told, name, "it is UTF-8")
    if codec.startswith(_WIDE) and content and b"\0" not in content:
        raise _unfit(told, name, "it has no null bytes")
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise _unfit(told, name, _place(content, error)) from error
    if "\0" in text:
        raise _unfit(told, name, "it would have null characters")
    if found := _C1.search(text):
        raise _unfit(told, name, f"it would have control characters, such as {ord(found[0]):#04x}")
    return text


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _unfit(told: str, name: str, why: str) -> StopError:
    return StopError(f"`--encoding {_shown(told)}` does not fit {name}: {why}", "tell another, or leave it out")


def codec_told(told: str) -> str:
    """Return the name that Python has for the encoding that is told; what is none of texts is refused."""
    try:
        found = codecs.lookup(told)
        "".encode(told)  # which the codecs of bytes, such as `base64`, refuse
    except (LookupError, ValueError) as error:
        raise _unknown(told) from error
    if found.name in _NO_TEXTS:
        raise _unknown(told)
    return "utf-8-sig" if found.name == "utf-8" else found.name


def _unknown(told: str) -> StopError:
    return usage_error(f"unknown encoding `{_shown(told)}`", "for example `--encoding windows-1252`")


def _shown(told: str) -> str:
    """Return the name that is told as far as one is long."""
    return visible(told) if len(told) <= _LONGEST else f"{visible(told[:_LONGEST])}…"


def _fault(content: bytes, name: str, error: UnicodeDecodeError, encoding: str) -> str:
    shown = "UTF-8" if encoding == "utf-8-sig" else encoding
    return f"{name} is not {shown}: {_place(content, error)}"


def _place(content: bytes, error: UnicodeDecodeError) -> str:
    line = content.count(b"\n", 0, error.start) + 1
    return f"byte 0x{content[error.start]:02x} on line {line}"


def _codec(declared: str | None) -> str | None:
    """Return the encoding that a declared name means on the web, where it is one of a byte a character."""
    label = (declared or "").strip().lower().replace("_", "-").replace("cp125", "windows-125")
    if label in _LATIN:
        return WESTERN
    return label if _ONE_BYTE.fullmatch(label) else None


def _as_declared(content: bytes, declared: str | None) -> tuple[str, str] | None:
    """Read bytes as they are declared to be; None when they hardly are that, or it is not an encoding of text."""
    codec = _codec(declared)
    if codec is None or codec == WESTERN:
        text = western(content) if codec else None
        return (text, WESTERN) if text is not None else None
    try:
        text = content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if CONTROLS.search(text) else (text, codec)
