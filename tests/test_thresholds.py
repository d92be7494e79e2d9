"""Every threshold that a user can meet: the last value in and the first one out.

That one more or one less is noticed is tried here too. Numbers that only time or memory could tell apart are not here.
"""

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import GOOD, Repo

from coopdb import text
from coopdb.author import keys
from coopdb.author.duplicates import known_meetings
from coopdb.author.importing import plan
from coopdb.check import addresses, days_said, duplicates, wording
from coopdb.check.choice import Choice
from coopdb.check.files import check_files
from coopdb.check.problem import CheckReport, Problem
from coopdb.check.registry import RULES
from coopdb.check.rules import event_of_another_year, more_than_a_name, unedited_text
from coopdb.errors import StopError
from coopdb.query import commas, free_text, periods, selection
from coopdb.query.filters import Filters
from coopdb.record import guard, layout, paths
from coopdb.record.dates import PartialDate
from coopdb.record.span import at
from coopdb.render import calendar
from coopdb.render.problems import full, markdown, sarif
from coopdb.render.screen import Screen
from coopdb.store.cache import fingerprint, inventory
from coopdb.store.files import records
from coopdb.store.files.repository import Repository
from coopdb.store.star.rows import build_star
from coopdb.text import closest
from coopdb.vocabulary import index, lookup
from coopdb.vocabulary.packaged import packaged

DAY = date(2026, 2, 1)


def bytes_of_a_file(_: Repo) -> None:
    assert not guard.too_large(1_048_576)
    assert guard.too_large(1_048_577)


def brackets(_: Repo) -> None:
    assert not guard.too_deep("a = " + "[" * 100)
    assert guard.too_deep("a = " + "[" * 101)


def values_of_a_record(_: Repo) -> None:
    assert not guard.too_many({"a": [0] * 9_999})
    assert guard.too_many({"a": [0] * 10_000})


def bytes_of_a_name(_: Repo) -> None:
    assert paths.fits_name("é" * 127 + "a")
    assert not paths.fits_name("é" * 128)


def an_array_on_one_line(_: Repo) -> None:
    assert "\n" not in layout._array([f'"{"a" * 96}"'])
    assert "\n" in layout._array([f'"{"a" * 97}"'])


def a_line_of_a_calendar(_: Repo) -> None:
    assert "\r\n" not in calendar._folded("a" * 75)
    assert calendar._folded("a" * 76) == "a" * 75 + "\r\n a"


def days_between_duplicates(repo: Repo) -> None:
    found = [_codes_of_two(repo, DAY + timedelta(days=days), url="https://example.org/2") for days in (3, 4)]
    assert ["R001" in codes for codes in found] == [True, False]


def days_between_a_draft_and_a_record(_: Repo) -> None:
    draft = SimpleNamespace(record={"date": DAY, "participants": [{"country": "MA"}, {"country": "QA"}]})
    for days, is_known in ((3, True), (4, False)):
        day = PartialDate.of(DAY + timedelta(days=days))
        meeting = SimpleNamespace(date=day, parties=("QA", "MA"), sources=())
        found = known_meetings(draft, SimpleNamespace(sound=[SimpleNamespace(id="x", meeting=meeting)]))  # type: ignore[arg-type]
        assert found == (("x",) if is_known else ())


def records_of_one_source(_: Repo) -> None:
    groups = [[SimpleNamespace(parties=("MA", "QA"), addresses=("u",))] * number for number in (3, 4)]
    assert [bool(list(duplicates._of_one_source(group))) for group in groups] == [True, False]  # type: ignore[arg-type]


def days_from_a_source_to_its_meeting(repo: Repo) -> None:
    for days, is_found in ((31, False), (32, True)):
        published = f"published = {DAY - timedelta(days=days)}"
        repo.add(content=GOOD.replace('url = "https://example.org/1"', f'url = "https://example.org/1"\n{published}'))
        assert ("S002" in _codes(repo)) is is_found


def first_year_of_known_borders(repo: Repo) -> None:
    for year, is_found in ((1946, True), (1945, False)):
        content = _on(f"{year}-02-01", '[venue]\ncity = "Nairobi"\ncountry = "MA"\n')
        assert ("N011" in _codes_of(repo, content)) is is_found


def days_from_a_meeting_to_the_year_of_its_event(repo: Repo) -> None:
    for day, year, is_found in (("2026-01-31", 2025, False), ("2026-02-01", 2025, True), ("2025-12-01", 2026, False)):
        content = GOOD.replace("date = 2026-02-01", f'date = {day}\nhost_event = "Forum {year}"')
        assert ("D021" in _codes_of(repo, content)) is is_found


