"""Words that only look like a meeting: an ambassador called home for consultations, a visit of years ago, or of kin."""

import re
from collections.abc import Iterator
from datetime import date

from coopdb.author.draft import cues, telling_words
from coopdb.author.draft.name_forms import is_office

_YEAR = re.compile(r"(?<![^ ])(?:19|20)\d\d(?![^ ])")
_OLD = 183  # days after which a meeting is no news
_BEHIND, _BEFORE = 6, 4  # words between a visit and its year behind it, and before it
_MONTHS = 12
_NEAR = 4  # words between a recall and the ambassador, and between "on the sidelines of" and the visit


def is_recall(text: str, language: str | None) -> bool:
    """Tell folded words in which a country calls an ambassador home: recalled its ambassador, Botschafter abberufen."""
    envoys = [*cues.word_list("ambassadors", language).find(text)]
    before = cues.word_list("recalls", language).find(text) if envoys else ()
    behind = cues.word_list("recalled", language).find(text) if envoys else ()
    pairs = [*((each[1], envoy[0]) for each in before for envoy in envoys)]
    pairs += ((envoy[1], each[0]) for each in behind for envoy in envoys)
    return any(low <= high and len(text[low:high].split()) <= _NEAR for low, high in pairs)


def without_recall(text: str, language: str | None) -> str:
    """Return folded words, where an ambassador is called home without the consultations that it is for."""
    if not is_recall(text, language):
        return text
    return _without(text, cues.word_list("consultations", language).find(text))


def without_edges(text: str, language: str | None) -> str:
    """Return folded words without the visits at whose edge something else happened: am Rande von Novaks Besuch."""
    return _without(text, _edges(text, language))


def _edges(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    visits = cues.word_list("visiting", language)
    for start, end in cues.word_list("margins", language).find(text):
        visit = visits.first(text[end:])
        if visit and len(text[end : end + visit[0]].split()) <= _NEAR:
            yield start, end + visit[1]


def without_old(text: str, language: str | None, published: date | None) -> str:
    """Return folded words without the visits and meetings that were half a year before the day of publication."""
    return _without(text, _old(text, language, published))


def _old(text: str, language: str | None, published: date | None) -> Iterator[tuple[int, int]]:
    done = 0
    for start, end in _nouns(text, language):
        behind = len(" ".join(text[end:].split(" ")[: _BEHIND + 1])) + end
        before = start - len(" ".join(text[:start].split(" ")[-_BEFORE:]))
        last = max((at for at in _times(text, language, published) if end < at <= behind), default=0)
        is_before = any(before < at <= start for at in _times(text, language, published))
        if (last or is_before) and start >= done:
            done = max(last, end)
            yield start, done


def _times(text: str, language: str | None, published: date | None) -> Iterator[int]:
    """Yield where words end that say a time half a year before the day of publication, or last year."""
    yield from (end for _, end in cues.word_list("a_year_before", language).find(text))
    if published:
        yield from (year.end() for year in _YEAR.finditer(text) if _is_old(text, year, published))


def _nouns(text: str, language: str | None) -> list[tuple[int, int]]:
    """Return where folded words have a visit or a meeting."""
    return sorted(hit for name in ("visiting", "encounters") for hit in cues.word_list(name, language).find(text))


def _is_old(text: str, year: re.Match[str], published: date) -> bool:
    """Tell a year, or its month before it, that ended half a year before a day."""
    months = telling_words.months()
    month = next((months[word] for word in text[: year.start()].split()[-2:] if word in months), _MONTHS)
    return (published - date(int(year[0]), month, 28)).days > _OLD


def is_of_kin(text: str, language: str | None) -> bool:
    """Tell folded words in which the kin of somebody travels, who has no office: the president's son visits Oslo."""
    words = text.split()
    kin = cues.word_list("kin", language).is_in(text) and cues.word_list("visiting", language).is_in(text)
    return kin and sum(map(is_office, words)) <= 1 and cues.spoken("crowned", language).isdisjoint(words)


def _without(text: str, spans: Iterator[tuple[int, int]]) -> str:
    parts, done = list[str](), 0
    for start, end in spans:
        parts, done = [*parts, text[done:start]], end
    return "".join([*parts, text[done:]])
