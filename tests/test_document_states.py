"""The state of documents as of a day, in `show`, in questions and over exports; their keys out and in again."""

import json
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.record.reading import read
from coopdb.record.states import document_state, replaced
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.day import LATEST, as_of
from coopdb.store.star.engine import Star
from coopdb.store.star.facets import create_facets
from coopdb.store.star.rows import build_star
from coopdb.store.star.tables import create_tables
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
FIRST, SECOND = "2026-01-01-ma-qa", "2026-01-20-ma-qa"
DAYS = st.integers(-5, 430).map(lambda number: date(2026, 1, 1) + timedelta(number))
PARTIAL = st.one_of(
    DAYS.map(date.isoformat),
    st.sampled_from(["2025", "2026", "2025-12", "2026-01", "2026-02", "2026-02~", "2026-12", "2027", "2026-01-20~"]),
)


class Paper(NamedTuple):
    """A document as a test writes it, each day as text."""

    signed: str = ""
    in_force: str = ""
    expires: str = ""
    ended: str = ""
    renewal: str = ""

    def toml(self, more: str = "") -> str:
        lines = [f'{key} = "{value}"' for key, value in self._asdict().items() if value not in ("", "true", "false")]
        lines += [f"signed = {self.signed}"] if self.signed in ("true", "false") else []
        return "\n".join(["", "[[documents]]", 'key = "memo"', 'kind = "mou"', *lines, more, ""])


PAPERS = st.builds(
    Paper,
    signed=st.sampled_from(["", "true", "false"]) | PARTIAL,
    in_force=st.just("") | PARTIAL,
    expires=st.just("") | PARTIAL,
    ended=st.just("") | PARTIAL,
    renewal=st.sampled_from(["", "automatic", "by-agreement", "none"]),
)


def last_day(text: str) -> str:
    """Return the last possible day, by itself: text is enough."""
    bare = text.rstrip("~")
    ends = {"01": "31", "02": "28", "12": "31"}
    return {4: f"{bare}-12-31", 7: f"{bare}-{ends.get(bare[5:], '')}"}.get(len(bare), bare)


def naive(paper: Paper, on: date, *, is_replaced: bool, within: int = 183) -> str:
    """Collect every state that holds, and take the first of the list in the README."""

    def is_over(text: str, day: date = on) -> bool:
        return bool(text) and last_day(text) <= day.isoformat()

    held = {"unknown"}
    held |= {"ended"} if is_over(paper.ended) else set()
    held |= {"replaced"} if is_replaced else set()
    held |= {"in-force"} if is_over(paper.in_force) else set()
    held |= {"unsigned"} if paper.signed == "false" else set()
    held |= {"signed"} if paper.signed == "true" or (paper.signed[:1] == "2" and is_over(paper.signed)) else set()
    if is_over(paper.expires):
        held |= {"expired"} if paper.renewal != "automatic" else set()
    elif is_over(paper.expires, on + timedelta(within)):
        held.add("expiring")
    order = "ended replaced expired expiring in-force signed unsigned unknown"
    return next(each for each in order.split() if each in held)


def at(day: str, status: str) -> str:
    more = "" if status == "held" else f'\nstatus = "{status}"'
    return GOOD.replace("date = 2026-02-01", f"date = {day}{more}")


def first_record(paper: Paper, status: str = "held") -> str:
    return at("2026-01-01", status) + paper.toml()


def second_record(paper: Paper, status: str = "held") -> str:
    return at("2026-01-20", status).replace("org/1", "org/2") + paper.toml(f'replaces = "{FIRST}#memo"')


@settings(max_examples=400)
@given(paper=PAPERS, on=DAYS, is_replaced=st.booleans(), within=st.sampled_from([0, 1, 30, 183, 400]))
def test_the_state_is_the_first_that_holds(paper: Paper, on: date, *, is_replaced: bool, within: int) -> None:
    meeting = read(first_record(paper).encode(), packaged_vocabularies()).meeting
    assert meeting is not None
    state = document_state(meeting.documents[0], on, is_replaced=is_replaced, expiring=within)
    assert state == naive(paper, on, is_replaced=is_replaced, within=within)


