"""Asks one address over HTTP, and nothing that it leads to which a stranger's repository may not make us ask."""

import socket
import ssl
from collections.abc import Callable, Collection, Mapping
from contextlib import closing, suppress
from datetime import date
from functools import partial
from http.client import HTTP_PORT, HTTPConnection, HTTPException, HTTPSConnection
from http.cookiejar import CookieJar
from io import BytesIO
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPCookieProcessor,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from coopdb import __version__
from coopdb.net.reply import Hop, Reply, judge, unsure

_AGENT = f"coopdb/{__version__} (checks whether the sources of records still answer)"
_SAFE = "!$%&'()*+,/:;=?@[]~"
_PRIVATE = "is on this machine or in a private network, where only `--private` asks"
_LINK_LOCAL = "is a link-local address, which is never asked"


class _PrivateError(OSError):
    """An address that is not asked."""


class Enquiry(NamedTuple):
    """How addresses are asked: seconds to wait for each step, proxies by scheme, and whether private networks are."""

    timeout: float
    proxies: Mapping[str, str]
    is_private_asked: bool = False

    def ask(self, url: str, day: date) -> Reply:
        """Ask an address and say what that means. No body is read; no error is raised."""
        redirects = _Redirects()
        try:
            request = Request(_ascii(url), headers={"User-Agent": _AGENT, "Accept": "*/*"})  # noqa: S310  # `_ascii` takes only http and https
            with self._opener(redirects).open(request, timeout=self.timeout) as response:
                return judge(url, redirects.hops, response.status, day)
        except HTTPError as error:
            with closing(error):
                return self._refused(url, error, redirects, day)
        except (OSError, HTTPException, ValueError) as error:
            return unsure(url, _reason(error), day)

    def _refused(self, url: str, error: HTTPError, redirects: "_Redirects", day: date) -> Reply:
        if error.code in redirects.codes:
            return unsure(url, "redirects too often, in a circle, or to what is not the web", day)
        return judge(url, redirects.hops, error.code, day)

    def _opener(self, redirects: "_Redirects") -> OpenerDirector:
        """Make what opens http and https, and no other scheme that urllib knows."""
        allowed = partial(_allowed, is_private_asked=self.is_private_asked)
        connect = partial(_connect, proxies=frozenset(map(_place, self.proxies.values())), allowed=allowed)
        context = ssl.create_default_context()
        opener = OpenerDirector()
        for handler in (
            _Proxies(self.proxies, allowed),
            _PlainHandler(connect),
            _SecureHandler(connect, context),
            redirects,
            HTTPCookieProcessor(CookieJar()),  # without cookies, some sites redirect for ever
            HTTPDefaultErrorHandler(),
            HTTPErrorProcessor(),
        ):
            opener.add_handler(handler)
        return opener


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to http and https, and remembers them."""

    codes = (301, 302, 303, 307, 308)

    def __init__(self) -> None:
        self.hops: list[Hop] = []

    def http_error_302(self, req: Request, fp: Any, code: int, msg: str, headers: Any) -> Any:
        """Follow a redirect without reading its body, which may have no end."""
        fp.close()
        return super().http_error_302(req, BytesIO(), code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(self, request: Request, file: Any, code: int, message: str, headers: Any, to: str) -> Any:
        try:
            following = super().redirect_request(request, file, code, message, headers, _ascii(to))
        except ValueError as error:
            raise ValueError(f"redirects to what cannot be asked: {error}") from None
        self.hops.append(Hop(code, to))
        return following


Allowed = Callable[[str, int], list[str]]


class _Proxies(ProxyHandler):
    """Hands requests to the user's proxies, but for those that nobody may ask, as far as that is known here."""

    def __init__(self, proxies: Mapping[str, str], allowed: Allowed) -> None:
        super().__init__(dict(proxies))
        self._allowed = allowed

    def proxy_open(self, request: Request, proxy: str, type: str) -> Any:  # noqa: A002  # as urllib calls it
        """Refuse what stands for private addresses alone; what only the proxy can look up is for the proxy."""
        with suppress(socket.gaierror):
            self._allowed(urlsplit(request.full_url).hostname or "", 0)
        return super().proxy_open(request, proxy, type)


Connect = Callable[..., socket.socket]


class _PlainConnection(HTTPConnection):
    """A connection that is opened by a function of ours."""

    def __init__(self, *given: Any, connect: Connect, **named: Any) -> None:
        super().__init__(*given, **named)
        self._create_connection = connect


