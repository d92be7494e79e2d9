"""A page for each meeting: all that its record says, and what refers to it; and the record as JSON."""

from collections.abc import Iterator
from functools import partial

from coopdb.record.values import Language
from coopdb.site.event import event
from coopdb.site.record_json import record_json
from coopdb.site.records import SiteMeeting
from coopdb.site.site import Site
from coopdb.store.files.made_folder import MadeFile


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the records as JSON, and the pages of each language."""
    for each in site.records.meetings:
        name = each.page.removeprefix("meetings/").removesuffix(".html")
        make = partial(record_json, each, site.star.vocabularies)
        yield MadeFile(f"data/records/{name}.json", site.key("record", each.key), make)
    keys = {each.number: site.key(site.records.page_key(each)) for each in site.records.meetings}
    for language in site.words:
        for each in site.records.meetings:
            yield MadeFile(f"{language}/{each.page}", keys[each.number], partial(_page, site, language, each))


def _page(site: Site, language: Language, meeting: SiteMeeting) -> bytes:
    forge, path = site.options.forge, str(meeting.main["path"])
    address = site.options.base_url and site.address(f"{language}/{meeting.page}")
    return site.page(
        language,
        meeting.page,
        "meeting",
        meeting=meeting,
        records=site.records,
        event=event(meeting, site.words[language], address),
        documents=site.snippets(language, "documents_of", [meeting]),
        commitments=site.snippets(language, "commitments_of", [meeting]),
        sources=site.snippets(language, "sources_of", [meeting]),
        file=forge.file(path),
        history=forge.history(path),
    )