@settings(max_examples=60)
@given(
    papers=st.tuples(PAPERS, PAPERS),
    statuses=st.tuples(*[st.sampled_from(["held", "held", "held", "planned"])] * 2),
    on=DAYS,
    within=st.sampled_from([0, 30, 183]),
)
def test_questions_and_functions_say_the_same(
    repo: Repo, papers: tuple[Paper, Paper], statuses: tuple[str, str], on: date, within: int
) -> None:
    repo.add(f"2026/{FIRST}.toml", first_record(papers[0], statuses[0]))
    repo.add(f"2026/{SECOND}.toml", second_record(papers[1], statuses[1]))
    speaks = [
        status == "held" and on.isoformat() >= day
        for status, day in zip(statuses, ("2026-01-01", "2026-01-20"), strict=True)
    ]
    is_replaced = speaks[1] and bool(papers[1].in_force) and last_day(papers[1].in_force) <= on.isoformat()
    expected = [
        naive(papers[0], on, is_replaced=is_replaced, within=within) if speaks[0] else None,
        naive(papers[1], on, is_replaced=False, within=within) if speaks[1] else None,
    ]
    records = load(Repository(repo.root))
    star = as_of(build_star(records), on.isoformat(), within)
    found = list(star.connection.execute("SELECT state FROM documents ORDER BY meeting"))
    assert [state for (state,) in found] == expected
    gone = replaced(((each.id, each.meeting) for each in records.sound), on)
    assert gone == ({f"{FIRST}#memo": SECOND} if is_replaced else {})


@pytest.mark.parametrize(
    ("paper", "on", "state"),
    [
        (Paper(expires="2026-12-31"), "2026-06-30", "unknown"),  # 184 days before
        (Paper(expires="2026-12-31"), "2026-07-01", "expiring"),
        (Paper(expires="2026-12-31"), "2026-12-30", "expiring"),
        (Paper(expires="2026-12-31"), "2026-12-31", "expired"),
        (Paper(expires="2026-12"), "2026-12-30", "expiring"),
        (Paper(expires="2026"), "2026-12-31", "expired"),
        (Paper(in_force="2026-01-02", expires="2026-03-01", renewal="automatic"), "2026-03-01", "in-force"),
        (Paper(in_force="2026-01-02", expires="2026-03-01", renewal="none"), "2026-03-01", "expired"),
        (Paper(in_force="2026-01-02", ended="2026-02-01"), "2026-01-31", "in-force"),
        (Paper(in_force="2026-01-02", ended="2026-02-01"), "2026-02-01", "ended"),
        (Paper(signed="2026-01-10"), "2026-01-09", "unknown"),
        (Paper(signed="2026-01-10"), "2026-01-10", "signed"),
        (Paper(signed="false"), "2026-01-10", "unsigned"),
    ],
)
def test_the_first_and_the_last_day(repo: Repo, coopdb: Run, paper: Paper, on: str, state: str) -> None:
    repo.add(f"2026/{FIRST}.toml", first_record(paper))
    star = as_of(build_star(load(Repository(repo.root))), on)
    assert list(star.connection.execute("SELECT state FROM documents")) == [(state,)]
    assert naive(paper, date.fromisoformat(on), is_replaced=False) == state


def test_the_ends_of_the_calendar_are_days_too(repo: Repo) -> None:
    repo.add(f"2026/{FIRST}.toml", first_record(Paper(expires="2026-12-31")))
    star = build_star(load(Repository(repo.root)))
    assert list(as_of(star, "0001-01-01").connection.execute("SELECT state FROM documents")) == [(None,)]
    assert list(as_of(star, LATEST).connection.execute("SELECT state FROM documents")) == [("expired",)]


def test_what_was_replaced_does_not_come_back(repo: Repo) -> None:
    repo.add(f"2026/{FIRST}.toml", first_record(Paper(in_force="2026-01-02")))
    repo.add(f"2026/{SECOND}.toml", second_record(Paper(in_force="2026-02-01", ended="2026-03-01")))
    star = build_star(load(Repository(repo.root)))
    for day, states in {
        "2026-01-31": ["in-force", "unknown"],
        "2026-02-01": ["replaced", "in-force"],
        "2026-03-01": ["replaced", "ended"],
    }.items():
        found = as_of(star, day).connection.execute("SELECT state FROM documents ORDER BY meeting")
        assert [state for (state,) in found] == states


