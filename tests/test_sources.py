"""`coopdb sources`: what is listed, and whether addresses answer, asked of a server of the test's own on loopback."""

import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.net.connection import Enquiry, is_asked_on_request, is_public
from coopdb.net.polite import Pace, ask_all
from coopdb.net.remembered import LARGEST, NAME, is_fresh, remember, remembered
from coopdb.net.reply import Hop, Reply, judge, unsure

Run = Callable[..., Result]
TODAY = date(2026, 11, 26)
QUICK = ("--delay", "0", "--timeout", "5", "--private")


class _Handler(BaseHTTPRequestHandler):
    """Answers as its path says: a status, where to go, or something worse."""

    asked: list[tuple[str, float]]

    def do_GET(self) -> None:
        self.asked.append((self.path, time.monotonic()))
        what, _, rest = self.path[1:].partition("/")
        if what == "to":
            code, _, place = rest.partition("/")
            self._answer(int(code), {"Location": place.replace("~", "/").replace(",", "~")})
        elif what == "endless":
            self._answer(302, {"Location": "/page"})
            self._pour()
        elif what == "status":
            self._answer(int(rest))
        elif what == "slow":
            time.sleep(3)
        elif what == "drip":
            self._drip()
        elif what == "huge":
            self._answer(200, {"Content-Length": str(10**15)})
            self._pour()
        elif what == "garbage":
            self.wfile.write(b"\x00\xff no HTTP \r\n\r\n")
        elif what == "cookie":
            known = "visited" in self.headers.get("Cookie", "")
            self._answer(*((200, {}) if known else (302, {"Location": self.path, "Set-Cookie": "visited=1"})))
        else:
            self._answer(200)

    def _answer(self, status: int, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        with self._quietly():
            for _ in range(60):
                self.wfile.write(b"x")
                time.sleep(0.05)

    def _pour(self) -> None:
        with self._quietly():
            while True:
                self.wfile.write(b"x" * 65536)

    @staticmethod
    def _quietly() -> "_Quiet":
        return _Quiet()

    def log_message(self, *_: object) -> None:
        pass


class _Quiet:
    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type | None, *_: object) -> bool:
        return kind is None or issubclass(kind, OSError)


