"""Who took part: the parties that met, each with its people, and what is doubtful of them, as keys of a record."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from coopdb.author.draft.days.timing import Timing
from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.meetings.meeting_sentences import meets
from coopdb.author.draft.meetings.occasion import doubt_meeting
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.leading import with_leaders
from coopdb.author.draft.officials.name_cut import named_people
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.officials.standing import Standing
from coopdb.author.draft.participants.people import find_people
from coopdb.author.draft.parties.parties import find_parties
from coopdb.author.draft.parties.prominence import Party
from coopdb.author.draft.sheet import Sheet
from coopdb.author.draft.text.wording import Phrasing
from coopdb.vocabulary.entry import Period


class Met(NamedTuple):
    """Who met: the parties, the surest first, everybody that the text names, and what is doubtful of the parties."""

    parties: tuple[Party, ...]
    said: tuple[Said, ...]
    doubts: tuple[Doubt, ...]


def find_met(
    sheet: Sheet, names: Names, wording: Phrasing, home: str | None, met: Sequence[str], on: Period | None
) -> Met:
    """Find the parties, and doubt that they met where there is reason for it.

    `met` are the countries of one of several meetings, `on` the days on which the members of a group are asked for.
    Leaders' names tell that there was a meeting only where they name a party, or two of them met at the head of a text.
    """
    said, leading = named_people(names), with_leaders(names)
    found, doubts = find_parties(sheet.article, leading, home, said, on, met)
    parties = tuple(_without_leaders(names, leading, found))
    named = {key for each in names.mentions for key in each.keys}
    is_named = named.issuperset(each.key for each in parties[:TWO_SIDES])
    judged = names if is_named and not _is_of_leaders(names, leading, wording) else leading
    if not met and (doubt := doubt_meeting(judged, wording, parties, said, on)):
        parties = tuple(each for number, each in enumerate(parties) if number < TWO_SIDES or each.is_of_many)
        sheet.doubts.append(doubt)
    return Met(parties, said, doubts)


def _is_of_leaders(names: Names, leading: Names, wording: Phrasing) -> bool:
    """Tell a text at whose head leaders of two countries are named where somebody meets: Putin, Xi talk by phone."""
    return any(
        len({each.keys for each in {*leading.in_sentence(sentence)} - {*names.in_sentence(sentence)}}) >= TWO_SIDES
        and meets(leading, sentence)
        for sentence in wording.opening
    )


def _without_leaders(names: Names, leading: Names, parties: Sequence[Party]) -> Iterator[Party]:
    """Yield the parties but a third that only its leader is named for, who may be told of beside the two."""
    led = {each.start for each in leading.mentions} - {each.start for each in names.mentions}
    for number, each in enumerate(parties):
        if number < TWO_SIDES or each.is_of_many or each.best.start not in led:
            yield each


def put_participants(
    sheet: Sheet, names: Names, met: Met, home: str | None, timing: Timing, on: Period | None
) -> tuple[Person, ...]:
    """Put the parties, each with its people; `on` is the day of the publication, where it is known."""
    found = find_people(names, met.said, met.parties, timing, home, on)
    people = _standing_for(sheet, names, found, {party.key for party in met.parties})
    number = 0
    for party in met.parties:
        key = "country" if party.is_country else "organization"
        own: list[Person | None] = [each for each in people if each.party == party.key]
        for person in own or [None]:
            sheet.put(("participants", number, key), party.key, party.best.start, party.best.end, party.rule)
            if person:
                _put_person(sheet, number, person)
            number += 1
    sheet.doubts += met.doubts
    if len(met.parties) < TWO_SIDES:
        sheet.doubts.append(Doubt(("participants",), "the text names fewer than two parties"))
    return people


def _standing_for(sheet: Sheet, names: Names, people: tuple[Person, ...], parties: set[str]) -> tuple[Person, ...]:
    """Give people of whom the text does not say whom they stand for the party named last before them, and doubt it.

    But for those whom the only party met, who are not of it.
    """
    found = []
    named = [each for each in names.mentions if each.keys[0] in parties]
    for person in people:
        if person.standing is Standing.ELSEWHERE:
            message = f"the text does not say whose {person.name} ({person.role}) is"
            sheet.doubts.append(Doubt(("participants",), message))
            continue
        before = bisect_right(named, person.start, key=attrgetter("end"))
        if person.party is None and before:
            person = person._replace(party=named[before - 1].keys[0], standing=Standing.GUESSED)  # noqa: PLW2901  # completed
        if person.standing is Standing.GUESSED:
            message = f"whom {person.name} ({person.role}) stands for"
            sheet.doubts.append(Doubt(("participants",), message, tuple(sorted(parties))))
        found.append(person)
    return tuple(found)


def _put_person(sheet: Sheet, number: int, person: Person) -> None:
    sheet.put(("participants", number, "name"), person.name, person.start, person.end, "name beside an office")
    if person.role:
        where = person.role_start, person.role_end
        sheet.put(("participants", number, "role"), person.role, *where, "office beside a name")
