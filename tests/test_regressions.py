"""What testers broke once: each stays fixed."""

import csv
import json
import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import GOOD, Repo, Result, cached

from coopdb import cli
from coopdb.cli import main
from coopdb.cli.streams import remark
from coopdb.errors import StopError
from coopdb.query.crosstab import crosstab
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.filters import Filters
from coopdb.query.search import search
from coopdb.query.selection import select
from coopdb.record import toml
from coopdb.record.reading import read
from coopdb.record.writing import to_toml
from coopdb.render.formats import render
from coopdb.render.screen import Screen
from coopdb.store.cache import fingerprint
from coopdb.store.cache.index import Opened, ask
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.engines.duckdb import open_tables
from coopdb.store.star.rows import build_star
from coopdb.store.star.tables import star_tables
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
        ["(total)", "total", "3", "3", "3"],
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
    said = "error: cannot write the output: stdout is closed\n  help: leave stdout open, or send it to a file\n"
    assert capsys.readouterr().err == said
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


FULL = """\
title = "T1"
date = 2026-03-01
summary = "l\u2019E\u0301cole nume\u0301rique. \u0627\u0644\u0645\u064e\u063a\u0631\u0650\u0628"

[venue]
country = "QA"

[[participants]]
country = "MA"
name = "Amal Idrissi"
role = "Minister"

[[participants]]
country = "QA"
name = "=HYPERLINK(1)"
role = "Chief"

[[topics]]
topic = "cloud"

[[topics]]
topic = "5g"

[[documents]]
kind = "mou"

[[sources]]
url = "https://example.org/1"
"""
LATER = GOOD.replace("2026-02-01", "2028-04-01").replace('"QA"', '"FR"')


@pytest.fixture
def two(repo: Repo) -> Repo:
    repo.add("2026/2026-03-01-ma-qa.toml", FULL)
    repo.add("2028/2028-04-01-fr-ma.toml", LATER)
    return repo


@pytest.mark.parametrize("dimension", ["country", "host", "pair", "group"])
def test_a_table_of_nothing_is_drawn(two: Repo, dimension: str) -> None:
    star = build_star(load(Repository(two.root)))
    selection = select(Filters(since="2030"), star)
    drawn = render("tables", "table", crosstab(star, DIMENSIONS[dimension], None, selection), Screen(True, 80))
    assert "0 meetings" in drawn


def test_a_cache_that_may_not_be_looked_into_is_done_without(
    two: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = coopdb("search", "--format", "ids").out

    stat = os.stat

    def refuse(path: object, *arguments: object, **options: object) -> object:
        if str(path).endswith("index.sqlite"):
            raise PermissionError(13, "Permission denied")
        return stat(path, *arguments, **options)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(os, "stat", refuse)
    assert coopdb("search", "--format", "ids").out == found


def test_numbers_that_are_not_of_meetings_say_what_they_are(two: Repo, coopdb: Run) -> None:
    shown = coopdb("crosstab", "country", "--count", "people").out
    assert "People are counted under their own country." in shown


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["country", "--count", "documents", "--drill", "MA", ""], ["2026-03-01-ma-qa"]),
        (["country", "--drill", "Maroc", "total"], ["2028-04-01-fr-ma", "2026-03-01-ma-qa"]),
        (["country", "topic", "--drill", "qatar", "Nuage informatique"], ["2026-03-01-ma-qa"]),
        (["year", "--drill", "2027", "meetings"], []),
    ],
)
def test_a_cell_is_opened_by_any_name_and_unit(two: Repo, coopdb: Run, arguments: list[str], ids: list[str]) -> None:
    result = coopdb("crosstab", *arguments, "--format", "json")
    assert [each["id"] for each in json.loads(result.out)] == ids


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        (("QA", "nonsense"), "the table has no column `nonsense`"),
        (("(other)", ""), "`(other)` is several rows"),
        (("Atlantis", ""), "no meeting has the country `Atlantis`"),
    ],
)
def test_a_cell_that_is_not_there_is_refused(two: Repo, coopdb: Run, cell: tuple[str, str], message: str) -> None:
    result = coopdb("crosstab", "country", "--drill", *cell)
    assert (result.code, message in result.err) == (2, True)


def test_no_value_is_not_counted_among_the_values(two: Repo, coopdb: Run) -> None:
    assert "2 meetings · 0 institutions" in coopdb("crosstab", "institution").out