def years_from_a_meeting_to_that_of_its_event(repo: Repo) -> None:
    for year, is_found in ((2027, True), (2028, False), (2021, True), (2020, False)):
        content = GOOD.replace("date = 2026-02-01", f'date = 2026-02-01\nhost_event = "Forum {year}"')
        assert ("D021" in _codes_of(repo, content)) is is_found


def days_from_a_document_to_its_meeting(repo: Repo) -> None:
    for days, is_found in ((366, False), (367, True)):
        document = f'[[documents]]\nkind = "mou"\nsigned = {DAY - timedelta(days)}\n'
        assert ("D023" in _codes_of(repo, f"{GOOD}\n{document}")) is is_found


def days_of_a_meeting(repo: Repo) -> None:
    for days, is_found in ((21, False), (22, True)):
        content = GOOD.replace("date = 2026-02-01", f"date = 2026-02-01\nend_date = {DAY + timedelta(days - 1)}")
        assert ("D024" in _codes_of(repo, content)) is is_found


def days_of_an_overdue_commitment(repo: Repo) -> None:
    for days, is_found in ((365, False), (366, True)):
        due = date(2026, 6, 1) - timedelta(days)
        content = _on("2024-02-01", f'[[commitments]]\ntext = "share the code"\ndue = {due}\n')
        assert ("D025" in _codes_of(repo, content)) is is_found


def ranks_from_a_level_to_a_role(repo: Repo) -> None:
    for role, is_found in (("Deputy Minister", False), ("Director", True)):
        people = f'name = "A. B"\nrole = "{role}"\n'
        content = GOOD.replace('country = "MA"\n', f'country = "MA"\n{people}')
        content = content.replace('country = "QA"\n', f'country = "QA"\n{people.replace("A. B", "C. D")}')
        content = content.replace("date =", 'level = "ministerial"\ndate =')
        assert ("P011" in _codes_of(repo, content)) is is_found


def words_of_a_whole_name(_: Repo) -> None:
    assert more_than_a_name._more_than_a_name.__wrapped__("Els Wouters and Pieter Claes")
    assert not more_than_a_name._more_than_a_name.__wrapped__("Els Wouters and Pieter")
    assert more_than_a_name._more_than_a_name.__wrapped__("Minister Els Wouters")
    assert not more_than_a_name._more_than_a_name.__wrapped__("Minister Wouters")


def letters_of_a_placeholder(_: Repo) -> None:
    assert unedited_text._unfinished(f"{'a' * 40}: title{'.' * 33}")
    assert not unedited_text._unfinished(f"{'a' * 40}: title{'.' * 34}")


def capitals_of_a_text(repo: Repo) -> None:
    for number, is_found in ((19, False), (20, True)):
        content = GOOD.replace("Morocco and Qatar talk about AI", "A" * number)
        assert ("K021" in _codes_of(repo, content)) is is_found


def words_from_met_to_its_day(repo: Repo) -> None:
    for words, is_found in ((9, True), (10, False)):
        content = GOOD.replace("date =", f'summary = "They met{" x" * words} 9 March 2026"\ndate =')
        assert ("D022" in _codes_of(repo, content)) is is_found


def last_day_of_a_month(_: Repo) -> None:
    assert [bool([*days_said.days_of([f"{day}", "may"])]) for day in (31, 32)] == [True, False]


def letters_of_a_language_in_an_address(_: Repo) -> None:
    found = [addresses.is_home_page(f"https://example.org/{path}/") for path in ("f", "fr", "fra")]
    assert found == [False, True, False]


def characters_of_a_value_in_a_message(_: Repo) -> None:
    assert wording.show("a" * 60) == f"`{'a' * 60}`"
    assert wording.show("a" * 61) == f"`{'a' * 60}…`"


def alternatives_in_a_hint(_: Repo) -> None:
    names = tuple(f"k{number:02}{'q' * number}" for number in range(41))
    assert "more" not in text.one_of("zzzz", names[:40])
    assert text.one_of("zzzz", names).endswith("and 1 more")


def slips_of_one_file(_: Repo) -> None:
    fault = SimpleNamespace(expected=(), value="Moroco")
    found = wording.hints([fault] * 51, packaged("country"))  # type: ignore[list-item]
    assert [bool(hint) for _, hint in found] == [True] * 50 + [False]


def problems_of_a_summary(_: Repo) -> None:
    assert "more" not in markdown.render(_report(200), Screen())
    assert markdown.render(_report(201), Screen()).endswith("and 1 more\n")


