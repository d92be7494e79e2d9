"""Finds a topic that the title names, but the record does not have.

What a meeting is called after was surely talked about. A narrower topic of it will do, and one whose name has the same
words: "AI safety" is also of artificial intelligence, "satellites" of satellite communications; and one near it that
shares a word: "data flows" beside data governance. Words for how countries cooperate, and for the whole of what is
digital (exchange of experience, digital transformation), need no topic of their own beside another.

Bad:

    title = "Morocco and Qatar discuss cybersecurity"
    topics = ["cloud"]

Good:

    title = "Morocco and Qatar discuss cybersecurity"
    topics = ["cybersecurity"]
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from coopdb.check.mentioned import not_recorded
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile
from coopdb.text import fold
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.mentions import Mention

CODE = "N007"
READS = ("topics.topic",)
SEVERITY = "warning"
_WHOLE = "digital-transformation"
_GENERAL = frozenset((_WHOLE, "expertise-exchange"))


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every topic in the title that is not recorded, nor broader than one that is."""
    meeting, topics = entry.meeting, scope.vocabularies.topics
    if not scope.topic_names.may_name_others(meeting.title, meeting.topic_slugs):
        return
    recorded = {broader for slug in meeting.topic_slugs for broader in topics.broader_chain(slug)}

    near = _near_names(meeting.topic_slugs, topics)

    def is_meant_otherwise(_key: str, _text: str, mention: Mention) -> bool:
        words = _words(mention.text)
        if _GENERAL.issuperset(mention.keys) or any(_is_sibling(key, words, meeting, topics) for key in mention.keys):
            return True
        return any(words <= other or other <= words for word in words for other in near.get(word, ()))

    names = scope.topic_names
    yield from not_recorded(meeting, names, recorded, "topic", ("title",), is_meant_otherwise)


def _is_sibling(key: str, words: frozenset[str], meeting: Meeting, topics: Vocabulary) -> bool:
    """Tell whether a recorded topic of the same area has a name that shares a word with what a title says."""
    area = {*topics.broader_chain(key)}
    near = [slug for slug in meeting.topic_slugs if not area.isdisjoint(topics.broader_chain(slug))]
    telling = words - {word for _, _, name in topics[_WHOLE].names() for word in _words(name)}
    return any(not telling.isdisjoint(_words(name)) for slug in near for _, _, name in topics[slug].names())


def _near_names(slugs: Iterable[str], topics: Vocabulary) -> Mapping[str, list[frozenset[str]]]:
    """Return the words of all names of some topics, by each of the words: satellites, satellite communications."""
    found: dict[str, list[frozenset[str]]] = {}
    for words in {_words(name) for slug in slugs for _, _, name in topics[slug].names()}:
        for word in words:
            found.setdefault(word, []).append(words)
    return found


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in fold(name).split())
