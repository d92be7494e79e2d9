"""`coopdb move` gives a meeting another day: file, references and calendar follow, and nothing else changes."""

import difflib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.author.moving import move
from coopdb.check.references import following
from coopdb.record import toml
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
PLANNED = (
    GOOD.replace("date = 2026-02-01\n", 'date = 2030-02-01 # when\nend_date = 2030-02-03\nstatus = "planned" # s\n')
    .replace('"artificial-intelligence"]', '"artificial-intelligence",\n  "5g", # fast\n]')
    .replace('country = "MA"', 'country   =   "MA" # host\n# name = "?"\n')
)
OLD, NEW = "2030-02-01-ma-qa", "2030-03-05-ma-qa"
LINKS = f"""
[[commitments]]
text = "do"
closed_by = '{OLD}' # it
"""


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def add(repo: Repo, record_id: str = OLD, text: str = PLANNED) -> Path:
    return repo.add(f"{record_id[:4]}/{record_id}.toml", text)


def calendar(coopdb: Run, root: Path) -> dict[str, str]:
    """Return the sequence of each event in the calendar, by its UID."""
    assert coopdb("export", "ics", str(root / "c.ics"), "--force").code == 0
    lines = (root / "c.ics").read_text(encoding="utf-8").splitlines()
    uids = [line.removeprefix("UID:") for line in lines if line.startswith("UID:")]
    return dict(
        zip(uids, [line.removeprefix("SEQUENCE:") for line in lines if line.startswith("SEQUENCE:")], strict=True)
    )


def test_a_planned_meeting_moves_with_its_file_and_old_day(repo: Repo, coopdb: Run) -> None:
    path = add(repo)
    result = coopdb("move", "2030-02", "2030-03-05")
    assert (result.code, path.exists()) == (0, False)
    assert result.out == (
        f"records/2030/{NEW}.toml: date 2030-02-01 → 2030-03-05, end_date 2030-02-03 → 2030-03-07, "
        f"2030-02-01 is in previous_dates, was {OLD}\n"
    )
    expected = PLANNED.replace("2030-02-01", "2030-03-05").replace("2030-02-03", "2030-03-07")
    expected = expected.replace('"planned" # s\n', '"planned" # s\nprevious_dates = [2030-02-01]\n')
    assert text_of(repo.root / f"records/2030/{NEW}.toml") == expected
    assert coopdb("validate").code == 0


def test_every_reference_follows(repo: Repo, coopdb: Run) -> None:
    add(repo)
    links = f'related = [ "{OLD}" ] # r\n' + GOOD.replace("2026-02-01", "2026-02-02") + LINKS
    later = f'follows = [\n  "{OLD}", # f\n]\n' + GOOD.replace("2026-02-01", "2031-01-01") + 'kind = "press"\n'
    later = later.replace("2031-01-01", '2031-01-01\nstatus = "planned"')
    paths = (repo.add("2026/2026-02-02-ma-qa.toml", links), repo.add("2031/2031-01-01-ma-qa.toml", later))
    result = coopdb("move", OLD, "2030-03-05")
    assert (result.code, "references in 2 other records follow" in result.out) == (0, True)
    assert text_of(paths[0]) == links.replace(f'"{OLD}"', f'"{NEW}"').replace(f"'{OLD}'", f'"{NEW}"')
    assert text_of(paths[1]) == later.replace(OLD, NEW)
    assert coopdb("validate", "--select", "L").code == 0


def test_references_follow_wherever_they_stand_and_with_a_key_behind_them() -> None:
    text = f"""\
title = "{OLD}" # not one
replaces = "{OLD}#mou"
x = [{{ record = "{OLD}" }}]
[[commitments]]
closed_by = "2030-02-01-ma-qa-2"
[[commitments.updates]]
record = "\\u0032030-02-01-ma-qa" # escaped
[[documents]]
replaces = ["{OLD}#a", 'other#b']
"""
    after = following(text, {OLD: NEW})
    assert after == text.replace(f'"{OLD}#', f'"{NEW}#').replace(f'record = "{OLD}"', f'record = "{NEW}"').replace(
        "\\u0032030-02-01-ma-qa", NEW
    )
    assert following('title = "\\t"\n', {OLD: NEW}) == 'title = "\\t"\n'
    assert following("title = 1\n", {OLD: NEW}) == "title = 1\n"


