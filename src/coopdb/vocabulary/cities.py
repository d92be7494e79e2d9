"""In which countries a city may be, by its name in any of seven languages. The table is read when it is first asked."""

from functools import cache, lru_cache

from coopdb.text import fold
from coopdb.vocabulary.index import TextIndex
from coopdb.vocabulary.tables import DATA


@lru_cache(maxsize=4096)
def countries_of_city(name: str) -> tuple[str, ...]:
    """Return the codes of the countries that have a place of this name, that of the largest first.

    None where no city of some size has the name, or where places of too many countries share it. What a comma or a
    bracket adds does not count. Where two states claim a place, or it has a code of its own, either is returned.

    >>> countries_of_city("Genève"), countries_of_city("Washington, D.C.")[0], countries_of_city("Bürgenstock")
    (('CH',), 'US', ())
    """
    index = _index()
    before = name.replace("(", ",").partition(",")[0]
    return next((index[folded] for folded in (fold(name), fold(before)) if folded in index), ())


@cache
def _index() -> TextIndex:
    return TextIndex((DATA / "cities.tsv").read_text(encoding="utf-8"))
