"""The search page, in every language."""

from collections.abc import Iterator
from functools import partial

from coopdb.site.site import Site
from coopdb.store.files.made_folder import MadeFile


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the page of each language."""
    for language in site.words:
        yield MadeFile(f"{language}/search.html", site.key(), partial(site.page, language, "search.html", "search"))