def results_of_sarif(_: Repo) -> None:
    assert "left out" not in sarif.render(_report(5_000), Screen())
    assert "1 problem left out" in sarif.render(_report(5_001), Screen())


def characters_of_a_message_of_sarif(_: Repo) -> None:
    assert "a…" not in sarif.render(_report(1, "a" * 1_000), Screen())
    assert "a…" in sarif.render(_report(1, "a" * 1_001), Screen())


def characters_of_a_shown_line(_: Repo) -> None:
    assert "…" not in full.render(_report(1, source="a" * 160), Screen())
    assert "…" in full.render(_report(1, source="a" * 161), Screen())


def parts_of_a_name(_: Repo) -> None:
    for number, is_whole in ((12, True), (13, False)):
        name = ", ".join("abcdefghijklmnop"[:number])
        assert (commas.split_values(name, lambda name=name: name.__eq__) == [name]) is is_whole  # type: ignore[misc]


def periods_of_a_table(_: Repo) -> None:
    assert len(periods.years(("0001", "5001"))) == 5_001
    assert len(periods.years(("0001", "5002"))) == 2


def filters_of_a_question(repo: Repo) -> None:
    star = build_star(records.load(Repository(repo.root)))
    selection.select(Filters({"topic": ("cloud",) * 500}), star)
    with pytest.raises(StopError, match="more than 500 filters"):
        selection.select(Filters({"topic": ("cloud",) * 501}), star)


def values_of_a_filter(repo: Repo) -> None:
    star = build_star(records.load(Repository(repo.root)))
    selection.select(Filters({"topic": (",".join(("cloud",) * 1_000),)}), star)
    with pytest.raises(StopError, match="1,001 values"):
        selection.select(Filters({"topic": (",".join(("cloud",) * 1_001),)}), star)


def words_of_a_question(_: Repo) -> None:
    assert len(free_text.read_words(f"w{number}" for number in range(100))) == 100
    with pytest.raises(StopError):
        free_text.read_words(f"w{number}" for number in range(101))


def characters_of_a_name(_: Repo) -> None:
    words = packaged("country")
    assert [match.key for match in words.resolve("Morocco" + " " * 193)] == ["MA"]
    assert words.resolve("Morocco" + " " * 194) == ()


def letters_of_a_short_word(_: Repo) -> None:
    assert [index.is_short(word) for word in ("port", "ports")] == [True, False]


def characters_of_a_slip(_: Repo) -> None:
    text._slips.cache_clear()
    assert closest("a" * 99 + "b", ["a" * 100]) == "a" * 100
    assert closest("a" * 100 + "b", ["a" * 101]) is None


def bytes_of_all_caches(_: Repo) -> None:
    one = inventory.Cache(Path("a"), Path("r"), 1, 1.0)
    assert list(inventory._beyond([one], 999_999_999)) == []
    assert list(inventory._beyond([one], 1_000_000_000)) == [one]


def settled_files(_: Repo) -> None:
    now = 10_000_000_000
    settled = [fingerprint.is_settled([(0, 0, now - age, 0)], now) for age in (2_000_000_000, 1_999_999_999)]
    assert settled == [True, False]


def ids_in_an_error(repo: Repo) -> None:
    for number in range(6):
        repo.add(f"2026/2026-02-01-ma-qa-{number}.toml")
    with pytest.raises(StopError) as caught:
        records.load(Repository(repo.root)).find("2026")
    assert caught.value.hint.count("`") == 10


def characters_of_a_key(_: Repo) -> None:
    values = {"commitments": [{"text": f"{'a' * 20} {'b' * number}"} for number in (19, 20)]}
    assert [len(key) for key in keys.keys_of(values)["commitments"]] == [40, 20]


def reasons_of_a_row(_: Repo) -> None:
    assert "more" not in plan._reason(_report(3).problems)
    assert plan._reason(_report(4).problems).endswith("; and 1 more")


