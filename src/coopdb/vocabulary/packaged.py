"""The vocabularies that come with coopdb, each read once from `data/`."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coopdb.vocabulary.lookup import Entry, Vocabulary

# Not importlib.resources, which takes longer to import than the tables to read.
_DATA = Path(__file__).parent.parent / "data"


@cache
def countries() -> Vocabulary:
    """Countries by ISO 3166-1 alpha-2 code, named as in CLDR."""
    return _load("countries.json", "country")


@cache
def organizations() -> Vocabulary:
    """Organisations that meet countries as parties, by slug."""
    return _load("organisations.json", "organization")


@cache
def topics() -> Vocabulary:
    """Topics of cooperation, by slug."""
    return _load("topics.json", "topic")


def _load(file: str, noun: str) -> Vocabulary:
    table = json.loads((_DATA / file).read_text(encoding="utf-8"))
    entries = {key: _entry(key, value) for key, value in table["entries"].items()}
    return Vocabulary(noun, MappingProxyType(entries))


def _entry(key: str, value: Mapping[str, Any]) -> Entry:
    return Entry(
        key=key,
        labels=value["labels"],
        codes=tuple(value.get("codes", ())),
        aliases={language: tuple(names) for language, names in value.get("aliases", {}).items()},
        short=value.get("short", {}).get("en", ""),
        definition=value.get("definition", ""),
        broader=value.get("broader", ""),
    )