class _SecureConnection(HTTPSConnection):
    """The same, over TLS."""

    def __init__(self, *given: Any, connect: Connect, **named: Any) -> None:
        super().__init__(*given, **named)
        self._create_connection = connect


class _PlainHandler(HTTPHandler):
    def __init__(self, connect: Connect) -> None:
        super().__init__()
        self._make = partial(_PlainConnection, connect=connect)

    def http_open(self, request: Request) -> Any:
        return self.do_open(self._make, request)


class _SecureHandler(HTTPSHandler):
    def __init__(self, connect: Connect, context: ssl.SSLContext) -> None:
        super().__init__(context=context)
        self._make = partial(_SecureConnection, connect=connect, context=context)

    def https_open(self, request: Request) -> Any:
        return self.do_open(self._make, request)


def _connect(
    address: tuple[str, int], *given: Any, proxies: Collection[tuple[str | None, int]], allowed: Allowed
) -> socket.socket:
    """Connect to a host, unless all that its name stands for is private; the user's own proxies may be."""
    if address in proxies:
        return socket.create_connection(address, *given)
    host, port = address
    *others, last = allowed(host, port)
    for each in others:
        with suppress(OSError):
            return socket.create_connection((each, port), *given)  # this very one: a name may mean another later
    return socket.create_connection((last, port), *given)


def _allowed(host: str, port: int, *, is_private_asked: bool) -> list[str]:
    """Return the addresses that a name stands for and that may be asked; raise where there are none.

    Link-local addresses are never asked: in a cloud, they hand a machine's credentials out.
    """
    found = [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    is_allowed = is_asked_on_request if is_private_asked else is_public
    allowed = [each for each in found if is_allowed(each)]
    if not allowed:
        raise _PrivateError(f"`{host}` {_LINK_LOCAL if is_private_asked else _PRIVATE}")
    return allowed


def _place(proxy: str) -> tuple[str | None, int]:
    """Return the host and the port of a proxy, as a connection to it has them."""
    parts = urlsplit(proxy if "://" in proxy else f"//{proxy}")
    return parts.hostname, parts.port or HTTP_PORT


def is_public(address: str) -> bool:
    """Tell whether an address of the internet protocol is one that anybody may reach."""
    found, embedded = _addresses(address)
    return found.is_global and not found.is_multicast and embedded.is_global


def is_asked_on_request(address: str) -> bool:
    """Tell whether an address of the internet protocol, in a private network or not, is one that may be asked."""
    return not any(each.is_link_local or each.is_multicast for each in _addresses(address))


def _addresses(address: str) -> tuple[IPv4Address | IPv6Address, IPv4Address | IPv6Address]:
    """Return an address, and the one of version 4 that it stands for, or else itself."""
    found = ip_address(address.partition("%")[0])
    embedded = found.ipv4_mapped or found.sixtofour if isinstance(found, IPv6Address) else None
    return found, embedded or found


def _ascii(url: str) -> str:
    """Return an address as it travels: without its fragment, and other characters than ASCII encoded."""
    parts = urlsplit(url)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError("is not an address of the web")
    if parts.username is not None:
        raise ValueError("has a user's name in it, which is not sent")
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    netloc = f"[{host}]" if ":" in host else host
    netloc += f":{parts.port}" if parts.port else ""
    return urlunsplit((parts.scheme, netloc, quote(parts.path, _SAFE) or "/", quote(parts.query, _SAFE), ""))


_REASONS: tuple[tuple[type[BaseException], Callable[[Any], str]], ...] = (
    (TimeoutError, lambda _: "no answer in time"),
    (ssl.SSLCertVerificationError, lambda error: f"its certificate is not valid: {error.verify_message}"),
    (socket.gaierror, lambda _: "no such host, or no network"),
    (OSError, lambda error: (error.strerror or str(error)).lower()),
    (BaseException, str),
)


def _reason(error: BaseException) -> str:
    """Say in a few words why there was no answer."""
    if isinstance(error, URLError) and isinstance(error.reason, BaseException):
        return _reason(error.reason)
    if isinstance(error, _PrivateError):
        return str(error)
    words = next(say(error) for kind, say in _REASONS if isinstance(error, kind))
    return " ".join(words.split()) or type(error).__name__
