"""The day of a text that the parties issued themselves, a joint statement: it bears the day on which it is issued."""

from collections.abc import Iterator, Sequence
from datetime import date

from coopdb.author.draft.days.dates import Dated
from coopdb.author.draft.days.relative import RULE as RELATIVE
from coopdb.author.draft.names.alliances import named_groups
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.parties.several import speak_together
from coopdb.author.draft.text.text import LEAD
from coopdb.author.draft.text.wording import Phrasing

_OF_LEADERS = ("of_leaders", "heads_of_state", "heads_of_government", "official_visit", "bilateral_summit")
_RECENT = 31  # days before it is issued that the talks which it tells of may be


def find_issued(names: Names, wording: Phrasing, dates: Sequence[Dated], known: str | None) -> Dated | None:
    """Return the day that the first sentences of a joint statement give, the likeliest of `dates`, else of its issue.

    What else a statement says of days is of what was before, or will be.
    """
    if not is_issued(names, wording):
        return None
    told = next(_near(wording, dates, known), None)
    if told or known is None or not _is_of_that_day(wording, dates, known):
        return told
    title = wording.opening[0]
    return Dated(known, None, None, title.start, title.end, "day on which a joint statement was issued")


def _is_of_that_day(wording: Phrasing, dates: Sequence[Dated], known: str) -> bool:
    """Tell a statement that says today, or that leaders made: others may be issued later than what they tell of."""
    is_today = any(each.first == known and each.rule == RELATIVE for each in dates)
    return is_today or any(wording.says(each, *_OF_LEADERS) for each in wording.titles)


def is_issued(names: Names, wording: Phrasing) -> bool:
    """Tell a statement of two or more from a report: it, or its title, says so, and names two or that it is joint."""
    titles = wording.titles
    if speak_together(names, wording) or any(wording.says(each, "issued_jointly") for each in titles):
        return True
    if not any(wording.says(each, "issued") for each in titles):
        return False
    grouped = {each.keys[0] for each in named_groups(names, None) if any(each.start < one.end for one in titles)}
    return len(grouped.union(*(_parties(names, each.start, each.end) for each in titles))) >= TWO_SIDES


def _parties(names: Names, start: int, end: int) -> Iterator[str]:
    yield from (each.keys[0] for each in names.beginning(start, end) if each.kind != "city")


def _near(wording: Phrasing, dates: Sequence[Dated], known: str | None) -> Iterator[Dated]:
    """Yield the whole days of the first sentences that are not long before the day of issue, and not to come."""
    for each in dates:
        if each.day and not each.others and each.fits and _is_recent(each.day, known):
            sentence = wording.article.sentence_at(each.start)
            if wording.opens(sentence) or (sentence.rank == LEAD and wording.says(sentence, "took_place")):
                yield each


def _is_recent(day: date, known: str | None) -> bool:
    return known is None or 0 <= (date.fromisoformat(known) - day).days <= _RECENT
