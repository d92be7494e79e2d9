"""Keys of documents and commitments, which name them for good as `ID#key`: made from their text where there is none."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from coopdb.record.identity import numbered
from coopdb.record.slug import is_key, slug_words
from coopdb.text import fold

# The lists whose elements have keys, and what a key is made of: the first that an element has.
LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType({"documents": ("title", "kind"), "commitments": ("text",)})
_LONGEST = 40  # characters of a key that is made; a single word may be longer


def with_keys(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give every document and commitment of plain values a key that has none; what is not a table stays."""
    made = keys_of(values)
    parts = {name: zip(keys, values[name], strict=True) for name, keys in made.items() if keys}
    return {
        **values,
        **{name: [{"key": key, **each} if key else each for key, each in pairs] for name, pairs in parts.items()},
    }


def keys_of(values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the key of each document and each commitment, its own or the one to be made; "" for what is not a table.

    No key that is made is that of another, in either list.
    """
    listed = {name: found if isinstance(found := values.get(name), list) else [] for name in LISTS}
    taken = {
        str(each["key"]) for parts in listed.values() for each in parts if isinstance(each, Mapping) and "key" in each
    }
    return {name: [_key(each, name, taken) for each in parts] for name, parts in listed.items()}


def _key(part: object, name: str, taken: set[str]) -> str:
    if not isinstance(part, Mapping):
        return ""
    if "key" in part:
        return str(part["key"])
    text = next((str(part[key]) for key in LISTS[name] if part.get(key)), "")
    wanted = _shortened(slug_words(fold(text)))
    if not is_key(wanted):  # no Latin letter in it
        wanted = "-".join(filter(None, (name.removesuffix("s"), wanted)))
    key = next(each for each in numbered(wanted) if each not in taken)
    taken.add(key)
    return key


def _shortened(words: list[str]) -> str:
    """Join as many words as a key has room for, at least one."""
    key = "-".join(words)
    while len(key) > _LONGEST and words[1:]:
        words = words[:-1]
        key = "-".join(words)
    return key
