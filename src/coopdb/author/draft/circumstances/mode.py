"""How they met: online, by telephone, or some there and some from afar."""

from collections.abc import Iterator

from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.text.text import BACKGROUND, Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing

_MODES = (("in_both_ways", "hybrid"), ("by_video", "online"), ("by_phone", "phone"))
_HEAD = 4  # sentences of the lead that say how they met
_NEAR = 3  # words before it that say that it was an earlier one, or that only somebody joined from afar


def find_mode(wording: Phrasing) -> DraftFinding | None:
    """Find the way of meeting; in person is not said."""
    signed = (each for each in wording.article.sentences if each.rank < BACKGROUND and wording.says(each, "signs"))
    for sentence in (*wording.titles, *wording.leads[:_HEAD], *signed):
        for mode, hit in _told(wording, sentence):
            if mode == "online" and wording.is_after(sentence, "joins", hit, _NEAR):
                message = "somebody joined from afar: whether all of them met so"
                return DraftFinding("", hit.start, hit.end, message, ("hybrid", "online"))
            return DraftFinding(mode, hit.start, hit.end, "way of meeting")
    return _call(wording)


def _call(wording: Phrasing) -> DraftFinding | None:
    """Find what is called the call further down: the two ministers ended the call by thanking each other."""
    body = (each for each in wording.article.sentences if each.rank < BACKGROUND)
    hit = next((hit for each in body for hit in wording.hits(each, "the_call")), None)
    return DraftFinding("phone", hit.start, hit.end, "way of meeting") if hit else None


def _told(wording: Phrasing, sentence: Passage) -> Iterator[tuple[str, PhraseHit]]:
    """Yield the ways of meeting that a sentence tells of, but for those of an earlier meeting."""
    for name, mode in _MODES:
        for hit in wording.hits(sentence, name):
            if not wording.is_after(sentence, "after_which", hit, _NEAR):
                yield mode, hit
