"""What a text calls topics: names and paraphrases, words that begin with one, and what only looks like one."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain

from coopdb.author.draft.text.text import Article, Word
from coopdb.author.draft.topics.topic_areas import areas_listed
from coopdb.author.draft.topics.topic_phrases import DIGITALISATION, TopicPhrases
from coopdb.author.draft.topics.word_forms import bare, without_endings
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import longest_by_first_word
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern
from coopdb.text import fold
from coopdb.vocabulary.lookup import Vocabulary

_LONGEST = 8  # words of a name
_SHORT = 3  # letters of a short one: AI, IoT
_APART = frozenset(".;:,،()")
_PLAIN = 8  # letters of a name of one word that has endings
_INFLECTIONS = ("", "n", "s", "ns", "in", "innen", "en")
_INITIALS = pattern(r"(?:[A-Z]\.){2,3}|[A-Z](?:\.[A-Z]){1,2}")  # A.I.
_AND, _RELATIVE = "و", ("ي", "يه")  # which is written with the word behind it; how adjectives end


class TopicNames:
    """Finds the topics that one article names."""

    def __init__(self, article: Article, vocabulary: Vocabulary, language: str | None) -> None:
        self.article, self._vocabulary, self._language = article, vocabulary, language
        self._phrases = TopicPhrases(article, language)

    def mentions(self) -> Iterator[tuple[str, int, int]]:
        """Yield the topics named, the longest name first where several begin at a word."""
        yield from self._shared()
        yield from self._phrases.exchanges()
        yield from areas_listed(self.article, self._language)
        words, number = self.article.words, 0
        while number < len(words):
            folded = words[number].folded
            longest = _longest_name(folded, self._vocabulary, self._language)
            slug, length = self._at(words[number : number + longest]) if longest else ("", 1)
            is_none = length > 1 or folded in self._no_topics
            if slug := slug or ("" if is_none else _compound(folded, self._language)):
                start, end = words[number].start, words[number + length - 1].end
                about = self._phrases.digitalised(start, number + length) if slug == DIGITALISATION else ()
                yield from about or ((slug, start, end),)
            number += length

    def _shared(self) -> Iterator[tuple[str, int, int]]:
        """Yield names of which two share a word: digital trade and identity, القدرات والمواهب الرقمية."""
        words = self.article.words
        joins = cues.spoken("list_and", self._language)
        for number, word in enumerate(words):
            for before, behind in _parted(word.folded, joins):
                first, last = number - before, number + behind
                if first >= 0 and last < len(words) and (slug := self._pair(words[first], words[last])):
                    yield slug, words[first].start, words[last].end

    def _pair(self, first: Word, last: Word) -> str:
        """Return the topic that two words name which others part, unless they are the two of one."""
        name = f"{first.folded} {last.folded}"
        is_one = not is_arabic(first.folded) or last.folded.endswith(_RELATIVE)
        is_one = is_one and name not in self._no_topics and _is_whole(self.article.plain[first.start : last.end])
        return self._slug(name, name) if is_one else ""

    def _at(self, words: tuple[Word, ...]) -> tuple[str, int]:
        """Return the topic that a text names here, and how many words of it; nothing and 1 where it names none."""
        for length in range(len(words), 0, -1):
            here = words[:length]
            written = self.article.plain[here[0].start : here[-1].end]
            if not _is_whole(written):
                continue
            name = " ".join(word.folded for word in here)
            if not self._no_topics.isdisjoint({name, _without_article(name)}):
                return "", length
            if slug := self._slug(name, written):
                return slug, length
        return "", 1

    @cached_property
    def _no_topics(self) -> frozenset[str]:
        return cues.spoken("no_topics", self._language)

    def _slug(self, name: str, written: str) -> str:
        if written[1:2] == " " and name[0] in cues.spoken("list_and", self._language):  # e saúde is no e-saúde
            return ""
        for form in _forms(name):
            slug = cues.topic_words(self._language).get(form) or self._in_vocabulary(form)
            if slug and slug not in _areas(self._vocabulary) and self._is_written_so(form, written):
                return slug
        stems = " ".join(map(self._stem, name.split()))
        is_none = self._language is None or stems in _stemmed_none(self._language)
        return "" if is_none else _stemmed(self._vocabulary, self._language).get(stems, "")

    def _stem(self, word: str) -> str:
        return without_endings(word, self._language)

    def _in_vocabulary(self, form: str) -> str:
        keys = self._vocabulary.index().get(form, ())
        return keys[0] if len(keys) == 1 and _has_name(self._vocabulary, keys[0], form) else ""

    def _is_written_so(self, form: str, written: str) -> bool:
        """Tell AI from `is a` and `j'ai`: short names are in capitals, and among capitals those of the language."""
        letters = form.replace(" ", "")
        if len(letters) > _SHORT or not letters.isascii() or any(each.isdigit() for each in letters):
            return True
        if fold(written) != form or not written.isupper():
            return False
        return letters in cues.spoken("short_topics", self._language) or self._in_capitals.isdisjoint(form.split())

    @cached_property
    def _in_capitals(self) -> frozenset[str]:
        """The words of titles and sentences that have capitals only: J'AI UN PLAN."""
        texts = map(self.article.text, (*self.article.paragraphs, *self.article.sentences))
        return frozenset(word for text in texts if text.isupper() and " " in text for word in fold(text).split())


