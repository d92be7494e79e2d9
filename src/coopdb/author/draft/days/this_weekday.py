"""Whether a weekday that is called this one is to come: an diesem Freitag trifft sie ihn."""

from collections.abc import Set

from coopdb.author.draft.telling.participles import has_participle
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.telling.whose_day import MARKS
from coopdb.author.draft.words import telling_words


def is_this(teller: Teller, beside: Set[str], start: int, end: int) -> bool:
    """Tell this Friday of what is to come: an diesem Freitag gibt es ein Treffen; not: ist sie zusammengekommen."""
    if beside.isdisjoint(telling_words.of_language("this_weekday", teller.language)):
        return False
    if teller.at(start, end).is_ahead:
        return True
    article, sentence = teller.article, teller.article.sentence_at(start)
    low = max((each.end() for each in MARKS.finditer(article.plain, sentence.start, start)), default=sentence.start)
    mark = MARKS.search(article.plain, end, sentence.end)
    now = telling_words.of_language("weekday_now", teller.language)
    verb = next(
        (each for each in article.words_in(low, mark.start() if mark else sentence.end) if each.folded in now), None
    )
    return verb is not None and not has_participle(article, verb.end, sentence.end, teller.language)
