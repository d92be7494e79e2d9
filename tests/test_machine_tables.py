"""Tables for machines: a number is a number, a row has a key, and each thing asked for has its answer."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from conftest import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("base", ["row", "column", "total"])
@pytest.mark.parametrize("sides", [("country", "topic-area", "--top", "3"), ("level", "year"), ("mode",)])
def test_percentages_are_the_same_numbers_in_csv_as_in_json(
    real: Path, coopdb: Run, sides: tuple[str, ...], base: str
) -> None:
    assert real
    arguments = ("crosstab", *sides, "--percent", base, "--format")
    document = json.loads(coopdb(*arguments, "json").out)
    for excel in ((), ("--excel",)):
        header, *rows, totals = csv.reader(StringIO(coopdb(*arguments, "csv", *excel).out.removeprefix("\ufeff")))
        assert [[float(cell) for cell in row[2:-1]] for row in rows] == document["percents"]
        assert [int(row[-1]) for row in rows] == document["row_totals"]
        assert totals == ["(total)", "total", *map(str, document["column_totals"]), str(document["total"])]
        assert len(header) == len(totals)


def test_every_row_of_a_csv_has_a_key_of_its_own(real: Path, coopdb: Run) -> None:
    assert real
    for arguments in (("city", "--top", "2"), ("country", "level"), ("stage",)):
        _, *rows = csv.reader(StringIO(coopdb("crosstab", *arguments, "--format", "csv").out))
        keys = [row[0] for row in rows]
        assert all(keys)
        assert len(set(keys)) == len(keys)
    shown = coopdb("crosstab", "country", "level").out
    assert "(total)" not in shown
    assert coopdb("crosstab", "country", "level", "--drill", "(total)", "(total)").out.count("2026-02-01-ma-qa") == 1


@pytest.mark.parametrize("command", ["countries", "organizations", "topics", "groups"])
def test_every_text_that_is_asked_for_has_an_object(coopdb: Run, command: str) -> None:
    texts = ["Congo", "nothing at all", "cloud", "EU", "Congo", "cloud", "nothing at all", "Congo"]
    found = json.loads(coopdb(command, "find", *texts, "--format", "json").out)
    assert [each["query"] for each in found] == texts
    alone = {text: json.loads(coopdb(command, "find", text, "--format", "json").out)[0] for text in texts}
    assert found == [alone[text] for text in texts]
    rows = list(csv.DictReader(StringIO(coopdb(command, "find", *texts, "--format", "csv").out)))
    assert [row["query"] for row in rows] == [
        text for text in texts for _ in range(max(len(alone[text]["matches"]), 1))
    ]


def test_a_name_that_is_asked_for_twice_is_said_to_be_ambiguous_once(coopdb: Run) -> None:
    assert coopdb("countries", "find", "Congo", "Congo").out.endswith("need the code: Congo.\n")
