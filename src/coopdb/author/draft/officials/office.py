"""An office that is being read, and the marks and words between which it stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from coopdb.author.draft.officials.next_office import is_owned, is_told_apart
from coopdb.author.draft.officials.person import Token, WordKind, Words
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_name_particle, is_office
from coopdb.pattern import pattern
from coopdb.text import fold

ENDS = pattern(r"[;:–—\"“”«»!?]|\.(?=\s)|\.$|\s-\s|\n\s*\n")
APPOSED = pattern(r"\s*[,(]\s*")
MARKS = pattern(r"[,;:()]")
LISTED = pattern(r"\s*(?:[,;.)]|(?:y|and|et|e|und|och|en)\b|$)")
OTHERS = 7  # words in small letters of an office, not a whole sentence
LOOSE = 3  # words in small letters that may follow one another in an office: affaires étrangères
AHEAD = 7  # words between a name and the office behind it: Singapore’s first deputy
BRACKET = 14  # words of a bracket in an office
JOINED = pattern(
    r"(?:\s*\([^)]{1,12}\))?\s*(?:,|,?\s*(?:and|y|e|et|und|och|en|samt|sowie|as well as))\s*"
    r"(?:(?:Mr|Mrs|Ms|Dr|MM?|Mme|Mlle|Sra?|Herr|Frau)\b\.?\s*)?"
)
OWNER_KINDS = (WordKind.PLACE, WordKind.FIELD, WordKind.CODE, WordKind.TITLE, WordKind.OTHER)
FIELD_KINDS = (WordKind.OTHER, WordKind.SMALL, WordKind.FIELD)
FIELDS = 9  # words of the fields behind a comma
ONCE = ("then-", "Then-", "ex-", "Ex-")  # before the office that somebody once had
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
        is_apart = word in agents() or word in cues.small_words("pronouns", None) or _is_apart(before)
        if between or before.kind not in OWNER_KINDS or loose > 1 or is_apart:
            break
        first -= 1
        if before.kind is WordKind.FIELD and start == first + 1 and not before.is_owner:
            start = first
    return found[first].start, found[start].start


def _is_apart(token: Token) -> bool:
    """Tell a day, or a verb of meeting, before an office: am Freitag Außenminister Berg, phoned President Ruiz."""
    folded, verbs = fold(token.text), cues.joined(None, "times_before_offices", "encountering", "receives")
    return folded in verbs or folded in telling_words.day_words(None)


def belongs(
    office: Office | None, found: Sequence[Token], gap: Callable[[int], str], number: int, words: Words
) -> bool:
    """Tell whether a word that is not a name still belongs to an office that is being read."""
    token, before = found[number], found[number - 1]
    if office is None or (token.kind is WordKind.STOP and not _goes_on(found, number, words)):
        return False
    if token.kind is not WordKind.OTHER:
        office.loose = 0
        return True
    if words.has_adjectives_behind and "," in gap(number) and _lists_fields(found, gap, number):
        office.loose = 0
        return True
    office.loose += 1 if "," not in gap(number) else LOOSE + 1
    office.others += 1
    follows = words.has_adjectives_behind or before.kind in (
        WordKind.SMALL,
        WordKind.OTHER,
        WordKind.PLACE,
        WordKind.CODE,
    )
    return follows and office.loose <= LOOSE and office.others <= OTHERS


def _goes_on(found: Sequence[Token], number: int, words: Words) -> bool:
    """Tell a small word within an office: sottosegretario con delega al turismo, des Relations avec le Parlement."""
    if fold(found[number - 1].text) in cues.spoken("relation_fields"):
        return True
    return " ".join(each.text.lower() for each in found[number : number + 2]) in words.small


def _lists_fields(found: Sequence[Token], gap: Callable[[int], str], number: int) -> bool:
    """Tell fields in small letters behind a comma, and the name behind: des Transports, voies et ports, X."""
    here = number + 1
    while here < min(number + FIELDS, len(found)) and found[here].kind in FIELD_KINDS and gap(here).isspace():
        here += 1
    is_list = any(each.text.lower() in conjunctions() for each in found[number:here])
    is_name = [each.kind for each in found[here : here + 2]] == [WordKind.NAME, WordKind.NAME]
    return is_list and is_name and gap(here).strip() == ","


def first_of_holder(
    found: Sequence[Token], gap: Callable[[int], str], number: int, last: int, words: Words
) -> int | None:
    """Return where the name begins that an office before it belongs to, if it does."""
    before, size = found[number - 1], last - number
    is_adjective = (
        words.has_adjectives_behind and before.kind is WordKind.PLACE and before.text[0].islower()
    )  # président français
    if before.kind is WordKind.TITLE or (size > 1 and "," in gap(number)):
        return number
    if _is_of_body(before) and _names_holder(found, gap, last):
        return None  # presidente del Banco Puerto Claro, Ana Ruiz
    if before.kind is WordKind.SMALL and not is_office(fold(before.text)):  # ministre délégué
        is_field = size > 2 and (is_name_particle(found[number + 1].text) or _names_holder(found, gap, last))  # noqa: PLR2004
        return number + 1 if size > 2 and not is_field else None  # noqa: PLR2004  # for Waqf Nawaf AlMouada
    if "," in gap(number):
        return None
    is_office_before = before.kind in (WordKind.OFFICE, WordKind.SMALL)
    return number if size > 1 or is_office_before or is_adjective else None


def _is_of_body(token: Token) -> bool:
    """Tell the noun of a bank or a firm, behind which its name stands."""
    return fold(token.text) in cues.spoken("named_bodies")


def _names_holder(found: Sequence[Token], gap: Callable[[int], str], last: int) -> bool:
    """Tell a full name behind a comma, perhaps after letters in brackets: Banco Puerto Claro (BPC), Ana Ruiz."""
    here = last
    while here < len(found) and found[here].kind in (WordKind.CODE, WordKind.TITLE):
        here += 1
    kinds = [each.kind for each in found[here : here + 2]]
    return kinds == [WordKind.NAME, WordKind.NAME] and any("," in gap(each) for each in range(last, here + 1))


def is_addressed(found: Sequence[Token], gap: Callable[[int], str], number: int, words: Words) -> bool:
    """Tell a name whose title stands behind a small word, of somebody else: dit le chef de l'Etat à M. Xi."""
    first = number
    while first and found[first - 1].kind is WordKind.TITLE:
        first -= 1
    is_linked = 0 < first < number and found[first - 1].kind is WordKind.SMALL and gap(first).isspace()
    return is_linked and found[first - 1].text.lower() not in cues.small_words("articles", words.language)


