"""The same day as another that a text gives, or the one after it: arrived on Monday. The next day she met him."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from coopdb.author.draft.days.dates import Dated, dates_within
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues
from coopdb.record.dates import day_away

RULE = "counted from another day"
_AWAY = {"same_day": 0, "day_after": 1}
_TO_DAY = 30  # characters behind the words in which the day itself may be told: the next day, 9 October


def find_next_days(
    article: Article, language: str | None, days: Sequence[Dated]
) -> Iterator[tuple[Dated, Dated | None]]:
    """Yield the days that a sentence or the one before it gives, each with that which words count from it.

    There is none where a date tells it.
    """
    ordered = sorted(days, key=attrgetter("start"))
    before: Passage | None = None
    for sentence in article.sentences if ordered else ():
        for start, end, away in _counted(article, language, sentence):
            near = dates_within(ordered, before.start if before else sentence.start, start)
            day = near[-1].day if near and not near[-1].last else None
            if after := day_away(day, away) if day else None:
                is_told = bool(dates_within(ordered, start, end + _TO_DAY))
                yield near[-1], None if is_told else Dated(after.isoformat(), None, None, start, end, RULE)
        before = sentence


def _counted(article: Article, language: str | None, sentence: Passage) -> Iterator[tuple[int, int, int]]:
    for name, away in _AWAY.items():
        for start, end in places_in(article, sentence, cues.word_list(name, language)):
            yield start, end, away
