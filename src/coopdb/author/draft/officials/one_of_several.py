"""The next holder of an office in the plural, and the fields of each: of trade Ann Lee and of health Jo Fox."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter

from coopdb.author.draft.officials.office import FIELD_KINDS, FIELDS, JOINED, conjunctions, of
from coopdb.author.draft.officials.person import Person, Token, WordKind
from coopdb.author.draft.words import cues


def is_next_holder(plain: str, found: Sequence[Token], ended: int, number: int) -> bool:
    """Tell another holder of an office, behind the country of the one before: A of Kenya and B, A (Kenya) and B.

    `ended` is where the one before ended.
    """
    before = [each for each in found[:number] if each.start >= ended]
    last = next((n for n, each in enumerate(before, 1) if each.kind is WordKind.PLACE), 0)
    links = of().union(*(cues.small_words(each, None) for each in ("from", "in_name_of", "articles")))
    is_told = all(each.kind is WordKind.PLACE or each.text.lower() in links for each in before[:last])
    first = before[last - 1].end if last and is_told else ended
    first += first > ended and plain.startswith(")", first)
    return JOINED.fullmatch(plain, first, found[number].start) is not None


def field_behind(found: Sequence[Token], gap: Callable[[int], str], number: int) -> Sequence[Token]:
    """Return the field behind a name that ends before a word: Ann Lee, of health."""
    return found[number : _field_end(found, gap, number)] if number < len(found) and "," in gap(number) else ()


def field_between(found: Sequence[Token], gap: Callable[[int], str], ended: int, number: int) -> Sequence[Token]:
    """Return the field of the next of several, between where the one before ended and the name: and of health."""
    first = bisect_left(found, ended, key=attrgetter("start"))
    is_next = first < number and found[first].text.lower() in conjunctions()
    return found[first + 1 : number] if is_next and _field_end(found, gap, first + 1) == number else ()


def in_field(plain: str, person: Person, field: Sequence[Token]) -> Person:
    """Return one of several of an office with the field of their own."""
    start, end = field[0].start, field[-1].end
    role = f"{person.role.split()[0]} {' '.join(plain[start:end].split())}"
    return person._replace(role=role, role_end=end)


def _field_end(found: Sequence[Token], gap: Callable[[int], str], number: int) -> int:
    """Return the number behind a field that begins with `of` at a word, the number itself where none does."""
    end = number + 1
    if number >= len(found) or found[number].text.lower() not in of():
        return number
    while end < min(number + FIELDS, len(found)) and found[end].kind in FIELD_KINDS and gap(end).isspace():
        end += 1
    return end if end > number + 1 else number
