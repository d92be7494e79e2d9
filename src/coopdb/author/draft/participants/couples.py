"""Two who are named together, one of each party: Minister Novak and Minister Ruiz signed the agreement."""

import re
from collections.abc import Collection

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.office_kinds import offices_of_leaders
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.two_sides import are_joined
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.text import fold

_SOON = 3  # words behind them before the verb
_REACH = 60  # characters in which it stands


def act_together(names: Names, other: Collection[str], before: Said, each: Said) -> bool:
    """Tell two ministers whom a sentence says to have met or signed, and does not say with whom: with the `other`."""
    if not are_joined(names, before, each) or not (is_minister(before) and is_minister(each)):
        return False
    last = each.person.whole_end
    behind = " ".join(fold(names.article.plain[last : min(last + _REACH, each.sentence.end)]).split()[:_SOON])
    acts = any(cues.word_list(name, names.language).is_in(behind) for name in ("talks_with", "signs"))
    mentions = (m for m in names.beginning(last, each.sentence.end) if m.kind != "city")
    return acts and not any({*other} & {*mention.keys} for mention in mentions)


def is_minister(said: Said) -> bool:
    """Tell whether an office is that of a minister, neither a deputy nor the head of the government."""
    role = fold(said.person.role)
    is_deputy = any(word.startswith(each) for word in re.split(r"[\s-]", role) for each in cues.spoken("deputies"))
    has_stem = any(stem in role for stem in cues.spoken("minister_stems"))
    return has_stem and not is_deputy and role not in offices_of_leaders()


def is_heir(names: Names, before: Said, each: Said) -> bool:
    """Tell the second of two who may be of another country: the Norwegian minister Novak and Minister Ruiz."""
    return are_joined(names, before, each) and not _is_met(names, before)


def _is_met(names: Names, said: Said) -> bool:
    """Tell somebody whom another met: the minister met her counterpart Novak and Prime Minister Ruiz."""
    near = said.person.whole_start
    before = fold(names.article.plain[said.sentence.start : near]).split()
    return said.person.is_counterpart or any(map(is_office, before))


def tells_own(said: Said) -> bool:
    """Tell an office that says whose it is."""
    return said.country is not None and said.person.near <= said.country.start < said.person.role_end
