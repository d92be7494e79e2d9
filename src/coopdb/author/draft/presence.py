"""Tells somebody who took part from somebody who is only talked about, asked, or heard of it."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from coopdb.author.draft import cues, telling_words
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import BODY, LEAD, TITLE, Article, Passage
from coopdb.record.dates import at_most_days_away
from coopdb.text import fold

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THAT = re.compile(
    r"\b(?:that|que|dass|att|che|dat|[وب]?أن|إن)\s+(?:the|le|la|el|o|a|der|die|il|de)?\s*$", re.IGNORECASE
)
_WHO = re.compile(r",?\s*(?:who|whose|qui|dont|quien|que|cuyo|cujo|som|vars|che|الذي|التي)\b|,\s*(?:der|die|wie)\b")
_REACH = 16  # characters before somebody that say that they are only spoken of: said that the president
_ANNOUNCED = 5  # words from the comma to who announces: confirmó ayer el
_RECENT = 60  # days before the publication of a year that is not over long ago
_OWNER = 60  # characters before an office that may say whose it is: Handwerkskammer-Präsident, Business Council chief


class Presence:
    """Tells of one article who was there."""

    def __init__(
        self, article: Article, said: Sequence[Said], language: str | None = None, published: date | None = None
    ) -> None:
        self._article, self._language = article, language
        self._this_year = at_most_days_away(published, -_RECENT).year if published else 0
        self._holders = Counter(each.sentence for each in said if each.person.role)

    def was_there(self, said: Said) -> bool:
        """Tell somebody who took part, by the sentence that names them."""
        article = self._article
        is_told = article.says(said.sentence, "meeting")
        is_of_before = (is_told and self._is_of_earlier(said.sentence)) or self._is_in_pluperfect(said.sentence)
        if said.person.is_absent or is_of_before or self._is_of_last_year(said):
            return False
        if said.sentence.rank != TITLE and (self._only_reacts(said) or self._only_announces(said)):
            return False
        is_bare = said.person.is_surname and self._holders[said.sentence] == 1  # as President Kibet said
        if said.sentence.rank == TITLE or (said.sentence.rank == LEAD and not is_bare):
            return True
        near = min(said.person.near or said.person.start, said.person.start)
        if article.says(said.sentence, "interviews") or _THAT.search(article.plain, max(near - _REACH, 0), near):
            return False
        return is_told or article.says(said.sentence, "attending")

    def _only_reacts(self, said: Said) -> bool:
        """Tell somebody alone in a sentence who criticises, or who stands for no government."""
        if self._holders[said.sentence] > 1:
            return False
        return self._article.says(said.sentence, "reactions") or self._is_private(said)

    def _only_announces(self, said: Said) -> bool:
        """Tell who only said, behind a comma, that others will meet: se reunirá con Ruiz, confirmó Novak."""
        near = min(said.person.near or said.person.start, said.person.start)
        before = self._article.plain[said.sentence.start : near].rpartition(",")
        if not before[1] or len(words := fold(before[2]).split()) > _ANNOUNCED:
            return False
        is_said = next(telling_words.finder("reports", self._language)(" ".join(words)), None) is not None
        return is_said and cues.word_list("announced", self._language).is_in(f" {fold(before[0])} ")

    def _is_private(self, said: Said) -> bool:
        """Tell the office of an association or a firm: Business Council chief executive."""
        start = max(said.sentence.start, said.person.role_start - _OWNER)
        words = fold(self._article.plain[start : said.person.role_end])
        last = [end for _, end in cues.word_list("private_bodies").find(words)]
        return bool(said.person.role) and bool(last) and len(words[last[-1] :].split()) <= len(said.person.role.split())

    def _is_of_earlier(self, sentence: Passage) -> bool:
        """Tell a sentence about years before the first that the text names, or of the publication: who met in 2017."""
        plain = self._article.plain
        years = [int(found[0]) for found in _YEAR.finditer(plain, sentence.start, sentence.end)]
        first = _YEAR.search(plain) if years else None  # which is soon found where the sentence has one
        is_old = sentence.rank == BODY and bool(years) and max(years) < self._this_year
        return is_old or (first is not None and max(years) < int(first[0]))

    def _is_in_pluperfect(self, sentence: Passage) -> bool:
        """Tell a sentence below the first that says only what had been: avait accusé son homologue."""
        is_first = self._article.sentence_number(sentence.start) <= len(self._article.titles)
        folded = "" if is_first else self._article.folded(sentence)
        had, took_place = (cues.word_list(name, self._language) for name in ("pluperfect", "took_place"))
        return self._language is not None and had.is_in(folded) and not took_place.is_in(folded)

    def _is_of_last_year(self, said: Said) -> bool:
        """Tell a sentence of last year that is not told of somebody's own life: Lund, who was elected last year."""
        if said.sentence.rank != BODY or not self._article.says(said.sentence, "a_year_before"):
            return False
        behind = self._article.plain[said.person.end : said.sentence.end]
        return _WHO.match(behind) is None
