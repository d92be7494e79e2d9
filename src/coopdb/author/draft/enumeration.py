"""The parties that a text lists: the members of the group, A, B, C and D, met."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coopdb.author.draft.names import NamedParty, Names
from coopdb.author.draft.text import BODY, TITLE, Article, Passage

_TWO = 2  # countries of a title
_FEWEST, _ALONE = 3, 4  # countries of a list that has the home country, and of one where none is known
_GAP = re.compile(r"\s*+(?:(?:[,;،؛&]|\b(?:and|et|y|e|und|och|en|the|la|le|les|of|Republic)\b|\bl['’]|و)\s*+)*+")
_REACH = 24  # characters of what stands between two of a list
_TALKED_OF = re.compile(
    r"\b(?:in|to|such as|including|like|visit|visits|visited|on|about|en|sur|à|dans|au|aux|comme|i|till|om|von|nach"
    r"|über|sobre|com|como|su)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEFORE = 20  # characters before a list


def listed_parties(article: Article, names: Names, home: str | None) -> tuple[NamedParty, ...]:
    """Return the countries that title or lead list as those who met, home among them; none where they do not.

    A title that names two is about those two.
    """
    titled = {each.keys[0] for each in names.of_kind("country") if article.rank_at(each.start) == TITLE}
    if len(titled) == _TWO:
        return ()
    for paragraph in article.paragraphs:
        if paragraph.rank < BODY and _meets(article, paragraph):
            runs = (each for run in _runs(article, names, paragraph) for each in reversed(run))
            once = {each.keys[0]: each for each in runs if each.kind == "country"}
            if len(once) >= (_FEWEST if home in once else _ALONE) and (home is None or home in once):
                return tuple(sorted(once.values(), key=lambda each: each.start))
    return ()


def _meets(article: Article, paragraph: Passage) -> bool:
    number = article.sentence_number(paragraph.start)
    near = (each for each in article.sentences[number:] if each.start < paragraph.end)
    return any(article.says(each, "meeting") or article.says(each, "gathered") for each in near)


def _runs(article: Article, names: Names, paragraph: Passage) -> Iterator[list[NamedParty]]:
    """Yield each list of three countries or more in a paragraph, unless it is what they talked of or went to."""
    found = [each for each in names.within(paragraph.start, paragraph.end) if _may_be_listed(each, paragraph)]
    run: list[NamedParty] = found[:1]
    for before, each in pairwise(found):
        if not _follows(article, before, each):
            yield from _whole(article, run)
            run = []
        run.append(each)
    yield from _whole(article, run)


def _whole(article: Article, run: list[NamedParty]) -> Iterator[list[NamedParty]]:
    if len({each.keys[0] for each in run}) >= _FEWEST:
        start = run[0].start
        if not _TALKED_OF.search(article.plain[max(start - _BEFORE, 0) : start]):
            yield run


def _may_be_listed(mention: NamedParty, paragraph: Passage) -> bool:
    return mention.kind != "city" and not mention.is_adjective and mention.start >= paragraph.start


def _follows(article: Article, before: NamedParty, each: NamedParty) -> bool:
    gap = article.plain[before.end : each.start]
    return len(gap) <= _REACH and _GAP.fullmatch(gap) is not None
