"""The explorer page, in every language."""

from collections.abc import Iterator
from functools import partial
from typing import get_args

from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.form import Percent
from coopdb.query.units import UNITS
from coopdb.record.values import Language
from coopdb.report.value_names import dimension_name
from coopdb.site.site import Site
from coopdb.site.star_columns import FILTERS
from coopdb.store.files.made_folder import MadeFile

_TOPS = (10, 25, 50)


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the page of each language."""
    for language in site.words:
        yield MadeFile(f"{language}/explorer.html", site.key("explorer"), partial(_page, site, language))


def _page(site: Site, language: Language) -> bytes:
    words = site.words[language]
    named = [(name, dimension_name(name, words.reports)) for name in DIMENSIONS]
    return site.page(
        language,
        "explorer.html",
        "explorer",
        units=[(name, words.say(f"units.{name}")) for name in UNITS],
        dimensions=named,
        percents=[(name, words.say(f"explorer.of-{name}")) for name in get_args(Percent)],
        tops=[(number, words.reports.number(number)) for number in _TOPS],
        fields=[(name, label) for name, label in named if name in FILTERS],
    )
