"""Finds an office that the person did not hold on the day of the meeting.

`records/people.toml` may say which offices a person held, and when. Offices that it does not name are not judged, and
what it leaves open has no end. An article before an office, and the country after it, make it no other.

Bad:

    # records/people.toml
    [["A. Benani".offices]]
    role = "Minister of Digital Transition"
    until = 2024-10-23

    # a record of 2026-02-01
    name = "A. Benani"
    role = "Minister of Digital Transition"

Good:

    # a record of 2026-02-01
    name = "A. Benani"
    role = "Member of Parliament"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.dates import PartialDate
from coopdb.record.model import Meeting, Participant
from coopdb.store.files.records import RecordFile
from coopdb.text import fold
from coopdb.vocabulary.entry import Period, Tenure
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies

CODE = "P015"
READS = ("date", "end_date", "participants.country")
SEVERITY = "warning"
_ARTICLES = frozenset(("the", "le", "la", "l", "el", "il", "der", "die", "het", "de"))
_OF = frozenset(("of", "de", "du", "d", "des", "del", "da", "do", "della", "von", "van", "fur", "pour"))


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every role that `people.toml` has for the person, but not on a day of the meeting."""
    meeting, people = entry.meeting, scope.vocabularies.people
    for index, each in enumerate(meeting.participants if people.entries else ()):
        held = _held(each, scope.vocabularies) if each.name and each.role else []
        if held and not any(_period(tenure).overlaps(_days(meeting)) for tenure in held):
            when = ", ".join(_period(tenure).words for tenure in held)
            message = f"{show(each.name)} was {show(each.role)} {when}, not on {meeting.date.text}"
            hint = "correct the role or the date, or the office in `records/people.toml`"
            yield Finding(("participants", index, "role"), message, hint)


def _held(participant: Participant, vocabularies: Vocabularies) -> list[Tenure]:
    """Return when a person held the office that is their role, for the country they stand for where that is said."""
    matches = vocabularies.people.resolve(participant.name or "")
    offices = vocabularies.people[matches[0].key].offices if len(matches) == 1 else ()
    if not offices:
        return []
    role = _plain(participant.role or "", vocabularies.countries)
    same = (each for each in offices if _plain(each.role, vocabularies.countries) == role)
    return [each for each in same if each.country in ("", participant.country)]


def _plain(role: str, countries: Vocabulary) -> str:
    """Return an office, folded, without an article before it and a country after it: the Prime Minister of Qatar."""
    words = fold(role).split()
    words = words[1:] if words[:1] and words[0] in _ARTICLES else words
    for place in range(1, len(words)):
        if words[place] in _OF and countries.resolve(" ".join(_without_article(words[place + 1 :]))):
            return " ".join(words[:place])
    return " ".join(words)


def _without_article(words: list[str]) -> list[str]:
    return words[1:] if words[:1] and words[0] in _ARTICLES else words


def _period(tenure: Tenure) -> Period:
    since, until = (PartialDate.of(each) if each else None for each in (tenure.since, tenure.until))
    return Period(since.earliest if since else None, until.latest if until else None)


def _days(meeting: Meeting) -> Period:
    return Period(meeting.date.earliest, (meeting.end_date or meeting.date).latest)
