"""The counting SQL runs unchanged over exported Parquet, with the same answer."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from conftest import Repo, Result

from coopdb.query.dimensions import DIMENSIONS

Run = Callable[..., Result]
QUESTIONS = [
    *((name,) for name in DIMENSIONS),
    ("country", "country"),
    ("pair", "year", "--top", "3", "--percent", "total"),
    ("topic", "quarter", "-c", "@gcc,MA", "--since", "2019-02", "--until", "2025"),
    ("group", "stage", "--status", "any", "--drafts", "--exclude", "country=FR"),
    ("institution", "level", "--count", "people"),
    ("year", "document-kind", "--count", "documents", "--place", "Paris"),
    ("topic", "stage"),
    ("stage", "country", "-t", "AI", "-t", "cloud", "--where", "decade=2010s,2020s"),
    ("country", "person", "--where", "publisher=(none)", "--exclude", "language=de"),
    ("topic", "stage", "--count", "documents", "-t", "AI", "--stage", "agreed", "--top", "2"),
    ("owner", "topic-area", "--count", "commitments"),
    ("publisher", "source-kind", "--count", "sources", "--where", "language=fr", "--top", "3"),
    ("country", "institution", "--count", "people", "-c", "MA,FR"),
]
IDS = [" ".join(question) for question in QUESTIONS]


@pytest.fixture
def dataset(tmp_path: Path, real: Path, coopdb: Run) -> Path:
    assert real
    assert coopdb("export", "parquet", str(tmp_path / "star")).code == 0
    return tmp_path / "star"


@pytest.mark.parametrize("question", QUESTIONS, ids=IDS)
def test_duckdb_answers_as_the_index_does(dataset: Path, coopdb: Run, question: tuple[str, ...]) -> None:
    expected = coopdb("crosstab", *question, "--format", "json")
    found = coopdb("crosstab", *question, "--format", "json", "--engine", "duckdb", "--dataset", str(dataset))
    assert json.loads(found.out) == json.loads(expected.out)


def test_a_table_may_be_a_folder_of_partitions(dataset: Path, coopdb: Run) -> None:
    connection = duckdb.connect()
    source, target = dataset / "meetings.parquet", dataset / "meetings"
    connection.execute(f"COPY (FROM '{source}') TO '{target}' (FORMAT parquet, PARTITION_BY (year))")
    source.unlink()
    assert len(list(target.iterdir())) == 9
    expected = coopdb("crosstab", "year", "month", "--since", "2019")
    assert coopdb("crosstab", "year", "month", "--since", "2019", "--dataset", str(dataset)).out == expected.out


def test_a_dataset_needs_no_repository(dataset: Path, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = coopdb("crosstab", "country").out
    monkeypatch.chdir(dataset)
    assert coopdb("crosstab", "country", "--dataset", ".").out == expected


def test_what_cannot_be_counted_is_said(
    repo: Repo, dataset: Path, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "`--engine` needs `--dataset`" in coopdb("crosstab", "country", "--engine", "duckdb").err
    missing = coopdb("crosstab", "country", "--dataset", str(repo.root))
    assert (missing.code, "has no table `meetings`" in missing.err) == (2, True)
    drilled = coopdb("crosstab", "country", "--dataset", str(dataset), "--drill", "MA", "")
    assert (drilled.code, "`--drill`" in drilled.err) == (2, True)
    monkeypatch.setitem(sys.modules, "coopdb.store.star.engines.duckdb", None)
    result = coopdb("crosstab", "country", "--dataset", str(dataset))
    assert (result.code, "coopdb[duckdb]" in result.err) == (3, True)


@pytest.mark.skipif(
    not os.environ.get("COOPDB_TEST_SPARK") or shutil.which("java") is None,
    reason="opt-in: COOPDB_TEST_SPARK=1, with Java and `coopdb[spark]`",
)
def test_spark_answers_as_the_index_does(dataset: Path, coopdb: Run) -> None:
    for question in QUESTIONS:
        expected = coopdb("crosstab", *question, "--format", "json")
        found = coopdb("crosstab", *question, "--format", "json", "--engine", "spark", "--dataset", str(dataset))
        assert json.loads(found.out) == json.loads(expected.out), question
