"""What a language server is asked where there is little to say, and what it does when the cache or the folder goes."""

import shutil
import sqlite3
from pathlib import Path
from random import Random

import pytest
from conftest import CORPUS, Repo
from lsp_client import DAY, Client
from lsprotocol import types
from test_lsp_features import FULL, MINE, actions, client, full, offered, told, uri  # noqa: F401  # fixtures

from coopdb.check.outline import outline
from coopdb.check.scope import Scope
from coopdb.lsp.cursor import Scan
from coopdb.lsp.lines import Lines
from coopdb.lsp.patching import PATCHES
from coopdb.lsp.session import Session
from coopdb.store.cache import index
from coopdb.store.cache.kept_index import KeptIndex
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.engine import Star
from coopdb.vocabulary.vocabularies import packaged_vocabularies

UTF16 = types.PositionEncodingKind.Utf16


@pytest.mark.parametrize(
    "line",
    [
        '[venue]\ncity = "zzzz|"',
        '[[participants]]\ncountry = "MA"\nname = "zzzz|"',
        '[[participants]]\nname = "zzzz"\nrole = "zzzz|"',
        'series = "zzzz|"',
        'host_event = "zzzz|"',
        '[venue]\ncountry = "zzzz|"',
    ],
)
def test_what_nobody_has_is_not_offered(client: Client, uri: str, full: str, line: str) -> None:  # noqa: F811
    assert offered(client, uri, line) == []


def test_a_person_of_the_own_people_is_offered_though_no_record_names_them(
    client: Client,  # noqa: F811
    uri: str,  # noqa: F811
    repo: Repo,
) -> None:
    own = repo.root / "records/people.toml"
    text = '["Zeynep Kaya"]\naliases = ["Z. Kaya"]\n\n["Amal O\'Neill"]\naliases = ["A. O\'Neill"]\n'
    client.open(own, text)
    labels = [each["label"] for each in offered(client, uri, '[[participants]]\nname = "Zey|"')]
    assert labels == ["Zeynep Kaya"]
    assert offered(client, uri, '[[participants]]\nname = "Kayb|"') == []
    assert [each["label"] for each in offered(client, uri, '[[participants]]\nname = "Neill|"')] == ["Amal O'Neill"]


def test_a_topic_that_has_been_replaced_is_not_offered(client: Client, uri: str, repo: Repo) -> None:  # noqa: F811
    text = '[ports]\nlabels = { en = "Ports" }\nreplaced_by = "cloud"\n'
    client.open(repo.root / "records/topics.toml", text)
    assert "ports" not in [each["label"] for each in offered(client, uri, 'topics = ["|"]')]


def test_a_key_in_a_table_within_a_line_is_offered_without_the_tables(client: Client, uri: str) -> None:  # noqa: F811
    labels = [each["label"] for each in offered(client, uri, "topics = [{ st| }]")]
    assert labels == ["stage"]


def test_a_comment_and_a_mark_tell_nothing(client: Client, uri: str) -> None:  # noqa: F811
    client.put(uri, f"# a note\n{MINE}")
    assert told(client, uri, "# a no") == ""
    assert told(client, uri, "title ") in ("", told(client, uri, "titl"))


def test_a_person_without_an_office_has_no_line_for_it(client: Client, uri: str) -> None:  # noqa: F811
    client.put(uri, MINE.replace('country = "QA"', 'country = "QA"\nname = "Nobody Known"'))
    assert "Nobody Known" not in told(client, uri, 'name = "Nobody')


def test_no_waiver_is_offered_where_one_cannot_be_written(client: Client, uri: str) -> None:  # noqa: F811
    client.put(uri, 'waivers = "none"\n' + MINE.replace('url = "https://example.org/1"', 'title = "A note"'))
    assert not [title for title in actions(client, uri) if title.startswith("Waive")]


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("title = ", "title", True),
        ("title = \n", "title", True),
        ('topics = ["cloud",\n', "topics", True),
        ('topics = ["cloud",\n\n', "topics", True),
        ('topics = ["cloud",\n"', "topics", True),
    ],
)
def test_a_value_that_is_not_begun_has_a_place(text: str, key: str, value: bool) -> None:
    place = Scan(text).at(len(text.rstrip("\n")) if text.endswith("= \n") else len(text))
    assert place is not None
    assert (place.key, place.is_value) == (key, value)
    assert place.value == ""


def test_an_array_that_is_not_closed_ends_where_a_pair_begins() -> None:
    text = 'topics = ["cloud",\ntitle = "Talks"\n'
    place = Scan(text).at(text.index('"Talks"') + 2)
    assert place is not None
    assert (place.key, place.value) == ("title", "Talks")


def test_of_a_long_text_all_between_the_first_and_the_last_change_is_one_edit() -> None:
    before = "".join(f"a{number} = 1\n" for number in range(2_001))
    (edit,) = Lines(before, UTF16).edits_to(before.replace("a5 = 1", "a5 = 2").replace("a9 = 1", "a9 = 2"))
    assert (edit.range.start.line, edit.range.end.line) == (5, 2_001)
    (short,) = Lines("a = 1\nb = 1\n", UTF16).edits_to("a = 1\nb = 2\n")
    assert (short.range.start.line, short.range.end.line) == (1, 2)


