"""Which format a file is in, by its first bytes: those that are read, and those that are refused by name."""

import json
import re
from pathlib import PurePath

from coopdb.author.encoding import marked_encoding
from coopdb.errors import StopError
from coopdb.pattern import pattern

_AS_TEXT = "save it as text, HTML, PDF or Word (.docx) first"
# What begins a file, what it is, and what to do about it.
_REFUSED = (
    (b"{\\rtf", "RTF, which is not read", "save it as Word (.docx) or text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Outlook file, which is not read", "save it as .docx or .eml"),
    (b"bplist", "a web archive of Safari, which is not read", "save the page as HTML (page source)"),
    (b"\x1f\x8b", "compressed", "unpack it first"),
    (b"\x89PNG", "a picture", "give the text of the article"),
    (b"\xff\xd8\xff", "a picture", "give the text of the article"),
    (b"GIF8", "a picture", "give the text of the article"),
)
_FROM = "`coopdb add --from FILE.toml` takes a draft as TOML"
_OF_RECORD = pattern(r"^(\[\[participants\]\]|\[\[sources\]\]|draft = true)[ \t\r]*$", re.MULTILINE)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})
_FEW, _SHARE = 3, 0.01  # of them in a text that was copied from a PDF, or has the signs of an old word processor
_PDF = 1024  # bytes within which a PDF says that it is one
_MAILS = (".eml", ".mht", ".mhtml")
_HEADER = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{0,60}:)[^\n]*\n")
_OF_MAIL = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature|content-transfer-encoding):",
    re.IGNORECASE | re.MULTILINE,
)


def format_of(content: bytes, name: str, *, is_told: bool = False) -> str:
    """Return `pdf`, `word`, `mail` or `text`; what is none of them raises StopError with the way out.

    A text has no null bytes, unless its encoding is one of two bytes a character: as its mark says, or as is told.
    """
    shown = f"`{name}` is "
    if b"%PDF-" in content[:_PDF]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "word"
    for beginning, what, hint in _REFUSED:
        if content.startswith(beginning):
            raise StopError(shown + what, hint)
    if is_mail(content, name):
        return "mail"
    if b"endobj" in content and b"startxref" in content:
        raise StopError(shown + "a damaged PDF", "get it anew, or give the text of the article")
    if not is_told and not marked_encoding(content) and _is_binary(content):
        raise not_text(name)
    return "text"


def _is_binary(content: bytes) -> bool:
    """Tell bytes that are none of a text: null bytes, or more control characters than a text has by mistake."""
    return b"\0" in content or len(content) - len(content.translate(None, _CONTROLS)) > max(len(content) * _SHARE, _FEW)


def not_text(name: str) -> StopError:
    """Make the error for bytes that are none of a text, or are one in an encoding that nothing tells."""
    return StopError(f"`{name}` is not text", f"{_AS_TEXT}; a text in UTF-16 needs `--encoding utf-16`")


def refuse_data(text: str, name: str) -> None:
    """Refuse a draft that `draft` has made, a record, and other JSON, which tell of no meeting in sentences."""
    if len(set(_OF_RECORD.findall(text))) > 1:  # an article may quote one of them
        raise StopError(f"`{name}` is a record, or a draft of one, and not an article", _FROM)
    data = _json(text)
    if isinstance(data, dict) and "drafts" in data:
        raise StopError(f"`{name}` is a draft as JSON, and not an article", f"give the article; {_FROM}")
    if isinstance(data, dict | list):
        raise StopError(f"`{name}` is JSON, and not an article", "give the text of the article")


def _json(text: str) -> object:
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def is_mail(content: bytes, name: str) -> bool:
    """Tell a message: it is named so, or begins with headers that only a message has."""
    if PurePath(name).suffix.lower() in _MAILS:
        return True
    if not _HEADER.match(content):
        return False
    head = re.split(rb"\r?\n\r?\n", content[:20_000], maxsplit=1)[0]
    return len(set(_OF_MAIL.findall(head))) > 1
