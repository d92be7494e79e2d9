"""Tables as others make them: encodings, separators, years of two digits, line breaks, second meetings of a day."""

import csv
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from io import StringIO
from itertools import permutations
from typing import Any

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.encoding import Encoding
from coopdb.author.importing.csv import read_csv
from coopdb.author.importing.filling import Filling
from coopdb.author.importing.mapped import map_rows
from coopdb.author.importing.rows import InputTable, Row
from coopdb.errors import StopError
from coopdb.record.mapping import MappedColumn, RecordMap, read_mapping
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
MAP = """\
title = { column = "title" }
date = { column = "date" }
status = { column = "status" }
topics = ["cloud"]

[file]
date_format = ["%d.%m.%y", "%m.%y", "%y", "%d.%m.%Y"]

[[participants]]
country = { column = "one" }
name = { column = "name" }

[[participants]]
country = { column = "other" }

[[commitments]]
text = "Meet again"
due = { column = "due" }

[[sources]]
url = { template = "https://example.org/list" }
published = { column = "published" }
"""
COLUMNS = ("title", "date", "status", "one", "name", "other", "due", "published")


@pytest.fixture
def mapped(repo: Repo) -> Repo:
    (repo.root / "map.toml").write_text(MAP, encoding="utf-8")
    return repo


def row(**cells: str) -> list[str]:
    given = {"title": "Talks", "date": "05.03.19", "one": "MA", "other": "QA", **cells}
    return [given.get(column, "") for column in COLUMNS]


def write(repo: Repo, *rows: list[str], name: str = "t.csv", encoding: str = "utf-8", separator: str = ",") -> str:
    file = StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows([COLUMNS, *rows])
    (repo.root / name).write_bytes(file.getvalue().encode(encoding))
    return name


def records(repo: Repo) -> dict[str, dict[str, Any]]:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in repo.root.glob("records/*/*.toml")}


# --- a second meeting of a day and parties


@pytest.mark.parametrize("order", list(permutations(("A", "B", "C"))))
def test_a_second_row_is_answered_alike_in_one_file_and_in_several(
    mapped: Repo, coopdb: Run, order: tuple[str, ...]
) -> None:
    rows = [row(name=name) for name in order]
    apart = [coopdb("import", write(mapped, each), "--map", "map.toml") for each in rows]
    assert [result.code for result in apart] == [0, 1, 1]
    assert all("`2019-03-05-ma-qa` is of the same day and parties" in result.err for result in apart[1:])
    assert all("`--second` keeps both" in result.err for result in apart[1:])
    one = records(mapped)
    (mapped.root / "records/2019/2019-03-05-ma-qa.toml").unlink()
    together = coopdb("import", write(mapped, *rows), "--map", "map.toml")
    assert together.code == 1
    assert together.err.count("row 2 is of the same day and parties, and says something else") == 2
    assert records(mapped) == one


@pytest.mark.parametrize("is_together", [True, False])
def test_second_rows_are_kept_when_told_and_name_each_other(mapped: Repo, coopdb: Run, is_together: bool) -> None:
    rows = [row(name=name) for name in "ABC"]
    for each in [rows] if is_together else [[one] for one in rows]:
        assert coopdb("import", write(mapped, *each), "--map", "map.toml", "--second").code == 0
    found = records(mapped)
    assert {key: value.get("related", []) for key, value in found.items()} == {
        "2019-03-05-ma-qa": [],
        "2019-03-05-ma-qa-2": ["2019-03-05-ma-qa"],
        "2019-03-05-ma-qa-3": ["2019-03-05-ma-qa", "2019-03-05-ma-qa-2"],
    }
    assert "R001" not in coopdb("validate", "--format", "concise").out
    for option in ((), ("--second",)):  # and what is there is there
        result = coopdb("import", write(mapped, *rows), "--map", "map.toml", *option)
        assert (result.code, result.err) == (0, "0 records written, 3 there already\n")
    assert records(mapped) == found


def test_a_row_is_no_second_of_one_that_is_rejected(mapped: Repo, coopdb: Run) -> None:
    text = MAP.replace("status =", 'id = { column = "title" }\nfollows = [{ column = "due" }]\nstatus =').replace(
        'due = { column = "due" }\n', ""
    )
    (mapped.root / "map.toml").write_text(text, encoding="utf-8")
    rows = [row(title="x", due="2001-01-01-ma-qa"), row(title="y")]
    result = coopdb("import", write(mapped, *rows), "--map", "map.toml")
    assert (result.code, result.err.count("rejected")) == (1, 1)
    assert [each["title"] for each in records(mapped).values()] == ["y"]


