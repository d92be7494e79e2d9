"""A digest as a feed to subscribe to: Atom, RFC 4287, an entry a line.

Identifiers stay the same from day to day, so that a reader shows an entry once. Nothing depends on the time at which it
is written.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from coopdb.render.citing import is_web
from coopdb.render.screen import Screen
from coopdb.render.xml import xml_attribute, xml_for, xml_text
from coopdb.report.days import date_of
from coopdb.report.report import SOURCES, Report, ReportItem, ReportSection

ENDINGS = (".atom", ".xml")
_SPACE = uuid5(NAMESPACE_URL, "urn:coopdb:digest")
_DAYS = ("since", "until")
_MIDNIGHT = "T00:00:00Z"
_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"  # with letters and digits all that an address may have


class _Event(NamedTuple):
    """A line of the digest: what identifies it for good, and the last possible day on which it happened."""

    id: str
    day: str
    section: ReportSection
    item: ReportItem


def render(report: Report, screen: Screen) -> str:
    """Write the feed, the latest entries first."""
    return xml_for(feed(report), screen)


def feed(report: Report, page: Callable[[str], str] = lambda _: "", address: str = "") -> str:
    """Write the feed; `page` gives the address of the page of a record, if it has one, and `address` is the feed's."""
    return "".join(f"{line}\n" for line in _feed(report, page, address))


def _feed(report: Report, page: Callable[[str], str], address: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={xml_attribute(report.language)}>'
    yield f"  <id>{_feed_id(report)}</id>"
    if address:
        yield f'  <link rel="self" href={xml_attribute(address)}/>'
    yield f"  <title>{xml_text(report.collection or report.title)}</title>"
    yield f"  <subtitle>{xml_text(report.subtitle)}</subtitle>"
    yield f"  <updated>{report.day}{_MIDNIGHT}</updated>"
    yield "  <author><name>coopdb</name></author>"
    yield "  <generator>coopdb</generator>"
    sources = {record: item for item in _sources(report) for record in item.records}
    for each in sorted(_events(report), key=lambda each: each.day, reverse=True):
        pages = [found for record in each.item.records if (found := page(record))]
        yield from _entry(each, [sources[record] for record in each.item.records], pages)
    yield "</feed>"


def _feed_id(report: Report) -> str:
    """Name the feed by its language and by what it is asked, but for days: those that are relative move every day."""
    filters: Any = report.document["filters"]
    asked = {key: value for key, value in filters.items() if key not in _DAYS}
    return _urn(json.dumps([report.language, asked], sort_keys=True))


def _urn(name: str) -> str:
    return uuid5(_SPACE, name).urn


def _sources(report: Report) -> Iterator[ReportItem]:
    for section in report.sections:
        if section.key == SOURCES:
            yield from section.items


def _events(report: Report) -> Iterator[_Event]:
    """Yield the lines of the digest; those that nothing tells apart are numbered, the oldest first."""
    seen: Counter[str] = Counter()
    for section in report.sections:
        for item in reversed([each for each in section.items if each.event]):
            name = f"{section.key} {item.event}"
            seen[name] += 1
            day = date_of(item.date).latest.isoformat()
            yield _Event(_urn(f"{name} {seen[name]}" if seen[name] > 1 else name), day, section, item)


def _entry(event: _Event, sources: Sequence[ReportItem], pages: Sequence[str]) -> Iterator[str]:
    """Write an entry; its text is content too, which RFC 4287 asks for where no page shows the entry."""
    section, item = event.section, event.item
    title = " · ".join(filter(None, (section.title, item.heading, item.text)))
    content = "\n".join(xml_text(text) for text in (item.text, *(each.text for each in sources)))
    yield "  <entry>"
    yield f"    <id>{event.id}</id>"
    yield f"    <title>{xml_text(title)}</title>"
    yield f"    <updated>{event.day}{_MIDNIGHT}</updated>"
    yield f"    <category term={xml_attribute(section.key)} label={xml_attribute(section.title)}/>"
    for number, address in enumerate(pages):  # no two of one entry are alternates
        yield f'    <link rel="{"related" if number else "alternate"}" type="text/html" href={xml_attribute(address)}/>'
    for url in dict.fromkeys(each.url for each in sources if is_web(each.url)):
        yield f'    <link rel="related" href={xml_attribute(_address(url))}/>'
    yield f"    <summary>{xml_text(item.text)}</summary>"
    yield f'    <content type="text">{content}</content>'
    yield "  </entry>"


def _address(url: str) -> str:
    """Write an address in the characters that it may have."""
    return quote(url, safe=_IN_ADDRESSES, errors="replace")
