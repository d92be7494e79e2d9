"""All vocabularies that a repository's records are read with: the packaged ones, and what it adds to them."""

from functools import cache
from typing import NamedTuple

from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.packaged import packaged, read_words


class Vocabularies(NamedTuple):
    """Countries by code, organisations, topics and groups by slug, people by name."""

    countries: Vocabulary
    organizations: Vocabulary
    topics: Vocabulary
    groups: Vocabulary
    people: Vocabulary

    def says_the_same(self, other: "Vocabularies") -> bool:
        """Tell whether others have the same entries, as those have that were read from one file twice."""
        return all(one is another or one.entries == another.entries for one, another in zip(self, other, strict=True))


@cache
def packaged_vocabularies() -> Vocabularies:
    """Return the vocabularies that come with coopdb, which know no people."""
    return Vocabularies(
        countries=packaged("country"),
        organizations=packaged("organization"),
        topics=packaged("topic"),
        groups=packaged("group"),
        people=Vocabulary("person", {}, read_words, dict),
    )
