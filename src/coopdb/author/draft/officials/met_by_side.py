"""Tells whom a delegation met from who is of it: a Norwegian delegation met President Otieno, led by Minister Berg."""

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.parted_verbs import has_parted
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold

_LINK = 3  # words among which "with" or "by" stands before somebody: por el señor
_BEHIND = 60  # characters behind somebody in which the participle stands: wurde von Präsident Otieno empfangen


def is_met_by(names: Names, person: Person, side: NamedParty, sentence: Passage) -> bool:
    """Tell somebody whom a side that is named before them met, or who received it, and who neither led nor joined it.

    The last words of the two kinds count: the delegation that met officials was led by Minister Berg.
    """
    article, language = names.article, names.language
    words = [word.folded for word in article.words_in(side.end, person.whole_start)]
    between = " ".join(words)
    own = max((end for _, end in cues.joined_list(language, "led_by", "accompanying").find(between)), default=0)
    if cues.joined_list(language, "encountering", "received_by").is_in(between[own:]):
        return True
    link = words[-_LINK:]
    for links, verbs in (("with", "may_meet"), ("by_whom", "receives")):
        is_linked = not cues.spoken(links, language).isdisjoint(link)
        listed, rest = cues.word_list(verbs, language), between[own:]
        if is_linked and (listed.is_in(rest) or has_parted(listed, rest, language)):
            return True
    return not own and (_is_before(names, side, sentence) or _is_behind(names, person, sentence))


def _is_before(names: Names, side: NamedParty, sentence: Passage) -> bool:
    """Tell a sentence that begins with its verb, before the side that acts: التقى وفد نرويجي الرئيس."""
    before = fold(names.article.plain[sentence.start : side.start])
    verb = cues.joined_list(names.language, "meeting", but=("encounters",)).first(before)
    return is_arabic(before) and verb is not None and verb[0] == 0


def _is_behind(names: Names, person: Person, sentence: Passage) -> bool:
    """Tell somebody before a verb that stands last: hat Präsident Otieno getroffen."""
    last = person.whole_end
    behind = names.article.plain[last : min(last + _BEHIND, sentence.end)].partition(",")[0]
    return cues.word_list("encountering_behind", names.language).is_in(fold(behind))
