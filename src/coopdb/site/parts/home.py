"""The first page of the site, and the home page of each language."""

from collections.abc import Iterator
from functools import partial

from coopdb.site.site import LANGUAGE_NAMES, Site
from coopdb.site.templates import template
from coopdb.store.files.made_folder import MadeFile


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the page that leads to the chosen language, and the home pages."""
    yield MadeFile("index.html", site.key(), partial(_first_page, site))
    for language in site.words:
        yield MadeFile(f"{language}/index.html", site.key(), partial(site.page, language, "index.html", "home"))


def _first_page(site: Site) -> bytes:
    words = site.words[site.options.language]
    return template("first")(site=site.options, words=words, say=words.say, languages=LANGUAGE_NAMES).encode()
