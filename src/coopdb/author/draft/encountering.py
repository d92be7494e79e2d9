"""Tells that a text says of somebody that they were met: traf Präsident Novak; was received by President Novak."""

from coopdb.author.draft import cues
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import Article
from coopdb.text import fold

_REACH = 200  # characters before somebody in which the verb stands
_LINKING = 3  # words between the verb and somebody: met in Lima the minister
_BEHIND = 60  # characters behind somebody in which a participle stands
_CLAUSE = (".", ";", ":", "\n\n")
_INVERTED = frozenset({"de", "sv", "nl"})  # languages whose verb may stand before the one who acts
_LINKED = frozenset("mit von bei med av met door er sie han hon de vi wir ze zij hij we".split())  # noqa: SIM905  # a list of words


class Encounters:
    """Finds in one article who was met by the one who acts in a sentence."""

    def __init__(self, article: Article, language: str | None) -> None:
        self._article, self._is_inverted = article, language in _INVERTED
        self._verbs = cues.word_list("encountering", language)
        self._participles = cues.word_list("encountering_behind", language)

    def is_met(self, each: Said, first: int) -> bool:
        """Tell whether somebody was met by one who acts before them, and whose name ends at a place of the text."""
        plain, person = self._article.plain, each.person
        near, last = min(person.near or person.start, person.start), max(person.end, person.role_end)
        before = plain[max(first, near - _REACH) : near]
        if any(mark in before.rstrip(" ") for mark in _CLAUSE):
            return False
        words = fold(before).split()
        if self._is_inverted and first == each.sentence.start and _LINKED.isdisjoint(words[-_LINKING:]):
            return False  # heute traf Präsident Novak
        text = " ".join(words)
        hits = [*self._verbs.find(text)]
        if hits and len(text[hits[-1][1] :].split()) <= _LINKING:
            return True
        behind = plain[last : min(last + _BEHIND, each.sentence.end)].partition(",")[0]
        return self._participles.is_in(fold(behind))
