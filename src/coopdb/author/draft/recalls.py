"""Words that only look like a meeting: an ambassador called home for consultations, what happened during a visit."""

from collections.abc import Iterator

from coopdb.author.draft import cues

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


def _without(text: str, spans: Iterator[tuple[int, int]]) -> str:
    parts, done = list[str](), 0
    for start, end in spans:
        parts, done = [*parts, text[done:start]], end
    return "".join([*parts, text[done:]])
