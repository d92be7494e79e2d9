"""`validate --fix`, `--diff` and `fmt`: what is fixed, what stays byte for byte, and what is never lost."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS, GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.errors import StopError
from coopdb.record.layout import LayoutError, lay_out
from coopdb.store.files.writing import create_file, replace_file

Run = Callable[..., Result]
MESSY = """\
# a comment that stays
tittle = "Morocco and Qatar talk about AI"   # and one beside
date   =  "2026-02-01"
topics = [ "IA" ,  # with a comment
  "cloud" ]
level = "ministeriall"

[[participants]]
country = 'Maroc'   # by its French name

[[participants]]
country = "قطر"
[[sources]]
url = "https://example.org/1"
"""
MENDED = """\
# a comment that stays
title = "Morocco and Qatar talk about AI"   # and one beside
date   =  2026-02-01
topics = [ "artificial-intelligence" ,  # with a comment
  "cloud" ]
level = "ministerial"

[[participants]]
country = "MA"   # by its French name

[[participants]]
country = "QA"
[[sources]]
url = "https://example.org/1"
"""


def test_a_fix_changes_nothing_but_what_is_wrong(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=MESSY)
    shown = coopdb("validate", "--diff")
    assert shown.code == 1
    assert "-tittle = " in shown.out
    assert path.read_text(encoding="utf-8") == MESSY
    result = coopdb("validate", "--fix", "--strict")
    assert (result.code, result.out) == (0, "")
    assert "1 file fixed" in result.err
    assert path.read_text(encoding="utf-8") == MENDED
    again = coopdb("validate", "--fix")
    assert "fixed" not in again.err
    assert coopdb("validate", "--diff").code == 0


def test_a_byte_order_mark_and_line_ends_stay(repo: Repo, coopdb: Run) -> None:
    content = b"\xef\xbb\xbf" + MESSY.replace("\n", "\r\n").encode()
    path = repo.add(content=content)
    coopdb("validate", "--fix")
    assert path.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()


def test_a_file_is_renamed_and_what_refers_to_it_follows(repo: Repo, coopdb: Run) -> None:
    repo.add("2024/broken.toml", "title = ")
    repo.add("2025/maroc-qatar.toml")
    other = repo.add("2026/2026-05-01-ma-qa.toml", f'follows = ["maroc-qatar"] # why\n{GOOD}'.replace("02-01", "05-01"))
    shown = coopdb("validate", "--diff")
    assert "rename from records/2025/maroc-qatar.toml" in shown.out
    assert coopdb("validate", "--fix", "--select", "I,L").code == 1  # for what is not TOML
    assert (repo.root / "records/2026/2026-02-01-ma-qa.toml").read_text(encoding="utf-8") == GOOD
    assert not (repo.root / "records/2025/maroc-qatar.toml").exists()
    assert other.read_text(encoding="utf-8").startswith('follows = ["2026-02-01-ma-qa"] # why\n')


def test_no_file_takes_the_place_of_another(repo: Repo, coopdb: Run) -> None:
    good = repo.add(content="# the first\n" + GOOD)
    copy = repo.add("2025/2026-02-01-ma-qa.toml", GOOD)
    coopdb("validate", "--fix")
    assert good.read_text(encoding="utf-8").startswith("# the first")
    assert copy.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize(
    "line",
    ['titel = "x"', 'leve = 3', 'country = "Congo"', 'level = "xyz"', 'summery = "a"\nsummary = "b"', "date = "],
)  # fmt: skip
def test_what_has_no_single_cure_is_left_alone(repo: Repo, coopdb: Run, line: str) -> None:
    text = f"{line}\n{GOOD}"
    path = repo.add(content=text)
    before = json.loads(coopdb("validate", "--format", "json").out)["errors"]
    coopdb("validate", "--fix")
    assert json.loads(coopdb("validate", "--format", "json").out)["errors"] <= before
    assert tomllib.loads(path.read_text(encoding="utf-8")) if "date = \n" not in text else path.read_text() == text


def test_only_the_chosen_files_are_mended(repo: Repo, coopdb: Run) -> None:
    one = repo.add(content=MESSY)
    other = repo.add("2026/2026-02-01-ma-qa-b.toml", MESSY)
    coopdb("validate", "--fix", str(other))
    assert one.read_text(encoding="utf-8") == MESSY
    assert other.read_text(encoding="utf-8") == MENDED


def test_a_file_changed_meanwhile_is_left_alone(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = repo.add(content=MESSY)
    from coopdb.cli import fixing

    def change(*arguments: object) -> object:
        path.write_text("# mine\n", encoding="utf-8")
        return original(*arguments)  # type: ignore[arg-type]

    original = fixing.write_changes
    monkeypatch.setattr(fixing, "write_changes", change)
    result = coopdb("validate", "--fix")
    assert (result.code, "has been changed meanwhile" in result.err) == (3, True)
    assert path.read_text(encoding="utf-8") == "# mine\n"


CANONICAL = """\
#:schema ../../coopdb.schema.json
# about this record