class Server:
    """A server on loopback, and what it was asked."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.asked: list[tuple[str, float]] = []
        handler = type("Handler", (_Handler,), {"asked": self.asked})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.base = f"http{'s' if context else ''}://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def ask(url: str, **given: object) -> Reply:
    return Enquiry(**{"timeout": 5, "proxies": {}, "is_private_asked": True, **given}).ask(url, TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "state", "reason"),
    [
        ("/page", "alive", ""),
        ("/status/204", "alive", ""),
        ("/huge", "alive", ""),
        ("/cookie", "alive", ""),
        ("/é à?q=ü#part", "alive", ""),
        ("/to/302/~page", "alive", ""),
        ("/to/301/~page", "moved", "301 moved permanently"),
        ("/to/308/~page", "moved", "308 permanent redirect"),
        ("/to/301/~to~302~,page", "moved", "301 moved permanently"),
        ("/to/302/~", "unsure", "leads to a home page: {base}/"),
        ("/to/301/~status~404", "gone", "404 not found"),
        ("/status/404", "gone", "404 not found"),
        ("/status/410", "gone", "410 gone"),
        ("/status/403", "unsure", "403 forbidden"),
        ("/status/500", "unsure", "500 internal server error"),
        ("/status/799", "unsure", "799"),
        ("/status/304", "unsure", "304 not modified"),
        ("/to/302/ftp:~~example.org~x", "unsure", "redirects to what cannot be asked: is not an address of the web"),
        (
            "/to/301/http:~~u:p@127.0.0.1~",
            "unsure",
            "redirects to what cannot be asked: has a user's name in it, which is not sent",
        ),
        ("/to/301/http:~~127.0.0.1:99999~", "unsure", "redirects to what cannot be asked: Port out of range 0-65535"),
        (
            "/to/302/http:~~169.254.169.254~",
            "unsure",
            "`169.254.169.254` is a link-local address, which is never asked",
        ),
        ("/to/302/file:~~~etc~passwd", "unsure", "redirects too often, in a circle, or to what is not the web"),
    ],
)
def test_what_a_server_answers_decides(server: Server, path: str, state: str, reason: str) -> None:
    url = server.base + path
    reply = ask(url)
    assert (reply.state, reply.reason, reply.url) == (state, reason.format(base=server.base), url)
    assert (reply.moved_to is not None) == (state == "moved")


def test_a_circle_of_redirects_ends(server: Server) -> None:
    assert ask(f"{server.base}/to/302/~to~302~,to,302").state == "unsure"
    assert len(server.asked) < 20


def test_no_certificate_is_trusted_that_nobody_vouches_for(tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    pem = tmp_path / "own.pem"
    made = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", tmp_path / "key", "-out", pem], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, tmp_path / "key")
    server = Server(context)
    reply = ask(f"{server.base}/page")
    server.close()
    assert reply.state == "unsure"
    assert reply.reason.startswith("its certificate is not valid: ")
    assert server.asked == []


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:{port}/x", "connection refused"),
        ("http://no-such-host.invalid/x", "no such host, or no network"),
        ("file:///etc/passwd", "is not an address of the web"),
        ("mailto:minister@example.org", "is not an address of the web"),
        ("https://name:secret@example.org/", "has a user's name in it, which is not sent"),
        ("http://[::1", "Invalid IPv6 URL"),
        ("http://127.0.0.1:99999/", "Port out of range 0-65535"),
        (f"http://{'a' * 70}.example/", ""),
    ],
)
def test_what_cannot_be_asked_is_said(url: str, reason: str) -> None:
    reply = ask(url.format(port=closed_port()))
    assert (reply.state, reply.status) == ("unsure", None)
    assert reply.reason.startswith(reason)
    assert reply.reason


def test_what_is_no_http_is_said(server: Server) -> None:
    assert ask(f"{server.base}/garbage").reason


def test_a_slow_server_is_not_waited_for(server: Server) -> None:
    assert ask(f"{server.base}/slow", timeout=0.1).reason == "no answer in time"


def test_private_networks_are_asked_only_on_request(server: Server) -> None:
    for url in (
        f"{server.base}/page",
        server.base.replace("127.0.0.1", "localhost"),
        "http://[::1]:1/",
        "http://169.254.169.254/x",
    ):
        reply = ask(url, is_private_asked=False)
        assert (reply.state, reply.status) == ("unsure", None)
        assert "only `--private` asks" in reply.reason
    assert server.asked == []


def test_a_public_host_is_asked_at_the_address_that_was_looked_at(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.server.server_port
    both = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (each, port)) for each in ("10.0.0.1", "203.0.114.9")]
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)

    def connect(address: tuple[str, int], *_: object) -> socket.socket:
        asked.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "create_connection", connect)
    assert ask("http://example.org/", is_private_asked=False).reason == "connection refused"
    assert asked == [("203.0.114.9", 80)]


def test_a_redirect_without_end_is_not_read(server: Server) -> None:
    began = time.monotonic()
    assert ask(f"{server.base}/endless").state == "alive"
    assert time.monotonic() - began < 3


def test_only_the_proxy_itself_is_exempt_and_asked_for_nothing_private(server: Server) -> None:
    proxies = {"http": f"http://127.0.0.1:{closed_port()}"}
    for url in ("http://169.254.169.254/latest", "http://10.0.0.1/x", "http://localhost/x", f"{server.base}/page"):
        reply = ask(url, is_private_asked=False, proxies={"http": server.base} if server.base not in url else proxies)
        assert reply.state == "unsure"
        assert "only `--private` asks" in reply.reason
    assert "link-local" in ask("http://169.254.169.254/x", proxies={"http": server.base}).reason
    assert server.asked == []


def test_what_only_a_proxy_can_look_up_is_asked_there(server: Server) -> None:
    assert ask("http://no-such-host.invalid/status/404", is_private_asked=False, proxies={"http": server.base}).status


def test_the_users_own_proxy_may_be_private(server: Server) -> None:
    for proxy in (server.base, server.base.removeprefix("http://")):
        reply = ask("http://example.org/status/404", is_private_asked=False, proxies={"http": proxy})
        assert reply.state in ("alive", "gone")
    assert [path for path, _ in server.asked] == ["http://example.org/status/404"] * 2


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("::ffff:8.8.8.8", True), ("127.0.0.1", False),
        ("10.1.2.3", False), ("192.168.0.1", False), ("172.16.0.1", False), ("100.64.0.1", False),
        ("169.254.169.254", False), ("0.1.2.3", False), ("224.0.0.1", False), ("::1", False), ("fe80::1%eth0", False),
        ("fd00::1", False), ("::ffff:127.0.0.1", False), ("2002:7f00:1::", False), ("ff02::1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, expected: bool) -> None:
    assert is_public(address) is expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True), ("127.0.0.1", True), ("10.1.2.3", True), ("::1", True), ("fd00::1", True),
        ("::ffff:127.0.0.1", True), ("169.254.169.254", False), ("fe80::1%eth0", False), ("224.0.0.1", False),
        ("::ffff:169.254.169.254", False), ("2002:a9fe:a9fe::", False), ("ff02::1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_asked_on_request(address: str, expected: bool) -> None:
    assert is_asked_on_request(address) is expected


def _for_host(name: str, found: list[object]) -> Callable[..., list[object]]:
    """Make a resolver that knows one host, and addresses as they are."""
    real: Callable[..., list[object]] = socket.getaddrinfo
    return lambda host, *given, **named: found if host == name else real(host, *given, **named)


def test_every_address_of_a_host_is_tried(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    port = server.server.server_port
    both = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (each, port)) for each in ("127.9.9.9", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", _for_host("two.example", both))
    assert ask(f"http://two.example:{port}/page").state == "alive"


def test_a_temporary_redirect_ends_what_has_moved_for_good() -> None:
    hops = [Hop(301, "https://a.example/1"), Hop(302, "https://a.example/2"), Hop(301, "https://a.example/3")]
    assert judge("http://a.example/0", hops, 200, TODAY).moved_to == "https://a.example/1"
    assert judge("http://a.example/", [Hop(301, "https://a.example/")], 200, TODAY).state == "moved"


def test_one_host_is_asked_one_address_at_a_time_with_a_pause(server: Server) -> None:
    urls = [f"{server.base}/{number}" for number in range(4)]
    other = server.base.replace("127.0.0.1", "localhost")
    pace = Pace(delay=0.4, deadline=5)
    replies = list(ask_all([*urls, f"{other}/x", *urls], ask, lambda url: unsure(url, "late", TODAY), pace))
    assert sorted(reply.url for reply in replies) == sorted([*urls, f"{other}/x"])
    times = [moment for path, moment in server.asked if path != "/x"]
    assert all(later - sooner >= 0.4 for sooner, later in pairwise(times))
    assert next(moment for path, moment in server.asked if path == "/x") < times[1]


def test_at_most_so_many_hosts_are_asked_at_once() -> None:
    running, most, lock, together = 0, 0, threading.Lock(), threading.Barrier(3)

    def slow(url: str) -> Reply:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        together.wait(timeout=20)
        with lock:
            running -= 1
        return unsure(url, "", TODAY)

    urls = [f"http://{number}.example/" for number in range(9)]
    assert len(list(ask_all(urls, slow, slow, Pace(0, 5, hosts=3)))) == 9
    assert most == 3


def test_no_address_is_waited_for_beyond_the_deadline(server: Server) -> None:
    urls = [f"{server.base}/drip", "http://[::1"]
    began = time.monotonic()
    replies = list(ask_all(urls, ask, lambda url: unsure(url, "late", TODAY), Pace(0, 0.3)))
    assert time.monotonic() - began < 3
    assert {reply.url: reply.reason for reply in replies} == {urls[0]: "late", urls[1]: "Invalid IPv6 URL"}


def test_an_answer_after_the_deadline_is_not_told_twice() -> None:
    def late(url: str) -> Reply:
        time.sleep(1.1 if url.endswith("late") else 0.55)
        return unsure(url, "came", TODAY)

    urls = ["http://a.example/late", *(f"http://b.example/{number}" for number in range(3))]
    replies = list(ask_all(urls, late, lambda url: unsure(url, "late", TODAY), Pace(0, 1.0)))
    assert {reply.url: reply.reason for reply in replies} == {urls[0]: "late"} | dict.fromkeys(urls[1:], "came")
    assert len(replies) == len(urls)


def test_a_busy_host_is_left_alone() -> None:
    asked: list[str] = []

    def busy(url: str) -> Reply:
        asked.append(url)
        return judge(url, (), 429, TODAY)

    urls = [f"http://a.example/{number}" for number in range(3)]
    replies = list(ask_all(urls, busy, busy, Pace(0, 5)))
    assert asked == urls[:1]
    assert [reply.status for reply in replies] == [429, None, None]
    assert replies[1].reason == "not asked, as its host answered 429 too many requests"


def record(url: str, day: str = "2026-02-01") -> str:
    return GOOD.replace("https://example.org/1", url).replace("2026-02-01", day)


def test_sources_are_listed_and_those_of_a_filter_alone(real: Path, coopdb: Run) -> None:
    assert real
    found = coopdb("sources", "--format", "json")
    assert all(set(each) >= {"id", "url", "kind", "published"} for each in json.loads(found.out))
    every = {each["kind"] for each in json.loads(found.out)}
    one = json.loads(coopdb("sources", "--where", "source-kind=press", "--format", "json").out)
    assert len(every) > 1
    assert {each["kind"] for each in one} == {"press"}
    footer = coopdb("sources").out.splitlines()[-1]
    assert footer.startswith(f"{len(json.loads(found.out))} sources · ")


@pytest.mark.parametrize("option", [("--limit", "1"), ("--private",), ("--all",)])
def test_what_is_for_checking_needs_check(repo: Repo, coopdb: Run, option: tuple[str, ...]) -> None:
    assert repo
    assert coopdb("sources", *option).code == 2


def test_checked_addresses_are_told_with_their_records(repo: Repo, coopdb: Run, server: Server) -> None:
    twice = record(f"{server.base}/page") + '\n[[sources]]\ntitle = "A paper"\npublisher = "An archive"\n'
    repo.add(content=twice)
    repo.add("2026/2026-02-02-ma-qa.toml", record(f"{server.base}/status/404", "2026-02-02"))
    repo.add("2026/2026-02-03-ma-qa.toml", record(f"{server.base}/to/301/~page", "2026-02-03"))
    found = coopdb("sources", "check", *QUICK)
    assert found.code == 1
    assert "gone" in found.out
    assert "2026-02-02-ma-qa" in found.out
    assert f"{server.base}/page" in found.out  # where the third has moved to
    assert "3 addresses: 1 alive, 1 moved, 1 gone\n3 asked now" in found.out
    again = json.loads(coopdb("sources", "check", *QUICK, "--format", "json").out)
    assert [each["state"] for each in again] == ["gone", "moved", "alive"]
    assert again[0]["records"] == ["2026-02-02-ma-qa"]
    assert len(server.asked) == 4  # none again; one was redirected
    assert "3 remembered from the last 7 days" in coopdb("sources", "check", *QUICK).out
    assert coopdb("sources", "check", *QUICK, "--days", "0", "--until", "2026-02-01", "--all").out.count("alive") == 2
    assert len(server.asked) == 5


def test_a_limit_leaves_the_rest_for_the_next_time(repo: Repo, coopdb: Run, server: Server) -> None:
    dead = f"http://127.0.0.1:{closed_port()}/x"
    for day, url in (("2026-02-03", dead), ("2026-02-02", f"{server.base}/2"), ("2026-02-01", f"{server.base}/1")):
        repo.add(f"2026/{day}-ma-qa.toml", record(url, day))
    first = coopdb("sources", "check", *QUICK, "--limit", "1")
    assert "2 not asked yet, because of `--limit`" in first.out
    assert "unsure" in first.out
    coopdb("sources", "check", *QUICK, "--limit", "2")
    assert [path for path, _ in server.asked] == ["/2", "/1"]  # what gave no answer comes last
    assert coopdb("sources", "check", *QUICK, "--limit", "1").out.count("unsure") == 2


def test_what_is_slow_is_given_up(repo: Repo, coopdb: Run, server: Server) -> None:
    repo.add(content=record(f"{server.base}/drip"))
    found = coopdb("sources", "check", "--private", "--timeout", "0.3")
    assert "no answer within 0.3 s" in " ".join(found.out.split())
    assert found.code == 0


def test_nothing_is_lost_where_nothing_can_be_remembered(
    repo: Repo, coopdb: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.add(content=record(f"{server.base}/page"))
    monkeypatch.setenv("COOPDB_CACHE", str(repo.root / "records"))
    assert "1 alive" in coopdb("sources", "check", *QUICK).out
    monkeypatch.setenv("COOPDB_CACHE", "/dev/null/x")
    assert "1 alive" in coopdb("sources", "check", *QUICK).out


def test_damage_in_what_is_remembered_is_left_out(tmp_path: Path) -> None:
    good = Reply("http://a.example/\ud800", "gone", "2026-11-20", 404, None, "404 not found")
    remember(tmp_path, [good, good._replace(url="http://b.example/")])
    file = tmp_path / NAME
    assert file.stat().st_mode & 0o077 == 0
    lines = file.read_bytes().splitlines()
    bad = [
        b"{",
        b"[]",
        b"\xff",
        b"[" * 9999,
        lines[1].replace(b"gone", b"none"),
        lines[1].replace(b"2026", b"x"),
        lines[1].replace(b"404", b'"4"', 1),
    ]
    file.write_bytes(b"\n".join([*bad, lines[1]]))
    assert remembered(tmp_path) == {"http://b.example/": good._replace(url="http://b.example/")}
    remember(None, [good])
    assert remembered(None) == {}
    assert remembered(tmp_path / "none") == {}


def test_a_file_that_is_too_large_or_a_link_is_begun_anew(tmp_path: Path) -> None:
    reply = Reply("http://a.example/", "alive", "2026-11-20", 200)
    file, victim = tmp_path / NAME, tmp_path / "victim"
    victim.write_text("dear", encoding="utf-8")
    file.symlink_to(victim)
    remember(tmp_path, [reply])
    assert victim.read_text(encoding="utf-8") == "dear"
    assert remembered(tmp_path) == {reply.url: reply}
    with file.open("r+b") as stream:
        stream.truncate(LARGEST + 1)
    assert remembered(tmp_path) == {}
    remember(tmp_path, [reply])
    assert remembered(tmp_path) == {reply.url: reply}


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-11-20", True), ("2026-11-19", False), ("2026-11-26", True), ("2026-11-27", False)]
)
def test_a_reply_counts_for_seven_days(day: str, expected: bool) -> None:
    assert is_fresh(Reply("u", "alive", day, 200), TODAY, 7) is expected
    assert not is_fresh(Reply("u", "unsure", day), TODAY, 7)
    assert is_fresh(Reply("u", "alive", day, 200), TODAY, 10**12) is (day <= TODAY.isoformat())
