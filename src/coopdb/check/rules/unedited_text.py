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
    r"|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});",
    re.IGNORECASE,
)
_AROUND = " .…()[]<>-"
_SHORT = 40  # letters of a text that may be a placeholder as a whole
_CAPITALS = 20  # letters, all capitals: fewer may be names of organisations


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every text that is unfinished, in capitals, or has marks of a web page."""
    for route, text in _texts(entry.meeting):
        if found := _unfinished(text):
            yield Finding(route, f"{show(found)} is a placeholder", "write the text, or leave the key out")
        elif text.isupper() and sum(map(str.isupper, text)) >= _CAPITALS:
            yield Finding(route, "a text in capitals", "write it as a sentence")
        elif ("<" in text or "&" in text) and (mark := _MARKS.search(text)):
            yield Finding(route, f"{show(mark[0])} is of a web page", "write plain text")


def _unfinished(text: str) -> str:
    # One after the other, which takes a tenth of the time of the pattern.
    if "TODO" in text or "TB" in text or "FIXME" in text or "XXX" in text or "???" in text or "ipsum" in text:
        found = _OPEN.search(text)
        if found:
            return found[0]
    if len(text) > _SHORT and ":" not in text[-_SHORT:]:
        return ""
    last = text.rpartition(":")[2].strip(_AROUND)
    is_open = last.casefold() in _phrases("unfinished") or last.casefold().endswith(tuple(_phrases("to_complete")))
    return last if len(last) <= _SHORT and is_open else ""


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
