"""Documents that were not signed: denied, only wished for, or whose signing was called off."""

from coopdb.author.draft.meetings.unreal import without_unreal
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words import cues
from coopdb.text import fold


def came_about(wording: Phrasing, sentence: Passage, hit: PhraseHit, verb: PhraseHit) -> bool:
    """Tell a document of which a sentence does not deny or only wish that it was signed: signed no agreement."""
    plain, language = wording.article.plain, wording.language
    text = f" {without_unreal(wording.article, sentence, language)} "
    if any(f" {fold(plain[each.start : each.end])} " not in text for each in (hit, verb)):
        return False
    last = max(hit.end, verb.end)
    off = next((each.start for each in wording.hits(sentence, "called_off") if each.start >= last), None)
    between = [] if off is None else fold(plain[last:off]).split()
    return off is None or not cues.joined(language, "when_words", "list_and").isdisjoint(between)
