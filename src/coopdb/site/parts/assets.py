"""The stylesheet and the scripts: the files of `data/site/assets`, as they are."""

from collections.abc import Iterator
from functools import partial

from coopdb.site.site import Site
from coopdb.site.templates import TEMPLATES
from coopdb.store.files.made_folder import MadeFile, digest


def files(_: Site) -> Iterator[MadeFile]:
    """Yield every file there."""
    for path in sorted((TEMPLATES / "assets").iterdir()):
        content = path.read_bytes()
        yield MadeFile(f"assets/{path.name}", digest(content), partial(bytes, content))
