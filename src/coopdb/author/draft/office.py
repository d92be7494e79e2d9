"""An office that is being read, and the marks and words between which it stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from coopdb.author.draft import cues, telling_words
from coopdb.author.draft.person import Token, WordKind, Words
from coopdb.text import fold

ENDS = re.compile(r"[;:–—\"“”«»!?]|\.(?=\s)|\.$|\s-\s|\n\s*\n")
APPOSED = re.compile(r"\s*[,(]\s*")
MARKS = re.compile(r"[,;:()]")
LISTED = re.compile(r"\s*(?:[,;.)]|(?:y|and|et|e|und|och|en)\b|$)")
OTHERS = 7  # words in small letters of an office, not a whole sentence
LOOSE = 3  # words in small letters that may follow one another in an office: affaires étrangères
AHEAD = 7  # words between a name and the office behind it: Singapore’s first deputy
BRACKET = 14  # words of a bracket in an office
OWN, COLLEAGUES = frozenset({"my", "our"}), frozenset({"colleague", "colleagues"})  # of one's own government
JOINED = re.compile(
    r"(?:\s*\([^)]{1,12}\))?\s*(?:,|,?\s*(?:and|y|e|et|und|och|en|samt|sowie|as well as))\s*"
    r"(?:(?:Mr|Mrs|Ms|Dr)\b\.?\s*)?"
)
_PLURAL = re.compile(
    r"(?:ministers|presidents|secretaries|directors|commissioners|advis[eo]rs|ambassadors|chairs|leaders|envoys|ministres"
    r"|présidents|ministros|ministras|presidentes|cancilleres|chanceleres|ministrarna|ministrar|sekreterarna"
    r"|ledarna|presidenterna|ambassadörerna|ministeri|presidenti)\b",
    re.IGNORECASE,
)
OWNER_KINDS = (WordKind.PLACE, WordKind.FIELD, WordKind.CODE, WordKind.TITLE, WordKind.OTHER)
_FIELDS = (WordKind.OTHER, WordKind.SMALL, WordKind.FIELD)
FIELDS = 9  # words of the fields behind a comma
_DAYS = frozenset({"Today", "Yesterday", "Earlier", "Heute", "Gestern", "Idag", "Hoje", "Hoy"})
BEFORE = 40  # characters before an office that say that its holder was not there


@dataclass(slots=True)
class Office:
    """An office that is being read: where it begins and ends, and whether the last of its words is another's."""

    start: int
    end: int
    near: int
    is_nested: bool
    is_counterpart: bool
    loose: int = 0
    others: int = 0


@cache
def of() -> frozenset[str]:
    """Return what stands between an office and whose it is: of, der, to the minister."""
    lists = ("of", "genitive_articles", "assists")
    return frozenset[str]().union(*(cues.small_words(each, None) for each in lists))


def conjunctions() -> frozenset[str]:
    """Return the words for `and`."""
    return cues.small_words("list_and", None)


def agents() -> frozenset[str]:
    """Return what stands before one who acts, or is visited, and never means `of`: par, pelo, bei."""
    return cues.small_words("agents", None)


def assists() -> frozenset[str]:
    """Return what stands before the chief of an assistant: adviser to the president, statssekreterare hos."""
    return cues.small_words("assists", None)


@cache
def chiefs() -> frozenset[str]:
    """Return what stands before the chief of an assistant, and before no country: hos."""
    return assists() - cues.small_words("destinations", None)


@cache
def assisted() -> re.Pattern[str]:
    """Return what matches between the office of an assistant and that of the chief."""
    return re.compile(rf"\s*(?:{'|'.join(sorted(assists()))})\s+(?:(?:the|der|dem|de)\s+)?")


