"""Rows of at least so many, counts that go on, and when meetings were, compared with a count in plain Python."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st
from naive import TOPICS, Answer, Question, Record, count, make_question, make_records, seeded, span, until
from test_same_row import filters_of, sides_of, write

from coopdb.errors import StopError
from coopdb.query.columns import choose_columns
from coopdb.query.crosstab import crosstab
from coopdb.query.form import Form
from coopdb.query.intervals import usual_interval, visits
from coopdb.query.selection import select
from coopdb.render.formats import render
from coopdb.render.screen import Screen
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.engine import Star
from coopdb.store.star.rows import build_star

Run = Callable[..., Result]
DATES = ("2018-03-~", "2018", "2024-05", "2024-05-17", "2024-05-20", "2025-11-02", "2025-01", "2024~")
Made = tuple[list[Record], Star]


@pytest.fixture(scope="module", params=range(2))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A repository whose meetings are of days, months and years, several of a pair within a fortnight."""
    root, records, chance = tmp_path_factory.mktemp("made"), make_records(seeded(40 + request.param), 40), seeded(1)
    for record in records:
        if chance.random() < 0.5:
            record["date"] = chance.choice(DATES).replace("-~", "~")
    write(root, records)
    found = load(Repository(root))
    assert len(found.sound) == len(records)
    return records, build_star(found)


def document_of(star: Star, question: Question, **form: Any) -> dict[str, Any]:
    selection = select(filters_of(question), star)
    document = crosstab(star, *sides_of(question), selection, Form(unit=question.unit, **form)).document  # type: ignore[arg-type]  # one of them
    assert isinstance(document, dict)
    return document


def questions(number: int, seed: int) -> list[Question]:
    chance = seeded(seed)
    return [make_question(chance, of_one_table=place % 2 == 0) for place in range(number)]


def key_of(text: str) -> str | None:
    return None if text == "(none)" else text


@pytest.mark.parametrize("is_down", [True, False])
@pytest.mark.parametrize("period", ["year", "decade"])
def test_cumulative_counts_are_those_of_all_periods_until_then(made: Made, period: str, *, is_down: bool) -> None:
    records, star = made
    for question in questions(60, 7):
        other = question.rows if question.rows not in ("year", "decade") else "country"
        rows, columns = (period, other) if is_down else (other, period)
        asked = replace(question, rows=rows, columns=columns)
        document, expected = document_of(star, asked, cumulative=True), count(records, asked)
        keys = (document["row_keys"], document["column_keys"])
        side, periods, others = (0, *keys) if is_down else (1, *keys[::-1])
        margins = document["row_totals" if is_down else "column_totals"]
        assert document["cumulative"] is True
        assert document["total"] == len(expected.items)
        for place, text in enumerate(periods):
            for across, key in enumerate(others):
                cell = document["cells"][place][across] if is_down else document["cells"][across][place]
                assert cell == len(_cell(expected, side, text, key_of(key))), (asked, text, key)
            assert margins[place] == len(_cell(expected, side, text, None, is_margin=True)), (asked, text)
        for key, total in zip(others, document["column_totals" if is_down else "row_totals"], strict=True):
            assert total == expected.margin(1 - side, key_of(key))


def _cell(answer: Answer, side: int, text: str, other: str | None, *, is_margin: bool = False) -> set[object]:
    if text != "(none)":
        return until(answer, side, text, other, is_margin=is_margin)
    found = (
        items for pair, items in answer.cells.items() if pair[side] is None and (is_margin or pair[1 - side] == other)
    )
    return set().union(*found)


@pytest.mark.parametrize("least", [1, 2, 5])
def test_rows_of_at_least_so_many_are_left(made: Made, least: int) -> None:
    records, star = made
    for question in questions(60, 8):
        whole, document = document_of(star, question), document_of(star, question, minimum=least)
        expected = count(records, question)
        margins = [expected.margin(0, key_of(key)) for key in document["row_keys"]]
        assert document["row_totals"] == margins
        assert all(margin >= least for margin in margins)
        left = dict(zip(whole["row_keys"], whole["row_totals"], strict=True))
        assert {key for key, margin in left.items() if margin >= least} == {*document["row_keys"]}
        assert document["min"] == least
        same = ("total", "column_totals", "column_keys")
        assert [document[name] for name in same] == [whole[name] for name in same]
        rows = dict(zip(whole["row_keys"], whole["cells"], strict=True))
        assert document["cells"] == [rows[key] for key in document["row_keys"]]


