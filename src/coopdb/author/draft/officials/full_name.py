"""Where a name of several words ends: what joins surnames, initials and particles."""

from collections.abc import Sequence

from coopdb.author.draft.officials.person import INITIALS, ROYAL, Token, WordKind
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_name_particle

_ONLY_AFTER = {"der": "von van", "den": "van von", "la": "de", "le": "de", "el": "de", "zu": "von"}
_ARTICLES = frozenset({"Al", "El", "al", "el"})
_ELIDED = ("d'", "d’")
_MOST_WORDS = 7


def name_at(found: Sequence[Token], number: int, plain: str) -> int:
    """Return the number behind the last word of the name that begins at a word; the number itself where none does."""
    end = number
    while end < len(found) and found[end].kind is WordKind.NAME and (end == number or _joined(found, end, plain)):
        end += 1
        if end - number > _MOST_WORDS:
            return number
        if found[end - 1].is_owner:
            break
        if end < len(found) and _is_field_inside(found, end, plain):
            end += 1
        behind = _past_particles(found, end, plain)
        if behind and found[behind].kind is WordKind.NAME and _is_linked(found, number, end, behind):
            end = behind
    return end if end - number <= _MOST_WORDS else number


def _is_field_inside(found: Sequence[Token], number: int, plain: str) -> bool:
    """Tell a word for a field between two of a name: Nuno Fazenda Brito, María Salud Gómez."""
    around = found[number - 1], found[number], found[number + 1 : number + 2]
    if not around[2] or found[number].kind is not WordKind.FIELD or not found[number].text.istitle():
        return False
    is_between = around[0].kind is around[2][0].kind is WordKind.NAME
    return is_between and all(
        plain[one.end : two.start] == " " for one, two in ((around[0], around[1]), (around[1], around[2][0]))
    )


def _joined(found: Sequence[Token], number: int, plain: str) -> bool:
    gap = plain[found[number - 1].end : found[number].start]
    if gap.strip() == "-" and len(gap) == len("- "):  # Ahmed Al- Saidi
        return found[number - 1].text in _ARTICLES
    return gap.strip(" \n\u00a0") == "" or (gap.strip() == "." and _is_initial(found[number - 1].text))


def _is_initial(text: str) -> bool:
    return len(text) == 1 or INITIALS.fullmatch(text) is not None


def _past_particles(found: Sequence[Token], number: int, plain: str) -> int:
    """Return the number behind one or two particles, 0 where there is none."""
    end = number
    while end < min(number + 2, len(found)) and _is_particle(found, end) and _joined(found, end, plain):
        end += 1
    return end if end > number and end < len(found) and _joined(found, end, plain) else 0


def _is_particle(found: Sequence[Token], number: int) -> bool:
    text = found[number].text
    before = found[number - 1].text.lower()
    allowed = text not in _ONLY_AFTER or before in _ONLY_AFTER[text].split()
    return allowed and (text in _ELIDED or is_name_particle(text) or text in cues.listed("joins_surnames"))


def _is_linked(found: Sequence[Token], first: int, end: int, behind: int) -> bool:
    """Tell a surname in two parts from two people: Mondragón y Kalb, not Macron y Donald Trump."""
    if found[end].text in _ELIDED:  # Anne d’Orsay, not Anne Morel d’Airbus
        return end - first == 1
    if found[end].text not in cues.listed("joins_surnames"):
        return True
    if ROYAL.fullmatch(found[end - 1].text):  # Mohamed VI y Mubarak
        return False
    alone = behind + 1 >= len(found) or found[behind + 1].kind is not WordKind.NAME
    return end - first > 1 and alone
