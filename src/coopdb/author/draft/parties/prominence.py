"""What speaks for a party: where the text names it, with what office, beside whom; all of it summed up."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from coopdb.author.draft.names.belonging import has_office, is_host, is_in, is_place
from coopdb.author.draft.names.conflicts import is_of_conflict, is_onward
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.telling.another_time import BEFORE_OR_TO_COME, had_been, speaks_of
from coopdb.author.draft.text.datelines import is_state_of_dateline
from coopdb.author.draft.text.text import LEAD, TITLE, Article, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.known_places import known_places
from coopdb.author.draft.words.name_forms import is_office
from coopdb.pattern import pattern
from coopdb.text import fold

_OFFICE, _COUPLED, _CAPITAL, _PLACE, _PAST = 1.5, 1.0, 0.9, 0.4, 0.4  # in relation to a name alone
_LATE = 0.6
_LONGEST = 12  # names of a list
_FEW = 6  # words before a country that tell that it is a matter of the talks
_GAP = 12  # characters of the longest link
_NEAR = 45  # characters between a country and the office it belongs to
_COMPOUND = pattern(r"-\s?([^\W\d_]{3,})")
BY_RANK = {0: 4.0, 1: 3.0, 2: 1.0, 3: 0.3}
ENOUGH = 3.5  # what a party scores
EARLY = 3  # sentences, with the title, in which every party is named
LISTED, GROUPED, MEETING = "listed", "member of a group", "meeting of both"
OFFICE, TOGETHER, CAPITAL, TITLED = "office", "named together", "capital for its government", "named in the title"
SPOKEN_OF = "spoken of"
ATTENDING = "office of somebody who was there"
_ACTING = frozenset({OFFICE, CAPITAL, ATTENDING, TITLED})


class Party(NamedTuple):
    """A party as the text has it: a country or an organisation, and the words that say so best."""

    key: str
    is_country: bool
    score: float
    best: NamedParty
    rule: str
    is_acting: bool = False

    @property
    def is_of_many(self) -> bool:
        """Tell a party that the text names as one of a list, or by the group that met."""
        return self.rule == LISTED or self.is_of_group

    @property
    def is_of_group(self) -> bool:
        """Tell a member of a group that met."""
        return self.rule == GROUPED


def scores_of(article: Article, names: Names, mention: NamedParty) -> Iterator[tuple[float, str]]:
    """Yield what a mention counts for its party, each with the rule that says so."""
    rank = article.rank_at(mention.start)
    is_past = rank > TITLE and _is_past(article, mention, names.language)
    weight = BY_RANK[rank] * (_PAST if is_past else 1)
    if mention.kind == "city":
        if capital_acts(article, names, mention):
            yield weight * _CAPITAL, CAPITAL
        return
    head = _head(article, names, mention)
    as_place = _PLACE if is_place(article, head) else 1
    is_spoken_of = is_of_report(article, names, mention)
    if is_spoken_of or _is_topic(article, names, head) or (head != mention and _is_topic(article, names, mention)):
        yield weight * _PAST, SPOKEN_OF
        return
    is_acting = as_place == 1 and has_office(article, mention)
    partner = _partner(article, names, mention) if as_place == 1 else None
    is_together = mention.is_half or partner is not None
    is_away = mention.kind == "organization" and (not is_acting or is_host(article, names, mention))
    if is_away and rank > TITLE and not is_together:
        yield weight * _PAST, SPOKEN_OF
        return
    yield weight * as_place, TITLED if rank == TITLE else "named"
    if is_acting:
        yield weight * _OFFICE, OFFICE
    if is_together:
        yield weight * _COUPLED, TOGETHER
    if partner and _bear_meeting(article, names, mention, partner):
        yield weight * _OFFICE, MEETING


def is_of_report(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell the country that a report was written in, behind its city."""
    before = next((each for each in names.within(mention.start, mention.start) if each.kind == "city"), None)
    return before is not None and is_state_of_dateline(article, (before.start, before.end), mention.start, mention.end)


def _head(article: Article, names: Names, mention: NamedParty) -> NamedParty:
    """Return the first of a list that a name stands in: talks about Kenya, Ghana and Togo."""
    for _ in range(_LONGEST):
        before = next((each for each in names.within(mention.start, mention.start) if each.end <= mention.start), None)
        if before is None or before.keys == mention.keys or not is_linked(article, before, mention):
            return mention
        mention = before
    return mention


def _is_past(article: Article, mention: NamedParty, language: str | None) -> bool:
    """Tell a name that stands by what was before, or will be; of the lead only one behind those words."""
    sentence = article.sentence_at(mention.start)
    if article.rank_at(mention.start) > LEAD:
        near = article.words_in(max(sentence.start, mention.start - _NEAR), mention.start)
        is_also = not telling_words.words("also").isdisjoint(each.folded for each in near)  # also spoke to Peru's
        folded = article.folded(sentence)
        return is_also or had_been(folded, language) or speaks_of(folded, *BEFORE_OR_TO_COME)
    before = f" {fold(article.plain[sentence.start : mention.start])} "
    return had_been(before, language) or speaks_of(before, *BEFORE_OR_TO_COME)