def test_spans_are_those_of_the_meetings_behind_a_row(made: Made) -> None:
    records, star = made
    by_id = {record["id"]: record for record in records}
    seen = set()
    for question in (*questions(60, 9), Question("pair"), Question("country"), Question("pair", "year")):
        document = document_of(star, question, with_columns=("first", "last", "interval"))
        expected = count(records, question)
        for place, key in enumerate(document["row_keys"]):
            behind = {each for pair, ids in expected.meetings.items() if pair[0] == key_of(key) for each in ids}
            own = span((by_id[each] for each in behind), is_pair=question.rows == "pair")
            told = tuple(document[name][place] for name in ("first", "last", "interval_days"))
            assert told == own, (question, key)
            seen.add(own[2] is None)
        every = span((by_id[each] for ids in expected.meetings.values() for each in {*ids}), is_pair=False)
        assert document["total_last"] == every[1]
    assert seen == {True, False}


def test_the_total_of_spans_counts_each_meeting_once(repo: Repo, coopdb: Run) -> None:
    for number, day in enumerate(("2026-01-01", "2026-01-11", "2026-02-01")):
        repo.add(f"2026/{day}-ma-qa-{number}.toml", GOOD.replace("2026-02-01", day))
    found = json.loads(coopdb("crosstab", "country", "--with", "interval,first", "--format", "json").out)
    assert found["interval_days"] == [15.5, 15.5]
    assert (found["total_interval_days"], found["total_first"]) == (15.5, "2026-01-01")
    pairs = coopdb("crosstab", "pair", "--with", "interval,first", "--format", "csv").out
    (row, total) = list(csv.DictReader(StringIO(pairs)))
    assert [*row] == ["pair", "label", "meetings", "interval_days", "first"]
    assert (row["interval_days"], row["first"]) == ("", "2026-01-01")  # two visits
    assert (total["interval_days"], total["first"]) == ("15.5", "2026-01-01")
    shown = coopdb("crosstab", "country", "--with", "interval", "--lang", "fr").out
    assert "15,5" in shown
    assert "intervalle (jours)" in shown
    assert "%" not in shown


@given(st.lists(st.dates(date(2000, 1, 1), date(2001, 1, 1)), max_size=8))
def test_visits_of_a_pair_are_more_than_a_fortnight_apart(days: list[date]) -> None:
    days.sort()
    found = visits(days)
    assert found[:1] == days[:1]
    kept = [later for earlier, later in pairwise(days) if (later - earlier).days > 14]
    assert found[1:] == kept
    assert (usual_interval(days) is None) == (len(days) < 3)


def test_what_is_left_out_and_counted_on_is_said(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2025/2025-02-01-fr-ma.toml", GOOD.replace("2026-02", "2025-02").replace('"QA"', '"FR"'))
    shown = coopdb("crosstab", "country", "--min", "2").out
    assert "2 countries with fewer than 2 meetings are left out; totals count them too." in shown
    assert "MA  Morocco" in shown
    assert "France" not in shown
    assert "1 country" in shown
    assert "left out" not in coopdb("crosstab", "country", "--min", "1").out
    one = coopdb("crosstab", "country", "-c", "FR", "--min", "2").out
    assert "2 countries" in one
    on = coopdb("crosstab", "year", "--cumulative").out
    assert "2026          2" in on
    assert "Each year counts the distinct meetings until its end" in on
    assert "rows and columns need not add up" not in on
    top = coopdb("crosstab", "country", "--top", "1", "--min", "2").out
    assert "(other)" in top
    assert "median number of days" in coopdb("crosstab", "pair", "--with", "last").out
    assert "within 14 days" not in coopdb("crosstab", "country", "--with", "last").out
    arabic = coopdb("crosstab", "country", "--min", "2", "--lang", "ar", "--with", "first").out
    assert "تُرك صفان" in arabic
    assert "الأول" in arabic


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("country", "--cumulative"), "needs one dimension of periods"),
        (("year", "month", "--cumulative"), "needs one dimension of periods"),
        (("year", "--cumulative", "--top", "1"), "`--top` leaves out periods"),
        (("year", "--cumulative", "--min", "1"), "`--min` leaves out periods"),
        (("year", "--cumulative", "--drill", "2026", "total"), "`--drill` lists the meetings of one period"),
        (("country", "--min", "0"), "--min"),
        (("country", "--with", "frist"), "did you mean `first`?"),
        (("country", "--chart", "lines"), "`--chart lines` needs periods"),
        (("country", "topic", "--chart", "bars"), "`--chart bars` shows one dimension"),
        (("country", "--chart", "heatmap"), "`--chart heatmap` needs two dimensions"),
        (("country", "--chart", "bars", "--format", "json"), "`json` has no pictures"),
        (("country", "--drill", "MA", "total", "--format", "svg"), "no numbers to draw"),
        (("country", "--format", "svg", "--no-header"), "a table in svg has a header"),
        (("country", "--output", "x.svx"), "`.svg`"),
    ],
)
def test_what_cannot_be_counted_or_drawn_is_a_usage_error(
    repo: Repo, coopdb: Run, options: tuple[str, ...], said: str
) -> None:
    repo.add()
    result = coopdb("crosstab", *options)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


