"""`coopdb add` makes records by options, in a dialogue, from drafts, and in an editor."""

import builtins
import os
import stat
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import GOOD, ROOT, Repo, Result

from coopdb.cli import terminal

Run = Callable[..., Result]
COOPDB = (sys.executable, "-m", "coopdb")
FLAGS = (
    "add", "--title", "Talks on cloud", "--date", "2026-03-05", "--party", "Maroc", "--party", "QA", "--topic", "IA",
    "--source", "https://example.org/x",
)  # fmt: skip


@pytest.mark.parametrize(
    ("published", "day"),
    [("2026-03-12", "2026-03-10"), ("12 March 2026", "2026-03-10"), ("2026-03", None), ("2026", None), ("junk", None)],
)
def test_an_article_counts_from_the_day_that_the_options_say(
    repo: Repo, coopdb: Run, published: str, day: str | None
) -> None:
    text = "Berg meets Otieno\n\nNorwegian Foreign Minister Ingrid Berg met Kenyan Foreign Minister Peter Otieno "
    (repo.root / "b.txt").write_text(f"{text}on Tuesday to discuss cybersecurity.\n")
    result = coopdb("add", "--from", "b.txt", "--published", published, "--source", "https://example.org/a")
    assert result.out == (f"records/2026/{day}-ke-no.toml\n" if day else "")
    assert ("junk` is not a date" in result.err) == (published == "junk")


def test_a_record_is_added_by_options_alone(repo: Repo, coopdb: Run) -> None:
    result = coopdb(
        "add", "--title", "Talks", "--date", "2026-03-05", "--end-date", "2026-03-06", "--status", "held",
        "--kind", "visit", "--level", "ministerial", "--mode", "hybrid", "--host-event", "Forum", "--summary", "S.",
        "--party", "Maroc: Amal Idrissi; Minister; Ministry; lead", "--party", "European Union", "--party", "قطر",
        "--topic", "cloud=agreed", "--topic", "IA", "--venue", "Palais", "--city", "Rabat", "--venue-country", "Maroc",
        "--document", "mou: On data; 2026-03-05", "--document", "roadmp", "--document", "treaty; true",
        "--commitment", "MA: share it; 2026-06", "--commitment", "meet again",
        "--source", "https://example.org/x", "--source", "https://example.org/y", "--source-title", "T",
        "--publisher", "P", "--author", "W", "--published", "2026-03-06", "--language", "fr", "--source-kind", "press",
        "--slug", "Été à Rabat", "--no-draft",
    )  # fmt: skip
    assert (result.code, result.out) == (2, "")
    assert (
        result.err == "error: `--document roadmp`: unknown kind of document `roadmp`\n  help: did you mean `roadmap`?\n"
    )
    result = coopdb(*(each for each in _full()))
    assert (result.code, result.out) == (0, "records/2026/2026-03-05-european-union-ma-ete-a-rabat.toml\n")
    data = tomllib.loads((repo.root / result.out.strip()).read_text(encoding="utf-8"))
    assert data["participants"][0] == {
        "country": "MA", "name": "Amal Idrissi", "role": "Minister", "institution": "Ministry", "capacity": "lead",
    }  # fmt: skip
    assert [each.get("organization") for each in data["participants"]] == [None, "european-union", None]
    assert data["documents"][0]["title"] == "On data"
    assert data["documents"][1] == {"key": "way", "kind": "roadmap", "title": "Way", "signed": True}
    assert str(data["commitments"][0]["due"]) == "2026-06"
    assert data["sources"][0]["publisher"] == "P"
    assert coopdb("validate", "--ignore", "N,S").code == 0
    assert coopdb("fmt", "--check").code == 0


def _full() -> Iterable[str]:
    return (
        "add", "--title", "Talks", "--date", "2026-03-05", "--kind", "visit", "--city", "Rabat",
        "--party", "Maroc: Amal Idrissi; Minister; Ministry; lead", "--party", "European Union", "--party", "قطر",
        "--topic", "cloud=agreed", "--document", "mou: On data; 2026-03-05", "--document", "roadmap: Way; true",
        "--commitment", "MA: share it; 2026-06", "--commitment", "meet again",
        "--source", "https://example.org/x", "--publisher", "P", "--published", "2026-03-06", "--slug", "Été à Rabat",
    )  # fmt: skip


