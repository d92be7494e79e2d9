"""Meetings that are none of two: only wanted or denied, of many whom somebody joins, or with people of one side."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import NamedTuple

from coopdb.author.draft.meetings.no_meetings import Span, without, words_behind
from coopdb.author.draft.meetings.outsiders import with_outsiders
from coopdb.author.draft.meetings.own_people import with_own_people
from coopdb.author.draft.text.phrases import MARK, marked
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.parted_verbs import parted
from coopdb.author.draft.words.script import is_arabic

_REACH = 100  # characters in which the words behind those of a list stand
_CLAUSE = 20  # words that a denial behind them is about
_ATTENDED = 6  # words behind "attends" in which the gathering stands
_TOLD = 4  # words behind a negation in which its verb stands
_IN_TALKS = 3  # words between "in" and the talks in which somebody said so: in a first meeting
_ASIDE = 6  # words between two commas that say something besides
_VERB_LAST = 2  # times further that a wish is about whose verb stands last: möchte in Wien Ministerin Novak treffen
_VERB_FIRST = 3  # times further that a word is about where who says it stands behind the verb
# How many words behind those of each list a meeting may stand that is not one; behind a denial, whatever verb it has.
_WISHES: Mapping[str, int] = MappingProxyType({"wishes": 6, "days_after": 6})
_DENIALS: Mapping[str, int] = MappingProxyType({"denies": 16, "none_of": 3, "each_of": 1, "negations": 5})
_OTHERS = ("attends", "not_planned", "own_groups", "did_not", "media", "firms", "factions", "councils")
_LISTS = (*_WISHES, *_DENIALS, *_OTHERS)


def without_unreal(article: Article, sentence: Passage, language: str | None) -> str:
    """Return the folded words of a sentence without meetings that are none of two.

    Called for talks with; denied that they had met; no meeting is planned; attends a meeting of ministers; met farmers.
    What is told beside is none of these: urged him in talks in Oslo; called for peace after a meeting with.
    """
    text = article.folded(sentence)
    has_parted = next(parted(text.split(), "parted_denials", language, _DENIALS["denies"]), None) is not None
    if not has_parted and not any(cues.word_list(name, language).is_in(text) for name in _LISTS):
        return text
    text = marked(article, sentence)
    text = without(text, with_own_people(text, language))
    text = without(text, with_outsiders(text, language))
    text = without(text, _denials(text, "did_not", language))
    text = without(text, _not_planned(text, language))
    text = without(text, _declined(text, language))
    for name, most in (*_WISHES.items(), *_DENIALS.items()):
        text = without(text, _behind(text, name, most, language))
    text = without(text, _attended(text, language))
    return " ".join(word for word in text.split(" ") if word != MARK)


def _behind(text: str, name: str, most: int, language: str | None) -> Iterator[Span]:
    """Yield the words behind those of a list, as many as they may be about."""
    hits = [*(_denials(text, name, language) if name in _DENIALS else cues.word_list(name, language).find(text))]
    if not hits:
        return
    done, reach = 0, _REACH
    if is_arabic(text.strip()):
        most, reach = _VERB_FIRST * most, _VERB_FIRST * reach
    elif name == "wishes" and cues.spoken("receives_last", language):
        most, reach = _VERB_LAST * most, _VERB_LAST * reach
    clauses = _Clauses.of(text, hits, language)
    ends = {each: [start - 1 for start, _ in _ends(clauses, is_denial=each)] for each in (name in _DENIALS, True)}
    for start, end in hits:
        if start >= done:
            near = text[end : end + reach].split(" ")[: most + 1]
            is_afterthought = name == "days_after" and text.endswith(f"{MARK} ", 0, start)  # , days after they met
            own = ends[name in _DENIALS or is_afterthought]
            done = min([end + len(" ".join(near)), *own[(first := bisect_left(own, end)) : first + 1]])
            yield end, done


def _denials(text: str, name: str, language: str | None) -> Iterator[Span]:
    """Yield where the words of a list deny; not: not only; nor a negation of how it was told: did not disclose."""
    others = cues.joined_list(language, "no_denials", *(("untold",) if name == "negations" else ()))
    unsure = [[word] for word in cues.spoken("whether", language)]  # did not disclose whether
    for start, end in cues.word_list(name, language).find(text):
        near = words_behind(text, end)[:_TOLD]
        told = " ".join((text[start:end], *near))
        other = others.first(told)
        if other is None or told[other[1] :].split()[:1] in unsure:
            yield start, end


def _declined(text: str, language: str | None) -> Iterator[Span]:
    """Yield the words between the parts of a verb that denies: lehnte am Montag ein Treffen mit ihr ab."""
    words, done = text.split(" "), 0
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    when = cues.spoken("when_words", language) | {MARK}
    for head, tail in parted(words, "parted_denials", language, _DENIALS["denies"]):
        is_beside = not when.isdisjoint(words[head:tail]) or any(
            _talks(words, at, language) for at in range(head, tail)
        )
        if starts[head] >= done and not is_beside:
            done = starts[tail]
            yield starts[head], done


def _attended(text: str, language: str | None) -> Iterator[Span]:
    """Yield the gatherings that somebody attends, as one of many; not those of two, with or between whom they are."""
    sides = cues.joined(language, "with", "between_two")
    for start, end in _behind(text, "attends", _ATTENDED, language):
        near = text[start : start + 2 * _REACH].split(" ")[: 2 * _ATTENDED]
        if sides.isdisjoint(near):
            gatherings = [*cues.word_list("encounters", language).find(text[start:end])]
            yield from _visit_before(text, start, end, language)
            yield from ((start + low, start + high) for low, high in gatherings)


def _visit_before(text: str, start: int, end: int, language: str | None) -> Iterator[Span]:
    """Yield the visit that is made to attend an event: will visit Baku from Monday to attend a conference."""
    if not cues.word_list("event_nouns", language).is_in(text[start:end]):
        return
    first = max(text.rfind(f" {MARK} ", 0, start), start - 2 * _REACH, 0)
    visits = [*cues.word_list("visiting", language).find(text[first:start])]
    yield from ((first + low, first + high) for low, high in visits[-1:])


def _not_planned(text: str, language: str | None) -> Iterator[Span]:
    """Yield the words before those that say that something is not planned, or, where verbs stand last, denied.

    Not what was said at another time, or in talks: said during a meeting that tariffs are not planned.
    """
    hits = [*cues.word_list("not_planned", language).find(text)]
    if not hits:
        return
    clauses = _Clauses.of(text, hits, language)
    lows = sorted({*_marks(clauses), *_that(clauses), *_past(clauses)})
    done = 0
    for start, end in hits:
        low = lows[at - 1][1] + 1 if (at := bisect_right(lows, (start, start))) else 0
        clause = text[max(low, done) : start].split(" ")
        is_beside = not cues.spoken("when_words", language).isdisjoint(clause)
        if not is_beside and not any(_talks(clause, number, language) for number in range(len(clause))):
            yield start - len(" ".join(clause[-_CLAUSE:])), start
        done = end


class _Clauses(NamedTuple):
    """The words of marked text with where they start, its verbs of what was, and where something of a list begins."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    verbs: Mapping[int, int]
    begun: Set[int]
    language: str | None

    @classmethod
    def of(cls, text: str, hits: Sequence[Span], language: str | None) -> "_Clauses":
        words = text.split(" ")
        verbs = dict(cues.word_list("took_place", language).find(text))
        starts = [0, *accumulate(len(word) + 1 for word in words)]
        return cls(text, words, starts, verbs, {start for start, _ in hits} | verbs.keys(), language)

    def span(self, number: int, last: int = 0) -> Span:
        """Return from where to where a word stands, and others behind it up to the last."""
        last = max(number, last)
        return self.starts[number], self.starts[last] + len(self.words[last])


