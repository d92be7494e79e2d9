"""All files of the site: what each module of `parts/` makes, and the map of them for search engines."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

from coopdb.render.xml import xml_text
from coopdb.site import parts
from coopdb.site.site import Site
from coopdb.store.files.made_folder import MadeFile

_MOST = 50_000  # addresses in a map: https://www.sitemaps.org/protocol.html
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def site_files(site: Site) -> list[MadeFile]:
    """Return the files of every part, each a module of `parts/` that has `files`; and the map of their pages."""
    names = sorted(each.name for each in iter_modules(parts.__path__))
    found = [each for name in names for each in import_module(f"{parts.__name__}.{name}").files(site)]
    return [*found, *(_maps(site, found) if site.options.base_url else ())]


def _maps(site: Site, files: Iterable[MadeFile]) -> Iterator[MadeFile]:
    """Yield the map of the pages: where there are too many for one, several, and a map of those."""
    pages = sorted(site.address(each.path) for each in files if each.path.endswith(".html") and "/" in each.path)
    if len(pages) <= _MOST:
        yield MadeFile("sitemap.xml", site.key(pages), partial(_map, "urlset", "url", pages))
        return
    maps = {f"sitemap-{start // _MOST + 1}.xml": pages[start : start + _MOST] for start in range(0, len(pages), _MOST)}
    for name, some in maps.items():
        yield MadeFile(name, site.key(some), partial(_map, "urlset", "url", some))
    addresses = [site.address(name) for name in maps]
    yield MadeFile("sitemap.xml", site.key(addresses), partial(_map, "sitemapindex", "sitemap", addresses))


def _map(whole: str, each: str, addresses: Sequence[str]) -> bytes:
    lines = "".join(f"<{each}><loc>{xml_text(address)}</loc></{each}>\n" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} {_SCHEMA}>\n{lines}</{whole}>\n'.encode()
