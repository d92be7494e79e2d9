"""The day on which something was said, where a text goes on that it was said at a meeting: he spoke at talks."""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from coopdb.author.draft.days.dates import Dated, dates_within
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.text.text import LEAD, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.record.dates import at_most_days_away

_SAYING = ("reports", "voices")  # words of saying: said, praised
_BACK = 3  # sentences before it that what was said may have
_RECENT = 7  # days before the publication on which it may have been said
_NEAR = 8  # words behind it in which the meeting stands
_REACH = 300  # characters behind it in which whose meeting it is stands
_MEDIA = 3  # words behind a talk in which it says that it was with a paper
_CLOSE = 3  # words before that meeting in which it says that this was during it


def said_there(names: Names, dates: Sequence[Dated], published: date | None) -> Set[int]:
    """Return where the days stand, of all `dates` in order, on which what was said at a meeting of two was said."""
    return {*_found(names, dates, published)} if published else frozenset()


def _found(names: Names, dates: Sequence[Dated], published: date) -> Iterator[int]:
    article = names.article
    since = at_most_days_away(published, -_RECENT)
    for number, sentence in enumerate(article.sentences):
        if sentence.rank > LEAD or (place := _place(names, sentence)) is None:
            continue
        if dates_within(dates, place, sentence.end):  # the meeting has a day of its own
            continue
        for before in reversed(article.sentences[max(number - _BACK, 0) : number + 1]):
            here = dates_within(dates, before.start, min(before.end, place))
            if here:
                day = here[0].day
                if day and since <= day <= published and _reports(names, before):
                    yield here[0].start
                break


def _reports(names: Names, sentence: Passage) -> bool:
    """Tell a sentence of what somebody said, whose day is that of saying so; not: a ferry sank on Monday."""
    text = names.article.folded(sentence)
    return any(True for said in _SAYING for _ in telling_words.finder(said, names.language)(text))


def _place(names: Names, sentence: Passage) -> int | None:
    """Return where a sentence says that something was said at a meeting, or right behind one: this he said at talks."""
    text, language = names.article.folded(sentence), names.language
    told = [*cues.word_list("said_there", language).find(text), *_goes_on(text, language)]
    for start, end in told:
        behind = text[end : end + _REACH].split()
        near = f" {' '.join(behind[:_NEAR])} "
        meeting = cues.meetings(language).first(near)
        if meeting is None or cues.word_list("before_gatherings", language).is_in(near[: meeting[0]]):
            continue
        if _is_of_two(names, sentence, behind[len(near[: meeting[1]].split()) :]):
            return names.article.words_in(sentence.start, sentence.end)[len(text[:start].split())].start
    return None


def _is_of_two(names: Names, sentence: Passage, behind: Sequence[str]) -> bool:
    """Tell by the words behind it a meeting with somebody of the other side; not one with farmers, or of last week."""
    last = telling_words.of_language("last", names.language)
    first = next((number for number, word in enumerate(behind) if is_office(word)), None)
    before = f" {' '.join(behind[:first])} "
    is_interview = cues.word_list("media", names.language).is_in(f" {' '.join(behind[:_MEDIA])} ")
    if not last.isdisjoint(behind) or is_interview or cues.word_list("own_groups", names.language).is_in(before):
        return False
    is_off = cues.joined_list(names.language, "put_off", "called_off").is_in(f" {' '.join(behind)} ")
    return not is_off and (first is not None or _names_side(names, sentence))


def _goes_on(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the verb with which somebody goes on to say something at a meeting: she added in a call with him that."""
    during = cues.joined(language, "in_talks", "on_the_visit")
    that = telling_words.of_language("that", language)
    for start, end in telling_words.finder("reports", language)(text):
        near = f" {' '.join(text[end : end + _REACH].split()[:_NEAR])} "
        meeting = cues.meetings(language).first(near)
        before = near[: meeting[0]].split() if meeting else []
        if that.isdisjoint(before) and not during.isdisjoint(before[-_CLOSE:]):
            yield start, end


def _names_side(names: Names, sentence: Passage) -> bool:
    return any(each.kind != "city" for each in names.in_sentence(sentence))
