"""Answers and options are understood as people write them, or asked, never guessed."""

import os
import signal
import sys
import tempfile
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import assume, given
from hypothesis import strategies as st

from coopdb.author.answer_context import AnswerContext
from coopdb.author.cities import countries_meant, countries_of
from coopdb.author.course import called, of_route, put, steps, well_formed
from coopdb.author.days import day, in_words, read_day
from coopdb.author.occasions import is_to_come, tells_of
from coopdb.author.origins import read_sources
from coopdb.author.outcomes import read_commitment, read_document
from coopdb.author.parties import party_choices, read_country, read_parties
from coopdb.author.proposal import Proposal
from coopdb.author.several import is_name_of
from coopdb.author.subjects import read_topics
from coopdb.author.unclear_answer import Unclear
from coopdb.author.worded_values import read_value, values_of
from coopdb.check.problem import Problem
from coopdb.cli import keeping, terminal
from coopdb.cli.editor import in_editor
from coopdb.cli.proposing import show_problems
from coopdb.errors import StopError
from coopdb.record.span import at
from coopdb.record.values import Kind
from coopdb.store.files.records import RecordFiles
from coopdb.store.files.repository import Repository
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("several_cores")
MONTHS = "January February March April May June July August September October November December".split()


@cache
def setting() -> AnswerContext:
    return AnswerContext(RecordFiles((), packaged_vocabularies()), date(2026, 5, 1), {"date": date(2026, 3, 5)})


def labels() -> list[str]:
    """Return the names of countries, in three languages, that mean one by themselves."""
    words = setting().records.vocabularies.countries
    found = (
        name for each in words.entries.values() for _, language, name in each.names() if language in ("en", "fr", "ar")
    )
    return sorted({name for name in found if len(words.resolve(name, setting().naming.on)) == 1 and ":" not in name})


def refused(read: Callable[..., Any], *arguments: Any) -> tuple[str, str]:
    with pytest.raises(StopError) as error:
        read(*arguments)
    return error.value.message, error.value.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-01", date(2026, 2, 1)), ("2026-3-12", date(2026, 3, 12)), ("12 mars 2026", date(2026, 3, 12)),
        ("12.03.2026~", None), ("13/03/2026", date(2026, 3, 13)), ("March 12, 2026", date(2026, 3, 12)),
        ("١٢ مارس ٢٠٢٦", date(2026, 3, 12)), ("mars 2026", "2026-03"), ("2026 ~", "2026~"), ("2026-03~", "2026-03~"),
        ("12 March 2026~", "2026-03-12~"), (" 2026 ", "2026"),
    ],
)  # fmt: skip
def test_a_day_is_understood_as_it_is_written(text: str, expected: object) -> None:
    found = read_day(text)
    assert isinstance(found, Unclear) if expected is None else found == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("30/02/2026", "there is no 30 February 2026", "February 2026 has 28 days"),
        ("2024-02-30", "there is no 30 February 2024", "February 2024 has 29 days"),
        ("31 avril 2026", "there is no 31 April 2026", "April 2026 has 30 days"),
        ("0/13/2026", "there is no 13 0", ""), ("2026-13-05", "there is no month 13", "write"),
        ("13/2026", "there is no month 13", "write"), ("45/13/2026", "there is no month 13", "write"),
        ("12/03/26", "`12/03/26` has no year of four digits", "write"),
        ("12 March", "`12 March` has no year of four digits", "write"), ("soon", "`soon` is not a date", "write"),
        ("mars 0000", "`mars 0000` is not a date", "write"), ("", "`` is not a date", "write"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_explained(text: str, message: str, hint: str) -> None:
    found = refused(read_day, text)
    assert found[0] == message or text == "0/13/2026"
    assert found[1].startswith(hint)
    assert day(text) == text.strip()


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["/", ".", "-", " / "]))
def test_a_day_in_numbers_is_that_day_or_asked_between_the_two_it_may_be(when: date, mark: str) -> None:
    in_order = read_day(f"{when.year:04}{mark}{when.month}{mark}{when.day}")
    assert (
        in_order
        == read_day(f"{when.day} {MONTHS[when.month - 1]} {when.year}")
        == read_day(in_words(str(when)))
        == when
    )
    found = read_day(f"{when.day}{mark}{when.month}{mark}{when.year}")
    swapped = when.day <= 12 and when.day != when.month
    assert isinstance(found, Unclear) == swapped
    assert when in ([each.value for each in found.choices] if isinstance(found, Unclear) else [found])
    assert day(f"{when.day}{mark}{when.month}{mark}{when.year}") == (
        f"{when.day}{mark}{when.month}{mark}{when.year}" if swapped else when
    )


