"""What kind of meeting it was, where the text says so: a joint commission, a visit, a courtesy call, a ceremony."""

from collections.abc import Iterator

from coopdb.author.draft.circumstances.series_names import Series
from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.text.text import BACKGROUND, TITLE, Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing

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
    "witnessed": "signing-ceremony",
}
_OF_SERIES = {**_BODIES, "summit_of": "summit"}
_NEAR = 5  # words before that say that it is set up, was before, that somebody is invited, or that it is another's
_OTHER = ("sets_up", "after_which", "ahead_of", "invited", "part_of")
_WHILE = ("on_the_visit",)  # below the title: they met while somebody was on a visit
_SIGNED = ("signing_ceremony", "witnessed")
_TWO, _FAR = 2, 8  # offices of a signature; words before it that say that it is long ago
_HIGHER = ("heads_of_state", "heads_of_government")
_LOWER = ("ministers", "deputy_ministers", "senior_officials", "ambassadors")


def find_kind(wording: Phrasing, series: Series | None) -> DraftFinding | None:
    """Find the kind; a text that tells of a signature and of nothing else may tell of a ceremony."""
    if series and series.body in _OF_SERIES:
        return DraftFinding(_OF_SERIES[series.body], series.start, series.end, "name of a standing body")
    for name, kind in (*_BODIES.items(), *_PHRASES.items()):
        for hit in _told(wording, name):
            return DraftFinding(kind, hit.start, hit.end, "words for the kind of meeting")
    return _visit(wording) or _signature(wording)


def _visit(wording: Phrasing) -> DraftFinding | None:
    """Find the visit of a title; a minister who travels for talks may not be on one."""
    for title in wording.titles:
        for hit in wording.hits(title, "on_visit"):
            if any(wording.is_after(title, each, hit, _NEAR) for each in ("invited", "part_of")):
                continue
            if wording.says(title, *_LOWER) and not wording.says(title, *_HIGHER):
                return DraftFinding(
                    "", hit.start, hit.end, "whether a minister's journey was a visit", ("visit", "talks")
                )
            return DraftFinding("visit", hit.start, hit.end, "visit in the title")
    return None


def _told(wording: Phrasing, name: str) -> Iterator[PhraseHit]:
    """Yield where the opening names a kind of meeting as that which is told of."""
    signed = (each for each in wording.article.sentences if each.rank < BACKGROUND and wording.says(each, "signs"))
    for sentence in (*wording.opening, *(signed if name in _SIGNED else ())):
        for hit in wording.hits(sentence, name):
            others = (*_OTHER, *(_WHILE if sentence.rank > TITLE else ()))
            is_other = any(wording.is_after(sentence, each, hit, _NEAR) for each in others)
            if not is_other and (name not in _BODIES or _sits(wording, sentence, name, hit)):
                yield hit


def _sits(wording: Phrasing, sentence: Passage, name: str, hit: PhraseHit) -> bool:
    """Tell a body that met from one that is only named: it has a session, or two words for consultations."""
    if name == "consultations":
        return hit.last - hit.first > 1 and wording.says(sentence, "took_place", "announced", "session_words")
    return wording.is_beside(sentence, "session_words", hit, _NEAR)


def _signature(wording: Phrasing) -> DraftFinding | None:
    """Find the signature by the offices of two sides; a doubt where title and lead tell of one without its signatories.

    Nothing where somebody says that they talked.
    """
    if any(wording.says(each, "encounters", "on_visit") for each in (*wording.titles, *wording.leads)):
        return None
    for sentence in (each for each in wording.article.sentences if each.rank < BACKGROUND):
        for hit in wording.hits(sentence, "signed_by"):
            if _signatories(wording, sentence, hit) >= _TWO and not wording.is_after(
                sentence, "after_which", hit, _FAR
            ):
                return DraftFinding("signing-ceremony", hit.start, hit.end, "signed by the offices of two sides")
    if any(wording.says(each, "signs") for each in wording.titles):
        hit = next(hit for each in wording.titles for hit in wording.hits(each, "signs"))
        message = "the text tells of a signature: whether they also held talks"
        return DraftFinding("", hit.start, hit.end, message, ("signing-ceremony", "talks"))
    return None


def _signatories(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> int:
    """Count the offices behind a signature."""
    return sum(each.first >= hit.last for name in (*_HIGHER, *_LOWER) for each in wording.hits(sentence, name))
