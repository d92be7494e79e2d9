"""What a reader sees of plain text, Markdown or HTML, and where each character came from."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

_IS_HTML = re.compile(r"<(?:!doctype|html|head|body|article|p|div|h1)\b", re.IGNORECASE)
# Nothing here looks further than to the next tag, and what hides others is closed in `_hidden`: a page may be broken.
_HTML = re.compile(
    r"(?P<hidden><!--|<(?P<name>script|style|nav|footer|aside|form|noscript|head)\b)"
    r"|(?P<block></?(?:p|div|h[1-6]|li|ul|ol|br|tr|table|article|section|header|main|blockquote)\b[^<>]*+>)"
    r"|(?P<tag><[^<>]*+>)|(?P<entity>&#?\w{1,40};)",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*+>")
_MARKDOWN = re.compile(
    r"(?m)^\s{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)|\*\*|__|`+|!?\[(?=[^\]]{0,300}\]\()|\]\([^)\s\]]*+\)"
)


def seen(given: str) -> Iterator[tuple[str, int, int]]:
    """Yield the characters that a reader sees, each with its place in the given text."""
    done = 0
    for start, end, instead in _html(given) if _IS_HTML.search(given[:4000]) else _markdown(given):
        yield from _plain(given, done, start)
        yield from ((each, start, end) for each in instead)
        done = end
    yield from _plain(given, done, len(given))


def _markdown(given: str) -> Iterator[tuple[int, int, str]]:
    """Yield what a reader of Markdown does not see: from where, to where, and nothing instead."""
    return ((*found.span(), "") for found in _MARKDOWN.finditer(given))


def _html(given: str) -> Iterator[tuple[int, int, str]]:
    """Yield what a reader of a page does not see, and what is seen instead."""
    place, unclosed = 0, set[str]()
    while found := _HTML.search(given, place):
        start, place = found.span()
        instead = _instead(found)
        if found["hidden"]:
            name = (found["name"] or "").lower()
            end = None if name in unclosed else _end_of(name).search(given, place)
            if end is None:  # nothing closes it: it is a tag like any other
                unclosed.add(name)
                end, instead = _TAG.match(given, start), ""
            if end is None:
                continue
            place = end.end()
        yield start, place, instead


@cache
def _end_of(name: str) -> re.Pattern[str]:
    """Return what closes an element that is not seen, or a comment."""
    return re.compile(rf"</{name}\s*+>" if name else "-->", re.IGNORECASE)


def _plain(given: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    return ((" " if given[n] in "\r\u00a0\u200f\u200e\ufeff" else given[n], n, n + 1) for n in range(start, end))


def _instead(found: re.Match[str]) -> str:
    """Return what a reader sees of a tag or an entity."""
    if found["entity"]:
        return unescape(found[0])
    return "\n\n" if found["block"] else "" if found["tag"] else "\n\n"
