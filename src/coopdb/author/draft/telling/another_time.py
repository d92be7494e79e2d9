"""Whether words speak of another time than that of the meeting, and of which: before it, long before it, or to come."""

from collections.abc import Iterator
from enum import Enum

from coopdb.author.draft.words import cues, telling_words


class Time(Enum):
    """A time other than that of the meeting, by the list of words that speak of it."""

    BEFORE = "before"  # previously, the day before; and what names an earlier meeting
    EARLIER_MEETING = "earlier_meetings"  # the last session, as recalled: in a lead, too, surer than words of time
    EARLIER_VISIT = "visit_before"  # follows a visit of: who made it was not there
    LONG_BEFORE = "long_before"  # last month; and what is a year before
    YEAR_BEFORE = "a_year_before"  # last year, two years ago
    TO_COME = "to_be_held"  # will be held, scheduled, next


BEFORE_OR_TO_COME = (Time.BEFORE, Time.EARLIER_VISIT, Time.YEAR_BEFORE, Time.TO_COME)


def find_times(text: str, *times: Time, language: str | None = None) -> Iterator[tuple[int, int]]:
    """Yield where folded text has words for some times, one time after the other: those of all languages, or of one."""
    for each in times:
        yield from cues.word_list(each.value, language).find(text)


def speaks_of(text: str, *times: Time, language: str | None = None) -> bool:
    """Tell whether folded text has any words for one of some times."""
    return next(find_times(text, *times, language=language), None) is not None


def had_been(text: str, language: str | None) -> bool:
    """Tell whether the verb of folded text says that something had been before: had met, aveva ricevuto, avait dit."""
    if next(telling_words.finder("had_been", language)(text.strip()), None) is not None:
        return True
    return is_in_pluperfect(text, language)


def is_in_pluperfect(text: str, language: str | None) -> bool:
    """Tell folded text that says only what had been, and not what somebody says that it had been: a dit qu'il avait."""
    had = cues.word_list("pluperfect", language).first(text) if language else None
    if had is None or cues.word_list("took_place", language).is_in(text):
        return False
    before = text[: had[0]].strip()
    is_reported = next(telling_words.finder("reports", language)(before), None) is not None
    return not is_reported or telling_words.of_language("that", language).isdisjoint(before.split())
