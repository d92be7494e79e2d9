"""Finds a signatory of a document who is not a participant.

Who signs a document at a meeting takes part in it. Add the person to `participants`, or spell the name as it is there.

Bad:

    [[documents]]
    kind = "mou"
    signatories = ["B. Alami"]  # not among the participants

Good:

    [[documents]]
    kind = "mou"
    signatories = ["A. Benani"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import MOST_SLIPS, show
from coopdb.store.files.records import RecordFile
from coopdb.text import did_you_mean, folded_words
from coopdb.vocabulary.lookup import Vocabulary

CODE = "P006"
READS = ("participants.name",)
NEEDS = ("documents",)
SEVERITY = "warning"


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every signatory whose name no participant has, in any spelling."""
    people, documents = scope.vocabularies.people, entry.meeting.documents
    signed = [
        (("documents", index, "signatories", place), name)
        for index, each in enumerate(documents)
        for place, name in enumerate(each.signatories)
    ]
    names = {each.name for each in entry.meeting.participants if each.name} if signed else set()
    known = {_spelled(each, people) for each in names}
    strangers = ((route, name) for route, name in signed if _spelled(name, people) not in known)
    for number, (route, name) in enumerate(strangers):
        near = did_you_mean(name, names) if number < MOST_SLIPS else ""
        yield Finding(route, f"{show(name)} signed a document, but is not a participant", near)


def _spelled(name: str, people: Vocabulary) -> tuple[str, ...]:
    """Return what all spellings of a name share."""
    found = people.resolve(name) if people.entries else ()
    return tuple(sorted(folded_words(found[0].key if len(found) == 1 else name)))