FULL = """
[[documents]]
key = "treaty"
kind = "treaty"
title = "Treaty on data"
signed = 2026-01-20
in_force = 2026-02-01
expires = "2027"
ended = "2026-11~"
renewal = "by-agreement"
signatories = ["Amal Seghrouchni", "Ali Al-Thani"]
replaces = "2026-01-01-ma-qa#memo"
topics = ["cloud"]
"""


@pytest.fixture
def full(repo: Repo, coopdb: Run) -> Repo:
    repo.add(f"2026/{FIRST}.toml", first_record(Paper(in_force="2026-01-02")))
    text = GOOD.replace("date = 2026-02-01", "date = 2026-01-20").replace("org/1", "org/2")
    for country, name in (("MA", "Amal Seghrouchni"), ("QA", "Ali Al-Thani")):
        text = text.replace(f'country = "{country}"', f'country = "{country}"\nname = "{name}"\nrole = "Minister"')
    before, mark, sources = text.partition("[[sources]]")
    repo.add(f"2026/{SECOND}.toml", f"{before}{FULL.lstrip()}\n{mark}{sources}")
    coopdb("validate", "--fix")
    coopdb("fmt")
    return repo


def test_show_tells_the_state_of_a_day(full: Repo, coopdb: Run) -> None:
    def shown(record_id: str, on: str) -> str:
        return coopdb("show", record_id, "--on", on).out

    assert "in force from 2 January 2026, in force (as of 31 January 2026)" in shown(FIRST, "2026-01-31")
    assert f"in force from 2 January 2026, replaced by {SECOND} (as of 1 February 2026)" in shown(FIRST, "2026-02-01")
    of_treaty = shown(SECOND, "2026-02-01")
    days = "signed 20 January 2026, in force from 1 February 2026, expires 2027, ended about November 2026"
    now = "renewal by agreement, in force (as of 1 February 2026)"
    assert f"treaty: Treaty on data (#treaty)\n    {days}, {now}, Cloud computing\n" in of_treaty
    assert "    signed by Amal Seghrouchni and Ali Al-Thani\n    replaces 2026-01-01-ma-qa#memo\n" in of_treaty
    assert "ended (as of 30 November 2026)" in shown(SECOND, "2026-11-30")
    assert "as of" not in shown(SECOND, "2026-01-19")  # the meeting is still to come


def cells(coopdb: Run, *options: str) -> dict[str, Any]:
    result = coopdb("crosstab", "document-state", "--format", "json", *options)
    assert result.code == 0, result.err
    document = json.loads(result.out)
    return dict(zip(document["row_keys"], document["row_totals"], strict=True))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-01-10", {"in-force": 1, "(none)": 1}),
        ("2026-02-01", {"replaced": 1, "in-force": 1}),
        ("2026-11-30", {"ended": 1, "replaced": 1}),
    ],
)
def test_questions_are_of_a_day(full: Repo, coopdb: Run, on: str, expected: dict[str, int]) -> None:
    assert coopdb("export", "parquet", "out", "--force").code == 0
    for _ in range(2):  # without a cache, and with it
        assert cells(coopdb, "--on", on) == expected
        assert cells(coopdb, "--on", on, "--dataset", "out") == expected
    listed = coopdb("search", "--where", f"document-state={next(iter(expected))}", "--on", on)
    assert (listed.code, f"As of {on}: document state." in listed.out) == (0, True)
    table = coopdb("crosstab", "document-state", "document-kind", "--count", "documents", "--on", on).out
    assert "A document is expiring when it expires within 183 days." in table
    wrong = coopdb("search", "--where", "document-state=in force soon")
    assert (wrong.code, "unknown document state" in wrong.err) == (2, True)


def test_state_and_kind_are_taken_from_one_document(repo: Repo, coopdb: Run) -> None:
    other = '\n[[documents]]\nkind = "treaty"\nended = 2026-01-05\n'
    repo.add(f"2026/{FIRST}.toml", first_record(Paper(in_force="2026-01-02")) + other)
    found = coopdb("crosstab", "document-kind", "document-state", "--on", "2026-02-01", "--format", "csv").out
    assert {line.split(",")[0]: line.split(",")[2:4] for line in found.splitlines()[1:3]} == {
        "mou": ["0", "1"],
        "treaty": ["1", "0"],
    }
    both = ("search", "--where", "document-kind=treaty", "--where", "document-state=in-force", "--on", "2026-02-01")
    assert coopdb(*both, "--format", "ids").out == ""


