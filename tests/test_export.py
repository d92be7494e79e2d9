"""Exports, read back by the tools that own the formats."""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import icalendar
import pyarrow.parquet
import pytest
from conftest import CORPUS, GOOD, Repo, Result

from coopdb.cli import main
from coopdb.record.plain_values import plain
from coopdb.store.files.exported import put_export
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.tables import star_tables

Run = Callable[..., Result]
FULL = """\
title = "Ünited; \\"quoted\\", and\\nbroken"
date = "2026-03"
end_date = 2026-04-02
status = "postponed"
level = "ministerial"
host_event = "Forum, 2026"
summary = "=1+1"
previous_dates = [2026-01-05, "2026-02~"]
follows = ["2026-02-01-ma-qa"]
related = ["2026-02-01-ma-qa"]

[venue]
name = "Palais"
city = "Rabat"
country = "MA"

[[participants]]
country = "MA"
name = "A"
role = "Minister"
institution = "Ministry"
capacity = "host"

[[participants]]
organization = "european-union"

[[participants]]
country = "QA"

[[topics]]
topic = "cloud"
stage = "agreed"
note = "near"

[[topics]]
topic = "language-models"

[[documents]]
kind = "mou"
title = "M"
signed = true
binding = false
topics = ["cloud", "language-models"]

[[documents]]
kind = "treaty"
signed = 2026-04-02
url = "https://example.org/t"
binding = true

[[commitments]]
text = "do"
owner = "EU"
due = "2027"
status = "in-progress"
topics = ["cloud"]
evidence = "said so"
closed_by = "2026-02-01-ma-qa"

[[sources]]
url = "https://example.org/s"
title = "T"
publisher = "P"
author = "W"
published = 2026-04-03
language = "fr"
kind = "press"
accessed = 2026-04-04
archive = "https://example.org/a"

[[waivers]]
code = "S002"
reason = "because"
"""
ID = "2026-03-ma-qa-full"


@pytest.fixture
def full(repo: Repo) -> Repo:
    repo.add()
    repo.add(f"2026/{ID}.toml", FULL)
    return repo


Tables = dict[str, list[dict[str, Any]]]


def read_csv(folder: Path) -> Tables:
    def rows(path: Path) -> list[dict[str, Any]]:
        with path.open(encoding="utf-8", newline="") as file:
            return [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]

    return {path.stem: rows(path) for path in folder.glob("*.csv")}


