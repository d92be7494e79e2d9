"""Tells whom a delegation met from who is of it: a Norwegian delegation met President Otieno, led by Minister Berg."""

from collections.abc import Sequence
from functools import cache

from coopdb.author.draft.names.belonging import is_envoy
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.links import has_and
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.parted_verbs import has_parted, parted
from coopdb.author.draft.words.script import is_arabic
from coopdb.author.draft.words.word_list import WordList
from coopdb.text import fold

_AROUND = 24  # characters around a country that may say that it is a side
_LINK = 3  # words among which "with" or "by" stands before somebody: por el señor
_HEAD = 8  # words at the head of a sentence in which "by" stands: reçue lundi à Nairobi par
_SUBJECT = 6  # words from a verb to who acts behind it: empfing am Montag in Nairobi
_AND = " و"  # before one of a list
_BEHIND = 60  # characters behind somebody in which the participle stands: wurde von Präsident Otieno empfangen


def is_side(names: Names, mention: NamedParty, sentence: Passage) -> bool:
    """Tell a country beside a word for a side: the Swedish side; une délégation norvégienne."""
    plain = names.article.plain
    around = fold(plain[max(mention.start - _AROUND, sentence.start) : mention.end + _AROUND]).split()
    return not cues.spoken("sides", names.language).isdisjoint(around)


def is_met_by(names: Names, person: Person, side: NamedParty, sentence: Passage) -> bool:
    """Tell somebody whom a side that is named before them met, or who received it, and who neither led nor joined it.

    The last words of the two kinds count: the delegation that met officials was led by Minister Berg.
    """
    article, language = names.article, names.language
    words = [word.folded for word in article.words_in(side.end, person.whole_start)]
    between = " ".join(words)
    own = max((end for _, end in cues.joined_list(language, "led_by", "accompanying").find(between)), default=0)
    is_verb_first = cues.has_trait(language, "verb_first")
    is_told = is_verb_first and _transitive(language).is_in(between[own:])
    if is_told or cues.joined_list(language, "encountering", "received_by").is_in(between[own:]):
        return True
    link = words[-_LINK:]
    for links, verbs in (("with", "may_meet"), ("by_whom", "receives")):
        is_linked = not cues.spoken(links, language).isdisjoint(link)
        listed, rest = cues.word_list(verbs, language), between[own:]
        is_met = listed.is_in(rest) or has_parted(listed, rest, language)
        if is_linked and (is_met or (links == "with" and _with_verbs(language).is_in(rest))):
            return True
    is_with = not cues.spoken("with", language).isdisjoint(link)
    is_acted = _is_before(names, side, sentence, is_with=is_with)
    is_second = any(map(is_office, between[own:].split())) and not article.plain.endswith(_AND, 0, person.whole_start)
    return (not own or is_second) and (is_acted or (not own and _is_behind(names, person, sentence)))


def is_reception(names: Names, city: NamedParty, person: Person, sentence: Passage) -> bool:
    """Tell the city before an office in which somebody received its holder: empfing sie in Berlin Präsident Ruiz."""
    before = names.article.words_in(sentence.start, city.start)
    is_in = bool(before) and before[-1].folded in cues.spoken("locatives", names.language)
    opening = " ".join(word.folded for word in before)
    receives = cues.word_list("receives", names.language).is_in(opening)
    return city.end <= person.role_start and is_in and receives


def is_told_of_both(names: Names, person: Person, side: NamedParty, sentence: Passage) -> bool:
    """Tell a sentence that names another side right behind somebody and a comma: Berg, and on the Kenyan side Otieno.

    Each side has its own there, and who is told with the first was not met by it.
    """
    last = person.whole_end
    comma = names.article.plain.find(",", last, min(last + _AROUND, sentence.end))
    found = names.beginning(comma, min(comma + _AROUND, sentence.end)) if comma >= 0 else ()
    return any(each.keys != side.keys and is_side(names, each, sentence) for each in found)


def is_object(names: Names, before: Person, each: Person, sentence: Passage) -> bool:
    """Tell one right behind who acts, where the verb stands before both: I måndags mötte statsministern kungen.

    In Dutch also with a word between: sprak de minister met de president; and with the rest of the verb there: tog
    statsministern emot kungen. An ambassador may be one's own.
    """
    language, first = names.language, before.whole_end
    between = without_places(names, first, each.whole_start)
    opening = fold(names.article.plain[sentence.start : before.whole_start])
    behind = fold(between).split()
    tails = _tails(opening.split(), behind, language)
    words = set(behind) - times(language) - cues.spoken("articles", language) - tails
    linked = words and cues.spoken("with", language)
    if (
        is_envoy(each.role)
        or "," in between
        or first > each.whole_start
        or not words <= linked
        or not _has_verb_first(language)
    ):
        return False
    verbs = _with_verbs(language) if words else _transitive(language)
    return bool(tails) or any(len(opening[end:].split()) <= _SUBJECT for _, end in verbs.find(opening))


