"""The data of the search and of the explorer, as scripts: a page loads them when it is asked something."""

from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from coopdb.record.values import Language
from coopdb.site.fold_table import fold_table
from coopdb.site.label_lists import label_lists
from coopdb.site.scripts import data_script
from coopdb.site.search_index import search_index
from coopdb.site.site import Site
from coopdb.site.star_columns import star_columns
from coopdb.store.files.made_folder import MadeFile


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the star in columns, the index of texts, how texts are folded, and the names of values by language."""

    @cache
    def star() -> dict[str, Any]:
        return star_columns(site)

    def index() -> bytes:
        return data_script("index", search_index(site, star()["keys"]))

    def words(language: Language) -> bytes:
        return data_script("words", label_lists(site, language, star()["keys"]))

    key = site.key("scripted", site.star.day, site.star.is_public, [each.key for each in site.records.meetings])
    yield MadeFile("data/star-data.js", key, lambda: data_script("star", star()))
    yield MadeFile("data/search-index.js", key, index)
    yield MadeFile("data/fold-data.js", site.key("fold"), lambda: data_script("folding", fold_table()))
    for language in site.words:
        yield MadeFile(f"data/{language}-data.js", key, partial(words, language))
