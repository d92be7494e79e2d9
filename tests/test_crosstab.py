"""Counting, compared with a count that knows nothing of coopdb."""

import csv
import json
import tomllib
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS, GOOD, ROOT, Repo, Result
from naive import TABLE

from coopdb.query.crosstab import crosstab
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.drill import drill
from coopdb.query.filters import Filters
from coopdb.query.margins import Counting
from coopdb.query.search import search
from coopdb.query.selection import select
from coopdb.query.table import Table
from coopdb.query.units import UNITS
from coopdb.render.formats import render
from coopdb.render.screen import Screen
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.rows import build_star

Run = Callable[..., Result]
Data = dict[str, Any]
RECORDS = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("records/*/*.toml"))]
TOPICS = json.loads((ROOT / "src/coopdb/data/topics.json").read_text(encoding="utf-8"))["entries"]


GROUPS = {
    slug: group["members"]
    for slug, group in json.loads((ROOT / "src/coopdb/data/groups.json").read_text(encoding="utf-8"))["entries"].items()
}


def is_in(record: Data, member: str, since: str, until: str) -> bool:
    """Tell whether a member took part while it belonged; ISO days, and years, sort as text."""
    day = str(record["date"]).rstrip("~").ljust(10, "0")
    return member in each(record, "participants", "country") and since <= day <= (until or "9999")


def area(slug: str) -> str:
    while TOPICS[slug].get("broader"):
        slug = TOPICS[slug]["broader"]
    return slug


def each(record: Data, table: str, key: str) -> set[str]:
    return {row[key] for row in record.get(table, []) if key in row}


def topics(record: Data) -> list[tuple[str, str]]:
    return [
        (each, "discussed") if isinstance(each, str) else (each["topic"], each.get("stage", "discussed"))
        for each in record["topics"]
    ]


def month(record: Data) -> int:
    return int(str(record["date"])[5:7] or 0)


def one(value: str | None) -> set[str]:
    return {value} if value else set()


def signing(document: Data) -> str:
    """Tell the state of a document that says no more than whether it is signed."""
    signed = document.get("signed")
    return "unknown" if signed is None else "signed" if signed else "unsigned"


NAIVE: dict[str, Callable[[Data], set[str]]] = {
    "country": lambda r: each(r, "participants", "country"),
    "pair": lambda r: {"-".join(pair) for pair in combinations(sorted(each(r, "participants", "country")), 2)},
    "group": lambda r: {group for group, members in GROUPS.items() if any(is_in(r, *row) for row in members)},
    "organization": lambda r: each(r, "participants", "organization"),
    "topic": lambda r: {topic for topic, _ in topics(r)},
    "topic-area": lambda r: {area(topic) for topic, _ in topics(r)},
    "stage": lambda r: {stage for _, stage in topics(r)},
    "decade": lambda r: {f"{str(r['date'])[:3]}0s"},
    "year": lambda r: {str(r["date"])[:4]},
    "half": lambda r: {f"{str(r['date'])[:4]}-H{1 if month(r) < 7 else 2}"} if month(r) else set(),
    "quarter": lambda r: {f"{str(r['date'])[:4]}-Q{(month(r) - 1) // 3 + 1}"} if month(r) else set(),
    "month": lambda r: {str(r["date"])[:7]} if month(r) else set(),
    "status": lambda r: {r.get("status", "held")},
    "kind": lambda r: {r.get("kind", "talks")},
    "level": lambda r: one(r.get("level")),
    "mode": lambda r: {r.get("mode", "in-person")},
    "host": lambda r: one(r.get("venue", {}).get("country")),
    "city": lambda r: one(r.get("venue", {}).get("city")),
    "host-event": lambda r: one(r.get("host_event")),
    "series": lambda r: one(r.get("series")),
    "person": lambda r: each(r, "participants", "name"),
    "institution": lambda r: each(r, "participants", "institution"),
    "source-kind": lambda r: each(r, "sources", "kind"),
    "publisher": lambda r: each(r, "sources", "publisher"),
    "language": lambda r: each(r, "sources", "language"),
    "told-by": lambda r: {"not-said"},
    "document-kind": lambda r: each(r, "documents", "kind"),
    "document-state": lambda r: {signing(row) for row in r.get("documents", [])},
    "owner": lambda r: each(r, "commitments", "owner"),
    "commitment-status": lambda r: {row.get("status", "open") for row in r.get("commitments", [])},
}


