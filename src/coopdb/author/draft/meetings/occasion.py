"""Is there a meeting of two at all? What else a text may tell of: aid, threats, appointments, summits of many."""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from coopdb.author.draft.days.issued import is_issued
from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.meetings.bound import is_bound, is_elsewhere
from coopdb.author.draft.meetings.called_off import changes
from coopdb.author.draft.meetings.gatherings import is_of_many, is_session
from coopdb.author.draft.meetings.meeting_sentences import encounters, meets
from coopdb.author.draft.meetings.no_meetings import is_recall, without, without_edges
from coopdb.author.draft.meetings.old_papers import is_of_old_paper
from coopdb.author.draft.meetings.own_envoys import meets_own_envoy
from coopdb.author.draft.meetings.retracted import is_retracted
from coopdb.author.draft.meetings.signed import is_signed_by_two
from coopdb.author.draft.meetings.status import tells_of_meeting
from coopdb.author.draft.meetings.unreal import without_unreal
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.said import Said, by_sentence
from coopdb.author.draft.parties.prominence import Party
from coopdb.author.draft.parties.several import acted_together, speak_together
from coopdb.author.draft.parties.two_sides import (
    countries_by_surname,
    goes_on,
    holders_by_sentence,
    is_of_balance,
    is_of_one_holder,
    is_of_parties,
    offices,
    parties_named,
    sides_by_sentence,
    sides_by_surname,
    talk_together,
)
from coopdb.author.draft.telling.another_time import is_in_pluperfect
from coopdb.author.draft.text.text import BACKGROUND, LEAD, TITLE, Passage
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues
from coopdb.vocabulary.entry import Period

_OPENING = 2  # sentences that tell what a text is about
# what a sentence that announces a meeting has, but for words that announce anything: sollen, attend
_TOLD = ("encounters", "meeting", "talks_with", "told_now", "announced", "will_meet")
_MANY = 5  # members of a group whose gathering is none of a few


def doubt_meeting(
    names: Names, wording: Phrasing, parties: Sequence[Party], people: Sequence[Said], on: Period | None = None
) -> Doubt | None:
    """Return the doubt that a text tells of a meeting of two, where there is reason for it; `on` it was published."""
    if is_retracted(names, wording, {party.key for party in parties[:TWO_SIDES]}):
        return Doubt((), "the text also says that there was no such meeting")
    spoke = speak_together(names, wording)
    is_shared = spoke or acted_together(names, wording)
    if not is_shared and not _is_of_few(parties) and is_of_many(names, wording, people):
        return Doubt((), "the text tells of a meeting of many, not of two")
    is_of_one = not spoke and (_is_of_one(names, wording, people) or _is_incident(names, wording, people))
    if is_of_one or meets_own_envoy(names, parties, people):
        return Doubt((), "the text tells of an act of one side, not of a meeting")
    if (
        not is_shared
        and not _has_meeting(names, wording, parties, people, on.since if on else None)
        and not _agreed(names, wording, people)
        and not _is_announced(names, wording, parties)
        and not _is_joint(names, wording, parties)
        and not is_session(wording, parties)
    ):
        return Doubt((), "the text does not say that anybody met")
    return None


def _is_of_few(parties: Sequence[Party]) -> bool:
    """Tell a group of a few countries, or one that met somebody: the Quad; the United States and the Nordic leaders."""
    of_group = sum(each.is_of_group for each in parties)
    return bool(of_group) and (of_group < _MANY or of_group < len(parties))


def _is_of_one(names: Names, wording: Phrasing, people: Sequence[Said]) -> bool:
    """Tell aid, an appointment, a ratification, a threat, a statement, or a match, told of at the head of a text."""
    article, opening = names.article, wording.opening
    if _agreed(names, wording, people) or any(meets(names, each) for each in _shared(wording, people)):
        return False
    recalled = [each for each in opening[:_OPENING] if is_recall(article.folded(each), names.language)]
    if any(not meets(names, each) for each in recalled) and not any(meets(names, each) for each in wording.titles):
        return True
    if any(_is_bilateral(names, each) for each in opening):
        return False
    if recalled or any(_is_one_sided(names, wording, each) for each in opening[:_OPENING]):
        return True
    is_signed = any(wording.says(each, "signs") for each in opening)
    return not is_signed and any(article.says(each, "sports") for each in wording.titles)


def _is_one_sided(names: Names, wording: Phrasing, sentence: Passage) -> bool:
    """Tell words for an act of one side, other than what a paper is about that was signed: signs a deal on aid for."""
    papers = [
        each.start
        for each in wording.hits(sentence, "documents")
        if any(verb.last <= each.first for verb in wording.hits(sentence, "signs"))
    ]
    before = Passage(sentence.start, min(papers, default=sentence.end), sentence.rank)
    return names.article.says(before, "one_sided")


def _is_incident(names: Names, wording: Phrasing, people: Sequence[Said]) -> bool:
    """Tell an accident or a death of which the title tells, where nobody of two countries is named at the head."""
    incidents = cues.word_list("incidents", names.language)
    if not any(incidents.is_in(names.article.folded(each)) for each in wording.titles):
        return False
    heads = (
        each for each in (*wording.titles, *wording.leads[:1]) if meets(names, each) and is_of_balance(names, each)
    )
    if any(each.rank == TITLE or not incidents.is_in(names.article.folded(each)) for each in heads):
        return False
    near = (each for each in people if each.person.role and each.country and wording.opens(each.sentence))
    return len({each.country.keys[0] for each in near if each.country}) < TWO_SIDES


