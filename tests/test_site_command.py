"""`coopdb site`: what it writes, what it refuses, and how it is shown on this machine."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from conftest import Repo, Result
from site_pages import DAY, write_records

from coopdb.cli.publishing import site_options
from coopdb.errors import StopError
from coopdb.net import serving
from coopdb.site.code import code_digest
from coopdb.site.forge import Forge, find_forge
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]


def test_it_makes_a_site_and_says_what_has_changed(coopdb: Run, tmp_path: Path) -> None:
    root, folder = write_records(tmp_path / "repo"), tmp_path / "site"
    first = coopdb("site", folder, "--root", root, "--on", DAY)
    assert (first.code, first.out) == (0, "")
    assert " files written, 0 removed, 0 unchanged" in first.err
    again = coopdb("site", folder, "--root", root, "--on", DAY)
    assert "0 files written, 0 removed" in again.err
    assert 'url=en/index.html"' in (folder / "index.html").read_text()
    other = coopdb("site", folder, "--root", root, "--on", DAY, "--lang", "ar", "--title", "T")
    assert other.code == 0
    assert 'url=ar/index.html"' in (folder / "index.html").read_text()


def test_what_is_not_for_publication_is_left_out(coopdb: Run, repo: Repo, tmp_path: Path) -> None:
    repo.add()
    repo.add("2026/2026-03-01-fr-tn.toml", repo.add().read_text() + "\n[[sources]]\nurl = 'https://example.org/9'\n")
    path = repo.add("2026/2026-03-01-fr-tn.toml")
    path.write_text("internal = true\n" + path.read_text().replace("MA", "FR").replace("QA", "TN"))
    assert coopdb("site", tmp_path / "site", "--on", DAY).code == 0
    found = [each for each in (tmp_path / "site").rglob("*") if each.is_file() and b"fr-tn" in each.read_bytes()]
    assert found == []
    assert not (tmp_path / "site/en/countries/fr.html").exists()


@pytest.mark.parametrize(
    ("config", "options", "title"),
    [
        ('title = "Our talks & theirs"', (), "Our talks &amp; theirs"),
        ('title = "Our talks"', ("--title", "Other talks"), "Other talks"),
        ('title = """Our\n talks"""', ("--title", " "), "Our talks"),
        ("title = 5", (), "Cooperation between countries"),  # which `validate` tells
    ],
)
def test_the_title_is_that_of_the_configuration_where_none_is_asked_for(
    coopdb: Run, repo: Repo, tmp_path: Path, config: str, options: tuple[str, ...], title: str
) -> None:
    repo.add()
    (repo.root / "coopdb.toml").write_text(config)
    assert coopdb("site", tmp_path / "site", "--on", DAY, *options).code == 0
    assert f"<h1>{title}</h1>" in (tmp_path / "site/index.html").read_text()
    assert f"<title>{title}</title>" in (tmp_path / "site/fr/feed.atom").read_text() or "5" in config


def test_a_title_is_that_of_feeds_and_exports_too(coopdb: Run, repo: Repo) -> None:
    repo.add()
    asked = ("digest", "--since", "2026-01-01", "--on", DAY, "--format", "atom")
    assert "Our talks" not in coopdb(*asked).out
    assert coopdb("export", "csv", "a").code == 0
    assert '"title": "Meetings between countries, exported by coopdb"' in (repo.root / "a/datapackage.json").read_text()
    (repo.root / "coopdb.toml").write_text('title = "Our talks"')
    assert "  <title>Our talks</title>" in coopdb(*asked).out
    assert coopdb("export", "csv", "b").code == 0
    assert '"title": "Our talks"' in (repo.root / "b/datapackage.json").read_text()


def test_a_site_does_not_go_to_the_standard_output(coopdb: Run, repo: Repo) -> None:
    repo.add()
    result = coopdb("site", "-")
    assert (result.code, result.out) == (2, "")
    assert result.err == "error: `-` is not a folder\n  help: a site is many files: name the folder for them\n"
    assert not (repo.root / "-").exists()


def test_a_page_that_somebody_has_changed_is_told(coopdb: Run, tmp_path: Path) -> None:
    root, folder = write_records(tmp_path / "repo"), tmp_path / "site"
    page = folder / "en/index.html"
    assert coopdb("site", folder, "--root", root, "--on", DAY).code == 0
    before = page.read_bytes()
    page.write_bytes(before.replace(b"Overview", b"Overlook"))  # of the same size
    result = coopdb("site", folder, "--root", root, "--on", DAY)
    assert (result.code, "`en/index.html`" in result.err) == (3, True)
    page.unlink()
    assert coopdb("site", folder, "--root", root, "--on", DAY).code == 0
    assert page.read_bytes() == before


@pytest.mark.parametrize("place", ["records", "records/2026", ".", ".git"])
def test_it_writes_to_no_folder_of_the_repository(coopdb: Run, repo: Repo, place: str) -> None:
    repo.add()
    before = sorted(repo.root.rglob("*"))
    result = coopdb("site", repo.root / place)
    assert result.code in (2, 3)
    assert result.err.startswith("error: ")
    assert sorted(repo.root.rglob("*")) == before


@pytest.mark.parametrize(
    "address",
    [
        *("example.org", "ftp://example.org/", "https:///x", "https://e.org/?q", "https://e.org/#f", "https://[::1"),
        *(
            "https://e org/",
            'https://e.org/"><script>',
            "https://e.org:port/",
            "https://me:word@e.org/",
            "https://e.org/\n1",
        ),
    ],
)
def test_what_is_not_an_address_is_refused(coopdb: Run, repo: Repo, address: str) -> None:
    result = coopdb("site", repo.root / "site", "--base-url", address)
    assert result.code == 2
    assert "is not an address" in result.err


def test_an_address_ends_with_a_stroke(repo: Repo) -> None:
    options = site_options(Repository(repo.root), "en", " T ", "https://example.org/x", "")
    assert (options.base_url, options.title) == ("https://example.org/x/", "T")
    assert (
        site_options(Repository(repo.root), "en", None, "https://example.org/", "").base_url == "https://example.org/"
    )
    assert site_options(Repository(repo.root), "en", None, None, "").base_url == ""
    for address in ("https://[::1]:8000/~a/", "http://localhost:8000/", "https://مثال.example/é/%20/"):
        assert site_options(Repository(repo.root), "en", None, address, "").base_url == address


GITHUB = "https://github.com/owner/records"


@pytest.mark.parametrize(
    ("origin", "url"),
    [
        ("https://github.com/owner/records.git", GITHUB),
        ("https://user:secret@github.com/owner/records", GITHUB),
        ("git@github.com:owner/records.git", GITHUB),
        ("ssh://git@github.com/owner/records.git", GITHUB),
        ("https://gitlab.com/group/below/records/", "https://gitlab.com/group/below/records"),
        ("https://git.ministry.example/owner/records.git", ""),
        ("http://github.com/owner/records", ""),
        ("https://github.com.evil.example/owner/records", ""),
        ("/srv/git/records.git", ""),
        ('https://github.com/owner/records"onclick="x', ""),
    ],
)
def test_the_files_of_a_public_origin_can_be_found(repo: Repo, origin: str, url: str) -> None:
    subprocess.run(["git", "init", "-q", repo.root], check=True)
    subprocess.run(["git", "-C", repo.root, "remote", "add", "origin", origin], check=True)
    assert find_forge(Repository(repo.root), None) == (Forge(url) if url else Forge())
    assert find_forge(Repository(repo.root), "") == Forge()


def test_another_address_of_the_files_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "data/records").mkdir(parents=True)
    assert find_forge(Repository(tmp_path / "data"), None) == Forge()
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert find_forge(Repository(tmp_path / "data"), None) == Forge()
    found = find_forge(Repository(tmp_path / "data"), "https://gitlab.ministry.example/a/b")
    assert found.file("records/2026/é x.toml") == (
        "https://gitlab.ministry.example/a/b/-/blob/HEAD/data/records/2026/%C3%A9%20x.toml"
    )
    assert Forge().history("x") == ""
    with pytest.raises(StopError, match="is not the address of a repository"):
        find_forge(Repository(tmp_path), "javascript:alert(1)")


def test_own_words_are_part_of_what_pages_depend_on(repo: Repo) -> None:
    def own(text: str) -> str:
        (repo.root / "records/people.toml").write_text(text, encoding="utf-8")
        return code_digest(load(Repository(repo.root)).vocabularies)

    before = code_digest(packaged_vocabularies())
    assert own("") == own("") == before
    assert own('["Amal Idrissi"]\ncountry = "MA"\n') != before


def test_the_list_of_files_does_not_change_with_words_that_are_not_public(coopdb: Run, repo: Repo) -> None:
    repo.add()
    lists = []
    for words in ("", '["Somebody Else"]\ncountry = "MA"\naliases = ["Else"]\n'):
        (repo.root / "records/people.toml").write_text(words, encoding="utf-8")
        assert coopdb("site", repo.root / "site", "--on", "2026-01-01").code == 0
        lists.append((repo.root / "site/.coopdb-site").read_bytes())
    assert lists[0] == lists[1]


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "site/en").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    for name in ("index.html", "en/index.html", "en/feed.atom", "data.csv", ".coopdb-site"):
        (tmp_path / "site" / name).write_text(name)
    (tmp_path / "site/link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "site/up").symlink_to(tmp_path)
    said: list[str] = []
    server: list[serving.ThreadingHTTPServer] = []
    is_there = threading.Event()

    def noticing(*given: object, **named: object) -> serving.ThreadingHTTPServer:
        server.append(made := real(*given, **named))  # type: ignore[arg-type]
        return made

    def say(text: str) -> None:
        said.append(text)
        is_there.set()

    real = serving.ThreadingHTTPServer
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serving, "ThreadingHTTPServer", noticing)
        thread = threading.Thread(target=serving.serve, args=(tmp_path / "site", say))
        thread.start()
        assert is_there.wait(5)
        assert said[0].startswith("http://127.0.0.1:")
        yield server[0].server_port
        server[0].shutdown()
        thread.join()


def asked(port: int, path: str, host: str = "", method: str = "GET") -> tuple[int, str, str]:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    content = answer.read().decode()
    connection.close()
    return answer.status, content, answer.headers.get("Content-Type", "")


def test_files_are_shown(port: int) -> None:
    assert asked(port, "/") == (200, "index.html", "text/html; charset=utf-8")
    assert asked(port, "/en/?x#y")[1] == "en/index.html"
    assert asked(port, "/en/feed.atom")[2] == "application/atom+xml"
    assert asked(port, "/data.csv", f"localhost:{port}")[:2] == (200, "data.csv")
    assert asked(port, "/data.csv", method="HEAD")[:2] == (200, "")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "//secret.txt",
            "/link.txt",
            "/up/secret.txt",
            "/.coopdb-site",
            "/en",
        ),
        *("/%00", f"/{'x' * 5000}"),
    ],
)
def test_nothing_else_is_shown(port: int, path: str) -> None:
    assert asked(port, path)[0] == 404


def test_a_page_of_the_web_cannot_read_along(port: int) -> None:
    assert asked(port, "/", f"evil.example:{port}")[0] == 404


def test_the_command_shows_it_when_asked(
    coopdb: Run, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.add()
    monkeypatch.setattr(serving.ThreadingHTTPServer, "serve_forever", lambda _: None)
    assert "http://127.0.0.1:" in coopdb("site", tmp_path / "site", "--serve").err

    def refuse(*_: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(serving, "ThreadingHTTPServer", refuse)
    result = coopdb("site", tmp_path / "site", "--serve")
    assert (result.code, "cannot listen on 127.0.0.1" in result.err) == (3, True)
