"""The elements of a page of HTML: which blocks are within which, what text stands in them, and how much of it is links.

Own code, because every value of a draft tells where in the given text its words stand: of lxml, selectolax, html5lib
and Beautiful Soup none keeps that place, and trafilatura (63 MB, 0.5 s to import) gives back another text. What this
reads is scanned once, whatever is broken in it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import NamedTuple

from coopdb.pattern import pattern

# Nothing here looks further than to the end of its tag. A quote opened in one tag may go on in the next: from any two
# tags that are tried, one is then inside a quote where the other is outside, so no place is passed more than thrice.
_TOKEN = pattern(
    r"(?P<raw><!--|<(?P<raw_name>script|style|noscript|template|svg|iframe|head|textarea|select|button|object|canvas"
    r"|audio|video)\b)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*+)(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
    r"|(?P<tag><[/!?a-zA-Z][^<>]*+>)|(?P<entity>&#?\w{1,40};)",
    re.IGNORECASE,
)
_TAG = pattern(r"<[^<>]*+>")
_WORD = pattern(r"\w+")
_ATTRIBUTE = pattern(
    r"(?<![\w:.-])(?P<name>[\w:.-]++)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'>]++)))?+"
)
_BLOCKS = frozenset(
    "html body main article section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody thead tfoot tr td th "  # noqa: SIM905  # a list of words
    "header footer nav aside form figure figcaption blockquote dialog menu details fieldset address pre center".split()
)
_BREAKS = frozenset({"br", "hr"})
_ENDED_BY_THEIR_LIKE = frozenset({"p", "li", "tr", "td", "th", "dt", "dd", "option"})


Attributes = Mapping[str, tuple[str, int, int]]

BREAK = "\n\n"  # what is read instead of the beginning and the end of a block
_NO_LINK = 0
_LONGEST_LINK = 60  # words; a link that goes on for longer was not closed


@dataclass(slots=True)
class Element:
    """A block of a page: its name, the block around it, its attributes, and the words that stand in it.

    `words` and `linked`, those of them in links, count what is inside its inner blocks too; `own` is what no link and
    no inner block has.
    """

    name: str
    parent: int
    attributes: Attributes = field(default_factory=dict)
    words: int = 0
    linked: int = 0
    links: int = 0
    own: int = 0

    def attribute(self, name: str) -> str:
        """Return the value of an attribute in lower case, or nothing."""
        return self.attributes.get(name, ("", 0, 0))[0].lower()


class Run(NamedTuple):
    """A piece of text that a reader sees: from where to where, of which block, and what is read instead of it."""

    start: int
    end: int
    element: int
    instead: str | None = None


@dataclass(slots=True)
class Markup:
    """The blocks of a page, each after the one that it is in, its text in order, and which blocks nothing closes."""

    elements: list[Element] = field(default_factory=lambda: [Element("", 0)])
    runs: list[Run] = field(default_factory=list)
    unclosed: frozenset[int] = frozenset()


class _Scanner:
    """Reads a page once, tag by tag."""

    def __init__(self, given: str) -> None:
        self.given = given
        self.markup = Markup()
        self._open = [0]
        self._named = Counter[str]()
        self._link = _NO_LINK  # how many blocks were open where the link began, and the words in it so far
        self._linked = 0

    def scan(self) -> Markup:
        done = 0
        for found, end in _tokens(self.given):
            self._text(done, found.start())
            self._take(found, end)
            done = end
        self._text(done, len(self.given))
        self.markup.unclosed = frozenset(self._open)
        self._add_up()
        return self.markup

    def _take(self, found: re.Match[str], end: int) -> None:
        """Take in one tag, entity, or hidden part."""
        if found["entity"]:
            self._run(found.start(), end, unescape(found[0]))
            return
        name = (found["name"] or "").lower()
        if name == "a":
            is_link = not found["close"] and "href" in found["attributes"].lower()
            self._link, self._linked = (len(self._open) if is_link else _NO_LINK), 0
            self.markup.elements[self._open[-1]].links += is_link
        elif name in _BLOCKS:
            self._break(found.start(), end)
            if found["close"]:
                self._close(name)
            else:
                self._begin(name, attributes_of(found["attributes"]))
        elif name in _BREAKS or found["raw"]:
            self._break(found.start(), end)

    def _begin(self, name: str, attributes: Attributes) -> None:
        elements = self.markup.elements
        if name in _ENDED_BY_THEIR_LIKE and elements[self._open[-1]].name == name:
            self._close(name)
        elements.append(Element(name, self._open[-1], attributes))
        self._open.append(len(elements) - 1)
        self._named[name] += 1

    def _close(self, name: str) -> None:
        """Close the innermost block of a name, and those inside it; what was never opened closes nothing."""
        while self._named[name]:
            closed = self.markup.elements[self._open.pop()].name
            self._named[closed] -= 1
            if len(self._open) < self._link:
                self._link = _NO_LINK  # a link that is not closed ends with its block
            if closed == name:
                return

    def _text(self, start: int, end: int) -> None:
        if start < end:
            self._run(start, end, None)
            words = sum(1 for _ in _WORD.finditer(self.given, start, end))
            element = self.markup.elements[self._open[-1]]
            element.words += words
            self._linked += words
            if self._link != _NO_LINK and self._linked <= _LONGEST_LINK:
                element.linked += words
            else:
                element.own += words

    def _run(self, start: int, end: int, instead: str | None) -> None:
        self.markup.runs.append(Run(start, end, self._open[-1], instead))

    def _break(self, start: int, end: int) -> None:
        self._run(start, end, BREAK)

    def _add_up(self) -> None:
        """Add the words of each block to the block around it."""
        elements = self.markup.elements
        for element in reversed(elements[1:]):
            around = elements[element.parent]
            around.words += element.words
            around.linked += element.linked
            around.links += element.links


def read_markup(given: str) -> Markup:
    """Read the blocks and the text of a page; never fails."""
    return _Scanner(given).scan()


def _tokens(given: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield each tag, entity or hidden part, and where it ends."""
    place, unclosed = 0, set[str]()
    while found := _TOKEN.search(given, place):
        place = found.end()
        if found["raw"]:
            name = (found["raw_name"] or "").lower()
            end = None if name in unclosed else _end_of(name).search(given, place)
            if end is None:  # nothing closes it: it is a tag like any other
                unclosed.add(name)
                end = _TAG.match(given, found.start())
            if end is None:
                continue
            place = end.end()
        yield found, place


@cache
def _end_of(name: str) -> re.Pattern[str]:
    """Return what closes an element that is not seen, or a comment."""
    return re.compile(rf"</{name}\s*+>" if name else "-->", re.IGNORECASE)


def attributes_of(text: str) -> Attributes:
    """Return the attributes in the text of a tag: each value, empty where it has none, and where it stands."""
    found: dict[str, tuple[str, int, int]] = {}
    for each in _ATTRIBUTE.finditer(text):
        kind = next((kind for kind in ("double", "single", "bare") if each[kind] is not None), "name")
        value = "" if kind == "name" else each[kind]
        found.setdefault(each["name"].lower(), (value, *each.span(kind)))
    return found
