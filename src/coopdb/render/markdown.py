"""Text that Markdown shows literally."""

import re

from coopdb.text import visible

_MEANINGFUL = re.compile(r"([\\`*_\[\]|~&<>])")


def escape(text: str) -> str:
    """Escape what Markdown or HTML would interpret, and make control characters visible."""
    return _MEANINGFUL.sub(r"\\\1", visible(text))
