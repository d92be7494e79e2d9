"""Finds a name that holds more than one person's name: a title, an office, or a second person.

Titles change, and are written in many ways, so that a person would have several names. An office is a `role`, and each
person a participant. `Sheikh`, `Dame` and the titles of crowned heads may be part of a name.

Bad:

    name = "H.E. Dr. Amal El Fallah Seghrouchni"

Good:

    name = "Amal El Fallah Seghrouchni"
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from coopdb.check.problem import Finding
from coopdb.check.ranks import office_at_start
from coopdb.check.scope import Scope
from coopdb.check.titles import title_of
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile
from coopdb.text import fold

CODE = "P012"
READS = ()
SEVERITY = "warning"
_ANDS = frozenset(("and", "et", "und", "och", "&"))
_AND = re.compile(rf"\s(?:{'|'.join(sorted(_ANDS))})\s|\s?[;/]\s?")
_ASIDE = re.compile(r"[,(]\s?|\s[-–—]\s")
_WHOLE = 2  # words that a person's name has at least


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every name with something else in it, the first of what there is."""
    for index, each in enumerate(entry.meeting.participants):
        if each.name and (found := _more_than_a_name(each.name)):
            message, hint = found
            yield Finding(("participants", index, "name"), f"{show(each.name)} {message}", hint)


@lru_cache(maxsize=1 << 14)
def _more_than_a_name(name: str) -> tuple[str, str] | None:
    if title := title_of(name):
        return f"has the title {show(title)}", "write the name alone"
    if _has_office(name):
        return "has an office in it", "write the name alone, and the office as `role`"
    may_be_several = (
        ";" in name or "/" in name or not _ANDS.isdisjoint(name.split())
    )  # in a fifth of the pattern's time
    if may_be_several and len(people := _AND.split(name)) > 1 and all(len(each.split()) >= _WHOLE for each in people):
        return "names several people", "make each a participant"
    return None


def _has_office(name: str) -> bool:
    """Tell whether a name is an office, follows one as two words, or is followed by one in brackets or the like."""
    folded = fold(name)
    office = office_at_start(folded)
    if office and (office == folded or len(folded.removeprefix(office).split()) >= _WHOLE):
        return True
    return any(office_at_start(fold(part)) for part in _ASIDE.split(name)[1:])