def counted(records: list[Data]) -> list[Data]:
    return [record for record in records if record.get("status", "held") == "held" and not record.get("draft")]


def assert_counts_match(document: Data, records: list[Data], rows: str, columns: str | None) -> None:
    meetings = counted(records)
    row_sets = [NAIVE[rows](record) or {"(none)"} for record in meetings]
    column_sets = (
        [NAIVE[columns](record) or {"(none)"} for record in meetings] if columns else [{"meetings"}] * len(meetings)
    )
    both = list(zip(row_sets, column_sets, strict=True))
    assert document["total"] == len(meetings)
    assert set().union(*row_sets) <= set(document["row_keys"])
    assert set().union(*column_sets) <= set(document["column_keys"])
    for row, total, cells in zip(document["row_keys"], document["row_totals"], document["cells"], strict=True):
        assert total == sum(row in values for values in row_sets)
        for column, cell in zip(document["column_keys"], cells, strict=True):
            assert cell == sum(row in one and column in other for one, other in both), (row, column)
    for column, total in zip(document["column_keys"], document["column_totals"], strict=True):
        assert total == sum(column in values for values in column_sets)


@pytest.fixture(scope="module")
def counting() -> Callable[..., Table]:
    star = build_star(load(Repository(CORPUS)))
    selection = select(Filters().for_counting(), star)
    return lambda rows, columns=None: crosstab(
        star, DIMENSIONS[rows], DIMENSIONS[columns] if columns else None, selection
    )


def test_the_naive_count_knows_every_dimension() -> None:
    assert set(NAIVE) == set(DIMENSIONS)
    assert len(counted(RECORDS)) >= 27


@pytest.mark.parametrize("rows", NAIVE)
def test_every_pair_of_dimensions_equals_a_naive_count(counting: Callable[..., Table], rows: str) -> None:
    for columns in NAIVE:
        if TABLE.get(rows) == TABLE.get(columns, "") and rows != columns:
            continue  # values of one row are taken together: see test_same_row.py
        if "people" in (TABLE.get(rows), TABLE.get(columns)) and {"country", "organization"} & {rows, columns}:
            continue
        document = counting(rows, columns).document
        assert isinstance(document, dict)
        assert_counts_match(document, RECORDS, rows, columns)


@pytest.mark.parametrize("rows", NAIVE)
def test_a_frequency_table_equals_a_naive_count(real: Path, coopdb: Run, rows: str) -> None:
    assert real
    document = json.loads(coopdb("crosstab", rows, "--format", "json").out)
    assert document["columns"] is None
    assert_counts_match(document, RECORDS, rows, None)


def test_the_json_document_has_its_fixed_shape(real: Path, coopdb: Run) -> None:
    assert real
    document = json.loads(coopdb("crosstab", "country", "topic", "--format", "json", "-c", "MA", "-c", "QA,SA").out)
    assert list(document) == [
        "version", "rows", "columns", "unit", "row_keys", "column_keys", "row_labels", "column_labels", "cells",
        "row_totals", "column_totals", "total", "filters",
    ]  # fmt: skip
    assert (document["version"], document["unit"]) == (1, "meetings")
    assert document["row_labels"][document["row_keys"].index("QA")] == "Qatar"
    assert document["filters"] == {"country": [["MA"], ["QA", "SA"]], "status": [["held"]], "drafts": False}


