"""What a sentence tells of beside a date: the meeting, something else, something to come, or an older document."""

from collections.abc import Sequence
from typing import NamedTuple

from coopdb.author.draft.telling.told_words import Told, words_that_tell
from coopdb.author.draft.telling.whose_day import (
    AND,
    MARKS,
    closes_clause,
    ends_stay,
    has_day,
    is_back,
    is_content,
    is_day_to_come,
    is_elsewhere,
    is_in_aside,
    is_told_of,
    keeps_day,
    says_what,
)
from coopdb.author.draft.text.text import LEAD, Article, Passage, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.text import fold

_WEAK = 6  # words that a visit is further away than a verb that tells of a meeting
_MARK = 3  # words that a comma counts for
_REACH, _REACH_LAST = 10, 15  # words between a verb and what makes it future, and where verbs stand last, or first
_PHRASE = 5  # words between a day and what it is the day of: said on Sunday during a visit
_DURING = 8  # words between a day and the visit that it is the day of: said to her on Sunday in Oslo during a visit
_BEHIND = 30  # characters behind a meeting in which it may be called one of last week
_OVER = 6  # words before a meeting that say that it is over: at the end of a long
_FAR = 15  # words beyond which something else says nothing of a day
_FAR_VISIT = 24  # words beyond which a mere visit says nothing of a day
_OUT = 80  # words beyond which a meeting says nothing of a day: in a long list


class Telling(NamedTuple):
    """What is told nearest to a place: `meeting`, `other`, `older` or nothing, how far away, whether to come.

    `is_ahead`: it is to come, or told in the present, which means days to come too: trifft am Freitag.
    `is_said`: nothing but that somebody said so.
    """

    kind: str = ""
    away: int = 0
    is_future: bool = False
    is_ahead: bool = False
    is_said: bool = False


