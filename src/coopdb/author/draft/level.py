"""The level of a meeting: that of the highest offices of the sides, when it is the same."""

from collections.abc import Iterable, Mapping, Sequence

from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.names import Names
from coopdb.author.draft.office_levels import RANKS, OfficeLevel, level_in, level_of, unnamed_office
from coopdb.author.draft.person import Person
from coopdb.author.draft.wording import Phrases, Phrasing, phrases_of

_BOTH = {
    "both_heads_of_state": "head-of-state",
    "both_heads_of_government": "head-of-government",
    "both_ministers": "ministerial",
}
_LOWER: Mapping[tuple[str, ...], str] = {  # the level where the sides differ, as records have it
    ("head-of-government", "ministerial"): "ministerial",
    ("ministerial", "deputy-ministerial"): "ministerial",
}
_ALONE = ("ministerial",)  # of one side that is told alone: who meets a minister is nearly always one
_OTHERS = ("heads_of_state", "heads_of_government", "deputy_ministers", "ambassadors", "senior_officials", "lesser")
_RULE = "highest office of both sides"


def find_level(
    wording: Phrasing, names: Names, people: Sequence[Person], parties: Iterable[str], language: str | None
) -> DraftFinding | None:
    """Find the level; where the sides differ, or one of them is not told, it may be a doubt with what it may be."""
    phrases = phrases_of(language)
    present = [each for each in people if not _is_witness(wording, each)]
    sides: dict[str, OfficeLevel | None] = {}
    for party in parties:
        own = [each for each in present if each.party == party]
        sides[party] = _highest(party, own, phrases) or unnamed_office(wording, names, party, phrases)
    told = sorted(filter(None, sides.values()), key=lambda each: each.start)
    equals = {each.party for each in present if each.is_counterpart and not level_of(each.role, phrases)}
    untold = {party for party, side in sides.items() if side is None and party not in equals}
    levels = tuple(sorted({each.level for each in told}, key=RANKS.__getitem__))
    if all(each.is_unnamed for each in told) and (untold or len(levels) != 1):
        return _of_both(wording)
    place = told[0].start, told[0].end
    if len(levels) > 1:
        level = _LOWER.get(levels, "")
        return DraftFinding(level, *place, _RULE if level else "the sides were of different levels", levels)
    if untold or len(sides) < 2:  # noqa: PLR2004  # two make a meeting
        if levels == _ALONE and len(sides) > 1 and not _is_of_others(wording, people):
            return DraftFinding(levels[0], *place, "office of one side, and no other office is told")
        return DraftFinding("", *place, "the office of one side alone is told", levels)
    return DraftFinding(levels[0], *place, _RULE)


def _is_of_others(wording: Phrasing, people: Sequence[Person]) -> bool:
    """Tell an opening that has other offices than those beside names: whoever met the minister may be no minister."""
    roles = [(each.role_start, each.role_end) for each in people]
    hits = (hit for each in wording.opening for name in _OTHERS for hit in wording.hits(each, name))
    return any(not any(low <= hit.start and hit.end <= high for low, high in roles) for hit in hits)


def _is_witness(wording: Phrasing, person: Person) -> bool:
    """Tell somebody in whose presence others signed."""
    start = min(person.near, person.start)
    sentence = wording.article.sentence_at(person.start)
    return any(each.end <= start for each in wording.hits(sentence, "witnesses"))


def _highest(party: str, people: Sequence[Person], phrases: Phrases) -> OfficeLevel | None:
    """Return the highest office among the people of a side."""
    found = ((level, each) for each in people if (level := level_in(party, each.role, phrases)))
    best = min(found, key=lambda each: RANKS[each[0]], default=None)
    return OfficeLevel(best[0], best[1].role_start, best[1].role_end) if best else None


def _of_both(wording: Phrasing) -> DraftFinding | None:
    """Find the level where nobody is named: the two ministers."""
    for sentence in (*wording.titles, *wording.leads):
        for name, level in _BOTH.items():
            for hit in wording.hits(sentence, name):
                return DraftFinding(level, hit.start, hit.end, _RULE)
    return None
