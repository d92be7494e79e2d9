"""People beside offices in a sentence: Minister for Trade Chan Chun Sing; Ana Ruiz, ministra de Salud."""

import re
from collections.abc import Iterator, Sequence

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.full_name import name_at
from coopdb.author.draft.officials.office import (
    APPOSED,
    BEFORE,
    BRACKET,
    ENDS,
    LISTED,
    Office,
    agents,
    article_of,
    assisted,
    belongs,
    conjunctions,
    first_of_holder,
    is_addressed,
    is_of_another,
    is_plural,
    is_talked_of,
    leads_party,
    of,
    reach_before,
    speaks,
)
from coopdb.author.draft.officials.office_behind import OfficesBehind, is_before_office
from coopdb.author.draft.officials.one_of_several import field_behind, field_between, in_field, is_next_holder
from coopdb.author.draft.officials.person import Person, Token, WordKind, Words, tokens
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.text import fold


class Reader:
    """Reads one sentence, a word at a time: an office stays open as long as words can belong to it."""

    def __init__(self, names: Names, words: Words, sentence: Passage) -> None:
        self._plain = names.article.plain
        self._words = words
        self._sentence = sentence
        self._tokens: Sequence[Token] = tokens(names, words, sentence)
        self._behind = OfficesBehind(self._plain, self._tokens, words, self._gap, self._is_abbreviated)
        self._open: Office | None = None
        self._closed: Office | None = None  # the last that ended without a name
        self._ended = sentence.start  # where the last person of the sentence ended
        self._has_people = False
        self._shared: Office | None = None  # an office in the plural, whose holders are being named

    def people(self) -> Iterator[Person]:
        """Yield the people that have an office here, and, with an empty role, the full names without one."""
        number = 0
        while number < len(self._tokens):
            token, gap = self._tokens[number], self._gap(number)
            if self._open and "(" in gap:
                number = self._behind_bracket(number)
                continue
            if ENDS.search(gap) and not self._is_abbreviated(number):
                self._open = None
            if token.kind is WordKind.NAME:
                last = name_at(self._tokens, number, self._plain)
                person, following = self._person(number, last) if last > number else (None, number + 1)
                if person:
                    self._ended = person.whole_end
                    self._has_people |= bool(person.role)
                    yield person
                number = max(following, number + 1)
                continue
            self._read(number)
            number += 1

    def _gap(self, number: int) -> str:
        before = self._tokens[number - 1].end if number else self._sentence.start
        return self._plain[before : self._tokens[number].start]

    def _is_abbreviated(self, number: int) -> bool:
        """Tell the point of Mr. or S. from the end of a sentence."""
        before = self._tokens[number - 1] if number else None
        return (
            before is not None
            and (before.kind is WordKind.TITLE or len(before.text) == 1)
            and "\n" not in self._gap(number)
        )

    def _behind_bracket(self, number: int) -> int:
        """Return the number of the word behind a bracket, which is not part of an office; the next if none closes."""
        near = range(number + 1, min(number + BRACKET, len(self._tokens)))
        closed = next((here for here in near if ")" in self._gap(here)), None)
        if closed is None:
            self._open = None
        return closed or number + 1

    def _goes_on_behind(self, office: Office | None, near: int) -> bool:
        """Tell an office that is apposed to the one before it: sin danska kollega, justitieminister."""
        return office is not None and near > office.end and APPOSED.fullmatch(self._plain, office.end, near) is not None

    def _read(self, number: int) -> None:
        """Read a word that is not a name: it opens an office, belongs to one, or ends it."""
        token = self._tokens[number]
        if token.kind is WordKind.OFFICE:
            self._read_office(number)
        elif self._open and not belongs(self._open, self._tokens, self._gap, number, self._words):
            self._closed, self._open = self._open, None
        elif self._open and token.kind not in (WordKind.TITLE, WordKind.SMALL):
            self._open.end = token.end

    def _read_office(self, number: int) -> None:
        token = self._tokens[number]
        is_colleague = number > 0 and fold(token.text) in cues.spoken("colleagues")  # of one's own government
        is_own = is_colleague and fold(self._tokens[number - 1].text) in cues.spoken("own")
        is_counterpart = self._words.is_counterpart(fold(token.text)) and not is_own
        if not self._open:
            near, start = reach_before(self._tokens, self._gap, number)
            if self._closed and self._goes_on_behind(self._closed, near):
                near, is_counterpart = self._closed.near, is_counterpart or self._closed.is_counterpart
            self._open, self._closed = Office(start, token.end, near, False, is_counterpart), None  # noqa: FBT003
            return
        before = self._tokens[number - 1]
        is_agent = before.text.lower() in agents()  # recebido pelo presidente; statsministern Iraks president
        is_next = before.text.lower() in of() | cues.spoken("with") and "," in self._gap(
            number - 1
        )  # …, von Botschafter Novak
        if is_agent or is_next or is_of_another(self._plain, self._open, self._tokens, number, self._words):
            self._open = None
            self._read_office(number)
            return
        self._open.is_nested = before.kind is WordKind.SMALL and before.text.lower() in of()
        self._open.is_counterpart = is_counterpart or self._open.is_counterpart
        self._open.end, self._open.loose = token.end, 0

    def _person(self, number: int, last: int) -> tuple[Person | None, int]:
        office, size = self._open, last - number
        before = self._tokens[number - 1] if number else None
        is_owner = office and before and before.is_owner and office.start == before.start  # King's Cross
        if is_owner or is_addressed(self._tokens, self._gap, number, self._words):
            office = None
        if (
            office
            and before
            and (first := first_of_holder(self._tokens, self._gap, number, last, self._words)) is not None
        ):
            self._open = None
            return self._with_office(first, last, office, before), last
        if office and before and self._is_part(number, last):
            office.end = self._tokens[number].end
            return None, last
        is_person = size > 1 or (before and before.kind is WordKind.TITLE) or self._is_apposed(number, last)
        self._open = None
        return self._without_office(number, last) if is_person else (None, last)

    def _is_apposed(self, number: int, last: int) -> bool:
        """Tell a name of one word with a hyphen, whose office is behind it: Kair-Saar, director of the agency."""
        is_open = self._open is not None or "-" not in self._tokens[number].text
        return not is_open and self._behind.behind(last) is not None

    def _is_part(self, number: int, last: int) -> bool:
        """Tell words of an office that are written like a name: ministra de Bienes Nacionales, Obras y Puertos."""
        before = self._tokens[number - 1]
        if "," in self._gap(number):
            goes_on = last < len(self._tokens) and ("," in self._gap(last) or self._is_and(last))
            return goes_on and last - number == 1 and before.kind is not WordKind.PLACE
        return last - number == 1 or (before.kind is WordKind.SMALL and not self._is_and(number - 1))

    def _with_office(self, first: int, last: int, office: Office, before: Token) -> Person:
        owner = self._tokens[last - 1]
        is_owner = is_before_office(self._tokens, self._gap, last) and (
            owner.is_owner or (self._words.has_genitive and owner.text.endswith("s"))
        )
        is_absent = (
            (office.is_nested and before.kind is WordKind.OFFICE and self._gap(first).strip() == "")
            or is_owner
            or (owner.is_owner and last < len(self._tokens) and self._tokens[last].text in self._words.owned)
            or any(map(self._is_talked_of, (office.near, office.start)))
            or assisted().fullmatch(self._plain, self._ended, office.start)
            or speaks(self._plain[office.start : office.end], self._words)
            or leads_party(self._plain, office, self._tokens, self._words)
        )
        said = self._plain[max(office.near - 2 * BEFORE, self._sentence.start) : office.near]
        is_shared = is_plural(self._plain[office.start : office.end], self._words.language, article_of(said))
        self._shared = office if is_shared else None
        if is_shared:
            return self._sharing(first, last, office, is_absent)
        return self._made(first, last, self._behind.more_telling(office, last), is_absent)

    def _sharing(self, first: int, last: int, office: Office, is_absent: object) -> Person:
        """Return one of several of an office, whose own field may stand behind: ministers Ann Lee, of health, and."""
        if field := field_behind(self._tokens, self._gap, last):
            return in_field(self._plain, self._made(first, last, office, is_absent), field)
        return self._made(first, last, self._behind.more_telling(office, last), is_absent)

    def _is_talked_of(self, place: int) -> bool:
        return is_talked_of(self._plain[max(place - 2 * BEFORE, self._sentence.start) : place], self._words.language)

    def _without_office(self, number: int, last: int) -> tuple[Person | None, int]:
        """Read a name that has its office behind it, one of a list, or one without an office."""
        if behind := self._behind.behind(last):
            start, end, following = behind
            office = Office(start, end, start, is_nested=False, is_counterpart=False)
            is_absent = self._is_talked_of(self._tokens[number].start) or speaks(self._plain[start:end], self._words)
            is_absent |= leads_party(self._plain, office, self._tokens, self._words)
            return self._made(number, last, office, is_absent), following
        place = self._tokens[number].start
        if self._shared and (field := field_between(self._tokens, self._gap, self._ended, number)):
            return in_field(self._plain, self._made(number, last, self._shared), field), last
        if self._shared and is_next_holder(self._plain, self._tokens, self._ended, number):
            return self._sharing(number, last, self._shared, self._is_talked_of(self._shared.near)), last
        if (
            self._has_people
            and "," in self._gap(number)
            and LISTED.match(self._plain, self._tokens[last - 1].end, self._sentence.end)
        ):
            between = self._plain[self._ended : place]
            start = self._ended + len(between) - len(between.lstrip(" ,;"))
            words = [each for each in self._tokens[:number] if each.start >= start]
            kinds = [each.kind for each in words]
            link = next((n for n, each in enumerate(words) if self._is_whose(each)), None)
            is_row = link is not None and WordKind.OTHER not in kinds[:link] and WordKind.STOP not in kinds
            if is_row and len(kinds) <= BRACKET:
                office = Office(start, self._tokens[number - 1].end, start, is_nested=False, is_counterpart=False)
                return self._made(number, last, office), last
        title = self._tokens[number - 1] if number else None
        if title is None or title.kind is not WordKind.TITLE or fold(title.text) not in cues.spoken("titles_of_rank"):
            title = None
        start, end = (title.start, title.end) if title else (place, place)  # Sheikh Saif bin Omar
        office = Office(start, end, start, is_nested=False, is_counterpart=False)
        return self._made(number, last, office, self._is_talked_of(place)), last

    def _is_whose(self, token: Token) -> bool:
        """Tell what says whose the next holder is: the presidents of Kenya, A, and (of) Norway, B."""
        return token.text.lower() in of() or (self._shared is not None and token.kind is WordKind.PLACE)

    def _is_and(self, number: int) -> bool:
        return self._tokens[number].text.lower() in conjunctions()

    def _made(self, first: int, last: int, office: Office, is_absent: object = False) -> Person:
        begin, stop = self._tokens[first].start, self._tokens[last - 1].end
        text = self._plain[begin:stop]
        if self._tokens[last - 1].is_owner:
            text = re.sub(r"['’][sS]?$", "", text)
        name, role = " ".join(text.split()), " ".join(self._plain[office.start : office.end].split())
        place = begin, begin + len(text), office.start, office.end
        return Person(name, role, *place, None, office.near, bool(is_absent), office.is_counterpart)


def people_in(names: Names, words: Words, sentence: Passage) -> Iterator[Person]:
    """Yield the people of a sentence in Latin letters."""
    return Reader(names, words, sentence).people()
