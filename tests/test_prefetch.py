"""Files are looked at while the command line is still read, where that is of use."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result, cached

from coopdb.cli import prefetch
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("several_cores")


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Repository]:
    """Count the looks that are begun."""
    begun: list[Repository] = []
    looking = prefetch.looking

    def count(repository: Repository) -> object:
        begun.append(repository)
        return looking(repository)

    monkeypatch.setattr(prefetch, "looking", count)
    return begun


@pytest.mark.parametrize("arguments", [["search"], ["search", "x", "-c", "MA"], ["crosstab", "country"]])
def test_a_question_about_the_records_here_is_prefetched(repo: Repo, arguments: list[str]) -> None:
    assert prefetch._asked(arguments) == cached(repo.root)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["validate"],
        ["search", "--root", "."],
        ["search", "--root=."],
        ["crosstab", "year", "--dataset=x"],
    ],
)
def test_no_other_command_is(repo: Repo, arguments: list[str]) -> None:
    assert prefetch._asked(["search"]) == cached(repo.root)  # which is there to be asked
    assert prefetch._asked(arguments) is None


def test_nor_is_one_about_other_records_or_none(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COOPDB_ROOT", str(repo.root))
    assert prefetch._asked(["search"]) is None
    monkeypatch.delenv("COOPDB_ROOT")
    (tmp_path / "records").rmdir()
    assert prefetch._asked(["search"]) is None


@pytest.mark.parametrize("where", [(), ("--root", ".")])
def test_one_look_is_enough(repo: Repo, coopdb: Run, looks: list[Repository], where: tuple[str, ...]) -> None:
    repo.add()
    for number in range(2, 5):
        found = coopdb("search", "--format", "ids", *where).out
        assert found.count("\n") == number - 1
        repo.add(f"2026/2026-02-0{number}-ma-qa.toml", GOOD.replace("2026-02-01", f"2026-02-0{number}"))
    assert len(looks) == 3


def test_a_look_at_other_records_is_begun_anew(
    repo: Repo, tmp_path_factory: pytest.TempPathFactory, looks: list[Repository]
) -> None:
    here, other = cached(repo.root), cached(Repo(tmp_path_factory.mktemp("other")).root)
    with prefetch.looking_ahead(["search"]), prefetch.look_at(other), prefetch.look_at(here):
        assert looks == [here, other]


def test_a_saved_question_is_looked_at_once_too(repo: Repo, coopdb: Run, looks: list[Repository]) -> None:
    repo.add()
    (repo.root / "coopdb.toml").write_text('[queries.all]\ncommand = "search --format ids"\n', encoding="utf-8")
    assert coopdb("run", "all").out == coopdb("run", "all").out == "2026-02-01-ma-qa\n"
    assert len(looks) == 2
