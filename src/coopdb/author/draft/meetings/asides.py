"""Sentences about other meetings than the one that a text is about: somebody had met before, or will receive later."""

from functools import cache, cached_property
from itertools import product

from coopdb.author.draft.meetings.status import plans
from coopdb.author.draft.telling.another_time import Time, had_been, speaks_of
from coopdb.author.draft.text.quotes import find_quotes
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.text.text import LEAD, Passage
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.word_list import WordList
from coopdb.text import fold


class Asides:
    """Tells the asides of one article; what is to come is none where the text begins with what is to come."""

    def __init__(self, wording: Phrasing) -> None:
        """Take the phrases of the article."""
        self._wording, self._article = wording, wording.article
        self._known: dict[Passage, bool] = {}

    def has(self, sentence: Passage) -> bool:
        """Tell what somebody says in his own words, what was before, and what will be."""
        if sentence not in self._known:
            is_said = self._quotes.cover(sentence.start + 1)
            self._known[sentence] = is_said or self._was_before(sentence) or self._is_to_come(sentence)
        return self._known[sentence]

    def _was_before(self, sentence: Passage) -> bool:
        """Tell what was before: they had met; the visit comes after that of somebody else."""
        folded, language = self._article.folded(sentence), self._wording.language
        if sentence.rank > LEAD and self._is_of_now and _is_of_days_ago(folded, language):
            return True
        return had_been(folded, language) or speaks_of(folded, Time.EARLIER_VISIT, language=language)

    @cached_property
    def _is_of_now(self) -> bool:
        """Tell a text that does not begin with days ago."""
        language = self._wording.language
        return not any(_is_of_days_ago(self._article.folded(each), language) for each in self._wording.opening)

    def _is_to_come(self, sentence: Passage) -> bool:
        return self._is_held and any(plans(self._wording, sentence))

    @cached_property
    def _quotes(self) -> Stretches:
        return Stretches(find_quotes(self._article))

    @cached_property
    def _is_held(self) -> bool:
        """Tell a text that does not begin with a meeting that is to come."""
        return not any(any(plans(self._wording, each)) for each in self._wording.opening)


def _is_of_days_ago(folded: str, language: str | None) -> bool:
    """Tell folded words of last week, or of a weekday that is called the last: am vergangenen Freitag."""
    return _last_days(language).is_in(folded) or cues.word_list("earlier_days", language).is_in(folded)


@cache
def _last_days(language: str | None) -> WordList:
    """Return the weekdays with a word for last beside them, in the order of any language."""
    pairs = product(map(fold, telling_words.weekdays()), telling_words.of_language("last", language))
    return WordList(each for day, last in pairs for each in (f"{last} {day}", f"{day} {last}"))
