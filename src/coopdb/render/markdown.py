"""Text that Markdown shows literally."""

import re

from coopdb.text import visible

_AT_START = re.compile(r"^(\s*\d*)([#+\-.)])(?=\s|#)")  # what makes a heading or a list
_MEANINGFUL = re.compile(r"([\\`*_\[\]|~&<>])")


def escape(text: str) -> str:
    """Escape what Markdown or HTML would interpret, and make control characters visible."""
    return _AT_START.sub(r"\1\\\2", _MEANINGFUL.sub(r"\\\1", visible(text)))
