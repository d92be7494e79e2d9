"""What a sentence tells of beside a date: the meeting, something else, something to come, or an older document."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from coopdb.author.draft import cues, telling_words
from coopdb.author.draft.name_forms import is_office
from coopdb.author.draft.parted_verbs import parted
from coopdb.author.draft.phrases import FoldedWords
from coopdb.author.draft.text import LEAD, TITLE, Article, Passage, Word

_WEAK = 6  # words that a visit is further away than a verb that tells of a meeting
_MARK = 3  # words that a comma counts for
_MARKS = re.compile(r"[,;:()،؛–]")
_TO_PARTICIPLE = 3  # words between a document and the participle that belongs to it: the agreement both sides signed
_REACH = 10  # words between a verb and what makes it future
_PHRASE = 5  # words between a day and the visit that it is the day of: said on Sunday during a visit
_PARTED = 23  # words between the parts of a verb
_BEHIND = 30  # characters behind a meeting in which it may be called one of last week
_OVER = 6  # words before a meeting that say that it is over: at the end of a long
_NEAR = 4  # words between "with" and the office of somebody
_FAR = 15  # words beyond which something else says nothing of a day


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told nearest to a place: `meeting`, `other`, `older` or nothing, how far away, whether to come.

    `is_ahead`: it is to come, or told in the present, which means days to come too: trifft am Freitag.
    `is_said`: nothing but that somebody said so.
    """

    kind: str = ""
    away: int = 0
    is_future: bool = False
    is_ahead: bool = False
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    start: int
    end: int
    is_weak: bool = False
    is_future: bool = False
    is_present: bool = False
    is_after: bool = False