THRESHOLDS: dict[tuple[object, str], Callable[[Repo], None]] = {
    (guard, "MAX_BYTES"): bytes_of_a_file,
    (guard, "MAX_DEPTH"): brackets,
    (guard, "MAX_VALUES"): values_of_a_record,
    (paths, "_LONGEST"): bytes_of_a_name,
    (layout, "_WIDTH"): an_array_on_one_line,
    (calendar, "_LONGEST"): a_line_of_a_calendar,
    (duplicates, "_NEAR"): days_between_duplicates,
    (duplicates, "_LIST"): records_of_one_source,
    (import_module("coopdb.check.rules.published_before"), "_MONTH"): days_from_a_source_to_its_meeting,
    (import_module("coopdb.check.rules.city_of_another_country"), "_BORDERS"): first_year_of_known_borders,
    (event_of_another_year, "_MONTH"): days_from_a_meeting_to_the_year_of_its_event,
    (event_of_another_year, "_AHEAD"): years_from_a_meeting_to_that_of_its_event,
    (event_of_another_year, "_BACK"): years_from_a_meeting_to_that_of_its_event,
    (import_module("coopdb.check.rules.signed_long_before"), "_YEAR"): days_from_a_document_to_its_meeting,
    (import_module("coopdb.check.rules.implausibly_long"), "_LONGEST"): days_of_a_meeting,
    (import_module("coopdb.check.rules.long_overdue"), "_YEAR"): days_of_an_overdue_commitment,
    (import_module("coopdb.check.rules.level_against_roles"), "_APART"): ranks_from_a_level_to_a_role,
    (more_than_a_name, "_WHOLE"): words_of_a_whole_name,
    (unedited_text, "_SHORT"): letters_of_a_placeholder,
    (unedited_text, "_CAPITALS"): capitals_of_a_text,
    (import_module("coopdb.check.rules.day_contradicted"), "_REACH"): words_from_met_to_its_day,
    (days_said, "_LAST_DAY"): last_day_of_a_month,
    (addresses, "_LETTERS_OF_A_LANGUAGE"): letters_of_a_language_in_an_address,
    (wording, "_LONGEST"): characters_of_a_value_in_a_message,
    (text, "_MOST_LISTED"): alternatives_in_a_hint,
    (wording, "MOST_SLIPS"): slips_of_one_file,
    (markdown, "_SHOWN"): problems_of_a_summary,
    (sarif, "_SHOWN"): results_of_sarif,
    (sarif, "_LONGEST"): characters_of_a_message_of_sarif,
    (full, "_LONGEST"): characters_of_a_shown_line,
    (commas, "_MOST"): parts_of_a_name,
    (periods, "_MOST"): periods_of_a_table,
    (selection, "_MOST"): filters_of_a_question,
    (selection, "_MOST_VALUES"): values_of_a_filter,
    (free_text, "_MOST"): words_of_a_question,
    (lookup, "_LONGEST"): characters_of_a_name,
    (index, "_LONGEST_SHORT"): letters_of_a_short_word,
    (text, "_LONGEST_SLIP"): characters_of_a_slip,
    (fingerprint, "GRAIN"): settled_files,
    (records, "_NAMED"): ids_in_an_error,
    (keys, "_LONGEST"): characters_of_a_key,
    (plan, "_NAMED"): reasons_of_a_row,
    (inventory, "LIMIT"): bytes_of_all_caches,
}


@pytest.mark.parametrize("check", THRESHOLDS.values(), ids=lambda check: check.__name__)
def test_the_last_value_is_in_and_the_first_one_out(repo: Repo, check: Callable[[Repo], None]) -> None:
    check(repo)


@pytest.mark.parametrize("step", [-1, 1])
@pytest.mark.parametrize(("place", "check"), THRESHOLDS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_another_value_would_be_noticed(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, place: tuple[object, str], check: Callable[[Repo], None], step: int
) -> None:
    module, name = place
    monkeypatch.setattr(module, name, getattr(module, name) + step)
    with pytest.raises((AssertionError, ValueError, StopError, pytest.fail.Exception)):  # two of a name may disagree
        check(repo)


def _codes(repo: Repo) -> set[str]:
    every = Choice(None, tuple(rule.code for rule in RULES), ())
    found = check_files(Repository(repo.root), Repository(repo.root).files(), date(2026, 6, 1), every, lambda *_: None)
    return {problem.code for problem in found.problems}


def _codes_of(repo: Repo, content: str) -> set[str]:
    repo.add(content=content)
    return _codes(repo)


def _on(day: str, table: str) -> str:
    """Return a good record of another day, with one more table."""
    return f"{GOOD}\n{table}".replace("2026-02-01", day)


def _codes_of_two(repo: Repo, day: date, url: str) -> set[str]:
    repo.add()
    moved = GOOD.replace("2026-02-01", f"{day}").replace("https://example.org/1", url)
    other = repo.add(f"2026/{day}-ma-qa.toml", moved)
    found = _codes(repo)
    other.unlink()
    return found


def _report(number: int, message: str = "a", source: str = "") -> CheckReport:
    rule = RULES[0]
    problem = Problem(rule.code, rule.name, "error", message, "", "p", at(1, 1), (), None, source)
    return CheckReport(1, (problem,) * number)
