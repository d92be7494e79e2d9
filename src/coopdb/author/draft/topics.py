"""The topics of a meeting: their names in the text, away from the names of offices, and how far each got."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coopdb.author.draft import cues
from coopdb.author.draft.text import Article, Word
from coopdb.text import fold
from coopdb.vocabulary.lookup import Vocabulary

_LONGEST = 6
_AUTHORITY = re.compile(
    r"\b(?:Ministry|Minister|Minist[èe]re|Ministerio|Minist[ée]rio|Ministerium|Department|Agency|Authority|Secretary|Agence|Agencia|Bundesministerium|Commission|Committee|School|Académie|Academy)\b[^.;:()]{0,12}?(?:\s+(?:of|for|de|des|du|da|do|für|och|and|et|y|e|the|la|le|l[’'])?\s*[A-ZÀ-Þ&][\w’'-]*,?)+"
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


def find_topics(article: Article, vocabulary: Vocabulary, offices: Iterable[tuple[int, int]]) -> tuple[TopicMention, ...]:
    """Find the topics that the text names, the most prominent first."""
    masked = [*offices, *(found.span() for found in _AUTHORITY.finditer(article.plain))]
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for slug, start, end in _mentions(article, vocabulary):
        if article.rank_at(start) < 3 and not any(a <= start < b for a, b in masked):  # noqa: PLR2004  # background
            found[slug].append((start, end))
    mentions = (_mention(article, slug, places) for slug, places in found.items())
    return tuple(sorted(mentions, key=lambda each: (min(each.rank, 1), -each.count, each.start)))


def _mention(article: Article, slug: str, places: list[tuple[int, int]]) -> TopicMention:
    start, end = places[0]
    stages = [_stage(article, place) for place, _ in places]
    stage = next((each for each in ("agreed", "proposed") if each in stages), "discussed")
    return TopicMention(slug, len(places), start, end, article.rank_at(start), stage)


def _stage(article: Article, place: int) -> str:
    """Tell how far a topic got by the verbs of its sentence."""
    text = f" {fold(article.text(article.sentence_at(place)))} "
    if cues.pattern("signed").search(text) or cues.pattern("agreed").search(text):
        return "agreed"
    return "proposed" if cues.pattern("proposed").search(text) else "discussed"


def _mentions(article: Article, vocabulary: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Yield the topics named, the longest name first where several begin at a word."""
    words, index, number = article.words, vocabulary.index(), 0
    extra = {fold(name): slug for slug, names in cues.table()["topic_words"].items() for name in names}
    while number < len(words):
        for length in range(min(_LONGEST, len(words) - number), 0, -1):
            here = words[number : number + length]
            slug = _slug(article, here, index, extra)
            if slug:
                yield slug, here[0].start, here[-1].end
                number += length
                break
        else:
            number += 1


def _slug(article: Article, here: tuple[Word, ...], index: object, extra: dict[str, str]) -> str:
    written = article.plain[here[0].start : here[-1].end]
    if any(mark in written for mark in ".;:\n\n") and len(here) > 1 and re.search(r"[.;:]|\n\s*\n", written):
        return ""
    for name in _forms(" ".join(word.folded for word in here)):
        if name in extra:
            return extra[name]
        keys = index.get(name, ())  # type: ignore[attr-defined]  # a mapping
        if len(keys) == 1 and (len(name) > 2 or written.isupper()):  # noqa: PLR2004  # AI, not ai
            return str(keys[0])
    return ""


def _forms(name: str) -> Iterator[str]:
    """Yield a name as it stands, then in the singular, then without what Arabic writes before it."""
    yield name
    words = name.split()
    yield " ".join(word.removesuffix("s") for word in words)
    yield " ".join((words[0].removesuffix("s"), *words[1:]))
    if not name.isascii():
        plain = [_bare(word) for word in words]
        yield " ".join(plain)


def _bare(word: str) -> str:
    for prefix in ("وبال", "وال", "بال", "لل", "كال", "فال", "و", "ب", "ل"):
        if word.startswith(prefix) and len(word) - len(prefix) > 2:  # noqa: PLR2004  # a word is left
            return word.removeprefix(prefix)
    return word
