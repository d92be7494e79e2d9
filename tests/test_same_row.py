"""What is taken from one row of a record and what from one meeting, compared with a count in plain Python."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from conftest import Repo, Result
from naive import DIMENSIONS as NAMES
from naive import TABLE, UNITS, Question, Record, count, make_question, make_records, seeded

from coopdb.query.crosstab import crosstab
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.drill import drill
from coopdb.query.filters import Filters
from coopdb.query.form import Form
from coopdb.query.margins import Counting, one_column
from coopdb.query.search import search
from coopdb.query.selection import Selection, select
from coopdb.query.units import UNITS as COUNTED
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.dataset import Dataset
from coopdb.store.star.engine import Star
from coopdb.store.star.rows import build_star
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
REPOSITORIES, MEETINGS, QUESTIONS = 3, 30, 340  # questions of each repository


def write(root: Path, records: list[Record]) -> None:
    for record in records:
        path = root / "records" / record["date"][:4] / f"{record['id']}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomli_w.dumps({key: value for key, value in record.items() if key != "id"}), encoding="utf-8")


@pytest.fixture(scope="module", params=range(REPOSITORIES))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[Record], Star]:
    """A repository of records that have several rows in every table."""
    root, records = tmp_path_factory.mktemp("made"), make_records(seeded(request.param), MEETINGS)
    write(root, records)
    found = load(Repository(root))
    assert len(found.sound) == MEETINGS
    return request.param, records, build_star(found)


def filters_of(question: Question) -> Filters:
    where = [f"{name}={text}" for name, texts in question.filters for text in texts]
    return Filters(exclude=tuple(f"{name}={text}" for name, text in question.exclude)).where(where).for_counting()


def sides_of(question: Question) -> tuple[Any, Any]:
    return DIMENSIONS[question.rows], DIMENSIONS[question.columns] if question.columns else None


def found_by(star: Star, question: Question) -> tuple[dict[str, Any], Selection]:
    selection = select(filters_of(question), star)
    form = Form(unit=question.unit)  # type: ignore[arg-type]  # one of them
    document = crosstab(star, *sides_of(question), selection, form).document
    assert isinstance(document, dict)
    return document, selection


def assert_same(document: dict[str, Any], records: list[Record], question: Question) -> None:
    expected = count(records, question)
    down, across = document["row_keys"], document["column_keys"]
    cells = {
        (row, column): cell
        for row, numbers in zip(down, document["cells"], strict=True)
        for column, cell in zip(across, numbers, strict=True)
        if cell
    }
    named = {tuple(key or "(none)" for key in pair): len(items) for pair, items in expected.cells.items()}
    assert cells == named, question
    assert document["total"] == len(expected.items), question
    for side, keys, totals in ((0, down, document["row_totals"]), (1, across, document["column_totals"])):
        for key, total in zip(keys, totals, strict=True):
            assert total == expected.margin(side, None if key == "(none)" else key), (question, key)


def is_of_one_table(question: Question) -> bool:
    """Tell whether two columns of one of the five tables are asked for together."""
    columns = {question.rows, question.columns, *(name for name, _ in question.filters)} - {None}
    tables = [TABLE[column] for column in columns if column in TABLE]
    crossed = {"country", "organization"} & {question.rows, question.columns}
    return len(tables) > len(set(tables)) or bool(crossed and "people" in tables)


def test_questions_at_random_equal_a_naive_count(made: tuple[int, list[Record], Star]) -> None:
    seed, records, star = made
    random = seeded(seed)
    tied = 0
    for number in range(QUESTIONS):
        question = make_question(random, of_one_table=number % 2 == 0)
        tied += is_of_one_table(question)
        document, selection = found_by(star, question)
        assert_same(document, records, question)
        expected = count(records, question)
        if expected.meetings:
            pair = random.choice(sorted(expected.meetings, key=str))
            assert drilled(star, selection, question, pair) == expected.meetings[pair], (question, pair)
    assert tied >= QUESTIONS // 3


def drilled(star: Star, selection: Selection, question: Question, pair: tuple[str | None, str | None]) -> set[str]:
    rows, columns = sides_of(question)
    counting = Counting(rows, columns or one_column(question.unit), selection, COUNTED[question.unit])
    cell = (pair[0] or "(none)", pair[1] or "(none)")
    return {str(row[0]) for row in search(star, (), drill(star, counting, cell)).rows}


@pytest.mark.parametrize("unit", UNITS)
def test_a_filter_selects_what_the_row_of_its_value_counts(made: tuple[int, list[Record], Star], unit: str) -> None:
    seed, _, star = made
    for name in sorted({*NAMES} - {"topic"})[seed::REPOSITORIES]:  # which a filter takes with everything narrower
        document, _ = found_by(star, Question(name, None, unit))
        for key, total in zip(document["row_keys"], document["row_totals"], strict=True):
            question = Question("year", None, unit, ((name, (key,)),))
            assert found_by(star, question)[0]["total"] == total, question


@pytest.mark.parametrize("unit", UNITS)
def test_every_pair_of_dimensions_equals_a_naive_count(made: tuple[int, list[Record], Star], unit: str) -> None:
    seed, records, star = made
    for rows in NAMES[seed::REPOSITORIES]:
        for columns in NAMES if unit == "meetings" else NAMES[seed::REPOSITORIES]:
            question = Question(rows, columns, unit)
            assert_same(found_by(star, question)[0], records, question)


def test_the_largest_and_the_others_are_told_apart_in_rows_too(made: tuple[int, list[Record], Star]) -> None:
    _, records, star = made
    for unit in UNITS:
        question = Question("publisher", "source-kind", unit)
        selection = select(filters_of(question), star)
        form = Form(unit=unit, top=1)  # type: ignore[arg-type]  # one of them
        document = crosstab(star, *sides_of(question), selection, form).document
        assert isinstance(document, dict)
        expected = count(records, question)
        largest, other = document["row_keys"][:2]
        assert other == "(other)"
        others = [items for pair, items in expected.cells.items() if pair[0] not in (largest, None)]
        assert document["row_totals"][1] == len(set().union(*others))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Record], Path]:
    root, records = tmp_path_factory.mktemp("exported"), make_records(seeded(99), 30)
    write(root, records)
    return records, root


def test_duckdb_gives_the_same_numbers_with_the_same_sql(exported: tuple[list[Record], Path], coopdb: Run) -> None:
    records, root = exported
    assert coopdb("export", "parquet", str(root / "star"), "--root", str(root)).code == 0
    random = seeded(5)
    questions = [make_question(random, of_one_table=number % 2 == 0) for number in range(60)]

    def ask(star: Star) -> None:
        for question in questions:
            assert_same(found_by(star, question)[0], records, question)

    Dataset(root / "star", "duckdb", packaged_vocabularies()).ask(ask)


def table(coopdb: Run, *question: str) -> dict[str, Any]:
    result = coopdb("crosstab", *question, "--format", "json")
    assert result.code == 0, result.err
    document = json.loads(result.out)
    assert isinstance(document, dict)
    return document


def totals(coopdb: Run, *question: str) -> dict[str, int]:
    document = table(coopdb, *question)
    return dict(zip(document["row_keys"], document["row_totals"], strict=True))


def cell(document: dict[str, Any], row: str, column: str) -> int:
    return int(document["cells"][document["row_keys"].index(row)][document["column_keys"].index(column)])


def ids(coopdb: Run, *filters: str) -> set[str]:
    return set(coopdb("search", *filters, "--format", "ids").out.split())


def test_what_belongs_together_is_counted_together(real: Path, coopdb: Run) -> None:
    assert real
    stages = table(coopdb, "topic", "stage")
    assert (
        cell(stages, "artificial-intelligence", "mentioned"),
        cell(stages, "artificial-intelligence", "agreed"),
    ) == (1, 6)
    assert totals(coopdb, "stage", "-t", "AI") == {"mentioned": 1, "discussed": 5, "proposed": 1, "agreed": 6}
    assert len(ids(coopdb, "-t", "artificial-intelligence", "--stage", "agreed")) == 6
    assert totals(coopdb, "document-kind", "--count", "documents")["mou"] == 10
    assert totals(coopdb, "country", "--count", "people")["MA"] == 2
    assert cell(table(coopdb, "country", "person"), "MA", "Amal El Fallah Seghrouchni") == 5


def test_what_goes_with_a_topic_is_shown_with_it(real: Path, coopdb: Run) -> None:
    assert real
    found = totals(coopdb, "topic", "-t", "AI")
    of_all = table(coopdb, "topic", "topic")
    assert len(found) > 15
    for key in of_all["row_keys"]:
        assert cell(of_all, key, "artificial-intelligence") <= found.get(key, 0)
    areas = totals(coopdb, "topic-area", "-t", "AI")
    assert areas["data-and-ai"] == 12
    assert len(areas) > 4


def test_countries_and_organizations_are_those_of_the_meeting(real: Path, coopdb: Run) -> None:
    assert real
    algeria, unido = ids(coopdb, "-c", "DZ"), ids(coopdb, "--organization", "unido")
    assert ids(coopdb, "-c", "DZ", "--organization", "unido") == algeria & unido != set()
    france, german = ids(coopdb, "-c", "FR"), ids(coopdb, "--person", "Wildberger")
    assert ids(coopdb, "-c", "FR", "--person", "Wildberger") == france & german != set()


def test_the_people_whom_a_country_met_are_shown_with_its_own(real: Path, coopdb: Run) -> None:
    assert real
    people = totals(coopdb, "person", "-c", "MA")
    assert {"Amal El Fallah Seghrouchni", "Mohammed Bin Ali Al Mannai", "Stefan Schnorr"} <= people.keys()
    assert table(coopdb, "year", "--where", "pair=MA-QA", "--count", "people")["total"] == 2
    assert table(coopdb, "year", "-c", "MA", "--count", "people")["total"] == 2


def test_a_filter_repeated_asks_for_several_rows(real: Path, coopdb: Run) -> None:
    assert real
    both = ids(coopdb, "-t", "AI", "-t", "cloud")
    assert both == ids(coopdb, "-t", "AI") & ids(coopdb, "-t", "cloud") != set()
    agreed = ids(coopdb, "-t", "AI", "-t", "cloud", "--stage", "agreed")
    assert agreed == ids(coopdb, "-t", "AI", "--stage", "agreed") & ids(coopdb, "-t", "cloud", "--stage", "agreed")


@pytest.mark.parametrize(("rows", "columns"), [("topic", "topic"), ("country", "country"), ("group", "country")])
def test_who_meets_whom_and_what_goes_together_is_of_the_meeting(
    real: Path, coopdb: Run, rows: str, columns: str
) -> None:
    assert real
    document = table(coopdb, rows, columns)
    names = {"topic": "topics", "country": "countries"}
    meetings = json.loads(coopdb("search", "--status", "held", "--no-drafts", "--format", "json").out)
    having: dict[str, set[str]] = {}
    for each in meetings:
        for key in each[names[columns]]:
            having.setdefault(key, set()).add(each["id"])
    for row in document["row_keys"]:
        here = ids(coopdb, "--where", f"{rows}={row}", "--status", "held", "--no-drafts")
        if rows == "topic":
            here = having[row]
        for column in document["column_keys"]:
            assert cell(document, row, column) == len(here & having[column]), (row, column)


GOOD_ROWS = """\
title = "Morocco and Qatar talk"
date = 2026-02-01
topics = [{ topic = "artificial-intelligence", stage = "agreed" }, { topic = "cloud", stage = "discussed" }]

