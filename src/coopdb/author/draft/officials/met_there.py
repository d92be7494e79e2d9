"""The country of somebody who was met in a country that another visits: went to Kenya, where she met Minister Ruiz."""

from collections.abc import Iterable, Iterator, Sequence

from coopdb.author.draft.names.belonging import is_place
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.text import fold

_TO_PLACE = 5  # words from a visit to its place: ist am Dienstag in Kenia eingetroffen; arrived on Tuesday in
_TO_START = 2  # words from the start of a sentence to the place that it begins with: in the Netherlands
_SOON = 3  # words between a verb of meeting and who is met
_REACH = 90  # characters between "where" and who was met there, and between the country and "where": from 3 to 5 May,

Read = tuple[Person, Passage, NamedParty | None]


def with_hosts(names: Names, read: Iterable[Read]) -> Iterator[Read]:
    """Yield everybody as read, with the country where they were met, if the text says no other of them anywhere."""
    read = tuple(read)
    told = {person.surname for person, _, country in read if country}
    envoys = cues.joined_list(names.language, "ambassadors", "embassies")
    guest: Read | None = None  # the last one whose country is told
    before: Passage | None = None  # the sentence of the one before
    for person, sentence, country in read:
        is_untold = country is None and person.role and not person.is_counterpart and person.surname not in told
        is_host = is_untold and not envoys.is_in(fold(person.role))  # who is there for another country
        host = _visited(names, person, sentence, guest, is_first=before != sentence) if is_host else None
        yield person, sentence, host or country
        guest = (person, sentence, country) if country else guest
        before = sentence


def _visited(
    names: Names, person: Person, sentence: Passage, guest: Read | None, *, is_first: bool
) -> NamedParty | None:
    """Return the country that a sentence names before somebody, where they are met: by "where", or by a guest of it.

    Or with which the sentence begins: in Kenya, she met Minister Ruiz; `is_first` tells that it names nobody before.
    """
    near = person.whole_start
    start = max(near - 2 * _REACH, sentence.start)
    before = [each for each in names.beginning(start, near) if each.kind == "country" and not each.is_adjective]
    place = before[-1] if before else None
    if place is None:
        return None
    behind = [each.folded for each in names.article.words_in(max(place.end, near - _REACH), near)]
    if _is_met_in(names, place, near, sentence, is_first=is_first):
        return place if guest is None or guest[2] is None or guest[2].keys != place.keys else None
    where = next((number for number, word in enumerate(behind) if word in cues.spoken("where", names.language)), None)
    if where is None and not (
        _is_guest(names, place, sentence, guest) or _is_stop(names, place, sentence, near, guest)
    ):
        return None
    return place if _is_met(behind[0 if where is None else where + 1 :], names.language) else None


def _is_met(before: Sequence[str], language: str | None) -> bool:
    """Tell by the words before somebody that they are met, and do not act: where she met, not: where Minister Ruiz."""
    is_verb_last = bool(cues.spoken("receives_last", language)) and bool(before)
    return is_verb_last or cues.word_list("may_meet", language).is_in(" ".join(before))


def _is_stop(names: Names, place: NamedParty, sentence: Passage, near: int, guest: Read | None) -> bool:
    """Tell a place that a sentence begins with, for somebody of another country: in Kenya she met Minister Ruiz."""
    if guest is None or guest[2] is None or guest[2].keys == place.keys or not is_place(names.article, place):
        return False
    is_first = len(names.article.words_in(sentence.start, place.start)) <= _TO_START
    return is_first and not any(is_office(word.folded) for word in names.article.words_in(place.end, near))


def _is_met_in(names: Names, place: NamedParty, near: int, sentence: Passage, *, is_first: bool) -> bool:
    """Tell one who is met in the place that a sentence begins with, by somebody whom it names before, or an office."""
    opening = [word.folded for word in names.article.words_in(sentence.start, place.start)]
    if len(opening) > _TO_START or cues.spoken("locatives", names.language).isdisjoint(opening):
        return False
    text = " ".join(word.folded for word in names.article.words_in(place.end, near))
    verb = next(iter(reversed([*cues.word_list("encountering", names.language).find(text)])), None)
    if verb is None or cues.word_list("receives", names.language).is_in(text):
        return False
    is_acted = any(map(is_office, text[: verb[0]].split()))
    return not is_first or (is_acted and len(text[verb[1] :].split()) <= _SOON)


def _is_guest(names: Names, place: NamedParty, sentence: Passage, guest: Read | None) -> bool:
    """Tell one of another country who comes to a place: Minister Novak of Malta came to Kenya and met Minister Ruiz."""
    if guest is None or guest[1] != sentence or guest[2] is None or guest[2].keys == place.keys:
        return False
    end = guest[0].whole_end
    words = [each.folded for each in names.article.words_in(end, place.start)]
    visits = cues.spoken("visiting", names.language)
    return end <= place.start and not visits.isdisjoint(words[-_TO_PLACE:])
