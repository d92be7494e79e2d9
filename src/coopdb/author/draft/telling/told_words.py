"""The words of a sentence that tell: of a meeting, of something else, of something to come, or of an older document."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from coopdb.author.draft.telling.participles import is_now
from coopdb.author.draft.text.phrases import FoldedWords, is_as_written
from coopdb.author.draft.text.text import TITLE, Article, Passage, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.parted_verbs import parted

_TO_PARTICIPLE = 3  # words between a document and the participle that belongs to it: the agreement both sides signed
_PARTED = 23  # words between the parts of a verb
_BY = 6  # words from by whom to a participle behind it
_OVER = 6  # words before a meeting that say that it is over: at the end of a long
_TO_COME, _SHORTEST = ("سي", "ست", "سن"), 4  # what Arabic verbs to come begin with, and the letters of one
_MARKED = ("future", "present")  # kinds of words that are others without their marks: würde, rencontre son
_NEAR = 4  # words between "with" and the office of somebody


class Told(NamedTuple):
    """A word that tells, of what kind: `meeting`, `other`, `older`, `report` or `future`, and where it stands."""

    kind: str
    start: int
    end: int
    is_weak: bool = False
    is_future: bool = False
    is_present: bool = False
    is_past: bool = False
    is_after: bool = False
    is_arrival: bool = False


def words_that_tell(article: Article, sentence: Passage, language: str | None) -> Iterator[Told]:
    """Yield what a sentence has of words that tell."""
    words = article.words_in(sentence.start, sentence.end)
    spoken = FoldedWords(words)
    folded = [word.folded for word in words]
    done = set[int]()
    pairs = [*parted(folded, "parted_present", language, _PARTED)]
    pairs = [each for each in pairs if is_now(article, words, each, language)]
    present = {each for pair in pairs for each in pair}
    for pair in parted(folded, "parted_older", language, _PARTED):  # hatte am Dienstag Oslo besucht
        done.update(pair)
        yield from (Told("older", words[each].start, words[each].end) for each in pair)
    for number in _older_behind(article, sentence, folded, language):
        done.add(number + 1)
        yield Told("older", words[number].start, words[number + 1].end)
    for pair in parted(folded, "parted_arrivals", language, _PARTED):  # traf am Montag in Oslo ein
        if _ends_clause(article, words[pair[1] : pair[1] + 2], language):
            done.update(pair)
            yield from (Told("other", words[each].start, words[each].end, is_arrival=True) for each in pair)
    for kind, find in _finders(language):
        for start, end in find(spoken.text):
            first, last = spoken.numbers(start, end)
            as_written = is_as_written(article, words[first].start, words[last].end, language)
            if (as_written or kind not in _MARKED) and done.isdisjoint(range(first, last + 1)):
                done.update(range(first, last + 1))
                if kind == "meeting" and _is_of_event(words, first, spoken.text[start:end], language):
                    continue
                is_plain = sentence.rank == TITLE or _closes_clause(folded, first, language)
                cue = _told(kind, words, (first, last), language, is_plain=is_plain)
                said, verb = spoken.text[start:end], words[first : last + 2]
                is_present = as_written and said in telling_words.of_language("meeting_present", language)
                is_present = is_present and not _is_noun(folded, (first, last), language)
                yield cue._replace(
                    is_present=first in present or (is_present and _is_finite(article, sentence, verb, language)),
                    is_past=cue.kind == "meeting" and _is_past(article, sentence, verb, said, language),
                    is_after=cue.kind == "meeting" and _is_after(folded[:first], language),
                )
    yield from _future_verbs(words, language)
    yield from _verbs_apart(words, folded, pairs, done, language)


def _older_behind(article: Article, sentence: Passage, folded: Sequence[str], language: str | None) -> Iterator[int]:
    """Yield each auxiliary that makes the verb behind it older, but where a text begins: وكان الوزير قد التقى."""
    found = [number for _, number in parted(folded, "had_apart", language, _PARTED)]
    if not found or not any(each.rank > TITLE for each in takewhile(lambda each: each != sentence, article.sentences)):
        return
    met = telling_words.of_language("day_of_meeting", language)
    yield from (number for number in found if not met.isdisjoint(folded[number + 1 : number + 2]))


def _verbs_apart(
    words: Sequence[Word],
    folded: Sequence[str],
    present: Sequence[tuple[int, int]],
    done: set[int],
    language: str | None,
) -> Iterator[Told]:
    """Yield the verbs of two parts, of which some are `present`, and of talks, where nothing else is `done` yet."""
    now = {each for pair in present for each in pair}
    past = [head for head, _ in parted(folded, "parted_verbs", language, _PARTED)]
    onward = {head for head, _ in parted(folded, "parted_onward", language, _PARTED)}  # reist nach Helsinki weiter
    for first in (*(head for head, _ in present), *past, *talks_with(folded, language)):
        if first not in done:
            done.add(first)
            kind, is_present = "other" if first in onward else "meeting", first in now
            is_past = first in past and not is_present
            yield Told(kind, words[first].start, words[first].end, is_present=is_present, is_past=is_past)


def _future_verbs(words: Sequence[Word], language: str | None) -> Iterator[Told]:
    """Yield the verbs to come behind a relative, by the letter that Arabic writes before them: الذي سيصدر."""
    relatives = telling_words.of_language("relatives", language) if language == "ar" else ()
    for before, word in pairwise(words) if relatives else ():
        if before.folded in relatives and len(word.folded) >= _SHORTEST and word.folded.startswith(_TO_COME):
            yield Told("future", word.start, word.end)


def talks_with(words: Sequence[str], language: str | None) -> Iterator[int]:
    """Yield where a verb stands by which somebody discusses with a counterpart, or with an office: بحث … مع نظيره."""
    links, text = cues.spoken("with", language), " ".join(words)
    verbs = [text.count(" ", 0, start) for start, _ in cues.word_list("talks_with", language).find(text)]
    linked = (number for number, word in enumerate(words, 1) if verbs and word in links)
    offices = [each for each in linked if _is_met(words[each : each + _NEAR], language)]
    counterparts = cues.spoken("counterparts", "ar")  # ونظيره
    offices += [number for number, word in enumerate(words) if verbs and word[1:] in counterparts]
    is_at_end = language is not None and bool(
        cues.spoken("receives_last", language)
    )  # hat mit seinem Amtskollegen beraten
    yield from (each for each in verbs if offices and (each < max(offices) or is_at_end))


def _is_met(words: Sequence[str], language: str | None) -> bool:
    """Tell words behind "with" that begin with somebody in office; not: mit Journalisten, avec franchise de la."""
    of = cues.spoken("of", language)
    ends = of | cues.spoken("speakers", language) | telling_words.of_language("relatives", language)
    met = words[1:] if not of.isdisjoint(words[:1]) else words  # avec des ministres
    return any(map(is_office, takewhile(lambda word: word not in ends, met)))


def _told(kind: str, words: tuple[Word, ...], place: tuple[int, int], language: str | None, *, is_plain: bool) -> Told:
    first, last = place
    said = " ".join(word.folded for word in words[first : last + 1])
    is_older = kind == "meeting" and not is_plain and _is_attribute(words, first, said, language)
    start, end = words[first].start, words[last].end
    plain = "meeting" if kind in ("visit", "to come", "present") else kind
    flags = (kind == each for each in ("visit", "to come"))
    return Told("older" if is_older else plain, start, end, *flags)


@lru_cache(maxsize=16)
def _finders(language: str | None) -> tuple[tuple[str, Callable[[str], Iterator[tuple[int, int]]]], ...]:
    """Return what finds the words of each kind; a word is taken for the first kind that has it."""
    names = (
        ("had_been", "older"),
        ("future_meeting", "to come"),
        ("future", "future"),
        ("visits", "visit"),
        ("other_events", "other"),
    )
    return (
        *((kind, telling_words.finder(name, language)) for name, kind in names),
        ("meeting", cues.word_list("joint_press", language).find),
        ("report", telling_words.finder("reports", language)),
        ("present", telling_words.finder("meeting_present", language)),
        ("meeting", telling_words.finder("day_of_meeting", language)),
        ("meeting", cues.word_list("may_meet", language).find),
    )


def _is_noun(words: Sequence[str], place: tuple[int, int], language: str | None) -> bool:
    """Tell a noun or infinitive that is written as a verb in the present: la firma de, la visita del, zu beraten."""
    first, last = place
    if language and not cues.spoken("infinitive_marks", language).isdisjoint(words[max(first - 1, 0) : first]):
        return True
    is_determined = not cues.spoken("articles", language).isdisjoint(words[max(first - 1, 0) : first])
    return is_determined and not cues.spoken("of", language).isdisjoint(words[last + 1 : last + 2])


def _is_after(before: Sequence[str], language: str | None) -> bool:
    """Tell by the words before it a meeting that is just over: after a long meeting with."""
    said = " ".join(before[-_OVER:])
    return any(True for _ in telling_words.finder("just_over", language)(said))


def _is_of_event(words: tuple[Word, ...], number: int, said: str, language: str | None) -> bool:
    """Tell the participle of an event that somebody else held: the fair held in Oslo."""
    if said not in telling_words.of_language("held_by_others", language):
        return False
    before = {word.folded for word in words[max(number - _TO_PARTICIPLE, 0) : number]}
    behind = words[number + 1].folded if number + 1 < len(words) else ""
    places = telling_words.of_language("places_of_events", language)
    return telling_words.of_language("auxiliaries", language).isdisjoint(before) and behind in places


def _closes_clause(words: Sequence[str], number: int, language: str | None) -> bool:
    """Tell a participle far behind its verb, where it stands last: hat mit ihr in Oslo ein Memorandum unterzeichnet."""
    is_last = language is not None and bool(cues.spoken("receives_last", language))
    near = words[max(number - _PARTED, 0) : number] if is_last else ()
    return not telling_words.of_language("auxiliaries", language).isdisjoint(near)


def _is_past(article: Article, sentence: Passage, verb: Sequence[Word], said: str, language: str | None) -> bool:
    """Tell a verb of what was, which nothing to come that stands before it can belong to; as `_is_finite`."""
    if said in telling_words.of_language("past_participles", language):
        return not _is_finite(article, sentence, verb, language)
    return any(True for _ in telling_words.finder("finite_past", language)(said))


def _is_finite(article: Article, sentence: Passage, verb: Sequence[Word], language: str | None) -> bool:
    """Tell a verb that is no participle where verbs stand last: besucht am Montag; not: hat, wie berichtet, besucht.

    Behind the verb stands one word more. Two commas between an auxiliary and a participle are those of an aside, one or
    three those of a list, if the participle ends the clause: hat über Zölle, Energie und Verkehr beraten.
    """
    if language is None or not cues.spoken("receives_last", language):
        return True
    lists = ("auxiliaries", "had", "copulas", "past_modals")  # zijn vrijdag ontvangen; kon maandag ontmoeten
    helping = frozenset[str]().union(*(telling_words.of_language(each, language) for each in lists))
    before = article.words_in(sentence.start, verb[0].start)[-_PARTED:]
    if _is_passive(article, before, verb, language):
        return False
    near = next((word for word in reversed(before) if word.folded in helping), None)
    commas = article.plain.count(",", near.end, verb[0].start) if near else 0
    is_closed = near is not None and commas == 1 and article.plain[near.end] == ","  # die viel Zeit hat, besucht
    is_apart = near is None or (commas % 2 == 1 and (is_closed or not _ends_clause(article, verb, language)))
    that = telling_words.of_language("that", language)  # heeft gemeld dat hij haar maandag ontmoet
    is_apart = is_apart or any(word.folded in that for word in before if near and word.start > near.start)
    return is_apart and helping.isdisjoint(word.folded for word in verb[1:])


def _is_passive(article: Article, before: Sequence[Word], verb: Sequence[Word], language: str) -> bool:
    """Tell a participle beside by whom, of what was: vrijdag ontvangen door de koning; not: wordt door hem …."""
    by = cues.spoken("by_whom", language)
    if not telling_words.of_language("future", language).isdisjoint(word.folded for word in before):
        return False
    is_behind = _ends_clause(article, verb, language) and not by.isdisjoint(word.folded for word in before[-_BY:])
    return is_behind or not by.isdisjoint(word.folded for word in verb[1:])


def _ends_clause(article: Article, verb: Sequence[Word], language: str | None) -> bool:
    """Tell a verb behind which a mark stands, or `and`, or nothing."""
    if len(verb) == 1 or article.plain[verb[-2].end] in ",;:.":
        return True
    return verb[-1].folded in cues.spoken("list_and", language)


def _is_attribute(words: tuple[Word, ...], number: int, said: str, language: str | None) -> bool:
    """Tell the participle of an older document: the memorandum (MOU) signed in 2021, la convention signée en mai."""
    if said not in telling_words.of_language("participles", language):
        return False
    before = [word.folded for word in words[max(number - _TO_PARTICIPLE, 0) : number]]
    is_verb = not telling_words.of_language("auxiliaries", language).isdisjoint(before)
    return not is_verb and not telling_words.of_language("attributive", language).isdisjoint(before)
