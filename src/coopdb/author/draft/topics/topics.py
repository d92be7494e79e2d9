"""The topics of a meeting: their names in the text, away from the names of offices, and how far each got."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from coopdb.author.draft.text.text import BACKGROUND, LEAD, Article
from coopdb.author.draft.topics.stages import Stages
from coopdb.author.draft.topics.topic_masks import Firms, Masks
from coopdb.author.draft.topics.topic_names import TopicNames
from coopdb.author.draft.topics.topic_weight import Weight
from coopdb.author.draft.words import cues
from coopdb.vocabulary.lookup import Vocabulary


class TopicMention(NamedTuple):
    """A topic, how many times it is named, where first, and how far it got."""

    slug: str
    times: int
    start: int
    end: int
    rank: int
    stage: str


def find_topics(
    article: Article, vocabulary: Vocabulary, offices: Iterable[tuple[int, int]], language: str | None
) -> tuple[TopicMention, ...]:
    """Find the topics that the text names, the most prominent first."""
    masks, firms = Masks(article, offices, language), Firms(article, language)
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for slug, start, end in TopicNames(article, vocabulary, language).mentions():
        is_name = masks.cover(start) or firms.have(slug, start, end)
        if article.rank_at(start) < BACKGROUND and not is_name:
            found[slug].append((start, end))
    stages = Stages(article, language)
    weight = Weight(article, stages, found)
    _without_company(article, weight, found)
    mentions = []
    for slug, places in found.items():
        mention = _mention(article, stages, slug, places)
        if weight.is_meant(slug, places, is_agreed=mention.stage == "agreed"):
            mentions.append(mention)
    return tuple(sorted(mentions, key=lambda each: (min(each.rank, LEAD), -each.times, each.start)))


def _without_company(article: Article, weight: Weight, found: dict[str, list[tuple[int, int]]]) -> None:
    """Take away topics in ordinary words, connectivity of ports: with nothing digital beside, and not agreed on."""
    general = frozenset(cues.table()["general_topics"])
    digital = {
        article.sentence_at(start) for slug, places in found.items() if slug not in general for start, _ in places
    }
    for slug in general & found.keys():
        found[slug] = weight.digital(found[slug], digital)
        if not found[slug]:
            del found[slug]


def _mention(article: Article, stages: Stages, slug: str, places: list[tuple[int, int]]) -> TopicMention:
    start, end = places[0]
    reached = {stages.at(*place) for place in places}
    stage = next((each for each in ("agreed", "proposed") if each in reached), "discussed")
    return TopicMention(slug, len(places), start, end, article.rank_at(start), stage)
