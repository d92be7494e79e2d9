"""A key of the record is described once, in `data/fields.py`: nothing that treats keys forgets one."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from conftest import GOOD, ROOT, Repo, Result

from coopdb.record import values
from coopdb.record.dates import PartialDate
from coopdb.record.fields import RecordField, record_fields
from coopdb.record.model import TABLES, Meeting, RecordTable
from coopdb.record.plain_values import plain
from coopdb.record.reading import read
from coopdb.report.value_names import key_value
from coopdb.report.wording import Wording
from coopdb.store.star.tables import star_tables
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
MODELS: dict[str, type[RecordTable]] = {"": Meeting, **TABLES}
EVERY = [each for fields in record_fields().values() for each in fields]
NAMED = [pytest.param(each, id=f"{each.table}.{each.key}".strip(".")) for each in EVERY]
# What `show` leaves out: a day of work, not of the meeting.
NOT_SHOWN = {("sources", "accessed")}
AGENDA = "https://example.org/agenda.pdf"


def types_in(annotation: object) -> set[object]:
    """Return the plain types that an annotation is made of."""
    inner = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return types_in(inner[0])
    if get_origin(annotation) is not None and str(get_origin(annotation)) == "typing.Literal":
        return {annotation}
    return set().union(*map(types_in, inner)) if inner else {annotation}


def expected(field: RecordField) -> set[object]:
    kinds: dict[str, set[object]] = {
        "date": {PartialDate},
        "number": {int},
        "signed": {PartialDate, bool},
        "flag": {bool},
    }
    listed = getattr(values, field.kind, None) if field.kind[:1].isupper() else None
    return {listed} if listed else kinds.get(field.kind, {str})


def test_the_table_has_the_keys_of_the_model_in_its_order() -> None:
    assert {name: [each.key for each in fields] for name, fields in record_fields().items()} == {
        name: list(model.model_fields) for name, model in MODELS.items()
    }


@pytest.mark.parametrize("field", NAMED)
def test_a_key_is_of_the_type_that_the_table_says(field: RecordField) -> None:
    annotation = MODELS[field.table].model_fields[field.key].annotation
    assert (get_origin(annotation) is tuple) == field.is_list
    found = types_in(annotation) - {type(None), Ellipsis}
    if field.kind == "table":
        assert found == {TABLES[f"{field.table}.{field.key}".removeprefix(".")]}
    else:
        assert found == expected(field)


@pytest.mark.parametrize("field", NAMED)
def test_a_key_has_its_words_for_editors_and_a_column_of_the_star(field: RecordField) -> None:
    assert field.help[:1].isupper() or field.key == "draft"
    assert field.help.endswith(".")
    table, _, column = field.place.rpartition(".")
    if field.kind != "table":
        names = {each.name for each in star_tables()[table or field.star_table].columns}
        assert (column or field.key) in names


def example(field: RecordField) -> Any:
    """Return a value of a key, different from every default and from those of others, as JSON has it."""
    number = EVERY.index(field)
    listed = getattr(values, field.kind, None) if field.kind[:1].isupper() else None
    kinds: dict[str, Any] = {
        "date": f"2025-01-{number % 28 + 1:02}", "signed": "2025-11-11", "flag": True, "address": f"https://x.org/{number}",
        "record": f"2020-01-{number % 28 + 1:02}-ma-qa", "country": "QA", "organization": "unido", "party": "MA",
        "topic": "cloud", "number": 7,
    }  # fmt: skip
    value = (
        get_args(listed)[-1]
        if listed
        else kinds.get(field.kind, f"some words {number}")
        if field.key != "key"
        else f"key-{number}"
    )
    return [value] if field.is_list else value


def full() -> dict[str, Any]:
    """Make a record that has every key."""
    record: dict[str, Any] = {each.key: example(each) for each in record_fields()[""] if each.kind != "table"}
    for table in [each for each in TABLES if "." not in each]:
        row = {each.key: example(each) for each in record_fields()[table] if each.kind != "table"}
        record[table] = row if table == "venue" else [row]
    updates = {each.key: example(each) for each in record_fields()["commitments.updates"]}
    record["commitments"][0]["updates"] = [updates]
    record["participants"] = [{"country": "MA"}, {**record["participants"][0]}]
    del record["participants"][1]["organization"]
    record["participants"].append({"organization": "unido"})
    return record | {"date": "2025-11-11", "end_date": "2025-11-12", "status": "planned", "waivers": []}


@pytest.fixture
def whole(repo: Repo, coopdb: Run) -> dict[str, Any]:
    """Import a record that has every key, waiving what speaks of its nonsense."""
    from coopdb.record import toml
    from coopdb.record.layout import lay_out
    from coopdb.record.writing import to_toml

    record = full()
    reading = read(toml.dump(record).encode(), packaged_vocabularies())
    assert reading.meeting is not None
    assert reading.faults == ()
    repo.add("2025/2025-11-11-ma-qa.toml", lay_out(to_toml(reading.meeting)))
    return plain(reading.meeting)


def test_show_says_every_key(whole: dict[str, Any], coopdb: Run) -> None:
    shown, wording = coopdb("show", "2025-11-11-ma-qa").out, Wording(packaged_vocabularies())
    for each in EVERY:
        value = example(each)
        word = value[0] if isinstance(value, list) else value
        if (
            each.kind in ("table", "flag", "country", "organization", "party", "topic", "signed")
            or each.table == "waivers"
        ):
            continue
        if (each.table, each.key) not in {("", "date"), ("", "end_date"), ("", "status"), *NOT_SHOWN}:
            assert key_value(each.kind, word, wording) in shown, (each.table, each.key)


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_every_key_comes_back_from_an_export(whole: dict[str, Any], repo: Repo, coopdb: Run, format: str) -> None:
    from coopdb.author.encoding import Encoding
    from coopdb.author.importing.star import map_star
    from coopdb.author.importing.tables import FolderTables

    assert coopdb("export", format, "out").code == 0
    tables = FolderTables(repo.root / "out", f".{format}", Encoding(None, print))
    intake = map_star(tables, packaged_vocabularies())
    (proposal,) = intake.proposals
    again = read_plain(proposal.data)
    assert again == whole


def read_plain(data: Any) -> dict[str, Any]:
    from coopdb.record.reading import read_data

    meeting = read_data(data, packaged_vocabularies()).meeting
    assert meeting is not None
    return plain(meeting)


@pytest.mark.parametrize("field", [each for each in NAMED if each.values[0].option])  # type: ignore[union-attr]
def test_add_has_an_option_for_it(field: RecordField, repo: Repo, coopdb: Run) -> None:
    name = f"--{field.key.replace('_', '-')}"
    value = "planned" if field.key == "status" else example(field)
    value = value[0] if isinstance(value, list) else value
    given = {"--title": "Talks", "--date": "2025-01-01", "--party": "MA", "--topic": "cloud", "--source": AGENDA}
    if field.kind == "record":
        repo.add(f"2020/{value}.toml", GOOD.replace("2026-02-01", value[:10]))
    options = [part for key, each in given.items() if key != name for part in (key, each)]
    own = [name] if value is True else [name, str(value)]
    result = coopdb("add", *options, "--party", "QA", *own, "--dry-run")
    assert f"{field.key} = " in result.out, result.err


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_an_export_of_before_a_column_is_read(repo: Repo, coopdb: Run, format: str) -> None:
    repo.add()
    coopdb("export", format, "out")
    without(repo.root / "out", format, "meetings", "agenda_url")
    assert coopdb("import", "out", "--root", place(repo)).err == "1 record written\n"


def test_a_column_that_an_export_had_and_lost_is_missed(repo: Repo, coopdb: Run) -> None:
    repo.add()
    coopdb("export", "csv", "out")
    codebook = (repo.root / "out/codebook.csv").read_bytes()
    without(repo.root / "out", "csv", "meetings", "agenda_url")
    (repo.root / "out/codebook.csv").write_bytes(codebook)
    result = coopdb("import", "out", "--root", place(repo))
    assert (result.code, "lacks the column `agenda_url`" in result.err) == (2, True)
    (repo.root / "out/codebook.csv").unlink()
    assert coopdb("import", "out", "--root", place(repo)).code == 0


def test_a_dataset_of_before_a_column_or_a_table_is_counted(repo: Repo, coopdb: Run) -> None:
    import duckdb

    repo.add()
    coopdb("export", "parquet", "out")
    file = repo.root / "out/meetings.parquet"
    duckdb.sql(f"COPY (SELECT * EXCLUDE agenda_url FROM '{file}') TO '{file}.new' (FORMAT parquet)")  # noqa: S608
    Path(f"{file}.new").replace(file)
    for name, table in star_tables().items():
        if table.since > 1:
            (repo.root / f"out/{name}.parquet").unlink()
    result = coopdb("crosstab", "year", "--dataset", "out")
    assert (result.code, "2026" in result.out) == (0, True), result.err


def place(repo: Repo) -> str:
    """Make an empty repository."""
    shutil.rmtree(repo.root / "back", ignore_errors=True)
    (repo.root / "back/records").mkdir(parents=True)
    return str(repo.root / "back")


def without(folder: Path, format: str, table: str, column: str) -> None:
    """Take a column out of an export, and out of its codebook."""
    file, codebook = folder / f"{table}.{format}", folder / f"codebook.{format}"
    if format == "jsonl":
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        kept = [{key: value for key, value in row.items() if key != column} for row in rows]
        file.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
        return
    with file.open(newline="", encoding="utf-8") as opened:
        records = list(csv.DictReader(opened))
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, [name for name in records[0] if name != column], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(records)
    lines = codebook.read_text(encoding="utf-8").splitlines(keepends=True)
    codebook.write_text("".join(line for line in lines if not line.startswith(f"{table},{column},")), encoding="utf-8")


def with_agenda(address: str) -> str:
    return GOOD.replace("topics =", f'agenda_url = "{address}"\ntopics =', 1)


def test_the_agenda_is_shown(repo: Repo, coopdb: Run) -> None:
    repo.add(content=with_agenda(AGENDA))
    assert f"agenda  {AGENDA}\n" in coopdb("show", "2026").out
    assert f"- **agenda**: {AGENDA}" in coopdb("show", "2026", "--format", "markdown").out.replace("\\", "")
    assert json.loads(coopdb("show", "2026", "--format", "json").out)["agenda_url"] == AGENDA


def test_the_agenda_is_imported_through_a_mapping(repo: Repo, coopdb: Run) -> None:
    (repo.root / "a.csv").write_text(f"day,paper\n2026-02-01,{AGENDA}\n", encoding="utf-8")
    mapping = GOOD.replace("date = 2026-02-01", 'date = { column = "day" }\nagenda_url = { column = "paper" }')
    (repo.root / "map.toml").write_text(mapping, encoding="utf-8")
    assert coopdb("import", "a.csv", "--map", "map.toml").code == 0
    assert json.loads(coopdb("show", "2026", "--format", "json").out)["agenda_url"] == AGENDA


@pytest.mark.parametrize("address", ["ftp://example.org/a", "example.org/a", "see the ministry"])
def test_an_agenda_that_no_browser_opens_is_a_problem(repo: Repo, coopdb: Run, address: str) -> None:
    repo.add(content=with_agenda(address))
    result = coopdb("validate")
    assert (result.code, "error[K007]" in result.out, ":3:14" in result.out) == (1, True, True), result.out
    repo.add(content=with_agenda(AGENDA))
    assert coopdb("validate").code == 0


def test_the_readme_lists_the_agenda() -> None:
    assert "| `agenda_url` |" in (ROOT / "docs/record.md").read_text(encoding="utf-8")


def test_a_number_is_read_from_a_cell(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(
        'title = { column = "t" }\ndate = { column = "d" }\nseries = { column = "s" }\nsession = { column = "n" }\n'
        'topics = [{ topic = { column = "x" } }]\nparticipants = [{ country = "MA" }, { country = "QA" }]\n'
        'sources = [{ url = { column = "u" } }]\n',
        encoding="utf-8",
    )
    rows = "t,d,s,n,x,u\nTalks,2026-02-01,Forum,3,cloud,https://example.org/1\n"
    (tmp_path / "r.csv").write_text(rows, encoding="utf-8")
    result = coopdb("import", str(tmp_path / "r.csv"), "--map", str(tmp_path / "m.toml"))
    assert result.code == 0, result.err
    (path,) = (repo.root / "records").rglob("*.toml")
    assert "session = 3" in path.read_text(encoding="utf-8")
