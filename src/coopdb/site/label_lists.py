"""What the scripts of pages say, in a language: names of values, sentences, days and numbers."""

from collections.abc import Iterable, Mapping
from typing import Any

from coopdb.query.dimensions import DIMENSIONS, Dimension
from coopdb.record.values import Language
from coopdb.render.drawing.cells import word
from coopdb.report.value_names import value_name
from coopdb.report.wording import catalogue
from coopdb.site.site import Site
from coopdb.site.words import site_catalogue
from coopdb.text import collation, visible
from coopdb.vocabulary.spoken import spoken
from coopdb.vocabulary.tables import read_table
from coopdb.vocabulary.vocabularies import Vocabularies

_SENTENCES = ("note", "value", "counted", "units", "filter", "date", "dimension", "search", "explorer")


def label_lists(site: Site, language: Language, keys: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the names of the keys of every dimension, where they are not the keys, and the words of a language.

    `ranks` are the places of the keys among the others by name, where that is not their order.
    """
    labels = {name: _labels(site, language, name, every) for name, every in keys.items()}
    words = spoken(site.star.vocabularies, language)
    ranks = {name: _ranks(DIMENSIONS[name], every, words) for name, every in keys.items() if not DIMENSIONS[name].order}
    rules = read_table("reports/dates")["languages"][language]
    return {
        "language": language,
        "labels": {name: every for name, every in labels.items() if every != keys[name]},
        "ranks": {name: every for name, every in ranks.items() if every != [*range(len(every))]},
        "say": _sentences(language),
        "rules": {name: rules[name] for name in ("day", "month", "months", "group", "list", "plurals")}
        | {"decimal": word(0.5, "", language)[1]},
    }


def _labels(site: Site, language: Language, dimension: str, keys: Iterable[str]) -> list[str]:
    return [visible(value_name(dimension, key, site.words[language].reports)) for key in keys]


def _ranks(dimension: Dimension, keys: list[str], words: Vocabularies) -> list[int]:
    """Return the places of keys by what tables sort them by, where as many meetings have them."""
    places = sorted(range(len(keys)), key=lambda place: (collation(dimension.label(keys[place], words)), keys[place]))
    ranks = [0] * len(places)
    for rank, place in enumerate(places):
        ranks[place] = rank
    return ranks


def _sentences(language: Language) -> dict[str, Any]:
    every = {**catalogue(language), **site_catalogue(language)}
    return {key: said for key, said in sorted(every.items()) if key.partition(".")[0] in _SENTENCES}
