"""Finds a topic that stands in a record twice.

A topic has one stage at a meeting.

Bad:

    topics = ["cloud", "cloud"]

Good:

    topics = ["cloud"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.records import Entry

CODE = "K006"
READS = ("topics",)
SEVERITY = "warning"


def check(entry: Entry, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every topic named before."""
    meeting = entry.meeting
    if len(meeting.topics) == len(meeting.topic_slugs):
        return
    seen: set[str] = set()
    for index, each in enumerate(meeting.topics):
        if each.topic in seen:
            yield Finding(("topics", index), f"`{each.topic}` stands here twice", "delete one of the two")
        seen.add(each.topic)
