"""The parties that a text lists: the members of the group, A, B, C and D, met."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.parties import prominence
from coopdb.author.draft.text.text import BODY, Article, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.links import has_and
from coopdb.author.draft.words.name_forms import is_office
from coopdb.text import fold

_FEWEST, _ALONE = 3, 4  # countries of a list that has the home country, and of one where none is known
_REACH = 90  # characters of what stands between two of a list
_BEFORE = 20  # characters before a list
_NEAR = 10  # words before a list in which a journey stands


class PartyList(NamedTuple):
    """The parties of a list, and from where to where names stand in it that are not known."""

    parties: tuple[NamedParty, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()


def listed_parties(article: Article, names: Names, home: str | None) -> PartyList:
    """Return what title or lead list as those who met, home among them; nothing where they do not.

    A title that names two is about those two.
    """
    if len(names.titled) == TWO_SIDES:
        return PartyList()
    is_titled = home is None and any(_is_of_three(names, each) for each in article.titles)
    for paragraph in article.paragraphs:
        if paragraph.rank < BODY and _meets(article, paragraph):
            runs = [*_runs(article, names, paragraph)]
            once = {each.keys[0]: each for run in runs for each in reversed(run.parties)}
            countries = {key for key, each in once.items() if each.kind == "country"}
            is_sure = home in once or is_titled or (home is None and _is_of_three(names, paragraph))
            if len(countries) >= (_FEWEST if is_sure else _ALONE) and (home is None or home in once):
                found = sorted(once.values(), key=lambda each: each.start)
                return PartyList(tuple(found), tuple(span for run in runs for span in run.unknown))
    return PartyList()


def _is_of_three(names: Names, passage: Passage) -> bool:
    """Tell that a passage speaks of three sides: trilateral, all three."""
    return cues.word_list("three_sided", names.language).is_in(names.article.folded(passage))


def _meets(article: Article, paragraph: Passage) -> bool:
    near = article.sentences_in(paragraph.start, paragraph.end)
    return any(article.says(each, "may_meet") or article.says(each, "gathered") for each in near)


def _runs(article: Article, names: Names, paragraph: Passage) -> Iterator[PartyList]:
    """Yield each list of three countries or more in a paragraph, unless it is what they talked of or went to."""
    found = [each for each in names.within(paragraph.start, paragraph.end) if _may_be_listed(each, paragraph)]
    run: list[NamedParty] = found[:1]
    unknown: list[tuple[int, int]] = []
    for before, each in pairwise(found):
        is_same = before.keys == each.keys  # the Swiss Confederation (Switzerland)
        between = [] if is_same else _between(article.plain, before.end, each.start)
        if between is None:
            yield from _whole(names, run, unknown)
            run, unknown = [], []
        run.append(each)
        unknown += between or ()
    yield from _whole(names, run, unknown)


def _whole(names: Names, run: list[NamedParty], unknown: list[tuple[int, int]]) -> Iterator[PartyList]:
    if len({each.keys[0] for each in run}) >= _FEWEST:
        article, start = names.article, run[0].start
        is_aside = prominence.is_example(article, names, run[0]) or _is_of_journey(names, run[0])
        if not is_aside and not _is_talked_of(article.plain[max(start - _BEFORE, 0) : start]):
            yield PartyList(tuple(run), (*unknown, *_last(article.plain, run)))


def _is_talked_of(before: str) -> bool:
    """Tell the words before a list of what others talk about, or visit: on, such as."""
    lists = ("toward", "locatives", "abouts", "among_them", "visits_place")
    return cues.ending(None, *lists).search(before) is not None


def _is_of_journey(names: Names, first: NamedParty) -> bool:
    """Tell a list of where a journey goes, or of some of many: a tour of three countries, Kenya, Ghana and Togo."""
    start = max(names.article.sentence_at(first.start).start, first.start - _REACH)
    before = [word.folded for word in names.article.words_in(start, first.start)][-_NEAR:]
    while before and before[-1] in cues.spoken("articles", names.language):
        before.pop()
    text = " ".join(before)
    tours = [*cues.word_list("tour", names.language).find(text)]
    is_toured = bool(tours) and not any(map(is_office, text[tours[-1][1] :].split()))
    return is_toured or any(text.endswith(f" {each}") for each in cues.spoken("among_them", names.language))


def _last(plain: str, run: list[NamedParty]) -> Iterator[tuple[int, int]]:
    """Yield the unknown name that ends a list, where no other does: Kenya, Ghana and Xland."""
    link = _last_link().match(plain, run[-1].end)
    is_closed = has_and(plain[run[-2].end : run[-1].start])
    name = _name().match(plain, link.end()) if link and not is_closed else None
    if name and _is_unknown(name[0]):
        yield name.span()


@cache
def _last_link() -> re.Pattern[str]:
    """Return what matches what stands before the last of a list."""
    return re.compile(rf"\s*,?\s*\b{cues.either('list_and')}\s+(?:the\s+)?(?=[^\W\d_a-z])")


@cache
def _mark() -> re.Pattern[str]:
    """Return what matches what stands between two of a list."""
    return re.compile(rf"\s*+(?:[,;،؛&]|\b{cues.either('list_and')}\b)\s*+")


def _may_be_listed(mention: NamedParty, paragraph: Passage) -> bool:
    return mention.kind != "city" and not mention.is_adjective and mention.start >= paragraph.start


def _between(plain: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """Return where unknown names stand between two of a list; None where the two are not of one list."""
    if end - start > _REACH or end <= start:
        return None
    unknown = []
    marks = [*_mark().finditer(plain, start, end)]
    if not marks or plain[start : marks[0].start()].strip(" )"):  # something stands before the first comma
        return None
    for mark, following in zip(marks, [*(each.start() for each in marks[1:]), end], strict=True):
        first = _past_articles(plain, mark.end(), following)
        if first < following and not _is_named(plain, first, following):
            return None
        if first < following:
            unknown.append((first, following))
    return unknown


def _past_articles(plain: str, start: int, end: int) -> int:
    articles = _articles().match(plain, start, end)
    return articles.end() if articles else start


def _is_named(plain: str, start: int, end: int) -> bool:
    name = _name().fullmatch(plain, start, end)
    return name is not None and _is_unknown(name[0])


def _is_unknown(name: str) -> bool:
    """Tell a name that may be a party's from somebody's office."""
    return not any(map(is_office, fold(name).split()))


@cache
def _articles() -> re.Pattern[str]:
    """Return what matches what stands before the name of a country: the Republic of."""
    words = cues.either("articles", "of", "forms_of_state")
    return re.compile(rf"(?:\b{words}\b['’]?|\s)++")


@cache
def _name() -> re.Pattern[str]:
    """Return what matches a name with a capital, of seven words at most, and what joins them."""
    word = r"[^\W\d_a-z][\w’'.-]*"
    return re.compile(rf"{word}(?:\s(?:{cues.either('name_links')}\s)*+{word}){{0,6}}")