@pytest.mark.parametrize("form", [Form(minimum=0), Form(cumulative="yes"), Form(with_columns=("frist",))])  # type: ignore[arg-type]  # the error
def test_a_notebook_gets_the_same_errors(repo: Repo, form: Form) -> None:
    import coopdb

    repo.add()
    with pytest.raises(StopError):
        coopdb.open(repo.root).crosstab("year", form=form)


def test_saved_questions_know_the_new_options(repo: Repo, coopdb: Run) -> None:
    repo.add()
    saved = '[queries.often]\ncommand = "crosstab pair --min 1 --with first,last"\nabout = "Often"\n'
    (repo.root / "coopdb.toml").write_text(saved, encoding="utf-8")
    assert "2026-02-01" in coopdb("run", "often").out
    picture = repo.root / "often.svg"
    assert coopdb("run", "often", "--", "--output", str(picture)).code == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (("year",), "line chart"),
        (("country",), "bar chart"),
        (("country", "topic"), "heat map"),
        (("year", "topic"), "line chart"),
        (("country", "year"), "line chart"),
        (("year", "month"), "heat map"),
        (("year", "--chart", "bars"), "bar chart"),
        (("year", "topic", "--chart", "heatmap"), "heat map"),
        (("country", "--percent", "total"), "bar chart"),
        (("country", "--no-totals", "--with", "first"), "bar chart"),
        (("country", "--columns", "label,meetings"), "bar chart"),
    ],
)
def test_the_shape_chooses_the_chart(repo: Repo, coopdb: Run, options: tuple[str, ...], kind: str) -> None:
    for number, day in enumerate(("2025-01-01", "2026-02-01")):
        repo.add(f"{day[:4]}/{day}-ma-qa-{number}.toml", GOOD.replace("2026-02-01", day))
    text = coopdb("crosstab", *options, "--format", "svg").out
    assert f"A {kind}." in text
    assert coopdb("crosstab", *options, "--format", "svg").out == text


def test_pages_have_charts_where_cells_are_not_one_already(repo: Repo, coopdb: Run) -> None:
    repo.add()
    for options, has_chart in (
        (("year",), True),
        (("country",), True),
        (("country", "topic"), False),
        (("country", "topic", "--chart", "heatmap"), True),
    ):
        page = coopdb("crosstab", *options, "--format", "html").out
        assert ("<svg" in page, "--chart-ink" in page) == (has_chart, has_chart)
    assert "<svg" not in coopdb("search", "--format", "html").out
    assert "<svg" not in coopdb("crosstab", "country", "-c", "FR", "--format", "html").out
    named = repo.root / "page.html"
    assert coopdb("crosstab", "country", "--chart", "bars", "--output", str(named)).code == 0
    assert named.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert coopdb("crosstab", "country", "--chart", "bars").out.startswith("<svg ")


