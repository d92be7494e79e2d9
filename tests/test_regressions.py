"""What testers broke once: each stays mended."""

import csv
import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.cli import main
from coopdb.cli.streams import remark
from coopdb.record import toml
from coopdb.record.reading import read
from coopdb.record.writing import to_toml
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]


def test_an_interrupt_while_importing_is_an_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("coopdb.cli.app.main", interrupt)
    assert main() == 130


def test_a_number_of_many_digits_is_a_wrong_type(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace('"Morocco and Qatar talk about AI"', "1" * 5000))
    assert "K003 `title` must be a string, not a number of many digits" in coopdb("validate", "--format", "concise").out


def test_a_day_that_python_does_not_have_hides_no_other_file(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2026/2026-02-02-ma-qa.toml", GOOD.replace("2026-02-01", "0000-01-01"))
    assert coopdb("search", "--format", "ids").out == "2026-02-01-ma-qa\n"
    assert "2026-02-02-ma-qa.toml:2:" in coopdb("validate", "--format", "concise").out


def test_a_reader_that_fails_without_a_place_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("no such day")

    monkeypatch.setattr("coopdb.record.toml.toml_rs.loads", fail)
    (fault,) = read(GOOD.encode(), packaged_vocabularies()).faults
    assert (fault.kind, fault.detail) == ("bad-syntax", "no such day")


@pytest.mark.skipif(sys.platform != "linux", reason="names of other systems are text")
def test_a_name_that_is_not_utf8_hides_no_other_file(repo: Repo, coopdb: Run) -> None:
    repo.add()
    path = os.fsencode(repo.root) + b"/records/2026/2026-02-02-ma-qa-\xff.toml"
    Path(os.fsdecode(path)).write_text(GOOD, encoding="utf-8")
    result = coopdb("search", "--format", "ids")
    assert result.out == "2026-02-01-ma-qa\n"
    assert "\\udcff" in result.err
    assert "its name is not UTF-8" in coopdb("validate").out
    assert coopdb("crosstab", "country").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "-c", ","), ("search", "--exclude", "country=,"), ("search", "--place", ","), ("search", "!!!"),
        ("search", ""), ("search", "--since", ""), ("search", "--status", ","), ("search", "--place", "Congo"),
    ],
)  # fmt: skip
def test_what_asks_for_nothing_is_refused(repo: Repo, coopdb: Run, arguments: tuple[str, ...]) -> None:
    repo.add()
    result = coopdb(*arguments)
    assert result.code == 2
    assert "internal" not in result.err


@pytest.mark.parametrize("status", ["any", "ANY", "held,any"])
def test_any_status_lifts_the_filter(repo: Repo, coopdb: Run, status: str) -> None:
    repo.add(content=f'status = "cancelled"\n{GOOD}')
    assert coopdb("crosstab", "country", "--status", status, "--format", "csv").out.endswith(",total,1\n")


@pytest.mark.parametrize("text", ["a\r\nb", "a\nb", "\\r", '"""', "a\\\nb", "\x00\x85\u2028"])
def test_text_survives_writing(text: str) -> None:
    meeting = read(f"host_event = {toml.value(text)}\n{GOOD}".encode(), packaged_vocabularies()).meeting
    assert meeting is not None
    assert meeting.host_event == text
    assert read(to_toml(meeting).encode(), packaged_vocabularies()).meeting == meeting


def test_paths_upward_and_empty_folders(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    (repo.root / "records" / "empty").mkdir()
    monkeypatch.chdir(repo.root / "records" / "2026")
    assert "1 file checked" in coopdb("validate", "..").err
    assert "1 file checked" in coopdb("validate", ".").err
    assert "1 file checked" in coopdb("validate", "../..").err
    result = coopdb("validate", "../empty")
    assert (result.code, "there is no `.toml` file in it" in result.err) == (2, True)


def test_a_source_that_says_nothing_is_a_fault(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.partition("[[sources]]")[0] + '[[sources]]\nlanguage = "en"\n')
    repo.add("2026/2026-02-01-ma-qa-b.toml", GOOD.replace('title = "Morocco and Qatar talk about AI"', 'title = " "'))
    out = coopdb("validate", "--format", "concise").out
    assert "K001 missing key `url` or `title` or `publisher`" in out
    assert "K003 `title` must be some text, not ` `" in out


def test_an_owner_is_understood_by_any_name(repo: Repo, coopdb: Run) -> None:
    for number, owner in enumerate(("European Union", "Maroc", "AU", "Union africaine")):
        text = f'{GOOD}\n[[commitments]]\ntext = "t"\nowner = "{owner}"\n'
        repo.add(f"2026/2026-02-01-ma-qa-{number}.toml", text)
    out = coopdb("validate", "--format", "concise", "--select", "K,V").out
    assert [line.partition("write ")[2] for line in out.splitlines()] == [
        '`"european-union"`)', '`"MA"`)', '`"african-union"`)'
    ]  # fmt: skip


def test_a_value_called_none_or_total_is_no_margin(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2026/2026-02-01-ma-qa-b.toml", f'host_event = "(none)"\n{GOOD}')
    repo.add("2026/2026-02-01-ma-qa-c.toml", f'host_event = "total"\n{GOOD}')
    rows = list(csv.reader(StringIO(coopdb("crosstab", "host-event", "country", "--format", "csv").out)))
    assert rows[1:] == [
        ["(none)", "(none)", "1", "1", "1"],
        ["total", "total", "1", "1", "1"],
        ["(none)", "(none)", "1", "1", "1"],
        ["", "total", "3", "3", "3"],
    ]
    header = coopdb("crosstab", "country", "host-event").out.splitlines()[0]
    assert header.split() == ["country", "(none)", "total", "(none)", "total"]


def test_headers_are_harmless(repo: Repo, coopdb: Run) -> None:
    repo.add(content=f'host_event = "\\u001b[31mred\\u0007\\n"\n{GOOD}')
    out = coopdb("crosstab", "country", "host-event").out
    assert "\x1b" not in out
    assert "\\x1b[31mred\\x07\\n" in out


def test_markdown_is_literal_at_the_start_of_a_line(repo: Repo, coopdb: Run) -> None:
    repo.add(content=f'summary = "# not a heading"\n{GOOD}')
    assert "\n\\# not a heading\n" in coopdb("show", "2026", "--format", "markdown").out


def test_capital_letters_in_an_ending_are_no_way_out(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa.TOML")
    assert "I001" in coopdb("validate", "--format", "concise").out


def test_closed_streams_change_no_exit_code(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo.add()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        assert main(["search"]) == 3
    assert "stdout is closed" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stderr", None)
    remark("nobody hears this")


def test_help_into_a_full_disk_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError(28, "No space left on device", "out.txt")

    monkeypatch.setattr("coopdb.cli.app.prepare_streams", fail)
    assert main(["--help"]) == 3


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title = "a"\nsummary = """\nmany\nlines.\n\n[venue]\ncity = "b"\n', 4),
        ('summary = """\nsummary = """\nmany\nlines."""\n', 1),
        ('topics = ["a]\n\n[venue]\ncity = "b"\n', 1),
        ('title = """\nwell closed"""\ndate = \n', 3),
    ],
)
def test_a_missing_quote_is_found_where_it_is_missing(text: str, line: int) -> None:
    (fault,) = read(text.encode(), packaged_vocabularies()).faults
    assert fault.span is not None
    assert fault.span.line == line
