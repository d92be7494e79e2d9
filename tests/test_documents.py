"""What README and CONTRIBUTING say is what coopdb does."""

import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Result

from coopdb.errors import ExitCode
from coopdb.query.dimensions import DIMENSIONS
from coopdb.record import values
from coopdb.record.model import TABLES, Meeting

sys.path.insert(0, str(ROOT / "scripts"))
from draw_pictures import PICTURES, draw

Run = Callable[..., Result]
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))  # what a reader is told
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)


def told() -> str:
    """Return all that a reader is told."""
    return "".join(page.read_text(encoding="utf-8") for page in PAGES)


def replay(block: str, coopdb: Run) -> str:
    """Run the commands of a console block and put what they print below each."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    results = [coopdb(*shlex.split(command)[2:]) for command in commands]
    return "\n".join(f"{command}\n{each.out}{each.err}" for command, each in zip(commands, results, strict=True))


def test_the_readme_shows_what_coopdb_prints(coopdb: Run, is_update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    (root,) = re.findall("^export COOPDB_ROOT=(.+)$", README.read_text(encoding="utf-8"), re.MULTILINE)
    monkeypatch.chdir(README.parent)
    monkeypatch.setenv("COOPDB_ROOT", root)  # as a reader types it, at the root
    assert len(BLOCK.findall(README.read_text(encoding="utf-8"))) >= 5
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        replayed = BLOCK.sub(lambda match: replay(match[0], coopdb), text)
        if is_update:
            page.write_text(replayed, encoding="utf-8")
        assert replayed == page.read_text(encoding="utf-8")


def test_the_pictures_show_what_coopdb_draws(is_update: bool) -> None:
    drawn = dict(draw())
    assert len(drawn) == len(PICTURES)
    for name, svg in drawn.items():
        path = ROOT / "docs" / name
        if is_update:
            path.write_text(svg, encoding="utf-8")
        assert svg == path.read_text(encoding="utf-8")
        assert f"docs/{name}" in README.read_text(encoding="utf-8")
        assert not re.search(r"@font-face|@import|href|<!--|url\((?!#)", svg)


def test_the_readme_has_every_exit_code() -> None:
    codes = re.findall(r"^\| (\d+) \| ", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(code) for code in codes] == list(ExitCode)


def test_the_readme_and_the_help_have_every_dimension(coopdb: Run) -> None:
    text, shown = told(), coopdb("crosstab", "--help").out
    for name in DIMENSIONS:
        assert f"`{name}`" in text
        assert re.search(rf"\b{name}\b", shown)


def test_the_pages_have_every_key_and_value() -> None:
    text = told()
    for table in (Meeting, *TABLES.values()):
        for key in table.model_fields:
            assert re.search(rf"`(\[+)?{key}\]*`", text), key
    for scale in (values.Status, values.Kind, values.Level, values.Mode, values.Capacity, values.Stage,
                  values.DocumentKind, values.CommitmentStatus, values.SourceKind):  # fmt: skip
        for value in scale.__args__:
            assert f"`{value}`" in text, value


@pytest.mark.parametrize("document", [CONTRIBUTING, *PAGES], ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text(encoding="utf-8"))
    for link in links:
        assert (document.parent / link).exists(), link
