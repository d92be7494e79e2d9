"""The first page of the site, and the home page of each language: what is new, coming and overdue, and the numbers."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from coopdb.query.crosstab import crosstab
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.filters import Filters
from coopdb.query.form import Form
from coopdb.query.selection import select
from coopdb.query.table import Table, Value
from coopdb.record.values import Language
from coopdb.render.screen import Screen
from coopdb.render.svg.figure import figure_of_table
from coopdb.render.tables import csv, json
from coopdb.report.agenda import agenda
from coopdb.report.commitments import CommitmentOptions, commitments
from coopdb.report.ledger import Ledger
from coopdb.report.table_words import table_words
from coopdb.site.grids import counts_grid
from coopdb.site.site import LANGUAGE_NAMES, Site
from coopdb.site.templates import fill, trusted
from coopdb.store.files.made_folder import MadeFile

_NEW, _MOST = 10, 8  # meetings, and lines of what comes or is overdue, that the page shows
# The tables of the page: their dimensions, and how many rows there are before the rest is one.
TABLES: Mapping[str, tuple[tuple[str, ...], Form]] = {
    "matrix": (("country", "topic-area"), Form(top=15)),
    "by-year": (("year",), Form()),
}


TableNamed = Callable[[str], Table]


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the page that leads to the chosen language, the home pages, and their tables for machines."""
    key, table = site.key("home", site.day_key), cache(partial(_table, site))
    yield MadeFile("index.html", site.key(), partial(_first_page, site))
    for language in site.words:
        yield MadeFile(f"{language}/index.html", key, partial(_page, site, language, table))
    for name in TABLES:
        yield MadeFile(f"data/{name}.csv", key, partial(_data, table, name, csv.render))
        yield MadeFile(f"data/{name}.json", key, partial(_data, table, name, json.render))


def _first_page(site: Site) -> bytes:
    language = site.options.language
    return fill("first", title=site.title(language), words=site.words[language], languages=LANGUAGE_NAMES).encode()


def _table(site: Site, name: str) -> Table:
    """Count held meetings, as `coopdb crosstab` does."""
    dimensions, form = TABLES[name]
    selection = select(Filters(day=site.star.day).for_counting(), site.star)
    rows, *columns = (DIMENSIONS[each] for each in dimensions)
    return crosstab(site.star, rows, columns[0] if columns else None, selection, form)


def _data(table: TableNamed, name: str, render: Callable[[Table, Screen], str]) -> bytes:
    return render(table(name), Screen()).encode()


def _page(site: Site, language: Language, table: TableNamed) -> bytes:
    words = site.words[language]
    held = [each for each in site.records.meetings if each.is_held]
    tables = {name: table_words(table(name), words.reports) for name in TABLES}
    late = CommitmentOptions(is_overdue=True)
    return site.page(
        language,
        "index.html",
        "home",
        held=held,
        new=held[:_NEW],
        countries={country for each in held for country in each.values("parties", "country")},
        coming=_lines(agenda(site.star, site.selection, words.reports)),
        overdue=_lines(commitments(site.star, site.selection, words.reports, late)),
        most=_MOST,
        records=site.records,
        grids={name: counts_grid(tables[name], words, dimensions[0]) for name, (dimensions, _) in TABLES.items()},
        figures={name: trusted(figure_of_table(each).html) for name, each in tables.items()},
        day=site.star.day,
    )


def _lines(ledger: Ledger) -> list[dict[str, Value]]:
    """Return the lines of a ledger by column, and what no ledger of the page has as nothing."""
    names = [each.key for each in ledger.table.columns]
    nothing: dict[str, Value] = dict.fromkeys(("due", "owner", "what"))
    return [nothing | dict(zip(names, row, strict=True)) for row in ledger.table.rows]
