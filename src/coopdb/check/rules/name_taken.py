"""Finds a name in `records/topics.toml` or `people.toml` that means something else already.

A name that means two topics, or two people, would have to be refused wherever a record uses it.

Bad:

    [quantum-cloud]
    labels = { en = "Cloud" }

Good:

    [quantum-cloud]
    labels = { en = "Quantum cloud" }
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "V005"
READS = None
NEEDS = ("words",)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every name of an own entry that means another entry too."""
    vocabulary = scope.vocabulary_of(entry)
    for word in entry.reading.words:
        seen = set()
        for kind, _, name in word.names():
            others = {match.key for match in vocabulary.resolve(name)} - {word.key, vocabulary[word.key].replaced_by}
            if others and name not in seen and kind != "former":
                seen.add(name)
                taken = " and ".join(f"`{other}`" for other in sorted(others))
                yield Finding(
                    (word.key,), f"{show(name)} is also a name of {taken}", "leave it to one of them", at="key"
                )