def test_a_table_takes_no_records_place_and_is_written_whole(
    two: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    record = two.root / "records/2026/2026-03-01-ma-qa.toml"
    assert coopdb("search", "--output", str(record)).code == 2
    assert record.read_text(encoding="utf-8") == FULL
    table = tmp_path / "table.CSV"
    assert coopdb("search", "--output", str(table)).code == 0
    whole = table.read_text(encoding="utf-8")
    assert whole.startswith("id,path")
    assert table.stat().st_mode & 0o044 == 0o044

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert coopdb("crosstab", "country", "--output", str(table)).code == 3
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "replace", full)
    assert coopdb("crosstab", "country", "--output", str(table)).code == 3
    assert (table.read_text(encoding="utf-8"), list(tmp_path.glob(".coopdb-*"))) == (whole, [])
    assert coopdb("search", "--output", "/dev/null").code == 0


def test_an_export_takes_the_place_of_its_like_only(two: Repo, coopdb: Run) -> None:
    notes = two.root / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    assert coopdb("export", "ics", str(notes), "--force").code == 3
    assert notes.read_text(encoding="utf-8") == "mine"


def test_a_saved_question_may_end_in_words(two: Repo, coopdb: Run) -> None:
    (two.root / "coopdb.toml").write_text('[queries.d]\ncommand = "search --format ids -- cloud"\n', encoding="utf-8")
    assert coopdb("run", "d").out == "2026-03-01-ma-qa\n"


def test_chosen_columns_show_their_numbers(two: Repo, coopdb: Run) -> None:
    shown = coopdb("crosstab", "country", "topic", "--columns", "cloud,total", "--no-header").out.splitlines()
    assert shown[0].split() == ["1", "2"]
    assert coopdb("crosstab", "country", "topic", "--columns", "total,total", "--no-header").out.split()[:2] == [
        "2",
        "2",
    ]


def test_headers_are_made_harmless_for_spreadsheets_too(two: Repo, coopdb: Run) -> None:
    shown = coopdb("crosstab", "country", "person", "--format", "csv", "--excel").out
    assert ""","'=HYPERLINK(1)",""" in shown


@pytest.mark.parametrize("word", ["numerique", "école", "المغرب"])
def test_words_with_marks_of_their_own_are_shown(two: Repo, coopdb: Run, word: str) -> None:
    (found,) = json.loads(
        coopdb("search", word, "--why", "--limit", "1", "--format", "json", "--since", "2026", "-t", "5g").out
    )
    assert "summary" in {each["field"] for each in found["why"]}


def test_a_phrase_is_not_put_together_of_two_texts(two: Repo, coopdb: Run) -> None:
    assert coopdb("search", '"Idrissi Minister"', "--format", "ids").out == ""
    assert coopdb("search", '"Amal Idrissi"', "--format", "ids").out == "2026-03-01-ma-qa\n"


def test_too_many_words_are_refused(two: Repo, coopdb: Run) -> None:
    result = coopdb("search", *map(str, range(1200)))
    assert (result.code, "1,200 words, where a search has at most 100" in result.err) == (2, True)


def test_the_largest_are_kept_in_any_order_and_empty_periods_too(two: Repo, coopdb: Run) -> None:
    two.add("2028/2028-04-02-fr-ma.toml", LATER.replace("2028-04-01", "2028-04-02"))
    keys = json.loads(coopdb("crosstab", "country", "--top", "2", "--sort", "label", "--format", "json").out)[
        "row_keys"
    ]
    assert keys == ["FR", "MA", "(other)"]
    for sort, years in (("label", ["2026", "2027", "2028"]), ("total", ["2028", "2026", "2027"])):
        assert json.loads(coopdb("crosstab", "year", "--sort", sort, "--format", "json").out)["row_keys"] == years


@pytest.mark.parametrize("arguments", [["country", "topic", "--no-totals"], ["country"]])
def test_percentages_have_their_base(two: Repo, coopdb: Run, arguments: list[str]) -> None:
    header = coopdb("crosstab", *arguments, "--percent", "row", "--format", "csv").out.splitlines()[0]
    assert header.endswith(",total")


def test_calendars_end_with_time_and_no_name_breaks_a_line(repo: Repo, coopdb: Run) -> None:
    planned = GOOD.replace("2026-02-01", '"9999"') + "published = 2026-01-01\n"
    repo.add("9999/9999-ma-qa-a\nATTENDEE.toml", "status = 'planned'\n" + planned)
    shown = coopdb("export", "ics", "-")
    assert shown.code == 0
    assert "DTEND;VALUE=DATE:99991231" in shown.out
    assert "\nATTENDEE" not in shown.out


