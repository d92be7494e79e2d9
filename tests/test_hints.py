"""A hint that says what to write is right: it is another value, and with it the problem is gone."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from breaking import Broken, repository
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.check.cures import edits_for
from coopdb.check.problem import Problem, Rename
from coopdb.check.runner import check
from coopdb.record import toml
from coopdb.record.edits import Edit, edit

Run = Callable[..., Result]
TODAY = date(2026, 11, 26)
SAYS = re.compile(r"(?:write|did you mean) `([^`]*)`(?: without quotes)?\\??")
KEYS = ("K002", "V007")  # found at a key
AS_TOML = ("K003", "K005")


def followed(broken: Broken, problem: Problem, wanted: str) -> Broken:
    """Return a repository in which a hint has been followed."""
    text = broken.texts[problem.path]
    if problem.code in KEYS or problem.route[:1] == ("severity",):
        edits = edits_for(Rename(wanted), problem.route, problem.span, text)
    else:
        edits = (Edit(problem.span, wanted if problem.code in AS_TOML else toml.value(wanted)),)
    return Broken({**broken.texts, problem.path: edit(text, edits)})


def places(broken: Broken) -> list[tuple[str, object, str]]:
    return [(each.code, each.route, each.path) for each in check(broken.records(), TODAY).problems]


@settings(max_examples=20)
@given(st.integers(0, 1 << 30))
def test_what_a_hint_says_to_write_removes_the_problem(seed: int) -> None:
    broken = repository(seed)
    before = places(broken)
    for problem in check(broken.records(), TODAY).problems:
        said = SAYS.fullmatch(problem.hint)
        if said:
            assert not problem.message.startswith((f"`{said[1]}`", f"unknown key `{said[1]}`")), problem
            after = places(followed(broken, problem, said[1]))
            assert "F004" not in {code for code, _, path in after if path == problem.path}, problem
            assert after.count(place := (problem.code, problem.route, problem.path)) < before.count(place), problem


def concise(coopdb: Run, *arguments: str) -> list[str]:
    return [line.partition(": ")[2] for line in coopdb("validate", "--format", "concise", *arguments).out.splitlines()]


@pytest.mark.parametrize(("status", "said"), [('status = "held"\n', "change it to"), ("", "add")])
def test_what_is_there_is_changed_and_what_is_not_is_added(repo: Repo, coopdb: Run, status: str, said: str) -> None:
    repo.add("2035/2035-02-01-ma-qa.toml", GOOD.replace("2026", "2035").replace("date", f"{status}date", 1))
    assert f'({said} `status = "planned"`)' in concise(coopdb, "--select", "D003")[0]


def test_a_whole_day_in_quotes_is_told_from_one_without(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace("2026-02-01", '"2026-02-01"'))
    assert concise(coopdb) == ["K005 a whole day in quotes (write `2026-02-01` without quotes)"]


@pytest.mark.parametrize("link", ['related = ["2026-02-01-ma-qa"]', 'closed_by = "2026-02-01-ma-qa"'])
def test_a_record_does_not_name_itself(repo: Repo, coopdb: Run, link: str) -> None:
    text = f"{link}\n{GOOD}" if "related" in link else f'{GOOD}[[commitments]]\ntext = "t"\n{link}\n'
    repo.add(content=text)
    key = link.partition(" ")[0]
    assert concise(coopdb) == [f"L002 `{key}` names this record itself (name another record, or leave it out)"]


def test_neither_the_record_itself_nor_what_it_names_already_is_offered(repo: Repo, coopdb: Run) -> None:
    repo.add(content=f'related = ["2026-02-01-ma-qu"]\n{GOOD}')
    assert concise(coopdb, "--select", "L") == ["L001 no record has the id `2026-02-01-ma-qu`"]
    repo.add("2026/2026-02-01-ma-qa-b.toml", GOOD)
    assert "(did you mean `2026-02-01-ma-qa-b`?)" in concise(coopdb, "--select", "L")[0]


def test_a_slug_is_offered_where_one_is_wanted(repo: Repo, coopdb: Run) -> None:
    text = GOOD.replace('"artificial-intelligence"', '"cybre-security"').replace("MA", "Marocco")
    repo.add(content=text.replace('country = "QA"', 'organization = "UNIDDO"'))
    hints = [line.rpartition("(")[2] for line in concise(coopdb, "--select", "V")]
    assert hints == ["did you mean `cybersecurity`?)", "did you mean `Morocco`?)", "did you mean `unido`?)"]


def test_a_country_that_would_be_ambiguous_on_the_day_is_offered_by_its_codes(repo: Repo, coopdb: Run) -> None:
    repo.add("1975/1975-02-01-ma-qa.toml", GOOD.replace("2026", "1975").replace('"MA"', '"Germanny"'))
    assert "did you mean `D" in concise(coopdb, "--select", "V")[0]


def test_topics_that_would_lead_back_or_stand_twice_are_not_offered(repo: Repo, coopdb: Run) -> None:
    repo.add()
    own = '[harbours]\nbroader = "harbour"\n["Harbours"]\n[harbour-works]\nbroader = "harbours"\n'
    (repo.root / "records/topics.toml").write_text(own, encoding="utf-8")
    said = concise(coopdb, "--select", "V006,V007")
    assert not any("did you mean `harbour" in line for line in said)
    assert any("`harbours` stands here already" in line for line in said)


def test_a_rule_that_may_not_be_waived_is_not_offered(repo: Repo, coopdb: Run) -> None:
    repo.add(content=f'{GOOD}[[waivers]]\ncode = "V00O1"\nreason = "r"\n')
    assert not any("did you mean `V" in line for line in concise(coopdb, "--select", "W001"))


def test_many_records_of_a_day_are_told_of_once_each(repo: Repo, coopdb: Run) -> None:
    for number in range(500):
        repo.add(f"2026/2026-02-01-ma-qa-{number:03}.toml")
    lines = coopdb("validate", "--format", "concise", "--select", "R001").out.splitlines()
    assert len(lines) == len({line.partition(":")[0] for line in lines}) == 500


DOCUMENT = '[[documents]]\nkind = "mou"\ntitle = "{}"\n'


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        (GOOD, GOOD, True),
        (GOOD, GOOD.replace("Morocco and Qatar", "QATAR and Morocco"), True),
        (GOOD, GOOD.replace("talk about", "sign on"), False),
        (GOOD, GOOD.replace('"MA"', '"MA"\nname = "Amal"\nrole = "R"'), False),
        (GOOD + DOCUMENT.format("A"), GOOD + DOCUMENT.format("B"), False),
        (GOOD + DOCUMENT.format("A"), GOOD + DOCUMENT.format("a"), True),
        (GOOD, GOOD.replace("01\n", "04\n"), True),
        (GOOD, GOOD.replace("01\n", "05\n").replace("/1", "/2"), False),
    ],
)
def test_two_meetings_that_differ_are_two(repo: Repo, coopdb: Run, one: str, other: str, *, is_found: bool) -> None:
    repo.add("2026/2026-02-01-ma-qa-a.toml", one)
    repo.add("2026/2026-02-01-ma-qa-b.toml", other)
    assert len(concise(coopdb, "--select", "R001")) == (2 if is_found else 0)


def test_of_three_records_the_two_that_do_not_know_of_each_other_are_named(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa-a.toml")
    repo.add("2026/2026-02-01-ma-qa-b.toml", 'related = ["2026-02-01-ma-qa-a", "2026-02-01-ma-qa-c"]\n' + GOOD)
    repo.add("2026/2026-02-01-ma-qa-c.toml")
    lines = coopdb("validate", "--format", "concise", "--select", "R001").out.splitlines()
    assert len(lines) == 2
    assert "`2026-02-01-ma-qa-c`" in lines[0]
    assert "`2026-02-01-ma-qa-a`" in lines[1]


def test_each_pair_of_near_records_is_found(repo: Repo, coopdb: Run) -> None:
    for number, day in enumerate(("02-01", "02-04", "06-01", "06-02", "09-01")):
        text = GOOD.replace("02-01", day).replace("/1", f"/{number}")
        repo.add(f"2026/2026-{day}-ma-qa.toml", text)
    named = [line.split("`")[1] for line in concise(coopdb, "--select", "R001")]
    assert named == ["2026-02-04-ma-qa", "2026-02-01-ma-qa", "2026-06-02-ma-qa", "2026-06-01-ma-qa"]
