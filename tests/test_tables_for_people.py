"""Tables that people look at: what is shaded, how rows are ordered, what paper shows, and how a pager is left."""

import json
import os
import re
import select
import shutil
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.query.table import Column, ColumnKind, Table
from coopdb.render.formats import render
from coopdb.render.screen import Screen
from coopdb.text import collation
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_browser = pytest.mark.skipif(not (BROWSER and shutil.which("pdftotext")), reason="needs Chromium and pdftotext")


def wide(columns: int, rows: int, asides: int = 0) -> Table:
    """Make a table each of whose cells has a number of its own, with headers of one word, and a row of totals."""
    chance = Random(7)  # noqa: S311  # the same words each time
    words = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(3, 20))) for _ in range(columns)]
    names = [f"Name{number:03}" for number in range(rows)]
    numbers = [[10_000 + line * columns + number for number in range(columns)] for line in range(rows + 1)]
    return Table(
        columns=(
            Column("country", "", "code"),
            Column("label", "country", "label"),
            *(Column(word, f"{word}{number}", "count") for number, word in enumerate(words)),
            Column("total", "total", "count", is_margin=True),
        ),
        rows=(
            *((name[-3:], name, *cells, 1) for name, cells in zip(names, numbers, strict=False)),
            ("(total)", "total", *numbers[-1], 1),
        ),
        stubs=2,
        has_totals=True,
        asides=asides,
        title="A wide table",
        footer=("the footer",),
    )


