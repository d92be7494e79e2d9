"""How a report reaches its reader: it is asked for in a language, for people or for machines, and then shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.output import Showing
from coopdb.cli.questions import answer
from coopdb.cli.streams import screen
from coopdb.errors import ExitCode
from coopdb.query.filters import Filters
from coopdb.record.values import EXPIRING
from coopdb.store.files.repository import Repository

if TYPE_CHECKING:
    from coopdb.query.selection import Selection
    from coopdb.render.formats import Room
    from coopdb.report.ledger import Ledger
    from coopdb.report.report import Report
    from coopdb.report.wording import Wording
    from coopdb.store.star.engine import Star

_NARROW = 120  # cells of a terminal, below which a ledger is no table
LEDGERS: "tuple[Room, ...]" = ("tables", "ledgers")
REPORTS: "tuple[Room, ...]" = ("reports",)
DIGESTS: "tuple[Room, ...]" = ("digests", *REPORTS)


class ReportRequest(NamedTuple):
    """What every report is asked with: the records, the filters, the language, and the way it is shown."""

    repository: Repository
    filters: Filters
    language: ReportLanguage
    showing: Showing
    expiring: int = EXPIRING

    def show_ledger(
        self,
        format: str | None,  # noqa: A002  # as the option is called
        ledger: "Callable[[Star, Selection, Wording], Ledger]",
    ) -> ExitCode:
        """Ask for a ledger and print it."""
        from coopdb.render.formats import format_named, formats

        chosen = format or self.showing.format_of_ending(LEDGERS, self._plain_format())
        found: Ledger = self._ask(chosen, LEDGERS, ledger)
        if chosen in formats("tables"):
            self.showing.show(found.table, chosen, LEDGERS)
        else:
            self.showing.show_text(found, format_named(chosen, "ledgers"))
        return ExitCode.FINE

    def _plain_format(self) -> str:
        """Choose a table, but paragraphs for a terminal in which the columns of a ledger would be too narrow."""
        shown = screen()
        has_choice = self.showing.header and not self.showing.columns
        return "text" if shown.is_terminal and shown.width < _NARROW and has_choice else "table"

    def show_report(
        self,
        format: str | None,  # noqa: A002  # the same
        report: "Callable[[Star, Selection, Wording], Report]",
        rooms: "tuple[Room, ...]" = REPORTS,
    ) -> ExitCode:
        """Ask for a report that is read, and print it in one of the formats of some rooms."""
        from coopdb.render.formats import format_named

        chosen = format or self.showing.format_of_ending(rooms, "text")
        self.showing.show_text(self._ask(chosen, rooms, report), format_named(chosen, *rooms))
        return ExitCode.FINE

    def _ask(self, format: str, rooms: "tuple[Room, ...]", report: Callable[..., Any]) -> Any:  # noqa: A002  # the same
        from coopdb.render.formats import is_machine

        is_for_machines = is_machine(format, *rooms)
        language = "en" if is_for_machines else self.language.of(self.repository)
        filters = self.filters.for_reports()

        def question(star: "Star") -> Any:
            from coopdb.query.selection import select
            from coopdb.report.wording import Wording
            from coopdb.store.star.day import as_of

            star = as_of(star, filters.day, self.expiring)
            return report(
                star, select(filters, star), Wording(star.vocabularies, language, is_for_machines and rooms == LEDGERS)
            )

        return answer(self.repository, question)