@pytest.mark.parametrize("is_taken", [False, True])
def test_the_calendar_knows_it_again(repo: Repo, coopdb: Run, is_taken: bool) -> None:
    add(repo)
    if is_taken:
        add(repo, NEW, PLANNED.replace("2030-02-0", "2030-03-0").replace("-03-01", "-03-05").replace("org/1", "org/2")
            .replace("2030-03-03", "2030-03-07"))  # fmt: skip
    before = calendar(coopdb, repo.root)
    assert coopdb("move", OLD, "2030-03-05").code == 0
    moved = f"{NEW}-2" if is_taken else NEW
    assert (repo.root / f"records/2030/{moved}.toml").exists()
    after = calendar(coopdb, repo.root)
    assert after.keys() == before.keys()
    assert (before[f"{OLD}@coopdb"], after[f"{OLD}@coopdb"]) == ("0", "1")
    assert coopdb("move", moved, "2030-02-01").code == 0  # and back
    back = calendar(coopdb, repo.root)
    assert (back.keys(), back[f"{OLD}@coopdb"]) == (before.keys(), "2")
    assert coopdb("validate", "--strict", "--ignore", "R001").code == 0


def test_a_held_meeting_is_only_corrected(repo: Repo, coopdb: Run) -> None:
    repo.add()
    assert coopdb("move", "2026", "2026-01~").code == 0
    after = text_of(repo.root / "records/2026/2026-01-ma-qa.toml")
    assert after == GOOD.replace("2026-02-01", '"2026-01~"')


def test_another_status_goes_with_it(repo: Repo, coopdb: Run) -> None:
    add(repo, text=PLANNED.replace('"planned" # s', '"postponed"'))
    assert coopdb("move", OLD, "2031", "--status", "planned").code == 1  # it would end before it begins
    path = repo.root / "records/2031/2031-ma-qa.toml"
    assert not path.exists()
    add(repo, text=PLANNED.replace("end_date = 2030-02-03\n", ""))
    assert coopdb("move", OLD, "2031", "--status", "cancelled").code == 0
    assert 'date = "2031" # when\nstatus = "cancelled" # s\nprevious_dates = [2030-02-01]\n' in text_of(path)
    assert "status cancelled → planned" in coopdb("move", "2031", "2031", "--status", "planned").out


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_it_can_be_looked_at_first(repo: Repo, coopdb: Run, option: str) -> None:
    path = add(repo)
    result = coopdb("move", OLD, "2030-03-05", option)
    assert (result.code, path.exists(), text_of(path)) == (int(option == "--diff"), True, PLANNED)
    assert (f"rename to records/2030/{NEW}.toml" in result.out) == (option == "--diff")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((OLD, "05.03.2030"), "`05.03.2030` may be 5 March 2030 or 3 May 2030"),
        ((OLD, "2030-02-30"), "there is no 30 February 2030\n  help: February 2030 has 28 days"),
        ((OLD, "2030-02-01"), f"`{OLD}` is on 2030-02-01 already"),
        ((OLD, "2030-02-01", "--status", "planned"), "already"),
        (("2029", "2030-02-01"), "no record has the id `2029`"),
        (("2026", "2030-02-01"), "2 files have the id `2026-02-01-ma-qa`"),
    ],
)
def test_what_cannot_be_moved_is_said(repo: Repo, coopdb: Run, arguments: tuple[str, ...], message: str) -> None:
    path = add(repo)
    repo.add()
    repo.add("2025/2026-02-01-ma-qa.toml")
    result = coopdb("move", *arguments)
    assert (result.code, result.out, message in result.err) == (2, "", True)
    assert text_of(path) == PLANNED


def test_nothing_is_written_that_is_not_valid(repo: Repo, coopdb: Run) -> None:
    path = add(repo)
    result = coopdb("move", OLD, "2030-03-05", "--status", "plannd")
    assert (result.code, text_of(path)) == (1, PLANNED)
    assert ("`planned`" in result.err, "nothing was written" in result.err) == (True, True)


