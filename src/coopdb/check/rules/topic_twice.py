"""Finds a topic that stands in a record twice.

A topic has one stage at a meeting. `--fix` leaves one of the two out when nothing is lost with it: where stages or
notes differ, and where a comment stands in its table, you choose.

Bad:

    topics = ["cloud", "cloud"]

Good:

    topics = ["cloud"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Fix, Remove
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "K006"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every topic named before; one of the two is left out when it says nothing more."""
    meeting = entry.meeting
    if len(meeting.topics) == len(meeting.topic_slugs):
        return
    first: dict[str, int] = {}
    for index, each in enumerate(meeting.topics):
        before = first.setdefault(each.topic, index)
        if each.topic and before != index:
            hint, fix = _cure(entry, before, index)
            yield Finding(("topics", index), f"`{each.topic}` stands here twice", hint, fix=fix)


def _cure(entry: RecordFile, first: int, second: int) -> tuple[str, Fix | None]:
    """Say which of two can be left out without loss: the one whose stage and note the other has too."""
    one, other = entry.meeting.topics[first], entry.meeting.topics[second]
    keys = [("topics", index, key) for index in (first, second) for key in ("stage", "note")]
    if one.stage != other.stage or any(map(entry.reading.is_broken, keys)):
        return "keep one of the two: a topic has one stage", None
    if other.note in (None, one.note):
        return "delete one of the two", Remove(("topics", second))
    return "delete one of the two", None if one.note else Remove(("topics", first))
