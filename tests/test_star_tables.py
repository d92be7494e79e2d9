"""The tables of an export: a row for each value of a list, types that tools can count with, and old exports read."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.record.plain_values import plain
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
FORMER = Path(__file__).parent / "exports" / "before-document-topics"
TOPICS = st.lists(st.sampled_from(["cloud", "cybersecurity", "artificial-intelligence"]), max_size=3)


def documents(*topics: list[str]) -> str:
    return "".join(f'\n[[documents]]\nkind = "mou"\ntitle = "{n}"\ntopics = {each}\n' for n, each in enumerate(topics))


def commitments(*topics: list[str]) -> str:
    return "".join(f'\n[[commitments]]\ntext = "{n}"\ntopics = {each}\n' for n, each in enumerate(topics))


def meetings(root: Path) -> dict[str, Any]:
    return {entry.id: plain(entry.meeting) for entry in load(Repository(root)).entries}


def imported(folder: Path, place: Path, coopdb: Run, *options: str) -> Result:
    shutil.rmtree(place, ignore_errors=True)
    (place / "records").mkdir(parents=True)
    return coopdb("import", str(folder), "--root", str(place), *options)


@pytest.fixture
def two(repo: Repo) -> Repo:
    repo.add(content=GOOD + documents(["cloud", "cybersecurity"], []) + commitments(["cloud"]))
    repo.add("2026/2026-03-01-ma-qa.toml", GOOD.replace("2026-02-01", "2026-03-01"))
    return repo


def test_a_topic_of_a_document_is_a_row(two: Repo, coopdb: Run) -> None:
    coopdb("export", "jsonl", "out")
    tables = {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (two.root / "out").glob("*.jsonl")
    }
    name = "records/2026/2026-02-01-ma-qa.toml#0"
    assert tables["document_topics"] == [
        {"meeting": 1, "document": name, "topic": "cloud", "area": "digital-infrastructure"},
        {"meeting": 1, "document": name, "topic": "cybersecurity", "area": "trust-and-security"},
    ]
    assert [row["topic"] for row in tables["commitment_topics"]] == ["cloud"]
    assert not any("topics" in row for name in ("documents", "commitments") for row in tables[name])
    assert tables["pairs"][0] == {"meeting": 1, "pair": "MA-QA", "first": "MA", "second": "QA"}
    labels = {(row["vocabulary"], row["key"]) for row in tables["labels"]}
    assert {("topic", "cybersecurity"), ("topic", "trust-and-security")} <= labels
    assert not any(";" in str(value) for name, rows in tables.items() if name != "codebook" for row in rows
                   for value in row.values())  # fmt: skip


def test_a_topic_that_a_document_names_twice_is_two_rows_and_counts_once(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD + documents(["cloud", "cloud"]))
    counted = coopdb("crosstab", "topic", "document-kind", "--count", "documents", "--format", "json").out
    assert (json.loads(counted)["cells"], json.loads(counted)["row_totals"]) == ([[1]], [1])
    coopdb("export", "jsonl", "out")
    rows = (repo.root / "out/document_topics.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["topic"] for row in rows] == ["cloud", "cloud"]


def test_duckdb_counts_days_and_asks_for_what_is_true(two: Repo, coopdb: Run) -> None:
    assert coopdb("export", "parquet", "out").code == 0
    days = f"SELECT earliest - lag(earliest) OVER (ORDER BY earliest) FROM '{two.root}/out/meetings.parquet'"  # noqa: S608
    assert duckdb.sql(days).fetchall() == [(None,), (28,)]
    reviewed = f"SELECT count(*) FROM '{two.root}/out/meetings.parquet' WHERE NOT draft AND year(latest) = 2026"  # noqa: S608
    assert duckdb.sql(reviewed).fetchall() == [(2,)]


@pytest.mark.parametrize("format", ["csv", "jsonl"])
@settings(max_examples=8)
@given(own=st.lists(TOPICS, max_size=3), promised=st.lists(TOPICS, max_size=2))
def test_what_a_document_is_about_comes_back(
    repo: Repo, coopdb: Run, format: str, own: list[list[str]], promised: list[list[str]]
) -> None:
    repo.add(content=GOOD + documents(*own) + commitments(*promised))
    repo.add("2026/2026-03-01-ma-qa.toml", GOOD.replace("2026-02-01", "2026-03-01") + documents(*own[:1]))
    assert coopdb("export", format, "out", "--force").code == 0
    assert imported(repo.root / "out", repo.root / "back", coopdb).err == "2 records written\n"
    assert meetings(repo.root / "back") == meetings(repo.root)


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_an_export_from_before_these_tables_is_read_without_loss(tmp_path: Path, coopdb: Run, format: str) -> None:
    assert imported(FORMER / format, tmp_path / "back", coopdb).err == "2 records written\n"
    full = meetings(tmp_path / "back")["2026-03-ma-qa-full"]
    assert [each.get("topics") for each in full["documents"]] == [["cloud", "language-models"], None]
    assert [each.get("topics") for each in full["commitments"]] == [["cloud"]]
    assert coopdb("export", format, "out", "--root", "back").code == 0
    assert imported(tmp_path / "out", tmp_path / "again", coopdb).code == 0
    assert meetings(tmp_path / "again") == meetings(tmp_path / "back")


def test_topics_in_a_column_and_in_rows_are_both_kept(two: Repo, coopdb: Run) -> None:
    coopdb("export", "jsonl", "out")
    path = two.root / "out/documents.jsonl"
    first, *others = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    path.write_text("\n".join(map(json.dumps, [{**first, "topics": "5g"}, *others])), encoding="utf-8")
    assert imported(two.root / "out", two.root / "back", coopdb).code == 0
    found = meetings(two.root / "back")["2026-02-01-ma-qa"]["documents"]
    assert [each.get("topics") for each in found] == [["5g", "cloud", "cybersecurity"], None]


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_a_table_of_topics_that_is_not_there_is_missed(two: Repo, coopdb: Run, format: str) -> None:
    coopdb("export", format, "out")
    (two.root / f"out/document_topics.{format}").unlink()
    result = imported(two.root / "out", two.root / "back", coopdb)
    assert (result.code, f"not beside `meetings.{format}`: `document_topics.{format}`" in result.err) == (2, True)
    assert meetings(two.root / "back") == {}


def test_a_topic_of_a_document_that_is_not_there_is_refused(two: Repo, coopdb: Run) -> None:
    coopdb("export", "csv", "out")
    path = two.root / "out/document_topics.csv"
    text = path.read_text(encoding="utf-8")
    for changed, message in (
        (text.replace("toml#0", "toml#7"), "has a topic of `records/2026/2026-02-01-ma-qa.toml#7`, which `documents`"),
        (text.replace("\n1,", "\n2,"), "has a topic of `records/2026/2026-02-01-ma-qa.toml#0`, which `documents`"),
        (text.replace("records/2026/2026-02-01-ma-qa.toml#0", ""), "has a topic of ``, which `documents` does not"),
        (text.replace("document,", "paper,"), "lacks the column `document`"),
    ):
        path.write_text(changed, encoding="utf-8")
        result = imported(two.root / "out", two.root / "back", coopdb)
        assert (result.code in (2, 3), message in result.err) == (True, True), result.err
        assert meetings(two.root / "back") == {}
    path.write_text(text.replace("cloud,", ","), encoding="utf-8")
    assert "1 row rejected" in imported(two.root / "out", two.root / "back", coopdb).err