@lru_cache(maxsize=65536)
def _longest_name(folded: str, vocabulary: Vocabulary, language: str | None) -> int:
    """Return how many words the name of a topic may have that begins with a word; 0 where none does."""
    first = _first_words(vocabulary, language)
    forms = (folded.removesuffix("s"), bare(folded), without_endings(folded, language))
    return max(first.get(form, 0) for form in forms)


@lru_cache(maxsize=65536)
def _compound(folded: str, language: str | None) -> str:
    """Return the topic that a word begins with, unless it is an office: cyberangrepp, Digitalisierungsfragen."""
    stems = _stems(language)
    if not folded.endswith(_office_ends(language)):
        for form in dict.fromkeys((folded, bare(folded))):
            for length in range(min(len(form), _longest(language)), 3, -1):
                if slug := stems.get(form[:length]):
                    return slug
    return ""


def _parted(folded: str, joins: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return how far before and behind a conjunction two words of one name may stand: التحول الأخضر والرقمي."""
    if folded in joins:
        return (2, 1), (1, 2)
    return ((1, 1), (2, 0)) if folded.startswith(_AND) else ()


@lru_cache(maxsize=4)
def _areas(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the areas, which have topics below them and are not topics themselves: data and AI."""
    areas = {key for key, entry in vocabulary.entries.items() if not entry.broader}
    return frozenset(areas.difference(cues.table()["spoken_areas"]))


@lru_cache(maxsize=16)
def _stems(language: str | None) -> dict[str, str]:
    return {fold(stem): slug for slug, stems in cues.tables_of("topic_stems", language) for stem in stems}


@lru_cache(maxsize=16)
def _office_ends(language: str | None) -> tuple[str, ...]:
    """Return how the names of offices and of firms end in languages of compounds, with what may be behind them."""
    tails = cues.joined(language, "office_tails", "firm_tails")
    return tuple(tail + behind for tail in tails for behind in _INFLECTIONS)


def _longest(language: str | None) -> int:
    return max(map(len, _stems(language)), default=0)


@lru_cache(maxsize=16)
def _first_words(vocabulary: Vocabulary, language: str | None) -> dict[str, int]:
    """Map the first words of all names of topics, as they stand and without endings, to how long a name may be."""
    named = (vocabulary.index(), cues.topic_words(language), _stemmed(vocabulary, language))
    found: dict[str, int] = {}
    for first, longest in longest_by_first_word(chain(cues.spoken("no_topics", language), *named)).items():
        for form in (first, first.removesuffix("s"), bare(first)):
            found[form] = max(found.get(form, 0), min(longest, _LONGEST))
    return found


@lru_cache(maxsize=16)
def _stemmed(vocabulary: Vocabulary, language: str | None) -> dict[str, str]:
    """Map the names of topics in a language, without the endings of their words, to the topic."""
    names = [(name, slug) for slug, listed in cues.tables_of("topic_names", language) for name in listed]
    names += [
        (name, slug)
        for slug, entry in vocabulary.entries.items()
        if slug not in _areas(vocabulary)
        for name in entry.names_in(language or "")
    ]
    folded = [(fold(name), slug) for name, slug in names]
    return {
        " ".join(without_endings(word, language) for word in name.split()): slug
        for name, slug in reversed(folded)
        if " " in name or len(name) >= _PLAIN
    }


@lru_cache(maxsize=16)
def _stemmed_none(language: str) -> frozenset[str]:
    """Return what looks like a topic and is none, without the endings of its words."""
    names = cues.spoken("no_topics", language)
    return frozenset(" ".join(without_endings(word, language) for word in name.split()) for name in names)


def _is_whole(written: str) -> bool:
    """Tell words of one sentence."""
    is_one = _APART.isdisjoint(written) and "\n\n" not in written
    return is_one or _INITIALS.fullmatch(written) is not None


def _has_name(vocabulary: Vocabulary, key: str, name: str) -> bool:
    """Tell a whole name from what is left of one without its little words: e-services, services."""
    entry = vocabulary[key]
    return any(fold(each) == name for _, _, each in entry.names()) or vocabulary.entries[key].replaced_by != ""


def _without_article(name: str) -> str:
    """Return a name without what Arabic writes before its first word: by building of capacities."""
    first, *others = name.split()
    return " ".join((bare(first), *others))


def _forms(name: str) -> Iterator[str]:
    """Yield a name as it stands, then in the singular, then without what Arabic writes before it."""
    yield name
    words = name.split()
    yield " ".join(word.removesuffix("s") for word in words)
    yield " ".join((words[0].removesuffix("s"), *words[1:]))
    if not name.isascii():
        yield _without_article(name)
        yield " ".join(map(bare, words))
