"""How `draft` finds days, and the words of days in every language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.draft import draft
from coopdb.author.draft.days.month_days import nearest_day
from coopdb.author.draft.days.relative import find_relative
from coopdb.author.draft.telling.another_time import Time, speaks_of
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.text import read_article
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.telling_words import day_words, month_names, telling_tables
from coopdb.text import fold
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()

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
        ("en", "Thursday yesterday May today", "minister met world"),
        ("es", "jueves ayer mayo hoy", "ministra santo ciudad"),
        ("fr", "jeudi hier mai aujourd’hui", "ministre saint ville"),
        ("it", "giovedì ieri maggio oggi", "ministro santo città"),
        ("nl", "donderdag gisteren mei vandaag", "minister hier stad"),
        ("pt", "quinta-feira ontem maio hoje", "ministro santa diante"),
        ("sv", "torsdag går maj dag", "minister hier stad"),
    ],
)
def test_words_of_days_are_those_of_every_weekday_month_and_counted_day(language: str, days: str, others: str) -> None:
    known = day_words(language)
    assert {fold(each).split()[-1] for each in days.split()} <= known <= day_words(None)
    assert known.isdisjoint(fold(others).split())


@pytest.mark.parametrize("language", sorted(telling_tables()))
def test_months_are_known_by_their_whole_names_and_no_other_words(language: str) -> None:
    names = month_names(language)
    assert {*names.values()} == {*range(1, 13)}
    assert names.items() <= month_names(None).items()
    assert names.keys().isdisjoint({"mar", "set", "dec", "باب"})


def test_an_arabic_month_may_have_a_preposition() -> None:
    assert month_names("ar")[fold("لمايو")] == month_names("ar")[fold("مايو")] == 5


@pytest.mark.parametrize(
    ("language", "time", "text", "other"),
    [
        ("ar", Time.BEFORE, "في اليوم السابق", "في اليوم نفسه"),
        ("de", Time.BEFORE, "am Vortag", "am Tag der Wahl"),
        ("en", Time.EARLIER_MEETING, "at their last meeting", "at long last"),
        ("es", Time.EARLIER_MEETING, "en la última reunión", "en la reunión de hoy"),
        ("fr", Time.LONG_BEFORE, "le mois dernier", "le dernier orateur"),
        ("it", Time.LONG_BEFORE, "un anno fa", "un anno di lavoro"),
        ("nl", Time.YEAR_BEFORE, "vorig jaar", "dit jaar"),
        ("pt", Time.EARLIER_VISIT, "após a visita do rei", "durante a visita do rei"),
        ("sv", Time.YEAR_BEFORE, "i fjol", "i år"),
        ("en", Time.TO_COME, "which will be held", "which was held"),
        ("fr", Time.TO_COME, "qui se tiendra", "qui se tient"),
        ("ar", Time.TO_COME, "ستعقد الدورة", "عقدت الدورة"),
    ],
)
def test_words_speak_of_another_time_and_of_which(language: str, time: Time, text: str, other: str) -> None:
    assert speaks_of(fold(text), time, language=language)
    assert speaks_of(fold(text), time) or time is Time.EARLIER_VISIT
    assert not any(speaks_of(fold(other), each, language=language) for each in Time)


@pytest.mark.parametrize("language", sorted(telling_tables()))
def test_a_year_before_is_long_before_and_an_earlier_meeting_before(language: str) -> None:
    for narrow, wide in ((Time.YEAR_BEFORE, Time.LONG_BEFORE), (Time.EARLIER_MEETING, Time.BEFORE)):
        said = cues.spoken(narrow.value, language)
        assert said
        assert all(speaks_of(each, wide, language=language) for each in said)


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("from March 18 to 20, the ministry said", "2026-03-20"),
        ("from March 18 through 20", "2026-03-20"),
        ("from March 18 to 20, 2026", "2026-03-20"),
        ("on March 18 and 19 to speak of tea", "2026-03-19"),
        ("on March 18 and 19 as guests", "2026-03-19"),
        ("on March 18 and 19 in Oslo", "2026-03-19"),
        ("on March 18 and 19 ministers came too", "None"),
        ("on March 18 and 19 senior officials came too", "None"),
        ("on March 18 and 19 people came too", "None"),
        ("on March 18-20", "2026-03-20"),
        ("on March 18 to 20 ships", "None"),
        ("on March 18, to 20, she said", "None"),
        ("on March 18 and 20, she said", "None"),
        ("on March 18 to 16", "None"),
        ("on March 18 to the 20", "None"),
        ("on March 18", "None"),
    ],
)
def test_the_last_of_the_days_behind_a_month_may_stand_behind_a_word(said: str, last: str) -> None:
    text = f"Talks\n\nNorwegian Minister Ann Lee will meet Kenyan Minister Paul Odede in Oslo {said}."
    record = draft(text, WORDS, published="2026-03-10", language="en")[0].record
    assert (str(record.get("date")), str(record.get("end_date"))) == ("2026-03-18", last)