def read_jsonl(folder: Path) -> Tables:
    return {
        path.stem: [as_text(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in folder.glob("*.jsonl")
    }


def read_sqlite(path: Path) -> Tables:
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = {
            name: [as_text(dict(row)) for row in connection.execute(f'SELECT * FROM "{name}"')]  # noqa: S608  # its own
            for name in names
        }
    connection.close()
    return found


def read_parquet(folder: Path) -> Tables:
    """Read by DuckDB, which is not what wrote it."""
    connection = duckdb.connect()
    found = {}
    for path in folder.glob("*.parquet"):
        answer = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in answer.description or []]
        found[path.stem] = [as_text(dict(zip(names, row, strict=True))) for row in answer.fetchall()]
    return found


def as_text(row: dict[str, Any]) -> dict[str, Any]:
    return {
        key: None if value is None else str(int(value) if value in (True, False) else value)
        for key, value in row.items()
    }


READERS = {"csv": read_csv, "jsonl": read_jsonl, "sqlite": read_sqlite, "parquet": read_parquet}


@pytest.mark.parametrize("format", READERS)
def test_an_export_says_all_that_the_records_say(full: Repo, coopdb: Run, format: str) -> None:
    result = coopdb("export", format, "out")
    assert (result.code, result.out, result.err) == (0, "", "written to `out`: 2 meetings, of them 1 postponed\n")
    found = READERS[format](full.root / "out")
    assert found.keys() == {*star_tables(), "labels", "codebook"}
    (meeting,) = (row for row in found["meetings"] if row["id"] == ID)
    ours = {
        name: [
            {key: value for key, value in row.items() if value is not None}
            for row in rows
            if row.get("meeting") == meeting["meeting"]
        ]
        for name, rows in found.items()
    }
    entry = next(each for each in load(Repository(full.root)).entries if each.id == ID)
    record = plain(entry.meeting)
    assert rebuilt(ours) == as_strings(record)


def as_strings(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_strings(each) for key, each in value.items() if each not in ([], {})}
    if isinstance(value, list):
        return [as_strings(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else value


def rebuilt(tables: Tables) -> dict[str, Any]:
    """Make a record of the rows of one meeting again."""
    (meeting,) = tables["meetings"]
    record: dict[str, Any] = {
        key: meeting[key]
        for key in ("title", "date", "end_date", "status", "kind", "level", "mode", "host_event", "summary")
        if key in meeting
    }
    record["draft"] = {"0": "false", "1": "true"}[meeting["draft"]]
    record["venue"] = {"name": meeting["venue_name"], "city": meeting["city"], "country": meeting["host"]}
    for kind in ("follows", "related"):
        record[kind] = [row["target"] for row in tables["links"] if row["kind"] == kind]
    record["previous_dates"] = [row["date"] for row in tables["previous_dates"]]
    countries = {row["party"] for row in tables["parties"] if "country" in row}
    record["participants"] = [
        without(row, "party", "country", "organization")
        | {"country" if row["party"] in countries else "organization": row["party"]}
        for row in tables["people"]
    ]
    record["topics"] = [without(row, "area") for row in tables["topics"]]
    for name, own in (("documents", "document"), ("commitments", "commitment")):
        record[name] = [
            as_record(without(row, own))
            | listed([each["topic"] for each in tables[f"{own}_topics"] if each[own] == row[own]])
            for row in tables[name]
        ]
    record["sources"] = [without(row, "source") for row in tables["sources"]]
    record["waivers"] = [without(row) for row in tables["waivers"]]
    return record


def without(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("meeting", *names)}


def as_record(row: dict[str, Any]) -> dict[str, Any]:
    return row | ({"binding": {"0": "false", "1": "true"}[row["binding"]]} if "binding" in row else {})


def listed(topics: list[str]) -> dict[str, Any]:
    return {"topics": topics} if topics else {}


def test_the_codebook_explains_every_column_and_the_labels_every_key(full: Repo, coopdb: Run) -> None:
    coopdb("export", "csv", "out")
    found = read_csv(full.root / "out")
    explained = {(row["table"], row["column"]): row for row in found["codebook"]}
    assert all(row["about"] and row["type"] and row["row"] for row in explained.values())
    for name, rows in found.items():
        if name != "codebook" and rows:
            assert {column for table, column in explained if table == name} == set(rows[0])
    assert explained["meetings", "status"]["values"] == "planned; held; postponed; cancelled"
    labels = {(row["vocabulary"], row["key"]): row for row in found["labels"]}
    assert labels["country", "MA"]["fr"] == "Maroc"
    assert ("organization", "european-union") in labels
    assert ("topic", "data-and-ai") in labels
    assert "vocabulary is country" in explained["parties", "country"]["values"]


def test_filters_apply_to_every_table_and_are_named(full: Repo, coopdb: Run) -> None:
    result = coopdb("export", "jsonl", "out", "--status", "held", "-t", "artificial-intelligence")
    assert result.err.startswith("written to `out`: 1 meeting · ")
    assert "held" in result.err
    found = read_jsonl(full.root / "out")
    assert [row["id"] for row in found["meetings"]] == ["2026-02-01-ma-qa"]
    assert {row["meeting"] for name, rows in found.items() for row in rows if "meeting" in row} == {"1"}
    assert found["documents"] == []
    assert ("country", "EU") not in {(row["vocabulary"], row["key"]) for row in found["labels"]}


def test_the_same_records_give_the_same_export(full: Repo, coopdb: Run) -> None:
    coopdb("export", "csv", "one")
    path = full.root / "records/2026/2026-02-01-ma-qa.toml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    coopdb("search")
    path.write_text(text, encoding="utf-8")
    coopdb("export", "csv", "two")
    one, two = ({p.name: p.read_bytes() for p in (full.root / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_spreadsheets_get_their_mark_and_no_formula(full: Repo, coopdb: Run) -> None:
    coopdb("export", "csv", "out", "--excel")
    content = (full.root / "out/meetings.csv").read_bytes()
    assert content.startswith(b'\xef\xbb\xbf"meeting",')
    assert b""","'=1+1",""" in content
    result = coopdb("export", "sqlite", "x", "--excel")
    assert (result.code, "for `csv` only" in result.err) == (2, True)


def test_parquet_has_the_types_of_the_codebook(full: Repo, coopdb: Run) -> None:
    coopdb("export", "parquet", "out")
    types = {"integer": "int64", "boolean": "bool", "text": "string", "day": "date32[day]"}
    explained = read_parquet(full.root / "out")["codebook"]
    assert {row["type"] for row in explained} == types.keys()
    for row in explained:
        schema = pyarrow.parquet.read_schema(full.root / f"out/{row['table']}.parquet")
        assert str(schema.field(row["column"]).type) == types[row["type"]], row


def test_without_pyarrow_parquet_says_what_to_install(full: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    result = coopdb("export", "parquet", "out")
    assert (result.code, "coopdb[parquet]" in result.err) == (3, True)
    assert not (full.root / "out").exists()


def calendar(path: Path) -> dict[str, icalendar.Event]:
    found = icalendar.Calendar.from_ical(path.read_bytes())
    assert not found.errors
    return {str(event["uid"]): event for event in found.walk("VEVENT")}


def planned(repo: Repo, status: str, day: str, extra: str = "") -> None:
    for path in repo.root.glob("records/*/*.toml"):
        path.unlink()
    text = extra + f'status = "{status}"\n' + GOOD.replace("2026-02-01", day)
    repo.add(f"{day[:4]}/{day}-ma-qa.toml", text)


def test_a_calendar_has_what_is_to_come_all_day(repo: Repo, coopdb: Run) -> None:
    planned(repo, "planned", "2027-02-01", 'end_date = 2027-02-03\nsummary = "a, b; c\\\\d\\nnext"\n')
    coopdb("export", "ics", "out.ics")
    content = (repo.root / "out.ics").read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    ((uid, event),) = calendar(repo.root / "out.ics").items()
    assert uid == "2027-02-01-ma-qa@coopdb"
    assert (date(2027, 2, 1), date(2027, 2, 4)) == (event.DTSTART, event.DTEND)
    assert (event["status"], event["sequence"]) == ("CONFIRMED", 0)
    assert event["summary"] == "Morocco and Qatar talk about AI"
    assert event["description"] == "a, b; c\\d\nnext"
    assert event.categories == ["artificial-intelligence"]
    assert event["url"] == "https://example.org/1"


def test_long_lines_are_folded_between_characters(repo: Repo, coopdb: Run) -> None:
    planned(repo, "planned", "2027-02-01", f'summary = "{"é" * 200}"\n')
    coopdb("export", "ics", "out.ics")
    content = (repo.root / "out.ics").read_bytes()
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert next(iter(calendar(repo.root / "out.ics").values()))["description"] == "é" * 200


def test_an_event_keeps_its_identifier_when_it_is_moved_or_cancelled(repo: Repo, coopdb: Run) -> None:
    planned(repo, "planned", "2027-02-01")
    coopdb("export", "ics", "one.ics")
    planned(repo, "postponed", "2027-03-05", "previous_dates = [2027-02-01]\n")
    coopdb("export", "ics", "two.ics")
    planned(repo, "cancelled", "2027-03-05", "previous_dates = [2027-02-01]\n")
    coopdb("export", "ics", "three.ics")
    events = [calendar(repo.root / f"{name}.ics")["2027-02-01-ma-qa@coopdb"] for name in ("one", "two", "three")]
    assert [event["sequence"] for event in events] == [0, 1, 2]
    assert [event["status"] for event in events] == ["CONFIRMED", "TENTATIVE", "CANCELLED"]
    assert [event["summary"].partition(":")[0] for event in events[1:]] == ["Postponed", "Cancelled"]
    assert date(2027, 3, 5) == events[2].DTSTART


def test_a_day_known_only_roughly_is_tentative_and_said(full: Repo, coopdb: Run) -> None:
    coopdb("export", "ics", "out.ics")
    (event,) = calendar(full.root / "out.ics").values()
    assert (date(2026, 3, 1), date(2026, 4, 3)) == (event.DTSTART, event.DTEND)
    assert event["status"] == "TENTATIVE"
    assert event["description"] == "=1+1\nDate: 2026-03"
    assert event["location"] == "Palais, Rabat, MA"
    coopdb("export", "ics", "held.ics", "--status", "held")
    assert [event["status"] for event in calendar(full.root / "held.ics").values()] == ["CONFIRMED"]


def test_a_single_file_may_go_to_stdout(full: Repo) -> None:
    command = [sys.executable, "-m", "coopdb", "export"]
    done = subprocess.run([*command, "ics", "-"], capture_output=True, check=True, cwd=full.root)
    assert done.stdout.startswith(b"BEGIN:VCALENDAR\r\n")
    several = subprocess.run([*command, "csv", "-"], capture_output=True, text=True, check=False, cwd=full.root)
    assert (several.returncode, several.stdout) == (2, "")
    assert "several files" in several.stderr


class Broken:
    """Stands in for a stream that cannot be written."""

    def __init__(self, error: OSError) -> None:
        self.error = error
        self.buffer = self

    def write(self, _: bytes) -> None:
        raise self.error

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)


def test_a_stdout_that_cannot_be_written_is_said(
    full: Repo, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", "ics", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR")
    assert main(["export", "csv", "-"]) == 2
    for stream, code in ((None, 3), (Broken(BrokenPipeError()), 0), (Broken(OSError(28, "No space left")), 3)):
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(["export", "ics", "-"]) == code
    assert full


def test_nothing_is_overwritten_unasked(full: Repo, coopdb: Run) -> None:
    coopdb("export", "csv", "out")
    again = coopdb("export", "csv", "out")
    assert (again.code, "`out` is there already" in again.err, "--force" in again.err) == (3, True, True)
    assert coopdb("export", "csv", "out", "--force", "--status", "held").code == 0
    assert len(read_csv(full.root / "out")["meetings"]) == 1
    (full.root / "out/mine.txt").write_text("mine", encoding="utf-8")
    for arguments in (("csv", "out"), ("jsonl", "out"), ("sqlite", "out"), ("csv", "coopdb.toml")):
        (full.root / "coopdb.toml").write_text("", encoding="utf-8")
        result = coopdb("export", *arguments, "--force")
        assert (result.code, "is not an earlier export" in result.err) == (3, True)
    assert (full.root / "out/mine.txt").exists()
    coopdb("export", "sqlite", "db")
    assert coopdb("export", "sqlite", "db", "--force").code == 0
    (full.root / "link").symlink_to(full.root / "records")
    assert coopdb("export", "csv", "link", "--force").code == 3
    assert sorted(path.name for path in full.root.iterdir() if path.name.endswith(".tmp")) == []


def test_what_cannot_be_written_leaves_everything_as_it_was(full: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    put_export(full.root / "out", [("a", b"1"), ("codebook.x", b"own")], b"own".__eq__, may_replace=False)

    def failing() -> Any:
        yield "a", b"2"
        raise OSError(28, os.strerror(28))

    with pytest.raises(Exception, match="No space left"):
        put_export(full.root / "out", failing(), b"ownown".__eq__, may_replace=True)
    assert (full.root / "out/a").read_bytes() == b"1"
    assert not list(full.root.glob(".coopdb-*"))
    assert monkeypatch


def test_the_real_records_survive_every_format(tmp_path: Path, real: Path, coopdb: Run) -> None:
    assert real
    found = [
        {name: rows for name, rows in reader(tmp_path / format).items() if name != "codebook"}
        for format, reader in READERS.items()
        if coopdb("export", format, str(tmp_path / format)).code == 0
    ]
    assert len(found) == len(READERS)
    assert len(found[0]["meetings"]) == len(list(CORPUS.glob("records/*/*.toml")))
    assert all(each == found[0] for each in found)
