"""Tells somebody who took part from somebody who is only talked about, asked, or heard of it."""

import re
from collections import Counter
from collections.abc import Sequence

from coopdb.author.draft import cues
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import BODY, LEAD, TITLE, Article, Passage
from coopdb.text import fold

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THAT = re.compile(
    r"\b(?:that|que|dass|att|che|dat|[وب]?أن|إن)\s+(?:the|le|la|el|o|a|der|die|il|de)?\s*$", re.IGNORECASE
)
_WHO = re.compile(r",?\s*(?:who|whose|qui|dont|quien|que|cuyo|cujo|som|vars|che|الذي|التي)\b|,\s*(?:der|die|wie)\b")
_REACH = 16  # characters before somebody that say that they are only spoken of: said that the president
_APART = 2  # words between somebody and what says that they did not: of Kenya
_DENIAL = 40  # characters behind somebody that say that they did not meet
_OWNER = 60  # characters before an office that may say whose it is: Handwerkskammer-Präsident, Business Council chief


class Presence:
    """Tells of one article who was there."""

    def __init__(self, article: Article, said: Sequence[Said], language: str | None = None) -> None:
        self._article, self._language = article, language
        self._holders = Counter(each.sentence for each in said if each.person.role)

    def was_there(self, said: Said) -> bool:
        """Tell somebody who took part, by the sentence that names them."""
        article = self._article
        is_told = article.says(said.sentence, "meeting")
        if (
            said.person.is_absent
            or self._is_denied(said)
            or self._is_of_visit_before(said)
            or (is_told and self._is_of_earlier(said.sentence))
            or self._is_of_last_year(said)
        ):
            return False
        if said.sentence.rank != TITLE and self._only_reacts(said):
            return False
        is_bare = said.person.is_surname and self._holders[said.sentence] == 1  # as President Kibet said
        if said.sentence.rank == TITLE or (said.sentence.rank == LEAD and not is_bare):
            return True
        near = min(said.person.near or said.person.start, said.person.start)
        if article.says(said.sentence, "interviews") or _THAT.search(article.plain, max(near - _REACH, 0), near):
            return False
        return is_told or article.says(said.sentence, "attending")

    def _is_denied(self, said: Said) -> bool:
        """Tell somebody who did not meet: President Ruiz did not receive the guest."""
        last = max(said.person.end, said.person.role_end)
        behind = fold(self._article.plain[last : min(last + _DENIAL, said.sentence.end)])
        denial = cues.word_list("did_not", self._language).first(behind)
        return denial is not None and behind.count(" ", 0, denial[0]) <= _APART

    def _is_of_visit_before(self, said: Said) -> bool:
        """Tell somebody of a visit that this one comes after: it follows a visit of President Ruiz to Oslo in March."""
        if said.sentence.rank == TITLE:
            return False
        before = fold(self._article.plain[said.sentence.start : min(said.person.start, said.person.role_start)])
        return cues.word_list("visit_before", self._language).is_in(before)

    def _only_reacts(self, said: Said) -> bool:
        """Tell somebody alone in a sentence who criticises, or who stands for no government."""
        if self._holders[said.sentence] > 1:
            return False
        return self._article.says(said.sentence, "reactions") or self._is_private(said)

    def _is_private(self, said: Said) -> bool:
        """Tell the office of an association or a firm: Business Council chief executive."""
        start = max(said.sentence.start, said.person.role_start - _OWNER)
        words = fold(self._article.plain[start : said.person.role_end])
        last = [end for _, end in cues.word_list("private_bodies").find(words)]
        return bool(said.person.role) and bool(last) and len(words[last[-1] :].split()) <= len(said.person.role.split())

    def _is_of_earlier(self, sentence: Passage) -> bool:
        """Tell a sentence about years before the first that the text names: when the two met in 2017."""
        plain = self._article.plain
        years = [int(found[0]) for found in _YEAR.finditer(plain, sentence.start, sentence.end)]
        first = _YEAR.search(plain) if years else None  # which is soon found where the sentence has one
        return first is not None and max(years) < int(first[0])

    def _is_of_last_year(self, said: Said) -> bool:
        """Tell a sentence of last year that is not told of somebody's own life: Lund, who was elected last year."""
        if said.sentence.rank != BODY or not self._article.says(said.sentence, "a_year_before"):
            return False
        behind = self._article.plain[said.person.end : said.sentence.end]
        return _WHO.match(behind) is None
