"""The search and the explorer of the site, in Chromium over `file://`: they answer as the command line does."""

import csv
import json
import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, NamedTuple, get_args
from urllib.parse import quote, urlencode

import pytest
from conftest import CORPUS, Result
from naive import UNITS, Question, make_question, make_records, seeded
from site_pages import EVERYTHING, OLDER, write_records
from test_same_row import write

from coopdb.query.crosstab import crosstab
from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.fields import FIELDS
from coopdb.query.filters import Filters
from coopdb.query.form import Form, Percent
from coopdb.query.search import search as find
from coopdb.query.selection import select
from coopdb.query.table import Table
from coopdb.record.values import Language
from coopdb.report.note_words import note_words
from coopdb.site.fold_table import fold_table
from coopdb.site.options import SiteOptions
from coopdb.site.parts import assets, explorer, scripted, search
from coopdb.site.site import Site
from coopdb.site.star_columns import FILTERS, star_columns
from coopdb.site.word_filters import found_values
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


def longer(text: str) -> str:
    """Give some of the naive count's people and series names that have the words of others."""
    return text.replace('"Bruno"', '"Amal Bruno"').replace('"Trade council"', '"The digital dialogue on trade"')


@pytest.fixture(scope="module")
def random_site(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A site of records that have several rows in every table."""
    root = tmp_path_factory.mktemp("records")
    records = json.loads(longer(json.dumps(make_records(seeded(23), 40))))
    for place, record in enumerate(records):
        if place % 4 == 0:
            record["end_date"] = f"{record['date'][:4]}-02-20"
        if place % 3:
            record["host_event"] = ("Forum", "Forum of Africa")[place % 2]
    write(root, records)
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
    page.wait_for_selector("#command:not(:empty)", state="attached")


def test_all_scripts_are_small(real_site: Made) -> None:
    made = {file.path: file.make().decode() for file in assets.files(real_site.site)}
    scripts = [text for path, text in made.items() if path.endswith(".js")]
    assert len(scripts) == 4
    assert sum(len(each.encode()) for each in scripts) <= LIMIT
    for each in scripts:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(|^ *//", each, re.M
        )


def test_the_table_of_folding_is_that_of_texts() -> None:
    found = dict[int, str]()
    for first, end, run in fold_table():
        texts = run.split("\n") if isinstance(run, str) else [chr(code) if run else "" for code in range(first, end)]
        found |= zip(range(first, end), texts, strict=True)
    tried = [*range(0x3400), *range(0xA000, 0xD800), *range(0xE000, 0x20000, 3), *range(0x2F800, 0x2FB00, 5), 0xE0001]
    other = [each for each in tried if found.get(each, " ") != plain_letters(chr(each))]
    assert all(0xAC00 <= each < 0xD7A4 for each in other), [hex(each) for each in other[:10]]
    assert max(found) < 0x110000


def test_a_browser_folds_every_letter_as_text_does(page: Any, real_site: Made) -> None:
    opened(page, real_site, "en/search.html", "q=maroc")
    special = [code for code in range(0x3000, 0x20000) if plain_letters(chr(code)) not in (" ", chr(code))]
    codes = [*range(0x3000), *special, *range(0xABF0, 0x20000, 97), *range(0xE0000, 0xE0200, 7), 0x2F800, 0x10FFFF]
    codes = [code for code in codes if not 0xD800 <= code < 0xE000]
    script = "codes => codes.map(code => fold('a' + String.fromCodePoint(code) + 'b')).join('/')"
    folded = page.evaluate(script, codes).split("/")
    assert [hex(code) for code, each in zip(codes, folded, strict=True) if each != fold(f"a{chr(code)}b")] == []
    texts = [
        "المغرب",
        "والمغرب",
        "الال",
        "الالمان ال المال",
        "L’Identité  NUMÉRIQUE",
        "e\u0301\u0345",
        "ﷺ ﻻ",
        "한국어 각",
        "١٢٣ ²",
        "",
    ]
    assert page.evaluate("texts => texts.map(fold)", texts) == [fold(each) for each in texts]


def arguments(text: str) -> list[str]:
    """Take a question apart as a shell does, but keep the quotes of phrases."""
    parts = text.split('"')
    words = [[f'"{each}"'] if place % 2 else each.split() for place, each in enumerate(parts)]
    return [each for every in words for each in every] if len(parts) > 2 else text.split()


SEARCHES = (
    "maroc", "Maroc", "المغرب", "مغرب", "الجزائر", "جزائر", "Algérie", "algerie", "identite", "identité numérique",
    "digital identity", '"digital identity"', '"identity digital"', "MA", "ma", "FR", "fra", "qat", "QAT", "port",
    "port*", "Portugal", "cyber", "cybersecurity", "cybersécurité", "الأمن السيبراني", "GITEX", "gitex africa",
    '"gitex africa"', "forum", "minister", "ministre", "e-gov", "ai", "AI", "IA", "ia*", "5g", "data", "donnees",
    "unido", "UNIDO", "ONUDI", "Côte d'Ivoire", "cote divoire", "d'ivoire", "l'économie", "Abidjan", "Deutschland",
    "allemand", "tunisien", "franco", "2025-05-21-de-fr", "2018-12-18", "https://", "Vietnam", "فيتنام", "日本",
    "Japan 2019", "zzzz", "startups innovation", "bonn", "king", "of", "O'Neill", "oneill", "singapour régulation",
    '"e-government" africa', "Émirats", "الإمارات",
)  # fmt: skip


def found_by_page(page: Any, texts: list[str]) -> list[list[str]]:
    return page.evaluate("texts => texts.map(text => search(partsOf(text)).map(place => index.pages[place]))", texts)


def test_the_page_finds_what_search_finds(
    real_site: Made, page: Any, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CORPUS)
    opened(page, real_site, "fr/search.html", "q=x")
    shown = {each.id for each in real_site.site.records.meetings}
    for text, found in zip(SEARCHES, found_by_page(page, [*SEARCHES]), strict=True):
        expected = coopdb("search", "--format", "ids", "--", *arguments(text))
        assert expected.code == 0, expected.err
        assert found == [each for each in expected.out.split() if each in shown], text


def test_the_page_finds_what_search_finds_in_records_at_random(random_site: Made, page: Any) -> None:
    site = random_site.site
    opened(page, random_site, "ar/search.html", "q=x")
    for text, found in zip(SEARCHES, found_by_page(page, [*SEARCHES]), strict=True):
        table = find(site.star, arguments(text), site.selection)
        assert found == [row[0] for row in table.rows], text


def test_the_list_shows_what_was_found(page: Any, real_site: Made) -> None:
    opened(page, real_site, "en/search.html", urlencode({"q": 'gitex "digital trust"'}, quote_via=quote))
    assert page.input_value("#asked") == 'gitex "digital trust"'
    assert page.inner_text("#status") == "1 meeting"
    title = page.locator("#results li a").first
    assert title.get_attribute("href") == "meetings/2025-04-15-ch-ma-gitex-africa.html"
    assert "15 April 2025" in page.inner_text("#results")
    assert page.locator("#results mark").all_inner_texts()[:2] == ["digital", "trust"]
    assert page.inner_text("#command") == "coopdb search gitex '\"digital trust\"'"
    links = [each.get_attribute("href") for each in page.locator("#results .details a").all()]
    assert "countries/ch.html" in links


def test_the_list_answers_while_words_are_typed(page: Any, real_site: Made) -> None:
    page.goto(real_site.address("fr/search.html"))
    assert page.evaluate("typeof index === 'undefined' && typeof star === 'undefined'")
    page.locator("#asked").press_sequentially("sing")
    page.wait_for_selector("#results li")
    page.wait_for_url("**#q=sing")
    page.fill("#asked", "?!")
    page.wait_for_selector("#results li", state="detached")
    page.evaluate("location.hash = 'q=FR'")
    page.wait_for_selector("#results li")
    assert page.input_value("#asked") == "FR"


def fragment_of(question: Question, form: Mapping[str, str]) -> str:
    """Put a question in the address of the explorer."""
    fields = [("rows", question.rows), ("columns", question.columns or ""), ("unit", question.unit), *form.items()]
    taken = [(f"is.{name}", text.split(",")) for name, texts in question.filters for text in texts]
    out = [(f"not.{name}", text.split(",")) for name, text in question.exclude]
    return urlencode([*fields, *((name, longer(json.dumps(keys))) for name, keys in (*taken, *out))])


def explorer_questions() -> Iterator[tuple[Question, dict[str, str]]]:
    """Yield questions, each with what else the explorer's form says."""
    random = seeded(24)
    others = {"top": ("10",), "percent": get_args(Percent), "since": ("2018-01-09", "2025-01-20")}
    others |= {"until": ("2018-02-01", "2025-01-21")}
    while True:
        question = make_question(random, of_one_table=random.random() < 0.5)
        if random.random() < 0.2:
            question = replace(question, filters=(*question.filters, ("host-event", ("Forum",))))
        form = {name: random.choice(texts) for name, texts in others.items() if random.random() < 0.25}
        assert {name for name, _ in (*question.filters, *question.exclude)} <= {*FILTERS}
        yield question, form


ANSWER = """hash => {
    location.hash = hash;
    readAddress();
    const question = questionShown();
    const { rows, columns, ...answer } = crosstab(question);
    const key = (name) => (value) => value === OTHER ? "(other)" : keyOf(name, value);
    const notes = Array.from(at("notes").children, (each) => each.textContent);
    const across = question.columns ? columns.map(key(question.columns)) : [question.unit];
    const command = at("command").textContent;
    const percents = question.percent ? percentsOf({ question, ...answer }) : null;
    return { ...answer, percents, rows: rows.map(key(question.rows)), columns: across, notes, command };
}"""
SAME = {"rows": "row_keys", "columns": "column_keys", "cells": "cells", "total": "total"}
SAME |= {"rowTotals": "row_totals", "columnTotals": "column_totals"}


def test_the_explorer_counts_what_crosstab_counts(
    random_site: Made, page: Any, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(random_site.root)
    opened(page, random_site, "en/explorer.html", "rows=year")
    totals = []
    for question, form in islice(explorer_questions(), QUESTIONS):
        found = page.evaluate(ANSWER, fragment_of(question, form))
        command = shlex.split(found["command"])
        asked = coopdb(*command[1:], "--format", "json")
        assert asked.code == 0, (command, asked.err)
        expected = json.loads(asked.out)
        assert {name: found[name] for name in SAME} == {name: expected[key] for name, key in SAME.items()}, command
        assert found["percents"] == expected.get("percents"), command
        totals.append(expected["total"])
    assert sum(map(bool, totals)) > QUESTIONS / 2


def asked_by(command: list[str], site: Site) -> Table:
    """Put a question of the command line to the star of a site."""
    pairs = [*pairwise(command)]
    excluded = tuple(text for option, text in pairs if option == "--exclude")
    options = {option[2:]: text for option, text in pairs if option.startswith("--")}
    filters = Filters(exclude=excluded, since=options.get("since"), until=options.get("until"), day=DAY)
    where = [text for option, text in pairs if option == "--where"]
    top, percent = int(options.get("top", 0)) or None, options.get("percent")
    form = Form(unit=options.get("count", "meetings"), top=top, percent=percent)  # type: ignore[arg-type]
    names = [each for each in command[2:4] if not each.startswith("--")]
    sides = [*map(DIMENSIONS.__getitem__, names), None]
    return crosstab(site.star, *sides[:2], select(filters.where(where).for_counting(), site.star), form)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_is_said_below_the_table_is_what_crosstab_says(language: Language, random_site: Made, page: Any) -> None:
    opened(page, random_site, f"{language}/explorer.html", "rows=year")
    for question, form in islice(explorer_questions(), 12):
        found = page.evaluate(ANSWER, fragment_of(question, form))
        table = asked_by(shlex.split(found["command"]), random_site.site)
        wording = random_site.site.words[language].reports
        assert found["notes"] == [note_words(each, wording) for each in table.footer], found["command"]


def test_every_dimension_is_counted(real_site: Made, page: Any) -> None:
    opened(page, real_site, "en/explorer.html", "rows=year")
    across = ("", "country", "group", "level", "topic", "told-by") * 5
    for name, columns, unit in zip(DIMENSIONS, across, UNITS * 6, strict=True):
        address = urlencode({"unit": unit, "rows": name, "columns": columns})
        found = page.evaluate(ANSWER, address)
        expected: Any = asked_by(shlex.split(found["command"]), real_site.site).document
        same = {key: json.loads(json.dumps(expected[other])) for key, other in SAME.items()}
        assert {key: found[key] for key in SAME} == same, address


def test_the_table_is_shown_and_is_there_as_csv(
    real_site: Made, page: Any, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CORPUS)
    filters = {"is.status": '["held","planned"]', "is.topic-area": '["data-and-ai"]'}
    opened(page, real_site, "en/explorer.html", urlencode({"rows": "country", "columns": "topic-area", **filters}))
    heads, first = page.locator("#table thead th[scope=col]"), page.locator("#table tbody tr").first
    assert heads.count() == first.locator("th, td").count()
    assert first.locator("th[scope=row]").inner_text() == "France"
    assert page.inner_text("#table caption") == "Meetings by country and topic area"
    with page.expect_download() as download:
        page.click("#csv")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text == coopdb(*shlex.split(page.inner_text("#command"))[1:], "--format", "csv").out


def test_percentages_are_shown_as_crosstab_rounds_them(
    random_site: Made, page: Any, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(random_site.root)
    opened(page, random_site, "fr/explorer.html", "rows=stage&columns=level&percent=total&since=2018-01-01")
    assert page.input_value("#since") == "2018-01-01"
    command = shlex.split(page.inner_text("#command"))[1:]
    assert command[-6:] == ["--percent", "total", "--since", "2018-01-01", "--on", DAY]
    lines = [[*map(_number, line.split("\t"))] for line in page.inner_text("#table tbody").splitlines()]
    written = [*csv.reader(coopdb(*command, "--format", "csv").out.splitlines())][1:]
    shown = [[f"{float(cell):.1f}" for cell in row[2:]] for row in written]
    assert [line[1:] for line in lines] == shown
    with page.expect_download() as download:
        page.click("#csv")
    read = [*csv.reader(Path(download.value.path()).read_text(encoding="utf-8").splitlines())][1:]
    assert [[*map(float, row[2:])] for row in read] == [[*map(float, row[2:])] for row in written]
    assert page.evaluate("[6.25, 6.75, 100, 0, 1/3].map(percentage)") == ["6,2%", "6,8%", "100,0%", "0", "0,3%"]


def _number(cell: str) -> str:
    """Return a number that a cell shows, as it is written where there are decimals; another text as it is."""
    plain = cell.rstrip("%").replace(",", ".")
    return f"{float(plain):.1f}" if re.fullmatch(r"[\d.]+", plain) else cell


def test_limits_in_time_may_be_given_in_any_order(real_site: Made, page: Any) -> None:
    opened(page, real_site, "en/explorer.html", "rows=year&since=2025-12-31&until=2025-01-01")
    assert "--since 2025-01-01 --until 2025-12-31" in page.inner_text("#command")
    assert "since 1 January 2025 · until 31 December 2025" in page.inner_text("#notes")
    assert page.inner_text("#table tbody").startswith("2025")


def test_a_question_is_put_together_with_the_keyboard(real_site: Made, page: Any) -> None:
    opened(page, real_site, "en/explorer.html")
    assert page.inner_text("#command").startswith("coopdb crosstab country --where status=held")
    page.focus("#adding")
    page.keyboard.type("mode")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Mode"
    page.keyboard.press("Home")
    assert "--where mode=" in page.inner_text("#command")
    page.wait_for_url(lambda address: "is.mode=" in address)
    shown, address = page.inner_text("#table"), page.url
    page.locator(".filter", has_text="Mode").get_by_role("button").click()
    assert "mode" not in page.inner_text("#command")
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("#command:not(:empty)", state="attached")
    assert page.inner_text("#table") == shown


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("rows=nothing", "nothing"),
        ('rows=year&is.country=["XX"]', "country=XX"),
        ("rows=year&not.country=[[[", "country=[[["),
        ('rows=year&is.person=["Amal"]', "person=Amal"),
        ('rows=year&is.country=["FR"]', ""),
        ("rows=year&since=2025", "2025"),
        ("rows=year&since=2025-01-31", ""),
        ("rows=year&percent=half", "half"),
    ],
)
def test_an_address_that_asks_for_what_is_not_there_says_so(
    address: str, said: str, real_site: Made, page: Any
) -> None:
    opened(page, real_site, "en/explorer.html", address)
    problem = page.inner_text("#problem[role=alert]")
    assert bool(problem) == bool(said)
    assert said in problem


def test_a_name_finds_what_a_filter_by_it_finds(tmp_path: Path) -> None:
    names = (
        "O'Neill",
        "Shane O’Neill",
        "Neill",
        "o neill",
        "Amal",
        "Amal Bruno",
        "Bruno Amal",
        "المغرب",
        "?!",
        "D’Ivoire",
    )
    for place, name in enumerate(names):
        path = tmp_path / "records" / "2025" / f"2025-01-{place + 1:02}-ma-qa.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = OLDER.replace("2025-01-01", f"2025-01-{place + 1:02}").replace(
            '"QA"', f'"QA"\nname = {json.dumps(name)}'
        )
        path.write_text(text, encoding="utf-8")
    star = build_star(load(Repository(tmp_path)))
    found = dict(found_values("person", names, star))
    assert found == {name: [hit.value for hit in FIELDS["person"].find(name, star)] for name in names}
    assert found["Neill"] == ["Neill", "O'Neill", "Shane O’Neill", "o neill"]
    assert found["?!"] == []
    site = Site.of(as_of(star, DAY), select(Filters(day=DAY).for_reports(), star), SiteOptions())
    columns = star_columns(site)
    chosen = [columns["keys"]["person"][number - 1] for number in columns["choices"]["person"]]
    assert sorted(chosen) == sorted({*names} - {"?!"})  # by that nobody can be asked for


