"""People in Arabic texts: an office and its portfolio, which have the article, and a name, which begins without."""

import re
from collections.abc import Iterator

from coopdb.author.draft import cues
from coopdb.author.draft.person import Person, offices
from coopdb.author.draft.text import Article
from coopdb.text import fold

_FIRST = "؀"  # the first letter of the script
# An office, a comma, a name of up to four words, a comma: وزير البريد، سيد علي زروقي،
_APPOSED = re.compile(r"[^،.؛:]{0,90}?،\s*((?:[^\W\d_]+ ){1,3}[^\W\d_]+)(?=\s*[،.])")
_TOKEN = re.compile(r"[\w]+|[،,.:؛()«»]")
_OF_PORTFOLIO = re.compile(r"و?ال|لل|و?تكنولوجيا|و?تقنية|[ولب]?شؤون|[،,]")
_MOST_WORDS = 3


def arabic_people(article: Article, start: int, end: int) -> Iterator[Person]:
    """Yield the people beside offices in a sentence."""
    plain = article.plain
    for first, last in offices(article, start, end):
        if plain[first] < _FIRST:
            continue
        found = _APPOSED.match(plain, last, end)
        if found and found[1].split()[0] not in cues.table()["arabic_stop"]:
            role = plain[first : found.start(1)].rstrip(" ،")
            yield Person(found[1], role, *found.span(1), first, first + len(role))
        elif name := _after_portfolio(plain, last, end):
            role = plain[first : name[0]].rstrip(" ،,")
            yield Person(plain[slice(*name)], role, *name, first, first + len(role))


def _after_portfolio(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the name after a portfolio: two words or three, up to a word that goes on."""
    tokens = list(_TOKEN.finditer(plain, start, end))
    number = 0
    while number < len(tokens) and _OF_PORTFOLIO.match(tokens[number][0]):
        number += 1
    name = []
    for token in tokens[number : number + _MOST_WORDS]:
        if not token[0][0].isalpha() or token[0] in cues.table()["arabic_stop"]:
            break
        name.append(token)
    if not number or len(name) < 2 or cues.pattern("roles").fullmatch(fold(name[0][0])):  # noqa: PLR2004  # two names
        return None
    return name[0].start(), name[-1].end()
