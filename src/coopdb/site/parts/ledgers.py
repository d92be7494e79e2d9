"""The ledgers: commitments, documents, agenda and silences, each a page in every language, as CSV and as JSON."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from coopdb.query.selection import Selection
from coopdb.query.table import Table
from coopdb.record.values import Language
from coopdb.render.ledgers import ics
from coopdb.render.screen import Screen
from coopdb.render.svg.figure import figure_of_table
from coopdb.render.tables import csv, json
from coopdb.report.agenda import agenda
from coopdb.report.commitments import CommitmentOptions, commitments
from coopdb.report.documents import documents
from coopdb.report.ledger import Ledger
from coopdb.report.silences import silences
from coopdb.report.wording import Wording
from coopdb.site.grids import ledger_grid
from coopdb.site.site import Site
from coopdb.site.templates import trusted
from coopdb.store.files.made_folder import MadeFile, digest
from coopdb.store.star.engine import Star

Make = Callable[[Star, Selection, Wording], Ledger]
LEDGERS: Mapping[str, Make] = {
    "agenda": agenda,
    "commitments": partial(commitments, options=CommitmentOptions(is_all=True)),
    "documents": documents,
    "silences": silences,
}
_OF_ROWS = (
    "commitments",
    "documents",
)  # ledgers of meetings that have rows in the table of this name, and of no others
MOST = 1000  # rows that a page has; all are in its CSV and JSON


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the pages of each language, the same for machines, and the calendar."""
    for name, make in LEDGERS.items():
        key = site.key(name, _rest(site, name))
        plain = cache(partial(make, site.star, site.selection, Wording(site.star.vocabularies, is_machine=True)))
        yield MadeFile(f"data/{name}.csv", key, partial(_data, plain, csv.render))
        yield MadeFile(f"data/{name}.json", key, partial(_data, plain, json.render))
        for language in site.words:
            yield MadeFile(f"{language}/{name}.html", key, partial(_page, site, language, name, make))
    for language in site.words:
        yield MadeFile(f"{language}/agenda.ics", site.key("calendar", site.day_key), partial(_calendar, site, language))


def _rest(site: Site, name: str) -> str:
    """Sum up the meetings that a ledger rests on, as of the day."""
    if name not in _OF_ROWS:
        return site.day_key
    found = [(each.key, site.records.by_id[each.id].key) for each in site.records.meetings if name in each.rows]
    return digest(site.star.day, found)


def _data(ledger: Callable[[], Ledger], render: Callable[[Table, Screen], str]) -> bytes:
    return render(ledger().table, Screen()).encode()


def _page(site: Site, language: Language, name: str, make: Make) -> bytes:
    words = site.words[language]
    table = make(site.star, site.selection, words.reports).table
    grid, figure = ledger_grid(table, words, site.records, MOST), trusted(figure_of_table(table).html)
    return site.page(language, f"{name}.html", "ledger", ledger=name, grid=grid, figure=figure)


def _calendar(site: Site, language: Language) -> bytes:
    """Write what comes as a calendar to subscribe to."""
    return ics.render(agenda(site.star, site.selection, site.words[language].reports), Screen()).encode()
