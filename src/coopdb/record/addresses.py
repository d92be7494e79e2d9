"""What an address of the web is: what a browser opens, by its form alone."""

import re
from urllib.parse import urlsplit

_LABEL = 63  # characters between two dots of a host, as domain names have them
# Nearly all, which need not be taken apart.
_USUAL = re.compile(rf"https?://(?:[\w-]{{1,{_LABEL}}}\.)*[\w-]{{1,{_LABEL}}}\.?(?:/\S*)?", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def is_address(text: str) -> bool:
    """Tell an address of the web.

    >>> [is_address(each) for each in ("https://example.org/a", "example.org", "http://[::1]:80/", "http://[::1")]
    [True, False, True, False]
    >>> [is_address(each) for each in ("http://.", "http://a..org", "http://a.org.", f"http://{'a' * 64}.org")]
    [False, False, True, False]
    """
    return _USUAL.fullmatch(text) is not None or (_WEB.fullmatch(text) is not None and _has_host(text))


def address_hint(text: str) -> str:
    """Say how to write what is not an address.

    >>> address_hint("example.org/a")
    'write `https://example.org/a`'
    """
    if _BARE.fullmatch(text):
        return f"write `https://{text}`"
    if text.lower().startswith(("http://", "https://")):
        return "copy it from a browser, such as `https://example.org/page`"
    return "an address begins with `https://` or `http://`"


def _has_host(text: str) -> bool:
    try:
        parts = urlsplit(text)
        labels = (parts.hostname or "").removesuffix(".").split(".")
        return parts.port != 0 and all(0 < len(each) <= _LABEL for each in labels)
    except ValueError:  # of brackets, or of a port
        return False
