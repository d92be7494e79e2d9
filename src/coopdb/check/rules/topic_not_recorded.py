"""Finds a topic that the title names, but the record does not have.

What a meeting is called after was surely talked about. A narrower topic of it will do.

Bad:

    title = "Morocco and Qatar discuss cybersecurity"
    topics = ["cloud"]

Good:

    title = "Morocco and Qatar discuss cybersecurity"
    topics = ["cybersecurity"]
"""

from collections.abc import Iterator

from coopdb.check.mentioned import not_recorded
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "N007"
READS = ("topics.topic",)
SEVERITY = "warning"


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every topic in the title that is not recorded, nor broader than one that is."""
    meeting, topics = entry.meeting, scope.vocabularies.topics
    if not scope.topic_names.may_name_others(meeting.title, meeting.topic_slugs):
        return
    recorded = {broader for slug in meeting.topic_slugs for broader in topics.broader_chain(slug)}
    yield from not_recorded(meeting, scope.topic_names, recorded, "topic", ("title",))
