"""Finds a name that holds more than one person's name: a title, an office, or a second person.

Titles change, and are written in many ways, so that a person would have several names. An office is a `role`, and each
person a participant. `Sheikh`, `Sir`, `Dame`, `Prince` and the titles of crowned heads may be part of a name.

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
from coopdb.check.word_lists import word_list
from coopdb.check.wording import show
from coopdb.record.model import Participant
from coopdb.store.files.records import RecordFile
from coopdb.text import fold

CODE = "P012"
READS = ("participants.country",)
SEVERITY = "warning"
_ANDS = frozenset(("and", "et", "und", "och", "og", "en", "e", "y", "&", "with", "avec"))
_AND = re.compile(rf"\s(?:{'|'.join(sorted(_ANDS))})\s|\s?[;/]\s?")
_OTHERS = re.compile(r"\s(?:et al\.?|u\. ?a\.|e outros|y otros|and others)\Z")
_ASIDE = re.compile(r"[,(]\s?|\s[-–—]\s")
_OF_A_NAME = frozenset(("prince", "sheikh"))  # offices that stand before the names of those born to them
_MISTER, _SON = "السيد ", "بن"
_MISTER_IS_A_NAME = ("EG", "OM", "IQ", "YE", "SD", "BH")
_WHOLE = 2  # words that a person's name has at least


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every name with something else in it, the first of what there is."""
    for index, each in enumerate(entry.meeting.participants):
        if each.name and (found := _more_than_a_name(each.name) or (each.name[0] == _MISTER[0] and _addressed(each))):
            message, hint = found
            yield Finding(("participants", index, "name"), f"{show(each.name)} {message}", hint)


@lru_cache(maxsize=1 << 14)
def _more_than_a_name(name: str) -> tuple[str, str] | None:
    if title := title_of(name):
        return f"has the title {show(title)}", "write the name alone"
    if _has_office(name):
        return "has an office in it", "write the name alone, and the office as `role`"
    # False for nearly all, in a fifth of the pattern's time.
    may_be_several = ";" in name or "/" in name or not _ANDS.isdisjoint(name.split())
    if (may_be_several and _are_several(name)) or _OTHERS.search(name):
        return "names several people", "make each a participant"
    return None


def _addressed(participant: Participant) -> tuple[str, str] | None:
    """Tell of a title that is one only outside of some countries, where it is a given name, or one of birth."""
    name = participant.name or ""
    if name.startswith(_MISTER) and participant.country not in _MISTER_IS_A_NAME:
        words = name.split()
        if len(words) > _WHOLE and words[1] != _SON:
            return f"has the title {show(words[0])}", "write the name alone"
    return None


def _are_several(name: str) -> bool:
    """Tell whether a name is two of whole people: each begins with a capital, and has two words, or is a delegation."""
    people = _AND.split(name)
    if len(people) > 1 and word_list("companions") & set(fold(people[-1]).split()):
        return True
    words = [each.split() for each in people]
    ends = [each for whole in words if whole for each in (whole[0], whole[-1])]
    return len(people) > 1 and min(map(len, words)) >= _WHOLE and not any(each[0].islower() for each in ends)


def _has_office(name: str) -> bool:
    """Tell whether a name is an office, follows one as two words, or is followed by one in brackets or the like."""
    folded = fold(name)
    office = office_at_start(folded)
    is_before = office == folded or len(folded.removeprefix(office).split()) >= _WHOLE
    if office and office not in _OF_A_NAME and is_before:
        return True
    return any(office_at_start(fold(part)) for part in _ASIDE.split(name)[1:])