def test_people_are_found_by_their_other_spellings(two: Repo, coopdb: Run) -> None:
    two.add("people.toml", '["Amal El Idrissi"]\naliases = ["Amal Idrissi", "أمل الإدريسي"]\n')
    for name in ("Amal Idrissi", "أمل الإدريسي", "El Idrissi"):
        assert coopdb("search", "--person", name, "--format", "ids").out == "2026-03-01-ma-qa\n"


def test_a_code_of_two_former_countries_means_the_one_whose_key_it_is(two: Repo, coopdb: Run) -> None:
    result = coopdb("search", "-c", "CS")
    assert (result.code, "country: Czechoslovakia" in result.out) == (0, True)


def test_a_host_is_opened_by_any_name(two: Repo, coopdb: Run) -> None:
    assert "2026-03-01-ma-qa" in coopdb("crosstab", "host", "--drill", "قطر", "").out
    assert coopdb("crosstab", "host", "--drill", "Maroc", "").code == 2
    assert coopdb("crosstab", "person", "--drill", "Maroc", "").code == 2


def test_a_damaged_dataset_is_no_internal_error(two: Repo, coopdb: Run) -> None:
    assert coopdb("export", "parquet", "star").code == 0
    tables = open_tables({name: str(two.root / f"star/{name}.parquet") for name in star_tables()})
    with pytest.raises(StopError, match="DuckDB cannot read the dataset"):
        tables.execute("SELECT nothing FROM parties")
    tables.close()
    (two.root / "star/parties.parquet").write_bytes(b"junk")
    result = coopdb("crosstab", "country", "--dataset", "star")
    assert (result.code, "DuckDB cannot read the dataset" in result.err) == (3, True)


@pytest.mark.parametrize(
    ("option", "text", "shown"),
    [
        ("-c", "MA,DE", "country: Morocco or Germany"),
        ("-c", "Maroc, France, United Kingdom", "country: Morocco or France or United Kingdom"),
        ("-c", "@eu,@commonwealth", "country: @eu (members on the day of the meeting) or @commonwealth (members on"),
        ("-t", "e-government,cybersecurity", "topic: E-government or Cybersecurity"),
        ("--level", "ministerial,ambassadorial", "level: ministerial or ambassadorial"),
        ("-c", "Korea, Republic of", "country: South Korea"),
        ("-c", "Congo, Democratic Republic of the", "country: Congo (Kinshasa)"),
        ("-c", "Korea, the Republic of", "country: South Korea"),
    ],
)
def test_each_of_several_values_counts(two: Repo, coopdb: Run, option: str, text: str, shown: str) -> None:
    assert two
    assert shown in coopdb("search", option, text).out


def test_a_place_may_have_a_comma_in_it(two: Repo, coopdb: Run) -> None:
    two.add("2026/2026-03-02-ma-qa.toml", GOOD.replace("02-01", "03-02") + '[venue]\ncity = "Washington, DC"\n')
    assert coopdb("search", "--place", "washington, dc", "--format", "ids").out == "2026-03-02-ma-qa\n"
    assert coopdb("search", "--place", "Washington,QA", "--format", "ids").out.count("\n") == 2


def test_of_several_values_the_unknown_one_is_named(two: Repo, coopdb: Run) -> None:
    assert two
    assert "unknown country `Atlantis`" in coopdb("search", "-c", "MA,Atlantis").err


def test_to_leave_out_any_is_refused(two: Repo, coopdb: Run) -> None:
    assert two
    assert "`--exclude status=any` would leave out every meeting" in coopdb("search", "--exclude", "status=any").err


def test_a_table_takes_no_records_place_through_a_link(two: Repo, coopdb: Run) -> None:
    record = next((two.root / "records").rglob("2*.toml"))
    before = record.read_bytes()
    (two.root / "out.csv").symlink_to(record)
    result = coopdb("crosstab", "level", "--output", "out.csv")
    assert (result.code, record.read_bytes()) == (2, before)


def test_the_largest_periods_are_some_in_which_something_was(repo: Repo, coopdb: Run) -> None:
    for year in (2018, 2019, 2022, 2023):
        repo.add(f"{year}/{year}-02-01-ma-qa.toml", GOOD.replace("2026-02-01", f"{year}-02-01"))
    lines = coopdb("crosstab", "year", "--top", "3", "--format", "csv").out.splitlines()
    assert lines == [
        "year,label,meetings",
        "2018,2018,1",
        "2019,2019,1",
        "2022,2022,1",
        "(other),(other),1",
        "(total),total,4",
    ]
    assert coopdb("crosstab", "year", "--top", "5", "--format", "csv").out.count("\n") == 8


