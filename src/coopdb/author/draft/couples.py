"""Two who are named together, one of each party: Minister Novak and Minister Ruiz signed the agreement."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from coopdb.author.draft import cues
from coopdb.author.draft.name_forms import is_office
from coopdb.author.draft.names import Names
from coopdb.author.draft.office_kinds import offices_of_leaders
from coopdb.author.draft.said import Said
from coopdb.text import fold

_MINISTER = re.compile(r"minist|وزير")
_SOON = 3  # words behind them before the verb
_REACH = 60  # characters in which it stands


def act_together(names: Names, other: Collection[str], before: Said, each: Said) -> bool:
    """Tell two ministers whom a sentence says to have met or signed, and does not say with whom: with the `other`."""
    if not _is_joined(names, before, each) or not (_is_minister(before) and _is_minister(each)):
        return False
    last = max(each.person.end, each.person.role_end)
    behind = " ".join(fold(names.article.plain[last : min(last + _REACH, each.sentence.end)]).split()[:_SOON])
    acts = any(cues.word_list(name, names.language).is_in(behind) for name in ("talks_with", "signs"))
    mentions = (m for m in names.within(last, each.sentence.end) if m.start >= last and m.kind != "city")
    return acts and not any({*other} & {*mention.keys} for mention in mentions)


def _is_joined(names: Names, before: Said, each: Said) -> bool:
    first = max(before.person.end, before.person.role_end)
    near = min(each.person.near or each.person.start, each.person.start)
    return before.sentence == each.sentence and _and().fullmatch(names.article.plain, first, near) is not None


@cache
def _and() -> re.Pattern[str]:
    """Return what matches what stands between two who act together."""
    return re.compile(
        rf"\s*,?\s*{cues.either('list_and')}\s*(?:(?:the|el|la|le|l[’']|o|a|der|die|il|de|het)\s+)?"
        r"(?:(?:Mr|Mrs|Ms|Dr|Prof|M|Mme|Sr|Sra|Herr|Frau|H\.E)\b\.?\s*)*",
        re.IGNORECASE,
    )


def _is_minister(said: Said) -> bool:
    """Tell whether an office is that of a minister, neither a deputy nor the head of the government."""
    role = fold(said.person.role)
    is_deputy = any(word.startswith(each) for word in re.split(r"[\s-]", role) for each in cues.spoken("deputies"))
    return _MINISTER.search(role) is not None and not is_deputy and role not in offices_of_leaders()


def heirs(
    names: Names, said: Sequence[Said], listed: Mapping[int, Said], parties: Mapping[int, str | None], home: str
) -> Iterator[Said]:
    """Yield the mentions of the one person who may stand for home, and whom a list alone gives another country.

    `listed` maps the start of a name to the one before it in a list, `parties` to the party that the text says.
    """
    found = [each for each in said if each.person.start in listed and parties[each.person.start] not in (None, home)]
    first = listed[found[0].person.start] if found else None
    if first is None or _is_met(names, first) or not _is_joined(names, first, found[0]):
        return
    surnames = {surname(each) for each in found}
    own = [each for each in said if surname(each) in surnames]
    is_told = any(parties[each.person.start] is not None and each not in found for each in own)
    foreign = {surname(each) for each in said if parties[each.person.start] not in (None, home)}
    has_other = any(surname(each) not in foreign and each.person.role and not each.person.is_absent for each in said)
    if len(surnames) == 1 and not is_told and not has_other:
        yield from own


def _is_met(names: Names, said: Said) -> bool:
    """Tell somebody whom another met: the minister met her counterpart Novak and Prime Minister Ruiz."""
    near = min(said.person.near or said.person.start, said.person.start)
    before = fold(names.article.plain[said.sentence.start : near]).split()
    return said.person.is_counterpart or any(map(is_office, before))


def surname(said: Said) -> str:
    """Return the last word of a name, folded."""
    return fold(said.person.name).split()[-1]


def tells_own(said: Said) -> bool:
    """Tell an office that says whose it is."""
    return said.country is not None and said.person.near <= said.country.start < said.person.role_end


def without_titles(word: re.Match[str]) -> str:
    """Return nothing for a title: H.E. Dr."""
    return "" if fold(word[0]) in cues.spoken("honorifics") else word[0]
