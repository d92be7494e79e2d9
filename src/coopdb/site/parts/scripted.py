"""The data that the search and the explorer load."""

from collections.abc import Iterator

from coopdb.site.scripted import ScriptedData
from coopdb.site.site import Site
from coopdb.store.files.made_folder import MadeFile


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the scripts."""
    yield from ScriptedData(site).files()
