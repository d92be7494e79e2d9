"""`coopdb fmt`: what it refuses, which comments go where, and what of a file stays as it is."""

import os
import subprocess
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from breaking import record
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.check import formatting
from coopdb.check.formatting import lay_out_files
from coopdb.parallel.processes import LostError
from coopdb.record.layout import LayoutError, lay_out
from coopdb.record.statements import pieces, statements
from coopdb.store.files.repository import Repository
from coopdb.store.files.writing import why_not_replaced

Run = Callable[..., Result]
COMMENTED = """\
title = "Talks"
date = 2026-02-01
topics = ["cloud"]
# level = "ministerial"

[[participants]]
country = "MA"
name = "A B"
role = "Envoy"
# institution = "to be checked"

[venue]
city = "Doha"
# country = "QA"

# the second party, whose name
# nobody wrote down
[[participants]]
country = "QA"
# name = "unknown"
[[sources]]
url = "https://example.org/1"
# archive = "todo"
#   "more",

# [[commitments]]
# text = "none yet"
[[documents]]
kind = "mou"

# the end
"""


def tables(text: str) -> Iterator[tuple[str, str]]:
    """Yield every pair that is commented out, with the header that it stands below and that table's first line."""
    header = ""
    for line in text.splitlines():
        header = line if line.startswith("[") else header
        if line.startswith("# ") and "=" in line:
            yield header, line


def test_what_is_commented_out_stays_in_its_table(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=COMMENTED)
    assert coopdb("fmt").code == 0
    after = path.read_text(encoding="utf-8")
    assert sorted(tables(after)) == sorted(tables(COMMENTED))
    assert after.index("[venue]") < after.index('# country = "QA"') < after.index("[[participants]]")
    assert '\n\n# the second party, whose name\n# nobody wrote down\n[[participants]]\ncountry = "QA"\n' in after
    assert after.endswith('# [[commitments]]\n# text = "none yet"\n\n# the end\n')
    assert coopdb("fmt", "--check").code == 0


NAMES = st.sampled_from(["venue", "participants", "documents", "commitments", "sources"])


@st.composite
def laid_apart(draw: st.DrawFn) -> str:
    """Draw tables in any order, with comments that name the table they are in, and some above headers."""
    lines = ['title = "t"', '# key = "top"']
    venue = False
    for number, name in enumerate(draw(st.lists(NAMES, max_size=6))):
        if name == "venue" and venue:
            continue
        venue |= name == "venue"
        lines += draw(st.sampled_from([[], [""], ["", ""]]))
        lines += draw(st.sampled_from([[], [f"# above {number}"]]))
        lines += [f"[{name}]" if name == "venue" else f"[[{name}]]"]
        for place in range(draw(st.integers(0, 3))):
            pair = f'{"abc"[place]} = "{number}"'
            lines += draw(st.sampled_from([[pair], [f"# {pair}"], [pair, "", f"# {pair}"], [f"# on {number}", pair]]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end]))


@settings(max_examples=200)
@given(laid_apart())
def test_each_comment_stays_in_its_table_and_each_line_end_is_kept(text: str) -> None:
    after = lay_out(text)
    assert tomllib.loads(after) == tomllib.loads(text)
    assert lay_out(after) == after
    assert after.count("\r\n") == (after.count("\n") if "\r\n" in text else 0)
    lines, before = after.splitlines(), text.splitlines()
    assert Counter(line for line in lines if "#" in line) == Counter(line for line in before if "#" in line)
    assert sorted(tables(after)) == sorted(tables(text))
    heads = {one: other for one, other in pairwise(before) if one.startswith("# above")}
    assert all(lines[lines.index(one) + 1] == other for one, other in heads.items())


@settings(max_examples=60)
@given(st.integers(0, 1 << 30))
def test_broken_records_are_laid_out_once_and_say_the_same(seed: int) -> None:
    text = record(Random(seed), 0.3)  # noqa: S311  # the same each time
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(LayoutError):
            lay_out(text)
        return
    once = lay_out(text)
    assert tomllib.loads(once) == before
    assert lay_out(once) == once
    assert Counter(line.strip() for line in once.splitlines() if line.strip().startswith("#")) == Counter(
        line.strip() for line in text.splitlines() if line.strip().startswith("#")
    )
    slow = [
        (each.key, each.value, each.comment) for each in statements(text.replace("\r\n", "\n")) if each.kind != "blank"
    ]
    fast = [
        (key, value, comment.rstrip())
        for key, value, header, comment, _ in pieces(text.replace("\r\n", "\n"))
        if key or header or comment
    ]
    assert fast == slow


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (GOOD + GOOD, "line 14: unknown key `date` (K002)"),
        (GOOD + 'date = 2026-03-01\nkind = "press"\n', "line 13: unknown key `date` (K002)"),
        (GOOD.replace('"Morocco and Qatar talk about AI"', "5"), "line 1: `title` must be a string, not `5` (K003)"),
    ],
)
def test_fmt_refuses_what_may_be_two_records_in_one(repo: Repo, coopdb: Run, text: str, why: str) -> None:
    path = repo.add(content=text)
    other = repo.add("2026/2026-02-01-ma-qa-b.toml", GOOD.replace("date = ", "date  =  "))
    (repo.root / "coopdb.toml").write_text('ignore = ["K", "F"]\n', encoding="utf-8")
    result = coopdb("fmt")
    assert result.code == 1
    assert f"`records/2026/2026-02-01-ma-qa.toml` is left as it is: {why}" in result.err
    assert path.read_text(encoding="utf-8") == text
    assert other.read_text(encoding="utf-8") == GOOD
    assert coopdb("fmt", "--check").code == coopdb("fmt", "--diff").code == 1