def test_a_full_document_is_valid_and_laid_out(full: Repo, coopdb: Run) -> None:
    assert coopdb("validate").out == ""
    assert coopdb("fmt", "--check").code == 0


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_they_come_back_from_an_export(full: Repo, coopdb: Run, format: str) -> None:
    assert coopdb("export", format, "out").code == 0
    (full.root / "back/records").mkdir(parents=True)
    assert coopdb("import", "out", "--root", "back").err == "2 records written\n"
    for path in (full.root / "records").rglob("*.toml"):
        assert (full.root / "back" / path.relative_to(full.root)).read_text("utf-8") == path.read_text("utf-8")


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_signatories_that_an_export_had_and_lost_are_missed(full: Repo, coopdb: Run, format: str) -> None:
    coopdb("export", format, "out")
    (full.root / "back/records").mkdir(parents=True)
    table = full.root / f"out/document_signatories.{format}"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("toml#0", "toml#8"), encoding="utf-8")
    assert "`document_signatories` tells of" in coopdb("import", "out", "--root", "back").err
    table.unlink()
    result = coopdb("import", "out", "--root", "back")
    assert (result.code, f"`document_signatories.{format}`" in result.err) == (2, True)
    (full.root / f"out/codebook.{format}").unlink()
    assert coopdb("import", "out", "--root", "back").code == 0


def test_what_it_replaces_follows_a_move(full: Repo, coopdb: Run) -> None:
    assert coopdb("move", FIRST, "2026-01-02").code == 0
    text = (full.root / f"records/2026/{SECOND}.toml").read_text(encoding="utf-8")
    assert 'replaces = "2026-01-02-ma-qa#memo"' in text
    assert coopdb("validate", "--select", "L").out == ""


def test_a_signatory_is_renamed_with_the_person(full: Repo, coopdb: Run) -> None:
    assert coopdb("rename", "person", "Amal Seghrouchni", "Amal El Fallah", "--yes").code == 0
    text = (full.root / f"records/2026/{SECOND}.toml").read_text(encoding="utf-8")
    assert 'signatories = ["Amal El Fallah", "Ali Al-Thani"]' in text


@pytest.mark.parametrize(
    ("line", "code"),
    [('renewal = "yearly"', "K004"), ('expires = "soon"', "D001"), ("signatories = [3]", "K003"),
     ("replaces = 3", "K003"), ('signatories = "Amal"', "K003"), ('in_force = "2026"', ""), ("ended = 2026-03-01", "")],
)  # fmt: skip
def test_values_that_cannot_be(repo: Repo, coopdb: Run, line: str, code: str) -> None:
    repo.add(content=f'{GOOD}\n[[documents]]\nkind = "mou"\n{line}\n')
    result = coopdb("validate")
    assert (f"error[{code}]" in result.out) == bool(code), result.out
    assert result.code == (1 if code else 0)


