"""What an article says of itself: title, publisher, author, address, language."""

import re
from collections.abc import Iterator, Mapping

from coopdb.author.draft.places import Found
from coopdb.author.draft.text import Article

# None of these can backtrack, or look on from every place: a page may be broken.
_HEAD_TAG = re.compile(r"<(?P<tag>meta|link)\s(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:\"([^\"]++)\"|'([^']++)')")
_METAS = {"og:site_name": "publisher", "author": "author", "article:author": "author", "og:url": "url"}
_PUBLISHER = re.compile(r"^[ \t]*[\[(]\s{0,3}(?P<value>[^\])\n]{3,60}?)\s{0,3}[\])]\s{0,3}[-–—:]", re.MULTILINE)
_SOURCE = re.compile(
    r"^[ \t*_]*(?:source|fuente|fonte|quelle|källa|المصدر)\s{0,3}:\s{0,3}(?P<value>[^\n*_]{3,80})",
    re.MULTILINE | re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"^[ \t*_]*(?:par|by|por|von|av|بقلم)\s{1,3}"
    r"(?P<value>[A-ZÀ-Þ][\w’'.-]{1,40}(?:\s{1,3}[A-ZÀ-Þ][\w’'.-]{1,40}){1,4})[ \t*_.]{0,9}$",
    re.MULTILINE | re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s)>\"']+")


def find_source(article: Article) -> dict[str, Found]:
    """Find what an article says of itself, by the keys of a source."""
    return dict(_found(article))


def _found(article: Article) -> Iterator[tuple[str, Found]]:
    """Yield each key with what was found in the plain text, what is surest last."""
    if title := article.title:
        yield "title", Found(article.text(title), title.start, title.end, "title")
    for name, pattern in (("publisher", _PUBLISHER), ("publisher", _SOURCE), ("author", _AUTHOR)):
        if found := pattern.search(article.plain):
            yield (
                name,
                Found(_named(found["value"]), found.start("value"), found.end("value"), f"{name} of the article"),
            )
    for name in ("url", "source", "author", "publisher"):
        if name in article.headers:
            value, start, end = article.headers[name]
            key = "url" if _URL.match(value) else "publisher" if name == "source" else name
            yield key, Found(value, start, end, "header of the article")


def metadata(article: Article) -> Iterator[tuple[str, str, int, int]]:
    """Yield what the head of a page says: the key of a source, or `published`, and where in the given text."""
    addresses = []
    for found in _HEAD_TAG.finditer(article.given):
        attributes = {each[1].lower(): each for each in _ATTRIBUTE.finditer(article.given, *found.span())}
        if found["tag"].lower() == "meta":
            yield from _meta(attributes)
        elif _value(attributes, "rel")[0].lower() == "canonical" and "href" in attributes:
            addresses.append(("url", *_value(attributes, "href")))
    yield from addresses


def _meta(attributes: Mapping[str, re.Match[str]]) -> Iterator[tuple[str, str, int, int]]:
    """Yield what one `<meta>` says of the article."""
    name = (_value(attributes, "property")[0] or _value(attributes, "name")[0]).lower()
    value, start, end = _value(attributes, "content")
    if value and name in _METAS:
        yield _METAS[name], value, start, end
    if name in ("article:published_time", "date", "dc.date") and (day := re.match(r"\d{4}-\d\d-\d\d", value)):
        yield "published", day[0], start, start + day.end()


def _value(attributes: Mapping[str, re.Match[str]], name: str) -> tuple[str, int, int]:
    """Return the value of an attribute, and where it stands; nothing where there is no such attribute."""
    found = attributes.get(name)
    if not found:
        return "", 0, 0
    quoted = 2 if found[2] else 3
    return found[quoted], *found.span(quoted)


def _named(text: str) -> str:
    """Write a name that is in capitals as names are written: DIGITAL Business Africa."""
    return " ".join(word.title() if word.isupper() and len(word) > 4 else word for word in text.split())  # noqa: PLR2004  # AFP
