"""The feed of what happened in the last months, in every language."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from coopdb.record.values import Language
from coopdb.render.digests.atom import feed
from coopdb.report.digest import digest
from coopdb.site.site import Site
from coopdb.store.files.made_folder import MadeFile

DAYS = 92


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the feed of each language."""
    for language in site.words:
        yield MadeFile(f"{language}/feed.atom", site.key("feed", site.day_key), partial(_feed, site, language))


def _feed(site: Site, language: Language) -> bytes:
    since = (date.fromisoformat(site.star.day) - timedelta(DAYS)).isoformat()
    report = digest(site.star, site.selection, site.words[language].reports, since)
    base = site.options.base_url and f"{site.options.base_url}{language}/"

    def page(record: str) -> str:
        meeting = site.records.of(record)
        return base + meeting.page if meeting else ""

    return feed(report._replace(collection=site.title(language)), page, base and f"{base}feed.atom").encode()
