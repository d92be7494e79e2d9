"""Finds a meeting that is too long, which is likely a slip in one of its days.

Ministers and heads of state meet for three weeks at most; a courtesy call, a signing ceremony and a call by phone
take three days. Delegations may meet as long as a conference that hosts them lasts, up to six weeks. Experts stay
longer: a meeting at technical level, and a visit or working group of nobody of higher rank, takes half a year at
most. An exchange in writing may take longer.

Bad:

    date = 2026-02-01
    end_date = 2026-03-02

Good:

    date = 2026-02-01
    end_date = 2026-02-02
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.ranks import DEPUTY, rank_of
from coopdb.check.scope import Scope
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile
from coopdb.text import count

CODE = "D024"
READS = ("date", "end_date", "kind", "mode", "level", "host_event")
NEEDS = ("end_date",)
SEVERITY = "warning"
_LONGEST, _LONGEST_CALL, _LONGEST_CONFERENCE, _LONGEST_STAY = 21, 3, 42, 184  # days
_OF_RANK = ("head-of-state", "head-of-government", "ministerial", "deputy-ministerial")


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when the meeting has certainly more days than that."""
    meeting = entry.meeting
    days = (meeting.end_date.earliest - meeting.date.latest).days + 1 if meeting.end_date else 0
    if days > _LONGEST_CALL and meeting.mode != "written" and days > _most(meeting):
        message = f"a meeting of {count(days, 'day')}"
        yield Finding(("end_date",), message, "correct one of the two dates")


def _most(meeting: Meeting) -> int:
    """Return how many days such a meeting may take."""
    if meeting.kind in ("courtesy-call", "signing-ceremony") or meeting.mode == "phone":
        return _LONGEST_CALL
    is_stay = meeting.level == "technical" or meeting.kind in ("visit", "working-group")
    if is_stay and not _is_of_rank(meeting):
        return _LONGEST_STAY
    return _LONGEST_CONFERENCE if meeting.host_event else _LONGEST


def _is_of_rank(meeting: Meeting) -> bool:
    """Tell whether deputy ministers or higher met, by the level or, without one, by a role."""
    if meeting.level:
        return meeting.level in _OF_RANK
    ranks = (rank_of(each.role) for each in meeting.participants if each.role)
    return any(rank is not None and rank >= DEPUTY for rank in ranks)
