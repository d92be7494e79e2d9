"""Tells the meetings of one text apart: one party that met several others, each told of in paragraphs of its own."""

from collections import defaultdict

from coopdb.author.draft.names import Names
from coopdb.author.draft.parties import has_office
from coopdb.author.draft.text import Article, Passage


def split(article: Article, names: Names, home: str | None) -> tuple[Article, ...]:
    """Return an article a meeting: the whole one, unless a party met others in turn.

    A paragraph that names the office of one other party, and of no second, is about the meeting with that one.
    """
    about: dict[str, list[Passage]] = defaultdict(list)
    common = _common(article, names, home)
    for passage in article.paragraphs:
        if passage.rank in (1, 2):
            others = {
                mention.keys[0]
                for mention in names.of_kind("country")
                if passage.start <= mention.start < passage.end and has_office(article, mention)
            } - {common}
            if len(others) > 1:
                return (article,)
            for other in others:
                about[other].append(passage)
    if common is None or len(about) < 2 or not _is_series(article, names, set(about)):  # noqa: PLR2004  # one meeting
        return (article,)
    whole = [passage for passages in about.values() for passage in passages]
    return tuple(article.without([each for each in whole if each not in passages]) for passages in about.values())


def _common(article: Article, names: Names, home: str | None) -> str | None:
    """Return the party of all meetings: that of the title, or the home country."""
    title = [each.keys[0] for each in names.of_kind("country") if article.rank_at(each.start) == 0]
    return title[0] if len(set(title)) == 1 else home if home and (not title or home in title) else None


def _is_series(article: Article, names: Names, others: set[str]) -> bool:
    """Tell a series of meetings from one meeting where others are talked about: none of them is in the title."""
    titled = {each.keys[0] for each in names.of_kind("country") if article.rank_at(each.start) == 0}
    return not titled & others
