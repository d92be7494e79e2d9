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
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic

_SIGNING = ("signed", "signs", "signing", "signatures", "concludes", "concluded")


def is_signed_by_two(names: Names, sentence: Passage, parties: Set[str], published: date | None) -> bool:
    """Tell a document that two parties signed or concluded: undertecknar avtal med Kenya."""
    article, language = names.article, names.language
    both = article.says(sentence, "two_sided") or len(parties & set(parties_named(names, sentence))) >= TWO_SIDES
    if not both:
        return False
    text = without_unreal(article, sentence, language)
    signing = [*cues.joined_list(language, *_SIGNING).find(text)]
    is_before = len(signing) == 1 and speaks_of(text, Time.YEAR_BEFORE, language=language)  # years after the signing
    if is_before or is_bygone(article, sentence, language) or is_of_old_paper(text, language, published):
        return False
    left = without(without_old_signing(text, language, published), bygone(text, language))
    return _signs(left, language)


def _signs(text: str, language: str | None) -> bool:
    """Tell folded words that sign or conclude a paper, as one signs and closes other things: a decree, a border."""
    papers = [start for start, _ in cues.word_list("papers", language).find(text)]
    is_of_paper = bool(papers) or is_arabic(text.strip()) or cues.documents(language).is_in(text)  # or بروتوكولا
    if is_of_paper and cues.joined_list(language, "signed", "signs").is_in(text):
        return True
    concludes = cues.word_list("concludes", language).first(text)  # behind its paper it is an infinitive, or no verb
    is_concluded = cues.word_list("concluded", language).is_in(text)
    return bool(papers) and (is_concluded or (concludes is not None and papers[-1] > concludes[0]))
