"""`coopdb edit` changes what options say, in place, or opens the record in an editor; nothing else changes."""

import difflib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.author.amending import Amended
from coopdb.author.editing import edit
from coopdb.author.sections import sections
from coopdb.cli import editing
from coopdb.errors import StopError
from coopdb.record import toml
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
ID = "2026-02-01-ma-qa"
BARE = GOOD.replace("topics = [", "# on\ntopics = [ # t\n  ").replace('"]', '", # ai\n]')
TABLES = (
    GOOD.replace('topics = ["artificial-intelligence"]\n', "follows = []\n")
    .replace('"MA"', '"Maroc" # she\nname = "Amal"\nrole = "M"\n# institution = "?"')
    .replace(
        "[[sources]]",
        """\
# on AI
[[topics]] # first
topic = 'IA' # loose
# stage = "agreed"

[[topics]]
topic = "cloud"

[venue]
city = "Doha"

[[documents]]
kind = "mou"
title = "A"

[[documents]]
kind = "mou"
title = "B"

# known from
[[sources]]""",
    )
    + "# end\n"
)


DOTTED = BARE.replace("# on", 'venue . "city" = "Doha" # c\nvenue.country = "QA"')


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "arguments", "was", "now"),
    [
        (BARE, "--title|X", '"Morocco and Qatar talk about AI"', '"X"'),
        (BARE, "--topic|Cloud computing", "# ai\n", '# ai\n  "cloud",\n'),
        (BARE, "--topic|cloud=agreed", "# ai\n", '# ai\n  { topic = "cloud", stage = "agreed" },\n'),
        (
            BARE,
            "--topic|IA=agreed",
            '"artificial-intelligence"',
            '{ topic = "artificial-intelligence", stage = "agreed" }',
        ),
        (BARE, "--remove|topic=IA|--topic|5g", '"artificial-intelligence", # ai\n', '# ai\n  "5g",\n'),
        (BARE, "--level|ministerial", "2026-02-01\n", '2026-02-01\nlevel = "ministerial"\n'),
        (BARE, "--draft", "2026-02-01\n", "2026-02-01\ndraft = true\n"),
        (BARE, "--city|Doha", '# ai\n]\n', '# ai\n]\n\n[venue]\ncity = "Doha"\n'),
        (BARE, "--party|Qatar: Ali; Minister", '"QA"\n', '"QA"\nname = "Ali"\nrole = "Minister"\n'),
        (BARE, "--party|FR", '"QA"\n', '"QA"\n\n[[participants]]\ncountry = "FR"\n'),
        (BARE, "--publisher|P", 'org/1"\n', 'org/1"\npublisher = "P"\n'),
        (
            BARE.rstrip("\n"),
            "--source|https://example.org/2|--source|https://example.org/1",
            'org/1"',
            'org/1"\n\n[[sources]]\nurl = "https://example.org/2"\n',
        ),
        (BARE.replace(" # t\n  ", "").replace(", # ai\n", ""), "--topic|5g", 'ce"]', 'ce", "5g"]'),
        (BARE.replace(", # ai", " # ai"), "--topic|5g", '" # ai\n', '", # ai\n  "5g"\n'),
        (BARE.replace("# on", 'venue = { city = "Doha" }'), "--venue|H", '"Doha" }', '"Doha", name = "H" }'),
        (BARE.replace("# on", 'venue = { city = "Doha" }'), "--city|", 'venue = { city = "Doha" }\n', ""),
        (BARE.replace("# on", 'venue = { city = "Doha", country = "QA" }'), "--city|", 'city = "Doha", ', ""),
        (DOTTED, "--venue|H", '"QA"\n', '"QA"\nvenue.name = "H"\n'),
        (DOTTED, "--city|Rabat", '"Doha"', '"Rabat"'),
        (DOTTED, "--remove|venue_country", 'venue.country = "QA"\n', ""),
        (DOTTED, "--remove|venue", 'venue . "city" = "Doha" # c\nvenue.country = "QA"\n', ""),
        (BARE, "--remove|source=https://example.org/1|--source|https://example.org/2", "org/1", "org/2"),
        (TABLES.replace("# end\n", ""), "--remove|source=https://example.org/1|--source|https://example.org/2",
         '# known from\n[[sources]]\nurl = "https://example.org/1"',
         '[[sources]]\nurl = "https://example.org/2"\n\n# known from'),
        (TABLES, "--topic|IA=agreed", "'IA' # loose\n", "'IA' # loose\nstage = \"agreed\"\n"),
        (TABLES, "--topic|5g", '"cloud"\n', '"cloud"\n\n[[topics]]\ntopic = "5g"\n'),
        (TABLES, "--remove|topic=artificial-intelligence", '[[topics]] # first\ntopic = \'IA\' # loose\n', ""),
        (TABLES, "--remove|topic=cloud", '[[topics]]\ntopic = "cloud"\n\n', ""),
        (TABLES, "--remove|document=B", '[[documents]]\nkind = "mou"\ntitle = "B"\n\n', ""),
        (TABLES, "--remove|venue", '[venue]\ncity = "Doha"\n\n', ""),
        (TABLES, "--remove|city|--title|X", '"Morocco and Qatar talk about AI"', '"X"'),
        (TABLES, "--city|", 'city = "Doha"\n', ""),
        (TABLES, "--document|mou: A; 2026-02-01", '"A"\n', '"A"\nsigned = 2026-02-01\n'),
        (TABLES, "--commitment|FR: do; 2027", "# k", '[[commitments]]\ntext = "do"\nowner = "FR"\ndue = "2027"\n\n# k'),
        (TABLES, "--party|MA: Amal; Minister; Ministry", '"M"\n', '"Minister"\ninstitution = "Ministry"\n'),
        (TABLES, "--venue-country|Qatar", '"Doha"\n', '"Doha"\ncountry = "QA"\n'),
    ],
)  # fmt: skip
def test_only_what_is_said_changes(repo: Repo, coopdb: Run, before: str, arguments: str, was: str, now: str) -> None:
    path = repo.add(content=before)
    assert was in before
    result = coopdb("edit", "2026", *arguments.split("|"))
    assert (result.code, result.out.startswith(f"records/2026/{ID}.toml: ")) == (0, True), result.err
    expected = before.replace(was, now, 1)
    if "--remove|city" in arguments:
        expected = expected.replace('city = "Doha"\n', "")
    assert text_of(path) == expected
    assert coopdb("edit", "2026", *arguments.split("|")).code == 2  # nothing would change, or it has gone


