"""Where a text was written: the place a report begins with, or that stands with a day at the foot of a statement."""

from coopdb.author.draft.text.text import LEAD, Article
from coopdb.author.draft.words import cues, telling_words
from coopdb.pattern import pattern

_BEFORE = 3  # characters that may stand before the place a report begins with: a bracket
_PUBLISHER = pattern(r"[«“\"(]?[^\s«»“”\"()][^«»“”\"()\n]{0,24}[»”\")]?(?:\s[-–—]\s|:\s|/)")  # «The Paper» - Oslo:
_HEAD = 40  # characters of all that may stand before the place: a publisher, or the city of
_BEHIND = 60  # characters in which a dateline ends
_END = pattern(  # a mark, a day, a state or a country and a day, or the name of an agency between marks
    r"\s*(?:[.(:–—]|-\s|,?\s*(?:في\s|den\s|le\s)?\d|,\s*(?:[A-Z]{2}|\w+\.?\s+\d|\w+(?:\s\w+)?,\s*\w+\.?\s+\d)"
    r"|,\s*(?:\w+\s){0,2}\w+\.?\s?[-–—]\s|/\s?[^/:\n]{2,30}[/:–—]|[-–—]\s?[^\n–—-]{2,30}[-–—:]\s|\s?[-–—/]\s?[^\n–—-]{2,20}\n)"
)
_COMMA = pattern(r"\s?[,،]\s+")
_STATE_END = pattern(r"\s*(?:\([^()\n]{2,30}\)\s*(?:[-–—]|:)|[-–—]{1,2}\s)")
_NUMBER = pattern(r"\d{1,2}")
_MOST = 6  # words of a day at the foot of a statement


def is_dateline(article: Article, start: int, end: int) -> bool:
    """Tell a place that a report begins with, perhaps behind the name of its publisher."""
    paragraph = article.paragraph_at(start)
    if paragraph is None or paragraph.rank != LEAD or start - paragraph.start > _HEAD:
        return False
    if not _END.match(article.plain[end : end + _BEHIND]):
        return False
    before = "" if _is_city_of(article, paragraph.start, start) else article.plain[paragraph.start : start]
    is_other_place = before.endswith("/") and any(map(str.islower, before))  # Melk/Wien (APA)
    return len(before) < _BEFORE or (not is_other_place and _PUBLISHER.fullmatch(before) is not None)


def _is_city_of(article: Article, start: int, end: int) -> bool:
    """Tell what stands before the name of a city: Cidade da Praia, Ciudad de Panamá."""
    words = [each.folded for each in article.words_in(start, end)]
    is_city = not cues.spoken("city_words").isdisjoint(words[:1])
    return is_city and telling_words.words("of_dates").issuperset(words[1:])


def is_state_of_dateline(article: Article, city: tuple[int, int], start: int, end: int) -> bool:
    """Tell the country behind the city that a report begins with: NAIROBI, Kenya (AP) — ; دبي، الإمارات (CNN)--."""
    paragraph = article.paragraph_at(start)
    if paragraph is None or paragraph.rank != LEAD or city[0] - paragraph.start >= _BEFORE:
        return False
    is_behind = _COMMA.fullmatch(article.plain, city[1], start) is not None
    return is_behind and _STATE_END.match(article.plain, end) is not None


def is_foot(article: Article, start: int, end: int) -> bool:
    """Tell a place that has a paragraph to itself with a day: Oslo, 15 May 2024."""
    paragraph = article.paragraph_at(start)
    if paragraph is None or start - paragraph.start >= _BEFORE:
        return False
    words = [each.folded for each in article.words_in(end, paragraph.end)]
    has_day = any(map(_NUMBER.fullmatch, words)) and not telling_words.months().keys().isdisjoint(words)
    return has_day and len(words) <= _MOST
