"""What is not public is in nothing that is published: no word, id or count of it, in no format of any command."""

import inspect
import io
import re
import sqlite3
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, get_args

import canary
import pytest
from canary import CANARY, DAY, HIDDEN
from conftest import Repo, Result

import coopdb as api
from coopdb.cli import commands
from coopdb.cli.options.edition import Edition
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.questions import QuestionSource
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.filters import Filters
from coopdb.query.units import UNITS
from coopdb.render.formats import formats
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
SENTENCES = {
    "en": "Records not meant for publication are left out.",
    "fr": "Les fiches qui ne sont pas destinées à la publication n'y figurent pas.",
    "ar": "السجلات غير المعدّة للنشر غير مدرجة هنا.",
}
ON = ("--on", DAY)
# What each command that has `--public` is asked, for every format that it has.
ASKED: dict[str, list[tuple[str, ...]]] = {
    "search": [("--drafts", "--status", "any", *ON), ("talks", "--why", *ON), ("canar*", *ON), ("see", "--why", *ON)],
    "crosstab": [("country", "topic", *ON), ("topic", "--drill", "cloud", "meetings", *ON)],
    "show": [("2026-02-01-ma-qa", *ON), ("2025", *ON), ("2026-08", *ON)],
    "sources": [ON, ("--status", "any", "--drafts", *ON)],
    "commitments": [("--all", "--drafts", *ON)],
    "documents": [("--drafts", *ON)],
    "agenda": [("--drafts", *ON)],
    "silences": [("--all", "--drafts", *ON)],
    "brief": [("MA", "QA", *ON), ("MA", *ON), ("--series", "Public Talks", *ON)],
    "progress": [("MA", "QA", *ON), ("MA", *ON)],
    "digest": [("--since", "1980-01-01", "--drafts", *ON)],
    "export": [("--drafts", "--status", "any")],
}  # fmt: skip
# What is wrong with a question may not be told by naming what is left out.
WRONG = [
    ("search", "-t", "cnary-song"),
    ("search", "-t", "Chant du canri"),
    ("search", "--person", "Cnary Kid"),
    ("search", "--host-event", "Cnary fair"),
    ("search", "--series", "Cnary series"),
    ("search", "--where", "publisher=Cnary press"),
    ("search", "--where", "institution=Cnary house"),
    ("search", "--where", "city=Cnaryville"),
    ("search", "--exclude", "publisher=Cnary press"),
    ("crosstab", "topic", "--drill", "cnary-song", "*"),
    ("crosstab", "person", "--drill", "Cnary Kid", "*"),
    ("crosstab", "year", "--drill", "1986", "*"),
    ("show", "1986-03-04-ma-qa-cnary"),
    ("show", "19"),
    ("show", "2026"),
    ("brief", "--series", "Cnary series"),
    ("progress", "--series", "Cnary series"),
    ("export", "csv", "-"),
]


def named(text: str | bytes) -> set[str]:
    """Find the canaries in a text, whatever its accents."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    plain = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    return set(CANARY.findall(plain))


def published() -> Iterator[tuple[str, Any]]:
    """Yield the commands that have `--public`."""
    for module in iter_modules(commands.__path__):
        function = getattr(import_module(f"coopdb.cli.commands.{module.name}"), module.name, None)
        kinds = {each.annotation for each in inspect.signature(function).parameters.values()} if function else set()
        if kinds & {Edition, QuestionSource}:
            yield module.name, function


def formats_of(function: Any) -> tuple[str, ...]:
    """Return the formats that a command's option, or its argument, has."""
    annotation = inspect.signature(function).parameters["format"].annotation
    while not all(isinstance(each, str) for each in get_args(annotation)):
        annotation = get_args(annotation)[0]
    return get_args(annotation)


PUBLISHED = dict(published())
CASES = [
    pytest.param(name, format, id=f"{name}-{format}")
    for name, function in PUBLISHED.items()
    if name not in ("export", "diff")
    for format in formats_of(function)
]


@pytest.fixture
def birds(repo: Repo, settled_at_once: None) -> Repo:
    canary.fill(repo.root)
    return repo


def test_every_command_that_selects_has_a_public_edition_and_is_tried_here() -> None:
    selecting = {
        module.name
        for module in iter_modules(commands.__path__)
        if (function := getattr(import_module(f"coopdb.cli.commands.{module.name}"), module.name, None))
        and Filters in {each.annotation for each in inspect.signature(function).parameters.values()}
    }
    assert selecting <= PUBLISHED.keys()
    assert ASKED.keys() | {"diff"} == PUBLISHED.keys()


def test_the_canaries_sing_where_nothing_is_left_out(birds: Repo, coopdb: Run) -> None:
    for each in ("search", "documents", "commitments", "sources"):
        assert named(coopdb(each, "--drafts", *ON).out), each
    assert coopdb("export", "csv", "out", "--drafts").code == 0
    said = "".join(path.read_text(encoding="utf-8") for path in (birds.root / "out").iterdir())
    assert {"Canary", HIDDEN, "Vanuatu", "VU", "1987", "1988"} <= set(re.findall(r"[\w-]+", said))
    assert coopdb("validate").out.count("error[") <= 12  # a repository as people have it, but for the broken file


