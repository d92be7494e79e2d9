"""What an address on the web leads to, as far as that can be told without following it."""

import re
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlsplit

from coopdb.check.word_lists import word_list
from coopdb.vocabulary.languages import language_codes

_TRACKING = ("utm_", "mc_", "pk_", "at_")  # how the names of parameters begin that only tell who has sent the reader
_CLICKS = frozenset(
    [
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "yclid",
        "igshid",
        "igsh",
        "twclid",
        "_ga",
        "spm",
        "cmpid",
        "cmp",
        "ncid",
        "smid",
        "wbraid",
        "gbraid",
        "ocid",
        "icid",
        "amp",
        "print",
    ]
)
_REFERRERS = frozenset({"ref", "source", "src", "share", "via", "from", "referrer", "campaign", "medium"})
_LOCAL = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp")
_ENGINES = frozenset({"google", "bing", "duckduckgo", "yahoo", "yandex", "baidu", "qwant", "ecosia", "startpage"})
_LANGUAGE_ASKED = frozenset({"hl", "lang", "language", "locale", "lng", "l"})
_PLAIN = re.compile(
    r"https?://(?!(?:[\w-]+\.)*intranet\.)[\w.-]+\.(?!(?:local|localhost|internal|intranet|lan|home|corp)/)[a-z]{2,}"
    r"/(?!home|index|accueil|inicio|startseite|default|welcome|pages/|[a-z]{2}(?:[-_][A-Za-z]{2})?(?:/|\Z))[^/?#]{3,}[^?#]*\Z"
)
_LETTERS_OF_A_LANGUAGE = 2  # of the code of a language or a country
_MOST_STEPS = 3  # of the first page of a site: `/en-us/pages/default.aspx`
_INDEX = re.compile(r"/(?:index\.\w{3,5})?\Z")


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
    asked = "&".join(sorted(each for each in parts.query.split("&") if each and not _is_tracking(*_parted(each))))
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    host = parts.netloc.casefold().rpartition("@")[2].removesuffix(":443").removesuffix(":80")
    path = (
        _INDEX.sub("", parts.path.removesuffix("/amp/").removesuffix("/amp")) if not asked else parts.path.rstrip("/")
    )
    return f"{host.removeprefix('www.').removeprefix('m.')}{path}{'?' if asked else ''}{asked}{fragment}"


def is_private(url: str) -> bool:
    """Tell whether an address leads to one machine or one network alone."""
    parts = _split(url)
    host = (parts.hostname or "") if parts else ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return bool(host) and ("." not in host or host.endswith(_LOCAL) or "intranet" in host.split("."))


def is_search(url: str) -> bool:
    """Tell whether an address is that of the results of a search, which are others tomorrow."""
    parts = _split(url)
    if parts is None or not parts.query:
        return False
    asked = {name.casefold() for name, value in parse_qsl(parts.query) if not value.isdigit() and "/" not in value}
    steps = [step.partition(".")[0].casefold() for step in parts.path.split("/") if step]
    is_engine = not _ENGINES.isdisjoint((parts.hostname or "").split("."))
    is_searched = any(not word_list("steps_of_searches").isdisjoint(step.split("-")) for step in steps)
    return not word_list("asked_of_searches").isdisjoint(asked) and (
        is_searched or (not steps and (is_engine or "s" in asked or "q" in asked))
    )


def is_home_page(url: str) -> bool:
    """Tell whether an address is the first page of a site, in some language, whatever that shows today."""
    parts = _split(url)
    if parts is None or parts.fragment.startswith(("!", "/")):
        return False
    asked = [_parted(each) for each in parts.query.split("&") if each]
    steps = [step.partition(".")[0].casefold() for step in parts.path.split("/") if step]
    is_first = len(steps) <= _MOST_STEPS and all(
        step in word_list("steps_of_first_pages") or _is_language(step) for step in filter(None, steps)
    )
    return is_first and all(name in _LANGUAGE_ASKED or _is_tracking(name, value) for name, value in asked)


def _is_language(step: str) -> bool:
    """Tell whether a step is two letters, or a language and a country (`en-us`); of two countries it may be a page."""
    language, mark, country = step.replace("_", "-").partition("-")
    if len(language) != _LETTERS_OF_A_LANGUAGE or not language.isalpha():
        return False
    return not mark or (len(country) == _LETTERS_OF_A_LANGUAGE and language in language_codes())


def _parted(asked: str) -> tuple[str, str]:
    name, _, value = asked.partition("=")
    return name, value


def _is_tracking(name: str, value: str) -> bool:
    """Tell whether a parameter says only where a reader came from; one with a number may name a page."""
    return name in _CLICKS or name.startswith(_TRACKING) or (name in _REFERRERS and value.isalpha())


@lru_cache(maxsize=64)
def _split(url: str) -> SplitResult | None:
    """Take an address apart, once for all that is asked of it; None where it is none."""
    try:
        return urlsplit(url)
    except ValueError:  # `http://[`
        return None