class Teller:
    """Tells what the sentences of an article are about; each is looked through once."""

    def __init__(self, article: Article, language: str | None) -> None:
        self.article = article
        self.language = language
        self._known: dict[Passage, tuple[Told, ...]] = {}

    def at(self, start: int, end: int) -> Telling:
        """Tell what the sentence says of what stands from `start` to `end`."""
        found = self._cues(self.article.sentence_at(start))
        told = [each for each in found if each.kind != "future" and (each.end <= start or each.start >= end)]
        told = [each for each in told if not is_elsewhere(self.article, self.language, each, start)]
        behind = min((each.start for each in told if self._is_afterthought(each, end, told)), default=None)
        told = [each for each in told if behind is None or each.start < behind]
        told = [each for each in told if self._distance(each, start, end) <= self._reach(each)]
        near = min(told, key=lambda each: (self._distance(each, start, end), each.kind != "meeting"), default=None)
        if near and near.kind == "meeting" and near.start >= end:
            before = sorted(told, key=lambda each: each.start, reverse=True)
            near = next((each for each in before if self._leads_elsewhere(each, (start, end), near)), near)
        if near and near.kind == "report":
            near = next((each for each in told if self._is_owner(each, near, start, end)), near)
        if near and near.kind == "report":
            near = next((each for each in told if self._goes_on(each, near, (start, end))), near)
        if near and near.kind == "other":
            near = next((each for each in told if self._is_on_arrival(near, each, end, found)), near)
        near = next((each for each in told if self._follows_when(each, end)), near)
        near = next((each for each in told if near and keeps_day(self.article, self.language, each, near, start)), near)
        if near and self._is_of_what_will_be(near, start, found):
            near = next((each for each in told if self._is_what_will_be(each, end)), None)
        if near is None:
            return Telling()
        kind = "other" if near.kind == "report" or self._is_over(near, found, (start, end)) else near.kind
        is_future = near.is_future or (not near.is_after and self._is_future(found, near, start))
        is_future = is_future or is_day_to_come(self.article, self.language, found, near, (start, end))
        is_said = near.kind == "report" and not is_content(self.article, self.language, near, start)
        away = self._distance(near, start, end)
        return Telling(kind, away, is_future, is_future or near.is_present, is_said)

    def _is_over(self, near: Told, found: Sequence[Told], day: tuple[int, int]) -> bool:
        """Tell the day on which somebody is back from a visit, or ends it."""
        is_end = ends_stay(self.article, self.language, near, found, day)
        return is_end or is_back(self.article, self.language, near, day)

    def _reach(self, cue: Told) -> int:
        """Return how far from a day a word tells of it: a meeting further than a mere visit, or something else."""
        return _FAR_VISIT if cue.is_weak else _OUT if cue.kind == "meeting" else _FAR

    def _is_of_what_will_be(self, near: Told, start: int, found: Sequence[Told]) -> bool:
        """Tell the day of something to come behind a meeting: met before a report will be out on; not: to be held."""
        ahead = [each for each in found if each.kind == "future" and near.end <= each.start < start]
        ahead = [each for each in ahead if not is_in_aside(self.article, self.language, each, start)]
        if near.kind != "meeting" or not ahead:
            return False
        between = fold(self.article.plain[near.end : start])
        return near.is_past or not cues.word_list("announced", self.language).is_in(between)

    def _is_what_will_be(self, cue: Told, end: int) -> bool:
        """Tell a verb of a meeting behind a day that may be to come: wird am Montag … treffen."""
        return cue.kind == "meeting" and cue.start >= end and not (cue.is_past or cue.is_weak or cue.is_after)

    def _is_on_arrival(self, near: Told, cue: Told, end: int, found: Sequence[Told]) -> bool:
        """Tell a meeting behind the day of an arrival that has no day of its own: arrived on Tuesday and met, where."""
        said = fold(self.article.plain[near.start : near.end])
        is_arrival = near.is_arrival or said in telling_words.of_language("arrivals", self.language)
        if not is_arrival or cue.kind != "meeting":
            return False
        between = {each.folded for each in self.article.words_in(end, cue.start)}
        is_joined = not between.isdisjoint(cues.joined(self.language, "list_and", "where"))
        is_joined |= self.article.plain[cue.start] == AND
        is_behind = cue.start >= end and is_joined and self._words(end, cue.start) <= _FAR
        is_held = not (cue.is_future or cue.is_weak or self._is_future(found, cue, end))
        is_dated = not telling_words.day_words(self.language).isdisjoint(between)  # Nairobi, 12 May: arrived on Tuesday
        return is_behind and is_held and not is_dated and not self._is_dated_behind(cue)

    def _follows_when(self, cue: Told, end: int) -> bool:
        """Tell a meeting right behind a day and "when": on Friday, when he met."""
        if cue.kind != "meeting" or cue.start < end or self._words(end, cue.start) > 2 * _MARK:
            return False
        first = self.article.words_in(end, cue.start)[:1]
        return any(each.folded in telling_words.of_language("when", self.language) for each in first)

    def _is_afterthought(self, cue: Told, end: int, told: Sequence[Told]) -> bool:
        """Tell who says so, behind a comma: they will meet on Friday, the ministry said."""
        is_apart = cue.kind == "report" and any(mark in self.article.plain[end : cue.start] for mark in ",،")
        return is_apart and any(each.kind == "meeting" and each.end <= end for each in told)

    def _is_owner(self, cue: Told, report: Told, start: int, end: int) -> bool:
        """Tell a meeting that a day beside a report is of: met her on Monday and said, said that on Monday she met."""
        if report.start >= end and has_day(self.article, self.language, cue, start):
            return True
        return is_told_of(self.article, self.language, cue, report, (start, end))

    def _goes_on(self, cue: Told, report: Told, day: tuple[int, int]) -> bool:
        """Tell a meeting that a day is that of: said on Sunday during a visit; not that.

        Talks that are just over are told in what was said after them too, but for far down: said today that ties were
        good after a meeting with her.
        """
        end = day[1]
        if cue.kind != "meeting" or end > cue.start:
            return False
        between = self.article.words_in(end, cue.start)
        is_said = says_what(self.article, self.language, report, (*day, cue.start))
        if cue.is_after:
            is_below = self.article.sentence_at(cue.start).rank > LEAD
            return not ((is_said and is_below) or self._is_dated_behind(cue) or self._is_old(cue, end))
        is_close = self._words(end, cue.start) <= _PHRASE
        return not is_said and (is_close or (len(between) <= _DURING and self._is_during(between)))

    def _is_during(self, before: Sequence[Word]) -> bool:
        """Tell by the words before it that something was said during a meeting, or at one."""
        during = cues.joined(self.language, "in_talks", "on_the_visit")
        return any(each.folded in during for each in before[-_MARK:])

    def clause_start(self, start: int) -> int:
        """Return where the clause begins that says what was on a day or at a place: since the last talks, they met on.

        It is that of the verb before it, if a comma stands before who did so, else the sentence.
        """
        sentence = self.article.sentence_at(start)
        verbs = [each for each in self._cues(sentence) if each.end <= start and each.kind == "meeting"]
        verb = max((each.start for each in verbs if not each.is_weak), default=sentence.start)
        comma = max(self.article.plain.rfind(mark, sentence.start, verb) for mark in ",،")
        subject = self.article.words_in(comma + 1, verb) if comma >= 0 else ()
        is_main = bool(subject) and subject[0].folded not in telling_words.of_language("relatives", self.language)
        return comma + 1 if is_main else sentence.start

    def _is_dated_behind(self, cue: Told) -> bool:
        """Tell talks that have a day of their own: said on Tuesday after talks with her on Monday."""
        behind = [each.folded for each in self.article.words_in(cue.end, self.article.sentence_at(cue.start).end)]
        is_next = cues.word_list("day_after", self.language).is_in(" ".join(behind))
        return is_next or not telling_words.day_words(self.language).isdisjoint(behind)

    def _is_old(self, cue: Told, end: int) -> bool:
        """Tell talks that are not those just held: after last year's talks, after a meeting last week."""
        before = self.article.words_in(end, cue.start)[-_OVER:]
        around = (*before, *self.article.words_in(cue.end, cue.end + _BEHIND))
        return not telling_words.of_language("last", self.language).isdisjoint(each.folded for each in around)

    def _leads_elsewhere(self, cue: Told, day: tuple[int, int], meeting: Told) -> bool:
        """Tell what a day follows at once, arrived on Tuesday for talks, or on what day something was said, that."""
        start = day[0]
        if cue.end > start:
            return False
        where = telling_words.of_language("when", self.language)  # arrived on Monday, where she met him on Tuesday
        is_close = self._words(cue.end, start) <= 2 * _PHRASE
        is_close = is_close and where.isdisjoint(each.folded for each in self.article.words_in(cue.end, start))
        return (cue.kind == "other" and is_close) or (
            cue.kind == "report" and says_what(self.article, self.language, cue, (*day, meeting.start))
        )

    def _is_future(self, found: Sequence[Told], cue: Told, place: int) -> bool:
        """Tell a meeting behind a verb of what is to come, or before one right before its day: se tiendra jeudi."""
        if cue.is_past:
            return False
        is_last = bool(cues.spoken("receives_last", self.language))
        # wird sie in Oslo … treffen; من المقرر أن تصل الوزيرة … لإجراء
        is_apart = is_last or cues.has_trait(self.language, "verb_first")
        reach = _REACH_LAST if is_apart else _REACH
        said = [each for each in found if each.kind == "report"]
        return any(
            (
                each.end <= cue.start
                and self._words(each.end, cue.start) <= reach
                and not self._is_said_or_aside(each, cue, said)
            )
            or (cue.end <= each.start and each.end <= place and self._words(each.end, place) <= _MARK)
            or (is_last and cue.end <= each.start and closes_clause(self.article, self.language, cue, each))
            for each in found
            if each.kind == "future" or each.is_future
        )

    def _is_said_or_aside(self, auxiliary: Told, cue: Told, said: Sequence[Told]) -> bool:
        """Tell what will be that somebody said at a meeting, or that a relative clause tells of somebody.

        Norway will open a port, he said at talks; Berg, who will travel to Paris, spoke at talks.
        """
        plain = self.article.plain
        if any(
            auxiliary.end <= each.start < cue.start and not MARKS.search(plain, each.end, cue.start) for each in said
        ):
            return True
        return is_in_aside(self.article, self.language, auxiliary, cue.start)

    def _distance(self, cue: Told, start: int, end: int) -> int:
        low, high = (cue.end, start) if cue.end <= start else (end, cue.start)
        return self._words(low, high) + (_WEAK if cue.is_weak else 0)

    def _words(self, low: int, high: int) -> int:
        """Count the words between two places; a comma counts for several."""
        return len(self.article.words_in(low, high)) + _MARK * len(MARKS.findall(self.article.plain, low, high))

    def _cues(self, sentence: Passage) -> tuple[Told, ...]:
        if sentence not in self._known:
            self._known[sentence] = tuple(words_that_tell(self.article, sentence, self.language))
        return self._known[sentence]
