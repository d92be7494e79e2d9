"""`coopdb close` says what became of a commitment, in place; keys are made from texts and name one thing each."""

import difflib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.author.closing import Outcome, close
from coopdb.author.keys import keys_of, with_keys
from coopdb.record import toml
from coopdb.record.slug import is_key
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
ID = "2026-02-01-ma-qa"
LATER = "2026-03-10-ma-qa"
TODAY = date(2026, 6, 1)
RECORD = """\
title = "Morocco and Qatar talk about AI" # t
date = 2026-02-01
topics = ["artificial-intelligence"]

[[participants]]
country = "MA"

[[participants]]
country = "QA"

[[documents]]
key = "memo"
kind = "mou"

# what they promised
[[commitments]] # first
text = "Share the code" # soon
owner = "MA"
# due = "2026"

[[commitments]]
key = "guide"
text = "Write a guide"

[[commitments.updates]]
date = 2026-02-10 # letter
status = "in-progress"
# note = "?"

# known from
[[sources]]
url = "https://example.org/1"
# end
"""


FIRST = '[[commitments]] # first\ntext = "Share the code" # soon\nowner = "MA"\n# due = "2026"\n'
KEYED = FIRST.replace("text", 'key = "share-the-code"\ntext')


@pytest.fixture
def promised(repo: Repo) -> Path:
    repo.add(f"2026/{LATER}.toml", GOOD.replace("2026-02-01", "2026-03-10").replace("org/1", "org/2"))
    return repo.add(content=RECORD)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "key", "was", "now"),
    [
        (
            f"{ID}#share-the-code|--on|2026-03-01", "share-the-code",
            FIRST,
            KEYED + '\n[[commitments.updates]]\ndate = 2026-03-01\nstatus = "done"\n',
        ),
        (
            "2026-02#sh|--on|2026-03|--note|in \"French\"|--url|https://example.org/n", "share-the-code",
            FIRST,
            KEYED + '\n[[commitments.updates]]\ndate = "2026-03"\nstatus = "done"\nnote = "in \\"French\\""\n' +
            'url = "https://example.org/n"\n',
        ),
        (
            f"{ID}#2|--status|dropped|--by|2026-03", "guide",
            '# note = "?"\n',
            f'# note = "?"\n\n[[commitments.updates]]\ndate = 2026-03-10\nstatus = "dropped"\nrecord = "{LATER}"\n',
        ),
        (
            f"{ID}#guide|--on|2026-03-02|--status|unchanged|--note|delayed", "guide",
            '# note = "?"\n',
            '# note = "?"\n\n[[commitments.updates]]\ndate = 2026-03-02\nnote = "delayed"\n',
        ),
        (
            f"{ID}#1|--status|unchanged|--by|2026-03", "share-the-code",
            FIRST,
            KEYED + f'\n[[commitments.updates]]\ndate = 2026-03-10\nrecord = "{LATER}"\n',
        ),
        (
            f"records/2026/{ID}.toml#1|--on|2026-03-01~|--by|2026-03", "guide",
            '# note = "?"\n',
            f'# note = "?"\n\n[[commitments.updates]]\ndate = "2026-03-01~"\nstatus = "done"\nrecord = "{LATER}"\n',
        ),
    ],
)  # fmt: skip
def test_an_update_is_added_and_nothing_else_changes(
    promised: Path, coopdb: Run, arguments: str, key: str, was: str, now: str
) -> None:
    result = coopdb("close", *arguments.split("|"))
    assert result.code == 0, result.err
    assert text_of(promised) == RECORD.replace(was, now, 1)
    assert re.fullmatch(
        rf"records/2026/{ID}\.toml: {key} (\S+ →|stays) \S+ \(\S+\)(, its key is {key})?\n",
        result.out,
    )
    assert ("its key is" in result.out) == (key != "guide")
    assert coopdb("validate").code == 0
    again = coopdb("close", *arguments.split("|"))
    assert (again.code, f"`{ID}#{key}` says so already" in again.err) == (2, True)