def test_what_is_missing_or_wrong_is_said_and_nothing_is_written(repo: Repo, coopdb: Run) -> None:
    assert "--source" not in coopdb("add", "--publisher", "P").err
    missing = coopdb("add", "--title", "x")
    assert (missing.code, missing.err.splitlines()[0]) == (
        2, "error: a record needs `--date`, `--party`, `--topic`, `--source`",
    )  # fmt: skip
    wrong = coopdb(*FLAGS, "--party", "Marocco", "--topic", "clod", "--date", "2026-02-30")
    assert wrong.code == 2
    assert wrong.err.splitlines() == [
        "error: `--date 2026-02-30`: there is no 30 February 2026",
        "  help: February 2026 has 28 days",
        "error: `--party Marocco`: unknown country `Marocco`",
        "  help: did you mean `Morocco`?",
        "error: `--topic clod`: unknown topic `clod`",
        "  help: did you mean `Cloud computing`?",
    ]
    assert coopdb(*FLAGS, "--party", ": x").code == 2
    assert coopdb(*FLAGS, "--end-date", "2026-01-0x").code == 2
    early = coopdb(*FLAGS, "--end-date", "2026-01-01")
    assert (early.code, "  --> `--end-date 2026-01-01`" in early.err, "new.toml" in early.err) == (1, True, False)
    assert list(repo.root.glob("records/**/*.toml")) == []


def test_a_session_of_another_dialogue_in_the_same_days_is_no_repetition(repo: Repo, coopdb: Run) -> None:
    assert coopdb(*FLAGS, "--series", "Cyber dialogue").code == 0
    other = [*FLAGS, "--title", "Other talks"]
    assert coopdb(*other, "--series", "cyber dialogue").code == 1
    assert coopdb(*other).code == 1
    assert coopdb(*other, "--series", "Space dialogue").code == 0


def test_a_meeting_that_is_recorded_already_is_not_written_unforced(repo: Repo, coopdb: Run) -> None:
    assert coopdb(*FLAGS).out == "records/2026/2026-03-05-ma-qa.toml\n"
    again = coopdb(*FLAGS)
    assert (again.code, again.out) == (1, "")
    assert "may be the same meeting" in again.err
    assert "`--force`" in again.err
    for number in (2, 3):
        assert coopdb(*FLAGS, "--force").out == f"records/2026/2026-03-05-ma-qa-{number}.toml\n"
    assert len(list(repo.root.glob("records/2026/*.toml"))) == 3


def test_it_can_be_seen_before_it_is_written(repo: Repo, coopdb: Run) -> None:
    result = coopdb(*FLAGS, "--dry-run")
    assert tomllib.loads(result.out)["title"] == "Talks on cloud"
    assert list(repo.root.glob("records/**/*.toml")) == []


def test_an_earlier_record_gives_parties_people_and_topics(repo: Repo, coopdb: Run) -> None:
    repo.add(content='level = "ministerial"\n' + GOOD.replace('"MA"', '"MA"\nname = "Amal"\nrole = "Minister"'))
    result = coopdb(
        "add", "--like", "2026-02-01", "--title", "Again", "--date", "2026-05-01", "--source", "https://e.org/2"
    )
    data = tomllib.loads((repo.root / result.out.strip()).read_text(encoding="utf-8"))
    assert (data["level"], data["participants"][0]["name"], data["topics"]) == (
        "ministerial",
        "Amal",
        ["artificial-intelligence"],
    )


def test_minutes_stand_beside_the_address_that_a_draft_has(repo: Repo, coopdb: Run) -> None:
    (repo.root / "d.toml").write_text(GOOD, encoding="utf-8")
    for source, expected in (("minutes", ["https://example.org/1", None]), ("https://e.org/2", ["https://e.org/2"])):
        data = tomllib.loads(coopdb("add", "--from", "d.toml", "--source", source, "--dry-run").out)
        assert [each.get("url") for each in data["sources"]] == expected
        assert data["sources"][0].get("kind") is None


