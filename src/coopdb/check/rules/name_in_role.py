"""Finds a role that has a person's name in it.

A role is the office alone, so that it can be compared; whose it is says `name`.

Bad:

    name = "A. Benani"
    role = "A. Benani, Minister of Digital Transition"

Good:

    name = "A. Benani"
    role = "Minister of Digital Transition"
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from coopdb.check.persons import is_like_a_name
from coopdb.check.problem import Finding
from coopdb.check.ranks import office_at_start
from coopdb.check.scope import Scope
from coopdb.check.titles import title_of
from coopdb.check.word_lists import word_list
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile
from coopdb.text import fold
from coopdb.vocabulary.cities import countries_of_city

CODE = "P013"
READS = ()
SEVERITY = "warning"
_ASIDE = re.compile(r",\s|\s?\(|\s[-–—]\s")
_DEFINITE = frozenset(("الوزير", "الوزيرة", "السفير", "السفيرة"))
_PREPOSITIONS = frozenset(("لدى", "فوق", "في", "من", "على", "غير", "مكلف", "مكلفة", "سابقا"))


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every role with a name in it: that of its holder, one after an office or before it."""
    for index, each in enumerate(entry.meeting.participants):
        role, name = each.role, each.name
        if role and ((_has_name(role, name) if name else _names_somebody(role)) or _is_addressed(role)):
            message = f"{show(role)} has a name in it"
            yield Finding(("participants", index, "role"), message, "write the office alone, and the name as `name`")


def _has_name(role: str, name: str) -> bool:
    """Tell whether a role has the whole name of its holder in it, or is an office with the surname: Minister Benani."""
    if name in role:
        return " " in name
    if name[-1] != role[-1]:  # as nearly all
        return False
    office, _, last = role.rpartition(" ")
    return bool(office) and last == name.rpartition(" ")[2] and office_at_start(fold(office)) == fold(office)


@lru_cache(maxsize=1 << 12)
def _names_somebody(role: str) -> bool:
    """Tell whether a role without a name beside it has one in it: Minister Ana Vuković, or Ana Vuković, Minister."""
    aside = _ASIDE.split(role)
    if len(aside) > 1 and any(_is_somebody(part.strip(" )")) for part in aside):
        return any(_is_high(office_at_start(fold(part))) for part in aside)
    office = office_at_start(fold(role))
    follows = role.split()[len(office.split()) :]
    if not _is_high(office) or not follows:
        return False
    return is_like_a_name(" ".join(follows)) or (role.split(maxsplit=1)[0] in _DEFINITE and not _goes_on(follows[0]))


def _is_somebody(text: str) -> bool:
    """Tell whether a part of a role is like a name, and not that of a city: Ambassador, Buenos Aires."""
    return is_like_a_name(text) and not countries_of_city(text)


def _is_high(office: str) -> bool:
    """Tell whether an office is one that is written before names: a minister's or an ambassador's, not a director's."""
    return any(office in word_list(name) for name in ("heads", "bare_heads", "ministers", "deputies", "ambassadors"))


def _goes_on(word: str) -> bool:
    """Tell whether an Arabic word after an office with the article is of the office, by its article or preposition."""
    return word.startswith(("ال", "ل", "ب", "و")) or word in _PREPOSITIONS


@lru_cache(maxsize=1 << 12)
def _is_addressed(role: str) -> bool:
    """Tell whether a role begins with the title of a person, and not with that of an office: Honourable Minister."""
    title = title_of(role)
    return bool(title) and role.startswith(title) and not office_at_start(fold(role.removeprefix(title)))
