"""Whether a text says of a country that it names that it took part, or only speaks of it."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from coopdb.check.word_lists import folded, pattern, said_of, word_list
from coopdb.vocabulary.mentions import Mention, Mentions

_SENTENCE_END = re.compile(r"(?<!\d)[.!?؟;]\s")
_LISTING = re.compile(r"[,&/–-]")
_ARABIC_AND = re.compile(r"(?<!\w)و(?=\w{3})")
_SIDES = 2
_BEFORE, _AFTER = 80, 200  # characters of a sentence around a name that are looked at


class Survey(NamedTuple):
    """Which countries a text lists beside a recorded one, how many of those it names, where its sentences begin."""

    listed: frozenset[str]
    sides: int
    starts: tuple[int, ...]


def survey(text: str, names: Mentions, recorded: Collection[str | None]) -> Survey:
    """Look once at all the countries that a text names."""
    spaced = _ARABIC_AND.sub("و ", text)
    named = [*names.find(spaced)]
    parties = {each.keys for each in named if _is_of(each, recorded)}
    groups = (group for group in _groups(spaced, named) if any(_is_of(each, recorded) for each in group))
    listed = frozenset(each.text for group in groups for each in group)
    return Survey(listed, len(parties), (0, *(found.end() for found in _SENTENCE_END.finditer(text))))


def takes_part(key: str, text: str, mention: Mention, seen: Survey) -> bool:
    """Tell whether a text says that a country takes part which the record does not have.

    One in a list with a recorded country does. In a summary others do where a sentence begins with them and says that
    they joined, or where it says that somebody met with them; in a title unless a word before them says otherwise (aid
    for, talks on), or two that are recorded are named already.
    """
    if mention.text in seen.listed:
        return True
    place = bisect_right(seen.starts, mention.start)
    start = max(seen.starts[place - 1], mention.start - _BEFORE)
    if text[start : mention.start].endswith(". "):  # after a number, which ends no sentence before a month: am 3. März
        start = mention.start
    words = folded(text[start : mention.start])
    before = words.split()
    while before and before[-1] in word_list("listed"):
        before.pop()
    if key == "summary" and before:
        return _ends_with("in_company", words)
    if key == "summary":
        end = min([*seen.starts[place : place + 1], mention.end + _AFTER])
        return bool(said_of("took_part", text[mention.end : end]))
    return seen.sides < _SIDES and not _ends_with("spoken_of", " ".join(before))


def _ends_with(name: str, words: str) -> bool:
    """Tell whether folded words end with a phrase of a list."""
    return any(found.end() == len(words) for found in pattern(name).finditer(words))


def _is_of(mention: Mention, recorded: Collection[str | None]) -> bool:
    return any(key in recorded for key in mention.keys)


def _groups(text: str, named: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the countries that stand in one list: A, B and C."""
    group: list[Mention] = []
    for each in named:
        if group and not _is_list(text[group[-1].end : each.start]):
            yield group
            group = []
        group.append(each)
    yield group


def _is_list(between: str) -> bool:
    """Tell whether what stands between two names makes them a list: a comma or a dash, or `and`, and articles."""
    words = folded(between)
    return bool(_LISTING.search(between) or words) and word_list("listed").issuperset(words.split())
