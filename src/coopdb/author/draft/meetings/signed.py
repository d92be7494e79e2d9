"""Papers that two sides sign or conclude, by which they met: signed by Kenya and Norway, strikes a deal with Kenya."""

from collections.abc import Set
from datetime import date

from coopdb.author.draft.meetings.bygone import bygone, is_bygone
from coopdb.author.draft.meetings.no_meetings import without
from coopdb.author.draft.meetings.old_papers import is_of_old_paper, without_old_signing
from coopdb.author.draft.meetings.unreal import without_unreal
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.parties.two_sides import parties_named
from coopdb.author.draft.telling.another_time import Time, speaks_of
from coopdb.author.draft.text.text import TITLE, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office

_SIGNING = ("signed", "signs", "signing", "signatures", "concludes", "concluded")


def is_signed_by_two(names: Names, sentence: Passage, parties: Set[str], published: date | None) -> bool:
    """Tell a document that two parties signed or concluded: undertecknar avtal med Kenya."""
    article, language = names.article, names.language
    both = article.says(sentence, "two_sided") or len(parties & set(parties_named(names, sentence))) >= TWO_SIDES
    if not both or not (sentence.rank == TITLE or _has_paper_of_two(article.folded(sentence), language)):
        return False
    text = without_unreal(article, sentence, language)
    signing = [*cues.joined_list(language, *_SIGNING).find(text)]
    is_before = len(signing) == 1 and speaks_of(text, Time.YEAR_BEFORE, language=language)  # years after the signing
    if is_before or is_bygone(article, sentence, language) or is_of_old_paper(text, language, published):
        return False
    left = without(without_old_signing(text, language, published), bygone(text, language))
    return _signs(left, language)


def _has_paper_of_two(text: str, language: str | None) -> bool:
    """Tell folded words with such a paper, or with the offices of two, who signed one; not: signed a letter."""
    has_paper = cues.documents(language).is_in(text) or cues.word_list("papers", language).is_in(text)
    return has_paper or sum(map(is_office, text.split())) >= TWO_SIDES


def _signs(text: str, language: str | None) -> bool:
    """Tell folded words that sign something, or conclude a paper, as one closes other things: a border, a shop."""
    if cues.joined_list(language, "signed", "signs").is_in(text):  # not firma, which is a firm in German
        return True
    papers = [start for start, _ in cues.word_list("papers", language).find(text)]
    concludes = cues.word_list("concludes", language).first(text)  # behind its paper it is an infinitive, or no verb
    is_concluded = cues.word_list("concluded", language).is_in(text)
    return bool(papers) and (is_concluded or (concludes is not None and papers[-1] > concludes[0]))
