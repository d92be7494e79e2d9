"""The reports of the public face: what became of what was agreed, as of a day (docs/reports.md).

The day is `on`, today if not given; other keyword arguments are filters, as for `meetings`.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from coopdb.api.answers import Answer
from coopdb.api.wanted import filters_of
from coopdb.errors import StopError, usage_error
from coopdb.query.filters import Filters, whole_day
from coopdb.query.form import check_choice, check_number
from coopdb.record.values import EXPIRING, Language
from coopdb.store.files.configuration import home_of, title_of
from coopdb.store.files.repository import Repository

if TYPE_CHECKING:
    from coopdb.query.selection import Selection
    from coopdb.report.ledger import Ledger
    from coopdb.report.parties import Subject
    from coopdb.report.report import Report
    from coopdb.report.wording import Wording
    from coopdb.store.star.engine import Star

    LedgerQuestion = Callable[[Star, Selection, Wording], Ledger]
    ReportQuestion = Callable[[Star, Selection, Wording], Report]


class Reports:
    """The reports of some records.

    Ledgers (`commitments`, `documents`, `agenda`, `silences`) have a row a line: keys, codes and days as in CSV, or,
    with a `language`, names and words as people read them. Others have a row an item, in the words of a language.
    """

    def __init__(
        self,
        answer: Callable[[Callable[["Star"], Any]], Any],
        repository: Repository | None = None,
        *,
        has_pictures: bool = False,
    ) -> None:
        """Put questions with `answer`; without a `repository` there is nothing to validate or to compare.

        Reports have their timelines where they are to have pictures.
        """
        self._answer = answer
        self._repository = repository
        self._has_pictures = has_pictures

    def commitments(
        self,
        *,
        all: bool = False,  # noqa: A002  # as the option is called
        overdue: bool = False,
        due_before: date | str | None = None,
        language: Language | None = None,
        filters: Filters | None = None,
        **wanted: Any,
    ) -> Answer:
        """List what was promised, the overdue first: the open, `all`, only the `overdue`, or those due before a day."""
        from coopdb.report.commitments import CommitmentOptions, commitments

        before = None if due_before is None else whole_day(str(due_before), "--due-before")
        options = CommitmentOptions(all, overdue, before)
        return self._ledger(partial(commitments, options=options), language, filters or filters_of(wanted))

    def documents(
        self,
        *,
        expiring: int = EXPIRING,
        language: Language | None = None,
        filters: Filters | None = None,
        **wanted: Any,
    ) -> Answer:
        """List what was signed, and its state; a document that expires within so many days is expiring."""
        from coopdb.report.documents import documents

        question = partial(documents, expiring=expiring)
        return self._ledger(question, language, filters or filters_of(wanted), expiring)

    def agenda(self, *, language: Language | None = None, filters: Filters | None = None, **wanted: Any) -> Answer:
        """List what comes, in order of days."""
        from coopdb.report.agenda import agenda

        return self._ledger(agenda, language, filters or filters_of(wanted))

    def silences(
        self,
        *,
        all: bool = False,  # noqa: A002  # the same
        months: int = 24,
        language: Language | None = None,
        filters: Filters | None = None,
        **wanted: Any,
    ) -> Answer:
        """List what does not come, or `all` that could be late; two meetings are late after so many months."""
        from coopdb.report.silences import SilenceOptions, silences

        check_number("months", months)
        question = partial(silences, options=SilenceOptions(all, months))
        return self._ledger(question, language, filters or filters_of(wanted))

    def brief(
        self,
        *parties: str,
        objectives: bool = False,
        language: Language = "en",
        filters: Filters | None = None,
        **wanted: Any,
    ) -> Answer:
        """Tell on one page what to know of a party, of two, or of a `series`; `objectives` leaves lines for them."""
        from coopdb.report.brief import brief

        question = partial(brief, has_objectives=objectives)
        return self._about(parties, question, language, filters or filters_of(wanted))

    def progress(
        self, *parties: str, language: Language = "en", filters: Filters | None = None, **wanted: Any
    ) -> Answer:
        """Tell the way of topics of a party, of two, or of a `series`."""
        from coopdb.report.progress import progress

        return self._about(parties, progress, language, filters or filters_of(wanted))

    def digest(
        self, since: date | str, *, language: Language = "en", filters: Filters | None = None, **wanted: Any
    ) -> Answer:
        """Tell what happened since a day."""
        from coopdb.report.digest import digest

        first, asked = whole_day(str(since), "--since").isoformat(), filters or filters_of(wanted)
        if first > asked.day:
            raise usage_error(f"`--since {first}` is later than `--on {asked.day}`", "exchange the two")
        title = title_of(self._repository) if self._repository else ""

        def question(star: "Star", selection: "Selection", wording: "Wording") -> "Report":
            return digest(star, selection, wording, first)._replace(collection=title)

        return self._report(question, language, asked._replace(since=None))

    def diff(self, span: str = "", *, language: Language = "en") -> Answer:
        """Tell what a change means: `span` is as for `coopdb diff`, the working tree against HEAD if not given."""
        from coopdb.report.change_report import change_report
        from coopdb.report.difference import difference
        from coopdb.store.files.versions import read_versions

        if self._repository is None:
            raise StopError("an export has no versions", "open the repository that it was made of")
        check_choice("language", language, Language)
        is_public = self._repository.is_public
        found = difference(read_versions(self._repository, span), language, is_public=is_public)
        return _read(change_report(found, language, date.today().isoformat(), is_public=is_public))

    def _about(
        self,
        parties: tuple[str, ...],
        report: "Callable[[Star, Selection, Wording, Subject], Report]",
        language: Language,
        filters: Filters,
    ) -> Answer:
        """Ask for a report on the parties, or on the series that the filters name."""
        home = (self._repository and home_of(self._repository)) or ""

        def question(star: "Star", selection: "Selection", wording: "Wording") -> "Report":
            from coopdb.report.parties import find_subject

            return report(star, selection, wording, find_subject(star, parties, filters.values.get("series", ()), home))

        return self._report(question, language, filters)

    def _ledger(
        self, ledger: "LedgerQuestion", language: Language | None, filters: Filters, expiring: int = EXPIRING
    ) -> Answer:
        found: Ledger = self._put(ledger, language, filters, expiring)
        table = found.table
        return Answer(tuple(each.key for each in table.columns), table.rows, table.footer, table.document, table, found)

    def _report(self, report: "ReportQuestion", language: Language, filters: Filters) -> Answer:
        return _read(self._put(report, language, filters))

    def _put(
        self, report: Callable[..., Any], language: Language | None, filters: Filters, expiring: int = EXPIRING
    ) -> Any:
        """Put the question of a report, in a language or, without one, as programs read it."""
        check_choice("language", language, Language)
        asked = filters.for_reports()

        def question(star: "Star") -> Any:
            from coopdb.query.selection import select
            from coopdb.report.wording import Wording
            from coopdb.store.star.day import as_of

            star = as_of(star, asked.day, expiring)
            wording = Wording(star.vocabularies, language or "en", language is None, self._has_pictures)
            return report(star, select(asked, star), wording)

        return self._answer(question)


def _read(report: "Report") -> Answer:
    """Make the answer of a report that is read: a row an item, with the title and key of its section."""
    rows = tuple(
        (section.key, each.heading, each.text, each.records) for section in report.sections for each in section.items
    )
    columns = ("section", "heading", "text", "records")
    return Answer(columns, rows, (report.subtitle, *report.footer), report.document, report=report)
