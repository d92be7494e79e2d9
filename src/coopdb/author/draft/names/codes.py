"""Tells the code of a country or an organisation from a word of the same letters."""

import re
from functools import cached_property

from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern
from coopdb.text import fold
from coopdb.vocabulary.vocabularies import Vocabularies

_JOINED = r"\s*+(?:&|/|-|–|and|et|y|und)\s*+"
_BEFORE_CODE = pattern(rf"\b(\w{{1,3}})\b(?={_JOINED}[A-Z]{{2,3}}\b)")
_AFTER_CODE = pattern(rf"\b[A-Z]{{2,3}}(?={_JOINED}(\w{{1,3}})\b)")
_MEMBER = pattern(r"(\(?)\b([A-Za-z]{2,9})[-/][A-Z]{2}\b\)?")  # of a party, elected in a state: Paulo Paim (PT-RS)
_NO_NAMES = frozenset({"pole"})  # common words, when they are not written as names
_KEPT_CODES = frozenset({"u s", "u k"}) | frozenset(
    "uk uae usa ksa rdc drc eua ddr eu ue un onu uno fn itu imf fmi wto omc ilo oit prc roc rok us".split()  # noqa: SIM905  # a list of words
)


class Codes:
    """Tells the codes of one article."""

    def __init__(self, article: Article, words: Vocabularies, language: str | None) -> None:
        self._article, self._words, self._language = article, words, language
        self._own = cues.countries(language) if language else {}

    def may_be(self, name: str, written: str, start: int) -> bool:
        """Tell a code from a word: codes are in capitals, and the shortest mean too much."""
        if name in _NO_NAMES and written.islower():
            return False
        if name in _KEPT_CODES:
            return written.isupper() and (name != "un" or self._article.plain[start - 1 : start] != "-")  # KIM JONG-UN
        if name in self._own and written.isupper():  # VS
            return True
        if len(name) > 3 or not name.isascii():  # noqa: PLR2004  # the length of codes
            return True
        if name in self._words.countries.index() and not written.isupper():
            return written.istitle() and name not in cues.table()["no_codes"] and self._is_word_name(name)
        return name not in cues.table()["no_codes"] and self._is_coupled(written)

    def _is_word_name(self, name: str) -> bool:
        keys = self._words.countries.index()[name]
        return any(fold(label) == name for key in keys for label in self._words.countries[key].labels.values())

    def _is_coupled(self, code: str) -> bool:
        """Tell a bare code that stands beside another: SG & UK, SG and IND, MA-QA."""
        return code in self._coupled

    @cached_property
    def _coupled(self) -> frozenset[str]:
        """The short words that stand beside codes."""
        plain = self._article.plain
        if cues.has_trait(self._language, "members_of_states"):
            plain = _MEMBER.sub(self._without_member, plain)
        before = (found[1] for found in _BEFORE_CODE.finditer(plain))
        return frozenset((*before, *(found[1] for found in _AFTER_CODE.finditer(plain))))

    def _without_member(self, found: re.Match[str]) -> str:
        """Return nothing for a party and its state, in brackets or of letters that are no country: o PV-PE."""
        return found[0] if not found[1] and fold(found[2]) in self._words.countries.index() else ""
