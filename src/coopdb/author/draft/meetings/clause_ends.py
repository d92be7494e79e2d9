"""Where a clause ends that is about something wished, denied or only imagined, in marked text of folded words."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import accumulate, pairwise
from typing import NamedTuple

from coopdb.author.draft.meetings.no_meetings import Span
from coopdb.author.draft.text.phrases import MARK
from coopdb.author.draft.words import cues, telling_words

REACH = 100  # characters in which the words behind those of a list stand
_IN_TALKS = 3  # words between "in" and the talks in which somebody said so: in a first meeting
_ASIDE = 6  # words between two commas that say something besides


class Clauses(NamedTuple):
    """The words of marked text with where they start, its verbs of what was, and where something of a list begins."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    verbs: Mapping[int, int]
    begun: Set[int]
    language: str | None

    @classmethod
    def of(cls, text: str, hits: Sequence[Span], language: str | None) -> "Clauses":
        """Read marked text, in which something of a list begins at the hits."""
        words = text.split(" ")
        verbs = dict(cues.word_list("took_place", language).find(text))
        starts = [0, *accumulate(len(word) + 1 for word in words)]
        return cls(text, words, starts, verbs, {start for start, _ in hits} | verbs.keys(), language)

    def span(self, number: int, last: int = 0) -> Span:
        """Return from where to where a word stands, and others behind it up to the last."""
        last = max(number, last)
        return self.starts[number], self.starts[last] + len(self.words[last])


def clause_ends(clauses: Clauses, *, is_denial: bool) -> Iterator[Span]:
    """Yield what ends what a wish or a denial is about: the clause, a time, and what was told besides.

    So met in "wants closer ties and met", in talks in "urged him in talks in Oslo"; behind a denial only a verb that
    goes on with what was: refused to comment and met; not: denied that she had met him in talks.
    """
    words, language = clauses.words, clauses.language
    found = {*clause_marks(clauses, is_denial=is_denial), *_goes_on(clauses)}
    when = cues.spoken("when_words", language)
    found.update(clauses.span(number) for number, word in enumerate(words) if word in when)
    if not is_denial:
        found.update(past_verbs(clauses))
        talks = ((number, talks_behind(words, number, language)) for number in range(len(words)))
        found.update(clauses.span(number, number + size) for number, size in talks if size)
    yield from sorted(found)


def clause_marks(clauses: Clauses, *, is_denial: bool = False) -> Iterator[Span]:
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


def behind_that(clauses: Clauses) -> Iterator[Span]:
    """Yield the words behind which stands what somebody said."""
    that = telling_words.of_language("that", clauses.language)
    return (clauses.span(number) for number, word in enumerate(clauses.words) if word in that)


def past_verbs(clauses: Clauses) -> Iterator[Span]:
    """Yield the verbs of what was; not the holding of talks (one word in Arabic), nor: wollte sie empfangen."""
    meetings = cues.spoken("encounters", clauses.language)
    if cues.spoken("receives_last", clauses.language):
        meetings |= cues.spoken("will_meet", clauses.language) - cues.spoken("told_now", clauses.language)
    for start, end in clauses.verbs.items():
        following = clauses.text[end + 1 : end + REACH].partition(" ")[0]
        if meetings.isdisjoint((clauses.text[start:end], following)):
            yield start, end


def _goes_on(clauses: Clauses) -> Iterator[Span]:
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


def talks_behind(words: Sequence[str], number: int, language: str | None) -> int:
    """Return how many words behind "in" talks stand, at once or behind an article: in a first meeting; 0 for none."""
    if words[number] not in cues.spoken("in_talks", language):
        return 0
    meetings, small = (cues.spoken(name, language) for name in ("encounters", "common"))
    near = words[number + 1 : number + 1 + _IN_TALKS]
    at = next((size for size, word in enumerate(near, 1) if word in meetings), 0)
    return at if at == 1 or (at and near[0] in small) else 0
