"""The schema for editors: names are accepted, a wrong value is one error, and what is hovered is explained."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS, GOOD, ROOT, Repo, Result

from coopdb.record.fields import record_fields
from coopdb.record.model import TABLES
from coopdb.record.reading import read
from coopdb.record.schema import make_schema
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
_MOST = 150_000  # bytes that an editor reads for each document


def problems(root: Path) -> list[str]:
    """Lint the records of a repository as an editor with Tombi does."""
    command = ["tombi", "lint", "--offline", "--quiet", "records"]
    found = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return [line for line in found.stderr.splitlines() + found.stdout.splitlines() if ".toml:" in line]


@pytest.fixture
def new(tmp_path: Path, coopdb: Run) -> Repo:
    source = f"git+https://example.org/coopdb@{'0' * 40}"
    assert coopdb("init", str(tmp_path / "new"), "--from", source).code == 0
    made = tmp_path / "new"
    (made / "records").rename(made / "words")
    repo = Repo(made)
    for path in (made / "words").iterdir():
        path.rename(made / "records" / path.name)
    return repo


def test_names_in_three_languages_are_accepted_and_a_wrong_value_is_one_error(new: Repo) -> None:
    named = (
        GOOD.replace('"MA"', '"المغرب"').replace('"QA"', '"Qatar"').replace("artificial", "Intelligence artificielle")
    )
    new.add(content=named.replace("artificielle-intelligence", "artificielle"))
    assert problems(new.root) == []
    for place in ('"المغرب"', '"Intelligence artificielle"'):
        new.add(content=named.replace("artificielle-intelligence", "artificielle").replace(place, '"Nowhere"'))
        assert len(problems(new.root)) == 1, place


def test_every_name_that_the_schema_accepts_means_something(coopdb: Run) -> None:
    schema, vocabularies = make_schema(packaged_vocabularies()), packaged_vocabularies()
    for key, vocabulary in (("country", vocabularies.countries), ("topic", vocabularies.topics)):
        names = schema["$defs"][key]["enum"]
        assert {"country": "ليبيا", "topic": "Cybersécurité"}[key] in names
        assert all(len(vocabulary.resolve(name)) == 1 or name in vocabulary for name in names)
        assert len(names) == len(schema["$defs"][key]["x-taplo"]["docs"]["enumValues"]) == len(set(names))


def test_every_key_is_explained_with_an_example_and_every_example_is_right() -> None:
    schema = make_schema(packaged_vocabularies())
    for name, fields in record_fields().items():
        properties = (schema["$defs"][name] if name in TABLES else schema)["properties"]
        for each in fields:
            assert properties[each.key]["description"] == f"{each.help}\n\nExample: `{each.key} = {each.example}`"
            table = "" if not name else f"[{name}]\n" if name == "venue" else f"[[{name}]]\n"
            above = "[[commitments]]\n" if name == "commitments.updates" else ""
            faults = read(f"{above}{table}{each.key} = {each.example}\n".encode(), packaged_vocabularies()).faults
            wrong = [fault for fault in faults if each.key in fault.route and fault.kind != "missing-key"]
            assert not [fault for fault in wrong if fault.route[-1] == each.key], each


def test_the_schema_is_small_enough_for_every_keystroke() -> None:
    assert (ROOT / "coopdb.schema.json").stat().st_size <= _MOST


def test_the_settings_of_editors_are_well_formed(new: Repo) -> None:
    for name in ("settings", "extensions"):
        assert json.loads((new.root / f".vscode/{name}.json").read_text(encoding="utf-8"))
    assert "coopdb.schema.json" in (new.root / ".taplo.toml").read_text(encoding="utf-8")


LINE = "#:schema ../../coopdb.schema.json"


def test_fmt_writes_the_line_of_the_schema_where_it_is_asked_for(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repo.root)
    path = repo.add(content=(CORPUS / "records/2019/2019-03-21-jp-vn.toml").read_text(encoding="utf-8"))
    crlf = repo.add("2026/2026-02-02-ma-qa.toml", GOOD.replace("\n", "\r\n"))
    assert coopdb("fmt").code == 0
    assert LINE not in path.read_text(encoding="utf-8")
    (repo.root / "coopdb.toml").write_text("schema_line = true\n", encoding="utf-8")
    assert coopdb("fmt", "--check").code == 1
    assert coopdb("fmt").code == 0
    assert path.read_text(encoding="utf-8").startswith(f"{LINE}\ntitle = ")
    assert crlf.read_bytes().startswith(f"{LINE}\r\ntitle = ".encode())
    assert coopdb("fmt", "--check").code == 0


def test_add_writes_the_line_of_the_schema_where_it_is_asked_for(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repo.root)
    (repo.root / "coopdb.toml").write_text("schema_line = true\n", encoding="utf-8")
    flags = (
        "--title T --date 2026-02-01 --party MA --party QA --topic cloud --source https://example.org/1 --yes".split()
    )
    result = coopdb("add", *flags)
    (path,) = (repo.root / "records").rglob("2026*.toml")
    assert path.read_text(encoding="utf-8").startswith(f"{LINE}\n"), result