def test_meetings_that_name_each_other_come_back_from_an_export(repo: Repo, coopdb: Run) -> None:
    repo.add()
    second = GOOD.replace("topics =", 'related = ["2026-02-01-ma-qa"]\ntopics =').replace("AI", "the cloud")
    repo.add("2026/2026-02-01-ma-qa-b.toml", second)
    repo.add("2026/2026-02-01-ma-qa-a.toml", second.replace("the cloud", "ports"))
    assert coopdb("export", "csv", "out").code == 0
    before = records(repo)
    for path in repo.root.glob("records/*/*.toml"):
        path.unlink()
    result = coopdb("import", "out")
    assert "warning: row 4: row 3 is of the same day and parties, and says something else" in result.err
    assert result.err.endswith("2 records written, 1 row rejected\n")
    assert coopdb("import", "out", "--second").code == 0
    assert before.keys() == records(repo).keys()


# --- years of two digits


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        ("05.03.68", "", "1968-03-05"),
        ("05.03.68", "held", "1968-03-05"),
        ("05.03.68", "planned", "2068-03-05"),
        ("05.03.68", "postponed", "2068-03-05"),
        ("05.03.69", "", "1969-03-05"),
        ("26.11.26", "", "2026-11-26"),
        ("27.11.26", "", "1926-11-27"),
        ("27.11.26", "planned", "2026-11-27"),
        ("11.26", "", "2026-11"),
        ("12.26", "", "1926-12"),
        ("26", "", "2026"),
        ("27", "", "1927"),
        ("05.03.2062", "", "2062-03-05"),  # four digits are what they are
        ("29.02.28", "", "1928-02-29"),
    ],
)
def test_two_digits_are_not_in_the_future_of_a_held_meeting(day: str, status: str, expected: str) -> None:
    assert proposed(date=day, status=status)["date"] == expected


@pytest.mark.parametrize(
    ("meeting", "due", "expected"),
    [("01.03.58", "60", "1960"), ("01.03.58", "58", "1958"), ("01.03.58", "57", "2057"), ("01.03.26", "30", "2030")],
)
def test_what_is_due_is_due_after_the_meeting(meeting: str, due: str, expected: str) -> None:
    assert proposed(date=meeting, due=due)["commitments"][0]["due"] == expected


def test_the_day_of_an_article_is_not_in_the_future_either() -> None:
    record = proposed(date="01.03.58", published="02.03.58")
    assert record["sources"][0]["published"] == "1958-03-02"
    assert proposed(date="2019~", formats=False)["date"] == "2019~"
    assert proposed(date="soon", formats=False)["date"] == "soon"


@given(st.dates(date(1927, 11, 27), date(2026, 11, 26)), st.sampled_from(["%d.%m.%y", "%d/%m/%y", "%y%m%d"]))
def test_every_day_of_the_last_hundred_years_is_read_from_two_digits(day: date, form: str) -> None:
    filling = Filling({"day": day.strftime(form)}, (form,)).held_by(date(2026, 11, 26))
    assert filling.value("date", MappedColumn(column="day")) == day.isoformat()
    assert filling.value("date", MappedColumn(column="day")) <= "2026-11-26"


def proposed(*, formats: bool = True, **cells: str) -> Mapping[str, Any]:
    text = MAP if formats else MAP.replace("date_format", "# date_format")
    _, mapping = read_mapping(text.encode(), packaged_vocabularies())
    assert isinstance(mapping, RecordMap)
    sheet = InputTable(COLUMNS, (Row(2, tuple(row(**cells))),), ",")
    (proposal,) = map_rows(sheet, mapping, date(2026, 11, 26)).proposals
    return proposal.data


# --- line breaks


@pytest.mark.parametrize("control", ["\n", "\r\n", "\r", "\t", "\v", "\f", "\x85", "\u2028", "\u2029", " \n\n  "])
def test_a_text_of_one_line_has_no_line_breaks(mapped: Repo, coopdb: Run, control: str) -> None:
    text = MAP + '\n[venue]\nname = { column = "published" }\ncity = { column = "due" }\n'
    text = text.replace('published = { column = "published" }\n', "").replace('due = { column = "due" }\n', "")
    text = text.replace("topics =", 'summary = { column = "status" }\nhost_event = { column = "title" }\ntopics =', 1)
    (mapped.root / "map.toml").write_text(text.replace('status = { column = "status" }\n', ""), encoding="utf-8")
    broken = f"One{control}two"
    rows = [row(title=f"{broken}{control}", name=broken, published=broken, due=broken, status=broken)]
    assert coopdb("import", write(mapped, *rows), "--map", "map.toml").err == "1 record written\n"
    (record,) = records(mapped).values()
    assert [record["title"], record["host_event"], *record["venue"].values()] == ["One two"] * 4
    assert record["participants"][0]["name"] == "One two"
    assert record["summary"] == {"\t": "One\ttwo", " \n\n  ": "One\n\n  two"}.get(control, "One\ntwo")


