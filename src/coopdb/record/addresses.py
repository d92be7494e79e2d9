"""What an address of the web is: what a browser opens, by its form alone."""

import re
from urllib.parse import urlsplit

_USUAL = re.compile(r"https?://[\w.-]+(?:/\S*)?", re.IGNORECASE)  # nearly all, which need not be taken apart
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Tell an address of the web.

    >>> [is_address(each) for each in ("https://example.org/a", "example.org", "http://[::1]:80/", "http://[::1")]
    [True, False, True, False]
    """
    return _USUAL.fullmatch(text) is not None or (_WEB.fullmatch(text) is not None and _has_host(text))


def _has_host(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # of brackets, or of a port
        return False
