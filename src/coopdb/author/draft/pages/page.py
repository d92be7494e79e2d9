"""What a reader sees of plain text, Markdown or HTML, and where each character came from."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import combining, is_normalized, normalize

from coopdb.author.draft.pages.page_facts import PageData

if TYPE_CHECKING:
    from coopdb.author.draft.pages.markup import Run

_BLANKS = "\r\u00a0\u200f\u200e\ufeff"
_SPACES = _BLANKS + "\n\t"
_IS_HTML = re.compile(r"<(?:!doctype|html|head|body|article|p|div|h1)\b", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"(?m)^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)|\*\*|__|`+|!?\[(?=[^\]]{0,300}\]\()|\]\([^)\s\]]*+\)"
)


def seen(given: str, data: PageData) -> Iterator[tuple[str, int, int]]:
    """Yield the characters that a reader sees, each with its place in the given text: a letter with its accent as one."""
    characters = _read_page(given, data) if is_page(given) else _read_markdown(given)
    return characters if is_normalized("NFC", given) else _composed(characters)


def _composed(characters: Iterator[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Yield characters, and as one a letter and the accent that stands behind it by itself, as names of files have it."""
    letter, start, end = next(characters, ("", 0, 0))
    for character, first, last in characters:
        whole = normalize("NFC", letter + character) if combining(character) else letter + character
        if len(whole) == 1:
            letter, end = whole, last
        else:
            yield letter, start, end
            letter, start, end = character, first, last
    if letter:
        yield letter, start, end


def data_of(given: str) -> PageData:
    """Return what a page says of its article; nothing for other texts."""
    if not is_page(given):
        return PageData()
    from coopdb.author.draft.pages.page_data import read_page_data  # only now: a plain text needs no reader of pages

    return read_page_data(given)


def is_page(given: str) -> bool:
    """Tell HTML from plain text and Markdown, by how it begins."""
    return _IS_HTML.search(given[:4000]) is not None


def _read_markdown(given: str) -> Iterator[tuple[str, int, int]]:
    """Yield what a reader of Markdown sees."""
    done = 0
    for found in _MARKDOWN.finditer(given):
        yield from _plain(given, done, found.start())
        done = found.end()
    yield from _plain(given, done, len(given))


def _read_page(given: str, data: PageData) -> Iterator[tuple[str, int, int]]:
    """Yield the headline of a page and the text of its article."""
    from coopdb.author.draft.pages.headline import find_headline
    from coopdb.author.draft.pages.main_text import MainText
    from coopdb.author.draft.pages.markup import read_markup

    markup = read_markup(given)
    text = MainText(markup)
    headline = find_headline(given, markup, text, data)
    for run in headline.runs:
        yield from _run(given, run)
    if headline.runs:
        yield from (("\n", headline.runs[-1].end, headline.runs[-1].end) for _ in range(2))
    for run in markup.runs:
        if text.is_read[run.element] and run.element not in headline.elements:
            yield from _run(given, run)


def _run(given: str, run: "Run") -> Iterator[tuple[str, int, int]]:
    """Yield what is seen of a piece of a page, where a line end is a space."""
    if run.instead is None:
        return ((" " if given[n] in _SPACES else given[n], n, n + 1) for n in range(run.start, run.end))
    return ((each, run.start, run.end) for each in run.instead)


def _plain(given: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    return ((" " if given[n] in _BLANKS else given[n], n, n + 1) for n in range(start, end))
