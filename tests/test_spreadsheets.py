"""Spreadsheets: what is written is read by others, what others wrote is read by us, and what is hostile is refused."""

import io
import sys
import tomllib
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import CORPUS, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from test_export import FULL, ID

from coopdb.author.importing import archive, extent
from coopdb.author.importing.spreadsheet import _guarded, open_workbook
from coopdb.errors import StopError
from coopdb.invisible import without_misplaced
from coopdb.query.export import ExportedTable
from coopdb.record import toml
from coopdb.record.plain_values import plain
from coopdb.render.exports import xlsx
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.tables import StarColumn, StarTable

Run = Callable[..., Result]
MAP = """\
title = { column = "title" }
date = { column = "date" }
topics = ["cloud"]
[file]
date_format = ["%Y-%d-%m", "%d.%m.%Y"]
[[participants]]
country = { column = "one", separator = "-" }
[[participants]]
country = "QA"
[[sources]]
title = { column = "source" }
"""
HEAD = ["title", "date", "one", "source"]
TODAY = date(2026, 11, 1)


def book(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    """Write a workbook as another program does."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def ods(*rows: list[Any], name: str = "A") -> bytes:
    document = OpenDocumentSpreadsheet()
    table = Table(name=name)
    for row in rows:
        line = TableRow()
        for value in row:
            if isinstance(value, dict):
                cell = TableCell(**value)
            elif isinstance(value, date):
                cell = TableCell(valuetype="date", datevalue=value.isoformat())
            else:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=value))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.write(file)
    return file.getvalue()


def changed(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Change one part of an archive, as an attacker or a careless program does."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(name, change(text.decode()).encode() if name == part else text)
    return file.getvalue()


@pytest.fixture
def mapped(repo: Repo) -> Repo:
    (repo.root / "map.toml").write_text(MAP, encoding="utf-8")
    return repo


def imported(repo: Repo, coopdb: Run, content: bytes, *options: str, name: str = "t.xlsx") -> Result:
    (repo.root / name).write_bytes(content)
    return coopdb("import", name, "--map", "map.toml", *options)


def records(root: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in root.glob("records/*/*.toml")}


# --- out, and in again


def test_the_corpus_goes_out_and_comes_in_again_unchanged(tmp_path: Path, coopdb: Run) -> None:
    (tmp_path / "records").mkdir()
    assert coopdb("export", "xlsx", "star.xlsx", "--root", str(CORPUS)).code == 0
    assert coopdb("import", "star.xlsx", "--root", str(tmp_path)).code == 0
    meant = {entry.id: plain(entry.meeting) for entry in load(Repository(CORPUS)).sound}
    assert {entry.id: plain(entry.meeting) for entry in load(Repository(tmp_path)).sound} == meant
    assert coopdb("export", "xlsx", "again.xlsx", "--root", str(tmp_path)).code == 0
    assert Path("again.xlsx").read_bytes() == Path("star.xlsx").read_bytes()


# What nobody sees in a name is left out of every export (K010): such names are counted with those that look the same.
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(
    lambda text: text.strip() and not xlsx._IMPOSSIBLE.search(text) and without_misplaced(text) == text
)
HARD = st.sampled_from(["=1+1", "+1", "-1", "@x", "_x0041_", "TRUE", "1.0", "007", "2026-02-01", "#REF!", "<&>\"'"])


@settings(max_examples=12)
@given(st.lists(HARD | TEXT, min_size=5, max_size=5))
def test_any_text_goes_out_and_comes_in_again_unchanged(
    tmp_path_factory: pytest.TempPathFactory, coopdb: Run, texts: list[str]
) -> None:
    one, two = Repo(tmp_path_factory.mktemp("one")), Repo(tmp_path_factory.mktemp("two"))
    record = tomllib.loads(FULL)
    record["title"], record["summary"], record["venue"]["name"] = texts[:3]
    record["participants"][0]["name"], record["commitments"][0]["text"] = texts[3:]
    one.add()
    one.add(f"2026/{ID}.toml", toml.dump(record))
    before = {entry.id: plain(entry.meeting) for entry in load(Repository(one.root)).sound}
    file = str(one.root / "star.xlsx")
    assert coopdb("export", "xlsx", file, "--root", str(one.root)).code == 0
    result = coopdb("import", file, "--root", str(two.root))
    if "rejected" in result.err:  # for the rules of the record itself: the same as from JSON Lines
        assert coopdb("export", "jsonl", str(one.root / "star"), "--root", str(one.root)).code == 0
        assert coopdb("import", str(one.root / "star"), "--root", str(two.root), "--dry-run").code == result.code
        return
    after = {entry.id: plain(entry.meeting) for entry in load(Repository(two.root)).sound}
    assert {key: stripped(each) for key, each in after.items()} == {key: stripped(each) for key, each in before.items()}


def stripped(value: Any) -> Any:
    """Leave out the space around texts, which an import does."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: stripped(each) for key, each in value.items()}
    return [stripped(each) for each in value] if isinstance(value, list | tuple) else value


def test_another_library_reads_what_is_written(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add(f"2026/{ID}.toml", FULL)
    assert coopdb("export", "xlsx", "star.xlsx").code == 0
    assert coopdb("export", "csv", "star").code == 0
    workbook = openpyxl.load_workbook("star.xlsx")
    assert {f"{name}.csv" for name in workbook.sheetnames} == {path.name for path in Path("star").glob("*.csv")}
    for sheet in workbook:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert not [cell for row in sheet for cell in row if cell.data_type == "f"]
    rows = [[cell.value for cell in row] for row in workbook["meetings"]]
    first, full = ({**dict(zip(rows[0], row, strict=True))} for row in rows[1:])
    assert (first["earliest"], first["date"], first["draft"]) == (datetime(2026, 2, 1), "2026-02-01", False)
    assert (full["summary"], full["date"], full["earliest"]) == ("=1+1", "2026-03", datetime(2026, 3, 1))
    assert workbook.properties.description == "written by coopdb"


def test_the_same_records_give_the_same_bytes_without_a_time(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.add()
    coopdb("export", "xlsx", "a.xlsx")
    monkeypatch.setattr("time.time", lambda: 2e9)
    coopdb("export", "xlsx", "b.xlsx")
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()
    with zipfile.ZipFile("a.xlsx") as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in file.read("docProps/core.xml")


def test_an_export_is_replaced_but_not_one_that_was_edited(repo: Repo, coopdb: Run) -> None:
    repo.add()
    assert [coopdb("export", "xlsx", "a.xlsx", *force).code for force in ((), (), ("--force",))] == [0, 3, 0]
    workbook = openpyxl.load_workbook("a.xlsx")
    workbook.save("a.xlsx")
    assert coopdb("export", "xlsx", "a.xlsx", "--force").code == 3


def exported(*rows: tuple[Any, ...], type_: str = "text") -> bytes:
    table = StarTable("t", "", (StarColumn("x", type_, ""),))  # type: ignore[arg-type]  # a type of columns
    ((_, content),) = xlsx.render([ExportedTable(table, lambda: rows, lambda: rows)], TODAY)
    return content


@pytest.mark.parametrize("text", ["x" * 32_767, "\U0001f600" * 16_383 + "x"])
def test_the_longest_text_fits_and_a_longer_one_is_refused(text: str) -> None:
    assert openpyxl.load_workbook(io.BytesIO(exported((text,))))["t"]["A2"].value == text
    with pytest.raises(StopError, match="32,767 at most"):
        exported((f"{text}x",))


@pytest.mark.parametrize("text", ["a\ufffe", "_x0041_x0042_"])
def test_a_text_that_no_cell_can_have_is_refused(text: str) -> None:
    with pytest.raises(StopError, match="which no cell can have"):
        exported((text,))


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 3)
    assert exported(("a",), ("b",))
    with pytest.raises(StopError, match="more than 2 rows"):
        exported(("a",), ("b",), ("c",))


@pytest.mark.parametrize(("day", "type_"), [("1900-02-28", str), ("1900-03-01", datetime)])
def test_a_day_before_spreadsheets_count_them_is_text(day: str, type_: type) -> None:
    value = openpyxl.load_workbook(io.BytesIO(exported((day,), type_="day")))["t"]["A2"].value
    assert isinstance(value, type_)


# --- in


@pytest.mark.parametrize("name", ["t.xlsx", "t.ods", "t"])
def test_days_are_days_whatever_the_format_of_texts(mapped: Repo, coopdb: Run, name: str) -> None:
    rows = [HEAD, ["A", date(2026, 3, 4), "MA", "s"], ["B", "05.03.2026", "MA", "s"]]
    result = imported(mapped, coopdb, ods(*rows) if name == "t.ods" else book(("Any", rows)), name=name)
    assert result.err == "2 records written\n"
    assert {key: value["title"] for key, value in records(mapped.root).items()} == {
        "2026-03-04-ma-qa": "A",
        "2026-03-05-ma-qa": "B",
    }


def test_numbers_booleans_and_times_are_texts_as_people_write_them() -> None:
    cells = [2024, 1.5, True, datetime(2026, 3, 4), datetime(2026, 3, 4, 14, 30), "x"]
    table = open_workbook(book(("A", [list("abcdef"), cells])), "x").read()
    assert table.rows[0].content == ("2024", "1.5", "true", "2026-03-04", "2026-03-04 14:30:00", "x")


def test_what_is_written_above_a_table_is_passed_over_and_rows_keep_their_numbers(mapped: Repo, coopdb: Run) -> None:
    rows = [[], ["Our meetings"], [], HEAD, ["A", "04.03.2026", "MA", "s"], ["B", "x", "MA", "s"]]
    result = imported(mapped, coopdb, book(("A", rows)), "--rejects", "r.csv")
    assert result.err == "1 record written, 1 row rejected\n"
    assert Path("r.csv").read_text(encoding="utf-8").splitlines()[1].startswith("6,")
    Path("r.csv").write_text(Path("r.csv").read_text(encoding="utf-8").replace(",x,", ",2026-03-05,"), encoding="utf-8")
    assert coopdb("import", "r.csv", "--map", "map.toml").code == 0


def test_a_sheet_is_named_and_hidden_ones_come_last(mapped: Repo, coopdb: Run) -> None:
    good = [HEAD, ["A", date(2026, 3, 4), "MA", "s"]]
    workbook = openpyxl.load_workbook(io.BytesIO(book(("Lists", [["x"], ["y"]]), ("Visits", good))))
    workbook["Lists"].sheet_state = "hidden"
    workbook.create_chartsheet("Chart")
    file = io.BytesIO()
    workbook.save(file)
    for options in ((), ("--sheet", "Visits")):
        assert imported(mapped, coopdb, file.getvalue(), "--dry-run", *options).code == 0
    near = imported(mapped, coopdb, file.getvalue(), "--sheet", "Visit")
    far = imported(mapped, coopdb, file.getvalue(), "--sheet", "zzz")
    assert (near.code, far.code) == (2, 2)
    assert "did you mean `Visits`?" in near.err
    assert "`Visits`, `Lists`" in far.err
    Path("t.csv").write_text("title\n", encoding="utf-8")
    assert "has no sheets" in coopdb("import", "t.csv", "--map", "map.toml", "--sheet", "a").err


def test_a_formula_gives_its_result_or_a_reason(mapped: Repo, coopdb: Run) -> None:
    rows = [HEAD, ["=A1", date(2026, 3, 4), "MA", "s"], ["B", date(2026, 3, 5), "MA", "s"]]
    result = imported(mapped, coopdb, book(("A", rows)), "--dry-run")
    assert "row 2: the cell in column 1 has a formula without a result" in result.err
    told = changed(
        book(("A", rows)),
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace("<v />", "<v>7</v>").replace("<v></v>", "<v>7</v>"),
    )
    assert imported(mapped, coopdb, told).code == 0
    assert {each["title"] for each in records(mapped.root).values()} == {"7", "B"}


def test_an_error_in_a_cell_is_the_reason_of_its_row(mapped: Repo, coopdb: Run) -> None:
    rows = [HEAD, ["#REF!", date(2026, 3, 4), "MA", "s"]]
    assert "has the error `#REF!`" in imported(mapped, coopdb, book(("A", rows)), "--dry-run").err
    uncomputed = {"formula": "of:=A1", "valuetype": "string"}
    result = imported(mapped, coopdb, ods(HEAD, [uncomputed, date(2026, 3, 4), "MA", "s"]), "--dry-run", name="t.ods")
    assert "column 1 has a formula without a result" in result.err
    wrong = changed(
        ods(HEAD, ["#REF!", date(2026, 3, 4), "MA", "s"]),
        "content.xml",
        lambda text: text.replace(
            'office:value-type="string"><text:p>#REF!',
            'calcext:value-type="error" office:value-type="string"><text:p>#REF!',
        ).replace("<office:document-content", '<office:document-content xmlns:calcext="urn:x"', 1),
    )
    assert "column 1 has an error" in imported(mapped, coopdb, wrong, "--dry-run", name="t.ods").err


def test_links_to_other_files_are_never_unpacked() -> None:
    file = io.BytesIO(book(("A", [["x", "y"]])))
    with zipfile.ZipFile(file, "a") as target:
        target.writestr("xl/externalLinks/externalLink1.xml", b"<!DOCTYPE x><x/>")
        target.writestr("xl/media/image1.png", b"x")
    assert not {name for name in archive.unpack(file.getvalue(), "x") if "external" in name or "media" in name}
    assert open_workbook(file.getvalue(), "x").read().columns == ("x", "y")


# --- what is refused


@pytest.mark.parametrize("module", ["python_calamine", "xlsxwriter"])
def test_without_the_extra_an_error_says_what_to_install(
    mapped: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    content = book(("A", [HEAD]))
    monkeypatch.setitem(sys.modules, module, None)
    result = imported(mapped, coopdb, content) if module == "python_calamine" else coopdb("export", "xlsx", "a.xlsx")
    assert (result.code, "install `coopdb[spreadsheet]`" in result.err) == (3, True)


def zipped(*parts: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as target:
        for part in parts:
            target.writestr(*part)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
SHARED = exported(("a",))
REPEATED = {"valuetype": "string", "stringvalue": "a", "numbercolumnsrepeated": "9000000"}
BASE = book(("A", [["x", "y"], ["1", "2"]]))
HOSTILE = {
    "text with its name": (b"title,date\n", "is not a spreadsheet"),
    "an old or encrypted one": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is not a spreadsheet"),
    "a document of words": (zipped(("word/document.xml", b"<x/>")), "is not a spreadsheet"),
    "half an archive": (BASE[:300], "is damaged"),
    "no XML": (changed(BASE, SHEET, lambda text: text[:-20]), "is damaged"),
    "no shared text": (changed(SHARED, SHEET, lambda text: text.replace("<v>1<", "<v>99<")), "is damaged"),
    "entities": (changed(BASE, SHEET, lambda text: LAUGHS + text), "defines entities"),
    "entities in the workbook": (changed(BASE, "xl/workbook.xml", lambda text: LAUGHS + text), "defines entities"),
    "a cell far away": (changed(BASE, SHEET, lambda text: text.replace('"B2"', '"XFD1048576"')), "too large: a sheet"),
    "another packing": (zipped(("xl/workbook.xml", b"<x/>"), packing=zipfile.ZIP_BZIP2), "packed in an unusual way"),
    "no sheets": (zipped(("xl/workbook.xml", b"<x/>"), ("xl/_rels/workbook.xml.rels", b"<x/>")), "`t.xlsx`"),
    "a cell repeated": (ods(["x", "y"], [REPEATED]), "too large: a sheet"),
    "many parts": (zipped(*((f"{n}.xml", b"") for n in range(archive.MOST_PARTS + 1))), "parts"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_hostile_or_broken_is_refused_with_a_reason(mapped: Repo, coopdb: Run, what: str) -> None:
    content, message = HOSTILE[what]
    result = imported(mapped, coopdb, content)
    assert result.code == 3
    assert message in result.err
    assert result.err.count("\n") <= 3
    assert records(mapped.root) == {}


def test_a_bomb_is_measured_while_it_is_unpacked() -> None:
    size = sum(map(len, archive.unpack(BASE, "x").values()))
    assert archive.unpack(BASE, "x", most=size)
    with pytest.raises(StopError, match="unpacked it has more than"):
        archive.unpack(BASE, "x", most=size - 1)


def test_the_limits_of_file_cells_and_characters_hold_to_the_last_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, most in (
        (archive, "LARGEST_FILE", len(BASE)),
        (extent, "MOST_CELLS", 4),
        (extent, "MOST_CHARACTERS", 4),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, most)
            assert open_workbook(BASE, "x").read().rows
            patch.setattr(module, name, most - 1)
            with pytest.raises(StopError, match="too large"):
                open_workbook(BASE, "x")


@settings(max_examples=60)
@given(st.integers(0, len(BASE) - 1), st.binary(min_size=1, max_size=4))
def test_any_damage_is_read_or_refused_but_never_a_fault(place: int, junk: bytes) -> None:
    try:
        open_workbook(BASE[:place] + junk + BASE[place + len(junk) :], "x").read()
    except StopError:
        return


def test_a_library_that_ends_in_any_way_is_an_error_but_an_interrupt_is_one() -> None:
    class Panic(BaseException):
        pass

    def end(error: type[BaseException]) -> None:
        raise error("x")

    with pytest.raises(StopError, match="`t` cannot be read: x"):
        _guarded("t", lambda: end(Panic))
    with pytest.raises(KeyboardInterrupt):
        _guarded("t", lambda: end(KeyboardInterrupt))


def test_a_workbook_of_charts_alone_has_nothing_to_read() -> None:
    workbook = openpyxl.Workbook()
    workbook.create_chartsheet("Chart")
    workbook.remove(workbook.active)
    file = io.BytesIO()
    workbook.save(file)
    with pytest.raises(StopError, match="has no sheet of cells"):
        open_workbook(file.getvalue(), "x")


def test_cells_without_places_are_measured_in_turn() -> None:
    rows = b"<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row>" * 2
    parts = {"xl/sharedStrings.xml": b"<sst>x<si><t>a</t></si></sst>", SHEET: b"<sheetData>" + rows + b"</sheetData>"}
    ((faults,),) = (found for part, found in extent.measure(parts, "x").items() if part == SHEET)
    assert faults == dict.fromkeys((1, 2), "the cell in column 2 has the error `#N/A`")


def test_midnight_is_a_day_and_an_empty_cell_is_empty() -> None:
    rows = (
        open_workbook(ods(["a", "b"], [{"valuetype": "date", "datevalue": "2026-03-04T00:00:00"}, ""]), "x").read().rows
    )
    assert rows[0].content == ("2026-03-04", "")


def test_a_day_in_the_form_of_records_is_understood_beside_any_format(mapped: Repo, coopdb: Run) -> None:
    (mapped.root / "map.toml").write_text(MAP.replace('"%Y-%d-%m", ', ""), encoding="utf-8")
    Path("t.csv").write_text("title,date,one,source\nA,2026-03-04,MA,s\n", encoding="utf-8")
    assert coopdb("import", "t.csv", "--map", "map.toml").code == 0
    assert [*records(mapped.root)] == ["2026-03-04-ma-qa"]