def reach_before(found: Sequence[Token], gap: Callable[[int], str], number: int) -> tuple[int, int]:
    """Return where the words before an office begin that say whose it is, and where it begins itself.

    Iraks inrikesminister; Singapore’s Senior Minister; bistånds- och utrikeshandelsminister.
    """
    first, start, loose = number, number, 0
    while first:
        before = found[first - 1]
        between = gap(first).strip(" \n’'sS." if "." in before.text else " \n’'sS")  # U.S. President
        is_half = before.kind is WordKind.SMALL and first > 1 and gap(first - 1).startswith("-")
        if is_half:
            first = start = first - 2
            continue
        loose += before.kind is WordKind.OTHER
        word = before.text.lower()
        is_apart = word in agents() or word in cues.small_words("pronouns", None) or _is_time(before)
        if between or before.kind not in OWNER_KINDS or loose > 1 or is_apart:
            break
        first -= 1
        if before.kind is WordKind.FIELD and start == first + 1 and not before.is_owner:
            start = first
    return found[first].start, found[start].start


def _is_time(token: Token) -> bool:
    """Tell a day that stands before an office, and is not part of it: am Freitag Außenminister Berg."""
    return fold(token.text) in telling_words.weekdays() or token.text in _DAYS


def belongs(
    office: Office | None, found: Sequence[Token], gap: Callable[[int], str], number: int, words: Words
) -> bool:
    """Tell whether a word that is not a name still belongs to an office that is being read."""
    token, before = found[number], found[number - 1]
    if office is None or token.kind is WordKind.STOP:
        return False
    if token.kind is not WordKind.OTHER:
        office.loose = 0
        return True
    if words.is_romance and "," in gap(number) and _lists_fields(found, gap, number):
        office.loose = 0
        return True
    office.loose += 1 if "," not in gap(number) else LOOSE + 1
    office.others += 1
    follows = words.is_romance or before.kind in (WordKind.SMALL, WordKind.OTHER, WordKind.PLACE, WordKind.CODE)
    return follows and office.loose <= LOOSE and office.others <= OTHERS


def _lists_fields(found: Sequence[Token], gap: Callable[[int], str], number: int) -> bool:
    """Tell fields in small letters behind a comma, and the name behind: des Transports, voies et ports, X."""
    here = number + 1
    while here < min(number + FIELDS, len(found)) and found[here].kind in _FIELDS and gap(here).isspace():
        here += 1
    is_list = any(each.text.lower() in conjunctions() for each in found[number:here])
    is_name = [each.kind for each in found[here : here + 2]] == [WordKind.NAME, WordKind.NAME]
    return is_list and is_name and gap(here).strip() == ","


def first_of_holder(
    found: Sequence[Token], gap: Callable[[int], str], number: int, last: int, words: Words
) -> int | None:
    """Return where the name begins that an office before it belongs to, if it does."""
    before, size = found[number - 1], last - number
    is_adjective = words.is_romance and before.kind is WordKind.PLACE and before.text[0].islower()  # président français
    if before.kind is WordKind.TITLE or (size > 1 and "," in gap(number)):
        return number
    if before.kind is WordKind.SMALL:
        return number + 1 if size > 2 else None  # noqa: PLR2004  # for Waqf Nawaf AlMouada
    if "," in gap(number):
        return None
    return number if size > 1 or before.kind is WordKind.OFFICE or is_adjective else None


def is_plural(role: str) -> bool:
    """Tell an office of several: State Secretaries A and B; statssekreterarna A och B."""
    return _PLURAL.search(role) is not None


def speaks(role: str, words: Words) -> bool:
    """Tell the office of somebody who speaks for others, and was not there for a party."""
    return cues.word_list("speakers", words.language).is_in(fold(role))


def is_owned(found: Sequence[Token], number: int, words: Words) -> bool:
    """Tell the office of somebody else, whose country stands before it, from the one that it follows."""
    before = found[number - 1]
    is_place = words.has_genitive and before.kind is WordKind.PLACE and before.text.endswith("s")
    return is_place and number > 1 and found[number - 2].kind is WordKind.OFFICE
