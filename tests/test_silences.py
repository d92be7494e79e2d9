"""When a pair or a series is late: the last day on which it is not, and the first on which it is."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from conftest import GOOD, Repo, Result

Run = Callable[..., Result]
START = date(2020, 3, 1)


def meet(repo: Repo, day: date | str, *, parties: tuple[str, str] = ("MA", "QA"), more: str = "") -> str:
    stem = f"{day}-{parties[0].lower()}-{parties[1].lower()}".replace("~", "")
    written = day if isinstance(day, date) else f'"{day}"'
    text = (
        GOOD.replace("2026-02-01", f"{written}\n{more}")
        .replace('"MA"', f'"{parties[0]}"')
        .replace('"QA"', f'"{parties[1]}"')
    )
    repo.add(f"{stem[:4]}/{stem}.toml", text)
    return stem


def look(coopdb: Run, on: date, what: str = "pair", *options: str) -> dict[str, Any] | None:
    found = json.loads(coopdb("silences", "--all", "--on", on.isoformat(), "--format", "json", *options).out)["items"]
    return next((each for each in found if each["what"] == what), None)


def is_late(coopdb: Run, on: date, what: str = "pair", *options: str) -> bool:
    found = look(coopdb, on, what, *options)
    assert found
    return bool(found["late"])


def test_three_meetings_are_late_after_one_and_a_half_of_their_median_interval(repo: Repo, coopdb: Run) -> None:
    for days in (0, 100, 300):
        last = START + timedelta(days)
        meet(repo, last)
    found = look(coopdb, last + timedelta(225))
    assert found
    assert (found["usual_days"], found["silent_days"], found["late"]) == (150, 225, False)
    assert found["records"] == [f"{START + timedelta(days)}-ma-qa" for days in (0, 100, 300)]
    assert is_late(coopdb, last + timedelta(226))


def test_two_meetings_are_late_after_two_years(repo: Repo, coopdb: Run) -> None:
    meet(repo, date(2020, 1, 1))
    meet(repo, date(2020, 2, 29))
    assert not is_late(coopdb, date(2022, 2, 28))
    assert is_late(coopdb, date(2022, 3, 1))
    assert look(coopdb, date(2022, 3, 1))["usual_days"] is None  # type: ignore[index]
    assert not is_late(coopdb, date(2020, 3, 29), "pair", "--months", "1")
    assert is_late(coopdb, date(2020, 3, 30), "pair", "--months", "1")


def test_one_meeting_is_never_late(repo: Repo, coopdb: Run) -> None:
    meet(repo, START)
    assert not is_late(coopdb, date(9999, 12, 31))
    assert "0 entries" in coopdb("silences", "--on", "9999-12-31").out


@pytest.mark.parametrize(("apart", "usual"), [(14, None), (15, 15)])
def test_meetings_within_a_fortnight_are_one_visit(repo: Repo, coopdb: Run, apart: int, usual: int | None) -> None:
    for number in range(3):
        meet(repo, START + timedelta(number * apart))
    found = look(coopdb, START + timedelta(60))
    assert found
    assert found["usual_days"] == usual
    assert found["late"] is (usual is not None)  # three of one visit met once


def test_meetings_of_a_series_are_never_one_visit(repo: Repo, coopdb: Run) -> None:
    for number in range(3):
        meet(repo, START + timedelta(number * 10), more='series = "Dialogue"')
    assert look(coopdb, START + timedelta(40), "series")["usual_days"] == 10  # type: ignore[index]
    assert not is_late(coopdb, START + timedelta(35), "series")
    assert is_late(coopdb, START + timedelta(36), "series")


def test_a_meeting_to_come_keeps_a_pair_from_being_late(repo: Repo, coopdb: Run) -> None:
    meet(repo, date(2010, 1, 1))
    meet(repo, date(2012, 1, 1))
    meet(repo, "2020-06", more='status = "planned"')
    assert not is_late(coopdb, date(2020, 6, 30))
    assert is_late(coopdb, date(2020, 7, 1))
    assert not is_late(coopdb, date(2020, 6, 30), "planned")
    assert is_late(coopdb, date(2020, 7, 1), "planned")
    assert look(coopdb, date(2020, 7, 5), "planned")["silent_days"] == 5  # type: ignore[index]
    # The plan is looked for among all meetings, whatever the filters take.
    assert not is_late(coopdb, date(2020, 6, 30), "pair", "--until", "2015")


def test_a_year_is_too_rough_to_reckon_with_and_a_month_is_not(repo: Repo, coopdb: Run) -> None:
    meet(repo, "2012")
    assert look(coopdb, date(2020, 1, 1)) is None
    meet(repo, "2013-05~")
    assert look(coopdb, date(2020, 1, 1))["last_record"] == "2013-05-ma-qa"  # type: ignore[index]


def test_a_promised_meeting_is_late_the_day_after_its_last_day(repo: Repo, coopdb: Run) -> None:
    meet(repo, date(2020, 1, 1), more='next_meeting = "2020-06"')
    assert not is_late(coopdb, date(2020, 6, 30), "next-meeting")
    assert is_late(coopdb, date(2020, 7, 1), "next-meeting")
    assert "promised meeting" in coopdb("silences", "--on", "2020-07-01").out


@pytest.mark.parametrize(
    ("first", "later", "is_kept"),
    [
        ('series = "A"', 'series = "A"', True),
        ('series = "A"', 'series = "B"', False),
        ('series = "A"', "", False),
        ("", "", True),
        ("", 'series = "B"', True),
    ],
)
def test_a_promise_is_kept_in_the_series_else_by_the_same_parties(
    repo: Repo, coopdb: Run, first: str, later: str, is_kept: bool
) -> None:
    meet(repo, date(2020, 1, 1), more=f'next_meeting = "2020-06"\n{first}')
    meet(repo, date(2021, 1, 1), more=later)
    assert (look(coopdb, date(2022, 1, 1), "next-meeting") is None) is is_kept
    assert look(coopdb, date(2020, 12, 31), "next-meeting") is not None  # nothing was held by then


@pytest.mark.parametrize("first", ["", 'series = "A"'])
@pytest.mark.parametrize("later", ["", 'series = "A"', 'status = "planned"', 'status = "cancelled"', None])
@pytest.mark.parametrize("parties", [("MA", "QA"), ("MA", "FR")])
@pytest.mark.parametrize("day", [date(2020, 2, 15), date(2020, 2, 1), date(2020, 1, 31), date(2021, 1, 1)])
def test_a_rule_and_a_report_say_the_same_of_a_promise(
    repo: Repo, coopdb: Run, first: str, later: str | None, parties: tuple[str, str], day: date
) -> None:
    meet(repo, "2020-02", more=f'next_meeting = "2020-06"\n{first}')
    if later is not None:
        meet(repo, day, parties=parties, more=later)
    same = later == first if first else parties == ("MA", "QA")
    is_kept = later not in (None, 'status = "cancelled"') and same and day > date(2020, 2, 1)
    on = date(2022, 1, 1)
    assert (look(coopdb, on, "next-meeting") is None) is is_kept
    assert ("D026" not in coopdb("validate", "--on", on.isoformat()).out) is is_kept


def test_a_state_that_has_ended_is_not_late(repo: Repo, coopdb: Run) -> None:
    for day in (date(2005, 1, 1), date(2006, 1, 1)):
        meet(repo, day, parties=("AN", "NL"), more='next_meeting = "2007"\nseries = "Island dialogue"')
    assert look(coopdb, date(2010, 10, 10)) is not None
    for what in ("pair", "series", "next-meeting"):
        assert look(coopdb, date(2010, 10, 11), what) is None


def test_what_is_late_is_in_a_brief(repo: Repo, coopdb: Run) -> None:
    meet(repo, date(2010, 1, 1))
    meet(repo, date(2012, 1, 1), more='next_meeting = "2013"')
    meet(repo, "2014-05", parties=("MA", "FR"), more='status = "planned"')
    on = ("--on", "2020-01-01")
    pair = coopdb("brief", "MA", "QA", *on).out
    assert "A next meeting was promised for 2013: none is recorded [1]" in pair
    assert "Last met 2,922 days ago, late [1–2]" in pair
    one = " ".join(coopdb("brief", "MA", *on).out.split())
    assert "Morocco – Qatar, last met 2,922 days ago, late [1–2]" in one
    assert "Morocco – France: A meeting was planned for May 2014: what became of it is not recorded [3]" in one


def test_a_brief_of_much_is_short_and_says_how_much_more_there_is(repo: Repo, coopdb: Run) -> None:
    commitments = "".join(f'[[commitments]]\ntext = "Thing {number}"\n' for number in range(10))
    papers = "".join(f'[[documents]]\nkind = "mou"\ntitle = "Paper {number}"\n' for number in range(8))
    people = "".join(f'[[participants]]\ncountry = "MA"\nname = "Person {number}"\n' for number in range(5))
    for number in range(10):
        stem = meet(repo, START + timedelta(200 * number))
        path = repo.root / "records" / stem[:4] / f"{stem}.toml"
        path.write_text(path.read_text(encoding="utf-8") + commitments + papers + people, encoding="utf-8")
    out = coopdb("brief", "MA", "QA", "--on", "2026-01-01").out
    assert "98 more promises are open" in out
    assert "75 more documents" in out
    assert "2 more: Person 3 and Person 4" in out
    assert "10 meetings are recorded since 2020" in out
    assert "usually every 200 days" in out
    assert len(out.splitlines()) < 66


def test_who_met_with_others_too_is_told_apart_from_the_two_alone(repo: Repo, coopdb: Run) -> None:
    for number, stage in enumerate(("discussed", "agreed", "mentioned", "proposed", "underway", "completed")):
        stem = meet(repo, START + timedelta(400 * number))
        path = repo.root / "records" / stem[:4] / f"{stem}.toml"
        text = path.read_text(encoding="utf-8")
        text = text.replace(
            'topics = ["artificial-intelligence"]', f'topics = [{{ topic = "cloud", stage = "{stage}" }}]'
        )
        others = '[[participants]]\ncountry = "FR"\n' if number % 2 else ""
        path.write_text(text + others, encoding="utf-8")
    out = coopdb("brief", "MA", "QA", "--on", "2026-01-01").out
    assert "Just the two of them, last met 532 days ago, usually every 800 days, not late [" in " ".join(out.split())
    assert "Cloud computing: … → mentioned 2022 → proposed 2023 → underway 2024 → completed 2025 [" in " ".join(
        out.split()
    )
    way = coopdb("progress", "MA", "QA", "--on", "2026-01-01").out
    assert "discussed 2020 → agreed 2021" in " ".join(way.split())
