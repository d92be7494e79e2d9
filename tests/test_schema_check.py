"""What `schema --check` compares: the schema of this coopdb, and not the topics that a repository adds."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Repo, Result

Run = Callable[..., Result]
TOPIC = '[ports]\nlabels = { en = "Ports" }\n'


@pytest.fixture
def schema(repo: Repo, coopdb: Run) -> Path:
    repo.add()
    path = repo.root / "coopdb.schema.json"
    path.write_text(coopdb("schema").out, encoding="utf-8")
    return path


def own(repo: Repo, text: str) -> None:
    (repo.root / "records/topics.toml").write_text(text, encoding="utf-8")


def test_a_topic_that_is_added_or_taken_away_is_told_and_does_not_fail(repo: Repo, coopdb: Run, schema: Path) -> None:
    assert coopdb("schema", "--check") == Result(0, "", "")
    own(repo, TOPIC)
    added = coopdb("schema", "--check")
    assert (added.code, added.out, "tells editors" in added.err) == (0, "", True)
    schema.write_text(coopdb("schema").out, encoding="utf-8")
    assert '"ports"' in schema.read_text(encoding="utf-8")
    assert coopdb("schema", "--check") == Result(0, "", "")
    own(repo, "")
    gone = coopdb("schema", "--check")
    assert (gone.code, "tells editors" in gone.err) == (0, True)


def test_line_ends_and_layout_do_not_matter(coopdb: Run, schema: Path) -> None:
    schema.write_bytes(schema.read_bytes().replace(b"\n", b"\r\n"))
    assert coopdb("schema", "--check").code == 0


def without_a_topic(document: dict[str, dict[str, dict[str, list[str]]]]) -> None:
    document["$defs"]["topic"]["enum"].remove("cloud")


def with_another_label(document: dict[str, dict[str, dict[str, dict[str, dict[str, list[str]]]]]]) -> None:
    document["$defs"]["topic"]["x-taplo"]["docs"]["enumValues"][0] = "Another"


def with_another_country(document: dict[str, dict[str, dict[str, list[str]]]]) -> None:
    document["$defs"]["country"]["enum"].append("ZZ")


def without_a_key(document: dict[str, dict[str, object]]) -> None:
    del document["properties"]["title"]


def without_topics(document: dict[str, dict[str, object]]) -> None:
    del document["$defs"]["topic"]


@pytest.mark.parametrize(
    "change", [without_a_topic, with_another_label, with_another_country, without_a_key, without_topics]
)
def test_a_schema_of_another_coopdb_fails(coopdb: Run, schema: Path, change: Callable[[object], None]) -> None:
    document = json.loads(schema.read_text(encoding="utf-8"))
    change(document)
    schema.write_text(json.dumps(document), encoding="utf-8")
    result = coopdb("schema", "--check")
    assert (result.code, "is not the present schema" in result.err) == (1, True)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff", b"[]", b"[" * 100_000, b'{"$defs": {"topic": {"enum": [[]]}}}']
)
def test_what_is_no_schema_fails(coopdb: Run, schema: Path, content: bytes) -> None:
    schema.write_bytes(content)
    assert coopdb("schema", "--check").code == 1
    schema.unlink()
    assert coopdb("schema", "--check").code == 1


def test_a_hostile_list_of_topics_is_no_schema(coopdb: Run, schema: Path) -> None:
    document = json.loads(schema.read_text(encoding="utf-8"))
    document["$defs"]["topic"]["enum"][0] = []
    schema.write_text(json.dumps(document), encoding="utf-8")
    assert coopdb("schema", "--check").code == 1
