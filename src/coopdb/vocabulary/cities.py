"""In which countries a city may be, by its name in nine languages and its own, and how a country's cities are spelled.

The tables are read when they are first asked.
"""

import re
from functools import cache, lru_cache

from coopdb.text import fold
from coopdb.vocabulary.index import TextIndex
from coopdb.vocabulary.tables import DATA


@lru_cache(maxsize=4096)
def countries_of_city(name: str) -> tuple[str, ...]:
    """Return the codes of the countries that have a place of this name, that of the largest first.

    None where no city of some size has the name, or where places of too many countries share it. Of several names (with
    a comma, a slash or a bracket between them) each counts. Where two states claim a place, or it has a code of its
    own, either is returned.

    >>> countries_of_city("Genève"), countries_of_city("Washington, D.C.")[0], countries_of_city("Bürgenstock")
    (('CH',), 'US', ())
    """
    index = _index()
    parts = [fold(name)] if fold(name) in index else map(fold, re.split(r"[,(/]", name))
    return tuple(dict.fromkeys(code for part in parts if part in index for code in index[part]))


@lru_cache(maxsize=16)
def cities_of(country: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of the larger cities of a country, by its code: the largest first, the English name first.

    >>> [names[0] for names in cities_of("QA")][:2], cities_of("MA")[1]
    (['Doha', 'Ar Rayyan'], ('Rabat', 'رباط'))
    """
    lines = (line.split("\t") for line in _spelled().splitlines() if country in line.partition("\t")[0].split(","))
    return tuple(tuple(names) for _, *names in lines)


@cache
def _spelled() -> str:
    return (DATA / "city_names.tsv").read_text(encoding="utf-8").partition("\n")[2]


@cache
def _index() -> TextIndex:
    return TextIndex((DATA / "cities.tsv").read_text(encoding="utf-8"))
