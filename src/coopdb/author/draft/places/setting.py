"""Where and on whose margins they met, as keys of a record."""

from collections.abc import Set
from operator import attrgetter
from typing import NamedTuple

from coopdb.author.draft.days.day import MeetingDate
from coopdb.author.draft.days.timing import find_timing
from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.places.event_places import is_elsewhere, is_encounter_of, without_place
from coopdb.author.draft.places.events import find_event
from coopdb.author.draft.places.hosting import find_host
from coopdb.author.draft.places.place_clues import PlaceClues
from coopdb.author.draft.places.places import DATELINE, Found, FoundVenue, find_venue
from coopdb.author.draft.places.states import StatesThen, days_of
from coopdb.author.draft.text.text import LEAD
from coopdb.record.fault import Route


class Setting(NamedTuple):
    """What was found, each with its route in the record, and the doubts."""

    found: tuple[tuple[Route, Found], ...]
    doubts: tuple[Doubt, ...]


def find_setting(
    clues: PlaceClues, when: MeetingDate, known: str | None, parties: Set[str], *, is_afar: bool
) -> Setting:
    """Find host event and venue; `known` is the day of publication, `parties` met, and no venue when from afar."""
    timing = find_timing(when.dates, when.certain, known)
    event = find_event(clues.teller, timing, clues.language)
    if event and is_encounter_of(clues.names, event, parties, clues.language):
        event = None
    event = without_place(clues.article, clues.mentions, event) if event else None
    host = find_host(clues.names, clues.people, parties, clues.teller)
    host = None if host and event and not host.is_sure else host
    venue = FoundVenue() if is_afar else find_venue(clues, host, timing, _states(clues, when, known))
    if event and venue.country and venue.country.rule == DATELINE and venue.country.value == _first(clues):
        venue = FoundVenue()  # they met at the event, and the report was written at home
    place = venue.country.value if venue.country else ""
    if event and place and is_elsewhere(clues.article, clues.mentions, event, _where(clues, event, place, parties)):
        event = None
    read: tuple[tuple[Route, Found | None], ...] = (
        (("host_event",), event),
        (("venue", "name"), venue.name),
        (("venue", "city"), venue.city),
        (("venue", "country"), venue.country),
    )
    doubt = Doubt(("venue", "country"), venue.why, venue.doubtful)
    is_open = bool(venue.doubtful) or (venue.city is not None and venue.country is None)
    return Setting(tuple((route, each) for route, each in read if each), (doubt,) if is_open else ())


def _first(clues: PlaceClues) -> str | None:
    """Return for whom the one stands who is named first: who published the text, as a rule."""
    first = min(clues.people, key=attrgetter("start"), default=None)
    return first.party if first else None


def _where(clues: PlaceClues, event: Found, country: str, parties: Set[str]) -> Set[str]:
    """Return the countries in which an event may have been, those of the parties too where it is told far down."""
    return {country} if clues.article.rank_at(event.start) <= LEAD else {country, *parties}


def _states(clues: PlaceClues, when: MeetingDate, known: str | None) -> StatesThen:
    """Tell the states of the day of the meeting; of all days it may be, or of that of publication."""
    certain = when.certain
    days = (certain.first, certain.last or certain.first) if certain else when.doubtful or ((known,) if known else ())
    return StatesThen(clues.names.words.countries, days_of(days))
