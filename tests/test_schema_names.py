"""What editors get: a schema that knows names, and the line that tells them where it is."""

import json
import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from conftest import GOOD, ROOT, Repo, Result

from coopdb.record.fields import record_fields
from coopdb.record.schema import make_schema
from coopdb.record.schema_line import with_schema_line
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
LINE = "#:schema ../../coopdb.schema.json\n"
PATH = "2026/2026-02-01-ma-qa.toml"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return make_schema(packaged_vocabularies())


@pytest.mark.parametrize(
    ("of", "names"),
    [
        ("country", ("MA", "Morocco", "Maroc", "المغرب", "Türkiye")),
        ("organization", ("itu", "European Union", "Union européenne")),
        ("topic", ("artificial-intelligence", "Artificial intelligence", "Intelligence artificielle")),
    ],
)
def test_codes_and_names_in_three_languages_are_one_list(
    schema: dict[str, Any], of: str, names: tuple[str, ...]
) -> None:
    listed = schema["$defs"][of]["enum"]
    assert set(names) <= set(listed)
    assert len(listed) == len(set(listed)) == len(schema["$defs"][of]["x-taplo"]["docs"]["enumValues"])


def test_a_name_in_the_schema_means_one_entry_alone(schema: dict[str, Any]) -> None:
    countries = packaged_vocabularies().countries
    names = [name for name in schema["$defs"]["country"]["enum"] if name not in countries]
    assert len(names) > 500
    assert all(len(countries.resolve(name)) == 1 for name in names)


def test_every_key_tells_an_example_that_is_toml(schema: dict[str, Any]) -> None:
    for table, fields in record_fields().items():
        for field in fields:
            if field.example:
                assert field.key in tomllib.loads(f"{field.key} = {field.example}"), (table, field.key)
    assert "Example: `series = " in schema["properties"]["series"]["description"]


def test_the_schema_is_at_most_150_kb(coopdb: Run, repo: Repo) -> None:
    assert len(coopdb("schema").out.encode()) <= 150_000


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("x = 1\n", "records/2026/a.toml", f"{LINE}x = 1\n"),
        ("x = 1\r\n", "records/2026/a.toml", "#:schema ../../coopdb.schema.json\r\nx = 1\r\n"),
        ("x = 1", "records/a.toml", "#:schema ../coopdb.schema.json\nx = 1"),
        ("#:schema elsewhere.json\nx = 1\n", "records/2026/a.toml", "#:schema elsewhere.json\nx = 1\n"),
    ],
)
def test_the_line_is_the_first_and_stays_as_it_is(text: str, path: str, expected: str) -> None:
    assert with_schema_line(text, path) == expected
    assert with_schema_line(expected, path) == expected


def test_fmt_and_add_write_the_line_where_the_repository_asks_for_it(repo: Repo, coopdb: Run) -> None:
    repo.add(PATH)
    assert coopdb("fmt", "--check").code == 0
    (repo.root / "coopdb.toml").write_text("schema_line = true\n", encoding="utf-8")
    assert coopdb("fmt", "--check").code == 1
    assert coopdb("fmt").code == 0
    path = repo.root / "records" / PATH
    assert path.read_text(encoding="utf-8") == LINE + GOOD
    assert (coopdb("fmt", "--check").code, coopdb("validate").code) == (0, 0)
    added = coopdb(
        *("add", "--title", "Talks", "--date", "2026-03-01", "--party", "MA", "--party", "FR", "--topic", "cloud"),
        *("--source", "https://example.org/n"),
    )
    assert added.code == 0
    assert (repo.root / added.out.strip()).read_text(encoding="utf-8").startswith(f"{LINE}title = ")
    assert coopdb("move", "2026-03-01", "2026-03-02").code == 0
    (moved,) = repo.root.glob("records/2026/2026-03-02-*.toml")
    assert moved.read_text(encoding="utf-8").startswith(LINE)


def test_a_new_repository_tells_editors_of_its_schema(repo: Repo, coopdb: Run) -> None:
    place = ("init", "new", "--from", f"git+https://example.org/a/coopdb@{'a' * 40}")
    assert coopdb(*place).code == 0
    new = repo.root / "new"
    assert tomllib.loads((new / ".taplo.toml").read_text())["rule"][0]["schema"]["path"] == "coopdb.schema.json"
    assert tomllib.loads((new / "tombi.toml").read_text())["schemas"][0]["path"] == "coopdb.schema.json"
    assert json.loads((new / ".vscode/extensions.json").read_text())["recommendations"]
    assert json.loads((new / ".vscode/settings.json").read_text())["[toml]"] == {"editor.formatOnSave": False}


def test_the_manual_shows_the_settings_that_init_writes() -> None:
    settings = (ROOT / "src/coopdb/data/template/.vscode/settings.json").read_text(encoding="utf-8")
    assert f"```json\n{settings}```" in (ROOT / "docs/editors.md").read_text(encoding="utf-8")