def test_what_an_update_says_with_more_words_is_not_said_again(promised: Path, coopdb: Run) -> None:
    assert coopdb("close", f"{ID}#guide", "--by", "2026-03", "--note", "sent").code == 0
    again = coopdb("close", f"{ID}#guide", "--on", "2026-03-10")
    assert (again.code, f"`{ID}#guide` says so already" in again.err) == (2, True)
    assert coopdb("close", f"{ID}#guide", "--on", "2026-03-10", "--status", "dropped").code == 0


@pytest.mark.parametrize(("stored", "written"), [("in-progress", 'status = "in-progress"\n'), ("open", "")])
def test_news_leave_a_status_that_was_said_of_no_day(repo: Repo, coopdb: Run, stored: str, written: str) -> None:
    path = repo.add(content=f'{GOOD}\n[[commitments]]\nkey = "c"\ntext = "Share code"\nstatus = "{stored}"\n')
    command = ("close", f"{ID}#c", "--status", "unchanged", "--on", "2026-03-01", "--url", "https://example.org/n")
    assert coopdb(*command).out.endswith(f"c stays {stored} (2026-03-01)\n")
    update = f'[[commitments.updates]]\ndate = 2026-03-01\n{written}url = "https://example.org/n"\n'
    assert text_of(path).endswith(update)
    assert stored in coopdb("commitments", "--columns", "status", "--format", "csv").out


def test_today_is_the_day_when_none_is_named(promised: Path, coopdb: Run) -> None:
    assert coopdb("close", f"{ID}#guide").code == 0
    assert f"date = {date.today()}\nstatus" in text_of(promised)
    assert f"done since {date.today():%-d %B %Y}" in coopdb("show", ID).out


def test_the_only_commitment_needs_no_key(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=f'{GOOD}\n[[commitments]]\ntext = "مشاركة الرمز"\n')
    assert coopdb("close", "2026", "--on", "2026-03-01").code == 0
    assert '[[commitments]]\nkey = "commitment"\ntext' in text_of(path)


@pytest.mark.parametrize(
    ("before", "was", "now"),
    [
        ('commitments = [{ text = "a b" }] # c\n', '{ text = "a b" }',
         '{ key = "a-b", text = "a b", updates = [{ date = 2026-03-01, status = "done" }] }'),
        ('commitments = [\n  # one\n  { text = "a b", key = "k" }, # c\n]\n', '"k" }',
         '"k", updates = [{ date = 2026-03-01, status = "done" }] }'),
    ],
)  # fmt: skip
def test_a_commitment_on_one_line_stays_on_it(repo: Repo, coopdb: Run, before: str, was: str, now: str) -> None:
    text = GOOD.replace("topics =", f"{before}topics =", 1)
    path = repo.add(content=text)
    assert coopdb("close", ID, "--on", "2026-03-01").code == 0
    after = toml.parse(text_of(path))
    assert isinstance(after, dict)
    assert after == toml.parse(text.replace(was, now, 1))
    assert text_of(path).count("#") == text.count("#")


