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

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import MOST_SLIPS, show
from coopdb.store.files.records import RecordFile
from coopdb.text import did_you_mean
from coopdb.vocabulary.chains import Reference, circular, ends_of

CODE = "V006"
READS = None
NEEDS = ("words",)
_REFERENCES: tuple[Reference, ...] = ("broader", "replaced_by")


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every reference that leads nowhere or round."""
    topics = {**scope.vocabulary_of(entry).entries, **{word.key: word for word in entry.reading.words}}  # as written
    for key in _REFERENCES:
        ends, round_ = ends_of(topics, key), circular(topics, key)
        known = tuple(each for each in topics if ends.get(each, each))  # which lead somewhere, and not back
        for number, word in enumerate(entry.reading.words):
            target = getattr(word, key)
            if target and target not in topics:
                hint = did_you_mean(target, known) if number < MOST_SLIPS else ""
                yield Finding((word.key, key), f"{show(target)} is not a topic", hint)
            elif word.key in round_:
                yield Finding((word.key, key), f"{show(target)} leads back to this topic")
