"""What kind of meeting it was, where the text says so: a joint commission, a visit, a courtesy call, a ceremony."""

from collections.abc import Iterator

from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.series_names import Series
from coopdb.author.draft.text import BACKGROUND, Passage
from coopdb.author.draft.wording import PhraseHit, Phrasing

_BODIES = {
    "joint_commission": "joint-commission",
    "working_group": "working-group",
    "consultations": "consultation",
}
_PHRASES = {  # by list, the most particular first
    "courtesy_call": "courtesy-call",
    "bilateral_summit": "summit",
    "signing_ceremony": "signing-ceremony",
    "official_visit": "visit",
}
_NEAR = 5  # words before that say that it is set up, was before, or that somebody is invited
_OTHER = ("sets_up", "after_which", "ahead_of", "invited")


def find_kind(wording: Phrasing, series: Series | None) -> DraftFinding | None:
    """Find the kind; a text that tells of a signature and of nothing else may tell of a ceremony."""
    if series and series.body in _BODIES:
        return DraftFinding(_BODIES[series.body], series.start, series.end, "session of a standing body")
    for name, kind in (*_BODIES.items(), *_PHRASES.items()):
        for hit in _told(wording, name):
            return DraftFinding(kind, hit.start, hit.end, "words for the kind of meeting")
    for title in wording.titles:
        for hit in wording.hits(title, "on_visit"):
            if not wording.is_after(title, "invited", hit, _NEAR):
                return DraftFinding("visit", hit.start, hit.end, "visit in the title")
    return _signature(wording)


def _told(wording: Phrasing, name: str) -> Iterator[PhraseHit]:
    """Yield where the opening names a kind of meeting as that which is told of."""
    signed = (each for each in wording.article.sentences if each.rank < BACKGROUND and wording.says(each, "signs"))
    for sentence in (*wording.opening, *(signed if name == "signing_ceremony" else ())):
        for hit in wording.hits(sentence, name):
            is_other = any(wording.is_after(sentence, each, hit, _NEAR) for each in _OTHER)
            if not is_other and (name not in _BODIES or _sits(wording, sentence, name, hit)):
                yield hit


def _sits(wording: Phrasing, sentence: Passage, name: str, hit: PhraseHit) -> bool:
    """Tell a body that met from one that is only named: it has a session, or two words for consultations."""
    if name == "consultations":
        return hit.last - hit.first > 1 and wording.says(sentence, "took_place", "announced", "session_words")
    return wording.is_beside(sentence, "session_words", hit, _NEAR)


def _signature(wording: Phrasing) -> DraftFinding | None:
    """Doubt the kind where title and lead tell of a signature, and nobody says that they talked."""
    signed = [hit for each in wording.opening for hit in wording.hits(each, "signs")]
    talked = any(wording.says(each, "encounters", "on_visit") for each in (*wording.titles, *wording.leads))
    is_told = any(wording.says(each, "signs") for each in wording.titles)
    if not is_told or talked:
        return None
    message = "the text tells of a signature: whether they also held talks"
    return DraftFinding("", signed[0].start, signed[0].end, message, ("signing-ceremony", "talks"))
