"""`draft` reads when they met: the day of the meeting, not of what else a text tells of."""

from datetime import date

import pytest

from coopdb.author.draft import draft
from coopdb.author.draft.days.dates import find_dates
from coopdb.author.draft.pages.page_data import read_page_data
from coopdb.author.draft.text.text import read_article
from coopdb.record.dates import whole_day
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
EN = "Kenya and Norway talk about satellites\n\nThe Kenyan minister Ann Odede {}."
FR = "Le Chili et le Togo\n\nLa ministre chilienne {} avec le ministre togolais, dans les locaux du ministère."
ES = "Chile y Togo dialogan\n\nLa ministra de Chile y el ministro de Togo {} en la sede del ministerio."
DE = "Norwegen und Kenia sprechen miteinander\n\nDie norwegische Ministerin und der kenianische Minister {}."
SV = "Norge och Kenya samtalar\n\nNorges minister och Kenyas minister {} och det var på ett hotell."
PT = "O Chile e o Togo conversam\n\nA ministra do Chile e o ministro do Togo {} na sede do ministério."
AR = "تشيلي وتوغو تبحثان التعاون\n\n{} وزير خارجية تشيلي مع وزير خارجية توغو في مقر الوزارة."
WEDNESDAY, FRIDAY = "2024-05-15", "2024-05-17"


