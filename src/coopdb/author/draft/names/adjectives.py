"""Tells an adjective, or what people of a country are called, from the name of the country."""

from collections.abc import Sequence

from coopdb.author.draft.words import cues
from coopdb.text import fold
from coopdb.vocabulary.vocabularies import Vocabularies


def is_adjective(words: Vocabularies, language: str | None, keys: Sequence[str], name: str, written: str) -> bool:
    """Tell an adjective from a country that another language writes with the same letters: Estonia, India.

    English never writes it small: finns, thus.
    """
    entries = [words.countries[key] for key in keys]
    small = {"en"} if written[0].islower() else set[str]()
    tables = (each.demonyms.items() for each in entries)
    demonyms = (each for table in tables for spoken, said in table if spoken not in small for each in said)
    is_listed = name in cues.adjectives(language) or name in cues.region_adjectives()
    if not is_listed and not any(fold(each) == name for each in demonyms):
        return False
    labels = (label for each in entries for label in each.labels.values())
    return not (written[0].isupper() and name in map(fold, labels))