@pytest.mark.parametrize(("name", "format"), CASES)
def test_no_canary_in_any_answer(birds: Repo, coopdb: Run, name: str, format: str) -> None:
    languages = ("en", "fr", "ar") if takes_language(name) else ("",)
    is_for_people = format in ("table", "text", "markdown", "html", "svg")
    for number, asked in enumerate(each for each in ASKED[name] if format != "svg" or "--drill" not in each):
        for language in languages[: 1 if number else None]:
            lang = ("--lang", language) if language else ()
            result = coopdb(name, *asked, "--public", "--format", format, *lang)
            assert result.code == 0, result.err
            assert not named(result.out + result.err), (asked, language)
            sentence = SENTENCES["en" if "--drill" in asked else language or "en"]
            assert (sentence in plain(result.out)) == is_for_people, (asked, language)


def plain(text: str) -> str:
    """Return a text on one line, without what its format has added."""
    return " ".join(re.sub(r"\\(.)", r"\1", text.replace("&#x27;", "'")).split())


def takes_language(name: str) -> bool:
    return ReportLanguage in {each.annotation for each in inspect.signature(PUBLISHED[name]).parameters.values()}


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_no_canary_in_any_count(birds: Repo, dimension: str) -> None:
    records = api.open(birds.root, public=True)
    for unit in UNITS:
        answer = records.crosstab(dimension, form=api.Form(unit=unit), drafts=True, status="any", on=DAY)
        assert not named(f"{answer.rows} {answer.document} {answer}"), unit


@pytest.mark.parametrize("format", formats("exports"))
def test_no_canary_in_any_export(birds: Repo, coopdb: Run, format: str) -> None:
    result = coopdb("export", format, "out", "--public", "--drafts", "--status", "any")
    assert (result.code, "Records not meant for publication are left out." in result.err) == (0, True), result.err
    assert not named(result.err)
    out = birds.root / "out"
    for path in [out] if out.is_file() else sorted(out.iterdir()):
        assert not named(path.name)
        for content in contents(path):
            assert not named(content), path.name


def contents(path: Path) -> Iterator[str | bytes]:
    """Yield what a file has in it, as it is and unpacked; archives only unpacked, their bytes vary."""
    content = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(path) as packed:
            yield " ".join(packed.namelist())
            yield from (packed.read(name) for name in packed.namelist())
        return
    yield content
    if path.suffix == ".parquet":
        from pyarrow import parquet

        file = parquet.ParquetFile(path)
        yield f"{file.metadata.metadata} {file.schema_arrow} {file.read().to_pylist()}"
    elif content.startswith(b"SQLite"):
        with sqlite3.connect(path) as connection:
            yield "\n".join(connection.iterdump())


@pytest.mark.parametrize("asked", WRONG, ids=" ".join)
def test_no_canary_in_any_error(birds: Repo, coopdb: Run, asked: tuple[str, ...]) -> None:
    coopdb("search")  # which fills the other cache
    result = coopdb(*asked, "--public")
    assert result.code == 2, result.out
    assert not named(result.err), result.err
    assert not named(result.out), result.out


def test_what_only_records_left_out_have_is_unknown(birds: Repo, coopdb: Run) -> None:
    for asked in (("--person", canary.PERSON), ("-t", "canary-song"), ("--series", "Canary series")):
        result = coopdb("search", *asked, "--public")
        never = coopdb("search", asked[0], "nowhere", "--public")
        assert (result.code, never.code) == (2, 2)
        assert re.sub("`[^`]*`", "", result.err) == re.sub("`[^`]*`", "", never.err)


def test_a_spelling_that_somebody_left_out_shares_means_nobody(birds: Repo, coopdb: Run) -> None:
    for _ in range(2):  # from the files, and from the cache
        found = coopdb("search", "--person", "A. Shared", "--status", "any", "--format", "ids", "--public")
        assert (found.code, found.out) == (0, "2026-08-01-fr-ma\n")
        assert not named(found.err)
    words = load(Repository(birds.root).published()).vocabularies.people
    assert [*words.entries] == ["Amal Idrissi"]
    assert [match.key for match in words.resolve("A. Idrissi")] == ["Amal Idrissi"]


@pytest.mark.parametrize("is_first", [True, False])
def test_one_edition_is_not_answered_with_the_other(birds: Repo, coopdb: Run, is_first: bool) -> None:
    order = (("--public",), ()) if is_first else ((), ("--public",))
    found = {given: [coopdb("search", "--format", "ids", "--drafts", *given).out for _ in range(3)] for given in order}
    assert [named(each) for each in found[("--public",)]] == [set()] * 3
    assert all(named(each) for each in found[()])
    assert found[("--public",)][0] == "2026-08-01-fr-ma\n2026-02-01-ma-qa\n2025-02-01-ma-qa\n"
    assert len({*found[("--public",)]}) == len({*found[()]}) == 1


