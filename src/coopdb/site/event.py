"""A meeting as `schema.org/Event`, in JSON-LD for search engines: https://schema.org/Event."""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from coopdb.render.citing import is_web
from coopdb.report.days import date_of
from coopdb.site.records import SiteMeeting
from coopdb.site.templates import trusted
from coopdb.site.words import SiteWords
from coopdb.text import visible

_SCHEMA = "https://schema.org"
# How a meeting stands; a planned one is scheduled, and so was one that was held.
_STATUS = {"postponed": "EventPostponed", "cancelled": "EventCancelled"}
_MODE = {
    "in-person": "OfflineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "phone": "OnlineEventAttendanceMode",
}
_AT_A_PLACE = ("in-person", "hybrid")
# What would end the element, or the string, that it stands in.
_UNSAFE = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


def event(meeting: SiteMeeting, words: SiteWords, address: str) -> Markup:
    """Return the content of the element that holds it."""
    found = {"@context": _SCHEMA, "@type": "Event", **{name: value for name, value in _event(meeting, words) if value}}
    if address:
        found |= {"@id": address, "url": address}
    text = json.dumps(found, ensure_ascii=False, sort_keys=True)
    return trusted(visible(text).translate(_UNSAFE))


def _event(meeting: SiteMeeting, words: SiteWords) -> Iterator[tuple[str, Any]]:
    main = meeting.main
    yield "name", main["title"]
    yield "startDate", date_of(main["date"]).bare
    yield "endDate", main["end_date"] and date_of(main["end_date"]).bare
    yield "previousStartDate", [date_of(each).bare for each in meeting.values("previous_dates", "date")]
    yield "eventStatus", f"{_SCHEMA}/{_STATUS.get(main['status'], 'EventScheduled')}"
    yield "eventAttendanceMode", main["mode"] in _MODE and f"{_SCHEMA}/{_MODE[main['mode']]}"
    yield "description", main["summary"] and " ".join(main["summary"].split())
    yield "location", _place(meeting, words)
    yield "attendee", [*_attendees(meeting, words)]
    topics = map(words.reports.topic, meeting.values("topics", "topic"))
    yield "about", [{"@type": "Thing", "name": each} for each in topics]
    yield "superEvent", main["series"] and {"@type": "EventSeries", "name": main["series"]}
    yield (
        "subjectOf",
        [{"@type": "CreativeWork", "url": each} for each in meeting.values("sources", "url") if is_web(each)],
    )


def _place(meeting: SiteMeeting, words: SiteWords) -> dict[str, Any] | None:
    main = meeting.main
    if main["mode"] not in _AT_A_PLACE or not (main["venue_name"] or main["city"] or main["host"]):
        return None
    address = {"@type": "PostalAddress", "addressLocality": main["city"], "addressCountry": main["host"]}
    name = main["venue_name"] or main["city"] or words.reports.party(main["host"])
    return {"@type": "Place", "name": name, "address": {key: each for key, each in address.items() if each}}


def _attendees(meeting: SiteMeeting, words: SiteWords) -> Iterator[dict[str, str]]:
    """Yield the parties, a government for a country, and the people."""
    for each in meeting.parties:
        is_country = each in words.reports.vocabularies.countries.entries
        yield {"@type": "GovernmentOrganization" if is_country else "Organization", "name": words.reports.party(each)}
    for person in meeting.table("people"):
        if person["name"]:
            role = {"jobTitle": person["role"]} if person["role"] else {}
            yield {"@type": "Person", "name": person["name"], **role}
