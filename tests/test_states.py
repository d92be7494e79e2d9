"""What became of commitments: their status as of a day, in `show`, in questions and over exports."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.record.dates import PartialDate
from coopdb.record.layout import lay_out
from coopdb.record.model import Commitment, Update
from coopdb.record.states import CommitmentState, commitment_state
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.day import as_of
from coopdb.store.star.rows import build_star

Run = Callable[..., Result]
FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 40).map(lambda number: FIRST + timedelta(number))
PARTIAL = st.one_of(DAYS.map(date.isoformat), st.sampled_from(["2026", "2026-01", "2026-02", "2026-01-20~"]))
STATUSES = st.sampled_from(["open", "in-progress", "done", "dropped"])
UPDATES = st.lists(st.tuples(PARTIAL, st.none() | STATUSES), max_size=4)
ID = "2026-01-01-ma-qa"


def commitment(due: str | None, status: str, updates: list[tuple[str, str | None]], closed_by: str = "") -> Commitment:
    return Commitment.model_construct(
        text="share the code",
        due=PartialDate.of(due) if due else None,
        status=status,
        closed_by=closed_by or None,
        updates=tuple(Update.model_construct(date=PartialDate.of(day), status=each) for day, each in updates),
    )


def last_day(text: str) -> str:
    """Return the last possible day, by itself: text is enough."""
    bare = text.rstrip("~")
    return {4: f"{bare}-12-31", 7: f"{bare}-{'31' if bare.endswith('-01') else '28'}"}.get(len(bare), bare)


def naive(status: str, updates: list[tuple[str, str | None]], on: str, closed: str) -> str:
    """Follow the list from its beginning to its end, and keep what stands last in time."""
    best, found = "", ""
    for day, each in updates:
        if each and last_day(day) <= on and last_day(day) >= best:
            best, found = last_day(day), each
    if found:
        return found
    if closed and closed <= on:
        return "done"
    return "open" if updates else status


def record(due: str | None, status: str, updates: list[tuple[str, str | None]], *, closed: bool) -> str:
    text = '\n[[commitments]]\nkey = "code"\ntext = "share the code"\n'
    text += f'status = "{status}"\n' if status != "open" else ""
    text += f'due = "{due}"\n' if due else ""
    text += 'closed_by = "2026-01-15-ma-qa"\n' if closed else ""
    for day, each in updates:
        text += f'\n[[commitments.updates]]\ndate = "{day}"\n' + (f'status = "{each}"\n' if each else "")
    return GOOD.replace("2026-02-01", "2026-01-01") + text


@settings(max_examples=300)
@given(due=st.none() | PARTIAL, status=STATUSES, updates=UPDATES, on=DAYS, closed=st.none() | DAYS)
def test_the_status_of_a_day_is_that_of_the_last_update(
    due: str | None, status: str, updates: list[tuple[str, str | None]], on: date, closed: date | None
) -> None:
    state = commitment_state(commitment(due, status, updates), on, closed)
    expected = naive(status, updates, on.isoformat(), closed.isoformat() if closed else "")
    assert state.status == expected
    is_over = due is not None and last_day(due) < on.isoformat()
    assert state.is_overdue == (is_over and expected in ("open", "in-progress"))


@settings(max_examples=40)
@given(status=STATUSES, updates=UPDATES, on=DAYS, closed=st.booleans())
def test_a_question_has_the_same_status(
    repo: Repo, status: str, updates: list[tuple[str, str | None]], on: date, closed: bool
) -> None:
    repo.add("2026/2026-01-01-ma-qa.toml", record(None, status, updates, closed=closed))
    repo.add("2026/2026-01-15-ma-qa.toml", GOOD.replace("2026-02-01", "2026-01-15"))
    star = as_of(build_star(load(Repository(repo.root))), on.isoformat())
    found = list(star.connection.execute("SELECT state FROM commitments"))
    assert found == [(naive(status, updates, on.isoformat(), "2026-01-15" if closed else ""),)]


@pytest.mark.parametrize(
    ("on", "status", "is_overdue"),
    [("2026-02-28", "open", False), ("2026-03-01", "open", True), ("2026-03-31", "open", True),
     ("2026-04-01", "done", False)],
)  # fmt: skip
def test_the_first_and_the_last_day(on: str, status: str, is_overdue: bool) -> None:
    made = commitment("2026-02", "open", [("2026-04-01", "done")])
    state = commitment_state(made, date.fromisoformat(on))
    assert (state.status, state.is_overdue) == (status, is_overdue)


def test_a_stored_status_is_undated_and_an_update_is_not() -> None:
    day = date(2026, 5, 1)
    assert commitment_state(commitment(None, "done", []), day) == CommitmentState("done", is_undated=True)
    assert commitment_state(commitment(None, "done", [("2027", "dropped")]), day) == CommitmentState("open")
    assert commitment_state(commitment(None, "open", []), day, day) == CommitmentState("done")
    assert commitment_state(commitment(None, "open", []), day, day + timedelta(1)) == CommitmentState("open")
    twice = [("2026-04-01", "done"), ("2026-04-01", "dropped")]
    assert commitment_state(commitment(None, "open", twice), day) == CommitmentState("dropped", "2026-04-01")


@pytest.fixture
def promised(repo: Repo) -> Repo:
    updates: list[tuple[str, str | None]] = [("2026-02-10", "in-progress"), ("2026-04-01", "done")]
    repo.add("2026/2026-01-01-ma-qa.toml", record("2026-03", "open", updates, closed=False))
    return repo


def test_show_tells_the_state_of_a_day(promised: Repo, coopdb: Run) -> None:
    def shown(on: str) -> str:
        return coopdb("show", ID, "--on", on).out

    assert "share the code (#code)\n    due March 2026, open (as of 9 February 2026)\n" in shown("2026-02-09")
    assert "in progress since 10 February 2026 (as of 31 March 2026)" in shown("2026-03-31")
    assert "OVERDUE" not in shown("2026-04-01")
    assert "OVERDUE" not in shown("2026-03-31")
    assert "done since 1 April 2026" in shown("2026-04-01")
    assert "    10 February 2026: in progress\n    1 April 2026: done\n" in shown("2026-02-01")
    wrong = coopdb("show", ID, "--on", "2026")
    assert (wrong.code, "`--on 2026` is not a day" in wrong.err) == (2, True)


def test_what_is_overdue_is_marked(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-01-01-ma-qa.toml", record("2026-03", "open", [("2026-01-05", None)], closed=False))
    assert "OVERDUE" not in coopdb("show", ID, "--on", "2026-03-31").out
    assert "due March 2026, OVERDUE, open (as of 1 April 2026)" in coopdb("show", ID, "--on", "2026-04-01").out
    assert "OVERDUE, open" in coopdb("show", ID, "--on", "2026-04-01", "--format", "markdown").out


def test_show_says_no_state_before_the_meeting(promised: Repo, coopdb: Run) -> None:
    assert "due March 2026\n    10 February 2026: in progress" in coopdb("show", ID, "--on", "2025-12-31").out
    path = promised.root / "records/2026/2026-01-01-ma-qa.toml"
    planned = path.read_text(encoding="utf-8").replace("topics =", 'status = "planned"\ntopics =', 1)
    path.write_text(planned, encoding="utf-8")
    assert "OVERDUE" not in coopdb("show", ID, "--on", "2026-05-01").out


def cells(coopdb: Run, *options: str) -> dict[str, Any]:
    result = coopdb("crosstab", "commitment-status", "--format", "json", *options)
    assert result.code == 0, result.err
    document = json.loads(result.out)
    return dict(zip(document["row_keys"], document["row_totals"], strict=True))


@pytest.mark.parametrize("on", ["2026-02-09", "2026-02-10", "2026-03-31", "2026-04-01"])
def test_questions_are_of_a_day_over_the_cache_and_over_an_export(promised: Repo, coopdb: Run, on: str) -> None:
    expected = "open" if on < "2026-02-10" else "in-progress" if on < "2026-04-01" else "done"
    assert coopdb("export", "parquet", "out", "--force").code == 0
    for _ in range(2):  # without a cache, and with it
        assert cells(coopdb, "--on", on) == {expected: 1}
        assert cells(coopdb, "--on", on, "--count", "commitments") == {expected: 1}
        assert cells(coopdb, "--on", on, "--dataset", "out") == {expected: 1}
    listed = coopdb("search", "--where", f"commitment-status={expected}", "--on", on)
    assert ID in listed.out
    assert f"As of {on}: commitment status." in listed.out
    assert f"As of {on}: commitment status." in coopdb("crosstab", "commitment-status", "--on", on).out
    without = coopdb("search", "--exclude", f"commitment-status={expected}", "--on", on).out
    assert (ID in without, f"As of {on}: commitment status." in without) == (False, True)
    assert "As of" not in coopdb("search", "--on", on).out


def test_commitments_of_a_meeting_to_come_say_nothing(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-01-01-ma-qa.toml", record(None, "done", [], closed=False))
    assert cells(coopdb, "--on", "2025-12-31") == {"(none)": 1}
    assert cells(coopdb, "--on", "2026-01-01") == {"done": 1}


FULL = """
series = "Digital dialogue"
session = 3
next_meeting = "2026-10~"
"""


@pytest.fixture
def full(repo: Repo, coopdb: Run) -> Repo:
    text = record("2026-03", "open", [("2026-02-10", "done")], closed=False).replace("topics =", f"{FULL}topics =", 1)
    text += 'note = "in French"\nrecord = "2026-02-10-ma-qa"\nurl = "https://example.org/u"\n'
    repo.add("2026/2026-01-01-ma-qa.toml", text + '\n[[documents]]\nkey = "memo"\nkind = "mou"\n')
    repo.add("2026/2026-02-10-ma-qa.toml", GOOD.replace("2026-02-01", "2026-02-10").replace("/1", "/2"))
    coopdb("validate", "--fix")
    coopdb("fmt")
    return repo


def test_a_record_with_all_of_them_is_valid_and_laid_out(full: Repo, coopdb: Run) -> None:
    assert coopdb("validate", "--on", "2026-09-01").out == ""
    text = (full.root / "records/2026/2026-01-01-ma-qa.toml").read_text(encoding="utf-8")
    assert "[[commitments.updates]]\ndate = 2026-02-10\nstatus" in text
    assert text.index("[[documents]]") < text.index("[[commitments]]") < text.index("[[commitments.updates]]")
    assert coopdb("fmt", "--check").code == 0
    shown = coopdb("show", ID).out
    assert "10 February 2026: done – in French (2026-02-10-ma-qa, https://example.org/u)" in shown
    assert "memorandum of understanding (#memo)" in shown
    assert lay_out(coopdb("show", ID, "--format", "toml").out) == text


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_they_come_back_from_an_export(full: Repo, coopdb: Run, format: str) -> None:
    assert coopdb("export", format, "out").code == 0
    (full.root / "back/records").mkdir(parents=True)
    assert coopdb("import", "out", "--root", "back").err == "2 records written\n"
    for path in (full.root / "records").rglob("*.toml"):
        assert (full.root / "back" / path.relative_to(full.root)).read_text("utf-8") == path.read_text("utf-8")


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_updates_that_an_export_had_and_lost_are_missed(full: Repo, coopdb: Run, format: str) -> None:
    coopdb("export", format, "out")
    updates = full.root / f"out/commitment_updates.{format}"
    text = updates.read_text(encoding="utf-8")
    (full.root / "back/records").mkdir(parents=True)
    updates.write_text(text.replace("toml#0", "toml#8"), encoding="utf-8")
    assert "`commitment_updates` tells of" in coopdb("import", "out", "--root", "back").err
    updates.unlink()
    result = coopdb("import", "out", "--root", "back")
    assert (result.code, f"`commitment_updates.{format}`" in result.err) == (2, True)
    (full.root / f"out/codebook.{format}").unlink()
    assert coopdb("import", "out", "--root", "back").code == 0


def test_series_is_a_dimension_and_a_filter(full: Repo, coopdb: Run) -> None:
    assert "Digital dialogue" in coopdb("crosstab", "series").out
    assert coopdb("search", "--series", "digital dialogue", "--format", "ids").out == f"{ID}\n"
    assert coopdb("search", "--where", "series=(none)", "--format", "ids").out == "2026-02-10-ma-qa\n"
    assert coopdb("search", "--series", "zzz").code == 2


@pytest.mark.parametrize(
    ("line", "code"),
    [('session = "3"', "K003"), ("session = 0", "K003"), ("session = 10000", "K003"), ("session = true", "K003"),
     ("session = 1", ""), ("session = 9999", ""), ("series = 3", "K003"), ('next_meeting = "soon"', "D001")],
)  # fmt: skip
def test_values_that_cannot_be(repo: Repo, coopdb: Run, line: str, code: str) -> None:
    repo.add(content=GOOD.replace("topics =", f"{line}\ntopics =", 1))
    result = coopdb("validate")
    assert (f"error[{code}]" in result.out) == bool(code), result.out
    assert result.code == (1 if code else 0)


@pytest.mark.parametrize(
    ("key", "is_good"), [("a", True), ("a-2", True), ("2", False), ("A", False), ("a--b", False), ("", False)]
)
def test_a_key_is_a_slug_and_not_a_place(repo: Repo, coopdb: Run, key: str, is_good: bool) -> None:
    repo.add(content=GOOD + f'\n[[commitments]]\nkey = "{key}"\ntext = "share"\n')
    result = coopdb("validate")
    assert (result.code == 0, "error[K004]" in result.out) == (is_good, not is_good), result.out


def test_an_update_with_faults_hides_nothing(repo: Repo, coopdb: Run) -> None:
    updates = '\n[[commitments]]\ntext = "share"\n\n[[commitments.updates]]\nstatus = "doen"\ncolour = 1\nurl = "x"\n'
    repo.add(content=GOOD + updates + '\n[[commitments.updates]]\ndate = 2025-01-01\nrecord = "2020-01-01-ma-qa"\n')
    out = coopdb("validate").out
    for code in ("K001", "K002", "K004", "K007", "D008", "L001"):
        assert f"error[{code}]" in out, out
    scalar = '\n[[commitments]]\ntext = "share"\nupdates = ["done"]\n'
    repo.add(content=GOOD + scalar)
    assert "error[K003]" in coopdb("validate").out


def test_records_without_them_stay_as_they_are(repo: Repo, coopdb: Run, real: Any) -> None:
    assert coopdb("fmt", "--check").code == 0
