"""The words by which an article tells of a meeting: looked up folded, as whole words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any

from coopdb.author.draft.words import telling_words
from coopdb.author.draft.words.script import is_arabic
from coopdb.author.draft.words.word_list import ANY, WordList
from coopdb.text import fold
from coopdb.vocabulary.tables import DATA, read_table


@cache
def table() -> Mapping[str, Any]:
    """Read `data/draft.json`."""
    found: Mapping[str, Any] = read_table("draft")
    return found


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list of `data/draft.json`, folded."""
    return frozenset(map(fold, table()[name]))


@cache
def word_list(name: str, language: str | None = None) -> WordList:
    """Return what finds the words of a list in folded text.

    Those of all languages, or of one; those of Arabic also with the `and` that is written with them.
    """
    said = spoken(name, language) if language else spoken(name)  # which are remembered apart
    words = (*map(_FOLDED.__getitem__, table().get(name, ())), *said)
    return WordList((*words, *(f"و{word}" for word in words if not word.isascii() and is_arabic(word))))


@cache
def topic_words(language: str | None = None) -> Mapping[str, str]:
    """Map what articles call topics, beside the names of the vocabulary, folded, to the topic.

    Those of a language, and those of English, which all of them borrow; without a language, of all.
    """
    spoken_names = (*tables_of("topic_names", "en"), *tables_of("topic_names", language))
    tables = (*table()["topic_words"].items(), *spoken_names)
    return {fold(name): slug for slug, names in tables for name in names}


def tables_of(name: str, language: str | None = None) -> Iterator[tuple[str, list[str]]]:
    """Yield each key of a table that languages have, with its words: those of one language, or of all."""
    for each in _chosen(language):
        found: Any = each.get(name, {})
        yield from found.items()


@cache
def regions() -> Mapping[str, tuple[str, ...]]:
    """Map the names of regions that act abroad, folded, to the country."""
    return _keys_by_name((table()["regions"],))


@cache
def region_adjectives() -> frozenset[str]:
    """Return what is said of regions that act abroad, folded: flamande."""
    listed: dict[str, list[str]] = table()["regions"]
    return frozenset(fold(name) for names in listed.values() for name in names if name.islower())


@cache
def countries(language: str | None = None) -> Mapping[str, tuple[str, ...]]:
    """Map names and adjectives of countries that only the file of a language has, folded; without one, of all."""
    tables = languages().values() if language is None else [languages().get(language, {})]
    return _keys_by_name(each.get(key, {}) for each in tables for key in ("countries", "adjectives"))


@cache
def organizations(language: str | None = None) -> Mapping[str, tuple[str, ...]]:
    """Map names of organisations that only the file of a language has, folded; without one, of all."""
    tables = languages().values() if language is None else [languages().get(language, {})]
    return _keys_by_name(each.get("organizations", {}) for each in tables)


@cache
def adjectives(language: str | None) -> frozenset[str]:
    """Return the adjectives of countries that only the file of a language has, folded."""
    tables = languages().get(language or "", {}).get("adjectives", {})
    return frozenset(fold(name) for names in tables.values() for name in names)


