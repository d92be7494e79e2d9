"""How tables reach their reader: columns, files, spreadsheets, web pages and the pager."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.cli.options import output as output_options
from coopdb.query.table import Column, Table
from coopdb.render.formats import render
from coopdb.render.screen import Screen

Run = Callable[..., Result]
COOPDB = [sys.executable, "-m", "coopdb"]


def test_columns_are_chosen_by_key_or_header_and_in_order(repo: Repo, coopdb: Run) -> None:
    repo.add()
    out = coopdb("search", "--columns", "date,host country, id", "--format", "csv").out
    assert out == "date,venue.country,id\n2026-02-01,,2026-02-01-ma-qa\n"
    assert coopdb("crosstab", "country", "topic", "--columns", "label,total", "--format", "csv").out.splitlines() == [
        "label,total",
        "Morocco,1",
        "Qatar,1",
        "total,1",
    ]
    (found,) = json.loads(coopdb("search", "--columns", "venue.city,title,venue.name", "--format", "json").out)
    assert found == {"venue": {"city": None, "name": None}, "title": "Morocco and Qatar talk about AI"}


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("search", "--columns", "titel"), "no column `titel`", "did you mean `title`?"),
        (("search", "--columns", "zzzz"), "no column `zzzz`", "one of `id`, `path`"),
        (("crosstab", "country", "--columns", "label", "--format", "json"), "fixed shape", "another `--format`"),
        (("search", "--no-header", "--format", "markdown"), "has a header", "`csv`"),
        (("search", "--excel", "--format", "json"), "for `csv` only", "formulas"),
        (("search", "--output", "no/such/folder.csv"), "cannot write `no/such/folder.csv`", ""),
        (
            ("search", "--output", "table.xlsx"),
            "no format has the ending `.xlsx`",
            "`--format`, or one of `.csv`, `.html`, `.json`",
        ),
    ],
)
def test_what_cannot_be_shown_is_said(
    repo: Repo, coopdb: Run, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    repo.add()
    result = coopdb(*arguments)
    assert (result.code, result.out) in ((2, ""), (3, ""))
    assert message in result.err
    assert hint in result.err


def test_a_table_without_header_has_only_rows(repo: Repo, coopdb: Run) -> None:
    repo.add()
    assert coopdb("search", "--columns", "id", "--no-header").out.startswith("2026-02-01-ma-qa\n")
    assert coopdb("search", "--columns", "id", "--no-header", "--format", "csv").out == "2026-02-01-ma-qa\n"


@pytest.mark.parametrize(
    ("name", "start"),
    [("t.csv", "id,"), ("t.json", "[\n"), ("t.md", "| id "), ("t.html", "<!DOCTYPE"), ("t.txt", "id  ")],
)
def test_the_name_of_a_file_gives_the_format(repo: Repo, coopdb: Run, name: str, start: str) -> None:
    repo.add()
    result = coopdb("search", "--output", name)
    assert (result.code, result.out) == (0, "")
    assert (repo.root / name).read_text(encoding="utf-8").startswith(start)
    coopdb("search", "--output", name, "--format", "ids")
    assert (repo.root / name).read_text(encoding="utf-8") == "2026-02-01-ma-qa\n"


def test_spreadsheets_calculate_nothing(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace("Morocco and Qatar talk", "=HYPERLINK(1)"))
    plain = coopdb("search", "--format", "csv", "--columns", "title").out
    assert plain == "title\n=HYPERLINK(1) about AI\n"
    assert coopdb("search", "--format", "csv", "--columns", "title", "--excel").out == (
        '\ufeff"title"\n"\'=HYPERLINK(1) about AI"\n'
    )


class Page(HTMLParser):
    """Notes the tags of a page, and the text of its cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def count(self, tag: str, **attributes: str) -> int:
        return sum(name == tag and attributes.items() <= had.items() for name, had in self.tags)


def test_a_web_page_is_whole_accessible_and_shaded(real: Path, coopdb: Run) -> None:
    assert real
    text = coopdb("crosstab", "country", "topic-area", "--format", "html").out
    page = Page(text)
    assert not re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", text)
    data = json.loads(coopdb("crosstab", "country", "topic-area", "--format", "json").out)
    assert page.count("caption") == 1
    assert page.count("th", scope="col") == len(data["column_keys"]) + 3
    assert page.count("th", scope="row") == 2 * (len(data["row_keys"]) + 1)
    assert page.count("button") == page.count("th", scope="col")
    most = max(cell for row in data["cells"] for cell in row)
    shaded = sum(cell > 0 for row in data["cells"] for cell in row)
    assert sum(page.count("td", **{"class": f"n h{level}"}) for level in range(5)) == shaded
    legend = re.findall(r'<li class="h\d">(\d+)(?:–(\d+))?</li>', text)
    numbers = [range(int(first), int(last or first) + 1) for first, last in legend]
    assert [number for each in numbers for number in each] == list(range(1, most + 1))
    assert text.count("<p>33 meetings · ") == 1


