"""What a text says of a journey beside its place: that it was long ago, is ahead, or went on to another country."""

from collections.abc import Iterator
from itertools import pairwise

from coopdb.author.draft.names.names import NamedParty
from coopdb.author.draft.places.place_clues import PlaceClues
from coopdb.author.draft.telling.another_time import BEFORE_OR_TO_COME, Time, is_in_pluperfect, speaks_of
from coopdb.author.draft.text.text import BODY, TITLE
from coopdb.author.draft.words import cues, telling_words
from coopdb.text import fold

_BEHIND = 30  # characters behind a place in which it may stand when that was
_FAR = 80  # characters behind a place in which the others of the journey stand
_ALSO = 2  # words right before a place: also, and the preposition
_BEFORE = 14  # words before a place in which it may stand that somebody went there besides
_NEAR = 8  # words before a place in which it may stand that somebody is only about to go there


def is_of_other(clues: PlaceClues, mention: NamedParty, way: str, *, is_future: bool) -> bool:
    """Tell the place of what was before, will be, is only spoken of, or was besides, from where they met."""
    sentence = clues.article.sentence_at(mention.start)
    return (
        is_past(clues, mention)
        or (is_long_ago(clues, mention) and (way == "to" or sentence.rank == BODY))
        or (way == "to" and not is_future and is_ahead(clues, mention))
        or (way == "to" and is_besides(clues, mention))
        or clues.spoken_of.covers(sentence, mention.start)
        or is_of_event_ahead(clues, mention)
    )


def is_past(clues: PlaceClues, mention: NamedParty) -> bool:
    """Tell what was before, or will be: building on the talks in, the next round will be in; they had met in."""
    sentence = clues.article.sentence_at(mention.start)
    if is_in_pluperfect(f" {fold(clues.article.plain[sentence.start : mention.start])} ", clues.language):
        return True
    start = clues.teller.clause_start(mention.start)
    before = f" {fold(clues.article.plain[start : mention.start])} "
    return speaks_of(
        before, *(BEFORE_OR_TO_COME if clues.article.rank_at(mention.start) == BODY else (Time.EARLIER_MEETING,))
    )


def is_again(clues: PlaceClues, mention: NamedParty) -> bool:
    """Tell the place of the next meeting: they will meet again in, il prossimo appuntamento a."""
    sentence = clues.article.sentence_at(mention.start)
    before = f" {fold(clues.article.plain[sentence.start : mention.start])} "
    return cues.word_list("meets_again", clues.language).is_in(before)


def is_another_stop(clues: PlaceClues, mention: NamedParty) -> bool:
    """Tell a place that is told beside another one: anche a Parigi, und auch nach Oslo."""
    sentence = clues.article.sentence_at(mention.start)
    before = clues.article.words_in(sentence.start, mention.start)[-_ALSO:]
    also = telling_words.words("also")
    return any(one.folded in also and other.folded in clues.before_places for one, other in pairwise(before))


def is_long_ago(clues: PlaceClues, mention: NamedParty) -> bool:
    """Tell a journey of last month or last year: after her visit to Oslo last month."""
    behind = clues.article.words_in(mention.end, mention.end + _BEHIND)
    sentence = clues.article.sentence_at(mention.start)
    said = " ".join(each.folded for each in behind if each.end <= sentence.end)
    return speaks_of(f" {said} ", Time.LONG_BEFORE, language=clues.language)


def is_ahead(clues: PlaceClues, mention: NamedParty) -> bool:
    """Tell a journey that is only prepared, not one on which they will meet: in view of his upcoming visit to Oslo."""
    sentence = clues.article.sentence_at(mention.start)
    before = clues.article.words_in(sentence.start, mention.start)[-_NEAR:]
    said = " ".join(each.folded for each in before)
    if not cues.word_list("journey_ahead", clues.language).is_in(f" {said} "):
        return False
    finders = (telling_words.finder(name, clues.language) for name in ("future", "future_meeting"))
    return not any(True for find in finders for _ in find(clues.article.folded(sentence).strip()))


def is_of_event_ahead(clues: PlaceClues, mention: NamedParty) -> bool:
    """Tell the place of an event that is only ahead, or was before: ahead of the summit in Oslo."""
    sentence = clues.article.sentence_at(mention.start)
    before = clues.article.words_in(sentence.start, mention.start)[-_NEAR:]
    text = " ".join(each.folded for each in before)
    hit = cues.word_list("ahead_of", clues.language).first(text)
    nouns = cues.spoken("event_nouns", clues.language)
    return hit is not None and not nouns.isdisjoint(text[hit[1] :].split())


def is_besides(clues: PlaceClues, mention: NamedParty) -> bool:
    """Tell where somebody went besides, to none of those who met: he also made a trip to Lima."""
    sentence = clues.article.sentence_at(mention.start)
    if sentence.rank == TITLE or not clues.parties.isdisjoint(mention.keys):
        return False
    before = clues.article.words_in(sentence.start, mention.start)[-_BEFORE:]
    return not telling_words.words("also").isdisjoint(each.folded for each in before)


def also_there(clues: PlaceClues, mention: NamedParty) -> Iterator[NamedParty]:
    """Yield the other countries of one journey: a visit to Kenya and Uganda, viaja a Kenia, Uganda y Ruanda."""
    links, last, chain = telling_words.words("and"), mention, list[NamedParty]()
    for each in clues.names.within(mention.end, mention.end + _FAR):
        if each.start >= last.end:
            between = {word.folded for word in clues.article.words_in(last.end, each.start)}
            if not _is_joined(clues, last, each) or not between <= links | clues.before_places or each.is_adjective:
                return
            last = each
            chain.append(each)
            if between & links or clues.article.plain.startswith("و", last.start - 1):
                yield from chain
                return


def _is_joined(clues: PlaceClues, one: NamedParty, other: NamedParty) -> bool:
    """Tell two places between which nothing ends but the name of the first."""
    between = clues.article.plain[one.end : other.start]
    return not any(mark in between for mark in ".;:()\n")
