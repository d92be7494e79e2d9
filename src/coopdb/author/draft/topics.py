"""The topics of a meeting: their names in the text, away from the names of offices, and how far each got."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from coopdb.author.draft import cues
from coopdb.author.draft.stages import Stages
from coopdb.author.draft.text import BACKGROUND, LEAD, TITLE, Article, Passage
from coopdb.author.draft.topic_names import TopicNames
from coopdb.text import fold
from coopdb.vocabulary.lookup import Vocabulary

_ARABIC = "؀"  # the first letter of the script
_HOUSE = 10  # words of the name of a ministry
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
    article: Article, vocabulary: Vocabulary, offices: Iterable[tuple[int, int]], language: str | None
) -> tuple[TopicMention, ...]:
    """Find the topics that the text names, the most prominent first."""
    authorities = (found.span() for found in _AUTHORITY.finditer(article.plain))
    masked = sorted((*offices, *authorities, *_houses(article, language)))
    ends = [*accumulate((end for _, end in masked), max)]  # how far what is masked reaches
    areas = {key for key, entry in vocabulary.entries.items() if not entry.broader} - set(cues.table()["spoken_areas"])
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for slug, start, end in TopicNames(article, vocabulary, language).mentions():
        before = bisect_right(masked, (start, len(article.plain)))
        is_masked = before > 0 and ends[before - 1] > start
        if slug not in areas and article.rank_at(start) < BACKGROUND and not is_masked:
            found[slug].append((start, end))
    stages = Stages(article, language)
    _without_company(article, stages, found)
    weak, faint = (frozenset(cues.table()[name]) for name in ("weak_topics", "faint_topics"))
    mentions = []
    for slug, places in found.items():
        mention = _mention(article, stages, slug, places)
        is_agreed = slug in faint and mention.stage == "agreed"
        if is_agreed or (_is_stressed if slug in faint else _is_prominent if slug in weak else _is_meant)(
            article, places
        ):
            mentions.append(mention)
    return tuple(sorted(mentions, key=lambda each: (min(each.rank, LEAD), -each.count, each.start)))


def _without_company(article: Article, stages: Stages, found: dict[str, list[tuple[int, int]]]) -> None:
    """Take away topics in ordinary words, connectivity of ports: with nothing digital beside, and not agreed on."""
    general = frozenset(cues.table()["general_topics"])
    digital = {
        article.sentence_at(start) for slug, places in found.items() if slug not in general for start, _ in places
    }
    for slug in general & found.keys():
        found[slug] = [
            each for each in found[slug] if _is_digital(article, each[0], digital) or stages.at(*each) == "agreed"
        ]
        if not found[slug]:
            del found[slug]


def _is_digital(article: Article, start: int, digital: set[Passage]) -> bool:
    """Tell a place in the title, or in a sentence about something digital: with another topic, or a word for it."""
    sentence = article.sentence_at(start)
    stems = tuple(map(fold, cues.table()["digital_stems"]))
    return (
        sentence.rank == TITLE
        or sentence in digital
        or any(word.removeprefix("و").removeprefix("ال").startswith(stems) for word in article.folded(sentence).split())
    )


def _mention(article: Article, stages: Stages, slug: str, places: list[tuple[int, int]]) -> TopicMention:
    start, end = places[0]
    reached = {stages.at(*place) for place in places}
    stage = next((each for each in ("agreed", "proposed") if each in reached), "discussed")
    return TopicMention(slug, len(places), start, end, article.rank_at(start), stage)


def _is_meant(article: Article, places: list[tuple[int, int]]) -> bool:
    return _is_prominent(article, places) or _is_talked_about(article, places)


def _is_stressed(article: Article, places: list[tuple[int, int]]) -> bool:
    """Tell a topic that many texts only touch: one in the title, or named again, of which the lead has one."""
    ranks = [article.rank_at(start) for start, _ in places]
    return TITLE in ranks or len(places) > 2 or (len(places) > 1 and LEAD in ranks)  # noqa: PLR2004  # often


def _houses(article: Article, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the names of ministries and ministers in small letters: le ministère du numérique."""
    small, words = cues.small_words("connectors", language) | {"و"}, article.words
    heads = cues.spoken("authorities", language)
    for number, word in enumerate(words):
        if word.folded in heads or word.folded.removeprefix("و") in heads:
            yield word.start, words[_end_of_house(article, number, small)].end


def _end_of_house(article: Article, number: int, small: frozenset[str]) -> int:
    """Return the last word of the name of a ministry: small words, each with the word behind it."""
    words, last, is_open = article.words, number, False
    for place in range(number + 1, min(number + _HOUSE, len(words))):
        written = article.plain[words[place].start : words[place].end].lower()
        if any(mark in article.plain[words[last].end : words[place].start] for mark in ".;:()\n"):
            return last
        is_arabic = written[0] >= _ARABIC
        is_small = written in small
        if not (is_small or is_open or (is_arabic and (place == number + 1 or written.startswith("و")))):
            return last
        is_open, last = is_small or (is_arabic and place == number + 1), place
    return last


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
