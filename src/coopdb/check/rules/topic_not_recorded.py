"""Finds a topic that the title names, but the record does not have.

What a meeting is called after was surely talked about. A narrower topic of it will do, and one whose name has the same
words: "AI safety" is also of artificial intelligence, and "satellites" of satellite communications.

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
from coopdb.text import fold
from coopdb.vocabulary.mentions import Mention

CODE = "N007"
READS = ("topics.topic",)
SEVERITY = "warning"


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every topic in the title that is not recorded, nor broader than one that is."""
    meeting, topics = entry.meeting, scope.vocabularies.topics
    if not scope.topic_names.may_name_others(meeting.title, meeting.topic_slugs):
        return
    recorded = {broader for slug in meeting.topic_slugs for broader in topics.broader_chain(slug)}

    def is_meant_otherwise(_: str, mention: Mention) -> bool:
        return any(_is_part(mention.text, name) for slug in meeting.topic_slugs for _, _, name in topics[slug].names())

    names = scope.topic_names
    yield from not_recorded(meeting, names, recorded, "topic", ("title",), is_meant_otherwise)


def _is_part(one: str, other: str) -> bool:
    """Tell whether the words of one of two names are all in the other: satellites, satellite communications."""
    first, second = ({word.removesuffix("s") for word in fold(each).split()} for each in (one, other))
    return bool(first and second) and (first <= second or second <= first)
