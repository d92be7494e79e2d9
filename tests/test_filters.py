"""Filters: commas in their values, one for every dimension, and limits in time."""

import json
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from conftest import CORPUS, GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.cli.completion import complete_value
from coopdb.errors import StopError
from coopdb.query.commas import split_values
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.fields import FIELDS
from coopdb.query.filters import Filters
from coopdb.query.selection import Selection, select
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.engine import Star
from coopdb.store.star.rows import build_star
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
WORDS = packaged_vocabularies()
NAMES = {
    "country": [name for entry in WORDS.countries.entries.values() for _, _, name in entry.names()],
    "topic": [name for entry in WORDS.topics.entries.values() for _, _, name in entry.names()],
    "organization": [name for entry in WORDS.organizations.entries.values() for _, _, name in entry.names()],
    "group": [name for entry in WORDS.groups.entries.values() for _, _, name in entry.names()],
}


@pytest.fixture(scope="module")
def star() -> Star:
    return build_star(load(Repository(CORPUS)))


def asked(star: Star, name: str, text: str, *, is_excluded: bool = False) -> "list[str] | str":
    """Return the keys that a filter asks for, or its refusal."""
    filters = Filters(exclude=(f"{name}={text}",)) if is_excluded else Filters({name: (text,)})
    try:
        (keys,) = (value for _, (value,) in select(filters, star).filters.items())  # type: ignore[misc]  # a list
    except StopError as error:
        return error.message
    return [str(key).removeprefix(f"{name}=") for key in keys]


def either(star: Star, name: str, one: str, other: str) -> "list[str] | str":
    first, second = asked(star, name, one), asked(star, name, other)
    for found in (first, second):
        if isinstance(found, str):
            return found
    return list(dict.fromkeys([*first, *second]))


@settings(max_examples=200)
@given(data=st.data(), name=st.sampled_from(sorted(NAMES)), is_excluded=st.booleans())
def test_a_comma_alone_is_an_or(star: Star, data: st.DataObject, name: str, is_excluded: bool) -> None:
    one, other = (data.draw(st.sampled_from(NAMES[name])) for _ in range(2))
    assert asked(star, name, f"{one},{other}", is_excluded=is_excluded) == either(star, name, one, other)


def test_every_pair_of_slugs_is_an_or(star: Star) -> None:
    slugs = [key for key, entry in WORDS.topics.entries.items() if not entry.replaced_by]
    assert len(slugs) > 60
    for one, other in product(slugs, slugs):
        assert asked(star, "topic", f"{one},{other}") == list(dict.fromkeys([one, other]))


@pytest.mark.parametrize("name", [name for name, names in NAMES.items() if any("," in each for each in names)])
def test_a_name_with_its_comma_is_one_name(star: Star, name: str) -> None:
    for each in NAMES[name]:
        if ", " in each:
            assert asked(star, name, f"{each},{each}") == asked(star, name, each)
            assert isinstance(asked(star, name, each), list), each


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Austria,Hungary", ["AT", "HU"]),
        ("Austria, Hungary", ["AT", "HU"]),
        ("Austria-Hungary", ["XAH"]),
        ("Germany,East Germany", ["DE", "DD"]),
        ("Korea, South", ["KR"]),
        ("korea,  SOUTH, France", ["KR", "FR"]),
        ("France, Hong Kong, China, Chad", ["FR", "HK", "TD"]),
        ("Hong Kong,China", ["HK", "CN"]),
        ("Hongkong, Chine", ["HK", "CN"]),
        ("Korea, the Republic of", ["KR"]),
        ("@eu, @gcc", ["@eu", "@gcc"]),
        ("Morocco, ,Qatar,", ["MA", "QA"]),
        ("Morocco,Atlantis", "unknown country `Atlantis`"),
        ("Morocco, Korea", "ambiguous country `Korea`"),
        (",", "unknown country `,`"),
    ],
)
def test_a_comma_with_a_space_belongs_to_a_name_where_there_is_one(star: Star, text: str, keys: object) -> None:
    assert asked(star, "country", text) == keys


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=30), st.sampled_from([",", ", ", ",\t"]))
def test_values_are_taken_apart_and_none_is_lost(values: list[str], comma: str) -> None:
    assert split_values(comma.join(values), lambda: str.isspace) == values


