"""Tells who is only listed as present, which does not say of which side: also attended by Minister Ruiz."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.said import Said, by_sentence
from coopdb.author.draft.text.text import TITLE, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.links import is_link, untitled

_SOON = 6  # words from the phrase to the first of the list: also present at the talks in Nairobi were the
_NEXT = 1  # words from the last of the list to the phrase: both attended
_REACH = 90  # characters of these
_CLAUSE = frozenset(".;:،,\n")  # marks that end what the phrase is about


def attending(names: Names, said: Sequence[Said]) -> frozenset[int]:
    """Return where those are named who are listed as present, behind such words, or before them.

    Who is named before them is, where others are named in a sentence before: Ruiz and Novak attended the meeting.
    """
    found = set[int]()
    is_first = True
    for sentence, named in by_sentence(said).items():
        if sentence.rank != TITLE:
            found.update(each.person.start for each in _behind(names, sentence, named))
            if not is_first:
                found.update(each.person.start for each in _before(names, sentence, named))
            is_first = False
    return frozenset(found)


def _behind(names: Names, sentence: Passage, named: Sequence[Said]) -> Iterator[Said]:
    """Yield those of a sentence whom a list has behind words for being present: in the presence of Minister Ruiz."""
    ends = _ends(names, "attended_by", sentence)
    before: Said | None = None
    for each in named:
        near = each.person.whole_start
        place = bisect_right(ends, near)
        end = ends[place - 1] if place else None
        is_next = before is not None and _follows(names, before, each)
        before = each if is_next or (end is not None and _is_led_to(names, end, each)) else None
        if before is not None:
            yield each


def _before(names: Names, sentence: Passage, named: Sequence[Said]) -> Iterator[Said]:
    """Yield those of a sentence, who are one list, if words for being present stand behind it."""
    last = named[-1].person.whole_end
    behind = [word.folded for word in names.article.words_in(last, min(last + _REACH, sentence.end))]
    attend = cues.word_list("attended", names.language)
    is_told = any(attend.at_start(" ".join(behind[number:])) for number in range(_NEXT + 1))
    is_list = all(_follows(names, one, other) for one, other in pairwise(named))
    yield from named if is_told and is_list else ()


def _ends(names: Names, name: str, sentence: Passage) -> list[int]:
    """Return where in a sentence the phrases of a list end."""
    words = names.article.words_in(sentence.start, sentence.end)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word.folded) + 1)
    found = cues.word_list(name, names.language).find(" ".join(word.folded for word in words))
    return [words[bisect_left(starts, end) - 1].end for _, end in found]


def _is_led_to(names: Names, end: int, each: Said) -> bool:
    """Tell somebody soon behind a place, with no mark and no "with" between: also present at the talks were."""
    plain, near = names.article.plain, each.person.whole_start
    if near - end > _REACH or not _CLAUSE.isdisjoint(plain[end:near]):
        return False
    words = [word.folded for word in names.article.words_in(end, near)]
    return len(words) <= _SOON and cues.spoken("with", names.language).isdisjoint(words)


def _follows(names: Names, before: Said, each: Said) -> bool:
    """Tell the next one of a list."""
    between = names.article.plain[before.person.whole_end : each.person.whole_start]
    return is_link(untitled(between.removeprefix(")")), "list_next")
