"""`validate --fix` reaches the end in one run, says fixable of nothing else, and `--diff` is what it does."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from breaking import Broken, repository
from conftest import GOOD, Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.check.fixing import Change, fix
from coopdb.check.runner import check
from coopdb.render.screen import Screen

Run = Callable[..., Result]
TODAY = date(2026, 11, 26)
SEEDS = st.integers(0, 1 << 30)


def after(broken: Broken, changes: tuple[Change, ...]) -> Broken:
    texts = dict(broken.texts)
    for each in changes:
        assert texts.pop(each.old_path) == each.before
    return Broken({**texts, **{each.new_path: each.after for each in changes}})


def codes(broken: Broken) -> list[str]:
    return [problem.code for problem in check(broken.records(), TODAY).problems]


@settings(max_examples=25)
@given(SEEDS)
def test_a_second_run_finds_nothing_more_to_fix(seed: int) -> None:
    broken = repository(seed)
    changes = fix(broken.records(), TODAY)
    fixed = after(broken, changes)
    assert len(fixed.texts) == len(broken.texts)
    assert fix(fixed.records(), TODAY) == ()
    left = [each for each in check(fixed.records(), TODAY).problems if each.is_fixable]
    assert left == []


def git(folder: Path, *arguments: str, stdin: bytes | None = None) -> None:
    """Run git without the configuration of whoever runs the tests."""
    command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false", *arguments]
    subprocess.run(command, cwd=folder, input=stdin, check=True, capture_output=True)


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return what is in the files of a repository, and their modes."""
    files = (each for each in folder.rglob("*") if each.is_file() and not {".git", ".coopdb"} & set(each.parts))
    return {str(each.relative_to(folder)): (each.read_bytes(), each.stat().st_mode) for each in files}


def the_patch_does_what_fix_does(
    top: Path, folder: str, texts: dict[str, bytes], coopdb: Callable[..., tuple[int, bytes]]
) -> dict[str, tuple[bytes, int]]:
    """Compare the tree that `git apply` of `--diff` makes with that of `--fix`, and return it."""
    for path, content in texts.items():
        file = top / folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (top / folder / "records").mkdir(exist_ok=True)
    git(top, "init", "-q")
    before = tree(top)
    code, patch = coopdb(top / folder, "validate", "--diff")
    assert tree(top) == before
    assert code == (1 if patch else 0)
    if patch:
        git(top / folder, "apply", "--whitespace=nowarn", "-", stdin=patch)
        applied = tree(top)
        git(top / folder, "apply", "--whitespace=nowarn", "-R", "-", stdin=patch)
        assert tree(top) == before
    coopdb(top / folder, "validate", "--fix")
    assert tree(top) == (applied if patch else before)
    return tree(top)


@pytest.fixture
def inside(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., tuple[int, bytes]]:
    """Run a command line in a folder; its output is bytes."""
    from coopdb.cli import main

    def run(folder: Path, *arguments: str) -> tuple[int, bytes]:
        monkeypatch.chdir(folder)
        code = main(list(arguments))
        return code, capfdbinary.readouterr().out

    return run


@pytest.mark.parametrize("seed", range(12))
def test_git_applies_what_diff_shows(tmp_path: Path, seed: int, inside: Callable[..., tuple[int, bytes]]) -> None:
    texts = {path: text.encode() for path, text in repository(seed).texts.items()}
    the_patch_does_what_fix_does(tmp_path, ("", "data", "d é/sub")[seed % 3], texts, inside)


FAULTY = """\
title = "Talks"
date = "2026-02-01"
levl = "ministeriall"
topics = ["IA", "artificial-intelligence"]

[venu]
city = "Doha"
[[participant]]
country = "MA"
[[participants]]
country = "Qatar"
[[sources]]
url = "https://example.org/1"
publishd = 2026-02-02"""


