"""All files of the site: what each module of `parts/` makes."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from coopdb.site import parts
from coopdb.site.site import Site
from coopdb.store.files.made_folder import MadeFile


def site_files(site: Site) -> Iterator[MadeFile]:
    """Yield the files of every part, each a module of `parts/` that has `files`."""
    for each in sorted(iter_modules(parts.__path__), key=lambda each: each.name):
        yield from import_module(f"{parts.__name__}.{each.name}").files(site)
