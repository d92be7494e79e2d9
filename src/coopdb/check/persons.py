"""Whether a few words are the name of a person, as far as their letters and what they cannot be tell."""

from functools import cache

from coopdb.check.ranks import office_words
from coopdb.check.word_lists import word_list
from coopdb.text import fold
from coopdb.vocabulary.vocabularies import packaged_vocabularies

_LEAST, _MOST = 2, 4  # words of a name


def is_like_a_name(text: str) -> bool:
    """Tell whether a text is two to four words with capitals, none of them of an office, a body, a topic or a country.

    A script without capitals has no such names.

    >>> is_like_a_name("Ana Vuković"), is_like_a_name("Foreign Affairs"), is_like_a_name("Ana of Kotor")
    (True, False, False)
    """
    words = text.split()
    if not (_LEAST <= len(words) <= _MOST and all(each[0].isupper() and each[1:2].islower() for each in words)):
        return False
    return {part for each in words for part in fold(each).split()}.isdisjoint(_no_names())


@cache
def _no_names() -> frozenset[str]:
    """Return the words of offices and bodies, and of all names of topics, countries and organisations."""
    known = packaged_vocabularies()
    entries = (
        entry for every in (known.topics, known.countries, known.organizations) for entry in every.entries.values()
    )
    words = {word for entry in entries for _, _, name in entry.names() for word in fold(name).split()}
    return frozenset(words) | office_words() | word_list("bodies") | word_list("of_offices")
