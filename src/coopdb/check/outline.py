"""What other records may need to know of one: plain values, so that it can be handed from process to process."""

from collections.abc import Iterator
from typing import NamedTuple

from coopdb.record.dates import Days
from coopdb.record.model import Meeting
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
    links: tuple[str, ...] = ()  # the ids that its commitments name
    next_meeting: int = 0  # its last possible day, 0 where there is none
    has_replaces: bool = False  # a document that names the one it replaces
    has_waivers: bool = False

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
        tuple(_links(meeting)) if meeting.commitments else (),
        meeting.next_meeting.days[1] if meeting.next_meeting else 0,
        any(each.replaces for each in meeting.documents),
        bool(meeting.waivers),
    )


def _links(meeting: Meeting) -> Iterator[str]:
    for commitment in meeting.commitments:
        if commitment.closed_by:
            yield commitment.closed_by
        yield from (update.record for update in commitment.updates if update.record)
