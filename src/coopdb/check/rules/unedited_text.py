"""Finds text that was not written for readers yet: a placeholder, capitals only, or the marks of a web page.

Bad:

    title = "MOROCCO AND QATAR DISCUSS AI"
    summary = "<p>TBD</p>"

Good:

    title = "Morocco and Qatar discuss AI"
    summary = "They compared their strategies."
"""

import re
from collections.abc import Iterator
from functools import cache

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.fault import Route
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile
from coopdb.vocabulary.tables import read_table

CODE = "K021"
READS = ()
SEVERITY = "warning"
_OPEN = re.compile(r"\b(?:TODO|TBD|TBC|TBA|FIXME|XXXX+)\b|\?\?\?|[Ll]orem ipsum")
_MARKS = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|a|ul|ol|li|h[1-6]|table|tr|td|th|img|sup|sub|font)(?:\s[^<>]*)?/?>"
    r"|\{\{|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});",
    re.IGNORECASE,
)
_AROUND = " .…()[]<>{}-–—_*?!"
_PART = re.compile(r":|\s[–—-]\s|[(\[]")  # after which the last part of a text may be a placeholder
_FORMS = ("_", "_.", "_…", "_...", "(_)", "[_]", "<_>")
_TEMPLATES = ("[]", "<>", "{}")
_SHORT = 40  # letters of a text that may be a placeholder as a whole
_CAPITALS = 20  # letters, all capitals: fewer may be names of organisations


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every text that is unfinished, in capitals, or has marks of a web page."""
    for route, text in _texts(entry.meeting):
        if found := _unfinished(text):
            yield Finding(route, f"{show(found)} is a placeholder", "write the text, or leave the key out")
        elif text.isupper() and sum(map(str.isupper, text)) >= _CAPITALS:
            yield Finding(route, "a text in capitals", "write it as a sentence")
        elif ("<" in text or "&" in text or "{{" in text) and (mark := _MARKS.search(text)):
            yield Finding(route, f"{show(mark[0])} is of a web page", "write plain text")
    if _has_placeholder(entry.meeting, _written()):
        for route, name in _names(entry.meeting):
            if name and name in _written():
                yield Finding(route, f"{show(name)} is a placeholder", "write the name, or leave the key out")


def _unfinished(text: str) -> str:
    # One after the other, which takes a tenth of the time of the pattern.
    if "TODO" in text or "TB" in text or "FIXME" in text or "XXX" in text or "???" in text or "ipsum" in text:
        found = _OPEN.search(text)
        if found:
            return found[0]
    if len(text) <= _SHORT and (_is_placeholder(text) or _is_template(text)):
        return text
    tail = text[-_SHORT:]
    if len(text) > _SHORT and not _may_be_parted(tail):
        return ""
    last = _PART.split(text)[-1].strip(_AROUND)
    is_open = last.casefold() in _phrases("unfinished") or last.casefold().endswith(tuple(_phrases("to_complete")))
    return last if len(last) <= _SHORT and is_open else ""


def _is_template(text: str) -> bool:
    """Tell whether a text stands in brackets as a whole: [insert the summary]."""
    return text[0] + text[-1] in _TEMPLATES and text.count(text[0]) == 1


def _may_be_parted(text: str) -> bool:
    # One after the other, as above.
    return ":" in text or "(" in text or "[" in text or " – " in text or " — " in text or " - " in text


def _is_placeholder(text: str) -> bool:
    """Tell whether a text is a placeholder as a whole, or no word at all."""
    bare = text.strip(_AROUND).casefold()
    return not bare or bare in _phrases("placeholders") or bare in _phrases("unfinished")


@cache
def _written() -> frozenset[str]:
    """Return all that a name may be instead of one, in small letters, with a capital and in capitals, in brackets."""
    phrases = _phrases("placeholders") | _phrases("unfinished")
    cases = {case for each in phrases for case in (each, each.capitalize(), each.title(), each.upper())}
    forms = {form.replace("_", case) for case in cases for form in _FORMS}
    return frozenset(forms) | {sign * number for sign in _AROUND.strip() for number in range(1, 5)}


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(each.casefold() for every in read_table("check")[name].values() for each in every)


def _texts(meeting: Meeting) -> Iterator[tuple[Route, str]]:
    yield ("title",), meeting.title
    if meeting.summary:
        yield ("summary",), meeting.summary
    for index, topic in enumerate(meeting.topics):
        if topic.note:
            yield ("topics", index, "note"), topic.note
    for index, commitment in enumerate(meeting.commitments):
        yield ("commitments", index, "text"), commitment.text


def _has_placeholder(meeting: Meeting, written: frozenset[str]) -> bool:
    # Most records have none, and are told in a tenth of the time.
    if meeting.host_event in written or meeting.venue.city in written or meeting.venue.name in written:
        return True
    for person in meeting.participants:
        if person.name in written or person.role in written:
            return True
    for source in meeting.sources:
        if source.title in written or source.publisher in written:
            return True
    return any(document.title in written for document in meeting.documents)


def _names(meeting: Meeting) -> Iterator[tuple[Route, str | None]]:
    """Yield the short texts that name somebody or something."""
    yield ("host_event",), meeting.host_event
    yield ("venue", "name"), meeting.venue.name
    yield ("venue", "city"), meeting.venue.city
    for index, each in enumerate(meeting.participants):
        yield ("participants", index, "name"), each.name
        yield ("participants", index, "role"), each.role
    for index, document in enumerate(meeting.documents):
        yield ("documents", index, "title"), document.title
    for index, source in enumerate(meeting.sources):
        yield ("sources", index, "title"), source.title
        yield ("sources", index, "publisher"), source.publisher
