"""The search and the explorer of the site, in Chromium over `file://`: they answer as the command line does."""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import pytest
from conftest import CORPUS, Result
from naive import Question, make_question, make_records, seeded
from test_same_row import write

from coopdb.query.crosstab import crosstab
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.filters import Filters
from coopdb.query.form import Form
from coopdb.query.selection import select
from coopdb.report.note_words import note_words
from coopdb.report.value_names import value_name
from coopdb.site.fold_table import fold_table
from coopdb.site.parts import assets, explorer, scripted, search
from coopdb.site.site import Site, SiteOptions
from coopdb.site.star_columns import FILTERS
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.day import as_of
from coopdb.store.star.rows import build_star
from coopdb.text import fold, plain_letters

Run = Callable[..., Result]
DAY = "2026-11-26"
QUESTIONS = 40
LIMIT = 30_000  # bytes of all scripts but the data


class Made(NamedTuple):
    """A site in a folder, and what it was made of."""

    site: Site
    root: Path
    folder: Path

    def address(self, page: str, fragment: str = "") -> str:
        return f"{(self.folder / page).as_uri()}#{fragment}"


def make(root: Path, folder: Path) -> Made:
    """Make the pages with scripts, and what they load; for the others there are other tests."""
    star = as_of(build_star(load(Repository(root))), DAY)
    site = Site.of(star, select(Filters(day=DAY).for_reports(), star), SiteOptions())
    for part in (scripted, search, explorer, assets):
        for file in part.files(site):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.make())
    return Made(site, root, folder)


@pytest.fixture(scope="module")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(CORPUS, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def random_site(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A site of records that have several rows in every table."""
    root = tmp_path_factory.mktemp("records")
    write(root, make_records(seeded(23), 40))
    return make(root, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    """A page of Debian's Chromium, that may load nothing from anywhere; errors on it fail the test."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not Path("/usr/bin/chromium").exists():
        pytest.skip("there is no /usr/bin/chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        made = browser.new_page()
        made.errors = []
        made.on("pageerror", lambda error: made.errors.append(str(error)))
        made.on("console", lambda said: made.errors.append(said.text) if said.type == "error" else None)
        yield made
        assert made.errors == []
        browser.close()


def opened(page: Any, made: Made, name: str, fragment: str = "") -> None:
    page.goto("about:blank")
    page.goto(made.address(name, fragment))
    page.wait_for_function("document.querySelector('#status').textContent && window.star && window.words")


def test_all_scripts_are_small() -> None:
    folder = Path(str(assets.__file__)).parents[2] / "data" / "site" / "assets"
    scripts = [*folder.glob("*.js")]
    assert scripts
    assert sum(each.stat().st_size for each in scripts) <= LIMIT
    for each in scripts:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(", each.read_text())


def test_the_table_of_folding_is_that_of_texts() -> None:
    found, code = dict[int, str](), 0
    for spaces, run in fold_table():
        code += spaces
        texts = run.split("\n") if isinstance(run, str) else [None if run > 0 else ""] * abs(run)
        for text in texts:
            found[code] = chr(code) if text is None else text
            code += 1
    tried = [*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0xE0200)]
    other = [each for each in tried if found.get(each, " ") != plain_letters(chr(each))]
    assert all(0xAC00 <= each < 0xD7A4 for each in other), [hex(each) for each in other[:10]]
    assert max(found) < 0x110000


def test_a_browser_folds_every_letter_as_text_does(page: Any, real_site: Made) -> None:
    opened(page, real_site, "en/search.html", "q=maroc")
    page.wait_for_function("window.index")
    codes = [*range(0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE0200), 0x2F800, 0x10FFFF]
    script = "codes => codes.map(code => fold('a' + String.fromCodePoint(code) + 'b'))"
    folded = page.evaluate(script, codes)
    wrong = [hex(code) for code, each in zip(codes, folded, strict=True) if each != fold(f"a{chr(code)}b")]
    assert wrong == []
    texts = ["المغرب", "والمغرب", "الال", "الالمان ال المال", "L’Identité  NUMÉRIQUE", "e\u0301\u0345", "ﷺ ﻻ", "한국어 각", "١٢٣ ²", ""]
    assert page.evaluate("texts => texts.map(fold)", texts) == [fold(each) for each in texts]


def arguments(text: str) -> list[str]:
    """Take a question apart as a shell does, but keep the quotes of phrases."""
    parts = text.split('"')
    words = [[f'"{each}"'] if place % 2 else each.split() for place, each in enumerate(parts)]
    return [each for every in words for each in every] if len(parts) > 2 else text.split()


SEARCHES = (
    "maroc", "Maroc", "المغرب", "مغرب", "الجزائر", "جزائر", "Algérie", "algerie", "identite", "identité numérique",
    "digital identity", '"digital identity"', '"identity digital"', "MA", "ma", "FR", "fra", "qat", "QAT", "port", "port*",
    "Portugal", "cyber", "cybersecurity", "cybersécurité", "الأمن السيبراني", "GITEX", "gitex africa", '"gitex africa"',
    "forum", "minister", "ministre", "e-gov", "ai", "AI", "IA", "ia*", "5g", "data", "donnees", "unido", "UNIDO", "ONUDI",
    "Côte d'Ivoire", "cote divoire", "d'ivoire", "l'économie", "Abidjan", "Deutschland", "allemand", "tunisien", "franco",
    "2025-05-21-de-fr", "2018-12-18", "https://", "Vietnam", "فيتنام", "日本", "Japan 2019", "zzzz", "startups innovation",
    "bonn", "king", "of", "O'Neill", "oneill", "singapour régulation", '"e-government" africa', "Émirats", "الإمارات",
)  # fmt: skip


def found_by_page(page: Any, texts: list[str]) -> list[list[str]]:
    return page.evaluate("texts => texts.map(text => search(partsOf(text)).map(place => index.pages[place]))", texts)


@pytest.mark.parametrize("made", ["real_site", "random_site"])
def test_the_page_finds_what_search_finds(
    made: str, request: pytest.FixtureRequest, page: Any, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    site: Made = request.getfixturevalue(made)
    monkeypatch.chdir(site.root)
    opened(page, site, "fr/search.html", "q=x")
    page.wait_for_function("window.index")
    drafts = {each.id for each in site.site.records.meetings}
    for text, found in zip(SEARCHES, found_by_page(page, [*SEARCHES]), strict=True):
        expected = coopdb("search", "--format", "ids", "--", *arguments(text))
        assert expected.code == 0, expected.err
        assert found == [each for each in expected.out.split() if each in drafts], text


def test_the_list_shows_what_was_found(page: Any, real_site: Made) -> None:
    opened(page, real_site, "en/search.html")
