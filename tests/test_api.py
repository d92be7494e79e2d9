"""The public face: the same answers as the command line, typed, with nothing printed."""

import csv
import doctest
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import CORPUS, GOOD, Repo, Result

import coopdb as face
from coopdb.api import Answer, Records

Run = Callable[..., Result]


@pytest.fixture
def records() -> Records:
    return face.open(CORPUS)


def test_the_examples_of_the_page_are_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CORPUS.parent.parent)
    failed, tried = doctest.testfile(str(CORPUS.parent.parent / "docs/api.md"), module_relative=False)
    assert (failed, tried >= 9) == (0, True)


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ((), {}),
        (("-c", "MA"), {"country": "MA"}),
        (("-t", "cloud", "-t", "ai-governance"), {"topic": ["cloud", "ai-governance"]}),
        (("-c", "MA,FR", "--since", "2025"), {"country": "MA,FR", "since": 2025}),
        (("--until", "2025-06-30", "--drafts"), {"until": date(2025, 6, 30), "drafts": True}),
        (("--where", "host-event=Web Summit"), {"host_event": "Web Summit"}),
        (("--exclude", "country=FR", "--exclude", "topic=cloud"), {"exclude": ["country=FR", "topic=cloud"]}),
        (("--status", "any"), {"status": "any", "country": None, "exclude": None}),
    ],
)
def test_meetings_are_those_of_search(
    coopdb: Run, real: Path, records: Records, options: tuple[str, ...], wanted: dict[str, object]
) -> None:
    assert real
    expected = json.loads(coopdb("search", *options, "--format", "json").out)
    answer = records.meetings(**wanted)
    assert json.loads(json.dumps([*answer.document])) == expected
    assert [row["id"] for row in answer.to_dicts()] == [each["id"] for each in expected]


def test_counts_are_those_of_crosstab(coopdb: Run, real: Path, records: Records) -> None:
    assert real
    expected = json.loads(coopdb("crosstab", "country", "topic", "--count", "sources", "--format", "json").out)
    answer = records.crosstab("country", "topic", form=face.Form(unit="sources"))
    assert json.loads(json.dumps(answer.document)) == expected
    assert str(answer) == coopdb("crosstab", "country", "topic", "--count", "sources").out
    assert "| France |" in answer._repr_markdown_()


def test_a_table_is_that_of_an_export(coopdb: Run, tmp_path: Path, real: Path, records: Records) -> None:
    assert real
    coopdb("export", "csv", str(tmp_path / "star"))
    for path in (tmp_path / "star").glob("*.csv"):
        answer = records.table(path.stem)
        exported = [*csv.reader(StringIO(path.read_text(encoding="utf-8"), newline=""))]
        assert exported[0] == [*answer.columns]
        plain = (int(each) if isinstance(each, bool) else each for row in answer.rows for each in row)
        assert [each for row in exported[1:] for each in row] == ["" if each is None else str(each) for each in plain]
    assert {type(row["draft"]) for row in records.table("meetings").to_dicts()} == {bool}


def test_problems_are_those_of_validate(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace('"MA"', '"Atlantis"'))
    answer = face.open(repo.root).validate(date(2026, 3, 1))
    expected = json.loads(coopdb("validate", "--on", "2026-03-01", "--format", "json").out)["problems"]
    assert [row["code"] for row in answer.to_dicts()] == [each["code"] for each in expected]
    assert "Atlantis" in str(answer)
    assert face.open(repo.root).validate().rows


def test_what_changes_shows_in_the_next_answer(repo: Repo) -> None:
    opened = face.open(repo.root)
    assert opened.meetings().rows == ()
    repo.add()
    assert len(opened.meetings().rows) == 1