def test_a_file_in_a_wrong_folder_moves_to_the_year(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2027-01-05-ma-qa.toml", PLANNED.replace("2030-02-0", "2026-12-0"))
    result = coopdb("move", "2027", "2027-01-05")
    assert (result.code, "was records/2026/2027-01-05-ma-qa.toml" in result.out) == (0, True)
    assert (repo.root / "records/2027/2027-01-05-ma-qa.toml").exists()


DAYS = st.dates(date(2027, 1, 1), date(2040, 1, 1)).map(str) | st.sampled_from(["2027", "2031-05~", "2040-01-01~"])
COMMENTS = st.sampled_from(["", "# c\n", "\n", "# topics = 1\n\n", "\n# à\n", "#\n\n#\n"])


@settings(max_examples=60)
@given(st.lists(COMMENTS, min_size=20, max_size=20), st.lists(DAYS, max_size=3), DAYS, st.booleans())
def test_only_the_lines_concerned_differ(
    tmp_path_factory: pytest.TempPathFactory, comments: list[str], previous: list[str], to: str, is_crlf: bool
) -> None:
    repo = Repo(tmp_path_factory.mktemp("r"))
    plain = PLANNED.replace("end_date = 2030-02-03\n", f"previous_dates = {previous}\n" if previous else "")
    lines = plain.replace("'", '"').splitlines(keepends=True)
    inserted = (f"{comment}{line}" for line, comment in zip(lines, [*comments, *[""] * 20], strict=False))
    text = "".join(inserted)
    text = text.replace("\n", "\r\n") if is_crlf else text
    add(repo, text=text)
    records = load(Repository(repo.root))
    after = move(records, OLD, to, None, date(2026, 1, 1)).changes[0].after
    data = toml.parse(text)
    assert isinstance(data, dict)
    said = toml.parse(after)
    assert isinstance(said, dict)
    assert [*previous, "2030-02-01"] == list(map(str, said["previous_dates"]))
    assert {**data, "date": 0, "previous_dates": 0} == {**said, "date": 0, "previous_dates": 0}
    changed = [line for line in difflib.ndiff(text.split("\n"), after.split("\n")) if line[0] in "+-"]
    assert {line[2:].partition(" ")[0] for line in changed} <= {"date", "previous_dates"}
    assert len(changed) <= 4


def test_a_fix_that_renames_a_file_says_so(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-03-01-ma-qa.toml")
    said = coopdb("validate", "--fix").err
    assert "`records/2026/2026-03-01-ma-qa.toml` is now `records/2026/2026-02-01-ma-qa.toml`\n1 file fixed" in said
    assert "is now" not in coopdb("validate", "--fix").err


@pytest.mark.parametrize(
    ("name", "status", "previous", "now"),
    [
        ("2030-01-15-ma-qa", "planned", "", "[2030-01-15]"),
        ("2030-01-15-ma-qa", "postponed", "", "[2030-01-15]"),
        ("2030-01-ma-qa", "planned", "", '["2030-01"]'),
        ("2030-01-15-ma-qa", "planned", "[2029-12-01]", "[2029-12-01, 2030-01-15]"),
        ("2030-01-15-ma-qa", "planned", "[2030-01-15]", "[2030-01-15]"),
        ("2030-01-15-ma-qa", "planned", "[2030-01-15, 2029-12-01]", "[2030-01-15, 2029-12-01, 2030-01-15]"),
        ("2030-01-15-ma-qa", "cancelled", "", ""),
        ("2030-13-15-ma-qa", "planned", "", ""),
        ("maroc-qatar", "planned", "", ""),
        ("2030-02-01-ma-fr", "planned", "", ""),
    ],
)
def test_a_fix_that_renames_a_planned_meeting_notes_its_former_day(
    repo: Repo, coopdb: Run, name: str, status: str, previous: str, now: str
) -> None:
    text = GOOD.replace("2026-02-01", f'2030-02-01 # when\nstatus = "{status}" # s')
    before = text.replace("# s\n", f"# s\nprevious_dates = {previous} # p\n") if previous else text
    repo.add(f"2030/{name}.toml", before)
    other = repo.add(content=f'related = ["{name}"]\n{GOOD}')
    said = coopdb("validate", "--fix").err
    after = text.replace("# s\n", f"# s\nprevious_dates = {now}{' # p' * bool(previous)}\n") if now else text
    assert text_of(repo.root / "records/2030/2030-02-01-ma-qa.toml") == after
    day = name.removesuffix("-ma-qa")
    assert (f"`records/2030/2030-02-01-ma-qa.toml`, and {day} is in previous_dates\n" in said) == (now != previous)
    assert 'related = ["2030-02-01-ma-qa"]' in text_of(other)
    assert "fixed" not in coopdb("validate", "--fix").err


@pytest.mark.parametrize(
    ("word", "command"),
    [("open", "edit"), ("done", "close"), ("Postpone", "move"), ("next", "follow"), ("check", "validate")],
)
def test_another_word_for_a_command_names_the_command(coopdb: Run, word: str, command: str) -> None:
    result = coopdb(word)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"error: there is no command `{word}`\n  help: did you mean `coopdb {command}`?\n"


def test_a_slip_names_the_command_and_nonsense_none(coopdb: Run) -> None:
    assert "Did you mean 'move'" in coopdb("moev").err
    assert "mean" not in coopdb("xyzzy").err
    assert coopdb("edit", "--help").code == 0
