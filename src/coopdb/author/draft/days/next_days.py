"""The day after another that a text gives: arrived on Monday. The next day she met him."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from coopdb.author.draft.days.dates import Dated, dates_within
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues
from coopdb.record.dates import day_away

RULE = "day after another"
_TO_DAY = 30  # characters behind the words in which the day itself may be told: the next day, 9 October


def find_next_days(
    article: Article, language: str | None, days: Sequence[Dated]
) -> Iterator[tuple[Dated, Dated | None]]:
    """Yield the days that a sentence or the one before it gives, each with the one after it, where no date tells it."""
    phrases = cues.word_list("day_after", language)
    ordered = sorted(days, key=attrgetter("start"))
    before: Passage | None = None
    for sentence in article.sentences if ordered else ():
        for start, end in places_in(article, sentence, phrases):
            near = dates_within(ordered, before.start if before else sentence.start, start)
            day = near[-1].day if near and not near[-1].last else None
            if after := day_away(day, 1) if day else None:
                is_told = bool(dates_within(ordered, start, end + _TO_DAY))
                yield near[-1], None if is_told else Dated(after.isoformat(), None, None, start, end, RULE)
        before = sentence
