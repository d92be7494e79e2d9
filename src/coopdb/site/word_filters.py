"""What the name of a person, a series or a host event finds as a filter: every value that has its words in a row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from coopdb.query.fields import FIELDS, Recorded
from coopdb.store.star.engine import Star
from coopdb.vocabulary.spelling import asked_spellings, spellings

BY_WORDS: Mapping[str, Recorded] = MappingProxyType(
    {
        name: field
        for name, field in FIELDS.items()
        if isinstance(field, Recorded) and not (field.is_whole or field.host)
    }
)


def found_values(name: str, values: Iterable[str], star: Star) -> Iterator[tuple[str, list[str]]]:
    """Yield each value with those that a filter by it finds, in order; `values` are all there are of a dimension."""
    field = BY_WORDS[name]
    ordered = sorted(values)  # as SQLite orders them
    places = _places_by_word(ordered)
    for text in ordered:
        recorded = tuple((field.places[0], ordered[place]) for place in sorted(_likely(text, places)))
        yield text, list(dict.fromkeys(hit.value for hit in field.find(text, star, recorded)))


def _places_by_word(values: Sequence[str]) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = {}
    for place, value in enumerate(values):
        for word in " ".join(spellings(value)).split():
            found.setdefault(word, set()).add(place)
    return found


def _likely(text: str, places: Mapping[str, set[int]]) -> set[int]:
    """Return the places of the values that have the rarest word of a spelling of a text: few of many thousands."""
    asked = (words.split() for words in asked_spellings(text))
    return set().union(*(min((places.get(word, set()) for word in words), key=len) for words in asked if words))