[[participants]]
country = "MA"
name = "Amal"
institution = "Ministry"

[[participants]]
country = "QA"
name = "Bader"

[[documents]]
kind = "mou"
topics = ["artificial-intelligence"]

[[documents]]
kind = "protocol"

[[documents]]
kind = "protocol"
topics = ["5g"]

[[sources]]
url = "https://example.org/1"
kind = "press"
publisher = "Gazette"

[[sources]]
url = "https://example.org/2"
publisher = "Herald"
"""


def test_documents_count_under_their_own_topics_or_their_meetings(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD_ROWS)
    assert totals(coopdb, "topic", "--count", "documents") == {"artificial-intelligence": 2, "cloud": 1, "5g": 1}
    assert totals(coopdb, "document-kind", "--count", "documents") == {"protocol": 2, "mou": 1}
    assert totals(coopdb, "stage", "--count", "documents") == {"discussed": 1, "agreed": 2, "(none)": 1}
    assert totals(coopdb, "country", "--count", "documents") == {"MA": 3, "QA": 3}
    assert totals(coopdb, "document-kind", "--count", "documents", "-t", "AI") == {"mou": 1, "protocol": 1}
    assert totals(coopdb, "document-kind", "--count", "documents", "-t", "5g") == {"protocol": 1}
    assert totals(coopdb, "document-kind", "--count", "documents", "-t", "AI", "-t", "cloud") == {"protocol": 1}
    assert totals(coopdb, "topic", "--count", "documents", "--where", "document-kind=mou") == {
        "artificial-intelligence": 1
    }
    assert ids(coopdb, "-t", "5g") == set()
    assert "1 meeting" in coopdb("crosstab", "topic", "--count", "documents", "--drill", "5g", "").out
    left_out = table(coopdb, "topic", "--count", "documents", "--exclude", "document-kind=mou")
    assert left_out["total"] == 0


def test_a_row_without_one_of_two_values_is_counted_and_one_without_both_is_not(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD_ROWS + '\n[[sources]]\nurl = "https://example.org/3"\n')
    document = table(coopdb, "publisher", "source-kind")
    assert (document["row_keys"], document["column_keys"]) == (["Gazette", "Herald"], ["press", "(none)"])
    assert document["cells"] == [[1, 0], [0, 1]]
    assert totals(coopdb, "source-kind", "--count", "sources") == {"press": 1, "(none)": 2}


def test_no_value_beside_another_column_is_asked_of_the_row(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD_ROWS)
    assert ids(coopdb, "--where", "publisher=Herald", "--where", "source-kind=(none)") != set()
    assert ids(coopdb, "--where", "publisher=Gazette", "--where", "source-kind=(none)") == set()
    assert ids(coopdb, "--where", "publisher=Herald", "--where", "source-kind=press,(none)") != set()
    assert ids(coopdb, "--where", "source-kind=(none)") == set()  # by itself: of no source of the meeting
    assert totals(coopdb, "publisher", "--where", "source-kind=press,(none)") == {"Gazette": 1, "Herald": 1}


def test_units_without_a_value_are_chosen_as_they_are_counted(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD_ROWS)
    assert totals(coopdb, "source-kind", "--count", "sources")["(none)"] == 1
    assert totals(coopdb, "publisher", "--count", "sources", "--where", "source-kind=(none)") == {"Herald": 1}


@pytest.mark.parametrize(
    ("question", "notes"),
    [
        (("topic", "stage"), ["Taken from one row: topic and stage."]),
        (("country", "person"), ["Taken from one row: country and person."]),
        (("country", "topic"), ["Taken from one meeting: country and topic."]),
        (("country", "country"), ["Taken from one meeting: country and country."]),
        (("stage", "-t", "AI"), ["Taken from one row: stage and the filter on topic."]),
        (
            ("stage", "country", "-t", "AI"),
            ["Taken from one row: stage and the filter on topic.", "Taken from one meeting: stage and country."],
        ),
        (("year", "-t", "AI", "--stage", "agreed"), ["Taken from one row: the filters on topic and stage."]),
        (
            ("topic", "-t", "AI", "--stage", "agreed"),
            [
                "Taken from one row: topic and the filter on stage.",
                "Taken from one row: the filters on topic and stage.",
            ],
        ),
        (
            ("country", "institution", "--person", "Amal"),
            ["Taken from one row: country, institution and the filter on person."],
        ),
        (("topic", "-t", "AI"), []),
        (("year", "-t", "AI"), []),
        (("year", "level"), []),
        (
            ("topic", "pair", "--count", "documents"),
            [
                "Documents are counted under their own topic and under the pair of their meeting.",
                "The topics of documents that name none are those of their meeting.",
            ],
        ),
        (("country", "--count", "documents"), ["Documents are counted under the country of their meeting."]),
        (
            ("document-kind", "topic", "--count", "documents", "-t", "AI", "--where", "publisher=Gazette"),
            [
                "Taken from one document: document kind and topic.",
                "Documents are counted under their own document kind and topic.",
                "The topics of documents that name none are those of their meeting.",
                "Filters that choose documents, not meetings: topic.",
            ],
        ),
        (
            ("country", "year", "--count", "people", "--where", "institution=Ministry"),
            [
                "People are counted under their own country and under the year of their meeting.",
                "Filters that choose people, not meetings: institution.",
            ],
        ),
        (
            ("country", "person", "--count", "people"),
            ["Taken from one row: country and person.", "People are counted under their own country and person."],
        ),
    ],
)
def test_the_footer_says_what_was_taken_together(
    repo: Repo, coopdb: Run, question: tuple[str, ...], notes: list[str]
) -> None:
    repo.add(content=GOOD_ROWS)
    lines = coopdb("crosstab", *question).out.splitlines()
    assert [line for line in lines if re.match(r"Taken|[A-Z]\w+ are counted|The topics|Filters that", line)] == notes


@pytest.mark.parametrize(
    ("one", "other"), [("MA", "@eu"), ("FR", "@african-union"), ("@eu", "SG"), ("MA,SG", "@eu,@gcc")]
)
def test_a_country_or_a_group_counts_the_people_of_either(real: Path, coopdb: Run, one: str, other: str) -> None:
    assert real

    def people(countries: str) -> set[str]:
        out = coopdb("crosstab", "person", "--count", "people", "-c", countries, "--format", "csv", "--no-header").out
        return {line.split(",")[0] for line in out.splitlines()[:-1]}

    assert people(f"{one},{other}") == people(one) | people(other)
