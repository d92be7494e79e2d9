"""A `today` that a text quotes or tells far down: of the meeting, though the text was published a day or two later."""

from coopdb.author.draft.days.dates import EXPLICIT, Dated
from coopdb.author.draft.days.relative import RULE as RELATIVE
from coopdb.author.draft.days.relative import WEEKDAY_RULE
from coopdb.author.draft.text.quotes import find_quotes
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.text.text import LEAD, Article

_LATER = 2  # days after a meeting that what was said there may be published
_DASHES = "–—-"


def without_spoken_today(article: Article, best: list[Dated]) -> list[Dated]:
    """Leave out each `today` that somebody says, where another of the days is the one on which they met."""
    told = next((each for each in best if each.rule != RELATIVE), None)
    if told is None or best[0].rule != RELATIVE:
        return best
    quoted = Stretches(find_quotes(article))
    return [each for each in best if not is_same_today(article, told, each, quoted)]


def is_same_today(article: Article, best: Dated, each: Dated, quoted: Stretches) -> bool:
    """Tell a `today` that is the day of title or lead, or up to two days later, as the text was published then.

    It is quoted, or stands far down; where title or lead give a weekday alone, only if it is quoted.
    """
    is_day = best.rule in (*EXPLICIT, WEEKDAY_RULE) and article.rank_at(best.start) <= LEAD
    if best.day is None or each.day is None or each.rule != RELATIVE or not is_day:
        return False
    is_below = article.rank_at(each.start) > LEAD and best.rule in EXPLICIT
    is_spoken = quoted.cover(each.start) or _is_line_of_speech(article, each.start)
    return (is_below or is_spoken) and 0 <= (each.day - best.day).days <= _LATER


def _is_line_of_speech(article: Article, place: int) -> bool:
    """Tell a paragraph that a dash begins, as what somebody said is printed in many countries."""
    paragraph = article.paragraph_at(place)
    return paragraph is not None and article.plain[paragraph.start] in _DASHES