def test_a_draft_or_an_article_is_completed(repo: Repo, coopdb: Run) -> None:
    article = ROOT / "tests/drafts/18.txt"
    result = coopdb("add", "--from", str(article), "--source", "https://example.org/z", "--publisher", "P")
    assert result.out == "records/2025/2025-06-19-gh-tg.toml\n"
    data = tomllib.loads((repo.root / result.out.strip()).read_text(encoding="utf-8"))
    assert data["draft"] is True
    assert data["sources"][0]["url"] == "https://example.org/z"
    assert data["sources"][0]["title"].startswith("Le Ghana")
    (repo.root / "d.toml").write_text(coopdb("draft", str(ROOT / "tests/drafts/01.txt")).out, encoding="utf-8")
    assert coopdb("add", "--from", "d.toml", "--date", "2025-03-12").out == "records/2025/2025-03-12-sn-tn.toml\n"
    several = "--from", str(ROOT / "tests/drafts/13.txt"), "--dry-run"
    refused = coopdb("add", *several)
    assert refused.code == 2
    assert "   2  MA, KE  2025-04-15\n" in refused.err
    assert "run it again with `--number 2` for one of them\n" in refused.err
    assert refused.out == ""
    second = tomllib.loads(coopdb("add", *several, "--source", "https://example.org/k", "--number", "2").out)
    assert {each["country"] for each in second["participants"]} == {"KE", "MA"}
    assert "there is no meeting `3`: the text tells of 2 meetings" in coopdb("add", *several, "--number", "3").err
    assert "one meeting" in coopdb("add", "--from", str(article), "--number", "2").err
    for wrong in (("--from", "d.toml", "--number", "1"), ("--number", "1")):
        assert coopdb("add", *wrong).code == 2
    (repo.root / "d.toml").write_text("title = ", encoding="utf-8")
    assert "is not TOML" in coopdb("add", "--from", "d.toml").err
    (repo.root / "d.toml").write_text(coopdb("draft", several[1]).out, encoding="utf-8")
    assert coopdb("add", "--from", "d.toml").err == (
        "error: `d.toml` holds several drafts\n"
        "  help: give each a file of its own, or give the article: `coopdb add --from FILE --number 2`\n"
    )
    assert "cannot read `none.toml`" in coopdb("add", "--from", "none.toml").err


def test_what_an_option_settles_is_not_to_be_settled(repo: Repo, coopdb: Run) -> None:
    text = "Talks on cloud\n\nThe Kenyan minister met his counterpart."
    (repo.root / "a.txt").write_text(text, encoding="utf-8")
    options = {
        "--date": ("2026-02-01", "the text gives no day of the meeting"),
        "--party": ("KE, NO", "the text names fewer than two parties"),
        "--source": ("https://example.org/a", "the text does not say where it was published"),
    }

    def doubts(*arguments: str) -> list[str]:
        said = coopdb("add", "--from", "a.txt", "--dry-run", *arguments).err
        return [line.removeprefix("to be settled: ") for line in said.splitlines() if line.startswith("to be settled")]

    whole = doubts()
    for option, (value, doubt) in options.items():
        assert doubts(option, value) == [each for each in whole if each != doubt] != whole
    assert doubts("--source", "minutes") == doubts("--source", "https://example.org/a")  # published nowhere
    assert doubts("--publisher", "P") == whole  # which is of the source, but not its address