def when(text: str, published: str | None = None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Return the day, the last day, and the days that are only possible."""
    (found,) = draft(text, WORDS, published=published)
    doubts = [each.candidates for each in found.unresolved if each.route == ("date",)]
    shown = [str(value) if (value := found.record.get(key)) else None for key in ("date", "end_date")]
    return shown[0], shown[1], doubts[0] if doubts else ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (EN.format("met the Norwegian minister from 29 June to 2 July 2024"), "2024-06-29", "2024-07-02"),
        (EN.format("met the Norwegian minister on June 29 – July 2, 2024"), "2024-06-29", "2024-07-02"),
        (
            EN.format("met the Norwegian minister from 30 December 2023 until 2 January 2024"),
            "2023-12-30",
            "2024-01-02",
        ),
        (EN.format("met the Norwegian minister from 30 December to 2 January 2024"), "2023-12-30", "2024-01-02"),
        (EN.format("met the Norwegian minister on 30 April and 1 May 2024"), "2024-04-30", "2024-05-01"),
        (EN.format("met the Norwegian minister on 3, 4 and 5 May 2024"), "2024-05-03", "2024-05-05"),
        (EN.format("met the Norwegian minister on 1, 2, 3, 4, 5, 6 and 7 May 2024"), "2024-05-01", "2024-05-07"),
        (FR.format("s'est réunie du 28 février au 1er mars 2024"), "2024-02-28", "2024-03-01"),
        (ES.format("se reunieron del 29 de octubre al 1 de noviembre de 2024"), "2024-10-29", "2024-11-01"),
        (PT.format("se reuniram de 30 de abril a 2 de maio de 2024"), "2024-04-30", "2024-05-02"),
        (DE.format("trafen sich vom 30. September bis zum 2. Oktober 2024"), "2024-09-30", "2024-10-02"),
        (SV.format("möttes den 30 september till den 2 oktober 2024"), "2024-09-30", "2024-10-02"),
        (AR.format("التقى من 30 أبريل إلى 2 ماي 2024"), "2024-04-30", "2024-05-02"),
    ],
)
def test_a_range_has_its_first_and_its_last_day_over_months_and_years(text: str, first: str, last: str) -> None:
    assert when(text)[:2] == (first, last)


@pytest.mark.parametrize(
    ("text", "day", "candidates"),
    [
        (EN.format("met the Norwegian minister on 07/06/2024"), None, ("2024-06-07", "2024-07-06")),
        (EN.format("met the Norwegian minister on Friday 07/06/2024"), "2024-06-07", ()),
        (EN.format("met the Norwegian minister on Saturday, 07/06/2024"), "2024-07-06", ()),
        (EN.format("met the Norwegian minister on 06/17/2024"), "2024-06-17", ()),
        (EN.format("met the Norwegian minister on 06/06/2024"), "2024-06-06", ()),
        (EN.format("met the Norwegian minister on 7.6.2024"), "2024-06-07", ()),
        (FR.format("s'est réunie le 07/06/2024"), "2024-06-07", ()),
        (AR.format("التقى يوم ٧/٦/٢٠٢٤"), "2024-06-07", ()),
        (AR.format("التقى يوم 2024/6/7م"), "2024-06-07", ()),
        (AR.format("التقى يوم 1445/12/1هـ"), None, ()),
    ],
)
def test_numbers_that_may_be_two_days_are_a_doubt_with_both(
    text: str, day: str | None, candidates: tuple[str, ...]
) -> None:
    assert when(text)[::2] == (day, candidates)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (AR.format("التقى يوم 29 شوال 1445هـ الموافق 8 ماي 2024م"), "2024-05-08"),
        (AR.format("التقى يوم 8 أيار/مايو 2024"), "2024-05-08"),
        (AR.format("التقى يوم 29 شوال 1445هـ"), None),
        (EN.format("met the Norwegian minister on 32 December 2024"), None),
        (EN.format("met the Norwegian minister on 0 May 2024"), None),
        (EN.format("met the Norwegian minister on 30 February 2024"), None),
        (EN.format("met the Norwegian minister from 30 May to 31 June 2024"), None),
        (EN.format("may 5 times have met the Norwegian minister"), None),
        (FR.format("s'est réunie en mai 15 fois"), None),
        ("Of May 2024 in Kenya and Norway\n\nThe Kenyan minister met the Norwegian minister.", None),
        (DE.format("trafen sich mit den Vertretern, und im August 5 weitere Gäste"), None),
        (EN.format("met the Norwegian minister on Monday, 8 May 2024"), None),
        (EN.format("met the Norwegian minister on 8 and 6 May 2024"), None),
        (EN.format("met the Norwegian minister from 8 May 2024 to 6 May 2024"), "2024-05-08"),
    ],
)
def test_what_is_no_day_is_not_read_as_one(text: str, day: str | None) -> None:
    assert when(text)[0] == day


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (EN.format("met the Norwegian minister today"), WEDNESDAY, "2024-05-15"),
        (EN.format("met the Norwegian minister on Friday"), FRIDAY, "2024-05-17"),
        (EN.format("met the Norwegian minister last Friday"), FRIDAY, "2024-05-10"),
        (EN.format("met the Norwegian minister last Friday"), WEDNESDAY, "2024-05-10"),
        (FR.format("s'est réunie vendredi dernier"), FRIDAY, "2024-05-10"),
        (FR.format("s'est réunie avant-hier"), WEDNESDAY, "2024-05-13"),
        (ES.format("se reunieron el viernes pasado"), FRIDAY, "2024-05-10"),
        (ES.format("se reunieron anteayer"), WEDNESDAY, "2024-05-13"),
        (PT.format("se reuniram nesta terça-feira (14)"), WEDNESDAY, "2024-05-14"),
        (PT.format("se reuniram na segunda-feira, 13"), WEDNESDAY, "2024-05-13"),
        (PT.format("se reuniram nesta terça-feira (13)"), WEDNESDAY, None),
        (DE.format("trafen sich vorgestern"), WEDNESDAY, "2024-05-13"),
        (DE.format("trafen sich hier"), WEDNESDAY, None),
        (SV.format("möttes i fredags"), FRIDAY, "2024-05-10"),
        (SV.format("möttes i förrgår"), WEDNESDAY, "2024-05-13"),
        (AR.format("التقى أمس الأول"), WEDNESDAY, "2024-05-13"),
        (AR.format("التقى أمس الثلاثاء"), WEDNESDAY, "2024-05-14"),
        (AR.format("التقى أمس الخميس"), WEDNESDAY, None),
        (AR.format("التقى أحد الوزراء"), WEDNESDAY, None),
        (ES.format("se reunieron hoy miércoles"), WEDNESDAY, "2024-05-15"),
        (ES.format("se reunirán hoy y mañana"), WEDNESDAY, "2024-05-15"),
        (EN.format("will meet the Norwegian minister next Monday"), WEDNESDAY, "2024-05-20"),
        (EN.format("met the Norwegian minister on Good Friday"), WEDNESDAY, None),
    ],
)
def test_a_word_for_a_day_counts_from_the_publication(text: str, published: str, day: str | None) -> None:
    assert when(text, published)[0] == day


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (EN.format("met the Norwegian minister on 12 March"), WEDNESDAY, "2024-03-12"),
        (EN.format("met the Norwegian minister on 28 December"), "2024-01-03", "2023-12-28"),
        (EN.format("will meet the Norwegian minister on 4 January"), "2023-12-20", "2024-01-04"),
        (EN.format("met the Norwegian minister on Tuesday (14 May)"), WEDNESDAY, "2024-05-14"),
        (EN.format("met the Norwegian minister today (14 May)"), WEDNESDAY, "2024-05-14"),
        (FR.format("s'est réunie le 14 mai"), WEDNESDAY, "2024-05-14"),
        (EN.format("met the Norwegian minister on 14 May"), None, None),
        (EN.format("met the Norwegian minister on 29 February"), "2026-03-02", None),
    ],
)
def test_a_day_without_a_year_takes_it_from_the_publication(text: str, published: str | None, day: str | None) -> None:
    assert when(text, published)[0] == day


@pytest.mark.parametrize("away", [-304, 60])
def test_the_year_is_that_of_the_nearest_such_day_up_to_the_last(away: int) -> None:
    published = date(2025, 5, 1)
    wanted = date.fromordinal(published.toordinal() + away)
    text = f"On {wanted.day} {wanted.strftime('%B')} they met."
    (found,) = find_dates(read_article(f"A title\n\n{text}"), published.isoformat(), "en")
    assert found.first == wanted.isoformat()


@pytest.mark.parametrize("away", [-305, 61])
def test_the_year_is_another_one_just_beyond(away: int) -> None:
    published = date(2025, 5, 1)
    other = date.fromordinal(published.toordinal() + away)
    text = f"On {other.day} {other.strftime('%B')} they met."
    (found,) = find_dates(read_article(f"A title\n\n{text}"), published.isoformat(), "en")
    assert found.first != other.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        EN.format("arrived in Oslo on Tuesday for talks with the Norwegian minister"),
        EN.format("is in Oslo. The election in Norway took place on 12 May 2024"),
        EN.format("met the Norwegian minister. A television show about satellites is aired tonight"),
        EN.format("met the Norwegian minister. The statement was published today"),
        EN.format("met the Norwegian minister. Today Poland receives the president of Peru"),
        EN.format("spoke of the agreement (MOU) signed on 3 May 2024 with the Norwegian minister"),
        FR.format("s'est réunie, et la convention signée le 3 mai 2024 reste, après ses discussions"),
        FR.format("est arrivée hier pour un entretien"),
        ES.format("se reunieron. El presidente llegó ayer"),
        DE.format("trafen sich. Sie war am Mittwoch eingetroffen"),
        DE.format("trafen sich. Die Präsidentschaftswahlen waren am 12. Mai 2024"),
        SV.format("möttes. Riksdagsvalet var den 12 maj 2024"),
        PT.format("se reuniram. O presidente chegou ontem"),
        AR.format("صدر بيان اليوم بعد لقاء"),
        AR.format("وصل أمس"),
    ],
)
def test_the_day_of_something_else_is_not_that_of_the_meeting(text: str) -> None:
    assert when(text, WEDNESDAY)[0] is None


def test_an_old_day_never_beats_today() -> None:
    old = "met the Norwegian minister on 3 April 2023 in Oslo, and the two met again today"
    assert when(EN.format(old), WEDNESDAY)[0] == "2024-05-15"
    assert when(EN.format("met the Norwegian minister on 17 February 2024"), FRIDAY)[0] == "2024-02-17"
    assert when(EN.format("met the Norwegian minister on 16 February 2024"), FRIDAY)[0] is None


def test_days_of_both_time_zones_or_of_two_meetings_are_a_doubt() -> None:
    zones = "spoke with the Norwegian minister on 15 May 2024 in the morning (14 May 2024 in Santiago)"
    assert when(EN.format(zones))[::2] == (None, ("2024-05-15", "2024-05-14"))
    two = "met the Norwegian minister on 3 May 2024 in Oslo and met him again on 9 May 2024 in Nairobi"
    assert when(EN.format(two))[0] is None


def test_an_agency_at_the_foot_says_the_day_of_publication() -> None:
    text = (
        EN.format("met the Norwegian minister on Tuesday")
        + "\n\nThey spoke for long about many things. (NTB/Xin, 15.5.2024)"
    )
    assert when(text)[0] == "2024-05-14"
    assert when(text.replace("NTB/Xin, ", "until "))[0] is None


def test_no_day_is_certain_where_nobody_may_have_met() -> None:
    text = "Kenya ratifies a convention\n\nKenya ratified the convention on 3 May 2024, as Norway had hoped."
    (found,) = draft(text, WORDS)
    assert [each.route for each in found.unresolved if not each.route] == [()]
    assert "date" not in found.record
    summit = (
        "Brazil hosts a summit\n\nThe presidents of Brazil, Chile, Peru, Togo and Kenya met in Brasília on 3 May 2024."
    )
    assert when(summit)[::2] == (None, ("2024-05-03",))


ENDS = ("9999-12-31", "0001-01-01", "9999-12-28", "0001-01-04")
SAID = (
    "tomorrow",
    "yesterday",
    "today",
    "next Friday",
    "last Friday",
    "on Tuesday (3)",
    "on 31 December and 1 January",
)


@pytest.mark.parametrize("published", ENDS)
@pytest.mark.parametrize("said", SAID)
def test_words_for_days_at_the_ends_of_the_calendar_are_days_of_it_or_none(said: str, published: str) -> None:
    (day, last, candidates) = when(EN.format(f"met the Norwegian minister {said}"), published)
    assert all(whole_day(each) for each in (day, last, *candidates) if each)


@pytest.mark.parametrize(("said", "published"), [("tomorrow", "9999-12-31"), ("yesterday", "0001-01-01")])
def test_a_day_beyond_the_calendar_is_no_day(said: str, published: str) -> None:
    assert when(EN.format(f"met the Norwegian minister {said}"), published)[0] is None


@pytest.mark.parametrize("weekday", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
@pytest.mark.parametrize(("day", "published"), [("31 December", "9999-12-31"), ("1 January", "0001-01-01")])
def test_a_weekday_beside_a_day_at_the_end_of_the_calendar(day: str, published: str, weekday: str) -> None:
    (first, last, candidates) = when(EN.format(f"met the Norwegian minister on {weekday}, {day}"), published)
    assert all(whole_day(each) for each in (first, last, *candidates) if each)


@pytest.mark.parametrize("said", ["0000-00-00", "2026-13-45", "2026-02-30", "2026-02-28"])
def test_a_day_of_publication_that_is_none_is_no_fact(said: str) -> None:
    head = f'<html><head><meta property="article:published_time" content="{said}T10:00:00Z"></head><body>'
    text = "".join(f"<p>{each}</p>" for each in EN.format("met the Norwegian minister today").split("\n\n"))
    assert read_page_data(head).days == (("2026-02-28",) if said == "2026-02-28" else ())
    assert when(f"{head}{text}</body></html>")[0] == ("2026-02-28" if said == "2026-02-28" else None)
