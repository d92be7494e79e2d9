"""The public edition answers as a repository would that has the public parts alone, whatever is marked as internal."""

import copy
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import tomli_w
from conftest import CORPUS, Result
from public_model import Record, published

Run = Callable[..., Result]
LISTS = ("participants", "topics", "documents", "commitments", "sources")
QUESTIONS = (
    ("search", "--format", "json", "--status", "any", "--drafts"),
    ("crosstab", "country", "topic", "--format", "json"),
    ("crosstab", "told-by", "--format", "json"),
    ("documents", "--format", "json", "--on", "2026-06-01"),
    ("commitments", "--all", "--format", "json", "--on", "2026-06-01"),
    ("agenda", "--format", "ics", "--on", "2025-06-01"),
    ("silences", "--all", "--format", "json", "--on", "2026-06-01"),
    ("digest", "--since", "2025-01-01", "--format", "json", "--on", "2026-06-01"),
    ("export", "ics", "-"),
)


def corpus() -> dict[str, Record]:
    paths = sorted(CORPUS.glob("records/*/*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


def marked(records: dict[str, Record], chance: Random) -> dict[str, Record]:
    """Mark records and parts at random, and let some name others and people that may be left out."""
    records = copy.deepcopy(records)
    ids = [*records]
    for record in records.values():
        if chance.random() < 0.15:
            record[chance.choice(("internal", "draft"))] = True
        record["related"] = chance.sample(ids, 2)
        named = [each["name"] for each in record["participants"] if "name" in each]
        mentioned = chance.choice(named or ["nobody"])
        record["summary"] = f"{record.get('summary', '')} See {chance.choice(ids)}, and {mentioned.upper()} of it."
        record["agenda_url"] = f"https://example.org/{chance.choice(ids)}/agenda"
        record["topics"] = [each if isinstance(each, dict) else {"topic": each} for each in record["topics"]]
        for part in parts(record):
            if chance.random() < 0.1:
                part["internal"] = True
        for each in record["sources"]:
            if chance.random() < 0.1:
                each["kind"] = "internal-note"
        for each in record.get("commitments", []):
            if chance.random() < 0.5:
                each["closed_by"] = chance.choice(ids)
    return records


def parts(record: Record) -> Iterator[Record]:
    for name in LISTS:
        yield from record.get(name, [])
    for each in record.get("commitments", []):
        yield from each.get("updates", [])


def write(root: Path, records: dict[str, Any]) -> None:
    for id, record in records.items():
        path = root / "records" / id[:4] / f"{id}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomli_w.dumps(record), encoding="utf-8")


@pytest.mark.parametrize("seed", range(6))
def test_it_answers_as_the_public_parts_alone(coopdb: Run, tmp_path: Path, settled_at_once: None, seed: int) -> None:
    whole = marked(corpus(), Random(seed))  # noqa: S311  # the same each time
    public = published(whole)
    assert 5 < len(public) < len(whole)
    write(tmp_path / "whole", whole)
    write(tmp_path / "public", public)
    assert coopdb("export", "csv", "1", "--public", "--root", tmp_path / "whole").code == 0
    assert coopdb("export", "csv", "2", "--root", tmp_path / "public").code == 0
    for path in sorted((tmp_path / "2").glob("*.csv")):
        assert (tmp_path / "1" / path.name).read_text("utf-8").splitlines() == path.read_text("utf-8").splitlines()
    for question in QUESTIONS:
        one = coopdb(*question, "--public", "--root", tmp_path / "whole")
        assert one.out == coopdb(*question, "--root", tmp_path / "public").out, question
        assert one.code == 0