def test_objects_are_cleaned_like_cells(repo: Repo, coopdb: Run) -> None:
    line = (
        '{"title": "Two\\nlines", "date": "2019-03-05", "topics": ["cloud"], "summary": "a\\r\\nb",'
        ' "participants": [{"country": "MA", "role": "Minister\\tof State"}, {"country": "QA"}],'
        ' "sources": [{"title": "A\\u2028B"}]}'
    )
    (repo.root / "a.jsonl").write_text(line, encoding="utf-8")
    assert coopdb("import", "a.jsonl").err == "1 record written\n"
    (record,) = records(repo).values()
    assert (record["title"], record["summary"], record["sources"][0]["title"]) == ("Two lines", "a\nb", "A B")
    assert record["participants"][0]["role"] == "Minister of State"


# --- encodings

NAMES = [
    "Élysée Müller, ministre",
    "Señora Núñez «Ñ»",
    "Åsa Öberg – Malmö",
    "João Conceição",
    "L’été à 5 €",
    "Bjørn Ærø",
]


@pytest.mark.parametrize("name", NAMES)
def test_western_bytes_are_read_and_said(mapped: Repo, coopdb: Run, name: str) -> None:
    table = write(mapped, row(name=name), encoding="windows-1252")
    result = coopdb("import", table, "--map", "map.toml")
    assert result.code == 0
    assert "`t.csv` is not UTF-8: byte 0x" in result.err
    assert "on line 2; read as windows-1252: `--encoding` tells another" in result.err
    (record,) = records(mapped).values()
    assert record["participants"][0]["name"] == name


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("الوزير المغربي", "windows-1256"),
        ("Antonín Dvořák", "windows-1250"),
        ("Łukasz Żółć", "windows-1250"),
        ("Иван Петров", "windows-1251"),
        ("Γιώργος", "windows-1253"),
        ("田中", "shift_jis"),
        ("nul\0é", "latin-1"),
        ("\x81é", "latin-1"),
    ],
)
def test_other_bytes_are_asked_about_and_read_when_told(mapped: Repo, coopdb: Run, name: str, encoding: str) -> None:
    table = write(mapped, row(name=name), encoding=encoding)
    result = coopdb("import", table, "--map", "map.toml")
    assert (result.code, "is not UTF-8: byte 0x" in result.err, "--encoding" in result.err) == (3, True, True)
    assert ("perhaps `--encoding windows-1256`" in result.err) == (encoding == "windows-1256")
    assert records(mapped) == {}
    told = coopdb("import", table, "--map", "map.toml", "--encoding", encoding)
    if "\0" not in name and "\x81" not in name:
        assert told.err == "1 record written\n"
        (record,) = records(mapped).values()
        assert record["participants"][0]["name"] == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_says_its_encoding_needs_no_word(mapped: Repo, coopdb: Run, encoding: str) -> None:
    table = write(mapped, row(name="Dvořák المغرب"), encoding=encoding)
    assert coopdb("import", table, "--map", "map.toml").err == "1 record written\n"
    (record,) = records(mapped).values()
    assert record["participants"][0]["name"] == "Dvořák المغرب"


@pytest.mark.parametrize(
    ("content", "told", "message", "code"),
    [
        (b"a\n\xe9\n", "utf-8", "`--encoding utf-8` does not fit `t.csv`: byte 0xe9 on line 2", 3),
        (b"a\n\xe9\n", "UTF8", "`--encoding UTF8` does not fit `t.csv`: byte 0xe9 on line 2", 3),
        (b"a\n", "klingon", "unknown encoding `klingon`", 2),
        (b"a\nb", "utf-16", "`--encoding utf-16` does not fit `t.csv`: it has no null bytes", 3),
        (b"\0a\n", "utf-16", "`--encoding utf-16` does not fit `t.csv`: byte 0x0a on line 1", 3),
        (b"xn--9", "idna", "unknown encoding `idna`", 2),
        (b"a\nb", "hex", "unknown encoding `hex`", 2),
        (b"\xff\xfea", None, "is not utf-16: byte 0x61 on line 1", 3),
    ],
)
def test_an_encoding_that_does_not_fit_is_said(
    repo: Repo, coopdb: Run, content: bytes, told: str | None, message: str, code: int
) -> None:
    (repo.root / "t.csv").write_bytes(content)
    result = coopdb("import", "t.csv", *(("--encoding", told) if told else ()))
    assert (result.code, message in result.err) == (code, True), result.err


@given(st.text(alphabet=st.characters(codec="windows-1252", exclude_categories=("Cc",))))
def test_what_is_read_as_western_is_never_another_text(text: str) -> None:
    said: list[str] = []
    content = text.encode("windows-1252")
    path = _Bytes(content)
    try:
        read = Encoding(None, said.append).read(path)  # type: ignore[arg-type]
    except StopError:
        return
    assert read == text or (not said and read == content.decode("utf-8-sig"))


