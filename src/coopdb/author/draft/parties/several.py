"""What several sides did together: a statement of them all, an act done jointly, a meeting that bears their names."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from coopdb.author.draft.names.belonging import has_office
from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.parties.prominence import is_linked
from coopdb.author.draft.text.text import LEAD, TITLE, Passage
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office

_MANY = 3
_NEAR = 5  # words between the names of two sides and the meeting that bears them
_HEAD = 4  # sentences of the lead that may say who chaired
_BEFORE = 10  # characters before a name that tell a place


def speak_together(names: Names, wording: Phrasing) -> bool:
    """Tell a statement of several, who name themselves at its head: we, the ministers of Kenya and Norway."""
    article = names.article
    titled = {each.keys[0] for title in wording.titles for each in _balance(names, title)}
    for each in wording.opening:
        if each.rank > TITLE and _we().match(article.plain, each.start):
            offices = sum(map(is_office, article.folded(each).split()))
            if (
                len({side.keys[0] for side in _balance(names, each)}) >= TWO_SIDES
                or min(offices, len(titled)) >= TWO_SIDES
            ):
                return True
    return False


def stood_together(names: Names) -> tuple[NamedParty, ...]:
    """Return three or more countries of which one sentence of the lead names somebody, in a text about a trilateral."""
    article = names.article
    head = [*article.titles, *[each for each in article.sentences if each.rank == LEAD][:_HEAD]]
    if not any(_has(names, each, "together") for each in head):
        return ()
    for each in head:
        found = {side.keys[0]: side for side in _balance(names, each) if has_office(article, side)}
        if each.rank == LEAD and len(found) >= _MANY:
            return tuple(found.values())
    return ()


def acted_together(names: Names, wording: Phrasing) -> bool:
    """Tell what two sides did jointly, or a meeting that bears the names of both, in title or lead."""
    return bool(stood_together(names)) or any(
        (_has(names, each, "done_jointly") and any(_pairs(names, each))) or _is_of_both(names, wording, each)
        for each in wording.opening
    )


def _is_of_both(names: Names, wording: Phrasing, sentence: Passage) -> bool:
    """Tell a meeting that is said to have been held: the third Kenya-Norway Dialogue, or one that a member chaired."""
    if not _has(names, sentence, "convened"):
        return False
    if any(_is_of_meeting(names, sentence, pair) for pair in _pairs(names, sentence)):
        return True
    head = (*wording.titles, *wording.leads[:_HEAD])
    named = {each.keys[0] for one in head for each in _balance(names, one)}
    is_chaired = any(_has(names, each, "chaired") for each in head)
    alone = ((each, each) for each in _balance(names, sentence) if each.kind == "organization")
    return is_chaired and len(named) >= TWO_SIDES and any(_is_of_meeting(names, sentence, each) for each in alone)


def _is_of_meeting(names: Names, sentence: Passage, pair: tuple[NamedParty, NamedParty]) -> bool:
    """Tell names beside the word for a meeting: India-Singapore Roundtable, dialogue between Kenya and Norway."""
    behind = names.article.words_in(pair[1].end, sentence.end)[:_NEAR]
    before = names.article.words_in(sentence.start, pair[0].start)[-_NEAR:]
    nouns = cues.word_list("meetings_of_both", names.language)
    return any(nouns.is_in(" ".join(word.folded for word in near)) for near in (behind, before))


def _has(names: Names, sentence: Passage, name: str) -> bool:
    return cues.word_list(name, names.language).is_in(names.article.folded(sentence))


def _balance(names: Names, sentence: Passage) -> Iterator[NamedParty]:
    """Yield the countries and organisations that a sentence names, but as places: in Kenya."""
    plain = names.article.plain
    for each in names.in_sentence(sentence):
        if each.kind != "city" and not cues.ending(names.language, "locatives").search(
            plain, max(each.start - _BEFORE, 0), each.start
        ):
            yield each


def _pairs(names: Names, sentence: Passage) -> Iterator[tuple[NamedParty, NamedParty]]:
    """Yield two that a sentence names in one breath."""
    for first, second in pairwise(_balance(names, sentence)):
        if first.keys != second.keys and is_linked(names.article, first, second):
            yield first, second


@cache
def _we() -> re.Pattern[str]:
    we = cues.either("we")
    return re.compile(rf"\W*{we}\W{{0,2}},", re.IGNORECASE)
