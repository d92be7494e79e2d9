"""How the site gets into its folder: it is asked of the records as of a day, and what has changed is written."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from coopdb.cli.questions import answer
from coopdb.cli.streams import progress, remark
from coopdb.errors import usage_error
from coopdb.query.filters import Filters
from coopdb.record.values import Language
from coopdb.site.forge import find_forge
from coopdb.site.options import SiteOptions
from coopdb.store.files.configuration import title_of
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import FOLDER
from coopdb.text import count, visible

if TYPE_CHECKING:
    from coopdb.store.files.made_folder import Changes
    from coopdb.store.star.engine import Star

# Of the characters of addresses, without a question or a place in the page: RFC 3986, and letters of any script.
_ADDRESS = re.compile(r"https?://(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:/[\w.~!$&'()*+,;=:@%/-]*)?", re.IGNORECASE)


def site_options(
    repository: Repository, language: Language, title: str | None, base_url: str | None, forge: str | None
) -> SiteOptions:
    """Read the options of the site; an address that is not one is a usage error."""
    address = (base_url or "").strip()
    if address and not _ADDRESS.fullmatch(address):
        raise usage_error(f"`--base-url {visible(address)}` is not an address", "such as https://example.org/meetings/")
    slash = "/" if address and not address.endswith("/") else ""
    return SiteOptions(
        language, (title or "").strip() or title_of(repository), address + slash, find_forge(repository, forge)
    )


def publish(repository: Repository, folder: Path, options: SiteOptions, day: str) -> None:
    """Make the site of what may be published in a folder, and say what has changed."""
    if folder == Path("-"):
        raise usage_error("`-` is not a folder", "a site is many files: name the folder for them")
    repository = repository.published()
    from coopdb.store.cache.seals import keep_seal, recall_seal

    seal = recall_seal(repository, folder)
    made = answer(repository, lambda star: _put(star, repository, folder, options, day, seal), once=True)
    keep_seal(repository, folder, made.seal)
    remark(f"`{folder}`: {count(made.written, 'file')} written, {made.removed:,} removed, {made.same:,} unchanged")


def _put(star: "Star", repository: Repository, folder: Path, options: SiteOptions, day: str, seal: str) -> "Changes":
    from coopdb.parallel.gc_pause import no_collector
    from coopdb.query.selection import select
    from coopdb.site.building import site_files
    from coopdb.site.code import code_digest
    from coopdb.site.site import Site
    from coopdb.store.files.made_folder import put_folder
    from coopdb.store.star.day import as_of

    star = as_of(star, day)
    site = Site.of(star, select(Filters(day=day).for_reports(), star), options, code_digest(star.vocabularies))
    with no_collector(), progress("writing pages") as watch:
        return put_folder(folder, site_files(site), [repository.root / FOLDER], watch, seal)
