"""Gatherings of many: summits and councils, at which nobody is said to have met a counterpart."""

from collections.abc import Sequence

from coopdb.author.draft.meetings.meeting_sentences import meets
from coopdb.author.draft.meetings.no_meetings import without
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.prominence import Party, names_meeting_of_two
from coopdb.author.draft.parties.two_sides import holders_by_sentence
from coopdb.author.draft.telling.gathering import tells_of_gathering
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.text import BACKGROUND, Passage
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues

_MANY, _NEAR = 5, 2  # countries of a gathering, and words from their number to the word for them


def is_of_many(names: Names, wording: Phrasing, people: Sequence[Said]) -> bool:
    """Tell a summit or a council: many countries at once, and nobody who met a counterpart."""
    article, opening, titles = names.article, wording.opening, wording.titles
    is_of_states = any(article.says(each, "many_states") or _counts_many(names, each) for each in opening)
    is_titled = any(meets(names, each) for each in titles)  # which says itself who met
    if len(names.titled) == TWO_SIDES and (is_titled or not is_of_states):
        return False
    head = titles if is_titled else opening
    if not any(tells_of_gathering(article, each, names.language) or _counts_many(names, each) for each in head):
        return False
    if any(names_meeting_of_two(names, each) and not article.says(each, "many_states") for each in opening):
        return False
    if any(_is_two_sided(names, each) or _is_signed_there(names, each) for each in opening) or _is_beside(names):
        return False
    standing = {
        each.country.keys[0] for each in people if each.country and each.person.role and wording.opens(each.sentence)
    }
    return len(standing) != TWO_SIDES and not _is_of_host_and_guest(names, wording, people)


def _is_signed_there(names: Names, sentence: Passage) -> bool:
    """Tell that two signed at such an event, not among a number that did: were among 40 countries that signed."""
    article = names.article
    verb = next(places_in(article, sentence, cues.word_list("signed")), None)
    sides = [each for each in names.in_sentence(sentence) if verb and each.end <= verb[0]]
    if verb is None or len({each.keys for each in sides}) != TWO_SIDES:
        return False
    nouns = cues.spoken("country_nouns", names.language)
    return nouns.isdisjoint(word.folded for word in article.words_in(sides[-1].end, verb[0]))


def _counts_many(names: Names, sentence: Passage) -> bool:
    """Tell a sentence about an event of a number of countries: a conference that brought together 30 countries."""
    words = names.article.folded(sentence).split()
    nouns = cues.spoken("country_nouns", names.language)
    is_of_number = any(
        word.isdecimal() and int(word) >= _MANY and not nouns.isdisjoint(words[number + 1 : number + 1 + _NEAR])
        for number, word in enumerate(words)
    )
    return is_of_number and cues.word_list("event_nouns", names.language).is_in(" ".join(words))


def _is_of_host_and_guest(names: Names, wording: Phrasing, people: Sequence[Said]) -> bool:
    """Tell a sentence at the head of a text in which one whose country is not said received one of another."""
    receives = cues.word_list("receives", names.language)
    holders = holders_by_sentence(people)
    for sentence in wording.opening:
        own = holders[sentence]
        sides = {each.country.keys[0] if each.country else "" for each in own}
        if len(own) == len(sides) == TWO_SIDES and "" in sides and receives.is_in(names.article.folded(sentence)):
            return True
    return False


def _is_beside(names: Names) -> bool:
    """Tell a text that has a bilateral meeting, or somebody's counterpart, beside the gathering."""
    stems = (*cues.spoken("stems_of_two"),)
    sentences = (each for each in names.article.sentences if each.rank < BACKGROUND)
    words = (word for each in sentences for word in _apart(names, each).split())
    return any(word.startswith(stems) for word in words)


def _is_two_sided(names: Names, sentence: Passage) -> bool:
    """Tell a sentence with words for two sides; a joint statement may be of many where nobody is named beside it."""
    text = _apart(names, sentence)
    if not any(each.kind == "country" for each in names.in_sentence(sentence)):
        text = without(text, cues.word_list("joint").find(text))
    return cues.word_list("two_sided").is_in(text)


def _apart(names: Names, sentence: Passage) -> str:
    """Return the folded words of a sentence without those for many: her European counterparts, bilateral or not."""
    text = names.article.folded(sentence)
    for name in ("gathering", "of_any_number"):
        text = without(text, cues.word_list(name).find(text))
    return text


def is_session(wording: Phrasing, parties: Sequence[Party]) -> bool:
    """Tell a session of the joint commission of two parties that was held: la commissione mista si è riunita."""
    leads = (each for each in (*wording.titles, *wording.leads) if not wording.says(each, "meets_again"))
    return len(parties) >= TWO_SIDES and any(
        wording.says(each, "joint_commission") and wording.says(each, "took_place") for each in leads
    )
