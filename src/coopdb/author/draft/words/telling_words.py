"""The words by which a text tells when, where and about what a meeting was, language by language."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from coopdb.author.draft.words.script import is_arabic
from coopdb.author.draft.words.word_list import WordList
from coopdb.pattern import pattern
from coopdb.text import fold
from coopdb.vocabulary.tables import DATA, read_table

_ATTACHED = ("و", "ف", "ب", "ل")  # and, so, with, to: which Arabic writes before a word
_ARTICLE = pattern(r"[وف]?ال")


@cache
def telling_tables() -> Mapping[str, Mapping[str, Any]]:
    """Read `data/draft/telling/<language>.json`: a language is added by a file."""
    files = sorted((DATA / "draft" / "telling").glob("*.json"))
    return {path.stem: read_table(f"draft/telling/{path.stem}") for path in files}


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list in all languages, folded."""
    return frozenset(fold(each) for table in telling_tables().values() for each in table.get(name, ()))


@cache
def either(name: str) -> str:
    """Return a pattern of the words of a list in any language, as they are written."""
    listed = sorted({word for table in telling_tables().values() for word in table.get(name, ())})
    return f"(?:{'|'.join(map(re.escape, listed))})"


@cache
def of_language(name: str, language: str | None) -> frozenset[str]:
    """Return the words of a list in one language, folded; in all of them where it is not known."""
    table = telling_tables().get(language or "")
    return words(name) if table is None else frozenset(fold(each) for each in table.get(name, ()))


@cache
def finder(name: str, language: str | None = None) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Return what yields where folded text has the words of a list, whole; `*` stands for the rest of a compound.

    Those of all languages, unless the language is one of them: sa is said in Swedish and hers in French.
    """
    tables = [telling_tables()[language]] if language and language in telling_tables() else telling_tables().values()
    listed = {each for table in tables for each in table.get(name, ())}
    listed |= {f"{letter}{each}" for each in listed for letter in _ATTACHED if is_arabic(each)}
    if not any("*" in each for each in listed):
        return WordList(map(fold, listed)).find
    found = sorted(map(_pattern_of, listed), key=lambda each: (-len(each), each))
    pattern = re.compile(rf"(?<![^ ])(?:{'|'.join(found)})(?![^ ])")
    return lambda text: (each.span() for each in pattern.finditer(text))


def _pattern_of(word: str) -> str:
    parts = [re.escape(fold(part)) for part in word.split("*")]
    return "[^ ]+".join(parts)


@cache
def months() -> Mapping[str, int]:
    """Map the names of months in every language, folded, to their numbers."""
    return {fold(name): number for name, number in _numbered(("months", "months_short"), 1)}


@cache
def first_words_of_months() -> frozenset[str]:
    """Return the words that the names of months begin with, folded."""
    return frozenset(name.partition(" ")[0] for name in months())


@cache
def month_names(language: str | None) -> Mapping[str, int]:
    """Map the whole names of months in a language to their numbers, in Arabic with in, to and so before them.

    No abbreviations, which are other words too: mar, set. Where the language is not known, those of all languages.
    """
    tables = [telling_tables()[language]] if language and language in telling_tables() else telling_tables().values()
    listed = (pair for table in tables for pair in enumerate(table["months"], 1))
    named = ((fold(name), number) for number, names in listed for name in names.split("|"))
    return {
        before + name: number
        for name, number in named
        for before in ("", *(_ATTACHED if is_arabic(name) and len(name) > len("آب") else ()))  # باب is a door
    }


@cache
def months_beside_days(language: str | None) -> Mapping[str, int]:
    """Map the short names of months in a language, which are words too, to their numbers: 14 may (EFE), 3 out."""
    listed = telling_tables().get(language or "", {}).get("months_beside_days", ())
    return {fold(name): number for number, names in enumerate(listed, 1) for name in names.split("|")}


@cache
def english_months() -> frozenset[str]:
    """Return the months after which a day may stand: June 18."""
    table = telling_tables()["en"]
    return frozenset(
        fold(name) for key in ("months", "months_short") for said in table[key] for name in said.split("|")
    )


@cache
def weekdays() -> Mapping[str, int]:
    """Map the names of weekdays, with their article where a language needs one, to their numbers, Monday 0."""
    return _with_articles(("weekdays", "last_weekdays", "next_weekdays"))


@cache
def weekdays_numbered() -> Mapping[str, int]:
    """Return the names that mean a weekday only with a day of the month behind them: na segunda (13)."""
    return _with_articles(("weekdays_numbered",))


@cache
def weekdays_gone() -> frozenset[str]:
    """Return the names that mean the last such day: i fredags."""
    return words("last_weekdays")


@cache
def weekdays_ahead() -> frozenset[str]:
    """Return the names that mean the next such day: på fredag; på fredagen is the last one."""
    return words("next_weekdays")


def _with_articles(keys: Iterable[str]) -> Mapping[str, int]:
    return {with_article(name): number for name, number in _numbered(keys, 0)}


def _numbered(keys: Iterable[str], first: int) -> Iterator[tuple[str, int]]:
    """Yield each of the names that lists have for things in order, and which it is."""
    lists = [table[key] for key in keys for table in telling_tables().values() if key in table]
    numbered = (pair for names in lists for pair in enumerate(names, first))
    return ((name, number) for number, names in numbered for name in names.split("|"))


@cache
def day_words(language: str | None) -> frozenset[str]:
    """Return the last words of weekdays, months and days that a language counts from the publication: i dag, May."""
    tables = relative_days()
    told = [tables[language]] if language and language in tables else tables.values()
    counted = (said for table in told for said, away in table.items() if away is not None)
    return frozenset(fold(each).split()[-1] for each in (*weekdays(), *months(), *counted))


@cache
def relative_days() -> Mapping[str, Mapping[str, int | None]]:
    """Map words for days to how far away they are, by language; None: what only looks like one."""
    return {
        language: {
            with_article(said): None if away == "none" else int(away)
            for away, names in table["relative"].items()
            for said in names
        }
        for language, table in telling_tables().items()
    }


@cache
def days_ago(language: str | None) -> Mapping[str, int]:
    """Map words for days that are counted back to how far away they are, in one language: three days ago."""
    counted = telling_tables().get(language or "", {}).get("days_ago", {})
    return {with_article(said): int(away) for away, names in counted.items() for said in names}


def with_article(said: str) -> str:
    """Fold words, but keep the article of Arabic: اليوم is today and يوم a day, الأحد is Sunday and أحد one of them."""
    return " ".join(("ال" if _ARTICLE.match(word) else "") + fold(word) for word in said.split())
