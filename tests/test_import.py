"""`coopdb import`: tables become records, each row a valid one or rejected with its reason."""

import csv
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from conftest import CORPUS, GOOD, Repo, Result

from coopdb.author.importing.mapped import cells_of
from coopdb.author.importing.rows import Row, RowError
from coopdb.record.plain_values import plain
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
VISITS = """\
title = { template = "State visit of {leader} to {visited}" }
date = { column = "start" }
end_date = { column = "end" }
kind = "visit"
level = "head-of-state"
topics = ["digital-transformation"]

[file]
date_format = ["%d.%m.%Y", "%m.%Y", "%Y"]

[skip]
leader = ["Nobody", "None"]

[venue]
country = { column = "visited" }
city = { column = "city", values = { "Bonn (Rhine)" = "Bonn" } }

[[participants]]
country = { column = "from", separator = "/" }
name = { column = "leader" }
role = "Head of state"

[[participants]]
country = { column = "visited" }

[[sources]]
url = { column = "source", default = "https://example.org/list" }
"""
HEADER = "from,leader,visited,start,end,city,source\n"


@pytest.fixture
def visits(repo: Repo) -> Repo:
    (repo.root / "map.toml").write_text(VISITS, encoding="utf-8")
    return repo


def table(repo: Repo, *rows: str, name: str = "t.csv", encoding: str = "utf-8") -> str:
    (repo.root / name).write_bytes((HEADER + "".join(f"{row}\n" for row in rows)).encode(encoding))
    return name


def texts(repo: Repo) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in repo.root.glob("records/*/*.toml")}


def test_rows_become_records_through_a_mapping(visits: Repo, coopdb: Run) -> None:
    name = table(
        visits,
        "Maroc,Mohamed,Qatar,05.03.2019,07.03.2019,Doha,",
        "US,Nobody,FR,1999,,,",
        "Sénégal,A,FR,03.2001,,,https://e.org/1",
    )
    result = coopdb("import", name, "--map", "map.toml")
    assert (result.code, result.out, result.err) == (0, "", "2 records written, 1 row left out by the mapping\n")
    found = texts(visits)
    assert found.keys() == {"2019-03-05-ma-qa", "2001-03-fr-sn"}
    assert (
        'title = "State visit of Mohamed to Qatar"\ndate = 2019-03-05\nend_date = 2019-03-07'
        in found["2019-03-05-ma-qa"]
    )
    assert 'date = "2001-03"' in found["2001-03-fr-sn"]
    assert "https://example.org/list" in found["2019-03-05-ma-qa"]
    assert coopdb("validate", "--ignore", "D,P,N").code == 0
    assert coopdb("fmt", "--check").code == 0
    again = coopdb("import", name, "--map", "map.toml")
    assert again.err == "0 records written, 2 there already, 1 row left out by the mapping\n"