def test_names_line_ends_marks_and_modes_are_kept_by_the_patch(
    tmp_path: Path, inside: Callable[..., tuple[int, bytes]]
) -> None:
    texts = {
        'records/2026/a "quoted" name\\.toml': FAULTY.encode(),
        "records/2025/tab\there.toml": FAULTY.replace("\n", "\r\n").encode(),
        "records/2025/2026-02-01-ma-qa-é.toml": b"\xef\xbb\xbf" + FAULTY.replace("Talks", "a\\u2028b\x0c").encode(),
        "records/2026/2026-02-01-ma-qa-form.toml": FAULTY.replace("Talks", "a\u2028b\x85c").encode(),
        "records/2025/2026-02-01-ma-qa-moved.toml": GOOD.encode(),
    }
    texts["records/2025/2026-02-01-ma-qa-é.toml"] = b"\xef\xbb\xbf" + FAULTY.encode()
    (tmp_path / "records/2026").mkdir(parents=True)
    runnable = tmp_path / "records/2026/2026-02-01-ma-qa-form.toml"
    runnable.touch(0o755)
    made = the_patch_does_what_fix_does(tmp_path, "", texts, inside)
    assert made["records/2026/2026-02-01-ma-qa-form.toml"][1] & 0o777 == 0o755
    assert len(made) == len(texts)
    assert sum(content.startswith(b"\xef\xbb\xbf") for content, _ in made.values()) == 1
    assert sum(b"\r\n" in content for content, _ in made.values()) == 1
    assert all(b"publishd" not in content for content, _ in made.values())


def test_two_records_that_change_places_do_so(tmp_path: Path, inside: Callable[..., tuple[int, bytes]]) -> None:
    other = GOOD.replace("2026-02-01", "2025-03-03").replace('"MA"', '"FR"').replace("Morocco", "France")
    texts = {"records/2025/2025-03-03-fr-qa.toml": GOOD.encode(), "records/2026/2026-02-01-ma-qa.toml": other.encode()}
    made = the_patch_does_what_fix_does(tmp_path, "", texts, inside)
    assert made["records/2026/2026-02-01-ma-qa.toml"][0] == GOOD.encode()
    assert made["records/2025/2025-03-03-fr-qa.toml"][0] == other.encode()
    assert len(made) == 2


def test_what_people_toml_says_decides_how_a_name_is_spelled(repo: Repo, coopdb: Run) -> None:
    """Two rules do not change a name for ever, nor does what is usual win over what is said."""
    (repo.root / "records/people.toml").write_text('["Amal Idrissi"]\ncountry = "MA"\n', encoding="utf-8")
    for day, name in ((1, "Amal  Idrissi"), (10, "Amal Idrissi"), (20, "Amal  Idrissi")):
        text = (
            GOOD.replace("02-01", f"02-{day:02}")
            .replace('"MA"', f'"MA"\nname = "{name}"\nrole = "Minister"')
            .replace("/1", f"/{day}")
        )
        repo.add(f"2026/2026-02-{day:02}-ma-qa.toml", text)
    assert coopdb("validate", "--fix", "--strict").code == 0
    assert "nothing to change" in coopdb("validate", "--diff").err
    texts = [path.read_text(encoding="utf-8") for path in (repo.root / "records/2026").iterdir()]
    assert all('"Amal Idrissi"' in text for text in texts)


@pytest.mark.parametrize("count", [3, 120])
def test_records_that_are_to_have_one_id_are_numbered(repo: Repo, coopdb: Run, count: int) -> None:
    for number in range(count):
        repo.add(f"2026/meeting-{number:03}.toml", GOOD.replace("talk", f"talk {number}"))
    coopdb("validate", "--fix")
    names = {path.name for path in (repo.root / "records/2026").iterdir()}
    assert names == {
        "2026-02-01-ma-qa.toml",
        *(f"2026-02-01-ma-qa-{number}.toml" for number in range(2, count + 1)),
    }