UNTIDY = GOOD.replace("date = ", "date  =  ")


def test_line_ends_mark_mode_and_owner_stay(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 1234, 4321)
    before = path.stat()
    assert coopdb("fmt").code == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_a_file_with_several_names_is_refused(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    path = repo.add(content=UNTIDY)
    os.link(path, tmp_path / "other")
    repo.add("2026/2026-02-01-ma-qa-b.toml", UNTIDY)
    result = coopdb("fmt")
    assert result.code == 1
    assert "is left as it is: it has 2 names (hard links)" in result.err
    assert "1 file laid out" in result.err
    assert path.read_text(encoding="utf-8") == (tmp_path / "other").read_text(encoding="utf-8") == UNTIDY
    assert path.stat().st_nlink == 2
    path.write_text(GOOD.replace('"MA"', '"Maroc"'), encoding="utf-8")
    result = coopdb("validate", "--fix")
    assert (result.code, "it has 2 names" in result.err) == (3, True)


def test_a_file_of_another_user_is_not_taken_from_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    path.touch()
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert why_not_replaced(path) == "it belongs to another user, and would become yours"
    monkeypatch.undo()
    assert why_not_replaced(path) == ""
    path.unlink()
    assert why_not_replaced(path) == "no such file or directory"


def test_since_lays_out_what_changed(repo: Repo, coopdb: Run) -> None:
    old = repo.add(content=UNTIDY)
    git = ["git", "-C", str(repo.root), "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *arguments], check=True)
    new = repo.add("2026/2026-02-01-ma-qa-b.toml", UNTIDY)
    assert coopdb("fmt", "--since", "HEAD").code == 0
    assert old.read_text(encoding="utf-8") == UNTIDY
    assert new.read_text(encoding="utf-8") == GOOD
    assert "0 files laid out" in coopdb("fmt", "--since", "HEAD", str(old)).err
    assert coopdb("fmt", "--since", "nothing").code == 2


def test_several_processes_lay_out_alike(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        repo.add(
            f"2026/2026-02-01-ma-qa-{number:02}.toml", (UNTIDY, GOOD, "x", GOOD.replace("MA", "Maroc"))[number % 4]
        )
    repository, today = Repository(repo.root), date(2026, 6, 1)
    alone, shared = (lay_out_files(repository, repository.files(), today, processes) for processes in (1, 3))
    assert shared == alone
    assert len(alone.changes) == 6

    def lose(*_: object) -> None:
        raise LostError

    monkeypatch.setattr(formatting, "in_parts", lose)
    assert lay_out_files(repository, repository.files(), today) == alone


def test_what_would_say_something_else_is_named(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add(content=UNTIDY)
    monkeypatch.setattr("coopdb.record.layout._value", lambda _: '"other"')
    assert "is left as it is: its meaning would change" in coopdb("fmt").err


@pytest.mark.parametrize(
    ("written", "laid"),
    [
        ("[ 'a' , \"b\\u00e9\",]", '["a", "bé"]'),
        ("['é']", '["é"]'),
        ("[1,2]", "[1,2]"),
        ("'x'", '"x"'),
        ('"a\\tb\\u0001"', '"a\tb\\u0001"'),
        ("{ a = 1 }", "{ a = 1 }"),
        ("[{ a = 1}]", "[{ a = 1}]"),
        ('["' + "a" * 40 + '","' + "b" * 60 + '"]', '[\n  "' + "a" * 40 + '",\n  "' + "b" * 60 + '",\n]'),
        ('["' + "a" * 40 + '","' + "b" * 50 + '"]', '["' + "a" * 40 + '", "' + "b" * 50 + '"]'),
        ('["' + "a" * 40 + '","' + "b" * 51 + '"]', '["' + "a" * 40 + '", "' + "b" * 51 + '"]'),
        ('["' + "a" * 40 + '","' + "b" * 53 + '"]', '[\n  "' + "a" * 40 + '",\n  "' + "b" * 53 + '",\n]'),
        ("[ # why\n 'a' ]", "[ # why\n 'a' ]"),
    ],
)
def test_a_value_is_written_in_one_way(written: str, laid: str) -> None:
    assert lay_out(f"x  =  {written}  # c\n") == f"x = {laid} # c\n"