def test_reports_have_timelines_in_their_pages(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    more = """
[[commitments]]
text = "Send a plan"
due = "2026-05"

[[documents]]
kind = "mou"
title = "An MOU"
signed = true
expires = "2030"
"""
    repo.add(content=GOOD + more)
    repo.add("2025/2025-02-01-ma-qa.toml", GOOD.replace("2026-02", "2025-02"))
    repo.add("2024/2024-02-01-ma-qa.toml", GOOD.replace("2026-02", "2024-02"))
    on = ("--on", "2027-09-01", "--format", "html")
    brief = coopdb("brief", "MA", "QA", *on).out
    assert "<title>Send a plan, 1 February 2026" in brief
    assert "<title>An MOU, 1 February 2026" in brief
    assert "figure { display: none; }" in brief  # on paper it is one sheet
    assert "<figure>" in coopdb("progress", "MA", "QA", *on).out
    silences = coopdb("silences", *on).out
    assert "<figure>" in silences
    assert "Morocco – Qatar" in silences
    assert "<figure>" not in coopdb("silences", "-c", "FR", *on).out
    repo.add("2023/2023-02-01-fr-ma.toml", GOOD.replace("2026-02", "2023-02").replace('"QA"', '"FR"'))
    assert ", 1 February 2023, 2023-02-01-fr-ma</title>" in coopdb("silences", "--all", *on).out
    assert "<figure>" not in coopdb("commitments", *on).out


def test_bars_stand_beside_one_dimension_where_there_is_room(made: Made) -> None:
    _, star = made
    table = crosstab(star, *sides_of(Question("year")), select(filters_of(Question("year")), star))
    wide = render("tables", "table", table, Screen(is_terminal=True, width=80))
    assert "█" in wide
    lines = wide.splitlines()
    longest = max(lines, key=lambda line: line.count("█"))
    assert max(map(len, lines)) <= 80
    numbers = {row[0]: int(str(row[2])) for row in table.rows[:-1]}
    assert longest.split()[0] == max(numbers, key=lambda key: numbers[key])
    assert not [line for line in lines if line.startswith("total") and "█" in line]
    plain = render("tables", "table", table, Screen(is_terminal=True, width=80, is_ascii=True))
    assert "##" in plain
    assert "█" not in plain
    assert "█" not in render("tables", "table", table, Screen(is_terminal=True, width=20))
    assert "█" not in render("tables", "table", table, Screen(width=80))
    assert "█" not in render("tables", "table", choose_columns(table, ["year", "meetings"]), Screen(True, 80))
    bare = table._replace(rows=table.rows[:-1], has_totals=False)
    assert "█" in render("tables", "table", bare, Screen(is_terminal=True, width=80))
    with_first = render("tables", "table", table._replace(columns=table.columns[:2], rows=()), Screen(True, 80))
    assert "█" not in with_first


@pytest.mark.parametrize(("width", "is_whole"), [(60, False), (80, False), (140, True)])
def test_names_of_rows_take_the_room_that_numbers_and_bars_leave(made: Made, width: int, is_whole: bool) -> None:
    _, star = made
    table = crosstab(star, *sides_of(Question("topic")), select(filters_of(Question("topic")), star))
    name = "Committee on the digital transformation of public administrations in both countries"[:70]
    place = next(number for number, column in enumerate(table.columns) if column.kind == "label")
    rows = (tuple(name if number == place else cell for number, cell in enumerate(table.rows[0])), *table.rows[1:])
    lines = render("tables", "table", table._replace(rows=rows), Screen(True, width)).splitlines()
    assert max(map(len, lines)) <= width
    assert any(name in line for line in lines) == is_whole
    assert max(line.count("█") for line in lines) >= 20
    without = render("tables", "table", table._replace(rows=rows, has_bars=False), Screen(True, 90))
    assert name in without


def test_people_of_no_period_are_their_own(repo: Repo, coopdb: Run) -> None:
    named = GOOD.replace('country = "MA"', 'country = "MA"\nname = "Amal"')
    repo.add(content=named)
    repo.add("2025/2025-ma-qa.toml", named.replace("date = 2026-02-01", 'date = "2025"'))
    repo.add("2025/2025-03-01-ma-qa.toml", named.replace("2026-02-01", "2025-12-01"))
    found = json.loads(coopdb("crosstab", "month", "--count", "people", "--cumulative", "--format", "json").out)
    keys = ("2025-12", "2026-01", "2026-02", "(none)")
    assert dict(zip(found["row_keys"], found["row_totals"], strict=True)) == dict.fromkeys(keys, 1)
    assert found["total"] == 1


def test_a_timeline_shows_what_is_selected_and_the_topics_spoken_of_last(repo: Repo, coopdb: Run) -> None:
    topics = [slug for slug in TOPICS if not TOPICS[slug].get("replaced_by")][:20]
    repo.add(content=GOOD.replace('topics = ["artificial-intelligence"]', f"topics = {json.dumps(topics)}"))
    page = coopdb("progress", "MA", "QA", "--format", "html", "--on", "2026-09-01").out
    assert "5 more topics, spoken of longer ago, are not drawn." in page
    repo.add("2025/2025-02-01-ma-qa.toml", GOOD.replace("2026-02", "2025-02").replace("Morocco and", "Not selected,"))
    brief = coopdb("brief", "MA", "QA", "--since", "2026", "--format", "html", "--on", "2026-09-01").out
    assert "Morocco and Qatar talk about AI" in brief
    assert "Not selected" not in brief