# about the title
title = "Morocco and Qatar talk about AI" # and one beside
date = 2026-02-01
topics = [ "artificial-intelligence" ,  # with a comment
  "cloud" ]

[venue] # where
city = "Doha"

# the first party
[[participants]]
country = "MA"
name = "A"
role = "Minister"

[[participants]]
country = "QA"

[[sources]]
url = "https://example.org/1"

# the end
"""


def test_fmt_puts_keys_in_order_and_carries_comments_along(repo: Repo, coopdb: Run) -> None:
    path = repo.add(
        content="""#:schema ../../coopdb.schema.json
# about this record

date = "2026-02-01"
topics = [ "IA" ,  # with a comment
  "cloud" ]
# about the title
title   = 'Morocco and Qatar talk about AI' # and one beside
[[sources]]
url = "https://example.org/1"


# the first party
[[participants]]
role="Minister"
country = "Maroc"
name = "A"
[[participants]]
country = "QA"
[venue] # where
city = 'Doha'
# the end"""
    )
    assert coopdb("fmt", "--check").code == 1
    shown = coopdb("fmt", "--diff")
    assert (shown.code, "+title = " in shown.out) == (1, True)
    assert coopdb("fmt").code == 0
    assert path.read_text(encoding="utf-8") == CANONICAL
    assert coopdb("fmt", "--check").code == 0
    assert "nothing to change" in coopdb("fmt", "--diff").err


def test_fmt_leaves_alone_what_it_cannot_read(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content="title = ")
    result = coopdb("fmt")
    assert (result.code, "is left as it is" in result.err) == (1, True)
    assert path.read_text(encoding="utf-8") == "title = "
    assert coopdb("fmt", "--diff").code == 1
    assert coopdb("fmt", "records/2026").code == 1
    repo.add("2025/2025-02-01-ma-qa.toml", GOOD)
    assert coopdb("fmt", "records/2025").code == 0
    odd = f'{GOOD}["a]b"]\nc = 1\n'
    other = repo.add("2025/2025-02-01-ma-qa-b.toml", odd)
    assert "-b.toml` is left as it is: line 13: unknown key `a]b` (K002)" in coopdb("fmt").err
    with pytest.raises(LayoutError, match="a header that cannot be read"):
        lay_out(odd)
    assert other.read_text(encoding="utf-8") == odd


def test_fmt_refuses_to_change_what_a_record_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coopdb.record.layout._value", lambda _: '"other"')
    with pytest.raises(LayoutError, match="meaning"):
        lay_out(GOOD)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("records/*/*.toml")), ids=lambda path: path.stem)
def test_the_real_records_are_laid_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert lay_out(text) == text


KEYS = st.sampled_from(["title", "date", "x", '"a b"', "a.b", "'q'", "topics", "é"])
VALUES = st.sampled_from(
    ['"x"', "'y'", '"é \\" #"', "1", "1.5", "true", "2026-02-01", "[1, 2]", '["a", "b"]', "[ # c\n 1 ]", "{ a = 1 }",
     '"""\nmany\n"""', "'''\nraw '' '''", '["' + "long" * 20 + '", "' + "er" * 30 + '"]', "[{a = 1}, {a = 2}]"]
)  # fmt: skip
LINES = st.lists(
    st.builds("{} = {}{}".format, KEYS, VALUES, st.sampled_from(["", " # c", "\n", "\n# above", "\n\n# far\n"]))
    | st.sampled_from(["[venue]", "[[participants]]", "[[sources]] # s", "[z.y]", "[participants.x]", "# alone", ""]),
    max_size=8,
)


