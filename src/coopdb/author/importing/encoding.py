"""How the bytes of a file to import become text: as told, as its first bytes say, as UTF-8, or as western languages."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.text import visible

_MARKED = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WESTERN = "windows-1252"  # which latin-1 is a part of, as far as texts go
# What texts in the languages of western Europe have besides ASCII. Another encoding read as this one has other signs,
# or letters where none can be: `Dvořák` would be `Dvoøák`, `المغرب` would be `ÇáãÛÑÈ`.
_LETTERS = "àâäáãåæçèéêëìíîïñòóôöõøœßùúûüÿÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜŸ"
_SIGNS = "«»“”‘’‚„–—…€£§°ºª·•¿¡\xa0´"
_STRANGE = re.compile(
    f"[^\x00-\x7f{_LETTERS}{_SIGNS}]"
    f"|[{_LETTERS}]{{3}}"  # no word has three of them in a row
    f"|[a-zA-Z{_LETTERS}][“”«»£€§°¿¡•„‚]+[a-zA-Z{_LETTERS}]"
    "|[a-zà-ÿ][À-ÖØ-ÞŒŸ]"  # a capital within a word
    "|[øå][áàâäãéèêëíìîïóòôöõúùûü]|[áàâäãéèêëíìîïóòôöõúùûü][øå]"  # letters of languages far apart
    "|ì[a-z]"  # within an Italian word there is none: `ě`
)


class Encoding(NamedTuple):
    """The name of an encoding where the user has told one, and what says which it is where it was found out."""

    told: str | None
    say: Callable[[str], None]

    def read(self, path: Path) -> str:
        """Read a file as text, without its byte order mark."""
        return self.decode(content_of(path), str(path))

    def decode(self, content: bytes, path: str) -> str:
        """Read the content of a file as text."""
        name = visible(path)
        if self.told:
            return _as_told(content, name, self.told)
        marked = next((encoding for mark, encoding in _MARKED if content.startswith(mark)), "utf-8-sig")
        try:
            return content.decode(marked)
        except UnicodeDecodeError as error:
            fault = _fault(content, name, error, marked)
        text = _western(content)
        if text is None:
            raise StopError(fault, "tell its encoding, as `--encoding windows-1256`, or save it as UTF-8")
        self.say(f"{fault}; read as {_WESTERN}: `--encoding` tells another")
        return text


def content_of(path: Path) -> bytes:
    """Read the bytes of a file."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise usage_error(f"there is no file `{visible(str(path))}`") from error
    except OSError as error:
        raise StopError(f"cannot read `{visible(str(path))}`: {str(error.strerror).lower()}") from error


def _as_told(content: bytes, name: str, told: str) -> str:
    told = "utf-8-sig" if told.lower() in ("utf-8", "utf8") else told
    try:
        return content.decode(told)
    except LookupError as error:
        raise usage_error(f"unknown encoding `{visible(told)}`", "for example `--encoding windows-1252`") from error
    except UnicodeDecodeError as error:
        raise StopError(_fault(content, name, error, told), "tell another `--encoding`") from error
    except UnicodeError as error:
        raise StopError(f"`{name}` is not {visible(told)}: {error}", "tell another `--encoding`") from error


def _fault(content: bytes, name: str, error: UnicodeDecodeError, encoding: str) -> str:
    line = content.count(b"\n", 0, error.start) + 1
    shown = "UTF-8" if encoding == "utf-8-sig" else visible(encoding)
    return f"`{name}` is not {shown}: byte 0x{content[error.start]:02x} on line {line}"


def _western(content: bytes) -> str | None:
    """Read bytes as a text of western Europe; None when they hardly are one."""
    try:
        text = content.decode(_WESTERN)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text or _STRANGE.search(text) else text
