"""Meetings that are none of two: only wanted or denied, of many whom somebody joins, or with people of one side."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType

from coopdb.author.draft.meetings.clause_ends import (
    REACH,
    Clauses,
    behind_that,
    clause_ends,
    clause_marks,
    past_verbs,
    talks_behind,
)
from coopdb.author.draft.meetings.fiction import FICTION, is_fiction
from coopdb.author.draft.meetings.imagined import APART, is_question, spelled, without_imagined
from coopdb.author.draft.meetings.infinitives import INFINITIVES, unfulfilled
from coopdb.author.draft.meetings.no_meetings import Span, without, words_behind
from coopdb.author.draft.meetings.outsiders import with_outsiders
from coopdb.author.draft.meetings.own_people import with_own_people
from coopdb.author.draft.text.phrases import MARK
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.parted_verbs import parted
from coopdb.author.draft.words.script import is_arabic

_CLAUSE = 40  # words that a denial behind them is about
_ATTENDED = 6  # words behind "attends" in which the gathering stands
_TOLD = 4  # words behind a negation in which its verb stands
_VERB_LAST = 3  # times further that a wish is about whose verb stands last: möchte in Wien Ministerin Novak treffen
_VERB_FIRST = 3  # times further that a word is about where who says it stands behind the verb
# How many words behind those of each list a meeting may stand that is not one; behind a denial, whatever verb it has.
_WISHES: Mapping[str, int] = MappingProxyType({"wishes": 6, "days_after": 6, "lacks": 3})
_DENIALS: Mapping[str, int] = MappingProxyType({"nobody": 24, "denies": 16, "none_of": 3, "each_of": 1, "negations": 5})
_OTHERS = ("attends", "not_planned", "own_groups", "did_not", "media", "firms", "factions", "councils")
_IMAGINED = ("imagined", "almost", "opens_imagined", "instead", "claims", "subjunctives")
_LISTS = (*_WISHES, *_DENIALS, *_OTHERS, *_IMAGINED, *INFINITIVES, *FICTION)
_PARTED = ("parted_impostors", "parted_denials", "parted_imagined", "opens_parted")


def without_unreal(article: Article, sentence: Passage, language: str | None) -> str:
    """Return the folded words of a sentence without meetings that are none of two.

    Called for talks with; denied that they had met; no meeting is planned; attends a meeting of ministers; met farmers.
    What is told beside is none of these: urged him in talks in Oslo; called for peace after a meeting with.
    """
    text = article.folded(sentence)
    if not _may_be_unreal(article, sentence, language):
        return text
    whole = spelled(article.text(sentence), language)
    if is_fiction(whole, language):
        return ""
    text = without_imagined(whole, language)
    text = without(text, unfulfilled(text, article.text(sentence), language))
    text = without(text, with_own_people(text, language))
    text = without(text, with_outsiders(text, language))
    text = without(text, _denials(text, "did_not", language))
    text = without(text, _not_planned(text, language))
    text = without(text, _declined(text, language))
    for name, most in (*_WISHES.items(), *_DENIALS.items()):
        text = without(text, _behind(text, name, most, language))
    text = without(text, _attended(text, language))
    return " ".join(word for word in text.split(" ") if word != MARK)


def _may_be_unreal(article: Article, sentence: Passage, language: str | None) -> bool:
    """Tell a sentence with any word that may make a meeting none of two; most have none."""
    text = article.folded(sentence)
    words = text.split()
    return (
        is_question(article.text(sentence))
        or any(cues.word_list(name, language).is_in(text) for name in _LISTS)
        or any(next(parted(words, name, language, APART), None) for name in _PARTED)
    )


def _behind(text: str, name: str, most: int, language: str | None) -> Iterator[Span]:
    """Yield the words behind those of a list, as many as they may be about."""
    hits = [*(_denials(text, name, language) if name in _DENIALS else cues.word_list(name, language).find(text))]
    if not hits:
        return
    done, reach = 0, REACH
    if is_arabic(text.strip()):
        most, reach = _VERB_FIRST * most, _VERB_FIRST * reach
    elif name == "wishes" and cues.spoken("receives_last", language):
        most, reach = _VERB_LAST * most, _VERB_LAST * reach
    clauses = Clauses.of(text, hits, language)
    ends = {each: [start - 1 for start, _ in clause_ends(clauses, is_denial=each)] for each in (name in _DENIALS, True)}
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
            talks_behind(words, at, language) for at in range(head, tail)
        )
        if starts[head] >= done and not is_beside:
            done = starts[tail]
            yield starts[head], done


def _attended(text: str, language: str | None) -> Iterator[Span]:
    """Yield the gatherings that somebody attends, as one of many; not those of two, with or between whom they are."""
    sides = cues.joined(language, "with", "between_two")
    for start, end in _behind(text, "attends", _ATTENDED, language):
        near = text[start : start + 2 * REACH].split(" ")[: 2 * _ATTENDED]
        if sides.isdisjoint(near):
            gatherings = [*cues.word_list("encounters", language).find(text[start:end])]
            yield from _visit_before(text, start, end, language)
            yield from ((start + low, start + high) for low, high in gatherings)


def _visit_before(text: str, start: int, end: int, language: str | None) -> Iterator[Span]:
    """Yield the visit that is made to attend an event: will visit Baku from Monday to attend a conference."""
    if not cues.word_list("event_nouns", language).is_in(text[start:end]):
        return
    first = max(text.rfind(f" {MARK} ", 0, start), start - 2 * REACH, 0)
    visits = [*cues.word_list("visiting", language).find(text[first:start])]
    yield from ((first + low, first + high) for low, high in visits[-1:])


def _end_before(spans: Sequence[Span], place: int) -> int:
    """Return where the words behind the last of some spans before a place begin."""
    at = bisect_right(spans, (place, place))
    return spans[at - 1][1] + 1 if at else 0


def _not_planned(text: str, language: str | None) -> Iterator[Span]:
    """Yield the words before those that say that something is not planned, or, where verbs stand last, denied.

    Not what was said at another time, or in talks: said during a meeting that tariffs are not planned.
    """
    hits = [*cues.word_list("not_planned", language).find(text)]
    if not hits:
        return
    clauses = Clauses.of(text, hits, language)
    heads = sorted({*clause_marks(clauses), *behind_that(clauses)})
    lows = sorted({*heads, *past_verbs(clauses)})
    done = 0
    for start, end in hits:
        low = _end_before(lows, start)
        if low == start:  # dass sie ihn getroffen hat, ist falsch
            low = _end_before(heads, start - len(f"{MARK} "))
        clause = text[max(low, done) : start].split(" ")
        is_beside = not cues.spoken("when_words", language).isdisjoint(clause)
        if not is_beside and not any(talks_behind(clause, number, language) for number in range(len(clause))):
            yield start - len(" ".join(clause[-_CLAUSE:])), start
        done = end
