"""`coopdb rename` changes names in place, everywhere or nowhere, and git can undo it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.cli import renaming

Run = Callable[..., Result]
TABLES = (
    GOOD.replace('topics = ["artificial-intelligence"]\n', "").replace("2026-02-01", "2026-03-01")
    + """
[[topics]] # the first
topic   =   'cloud'   # as they said
stage = "agreed"

[[documents]]
kind = "mou"
topics = ["5g", "cloud"] # both

[[commitments]]
text = "do"
topics = ["cloud"]
"""
)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-C", root, "-c", "user.name=x", "-c", "user.email=x@x.x", *arguments], check=True, capture_output=True
    )


@pytest.fixture
def tracked(repo: Repo) -> Repo:
    repo.add(
        content=GOOD.replace('"artificial-intelligence"', '"cloud"').replace(
            '"MA"', '"MA"\nname = "Amal I." # she\nrole = "M"'
        )
    )
    repo.add("2026/2026-03-01-ma-qa.toml", TABLES)
    git(repo.root, "init", "-q")
    git(repo.root, "add", "-A")
    git(repo.root, "commit", "-qm", "x")
    return repo


def test_a_topic_is_renamed_in_place(tracked: Repo, coopdb: Run) -> None:
    result = coopdb("rename", "topic", "cloud", "open-source", "--yes")
    assert (result.code, result.out) == (0, "")
    assert "2 files changed; `git checkout -- records` undoes it" in result.err
    after = text_of(tracked.root / "records/2026/2026-03-01-ma-qa.toml")
    assert after == TABLES.replace("'cloud'", '"open-source"').replace('"cloud"', '"open-source"')
    git(tracked.root, "checkout", "--", "records")
    assert text_of(tracked.root / "records/2026/2026-03-01-ma-qa.toml") == TABLES


def test_a_person_is_renamed_in_records_and_own_people(tracked: Repo, coopdb: Run) -> None:
    people = tracked.root / "records/people.toml"
    people.write_text('["Amal I."] # a note\naliases = ["A. I."]\n', encoding="utf-8")
    git(tracked.root, "add", "-A")
    git(tracked.root, "commit", "-qm", "y")
    assert coopdb("rename", "person", "Amal I.", "Amal Idrissi", "--yes").code == 0
    assert 'name = "Amal Idrissi" # she' in text_of(tracked.root / "records/2026/2026-02-01-ma-qa.toml")
    assert text_of(people) == '["Amal Idrissi"] # a note\naliases = ["A. I."]\n'


def test_an_own_topic_is_renamed_with_what_refers_to_it(tracked: Repo, coopdb: Run) -> None:
    topics = tracked.root / "records/topics.toml"
    own = '[ports] # ours\nlabels = { en = "Ports" }\nbroader = "cloud"\n\n'
    own += '[quays]\nlabels = { en = "Quays" }\nbroader = "ports"\n'
    topics.write_text(own, encoding="utf-8")
    text = GOOD.replace("2026-02-01", "2026-04-01").replace("artificial-intelligence", "ports")
    tracked.add("2026/2026-04-01-ma-qa.toml", text)
    git(tracked.root, "add", "-A")
    git(tracked.root, "commit", "-qm", "y")
    assert coopdb("rename", "topic", "ports", "harbours", "--yes").code == 0
    assert text_of(topics) == own.replace("[ports]", "[harbours]").replace('"ports"', '"harbours"')
    assert coopdb("validate").code == 0
    taken = coopdb("rename", "topic", "harbours", "cloud")
    assert (taken.code, "replaced_by" in taken.err) == (2, True)


def test_it_is_shown_first_and_not_written_in_a_pipe(tracked: Repo, coopdb: Run) -> None:
    before = text_of(tracked.root / "records/2026/2026-02-01-ma-qa.toml")
    for arguments in ((), ("--diff",)):
        result = coopdb("rename", "topic", "cloud", "open-source", *arguments)
        assert result.code == 1
        assert '+topics = ["open-source"]' in result.out
        assert text_of(tracked.root / "records/2026/2026-02-01-ma-qa.toml") == before
    assert "add `--yes`" in coopdb("rename", "topic", "cloud", "open-source").err


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_at_a_terminal_it_asks(
    tracked: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    assert tracked
    monkeypatch.setattr(renaming, "is_at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert coopdb("rename", "topic", "cloud", "open-source").code == code


def test_changes_that_are_not_committed_are_not_mixed_in(tracked: Repo, coopdb: Run) -> None:
    path = tracked.root / "records/2026/2026-02-01-ma-qa.toml"
    path.write_text(text_of(path) + "# mine\n", encoding="utf-8")
    result = coopdb("rename", "topic", "cloud", "open-source", "--yes")
    assert (result.code, "git does not know the latest of `records/2026/2026-02-01-ma-qa.toml`" in result.err) == (
        3,
        True,
    )
    assert coopdb("rename", "topic", "cloud", "open-source", "--yes", "--force").code == 0
    assert text_of(path).endswith("# mine\n")


def test_without_git_it_says_so(repo: Repo, coopdb: Run) -> None:
    repo.add()
    assert "there is no git" in coopdb("rename", "topic", "artificial-intelligence", "cloud", "--yes").err


def test_a_record_that_has_both_is_left_alone(repo: Repo, coopdb: Run) -> None:
    both = GOOD.replace('["artificial-intelligence"]', '["artificial-intelligence", "cloud"]')
    path = repo.add(content=both)
    repo.add("2026/2026-03-01-ma-qa.toml", TABLES)
    repo.add("2026/2026-05-01-ma-qa.toml", "title = ")
    result = coopdb("rename", "topic", "cloud", "artificial-intelligence", "--yes")
    assert (result.code, "2026-02-01-ma-qa.toml` is left as it is" in result.err) == (1, True)
    assert text_of(path) == both


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("topic", "cloud", "Cloud!"), "is not a slug", "hyphens"),
        (("topic", "cloud", "clod"), "unknown topic `clod`", "did you mean `cloud`?"),
        (("topic", "cloud", "zzzz-yyy"), "unknown topic", "records/topics.toml"),
        (("topic", "clouds", "open-source"), "no record names `clouds`", ""),
        (("person", "Amal", " "), "is empty", "as records"),
        (("person", "Amal J.", "Amal K."), "no record names `Amal J.`", "did you mean `Amal I.`?"),
    ],
)
def test_what_cannot_be_renamed_is_said(
    tracked: Repo, coopdb: Run, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    assert tracked
    result = coopdb("rename", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert hint in result.err