def test_the_longest_name_wins_and_has_at_most_twelve_parts() -> None:
    parts = [str(number) for number in range(14)]
    twelve, thirteen = ", ".join(parts[:12]), ", ".join(parts[:13])
    assert split_values(twelve, lambda: lambda name: name.count(",") in (1, 11)) == [twelve]
    assert split_values(thirteen, lambda: lambda name: name.count(",") == 12) == parts[:13]


def test_values_of_the_records_may_have_a_comma(repo: Repo, coopdb: Run) -> None:
    for day, city, publisher in (("01", "Washington, D.C.", "Smith, Sons"), ("02", "Washington", "Smith")):
        text = GOOD.replace("02-01", f"02-{day}") + f'publisher = "{publisher}"\n[venue]\ncity = "{city}"\n'
        repo.add(f"2026/2026-02-{day}-ma-qa.toml", text)

    def days(*arguments: str) -> list[str]:
        return sorted(line[8:10] for line in coopdb("search", *arguments, "--format", "ids").out.splitlines())

    assert days("--place", "washington, d.c.") == ["01"]
    assert days("--where", "city=Washington, D.C.") == ["01"]
    assert days("--where", "city=Washington") == ["02"]
    assert days("--place", "Washington") == ["01", "02"]
    assert days("--where", "publisher=smith, sons") == ["01"]
    assert days("--where", "publisher=SMITH") == ["02"]
    assert days("--where", "publisher=Smith,Sons") == ["01", "02"]
    assert days("--where", "publisher=sons") == ["01"]
    assert days("--exclude", "publisher=Smith, Sons") == ["02"]
    assert "no record has a city `D.C.`" not in coopdb("search", "--place", "Paris, D.C.").err
    assert "no record has a place `Paris`" in coopdb("search", "--place", "Paris, D.C.").err
    assert days("--place", "Korea, South,Washington") == ["01", "02"]


def test_every_dimension_is_a_filter() -> None:
    assert FIELDS.keys() == DIMENSIONS.keys() | {"place"}


def keys_of(document: "dict[str, list[str]]") -> Iterator[tuple[str, int]]:
    totals = document["row_totals"]
    yield from ((key, int(total)) for key, total in zip(document["row_keys"], totals, strict=True))


@pytest.mark.parametrize("name", DIMENSIONS)
def test_what_is_counted_can_be_filtered_and_left_out(real: Path, coopdb: Run, star: Star, name: str) -> None:
    assert real
    document = json.loads(coopdb("crosstab", name, "--format", "json").out)
    for key, total in keys_of(document):
        if name == "topic" and len(WORDS.topics.narrower(key)) > 1:
            continue  # a filter takes what is narrower too
        filters = Filters().where([f"{name}={key}"]).for_counting()
        assert number_of(star, select(filters, star)) == total, key
        without = Filters(exclude=(f"{name}={key}",)).for_counting()
        assert number_of(star, select(without, star)) == document["total"] - total, key


def number_of(star: Star, selection: Selection) -> int:
    query = f"SELECT COUNT(*) FROM meetings WHERE {selection.sql}"  # noqa: S608  # its own
    ((number,),) = star.connection.execute(query, selection.parameters)
    return int(number)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("contry=FR", "unknown field `contry`", "did you mean `country`?"),
        ("zzz=FR", "unknown field `zzz`", "one of `country`, `pair`"),
        ("publisher", "`--where publisher` is not of the form FIELD=VALUE", "--where country=FR"),
        ("publisher=zzz", "no record has a publisher `zzz`", ""),
        ("source-kind=pres", "unknown source kind `pres`", "did you mean `press`?"),
        ("topic-area=cloud", "`cloud` is not a topic area", "it is in `digital-infrastructure`"),
        ("pair=MA", "`MA` is not a pair of countries", "as in `MA-QA`"),
        ("pair=MA-MA", "`MA-MA` is not a pair of countries", ""),
        ("pair=MA-Atlantis", "`MA-Atlantis` is not a pair of countries", ""),
        ("year=20", "`20` is not a year", "`2026`"),
        ("half=2026-H3", "`2026-H3` is not a half", "`2026-H1`"),
        ("quarter=2026-Q5", "`2026-Q5` is not a quarter", "`2026-Q1`"),
        ("month=2026-13", "`2026-13` is not a month", "`2026-02`"),
        ("decade=2025s", "`2025s` is not a decade", "`2020s`"),
        ("owner=Atlantis", "unknown country `Atlantis`", ""),
        ("place=(none)", "no record has a place `(none)`", ""),
    ],
)
def test_a_value_that_is_none_of_a_dimension_is_a_usage_error(
    real: Path, coopdb: Run, text: str, message: str, hint: str
) -> None:
    assert real
    result = coopdb("search", "--where", text)
    assert (result.code, message in result.err, hint in result.err) == (2, True, True)


