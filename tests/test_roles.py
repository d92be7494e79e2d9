"""The role of somebody whose offices are known is filled in, where it is certain."""

from collections.abc import Callable

import pytest
from conftest import Repo, Result

from coopdb.author.roles import with_roles
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
PEOPLE = """\
["Amal Benani"]
country = "MA"
aliases = ["A. Benani"]

[["Amal Benani".offices]]
role = "Minister of Digital Transition"
country = "MA"
since = 2021-10-07
until = 2024-10-23

[["Amal Benani".offices]]
role = "Head of the Digital Agency"
since = 2024-10-24

[["Omar Ali"]]
"""
PEOPLE = PEOPLE.replace('[["Omar Ali"]]', '["Omar Ali"]\ncountry = "QA"')


def add(coopdb: Run, date: str, person: str, *more: str) -> str:
    given = ("--party", f"MA: {person}", "--party", "QA: Omar Ali", "--topic", "cloud", "--source", "https://e.org/1")
    result = coopdb("add", "--title", "Talks on cloud", "--date", date, *given, *more, "--dry-run")
    assert result.code == 0, result.err
    return result.out


@pytest.mark.parametrize(
    ("date", "person", "role"),
    [
        ("2021-10-07", "Amal Benani", "Minister of Digital Transition"),
        ("2021-10-06", "Amal Benani", None),
        ("2024-10-23", "A. Benani", "Minister of Digital Transition"),
        ("2024-10-24", "Amal Benani", "Head of the Digital Agency"),
        ("2026-01", "Amal Benani", "Head of the Digital Agency"),
        ("2024-10", "Amal Benani", None),  # one of two
        ("2023-05-05", "Amal Benani; Envoy", "Envoy"),
        ("2023-05-05", "Someone Else", None),
    ],
)
def test_the_office_held_on_the_day_is_filled_in(
    repo: Repo, coopdb: Run, date: str, person: str, role: str | None
) -> None:
    repo.add("people.toml", PEOPLE)
    text = add(coopdb, date, person)
    roles = [line.partition(" = ")[2].strip('"') for line in text.splitlines() if line.startswith("role")]
    assert roles == ([role] if role else [])


def test_a_meeting_of_several_days_needs_one_office_for_all(repo: Repo, coopdb: Run) -> None:
    repo.add("people.toml", PEOPLE)
    assert "role" not in add(coopdb, "2024-10-22", "Amal Benani", "--end-date", "2024-10-25")
    assert "role" in add(coopdb, "2024-10-20", "Amal Benani", "--end-date", "2024-10-23")


def test_an_office_for_another_country_is_not_taken(repo: Repo, coopdb: Run) -> None:
    repo.add("people.toml", PEOPLE.replace('country = "MA"\nsince', 'country = "FR"\nsince'))
    assert "role" not in add(coopdb, "2022-01-01", "Amal Benani")


def test_a_date_that_is_none_leaves_all_as_it_is(repo: Repo, coopdb: Run) -> None:
    repo.add("people.toml", PEOPLE)
    given = ("--party", "MA: Amal Benani", "--party", "QA", "--topic", "cloud", "--source", "https://e.org/1")
    assert coopdb("add", "--title", "T", "--date", "2024-13-40", *given).code == 2


@pytest.mark.parametrize("date", [None, "2024-13-40", 5])
def test_without_a_day_no_office_is_taken(date: object) -> None:
    values = {"date": date, "participants": [{"country": "MA", "name": "Amal Benani"}]}
    assert with_roles(values, packaged_vocabularies()) == values
