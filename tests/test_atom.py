"""The feed of a digest: what RFC 4287 asks of one, the same identifiers from day to day, and hostile text."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from conftest import Repo, Result
from test_reports import FIRST, PLANNED, SECOND

Run = Callable[..., Result]
ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TWICE = '[[documents]]\nkind = "mou"\nsigned = false\n'
NASTY = "</title> & \"'<script>]]> \x1b[31m\u202e\x07\ufffe\u0001 ## العربية"
FAR = '[[sources]]\nurl = "https://example.org/a b?x=1&y=%20\\"<>\u202eé"\n'


class Entry(NamedTuple):
    """An entry of a feed, as a reader has it."""

    id: str
    title: str
    day: str
    section: str
    content: str
    links: tuple[str, ...]


@pytest.fixture
def told(repo: Repo) -> Repo:
    repo.add("2022/2022-05-10-fr-ma.toml", FIRST)
    repo.add("2024/2024-09-01-fr-ma.toml", SECOND)
    repo.add("2026/2026-07-01-ma-qa.toml", PLANNED)
    return repo


def text_of(element: ET.Element, name: str) -> str:
    """Return the text of the one child of a name, which is not empty."""
    (found,) = element.findall(ATOM + name)
    assert found.get("type", "text") == "text"
    assert len(found) == 0
    assert found.text
    return found.text


def read(text: str) -> tuple[ET.Element, list[Entry]]:
    """Read a feed, and check what the RFC asks of each."""
    feed = ET.fromstring(text.encode())  # noqa: S314  # our own
    assert feed.tag == f"{ATOM}feed"
    assert {child.tag for child in feed.iter()} <= {
        ATOM + name
        for name in "feed id title subtitle updated author name generator entry category link summary content".split()
    }
    assert text_of(feed.findall(f"{ATOM}author")[0], "name") == "coopdb"  # 4.1.1: of the feed, so none of entries
    entries = [entry(each) for each in feed.findall(f"{ATOM}entry")]
    for each in (feed, *feed.findall(f"{ATOM}entry")):
        assert text_of(each, "id") == UUID(text_of(each, "id").removeprefix("urn:uuid:")).urn  # 4.2.6, in one spelling
        assert RFC_3339.fullmatch(text_of(each, "updated"))
        assert text_of(each, "title")
    names = [text_of(feed, "id"), *(each.id for each in entries)]
    assert len(set(names)) == len(names)
    assert [each.day for each in entries] == sorted((each.day for each in entries), reverse=True)
    return feed, entries


def entry(element: ET.Element) -> Entry:
    """Read an entry; without a page that shows it, it has content (4.1.2)."""
    (category,) = element.findall(f"{ATOM}category")
    links = element.findall(f"{ATOM}link")
    assert {each.get("rel") for each in links} <= {"related"}
    assert text_of(element, "summary") in text_of(element, "title")
    return Entry(
        text_of(element, "id"),
        text_of(element, "title"),
        text_of(element, "updated").removesuffix("T00:00:00Z"),
        category.get("term", ""),
        text_of(element, "content"),
        tuple(each.get("href", "") for each in links),
    )


def asked(coopdb: Run, since: str, day: str, *options: str) -> str:
    result = coopdb("digest", "--since", since, "--on", day, "--format", "atom", *options)
    assert (result.code, result.err) == (0, "")
    return result.out


def test_every_line_of_a_digest_is_an_entry_of_its_day(told: Repo, coopdb: Run) -> None:
    text = asked(coopdb, "2022-01-01", "2026-03-01")
    feed, entries = read(text)
    assert (feed.get(LANGUAGE), text_of(feed, "updated")) == ("en", "2026-03-01T00:00:00Z")
    assert text_of(feed, "subtitle") == "From 1 January 2022 to 1 March 2026"
    assert [(each.section, each.day, each.title.rpartition(" · ")[2].partition(":")[0]) for each in entries] == [
        ("meetings", "2024-09-01", "1 September 2024"),
        ("made", "2024-09-01", "Train fifty people"),
        ("overdue", "2023-02-01", "Open an office"),  # the first day after the last that was in time
        ("meetings", "2022-05-10", "10 May 2022"),
        ("documents", "2022-05-10", "Memorandum of understanding"),
        ("documents", "2022-05-10", "Digital agreement"),
        ("made", "2022-05-10", "Send the list"),
        ("made", "2022-05-10", "Open an office"),
    ]
    assert entries[2].title == "Now overdue · France · Open an office: due 31 January 2023, overdue"
    assert entries[2].content.splitlines()[1:] == ["2022-05-10-fr-ma: Agence Exemple, 11 May 2022"]
    assert [each.links for each in entries[:3]] == [(), (), ("https://example.org/first",)]
    assert asked(coopdb, "2022-01-01", "2026-03-01") == text


def test_what_advances_and_what_is_closed_are_of_their_days(told: Repo, coopdb: Run) -> None:
    told.add("2024/2024-09-01-fr-ma.toml", SECOND.replace("date = 2024-09-01", 'date = "2024-09"'))
    closed = 'due = 2023-01-31\n\n[[commitments.updates]]\ndate = "2024-11"\nstatus = "done"\n'
    told.add("2022/2022-05-10-fr-ma.toml", FIRST.replace("due = 2023-01-31\n", closed))
    third = SECOND.replace("2024-09-01", "2025-02-03").replace("session = 2", "session = 3")
    third = third.replace('"training"', '"more"').replace('"agreed"', '"underway"').replace("2025-01-10", "2025-04-01")
    _, entries = read(asked(coopdb, "2024-10-01", "2025-03-01"))
    assert [(each.section, each.day) for each in entries] == [("closed", "2024-11-30")]
    told.add("2025/2025-02-03-fr-ma.toml", third)
    found = {}
    for since in ("2024-09-01", "2025-01-01"):
        _, entries = read(asked(coopdb, since, "2025-03-01"))
        (found[since],) = [(each.id, each.day) for each in entries if each.section == "advanced"]
        assert found[since][1] == "2025-02-03"
    assert found["2024-09-01"] == found["2025-01-01"]  # whichever meetings are new, it is the same news
    _, before = read(asked(coopdb, "2024-09-01", "2025-02-02"))
    (other,) = [each for each in before if each.section == "advanced"]
    assert other.day == "2024-09-30"
    assert other.id != found["2024-09-01"][0]  # as it is another that the topic got further still


def test_identifiers_stay_from_day_to_day(told: Repo, coopdb: Run) -> None:
    known: dict[tuple[str, str], set[str]] = {}
    feeds = set()
    for start in (date(2022, 5, 8), date(2023, 1, 28), date(2024, 8, 28)):
        for past in range(8):
            day = start + timedelta(past)
            feed, entries = read(asked(coopdb, (day - timedelta(7)).isoformat(), day.isoformat()))
            feeds.add(text_of(feed, "id"))
            for each in entries:
                known.setdefault((each.section, each.title.rpartition(" · ")[2].partition(":")[0]), set()).add(each.id)
    assert len(feeds) == 1
    assert len(known) == 9  # one advanced too
    assert all(len(ids) == 1 for ids in known.values())
    assert len(set.union(*known.values())) == 9


def test_a_feed_is_named_by_its_filters_and_its_language(told: Repo, coopdb: Run) -> None:
    ways = ((), ("-c", "FR"), ("-c", "MA"), ("--lang", "fr"), ("--drafts",))
    feeds = [read(asked(coopdb, "2022-01-01", "2026-03-01", *way)) for way in ways]
    assert len({text_of(feed, "id") for feed, _ in feeds}) == len(ways)
    assert len({tuple(each.id for each in entries) for _, entries in feeds}) == 1  # the same news, whoever asks


def test_days_that_move_do_not_rename_a_feed(told: Repo, coopdb: Run) -> None:
    assert told
    ways = ((), ("--until", "today"), ("--until", "2026-02-28"), ("--until", "-1m"))
    feeds = [read(asked(coopdb, since, "2026-03-01", *way))[0] for since in ("2022-01-01", "-90m") for way in ways]
    assert len({text_of(feed, "id") for feed in feeds}) == 1


@pytest.mark.parametrize(("language", "heading"), [("fr", "Rencontres"), ("ar", "اللقاءات")])
def test_a_feed_is_in_the_language_asked_for(told: Repo, coopdb: Run, language: str, heading: str) -> None:
    feed, entries = read(asked(coopdb, "2022-01-01", "2026-03-01", "--lang", language))
    assert feed.get(LANGUAGE) == language
    assert text_of(feed, "title") != "Digest"
    assert entries[0].title.startswith(f"{heading} · ")


def test_what_nothing_tells_apart_has_identifiers_of_its_own(told: Repo, coopdb: Run) -> None:
    first = FIRST.replace("[[sources]]", TWICE + "\n[[sources]]")
    told.add("2022/2022-05-10-fr-ma.toml", first)
    _, entries = read(asked(coopdb, "2022-01-01", "2022-06-01"))
    assert sum("Memorandum" in each.title for each in entries) == 2


def test_hostile_text_is_text(told: Repo, coopdb: Run) -> None:
    quoted = "".join(f"\\u{ord(letter):04x}" for letter in NASTY)
    told.add("2022/2022-05-10-fr-ma.toml", FIRST.replace("First talks", quoted).replace("Agence Exemple", quoted))
    told.add("2024/2024-09-01-fr-ma.toml", SECOND.partition("[[sources]]")[0] + FAR)
    text = asked(coopdb, "2022-01-01", "2026-03-01")
    assert not re.search("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u202e]", text)
    _, entries = read(text)
    assert any("</title> & \"'<script>]]> \\x1b[31m\\u202e\\x07\\ufffe\\x01" in each.title for each in entries)
    assert all("العربية" in each.content for each in entries if each.day == "2022-05-10")
    assert entries[0].links == ("https://example.org/a%20b?x=1&y=%20%22%3C%3E%E2%80%AE%C3%A9",)


def test_nothing_that_happened_is_a_feed_too(repo: Repo, coopdb: Run) -> None:
    feed, entries = read(asked(coopdb, "2026-01-01", "2026-03-01"))
    assert entries == []
    assert text_of(feed, "updated") == "2026-03-01T00:00:00Z"


def test_the_ending_of_a_file_chooses_the_feed(told: Repo, coopdb: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    assert coopdb("digest", "--since", "2022-01-01", "--on", "2026-03-01", "--output", str(path)).code == 0
    assert path.read_text(encoding="utf-8") == asked(coopdb, "2022-01-01", "2026-03-01")
    assert coopdb("brief", "MA", "--format", "atom").code == 2
