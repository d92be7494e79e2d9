"""The topics of a meeting: their names in the text, away from the names of offices, and how far each got."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from coopdb.author.draft import cues
from coopdb.author.draft.text import BACKGROUND, LEAD, Article, Word
from coopdb.text import fold
from coopdb.vocabulary.lookup import Vocabulary

_LONGEST = 6
_APART = re.compile(r"[.;:]|\n\s*\n")
_AUTHORITY = re.compile(
    r"\b(?:Ministry|Minister|Minist[èe]re|Ministerio|Minist[ée]rio|Ministerium|Department|Agency|Authority|Secretary|Agence|Agencia|Bundesministerium|Commission|Committee|School|Académie|Academy)\b[^.;:()]{0,12}?(?:\s++(?:(?:of|for|de|des|du|da|do|für|och|and|et|y|e|the|la|le|l[’'])\s*+)?[A-ZÀ-Þ&][\w’'-]*+,?)+"
)


@dataclass(frozen=True, slots=True)
class TopicMention:
    """A topic, how often it is named, where first, and how far it got."""

    slug: str
    count: int
    start: int
    end: int
    rank: int
    stage: str


def find_topics(
    article: Article, vocabulary: Vocabulary, offices: Iterable[tuple[int, int]]
) -> tuple[TopicMention, ...]:
    """Find the topics that the text names, the most prominent first."""
    masked = sorted((*offices, *(found.span() for found in _AUTHORITY.finditer(article.plain))))
    ends = [*accumulate((end for _, end in masked), max)]  # how far what is masked reaches
    areas = {key for key, entry in vocabulary.entries.items() if not entry.broader}
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for slug, start, end in _mentions(article, vocabulary):
        before = bisect_right(masked, (start, len(article.plain)))
        is_masked = before > 0 and ends[before - 1] > start
        if slug not in areas and article.rank_at(start) < BACKGROUND and not is_masked:
            found[slug].append((start, end))
    weak = frozenset(cues.table()["weak_topics"])
    mentions = [
        _mention(article, slug, places)
        for slug, places in found.items()
        if _is_prominent(article, places) or (slug not in weak and _is_talked_about(article, places))
    ]
    return tuple(sorted(mentions, key=lambda each: (min(each.rank, LEAD), -each.count, each.start)))


def _mention(article: Article, slug: str, places: list[tuple[int, int]]) -> TopicMention:
    start, end = places[0]
    stages = [_stage(article, place) for place, _ in places]
    stage = next((each for each in ("agreed", "proposed") if each in stages), "discussed")
    return TopicMention(slug, len(places), start, end, article.rank_at(start), stage)


def _is_prominent(article: Article, places: list[tuple[int, int]]) -> bool:
    """Tell a topic of title or lead, or one that is named often."""
    return len(places) > 2 or any(article.rank_at(start) <= LEAD for start, _ in places)  # noqa: PLR2004  # often


def _is_talked_about(article: Article, places: list[tuple[int, int]]) -> bool:
    """Tell a topic that is named where the text tells what they talked about."""
    for start, _ in places:
        number = article.sentence_number(start)
        near = article.sentences[max(number - 1, 0) : number + 1]
        names = ("meeting", "agreed", "proposed", "cooperation")
        if any(article.says(each, name) for each in near for name in names):
            return True
    return False


def _stage(article: Article, place: int) -> str:
    """Tell how far a topic got by the verbs of its sentence."""
    sentence = article.sentence_at(place)
    if article.says(sentence, "signed") or article.says(sentence, "agreed"):
        return "agreed"
    return "proposed" if article.says(sentence, "proposed") else "discussed"


def _mentions(article: Article, vocabulary: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Yield the topics named, the longest name first where several begin at a word."""
    words, number, first = article.words, 0, _first_words(vocabulary)
    while number < len(words):
        if words[number].folded.isascii() and words[number].folded.removesuffix("s") not in first:
            number += 1
            continue
        for length in range(min(_LONGEST, len(words) - number), 0, -1):
            here = words[number : number + length]
            if slug := _slug(article.plain[here[0].start : here[-1].end], here, vocabulary):
                yield slug, here[0].start, here[-1].end
                number += length
                break
        else:
            number += 1


@lru_cache(maxsize=4)
def _first_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the first words of all names of topics, without the `s` of a plural: at most words none begins."""
    names = (name for table in (vocabulary.index(), cues.topic_words()) for name, _ in table.items())
    return frozenset(name.partition(" ")[0].removesuffix("s") for name in names)


def _slug(written: str, here: tuple[Word, ...], vocabulary: Vocabulary) -> str:
    """Return the topic that some words name, if they stand in one sentence."""
    if _APART.search(written):
        return ""
    for name in _forms(" ".join(word.folded for word in here)):
        if name in cues.topic_words():
            return cues.topic_words()[name]
        keys = vocabulary.index().get(name, ())
        if len(keys) == 1 and (len(name) > 2 or written.isupper()) and _is_whole(vocabulary, keys[0], name):  # noqa: PLR2004  # AI, not ai
            return keys[0]
    return ""


def _is_whole(vocabulary: Vocabulary, key: str, name: str) -> bool:
    """Tell a whole name from what is left of one without its little words: e-services, services."""
    return (
        any(fold(each) == name for _, _, each in vocabulary[key].names()) or vocabulary.entries[key].replaced_by != ""
    )


def _forms(name: str) -> Iterator[str]:
    """Yield a name as it stands, then in the singular, then without what Arabic writes before it."""
    yield name
    words = name.split()
    yield " ".join(word.removesuffix("s") for word in words)
    yield " ".join((words[0].removesuffix("s"), *words[1:]))
    if not name.isascii():
        yield " ".join((_bare(words[0]), *words[1:]))
        yield " ".join(map(_bare, words))


def _bare(word: str) -> str:
    for prefix in ("وبال", "وال", "بال", "لل", "كال", "فال", "و", "ب", "ل"):
        if word.startswith(prefix) and len(word) - len(prefix) > 2:  # noqa: PLR2004  # a word is left
            return word.removeprefix(prefix)
    return word
