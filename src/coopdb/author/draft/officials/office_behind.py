"""An office behind the name of its holder: Ana Ruiz, ministra de Salud; Jan Novak (minister for trade)."""

from collections.abc import Callable, Sequence

from coopdb.author.draft.officials.full_name import name_at
from coopdb.author.draft.officials.office import (
    AHEAD,
    APPOSED,
    ENDS,
    MARKS,
    Office,
    assists,
    belongs,
    chiefs,
    conjunctions,
)
from coopdb.author.draft.officials.person import Token, WordKind, Words
from coopdb.author.draft.words import cues
from coopdb.text import fold


class OfficesBehind:
    """Finds the offices behind the names of one sentence."""

    def __init__(
        self,
        plain: str,
        tokens: Sequence[Token],
        words: Words,
        gap: Callable[[int], str],
        is_abbreviated: Callable[[int], bool],
    ) -> None:
        self._plain, self._tokens, self._words = plain, tokens, words
        self._gap, self._is_abbreviated = gap, is_abbreviated
        self._open: Office | None = None
        self._is_bracketed = False

    def more_telling(self, office: Office, last: int) -> Office:
        """Return the office behind a name where it tells the country, and the one before the name does not."""
        behind = None if self._has_place(office.near, office.end) else self.behind(last)
        if behind is None or not self._has_place(behind[0], behind[1]) or not self._is_own(last, behind[2]):
            return office
        return Office(behind[0], behind[1], behind[0], is_nested=False, is_counterpart=office.is_counterpart)

    def _is_own(self, number: int, following: int) -> bool:
        """Tell an office that is said of the name before it from that of the next of a list."""
        is_office = self._tokens[number].kind in (WordKind.OFFICE, WordKind.SMALL)
        next_of_list = self._tokens[following].kind if following < len(self._tokens) else None
        return is_office and next_of_list not in (WordKind.NAME, WordKind.TITLE)

    def _has_place(self, start: int, end: int) -> bool:
        return any(each.kind is WordKind.PLACE and start <= each.start < end for each in self._tokens)

    def behind(self, last: int) -> tuple[int, int, int] | None:
        """Find the office behind a name: where it begins and ends, and the number of the word behind it."""
        if last < len(self._tokens) and self._tokens[last].kind is WordKind.LETTERS:
            last += 1
        if (
            last >= len(self._tokens)
            or not APPOSED.fullmatch(self._gap(last))
            or self._tokens[last].text.lower() in conjunctions()
        ):
            return None
        near = range(last, min(last + AHEAD, len(self._tokens)))
        here = next(
            (each for each in near if self._tokens[each].kind in (WordKind.STOP, WordKind.NAME, WordKind.OFFICE)), last
        )
        residences = cues.spoken(
            "residences", self._words.language
        )  # Kasarani, the official residence of the president
        if any(fold(each.text) in residences for each in self._tokens[last:here]):
            return None
        is_apart = any(MARKS.search(self._gap(each)) for each in range(last + 1, here + 1))
        return self._to_its_end(last, here) if self._tokens[here].kind is WordKind.OFFICE and not is_apart else None

    def _to_its_end(self, first: int, number: int) -> tuple[int, int, int] | None:
        """Read on to the end of an office behind a name; one that has a name of its own is another's.

        In a bracket, which is about the name before it, that is the name of a body: (director of Great Lakes Trading).
        """
        self._is_bracketed = "(" in self._gap(first)
        self._open = Office(0, 0, 0, is_nested=False, is_counterpart=False)
        here = number + 1
        while here < len(self._tokens) and self._goes_on(here):
            here += 1
        self._open = None
        if here < len(self._tokens) and self._has_own_name(here):
            return None
        while here > number + 1 and self._tokens[here - 1].kind in (WordKind.SMALL, WordKind.TITLE):
            here -= 1
        return self._tokens[first].start, self._tokens[here - 1].end, here

    def _goes_on(self, number: int) -> bool:
        """Tell whether a word still belongs to an office behind a name."""
        gap, token = self._gap(number), self._tokens[number]
        if (ENDS.search(gap) and not self._is_abbreviated(number)) or "(" in gap or ")" in gap:
            return False
        if "," in gap and token.kind is not WordKind.FIELD:
            return False
        if token.kind is WordKind.NAME:
            return self._is_bracketed or name_at(self._tokens, number, self._plain) - number == 1
        if token.kind is WordKind.OFFICE or token.text in chiefs():
            return self._tokens[number - 1].text not in assists() and token.text not in chiefs()
        return belongs(self._open, self._tokens, self._gap, number, self._words)

    def _has_own_name(self, number: int) -> bool:
        """Tell an office that belongs to the name behind it: …, Kenya’s Minister Joseph Banda."""
        before = self._tokens[number - 1].kind
        is_near = (
            before in (WordKind.OFFICE, WordKind.TITLE, WordKind.FIELD, WordKind.PLACE)
            and self._gap(number).strip() == ""
        )
        return is_near and self._tokens[number].kind is WordKind.NAME


def is_before_office(found: Sequence[Token], gap: Callable[[int], str], last: int) -> bool:
    """Tell an office right behind a name, perhaps with a word that has a capital: Novak’s Special Envoy."""
    here = last
    if here + 1 < len(found) and found[here].kind is not WordKind.OFFICE and found[here].text[0].isupper():
        here += gap(here) == " "
    return here < len(found) and found[here].kind is WordKind.OFFICE and gap(here) == " "