def test_an_answer_goes_on_to_arrow_and_pandas(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = records.meetings(limit=2)
    arrow = answer.to_arrow()
    assert arrow.column_names == [*answer.columns]
    assert arrow.to_pylist()[0]["countries"] == [*answer.to_dicts()[0]["countries"]]  # type: ignore[misc]
    made = SimpleNamespace(DataFrame=lambda rows, columns: (rows, columns))
    monkeypatch.setitem(sys.modules, "pandas", made)
    assert answer.to_pandas() == ([*map(list, answer.rows)], [*answer.columns])
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(face.StopError, match="pandas is not installed"):
        answer.to_pandas()


ON = "2026-03-01"
REPORTS: tuple[tuple[tuple[str, ...], Callable[..., Answer], tuple[str, ...], dict[str, Any]], ...] = (
    (("commitments", "--all", "--owner", "FR,AE"), Records.commitments, (), {"all": True, "owner": "FR,AE"}),
    (("commitments", "--overdue"), Records.commitments, (), {"overdue": True}),
    (("commitments", "--due-before", ON), Records.commitments, (), {"due_before": date(2026, 3, 1)}),
    (("documents", "-c", "TN", "--expiring", "9"), Records.documents, (), {"country": "TN", "expiring": 9}),
    (("agenda", "--drafts"), Records.agenda, (), {"drafts": True}),
    (("silences", "--all", "--months", "3"), Records.silences, (), {"all": True, "months": 3}),
    (("brief", "DE", "FR", "--objectives"), Records.brief, ("DE", "FR"), {"objectives": True}),
    (("progress", "KR", "-t", "connectivity"), Records.progress, ("KR",), {"topic": "connectivity"}),
    (("digest", "--since", "2025-06-01"), Records.digest, ("2025-06-01",), {}),
)


def list_all(value: object) -> object:
    """Put what is made when it is asked for into lists, as JSON has it."""
    return [*value] if isinstance(value, Sequence) else value


@pytest.mark.parametrize(("command", "ask", "about", "options"), REPORTS, ids=[" ".join(each[0]) for each in REPORTS])
def test_a_report_is_that_of_the_command_line(
    coopdb: Run,
    real: Path,
    records: Records,
    command: tuple[str, ...],
    ask: Callable[..., Answer],
    about: tuple[str, ...],
    options: dict[str, Any],
) -> None:
    assert real
    expected = json.loads(coopdb(*command, "--on", ON, "--format", "json").out)
    answer = ask(records, *about, on=ON, **options)
    assert json.loads(json.dumps(answer.document, default=list_all)) == expected
    worded = ask(records, *about, on=ON, language="fr", **options)
    assert str(worded) == coopdb(*command, "--on", ON, "--lang", "fr").out
    assert worded._repr_markdown_() == coopdb(*command, "--on", ON, "--lang", "fr", "--format", "markdown").out
    if "items" in expected:
        rows = [*csv.reader(StringIO(coopdb(*command, "--on", ON, "--format", "csv").out))]
        assert rows[0] == [*answer.columns]
        assert len(rows) == len(answer.rows) + 1
    else:
        assert len(answer.rows) == sum(len(each["items"]) for each in expected["sections"])
        assert answer.to_dicts()[0]["records"] == tuple(expected["sections"][0]["items"][0]["records"])


def test_who_is_at_home_is_we_in_a_notebook(repo: Repo) -> None:
    repo.add()
    (repo.root / "coopdb.toml").write_text('home = "MA"\n', encoding="utf-8")
    assert "Morocco – Qatar" in str(face.open(repo.root).brief("QA", on=ON))


def test_a_change_is_that_of_the_command_line(repo: Repo, coopdb: Run) -> None:
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run([*git, "init", "-q"], cwd=repo.root, check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], cwd=repo.root, check=True)
    repo.add()
    answer = face.open(repo.root).diff()
    assert answer.document["items"] == json.loads(coopdb("diff", "--format", "json").out)["items"]
    assert str(answer) == coopdb("diff").out
    assert "nouvelle fiche" in face.open(repo.root).diff("HEAD", language="fr").rows[0][2]


@pytest.mark.parametrize(
    "ask",
    [
        lambda records: records.agenda(language="xx"),
        lambda records: records.brief("FR", language="xx"),
        lambda records: records.diff(language="xx"),
        lambda records: records.silences(months=0),
        lambda records: records.commitments(due_before="soon"),
        lambda records: records.digest("2026-02"),
        lambda records: records.digest("2026-04-01", on=ON),
        lambda records: records.brief(),
        lambda records: records.brief("FR", "Atlantis"),
        lambda records: Records(lambda _: Answer((), ())).diff(),
    ],
)
def test_a_report_that_cannot_be_made_is_refused(records: Records, ask: Callable[[Records], Answer]) -> None:
    with pytest.raises(face.StopError):
        ask(records)


def test_what_cannot_be_done_is_said(records: Records, tmp_path: Path) -> None:
    with pytest.raises(face.StopError, match="no table `meting`") as caught:
        records.table("meting")
    assert "meetings" in caught.value.hint
    with pytest.raises(face.StopError, match="Atlantis"):
        records.meetings(country="Atlantis")
    with pytest.raises(face.StopError, match="no records here"):
        face.open(tmp_path)
    with pytest.raises(face.StopError, match="cannot be validated"):
        Records(lambda _: Answer((), ())).validate()
    with pytest.raises(AttributeError, match="nothing"):
        _ = face.nothing


@pytest.mark.parametrize(
    "wanted",
    [
        {"on": "x'; DROP TABLE meetings--"},
        {"on": "2026-02"},
        {"on": "2026-02-30"},
        {"on": ""},
        {"drafts": "yes"},
        {"limit": 0},
        {"limit": True},
        {"limit": "x"},
        {"sort": "zz"},
        {"country": 5},
        {"country": b"MA"},
        {"since": "zzz"},
        {"nonsense": "x"},
    ],
)
def test_a_wish_that_cannot_be_met_is_never_passed_over(records: Records, wanted: dict[str, object]) -> None:
    with pytest.raises(face.StopError):
        records.meetings(**wanted)


@pytest.mark.parametrize("form", [{"unit": "x"}, {"sort": "x"}, {"percent": "x"}, {"top": 0}, {"top": -1}])
def test_a_form_that_there_is_none_of_is_refused(records: Records, form: dict[str, object]) -> None:
    with pytest.raises(face.StopError, match=f"`{next(iter(form))}` is not"):
        records.crosstab("country", form=face.Form(**form))


def test_a_number_and_a_day_are_taken_as_they_are_written(records: Records) -> None:
    day = date(2025, 1, 1)
    assert records.meetings(year=2026).rows == records.meetings(year="2026").rows
    assert records.meetings(year=[2025, 2026]).rows == ()
    assert (
        records.meetings(on=day, commitment_status="open").rows
        == records.meetings(on="2025-01-01", commitment_status="open").rows
    )


def test_what_is_public_is_listed_and_imported_when_it_is_asked_for() -> None:
    assert set(dir(face)) == set(face.__all__)
    assert all(getattr(face, name) for name in face.__all__)
    script = "import coopdb, sys; print(sorted(name for name in sys.modules if name.startswith('coopdb.')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
