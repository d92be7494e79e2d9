"""The phrases that a sentence has, by the list of `data/draft/<language>.json` that they are from, and where."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from coopdb.author.draft.text.text import LEAD, Article, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.parted_verbs import parted
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
_OPENING = 2  # sentences of the lead that say what a text is about
_BARE = "@"  # a number that is an ordinal without an ending: 3. Sitzung


class PhraseHit(NamedTuple):
    """A phrase in the plain text: which value of its list, from where to where, and the words that it covers."""

    value: str
    start: int
    end: int
    first: int
    last: int


class Phrasing:
    """Finds the phrases of an article in its language; each sentence is looked through once."""

    def __init__(self, article: Article, language: str | None) -> None:
        self.article, self.language = article, language
        self._phrases = _phrases(language)
        self._known: dict[Passage, Mapping[str, tuple[PhraseHit, ...]]] = {}

    def hits(self, sentence: Passage, name: str) -> tuple[PhraseHit, ...]:
        """Return where a sentence has the phrases of a list, in order; none overlaps another."""
        if sentence not in self._known:
            words = self.article.words_in(sentence.start, sentence.end)
            found = spans([word.folded for word in words], self._phrases)
            self._known[sentence] = {
                key: tuple(
                    PhraseHit(value, words[low].start, words[high - 1].end, low, high) for value, low, high in places
                )
                for key, places in found.items()
            }
        return self._known[sentence].get(name, ())

    def says(self, sentence: Passage, *names: str) -> bool:
        """Tell whether a sentence has a phrase of any of some lists."""
        return any(self.hits(sentence, name) for name in names)

    def is_after(self, sentence: Passage, name: str, hit: PhraseHit, within: int) -> bool:
        """Tell whether a phrase of a list stands at most some words before a hit, or overlaps its beginning."""
        return any(each.first < hit.first and hit.first - each.last <= within for each in self.hits(sentence, name))

    def is_before(self, sentence: Passage, name: str, hit: PhraseHit, within: int) -> bool:
        """Tell whether a phrase of a list stands at most some words behind a hit."""
        return any(0 <= each.first - hit.last <= within for each in self.hits(sentence, name))

    def is_beside(self, sentence: Passage, name: str, hit: PhraseHit, within: int) -> bool:
        """Tell whether a phrase of a list stands at most some words before or behind a hit."""
        return any(
            -within <= hit.first - each.last <= within or -within <= each.first - hit.last <= within
            for each in self.hits(sentence, name)
        )

    def parted(self, sentence: Passage, name: str, within: int) -> Iterator[PhraseHit]:
        """Yield where a sentence has verbs of two parts that stand at most some words apart: tog ministern emot."""
        words = self.article.words_in(sentence.start, sentence.end)
        for head, tail in parted([word.folded for word in words], name, self.language, within):
            yield PhraseHit("", words[head].start, words[tail].end, head, head + 1)

    @cached_property
    def tails(self) -> tuple[str, ...]:
        """What compounds end with that are standing bodies, folded: of teknikrådet."""
        return tuple(sorted(cues.spoken("body_tails", self.language)))

    @cached_property
    def opening(self) -> tuple[Passage, ...]:
        """The title and the first sentences of the lead, which say what a text is about."""
        return (*self.titles, *self.leads[:_OPENING])

    def opens(self, sentence: Passage) -> bool:
        """Tell whether a sentence is one of the opening."""
        return sentence in self._opening

    @cached_property
    def _opening(self) -> frozenset[Passage]:
        return frozenset(self.opening)

    @cached_property
    def titles(self) -> tuple[Passage, ...]:
        """The sentences of the title."""
        return self.article.titles

    @cached_property
    def leads(self) -> tuple[Passage, ...]:
        """The sentences of the lead."""
        return tuple(each for each in self.article.sentences if each.rank == LEAD)


Phrases = Mapping[str, Sequence[tuple[str, str, tuple[str, ...]]]]


def spans(words: Sequence[str], phrases: Phrases) -> Mapping[str, list[tuple[str, int, int]]]:
    """Return by list where some folded words have its phrases: value, first word, and the word behind the last."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for number, word in enumerate(words):
        here: dict[str, tuple[int, str]] = {}
        for form in _forms(word):
            for name, value, phrase in phrases.get(form, ()):
                size = len(phrase)
                if size > here.get(name, (0, ""))[0] and _continues(words, number, phrase):
                    here[name] = size, value
        for name, (size, value) in here.items():
            places = found.setdefault(name, [])
            if not places or places[-1][2] <= number:
                places.append((value, number, number + size))
    return found


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


def phrases_of(language: str | None) -> Phrases:
    """Return the phrases of a language, or of all where it has none, by their first words."""
    return _phrases(language)


@cache
def _phrases(language: str | None) -> Phrases:
    found: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    tables = cues.languages()
    chosen = [tables[language]] if language and language in tables else tables.values()
    for table in chosen:
        for name in _LISTS:
            for value, phrase in _pairs(name, table.get(name, ())):
                words = tuple(fold(phrase).split())
                found.setdefault(words[0], []).append((name, value, words))
        for number in range(1, _HIGHEST + 1):
            for ending in table.get("ordinal_endings", ()):
                words = tuple(fold(f"{number}{ending.replace(_BARE, '')}").split())
                found.setdefault(words[0], []).append(("ordinals", str(number), words))
    return found


def _pairs(name: str, entries: Sequence[str] | Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield the phrases of a list with what each means: the kind of a document, the number of an ordinal."""
    if isinstance(entries, Mapping):
        yield from ((kind, phrase) for kind, phrases in entries.items() for phrase in phrases)
    elif name == "ordinals":
        yield from ((str(number), each) for number, names in enumerate(entries, 1) for each in names.split("|"))
    else:
        yield from (("", phrase) for phrase in entries)
