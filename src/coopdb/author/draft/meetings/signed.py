"""Papers that two sides sign or conclude, by which they met: signed by Kenya and Norway, strikes a deal with Kenya."""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from coopdb.author.draft.meetings.bygone import bygone, is_bygone
from coopdb.author.draft.meetings.no_meetings import Span, without
from coopdb.author.draft.meetings.old_papers import is_of_old_paper, without_old_signing
from coopdb.author.draft.meetings.unreal import without_unreal
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.parties.two_sides import parties_named
from coopdb.author.draft.telling.another_time import Time, speaks_of
from coopdb.author.draft.text.text import TITLE, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office

_OBJECT = 2  # words between a verb and the paper that it concludes
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
    return bool(_papers(text, language)) or sum(map(is_office, text.split())) >= TWO_SIDES


def _papers(text: str, language: str | None) -> Sequence[Span]:
    """Return where folded words have documents, or what else is concluded: deals, a Handelsabkommen."""
    return [*cues.documents(language).find(text), *cues.word_list("papers", language).find(text)]


def _signs(text: str, language: str | None) -> bool:
    """Tell folded words that sign something, or conclude a paper."""
    return cues.joined_list(language, "signed", "signs").is_in(text) or any(_concludes(text, language))


def _concludes(text: str, language: str | None) -> Iterator[bool]:
    """Yield whether a paper is the object of a verb that concludes other things too: a border, a shop.

    It stands close behind it; beside a participle before it too, where another verb would be an infinitive.
    """
    papers = _papers(text, language)
    parting = telling_words.of_language("that", language) | cues.spoken("list_and", language)
    for name in ("concludes", "concluded"):
        for verb in cues.word_list(name, language).find(text):
            for paper in papers:
                if name == "concluded" or paper > verb:
                    first, second = sorted((verb, paper))
                    between = text[first[1] : second[0]].split()
                    yield len(between) <= _OBJECT and parting.isdisjoint(between)
