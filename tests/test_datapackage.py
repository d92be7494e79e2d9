"""The description of an export holds: a checker of our own reads it, and looks at every cell."""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS, ROOT, Repo, Result
from pyarrow import parquet
from test_export import FULL

from coopdb.store.star.tables import star_tables

Run = Callable[..., Result]
Cells = list[dict[str, Any]]
PROFILE = {"profile", "name", "title", "description", "created", "resources"}
MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}
TYPES: dict[str, tuple[type, ...]] = {"integer": (int,), "string": (str,), "boolean": (bool,), "date": (date,)}


def faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong with a package: with itself, or with what it says of its files."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    yield from (f"no {key}" for key in PROFILE - package.keys())
    if not re.fullmatch(r"[a-z0-9._/-]+", package["name"]) or package["profile"] != "tabular-data-package":
        yield "profile"
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", package["created"]):
        yield "created"
    paths = [each["path"] for each in package["resources"]]
    if sorted(paths) != sorted(each.name for each in folder.iterdir() if each.name != "datapackage.json"):
        yield f"paths {paths}"
    tables = {each["name"]: read(folder, each) for each in package["resources"]}
    for each in package["resources"]:
        yield from (f"{each['name']}: {fault}" for fault in faults_of(each, tables))


def read(folder: Path, resource: dict[str, Any]) -> Cells:
    path = folder / resource["path"]
    if resource["format"] == "parquet":
        return list(parquet.read_table(path).to_pylist())
    if resource["format"] == "jsonl":
        rows = [json.loads(line) for line in path.read_text(encoding=resource["encoding"]).splitlines()]
        return [{name: day(name, resource, value) for name, value in row.items()} for row in rows]
    dialect = resource["dialect"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"]))
    return [{name: typed(name, resource, text) for name, text in row.items()} for row in rows]


def field(name: str, resource: dict[str, Any]) -> dict[str, Any]:
    return next((each for each in resource["schema"]["fields"] if each["name"] == name), {"type": "string"})


def day(name: str, resource: dict[str, Any], value: Any) -> Any:
    return date.fromisoformat(value) if value and field(name, resource)["type"] == "date" else value


def typed(name: str, resource: dict[str, Any], text: str) -> Any:
    about = field(name, resource)
    if not text:
        return None
    if about["type"] == "boolean":
        return {**dict.fromkeys(about["trueValues"], True), **dict.fromkeys(about["falseValues"], False)}.get(
            text, text
        )
    if about["type"] == "integer":
        return int(text)
    return day(name, resource, text)


def faults_of(resource: dict[str, Any], tables: dict[str, Cells]) -> Iterator[str]:
    rows, schema = tables[resource["name"]], resource["schema"]
    if resource["profile"] != "tabular-data-resource" or MEDIA[resource["format"]] != resource["mediatype"]:
        yield "profile"
    if rows and list(rows[0]) != [each["name"] for each in schema["fields"]]:
        yield f"columns {list(rows[0])}"
    for about in schema["fields"]:
        if not about["description"]:
            yield f"{about['name']} has no description"
        for row in rows:
            yield from faults_of_cell(about, row[about["name"]])
    if key := schema.get("primaryKey"):
        found = [tuple(row[name] for name in key) for row in rows]
        if len({*found}) < len(found) or any(None in each for each in found):
            yield f"primary key {key}"
    for each in schema.get("foreignKeys", []):
        (own,), (other,) = each["fields"], each["reference"]["fields"]
        if {row[own] for row in rows} - {row[other] for row in tables[each["reference"]["resource"]]}:
            yield f"foreign key {own}"


def faults_of_cell(about: dict[str, Any], value: Any) -> Iterator[str]:
    limits = about.get("constraints", {})
    if value is None:
        if limits.get("required"):
            yield f"{about['name']} is missing"
        return
    if type(value) not in TYPES[about["type"]]:
        yield f"{about['name']} is {value!r}"
    if "enum" in limits and value not in limits["enum"]:
        yield f"{about['name']} is not one of its values: {value!r}"
    if "pattern" in limits and not re.fullmatch(limits["pattern"], value):
        yield f"{about['name']} has another form: {value!r}"


@pytest.fixture
def full(repo: Repo) -> Repo:
    repo.add()
    repo.add("2026/2026-03-eu-ma.toml", FULL)
    for path in sorted(CORPUS.glob("records/*/*.toml")):
        repo.add(f"{path.parent.name}/{path.name}", path.read_bytes())
    return repo


@pytest.mark.parametrize("options", ["csv", "csv --excel --separator ;", "jsonl", "parquet"])
def test_what_the_package_says_of_its_files_is_so(full: Repo, coopdb: Run, options: str) -> None:
    format, *more = options.split()
    assert coopdb("export", format, "out", *more).code == 0
    assert [*faults(full.root / "out")] == []


def test_the_checker_finds_what_is_wrong(full: Repo, coopdb: Run) -> None:
    coopdb("export", "csv", "out")
    meetings = full.root / "out/meetings.csv"
    with meetings.open(encoding="utf-8", newline="") as file:
        first, *others = csv.DictReader(file)
    for wrong in (
        {"status": "hold"},
        {"meeting": others[0]["meeting"]},
        {"id": ""},
        {"date": "Monday"},
        {"meeting": "99"},
    ):
        with meetings.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*first])
            writer.writeheader()
            writer.writerows([first | wrong, *others])
        assert [*faults(full.root / "out")], wrong


def test_it_tells_the_licence_the_day_and_what_was_taken(full: Repo, coopdb: Run) -> None:
    def package(*options: str) -> Any:
        assert coopdb("export", "jsonl", "out", "--force", *options).code == 0
        return json.loads((full.root / "out/datapackage.json").read_text(encoding="utf-8"))

    assert "licenses" not in package()
    (full.root / "records/LICENSE.txt").write_text("SPDX-License-Identifier: ODC-By-1.0\n", encoding="utf-8")
    assert package()["licenses"] == [{"name": "ODC-By-1.0"}]
    found = package("-c", "MA", "--public")
    assert package("--on", "2026-03-01")["created"] == "2026-03-01T00:00:00Z"  # the same bytes on any day
    assert found["created"] == f"{date.today()}T00:00:00Z"
    assert found["description"].endswith("country: Morocco · Records not meant for publication are left out.")
    own = {each["name"]: [licence["name"] for licence in each.get("licenses", ())] for each in found["resources"]}
    assert {name: names for name, names in own.items() if names} == {
        "labels": ["MIT", "Unicode-3.0"], "codebook": ["MIT"]
    }  # fmt: skip


def test_every_table_has_its_columns(full: Repo, coopdb: Run) -> None:
    coopdb("export", "csv", "out")
    package = json.loads((full.root / "out/datapackage.json").read_text(encoding="utf-8"))
    told = {each["name"]: [field["name"] for field in each["schema"]["fields"]] for each in package["resources"]}
    assert {name: told[name] for name in star_tables()} == {
        name: [column.name for column in table.columns] for name, table in star_tables().items()
    }


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_an_export_with_a_package_is_imported_and_replaced(full: Repo, coopdb: Run, format: str) -> None:
    assert coopdb("export", format, "out").code == 0
    assert coopdb("export", format, "out", "--force").code == 0
    (full.root / "back/records").mkdir(parents=True)
    result = coopdb("import", "out", "--root", "back", "--second")
    assert result.code == 0, result.err


@pytest.mark.parametrize("path", ["CITATION.cff", "src/coopdb/data/template/CITATION.cff"])
def test_a_citation_file_is_as_its_schema_has_it(path: str) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", ROOT / path]
    found = subprocess.run(check, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
