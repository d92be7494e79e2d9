"""How a report reaches its reader: it is asked for in a language, for people or for machines, and then shown."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.output import Showing
from coopdb.cli.questions import answer
from coopdb.cli.streams import screen
from coopdb.errors import ExitCode
from coopdb.query.filters import Filters
from coopdb.store.files.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdb.api import Answer, Records
    from coopdb.render.formats import Room

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

    def show_ledger(self, format: str | None, ask: "Callable[..., Answer]", **options: Any) -> ExitCode:  # noqa: A002  # as the option is called
        """Ask for a ledger, by a method of `Records` and its options, and print it."""
        from coopdb.render.formats import format_named, formats, is_machine

        chosen = format or self.showing.format_of_ending(LEDGERS, self._plain_format())
        language = None if is_machine(chosen, *LEDGERS) else self.language.of(self.repository)
        found = ask(self._records(chosen), language=language, filters=self.filters, **options)
        if chosen in formats("tables"):
            self.showing.show(found.table, chosen, LEDGERS)
        else:
            self.showing.show_text(found.report, format_named(chosen, "ledgers"))
        return ExitCode.FINE

    def _plain_format(self) -> str:
        """Choose a table, but paragraphs for a terminal in which the columns of a ledger would be too narrow."""
        shown = screen()
        has_choice = self.showing.header and not self.showing.columns
        return "text" if shown.is_fitted and shown.width < _NARROW and has_choice else "table"

    def show_report(
        self,
        format: str | None,  # noqa: A002  # the same
        ask: "Callable[..., Answer]",
        *subjects: str,
        rooms: "tuple[Room, ...]" = REPORTS,
        **options: Any,
    ) -> ExitCode:
        """Ask for a report that is read, by a method of `Records`, and print it in a format of some rooms."""
        from coopdb.render.formats import format_named, is_machine

        chosen = format or self.showing.format_of_ending(rooms, "text")
        language = "en" if is_machine(chosen, *rooms) else self.language.of(self.repository)
        found = ask(self._records(chosen), *subjects, language=language, filters=self.filters, **options)
        self.showing.show_text(found.report, format_named(chosen, *rooms))
        return ExitCode.FINE

    def _records(self, format: str) -> "Records":  # noqa: A002  # the same
        from coopdb.api import Records

        return Records(partial(answer, self.repository), self.repository, has_pictures=format == "html")
