"""Names of people: what is one in a run of words in capitals, and what belongs to an office."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopdb.author.draft import cues
from coopdb.author.draft.names import Names
from coopdb.author.draft.text import Article, Word
from coopdb.text import fold

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ؀-ۿ]"
_PART = rf"(?:{_CAPITAL}[\w’'.-]*\w|{_CAPITAL}\.)"
_SMALL = r"(?:bin|bint|ben|ibn|al|el|de|da|dos|do|di|van|von|der|den|le|la|abu|ould)"
_TITLES = r"(?:H\.?\s?E\.?|S\.?\s?E\.?(?:\s?M\.?)?|Mr|Mrs|Ms|Dr|Prof|M|Mme|Sr|Sra|Sheikh|Cheikh|Hon|Herr|Frau)\.?\s+"
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Mme)\.?\s+")
_MOST_WORDS = 7
FULL_NAME = re.compile(rf"(?<!\w)(?:{_TITLES})*({_PART}(?:[ \n]+(?:{_SMALL}[ \n]+){{0,2}}{_PART}){{1,5}})")


@dataclass(frozen=True, slots=True)
class Person:
    """A person: name and office as the text has them, where the two stand, and the party if it can be told."""

    name: str
    role: str
    start: int
    end: int
    role_start: int
    role_end: int
    party: str | None = None


def persons_in(names: Names, plain: str, start: int, end: int) -> Iterator[tuple[str, int, re.Match[str]]]:
    """Yield the names of people in a part of a text: the name, where it begins, and the run of words it is in."""
    for match in FULL_NAME.finditer(plain, start, end):
        name, first = _without_place(names, match[1], match.start(1))
        name, first = _without_portfolio(name, first)
        if name and _is_name(name):
            yield name, first, match


def _without_place(names: Names, text: str, start: int) -> tuple[str, int]:
    """Drop a place that the name comes after: à Cotonou Marc André Loko. A name that has a place in it is none."""
    end = start + len(text)
    for mention in names.within(start, end):
        if mention.start <= start < mention.end < end:
            text = text[mention.end - start :].lstrip()
            start = end - len(text)
        elif mention.start < end and start < mention.end:
            return "", start
    return text, start


def _without_portfolio(name: str, start: int) -> tuple[str, int]:
    """Drop from the left what belongs to the office: Industry Chan Chun Sing; GovTech Dr Janil Puthucheary."""
    honorific = max((found.end() for found in _HONORIFIC.finditer(name)), default=0)
    parts = [part for part in re.finditer(r"\S+", name) if part.start() >= honorific]
    while parts and _is_office(fold(parts[0][0])):
        parts.pop(0)
    if len(parts) < 2:  # noqa: PLR2004  # a given name and a surname
        return "", start
    return name[parts[0].start() :], start + parts[0].start()


def _is_office(word: str) -> bool:
    return word in cues.table()["portfolio"] or bool(cues.pattern("roles").fullmatch(word))


def _is_name(name: str) -> bool:
    words = fold(name).split()
    return len(words) <= _MOST_WORDS and not any(
        _is_office(word) or cues.pattern("heads").fullmatch(word) for word in words
    )


def offices(article: Article, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the words for offices stand, the longest first where several begin at a word."""
    words = article.words_in(start, end)
    number = 0
    while number < len(words):
        sizes = (size for size in (4, 3, 2, 1) if number + size <= len(words))
        size = next((size for size in sizes if _names_office(words[number : number + size])), 0)
        if size:
            yield words[number].start, words[number + size - 1].end
        number += size or 1


def _names_office(words: Sequence[Word]) -> bool:
    name = " ".join(word.folded for word in words)
    return any(cues.pattern(each).fullmatch(name) for each in ("roles", "counterparts"))