def test_updates_in_an_array_get_one_more(repo: Repo, coopdb: Run) -> None:
    updates = 'updates = [\n  { date = 2026-02-10, status = "in-progress" }, # letter\n]'
    path = repo.add(content=f'{GOOD}\n[[commitments]]\nkey = "k"\ntext = "a"\n{updates} # u\n# end\n')
    assert coopdb("close", f"{ID}#k", "--on", "2026-03-01").code == 0
    expected = updates.replace("# letter\n", '# letter\n  { date = 2026-03-01, status = "done" },\n')
    assert expected in text_of(path)
    path.write_text(text_of(path).replace(expected, "updates = []"), encoding="utf-8")
    assert coopdb("close", f"{ID}#k", "--on", "2026-03-01").code == 0
    assert '\nupdates = [{ date = 2026-03-01, status = "done" }] # u\n# end\n' in text_of(path)


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_it_can_be_looked_at_first(promised: Path, coopdb: Run, option: str) -> None:
    result = coopdb("close", f"{ID}#guide", option)
    assert (result.code, text_of(promised)) == (int(option == "--diff"), RECORD)
    assert ('+status = "done"' in result.out) == (option == "--diff")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((ID,), f"2 commitments are in the record\n  help: name one: `{ID}#share-the-code`, `{ID}#guide`"),
        ((f"{ID}#",), "2 commitments are in the record"),
        ((f"{ID}#0",), f"`{ID}` has no commitment `0`"),
        ((f"{ID}#3",), f"has no commitment `3`\n  help: it has `{ID}#share-the-code`"),
        ((f"records/2026/{ID}.toml#2",), "has no commitment `2`"),
        ((f"{ID}#²",), "has no commitment"),
        ((f"{ID}#gide",), "has no commitment `gide`\n  help: did you mean `guide`?"),
        ((f"{ID}#memo",), f"`memo` is a document of `{ID}`"),
        ((f"{LATER}#a",), f"`{LATER}` has no commitments"),
        (("2027#a",), "no record has the id `2027`"),
        (("2026#guide",), "2 records begin with `2026`"),
        ((f"{ID}#guide", "--on", "soon"), "`soon` is not a date"),
        ((f"{ID}#guide", "--on", "05/03/2026"), "may be 5 March 2026 or 3 May 2026"),
        ((f"{ID}#guide", "--on", "2999-01-01"), "`--on 2999-01-01` has not come yet"),
        ((f"{ID}#guide", "--by", "2027"), "no record has the id `2027`"),
        ((f"{ID}#guide", "--url", "example.org"), "`--url example.org` is not an address of the web"),
        ((f"{ID}#guide", "--status", "open"), "open"),
        ((f"{ID}#guide", "--status", "unchanged", "--on", "2026-03-01"), "`--status unchanged` needs what is new"),
    ],
)
def test_what_cannot_be_closed_is_said(promised: Path, coopdb: Run, arguments: tuple[str, ...], message: str) -> None:
    result = coopdb("close", *arguments)
    assert (result.code, result.out, message in result.err) == (2, "", True), result.err
    assert text_of(promised) == RECORD


def test_two_commitments_that_begin_alike_or_have_one_key_are_told_apart(repo: Repo, coopdb: Run) -> None:
    parts = "".join(f'\n[[commitments]]\ntext = "Share {each}"\n' for each in ("code", "data"))
    path = repo.add(content=GOOD + parts)
    result = coopdb("close", f"{ID}#share")
    assert (result.code, "2 commitments begin with `share`" in result.err) == (2, True)
    path = repo.add(content=GOOD + parts.replace("text", 'key = "k"\ntext'))
    result = coopdb("close", f"{ID}#k")
    assert (result.code, "2 commitments begin with `k`" in result.err) == (2, True)
    assert "updates" not in text_of(path)


def test_nothing_is_written_that_is_not_valid(promised: Path, coopdb: Run) -> None:
    result = coopdb("close", f"{ID}#guide", "--on", "2026-01-31")
    assert (result.code, "[D008]" in result.err, text_of(promised)) == (1, True, RECORD)


def test_comments_inside_what_would_be_written_anew_are_not_lost(repo: Repo, coopdb: Run) -> None:
    text = GOOD.replace(
        "topics =", 'commitments = [{ key = "k", text = "a", topics = [\n"cloud", # c\n] }]\ntopics =', 1
    )
    path = repo.add(content=text)
    result = coopdb("close", ID, "--on", "2026-03-01")
    assert (result.code, "cannot be changed in place" in result.err, text_of(path)) == (3, True, text)


COMMENTS = st.sampled_from(["", "# c\n", "\n", "# key = 1\n\n", "# à\n", "#\n\n#\n"])


