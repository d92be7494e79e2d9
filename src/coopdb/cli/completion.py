"""What a shell may complete: keys and names that begin as typed. Reads the packaged tables and nothing heavier."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdb.vocabulary.lookup import Vocabulary
    from coopdb.vocabulary.vocabularies import Vocabularies

Completion = tuple[str, str]  # the word, and what it means


def complete_country(incomplete: str) -> list[Completion]:
    """Complete a country's code or one of its names, or `@` and a group."""
    if incomplete.startswith("@"):
        groups = _packaged().groups
        return [(f"@{key}", words) for key, words in _entries(groups, incomplete.removeprefix("@"))]
    return list(_entries(_packaged().countries, incomplete))


def complete_topic(incomplete: str) -> list[Completion]:
    """Complete a topic's slug."""
    return list(_entries(_packaged().topics, incomplete))


def complete_organization(incomplete: str) -> list[Completion]:
    """Complete an organisation's slug."""
    return list(_entries(_packaged().organizations, incomplete))


def complete_group(incomplete: str) -> list[Completion]:
    """Complete a group's slug."""
    return list(_entries(_packaged().groups, incomplete))


def complete_dimension(incomplete: str) -> list[Completion]:
    """Complete a dimension."""
    from coopdb.query.dimensions import DIMENSIONS

    return [(name, each.plural) for name, each in DIMENSIONS.items() if name.startswith(incomplete)]


def complete_value(incomplete: str) -> list[Completion]:
    """Complete the name of a dimension, and after `=` a value of those that are of a vocabulary."""
    name, equals, value = incomplete.partition("=")
    if not equals:
        return [(f"{dimension}=", about) for dimension, about in complete_dimension(incomplete)]
    of_words: Mapping[str, Callable[[str], list[Completion]]] = {
        "country": complete_country,
        "group": complete_group,
        "host": complete_country,
        "organization": complete_organization,
        "owner": complete_country,
        "topic": complete_topic,
    }
    return [(f"{name}={word}", about) for word, about in of_words[name](value)] if name in of_words else []


def _packaged() -> "Vocabularies":
    from coopdb.vocabulary.vocabularies import packaged_vocabularies  # here: every command line needs this module

    return packaged_vocabularies()


def _entries(vocabulary: "Vocabulary", incomplete: str) -> Iterator[Completion]:
    """Yield keys that begin as typed in any case, then names; only the last part of a list with commas is completed."""
    done, comma, typed = incomplete.rpartition(",")
    start = typed.casefold()
    for entry in vocabulary.entries.values():
        if entry.key.casefold().startswith(start) and not entry.replaced_by:
            yield f"{done}{comma}{entry.key}", entry.label
    for entry in vocabulary.entries.values():
        if start and not entry.key.casefold().startswith(start):
            names = (label for label in entry.labels.values() if label.casefold().startswith(start))
            yield from ((f"{done}{comma}{name}", entry.key) for name in dict.fromkeys(names))
