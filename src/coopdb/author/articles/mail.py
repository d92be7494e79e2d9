"""Messages (.eml) and pages saved as one file (.mhtml): the text of the message, its sender, day and attachments."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice
from typing import NamedTuple

from coopdb.author.articles.formats import not_text
from coopdb.author.articles.source_text import SourceText
from coopdb.author.draft.text.text import read_article
from coopdb.author.encoding import Encoding
from coopdb.errors import StopError
from coopdb.invisible import has_words, read_value
from coopdb.pattern import pattern
from coopdb.record.addresses import is_address
from coopdb.text import visible

_PARTS = 50  # of a message, those within one another too: what reads them goes down part by part
_HEADER = 500  # characters of a header that are read
_FEWEST = 20  # words of a plain part that is more than a notice to look at the other one
_FORWARDED = pattern(r"\s*(?:(?:fwd?|wg|tr|rv|enc|i|vs|إعادة توجيه)\s*:\s*)+", re.IGNORECASE)
_ANSWER = pattern(r"\s*(?:(?:re|aw|sv|rif|antw)\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = pattern(r"^-- ?$", re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml")
_SAVED = "snapshot-content-location"
_MULTIPART = re.compile(rb"content-type:\s*+(?:multipart|message)/", re.IGNORECASE)


class _Part(NamedTuple):
    """A part of a message that has no parts of its own, with the kinds of those that it is in, from outside."""

    message: Message
    within: tuple[str, ...]

    @property
    def kind(self) -> str:
        return self.message.get_content_type()

    @property
    def is_attached(self) -> bool:
        return _is_attached(self.message)

    @property
    def label(self) -> str:
        """Return what to call it: the subject of a message, else its file or its kind."""
        for inner in _messages(self):
            if subject := _header(inner, "subject"):
                return f"message `{visible(subject)}`"
        name = " ".join((self.message.get_filename() or self.kind)[:_HEADER].split())
        return f"{'attachment' if self.is_attached else 'part'} `{visible(name)}`"


def read_mail(content: bytes, name: str, encoding: Encoding) -> SourceText:
    """Read a message: its plain text, or its HTML where it has none; what else it has is named and not read.

    One that has no text of its own is the envelope of the messages that are attached to it, of which one is read.
    """
    if len(_MULTIPART.findall(content)) > _PARTS:
        raise StopError(f"`{name}` has more than {_PARTS} parts within parts", "give the text of the article")
    found = _read(message_from_bytes(content, policy=policy.compat32), name, encoding)
    if found is None:
        raise StopError(f"`{name}` is a message without text", "give the text of the article")
    return found


def _read(message: Message, name: str, encoding: Encoding) -> SourceText | None:
    """Read a message; None where neither it nor a message that is attached to it has a text."""
    parts = tuple(_parts(message))
    texts = _texts(parts, name, encoding)
    if not texts:
        return _read_inner(parts, name, encoding)
    remarks = tuple(_unread(parts, texts))
    whole = "\n\n".join(texts.values())
    if address := read_value(str(message.get(_SAVED, ""))).strip():
        return SourceText(whole, source={"url": address} if is_address(address) else {}, remarks=remarks)
    is_page = next(iter(texts)).kind in _PAGES
    return _with_headers(message, whole if is_page else _plain(message, texts.values()), remarks)


def _read_inner(parts: Sequence[_Part], name: str, encoding: Encoding) -> SourceText | None:
    """Read the first attached message that has a text; the others, and what else is there, are named."""
    for part in parts:
        for inner in _messages(part):
            if found := _read(inner, name, encoding):
                return found._replace(remarks=(*found.remarks, *_unread(parts, (part,))))
    return None


def _texts(parts: Iterable[_Part], name: str, encoding: Encoding) -> dict[_Part, str]:
    """Return the plain texts of a message, or its first HTML where they are no more than a notice, with words."""
    own = [each for each in parts if not each.is_attached]
    faults: list[StopError] = []  # of parts that cannot be decoded, which hide no other

    def decoded(kinds: Collection[str]) -> Iterator[tuple[_Part, str]]:
        for part in own:
            try:
                text = _decoded(part, name, encoding) if part.kind in kinds else ""
            except StopError as error:
                faults.append(error)
            else:
                if _has_words(text, part.kind):
                    yield part, text

    plain = dict(decoded(("text/plain",)))
    if sum(len(each.split()) for each in plain.values()) >= _FEWEST:
        return plain
    found = dict(islice(decoded(_PAGES), 1)) or plain
    if faults and not found:
        raise faults[0]
    return found


def _decoded(part: _Part, name: str, encoding: Encoding) -> str:
    content = _bytes(part.message)
    if not content.strip():
        return ""
    text = encoding.decode(content, name, part.message.get_content_charset(), part.kind)
    if "\0" in text:
        raise not_text(name)
    return text


def _unread(parts: Iterable[_Part], read: Collection[_Part]) -> Iterator[str]:
    """Say which parts are not read: not what is blank, the pictures of a page, and the same text in another form."""
    kinds = {each.kind for each in read}
    for part in parts:
        if part not in read and (part.is_attached or not _is_silent(part, kinds)):
            yield f"{part.label} is not read"


def _is_silent(part: _Part, kinds: Collection[str]) -> bool:
    is_other_form = "multipart/alternative" in part.within and part.kind.startswith("text/") and part.kind not in kinds
    return is_other_form or part.within[-1:] == ("multipart/related",) or _is_blank(part)


def _is_blank(part: _Part) -> bool:
    """Tell a part without words, whatever its encoding: a byte of another than UTF-8 counts as a letter."""
    content = _bytes(part.message).decode(errors="replace").replace("\ufffd", "x")
    return not _has_words(content, part.kind)


def _has_words(text: str, kind: str) -> bool:
    return has_words(read_article(text).plain if kind in _PAGES else text)


def _plain(message: Message, texts: Iterable[str]) -> str:
    """Return the texts with their subject as the title above them, and each without a signature."""
    subject = _ANSWER.sub("", _FORWARDED.sub("", _header(message, "subject")), count=1)
    body = "\n\n".join(_SIGNATURE.split(each.replace("\r\n", "\n"), maxsplit=1)[0] for each in texts)
    return f"{subject}\n\n{body}" if subject else body


def _with_headers(message: Message, text: str, remarks: tuple[str, ...]) -> SourceText:
    """Add the sender and the day, which are those of the article unless somebody has sent it on."""
    if _FORWARDED.match(_header(message, "subject")):
        said = "the message was forwarded: its sender and day are not taken for those of the article"
        return SourceText(text, remarks=(*remarks, said))
    sender, address = parseaddr(_header(message, "from"))
    source = {"author": sender or address} if sender or address else {}
    return SourceText(text, _day(message), source, remarks=remarks)


def _parts(message: Message) -> Iterator[_Part]:
    """Yield what a message is made of in order, but not what a message that is attached to it is made of."""
    waiting = [_Part(message, ())]
    while waiting:
        part = waiting.pop()
        if part.message.is_multipart() and not part.is_attached:
            within = (*part.within, part.kind)
            waiting += [_Part(each, within) for each in reversed(_inside(part.message))]
        else:
            yield part


def _inside(message: Message) -> list[Message]:
    content = message.get_payload()
    return [each for each in content if isinstance(each, Message)] if isinstance(content, list) else []


def _messages(part: _Part) -> list[Message]:
    """Return the messages that a part is: one, or none."""
    return _inside(part.message) if part.kind == "message/rfc822" else []


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822"


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(message: Message, name: str) -> str:
    """Return a header as text on one line; nothing where its letters are lost, such as bytes without an encoding."""
    value = str(message.get(name, ""))[:_HEADER]
    with suppress(MessageError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return "" if "\ufffd" in value else " ".join(read_value(value).split())


def _day(message: Message) -> str | None:
    """Return the day on which a message was sent, where it was sent."""
    try:
        return parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
