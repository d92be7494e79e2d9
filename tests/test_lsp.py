"""`coopdb lsp` through the protocol: what an editor is told of a document, and how it follows what changes."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from conftest import CORPUS, GOOD, Repo, Result
from lsp_client import DAY, Client, in_other_process, in_process, position

from coopdb.check.choice import Choice
from coopdb.check.runner import check
from coopdb.store.files.records import RecordFiles, entry_of, load
from coopdb.store.files.repository import Repository

FUZZ = int(os.environ.get("COOPDB_FUZZ_LSP", "25"))
PIECES = (
    '"', "[", "]", "{", "=", ",", "#", "\n", "\r\n", "é", "😀", "مغرب", "\u2028", "\x85", "\t",
    "\n[[participants]]\n", '\ncountry = "Maroc"\n', '\ntopic = "IA"\n', "2031-01-01", '"2026"', "draft = true\n", "MA",
    "x",    '\n[[waivers]]\ncode = "S001"\nreason = "none"\n', '\nfollows = ["2019-03-21-jp-vn"]\n', "“", "’",
)  # fmt: skip


@pytest.fixture
def client() -> Iterator[Client]:
    with in_process() as found:
        yield found


def expected(records: RecordFiles, path: str) -> list[tuple[str, str, int, int, int, int]]:
    """Check a file as `validate` does when it is named, and return what an editor would have to show."""
    text = next(each.reading.text for each in records.entries if each.path == path)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = []
    for each in check(records, DAY, Choice({path})).problems:
        ends = (each.span.line, each.span.column), (each.span.end_line, each.span.end_column)
        start, end = (position(text, starts[line - 1] + column - 1) for line, column in ends)
        place = start["line"], start["character"], end["line"], end["character"]
        found.append((each.code, each.severity, *place))
    return found


def with_text(records: RecordFiles, path: str, text: str) -> RecordFiles:
    entry = entry_of(path, text.encode(), records.vocabularies)
    return replace(records, entries=tuple(entry if each.path == path else each for each in records.entries))


def shown(diagnostics: list[dict[str, Any]]) -> list[tuple[str, str, int, int, int, int]]:
    severities = {1: "error", 2: "warning", 3: "info"}
    found = []
    for each in diagnostics:
        start, end = each["range"]["start"], each["range"]["end"]
        place = start["line"], start["character"], end["line"], end["character"]
        found.append((each["code"], severities[each["severity"]], *place))
    return found


def test_the_real_command_tells_what_validate_finds_in_unsaved_text(repo: Repo) -> None:
    path = repo.add()
    with in_other_process("--on", DAY.isoformat(), folder=repo.root) as (client, process):
        result = client.initialize(repo.root)
        assert result["serverInfo"]["name"] == "coopdb"
        uri = client.open(path)
        assert client.diagnostics(uri) == []
        place = GOOD.index('"artificial-intelligence"')
        client.splice(uri, place, place + len('"artificial-intelligence"'), '"artificial-inteligence"')
        (problem,) = client.diagnostics(uri)
        assert (problem["code"], problem["severity"], problem["source"]) == ("V003", 1, "coopdb")
        assert "did you mean" in problem["message"]
        client.end()
        assert process.wait(10) == 0
        assert process.stderr
        assert process.stderr.read() == b""


def test_without_the_extra_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch, coopdb: "Any") -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    result: Result = coopdb("lsp")
    assert (result.code, result.out) == (3, "")
    assert result.err == "error: the language server is not installed\n  help: install `coopdb[lsp]`\n"


def test_the_command_serves_on_stdin_and_stdout(monkeypatch: pytest.MonkeyPatch, coopdb: "Any") -> None:
    days = []
    monkeypatch.setattr("coopdb.lsp.server.serve", lambda today, *_: days.append(today()))
    assert coopdb("lsp", "--on", "2026-11-01").code == 0
    assert coopdb("lsp").code == 0
    assert days == [DAY, date.today()]


def test_diagnostics_are_those_of_validate_after_any_edits(tmp_path: Path, client: Client) -> None:
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    records, random = load(Repository(tmp_path)), Random(FUZZ)  # noqa: S311  # the same each time
    client.initialize(tmp_path)
    for number in range(FUZZ):
        entry = random.choice(records.entries)
        uri = (tmp_path / entry.path).as_uri()
        if uri not in client.texts:
            client.open(tmp_path / entry.path)
        elif number % 7 == 0:
            client.put(uri, (tmp_path / entry.path).read_text(encoding="utf-8"))
        for _ in range(random.randrange(1, 4)):
            text = client.texts[uri]
            start = random.randrange(len(text) + 1)
            end = min(len(text), start + random.choice((0, 0, 0, 1, 1, 3, 12, 60)))
            client.splice(uri, start, end, random.choice(PIECES))
        records = with_text(records, entry.path, client.texts[uri])
        assert shown(client.diagnostics(uri)) == expected(records, entry.path), client.texts[uri]


@pytest.mark.parametrize("encodings", [None, ["utf-8"], ["utf-32", "utf-16"], ["utf-16"]])
def test_places_are_counted_in_the_units_that_the_editor_chose(
    repo: Repo, client: Client, encodings: list[str] | None
) -> None:
    general = {"general": {"positionEncodings": encodings}} if encodings else {}
    result = client.initialize(repo.root, capabilities=general)
    chosen = (encodings or ["utf-16"])[0]
    assert result["capabilities"]["positionEncoding"] == chosen
    wide = 'topics = [\'artificial-intelligence\', "x", "القضاء 😀", "clowd"]'
    uri = client.open(repo.add(), GOOD.replace('topics = ["artificial-intelligence"]', wide))
    last = next(each for each in client.diagnostics(uri) if "clowd" in each["message"])
    units = {
        "utf-8": lambda text: len(text.encode()),
        "utf-32": len,
        "utf-16": lambda t: len(t.encode("utf-16-le")) // 2,
    }
    start, end = (units[chosen](wide[: wide.index(text)]) for text in ('"clowd"', "]\n"[:1]))
    assert last["range"]["start"] == {"line": 2, "character": start}
    assert last["range"]["end"] == {"line": 2, "character": end}
    whole = {"start": {"line": 2, "character": start}, "end": {"line": 2, "character": end}}
    client.change(uri, {"range": whole, "text": '"cloud"'})
    assert not [each for each in client.diagnostics(uri) if "clowd" in each["message"]]


def test_lines_end_where_the_protocol_ends_them(repo: Repo, client: Client) -> None:
    client.initialize(repo.root)
    uri = client.open(repo.add(), GOOD.replace("\n", "\r\n").replace("AI", "A\u2028\x85I"))
    before = shown(client.diagnostics(uri))
    far = {"start": {"line": 99, "character": 0}, "end": {"line": 99, "character": 9}}
    client.change(uri, {"range": far, "text": "\r\nzzz = 1\r"})
    last = shown(client.diagnostics(uri))[-1]
    assert before != last
    assert last[2:] == (13, 7, 13, 7)


def test_a_change_shows_in_the_other_open_documents(repo: Repo, client: Client) -> None:
    one, other = repo.add(), repo.add("2026/2026-02-02-ma-qa.toml", GOOD.replace("02-01", "02-02").replace("/1", "/2"))
    client.initialize(repo.root)
    first, second = client.open(one), client.open(other)
    before = client.diagnostics(second)
    client.notifications.clear()
    client.put(first, GOOD.replace("Morocco and Qatar talk about AI", "They sign a memorandum on ports"))
    client.diagnostics(first)
    assert client.diagnostics(second) != before


def test_a_document_that_is_closed_is_as_it_is_on_disk(repo: Repo, client: Client) -> None:
    path = repo.add()
    client.initialize(repo.root)
    uri = client.open(path, "broken")
    assert client.diagnostics(uri)
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    client.until(lambda: not client.notifications[-1]["params"]["diagnostics"])
    client.notifications.clear()
    uri = client.open(path)
    assert client.diagnostics(uri) == []


def test_files_outside_of_records_are_left_alone(
    repo: Repo, client: Client, tmp_path_factory: pytest.TempPathFactory
) -> None:
    repo.add()
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    client.initialize(repo.root)
    for path in (repo.root / "pyproject.toml", elsewhere / "x.toml", repo.root / "records" / "x.txt"):
        path.write_text("title = ", encoding="utf-8")
        uri = client.open(path)
        place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
        client.put(uri, "title = 1")
        client.splice(uri, 0, 1, "x")
        assert client.ask("textDocument/hover", place) is None
        assert client.ask("textDocument/completion", place) is None
    item = {"uri": "untitled:1", "languageId": "toml", "version": 1, "text": ""}
    client.notify("textDocument/didOpen", {"textDocument": item})
    assert client.ask("textDocument/documentSymbol", {"textDocument": {"uri": "untitled:1"}}) is None
    assert not [each for each in client.notifications if each["method"] == "textDocument/publishDiagnostics"]


def test_several_roots_each_have_records_of_their_own(tmp_path: Path, client: Client) -> None:
    one, other = (Repo(make(tmp_path / name)) for name in ("one", "other"))
    (other.root / "coopdb.toml").write_text('ignore = ["V003"]\n', encoding="utf-8")
    unknown = GOOD.replace("artificial-intelligence", "zzz")
    client.initialize(one.root, tmp_path / "none")
    first = client.open(one.add(content=unknown))
    assert [each["code"] for each in client.diagnostics(first)] == ["V003"]
    folder = {"uri": other.root.as_uri(), "name": "other"}
    client.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": [folder], "removed": []}})
    second = client.open(other.add(content=unknown))
    assert client.diagnostics(second) == []
    for uri in (first, second):
        Path(uri.removeprefix("file://")).write_text(GOOD, encoding="utf-8")
        client.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    found = client.ask("workspace/symbol", {"query": "qatar"})
    assert [each["location"]["uri"] for each in found] == [first, second]


def make(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_what_others_change_on_disk_is_followed(repo: Repo, client: Client) -> None:
    path = repo.add(content=GOOD.replace("topics", 'follows = ["2025-01-01-ma-qa"]\ntopics'))
    client.initialize(repo.root)
    client.until(lambda: bool(client.asked))
    (registration,) = client.asked[0]["params"]["registrations"]
    assert registration["method"] == "workspace/didChangeWatchedFiles"
    uri = client.open(path)
    assert [each["code"] for each in client.diagnostics(uri)] == ["L001"]
    earlier = repo.add("2025/2025-01-01-ma-qa.toml", GOOD.replace("2026-02-01", "2025-01-01").replace("/1", "/0"))
    tell(client, earlier, 1)
    assert client.diagnostics(uri) == []
    earlier.unlink()
    tell(client, earlier, 3)
    assert [each["code"] for each in client.diagnostics(uri)] == ["L001"]
    topics = repo.root / "records" / "topics.toml"
    topics.write_text('[ports]\nlabels = { en = "Ports" }\nbroader = "digital-economy"\n', encoding="utf-8")
    tell(client, topics, 1)
    client.put(uri, GOOD.replace("artificial-intelligence", "ports"))
    assert client.diagnostics(uri) == []


def tell(client: Client, path: Path, kind: int) -> None:
    client.notifications.clear()
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": kind}]})


def test_many_files_that_change_at_once_are_followed(repo: Repo, client: Client) -> None:
    path = repo.add(content=GOOD.replace("topics", 'follows = ["2001-01-25-ma-qa"]\ntopics'))
    client.initialize(repo.root)
    uri = client.open(path)
    assert [each["code"] for each in client.diagnostics(uri)] == ["L001"]
    for number in range(1, 29):
        day = f"2001-01-{number:02}"
        repo.add(f"2001/{day}-ma-qa.toml", GOOD.replace("2026-02-01", day).replace("/1", f"/{day}"))
    client.notifications.clear()
    client.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert client.diagnostics(uri) == []


def test_a_folder_of_records_that_appears_or_goes_is_followed(tmp_path: Path, client: Client) -> None:
    client.initialize(tmp_path)
    path = tmp_path / "records" / "2026" / "2026-02-01-ma-qa.toml"
    uri = client.open(path, "title = 1")
    path.parent.mkdir(parents=True)
    path.write_text("title = 1", encoding="utf-8")
    tell(client, path, 1)
    assert client.diagnostics(uri)
    shutil.rmtree(tmp_path / "records")
    tell(client, path, 3)
    client.put(uri, "title = 2")
    assert client.ask("workspace/symbol", {"query": "x"}) == []


def test_own_topics_and_people_count_while_they_are_typed(repo: Repo, client: Client) -> None:
    path = repo.add(content=GOOD.replace("artificial-intelligence", "ports"))
    topics = repo.root / "records" / "topics.toml"
    client.initialize(repo.root)
    uri = client.open(path)
    assert [each["code"] for each in client.diagnostics(uri)] == ["V003"]
    client.notifications.clear()
    own = client.open(topics, '[ports]\nlabels = { en = "Ports" }\nbroader = "nowhere"\n')
    assert client.diagnostics(uri) == []
    assert "V006" in {each["code"] for each in client.diagnostics(own)}
    assert client.ask("textDocument/completion", client.at(own, "nowhere"))["items"] == []
    client.splice(own, 0, 0, "# a comment\n")
    client.diagnostics(own)
    client.notifications.clear()
    client.notify("textDocument/didClose", {"textDocument": {"uri": own}})
    assert [each["code"] for each in client.diagnostics(uri)] == ["V003"]


def test_the_configuration_counts_while_it_is_typed(repo: Repo, client: Client) -> None:
    (repo.root / "coopdb.toml").write_text("", encoding="utf-8")
    path = repo.add(content=GOOD.replace("artificial-intelligence", "ports"))
    client.initialize(repo.root)
    uri = client.open(path)
    assert client.diagnostics(uri)
    client.notifications.clear()
    config = client.open(repo.root / "coopdb.toml", 'ignore = ["V003"]\n')
    assert client.diagnostics(uri) == []
    client.put(config, "ignore = 1")
    assert client.diagnostics(config)


def test_a_configuration_above_the_records_is_checked_too(tmp_path: Path, client: Client) -> None:
    data = Repo(make(tmp_path / "data"))
    config = tmp_path / "coopdb.toml"
    config.write_text('root = "data"\nignore = ["V003"]\n', encoding="utf-8")
    client.initialize(tmp_path)
    uri = client.open(data.add(content=GOOD.replace("artificial-intelligence", "ports")))
    assert client.diagnostics(uri) == []
    client.notifications.clear()
    own = client.open(config, 'root = "data"\nselekt = 1\n')
    assert client.diagnostics(own)
    assert [each["code"] for each in client.diagnostics(uri)] == ["V003"]


def test_a_link_is_not_followed(repo: Repo, client: Client, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.toml"
    secret.write_text(GOOD, encoding="utf-8")
    link = repo.add()
    link.unlink()
    link.symlink_to(secret)
    client.initialize(repo.root)
    uri = client.open(link, GOOD)
    assert [each["code"] for each in client.diagnostics(uri)] == ["F001"]
    outside = repo.root / "records" / "out"
    outside.symlink_to(secret.parent)
    uri = client.open(outside / "2026-02-01-ma-qa.toml", GOOD)
    assert client.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}}) is None


def test_a_folder_that_cannot_be_listed_has_no_records(tmp_path: Path, client: Client) -> None:
    (tmp_path / "records").write_text("", encoding="utf-8")
    client.initialize(tmp_path)
    assert client.ask("workspace/symbol", {"query": ""}) == []


def test_a_new_day_counts_when_it_has_come(repo: Repo) -> None:
    days = [date(2026, 11, 1)]
    with in_process(lambda: days[0]) as client:
        client.initialize(repo.root)
        text = GOOD.replace("2026-02-01", "2026-11-02")
        uri = client.open(repo.add("2026/2026-11-02-ma-qa.toml", text))
        assert [each["code"] for each in client.diagnostics(uri)] == ["D003"]
        days[0] = date(2026, 11, 2)
        client.splice(uri, 0, 0, "\n")
        assert client.diagnostics(uri) == []


def test_a_request_that_is_cancelled_is_answered_so(repo: Repo, client: Client) -> None:
    client.initialize(repo.root)
    uri = client.open(repo.add())
    numbers = [client.begin("textDocument/hover", client.at(uri, '"MA')) for _ in range(50)]
    for number in numbers:
        client.notify("$/cancelRequest", {"id": number})
    answers = [client.wait(number) for number in numbers]
    assert all("result" in each or each["error"]["code"] == -32800 for each in answers)


def test_no_file_is_written(repo: Repo, client: Client) -> None:
    path = repo.add()
    client.initialize(repo.root, capabilities={})
    uri = client.open(path, GOOD.replace('"MA"', '"Maroc"'))
    document = {"textDocument": {"uri": uri}}
    client.ask("textDocument/formatting", {**document, "options": {"tabSize": 4, "insertSpaces": True}})
    client.ask("textDocument/rename", {**client.at(uri, "artificial"), "newName": "cloud"})
    assert path.read_text(encoding="utf-8") == GOOD
    assert sorted(each.name for each in repo.root.rglob("*")) == ["2026", path.name, "records"]
    assert client.asked == []


def test_nothing_is_kept_of_a_change_that_was_taken(repo: Repo, client: Client) -> None:
    client.initialize(repo.root)
    uri = client.open(repo.add())
    client.diagnostics(uri)
    before = _futures()
    for number in range(30):
        client.put(uri, f"{GOOD}# {number}\n")
    client.diagnostics(uri)
    assert _futures() < before + 20


def _futures() -> int:
    gc.collect()
    return sum(type(each) is Future for each in gc.get_objects())