def test_drafts_and_planned_meetings_are_counted_only_when_asked_for(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2026/2026-02-01-ma-qa-b.toml", "draft = true\n" + GOOD)
    repo.add("2026/2026-02-01-ma-qa-c.toml", 'status = "planned"\n' + GOOD)

    def total(*options: str) -> int:
        return int(json.loads(coopdb("crosstab", "country", "--format", "json", *options).out)["total"])

    assert total() == 1
    assert total("--drafts") == 2
    assert total("--status", "planned") == 1
    assert total("--status", "held,planned") == 2
    assert total("--status", "any") == 2
    assert total("--status", "any", "--drafts") == 3


def test_empty_periods_are_shown_and_partial_dates_have_none(repo: Repo, coopdb: Run) -> None:
    for name, date in (("2025-11-05", "2025-11-05"), ("2026-02", '"2026-02"'), ("2026", '"2026~"')):
        repo.add(f"{name[:4]}/{name}-ma-qa.toml", GOOD.replace("2026-02-01", date))
    document = json.loads(coopdb("crosstab", "month", "--format", "json").out)
    assert document["row_keys"] == ["2025-11", "2025-12", "2026-01", "2026-02", "(none)"]
    assert document["row_totals"] == [1, 0, 0, 1, 1]
    for dimension, keys in {
        "quarter": ["2025-Q4", "2026-Q1", "(none)"],
        "half": ["2025-H2", "2026-H1", "(none)"],
        "year": ["2025", "2026"],
    }.items():
        assert json.loads(coopdb("crosstab", dimension, "--format", "json").out)["row_keys"] == keys


def test_no_meeting_makes_an_empty_table(repo: Repo, coopdb: Run) -> None:
    for format in ("table", "csv", "markdown", "json"):
        result = coopdb("crosstab", "month", "topic", "--format", format)
        assert result.code == 0
    assert "0 meetings" in coopdb("crosstab", "country").out
    assert repo


def test_an_unknown_dimension_is_a_usage_error(real: Path, coopdb: Run) -> None:
    assert real
    result = coopdb("crosstab", "contry")
    assert result.code == 2
    assert "did you mean `country`?" in result.err
    assert "one of `country`, `pair`" in coopdb("crosstab", "country", "zzzz").err


def test_csv_has_keys_and_labels_and_every_number(real: Path, coopdb: Run) -> None:
    assert real
    document = json.loads(coopdb("crosstab", "country", "topic", "--format", "json").out)
    rows = list(csv.reader(StringIO(coopdb("crosstab", "country", "topic", "--format", "csv").out)))
    assert rows[0] == ["country", "label", *document["column_keys"], "total"]
    assert [row[0] for row in rows[1:-1]] == document["row_keys"]
    assert [list(map(int, row[2:-1])) for row in rows[1:-1]] == document["cells"]
    assert rows[-1] == ["(total)", "total", *map(str, document["column_totals"]), str(document["total"])]


def test_totals_can_be_left_out(real: Path, coopdb: Run) -> None:
    assert real
    rows = list(csv.reader(StringIO(coopdb("crosstab", "country", "year", "--format", "csv", "--no-totals").out)))
    assert rows[0][-1] != "total"
    assert rows[-1][1] != "total"


def test_the_footer_says_what_was_counted(real: Path, coopdb: Run) -> None:
    assert real
    out = coopdb("crosstab", "country", "topic", "-c", "Maroc", "--since", "2024", "--exclude", "country=Qatar").out
    assert "country: Morocco · held · not country: Qatar · since 2024 · no drafts" in out
    assert "every total counts distinct meetings" in out


def test_a_pipe_gets_whole_lines(real: Path, coopdb: Run) -> None:
    assert real
    lines = coopdb("crosstab", "country", "topic").out.splitlines()
    assert len(lines[0]) > 200
    assert "artificial intelligence" in lines[0].lower() or "AI" in lines[0]


def screens() -> Iterator[Screen]:
    for width in (20, 60, 80, 140):
        yield Screen(True, width, "none")
    yield Screen(True, 80, "truecolor")


@pytest.mark.parametrize("screen", list(screens()), ids=str)
@pytest.mark.parametrize(("rows", "columns"), [("country", "topic"), ("country", "country"), ("year", None)])
def test_a_terminal_shows_every_number_within_its_width(
    counting: Callable[..., Table], screen: Screen, rows: str, columns: str | None
) -> None:
    from rich.text import Text

    table = counting(rows, columns)
    text = Text.from_ansi(render("tables", "table", table, screen)).plain
    if screen.width >= 60:
        assert max(Text(line).cell_len for line in text.splitlines()) <= screen.width
        shown = sum(word.isdigit() and len(word) < 4 for line in text.splitlines() for word in line.split())
        assert shown >= sum(bool(value) for row in table.rows for value in row if isinstance(value, int))


def test_shading_needs_colours_and_numbers_do_not(counting: Callable[..., Table]) -> None:
    table = counting("country", "year")
    assert "\x1b[" in render("tables", "table", table, Screen(True, 100, "truecolor"))
    assert "48;2" not in render("tables", "table", table, Screen(True, 100, "none"))


@pytest.mark.parametrize("width", [60, 80, 140])
def test_tables_look_as_they_should(repo: Repo, golden: Callable[[str, str], None], width: int) -> None:
    repo.add()
    repo.add("2026/2026-02-03-fr-ma.toml", GOOD.replace('"QA"', '"FR"').replace("-02-01", "-02-03"))
    repo.add("2025/2025-02-03-ci-gb.toml", GOOD.replace('"QA"', '"CI"').replace('"MA"', '"GB"').replace("2026", "2025"))
    star = build_star(load(Repository(repo.root)))
    selection = select(Filters().for_counting(), star)
    for rows, columns in (("country", "country"), ("country", "year"), ("pair", None)):
        table = crosstab(star, DIMENSIONS[rows], DIMENSIONS[columns] if columns else None, selection)
        for name, screen in (("none", Screen(True, width)), ("truecolor", Screen(True, width, "truecolor"))):
            golden(f"{rows}-{columns}-{width}-{name}.ansi", render("tables", "table", table, screen))


def test_markdown_has_aligned_counts(repo: Repo, coopdb: Run, golden: Callable[[str, str], None]) -> None:
    repo.add()
    golden("country-topic.md", coopdb("crosstab", "country", "topic", "--format", "markdown").out)


def test_the_rest_counts_distinct_meetings(real: Path, coopdb: Run) -> None:
    assert real
    document = json.loads(coopdb("crosstab", "country", "topic-area", "--top", "3", "--format", "json").out)
    assert document["row_keys"][3:] == ["(other)"]
    first = set(document["row_keys"][:3])
    rest = [record for record in counted(RECORDS) if NAIVE["country"](record) - first]
    assert document["row_totals"][3] == len(rest)
    for area_, cell in zip(document["column_keys"], document["cells"][3], strict=True):
        assert cell == sum(area_ in NAIVE["topic-area"](record) for record in rest)
    assert "3 countries and others" in coopdb("crosstab", "country", "--top", "3").out
    everything = coopdb("crosstab", "country", "--top", "999", "--format", "csv").out
    assert everything == coopdb("crosstab", "country", "--format", "csv").out
    assert (
        coopdb("crosstab", "year", "--top", "1", "--format", "csv").out.splitlines()[2].startswith("(other),(other),")
    )


@pytest.mark.parametrize(
    ("unit", "items"),
    [
        ("documents", lambda r: [(id(r), n) for n, _ in enumerate(r.get("documents", []))]),
        ("commitments", lambda r: [(id(r), n) for n, _ in enumerate(r.get("commitments", []))]),
        ("sources", lambda r: [(id(r), n) for n, _ in enumerate(r["sources"])]),
    ],
)
def test_other_units_are_counted_once(
    real: Path, coopdb: Run, unit: str, items: Callable[[Data], list[object]]
) -> None:
    assert real
    document = json.loads(coopdb("crosstab", "country", "year", "--count", unit, "--format", "json").out)
    assert document["unit"] == unit
    assert document["total"] == len({item for record in counted(RECORDS) for item in items(record)})
    for country, total in zip(document["row_keys"], document["row_totals"], strict=True):
        having = (record for record in counted(RECORDS) if country in NAIVE["country"](record))
        assert total == len({item for record in having for item in items(record)})


def test_percentages_say_of_what(real: Path, coopdb: Run) -> None:
    assert real
    plain = json.loads(coopdb("crosstab", "level", "year", "--format", "json").out)
    for base in ("row", "column", "total"):
        document = json.loads(coopdb("crosstab", "level", "year", "--percent", base, "--format", "json").out)
        assert (document["percent"], document["cells"]) == (base, plain["cells"])
        if base == "row":
            assert all(sum(row) == pytest.approx(100) for row in document["percents"])
        if base == "total":
            assert sum(map(sum, document["percents"])) == pytest.approx(100)
    out = coopdb("crosstab", "level", "year", "--percent", "row").out
    assert "Cells are percentages of their row's total; totals are numbers of meetings." in out
    assert "50.0%" in out
    assert "of the total" in coopdb("crosstab", "level", "--percent", "total").out


def test_percentages_are_numbers_for_machines_and_shaded_for_people(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add(
        "2026/2026-02-02-ma-qa.toml", GOOD.replace("02-01", "02-02").replace('"artificial-intelligence"', '"cloud"')
    )
    repo.add("2025/2025-02-02-ma-qa.toml", GOOD.replace("2026-02-01", "2025-02-02"))
    arguments = ("crosstab", "year", "topic", "--percent", "row", "--format")
    assert coopdb(*arguments, "csv").out.splitlines()[1:3] == ["2025,2025,100.0,0.0,1", "2026,2026,50.0,50.0,2"]
    page = coopdb(*arguments, "html").out
    assert '<td class="n h4" data-value="100.0">100.0%</td><td class="n zero" data-value="0.0">0</td>' in page
    assert '<li class="h0">0–20.0%</li>' in page


def test_rows_and_columns_are_ordered_as_asked(real: Path, coopdb: Run) -> None:
    assert real
    by_label = json.loads(coopdb("crosstab", "country", "--sort", "label", "--format", "json").out)
    assert by_label["row_labels"] == sorted(by_label["row_labels"], key=str.casefold)
    by_total = json.loads(coopdb("crosstab", "year", "--sort", "total", "--format", "json").out)
    assert by_total["row_totals"] == sorted(by_total["row_totals"], reverse=True)


def test_every_cell_can_be_opened(counting: Callable[..., Table], real: Path) -> None:
    assert real
    star = build_star(load(Repository(CORPUS)))
    selection = select(Filters().for_counting(), star)
    for rows, columns in (("country", "topic-area"), ("level", "year"), ("city", "mode")):
        document = counting(rows, columns).document
        assert isinstance(document, dict)
        for row, cells in zip(document["row_keys"], document["cells"], strict=True):
            for column, cell in zip(document["column_keys"], cells, strict=True):
                if cell:
                    asked = Counting(DIMENSIONS[rows], DIMENSIONS[columns], selection, UNITS["meetings"])
                    chosen = drill(star, asked, (row, column))
                    assert len(search(star, [], chosen).rows) == cell


def test_a_cell_is_named_by_keys_or_labels(real: Path, coopdb: Run) -> None:
    assert real
    by_key = coopdb("crosstab", "country", "topic", "--drill", "MA", "cloud").out
    assert "2026-02-01-ma-qa-web-summit-qatar" in by_key
    assert by_key == coopdb("crosstab", "country", "topic", "--drill", "morocco", "Cloud computing").out
    assert "5 meetings" in coopdb("crosstab", "country", "topic", "--drill", "MA", "total").out
    assert "5 meetings" in coopdb("crosstab", "country", "--drill", "MA", "total").out
    assert "(none)" in coopdb("crosstab", "country", "level", "--drill", "total", "(none)").out
    result = coopdb("crosstab", "country", "topic", "--drill", "Marocco", "cloud")
    assert (result.code, "did you mean `morocco`?" in result.err) == (2, True)


def test_a_slip_in_a_year_makes_no_endless_table(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("0226/0226-02-01-ma-qa.toml", GOOD.replace("2026-02-01", "0226-02-01"))
    assert coopdb("crosstab", "month", "--format", "csv").out.splitlines()[1:3] == [
        "0226-02,0226-02,1",
        "2026-02,2026-02,1",
    ]


def test_a_value_that_is_called_other_joins_the_others(repo: Repo, coopdb: Run) -> None:
    for number, name in enumerate(["A", "A", "(other)", "B"], start=1):
        with_name = GOOD.replace('country = "QA"', f'country = "QA"\ninstitution = "{name}"')
        repo.add(f"2026/2026-02-0{number}-ma-qa.toml", with_name.replace("02-01", f"02-0{number}"))
    found = json.loads(coopdb("crosstab", "institution", "pair", "--top", "1", "--format", "json").out)
    assert (found["row_keys"], found["row_totals"], found["total"]) == (["A", "(other)"], [2, 2], 4)
