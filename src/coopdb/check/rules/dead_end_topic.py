"""Finds a topic of `records/topics.toml` that leads to no topic, or back to itself.

`broader` and `replaced_by` name topics, of coopdb or of this file, by their slugs.

Bad:

    [smart-ports]
    broader = "digital-transformations"

Good:

    [smart-ports]
    broader = "digital-transformation"
"""

from collections.abc import Iterator, Mapping

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.words import show
from coopdb.store.records import Entry
from coopdb.text import did_you_mean
from coopdb.vocabulary.entry import Entry as Word

CODE = "V006"
READS = None
NEEDS = ("words",)


def check(entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every reference that leads nowhere or round."""
    known = scope.vocabulary_of(entry).entries
    topics = {**known, **{word.key: word for word in entry.reading.words}}  # as they are written
    for word in entry.reading.words:
        for key in ("broader", "replaced_by"):
            if problem := _problem(topics, word, key):
                target = getattr(word, key)
                others = (each for each in topics if word.key not in _chain(topics, each, key))
                hint = "" if target in topics else did_you_mean(target, others)
                yield Finding((word.key, key), f"{show(target)} {problem}", hint)


def _problem(topics: Mapping[str, Word], word: Word, key: str) -> str:
    """Follow a reference from a topic, and say what is wrong with where it leads."""
    seen = [word.key]
    while target := getattr(topics[seen[-1]], key):
        if target not in topics:
            return "is no topic" if len(seen) == 1 else ""
        if target in seen:
            return "leads back to this topic" if target == word.key else ""
        seen.append(target)
    return ""


def _chain(topics: Mapping[str, Word], start: str, key: str) -> set[str]:
    """Collect the topics that a reference leads to from one, that one included."""
    seen: set[str] = set()
    while start in topics and start not in seen:
        seen.add(start)
        start = getattr(topics[start], key)
    return seen