def is_received_first(names: Names, before: Person, each: Person, sentence: Passage) -> bool:
    """Tell two at the head of a sentence of whom the second was received: received by President Ruiz, Berg said.

    Or talked with the first: with President Ruiz, Berg discussed trade.
    """
    between = names.article.plain[before.whole_end : each.whole_start]
    opening = [word.folded for word in names.article.words_in(sentence.start, before.whole_start)]
    is_with = len(opening) <= _LINK and not cues.spoken("with", names.language).isdisjoint(opening[:1])
    return "," in between and (opens_received(names, before, sentence) or (is_with and not has_and(between)))


def opens_received(names: Names, host: Person, sentence: Passage) -> bool:
    """Tell a sentence that begins with who received somebody, whom it names behind them: received by President Ruiz.

    Or with the participle behind: von Präsident Ruiz empfangen, sprach Ministerin Berg. Not: she was received by.
    """
    language = names.language
    opening = [word.folded for word in names.article.words_in(sentence.start, host.whole_start)]
    behind = fold(names.article.plain[host.whole_end : sentence.end].partition(",")[0])
    agents, passives = cues.spoken("by_whom", language), cues.spoken("passives", language)
    if agents.isdisjoint(opening[:_HEAD]) or not cues.spoken("pronouns", language).isdisjoint(opening[:1]):
        return False
    is_behind = cues.word_list("receives_last", language).is_in(behind) and passives.isdisjoint(behind.split())
    is_first = cues.word_list("receives", language).is_in(" ".join(opening[:_LINK]))
    return (is_behind and opening[0] in agents) or (is_first and passives.isdisjoint(opening[:_LINK]))


def without_places(names: Names, start: int, end: int) -> str:
    """Return the text from one place to another without the countries and cities that it names."""
    parts, last = [], start
    for each in names.beginning(start, end):
        parts.append(names.article.plain[last : each.start])
        last = max(last, each.end)
    return "".join((*parts, names.article.plain[last:end]))


def _tails(opening: Sequence[str], behind: Sequence[str], language: str | None) -> set[str]:
    """Return the ends of verbs of meeting that stand behind somebody, and begin before them: tog ministern emot."""
    words = [*opening, *behind]
    found = parted(words, "parted_verbs", language, len(words))
    pairs = ((words[head], words[tail]) for head, tail in found if head < len(opening) <= tail)
    return {tail for head, tail in pairs if _transitive(language).is_in(f"{head} {tail}")}


@cache
def times(language: str | None) -> frozenset[str]:
    """Return the words by which a text tells a time or a place between a verb and its object: on Monday in."""
    return cues.spoken("locatives", language) | telling_words.day_words(language) | telling_words.words("of_dates")


def _has_verb_first(language: str | None) -> bool:
    return any(cues.has_trait(language, each) for each in ("verb_second", "verb_first"))


@cache
def _transitive(language: str | None) -> WordList:
    """Return what finds the verbs of meeting that need no small word before who is met."""
    listed = "meeting" if cues.has_trait(language, "verb_first") else "encountering"
    links = cues.joined(language, "with", "by_whom")
    found = cues.spoken(listed, language) - cues.spoken("encounters", language)
    return WordList(each for each in found if links.isdisjoint(each.split()[1:]))


@cache
def _with_verbs(language: str | None) -> WordList:
    """Return what finds the verbs of meeting that have a "with" before who is met, without it: sprak."""
    parts = (each.rpartition(" ") for each in cues.spoken("encountering", language))
    return WordList(verb for verb, _, link in parts if verb and link in cues.spoken("with", language))


def _is_before(names: Names, side: NamedParty, sentence: Passage, *, is_with: bool) -> bool:
    """Tell a sentence with its verb before the side that acts: التقى وفد نرويجي الرئيس, sprak een delegatie met."""
    before = fold(names.article.plain[sentence.start : side.start])
    if is_with and cues.has_trait(names.language, "verb_second"):
        return _with_verbs(names.language).is_in(before)
    verb = cues.joined_list(names.language, "meeting", but=("encounters",)).first(before)
    return is_arabic(before) and verb is not None and verb[0] == 0


def _is_behind(names: Names, person: Person, sentence: Passage) -> bool:
    """Tell somebody before a verb that stands last: hat Präsident Otieno getroffen."""
    last = person.whole_end
    behind = names.article.plain[last : min(last + _BEHIND, sentence.end)].partition(",")[0]
    return cues.word_list("encountering_behind", names.language).is_in(fold(behind))