@given(
    st.lists(st.sampled_from(labels()), min_size=1, max_size=4),
    st.sampled_from([", ", " and ", " et ", " & ", ";", "، ", " – ", "\n/ "]),
)
def test_several_parties_are_the_same_as_one_after_another(names: list[str], mark: str) -> None:
    alone = [read_parties(name, setting()) for name in names]
    assume(len({str(each) for each in alone}) == len(names))  # the same country by two names is one
    found = read_parties(mark.join(names), setting())
    assert found == [each for one in alone for each in one]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Allemagne, Estonie", ["DE", "EE"]), ("Trinidad and Tobago and Qatar", ["TT", "QA"]),
        ("Korea, South, Chad", ["KR", "TD"]), ("Austria,Hungary", ["AT", "HU"]), ("المغرب وقطر", ["MA", "QA"]),
        ("UNESCO and EU", ["unesco", "european-union"]), ("Maroc, , Qatar,", ["MA", "QA"]),
    ],
)  # fmt: skip
def test_parties_are_found_in_one_answer(text: str, expected: list[str]) -> None:
    assert [*map(str, [next(iter(each.values())) for each in read_parties(text, setting())])] == expected


def test_what_is_not_one_thing_is_asked_or_refused() -> None:
    congo = read_parties("Congo and Chad", setting())
    assert [each.label for each in congo.choices] == ["Congo (Kinshasa), Chad", "Congo (Brazzaville), Chad"]
    paris = read_parties("Paris: Jean Dupont", setting())
    assert paris.choices[0].value == [{"country": "FR", "name": "Jean Dupont"}]
    assert refused(read_parties, "Chad, Qatar: Jean Dupont", setting())[0] == "`Chad, Qatar` names several parties"
    assert refused(read_parties, ", ".join(["Congo"] * 4), setting())[1] == "write `CD` or `CG`"
    assert refused(read_country, "Marocco", setting()) == ("unknown country `Marocco`", "did you mean `Morocco`?")
    assert [each.value for each in party_choices("unesco", setting())] == [{"organization": "unesco"}]
    both = refused(read_commitment, "Congo: do it; 12/03/2026", setting())
    assert both == ("`Congo` may mean several things", "write `CD` or `CG`")
    asked = read_commitment("CD: do it; 12/03/2026", setting())
    assert asked.choices[0].value == {"text": "do it", "owner": "CD", "due": date(2026, 3, 12)}
    assert refused(read_commitment, "Utopia: do it", setting())[0] == "unknown country `Utopia`"
    assert is_name_of(setting().records.vocabularies.countries)("Korea، South")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("memorandum", {"kind": "mou"}), ("Memorandum of Understanding", {"kind": "mou"}),
        ("مذكرة تفاهم", {"kind": "mou"}), ("MoU on data", {"kind": "mou", "title": "MoU on data"}),
        ("Joint statement on AI; yes", {"kind": "joint-statement", "title": "Joint statement on AI", "signed": True}),
        ("treaty; true", {"kind": "treaty", "signed": True}), ("accord: ; non", {"kind": "agreement", "signed": False}),
        ("memorandum: a; b; 2026-03-12", {"kind": "mou", "title": "a; b", "signed": date(2026, 3, 12)}),
        ("roadmap: x; 2026", {"kind": "roadmap", "title": "x", "signed": "2026"}),
    ],
)  # fmt: skip
def test_a_document_is_understood_in_prose(text: str, expected: dict[str, Any]) -> None:
    assert read_document(text, setting()) == expected


NAMED = "agreement: On data; 2026-02-01; in_force=2026-03; expires = 12 March 2031; renewal=automatic; binding=yes"


def test_what_else_is_known_follows_by_its_key() -> None:
    assert read_document(NAMED, setting()) == {
        "kind": "agreement", "title": "On data", "signed": date(2026, 2, 1), "in_force": "2026-03",
        "expires": date(2031, 3, 12), "renewal": "automatic", "binding": True,
    }  # fmt: skip
    promise = read_commitment("MA: share it; 2026-06; key=share; status=in progress; evidence=they said so", setting())
    assert promise == {
        "text": "share it", "owner": "MA", "due": "2026-06", "key": "share", "status": "in-progress",
        "evidence": "they said so",
    }  # fmt: skip
    told = {"url": "https://example.org/a;v=1", "party": "QA", "published": date(2026, 2, 2), "kind": "press"}
    text = "https://example.org/a;v=1; party=Qatar; published=2026-02-02; kind=Press"
    assert read_sources(text, setting()) == [told]
    assert read_sources("minutes; title=Ours; language=fr", setting()) == [
        {"kind": "internal-note", "title": "Ours", "language": "fr"}
    ]
    two = read_sources("https://example.org/1 https://example.org/2; language=fr", setting())
    assert [each["language"] for each in two] == ["fr", "fr"]


