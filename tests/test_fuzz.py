"""Whatever bytes a file has, they give problems or a clear error: never a traceback, never a hang.

The same cases each time, a few a reader. COOPDB_FUZZ=20000 tries so many a reader, of other chance each time, and says
with which seed a case can be tried again (COOPDB_FUZZ_SEED).
"""

import os
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import pytest
from conftest import GOOD

from coopdb.author.draft import draft
from coopdb.author.drafted_text import DraftedText
from coopdb.author.encoding import Encoding
from coopdb.author.importing.source import ImportSource, read_source
from coopdb.check.fixing import fix
from coopdb.check.formatting import canonical_values, lay_out_entry
from coopdb.check.runner import check
from coopdb.check.scope import Scope
from coopdb.errors import StopError
from coopdb.query.vocabulary_tables import find_names
from coopdb.record.config import Config
from coopdb.record.layout import LayoutError
from coopdb.record.local import read_config, read_people, read_topics
from coopdb.record.reading import read
from coopdb.render.drafts import json as json_draft
from coopdb.render.drafts import toml as toml_draft
from coopdb.render.formats import render
from coopdb.render.screen import Screen
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.store.star.rows import build_star
from coopdb.vocabulary.packaged import packaged
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

CASES = int(os.environ.get("COOPDB_FUZZ", "40"))
SEED = int(os.environ.get("COOPDB_FUZZ_SEED", "1" if CASES <= 40 else str(random.SystemRandom().randrange(10**9))))
SECONDS = 20  # for one case; a hundredth is usual
TODAY = date(2026, 6, 1)

_RECORD = (
    GOOD
    + """
[venue]
city = "Doha"
country = "Qatar"
[[documents]]
kind = "mou"
title = 'Über "Cloud"'
signed = 2026-02-01
[[commitments]]
text = \"\"\"
several
lines\"\"\"
due = "2026~"
owner = "MA"
[[waivers]]
code = "S001"
reason = "an internal note" # a comment
"""
)
_TOPICS = """[smart-ports]
labels = { en = "Smart ports", ar = "الموانئ الذكية" }
aliases = { en = ["digital ports"] }
broader = "digital-transformation"
[ports]
replaced_by = "smart-ports"
"""
_PEOPLE = """["Amal El Fallah Seghrouchni"]
country = "MA"
aliases = ["Amal El Fallah-Seghrouchni"]
["Nora Said"]
"""
_CONFIG = """ignore = ["S001"]
[severity]
R002 = "error"
[[ignores]]
paths = ["records/19*/*"]
codes = ["S"]
reason = "old"
[queries.gulf]
command = "crosstab country topic -c @gcc"
"""
_MAPPING = """title = { template = "Visit of {leader} to {visited}" }
date = { column = "start" }
[file]
date_format = ["%d.%m.%Y", "%Y"]
[skip]
leader = ["None"]
[[participants]]
country = { column = "country", separator = "/", values = { "Bonn Republic" = "DE" } }
[[participants]]
country = { column = "visited" }
[[sources]]
url = { column = "source", default = "https://example.org/list" }
"""
_CSV = """leader,country,visited,start,source
A B,MA/QA,"Bonn Republic",01.02.2026,https://example.org
"C ""D"" ",France,Burma,2025,
"""
_JSONL = """{"leader": "A", "country": ["MA", "QA"], "visited": "DE", "start": "1.2.2026", "source": null}
{"leader": {"name": "A"}, "country": "MA", "visited": "DE", "start": 2026}
"""
_PAGE = """<html><head><meta property="og:site_name" content="News"><title>a</title></head><body>
<h1>Morocco and Qatar sign a memorandum on cloud</h1><p>Doha, 1 February 2026 &ndash; The Minister of Industry, Mr Ali
Hassan, met his counterpart <b>Nora Said</b> on the margins of Web Summit Qatar.</p><!-- a --></body></html>
"""
_ARTICLE = """# Morocco and Qatar sign a memorandum on cloud

Doha, 1 February 2026 – The [Minister](https://a.b) of Industry, Mr Ali Hassan, met H.E. Nora Said, Minister of Trade.
اجتمع وزير الصناعة المغربي، علي حسن، في الدوحة.
"""
# What readers stumble on: quotes, brackets, marks, half characters, numbers without end.
_PIECES = [
    *'"\'\\[]{}#=.,;:<>&-/()%~@*|\n\r\t\0',
    '"""', "'''", "[[", "]]", "\\u0000", "\\ud800", "\u200b", "\u202e", "é", "e\u0301", "م", "😀", "9" * 40, "1e999",
    "-0001-01-01", "0000-00-00", "2026-02-30", "nan", "true", "null", "<!--", "<script>", "&#x110000;", "&#0;",
    "<meta ", "replaced_by = 'nowhere'\n", "broader = 'ports'\n", "[a]\n", "x = 1\n", "{x}", "%", "\x1b[31m",
    "\ufeff", "\u2028",
]  # fmt: skip
_BYTES = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\0"]