@pytest.mark.parametrize("content", ["a=" + "[" * 20_000, "a=" + "[" * 1_000, "root = 7"])
def test_a_configuration_that_cannot_be_read_hides_no_record(two: Repo, coopdb: Run, content: str) -> None:
    (two.root / "coopdb.toml").write_text(content, encoding="utf-8")
    assert coopdb("search", "--format", "ids").out.count("\n") == 2


def test_own_words_that_could_change_unseen_are_not_relied_on(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace('country = "QA"', 'country = "QA"\nname = "Nadia"\nrole = "M"'))
    for name in ("Amal", "Omar"):
        path = repo.add("people.toml", f'["{name}"]\naliases = ["Nadia"]\n')
        os.utime(path, (4_000_000_000, 4_000_000_000))
        with pytest.MonkeyPatch.context() as patch:  # a file system that tells no more than the time of the last change
            patch.setattr(fingerprint, "state_of", lambda status: (status.st_size, 0, status.st_mtime_ns, 0))
            patch.setattr(
                "coopdb.store.files.repository.state_of", lambda status: (status.st_size, 0, status.st_mtime_ns, 0)
            )
            patch.setattr(fingerprint, "GRAIN", 0)  # the record is not read again
            assert coopdb("crosstab", "person", "--format", "csv").out.splitlines()[1].startswith(name)


@pytest.mark.parametrize("error", [UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), ValueError("no"), KeyError("x")])
def test_values_that_are_none_are_a_corrupt_index(two: Repo, error: Exception) -> None:
    asked = []

    def question(opened: Opened) -> int:
        asked.append(opened)
        if len(asked) == 1:
            raise error
        return len(list(opened.star.connection.execute("SELECT * FROM meetings")))

    assert ask(cached(two.root), question) == 2


@pytest.mark.parametrize("year", [1, 1950, 2400, 9000])
def test_a_file_of_any_time_is_counted(two: Repo, coopdb: Run, year: int) -> None:
    moment = (year - 1970) * 31_556_952
    path = two.root / "records/2026/2026-03-01-ma-qa.toml"
    os.utime(path, ns=(0, moment * 1_000_000_000))
    for _ in range(2):
        assert coopdb("search", "--format", "ids").out.count("\n") == 2


def test_any_limit_will_do(two: Repo, coopdb: Run) -> None:
    assert two
    assert coopdb("search", "--limit", "9" * 20, "--format", "ids").out.count("\n") == 2


def test_too_many_filters_are_refused(two: Repo, coopdb: Run) -> None:
    assert two
    result = coopdb("search", *(["--exclude", "country=FR"] * 501))
    assert (result.code, "more than 500 filters" in result.err) == (2, True)


def test_folders_may_be_deeper_than_the_stack(two: Repo, coopdb: Run) -> None:
    here = records = two.root / "records"
    for _ in range(sys.getrecursionlimit() + 50):
        here = Path(f"{here}/a")
        here.mkdir()
    assert coopdb("search", "--format", "ids").out.count("\n") == 2
    while here != records:  # what tidies up after the tests cannot go that deep
        here.rmdir()
        here = here.parent


def test_an_interrupt_that_was_swallowed_ends_all_the_same() -> None:
    class EndedError(Exception):
        pass

    def end(code: int) -> None:
        raise EndedError(code)

    told: list[object] = []
    with pytest.raises(EndedError, match="130"):
        cli._end_if_interrupted(SimpleNamespace(exc_type=KeyboardInterrupt), end, told.append)  # type: ignore[arg-type]
    cli._end_if_interrupted(SimpleNamespace(exc_type=ValueError), end, told.append)  # type: ignore[arg-type]
    assert len(told) == 1


def test_an_interrupt_that_was_made_an_error_is_one(two: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Error building `model` validator: KeyboardInterrupt: ")

    assert two
    monkeypatch.setattr("coopdb.query.search.search", fail)
    assert coopdb("search").code == 130


def test_a_status_that_matters_is_seen_where_there_is_little_space(two: Repo) -> None:
    two.add("2026/2026-02-03-ma-qa.toml", 'status = "planned"\n' + GOOD.replace("2026-02-01", "2026-02-03"))
    star = build_star(load(Repository(two.root)))
    table = search(star, [], select(Filters(values={"status": ("any",)}), star))
    shown = render("tables", "table", table, Screen(is_terminal=True, width=60, colours="none"))
    assert "planned" in shown
