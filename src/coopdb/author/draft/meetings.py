"""Tells the meetings of one text apart: one party that met several others, each told of in paragraphs of its own."""

from collections import defaultdict

from coopdb.author.draft.names import Names
from coopdb.author.draft.parties import has_office
from coopdb.author.draft.text import BODY, LEAD, TITLE, Article, Passage

_SERIES = range(2, 21)  # meetings that one text may tell of, each of which is read by itself


def split(article: Article, names: Names, home: str | None) -> tuple[Article, ...]:
    """Return an article a meeting: the whole one, unless a party met others in turn.

    A paragraph that names the office of one other party, and of no second, is about the meeting with that one.
    """
    about: dict[str, list[Passage]] = defaultdict(list)
    common = _common(article, names, home)
    for passage in article.paragraphs:
        if passage.rank in (LEAD, BODY):
            others = {
                mention.keys[0]
                for mention in names.within(passage.start, passage.end)
                if mention.kind == "country"
                and passage.start <= mention.start < passage.end
                and has_office(article, mention)
            } - {common}
            if len(others) > 1:
                return (article,)
            for other in others:
                about[other].append(passage)
    if common is None or len(about) not in _SERIES or not _is_series(article, names, set(about)):
        return (article,)
    whole = [passage for passages in about.values() for passage in passages]
    parts = map(set, about.values())
    return tuple(article.without([each for each in whole if each not in part]) for part in parts)


def _common(article: Article, names: Names, home: str | None) -> str | None:
    """Return the party of all meetings: that of the title, or the home country."""
    title = [each.keys[0] for each in names.of_kind("country") if article.rank_at(each.start) == TITLE]
    return title[0] if len(set(title)) == 1 else home if home and (not title or home in title) else None


def _is_series(article: Article, names: Names, others: set[str]) -> bool:
    """Tell a series of meetings from one meeting where others are talked about: none of them is in the title."""
    titled = {each.keys[0] for each in names.of_kind("country") if article.rank_at(each.start) == TITLE}
    return not titled & others