def test_lines_end_as_they_did_and_links_are_added(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=TABLES.replace("\n", "\r\n"))
    repo.add("2025/2025-02-01-ma-qa.toml", GOOD.replace("2026", "2025").replace("org/1", "org/2"))
    result = coopdb("edit", ID, "--follows", "2025-02-01-ma-qa", "--related", "2025-02-01-ma-qa", "--summary", "a\nb")
    assert result.code == 0
    text = path.read_bytes().decode()
    assert text.count("\n") == text.count("\r\n")
    links = 'follows = ["2025-02-01-ma-qa"]\nrelated = ["2025-02-01-ma-qa"]\n'
    assert text.replace("\r\n", "\n") == TABLES.replace("follows = []\n", links).replace(
        "2026-02-01\n", '2026-02-01\nsummary = "a\\nb"\n'
    ).replace('"a\\nb"', '"""\na\nb"""')


def test_links_that_are_there_are_kept_and_can_be_taken_out(repo: Repo, coopdb: Run) -> None:
    other = "2025-02-01-ma-qa"
    repo.add(f"2025/{other}.toml", GOOD.replace("2026", "2025").replace("org/1", "org/2"))
    path = repo.add(content=f'related = [ "{other}" ] # r\n{BARE}')
    assert "nothing of" in coopdb("edit", ID, "--related", other).err
    assert coopdb("edit", ID, "--related", other, "--mode", "online", "--remove", "status").code == 2
    assert coopdb("edit", ID, "--related", other, "--agenda-url", "https://example.org/a").code == 0
    assert coopdb("edit", ID, "--remove", f"related={other[:9]}", "--remove", "agenda-url").code == 0
    assert text_of(path) == BARE


def test_the_tables_of_a_text_have_their_routes() -> None:
    text = "[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]\n[c.d]\n"
    routes = [(), ("a", 0), ("a", 0, "b", 0), ("a", 0, "b", 1), ("a", 1), ("a", 1, "b", 0), ("c", "d")]
    assert [each.route for each in sections(text)] == routes