def test_what_records_say_stays_text(page: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("odd")
    evil = "<img src=x onerror=alert(1)></script>\u2028__proto__"
    text = EVERYTHING.replace('"Doha"', json.dumps(evil)).replace("Amal Idrissi", "__proto__")
    (root / "records" / "2026").mkdir(parents=True)
    (root / "records" / "2026" / "2026-02-01-ma-qa.toml").write_text(text, encoding="utf-8")
    made = make(root, root / "site")
    assert "</script" not in (made.folder / "data" / "star-data.js").read_text(encoding="utf-8")
    opened(
        page, made, "en/explorer.html", urlencode({"rows": "city", "columns": "person", "is.city": json.dumps([evil])})
    )
    assert "<img src=x onerror=alert(1)></script>\\u2028__proto__" in page.inner_text("#table")
    assert page.locator("#table img").count() == 0
    opened(page, made, "en/search.html", "q=everything")
    assert "<b>bold</b>" in page.inner_text("#results")


def test_without_scripts_the_pages_say_so(page: Any, real_site: Made) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    for name, part in (("search", "#search"), ("explorer", "#explorer")):
        plain.goto(real_site.address(f"ar/{name}.html"))
        assert not plain.is_visible(part)
        assert "JavaScript" in plain.inner_text("main")
    context.close()


def test_nothing_enters_that_is_not_of_the_edition(tmp_path: Path) -> None:
    """Words of a record that is not public are in no script."""
    write_records(tmp_path)
    draft = OLDER.replace("An older meeting", "Canarytitle").replace("2025-01-01", "2025-01-09") + "draft = true\n"
    (tmp_path / "records" / "2025" / "2025-01-09-ma-qa.toml").write_text(
        draft.replace("[[", "draft = true\n[[", 1).removesuffix("draft = true\n"), encoding="utf-8"
    )
    made = make(tmp_path, tmp_path / "site")
    data = "".join(each.read_text(encoding="utf-8") for each in (made.folder / "data").iterdir())
    assert "anarytitle" not in data
    assert "2025-01-09" not in data
    assert "Older" in data or "older" in data


def test_the_same_records_make_the_same_bytes(real_site: Made, tmp_path: Path) -> None:
    again = make(CORPUS, tmp_path)
    for path in (again.folder / "data").iterdir():
        assert path.read_bytes() == (real_site.folder / "data" / path.name).read_bytes()