class Teller:
    """Tells what the sentences of an article are about; each is looked through once."""

    def __init__(self, article: Article, language: str | None) -> None:
        self.article = article
        self.language = language
        self._known: dict[Passage, tuple[_Cue, ...]] = {}

    def at(self, start: int, end: int) -> Telling:
        """Tell what the sentence says of what stands from `start` to `end`."""
        found = self._cues(self.article.sentence_at(start))
        told = [each for each in found if each.kind != "future" and (each.end <= start or each.start >= end)]
        behind = min((each.start for each in told if self._is_afterthought(each, end, told)), default=None)
        told = [each for each in told if behind is None or each.start < behind]
        near = min(told, key=lambda each: (self._distance(each, start, end), each.kind != "meeting"), default=None)
        if near and near.kind == "meeting" and near.start >= end:
            near = next((each for each in told if self._leads_elsewhere(each, start, near)), near)
        if near and near.kind == "report":
            near = next((each for each in told if self._goes_on(each, end)), near)
        when = telling_words.of_language("when", self.language)
        if any(each.folded in when for each in self.article.words_in(end, end + _BEHIND)[:1]):  # on Friday, when he met
            near = next(
                (
                    each
                    for each in told
                    if 0 <= self._words(end, each.start) - _MARK <= _MARK
                    and each.start >= end
                    and each.kind == "meeting"
                ),
                near,
            )
        if near is None or (near.kind != "meeting" and self._distance(near, start, end) > _FAR):
            return Telling()
        kind = "other" if near.kind == "report" else near.kind
        is_future = near.is_future or (not near.is_after and self._is_future(found, near))
        away, is_said = self._distance(near, start, end), near.kind == "report" and not self._is_content(near, start)
        return Telling(kind, away, is_future, is_future or near.is_present, is_said)

    def _is_afterthought(self, cue: _Cue, end: int, told: Sequence[_Cue]) -> bool:
        """Tell who says so, behind a comma: they will meet on Friday, the ministry said."""
        is_apart = cue.kind == "report" and any(mark in self.article.plain[end : cue.start] for mark in ",،")
        return is_apart and any(each.kind == "meeting" and each.end <= end for each in told)

    def _is_content(self, cue: _Cue, start: int) -> bool:
        """Tell what somebody said from where he said it: said that a port in Oslo was sold."""
        between = self.article.words_in(cue.end, start)
        return not telling_words.words("that").isdisjoint(each.folded for each in between)

    def _goes_on(self, cue: _Cue, end: int) -> bool:
        """Tell a meeting that a day is that of: said on Sunday during a visit; not that.

        Talks that are just over are told in what was said after them too, but for far down: said today that ties were
        good after a meeting with her.
        """
        if cue.kind != "meeting" or end > cue.start:
            return False
        between = self.article.words_in(end, cue.start)
        is_said = not telling_words.words("that").isdisjoint(each.folded for each in between)
        if cue.is_after:
            is_below = self.article.sentence_at(cue.start).rank > LEAD
            return not ((is_said and is_below) or self._is_dated_behind(cue) or self._is_old(cue, end))
        return not is_said and self._words(end, cue.start) <= _PHRASE

    def clause_start(self, start: int) -> int:
        """Return where the clause begins that says what was on a day or at a place: since the last talks, they met on.

        It is that of the verb before it, if a comma stands before who did so, else the sentence.
        """
        sentence = self.article.sentence_at(start)
        verbs = [each for each in self._cues(sentence) if each.end <= start and each.kind == "meeting"]
        verb = max((each.start for each in verbs if not each.is_weak), default=sentence.start)
        comma = max(self.article.plain.rfind(mark, sentence.start, verb) for mark in ",،")
        subject = self.article.words_in(comma + 1, verb) if comma >= 0 else ()
        is_main = bool(subject) and subject[0].folded not in telling_words.words("relatives")
        return comma + 1 if is_main else sentence.start

    def _is_dated_behind(self, cue: _Cue) -> bool:
        """Tell talks that have a day of their own: said on Tuesday after talks with her on Monday."""
        behind = self.article.words_in(cue.end, self.article.sentence_at(cue.start).end)
        return not telling_words.day_words(self.language).isdisjoint(each.folded for each in behind)

    def _is_old(self, cue: _Cue, end: int) -> bool:
        """Tell talks that are not those just held: after last year's talks, after a meeting last week."""
        before = self.article.words_in(end, cue.start)[-_OVER:]
        around = (*before, *self.article.words_in(cue.end, cue.end + _BEHIND))
        return not telling_words.words("last").isdisjoint(each.folded for each in around)

    def _leads_elsewhere(self, cue: _Cue, start: int, meeting: _Cue) -> bool:
        """Tell something else that a day follows at once: arrived on Tuesday for talks, said on Tuesday that."""
        if cue.end > start or self._words(cue.end, start) > 2 * _PHRASE:
            return False
        said = (each.folded for each in self.article.words_in(start, meeting.start))
        return cue.kind == "other" or (cue.kind == "report" and not telling_words.words("that").isdisjoint(said))

    def _is_future(self, found: tuple[_Cue, ...], cue: _Cue) -> bool:
        return any(
            each.kind == "future" and each.end <= cue.start and self._words(each.end, cue.start) <= _REACH
            for each in found
        )

    def _distance(self, cue: _Cue, start: int, end: int) -> int:
        low, high = (cue.end, start) if cue.end <= start else (end, cue.start)
        return self._words(low, high) + (_WEAK if cue.is_weak else 0)

    def _words(self, low: int, high: int) -> int:
        """Count the words between two places; a comma counts for several."""
        return len(self.article.words_in(low, high)) + _MARK * len(_MARKS.findall(self.article.plain, low, high))

    def _cues(self, sentence: Passage) -> tuple[_Cue, ...]:
        if sentence not in self._known:
            self._known[sentence] = tuple(_found(self.article, sentence, self.language))
        return self._known[sentence]


def _found(article: Article, sentence: Passage, language: str | None) -> Iterator[_Cue]:
    """Yield what a sentence has of words that tell."""
    words = article.words_in(sentence.start, sentence.end)
    spoken = FoldedWords(words)
    folded = [word.folded for word in words]
    done = set[int]()
    for pair in parted(folded, "parted_older", language, _PARTED):  # hatte am Dienstag Oslo besucht
        done.update(pair)
        yield from (_Cue("older", words[each].start, words[each].end) for each in pair)
    for kind, find in _finders(language):
        for start, end in find(spoken.text):
            first, last = spoken.numbers(start, end)
            if done.isdisjoint(range(first, last + 1)):
                done.update(range(first, last + 1))
                if kind == "meeting" and _is_of_event(words, first, spoken.text[start:end]):
                    continue
                cue = _cue(kind, words, first, last, sentence.rank == TITLE)
                yield replace(cue, is_after=cue.kind == "meeting" and _is_after(folded[:first], language))
    present = [head for head, _ in parted(folded, "parted_present", language, _PARTED)]
    past = (head for head, _ in parted(folded, "parted_verbs", language, _PARTED))
    onward = {head for head, _ in parted(folded, "parted_onward", language, _PARTED)}  # reist nach Helsinki weiter
    for first in (*present, *past, *talks_with(folded, language)):
        if first not in done:
            done.add(first)
            kind = "other" if first in onward else "meeting"
            yield _Cue(kind, words[first].start, words[first].end, is_present=first in present)


