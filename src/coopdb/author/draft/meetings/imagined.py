"""Meetings that are only imagined: that would have been, may be, are said to have been, or are asked about."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coopdb.author.draft.meetings.clause_ends import REACH, Clauses, clause_ends, clause_marks
from coopdb.author.draft.meetings.hedges import doubts
from coopdb.author.draft.meetings.no_meetings import Span, without
from coopdb.author.draft.text.phrases import MARK, marked_text
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.parted_verbs import parted
from coopdb.pattern import pattern
from coopdb.text import fold

APART = 30  # words between the parts of a verb of what is imagined: soll am Montag in Wien mit ihr gesprochen haben
_LAST = 2  # words at the end of a clause that are its verb, where verbs stand last
_SOON = 3  # words behind "without" among which the meeting stands that was not
_SAID = 6  # words of a clause that only says who claims it: , behauptete eine Zeitung
_ASKED = 4  # words of a question among which stands that it is about more than yes or no
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_QUESTION = pattern(r"[?؟][\"'”»’)\s]*\Z")
_ASKING = pattern(r"(?:[:;–—¿“«„\"]\s*)(?=.*\w)")
_PARTS = pattern(r"[:;؛]\s+")  # what stands behind does not follow from a condition before them
_EDGES = ",;:.!?–—()„“”\"'"


def is_question(said: str) -> bool:
    """Tell a sentence that ends as a question does."""
    return bool(_QUESTION.search(said))


def spelled(said: str, language: str | None) -> str:
    """Return the marked text of a sentence without what it asks; its subjunctives differ from other words.

    haette, not hatte: had would be the same word when it is folded.
    """
    listed = cues.small_words("subjunctives", language)
    told = said[: _question(said, language)] if is_question(said) else said
    words = (word.translate(_SPELLED) if word.strip(_EDGES).lower() in listed else word for word in told.split())
    parts = _PARTS.split(" ".join(words) if listed else told)
    return MARK.join(_without_conditions(marked_text(part), language) for part in parts)


def _without_conditions(text: str, language: str | None) -> str:
    """Return a part of a sentence without what stands under a condition; what only looks like one is none: si bien."""
    text = without(text, cues.word_list("no_conditions", language).find(text))
    return without(text, _begun(text, language))


def _question(said: str, language: str | None) -> int:
    """Return from where on a sentence asks whether something is so; its end where it asks what, or when."""
    start = max((found.end() for found in _ASKING.finditer(said)), default=0)
    but = cues.ending(language, "contrasts")
    parts = said[start:].split(", ")
    joined = next((at for at in range(len(parts) - 1, 0, -1) if but.search(f"{parts[at].split(' ')[0]} ")), 0)
    start += len(", ".join(parts[:joined]))
    asked = fold(said[start:]).split()[:_ASKED]
    return start if cues.spoken("question_words", language).isdisjoint(asked) else len(said)


def without_imagined(text: str, language: str | None) -> str:
    """Return marked text without the meetings that it only imagines, or whose opposite it tells: without meeting."""
    for spans in (_claimed, _heard, _apart, _almost, _told):
        text = without(text, spans(text, language))
    left = without(text, _instead(text, language))
    if left != text:  # visited a school instead of meeting her
        left = without(left, cues.word_list("visiting", language).find(left))
    return left


def _told(text: str, language: str | None) -> Iterator[Span]:
    """Yield what stands in a clause from words on behind which nothing is told as a fact: would have met her."""
    announced = cues.word_list("announces_that", language).first(text)  # ha annunciato che avrebbe incontrato
    last = announced[1] if announced else len(text)
    hits = [each for each in doubts(text, "imagined", language) if each[0] < last]
    yield from _up_to_end(text, hits, language)


def _almost(text: str, language: str | None) -> Iterator[Span]:
    """Yield the verbs of meetings with almost right before them; not: met for almost three hours."""
    verbs = cues.joined_list(language, "took_place", "meeting")
    for start, end in cues.word_list("almost", language).find(text):
        if said := verbs.at_start(text[end + 1 : end + REACH]):
            yield start, end + 1 + len(said)


def _heard(text: str, language: str | None) -> Iterator[Span]:
    """Yield the verbs, where they stand second, behind which stands at once that it is hearsay: traf angeblich."""
    if not cues.has_trait(language, "verb_second"):
        return
    verbs = cues.word_list("took_place", language)
    others = cues.joined(language, "with", "about", "matters_about", "list_and") | {MARK}
    done = 0
    for start, _ in doubts(text, "hearsay", language):
        first = max(start - REACH, done)
        verb = max(verbs.find(text[first:start]), default=None)
        between = text[first + verb[1] : start].split() if verb else []
        if verb and len(between) <= _SOON and others.isdisjoint(between):
            done = first + verb[1]
            yield first + verb[0], done


def _apart(text: str, language: str | None) -> Iterator[Span]:
    """Yield what stands in a clause from a verb of two parts on: soll am Montag in Wien mit ihr gesprochen haben."""
    hits = sorted({hit for pair in _pairs(text, "parted_imagined", language) for hit in pair})
    yield from _up_to_end(text, hits, language)


def _begun(text: str, language: str | None) -> Iterator[Span]:
    """Yield the clauses that begin with what makes them a condition, and what would follow: hätte sie ihn getroffen."""
    parted_hits = [head for head, _ in _pairs(text, "opens_parted", language)]
    opened = [*cues.word_list("opens_imagined", language).find(text), *parted_hits]
    heads = ("", MARK, *telling_words.of_language("that", language))
    hits = sorted(each for each in opened if _before(text, each[0]) in heads)
    done = 0
    for start, end in _up_to_end(text, hits, language):
        done = _conceded(text, start, end, language)
        yield start, done
    rest = text[: hits[0][0]] + text[done:] if done else ""
    is_ahead = cues.word_list("will", language).is_in(rest) or not cues.word_list("took_place", language).is_in(rest)
    if done and is_ahead:
        yield done, len(text) - 1


def _before(text: str, start: int) -> str:
    """Return the word before a place in marked text; a bracket of one word is none: memoranda (MoU) were signed."""
    words = text[max(start - REACH, 0) : start].split(" ")[-_SOON - 1 : -1]
    return words[1] if words[::2] == [MARK, MARK] else words[-1]


def _conceded(text: str, start: int, end: int, language: str | None) -> int:
    """Return where a condition ends: at its first comma, where it only says how it was: if the rain was heavy."""
    first = text.find(f" {MARK} ", start, end)
    said = text[start:first]
    is_plain = cues.word_list("was", language).is_in(said) and not cues.word_list("took_place", language).is_in(said)
    return first if first >= 0 and is_plain else end


def _pairs(text: str, name: str, language: str | None) -> Iterator[tuple[Span, Span]]:
    """Yield where the two parts of verbs stand in one clause."""
    words = text.split(" ")
    found = [*parted(words, name, language, APART)]
    if found:
        clauses = Clauses.of(text, (), language)
        marks = [start for start, _ in clause_marks(clauses)]
        for head, tail in found:
            one, other = clauses.span(head), clauses.span(tail)
            if bisect_left(marks, one[0]) == bisect_left(marks, other[0]):
                yield one, other


def _up_to_end(text: str, hits: Sequence[Span], language: str | None) -> Iterator[Span]:
    """Yield what stands from each hit up to where its clause ends, and the verb that stands last in it.

    Where the clause ends right behind the hit, it is the next one that is meant: by all accounts, they met.
    """
    if not hits:
        return
    clauses = Clauses.of(text, hits, language)
    ends = [start - 1 for start, _ in clause_ends(clauses, is_denial=True)]
    marks = [start - 1 for start, _ in clause_marks(clauses, is_denial=True)]
    is_last = bool(cues.spoken("receives_last", language))
    done = 0
    for start, end in hits:
        if start >= done:
            is_first = start < len(f" {MARK} ") or text.endswith(f" {MARK} ", 0, start)
            behind = end + len(f" {MARK}") * (is_first and end in marks)
            last = _next(marks, behind, text)
            done = max(_next(ends, behind, text), end)
            yield start, done
            verb = last - len(" ".join(text[max(done, last - REACH) : last].split(" ")[-_LAST:]))
            if is_last and verb > done:
                yield verb, last
                done = last


def _next(places: Sequence[int], start: int, text: str) -> int:
    """Return the first of some places behind another one, or the end of the text."""
    at = bisect_left(places, start)
    return places[at] if at < len(places) else len(text) - 1


def _instead(text: str, language: str | None) -> Iterator[Span]:
    """Yield the meetings that somebody had not: left without meeting her; ohne sie in Wien zu treffen."""
    infinitives = cues.word_list("denied_infinitives", language)
    meetings = cues.joined_list(language, "encounters", "meeting", "will_meet")
    is_last = bool(cues.spoken("receives_last", language))
    for start, end in _up_to_end(text, [*cues.word_list("instead", language).find(text)], language):
        clause = text[start:end]
        near = " ".join(clause.split()[: 2 * _SOON])
        met = meetings.first(near)
        is_told = met is not None and cues.word_list("took_place", language).is_in(near[met[1] :].strip())
        if infinitives.is_in(clause) if is_last else met and not is_told:  # not: sin ceremonia firmaron
            yield start, end


def _claimed(text: str, language: str | None) -> Iterator[Span]:
    """Yield the clauses behind which stands that somebody claims them: habe sie getroffen, behauptete eine Zeitung."""
    claims = cues.word_list("claims", language)
    if not claims.is_in(text):
        return
    clauses = Clauses.of(text, (), language)
    heads = [0, *(start for start, _ in clause_marks(clauses))]
    marks = [*(clauses.starts[at] for at, word in enumerate(clauses.words) if word == MARK), len(text)]
    for second, third in pairwise(marks):
        says = text[second:third]
        if len(says.split()) <= _SAID + 1 and claims.is_in(says) and not _is_beside(says, language):
            first = heads[max(bisect_left(heads, second) - 1, 0)]
            yield first, second


def _is_beside(says: str, language: str | None) -> bool:
    """Tell a clause with a verb of claims about somebody, or by which an office says so: che sostiene la pace."""
    if cues.word_list("relatives", language).at_start(says.removeprefix(MARK).strip()):
        return True
    is_said = cues.word_list("says_too", language).is_in(says)
    return is_said and cues.word_list("authorities", language).is_in(says)