def browser(folder: Path, *arguments: str) -> str:
    assert BROWSER
    done = subprocess.run(
        [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", *arguments],
        capture_output=True, text=True, check=True, timeout=120, env={"PATH": os.environ["PATH"], "HOME": str(folder)},
    )  # fmt: skip
    return done.stdout


def printed(text: str, folder: Path) -> list[str]:
    """Print a page to PDF with Chromium, and return the text of each sheet."""
    (folder / "page.html").write_text(text, encoding="utf-8")
    browser(folder, "--no-pdf-header-footer", f"--print-to-pdf={folder}/page.pdf", f"file://{folder}/page.html")
    done = subprocess.run(["pdftotext", folder / "page.pdf", "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def after(script: str, text: str, folder: Path) -> str:
    """Return what a script in a page writes, run by Chromium in a small window."""
    whole = text.replace("</body>", f"<script>document.title = (() => {{ {script} }})();</script></body>")
    (folder / "page.html").write_text(whole, encoding="utf-8")
    shown = browser(folder, "--dump-dom", "--window-size=700,600", f"file://{folder}/page.html")
    found = re.search("<title>(.*?)</title>", shown)
    assert found
    return found[1]


@needs_browser
@pytest.mark.parametrize(("columns", "rows"), [(69, 60), (1, 3), (7, 5)])
def test_paper_has_every_column_and_repeats_the_heads(tmp_path: Path, columns: int, rows: int) -> None:
    table = wide(columns, rows)
    sheets = printed(render("tables", "html", table, Screen()), tmp_path)
    words = [set(sheet.split()) for sheet in sheets]
    headers = {column.header for column in table.columns if column.kind == "count"}
    assert headers <= set().union(*words)
    numbers = {f"{value:,}" for row in table.rows for value in row[2:-1]}
    assert numbers <= set().union(*words)
    with_rows = [sheet for sheet in words if sheet & {str(row[1]) for row in table.rows}]
    assert len(with_rows) >= len(sheets) - 1
    for sheet in with_rows:
        assert {"country", "total"} <= sheet
        assert sheet & (headers - {"total"})


@needs_browser
def test_paper_has_every_column_where_scripts_are_not_run(tmp_path: Path) -> None:
    table = wide(69, 3)
    page = re.sub("<script>.*?</script>|</?noscript>", "", render("tables", "html", table, Screen()), flags=re.DOTALL)
    assert "<script" not in page
    (sheet,) = printed(page, tmp_path)
    shown = re.sub("<[^>]*>", "", page[page.index("<main>") :])
    assert sorted(filter(str.isalnum, sheet)) == sorted(filter(str.isalnum, shown))


@needs_browser
def test_paper_has_every_column_of_a_list_and_long_names(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    repo.add(content=GOOD.replace("topics", f'host_event = "{"A long name " * 12}{"x" * 130}"\ntopics'))
    out = coopdb("search", "morocco", "--why", "--format", "csv").out
    keys = [*out.partition("\n")[0].split(",")]
    table = coopdb("search", "morocco", "--why", "--format", "html", "--columns", ",".join(keys)).out
    (sheet, *_) = printed(table, tmp_path)
    assert "draft" in keys
    for word in ("path", "status", "mode", "organizations", "draft", "found"):
        assert word in sheet
    page = coopdb("crosstab", "country", "host-event", "--format", "html").out
    assert "x" * 40 + "<wbr>" + "x" * 40 + "<wbr>" in page
    (sheet, *_) = printed(page, tmp_path)
    assert "total" in sheet.split()
    assert re.sub(r"\s", "", sheet).count("x" * 120) == 1


@needs_browser
def test_row_heads_stay_when_a_table_is_scrolled_sideways(tmp_path: Path) -> None:
    page = render("tables", "html", wide(40, 5), Screen())
    places = after(
        "const frame = document.querySelector('.frame'); frame.scrollLeft = 900;"
        "return [frame, ...document.querySelectorAll('tbody tr:first-child > *, thead tr > *')]"
        ".filter((each) => each.offsetParent).map((each) => Math.round(each.getBoundingClientRect().left)).join(' ');",
        page, tmp_path,
    ).split()  # fmt: skip
    frame, code, label, first, *_ = map(int, places)
    assert frame == code < label < frame + 200
    assert first < frame - 500


@needs_browser
def test_a_click_sorts_the_rows_and_leaves_the_rest_last_on_paper_too(tmp_path: Path) -> None:
    table = wide(30, 6, asides=2)
    rows = [table.rows[number] for number in (2, 0, 3, 1, 4, 5, 6)]
    page = render("tables", "html", table._replace(rows=tuple(rows)), Screen())
    script = (
        "document.querySelectorAll('thead button')[{}].click(); dispatchEvent(new Event('beforeprint'));"
        "return [...document.querySelectorAll('table')].map((table) => [...table.querySelectorAll('tbody tr')]"
        ".map((row) => row.cells[1].textContent).join(' ')).join('|');"
    )
    for place, expected in ((1, "0 1 2 3 4 5"), (5, "3 2 1 0 4 5")):
        shown = after(script.format(place), page, tmp_path).split("|")
        assert len(shown) > 2
        assert set(shown) == {" ".join(f"Name00{number}" for number in expected.split())}
    left = after("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'));"
                 "return document.querySelectorAll('table, .whole').length;", page, tmp_path)  # fmt: skip
    assert left == "1"


def test_what_is_no_value_is_outside_the_scale_and_last(repo: Repo, coopdb: Run) -> None:
    for day, mode in enumerate(["online", *["in-person"] * 2, *["hybrid"] * 4], start=1):
        level = 'level = "ministerial"\n' if mode == "online" else ""
        text = f'mode = "{mode}"\n{level}{GOOD.replace("02-01", f"02-0{day}")}'
        repo.add(f"2026/2026-02-0{day}-ma-qa.toml", text)
    page = coopdb("crosstab", "mode", "level", "--top", "1", "--format", "html").out
    shades = re.findall(r'class="n( \w+)*" data-value="(\d+)"', page)
    assert shades == [(" zero", "0"), ("", "4"), (" margin", "4"), ("", "1"), ("", "2"), (" margin", "3"),
                      ("", "1"), ("", "6"), (" margin", "7")]  # fmt: skip
    assert 'class="legend"' not in page
    page = coopdb("crosstab", "level", "mode", "--format", "html").out
    assert re.findall(r'class="n (h\d)" data-value="(\d+)"', page) == [("h4", "1")]
    assert re.findall(r'<li class="h\d">([^<]+)</li>', page) == ["1"]
    assert page.count("<tbody>") == 2
    assert page.index("(none)") > page.rindex("<tbody>")


def test_a_value_that_is_called_as_an_aside_is_is_none(repo: Repo, coopdb: Run) -> None:
    for day, event in enumerate(["(none)", "(none)", "(other)", "(total)", ""], start=1):
        named = f'host_event = "{event}"\n' if event else ""
        repo.add(f"2026/2026-02-0{day}-ma-qa.toml", named + GOOD.replace("02-01", f"02-0{day}"))
    page = coopdb("crosstab", "host-event", "--format", "html").out
    values, asides = re.findall("<tbody>.*?</tbody>", page, flags=re.DOTALL)
    assert re.findall(r'dir="auto">([^<]+)<', values) == ["(none)", "(other)", "(total)"]
    assert re.findall(r'class="n ?(h\d)?" data-value="(\d)"', values) == [("h4", "2"), ("h2", "1"), ("h2", "1")]
    assert re.findall(r'class="n ?(h\d)?" data-value="(\d)"', asides) == [("", "1")]
    assert "5 meetings · 3 host events" in coopdb("crosstab", "host-event").out


@pytest.mark.parametrize(("kind", "line"), [("text", 0), ("count", 1)])
def test_cells_stand_beside_the_first_line_of_a_text_and_numbers_beside_the_last(kind: ColumnKind, line: int) -> None:
    columns = (Column("a", "a", "label"), Column("b", "b", kind), Column("c", "c", "label"))
    value = 7 if kind == "count" else "7"
    drawn = render("tables", "table", Table(columns, (("word " * 12, value, "x"),)), Screen(True, 40))
    lines = drawn.splitlines()[2:]
    assert ["7" in each for each in lines].index(True) == (len([each for each in lines if "word" in each]) - 1) * line
    assert [each for each in lines if "7" in each] == [each for each in lines if "x" in each]


def test_asides_are_not_shaded_at_a_terminal_either() -> None:
    columns = (Column("a", "a", "label"), Column("b", "b", "count"), Column("(none)", "(none)", "count", is_aside=True))
    table = Table(columns, (("x", 1, 900), ("y", 2, 900), ("(other)", 900, 900)), stubs=1, asides=1)
    drawn = render("tables", "table", table, Screen(True, 80, "truecolor"))
    assert drawn.count("\x1b[38;2;4;47;46;48;2;153;246;228m") == 1  # the 2 alone has the strongest shade
    shaded = [line for line in drawn.splitlines() if "48;2;" in line]
    assert len(shaded) == 2
    assert drawn.count("\x1b[90m900") == 0  # nor are they faint, as nothing is


@pytest.mark.parametrize("sort", ["label", "-label", "total", "-total"])
def test_what_has_no_value_stays_last_in_every_order(repo: Repo, coopdb: Run, sort: str) -> None:
    for day, city in enumerate(["Ås", "Zagreb", "Oslo", "Östersund", "Ørsta", "Évora", "Evian", "", ""], start=1):
        venue = f'\n[venue]\ncity = "{city}"\n' if city else ""
        repo.add(f"2026/2026-02-0{day}-ma-qa.toml", GOOD.replace("02-01", f"02-0{day}") + venue)
    repo.add("2026/2026-03-01-ma-qa.toml", GOOD.replace("02-01", "03-01") + '\n[venue]\ncity = "Oslo"\n')
    by_label = ["Ås", "Evian", "Évora", "Ørsta", "Oslo", "Östersund", "Zagreb"]
    by_total = ["Oslo", *(city for city in by_label if city != "Oslo")]
    small_first = [*(city for city in by_label if city != "Oslo"), "Oslo"]
    expected = {"label": by_label, "-label": by_label[::-1], "total": by_total, "-total": small_first}[sort]
    found = json.loads(coopdb("crosstab", "city", "mode", "--sort", sort, "--format", "json").out)
    assert found["row_keys"] == [*expected, "(none)"]
    top = json.loads(coopdb("crosstab", "city", "--top", "2", "--sort", sort, "--format", "json").out)["row_keys"]
    assert top == [*sorted(["Oslo", "Ås"], key=expected.index), "(other)", "(none)"]


def base_letters(text: str) -> str:
    """Take the marks off letters, by Unicode's own tables."""
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)).casefold()


def test_the_names_of_countries_are_ordered_by_their_base_letters() -> None:
    countries = packaged_vocabularies().countries
    for language in ("en", "fr", "sv"):
        labels = [entry.labels[language] for entry in countries.entries.values() if language in entry.labels]
        ordered = sorted(labels, key=collation)
        words = [re.sub(r"\W+", " ", base_letters(label)).strip() for label in ordered]
        assert words == sorted(words)
    arabic = ["البرازيل", "ألمانيا", "آيسلندا", "تونس", "المغرب"]
    assert sorted(arabic, key=collation) == ["البرازيل", "ألمانيا", "المغرب", "آيسلندا", "تونس"]


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.text("aé", max_size=3))
def test_numbers_are_ordered_by_their_size(one: int, other: int, word: str) -> None:
    assert (collation(f"{word} {one}") < collation(f"{word} {other}")) == (one < other)


def test_less_says_how_to_leave_it(repo: Repo) -> None:
    import pty

    if shutil.which("less") is None:
        pytest.skip("needs less")
    for day in range(1, 10):
        repo.add(f"2026/2026-03-0{day}-ma-qa.toml", GOOD.replace("2026-02-01", f"2026-03-0{day}"))
    for options in ({}, {"LESS": "R"}, {"LESS": "-R --mouse"}):
        pid, terminal = pty.fork()
        if pid == 0:  # pragma: no cover  # another process
            size = {"LINES": "8", "COLUMNS": "80", "COOPDB_PAGER": "less", "TERM": "xterm"}
            kept = {name: value for name, value in os.environ.items() if name != "LESS"}
            os.chdir(repo.root)
            os.execvpe(sys.executable, [sys.executable, "-m", "coopdb", "search"], {**kept, **size, **options})
        shown, end = b"", time.monotonic() + 30
        while b"press q to quit" not in shown and time.monotonic() < end:
            if select.select([terminal], [], [], 1)[0]:
                shown += os.read(terminal, 65536)
        os.write(terminal, b"q")
        os.waitpid(pid, 0)
        os.close(terminal)
        assert b"press q to quit, h for help" in shown
