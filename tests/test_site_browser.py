"""The site as a real Chromium shows it, from a folder: it asks for nothing else, and all can read it."""

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from site_pages import made_site, write_records

from coopdb.site.building import site_files
from coopdb.store.files.made_folder import put_folder

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium: apt-get install chromium")
PAGES = (
    "index.html",
    "agenda.html",
    "commitments.html",
    "documents.html",
    "silences.html",
    "countries/index.html",
    "countries/ma.html",
    "pairs/ma-qa.html",
    "topics/cloud.html",
    "people/amal-idrissi-04b31e93c6.html",
    "series/joint-commission-7d7cfd30e0.html",
    "years/2026.html",
    "meetings/2026-02-01-ma-qa.html",
)
# A page of each template; explorer and search as they answer.
KINDS = (
    "index.html",
    "silences.html",
    "countries/index.html",
    "pairs/ma-qa.html",
    "people/amal-idrissi-04b31e93c6.html",
    "meetings/2026-02-01-ma-qa.html",
    "explorer.html#rows=country&columns=level&is.mode=[]",
    "search.html#q=cloud",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site")
    put_folder(path / "site", site_files(made_site(write_records(path / "repository"))))
    return path / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM)
        yield found
        found.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("en", "light", 360), ("fr", "light", 1024), ("ar", "dark", 360)]
)
def test_nothing_keeps_a_reader_out(browser: Any, folder: Path, language: str, scheme: str, width: int) -> None:
    """Axe finds nothing: names, contrast, languages, headings, what the keyboard reaches."""
    script = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    size = {"width": width, "height": 740}
    context = browser.new_context(color_scheme=scheme, viewport=size, bypass_csp=True)
    page = context.new_page()
    for name in KINDS:
        page.goto("about:blank")
        page.goto(f"file://{folder}/{language}/{name}")
        if "#" in name:
            page.wait_for_selector("#command:not(:empty)", state="attached")
        page.evaluate(script)
        found = page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], name
    context.close()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_pages_open_from_a_folder_and_ask_for_nothing_else(page: Any, folder: Path, language: str) -> None:
    requests: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for name in PAGES:
        page.goto(f"file://{folder}/{language}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name  # of a phone
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"  # by the stylesheet
        direction = page.evaluate("getComputedStyle(document.body).direction")
        assert direction == ("rtl" if language == "ar" else "ltr")
    assert len(requests) >= len(PAGES) + 1
    assert all(each.startswith(f"file://{folder}/") for each in requests)
    assert said == []


def test_the_first_page_leads_to_the_language_and_a_switch_stays_on_the_page(page: Any, folder: Path) -> None:
    page.goto(f"file://{folder}/index.html")
    page.wait_for_url("**/en/index.html")
    page.get_by_role("link", name="Everything").first.click()
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url("**/ar/meetings/2026-02-01-ma-qa.html")
    assert page.evaluate("document.querySelector('b')") is None  # the title has one


def test_the_first_thing_that_the_keyboard_reaches_leads_to_the_content(page: Any, folder: Path) -> None:
    page.goto(f"file://{folder}/en/index.html")
    link = page.get_by_role("link", name="Skip to content")
    assert link.bounding_box()["y"] < 0
    page.keyboard.press("Tab")
    assert link.bounding_box()["y"] >= 0
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/index.html#main")


def test_pages_are_dark_where_the_reader_wants_and_light_on_paper(browser: Any, folder: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"file://{folder}/en/pairs/ma-qa.html")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(18, 22, 28)"
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert not page.locator("header nav").first.is_visible()
    context.close()


def test_numbers_end_below_one_another_and_what_is_wide_scrolls_by_itself(page: Any, folder: Path) -> None:
    page.goto(f"file://{folder}/ar/countries/index.html")
    ends = page.evaluate("[...document.querySelectorAll('td.n')].map(each => getComputedStyle(each).textAlign)")
    assert set(ends) == {"right"}  # also from right to left: the units of numbers stand at the right
    page.goto(f"file://{folder}/ar/pairs/ma-qa.html")
    sizes = "each => [each.scrollWidth > each.clientWidth, each.tabIndex]"
    assert page.locator(".frame:has(figure)").evaluate(sizes) == [True, 0]
    page.set_viewport_size({"width": 1024, "height": 740})
    assert page.locator(".dated .when").first.evaluate("each => getComputedStyle(each).float") == "inline-start"


def test_pages_are_whole_without_scripts(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{folder}/fr/pairs/ma-qa.html")
    assert page.locator("figure svg").is_visible()
    page.get_by_role("link", name="Pays", exact=True).first.click()
    assert page.get_by_role("table").is_visible()
    context.close()
