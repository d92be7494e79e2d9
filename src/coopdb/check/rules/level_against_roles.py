"""Finds a level that does not go with the roles of those who met.

Where the roles of two parties are known, and all are two ranks or more below the level, it is too high: directors
at `head-of-state`. Where both sides are two ranks above it, or a head of state or government took part, `technical` and
`senior-official` are too low. Observers and witnesses do not count, nor roles whose rank is not certain.

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
from coopdb.check.ranks import DEPUTY, EXPERT, HEAD, MINISTER, OFFICIAL, rank_of
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.model import Participant
from coopdb.store.files.records import RecordFile

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
_APART = 2  # ranks: those next to each other are often not told apart


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when all roles are known and far below the level, or those of both sides far above it."""
    meeting = entry.meeting
    level = _LEVELS.get(meeting.level or "")
    if level is None or not any(_is_apart(level, rank_of(each.role)) for each in meeting.participants if each.role):
        return
    ranks = [
        (each.party, each.role, rank_of(each.role)) for each in meeting.participants if each.role and _counts(each)
    ]
    by_party = _highest(ranks)
    top, is_of_both = max(by_party.values(), default=level), len(by_party) > 1
    is_too_high = level - top >= _APART and is_of_both and all(rank is not None for _, _, rank in ranks)
    is_too_low = is_of_both and min(by_party.values()) - level >= _APART
    if is_too_high or is_too_low or (top == HEAD and level <= OFFICIAL):
        role = next(role for _, role, rank in ranks if rank == top)
        message = f"the level is `{meeting.level}`, but the highest role is {show(role)}"
        yield Finding(("level",), message, "correct the level or the roles")


def _is_apart(level: int, rank: int | None) -> bool:
    return rank is not None and abs(rank - level) >= _APART


def _counts(participant: Participant) -> bool:
    return participant.capacity not in ("observer", "witness")


def _highest(ranks: list[tuple[str, str, int | None]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for party, _, rank in ranks:
        if rank is not None:
            found[party] = max(found.get(party, rank), rank)
    return found