@pytest.mark.parametrize(
    ("name", "text", "keys"),
    [
        ("pair", "qatar – Maroc", ["MA-QA"]),
        ("pair", "Guinea-Bissau-Senegal", ["GW-SN"]),
        ("pair", "Korea, South-MA,MA-QA", ["KR-MA", "MA-QA"]),
        ("pair", "MA-QA, MA-FR", ["MA-QA", "FR-MA"]),
        ("half", "2026-h1, 2026-H2", ["2026-H1", "2026-H2"]),
        ("level", "ministerial, ambassadorial", ["ministerial", "ambassadorial"]),
        ("decade", "2020S", ["2020s"]),
        ("month", "2026-01,2026-12", ["2026-01", "2026-12"]),
        ("quarter", "2026-Q1,2026-Q4", ["2026-Q1", "2026-Q4"]),
        ("owner", "Maroc,unido", ["MA", "unido"]),
        ("owner", "Korea, South", ["KR"]),
        ("group", "EU", ["eu"]),
        ("host", "Qatar", ["QA"]),
    ],
)
def test_values_are_understood_as_people_write_them(star: Star, name: str, text: str, keys: list[str]) -> None:
    assert asked(star, name, text) == keys


def test_where_is_as_good_as_an_option(real: Path, coopdb: Run) -> None:
    assert real
    by_option = coopdb("search", "-c", "MA", "-t", "cloud", "--status", "held")
    by_where = coopdb("search", "--where", "country=MA", "--where", "topic=cloud", "--where", "status=held")
    assert by_option == by_where
    assert coopdb("crosstab", "year", "--where", "status=any").out == coopdb("crosstab", "year", "--status", "any").out


def test_a_saved_question_may_filter_by_any_dimension(repo: Repo, coopdb: Run) -> None:
    repo.add()
    command = "search --where publisher=(none) --exclude language=(none),fr --format ids"
    (repo.root / "coopdb.toml").write_text(f'[queries.q]\ncommand = "{command}"\n', encoding="utf-8")
    result = coopdb("run", "q")
    assert (result.code, "no record has a language `fr`" in result.err) == (2, True)
    repo.add("2026/2026-02-02-ma-qa.toml", GOOD.replace("02-01", "02-02") + 'language = "en"\n')
    repo.add("2026/2026-02-03-ma-qa.toml", GOOD.replace("02-01", "02-03") + 'language = "fr"\n')
    assert coopdb("run", "q").out == "2026-02-02-ma-qa\n"


def test_the_shell_completes_dimensions_and_values() -> None:
    assert ("publisher=", "publishers") in complete_value("pub")
    assert ("host=MA", "Morocco") in complete_value("host=M")
    assert ("country=@eu", "European Union") in [(key, label) for key, label in complete_value("country=@e")]
    assert complete_value("level=m") == []


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        ("2025", "2024", 2),
        ("2026-02-02", "2026-02-01", 2),
        ("2026-02-01", "2026-02-01", 0),
        ("2026-02", "2026", 0),
        ("2026", "2026-02", 0),
        ("2026-03", "2026-02", 2),
    ],
)
def test_the_first_day_is_not_later_than_the_last(repo: Repo, coopdb: Run, since: str, until: str, code: int) -> None:
    repo.add()
    for command in (("search",), ("crosstab", "year"), ("export", "csv", f"out-{since}-{until}")):
        result = coopdb(*command, "--since", since, "--until", until)
        assert (result.code, "is later than" in result.err) == (code, code == 2)