def _ends(clauses: _Clauses, *, is_denial: bool) -> Iterator[Span]:
    """Yield what ends what a wish or a denial is about: the clause, a time, and what was told besides.

    So met in "wants closer ties and met", in talks in "urged him in talks in Oslo"; behind a denial only a verb that
    goes on with what was: refused to comment and met; not: denied that she had met him in talks.
    """
    words, language = clauses.words, clauses.language
    found = {*_marks(clauses, is_denial=is_denial), *_goes_on(clauses)}
    when = cues.spoken("when_words", language)
    found.update(clauses.span(number) for number, word in enumerate(words) if word in when)
    if not is_denial:
        found.update(_past(clauses))
        talks = ((number, _talks(words, number, language)) for number in range(len(words)))
        found.update(clauses.span(number, number + size) for number, size in talks if size)
    yield from sorted(found)


def _marks(clauses: _Clauses, *, is_denial: bool = False) -> Iterator[Span]:
    """Yield the commas that end a clause; not a pair around something besides: has denied, on Monday, that."""
    words, language = clauses.words, clauses.language
    marks = [number for number, word in enumerate(words) if word == MARK]
    aside = set[int]()
    for one, other in pairwise(marks):
        if other - one <= _ASIDE + 1 and clauses.begun.isdisjoint(clauses.starts[one:other]):
            aside |= {one, other}
    that = telling_words.of_language("that", language)
    infinitives = cues.word_list("denied_infinitives", language)
    for number, following in pairwise([*marks, len(words)]):
        clause = words[number + 1 : following]
        goes_on = is_denial and (not that.isdisjoint(clause[:1]) or infinitives.is_in(" ".join(clause)))
        if number not in aside and not goes_on:
            yield clauses.span(number)


