"""Finds a topic of `records/topics.toml` that leads to no topic, or back to itself.

`broader` and `replaced_by` name topics, of coopdb or of this file, by their slugs.

Bad:

    [smart-ports]
    broader = "digital-transformations"

Good:

    [smart-ports]
    broader = "digital-transformation"
"""

from collections.abc import Iterator
from functools import lru_cache

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.words import MOST_SLIPS, show
from coopdb.store.records import Entry
from coopdb.text import did_you_mean
from coopdb.vocabulary.entry import Entry as Word
from coopdb.vocabulary.lookup import Vocabulary

CODE = "V006"
READS = None
NEEDS = ("words",)


def check(entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every reference that leads nowhere or round."""
    topics = scope.vocabulary_of(entry)
    for number, word in enumerate(entry.reading.words):
        for key in ("broader", "replaced_by"):
            if problem := _problem(topics, word, key):
                target = getattr(word, key)
                known = () if target in topics.entries or number >= MOST_SLIPS else topics.entries
                hint = did_you_mean(target, known)
                yield Finding((word.key, key), f"{show(target)} {problem}", hint)


def _problem(topics: Vocabulary, word: Word, key: str) -> str:
    """Say what is wrong with where a reference of a topic leads."""
    target = getattr(topics.entries[word.key], key)
    if target and target not in topics.entries:
        return "is no topic"
    return "leads back to this topic" if word.key in _circular(topics, key) else ""


@lru_cache(maxsize=4)
def _circular(topics: Vocabulary, key: str) -> frozenset[str]:
    """Return the topics from which a reference leads back to them: each is passed once."""
    found: set[str] = set()
    passed: dict[str, str] = {}  # topics, and where the way began on which they were passed
    for start in topics.entries:
        way, each = list[str](), start
        while each in topics.entries and each not in passed:
            passed[each] = start
            way.append(each)
            each = getattr(topics.entries[each], key)
        if way and passed.get(each) == start:
            found.update(way[way.index(each) :])
    return frozenset(found)
