"""Tells a country from what only has its name: a person, a ship, a state of the United States, an abbreviation."""

import re
from collections.abc import Sequence
from functools import cache, cached_property

from coopdb.author.draft.text.text import TITLE, Article, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_common, is_office
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern
from coopdb.text import fold
from coopdb.vocabulary.vocabularies import Vocabularies

_SURNAME = pattern(r" (?:(?:de|del|da|do|dos|das|di|von|van|al|el|bin) )?([A-ZÀ-Þ][a-zß-ÿ]\w*)")
_LA = pattern(r"\b(?:La|la) $")  # La Réunion, but not la réunion, which has no capital
_NAMED = 9  # words that an office, a full name and what joins them have
_SHORT = 3  # letters of a word that has no capital in a title either
_JOINING = frozenset({"with", "from", "between", "into", "under", "over", "after", "upon", "during", "their"})
_DEFINITE = pattern(r"[وفبك]?ال|[وف]?لل")
_SUFFIXES = ("ه", "ها", "هما", "هم", "نا")
_AS_LANGUAGE = pattern(r"\b(?:in|into|auf|ins|en|em|på|till|i|in het|to)\s$", re.IGNORECASE)
_NO_NOUN = pattern(
    r"(?:\s*(?:$|[\n.,;:!?)|/–-])|\s(?:on|and|or|by|at|und|oder|am|et|ou|le|y|o|el|e|ou|och|eller|den|e|en|of|op)\b)"
)
_NAME = 60  # characters before the last name of somebody in which the title stands
_TITLED = pattern(r"\b(?:Mr|Mrs|Ms|Mdm|Dr|Prof)\.? (?:[A-ZÀ-Þ][\w’'-]{0,20}\.? ){1,3}$")
_NAME_ENDS = pattern(r"\s*(?:[.,;()\n]|$|and\b)")
_BODY = pattern(r"(\w+) (?:\w+-)?$")  # before an adjective, or two that a hyphen joins
_SO_FAR = 8  # characters before a language
# A word has 40 letters at most, so that one without an end, l'l'l'…, is not read anew from each of its letters.
_INTRODUCED = pattern(r"\b((?:\w[\w’'-]{0,39} ){0,4}\w[\w’'-]{0,39}) \(([A-Z]{2,4})\b")
_CAPITAL = pattern(r"[A-Z]")
_ISLANDS = frozenset({"island", "islands", "islander", "islanders"})  # Iceland in Swedish and German alone
_APART = frozenset({"sv", "de"})  # languages whose names of countries are mostly not those of English
_SMALL_WORDS = (
    *("articles", "list_and", "of", "from", "with", "by_whom", "toward", "in_name_of"),
    *("matters_about", "between_two", "when_words"),
)


