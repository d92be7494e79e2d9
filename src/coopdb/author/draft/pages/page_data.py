"""What a page says of its article beside the text: `meta` and `link` elements, JSON-LD, `<title>` and `<html lang>`."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from coopdb.author.draft.pages.markup import Attributes, attributes_of
from coopdb.author.draft.pages.page_facts import Fact, PageData, is_fit
from coopdb.invisible import read_value
from coopdb.pattern import pattern
from coopdb.record.addresses import is_address
from coopdb.record.dates import whole_day
from coopdb.text import is_writable

# None of these can backtrack, or look on from every place: a page may be broken.
_TAG = pattern(
    r"<(?P<name>meta|link|html|time|span)\s(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)", re.IGNORECASE
)
_SCRIPT = pattern(r"<script\b(?P<attributes>[^<>]*+)>(?P<content>[^<]*+(?:<(?!/script)[^<]*+)*+)", re.IGNORECASE)
_TITLE = pattern(r"<title\b[^<>]*+>([^<]*+)", re.IGNORECASE)
_STRING = pattern(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_DAY = pattern(r"\d{4}-\d\d-\d\d(?!\d)")
_URL = pattern(r"https?://[^\s\"'<>]++")
_ARTICLES = pattern(r"Article|NewsArticle|Report\w*|BlogPosting|PressRelease|WebPage|LiveBlogPosting")
_METAS = {
    "og:site_name": "publisher",
    "dc.publisher": "publisher",
    "dcterms.publisher": "publisher",
    "citation_publisher": "publisher",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "og:url": "url",
    "article:published_time": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.date": "published",
    "dcterms.issued": "published",
    "datepublished": "published",
    "publishdate": "published",
    "pubdate": "published",
    "og:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "twitter:title": "title",
}
_LINKED = {
    "headline": ("title", "name"),
    "datePublished": ("published", "@value"),
    "author": ("author", "name"),
    "publisher": ("publisher", "name"),
    "url": ("url", "@id"),
    "mainEntityOfPage": ("url", "@id"),
    "inLanguage": ("language", "name"),
}
_NAMES = ("author", "publisher")
_DEEPEST = 200  # brackets of JSON-LD within one another, which Python reads by recursion


def read_page_data(given: str) -> PageData:
    """Read what a page says of its article; never fails."""
    order = {"canonical": 0, "meta": 1, "JSON-LD": 2, "time": 3, "title": 4, "html": 5}
    found = [(order[kind], fact) for kind, fact in _facts(given) if fact.value.strip()]
    return PageData(tuple(fact for _, fact in sorted(found, key=lambda each: each[0]) if _is_fit(fact)))


def _is_fit(fact: Fact) -> bool:
    """Tell a value that can be what its key says: an author is a name and not an address, and text can be written."""
    if not is_writable(fact.value) or not is_fit(fact.key, fact.value):
        return False
    return is_address(fact.value) if fact.key == "url" else not (fact.key in _NAMES and _URL.match(fact.value))


def _facts(given: str) -> Iterator[tuple[str, Fact]]:
    for found in _TAG.finditer(given):
        name = found["name"].lower()
        if name not in ("time", "span") or "itemprop" in found["attributes"]:
            yield from _of_tag(name, attributes_of(found["attributes"]), found.start("attributes"))
    for found in _SCRIPT.finditer(given):
        if "ld+json" in found["attributes"].lower():
            yield from (("JSON-LD", each) for each in _linked_data(found["content"], found.start("content")))
    if title := _TITLE.search(given):
        yield "title", Fact("title", _one_line(title[1]), *title.span(1))


def _of_tag(name: str, attributes: Attributes, offset: int) -> Iterator[tuple[str, Fact]]:
    """Yield what one element says of the article."""

    def fact(key: str, attribute: str) -> Fact:
        value, start, end = attributes.get(attribute, ("", 0, 0))
        return _fact(key, value, offset + start, offset + end)

    said = {each: attributes[each][0].lower() for each in ("property", "name", "itemprop", "rel") if each in attributes}
    if name == "meta":
        key = next((_METAS[each] for each in said.values() if each in _METAS), None)
        if key:
            yield "meta", fact(key, "content")
    elif name == "link" and said.get("rel") == "canonical":
        yield "canonical", fact("url", "href")
    elif name == "html":
        yield "html", fact("language", "lang")
    elif said.get("itemprop") == "datepublished":
        yield "time", fact("published", "datetime" if "datetime" in attributes else "content")


def _fact(key: str, value: str, start: int, end: int) -> Fact:
    """Make a fact; of a time the day, of the name of a language and its country the language."""
    if key == "published":
        day = _DAY.match(value)
        return Fact(key, day[0], start, start + 10) if day and whole_day(day[0]) else Fact(key, "", start, end)
    if key == "language":
        return Fact(key, value[:2].lower() if re.match(r"[a-zA-Z]{2}(?![a-zA-Z])", value) else "", start, end)
    return Fact(key, _one_line(value), start, end)


def _one_line(value: str) -> str:
    """Return what is seen of a text on one line."""
    return " ".join(read_value(unescape(value)).split())


def _linked_data(content: str, offset: int) -> Iterator[Fact]:
    """Yield what JSON-LD says of an article."""
    if content.count("[") + content.count("{") > _DEEPEST and _depth(content) > _DEEPEST:
        return
    try:
        whole = json.loads(content)
    except ValueError:
        return
    places = _places(content)
    for each in _objects(whole):
        for key, values in _of_object(each):
            start, end = places[values[0]][0], places[values[-1]][1]
            yield _fact(key, ", ".join(values), offset + start, offset + end)


def _depth(content: str) -> int:
    """Count the brackets within one another, those in strings too."""
    depth = deepest = 0
    for each in re.finditer(r"[\[\]{}]", content):
        depth += 1 if each[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _places(content: str) -> Mapping[str, tuple[int, int]]:
    """Return where each string of JSON stands first."""
    found: dict[str, tuple[int, int]] = {}
    for each in _STRING.finditer(content):
        value = each[1] if "\\" not in each[1] else json.loads(f'"{each[1]}"', strict=False)
        found.setdefault(value, each.span(1))
    return found


def _objects(whole: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects that are articles, at the top or in a graph."""
    for each in whole if isinstance(whole, list) else [whole]:
        if isinstance(each, dict):
            yield from _objects(each.get("@graph", []))
            if any(_ARTICLES.fullmatch(kind) for kind in _strings(each.get("@type"), "")):
                yield each


def _of_object(article: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield the keys of a source that an article of JSON-LD has, each with its values; only authors may be several."""
    for name, (key, inner) in _LINKED.items():
        if values := _strings(article.get(name), inner):
            yield key, values if key == "author" else values[:1]


def _strings(value: object, inner: str) -> list[str]:
    """Return the strings that a value of JSON-LD is, holds, or has under a key."""
    each = value if isinstance(value, list) else [value]
    found = [one.get(inner) if isinstance(one, dict) else one for one in each]
    return [one for one in found if isinstance(one, str)]
