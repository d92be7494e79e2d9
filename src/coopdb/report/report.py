"""The plain value of a report that is read: sections of items, each with the records that it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from coopdb.record.values import Language
from coopdb.report.timeline import Timeline

_MOST_CITED = 3  # records by a line of a page
SOURCES = "sources"  # the section whose items tell what the records are, which others refer to


class ReportItem(NamedTuple):
    """A line: its text, the ids of the records it rests on, a heading that items share, and its fields for programs.

    `url` is where what it tells of can be read. Of an event, `event` names it for good among those of its section, and
    `date` is when it happened, a partial date.
    """

    text: str
    records: tuple[str, ...]
    heading: str = ""
    fields: Mapping[str, object] = MappingProxyType({})
    url: str = ""
    event: str = ""
    date: str = ""


class ReportSection(NamedTuple):
    """A heading, if it has one, items, and what is said where there are none; `lines` are left empty, to write on."""

    key: str
    title: str
    items: tuple[ReportItem, ...] = ()
    empty: str = ""
    lines: int = 0


class Report(NamedTuple):
    """A report in one language: its title and what it is, as of a day, and its sections; `document` is its JSON.

    `timeline` is what a page shows of it as a picture, and `collection` the title of the records, if they have one.
    """

    title: str
    subtitle: str
    day: str
    language: Language
    sections: tuple[ReportSection, ...]
    footer: tuple[str, ...] = ()
    document: Mapping[str, object] = MappingProxyType({})
    timeline: Timeline | None = None
    collection: str = ""

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each record among the sources."""
        return {record: place for place, record in enumerate(_told(self.sections), start=1)}


def _told(sections: Iterable[ReportSection]) -> Iterator[str]:
    for section in sections:
        if section.key == SOURCES:
            yield from (each.records[0] for each in section.items)


def cited(sections: Iterable[ReportSection]) -> tuple[str, ...]:
    """Return the records that sections rest on, in the order in which they are first named."""
    return tuple(dict.fromkeys(record for section in sections for each in section.items for record in each.records))


def at_ends(records: Iterable[str]) -> tuple[str, ...]:
    """Return records, each once; of more than a page has room for, the first and the last."""
    found = tuple(dict.fromkeys(records))
    return found if len(found) <= _MOST_CITED else (found[0], found[-1])


def in_json(sections: Iterable[ReportSection]) -> list[dict[str, object]]:
    """Return the sections as JSON has them."""
    return [{"key": each.key, "title": each.title, "items": [_item(item) for item in each.items]} for each in sections]


def _item(item: ReportItem) -> dict[str, object]:
    heading = {"heading": item.heading} if item.heading else {}
    return {"text": item.text, "records": [*item.records], **heading, **item.fields}
