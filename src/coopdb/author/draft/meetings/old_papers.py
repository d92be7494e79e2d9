"""Papers of years ago: the agreement of 1968, a treaty signed in 1951, of which somebody only speaks."""

from collections.abc import Iterator, Sequence
from datetime import date

from coopdb.author.draft.meetings.no_meetings import Span, old_years, without, words_between
from coopdb.author.draft.words import cues

_BESIDE = 2  # words between a paper and its year: the agreement of March 1968, the 1968 trade agreement
_BEHIND = 5  # words between signing and its year, without a paper between them: concluded with Kenya in 1968


def is_of_old_paper(text: str, language: str | None, published: date | None) -> bool:
    """Tell folded words with papers, each of which bears an old year; not a protocol to the agreement of 1968."""
    years = [*old_years(text, published)]
    papers = _papers(text, language) if years else []
    if not papers:
        return False
    old = set[Span]()
    for year in years:
        away, paper = min((words_between(text, each, year), each) for each in papers)
        if away <= _BESIDE:
            old.add(paper)
    return {*papers} == old


def without_old_signing(text: str, language: str | None, published: date | None) -> str:
    """Return folded words without signing that was in an old year."""
    years = [*old_years(text, published)]
    return without(text, _old_signing(text, language, years)) if years else text


def _old_signing(text: str, language: str | None, years: Sequence[Span]) -> Iterator[Span]:
    papers = _papers(text, language)
    for verb in cues.joined_list(language, "signed", "signs", "concluded", "concludes").find(text):
        behind = next((year for year in years if year[0] >= verb[1]), None)
        is_near = behind is not None and words_between(text, verb, behind) <= _BEHIND
        is_right_behind = any(year[1] <= verb[0] and not text[year[1] : verb[0]].strip() for year in years)
        if is_right_behind or (
            behind and is_near and not any(verb[1] <= each[0] < behind[0] for each in papers)
        ):  # in 1960 gesloten; concluded in 1960
            yield verb


def _papers(text: str, language: str | None) -> Sequence[Span]:
    """Return where folded words have papers that are signed."""
    return [*cues.documents(language).find(text)]