def _that(clauses: _Clauses) -> Iterator[Span]:
    """Yield the words behind which stands what somebody said."""
    that = telling_words.of_language("that", clauses.language)
    return (clauses.span(number) for number, word in enumerate(clauses.words) if word in that)


def _past(clauses: _Clauses) -> Iterator[Span]:
    """Yield the verbs of what was; not: the holding of talks, where Arabic has the same word."""
    meetings = cues.spoken("encounters", clauses.language)
    for start, end in clauses.verbs.items():
        following = clauses.text[end + 1 : end + _REACH].partition(" ")[0]
        if meetings.isdisjoint((clauses.text[start:end], following)):
            yield start, end


def _goes_on(clauses: _Clauses) -> Iterator[Span]:
    """Yield the verbs of what was, or is, behind `and`: calls for lower tariffs and meets; والتقى; not: si è visto."""
    joins = cues.small_words("list_and", clauses.language)
    present = cues.spoken("meeting", clauses.language) - cues.spoken("encounters", clauses.language)
    later = {  # where the words of a verb start, but the first: visto, of si è visto
        start + at + 1
        for start, end in clauses.verbs.items()
        for at, sign in enumerate(clauses.text[start:end])
        if sign == " "
    }
    for number, word in enumerate(clauses.words):
        start = clauses.starts[number]
        is_verb = start in clauses.verbs or (word in present and start not in later)
        if is_verb and (word.startswith("و") or (number and clauses.words[number - 1] in joins)):
            yield clauses.span(number)


def _talks(words: Sequence[str], number: int, language: str | None) -> int:
    """Return how many words behind "in" talks stand, at once or behind an article: in a first meeting; 0 for none."""
    if words[number] not in cues.spoken("in_talks", language):
        return 0
    meetings, small = (cues.spoken(name, language) for name in ("encounters", "common"))
    near = words[number + 1 : number + 1 + _IN_TALKS]
    at = next((size for size, word in enumerate(near, 1) if word in meetings), 0)
    return at if at == 1 or (at and near[0] in small) else 0
