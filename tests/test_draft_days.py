"""How `draft` finds days, and the words of days in every language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.draft.month_days import nearest_day
from coopdb.author.draft.relative import find_relative
from coopdb.author.draft.telling import Teller
from coopdb.author.draft.telling_words import day_words
from coopdb.author.draft.text import read_article
from coopdb.text import fold

PUBLICATIONS, NUMBERS = st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 31)


@given(PUBLICATIONS, NUMBERS)
def test_a_day_of_the_month_is_the_last_one_or_the_next_one(published: date, number: int) -> None:
    days = nearest_day(published, number)
    assert {each.day for each in days} == {number}
    assert len(days) == (1 if published.day == number else 2)
    assert abs((days[0] - published).days) <= abs((days[-1] - published).days)


@given(PUBLICATIONS, NUMBERS, st.booleans())
def test_a_tense_leaves_one_day(published: date, number: int, is_ahead: bool) -> None:
    (day,) = nearest_day(published, number, is_ahead=is_ahead)
    assert day == published or (day > published) == is_ahead


@given(PUBLICATIONS, NUMBERS, st.integers(0, 6), st.booleans())
def test_a_weekday_says_more_than_a_tense(published: date, number: int, weekday: int, is_ahead: bool) -> None:
    fitting = {each for each in nearest_day(published, number) if each.weekday() == weekday}
    found = {*nearest_day(published, number, weekday=weekday, is_ahead=is_ahead)}
    assert found <= fitting if fitting else found == {nearest_day(published, number)[0]}


def test_no_day_is_told_where_there_is_none() -> None:
    assert nearest_day(date(2024, 5, 15), 32) == nearest_day(date(2024, 5, 15), 9, months=(7,)) == ()
    assert nearest_day(date.min, 2, is_ahead=False) == nearest_day(date.min, 2)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("es", "Kenia y Noruega, el día 9", ("2024-05-09", "2024-06-09")),
        ("en", "Kenya and Norway, Thursday (9)", ("2024-05-09",)),
        ("pt", "O Quénia e a Noruega, no próximo dia 9", ("2024-06-09",)),
        ("ar", "كينيا والنرويج، التاسع من الشهر", ("2024-05-09", "2024-06-09")),
        ("de", "Kenia und Norwegen, am 31. des Monats", ("2024-05-31", "2024-03-31")),
    ],
)
def test_a_day_of_the_month_that_no_verb_tells_of_is_one_of_two(
    language: str, text: str, days: tuple[str, ...]
) -> None:
    (found,) = find_relative(Teller(read_article(text), language), date(2024, 5, 15), [])
    assert (found.first, *found.others) == days


@pytest.mark.parametrize(
    ("language", "days", "others"),
    [
        ("ar", "الخميس أمس مايو اليوم", "وزير لقاء مدينة"),
        ("de", "Donnerstag gestern Mai heute", "Minister hier Stadt"),
        ("en", "Thursday yesterday May today", "minister met city"),
        ("es", "jueves ayer mayo hoy", "ministra santo ciudad"),
        ("fr", "jeudi hier mai aujourd’hui", "ministre saint ville"),
        ("it", "giovedì ieri maggio oggi", "ministro santo città"),
        ("nl", "donderdag gisteren mei vandaag", "minister hier stad"),
        ("pt", "quinta-feira ontem maio hoje", "ministro santa cidade"),
        ("sv", "torsdag går maj dag", "minister hier stad"),
    ],
)
def test_words_of_days_are_those_of_every_weekday_month_and_counted_day(language: str, days: str, others: str) -> None:
    known = day_words(language)
    assert {fold(each).split()[-1] for each in days.split()} <= known <= day_words(None)
    assert known.isdisjoint(fold(others).split())
