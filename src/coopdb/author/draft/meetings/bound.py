"""Whether the sides that a sentence has are those of the meeting that it names, and do not only stand in it."""

from collections.abc import Iterator, Sequence, Set

from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.two_sides import has_somebody, offices, parties_named
from coopdb.author.draft.text.phrases import FoldedWords
from coopdb.author.draft.text.text import LEAD, TITLE, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office

_NEAR = 10  # words from a meeting to a party, and to an office
_FAR = 30  # the same, where the meeting is said to be between those that follow


def is_bound(names: Names, sentence: Passage, parties: Set[str], people: Sequence[Said], *, is_titled: bool) -> bool:
    """Tell a sentence whose meeting is one of the parties; of one without two officials, of whom a country is told.

    A title is, and one with words for the two. A lead names two of the parties, or has a party and an office close to
    its meeting; what stands further down has two offices, or such a party and office.
    Where fewer than two parties are known, that is not asked. Where the title tells of no meeting, somebody is told who
    may meet, two of the `people` that the sentence names are of two countries, or it is the visit of one.
    """
    is_visit = bool(people) and names.article.says(sentence, "visits_of")
    is_of_two = len({each.country.keys for each in people if each.country}) >= TWO_SIDES
    if not (is_titled or is_visit or is_of_two or has_somebody(names, sentence)):
        return False
    if len(parties) < TWO_SIDES or sentence.rank == TITLE or names.article.says(sentence, "two_sided"):
        return True
    named = parties & {*parties_named(names, sentence)}
    told = named if sentence.rank <= LEAD else offices(names, sentence)
    return len(told) >= TWO_SIDES or any(_has_both(names, sentence, named))


def _has_both(names: Names, sentence: Passage, parties: Set[str]) -> Iterator[bool]:
    """Yield for each meeting that a sentence names whether a party and an office stand close to it."""
    words = names.article.words_in(sentence.start, sentence.end)
    spoken = FoldedWords(words)
    joining = cues.spoken("between_two", names.language)
    for start, end in cues.joined_list(names.language, "encounters", "meeting", "joint_press").find(spoken.text):
        first, last = spoken.numbers(start, end)
        behind = words[last + 1 : last + 1 + _NEAR]
        reach = _NEAR if joining.isdisjoint(word.folded for word in behind) else _FAR
        near = words[max(first - _NEAR, 0) : last + 1 + reach]
        named = {each.keys[0] for each in names.beginning(near[0].start, near[-1].end)}
        yield not parties.isdisjoint(named) and any(is_office(each.folded) for each in near)
