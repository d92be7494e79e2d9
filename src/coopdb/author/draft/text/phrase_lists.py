"""The phrases of a language by the words that they begin with, and where some words have them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold

_LISTS = (
    *(
        "announced",
        "will",
        "will_meet",
        "told_now",
        "told_today",
        "time_ahead",
        "looks_ahead",
        "took_place",
        "called_off",
        "put_off",
        "put_off_before",
        "had_put_off",
        "not_put_off",
        "put_off_now",
        "during_meetings",
        "goes_on_with",
        "of_another_thing",
        "encounters",
        "after_which",
    ),
    *("by_video", "by_phone", "the_call", "in_both_ways", "joins"),
    *(
        "courtesy_call",
        "official_visit",
        "state_visit",
        "on_visit",
        "on_the_visit",
        "signing_ceremony",
        "bilateral_summit",
        "invited",
        "part_of",
        "witnessed",
        "signed_by",
    ),
    *(
        "joint_commission",
        "working_group",
        "consultations",
        "dialogue",
        "framework",
        "summit_of",
        "ministerial_of",
        "ministers_together",
        "no_series",
        "sets_up",
    ),
    *("session_words", "session_links", "name_links", "name_ends", "ahead_of", "ordinals"),
    *("heads_of_state", "heads_of_government", "ministers", "deputy_ministers", "senior_officials", "ambassadors"),
    *("members_of_parliament", "regional_heads", "experts", "no_level", "bodies_of_office", "lesser"),
    *("both_ministers", "both_heads_of_state", "both_heads_of_government"),
    *("signs", "issues", "signs_later", "documents", "about", "title_ends"),
    *("agrees_that", "obliges"),
    *("undertakes", "agrees_to", "witnesses", "negates", "not_agreed", "vague", "vague_last", "jointly", "no_party"),
    *("by_when", "this_year", "next_year", "meets_again"),
    *(
        "separately",
        "each_by_each",
        "together",
        "tour",
        "next_stop",
        "list_and",
        "issued_jointly",
        "issued",
        "of_leaders",
        "speeches",
    ),
)
_HIGHEST = 60  # the highest session that is read from a number: 60th
_FEWEST = 2  # letters that a word keeps without those before it
_BARE = "@"  # a number that is an ordinal without an ending: 3. Sitzung

Phrase = tuple[str, str, tuple[str, ...]]  # the list, the value, the words
Phrases = Mapping[str, Mapping[str, Sequence[Phrase]]]  # by the first word, and by the second, "" for one word alone


def spans(words: Sequence[str], phrases: Phrases) -> Mapping[str, list[tuple[str, int, int]]]:
    """Return by list where some folded words have its phrases: value, first word, and the word behind the last."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for number, word in enumerate(words):
        if word not in phrases and not is_arabic(word):  # as most words
            continue
        here: dict[str, tuple[int, str]] = {}
        for name, value, phrase in _begun(words, number, word, phrases):
            size = len(phrase)
            if size > here.get(name, (0, ""))[0] and _continues(words, number, phrase):
                here[name] = size, value
        for name, (size, value) in here.items():
            places = found.setdefault(name, [])
            if not places or places[-1][2] <= number:
                places.append((value, number, number + size))
    return found


def _begun(words: Sequence[str], number: int, word: str, phrases: Phrases) -> Iterator[Phrase]:
    """Yield the phrases whose first words, one or two, stand at a place."""
    for form in _forms(word):
        if form in phrases:
            by_second = phrases[form]
            yield from by_second.get("", ())
            for second in _forms(words[number + 1]) if number + 1 < len(words) else ():
                yield from by_second.get(second, ())


def _continues(words: Sequence[str], number: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether a phrase stands at a place, where its first word does."""
    if number + len(phrase) > len(words):
        return False
    for wanted, word in zip(
        phrase[1:], words[number + 1 : number + len(phrase)], strict=True
    ):  # a loop: `all` takes three times as long
        if wanted != word and wanted not in _forms(word):
            return False
    return True


@cache
def _form_table(word: str) -> tuple[str, ...]:
    """Return an Arabic word without the letters that are written before it: والمذكرة, للجنة."""
    found = [word]
    for letters in ("وف", "بلك", "ل"):
        found += [each[1:] for each in found if each[0] in letters and len(each) > _FEWEST]
    found += [each[2:] for each in found if each.startswith("ال") and len(each) > _FEWEST + 1]
    return tuple(dict.fromkeys(found))


def _forms(word: str) -> tuple[str, ...]:
    return _form_table(word) if is_arabic(word) else (word,)


@cache
def phrases_of(language: str | None) -> Phrases:
    """Return the phrases of a language, or of all where it has none, by their first words."""
    found: dict[str, dict[str, list[Phrase]]] = {}
    tables = cues.languages()
    chosen = [tables[language]] if language and language in tables else tables.values()
    for table in chosen:
        for name in _LISTS:
            for value, phrase in _pairs(name, table.get(name, ())):
                words = tuple(fold(phrase).split())
                _add(found, (name, value, words))
        for number in range(1, _HIGHEST + 1):
            for ending in table.get("ordinal_endings", ()):
                words = tuple(fold(f"{number}{ending.replace(_BARE, '')}").split())
                _add(found, ("ordinals", str(number), words))
    return found


def _add(phrases: dict[str, dict[str, list[Phrase]]], phrase: Phrase) -> None:
    first, *others = phrase[2]
    phrases.setdefault(first, {}).setdefault(others[0] if others else "", []).append(phrase)


def _pairs(name: str, entries: Sequence[str] | Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield the phrases of a list with what each means: the kind of a document, the number of an ordinal."""
    if isinstance(entries, Mapping):
        yield from ((kind, phrase) for kind, phrases in entries.items() for phrase in phrases)
    elif name == "ordinals":
        yield from ((str(number), each) for number, names in enumerate(entries, 1) for each in names.split("|"))
    else:
        yield from (("", phrase) for phrase in entries)
