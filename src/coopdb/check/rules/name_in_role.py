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
from functools import lru_cache

from coopdb.check.problem import Finding
from coopdb.check.ranks import office_at_start
from coopdb.check.scope import Scope
from coopdb.check.titles import title_of
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile
from coopdb.text import fold

CODE = "P013"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every role that has the name of its holder in it, or begins with a person's title."""
    for index, each in enumerate(entry.meeting.participants):
        role, name = each.role, each.name
        if role and ((name and name in role and " " in name) or _is_addressed(role)):
            message = f"{show(role)} has a name in it"
            yield Finding(("participants", index, "role"), message, "write the office alone, and the name as `name`")


@lru_cache(maxsize=1 << 12)
def _is_addressed(role: str) -> bool:
    """Tell whether a role begins with the title of a person, and not with that of an office: Honourable Minister."""
    title = title_of(role)
    return bool(title) and role.startswith(title) and not office_at_start(fold(role.removeprefix(title)))