def talks_with(words: Sequence[str], language: str | None) -> Iterator[int]:
    """Yield where a verb stands by which somebody discusses with a counterpart, or with an office: بحث … مع نظيره."""
    links, text = cues.spoken("with", language), " ".join(words)
    verbs = [text.count(" ", 0, start) for start, _ in cues.word_list("talks_with", language).find(text)]
    linked = (number for number, word in enumerate(words, 1) if verbs and word in links)
    offices = [each for each in linked if any(map(is_office, words[each : each + _NEAR]))]
    counterparts = cues.spoken("counterparts", "ar")  # ونظيره
    offices += [number for number, word in enumerate(words) if verbs and word[1:] in counterparts]
    is_at_end = language is not None and bool(
        cues.spoken("receives_last", language)
    )  # hat mit seinem Amtskollegen beraten
    yield from (each for each in verbs if offices and (each < max(offices) or is_at_end))


def _cue(kind: str, words: tuple[Word, ...], first: int, last: int, is_title: bool) -> _Cue:  # noqa: FBT001  # a fact of the text
    said = " ".join(word.folded for word in words[first : last + 1])
    is_older = kind == "meeting" and not is_title and _is_attribute(words, first, said)
    start, end = words[first].start, words[last].end
    plain = "meeting" if kind in ("visit", "to come", "present") else kind
    flags = (kind == each for each in ("visit", "to come", "present"))
    return _Cue("older" if is_older else plain, start, end, *flags)


@lru_cache(maxsize=16)
def _finders(language: str | None) -> tuple[tuple[str, Callable[[str], Iterator[tuple[int, int]]]], ...]:
    """Return what finds the words of each kind; a word is taken for the first kind that has it."""
    names = (
        ("signed_before", "older"),
        ("future_meeting", "to come"),
        ("future", "future"),
        ("visits", "visit"),
        ("other_events", "other"),
    )
    return (
        *((kind, telling_words.finder(name, language)) for name, kind in names),
        ("report", telling_words.finder("reports", language)),
        ("present", telling_words.finder("meeting_present", language)),
        ("meeting", telling_words.finder("meeting", language)),
        ("meeting", cues.word_list("meeting").find),
        *((("meeting", cues.word_list("meeting", language).find),) if language == "ar" else ()),
    )


def _is_after(before: Sequence[str], language: str | None) -> bool:
    """Tell by the words before it a meeting that is just over: after a long meeting with."""
    said = " ".join(before[-_OVER:])
    return any(True for _ in telling_words.finder("just_over", language)(said))


def _is_of_event(words: tuple[Word, ...], number: int, said: str) -> bool:
    """Tell the participle of an event that somebody else held: the fair held in Oslo."""
    if said not in telling_words.words("held_by_others"):
        return False
    before = {word.folded for word in words[max(number - _TO_PARTICIPLE, 0) : number]}
    behind = words[number + 1].folded if number + 1 < len(words) else ""
    return telling_words.words("auxiliaries").isdisjoint(before) and behind in telling_words.words("places_of_events")


def _is_attribute(words: tuple[Word, ...], number: int, said: str) -> bool:
    """Tell the participle of an older document: the memorandum (MOU) signed in 2021, la convention signée en mai."""
    if said not in telling_words.words("participles"):
        return False
    before = [word.folded for word in words[max(number - _TO_PARTICIPLE, 0) : number]]
    is_verb = not telling_words.words("auxiliaries").isdisjoint(before)
    return not is_verb and not telling_words.words("attributive").isdisjoint(before)
