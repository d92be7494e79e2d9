"""What an article says of itself: title, publisher, author, address, language."""

import re
from collections.abc import Iterator

from coopdb.author.draft import cues
from coopdb.author.draft.places import Found
from coopdb.author.draft.text import Article
from coopdb.text import fold

_META = re.compile(
    r"<meta\s[^>]*?(?:property|name)=[\"'](?P<name>[\w:.-]+)[\"'][^>]*?content=[\"'](?P<value>[^\"']+)[\"']",
    re.IGNORECASE,
)
_CANONICAL = re.compile(r"<link\s[^>]*rel=[\"']canonical[\"'][^>]*href=[\"'](?P<value>[^\"']+)[\"']", re.IGNORECASE)
_METAS = {"og:site_name": "publisher", "author": "author", "article:author": "author", "og:url": "url"}
_PUBLISHER = re.compile(r"^[ \t]*[\[(]\s*(?P<value>[^\])\n]{3,60}?)\s*[\])]\s*[-–—:]", re.MULTILINE)
_SOURCE = re.compile(
    r"^[ \t*_]*(?:source|fuente|fonte|quelle|källa|المصدر)\s*:\s*(?P<value>[^\n*_]{3,80})", re.MULTILINE | re.IGNORECASE
)
_AUTHOR = re.compile(
    r"^[ \t*_]*(?:par|by|por|von|av|بقلم)\s+(?P<value>[A-ZÀ-Þ][\w’'.-]+(?:\s+[A-ZÀ-Þ][\w’'.-]+){1,4})[ \t*_.]*$",
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
    for found in _META.finditer(article.given):
        if key := _METAS.get(found["name"].lower()):
            yield key, found["value"], found.start("value"), found.end("value")
        if found["name"].lower() in ("article:published_time", "date", "dc.date") and re.match(
            r"\d{4}-\d\d-\d\d", found["value"]
        ):
            yield "published", found["value"][:10], found.start("value"), found.start("value") + 10
    for found in _CANONICAL.finditer(article.given):
        yield "url", found["value"], found.start("value"), found.end("value")


def _named(text: str) -> str:
    """Write a name that is in capitals as names are written: DIGITAL Business Africa."""
    return " ".join(word.title() if word.isupper() and len(word) > 4 else word for word in text.split())  # noqa: PLR2004  # AFP


def find_language(article: Article) -> str | None:
    """Tell the language by its commonest words."""
    words = [word.folded for word in article.words]
    counts = {
        language: sum(words.count(fold(each)) for each in set(common))
        for language, common in cues.table()["languages"].items()
    }
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > 2 else None  # noqa: PLR2004  # fewer may be chance
