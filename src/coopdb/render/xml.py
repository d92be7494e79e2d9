"""Texts as XML 1.0 has them: escaped, with what is invisible shown, and without what it has no characters for."""

import re

from coopdb.render.screen import Screen
from coopdb.text import visible

# What XML 1.0 has no characters for: https://www.w3.org/TR/xml/#charsets
_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def xml_text(text: str) -> str:
    """Return a text as the content of an element."""
    # As `xml.sax.saxutils` does, which takes longer to import than most pages take to make: it brings an HTTP client.
    return _characters(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def xml_attribute(text: str) -> str:
    """Return a text as the value of an attribute, in quotes."""
    return f'"{xml_text(text).replace(chr(34), "&quot;")}"'


def xml_for(text: str, screen: Screen) -> str:
    """Write XML or HTML for a screen: where that is not UTF-8, as both say they are, all but ASCII by references."""
    return text if screen.is_utf8 else text.encode("ascii", "xmlcharrefreplace").decode()


def _characters(text: str) -> str:
    """Show what XML cannot hold, or would not give back as it is."""
    return re.sub(_NOT_XML, lambda match: f"\\u{ord(match[0]):04x}", visible(text))
