"""Finds a level that does not go with the roles of those who met.

Where the roles of two parties are known, and all are two ranks or more below the level, it is too high: directors at
`ministerial`; nothing but heads goes with `head-of-state`. Where both sides are two ranks above it, or a head of
state or government took part, `technical` and `senior-official` are too low, and where both sides are heads so
are `ambassadorial` and `parliamentary`. Observers and witnesses do not count, nor does a host beside others
of the same party (who opens a meeting of experts), nor roles whose rank is not certain, such as that of a president
in an institution.

Bad:

    level = "technical"

    [[participants]]
    country = "MA"
    name = "A. Benani"
    role = "Prime Minister"

Good:

    level = "head-of-government"

    [[participants]]
    country = "MA"
    name = "A. Benani"
    role = "Prime Minister"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.ranks import DEPUTY, EXPERT, HEAD, MINISTER, OFFICIAL, is_bare_head, place_of_head, rank_of
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.model import Participant
from coopdb.store.files.records import RecordFile
from coopdb.vocabulary.lookup import Vocabulary

CODE = "P011"
READS = ("level", "participants.country", "participants.organization")
NEEDS = ("level",)
SEVERITY = "warning"
_LEVELS = {
    "head-of-state": HEAD,
    "head-of-government": HEAD,
    "ministerial": MINISTER,
    "deputy-ministerial": DEPUTY,
    "senior-official": OFFICIAL,
    "technical": EXPERT,
}
_OF_OTHERS = ("ambassadorial", "parliamentary")  # whose ranks are their own
_OTHER = -1
_SIDES = 2
_APART = 2  # ranks: those next to each other are often not told apart


_Ranked = tuple[Participant, int | None]


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when all roles are known and far below the level, or those of both sides far above it."""
    meeting = entry.meeting
    level = _LEVELS.get(meeting.level or "", _OTHER if meeting.level in _OF_OTHERS else None)
    if level is None or not any(_may_be_apart(level, each.role) for each in meeting.participants if each.role):
        return
    people = [each for each in meeting.participants if each.role and each.capacity not in ("observer", "witness")]
    ranks = [(each, _rank(each, scope.vocabularies.countries)) for each in people]
    top = max((rank for _, rank in ranks if rank is not None), default=level)
    if _is_too_high(level, ranks) or _is_too_low(level, _without_openers(ranks)):
        role = next((each.role or "" for each, rank in ranks if rank == top), "")
        message = f"the level is `{meeting.level}`, but the highest role is {show(role)}"
        yield Finding(("level",), message, "correct the level or the roles")


def _is_too_high(level: int, ranks: list[_Ranked]) -> bool:
    """Tell whether the roles of both sides are known, and none is as high as the level."""
    by_party = _highest(ranks)
    if len(by_party) < _SIDES or level == _OTHER or any(rank is None for _, rank in ranks):
        return False
    return level - max(by_party.values()) >= (1 if level == HEAD else _APART)


def _is_too_low(level: int, ranks: list[_Ranked]) -> bool:
    """Tell whether both sides are far above the level, or one is of heads and the level that of officials."""
    by_party = _highest(ranks)
    least = HEAD if level == _OTHER else level + _APART
    if len(by_party) >= _SIDES and min(by_party.values()) >= least:
        return True
    return max(by_party.values(), default=level) == HEAD and _OTHER < level <= OFFICIAL


def _may_be_apart(level: int, role: str) -> bool:
    """Tell quickly whether a role is of another rank than the level, or of a head of some country."""
    rank = rank_of(role)
    if rank is None:
        return level != HEAD and bool(place_of_head(role))
    if level == _OTHER:
        return rank == HEAD
    return rank != level if level == HEAD else abs(rank - level) >= _APART


def _without_openers(ranks: list[_Ranked]) -> list[_Ranked]:
    """Return all but a host whose party has others there: a president who opens a meeting of experts."""
    others = {each.party for each, _ in ranks if each.capacity != "host"}
    return [(each, rank) for each, rank in ranks if each.capacity != "host" or each.party not in others]


def _rank(participant: Participant, countries: Vocabulary) -> int | None:
    """Return the rank of a role: a president's if of a country or of nothing that is said; no official's of others."""
    role = participant.role or ""
    rank = rank_of(role)
    if rank == HEAD and participant.institution and is_bare_head(role):
        return None
    if rank == OFFICIAL and participant.organization:  # a director-general may be its head
        return None
    if rank is None and (place := place_of_head(role)) and countries.resolve(place):
        return HEAD
    return rank


def _highest(ranks: list[_Ranked]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each, rank in ranks:
        if rank is not None:
            found[each.party] = max(found.get(each.party, rank), rank)
    return found
