"""How the name of a standing dialogue is written: in full, without the short form in brackets or dots in U.S."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from coopdb.author.draft.text.text import Article, Word
from coopdb.pattern import pattern
from coopdb.text import fold

_STEM, _ENDING = 5, 2  # letters of a word that has endings, and of these
_BRACKET = pattern(r"\s*\(([^\W\d_]{2,8})\)")
_SHORT = pattern(r"[a-z]?[A-Z]{2,7}s?")
_FOR = {"للجن": "اللجن", "لل": "ال"}
_DOTTED = pattern(r"\b(?:[A-Z]\.){2,}")


class Series(NamedTuple):
    """A standing dialogue: its name as the text has it, the session if told, the list of words that its body is in.

    `parties` is how many countries and organisations the name must have to be one.
    """

    name: str
    session: int | None
    body: str
    start: int
    end: int
    parties: int


def plain_name(name: str) -> str:
    """Return a name without the short forms in brackets that repeat it, and without dots: US, not U.S.

    In Arabic also without the `for` that is written with its article: للجنة.
    """
    parts, done = [""], 0
    for found in _BRACKET.finditer(name):
        if is_abbreviation(found[1], name[: found.start()]):
            parts, done = [*parts, name[done : found.start()]], found.end()
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), "".join([*parts, name[done:]]))
    written = next((each for each in _FOR if plain.startswith(each)), "")
    return _FOR[written] + plain.removeprefix(written) if written else plain


def has_short_form(article: Article, series: Series) -> bool:
    """Tell a name with its own short form in brackets behind it, by which a text goes on to call it."""
    found = _BRACKET.match(article.plain, series.end)
    return found is not None and is_abbreviation(found[1], plain_name(series.name))


def is_short_form(letters: str) -> bool:
    """Tell letters that stand for words: TTC, iCET."""
    return _SHORT.fullmatch(letters) is not None


def is_abbreviation(letters: str, name: str) -> bool:
    """Tell the letters that words of a name begin with, up to its last: TTC of Trade and Technology Council."""
    initials = [word[0].lower() for word in re.findall(r"[^\W_]+", name)]
    rest = iter(initials)
    return (
        is_short_form(letters)
        and initials[-1:] == [letters[-1].lower()]
        and all(each in rest for each in letters.lower())
    )


def fuller(series: Series, named: Iterable[Series]) -> Series:
    """Return a series by the longest of the names that end like its own, or begin so: the Dialogue."""
    own = fold(plain_name(series.name)).split()
    longer = [(fold(plain_name(each.name)).split(), each) for each in named if each.body == series.body]
    fitting = [
        (words, each)
        for words, each in longer
        if len(words) > len(own) and "(" not in plain_name(each.name) and _holds(words, own)
    ]
    _, found = max(fitting, key=lambda each: len(each[0]), default=(own, series))
    return found._replace(session=series.session)


def whole(found: Iterable[Series]) -> list[Series]:
    """Return sessions, each once, without those whose name is part of the name of another of the same number."""
    kept: list[Series] = []
    for each in sorted(found, key=lambda series: -len(series.name)):
        if not any(each.session == other.session and is_of(each, other) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda series: series.start)


def is_of(series: Series, subject: Series) -> bool:
    """Tell whether a name is another's, or part of it."""
    one, other = (fold(plain_name(each.name)).split() for each in (series, subject))
    return _holds(one, other) or _holds(other, one)


def _holds(words: list[str], own: list[str]) -> bool:
    """Tell whether a name has another in it, whatever the endings: Gemischte Kommission, der Gemischten Kommission."""
    parts = (words[number : number + len(own)] for number in range(len(words) - len(own) + 1))
    return any(all(map(_is_same, part, own)) for part in parts)


def _is_same(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) >= _STEM and len(long) - len(short) <= _ENDING and long.startswith(short))


def without_dots(plain: str, word: Word, following: Word) -> str:
    """Return what stands between two words; the dots of U.S. are part of them."""
    gap = plain[word.end : following.start]
    return gap.replace(".", "") if word.end - word.start == 1 and plain[word.start].isupper() else gap