@settings(max_examples=80)
@given(
    st.lists(COMMENTS, min_size=28, max_size=28),
    st.integers(1, 2),
    st.booleans(),
    st.sampled_from(["done", "dropped", "in-progress"]),
    st.none() | st.sampled_from(["a", "two\nlines", 'a "quoted" # one', "المتابعة"]),
)
def test_only_the_lines_concerned_differ(
    tmp_path_factory: pytest.TempPathFactory,
    comments: list[str],
    place: int,
    is_crlf: bool,
    status: str,
    note: str | None,
) -> None:
    repo = Repo(tmp_path_factory.mktemp("r"))
    lines = RECORD.splitlines(keepends=True)
    text = "".join(f"{comment}{line}" for line, comment in zip(lines, [*comments, *[""] * 20], strict=False))
    text = text.replace("\n", "\r\n") if is_crlf else text
    repo.add(content=text)
    records = load(Repository(repo.root))
    wanted = close(records, f"{ID}#{place}", Outcome(status, "2026-03-01", None, None, note), TODAY)
    after = wanted.changes[0].after
    assert after.count("\n") == after.count("\r\n") or not is_crlf
    said, data = toml.parse(after), toml.parse(text)
    assert isinstance(said, dict)
    assert isinstance(data, dict)
    update = {"date": date(2026, 3, 1), "status": status, "note": note}
    data["commitments"][place - 1].setdefault("updates", []).append({key: each for key, each in update.items() if each})
    data["commitments"][place - 1].setdefault("key", "share-the-code")
    assert said == data
    changed = [line for line in difflib.ndiff(text.split("\n"), after.split("\n")) if line[0] in "+-"]
    assert not [line for line in changed if line[0] == "-"]


TEXTS = st.sampled_from(["", "Share the code", "share the CODE!", "مشاركة", "2026", "A b", "é"]) | st.text(max_size=60)
PART = st.fixed_dictionaries({"text": TEXTS, "title": TEXTS}, optional={"key": st.sampled_from(["a-b", "k", "share"])})


@given(st.lists(PART, max_size=5), st.lists(PART, max_size=5))
def test_keys_that_are_made_are_keys_and_nobody_elses(documents: list[Any], commitments: list[Any]) -> None:
    values = {"documents": [{"kind": "mou", **each} for each in documents], "commitments": commitments}
    made = with_keys(values)
    own = [each["key"] for name in values for each in values[name] if "key" in each]
    keys = [each["key"] for name in values for each in made[name]]
    new = [key for key, each in zip(keys, [*documents, *commitments], strict=True) if "key" not in each]
    assert all(map(is_key, keys))
    assert len(new) == len({*new})
    assert {*new}.isdisjoint(own)
    for name, parts in values.items():
        assert [{**each, "key": 0} for each in made[name]] == [{**each, "key": 0} for each in parts]
    assert with_keys(made) == made
    assert keys_of({"commitments": made["commitments"], "documents": made["documents"]}) == keys_of(made)


def test_what_is_not_a_list_of_tables_gets_no_key() -> None:
    values = {"title": "a", "documents": "x", "commitments": ["b", {"text": "share"}]}
    assert with_keys(values) == {**values, "commitments": ["b", {"key": "share", "text": "share"}]}


def test_add_writes_keys(repo: Repo, coopdb: Run) -> None:
    result = coopdb(
        "add", "--title", "Talks", "--date", "2026-02-01", "--party", "MA", "--party", "QA", "--topic", "cloud",
        "--source", "https://example.org/1", "--document", "mou: Memorandum on data; 2026-02-01", "--document", "mou",
        "--commitment", "MA: Memorandum on data",
    )  # fmt: skip
    assert result.code == 0, result.err
    (path,) = (repo.root / "records").rglob("*.toml")
    found = re.findall(r'^key = "(.+)"$', text_of(path), re.MULTILINE)
    assert found == ["memorandum-on-data", "mou", "memorandum-on-data-2"]