def test_what_is_no_key_belongs_to_the_title_and_a_slip_is_told() -> None:
    assert read_document("roadmap: Data; sum=b; 2026", setting())["title"] == "Data; sum=b"
    assert refused(read_document, "roadmap: Data; sum=b", setting())[0].startswith("`sum=b`")  # no day


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (read_document, "mou: x; expire=2031", "unknown key `expire` of `documents`"),
        (read_document, "mou: x; expires=", "`expires=` has no value"),
        (read_document, "mou: x; expires=2031; expires=2032", "`expires` is given twice"),
        (read_document, f"mou: x{'; title=y' * 3}", "`title` is given twice"),
        (read_document, "mou: x; 2026-02-01; signed=2026-02-02", "`signed` is given twice"),
        (read_document, "mou: x; signed=2026-02-02; kind=treaty", "`kind` is given twice"),
        (read_commitment, "MA: do it; owner=Congo", "`owner` is given twice"),
        (read_sources, "https://example.org/1; url=https://example.org/2", "`url` is given twice"),
        (read_document, "mou: x; expires=2031; 2026-02-01", "`expires=` does not stand at the end"),
        (read_document, "mou: x; expires=2031;", "`expires=` does not stand at the end"),
        (read_document, "mou: x; topics=5g; 2026-02-01", "`topics` has several values"),
        (read_document, "mou: x; signatories=A", "`signatories` has several values"),
        (read_commitment, "do it; updates=x; 2026", "`updates` has several values"),
        (read_document, "mou: x; binding=perhaps", "`binding=perhaps` is not yes or no"),
        (read_document, "mou: x; renewal=never", "unknown renewal `never`"),
        (read_sources, "https://example.org/1; party=Utopia", "unknown country `Utopia`"),
        (read_sources, "https://example.org/1 https://example.org/2; party=Congo", "`Congo` may mean several things"),
        (read_commitment, "Congo: do it; due=12/03/2026", "`12/03/2026` may be 12 March 2026 or 3 December 2026"),
    ],
)
def test_a_named_value_that_is_not_understood_is_told(read: Callable[..., Any], text: str, message: str) -> None:
    assert refused(read, text, setting())[0] == message


def test_a_doubt_of_a_named_value_is_asked() -> None:
    asked = read_sources("https://example.org/1; party=Congo", setting())
    assert [each.value[0]["party"] for each in asked.choices] == ["CD", "CG"]
    asked = read_document("mou: x; expires=12/03/2031", setting())
    assert asked.choices[0].value == {"kind": "mou", "title": "x", "expires": date(2031, 3, 12)}


def test_values_and_topics_are_understood_in_any_capitals_and_words() -> None:
    assert [read_value(each, values_of("Level")) for each in ("MINISTERIAL", "Head of state", "ministre")] == [
        "ministerial", "head-of-state", "ministerial",
    ]  # fmt: skip
    for each in Kind.__args__:  # type: ignore[attr-defined]
        assert read_value(each.replace("-", " ").upper(), values_of("Kind")) == each
    assert read_topics("IA=Convenu, cloud", setting()) == [
        {"topic": "artificial-intelligence", "stage": "agreed"}, {"topic": "cloud"},
    ]  # fmt: skip
    assert refused(read_value, "xyzzy", ("a", "b")) == ("unknown value `xyzzy`", "one of a, b")
    assert values_of("Nothing") == ()


@pytest.mark.parametrize(
    ("what", "text", "expected"),
    [
        ("signing", "Morocco and Qatar sign a text", True), ("signing", "Le Maroc et le Qatar signent", True),
        ("signing", "توقيع مذكرة تفاهم", True), ("signing", "A signal for design", False),
        ("promise", "They agreed to meet", True), ("promise", "Ils se sont engagés", True), ("promise", "Talks", False),
        ("again", "They will meet again", True), ("again", "الاجتماع القادم", True), ("again", "Again, talks", False),
        ("series", "3ème session de la commission mixte", True), ("remote", "by videoconference", True),
        ("remote", "The evidence", False),
    ],
)  # fmt: skip
def test_a_word_tells_what_else_to_ask(what: str, text: str, expected: bool) -> None:
    assert tells_of(what, setting()._replace(values={"title": text})) == expected
    assert tells_of(what, setting()._replace(values={"summary": text})) == expected