def test_a_web_page_shows_hostile_text_and_marks_what_was_found(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace("Morocco and Qatar", "<script>alert(1)</script> \\u202e & talk"))
    text = coopdb("search", "talk", "alert", "--format", "html").out
    assert text.count("<script>") == 1
    assert (
        "&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt; \\u202e &amp; <mark>talk</mark> <mark>talk</mark>" in text
    )
    assert '<ul class="legend"' not in text
    assert "<tfoot>" not in coopdb("crosstab", "country", "--no-totals", "--format", "html").out
    assert (
        'data-value="100.0">100.0%'
        in coopdb("crosstab", "country", "topic", "--percent", "row", "--format", "html").out
    )


def test_of_marks_that_overlap_the_first_is_kept(repo: Repo, coopdb: Run) -> None:
    repo.add()
    assert "<mark>Morocco and</mark> Qatar" in coopdb("search", "morocco and", "and", "--format", "html").out


def at_terminal(arguments: list[str], root: Path, lines: int, **environment: str) -> str:
    """Run a command at a terminal of 80 columns, and return what it shows."""
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover  # another process
        os.chdir(root)
        os.execvpe(arguments[0], arguments, {**os.environ, "LINES": str(lines), "COLUMNS": "80", **environment})
    shown, end = b"", time.monotonic() + 30
    while time.monotonic() < end and select.select([terminal], [], [], 30)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.waitpid(pid, 0)
    os.close(terminal)
    return shown.decode()


def test_a_long_list_is_paged_at_a_terminal_only(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 10):
        repo.add(f"2026/2026-03-0{day}-ma-qa.toml", GOOD.replace("2026-02-01", f"2026-03-0{day}"))
    pager = f"{sys.executable} -c \"import sys; print('PAGED', len(sys.stdin.readlines()))\""
    command = [*COOPDB, "search"]
    assert "PAGED" in at_terminal(command, repo.root, 10, COOPDB_PAGER=pager)
    monkeypatch.delenv("COOPDB_PAGER")
    assert "PAGED" in at_terminal(command, repo.root, 10, PAGER=pager)
    assert "9 meetings" in at_terminal(command, repo.root, 50, COOPDB_PAGER=pager)
    for none in ("", "cat", "no-such-pager", '"unclosed', "/dev/null"):
        assert "9 meetings" in at_terminal(command, repo.root, 10, COOPDB_PAGER=none)
    environment = {**os.environ, "COOPDB_PAGER": pager, "LINES": "10"}
    piped = subprocess.run(command, capture_output=True, text=True, check=True, cwd=repo.root, env=environment)
    assert "PAGED" not in piped.stdout
    assert "9 meetings" in piped.stdout


def test_what_was_found_is_marked_at_a_terminal(repo: Repo) -> None:
    repo.add()
    assert "\x1b[7mQatar\x1b[0m" in at_terminal([*COOPDB, "search", "qat"], repo.root, 50)


def test_marks_are_drawn() -> None:
    table = Table((Column("title", "title"),), (("Morocco and Qatar",),), marks=("qat",))
    assert "\x1b[7mQatar\x1b[0m" in render("tables", "table", table, Screen(True, 80, "standard"))


class Terminal:
    """Stands in for a stream at a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_pager_gets_the_text_or_it_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written: list[str] = []
    monkeypatch.setattr(output_options, "write", written.append)
    monkeypatch.setattr(output_options.sys, "stdin", Terminal())
    monkeypatch.setattr(output_options.sys, "stdout", Terminal())
    monkeypatch.setenv("LINES", "3")
    monkeypatch.setenv("COOPDB_PAGER", f"{sys.executable} -c \"open('paged', 'w').write(open(0).read())\"")
    output_options.page("a\nb\nc\nd\n")
    assert (tmp_path / "paged").read_text(encoding="utf-8") == "a\nb\nc\nd\n"
    assert written == []
    output_options.page("a\n")
    monkeypatch.setenv("COOPDB_PAGER", "'")
    output_options.page("a\nb\nc\nd\n")
    monkeypatch.setenv("COOPDB_PAGER", "true")
    monkeypatch.setattr(output_options.subprocess, "run", lambda *_, **__: (_ for _ in ()).throw(OSError))
    output_options.page("e\nf\ng\nh\n")
    assert written == ["a\n", "a\nb\nc\nd\n", "e\nf\ng\nh\n"]
