"""What other records may need to know of one: plain values, so that it can be handed from process to process."""

from typing import NamedTuple

from coopdb.record.dates import Days
from coopdb.store.files.records import RecordFile

PARTIES = ("participants.country", "participants.organization")  # the keys that say who took part
_KEYS = ("documents.key",)


class Outline(NamedTuple):
    """A record in outline; one that could not be parsed has only a path and an id, one with faulty parties none.

    `first` and `last` are its possible days, as numbers from the year 1.
    """

    path: str
    id: str
    parties: tuple[str, ...] = ()  # in alphabetical order
    date: str = ""
    first: int = 0
    last: int = 0
    is_dated: bool = False
    is_whole_day: bool = False
    follows: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    people: tuple[tuple[str, str | None], ...] = ()  # with the country that each stood for
    city: str | None = None
    host_event: str | None = None
    series: str | None = None
    session: int | None = None
    title: str = ""
    documents: tuple[tuple[str, str | None], ...] = ()  # kind and title
    document_keys: tuple[str, ...] | None = None  # None where they are not known
    is_off: bool = False  # cancelled or postponed

    @property
    def days(self) -> Days:
        """Its first and last possible day."""
        return self.first, self.last


def outline(entry: RecordFile) -> Outline:
    """Sum a record up."""
    meeting = entry.reading.meeting
    if meeting is None:
        return Outline(entry.path, entry.id)
    date = meeting.date
    return Outline(
        entry.path,
        entry.id,
        tuple(sorted(meeting.parties)) if entry.reading.is_sound_at(PARTIES) else (),
        date.text,
        *date.days,
        not entry.reading.is_broken(("date",)),
        date.is_whole_day,
        meeting.follows,
        meeting.related,
        tuple({source.url for source in meeting.sources if source.url}),
        tuple([(each.name, each.country) for each in meeting.participants if each.name]),
        meeting.venue.city,
        meeting.host_event,
        meeting.series,
        meeting.session,
        meeting.title,
        tuple([(each.kind, each.title) for each in meeting.documents]),
        tuple([each.key for each in meeting.documents if each.key]) if entry.reading.is_sound_at(_KEYS) else None,
        meeting.status in ("cancelled", "postponed"),
    )
