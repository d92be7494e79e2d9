"""The names of what meetings have, and of its values, in a language."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from coopdb.query.hit import NONE
from coopdb.report.wording import Wording, catalogue

# Dimensions whose values are a fixed list, by the beginning of the keys of their words.
_LISTS: Mapping[str, str] = MappingProxyType(
    {
        **{each: each for each in ("status", "stage", "kind", "level", "mode", "source-kind", "told-by")},
        "document-kind": "document",
        "document-state": "document-state",
        "commitment-status": "state",
    }
)
# Those whose values are entries of a vocabulary.
_ENTRIES: Mapping[str, Callable[[Wording, str], str]] = MappingProxyType(
    {
        "country": Wording.party,
        "organization": Wording.party,
        "host": Wording.party,
        "owner": Wording.party,
        "pair": Wording.pair,
        "group": Wording.group,
        "topic": Wording.topic,
        "topic-area": Wording.topic,
    }
)

# Kinds of values of a record's keys that are a fixed list, by the beginning of the keys of their words.
_FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "Status": "status",
        "Kind": "kind",
        "Level": "level",
        "Mode": "mode",
        "Stage": "stage",
        "Capacity": "capacity",
        "Renewal": "renewal",
        "DocumentKind": "document",
        "CommitmentStatus": "state",
        "SourceKind": "source-kind",
    }
)


def key_value(kind: str, value: object, wording: Wording) -> str:
    """Return the words for the value of a record's key, of a kind of `record/fields.py`; a text is as it is."""
    text = str(value)
    match kind:
        case "date" | "signed":
            return wording.day(text)
        case "country" | "organization" | "party":
            return wording.party(text)
        case "topic":
            return wording.topic(text)
    return wording.value(_FAMILIES[kind], text) if kind in _FAMILIES else text


def dimension_name(name: str, wording: Wording) -> str:
    """Return what a dimension is called."""
    return wording.say(f"dimension.{name}")


def dimension_names(names: Iterable[str], wording: Wording) -> list[str]:
    """Return what dimensions are called, each once."""
    return [dimension_name(each, wording) for each in dict.fromkeys(names)]


def value_name(dimension: str, key: str, wording: Wording) -> str:
    """Return what a value of a dimension is called; texts of the records, and English values, are as they are."""
    if dimension in _ENTRIES and key != NONE:
        return _ENTRIES[dimension](wording, key)
    if wording.language == "en":
        return key
    if key == NONE:
        return wording.say("value.none")
    if dimension == "decade":  # `2020s`
        return wording.say("value.decade", first=key[:4], last=f"{key[:3]}9")
    word = f"{_LISTS.get(dimension, '')}.{key}"
    return wording.say(word) if word in catalogue(wording.language) else key
