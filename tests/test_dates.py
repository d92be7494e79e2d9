from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdb.record.dates import DateError, PartialDate, at_most_days_away, day_away


def test_a_day_is_exactly_that_day() -> None:
    day = PartialDate.of(date(2026, 2, 1))
    assert (day.earliest, day.latest, day.precision) == (date(2026, 2, 1), date(2026, 2, 1), "day")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "is_about"),
    [
        ("2026-02-01", date(2026, 2, 1), date(2026, 2, 1), "day", False),
        ("2026-02-01~", date(2026, 2, 1), date(2026, 2, 1), "day", True),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month", False),
        ("2026-12~", date(2026, 12, 1), date(2026, 12, 31), "month", True),
        ("1866", date(1866, 1, 1), date(1866, 12, 31), "year", False),
        ("2026~", date(2026, 1, 1), date(2026, 12, 31), "year", True),
    ],
)
def test_a_partial_date_keeps_its_possible_days(
    text: str, earliest: date, latest: date, precision: str, is_about: bool
) -> None:
    partial = PartialDate.of(text)
    assert (partial.earliest, partial.latest, partial.precision, partial.is_about) == (
        earliest,
        latest,
        precision,
        is_about,
    )
    assert partial.bare == text.removesuffix("~")


@pytest.mark.parametrize(
    "value",
    ["", "today", "2026-2-1", "2026-13", "2026-02-30", "0000", "2026/02/01", "~", "2026-02-01~~", "٢٠٢٦", 2026, None,
     True, datetime(2026, 2, 1, 10), ["2026"]],
)  # fmt: skip
def test_what_is_no_date_says_why(value: object) -> None:
    with pytest.raises(DateError, match=r"expected|no such day"):
        PartialDate.of(value)


@pytest.mark.parametrize(
    ("text", "half", "quarter", "month"),
    [
        ("2026-01-31", "2026-H1", "2026-Q1", "2026-01"),
        ("2026-06", "2026-H1", "2026-Q2", "2026-06"),
        ("2026-07~", "2026-H2", "2026-Q3", "2026-07"),
        ("2026-12-01", "2026-H2", "2026-Q4", "2026-12"),
        ("2026", None, None, None),
    ],
)
def test_a_date_knows_its_periods(text: str, half: str | None, quarter: str | None, month: str | None) -> None:
    partial = PartialDate.of(text)
    assert (partial.year, partial.half, partial.quarter, partial.month) == ("2026", half, quarter, month)


@given(st.dates())
def test_a_date_reads_back_from_its_text(day: date) -> None:
    assert PartialDate.of(PartialDate.of(day).text) == PartialDate.of(day)


@given(st.dates(), st.integers() | st.integers(-40, 40))
def test_days_away_end_with_the_calendar(day: date, days: int) -> None:
    number = day.toordinal() + days
    is_in = 1 <= number <= date.max.toordinal()
    assert day_away(day, days) == (date.fromordinal(number) if is_in else None)
    assert at_most_days_away(day, days) == date.fromordinal(min(max(number, 1), date.max.toordinal()))


@pytest.mark.parametrize(("day", "days"), [(date.max, 1), (date.min, -1)])
def test_the_first_and_the_last_day_have_one_neighbour(day: date, days: int) -> None:
    assert (day_away(day, days), at_most_days_away(day, days)) == (None, day)
    assert day_away(day, -days) == at_most_days_away(day, -days) == day - timedelta(days)