def test_a_folder_that_is_no_file_and_one_that_goes_are_forgotten(
    client: Client,  # noqa: F811
    uri: str,  # noqa: F811
    repo: Repo,
) -> None:
    added = {"added": [{"uri": "untitled:new", "name": "new"}], "removed": []}
    client.notify("workspace/didChangeWorkspaceFolders", {"event": added})
    client.notify("textDocument/didClose", {"textDocument": {"uri": (repo.root / "never-open.toml").as_uri()}})
    shutil.rmtree(repo.root / "records")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 3}]})
    assert client.ask("workspace/symbol", {"query": "talk"}) in ([], None)


def test_a_document_becomes_part_of_a_repository_that_is_made(
    tmp_path_factory: pytest.TempPathFactory,
    client: Client,  # noqa: F811
) -> None:
    place = tmp_path_factory.mktemp("later") / "coopdb.toml"
    later = client.open(place, "home = 5\n")
    client.ask("textDocument/hover", client.at(later, "home"))  # once it has been taken
    (place.parent / "records").mkdir()
    place.write_text("", encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": later, "type": 1}]})
    client.until(lambda: bool(client.diagnostics(later)))
    assert [each["code"] for each in client.diagnostics(later)] == ["K003"]


def test_a_kept_index_that_fails_is_asked_anew(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add(content=FULL.replace("2025-03-04", "2026-02-01"))
    kept, tries = KeptIndex(Repository(repo.root)), []

    def question(star: Star) -> int:
        tries.append(star)
        if len(tries) == 1:
            raise sqlite3.DatabaseError
        return len(star.sql("SELECT title FROM meetings").fetchall()) if hasattr(star, "sql") else 1

    assert kept.ask(question) == 1
    assert len(tries) == 2
    kept.close()

    def fails(*_: object) -> object:
        raise OSError

    monkeypatch.setattr(index, "_cached", fails)
    assert kept.ask(lambda star: star.day) == kept.ask(lambda star: star.day)
    kept.close()


def test_a_session_keeps_what_is_of_no_repository_until_it_is_of_one(tmp_path: Path) -> None:
    session = Session(lambda: DAY)
    place = tmp_path / "coopdb.toml"
    session.add_folder("untitled:new")
    session.close("untitled:never-open")
    assert session.open(place.as_uri(), 1, "home = 5\n") is None
    session.refresh([place.as_uri()])
    assert session.documents == {}
    (tmp_path / "records").mkdir()
    session.refresh([place.as_uri()])
    assert [each.lines.text for each in session.documents.values()] == ["home = 5\n"]
    (tmp_path / "records").rmdir()
    session.refresh([place.as_uri()])
    assert session.repositories == {}


def test_strings_that_have_a_text_are_found_as_among_all_strings() -> None:
    text = 'title = "cloud"\ntopics = ["cloud", "x", "clo\\u0075d"] # "cloud"\n[venue]\ncity = "x"\n'
    for each in (text, text.replace("\\u0075", "u"), "", "cloud = 'x'"):
        every = [place for place in Scan(each).strings() if place.value == "cloud"]
        assert [place for place in Scan(each).strings("cloud") if place.value == "cloud"] == every


def test_a_text_that_only_reads_like_a_topic_is_no_reference_to_it(client: Client, uri: str) -> None:  # noqa: F811
    client.put(uri, MINE.replace("Morocco and Qatar talk about AI", "artificial-intelligence"))
    place = client.at(uri, 'topics = ["artificial')
    found = client.ask("textDocument/references", {**place, "context": {"includeDeclaration": True}})
    assert [each["range"]["start"]["line"] for each in found if each["uri"] == uri] == [
        MINE.partition("topics = ")[0].count("\n")
    ]


def test_what_is_patched_is_what_would_be_worked_out_anew() -> None:
    words, random = packaged_vocabularies(), Random(5)  # noqa: S311  # the same each time
    outlines = [outline(each) for each in load(Repository(CORPUS)).entries]
    outlines += [each._replace(path=f"{each.path}x", id=f"{each.id}-two") for each in outlines[:40]]  # which are alike
    for _ in range(60):
        old = random.choice(outlines)
        other = random.choice(outlines)
        new = random.choice(
            [None, old._replace(title="Other"), old._replace(parties=other.parties, first=other.first, last=other.last)]
        )
        now = [new if each is old else each for each in outlines if each is not old or new]
        before, after = (Scope(tuple(each), words, DAY) for each in (outlines, now))
        for name, patch in PATCHES.items():
            assert patch(getattr(before, name), (old, new), now) == getattr(after, name), name
        assert PATCHES["by_id"](after.by_id, (new, old), outlines) == before.by_id
        outlines = now
