"""Gatherings of many: summits and councils, at which nobody is said to have met a counterpart."""

from collections.abc import Sequence

from coopdb.author.draft.meetings.meeting_sentences import meets
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.prominence import names_meeting_of_two
from coopdb.author.draft.parties.two_sides import holders_by_sentence
from coopdb.author.draft.text.text import BACKGROUND
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues


def is_of_many(names: Names, wording: Phrasing, people: Sequence[Said]) -> bool:
    """Tell a summit or a council: many countries at once, and nobody who met a counterpart."""
    article, opening, titles = names.article, wording.opening, wording.titles
    is_of_states = any(article.says(each, "many_states") for each in opening)
    is_titled = any(meets(names, each) for each in titles)  # which says itself who met
    if len(names.titled) == TWO_SIDES and (is_titled or not is_of_states):
        return False
    if not any(article.says(each, "gathering") for each in (titles if is_titled else opening)):
        return False
    if any(names_meeting_of_two(names, each) for each in opening):
        return False
    if any(article.says(each, "two_sided") for each in opening) or _is_beside(names):
        return False
    standing = {
        each.country.keys[0] for each in people if each.country and each.person.role and wording.opens(each.sentence)
    }
    return len(standing) != TWO_SIDES and not _is_of_host_and_guest(names, wording, people)


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
    words = (word for each in sentences for word in names.article.folded(each).split())
    return any(word.startswith(stems) for word in words)