def test_another_day_moves_the_record_and_other_parties_rename_it(repo: Repo, coopdb: Run) -> None:
    repo.add(content=BARE.replace("2026-02-01", '2030-02-01\nstatus = "planned"'))
    (repo.root / "records/2026/2026-02-01-ma-qa.toml").rename(repo.root / "records/2026/2030-02-01-ma-qa.toml")
    result = coopdb("edit", "2030", "--date", "2031-01-01", "--remove", "party=Qatar", "--party", "FR")
    assert result.code == 0
    text = text_of(repo.root / "records/2031/2031-01-01-fr-ma.toml")
    assert "previous_dates = [2030-02-01]" in text
    assert 'country = "FR"' in text
    assert '"QA"' not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--remove", "topic=clod"), "did you mean `Cloud`?"),
        (("--remove", "topik=x"), "did you mean `topic`?"),
        (("--remove", "topic"), "say which: `--remove topic=…`"),
        (("--remove", "title"), "names nothing of the record"),
        (("--remove", "commitment=x"), "it has none"),
        (("--remove", "follows=x"), "it has none"),
        (("--remove", "source=zzz"), "it has https://example.org/1"),
        (("--document", "mou"), "the record has 2 such documents: `A`, `B`"),
        (("--topic", "cloud"), "nothing of `2026-02-01-ma-qa` would change"),
    ],
)
def test_what_cannot_be_changed_is_said(repo: Repo, coopdb: Run, arguments: tuple[str, ...], message: str) -> None:
    path = repo.add(content=TABLES.replace('"cloud"', '"Cloud"'))
    result = coopdb("edit", ID, *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert text_of(path) == TABLES.replace('"cloud"', '"Cloud"')


def test_a_text_that_would_not_say_what_is_meant_is_refused() -> None:
    with pytest.raises(StopError, match="cannot be changed in place"):
        Amended('title = "A"\n', {"title": "B"}).put(("mode",), "online")


def test_what_the_rules_found_before_is_not_told_again(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=TABLES.replace('role = "M"\n', ""))
    assert "P004" in coopdb("validate").out
    assert coopdb("edit", ID, "--title", "X").err == ""
    assert coopdb("move", ID, "2026-02-03").err == ""
    result = coopdb("edit", "2026", "--party", "Qatar: Ali")
    assert result.err.count("P004") == 1
    assert "`Ali` has no role" in result.err
    assert not path.exists()


def interrupt(_: str) -> str:
    raise KeyboardInterrupt


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *changes: tuple[str, str]) -> None:
    """Let an editor put other text in the place of some."""
    script = tmp_path / "editor"
    lines = [f"text = text.replace({old!r}, {new!r})" for old, new in changes]
    body = "\n".join(["import sys, pathlib", "p = pathlib.Path(sys.argv[1])", "text = p.read_text()", *lines])
    script.write_text(f"#!/usr/bin/env python3\n{body}\np.write_text(text)\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))


def test_without_options_an_editor_is_opened(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = repo.add(content=TABLES)
    editor(repo.root, monkeypatch)
    assert coopdb("edit", ID).err == "nothing was changed\n"
    editor(repo.root, monkeypatch, ("# end", "# new end"))
    assert coopdb("edit", ID).out == f"records/2026/{ID}.toml: edited\n"
    assert text_of(path) == TABLES.replace("# end", "# new end")


def test_a_day_that_was_planned_is_remembered(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = BARE.replace("2026-02-01", '2030-02-01\nstatus = "planned"')
    repo.add("2030/2030-02-01-ma-qa.toml", text)
    editor(repo.root, monkeypatch, ("2030-02-01", "2030-03-01"))
    assert "2030-02-01 is in previous_dates" in coopdb("edit", "2030").out
    editor(repo.root, monkeypatch, ("[2030-02-01]", "[2029-01-01]"), ("date = 2030-03-01", "date = 2030-04-01"))
    assert coopdb("edit", "2030").code == 0
    assert "previous_dates = [2029-01-01]" in text_of(repo.root / "records/2030/2030-04-01-ma-qa.toml")


@pytest.mark.parametrize("new", ["title = ", "date = 2026-02-31", "# = "])
def test_what_is_typed_is_never_lost(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, new: str) -> None:
    path = repo.add()
    editor(repo.root, monkeypatch, ("date = 2026-02-01", new))
    answers = iter("yn")
    monkeypatch.setattr(editing, "is_at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    result = coopdb("edit", ID)
    assert (result.code, text_of(path)) == (3, GOOD)
    kept = next(repo.root.glob("draft-*.toml"))
    assert (kept.name in result.err, new in text_of(kept)) == (True, True)


def test_what_is_typed_is_kept_when_the_question_is_interrupted(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = repo.add(content=TABLES)
    monkeypatch.chdir(repo.root)
    monkeypatch.setattr(editing, "is_at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", interrupt)
    editor(repo.root, monkeypatch, ("# end", "nothing = 1"))
    assert coopdb("edit", ID).code == 130
    (draft,) = repo.root.glob("draft-*.toml")
    assert (text_of(draft), text_of(path)) == (TABLES.replace("# end", "nothing = 1"), TABLES)


@pytest.mark.parametrize("new", ["# new end", "# end"])
def test_what_is_saved_is_kept_when_the_terminal_closes_around_the_editor(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, new: str
) -> None:
    path = repo.add(content=TABLES)
    monkeypatch.chdir(repo.root)
    editor(repo.root, monkeypatch, ("# end", new))
    with (repo.root / "editor").open("a", encoding="utf-8") as script:
        script.write(
            "import os, signal, time\ntime.sleep(0.2)\nos.kill(os.getppid(), signal.SIGHUP)\ntime.sleep(0.1)\n"
        )
    assert coopdb("edit", ID).code == 130
    drafts = [text_of(each) for each in repo.root.glob("draft-*.toml")]
    assert drafts == ([TABLES.replace("# end", new)] if new != "# end" else [])
    assert text_of(path) == TABLES


def test_the_line_that_says_what_changed_quotes_no_more_than_is_read(repo: Repo, coopdb: Run) -> None:
    repo.add(content=TABLES)
    assert coopdb("edit", ID, "--summary", "a" * 60, "--title", "T").out.count("a" * 60) == 1
    result = coopdb("edit", ID, "--summary", "b" * 61, "--title", "U")
    assert f"summary {'a' * 60} → {'b' * 59}…" in result.out


def test_what_is_saved_meanwhile_stays_and_what_is_typed_too(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = repo.add()

    def save(text: str, _: Path) -> str:
        path.write_text("# saved\n", encoding="utf-8")
        return text + "# typed\n"

    monkeypatch.setattr(editing, "in_editor", save)
    result = coopdb("edit", ID)
    assert (result.code, text_of(path)) == (3, "# saved\n")
    assert text_of(next(repo.root.glob("draft-*.toml"))).endswith("# typed\n")


COMMENTS = st.sampled_from(["", "# c\n", "\n", "# topics = 1\n\n", "# à\n"])
SAYINGS = {
    "title": st.text("abcé \"'#", min_size=1).filter(str.strip),
    "summary": st.sampled_from(["a # b", "", "é\nz"]),
    "level": st.sampled_from(["ministerial", "technical"]),
    "city": st.sampled_from(["Rabat", ""]),
    "topics": st.lists(st.sampled_from(["5g", "cloud=agreed", "IA=proposed"]), max_size=3, unique=True),
    "participants": st.lists(st.sampled_from(["FR", "Qatar: Ali; M", "MA: Amal; Minister"]), max_size=2, unique=True),
}


@settings(max_examples=120)
@given(
    st.sampled_from([BARE, TABLES]),
    st.lists(COMMENTS, min_size=45, max_size=45),
    st.fixed_dictionaries({}, optional=SAYINGS),
    st.sets(st.sampled_from(["topic=artificial-intelligence", "party=MA"]), max_size=2),
    st.booleans(),
)
def test_random_edits_keep_every_line_that_they_do_not_concern(
    tmp_path_factory: pytest.TempPathFactory,
    beginning: str,
    comments: list[str],
    said: dict[str, object],
    without: set[str],
    is_crlf: bool,
) -> None:
    lines = beginning.splitlines(keepends=True)
    text = "".join(f"{comment}{line}" for line, comment in zip(lines, comments, strict=False))
    text = text.replace("\n", "\r\n") if is_crlf else text
    repo = Repo(tmp_path_factory.mktemp("r"))
    repo.add(content=text)
    given_ = {"title": "Always other", **said}
    after = edit(load(Repository(repo.root)), ID, given_, sorted(without), date(2026, 3, 1)).changes[0].after
    assert isinstance(toml.parse(after), dict)
    ours = {"title", "summary", "level", "city", "topic", "stage", "country", "name", "role", "institution"}
    ours |= {"[[topics]]", "[[participants]]", "[venue]", "", "a", "é", 'z"""'}
    for line in difflib.ndiff(text.splitlines(), after.splitlines()):
        mark, content = line[0], line[2:].strip()
        first = content.partition(" ")[0]
        if mark == "-" and content.startswith("#") and not without:
            pytest.fail(f"a comment was lost: {line}")
        if mark in "+-" and not (content.startswith(("#", "{", '"', "topics")) or first in ours):
            pytest.fail(f"another line changed: {line}")


def test_minutes_are_a_source_of_their_own_and_never_make_a_published_one_internal(repo: Repo, coopdb: Run) -> None:
    path = repo.add(f"2026/{ID}.toml", GOOD)
    for _ in range(2):  # the second time it says that nothing would change
        coopdb("edit", ID, "--source", "minutes")
    own = '\n[[sources]]\ntitle = "Own minutes"\nkind = "internal-note"\n'
    assert path.read_text(encoding="utf-8") == GOOD + own
    coopdb("edit", ID, "--source", "minutes: Of the visit")
    other = '\n[[sources]]\ntitle = "Of the visit"\nkind = "internal-note"\n'
    assert path.read_text(encoding="utf-8") == GOOD + own + other
