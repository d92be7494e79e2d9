"""The stylesheet and the scripts: the files of `data/site/assets` without their comments, and the rules of charts."""

import re
from collections.abc import Iterator
from functools import partial

from coopdb.render.svg.palette import page_style
from coopdb.site.site import Site
from coopdb.site.templates import TEMPLATES
from coopdb.store.files.made_folder import MadeFile, digest

_STYLE = "site.css"
_COMMENT = re.compile(rb"^ *//.*\n", re.MULTILINE)  # a line of a script that browsers need not load


def files(_: Site) -> Iterator[MadeFile]:
    """Yield every file there."""
    for path in sorted((TEMPLATES / "assets").iterdir()):
        content = path.read_bytes()
        content = content + f"{page_style()}\n".encode() if path.name == _STYLE else _COMMENT.sub(b"", content)
        yield MadeFile(f"assets/{path.name}", digest(content), partial(bytes, content))