def test_a_reference_stays_with_the_record_that_keeps_the_id(repo: Repo, coopdb: Run) -> None:
    repo.add("2025/2026-02-01-ma-qa.toml", GOOD.replace("2026-02-01", "2025-02-01"))
    repo.add()
    other = repo.add(
        "2026/2026-05-01-ma-qa.toml",
        f'related = ["2026-02-01-ma-qa"]\n{GOOD}'.replace("date = 2026-02", "date = 2026-05"),
    )
    coopdb("validate", "--fix")
    assert (repo.root / "records/2025/2025-02-01-ma-qa.toml").exists()
    assert '["2026-02-01-ma-qa"]' in other.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "fixed"),
    [
        ('topics = ["cloud", "cloud"]', 'topics = ["cloud"]'),
        ('topics = ["cloud" , "IA", "cloud",]', 'topics = ["cloud" , "artificial-intelligence", ]'),
        ('topics = [\n  "cloud",\n  "cloud",\n  "5g",\n]', 'topics = [\n  "cloud",\n  "5g",\n]'),
        ('topics = [\n  "cloud", # c\n  "cloud"\n]', 'topics = [\n  "cloud", # c\n]'),
        ('topics = ["cloud", { topic = "cloud", note = "n" }]', 'topics = [{ topic = "cloud", note = "n" }]'),
        (
            '[[topics]]\ntopic = "cloud"\n\n[[topics]]\ntopic = "cloud"\n# on 5G\n[[topics]]\ntopic = "5g"',
            '[[topics]]\ntopic = "cloud"\n\n# on 5G\n[[topics]]\ntopic = "5g"',
        ),
        ('previous_dates = [2026-01-01, 2026-02-01]\ntopics = "5g"', 'previous_dates = [2026-01-01]\ntopics = ["5g"]'),
        ('draft = "False"\ntopics = ["5g"]', 'draft = false\ntopics = ["5g"]'),
    ],
)
def test_what_has_one_cure_is_fixed(repo: Repo, coopdb: Run, before: str, fixed: str) -> None:
    start, end = GOOD.split('topics = ["artificial-intelligence"]\n\n')
    text = "{}{}\n\n{}".format(start, "{}", end) if "[[" not in before else "{}\n{}\n{}".format(start, end, "{}")
    path = repo.add(content=text.replace("{}", before))
    coopdb("validate", "--fix")
    assert path.read_text(encoding="utf-8") == text.replace("{}", fixed)


@pytest.mark.parametrize(
    "topics",
    [
        '[[topics]]\ntopic = "cloud"\n[[topics]]\ntopic = "cloud"\nstage = "agreed"\n',
        '[[topics]]\ntopic = "cloud"\nnote = "a"\n[[topics]]\ntopic = "cloud"\nnote = "b"\n',
        '[[topics]]\ntopic = "cloud"\n[[topics]]\n# why\ntopic = "cloud"\n',
        '[[topics]]\ntopic = "cloud"\n[[topics]]\ntopic = "cloud" # why\n',
        '[[topics]]\ntopic = "cloud"\nstage = "x"\n[[topics]]\ntopic = "cloud"\n',
    ],
)
def test_a_topic_twice_stays_where_something_would_be_lost(repo: Repo, coopdb: Run, topics: str) -> None:
    path = repo.add(content=GOOD.replace('topics = ["artificial-intelligence"]\n', "") + topics)
    result = coopdb("validate", "--fix", "--format", "concise")
    assert "K006" in result.out
    assert "can fix" not in result.err
    assert path.read_text(encoding="utf-8").endswith(topics)


def test_a_key_that_would_stand_twice_is_not_offered(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace("date", 'tittle = "T"\ndate') + "published = 2026-02-02\npublishd = 2026-02-03\n")
    out = coopdb("validate", "--format", "concise").out
    assert "(`title` stands here too: keep one of the two)" in out
    assert "(`published` stands here too: keep one of the two)" in out
    assert "can fix" not in coopdb("validate").err


def test_keys_are_renamed_however_they_are_written(repo: Repo, coopdb: Run) -> None:
    path = repo.add(
        content=GOOD.replace(
            "topics", "\"levl\" = \"ministerial\"\n\t'mod' = 'online'\nvenue = { citi = 'Doha' }\ntopics"
        )
        + 'publishd = 2026-02-02\n[ \'document\' . x ]\n[[ "commitment" ]] # c\ntext = "t"\n'
    )
    coopdb("validate", "--fix")
    after = path.read_text(encoding="utf-8")
    assert "level = \"ministerial\"\n\tmode = 'online'\nvenue = { city = 'Doha' }\n" in after
    assert "published = 2026-02-02\n" in after
    assert '[[ commitments ]] # c\ntext = "t"\n' in after


