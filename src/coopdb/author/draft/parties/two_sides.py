"""Which sides a sentence has: the countries that it names, the offices, and those who stand for somebody."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.officials.said import Said, by_sentence
from coopdb.author.draft.parties.prominence import capital_acts, is_linked
from coopdb.author.draft.text.phrases import FoldedWords
from coopdb.author.draft.text.text import LEAD, Passage, Word
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.links import has_and, is_link, untitled
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold

_OBJECT = 3  # words before an official whom somebody met: com o presidente
_REACH, _SOON = 60, 4  # characters and words behind two in which the verb stands
_SHORT = 3  # letters of a title in capitals: PS Novak
_ACTING = ("lesser", "delegates", "of_leaders", "plural_offices", "authorities", "between_two", "joint_commission")
_CLAUSE_ENDS = {"", ",", ";", ":", "–", "—", "،"}  # what stands before the subject of a clause
_HEAD = 4  # words at the head of a sentence in which it names a meeting, or somebody, told of before


def holders_by_sentence(people: Sequence[Said]) -> Mapping[Passage, Sequence[Said]]:
    """Map each sentence to those whom it names with an office, and does not only talk about."""
    return by_sentence(each for each in people if each.person.role and not each.person.is_absent)


def sides_by_sentence(people: Sequence[Said]) -> Mapping[Passage, Set[str]]:
    """Map each sentence to the countries of those whom it names with an office, "" for one of whom none is told.

    What the text says of somebody once holds for their surname, too: Ambassador Novak met the president’s secretary.
    """
    told = {each.person.surname: each.country.keys[0] for each in people if each.country}
    sides = defaultdict[Passage, set[str]](set)
    for sentence, holders in holders_by_sentence(people).items():
        sides[sentence] = {told.get(each.person.surname, "") for each in holders}
    return sides


def countries_by_surname(people: Sequence[Said]) -> Mapping[str, str]:
    """Map the surnames of those whom a text names with an office, and does not only talk about, to their countries."""
    holders = (each for each in people if each.person.role and not each.person.is_absent)
    return {each.person.surname: each.country.keys[0] for each in holders if each.country}


def sides_by_surname(names: Names, sentence: Passage, told: Mapping[str, str]) -> Set[str]:
    """Return the countries of those whose surnames a sentence has: Novak received Ruiz on Monday."""
    words = {each.folded for each in names.article.words_in(sentence.start, sentence.end)}
    return {told[surname] for surname in told.keys() & words}


def are_joined(names: Names, before: Said, each: Said) -> bool:
    """Tell two whom a sentence names one behind the other, with `and` between them."""
    between = names.article.plain[before.person.whole_end : each.person.whole_start]
    return before.sentence == each.sentence and has_and(between) and is_link(untitled(between))


def talk_together(names: Names, holders: Sequence[Said]) -> bool:
    """Tell two with offices right behind whom a verb of talking stands: Minister Novak and Minister Ruiz discussed."""
    for before, each in pairwise(holders):
        last = each.person.whole_end
        behind = fold(names.article.plain[last : min(last + _REACH, each.sentence.end)]).split()[:_SOON]
        if are_joined(names, before, each) and cues.word_list("talks_with", names.language).is_in(" ".join(behind)):
            return True
    return False


def is_of_parties(names: Names, sentence: Passage, parties: set[str]) -> bool:
    """Tell a sentence of the body that has two parties in it, or one and words for the two."""
    named = parties & {*parties_named(names, sentence)}
    return len(named) + (bool(named) and names.article.says(sentence, "two_sided")) >= TWO_SIDES


def is_of_balance(names: Names, sentence: Passage) -> bool:
    """Tell a sentence that has two sides in it: two parties, a party and an office, or words for the two.

    One who is said to be received by an office is a side too: elle a été reçue par le ministre.
    """
    if _is_of_envoy_alone(names, sentence):
        return False
    has_office = bool(offices(names, sentence))
    passive = cues.word_list("received_by", names.language).is_in(names.article.folded(sentence))
    sides = len({*parties_named(names, sentence)}) + has_office + (has_office and passive)
    return sides + names.article.says(sentence, "two_sided") >= TWO_SIDES


def is_of_one_holder(names: Names, sentence: Passage, people: Sequence[Said]) -> bool:
    """Tell a sentence about one official who acts, whose country is the only one that it names, and nobody beside."""
    if len(people) != 1 or people[0].country is None or names.article.says(sentence, "two_sided"):
        return False
    own, person = people[0].country.keys, people[0].person
    before = [each.folded for each in names.article.words_in(sentence.start, person.near)]
    is_met = cues.meetings(names.language).is_in(" ".join(before))
    is_object = is_met or not cues.spoken("with", names.language).isdisjoint(before[-_OBJECT:])
    is_one = all(each.keys[0] in own for each in names.in_sentence(sentence))
    return is_one and not is_object and offices(names, sentence) <= {*fold(person.role).split()}


def _is_of_envoy_alone(names: Names, sentence: Passage) -> bool:
    """Tell a sentence in which an envoy, or an embassy, acts, and no official: Kenya’s envoy to Norway received.

    The two countries are those of the envoy then; not where others of one are named: received Norwegian officials;
    nor where somebody else is, or a ministry or agency: called on Ms Novak, visited the ministry.
    """
    language, words = names.language, names.article.words_in(sentence.start, sentence.end)
    spoken = FoldedWords(words)
    text = spoken.text
    envoy = cues.joined_list(language, "ambassadors", "embassies").first(text)
    meeting = cues.meetings(language).first(text)
    if envoy is None or meeting is None:
        return False
    if cues.joined_list(language, "authorities", "agencies", "received_by").is_in(text):
        return False
    if envoy < meeting and _names_somebody(names, words[spoken.numbers(*meeting)[1] + 1 :]):
        return False
    is_subject = envoy < meeting or not text[meeting[1] : envoy[0]].strip()
    named = [*parties_named(names, sentence)]
    is_alone = offices(names, sentence) <= {*text[envoy[0] : envoy[1]].split()}
    return is_subject and is_alone and len(named) == len({*named}) <= TWO_SIDES


def _names_somebody(names: Names, words: Sequence[Word]) -> bool:
    """Tell words with the title of somebody before a name: Ms Novak, PS Novak."""
    honorifics, plain = cues.spoken("honorifics", names.language), names.article.plain
    for title, name in pairwise(words):
        said = plain[title.start : title.end]
        is_short = said.isupper() and said.isalpha() and len(said) <= _SHORT
        is_name = plain[name.start].isupper() or is_arabic(name.folded)
        if is_name and (title.folded in honorifics or is_short):
            return True
    return False


def offices(names: Names, sentence: Passage) -> frozenset[str]:
    """Return the words for offices that a sentence has."""
    return frozenset(filter(is_office, names.article.folded(sentence).split()))


def has_somebody(names: Names, sentence: Passage) -> bool:
    """Tell a sentence with somebody who may meet for a country: an office, a delegation, or countries that do it.

    These stand together at its head, or one stands before the verb: Kenya held talks with Norway.
    Two countries beside a word for a meeting are more often none: talks of Kenya’s farmers on rice from Norway.
    """
    article = names.article
    if offices(names, sentence) or article.says(sentence, "two_sided"):
        return True
    if cues.joined_list(names.language, *_ACTING).is_in(article.folded(sentence)):
        return True
    named = names.in_sentence(sentence)
    linked = [(first, second) for first, second in pairwise(named) if is_linked(article, first, second)]
    is_head = any(len(article.words_in(sentence.start, first.start)) <= _HEAD for first, _ in linked)
    return is_head or any(
        _act(names, first, last, sentence) for first, last in (*linked, *zip(named, named, strict=True))
    )


def _act(names: Names, first: NamedParty, last: NamedParty, sentence: Passage) -> bool:
    """Tell a country, or two, that begin a clause, before a verb: Kenya held talks; not: traders from Kenya met."""
    article, language = names.article, names.language
    before = article.plain[sentence.start : first.start].rstrip()
    start, _, word = before.rpartition(" ")
    before = start.rstrip() if fold(word) in cues.spoken("articles", language) else before
    behind = article.folded(Passage(last.end, sentence.end, sentence.rank)).strip()
    verbs = cues.joined_list(language, "took_place", "told_now")
    return not last.is_adjective and before[-1:] in _CLAUSE_ENDS and bool(verbs.at_start(behind))


def parties_named(names: Names, sentence: Passage) -> Iterator[str]:
    """Yield the parties that a sentence names, by a capital too where it acts for its government."""
    for each in names.within(sentence.start, sentence.end):
        is_seat = each.kind == "city" and capital_acts(names.article, names, each)
        if each.end > sentence.start and (each.kind != "city" or is_seat):
            yield each.keys[0]


def goes_on(names: Names, sentence: Passage, sides: Set[str]) -> bool:
    """Tell a sentence of the lead that goes on about two sides: no encontro, que durou uma hora; er trifft Ministerin.

    One is the one of whom the sentence before says that they come, the other is one of the `sides` of this one.
    """
    article = names.article
    number = article.sentence_number(sentence.start)
    before = article.sentences[max(number - 1, 0)]
    if (
        before.rank > LEAD
        or before == sentence
        or article.paragraph_at(before.start) != article.paragraph_at(sentence.start)
    ):
        return False
    head = {each.folded for each in article.words_in(sentence.start, sentence.end)[:_HEAD]}
    is_noun = not head.isdisjoint(cues.spoken("encounters", names.language))
    is_pronoun = not head.isdisjoint(cues.spoken("pronouns", names.language)) and bool(sides)
    is_told = has_somebody(names, before) or has_somebody(names, sentence)
    return (is_noun or is_pronoun) and is_told and is_of_balance(names, before)
