"""Finds a record whose id does not say its date and parties.

The id is the name of the file without `.toml`: the date as precisely as it is known, then two of the parties (country
codes in lower case, organisations by slug), then perhaps a few words, all in `a`–`z`, `0`–`9` and `-`.

Bad, for a meeting of Morocco and Qatar on 1 February 2026:

    records/2026/2026-02-02-ma-fr.toml

Good:

    records/2026/2026-02-01-ma-qa.toml
    records/2026/2026-02-01-ma-qa-web-summit-qatar.toml
"""

from collections.abc import Iterator

from coopdb.check.outline import PARTIES, Outline
from coopdb.check.problem import Finding, Move
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.fault import Route
from coopdb.record.identity import agrees, date_part, has_form, numbered, suggest_id
from coopdb.store.files.records import RecordFile

CODE = "I001"
READS = ("date", *PARTIES)


def concerned(_: Scope) -> Iterator[Outline]:
    """Yield no record: whether an id is right depends on nothing else, and only the better one on other records."""
    return iter(())


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for the first part of the id that does not agree with the record."""
    meeting = entry.meeting
    if agrees(entry.id, meeting):
        return
    wanted = suggest_id(meeting, entry.id)
    better = f"{next(each for each in numbered(wanted) if each not in scope.by_id)}.toml"
    hint, fix = f"rename the file to `{better}`", Move(f"{entry.path.rpartition('/')[0]}/{better}", wanted)
    if not has_form(entry.id):
        message = f"the id {show(entry.id)} is not made of `a`-`z`, `0`-`9` and single hyphens"
        yield Finding((), message, hint, fix=fix)
    elif date_part(entry.id) != meeting.date.bare:
        said = date_part(entry.id) or "no date"
        message = f"the id says `{said}`, the record `{meeting.date.bare}`"
        yield Finding(("date",), message, f"fix the date, or {hint}", fix=fix)
    else:
        parties = ", ".join(f"`{party.lower()}`" for party in meeting.parties)
        message = f"the id {show(entry.id)} does not name two of the parties {parties} after its date"
        yield Finding(_odd_one(entry), message, f"fix the participants, or {hint}", fix=fix)


def _odd_one(entry: RecordFile) -> Route:
    """Point to the first party that the id does not name."""
    words = f"{entry.id}-"
    for index, each in enumerate(entry.meeting.participants):
        if f"-{each.party.lower()}-" not in words:
            return "participants", index, "country" if each.country else "organization"
    return ("participants",)