def test_the_footer_says_what_counts_on_both_sides_of_a_limit(repo: Repo, coopdb: Run) -> None:
    dates = {"2023": '"2023"', "2024": '"2024"', "2023-12-31": "2023-12-31\nend_date = 2024-01-01", "2025": '"2025"'}
    for name, date in dates.items():
        repo.add(f"{name[:4]}/{name}-ma-qa.toml", GOOD.replace("2026-02-01", date))
    beyond = "1 meeting of an uncertain day, or of several, counts"
    after, before = coopdb("search", "--since", "2024-01"), coopdb("search", "--until", "2023")
    assert "3 meetings" in after.out
    assert f"{beyond} before 2024-01 too." in after.out
    assert "2 meetings" in before.out
    assert f"{beyond} after 2023 too." in before.out
    both = coopdb("crosstab", "country", "--since", "2024-06", "--until", "2025-06").out
    assert "2 meetings of an uncertain day, or of several, count before 2024-06 or after 2025-06 too." in both
    assert "uncertain" not in coopdb("crosstab", "year", "--since", "2025").out
    assert "uncertain" not in coopdb("search").out
    documents = coopdb("crosstab", "country", "--since", "2024-01", "-t", "AI", "--count", "documents").out
    assert f"{beyond} before 2024-01 too." in documents


def test_too_many_combinations_of_filters_are_refused(real: Path, coopdb: Run) -> None:
    assert real
    some = [f"topic={key}" for key in WORDS.topics.entries][:25]
    where = [option for text in [*some, *["stage=agreed"] * 20] for option in ("--where", text)]
    assert coopdb("search", *where).code == 0
    result = coopdb("search", *where, "--where", "stage=agreed")
    assert (result.code, "more than 500 filters" in result.err) == (2, True)
    assert "separated by commas" in result.err


def test_an_export_says_what_it_took_and_takes_what_is_counted_on_request(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2026/2026-02-02-ma-qa.toml", "draft = true\n" + GOOD.replace("02-01", "02-02"))
    repo.add("2026/2026-02-03-ma-qa.toml", 'draft = true\nstatus = "cancelled"\n' + GOOD.replace("02-01", "02-03"))
    repo.add("2026/2026-02-04-ma-qa.toml", 'status = "planned"\n' + GOOD.replace("02-01", "02-04"))
    everything = coopdb("export", "csv", "all")
    assert everything.err == "written to `all`: 4 meetings, of them 1 cancelled, 1 planned, 2 drafts\n"
    counted = coopdb("export", "csv", "counted", "--as-counted")
    assert counted.err == "written to `counted`: 1 meeting · held · no drafts\n"
    some = coopdb("export", "csv", "some", "--as-counted", "--drafts")
    assert some.err == "written to `some`: 2 meetings, of them 1 draft · held · drafts included\n"
    calendar = coopdb("export", "ics", "next.ics")
    assert "2 meetings, of them 1 cancelled, 1 planned, 1 draft · planned or postponed or cancelled" in calendar.err


@pytest.mark.parametrize("name", ["country", "pair", "place", "owner"])
def test_a_long_list_is_read_in_a_moment(star: Star, name: str) -> None:
    value = {"pair": "MA-QA", "place": "Paris"}.get(name, "France")
    started = time.process_time()
    assert asked(star, name, ", ".join([value] * 1000)) == asked(star, name, value)
    assert isinstance(asked(star, name, "-".join(["a, b"] * 1000)), str)
    assert time.process_time() - started < 5


def test_whole_values_are_named_in_any_spelling_of_an_apostrophe(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD + '\n[venue]\ncity = "Sana\'a"\ncountry = "QA"\n')
    repo.add(
        "2026/2026-02-02-ma-qa.toml",
        GOOD.replace("02-01", "02-02") + '\n[venue]\ncity = "Sana\'a Old City"\ncountry = "QA"\n',
    )
    for text in ("Sana'a", "Sana’a", "sanaa", "sana a"):
        assert coopdb("search", "--where", f"city={text}", "--format", "ids").out == "2026-02-01-ma-qa\n", text
    assert coopdb("search", "--where", "city=old city", "--format", "ids").out == "2026-02-02-ma-qa\n"
    assert coopdb("search", "--place", "sanaa", "--format", "ids").out.count("\n") == 2


def test_a_group_without_its_sign_is_suggested_wherever_countries_are_asked_for(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD)
    for arguments in (("-c", "eu"), ("--where", "country=eu"), ("--exclude", "country=eu")):
        result = coopdb("search", *arguments)
        assert (result.code, "did you mean `@eu`?" in result.err) == (2, True), arguments
    assert "@" not in coopdb("search", "--where", "host=eu").err