def _changed(chance: random.Random, text: str) -> bytes:
    """Change a text in some places: put something in, take something out, say something twice."""
    content = text.encode()
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(content) + 1)
        to = min(at + chance.choice((0, 0, 1, 3, 20, 200)), len(content))
        piece = chance.choice(_BYTES) if chance.random() < 0.1 else chance.choice(_PIECES).encode("utf-8")
        new = chance.choice((b"", piece, piece, piece * 30, content[at:to] * 3))
        content = content[:at] + new + content[to:]
    return content


def _check(entry: RecordFile, words: Vocabularies, *, is_own: bool = False) -> None:
    records = RecordFiles(() if is_own else (entry,), words, (entry,) if is_own else ())
    report = check(records, TODAY)
    for name in ("full", "json", "sarif", "github", "junit"):
        render("problems", name, report, Screen()).encode(errors="surrogateescape")
    if not is_own:
        fix(records, TODAY)
        _lay_out(records)
        build_star(records)


def _lay_out(records: RecordFiles) -> None:
    scope = Scope((), records.vocabularies, TODAY)
    for entry in records.entries:
        with suppress(LayoutError):
            lay_out_entry(entry, canonical_values(Config()), scope)


def _record(content: bytes, _: Path) -> None:
    words = packaged_vocabularies()
    _check(RecordFile("records/2026/2026-02-01-ma-qa.toml", read(content, words)), words)


def _topics(content: bytes, _: Path) -> None:
    reading, words = read_topics(content, packaged_vocabularies())
    _check(RecordFile("records/topics.toml", reading), words, is_own=True)
    _check(RecordFile("records/2026/2026-02-01-ma-qa.toml", read(_RECORD.encode(), words)), words)


def _people(content: bytes, _: Path) -> None:
    reading, words = read_people(content, packaged_vocabularies())
    _check(RecordFile("records/people.toml", reading), words, is_own=True)
    _check(RecordFile("records/2026/2026-02-01-ma-qa.toml", read(_RECORD.encode(), words)), words)


def _config(content: bytes, _: Path) -> None:
    _check(
        RecordFile("coopdb.toml", read_config(content, packaged_vocabularies())), packaged_vocabularies(), is_own=True
    )


def _mapping(content: bytes, folder: Path) -> None:
    _read_rows(folder, "rows.csv", _CSV.encode(), content)


def _csv(content: bytes, folder: Path) -> None:
    _read_rows(folder, "rows.csv", content, _MAPPING.encode())


def _jsonl(content: bytes, folder: Path) -> None:
    _read_rows(folder, "rows.jsonl", content, _MAPPING.encode())


def _read_rows(folder: Path, name: str, content: bytes, mapping: bytes) -> None:
    (folder / name).write_bytes(content)
    (folder / "map.toml").write_bytes(mapping)
    encoding = Encoding(None, lambda _: None)
    read_source(ImportSource(folder / name, encoding), folder / "map.toml", packaged_vocabularies(), TODAY)


def _draft(content: bytes, _: Path) -> None:
    text = content.decode(errors="replace")
    drafts = draft(text, packaged_vocabularies(), published="2026-02-02", country="MA")
    texts = [DraftedText("a.txt", drafts)]
    toml_draft.render(texts, Screen())
    json_draft.render(texts, Screen())


def _names(content: bytes, _: Path) -> None:
    text = content.decode(errors="surrogateescape")
    for noun in ("country", "topic"):
        find_names(packaged(noun), [text, *text.split("\n")], None)


READERS: dict[str, tuple[Callable[[bytes, Path], None], str]] = {
    "record": (_record, _RECORD),
    "topics": (_topics, _TOPICS),
    "people": (_people, _PEOPLE),
    "configuration": (_config, _CONFIG),
    "mapping": (_mapping, _MAPPING),
    "CSV": (_csv, _CSV),
    "JSON Lines": (_jsonl, _JSONL),
    "HTML": (_draft, _PAGE),
    "article": (_draft, _ARTICLE),
    "names": (_names, "franco-allemand\nHoly See (Vatican City State)\nKorea, South\nIA\n"),
}


@contextmanager
def _in_time() -> Iterator[None]:
    """Raise TimeoutError where a case takes too long, if the system can."""

    def stop(*_: object) -> None:
        raise TimeoutError

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", READERS)
def test_any_bytes_give_problems_or_a_clear_error(name: str, tmp_path: Path) -> None:
    work, text = READERS[name]
    chance = random.Random(f"{SEED} {name}")  # noqa: S311  # chance that is the same each time is not a secret
    for number in range(CASES):
        content = _changed(chance, text)
        try:
            with _in_time():
                work(content, tmp_path)
        except StopError:  # a clear error
            continue
        except BaseException as error:
            error.add_note(f"COOPDB_FUZZ_SEED={SEED}, case {number} of {name}: {content!r}")
            raise
