"""Whether a sentence is about the days of the meeting, or only about other ones."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coopdb.author.draft.days.dates import Dated, dates_within
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import telling_words
from coopdb.record.dates import at_most_days_away, whole_day

_MONTH = 7  # letters of YYYY-MM
_TO_DAY = 12  # characters between a place and its day
_YEAR, _OLDEST = 4, "1899"  # letters of YYYY, and what no year is before
_NEAR, _FEW = 40, 3  # characters and words behind a place in which a year is that of the place
_TWO = 2  # words behind a place: in, and a month
_WEEK = 7  # days before and after a meeting of which a sentence may be about it
_RECENT = 45  # days before the publication that a meeting may be, where its day is not known


class Timing(NamedTuple):
    """All dates that a text gives, in order, and the first and the last month in which the meeting may be, if known.

    `days`: the first and the last day of the meeting, where they are certain.
    """

    dates: tuple[Dated, ...]
    first: str = ""
    last: str = "9999-12"
    days: tuple[str, str] | None = None

    def within(self, low: int, high: int) -> tuple[Dated, ...]:
        """Return the dates that begin in a part of the text."""
        return dates_within(self.dates, low, high)

    def is_other(self, sentence: Passage) -> bool:
        """Tell a sentence whose dates are all of other months."""
        here = self.within(sentence.start, sentence.end)
        return bool(here) and not any(
            each.first[:_MONTH] <= self.last and self.first <= (each.last or each.first)[:_MONTH] for each in here
        )

    def is_other_year(self, end: int, article: Article) -> bool:
        """Tell a place with a year of its own right behind it, before that of the meeting: in Oslo in 2019."""
        behind = [each.folded for each in article.words_in(end, end + _NEAR)[:_FEW]]
        first = self.first[:_YEAR]
        return any(word.isdigit() and len(word) == _YEAR and _OLDEST < word < first for word in behind)

    def is_other_month(self, end: int, article: Article) -> bool:
        """Tell a place with another month than that of the meeting right behind it: visited Oslo in May."""
        if self.days is None:
            return False
        behind = article.words_in(end, end + _NEAR)[:_TWO]
        named = [telling_words.months().get(each.folded, 0) for each in behind]
        month = next((each for each in named[1:] if each), 0)
        return month > 0 and not any(int(day[_YEAR + 1 : _MONTH]) == month for day in self.days)

    def is_beside_other(self, start: int, end: int, sentence: Passage) -> bool:
        """Tell a place beside which another day than that of the meeting stands: signed in Oslo on 3 March 2023."""
        around = self.within(sentence.start, min(sentence.end, end + _TO_DAY + 1))
        beside = [each for each in around if 0 <= each.start - end <= _TO_DAY or 0 <= start - each.end <= _TO_DAY]
        near = min(beside, key=lambda each: min(abs(each.start - end), abs(start - each.end)), default=None)
        if near is None or self.days is None:
            return False
        return not (near.first <= self.days[1] and self.days[0] <= (near.last or f"{near.first}-99"))

    def is_other_day(self, sentence: Passage) -> bool:
        """Tell a sentence whose dates are all other days than those of the meeting."""
        here = self.within(sentence.start, sentence.end)
        if self.days is None or not here:
            return self.is_other(sentence)
        first, last = self.days
        return not any(each.first <= last and first <= (each.last or f"{each.first}-99") for each in here)

    def is_far(self, sentence: Passage) -> bool:
        """Tell a sentence whose dates are all more than a week from the meeting, or, with no day known, not recent."""
        if self.days is None:
            return self.is_other(sentence)
        first = date.fromisoformat(self.days[0])
        last = whole_day(self.days[1]) or first
        low, high = (each.isoformat() for each in (at_most_days_away(first, -_WEEK), at_most_days_away(last, _WEEK)))
        here = self.within(sentence.start, sentence.end)
        return bool(here) and not any(each.first <= high and low <= (each.last or f"{each.first}-99") for each in here)


def find_timing(dates: Sequence[Dated], when: Dated | None, published: str | None) -> Timing:
    """Tell when a meeting may be: on its day, or, where that is not certain, just before the publication or later."""
    if when:
        last = when.last or when.first
        days = (when.first, last) if when.day else None
        return Timing(tuple(dates), when.first[:_MONTH], last[:_MONTH], days)
    if published:
        recent = at_most_days_away(date.fromisoformat(published), -_RECENT)
        return Timing(tuple(dates), recent.isoformat()[:_MONTH])
    return Timing(tuple(dates))
