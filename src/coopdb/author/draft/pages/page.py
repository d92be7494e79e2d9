"""What a reader sees of plain text, Markdown or HTML, and where each character came from."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, is_normalized, normalize

from coopdb.author.draft.pages.page_facts import PageData
from coopdb.invisible import has_invisible, unread
from coopdb.pattern import pattern

if TYPE_CHECKING:
    from coopdb.author.draft.pages.markup import Run

_BLANKS = str.maketrans(dict.fromkeys("\r\u00a0", " "))
_SPACES = _BLANKS | str.maketrans(dict.fromkeys("\n\t", " "))
_IS_HTML = pattern(r"<(?:!doctype|html|head|body|article|p|div|h1)\b", re.IGNORECASE)
_MARKDOWN = pattern(
    r"(?m)^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)|\*\*|__|`+|!?\[(?=[^\]]{0,300}\]\()|\]\([^)\s\]]*+\)"
    r"|&(?:shy|zwn?j|[lr]rm|ZeroWidthSpace|NoBreak|#(?:173|1564|820[3-7]|8288|65279)"  # invisible, by name
    r"|#[xX]0{0,4}(?:[aA][dD]|61[cC]|200[b-fB-F]|2060|[fF][eE][fF]{2}));"
)


class Stretch(NamedTuple):
    """Characters that a reader sees, and for each from where to where it stands in the given text."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def seen(given: str, data: PageData) -> Iterator[Stretch]:
    """Yield what a reader sees, in order; a letter and the accent that stands behind it by itself are one character."""
    stretches = map(_without_unread, _read_page(given, data) if is_page(given) else _read_markdown(given))
    return stretches if is_normalized("NFC", given) and not has_invisible(given) else map(_composed, stretches)


def _without_unread(seen: Stretch) -> Stretch:
    """Return a stretch without characters that nobody sees: soft hyphens, zero-width spaces, marks of direction."""
    hidden = frozenset(unread(seen.text))
    if not hidden:
        return seen
    kept = [place for place in range(len(seen.text)) if place not in hidden]
    text = "".join(seen.text[place] for place in kept)
    return Stretch(text, [seen.starts[place] for place in kept], [seen.ends[place] for place in kept])


def _composed(seen: Stretch) -> Stretch:
    """Return a stretch with the letters and their accents composed: a text from a file name or an old page."""
    text, starts, ends = list[str](), list[int](), list[int]()
    for character, start, end in zip(*seen, strict=True):
        whole = normalize("NFC", text[-1] + character) if text and combining(character) else ""
        if len(whole) == 1:
            text[-1], ends[-1] = whole, end
        else:
            text.append(character)
            starts.append(start)
            ends.append(end)
    return Stretch("".join(text), starts, ends)


def data_of(given: str) -> PageData:
    """Return what a page says of its article; nothing for other texts."""
    if not is_page(given):
        return PageData()
    from coopdb.author.draft.pages.page_data import read_page_data  # only now: a plain text needs no reader of pages

    return read_page_data(given)


def is_page(given: str) -> bool:
    """Tell HTML from plain text and Markdown, by how it begins."""
    return _IS_HTML.search(given[:4000]) is not None


def _read_markdown(given: str) -> Iterator[Stretch]:
    """Yield what a reader of Markdown sees."""
    done = 0
    for found in _MARKDOWN.finditer(given):
        yield _stretch(given, done, found.start(), _BLANKS)
        done = found.end()
    yield _stretch(given, done, len(given), _BLANKS)


def _read_page(given: str, data: PageData) -> Iterator[Stretch]:
    """Yield the headline of a page and the text of its article."""
    from coopdb.author.draft.pages.headline import find_headline
    from coopdb.author.draft.pages.main_text import MainText
    from coopdb.author.draft.pages.markup import read_markup

    markup = read_markup(given)
    text = MainText(markup)
    headline = find_headline(given, markup, text, data)
    for run in headline.runs:
        yield _run(given, run)
    if headline.runs:
        end = (headline.runs[-1].end,)
        yield Stretch("\n\n", end * 2, end * 2)
    for run in markup.runs:
        if text.is_read[run.element] and run.element not in headline.elements:
            yield _run(given, run)


def _run(given: str, run: "Run") -> Stretch:
    """Return what is seen of a piece of a page, where a line end is a space."""
    if run.instead is None:
        return _stretch(given, run.start, run.end, _SPACES)
    length = len(run.instead)
    return Stretch(run.instead, (run.start,) * length, (run.end,) * length)


def _stretch(given: str, start: int, end: int, blanks: dict[int, str]) -> Stretch:
    """Return a part of the given text as it stands, but for characters that look like a space."""
    return Stretch(given[start:end].translate(blanks), range(start, end), range(start + 1, end + 1))