class Namesakes:
    """Tells of one article what in it only has the name of a place; `surnames` are those that it has met."""

    def __init__(self, article: Article, words: Vocabularies, language: str | None) -> None:
        self._article, self._words, self._language = article, words, language
        self.surnames: set[str] = set()

    def has(
        self, start: int, end: int, keys: tuple[str, ...], before: Word | None, *, is_adjective: bool = False
    ) -> bool:
        """Tell what only has the name of a place: فيصل بن تركي, une réunion, Chad Brown, published in English."""
        plain = self._article.plain
        written = plain[start:end]
        folded = fold(written)
        if is_arabic(written):
            is_named = before is not None and is_adjective and self._is_surname(start, written, before)
            if is_named:
                self.surnames.add(folded)  # محمد السوداني, and then السيد السوداني
            return is_named or (
                before is not None and (before.folded in cues.listed("sons") or self._is_given_name(folded, before))
            )
        is_language = is_adjective and (self._is_language(start, end) or self._ends_name(start, end))
        is_iceland = folded not in _ISLANDS or self._language in _APART
        if is_adjective and (self._is_of_body(start) or (before and self._is_of_americas(keys, before, start))):
            return True
        if is_language or not is_iceland or (before is not None and self._is_titled(start, before)):
            return True
        if folded == "reunion":
            return not _LA.search(plain, max(start - 4, 0), start)
        is_no_country = folded in cues.spoken("no_country_alone", self._language)  # Salvador in Brazil
        is_no_country |= written in self._abbreviations
        if is_no_country or self._is_foreign(folded, keys) or self._is_federal_state(folded):
            return True
        return folded in cues.listed("also_people") and self._is_person(start, end, before)

    def _is_of_body(self, start: int) -> bool:
        """Tell what a capital makes part of the name of a body, where adjectives are small: Hospital Sírio-Libanês."""
        plain = self._article.plain
        behind = _BODY.search(plain, max(start - _NAME, 0), start) if plain[start].isupper() else None
        return behind is not None and fold(behind[1]) in cues.spoken("named_bodies", self._language)

    def _is_of_americas(self, keys: tuple[str, ...], before: Word, start: int) -> bool:
        """Tell the adjective of a continent: the North American Affairs Bureau, les pays latino-américains."""
        is_near = self._article.plain[before.end : start] in {" ", "-"}
        return "US" in keys and is_near and before.folded in cues.spoken("americas")

    def _is_language(self, start: int, end: int) -> bool:
        """Tell an adjective that is a language: published in English."""
        plain = self._article.plain
        is_said_in = _AS_LANGUAGE.search(plain, max(start - _SO_FAR, 0), start) is not None
        return is_said_in and _NO_NOUN.match(plain, end) is not None

    def _ends_name(self, start: int, end: int) -> bool:
        """Tell the last name of somebody who has a title: Mr Tan Wei Thai, director."""
        plain = self._article.plain
        is_behind = _TITLED.search(plain, max(start - _NAME, 0), start) is not None
        return is_behind and _NAME_ENDS.match(plain, end) is not None

    def _is_surname(self, start: int, written: str, before: Word) -> bool:
        """Tell a surname from the adjective of a noun, which has the article too: محمد السوداني."""
        if not (written.startswith("ال") and written.endswith("ي")) or self._article.plain[before.end : start] != " ":
            return False
        noun = self._article.plain[before.start : before.end]
        is_definite = _DEFINITE.match(noun) is not None or noun.endswith(_SUFFIXES)
        return not is_definite and not is_office(before.folded)

    def _is_titled(self, start: int, before: Word) -> bool:
        """Tell a given name behind a title: Dr. Riad Omar."""
        gap = self._article.plain[before.end : start]
        return (
            gap in {" ", ". "}
            and before.folded in cues.spoken("honorifics")
            and self._article.plain[before.start].isupper()
        )

    def _is_given_name(self, folded: str, before: Word) -> bool:
        """Tell a given name behind a title, or an adjective of another country: الإيطالية جورجيا ميلوني."""
        is_adjective = self._article.plain.startswith("ال", before.start) and self.is_name_before(before)
        is_behind = is_adjective or before.folded in cues.spoken("honorifics", "ar")
        return folded in cues.listed("also_people") and is_behind

    @cached_property
    def is_capitalized(self) -> bool:
        """Tell a title that writes every word with a capital: Singapore and India Sign a Pact."""
        title = self._article.title
        words = self._article.text(title).split() if title else []
        return not any(word.islower() and len(word) > _SHORT and word not in _JOINING for word in words)

    def _is_person(self, start: int, end: int, before: Word | None) -> bool:
        """Tell somebody of the name of a country: Chad Brown, président Hollande, Barbara Jordan."""
        plain, is_title = self._article.plain, self._article.rank_at(start) == TITLE
        if before is not None and before.folded in cues.spoken("of"):  # the President of Kenya William Ruto
            return False
        if (surname := _SURNAME.match(plain, end)) and not is_common(fold(surname[1])):
            return not (is_title and self.is_capitalized)
        if before is None or plain[before.end : start] != " ":
            return False
        word = plain[before.start : before.end]
        is_given = word[0].isupper() and word != word.upper() and not self.is_name_before(before)
        is_named = before.folded in cues.joined(None, "offices", "honorifics") or (is_given and not is_title)
        if is_named:
            self.surnames.add(fold(plain[start:end]))
        return is_named

    def is_name_before(self, word: Word) -> bool:
        """Tell whether the word before is itself a country: Singapore China Dialogue."""
        return word.folded in self._words.countries.index() or word.folded in _small_words()

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        """The codes of countries that the text makes short names of its own: TraceTogether (TT)."""
        found = (each.groups() for each in _INTRODUCED.finditer(self._article.plain))
        return frozenset(code for words, code in found if self._is_short_for(words, code))

    def _is_short_for(self, words: str, code: str) -> bool:
        """Tell whether a code is made of the capitals of the words before it, which are no country's own name."""
        if not "".join(_CAPITAL.findall(words)).endswith(code):
            return False
        parts = fold(words).split()
        names = (" ".join(parts[first:]) for first in range(len(parts)))
        return not any(self._words.countries.index().get(name) for name in names)

    def _is_foreign(self, folded: str, keys: tuple[str, ...]) -> bool:
        """Tell an English name in a text of a language that has another: the ship Estonia in Swedish."""
        if self._language in {None, "en"} or self._language not in _APART:
            return False
        entries = [self._words.countries[key] for key in keys if key in self._words.countries.entries]
        own = {fold(each.labels.get(str(self._language), "")) for each in entries}
        is_english = any(fold(each.labels["en"]) == folded for each in entries)
        others = {fold(name) for each in entries for name in each.aliases.get(str(self._language), ())}
        return is_english and folded not in own | others

    def _is_federal_state(self, folded: str) -> bool:
        """Tell the state of the United States: Georgia beside Atlanta or another state, and no Georgian."""
        return folded in {"georgia"} and self._is_american

    @cached_property
    def _is_american(self) -> bool:
        words, plain = self._article.words, self._article.plain
        named = " ".join(each.folded if plain[each.start].isupper() else "-" for each in words)  # not indiana: Indian
        text = " ".join(each.folded for each in words)
        return cues.word_list("american_states").is_in(named) and not cues.word_list("of_georgia").is_in(text)


def is_behind_holder(words: Sequence[Word], first: int) -> bool:
    """Tell the country behind somebody of an office: besökte minister Anna Berg Polen."""
    return any(is_office(word.folded) for word in words[max(first - _NAMED, 0) : first - 1])


def is_visited_by_holder(words: Sequence[Word], first: int, language: str | None) -> bool:
    """Tell the city that somebody of an office visits: besökte minister Anna Berg Oslo."""
    before = [word.folded for word in words[max(first - _NAMED, 0) : first]]
    office = next((number for number in range(len(before) - 2, 0, -1) if is_office(before[number])), 0)
    return not cues.spoken("visits_inverted", language).isdisjoint(before[:office])


@cache
def _small_words() -> frozenset[str]:
    """Return the words that have a capital where a sentence begins, and name nobody."""
    return cues.joined(None, *_SMALL_WORDS) | telling_words.words("since")
