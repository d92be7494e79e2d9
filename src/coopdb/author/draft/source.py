"""What an article says of itself: title, publisher, author, address, language."""

import re
from collections.abc import Iterator

from coopdb.author.draft.pages.page_facts import is_fit
from coopdb.author.draft.places.places import Found
from coopdb.author.draft.text.text import Article
from coopdb.pattern import pattern
from coopdb.record.addresses import is_address

_PUBLISHER = pattern(r"^[ \t]*[\[(]\s{0,3}(?P<value>[^\])\n]{3,60}?)\s{0,3}[\])]\s{0,3}[-–—:]", re.MULTILINE)
_SOURCE = pattern(
    r"^[ \t*_]*(?:source|fuente|fonte|quelle|källa|المصدر)\s{0,3}:\s{0,3}(?P<value>[^\n*_]{3,80})",
    re.MULTILINE | re.IGNORECASE,
)
_AUTHOR = pattern(
    r"^[ \t*_]*(?:par|by|por|von|av|بقلم)\s{1,3}"
    r"(?P<value>[A-ZÀ-Þ][\w’'.-]{1,40}(?:\s{1,3}[A-ZÀ-Þ][\w’'.-]{1,40}){1,4})[ \t*_.]{0,9}$",
    re.MULTILINE | re.IGNORECASE,
)
_URL = pattern(r"https?://[^\s<>\"/][^\s<>\"]*", re.IGNORECASE)


def find_source(article: Article) -> dict[str, Found]:
    """Find what an article says of itself, by the keys of a source."""
    return dict(_found(article))


def _found(article: Article) -> Iterator[tuple[str, Found]]:
    """Yield each key with what was found in the plain text, what is surest last."""
    if title := article.title:
        yield "title", Found(article.text(title), title.start, title.end, "title")
    for name, said in (("publisher", _PUBLISHER), ("publisher", _SOURCE), ("author", _AUTHOR)):
        if found := said.search(article.plain):
            yield (
                name,
                Found(_named(found["value"]), found.start("value"), found.end("value"), f"{name} of the article"),
            )
    for name in ("url", "source", "author", "publisher"):
        if name in article.headers:
            value, start, end = article.headers[name]
            key = "url" if _URL.match(value) else "publisher" if name == "source" else name
            if is_fit(key, value) and (key != "url" or is_address(value)):  # a record refuses anything else
                yield key, Found(value, start, end, "header of the article")


def _named(text: str) -> str:
    """Write a name that is in capitals as names are written: DIGITAL Business Africa."""
    return " ".join(word.title() if word.isupper() and len(word) > 4 else word for word in text.split())  # noqa: PLR2004  # AFP