def test_of_two_slips_for_one_key_the_first_becomes_it(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=GOOD.replace("title", "titl") + "publishd = 2026-02-02\npublishedd = 2026-02-03\n")
    assert "K002" in coopdb("validate", "--fix", "--format", "concise").out
    after = path.read_text(encoding="utf-8")
    assert after.startswith("title = ")
    assert after.endswith("published = 2026-02-02\npublishedd = 2026-02-03\n")
    assert "can fix" not in coopdb("validate").err


def test_one_slip_among_headers_of_an_array_is_fixed(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=GOOD.replace("[[participants]]", "[[particpants]] # why", 1))
    coopdb("validate", "--fix")
    assert path.read_text(encoding="utf-8") == GOOD.replace("[[participants]]", "[[participants]] # why", 1)


def test_own_topics_and_people_are_fixed_too(repo: Repo, coopdb: Run) -> None:
    """And what was unknown without them is then known, and canonical, in the same run."""
    (repo.root / "coopdb.toml").write_text('ignor = ["R"]\n', encoding="utf-8")
    (repo.root / "records/topics.toml").write_text(
        '[smart-ports]\nlables = { fr = "Ports malins" }\n', encoding="utf-8"
    )
    (repo.root / "records/people.toml").write_text("x = \n", encoding="utf-8")
    path = repo.add(content=GOOD.replace('"artificial-intelligence"', '"Ports malins"'))
    repo.add("2026/2026-03-01-ma-qa.toml", "x")
    shown = coopdb("validate", "--diff").out
    assert "+++ b/coopdb.toml" in shown
    result = coopdb("validate", "--fix", "--format", "concise")
    assert [line.split()[1] for line in result.out.splitlines()] == ["F004", "F004"]
    assert 'topics = ["smart-ports"]' in path.read_text(encoding="utf-8")
    assert coopdb("validate", "--fix").err.startswith("5 files checked")


def test_a_terminal_is_shown_no_control_characters(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add(content=GOOD.replace("Morocco and", "\u202e").replace("title", "titl"))
    monkeypatch.setattr("coopdb.cli.fixing.screen", lambda: Screen(is_terminal=True, width=80))
    assert "\\u202e" in coopdb("validate", "--diff").out


def test_many_fixes_in_a_file_that_cannot_all_be_made_are_made_in_the_end(repo: Repo, coopdb: Run) -> None:
    """Where all at once would do harm each is tried alone, a limited number at a time."""
    topics = ", ".join(f'"{name}"' for name in ["IA", "Cloud", "5G"] * 40)
    path = repo.add(
        content=f"topics = [{topics}]\n" + GOOD.replace("topics", "lvl = 3\nmod = 'online'\nmodd = 'online'\nx", 1)
    )
    coopdb("validate", "--fix")
    text = path.read_text(encoding="utf-8")
    assert text.startswith('topics = ["artificial-intelligence", "cloud", "5g"')
    assert "can fix" not in coopdb("validate").err
    assert "nothing to change" in coopdb("validate", "--diff").err


def test_slips_within_what_is_a_slip_itself_are_fixed(repo: Repo, coopdb: Run) -> None:
    slips = GOOD.replace("[[sources]]", "[[source]]").replace("url =", "URL =")
    path = repo.add(content=slips + '\n[venu]\ncountri = "Maroc"\nname = 5\n')
    coopdb("validate", "--fix")
    assert path.read_text() == GOOD + '\n[venue]\ncountry = "MA"\nname = 5\n'


def test_what_a_renamed_key_lays_bare_is_no_reason_to_leave_others(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=GOOD.replace('"QA"', '"Qatar"') + '\n[venu]\nplanet = "Mars"\ncountry = "Maroc"\n')
    assert "can fix 2" in coopdb("validate").err
    coopdb("validate", "--fix")
    assert path.read_text() == GOOD + '\n[venue]\nplanet = "Mars"\ncountry = "MA"\n'