def test_a_row_that_is_no_record_is_rejected_with_number_and_reason(visits: Repo, coopdb: Run) -> None:
    name = table(
        visits,
        "Maroc,M,Qatar,05.03.2019,,,",
        "Marocco,M,Qatar,05.03.2019,,,",
        "MA,M,QA,31.02.2019,,,",
        "MA,M",
        "MA,M,,2001,,,",
    )
    result = coopdb("import", name, "--map", "map.toml", "--rejects", "r.csv")
    assert (result.code, result.err) == (1, "1 record written, 4 rows rejected\n")
    with (visits.root / "r.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows] == ["row", "3", "4", "5", "6"]
    reasons = [row[1] for row in rows[1:]]
    for reason, said in zip(
        reasons,
        ("did you mean `Morocco`?", "is not a date of the form", "2 cells, where", "fewer than two"),
        strict=True,
    ):
        assert said in reason or "part" in reason
    fixed = (visits.root / "r.csv").read_text(encoding="utf-8").replace("Marocco,M,Qatar,05", "Maroc,M,Qatar,06")
    (visits.root / "r.csv").write_text(fixed, encoding="utf-8")
    assert coopdb("import", "r.csv", "--map", "map.toml").err.endswith("1 record written, 3 rows rejected\n")


def test_many_rejected_rows_are_named_in_part(visits: Repo, coopdb: Run) -> None:
    name = table(visits, *(f"X{number},M,QA,2001,,," for number in range(8)))
    err = coopdb("import", name, "--map", "map.toml").err
    assert err.count("warning: row") == 5
    assert "and 3 more: `--rejects FILE`" in err
    assert coopdb("import", name, "--map", "map.toml", "--rejects", "no/such/r.csv").code == 3


def test_a_dry_run_writes_nothing(visits: Repo, coopdb: Run) -> None:
    name = table(visits, "MA,M,QA,2001,,,")
    assert coopdb("import", name, "--map", "map.toml", "--dry-run").err == "1 record to be written\n"
    assert texts(visits) == {}


def test_what_contradicts_a_record_is_rejected(visits: Repo, coopdb: Run) -> None:
    visits.add("2019/2019-03-05-ma-qa.toml", GOOD.replace("2026-02-01", "2019-03-05"))
    result = coopdb("import", table(visits, "MA,M,QA,05.03.2019,,,"), "--map", "map.toml")
    assert (result.code, "says something else" in result.err) == (1, True)
    assert len(texts(visits)) == 1


def test_two_different_rows_of_a_day_are_two_records_when_told_so(visits: Repo, coopdb: Run) -> None:
    name = table(visits, *["MA,M,QA,05.03.2019,,,"] * 2, "MA,N,QA,05.03.2019,,,", "MA,O,QA,05.03.2019,,,")
    assert coopdb("import", name, "--map", "map.toml", "--second").err == "3 records written, 1 there already\n"
    assert texts(visits).keys() == {"2019-03-05-ma-qa", "2019-03-05-ma-qa-2", "2019-03-05-ma-qa-3"}


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_an_export_comes_back_without_loss(
    tmp_path: Path, real: Path, coopdb: Run, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert real
    assert coopdb("export", format, str(tmp_path / "out")).code == 0
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    assert coopdb("import", "out").err == "33 records written\n"
    before, after = (
        {entry.id: plain(entry.meeting) for entry in load(Repository(root)).entries} for root in (CORPUS, tmp_path)
    )
    assert after == before
    assert coopdb("import", f"out/meetings.{format}").err == "0 records written, 33 there already\n"


def test_whole_records_come_back_too(tmp_path: Path, real: Path, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert real
    one = json.loads(coopdb("show", "2026-02-01", "--format", "json").out)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    (tmp_path / "a.jsonl").write_text(json.dumps(one) + "\n[1]\nx\n", encoding="utf-8")
    result = coopdb("import", "a.jsonl", "--rejects", "r.jsonl")
    assert result.err == "1 record written, 2 rows rejected\n"
    assert (tmp_path / one["path"]).exists()
    rejected = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [each["row"] for each in rejected] == [2, 3]
    assert '"text": "[1]"' in json.dumps(rejected[0])


def test_a_record_that_refers_to_a_rejected_one_is_rejected_too(repo: Repo, coopdb: Run) -> None:
    meeting = {"title": "T", "topics": ["cloud"], "participants": [{"country": "MA"}, {"country": "QA"}],
               "sources": [{"url": "https://e.org"}]}  # fmt: skip
    lines = [
        {**meeting, "date": "2026-08-01", "venue": {"city": None}, "documents": [None]},
        {**meeting, "id": "2026-01-01-ma-qa", "date": "2026-01-01", "follows": ["2025-01-01-ma-qa"]},
        {**meeting, "id": "2025-01-01-ma-qa", "date": "2025-01-01", "follows": ["2024-01-01-ma-qa"]},
        {**meeting, "id": "nonsense", "date": "2026-05-01"},
        {**meeting, "date": "2026-06-01", "title": None},
        {**meeting, "date": 1e400},
        {
            **meeting,
            "date": "2026-07-01",
            "participants": [{"country": 1}],
            "venue": "x",
            "documents": [{"kind": "x"}],
            "kind": "y",
        },
    ]
    (repo.root / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    result = coopdb("import", "a.jsonl")
    assert result.err.endswith("1 record written, 6 rows rejected\n")
    assert texts(repo).keys() == {"2026-05-01-ma-qa"}
    assert "and 1 more" in result.err or "; " in result.err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", b"", "is empty"),
        ("t.csv", b"a,b\n1,2\n", "is not an export of coopdb"),
        ("t.jsonl", b'{"a": 1}\n', "is not an export of coopdb"),
        ("meetings.csv", b"a,b\n1,2\n", "is not an export of coopdb"),
        ("meetings.jsonl", b'{"a": 1}\n', "is not an export of coopdb"),
        ("meetings.csv", b"meeting,title,date\n1,2,3\n", "not beside `meetings.csv`"),
        ("t.csv", b"a,a\n1,2\n", "two columns `a`"),
        ("t.csv", "a,b\né,2\n".encode("latin-1"), "is not UTF-8: byte 0xe9 on line 2"),
        ("none.csv", None, "there is no file"),
        (".", None, "neither of"),
    ],
)
def test_a_file_that_cannot_be_imported_says_why(
    repo: Repo, coopdb: Run, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (repo.root / name).write_bytes(content)
    result = coopdb("import", name)
    assert result.code in (2, 3)
    assert message in result.err


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "visit"', 'kind = "visits"', "line 4: unknown value `visits`"),
        ('kind = "visit"', 'kin = "visit"', "line 4: unknown key `kin`"),
        ('column = "start"', 'column = "begin"', "line 2"),
        ("{leader}", "{ledger}", "line 1"),
        ('column = "start"', 'column = "start", formt = "x"', "line 2: unknown key `formt`"),
        ("[skip]", "[skips]", "unknown key `skips`"),
        ("title = ", "title == ", "line 1"),
        ('kind = "visit"', 'kind = "visit"\nid = "x"', "line 5"),
        ("[file]", '[file]\ndelimiter = "x"', "unknown value `x`"),
    ],
)
def test_a_wrong_mapping_is_named_by_line(visits: Repo, coopdb: Run, old: str, new: str, message: str) -> None:
    (visits.root / "map.toml").write_text(VISITS.replace(old, new, 1), encoding="utf-8")
    result = coopdb("import", table(visits, "MA,M,QA,2001,,,"), "--map", "map.toml")
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert texts(visits) == {}


def test_odd_tables_are_read(visits: Repo, coopdb: Run) -> None:
    content = "\ufeff" + HEADER.replace(",", ";").replace("\n", "\r\n") + "MA;M;QA;2001;;;\r\n\r\nSN;A\0;QA;2002;;;\r\n"
    (visits.root / "t.csv").write_text(content, encoding="utf-8", newline="")
    result = coopdb("import", "t.csv", "--map", "map.toml")
    assert "a NUL character" in result.err
    assert texts(visits).keys() == {"2001-ma-qa"}
    (visits.root / "t.csv").write_text(HEADER + 'MA,M,FR,2001,,,\n"MA,M,QA,2002,,,\n', encoding="utf-8")
    assert "no CSV" in coopdb("import", "t.csv", "--map", "map.toml").err


def test_objects_are_mapped_by_their_paths(visits: Repo, coopdb: Run) -> None:
    mapping = VISITS.replace('"leader"', '"who.name"').replace("{leader}", "{who.name}").replace('"from"', '"who.of"')
    mapping = mapping.replace('["digital-transformation"]', '{ column = "tags" }\ndraft = { column = "new" }')
    mapping = re.sub(r"(?m)^(city|url) = .*$", "", mapping) + 'url = "https://e.org"\n'
    mapping = mapping.replace('leader = ["Nobody", "None"]\n', "").replace("[skip]", '[where]\nok = "true"')
    (visits.root / "map.toml").write_text(
        "id = { column = 'key' }\n" + mapping.replace(', separator = "/"', ""), encoding="utf-8"
    )
    m, both = {"name": "M", "of": "MA"}, ["MA", "SN"]
    lines = [
        {"key": "2001-01-02-ma-qa-x", "who": m, "visited": "QA", "start": "02.01.2001", "tags": ["IA", "cloud"],
         "new": "yes", "ok": True, "more": [{"a": 1}, {"a": [2, None]}, 3], "n": [[1, 2]], "o": None},
        {"who": {"name": "M", "of": both}, "visited": "QA", "start": "2001", "ok": True, "end": ["2001", "2002"]},
        {"who": m, "ok": False},
        {"who": {"name": ["M", "N"], "of": both}, "visited": "QA", "start": "2003", "tags": "IA", "ok": True},
        {"who": {"name": ["M", "N", "O"], "of": both}, "visited": "QA", "start": "2004", "tags": "IA", "ok": True},
        {"who": {"name": "M", "of": both}, "visited": "FR", "start": "2005", "tags": "IA", "ok": True},
    ]  # fmt: skip
    text = "".join(json.dumps(line) + "\n" for line in lines) + '{"a": "\\ud800"}\n' + "[" * 100_000 + "\n"
    (visits.root / "a.jsonl").write_text(text, encoding="utf-8")
    assert "cannot read `.`" in coopdb("import", "a.jsonl", "--map", ".").err
    result = coopdb("import", "a.jsonl", "--map", "map.toml", "--rejects", "r.jsonl")
    assert result.err == "3 records written, 1 row left out by the mapping, 4 rows rejected\n"
    found = texts(visits)
    assert found.keys() == {"2001-01-02-ma-qa-x", "2003-ma-sn", "2005-ma-sn"}
    assert "draft = true" in found["2001-01-02-ma-qa-x"]
    assert found["2003-ma-sn"].count("[[participants]]") == 3
    reasons = [
        json.loads(line)["reason"] for line in (visits.root / "r.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for said in (
        "`end_date` has 2 values",
        "has 2 values, where others have 3",
        "half of a character",
        "nested too deeply",
    ):
        assert any(said in reason for reason in reasons), said


def test_an_object_nested_too_deeply_is_rejected() -> None:
    deep: dict[str, object] = {}
    for _ in range(5_000):
        deep = {"a": deep}
    with pytest.raises(RowError, match="nested too deeply"):
        cells_of(Row(1, deep), ())


def test_a_torn_export_is_refused(tmp_path: Path, real: Path, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert real
    coopdb("export", "csv", str(tmp_path / "out"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    for name, change, message in (
        ("topics.csv", lambda text: text.replace("stage,", "stages,", 1), "lacks the column `stage`"),
        ("topics.csv", lambda text: text.replace("\n", ",x\n").replace(",x", ",more", 1), "a column `more`"),
        ("topics.csv", lambda text: text.replace("note", "note,more", 1), "cells, where the first row has"),
        ("sources.csv", lambda text: text + '"', "row"),
        ("meetings.csv", lambda text: text + text.splitlines()[1] + "\n", ""),
    ):
        place = tmp_path / "torn"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(tmp_path / "out", place)
        (place / name).write_text(change((place / name).read_text(encoding="utf-8")), encoding="utf-8")
        result = coopdb("import", "torn", "--dry-run")
        assert result.code in (1, 2, 3)
        assert message in result.err
    (tmp_path / "out/topics.csv").write_text(
        (tmp_path / "out/topics.csv").read_text(encoding="utf-8") + "999,cloud,digital-infrastructure,discussed,,\n",
        encoding="utf-8",
    )
    assert "1 row of no meeting" in coopdb("import", "out", "--dry-run").err


def test_a_history_of_state_visits_is_counted_right(visits: Repo, coopdb: Run) -> None:
    """The numbers equal an independent count of the table, former states and all."""
    random = Random(1866)  # noqa: S311  # the same each time
    states = [("France", "FR", 1866), ("Soviet Union", "SU", 1930), ("Yugoslavia", "YU", 1950), ("Morocco", "MA", 1960),
              ("East Germany", "DD", 1955), ("Japan", "JP", 1900), ("Czechoslovakia", "CS", 1960)]  # fmt: skip
    rows, counted = [], []
    for number in range(300):
        (one, code, since), (other, other_code, later) = random.sample(states, 2)
        year = random.randint(max(since, later), 1988)
        month, day = random.randint(1, 12), random.randint(1, 28)
        rows.append(f"{one},Leader {number},{other},{day:02}.{month:02}.{year},,,")
        counted.append((f"{year}", f"{year}-{month:02}", code, other_code))
    result = coopdb("import", table(visits, *rows), "--map", "map.toml")
    assert (result.code, result.err) == (0, "300 records written\n")
    for dimension, values in {
        "year": Counter(year for year, *_ in counted),
        "month": Counter(month for _, month, *_ in counted),
        "host": Counter(host for *_, host in counted),
        "pair": Counter("-".join(sorted(pair)) for _, _, *pair in counted),
        "country": Counter(code for _, _, *pair in counted for code in pair),
    }.items():
        document = json.loads(coopdb("crosstab", dimension, "--format", "json").out)
        found = dict(zip(document["row_keys"], document["row_totals"], strict=True))
        assert {key: number for key, number in found.items() if number} == values
        assert document["total"] == 300
    document = json.loads(coopdb("crosstab", "country", "year", "--format", "json").out)
    cells = {
        (row, column): number
        for row, numbers in zip(document["row_keys"], document["cells"], strict=True)
        for column, number in zip(document["column_keys"], numbers, strict=True)
        if number
    }
    assert cells == Counter((code, year) for year, _, *pair in counted for code in pair)


@pytest.mark.parametrize("form", ["%d.%d.%Y", "%Q", "%", "%Y-%m-%d %"])
def test_a_form_of_dates_that_is_none_is_told_with_its_line(repo: Repo, coopdb: Run, form: str) -> None:
    (repo.root / "m.toml").write_text(f'date = {{ column = "d", format = "{form}" }}\n', encoding="utf-8")
    (repo.root / "r.csv").write_text("d\n2026\n", encoding="utf-8")
    result = coopdb("import", "r.csv", "--map", "m.toml")
    assert (result.code, "`m.toml`, line 1: " in result.err, "such as `%d.%m.%Y`" in result.err) == (2, True, True)
    assert "for `format`" in result.err


@pytest.mark.parametrize("year", [2025, 2027])
def test_how_many_records_are_written_is_said_where_one_cannot_be(
    repo: Repo, coopdb: Callable[..., Result], year: int
) -> None:
    rows = [
        {
            "title": "Talks",
            "date": f"{each}-01-05",
            "participants": [{"country": "MA"}, {"country": "QA"}],
            "topics": ["cloud"],
            "sources": [{"url": f"https://example.org/{each}"}],
        }
        for each in (2025, 2026, 2027)
    ]
    (repo.root / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    (repo.root / f"records/{year}").touch()
    result = coopdb("import", "a.jsonl")
    assert (result.code, f"{year}` is there, and is not a folder" in result.err) == (3, True)
    partly = "help: 2 of 3 records are written; run the command again for the others" in result.err
    assert (partly, "delete or rename it first" in result.err) == ((True, False) if year == 2027 else (False, True))
    (repo.root / f"records/{year}").unlink()
    assert coopdb("import", "a.jsonl").code == 0
    assert len(list(repo.root.glob("records/*/*.toml"))) == 3
