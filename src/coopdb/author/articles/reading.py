"""Reads the bytes of a file, whatever format it is in, as the text of an article."""

import re

from coopdb.author.articles.formats import format_of, not_text, refuse_data
from coopdb.author.articles.garbled import remark_on_garbled
from coopdb.author.articles.source_text import SourceText
from coopdb.author.draft.pages.page import is_page
from coopdb.author.encoding import Encoding
from coopdb.errors import StopError

_MOST = 1 << 20  # characters of a text; an article has some thousands
_MOST_OF_PAGE = 4 << 20  # characters of a page, most of which are its scripts and pictures
_DECLARED = re.compile(
    rb"(?:<meta\s[^<>]{0,300}?charset|<\?xml\s[^<>]{0,100}?encoding)\s{0,9}=\s{0,9}[\"']?([\w:.-]{1,40})", re.I
)
_HEAD = 4096  # bytes of a page that are searched for its encoding


def read_source(content: bytes, name: str, encoding: Encoding) -> SourceText:
    """Read the content of a file; what cannot be an article raises StopError."""
    found = _read(content, name, encoding)
    if not found.text.strip():
        raise StopError(f"`{name}` is empty", "give the text of one article")
    most = _MOST_OF_PAGE if is_page(found.text) else _MOST
    if len(found.text) > most:
        raise StopError(f"`{name}` has more than {most:,} characters", "give the text of one article")
    garbled = remark_on_garbled(found.text, name, is_told=encoding.told is not None)
    return found._replace(remarks=(*found.remarks, *garbled))


def _read(content: bytes, name: str, encoding: Encoding) -> SourceText:
    match format_of(content, name, is_told=encoding.told is not None):
        case "mail":
            from coopdb.author.articles.mail import read_mail  # only now: the readers of formats take long to import

            return read_mail(content, name, encoding)
        case "word":
            from coopdb.author.articles.word import read_word

            return read_word(content, name)
        case "pdf":
            from coopdb.author.articles.pdf import read_pdf

            return read_pdf(content, name)
        case _:
            text = encoding.decode(content, name, _declared(content))
            if "\0" in text:
                raise not_text(name)
            refuse_data(text, name)
            return SourceText(text)


def _declared(content: bytes) -> str | None:
    """Return the encoding that a page says it is in."""
    found = _DECLARED.search(content, 0, _HEAD)
    return found[1].decode("ascii", errors="replace") if found else None