@pytest.mark.parametrize(
    ("in_force", "expires", "is_found"),
    [
        ("2026-03-02", "2026-03-01", True),
        ("2026-03-01", "2026-03-01", False),
        ("2026-03-01", "2026-02", True),
        ("2026-02-28", "2026-02", False),
        ("2026-03~", "2026-02-28", True),
        ("2026", "2025-12-31", True),
        ("2026", "2026-01-01", False),
    ],
)
def test_a_document_does_not_expire_before_it_is_in_force(
    repo: Repo, coopdb: Run, in_force: str, expires: str, *, is_found: bool
) -> None:
    repo.add(f"2026/{FIRST}.toml", first_record(Paper(in_force=in_force, expires=expires)))
    assert ("[D010]" in coopdb("validate").out) is is_found


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (f"{FIRST}#memo", ""),
        (FIRST, f"`{FIRST}` names no document"),
        (f"{FIRST}#", f"`{FIRST}` names no document"),
        (f"{FIRST}#code", "has no document with the key `code`"),  # a commitment's
        (f"{FIRST}#2", "has no document with the key `2`"),  # a position
        ("2026-01-02-ma-qa#memo", "no record has the id `2026-01-02-ma-qa`"),
        (f"{SECOND}#memo", "the document is said to replace itself"),
        (f"{SECOND}#other", ""),  # of the same meeting
        ("2026-01-21-ma-qa#memo", "`2026-01-21-ma-qa` is of 2026-01-21, after this meeting"),
        ("2026-01-20-ma-qa-x#memo", ""),  # of the same day
        ("2026-ma-qa#memo", ""),  # perhaps earlier
        ("2026-01-02-ma-qa-x#memo", ""),  # its documents have faults of their own
    ],
)
def test_what_a_document_replaces_is_there_and_not_later(repo: Repo, coopdb: Run, target: str, message: str) -> None:
    commitment = '\n[[commitments]]\nkey = "code"\ntext = "share the code"\n'
    repo.add(f"2026/{FIRST}.toml", first_record(Paper()) + commitment)
    repo.add("2026/2026-01-21-ma-qa.toml", at("2026-01-21", "held").replace("org/1", "org/3") + Paper().toml())
    repo.add("2026/2026-01-20-ma-qa-x.toml", at("2026-01-20", "held").replace("org/1", "org/4") + Paper().toml())
    repo.add("2026/2026-ma-qa.toml", at('"2026"', "held").replace("org/1", "org/5") + Paper().toml())
    broken = Paper().toml().replace('"memo"', "3")
    repo.add("2026/2026-01-02-ma-qa-x.toml", at("2026-01-02", "held").replace("org/1", "org/6") + broken)
    other = '\n[[documents]]\nkey = "other"\nkind = "mou"\n'
    text = second_record(Paper()).replace(f'replaces = "{FIRST}#memo"', f'replaces = "{target}"')
    repo.add(f"2026/{SECOND}.toml", text + other)
    out = coopdb("validate", "--select", "L005").out
    assert (message in out) if message else "L005" not in out, out


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Ali Al-Thani", None),
        ("AL THANI, Ali", None),
        ("Ali al thani", None),
        ("Ali Al-Than", "Ali Al-Thani"),
        ("Zoé", ""),
        ("A. Althani", None),  # people.toml knows
    ],
)
def test_a_signatory_is_a_participant_in_any_spelling(repo: Repo, coopdb: Run, name: str, near: str | None) -> None:
    repo.add("people.toml", '["Ali Al-Thani"]\naliases = ["A. Althani"]\n')
    text = GOOD.replace('country = "QA"', 'country = "QA"\nname = "Ali Al-Thani"\nrole = "Minister"')
    repo.add(content=f'{text}\n[[documents]]\nkind = "mou"\nsignatories = ["{name}"]\n')
    out = coopdb("validate", "--select", "P006").out
    assert ("[P006]" in out) is (near is not None), out
    assert not near or f"did you mean `{near}`?" in out


def test_a_record_without_sound_names_is_not_judged(repo: Repo, coopdb: Run) -> None:
    text = GOOD.replace('country = "QA"', 'country = "QA"\nname = 3')
    repo.add(content=f'{text}\n[[documents]]\nkind = "mou"\nsignatories = ["Ali"]\n')
    assert "[P006]" not in coopdb("validate").out


@pytest.mark.parametrize("table", ["documents", "commitments"])
def test_states_of_four_times_as_many_take_four_times_as_long(table: str) -> None:
    few, many = (steps_of_states(number, table) for number in (250, 1_000))
    assert many < 6 * few


def steps_of_states(number: int, table: str) -> int:
    """Count the steps, in hundreds, that SQLite takes for the states of so many meetings with a document each."""
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    create_facets(connection)
    for each in range(number):
        meeting = "INSERT INTO meetings (meeting, id, status, earliest, draft) VALUES (?, ?, 'held', '2020', 0)"
        connection.execute(meeting, (each, f"r{each}"))
        document = (
            "INSERT INTO documents (meeting, document, key, in_force, replaces) VALUES (?, 'p#0', 'k', '2020', ?)"
        )
        connection.execute(document, (each, f"r{each - 1}#k"))
        connection.execute("INSERT INTO commitments (meeting, commitment) VALUES (?, 'p#0')", (each,))
    star = as_of(Star(connection, packaged_vocabularies), "2026-01-01")
    steps = [0]
    connection.set_progress_handler(lambda: steps.__setitem__(0, steps[0] + 1), 100)
    assert len(list(star.connection.execute(f"SELECT state FROM {table} WHERE state IS NOT NULL"))) == number  # noqa: S608  # our own names
    return steps[0]