def test_values_are_put_and_taken_out_and_nothing_empty_stays() -> None:
    values = put({"title": "x", "venue": {"city": "Rabat"}}, ("venue", "city"), None)
    assert values == {"title": "x"}
    assert put({"participants": [{"country": "MA"}]}, ("participants", 0, "name"), "A") == {
        "participants": [{"country": "MA", "name": "A"}]
    }
    assert put(values, ("sources",), []) == values
    asked = setting()._replace(values={"documents": [{"kind": "mou"}, {}]})
    assert [each.prompt for each in steps(asked) if each.route[0] == "documents"][1::2] == [
        "Title of the mou", "Title of the ",
    ]  # fmt: skip
    assert called({}) == "?"
    assert of_route(asked, ("nothing",)) is None
    assert well_formed({"topics": ["a", {"topic": "b"}], "venue": {}, "sources": [1]})[1] == ["sources"]


FAULTS = (
    ("--document", "memorndum: foo", "unknown kind of document `memorndum`"),
    ("--topic", "clod", "unknown topic `clod`"),
    ("--party", "Marocco", "unknown country `Marocco`"),
    ("--party", "MA: A; B; C; chief", "unknown capacity `chief`"),
    ("--party", "Congo", "`Congo` may mean several things"),
    ("--commitment", "MA:", "`MA:` does not say what was promised"),
    ("--commitment", "QA: do; soon", "`soon` is not a date"),
    ("--date", "12/03/2026", "`12/03/2026` may be 12 March 2026 or 3 December 2026"),
    ("--end-date", "2026-02-30", "there is no 30 February 2026"),
    ("--next-meeting", "soon", "`soon` is not a date"),
    ("--published", "30/02/2026", "there is no 30 February 2026"),
    ("--level", "high", "unknown value `high`"),
    ("--source", "e.org", "`e.org` is not an address of the web"),
    ("--source-kind", "gossip", "unknown kind of source `gossip`"),
    ("--venue-country", "Utopia", "unknown country `Utopia`"),
    ("--follows", "1999", "no record has the id `1999`"),
)
SOUND = (
    "add", "--title", "T", "--date", "2026-03-05", "--party", "MA", "--party", "QA", "--topic", "cloud",
    "--source", "https://e.org/1",
)  # fmt: skip


@pytest.mark.parametrize(("option", "value", "message"), FAULTS)
def test_a_fault_is_told_at_its_option_and_nothing_else(
    repo: Repo, coopdb: Run, option: str, value: str, message: str
) -> None:
    result = coopdb(*SOUND, option, value)
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[0] == f"error: `{option} {value}`: {message}"
    assert result.err.count("error") == 1
    assert "records/" not in result.err
    assert not list(repo.root.glob("records/*"))


def test_ids_are_named_by_their_beginning_in_options_too(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD)
    result = coopdb(*SOUND, "--follows", "2026-02", "--related", "2026-02-01-ma-qa", "--dry-run")
    assert 'follows = ["2026-02-01-ma-qa"]\nrelated = ["2026-02-01-ma-qa"]\n' in result.out, result.err
    edited = coopdb("edit", "2026-02", "--level", "Ministériel", "--date", "2 février 2026", "--topic", "AI=Convenu")
    assert edited.out.startswith("records/2026/2026-02-02-ma-qa.toml: date 2026-02-01 → 2026-02-02"), edited.err
    assert (
        coopdb("edit", "2026-02", "--level", "high").err.splitlines()[0]
        == "error: `--level high`: unknown value `high`"
    )
    assert coopdb("move", "2026", "3 February 2026").out.startswith("records/2026/2026-02-03-ma-qa.toml")


def test_own_minutes_are_a_source_that_needs_no_address(repo: Repo, coopdb: Run) -> None:
    result = coopdb(*SOUND[:-1], "minutes: Our notes of 5 March")
    assert (result.code, result.err) == (0, "")
    text = (repo.root / result.out.strip()).read_text(encoding="utf-8")
    assert text.endswith('[[sources]]\ntitle = "Our notes of 5 March"\nkind = "internal-note"\n')
    assert coopdb("validate", "--strict").code == 0