def _is_bilateral(names: Names, sentence: Passage) -> bool:
    """Tell a sentence in which people meet, or with words for two sides; an accident during a visit is neither."""
    text = without_edges(names.article.folded(sentence), names.language)
    if text != names.article.folded(sentence):
        return encounters(names.language).is_in(text) or cues.word_list("two_sided").is_in(text)
    return meets(names, sentence) or names.article.says(sentence, "two_sided")


def _has_meeting(
    names: Names, wording: Phrasing, parties: Sequence[Party], people: Sequence[Said], published: date | None
) -> bool:
    """Tell a text that says of its parties that they met, or that they signed something together."""
    article = names.article
    keys = {party.key for party in parties}
    sides, named, surnames = sides_by_sentence(people), by_sentence(people), countries_by_surname(people)
    is_group = any(party.is_of_group for party in parties)
    titled = any(meets(names, each, published) for each in wording.titles)
    is_of_old = any(is_of_old_paper(article.folded(each), names.language, published) for each in wording.opening)
    return any(
        (
            (
                meets(names, each, published)
                and not is_of_one_holder(names, each, named[each])
                and not is_elsewhere(names, each, keys)
                and (
                    is_group
                    or len(sides[each]) >= TWO_SIDES
                    or (
                        is_of_balance(names, each)
                        and is_bound(names, each, keys, named[each], surnames, is_titled=titled)
                    )
                    or goes_on(names, each, sides[each])
                    or len(sides_by_surname(names, each, surnames)) >= TWO_SIDES
                )
            )
            or (
                is_signed_by_two(names, each, keys, published)
                and is_of_balance(names, each)
                and (each.rank <= LEAD or not is_of_old)
            )
            or _is_summit_of_two(names, each, keys)
        )
        and (each.rank <= LEAD or (_is_of_parties(names, each, sides[each], keys) and not _is_ahead(wording, each)))
        for each in article.sentences
        if each.rank < BACKGROUND and (each.rank == TITLE or not is_in_pluperfect(article.folded(each), names.language))
    )


def _is_of_parties(names: Names, sentence: Passage, sides: Set[str], parties: set[str]) -> bool:
    """Tell a sentence of the parties, or with two sides of whom one at least is a party, where both are told."""
    return is_of_parties(names, sentence, parties) or (
        len(sides) >= TWO_SIDES and ("" in sides or not sides.isdisjoint(parties))
    )


def _is_summit_of_two(names: Names, sentence: Passage, parties: set[str]) -> bool:
    """Tell a sentence in which the two parties, and nobody else, hold a summit of their own, not: one was held."""
    if len(parties) != TWO_SIDES or {*parties_named(names, sentence)} != parties:
        return False
    words = names.article.words_in(sentence.start, sentence.end)
    holds, summits = (cues.spoken(each, names.language) for each in ("holds", "summits"))
    verb = next((word.end for word in words if word.folded in holds), sentence.end)
    summit = next((word.start for word in words if word.folded in summits and word.start > verb), sentence.start)
    return any(each.start < summit for each in names.beginning(sentence.start, sentence.end))


def _agreed(names: Names, wording: Phrasing, people: Sequence[Said]) -> bool:
    """Tell a sentence at the head in which two who hold offices, not of one country, agree, or talk; not only greet."""
    agreed, talked = (cues.word_list(name, names.language) for name in ("agreed", "talks_with"))
    holders = holders_by_sentence(people)
    for sentence in _shared(wording, people):
        text = without_unreal(names.article, sentence, names.language)
        text = without(text, cues.word_list("no_meetings", names.language).find(text))
        if agreed.is_in(text) or (talked.is_in(text) and talk_together(names, holders[sentence])):
            return True
    return False


def _shared(wording: Phrasing, people: Sequence[Said]) -> Iterator[Passage]:
    """Yield the sentences at the head of a text in which two who were there hold offices, not of one country."""
    holders = holders_by_sentence(people)
    for sentence in wording.opening:
        if len({each.country.keys[0] if each.country else "" for each in holders[sentence]}) == TWO_SIDES:
            yield sentence


def _is_ahead(wording: Phrasing, sentence: Passage) -> bool:
    """Tell a meeting that is only to come: a commission will meet every second year."""
    return wording.says(sentence, "announced") and not wording.says(sentence, "took_place")


def _is_announced(names: Names, wording: Phrasing, parties: Sequence[Party]) -> bool:
    """Tell a text about two parties that says of one of them, or of two offices, that they will meet, or will not."""
    keys = {party.key for party in parties}
    return len(keys) >= TWO_SIDES and any(
        (any(changes(wording, each)) or _is_told_of(names, wording, each))
        and len(keys.intersection(parties_named(names, each))) + len(offices(names, each)) >= TWO_SIDES
        for each in wording.opening
    )


def _is_told_of(names: Names, wording: Phrasing, sentence: Passage) -> bool:
    """Tell a sentence that says that somebody meets, now or later, and not that no meeting is planned, or denied."""
    text = without_unreal(names.article, sentence, names.language)
    meetings = cues.joined_list(names.language, *_TOLD, but=("announces_any",))
    return meetings.is_in(text) and tells_of_meeting(wording, sentence)


def _is_joint(names: Names, wording: Phrasing, parties: Sequence[Party]) -> bool:
    """Tell the statement that two parties issued together."""
    return len(parties) >= TWO_SIDES and is_issued(names, wording)