def _keys_by_name(tables: Iterable[Mapping[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    return {fold(name): (country,) for each in tables for country, names in each.items() for name in names}


@cache
def buildings() -> Mapping[str, str]:
    """Map buildings that everybody knows, folded, to their country."""
    found: Mapping[str, list[str]] = read_table("draft/buildings")["buildings"]
    return {fold(name): country for country, names in found.items() for name in names}


@cache
def languages() -> Mapping[str, Mapping[str, Any]]:
    """Read `data/draft/<language>.json`: the words of each language for offices, titles and what stands beside them."""
    return {path.stem: _whole(path.stem) for path in sorted((DATA / "draft").glob("??.json"))}


def _whole(language: str) -> Mapping[str, Any]:
    """Return the lists of a language, each with those that `data/draft.json` says that it builds upon."""
    found: dict[str, Any] = read_table(f"draft/{language}")
    lists = found | {f"telling/{name}": words for name, words in telling_words.telling_tables()[language].items()}
    for name, bases in table()["builds_upon"].items():
        based = [word for base in bases for word in lists.get(base, ())]
        lists[name] = found[name] = [*found.get(name, ()), *based]
    return found


def _chosen(language: str | None) -> Iterable[Mapping[str, Any]]:
    """Return the words of a language, or, where it has none of its own, of all."""
    tables = languages()
    return (tables[language],) if language is not None and language in tables else tables.values()


@cache
def spoken(name: str, language: str | None = None) -> frozenset[str]:
    """Return the words of a list, folded: those of one language, or of all; the `*` of a compound stays."""
    chosen = _chosen(language)
    listed = (table.get(name, ()) for table in chosen)
    return frozenset(map(_FOLDED.__getitem__, chain.from_iterable(listed)))


@cache
def joined(language: str | None, *names: str) -> frozenset[str]:
    """Return the words of several lists, folded: those of one language, or of all."""
    return frozenset[str]().union(*(spoken(name, language) for name in names))


@cache
def joined_list(language: str | None, *names: str, but: tuple[str, ...] = ()) -> WordList:
    """Return what finds the words of several lists, but those of others: those of one language, or of all."""
    return WordList(joined(language, *names) - joined(language, *but))


def meetings(language: str | None) -> WordList:
    """Return what finds the nouns and the verbs of a meeting: those of one language, or of all."""
    return joined_list(language, "encounters", "meeting")


@cache
def ordinals(language: str | None) -> frozenset[str]:
    """Return the words for first, second and so on of a language, each of which has several."""
    listed = languages().get(language or "", {}).get("ordinals", ())
    return frozenset(fold(each) for said in listed for each in said.split("|"))


@cache
def documents(language: str | None) -> WordList:
    """Return what finds the names of documents that are signed, in Arabic with `to` before them: لاتفاقية."""
    names = [fold(name) for _, listed in tables_of("documents", language) for name in listed]
    return WordList((*names, *(f"ل{name}" for name in names if not name.isascii())))


class _Folded(dict[str, str]):
    """Maps the words of lists, many of which are in several, to what they are folded to; worked out when first met."""

    def __missing__(self, word: str) -> str:
        if word.isascii() and word.replace(" ", "").isalpha():  # most are: a third of the time
            folded = word.lower()
        else:
            folded = word[: len(ANY)] * word.startswith(ANY) + fold(word)
        self[word] = folded
        return folded


_FOLDED = _Folded()


@cache
def has_trait(language: str | None, trait: str) -> bool:
    """Tell whether a language is built in such a way, as its file says: verb_second, compounds."""
    return trait in languages().get(language or "", {}).get("traits", ())


@cache
def codes(name: str, language: str | None) -> tuple[str, ...]:
    """Return the codes of countries that a language lists, none where the language is not known."""
    return tuple(languages().get(language or "", {}).get(name, ()))


@cache
def small_words(name: str, language: str | None) -> frozenset[str]:
    """Return the small words of a list as they are written: à and a are not the same."""
    chosen = _chosen(language)
    return frozenset(word for table in chosen for word in table.get(name, ()))


@cache
def either(*names: str, language: str | None = None) -> str:
    """Return a pattern of the small words of lists, in one language, or in any: of two that fit the longer one."""
    listed = {word for name in names for word in small_words(name, language)}
    words = sorted(listed, key=lambda each: (-len(each), each))
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def article() -> str:
    """Return a pattern of an article that may stand before a name: the, l'."""
    return rf"(?:{either('articles')}\b['’]?\s*)?"


@cache
def ending(language: str | None, *names: str) -> re.Pattern[str]:
    """Return what finds a small word of lists at the end of a text, in one language or any, perhaps with an article."""
    return re.compile(
        rf"\b[وف]?{either(*names, language=language)}\s+(?:{either('articles')}['’]?\s*)?$", re.IGNORECASE
    )


@cache
def known_offices() -> Mapping[str, tuple[str, ...]]:
    """Map offices that only one country has, or two, folded, to their codes: the pope, a Bundeskanzler."""
    found: dict[str, tuple[str, ...]] = {}
    for key, names in table()["known_offices"].items():
        for name in map(fold, names):
            found[name] = (*found.get(name, ()), key)
    return found


@cache
def agencies() -> Mapping[str, tuple[str, ...]]:
    """Map news agencies, folded, to the one country that they are of, or to nothing: APA, واس, AFP."""
    return _keys_by_name((table()["agencies"],))


@cache
def common_words() -> Mapping[str, list[str]]:
    """Return the commonest words of the languages that are read, and of some that look like them and are not."""
    others: Mapping[str, list[str]] = table()["other_languages"]
    return {language: each["common"] for language, each in languages().items()} | {**others}
