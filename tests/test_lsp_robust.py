"""What a language server does with what is too large, misnamed, moved elsewhere, or not a message at all."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from conftest import GOOD, Repo
from lsp_client import DAY, Client, in_process
from test_lsp import make, tell
from test_lsp_features import actions, told

from coopdb.check.choice import Choice
from coopdb.check.files import check_files
from coopdb.errors import StopError
from coopdb.lsp.cursor import Scan
from coopdb.lsp.server import serve
from coopdb.record.guard import MAX_BYTES
from coopdb.store.files.repository import Repository, no_caches

OPENED = {"languageId": "toml", "version": 1}
SOON = 2.0  # seconds of processor time; work that grows with the square takes five times that and more
PARTS = """
[[documents]]
kind = "mou"
title = "In force"
in_force = 2026-02-02

[[documents]]
key = "old"
kind = "mou"
title = "Replaced"
in_force = 2026-02-02

[[documents]]
kind = "mou"
title = "Expiring"
in_force = 2026-02-02
expires = "2026-12"
"""


@pytest.fixture
def client(repo: Repo) -> Iterator[Client]:
    with in_process() as found:
        found.initialize(repo.root)
        yield found


def codes(client: Client, uri: str) -> list[str]:
    return [each["code"] for each in client.diagnostics(uri)]


def test_a_message_that_says_it_is_larger_than_any_ends_the_server_with_a_word() -> None:
    huge = BytesIO(b"Content-Length: 99999999999999\r\n\r\n{}")
    with pytest.raises(StopError, match="a message has 99,999,999,999,999 bytes"):
        serve(lambda: DAY, no_caches, stdin=huge, stdout=BytesIO())


def test_of_a_document_larger_than_a_record_may_be_only_that_is_said(repo: Repo, client: Client) -> None:
    path = repo.add()
    for letter in ("x", "م"):
        uri = client.open(path, f"{GOOD}# {letter * (MAX_BYTES // len(letter.encode()))}\n")
        assert codes(client, uri) == ["F003"]
        document = {"textDocument": {"uri": uri}}
        assert client.ask("textDocument/documentSymbol", document) is None
        assert client.ask("textDocument/hover", client.at(uri, "title")) is None
        assert (
            client.ask("textDocument/formatting", {**document, "options": {"tabSize": 4, "insertSpaces": True}}) is None
        )
    client.put(uri, GOOD)
    assert codes(client, uri) == []
    assert client.ask("textDocument/documentSymbol", document)


@pytest.mark.parametrize("name", ["2026-02-01-ma-qa.toml.txt", "2026-02-01-ma-qa.tml", "2026-02-01-ma-de.toml"])
def test_a_file_with_the_wrong_name_has_the_problems_that_validate_finds(repo: Repo, client: Client, name: str) -> None:
    path = repo.add(f"2026/{name}")
    place, repository = f"records/2026/{name}", Repository(repo.root)
    report = check_files(repository, repository.files(), DAY, Choice({place}))
    uri = client.open(path)
    assert codes(client, uri) == [each.code for each in report.problems]
    assert codes(client, uri)
    assert [each["message"].split("\n")[0] for each in client.diagnostics(uri)] == [
        each.message for each in report.problems
    ]


def test_what_is_no_record_by_its_name_is_not_formatted_and_forgotten_when_closed(repo: Repo, client: Client) -> None:
    uri = client.open(repo.add("2026/2026-02-01-ma-qa.toml.txt", GOOD.replace("=", " =  ")))
    assert codes(client, uri)
    asked = {"textDocument": {"uri": uri}, "options": {"tabSize": 4, "insertSpaces": True}}
    assert client.ask("textDocument/formatting", asked) is None
    topics = repo.root / "records/topics.toml"
    client.open(topics, '[ports]\nlabels = { en = "Ports" }\nbroader = "digital-economy"\n')
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert client.ask("textDocument/hover", client.at(uri, "title")) is None
    client.notifications.clear()
    client.open(Path(uri.removeprefix("file://")))
    assert codes(client, uri)


def test_another_root_in_the_configuration_is_taken_up(tmp_path: Path) -> None:
    one, other = (Repo(make(tmp_path / name)) for name in ("one", "other"))
    config, unknown = tmp_path / "coopdb.toml", GOOD.replace("artificial-intelligence", "zzz")
    config.write_text('root = "one"\nignore = ["V003"]\n', encoding="utf-8")
    with in_process() as client:
        client.initialize(tmp_path)
        first, second = (client.open(each.add(content=unknown)) for each in (one, other))
        assert (codes(client, first), codes(client, second)) == ([], ["V003"])
        for root, found in (("other", ["V003"]), ("nowhere", ["V003"]), ("one", [])):  # the second is not followed
            config.write_text(f'root = "{root}"\nignore = ["V003"]\n', encoding="utf-8")
            tell(client, config, 2)
            client.put(first, f"{unknown}# {root}\n")
            assert codes(client, first) == found
        shutil.rmtree(one.root)
        tell(client, config, 2)
        client.until(lambda: said(client, first) == [[]])


def said(client: Client, uri: str) -> list[list[Any]]:
    return [each["params"]["diagnostics"] for each in client.notifications if each["params"]["uri"] == uri]


def test_the_state_of_a_document_is_told_where_its_meeting_was_held(repo: Repo, client: Client) -> None:
    repo.add("2026/2026-03-03-ma-qa.toml", GOOD.replace("2026-02-01", "2026-03-03").replace("/1", "/2")).write_text(
        GOOD.replace("2026-02-01", "2026-03-03").replace("/1", "/2")
        + '\n[[documents]]\nkind = "mou"\nreplaces = "2026-02-01-ma-qa#old"\nin_force = 2026-03-04\n',
        encoding="utf-8",
    )
    client.notify("workspace/didChangeWatchedFiles", {"changes": []})
    uri = client.open(repo.add(content=GOOD + PARTS))
    assert told(client, uri, '"In fo') == "in-force, as of 2026-11-01"
    assert told(client, uri, '"Repl') == "replaced by 2026-03-03-ma-qa, as of 2026-11-01"
    assert told(client, uri, 'expires = "2026') == "expiring, as of 2026-11-01"
    client.put(uri, (GOOD + PARTS).replace("2026-02-01\n", '2026-02-01\nstatus = "cancelled"\n'))
    assert told(client, uri, '"In fo') == ""
    client.put(uri, GOOD + PARTS + "x = \n")
    assert told(client, uri, '"In fo') == ""


def test_the_state_is_that_of_the_table_within_a_line_that_is_pointed_at(repo: Repo, client: Client) -> None:
    tables = [f'{{ kind = "mou", title = "{name}", expires = "{day}" }}' for name, day in (("A", 2025), ("B", 2027))]
    for between in (", ", ",\n    "):
        text = GOOD.replace("\n[[", f"\ndocuments = [{between.join(tables)}]\n\n[[", 1)
        uri = client.open(repo.add(content=text))
        assert told(client, uri, '"A') == "expired, as of 2026-11-01"
        assert told(client, uri, '"B') == "unknown, as of 2026-11-01"


def test_tables_within_a_line_of_different_tables_have_different_numbers() -> None:
    table = '[[commitments]]\nupdates = [{ note = "a" }, { note = "b" }]\n'
    numbers = [place.number for place in Scan(table * 2).strings() if place.key == "note"]
    assert len(set(numbers)) == 4


@pytest.mark.parametrize("first", ["", "#:schema ../../coopdb.schema.json\n"])
def test_a_record_of_tables_alone_is_marked_as_a_draft_at_its_beginning(repo: Repo, client: Client, first: str) -> None:
    rest = "[[participants]]\ncountry = 'MA'\n"
    uri = client.open(repo.add(), first + rest)
    (change,) = actions(client, uri)["Record it as a draft"]["edit"]["documentChanges"]
    assert change["edits"][0]["newText"].startswith("draft = true\n")
    assert change["edits"][0]["range"]["start"]["line"] == first.count("\n")


@pytest.mark.parametrize(
    "uri", ["untitled:1", "file:///a%00b.toml", "file://[/x", "file:///\ud800.toml", f"file:///{'a' * 300}/x.toml"]
)
def test_an_address_that_no_file_has_and_a_change_of_what_is_not_open_are_no_errors(client: Client, uri: str) -> None:
    for text in (GOOD, "x"):
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 2}]})
        client.notify("textDocument/didOpen", {"textDocument": {**OPENED, "uri": uri, "text": text}})
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "y"}]}
        client.notify("textDocument/didChange", change)
    assert client.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}}) is None
    assert [each for each in client.notifications if each["method"] == "window/showMessage"] == []


def test_a_search_without_words_is_refused_in_words(client: Client) -> None:
    error = client.answer("workspace/symbol", {"query": '"'})["error"]
    assert (error["code"], error["message"][:21]) == (-32803, "nothing to search for")


def test_a_place_among_many_keys_is_found_at_once() -> None:
    text = "".join(f"k{n} = {{a = 1}}\n" for n in range(15_000))
    start = process_time()
    place = Scan(text).at(len(text))
    assert process_time() - start < SOON
    assert place is not None
    assert len(place.present) == 15_000


@pytest.mark.parametrize("line", [f'title = "{" " * 100_000}x"', f"[{' ' * 3_000}"])
def test_the_outline_of_a_line_of_spaces_is_made_at_once(repo: Repo, client: Client, line: str) -> None:
    uri = client.open(repo.add(), line)
    start = process_time()
    assert client.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert process_time() - start < SOON


def test_a_file_that_is_open_by_two_names_has_one_text_until_the_first_is_closed(repo: Repo, client: Client) -> None:
    path = repo.add()
    alias = repo.root.parent / "alias"
    alias.symlink_to(repo.root)
    layout = {"options": {"tabSize": 1, "insertSpaces": True}}
    first = client.open(path)
    second = client.open(alias / path.relative_to(repo.root), GOOD.replace('"QA"', '"XX"'))
    assert client.ask("textDocument/formatting", {"textDocument": {"uri": first}, **layout}) == []
    assert client.ask("textDocument/documentSymbol", {"textDocument": {"uri": second}}) is None
    client.notify("textDocument/didClose", {"textDocument": {"uri": first}})
    client.notify("textDocument/didSave", {"textDocument": {"uri": second}})
    assert codes(client, second) == ["V001"]
