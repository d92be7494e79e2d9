"""Tells somebody who took part from somebody who is only talked about, asked, or heard of it."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache, cached_property

from coopdb.author.draft.days.timing import Timing
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.officials.spoken_of import SpokenOf
from coopdb.author.draft.telling.another_time import Time, find_times, is_in_pluperfect, speaks_of
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.text import BODY, LEAD, TITLE, Passage, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.parted_verbs import parted
from coopdb.pattern import pattern
from coopdb.record.dates import at_most_days_away
from coopdb.text import fold

_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_REACH = 16  # characters before somebody that say that they are only spoken of: said that the president
_CLAUSE = 80  # characters behind somebody in which it may stand when they are expected
_CLAUSE_WORDS = 14  # words between the parts of a verb: وكان رئيس الحكومة المكلف فلان قد بدأ
_ANNOUNCED = 5  # words from the comma to who announces: confirmó ayer el
_RECENT = 60  # days before the publication of a year that is not over long ago
_DAY = pattern(r"\d\d?")
_BEGINNING = 6  # words of a sentence that may say when it was
_HEAD = 4  # words of a sentence among which a year is its time
_APART = 2  # words between somebody and what says that they did not: of Kenya
_DENIAL = 40  # characters behind somebody that say that they did not meet
_OWNER = 60  # characters before an office that may say whose it is: Handwerkskammer-Präsident, Business Council chief


class Presence:
    """Tells of one article who was there."""

    def __init__(self, names: Names, said: Sequence[Said], timing: Timing, published: date | None = None) -> None:
        """Take the days of the meeting, and that of the publication."""
        self._article, self._language, self._timing = names.article, names.language, timing
        self._teller, self._spoken_of = Teller(names.article, names.language), SpokenOf(names)
        self._this_year = at_most_days_away(published, -_RECENT).year if published else 0
        self._is_verb_first = cues.has_trait(names.language, "verb_first")
        self._holders = Counter(each.sentence for each in said if each.person.role)

    def was_there(self, said: Said) -> bool:
        """Tell somebody who took part, by the sentence that names them."""
        if self._was_absent(said):
            return False
        article = self._article
        is_told = article.says(said.sentence, "may_meet")
        is_bare = said.person.is_surname and self._holders[said.sentence] == 1  # as President Kibet said
        if said.sentence.rank == TITLE or (said.sentence.rank == LEAD and not is_bare):
            return True
        near = said.person.whole_start
        if article.says(said.sentence, "interviews") or _is_said(article.plain[max(near - _REACH, 0) : near]):
            return False
        return is_told or article.says(said.sentence, "attending")

    def _was_absent(self, said: Said) -> bool:
        """Tell somebody of whom the sentence says, or who is only told of in such a way, that they were not there."""
        is_told = self._article.says(said.sentence, "may_meet")
        is_below = said.sentence.rank != TITLE
        return (
            said.person.is_absent
            or self._is_denied(said)
            or self._is_of_visit_before(said)
            or (is_told and self._is_of_earlier(said))
            or self._is_of_last_year(said)
            or self._is_in_pluperfect(said.sentence)
            or (said.sentence.rank == BODY and self._is_of_other_month(said.sentence))
            or (is_below and (self._only_reacts(said) or self._only_announces(said) or self._is_awaited(said)))
            or cues.word_list("bylines").at_start(self._article.folded(said.sentence).strip()) != ""
            or self._spoken_of.has(said)
            or self._is_of_other_day(said)
        )

    def _is_awaited(self, said: Said) -> bool:
        """Tell somebody who was not there yet: the president, who is only expected on Friday."""
        behind = self._article.plain[said.person.end : min(said.person.end + _CLAUSE, said.sentence.end)]
        is_told = said.sentence.rank == BODY and _who().match(behind) is not None
        return is_told and cues.word_list("expected_later").is_in(f" {fold(behind)} ")

    def _is_denied(self, said: Said) -> bool:
        """Tell somebody who did not meet, or stayed away: President Ruiz did not receive the guest; لم يحضر الوزير."""
        plain, first, last = self._article.plain, said.person.whole_start, said.person.whole_end
        behind = fold(plain[last : min(last + _DENIAL, said.sentence.end)])
        denial = cues.joined_list(self._language, "did_not", "stayed_away").first(behind)
        if denial is not None and behind.count(" ", 0, denial[0]) <= _APART:
            return True
        before = fold(plain[max(first - _DENIAL, said.sentence.start) : first]) if self._is_verb_first else ""
        return any(end == len(before) for _, end in cues.word_list("stayed_away", self._language).find(before))

    def _is_of_visit_before(self, said: Said) -> bool:
        """Tell somebody of a visit that this one comes after: it follows a visit of President Ruiz to Oslo in March."""
        if said.sentence.rank == TITLE:
            return False
        plain = self._article.plain[said.sentence.start : min(said.person.start, said.person.role_start)]
        before = fold(plain)
        if "," in plain and cues.word_list("visit_before", self._language).at_start(before):
            return False  # after the visit of the minister, she met him
        is_home = cues.word_list("comes_home", self._language).is_in(before)  # عاد بعد زيارة إلى
        return not is_home and speaks_of(before, Time.EARLIER_VISIT, language=self._language)

    def _only_reacts(self, said: Said) -> bool:
        """Tell somebody alone in a sentence who criticises, or who stands for no government."""
        if self._holders[said.sentence] > 1:
            return False
        return self._article.says(said.sentence, "reactions") or self._is_private(said)

    def _only_announces(self, said: Said) -> bool:
        """Tell who only said, behind a comma, that others will meet: se reunirá con Ruiz, confirmó Novak."""
        near = said.person.whole_start
        before = self._article.plain[said.sentence.start : near].rpartition(",")
        if not before[1] or len(words := fold(before[2]).split()) > _ANNOUNCED:
            return False
        is_said = next(telling_words.finder("reports", self._language)(" ".join(words)), None) is not None
        return is_said and cues.word_list("announced", self._language).is_in(f" {fold(before[0])} ")

    def _is_private(self, said: Said) -> bool:
        """Tell the office of an association or a firm: Business Council chief executive."""
        start = max(said.sentence.start, said.person.role_start - _OWNER)
        words = fold(self._article.plain[start : said.person.role_end])
        last = [end for _, end in cues.word_list("private_bodies").find(words)]
        return bool(said.person.role) and bool(last) and len(words[last[-1] :].split()) <= len(said.person.role.split())

    def _is_of_earlier(self, said: Said) -> bool:
        """Tell a sentence about years before the first that the text names, or of the publication: who met in 2017.

        Behind the first sentence of the lead such a year stands at the head, and no day of now: in 1962 Queen Maja met
        the president; not: under the 2021 memorandum, she met him on Monday.
        """
        plain, sentence = self._article.plain, said.sentence
        years = [int(found[0]) for found in _YEAR.finditer(plain, sentence.start, sentence.end)]
        first = _YEAR.search(plain) if years else None  # which is soon found where the sentence has one
        is_behind = sentence.rank == LEAD and self._article.sentence_number(sentence.start) > len(self._article.titles)
        is_dated = is_behind and self._begins_with_year(sentence)
        is_old = (sentence.rank == BODY or is_dated) and bool(years) and max(years) < self._this_year
        return is_old or (first is not None and max(years) < int(first[0]))

    def _begins_with_year(self, sentence: Passage) -> bool:
        """Tell a sentence that begins with a year, and tells of no weekday and no today: im Jahr 2017 traf er."""
        words = [each.folded for each in self._article.words_in(sentence.start, sentence.end)]
        head = words[: next((n for n, each in enumerate(words) if _YEAR.fullmatch(each)), _HEAD)]
        small = cues.joined(self._language, "common", "locatives")
        is_time = 0 < len(head) < _HEAD and all(each in small for each in head[:-1])  # im Jahr; not: under the
        return is_time and telling_words.day_words(self._language).isdisjoint(words)

    def _is_in_pluperfect(self, sentence: Passage) -> bool:
        """Tell a sentence below the first that says only what had been: avait accusé son homologue."""
        is_first = self._article.sentence_number(sentence.start) <= len(self._article.titles)
        folded = "" if is_first else self._article.folded(sentence)
        is_parted = any(True for _ in parted(folded.split(), "parted_before", self._language, _CLAUSE_WORDS))
        is_alone = self._holders[sentence] == 1  # not: كان قد التقى الرئيس نظيره
        is_older = is_in_pluperfect(folded, self._language) or (is_alone and is_parted)
        return self._language is not None and is_older

    def _is_of_other_month(self, sentence: Passage) -> bool:
        """Tell a sentence that begins with a month alone, where title or lead tell a day of another: in November."""
        found = self._months(self._article.words_in(sentence.start, sentence.end)[:_BEGINNING])
        return bool(found and self._dated) and not any(has_day or month in self._dated for month, has_day in found)

    @cached_property
    def _dated(self) -> frozenset[int]:
        """The months of the days that title and lead tell."""
        near = (each for each in self._article.paragraphs if each.rank <= LEAD)
        words = (self._article.words_in(each.start, each.end) for each in near)
        return frozenset(month for each in words for month, has_day in self._months(each) if has_day)

    def _months(self, words: Sequence[Word]) -> list[tuple[int, bool]]:
        """Return the months that words name, each with whether the number of a day stands beside it."""
        return [
            (month, _has_day(words, number))
            for number, word in enumerate(words)
            if (month := self._month(word, is_first=number == 0))
        ]

    def _month(self, word: Word, *, is_first: bool) -> int:
        """Return which month a word is the whole name of, or 0; a sentence may begin with may."""
        month = telling_words.month_names(self._language).get(word.folded, 0)
        is_verb = word.folded in ("may", "march") and (is_first or self._article.plain[word.start].islower())
        return 0 if is_verb else month

    def _is_of_last_year(self, said: Said) -> bool:
        """Tell a sentence of last year that is not told of somebody's own life: Lund, who was elected last year."""
        found = next(find_times(self._article.folded(said.sentence).strip(), Time.YEAR_BEFORE), None)
        if found is None or (said.sentence.rank != BODY and found[0] > 0):  # a lead about last year begins with it
            return False
        behind = self._article.plain[said.person.end : said.sentence.end]
        return _who().match(behind) is None

    def _is_of_other_day(self, said: Said) -> bool:
        """Tell a sentence far down about a meeting of other days, not told of somebody's own life."""
        sentence = said.sentence
        if sentence.rank != BODY or not self._timing.is_far(sentence):
            return False
        day = self._timing.within(sentence.start, sentence.end)[0]
        is_life = day.start > said.person.end and _who().match(self._article.plain, said.person.end, sentence.end)
        return not is_life and self._teller.at(day.start, day.end).kind in ("meeting", "older")


def _has_day(words: Sequence[Word], number: int) -> bool:
    """Tell whether a month has the number of a day beside it: 18 June, June 18, 18 de junho."""
    is_linked = number > 1 and words[number - 1].folded in telling_words.words("of_dates")
    beside = words[max(number - 1 - is_linked, 0) : number + 2]
    return any(_DAY.fullmatch(each.folded) for each in beside)


def _is_said(before: str) -> bool:
    """Tell the words before somebody of whom others speak: said that the president."""
    words = fold(before).split()
    while words and words[-1] in cues.spoken("articles"):
        words.pop()
    return not telling_words.words("that").isdisjoint(words[-1:])


@cache
def _who() -> re.Pattern[str]:
    """Return what matches how a clause about somebody begins behind the name."""
    who = cues.either("who")
    return re.compile(rf",?\s*{who}\b")
