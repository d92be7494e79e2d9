"""One name in several spellings: which is the usual one, and how to say so."""

from coopdb.check.scope import Spellings, key_of
from coopdb.check.words import show


def usual(name: str | None, spellings: Spellings) -> str:
    """Return the spelling that most records have, the first in the alphabet of several; nothing when it is this one."""
    found = spellings[key_of(name)] if name else {}
    most = max(sorted(found), key=lambda each: found[each], default="")
    return most if most != name else ""


def differs(name: str | None, other: str) -> str:
    """Word the message."""
    return f"{show(name)} is spelled {show(other)} in other records"