class _Bytes:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def read_bytes(self) -> bytes:
        return self._content


# --- separators


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("told", [False, True])
def test_any_separator_is_read(mapped: Repo, coopdb: Run, separator: str, told: bool) -> None:
    name = write(mapped, row(title="a;b,c|d\te" if separator != "\t" else "a;b,c|d"), separator=separator)
    path = mapped.root / name
    if told:
        path.write_text(f"sep={separator}\r\n{path.read_text(encoding='utf-8')}", encoding="utf-8-sig", newline="")
    assert coopdb("import", name, "--map", "map.toml").err == "1 record written\n"
    (record,) = records(mapped).values()
    assert record["title"].startswith("a;b,c|d")


@pytest.mark.parametrize(
    ("text", "separator", "columns", "number"),
    [
        ("sep=;\na;b\n1;2\n", ";", ("a", "b"), 2),
        ("SEP=;\r\na,b,c;b\r\n1;2\r\n", ";", ("a,b,c", "b"), 2),
        ('"sep=;"\na;b\n1;2\n', ";", ("a", "b"), 2),
        ('"x,y,z";b\n1;2\n', ";", ("x,y,z", "b"), 2),
        ('"x;""y;z",b\n1,2\n', ",", ('x;"y;z', "b"), 2),
        ('"x\n,,,,";b\n1;2\n', ";", ("x\n,,,,", "b"), 2),
        ("a\n1\n", ",", ("a",), 2),
        ("\na;b\n1;2\n", ";", ("a", "b"), 3),
    ],
)
def test_the_separator_is_told_or_the_likeliest(
    text: str, separator: str, columns: tuple[str, ...], number: int
) -> None:
    sheet = read_csv(text, "t.csv")
    assert (sheet.delimiter, sheet.columns) == (separator, columns)
    assert [each.number for each in sheet.rows] in ([number], [number + 1])


# --- tables for spreadsheets


@pytest.mark.parametrize(
    ("option", "character"), [((), ","), (("--separator", ";"), ";"), (("--separator", "tab"), "\t")]
)
def test_every_cell_of_a_table_for_spreadsheets_is_quoted(
    repo: Repo, coopdb: Run, option: tuple[str, ...], character: str
) -> None:
    repo.add(content=GOOD.replace("talk about AI", "a;=1+1,b\\tc").replace('"MA"', '"MA"\nname = "=2+2"'))
    title = tomllib.loads((repo.root / "records/2026/2026-02-01-ma-qa.toml").read_text(encoding="utf-8"))["title"]
    out = coopdb("search", "--format", "csv", "--excel", *option).out
    assert out.startswith("\ufeff")
    rows = list(csv.reader(StringIO(out.removeprefix("\ufeff"), newline=""), delimiter=character))
    assert title in rows[1]
    assert f'"{title}"' in out
    lines = out.removeprefix("\ufeff").splitlines()
    assert all(line.startswith('"') and line.endswith('"') for line in lines)
    assert all(line.count(f'"{character}"') == len(rows[0]) - 1 for line in lines)
    assert coopdb("export", "csv", "out", "--excel", *option).code == 0
    for file in sorted((repo.root / "out").glob("*.csv")):
        content = file.read_bytes().decode("utf-8-sig")
        assert content.startswith('"')
        cells = list(csv.reader(StringIO(content, newline=""), delimiter=character))
        assert not [cell for line in cells for cell in line if cell.startswith(("=", "+", "@"))]
        quoted = StringIO(newline="")
        csv.writer(quoted, delimiter=character, quoting=csv.QUOTE_ALL).writerows(cells)
        assert content == quoted.getvalue()


@pytest.mark.parametrize("option", [(), ("--excel",)])
def test_an_export_with_another_separator_comes_back(repo: Repo, coopdb: Run, option: tuple[str, ...]) -> None:
    repo.add(content=GOOD.replace("talk about AI", "talk; about, AI"))
    before = records(repo)
    assert coopdb("export", "csv", "out", "--separator", ";", *option).code == 0
    (repo.root / "records/2026/2026-02-01-ma-qa.toml").unlink()
    assert coopdb("import", "out").err == "1 record written\n"
    assert records(repo) == before


@pytest.mark.parametrize(
    "command", [("search", "--format", "json"), ("export", "jsonl", "out"), ("crosstab", "country")]
)
def test_a_separator_is_for_csv(repo: Repo, coopdb: Run, command: tuple[str, ...]) -> None:
    repo.add()
    result = coopdb(*command, "--separator", ";")
    assert (result.code, "`--separator` is for `csv` only" in result.err) == (2, True)
    plain = coopdb("search", "--format", "csv", "--separator", ";").out
    assert plain.startswith("id;path;title;")