def is_plural(role: str, language: str | None, before: str = "") -> bool:
    """Tell an office of several: State Secretaries A and B; statssekreterarna A och B; die Außenminister A und B.

    `before` is the word before it.
    """
    alike = tuple(cues.spoken("alike_plurals", language))
    is_masculine = any(word.endswith(alike) for word in fold(role).split()) if alike else False
    is_told = cues.word_list("plural_offices", language).is_in(fold(role))
    return is_told or (before.lower() == "die" and is_masculine)


def article_of(before: str) -> str:
    """Return the last word before an office, past one adjective and `and`: die, of die norwegischen und."""
    words = before.split()
    return next(reversed(words[:-2] if words and words[-1] in conjunctions() else words), "")


def speaks(role: str, words: Words) -> bool:
    """Tell the office of somebody who speaks for others, and was not there for a party."""
    return cues.word_list("speakers", words.language).is_in(fold(role))


def is_of_another(plain: str, office: Office, found: Sequence[Token], number: int, words: Words) -> bool:
    """Tell an office of somebody else than the one before: statsministern Iraks president; Kanzlerin und Präsident."""
    heads = cues.joined(None, "heads_of_state", "heads_of_government")
    is_and = found[number - 1].text.lower() in conjunctions()
    is_other = is_and and {fold(plain[office.start : office.end]), fold(found[number].text)} <= heads
    return is_other or is_owned(found, number, words) or is_told_apart(plain, found, number)


def leads_party(plain: str, office: Office, found: Sequence[Token], words: Words) -> bool:
    """Tell the head of a party or a firm: CDU-Chef, M-ledaren; not that of a country or a known organisation."""
    first, _, tail = plain[office.start : office.end].rpartition("-")
    inside = (each for each in found if office.start <= each.start < office.end)
    if fold(plain[office.start : office.end].split(maxsplit=1)[0]) in cues.spoken("party_leaders"):
        return any(each.kind is WordKind.CODE for each in inside)  # el líder del PP
    return bool(first) and first[0].isupper() and " " not in first and tail.lower() in words.party_heads


def is_talked_of(before: str, language: str | None) -> bool:
    """Tell by the words before somebody that they are only spoken of: the letter of, then-, the next visit of."""
    words = fold(before).split()
    near = " ".join(words[-4:])
    earlier = cues.word_list("earlier_on", language)  # tidigare i mars besökte ministern
    if before.endswith(ONCE) or (cues.word_list("absent", language).is_in(near) and not earlier.is_in(near)):
        return True
    text = " ".join(words)
    ahead = cues.word_list("journey_ahead", language).first(text)
    is_object = ahead is not None and len(text[: ahead[0]].split()) > 1  # not: the next visit of the president is
    return is_object and words[-1] in of()