def test_a_draft_is_walked_through_at_a_terminal(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = answering(monkeypatch, "Settled", "2024-10-03", *[""] * 14, "https://e.org/1", "", "", "", "y")
    result = coopdb("add", "--from", str(ROOT / "tests/drafts/10.txt"))
    assert result.out == "records/2024/2024-10-03-ee-ua.toml\n"
    assert "to be settled: the weekday does not fit the day: 2024-10-03 or 2024-10-01?" in result.err
    assert "Title [Estonia and Ukraine renew digital partnership]: " in prompts
    assert "Party [1 Estonia: Liisa Pakosta, 2 Ukraine: Mykhailo Fedorov]: " in prompts
    data = tomllib.loads((repo.root / result.out.strip()).read_text(encoding="utf-8"))
    assert (data["title"], data["participants"][0]["name"]) == ("Settled", "Liisa Pakosta")
    assert data["draft"] is True


def editor(repo: Repo, script: str) -> str:
    path = repo.root / "editor.py"
    path.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{script}\n", encoding="utf-8"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_an_editor_has_the_last_word(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    change = "path.write_text(path.read_text().replace('Talks on cloud', 'Edited'))"
    monkeypatch.setenv("EDITOR", editor(repo, change))
    result = coopdb(*FLAGS, "--edit")
    assert 'title = "Edited"' in (repo.root / result.out.strip()).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["", "; sys.exit(1)"])
@pytest.mark.parametrize("command", ["add", "edit"])
def test_what_was_typed_in_a_folder_of_records_is_kept_beside_them(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, command: str, code: str
) -> None:
    path = repo.add()
    monkeypatch.setenv("EDITOR", editor(repo, f"path.write_text('title = \"my work'){code}"))
    monkeypatch.chdir(path.parent)
    words = (*FLAGS, "--edit") if command == "add" else ("edit", path.stem)
    result = coopdb(*words)
    assert (result.code, list((repo.root / "records").rglob("*.toml"))) == (3, [path])
    assert "what you typed is in `../../draft-1.toml`" in result.err
    assert (repo.root / "draft-1.toml").read_text(encoding="utf-8") == 'title = "my work'


def test_what_was_typed_is_kept_when_it_is_not_valid(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(repo, "path.write_text('title = \"my work')"))
    result = coopdb(*FLAGS, "--edit")
    assert result.code == 3
    (kept,) = repo.root.glob("draft-*.toml")
    assert kept.read_text(encoding="utf-8") == 'title = "my work'
    assert kept.name in result.err
    assert not (repo.root / "records/2026").exists()


@pytest.mark.parametrize(("command", "message"), [("no-such-editor", "cannot start"), ("false", "ended with 1")])
def test_an_editor_that_fails_writes_nothing(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, command: str, message: str
) -> None:
    monkeypatch.setenv("VISUAL", command)
    result = coopdb(*FLAGS, "--edit")
    assert (result.code, message in result.err) == (3, True)
    assert not (repo.root / "records/2026").exists()


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Sit at a terminal and give these answers; return the prompts that were shown."""
    prompts: list[str] = []
    rest = iter(answers)

    def answer(prompt: str = "") -> str:
        prompts.append(prompt)
        try:
            found = next(rest)
        except StopIteration:
            raise AssertionError(prompts[-3:]) from None
        if found == "^C":
            raise KeyboardInterrupt
        if found == "^D":
            raise EOFError
        return found

    monkeypatch.setattr(builtins, "input", answer)
    monkeypatch.setattr("coopdb.cli.adding.is_at_terminal", lambda: True)
    return prompts


def test_tab_completes_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    import readline

    set_words = terminal.completer()
    set_words(["Web Summit", "web forum", "GITEX", "web\x1b[2J"])
    complete = readline.get_completer()
    assert complete is not None
    assert [complete("WEB", state) for state in range(3)] == ["Web Summit", "web forum", None]
    monkeypatch.setitem(sys.modules, "readline", None)
    terminal.completer()(["x"])


def test_two_at_once_never_overwrite_each_other(repo: Repo) -> None:
    import subprocess

    command = [sys.executable, "-m", "coopdb", *FLAGS, "--force"]

    def run(number: int) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*command, "--summary", f"number {number}"], capture_output=True, text=True, check=False, cwd=repo.root
        )

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(run, range(4)))
    written = [each.stdout.strip() for each in done if each.returncode == 0]
    files = sorted(str(path.relative_to(repo.root)) for path in repo.root.glob("records/*/*.toml"))
    assert sorted(written) == files
    assert len({(repo.root / path).read_text(encoding="utf-8") for path in files}) == len(files)
    assert all("is there already" in each.stderr for each in done if each.returncode)


def test_a_full_disk_is_said_and_leaves_everything_as_it_was(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("coopdb.store.files.writing.os.fsync", full)
    result = coopdb(*FLAGS)
    assert (result.code, "No space left" in result.err) == (3, True)
    assert [path for path in repo.root.rglob("*") if path.is_file()] == []


BOTH = "a record begins with `--like` or with `--from`, not with both"
DRAFT = """title = "Morocco and Qatar talk about AI"
date = 2026-02-01
topics = ["artificial-intelligence"]
participants = [{ country = "MA" }, { country = "QA" }]

