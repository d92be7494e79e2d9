"""Tells offices apart: of those who lead, of whom a government has one, of hosts and of those who are sent."""

from collections.abc import Sequence
from functools import cache

from coopdb.author.draft.names.belonging import is_envoy
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.words import cues
from coopdb.text import fold

_COMPOUND = 11  # letters of a compound: aussenminister


def leads(said: Said) -> bool:
    """Tell the office of a head of state or of government."""
    return said.country is None and bool(offices_of_leaders() & {fold(said.person.role)})


def are_rivals(before: Said, each: Said) -> bool:
    """Tell two heads of government, two of state, or two ministers of a field, who cannot be of one country."""
    roles = {fold(before.person.role), fold(each.person.role)}
    if before.person.name == each.person.name or each.country is not None:
        return False
    is_same = len(roles) == 1 and is_single(*roles)
    return is_same or any(roles <= cues.spoken(name) for name in ("heads_of_government", "heads_of_state"))


def hosts(before: Said, each: Said) -> bool:
    """Tell who receives from those before them in a list: the Ambassador of Japan and Minister Ruiz.

    Diplomats are named behind their ambassador, and nobody but diplomats behind them stands for their country.
    """
    sent, received = fold(before.person.role), fold(each.person.role)
    is_sent = cues.word_list("ambassadors").is_in(sent) and not cues.word_list("ministers").is_in(sent)
    is_last = is_of_mission(before) and not is_of_mission(each) and not is_envoy(received)
    return is_last or (is_sent and cues.word_list("ministers").is_in(received))


def is_of_mission(said: Said) -> bool:
    """Tell the office of a diplomat whom an embassy sends with its ambassador: First Secretary, Counsellor."""
    return cues.word_list("of_missions").is_in(fold(said.person.role))


def mission_of(said: Sequence[Said]) -> str | None:
    """Return the country whose ambassador the text names, if it names those of one alone."""
    sent = (each for each in said if each.country and is_envoy(each.person.role))
    found = {each.country.keys[0] for each in sent if each.country}
    return found.pop() if len(found) == 1 else None


@cache
def is_single(role: str) -> bool:
    """Tell an office that a government has one of: of a leader, or a minister of a named field."""
    if role in offices_of_leaders():
        return True
    has_field = " " in role or len(role) >= _COMPOUND
    return has_field and cues.word_list("ministers").is_in(role) and "state" not in role.split()


@cache
def governing() -> frozenset[str]:
    """Return the offices of those who lead a government, folded."""
    return cues.spoken("heads_of_government")


@cache
def offices_of_leaders() -> frozenset[str]:
    """Return the offices of heads of state and of government, folded."""
    return cues.joined(None, "heads_of_state", "heads_of_government")
