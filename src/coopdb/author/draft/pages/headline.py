"""The headline of a page: the heading that the page's own title names, the first large one, or that title itself."""

from collections.abc import Iterator
from typing import NamedTuple

from coopdb.author.draft.pages.main_text import MainText
from coopdb.author.draft.pages.markup import BREAK, Markup, Run
from coopdb.author.draft.pages.page_facts import PageData
from coopdb.pattern import pattern
from coopdb.text import fold

_SITE = pattern(r"\s[|–—·«»:-]\s")  # what stands between the title of a page and the name of its site
_HEADINGS = ("h1", "h2")
_FEWEST = 2  # words of a headline
_LONGEST = 300  # characters of a title
_TITLES = 5  # of a page; one has three kinds of them


class Headline(NamedTuple):
    """The text of a headline, and the elements that it is in, if it is in the text at all."""

    runs: tuple[Run, ...] = ()
    elements: frozenset[int] = frozenset()


def find_headline(given: str, markup: Markup, text: MainText, data: PageData) -> Headline:
    """Find the headline of a page; without one the text begins as it does."""
    headings = _headings(given, markup, text)
    titles = data.titles[:_TITLES]
    numbers = {said: number for number, said in reversed(headings.items())}
    named = [fold(each) for title, _ in titles for each in _without_site(title)]
    if found := next((numbers[each] for each in named if each in numbers), 0):
        return _heading(markup, found)
    first = next((number for number in headings if markup.elements[number].name == "h1" and text.is_read[number]), 0)
    if first:
        return _heading(markup, first)
    if titles:
        title, (start, end) = titles[0]
        return Headline((Run(start, end, 0, title),))
    return _heading(markup, next(iter(headings))) if headings else Headline()


def _headings(given: str, markup: Markup, text: MainText) -> dict[int, str]:
    """Return the folded text of each heading that may be the headline, those in the article first."""
    said: dict[int, list[str]] = {
        number: []
        for number, each in enumerate(markup.elements)
        if each.name in _HEADINGS and not text.is_dropped[number]
    }
    for run in markup.runs:
        if run.element in said:
            said[run.element].append(given[run.start : run.end] if run.instead is None else run.instead)
    ordered = sorted(said, key=lambda number: (not text.is_read[number], markup.elements[number].name, number))
    folded = {number: fold("".join(said[number])) for number in ordered}
    return {number: words for number, words in folded.items() if len(words.split()) >= _FEWEST}


def _without_site(title: str) -> Iterator[str]:
    """Yield a title, then the longer and the shorter part of it, of which one may be the name of the site."""
    yield title
    for found in _SITE.finditer(title[:_LONGEST]):
        yield from sorted((title[: found.start()], title[found.end() :]), key=len, reverse=True)


def _heading(markup: Markup, number: int) -> Headline:
    """Return a heading on one line."""
    runs = (run for run in markup.runs if run.element == number)
    return Headline(
        tuple(run._replace(instead=" ") if run.instead == BREAK else run for run in runs), frozenset({number})
    )