def _is_topic(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell what is only spoken of: talks about Ukraine, EU-Sanktionen, Ukraina på agendan."""
    plain = article.plain
    if cues.ending(names.language, "matters_about").search(
        plain, max(mention.start - _NEAR, 0), mention.start
    ) or _on_agenda().match(plain, mention.end):
        return True
    is_matter = is_of_conflict(article, mention, names.language) or is_example(article, names, mention)
    if is_matter or _is_helped(article, names, mention):
        return True
    compound = _COMPOUND.match(plain, mention.end) if not mention.is_half else None
    if compound is None or any(each.start >= mention.end for each in names.within(mention.end, compound.end())):
        return False  # RDC-Rwanda
    tail = fold(compound[1])
    if mention.kind == "organization" and tail.startswith("minist"):  # an EU-minister is of a country
        return True
    lists = (
        cues.word_list("heads"),
        cues.word_list("may_meet"),
        cues.word_list("encounters"),
        cues.word_list("visiting"),
    )
    return not is_office(tail) and not any(each.is_in(tail) for each in lists)


def is_example(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell a country that is one of the matters that were talked about: issues such as Yemen, قضايا بينها اليمن."""
    start = article.sentence_at(mention.start).start
    words = [word.folded for word in article.words_in(start, mention.start)[-_FEW:]]
    while words and words[-1] in cues.spoken("articles", names.language):
        words.pop()
    before = " ".join(words)
    links = [each for each in cues.word_list("among_them", names.language).find(before) if each[1] == len(before)]
    return bool(links) and cues.word_list("matters", names.language).is_in(before[: links[-1][0]].strip())


def _is_helped(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell a country that help goes to: support for Kenya, aide au Kenya, stöd till Kenya."""
    return mention.kind != "city" and is_onward(article, mention, names.language)


def capital_acts(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell a capital that stands for its government: Rabat and Doha agreed."""
    return is_capital(article, mention) and not is_in(article, mention) and _is_coupled(article, names, mention)


def is_capital(article: Article, mention: NamedParty) -> bool:
    """Tell the capital of a country."""
    place: tuple[str, bool] | None = known_places().get(fold(article.plain[mention.start : mention.end]))
    return place is not None and place[1]


def _is_coupled(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell whether it is joined to another party: Morocco and Qatar; المغرب وقطر."""
    return _partner(article, names, mention) is not None


def _partner(article: Article, names: Names, mention: NamedParty) -> NamedParty | None:
    """Return the other party that one is joined to, if any."""
    for other in names.within(mention.start - _GAP, mention.end + _GAP):
        is_list = mention.kind == other.kind == "organization"  # within the EU and NATO
        if other.keys != mention.keys and not is_list:
            first, second = sorted((mention, other), key=lambda each: each.start)
            if is_linked(article, first, second):
                return other
    return None


def names_meeting_of_two(names: Names, sentence: Passage) -> bool:
    """Tell a sentence about a meeting that bears the names of two countries."""
    article = names.article
    pairs = (
        pair
        for pair in pairwise(names.in_sentence(sentence))
        if pair[0].keys != pair[1].keys and is_linked(article, *pair)
    )
    return any(_bear_meeting(article, names, *pair) for pair in pairs)


def _bear_meeting(article: Article, names: Names, mention: NamedParty, partner: NamedParty) -> bool:
    """Tell two whose names a meeting bears: the Kenyan-Norwegian summit, القمة الكينية النرويجية."""
    nouns = cues.spoken("encounters", names.language)
    first, last = min(mention.start, partner.start), max(mention.end, partner.end)
    near = (*article.words_in(first - _NEAR, first)[-1:], *article.words_in(last, last + _NEAR)[:1])
    return "country" == mention.kind == partner.kind and any(word.folded in nouns for word in near)


def is_linked(article: Article, first: NamedParty, second: NamedParty) -> bool:
    """Tell whether one mention is joined to the next: Morocco and Qatar; not: in Nairobi with the Norwegian side."""
    gap = article.plain[first.end : second.start]
    if len(gap) >= _GAP or _link().fullmatch(gap) is None:
        return False
    return cues.spoken("with").isdisjoint(fold(gap).split()) or not is_in(article, first)


def summed(
    article: Article, scores: dict[tuple[str, bool], list[tuple[float, NamedParty, str]]], early: set[tuple[str, bool]]
) -> Iterator[Party]:
    """Sum up what speaks for each: at each rank the best mention counts in full, others little, late ones less."""
    for (key, is_country), found in scores.items():
        total = 0.0
        for rank in BY_RANK:
            for rule in dict.fromkeys(rule for _, _, rule in found):  # in one order: sums of fractions depend on it
                here = sorted((s for s, m, r in found if r == rule and article.rank_at(m.start) == rank), reverse=True)
                total += sum(score / (1 + 4 * number) for number, score in enumerate(here[:4]))
        if found:
            best = max(found, key=lambda each: (each[0], -each[1].start))
            score = total * (1 if (key, is_country) in early else _LATE)
            is_acting = any(_acts(article, mention, rule) for _, mention, rule in found)
            yield Party(key, is_country, score, best[1], best[2], is_acting)


def _acts(article: Article, mention: NamedParty, rule: str) -> bool:
    """Tell a mention that says what a party does: an office, a place in the title, a name joined to whom it met."""
    if rule != TOGETHER:
        return rule in _ACTING
    is_early = article.sentence_number(mention.start) < EARLY
    return is_early and article.says(article.sentence_at(mention.start), "may_meet")


@cache
def _on_agenda() -> re.Pattern[str]:
    matter = cues.either("on_agenda")
    return re.compile(rf"(?:,? {cues.either('list_and')} \w+)? {matter}\b")


@cache
def _link() -> re.Pattern[str]:
    """Return what matches what stands between two who are joined: Kenya-Togo, do Quénia e da Noruega."""
    joins, of = cues.either("list_and", "with"), cues.either("of")
    return re.compile(rf"\s*(?:,|&|/|\.?-|\.?–|—|ـ|{joins})\s*(?:{of}\b['’]?\s*)?{cues.article()}\s*", re.IGNORECASE)
