"""What an address on the web leads to, as far as that can be told without following it."""

import re
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlsplit

_TRACKING = ("utm_", "mc_", "pk_", "at_")  # how the names of parameters begin that only tell who has sent the reader
_CLICKS = frozenset({"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "twclid", "_ga", "spm", "cmpid"})
_LOCAL = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp")
_ENGINES = frozenset({"google", "bing", "duckduckgo", "yahoo", "yandex", "baidu", "qwant", "ecosia", "startpage"})
_SEARCHES = frozenset({"search", "recherche", "buscar", "busqueda", "suche", "pesquisa", "sok", "find"})
_ASKED = frozenset({"q", "s", "p", "query", "search", "keyword", "keywords", "text", "wd", "term", "mot", "keys"})
_FIRST_PAGES = frozenset({"", "home", "index", "accueil", "default", "welcome"})
_PLAIN = re.compile(
    r"https?://[\w.-]+\.(?!(?:local|localhost|internal|intranet|lan|home|corp)/)[a-z]{2,}"
    r"/(?!home|index|accueil|default|welcome|[a-z]{2}/)[^/?#]{3,}[^?#]*\Z"
)
_LETTERS_OF_A_LANGUAGE = 2


def is_plain(url: str) -> bool:
    """Tell quickly of nearly all addresses that they are of a page somewhere below a site of the web."""
    return bool(_PLAIN.match(url))


def same_page(url: str) -> str:
    """Return what two addresses of one page have in common: without scheme, `www.`, last slash and tracking.

    >>> same_page("https://www.Example.org/a/?utm_source=x&id=1"), same_page("http://example.org/a?id=1")
    ('example.org/a?id=1', 'example.org/a?id=1')
    """
    parts = _split(url)
    if parts is None:
        return url
    asked = "&".join(each for each in parts.query.split("&") if each and not _is_tracking(each.partition("=")[0]))
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    host = (parts.netloc.casefold().rpartition("@")[2]).removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' if asked else ''}{asked}{fragment}"


def is_private(url: str) -> bool:
    """Tell whether an address leads to one machine or one network alone."""
    parts = _split(url)
    host = (parts.hostname or "") if parts else ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return bool(host) and ("." not in host or host.endswith(_LOCAL))


def is_search(url: str) -> bool:
    """Tell whether an address is that of the results of a search, which are others tomorrow."""
    parts = _split(url)
    if parts is None or not parts.query:
        return False
    asked = {name.casefold() for name, value in parse_qsl(parts.query) if not value.isdigit()}
    steps = [step.partition(".")[0].casefold() for step in parts.path.split("/") if step]
    is_engine = not _ENGINES.isdisjoint((parts.hostname or "").split("."))
    is_searched = bool(steps) and steps[-1] in _SEARCHES
    return not _ASKED.isdisjoint(asked) and (is_searched or (not steps and (is_engine or "s" in asked or "q" in asked)))


def is_home_page(url: str) -> bool:
    """Tell whether an address is the first page of a site, whatever that shows today."""
    parts = _split(url)
    if parts is None or parts.query or parts.fragment:
        return False
    steps = [step.partition(".")[0].casefold() for step in parts.path.split("/") if step]
    return len(steps) <= 2 and all(step in _FIRST_PAGES or _is_language(step) for step in steps)  # noqa: PLR2004  # `/en/index.html`


def _is_language(step: str) -> bool:
    return len(step) == _LETTERS_OF_A_LANGUAGE and step.isalpha()


def _is_tracking(name: str) -> bool:
    return name in _CLICKS or name.startswith(_TRACKING)


@lru_cache(maxsize=64)
def _split(url: str) -> SplitResult | None:
    """Take an address apart, once for all that is asked of it; None where it is none."""
    try:
        return urlsplit(url)
    except ValueError:  # `http://[`
        return None