@settings(max_examples=300)
@given(LINES)
def test_laying_out_twice_is_once_and_says_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    try:
        once = lay_out(text)
    except LayoutError:
        return
    assert tomllib.loads(once) == before
    assert lay_out(once) == once
    assert once.count("#") == text.count("#")


def test_writing_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    create_file(path, b"old")
    with pytest.raises(StopError, match="is there already"):
        create_file(path, b"new")
    replace_file(path, b"newer")
    assert path.read_bytes() == b"newer"

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for broken in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, broken, full)
            with pytest.raises(StopError, match="No space left"):
                replace_file(path, b"never")
    assert path.read_bytes() == b"newer"
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


KILLED = """\
import os, sys, threading, time
from coopdb.cli import main
threading.Timer(float(sys.argv[1]), lambda: os.kill(os.getpid(), 9)).start()
main(["validate", "--fix"])
"""


def test_killed_at_any_instant_every_file_is_the_old_one_or_the_new_one(repo: Repo) -> None:
    paths = [repo.add(f"2026/2026-02-01-ma-qa-{number}.toml", MESSY) for number in range(30)]
    for step in range(12):
        delay = 0.2 + step * 0.05
        subprocess.run([sys.executable, "-c", KILLED, str(delay)], check=False, capture_output=True, cwd=repo.root)
        for path in paths:
            assert path.read_text(encoding="utf-8") in (MESSY, MENDED)


def test_what_a_name_is_fixed_to_is_the_usual_spelling(repo: Repo, coopdb: Run) -> None:
    for day, name in (("01", "Québec City"), ("10", "Québec City"), ("20", "Quebec-City")):
        repo.add(f"2026/2026-02-{day}-ma-qa.toml", GOOD.replace("02-01", f"02-{day}") + f'[venue]\ncity = "{name}"\n')
    assert coopdb("validate", "--fix", "--select", "N").code == 0
    assert "Québec City" in (repo.root / "records/2026/2026-02-20-ma-qa.toml").read_text(encoding="utf-8")


def test_links_of_unreadable_records_lead_nowhere(repo: Repo, coopdb: Run) -> None:
    repo.add("2025/2025-01-01-ma-qa.toml", "title = ")
    repo.add(content=f'follows = ["2025-01-01-ma-qa"]\n{GOOD}\n[[commitments]]\ntext = "t"\nclosed_by = "x"\n')
    out = coopdb("validate", "--format", "concise", "--select", "L").out
    assert [line.split()[1] for line in out.splitlines()] == ["F004", "L001"]


@pytest.mark.parametrize("text", ["[ a\n", "a = 1\nb", "a.'b=c' = 1\n", '["a]b"]\nc = 1\n', 'x = "a" # "b\n'])
def test_odd_statements_are_laid_out_or_refused(text: str) -> None:
    try:
        once = lay_out(text)
    except LayoutError:
        return
    assert tomllib.loads(once) == tomllib.loads(text)


def test_of_edits_that_overlap_the_first_is_made() -> None:
    from coopdb.record.edits import Edit, edit
    from coopdb.record.span import Span

    edits = [Edit(Span(1, 3, 2, 2), "X"), Edit(Span(2, 1, 2, 3), "Y"), Edit(Span(2, 3, 2, 4), "Z")]
    assert edit("abcd\nefg\n", edits) == "abXfZ\n"


def test_fmt_and_fix_touch_nothing_that_cannot_be_read(repo: Repo, coopdb: Run) -> None:
    bytes_ = GOOD.encode() + b"# \xff\n"
    path = repo.add(content=bytes_)
    empty = repo.add("2026/2026-02-01-ma-qa-empty.toml", "")
    os.mkfifo(repo.root / "records/2026/2026-02-01-ma-qa-pipe.toml")
    (repo.root / "records/2026/2026-02-01-ma-qa-link.toml").symlink_to("/etc/hostname")
    (repo.root / "records/2026/2026-02-01-ma-qa-folder.toml").mkdir()
    result = coopdb("fmt")
    assert (result.code, result.err.count("is left as it is")) == (1, 4)
    coopdb("validate", "--fix")
    assert path.read_bytes() == bytes_
    assert empty.read_bytes() in (b"", b"\n")
