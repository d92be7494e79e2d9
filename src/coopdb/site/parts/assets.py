"""The stylesheet and the scripts: the files of `data/site/assets`, and the rules of charts."""

from collections.abc import Iterator
from functools import partial

from coopdb.render.svg.palette import page_style
from coopdb.site.site import Site
from coopdb.site.templates import TEMPLATES
from coopdb.store.files.made_folder import MadeFile, digest

_STYLE = "site.css"


def files(_: Site) -> Iterator[MadeFile]:
    """Yield every file there."""
    for path in sorted((TEMPLATES / "assets").iterdir()):
        content = path.read_bytes() + (f"{page_style()}\n".encode() if path.name == _STYLE else b"")
        yield MadeFile(f"assets/{path.name}", digest(content), partial(bytes, content))