def test_the_public_edition_follows_its_files(birds: Repo, coopdb: Run) -> None:
    def ids() -> str:
        return coopdb("search", "--format", "ids", "--status", "any", "--public").out

    before = ids()
    path = birds.root / "records/2025/2025-02-01-ma-qa.toml"
    path.write_text("internal = true\n" + canary.EARLIER, encoding="utf-8")
    assert ids() == before.replace("2025-02-01-ma-qa\n", "")
    assert "2025-02-01" not in coopdb("show", "2026-02", "--public").out
    path.write_text(canary.EARLIER, encoding="utf-8")
    assert ids() == before
    (birds.root / "records/2026/2026-02-01-ma-qa.toml").unlink()
    assert ids() == before.replace("2026-02-01-ma-qa\n", "")


def test_the_answer_of_the_cache_is_that_of_the_files(birds: Repo, coopdb: Run) -> None:
    for _ in range(2):
        assert coopdb("export", "csv", "cached", "--public", "--force").code == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COOPDB_CACHE", str(birds.root / "cache"))  # in the repository: not used
        (birds.root / "cache").mkdir()
        assert coopdb("export", "csv", "plain", "--public").code == 0
    assert not [*(birds.root / "cache").iterdir()]
    for path in (birds.root / "cached").iterdir():
        assert path.read_bytes() == (birds.root / "plain" / path.name).read_bytes()


def test_warnings_of_a_public_edition_name_no_file(birds: Repo, coopdb: Run) -> None:
    assert "1989-01-01-ma-qa-broken" in coopdb("search").err
    err = coopdb("search", "--public").err
    assert "warning: files with faults are left out: run `coopdb validate` to see them" in err
    assert not named(err)


def test_a_dataset_has_no_other_edition(birds: Repo, coopdb: Run) -> None:
    coopdb("export", "parquet", "out", "--public")
    assert coopdb("crosstab", "country", "--dataset", "out").code == 0
    result = coopdb("crosstab", "country", "--dataset", "out", "--public")
    assert (result.code, "`coopdb export parquet DIR --public`" in result.err) == (2, True)


def test_a_notebook_has_the_public_edition_too(birds: Repo) -> None:
    records = api.open(birds.root, public=True)
    found = [row["id"] for row in records.meetings().to_dicts()]
    assert found == ["2026-08-01-fr-ma", "2026-02-01-ma-qa", "2025-02-01-ma-qa"]
    assert records.crosstab("country").notes[-1] == SENTENCES["en"]
    assert not named(str(records.table("sources").to_dicts()))


def test_both_caches_are_cleared(birds: Repo, coopdb: Run) -> None:
    coopdb("search")
    coopdb("search", "--public")
    assert coopdb("cache", "clear").err == "2 caches cleared\n"


def git(root: Path, *arguments: str) -> None:
    own = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *own, *arguments], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize("format", formats_of(PUBLISHED["diff"]))
def test_no_canary_in_a_difference_on_either_side(birds: Repo, coopdb: Run, format: str) -> None:
    git(birds.root, "init")
    git(birds.root, "commit", "-m", "-", "--allow-empty")
    git(birds.root, "add", ".")
    git(birds.root, "commit", "-m", "-")
    for name, text in canary.FILES.items():  # all of it public, and told as new but for what is internal now
        shown = re.sub("(internal|draft) = true", "", text.replace("internal-note", "press"))
        (birds.root / "records" / name).write_text(shown, encoding="utf-8")
    git(birds.root, "commit", "-am", "-")
    birds.add("2026/2026-02-01-ma-qa.toml", canary.PUBLIC.replace("2026-02-02", "2026-02-03"))
    for name in set(canary.FILES) - {"2026/2026-02-01-ma-qa.toml"}:
        birds.add(name, canary.FILES[name])
    for span in ("HEAD~2", "HEAD~2..HEAD~1", "HEAD", "HEAD~1"):
        result = coopdb("diff", span, "--public", "--format", format)
        assert result.code == 0, result.err
        assert not named(re.sub(r"\b[0-9a-f]{7,40}\b", "", result.out + result.err)), span  # a commit has any digits
        assert (SENTENCES["en"] in plain(result.out)) == (format != "json")
    assert named(coopdb("diff", "HEAD", "--format", format).out)


def test_what_is_new_in_the_later_version_is_told(repo: Repo, coopdb: Run) -> None:
    path = repo.add()
    git(repo.root, "init")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-m", "-")
    text = path.read_text(encoding="utf-8").replace(
        '["artificial-intelligence"]', '["artificial-intelligence", "cloud"]'
    )
    path.write_text(f'{text}\n[[sources]]\nurl = "https://example.org/2"\n', encoding="utf-8")
    out = coopdb("diff", "HEAD", "--public").out
    assert "Cloud computing" in out
    assert "https://example.org/2" in out
