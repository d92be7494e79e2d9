"""Finds a role that has a person's name in it.

A role is the office alone, so that it can be compared; whose it is says `name`.

Bad:

    name = "A. Benani"
    role = "A. Benani, Minister of Digital Transition"

Good:

    name = "A. Benani"
    role = "Minister of Digital Transition"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.ranks import office_at_start
from coopdb.check.scope import Scope
from coopdb.check.titles import title_of
from coopdb.check.word_lists import folded
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile
from coopdb.text import fold

CODE = "P013"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every role that has the name of one of those who met, or begins with a title."""
    people = entry.meeting.participants
    names = [f" {folded(each.name)} " for each in people if each.name and " " in each.name]
    for index, each in enumerate(people):
        if each.role and (_is_addressed(each.role) or any(name in f" {folded(each.role)} " for name in names)):
            message = f"{show(each.role)} has a name in it"
            yield Finding(("participants", index, "role"), message, "write the office alone, and the name as `name`")


def _is_addressed(role: str) -> bool:
    """Tell whether a role begins with the title of a person, and not with that of an office: Honourable Minister."""
    title = title_of(role)
    return bool(title) and role.startswith(title) and not office_at_start(fold(role.removeprefix(title)))
