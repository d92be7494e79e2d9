"""Puts a question so that its table is worded in a language: for people, never for programs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.output import Showing
from coopdb.cli.questions import QuestionSource

if TYPE_CHECKING:
    from coopdb.render.formats import Room
    from coopdb.store.star.engine import Star

Put = Callable[[Callable[["Star"], Any]], Any]


def worded(
    source: QuestionSource,
    language: ReportLanguage,
    showing: Showing,
    format: str | None,  # noqa: A002  # as the option is called
    rooms: "tuple[Room, ...]",
) -> Put:
    """Return what puts a question to a source, and words the table that answers it."""
    from coopdb.render.formats import is_machine

    chosen = language.of_place(source.place)
    if chosen == "en" or is_machine(format or showing.format_of_ending(rooms), *rooms):
        return source.answer

    def put(question: Callable[["Star"], Any]) -> Any:
        def answered(star: "Star") -> Any:
            from coopdb.report.table_words import table_words
            from coopdb.report.wording import Wording
            from coopdb.vocabulary.spoken import spoken

            table = question(star._replace(words=lambda: spoken(star.vocabularies, chosen)))
            return table_words(table, Wording(star.vocabularies, chosen))

        return source.answer(answered)

    return put
