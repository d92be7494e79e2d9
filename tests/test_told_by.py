"""Whose sources tell of a meeting: computed from `party` of sources, shown, counted and asked for."""

import json
from collections.abc import Callable
from itertools import product

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.record.reading import read
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
EXPECTED = {
    (): "not-said",
    ("MA",): "one-side",
    ("FR",): "others",
    ("MA", "QA"): "both-sides",
    ("MA", "FR"): "one-side",
}


def record(parties: tuple[str, ...], day: str = "2026-02-01") -> str:
    sources = "".join(
        f'\n[[sources]]\nurl = "https://example.org/{day}/{each}"\nparty = "{each}"\n' for each in parties
    )
    return GOOD.replace("2026-02-01", day).replace("org/1", f"org/{day}") + sources


@given(st.lists(st.sampled_from(["", "MA", "QA", "FR", "unido"]), max_size=6))
def test_sides_are_counted_once_and_only_of_those_who_met(parties: list[str]) -> None:
    meeting = read(record(tuple(each for each in parties if each)).encode(), packaged_vocabularies()).meeting
    assert meeting is not None
    sides = ("MA" in parties) + ("QA" in parties)
    names = {0: "others" if any(parties) else "not-said", 1: "one-side", 2: "both-sides"}
    assert meeting.told_by == names[sides]


def test_an_organisation_can_be_a_side() -> None:
    text = record(("unido", "MA")).replace('country = "QA"', 'organization = "unido"')
    meeting = read(text.encode(), packaged_vocabularies()).meeting
    assert meeting is not None
    assert meeting.told_by == "both-sides"


@pytest.fixture
def told(repo: Repo) -> Repo:
    for number, parties in enumerate(EXPECTED, 1):
        repo.add(f"2026/2026-0{number}-01-ma-qa.toml", record(parties, f"2026-0{number}-01"))
    return repo


def test_it_is_a_dimension_and_a_filter(told: Repo, coopdb: Run) -> None:
    assert coopdb("export", "parquet", "out").code == 0
    for _, more in product(range(2), ((), ("--dataset", "out"))):
        found = json.loads(coopdb("crosstab", "told-by", "--format", "json", *more).out)
        counted = dict(zip(found["row_keys"], found["row_totals"], strict=True))
        assert list(counted.items()) == [("one-side", 2), ("both-sides", 1), ("others", 1), ("not-said", 1)]
    ids = coopdb("search", "--where", "told-by=one side", "--format", "ids").out
    assert ids.split() == ["2026-05-01-ma-qa", "2026-02-01-ma-qa"]
    wrong = coopdb("search", "--where", "told-by=nobody")
    assert (wrong.code, "unknown told by `nobody`" in wrong.err) == (2, True)


def test_show_says_whose_source_it_is(told: Repo, coopdb: Run) -> None:
    shown = coopdb("show", "2026-04").out
    assert "told by  both sides\n" in shown
    assert "of Morocco (MA)" in shown
    assert "told by" not in coopdb("show", "2026-01").out


def test_a_name_is_understood_and_made_a_code(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=record(("MA",)).replace('party = "MA"', 'party = "Maroc"'))
    assert "[K005]" in coopdb("validate").out
    coopdb("validate", "--fix")
    assert 'party = "MA"' in path.read_text(encoding="utf-8")
    repo.add(content=record(("Marocco",)))
    assert "[V001]" in coopdb("validate").out


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_it_comes_back_from_an_export(told: Repo, coopdb: Run, format: str) -> None:
    coopdb("export", format, "out")
    (told.root / "back/records").mkdir(parents=True)
    assert coopdb("import", "out", "--root", "back").err == "5 records written\n"
    for path in (told.root / "records").rglob("*.toml"):
        again = (told.root / "back" / path.relative_to(told.root)).read_text(encoding="utf-8")
        assert again.count("party =") == path.read_text(encoding="utf-8").count("party =")