[[sources]]
title = "Talks in Do\\u00adha"
"""


def place_of(said: str) -> str:
    """Return what is named as the place of K010."""
    return said.split("[K010]")[1].splitlines()[1].strip()


@pytest.mark.parametrize(
    ("draft", "options", "place"),
    [
        (DRAFT, ("--source", "https://example.org/2"), "--> line 13: title ="),  # which the option does not say
        (
            DRAFT,
            ("--source", "https://example.org/2; title=A\u200bB"),
            "--> `--source https://example.org/2; title=A\\u200bB`",
        ),
        (DRAFT, ("--source-title", "A\u200bB"), "--> `--source-title A\\u200bB`"),
        (f'{DRAFT}url = "https://example.org/1"\n', ("--source", "minutes"), "--> line 13: title ="),
        (
            f'{DRAFT}url = "https://example.org/1"\n'.replace("\\u00ad", ""),
            ("--source", "minutes: A\u200bB"),
            "--> `--source minutes: A\\u200bB`",
        ),
    ],
)
def test_what_is_wrong_with_a_draft_is_not_told_of_an_option(
    draft: str, options: Sequence[str], place: str, repo: Repo, coopdb: Callable[..., Result], tmp_path: Path
) -> None:
    repo.add()
    (tmp_path / "a.toml").write_text(draft, encoding="utf-8")
    assert place_of(coopdb("add", "--from", "a.toml", "--dry-run", *options).err).startswith(place)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("arguments", "done"),
    [
        (FLAGS, "the record is written: `records/2026/2026-03-05-ma-qa.toml`"),
        (
            ("move", "2026-02", "2026-02-03"),
            "the change is written: records/2026/2026-02-03-ma-qa.toml: date",
        ),
        (("edit", "2026-02", "--title", "Other"), "the change is written: records/2026/2026-02-01-ma-qa.toml: title"),
        (("close", "2026-02#share"), "the change is written: records/2026/2026-02-01-ma-qa.toml"),
    ],
)
def test_what_is_written_is_said_where_the_output_cannot_be(repo: Repo, arguments: Sequence[str], done: str) -> None:
    path = repo.add(content=GOOD + '\n[[commitments]]\ntext = "share the code"\nkey = "share"\n')
    before = sorted(repo.root.glob("records/*/*")), path.read_bytes()
    with Path("/dev/full").open("w") as full:
        result = subprocess.run([*COOPDB, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (result.returncode, "No space left on device, but " + done in result.stderr) == (3, True), result.stderr
    assert "do not run it again" in result.stderr
    assert (sorted(repo.root.glob("records/*/*")), path.exists() and path.read_bytes()) != before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_what_is_only_shown_is_not_said_to_be_written(repo: Repo) -> None:
    repo.add()
    with Path("/dev/full").open("w") as full:
        for arguments in ((*FLAGS, "--dry-run"), ("move", "2026-02", "2026-02-03", "--dry-run")):
            said = subprocess.run([*COOPDB, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            assert (said.returncode, "is written" in said.stderr) == (3, False)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--from", "a.txt", "--like", "2026-02"), BOTH),
        (
            ("--from", "a.toml", "--like", "2026-02", "--edit"),
            "a record begins with `--like` or with `--from`, not with both",
        ),
        (("--from", "a.toml", "--encoding", "windows-1252"), "`--encoding` is that of an article"),
        (("--encoding", "windows-1252"), "`--encoding` is that of an article"),
        (("--from", "a.toml", "--number", "2"), "`--number` chooses a meeting of an article"),
    ],
)
def test_no_option_is_ignored_for_another(
    options: Sequence[str], said: str, repo: Repo, coopdb: Run, tmp_path: Path
) -> None:
    repo.add()
    (tmp_path / "a.txt").write_text("Kenya and Norway met", encoding="utf-8")
    (tmp_path / "a.toml").write_text(DRAFT, encoding="utf-8")
    result = coopdb(*FLAGS, *options)
    assert (result.code, result.err.splitlines()[0]) == (2, f"error: {said}")
    assert len(list(repo.root.glob("records/*/*"))) == 1


@pytest.mark.parametrize(
    ("saves", "said"),
    [
        ("path.write_bytes(b'# caf\\xe9')", "has saved something else than UTF-8"),
        ("path.write_text(path.read_text(), encoding='utf-16')", "has saved something else than UTF-8"),
        ("path.unlink()", "the editor has left no file: no such file or directory"),
        ("path.unlink(); path.mkdir()", "the editor has left no file: is a directory"),
    ],
)
@pytest.mark.parametrize("command", ["add", "edit"])
def test_what_an_editor_saves_is_read_as_it_is_or_not_at_all(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, command: str, saves: str, said: str
) -> None:
    path = repo.add()
    monkeypatch.setenv("EDITOR", editor(repo, saves))
    result = coopdb(*((*FLAGS, "--edit") if command == "add" else ("edit", path.stem)))
    assert (result.code, said in result.err) == (3, True), result.err
    assert path.read_text(encoding="utf-8") == GOOD
    kept = [each.read_bytes() for each in repo.root.glob("draft-*.toml")]
    assert len(kept) == (0 if "unlink" in saves else 1)
    assert "caf" not in saves or kept == [b"# caf\xe9"]


def test_an_editor_that_changes_nothing_changes_no_line_ends(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = repo.add(content=GOOD.replace("\n", "\r\n"))
    monkeypatch.setenv("EDITOR", "true")
    assert coopdb("edit", path.stem).err == "nothing was changed\n"
    assert path.read_bytes() == GOOD.replace("\n", "\r\n").encode()
    monkeypatch.setenv("EDITOR", editor(repo, "path.write_bytes(path.read_bytes().replace(b'talk', b'speak'))"))
    assert coopdb("edit", path.stem).code == 0
    assert path.read_bytes() == GOOD.replace("talk", "speak").replace("\n", "\r\n").encode()


def test_a_process_that_is_ended_while_an_editor_is_open_keeps_what_was_typed(repo: Repo, tmp_path: Path) -> None:
    repo.add()
    script = "import os, signal, time\npath.write_text('mine')\nos.kill(os.getppid(), signal.SIGTERM)\ntime.sleep(9)"
    (tmp_path / "tmp").mkdir()
    environment = {**os.environ, "EDITOR": editor(repo, script), "TMPDIR": str(tmp_path / "tmp")}
    said = subprocess.run([*COOPDB, *FLAGS, "--edit"], env=environment, capture_output=True, text=True, check=False)
    assert (said.returncode, "what you typed is in `draft-1.toml`" in said.stderr) == (130, True), said.stderr
    assert (repo.root / "draft-1.toml").read_text(encoding="utf-8") == "mine"
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_year_that_is_no_folder_is_named(repo: Repo, coopdb: Run) -> None:
    (repo.root / "records/2026").touch()
    result = coopdb(*FLAGS)
    assert (result.code, "2026` is there, and is not a folder" in result.err) == (3, True)
    (repo.root / "records/2026").unlink()
    (repo.root / "records/2026").symlink_to("nowhere")
    result = coopdb(*FLAGS)
    assert (result.code, "2026` is there, and is not a folder" in result.err) == (3, True)
