"""The data of the search and of the explorer: what both need is made once."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from coopdb.record.values import Language
from coopdb.site.label_lists import label_lists
from coopdb.site.scripts import data_script
from coopdb.site.search_index import search_index
from coopdb.site.site import Site
from coopdb.site.star_columns import star_columns
from coopdb.store.files.made_folder import MadeFile


class ScriptedData:
    """The star in columns, the names of its values in each language, and the index of texts."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def _star(self) -> dict[str, Any]:
        return star_columns(self._site)

    def files(self) -> Iterator[MadeFile]:
        """Yield the scripts that hold them; a page loads one when it is asked something."""
        site = self._site
        key = site.key("scripted", site.star.day, [each.key for each in site.records.meetings])
        yield MadeFile("data/star-data.js", key, lambda: data_script("star", self._star))
        yield MadeFile("data/search-index.js", key, lambda: data_script("index", search_index(site, self._star["keys"])))
        for language in site.words:
            yield MadeFile(f"data/{language}-data.js", key, lambda language=language: self._words(language))

    def _words(self, language: Language) -> bytes:
        return data_script("words", label_lists(self._site, language, self._star["keys"]))
