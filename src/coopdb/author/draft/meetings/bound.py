"""Whether the sides that a sentence has are those of the meeting that it names, and do not only stand in it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from coopdb.author.draft.names.belonging import has_office
from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.prominence import is_linked
from coopdb.author.draft.parties.two_sides import has_somebody, offices, parties_named, sides_by_surname
from coopdb.author.draft.text.phrases import FoldedWords
from coopdb.author.draft.text.text import LEAD, TITLE, Passage, Word
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic

_NEAR = 10  # words from a meeting to a party, and to an office
_FAR = 30  # the same, where the meeting is said to be between those that follow
_REACH = 60  # characters around an adjective in which that stands
_BESIDE = 2  # words between an adjective and what it is said of: delegação parlamentar norueguesa
_VERB, _SMALL = 3, 3  # words before a verb of meeting in which its subject stands, and letters of its small words
_WITH = 3  # words behind a meeting in which it is said with whom
_GOAL = 3  # words behind a visit in which its goal stands, or behind "and" another one
# Who acts beside whom they met, and what an adjective that makes a country a side is said of.
_OTHERS = ("of_leaders", "delegates", "receives")
_ACTED = (
    "encounters",
    "meeting",
    "lesser",
    "delegates",
    "of_leaders",
    "authorities",
    "between_two",
    "joint_commission",
)


def is_bound(
    names: Names,
    sentence: Passage,
    parties: Set[str],
    people: Sequence[Said],
    surnames: Mapping[str, str],
    *,
    is_titled: bool,
) -> bool:
    """Tell a sentence whose meeting is one of the parties; of one without two officials, of whom a country is told.

    A title is, and one with words for the two. A lead names two of the parties, or has a party and an office close to
    its meeting; what stands further down has two offices, or such a party and office.
    Where fewer than two parties are known, that is not asked. Where the title tells of no meeting, somebody is told who
    may meet, two of the `people` that the sentence names are of two countries, or it is the visit of one.
    `surnames` are of those of whom the text tells a country, whom the sentence may name by it alone.
    """
    is_visit = bool(people) and names.article.says(sentence, "visits_of")
    is_of_two = len({each.country.keys for each in people if each.country}) >= TWO_SIDES
    if not (is_titled or is_visit or is_of_two or has_somebody(names, sentence)):
        return False
    if len(parties) < TWO_SIDES or sentence.rank == TITLE or names.article.says(sentence, "two_sided"):
        return True
    if not is_visit and not _has_two(names, sentence, parties, surnames):
        return False
    named = parties & {*parties_named(names, sentence)}
    told = named if sentence.rank <= LEAD else offices(names, sentence)
    return len(told) >= TWO_SIDES or any(_has_both(names, sentence, named))


def _has_two(names: Names, sentence: Passage, parties: Set[str], surnames: Mapping[str, str]) -> bool:
    """Tell a sentence with two sides: parties, and somebody beside the officials of these.

    Not the minister of the only one; nor a party of which it names people or things alone: Norwegian soldiers.
    """
    named = names.in_sentence(sentence)
    officials = [each for each in named if each.kind != "city" and has_office(names.article, each)]
    told_of = [each for each in named if each in officials or _is_side(names, each)]
    told_of += [each for pair in pairwise(named) if _is_joined(names, *pair) for each in pair]
    sides = {key for each in told_of for key in parties & {*each.keys} or {each.keys[0]}}  # Korean is of two countries
    words = names.article.folded(sentence).split()
    told = sum(is_office(word) and not is_office(before) for before, word in pairwise(("", *words)))
    others = cues.joined_list(names.language, *_OTHERS).is_in(names.article.folded(sentence))
    is_beside = told > len(officials) or others or any(_meets_official(names, sentence))
    return len((sides & parties) | sides_by_surname(names, sentence, surnames)) + is_beside >= TWO_SIDES


def _is_joined(names: Names, one: NamedParty, other: NamedParty) -> bool:
    """Tell two adjectives that are said of the same, whatever that is: the Kenyan and Norwegian governments."""
    return one.is_adjective and other.is_adjective and is_linked(names.article, one, other)


def _meets_official(names: Names, sentence: Passage) -> Iterator[bool]:
    """Yield for each meeting whether somebody stands before it and an office behind it: Lund met the minister.

    That is a name just before it, or a pronoun: she said after talks with the minister; or it stands in the sentence
    before, where the office is behind "with", or a pronoun is: lo ha detto durante un incontro con la ministra.
    """
    words = names.article.words_in(sentence.start, sentence.end)
    pronouns, sides, them = (cues.spoken(each, names.language) for each in ("pronouns", "with", "them"))
    told = next((number for number, word in enumerate(words) if word.folded in pronouns), len(words))
    spoken = FoldedWords(words)
    for start, end in cues.joined_list(names.language, "encounters", "meeting").find(spoken.text):
        first, last = spoken.numbers(start, end)
        before = [word for word in words[max(first - _VERB, 0) : first] if len(word.folded) > _SMALL]
        is_named = any(names.article.plain[word.start].isupper() for word in before)
        behind = [word.folded for word in words[last + 1 : last + 1 + _NEAR]]
        is_with = not sides.isdisjoint(behind[:_WITH])
        is_them = (is_with or is_arabic(spoken.text)) and not them.isdisjoint(behind[:_WITH])  # معه
        is_told = is_named or told < first or is_with
        yield (is_told and any(map(is_office, behind))) or is_them


def _is_side(names: Names, mention: NamedParty) -> bool:
    """Tell a country that is named, or by whose adjective a meeting, or one who may meet, is told: Kenyan experts.

    Also where another adjective stands between: Kenyan and Norwegian experts.
    """
    if not mention.is_adjective:
        return True
    sentence = names.article.sentence_at(mention.start)
    start, end = max(mention.start - _REACH, sentence.start), min(mention.end + _REACH, sentence.end)
    others = {place for each in names.beginning(start, end) for place in range(each.start, each.end)}
    joins = cues.spoken("list_and", names.language)
    words = [
        each for each in names.article.words_in(start, end) if each.start not in others and each.folded not in joins
    ]
    before = [each.folded for each in words if each.start < mention.start][-_BESIDE:]
    behind = [each.folded for each in words if each.start > mention.start][:_BESIDE]
    acted = cues.joined_list(names.language, *_ACTED)
    return acted.is_in(" ".join(before)) or acted.is_in(" ".join(behind))


def is_elsewhere(names: Names, sentence: Passage, parties: Set[str]) -> bool:
    """Tell a sentence whose only meetings are visits to others than the parties: tests during his visit to Japan.

    Where one party alone is known, the country that is visited may be the other.
    """
    words = names.article.words_in(sentence.start, sentence.end)
    spoken = FoldedWords(words)
    visits = cues.spoken("visiting", names.language)
    meetings = [*cues.joined_list(names.language, "encounters", "meeting", "joint_press").find(spoken.text)]
    return (
        len(parties) >= TWO_SIDES
        and bool(meetings)
        and all(
            spoken.text[start:end] in visits
            and _leads_elsewhere(names, words[spoken.numbers(start, end)[1] + 1 :], parties)
            for start, end in meetings
        )
    )


def _leads_elsewhere(names: Names, behind: Sequence[Word], parties: Set[str]) -> bool:
    """Tell words that name a country at once, or a city, and none of the parties; an organisation sits in a city."""
    goals = list[NamedParty]()
    while near := behind[:_GOAL]:
        goal = next(iter(names.beginning(near[0].start, near[-1].end)), None)
        if goal is None:
            break
        goals.append(goal)
        behind = [word for word in behind if word.start >= goal.end]
        if not behind or behind[0].folded not in cues.spoken("list_and", names.language):
            break
    is_of_states = all(map(str.isupper, parties))
    is_other = all(parties.isdisjoint(each.keys) for each in goals)
    return is_other and any(each.kind == "country" or is_of_states for each in goals)


def _has_both(names: Names, sentence: Passage, parties: Set[str]) -> Iterator[bool]:
    """Yield for each meeting that a sentence names whether a party and an office stand close to it."""
    words = names.article.words_in(sentence.start, sentence.end)
    spoken = FoldedWords(words)
    joining = cues.spoken("between_two", names.language)
    for start, end in cues.joined_list(names.language, "encounters", "meeting", "joint_press").find(spoken.text):
        first, last = spoken.numbers(start, end)
        behind = words[last + 1 : last + 1 + _NEAR]
        reach = _NEAR if joining.isdisjoint(word.folded for word in behind) else _FAR
        near = words[max(first - _NEAR, 0) : last + 1 + reach]
        named = {each.keys[0] for each in names.beginning(near[0].start, near[-1].end)}
        yield not parties.isdisjoint(named) and any(is_office(each.folded) for each in near)
