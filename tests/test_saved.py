"""`coopdb run` asks the questions that a repository has saved."""

from collections.abc import Callable

import pytest
from conftest import Repo, Result

Run = Callable[..., Result]
SAVED = """\
[queries.monthly]
command = "crosstab month --format csv"
about = "the unit's monthly table"

[queries.gulf]
command = 'coopdb search "talk about" -c @gcc --format ids'

[queries.fix]
command = "validate --fix"

[queries.torn]
command = "search 'ai"
"""


@pytest.fixture
def saved(repo: Repo) -> Repo:
    repo.add()
    (repo.root / "coopdb.toml").write_text(SAVED, encoding="utf-8")
    return repo


def test_a_saved_question_is_asked_by_its_name(saved: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert coopdb("run", "monthly").out == "month,label,meetings\n2026-02,2026-02,1\n(total),total,1\n"
    monkeypatch.chdir(saved.root / "records")
    result = coopdb("run", "gulf")
    assert (result.code, result.out) == (0, "2026-02-01-ma-qa\n")
    assert coopdb("run", "monthly", "--", "-c", "FR").out == "month,label,meetings\n(total),total,0\n"


def test_the_saved_questions_are_listed(saved: Repo, coopdb: Run) -> None:
    assert saved
    out = coopdb("run").out
    assert "monthly  the unit's monthly table  crosstab month --format csv\n" in out
    assert out.endswith("4 questions\n")


@pytest.mark.parametrize(
    ("arguments", "code", "message", "hint"),
    [
        (("montly",), 2, "no question is saved as `montly`", "did you mean `monthly`?"),
        (("zzz",), 2, "no question is saved as `zzz`", "write `[queries.zzz]`"),
        (("fix",), 3, "the command of `fix` asks nothing", "`search`, `crosstab`, `show`"),
        (("torn",), 3, "the command of `torn` cannot be read", ""),
        (("monthly", "--", "-c", "Marocco"), 2, "unknown country `Marocco`", "did you mean `Morocco`?"),
        (("monthly", "--", "--nonsense"), 2, "No such option", ""),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(
    saved: Repo, coopdb: Run, arguments: tuple[str, ...], code: int, message: str, hint: str
) -> None:
    assert saved
    result = coopdb("run", *arguments)
    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert hint in result.err


def test_questions_in_a_faulty_configuration_are_not_asked(repo: Repo, coopdb: Run) -> None:
    (repo.root / "coopdb.toml").write_text("[queries.a]\ncomand = 'search'\n", encoding="utf-8")
    result = coopdb("run", "a")
    assert (result.code, result.err.splitlines()[0]) == (3, "error: `coopdb.toml` has faults")
    found = coopdb("validate", "--format", "concise").out
    assert "coopdb.toml:2:1: K002 unknown key `comand` (did you mean `command`?)" in found
    assert "K001" in found


def test_a_repository_without_configuration_has_no_questions(repo: Repo, coopdb: Run) -> None:
    assert repo
    assert coopdb("run").out.endswith("0 questions\n")