def test_a_draft_that_is_not_toml_can_be_mended_in_the_editor(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo.root / "draft-1.toml").write_text("title = x", encoding="utf-8")
    change = f"import pathlib, sys; pathlib.Path(sys.argv[1]).write_text({GOOD!r})"
    monkeypatch.setenv("EDITOR", _script(repo, change))
    assert coopdb("add", "--edit", "--from", "draft-1.toml").out == "records/2026/2026-02-01-ma-qa.toml\n"
    assert coopdb("add", "--edit", "--from", "none.toml").code == 3


def _script(repo: Repo, code: str) -> str:
    path = repo.root / "editor.py"
    path.write_text(code, encoding="utf-8")
    return f"{sys.executable} {path}"


def test_what_an_editor_leaves_behind_when_it_fails_is_kept(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('typed'); sys.exit(1)"
    monkeypatch.setenv("VISUAL", _script(repo, code))
    assert refused(in_editor, "x", repo.root)[1] == "what you typed is in `draft-1.toml`"
    assert (repo.root / "draft-1.toml").read_text(encoding="utf-8") == "typed"
    monkeypatch.setenv("VISUAL", "vi '")
    assert refused(in_editor, "x", repo.root)[0].startswith("cannot start the editor `vi '`")


def test_ctrl_c_in_an_editor_is_the_editors(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import os, pathlib, sys; os.kill(os.getppid(), 2); pathlib.Path(sys.argv[1]).write_text('y')"
    monkeypatch.setenv("VISUAL", _script(repo, code))
    before = signal.getsignal(signal.SIGINT)  # ignored, where the tests were started in the background
    assert in_editor("x", repo.root) == "y"
    assert signal.getsignal(signal.SIGINT) is before


def test_what_is_kept_is_never_a_record_and_overwrites_nothing(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [keeping.keep("x", repo.root), keeping.keep("y", repo.root)] == ["draft-1.toml", "draft-2.toml"]
    assert Path("draft-1.toml").stat().st_mode & 0o777 == 0o600
    folder = repo.root / "records" / "2026"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert keeping.keep("z", repo.root) == "../../draft-3.toml"
    elsewhere = repo.root / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    (repo.root / "away").mkdir()
    monkeypatch.chdir(repo.root / "away")
    (repo.root / "away").rmdir()
    monkeypatch.setattr(Path, "cwd", lambda: repo.root / "away")
    assert keeping.kept("z", repo.root, "coopdb add --from") == (
        f"what you typed is in `{elsewhere}/draft-1.toml`: `coopdb add --from {elsewhere}/draft-1.toml`"
    )
    monkeypatch.setattr(tempfile, "tempdir", str(repo.root / "none"))
    assert keeping.kept("my work", repo.root) == "what you typed is shown above"
    assert capsys.readouterr().err == "my work\n"


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=9)
TABLE = st.dictionaries(
    st.sampled_from(["title", "kind", "text", "topics", "updates"]),
    TEXT | st.dates() | st.booleans() | st.lists(st.fixed_dictionaries({"date": st.dates(), "note": TEXT}), max_size=2),
)


@given(
    st.dictionaries(st.sampled_from(["title", "date", "summary", "odd key"]), TEXT | st.dates()),
    st.dictionaries(
        st.sampled_from(["documents", "commitments", "odd]", "venue"]), st.lists(TABLE, max_size=3) | TABLE
    ),
    st.lists(st.text("abc-", min_size=1) | st.fixed_dictionaries({"topic": TEXT, "stage": TEXT}), max_size=3),
)
def test_what_is_kept_says_what_was_answered(plain: dict[str, Any], tables: dict[str, Any], topics: list[Any]) -> None:
    said = tomllib.loads(keeping._written({**plain, **tables, "topics": topics}))
    as_tables = [each if isinstance(each, dict) else {"topic": each} for each in topics]
    assert said in ({**plain, **tables, "topics": topics}, {**plain, **tables, "topics": as_tables})


def test_what_a_strangers_record_says_moves_no_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("builtins.input", lambda prompt: shown.append(prompt) or "")
    terminal.ask("Role of A\x1b[2J", "\x1b]0;title\x07")
    assert shown == ["Role of A\\x1b[2J [\\x1b]0;title\\x07]: "]


def test_a_full_disk_leaves_no_half_draft(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("coopdb.cli.keeping.os.fdopen", full)
    assert keeping.kept("my work", repo.root) == "what you typed is shown above"
    assert not list(repo.root.glob("draft-*"))


def test_lines_are_as_long_as_the_terminal_is_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "30")
    assert terminal.fitted("one two three four five six, seven", "  ") == [
        "  one two three four five",
        "    six, seven",
    ]
    assert terminal.fitted("") == [""]
    shown: list[str] = []
    monkeypatch.setattr("builtins.input", lambda prompt: shown.append(prompt) or " x ")
    assert terminal.ask("A prompt that is longer than a line", "and a default that is not") == "x"
    assert shown == ["  a line [as above]: "]
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    answers = iter(["z", "N"])
    assert terminal.choose("Sure?", "yn", "y") == "n"
    kept: list[str] = []

    def work() -> None:
        with terminal.interruptible():
            try:
                os.kill(os.getpid(), signal.SIGTERM)
            finally:
                os.kill(os.getpid(), signal.SIGHUP)  # a shell says so, too, when its terminal is closed
                kept.append("answers")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert kept
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    monkeypatch.setattr(sys, "stdin", None)
    assert not terminal.is_at_terminal()


def test_a_thread_may_open_an_editor(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", _script(repo, "pass"))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(in_editor, "x", repo.root).result() == "x"


def test_a_city_of_the_records_is_known_too(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace("[[participants]]", '[venue]\ncity = "Zenda"\ncountry = "QA"\n\n[[participants]]', 1))
    result = coopdb(*SOUND, "--party", "Zenda")
    assert result.err.splitlines() == [
        "error: `--party Zenda`: `Zenda` names a city: is its country meant?", "  help: write `QA`",
    ]  # fmt: skip


def test_what_is_near_to_nothing_is_told_without_help(repo: Repo, coopdb: Run) -> None:
    result = coopdb(*SOUND, "--party", "Xqzwv", "--topic", "xqzwv")
    assert result.err == (
        "error: `--party Xqzwv`: unknown country `Xqzwv`\nerror: `--topic xqzwv`: unknown topic `xqzwv`\n"
    )
    assert not is_to_come(setting()._replace(values={"date": "soon"}))


def test_a_problem_is_told_at_its_place_with_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem("X001", "x", "error", "it is wrong", "", "p", at(3, 1), (), None, " a = 1")
    show_problems(Proposal("p", "", (problem, replace(problem, hint="do it")), is_sound=False), lambda _: "")
    assert capsys.readouterr().err == (
        "error[X001]: it is wrong\n  --> line 3: a = 1\nerror[X001]: it is wrong\n  --> line 3: a = 1\n  help: do it\n"
    )


def test_nothing_is_said_of_a_file_where_answers_are_shown(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(keeping, "keep", lambda *_: "")
    keeping.keep_answers({"title": "x"}, Repository(repo.root), "")
    monkeypatch.setattr(keeping, "keep", lambda *_: "a b.toml")
    keeping.keep_answers({"title": "x"}, Repository(repo.root), "two words")
    assert capsys.readouterr().err == (
        "what you answered is kept in `a b.toml`\n"
        "  help: go on with `coopdb add --from 'a b.toml' --slug 'two words'`\n"
    )


@pytest.mark.parametrize(
    ("city", "countries", "meant"),
    [
        ("Paris", ("FR",), ("FR",)),  # villages of the name are not asked about
        ("Rotterdam", ("NL",), None),
        ("Göteborg", ("SE",), None),
        ("Atlantis", None, ()),  # a town, and no party
        ("Bürgenstock", (), ()),
    ],
)
def test_the_countries_of_a_city_are_known(
    city: str, countries: tuple[str, ...] | None, meant: tuple[str, ...] | None
) -> None:
    records = RecordFiles((), packaged_vocabularies())
    assert countries is None or countries_of(city, records) == countries
    assert meant is None or countries_meant(city, records) == meant
    assert set(countries_meant(city, records)) <= set(countries_of(city, records))


def test_a_line_that_is_not_utf8_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "invalid")
    lines: list[str | Exception] = ["S\udce9n\udce9gal", broken, " Sénégal 😀 "]

    def typed(_: str) -> str:
        line = lines.pop(0)
        if isinstance(line, Exception):
            raise line
        return line

    monkeypatch.setattr("builtins.input", typed)
    assert terminal.ask("Party") == "Sénégal 😀"
    assert capsys.readouterr().err.count("that is not UTF-8") == 2
