"""Messages (.eml) and pages saved as one file (.mhtml): the text of the message, its sender, day and attachments."""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from coopdb.author.articles.source_text import SourceText
from coopdb.author.encoding import Encoding
from coopdb.errors import StopError
from coopdb.record.addresses import is_address
from coopdb.text import visible

_PARTS = 50  # of a message, those within one another too: what reads them goes down part by part
_HEADER = 500  # characters of a header that are read
_FEWEST = 20  # words of a plain part that is more than a notice to look at the other one
_FORWARDED = re.compile(r"\s*(?:(?:fwd?|wg|tr|rv|enc|i|vs|إعادة توجيه)\s*:\s*)+", re.IGNORECASE)
_ANSWER = re.compile(r"\s*(?:(?:re|aw|sv|rif|antw)\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml")
_SAVED = "snapshot-content-location"
_MULTIPART = re.compile(rb"content-type:\s*+(?:multipart|message)/", re.IGNORECASE)


def read_mail(content: bytes, name: str, encoding: Encoding) -> SourceText:
    """Read a message: its plain text, or its HTML where it has none; attachments are named and not read.

    One that has no text of its own is the envelope of the message that is attached to it, which is read instead.
    """
    if len(_MULTIPART.findall(content)) > _PARTS:
        raise StopError(f"`{name}` has more than {_PARTS} parts within parts", "give the text of the article")
    return _read(message_from_bytes(content, policy=policy.compat32), name, encoding)


def _read(message: Message, name: str, encoding: Encoding) -> SourceText:
    plain, page = _bodies(message)
    chosen = plain if plain is not None and (page is None or len(_bytes(plain).split()) >= _FEWEST) else page
    if chosen is None:
        forwarded = _forwarded(message)
        if forwarded is not None:  # a message without headers counts as false
            return _read(forwarded, name, encoding)
        raise StopError(f"`{name}` is a message without text", "give the text of the article")
    text = encoding.decode(_bytes(chosen), name, chosen.get_content_charset(), chosen.get_content_type())
    remarks = tuple(f"attachment `{visible(each)}` is not read" for each in _attachments(message))
    if address := str(message.get(_SAVED, "")).strip():
        return SourceText(text, source={"url": address} if is_address(address) else {}, remarks=remarks)
    return _with_headers(message, text if chosen is page else _plain(message, text), remarks)


def _plain(message: Message, text: str) -> str:
    """Return the text with its subject as the title above it, and without the signature."""
    subject = _ANSWER.sub("", _FORWARDED.sub("", _header(message, "subject")), count=1)
    body = _SIGNATURE.split(text.replace("\r\n", "\n"), maxsplit=1)[0]
    return f"{subject}\n\n{body}" if subject else body


def _with_headers(message: Message, text: str, remarks: tuple[str, ...]) -> SourceText:
    """Add the sender and the day, which are those of the article unless somebody has sent it on."""
    if _FORWARDED.match(_header(message, "subject")):
        said = "the message was forwarded: its sender and day are not taken for those of the article"
        return SourceText(text, remarks=(*remarks, said))
    sender, address = parseaddr(_header(message, "from"))
    source = {"author": sender or address} if sender or address else {}
    return SourceText(text, _day(message), source, remarks=remarks)


def _bodies(message: Message) -> tuple[Message | None, Message | None]:
    """Return the first plain text and the first HTML of a message; one that is blank is none."""
    parts = [each for each in _walk(message) if not _is_attached(each) and _bytes(each).strip()]
    kinds = [each.get_content_type() for each in parts]
    plain = next((part for part, kind in zip(parts, kinds, strict=True) if kind == "text/plain"), None)
    page = next((part for part, kind in zip(parts, kinds, strict=True) if kind in _PAGES), None)
    return plain, page


def _walk(message: Message) -> Iterator[Message]:
    """Yield the parts of a message in order, but not those of a message that is attached to it."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        if part.is_multipart() and not _is_attached(part):
            waiting += [each for each in reversed([*part.get_payload()]) if isinstance(each, Message)]


def _forwarded(message: Message) -> Message | None:
    """Return the first message that is attached to one, if there is any."""
    for part in _walk(message):
        inner = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            return inner[0]
    return None


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822"


def _attachments(message: Message) -> Iterator[str]:
    for part in _walk(message):
        if _is_attached(part):
            yield " ".join((part.get_filename() or part.get_content_type())[:_HEADER].split())


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(message: Message, name: str) -> str:
    """Return a header as text on one line; nothing where its letters are lost, such as bytes without an encoding."""
    value = str(message.get(name, ""))[:_HEADER]
    with suppress(MessageError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return "" if "\ufffd" in value else " ".join(value.split())


def _day(message: Message) -> str | None:
    """Return the day on which a message was sent, where it was sent."""
    try:
        return parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
