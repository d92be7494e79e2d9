"""Articles as they come: saved pages, mail, Word, PDF and older encodings; the files in tests/articles are made up."""

import base64
import io
import json
import random
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from conftest import Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.articles import pdf, pdf_process
from coopdb.author.articles.mail import read_mail
from coopdb.author.articles.reading import read_source
from coopdb.author.draft import Draft, draft
from coopdb.author.draft.pages.page import data_of
from coopdb.author.draft.text.lines import unwrap
from coopdb.author.draft.text.text import read_article
from coopdb.author.encoding import Encoding
from coopdb.cli import main
from coopdb.errors import StopError
from coopdb.record.addresses import is_address
from coopdb.text import visible
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
FOLDER = Path(__file__).parent / "articles"
CASES: list[dict[str, Any]] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
WORDS = packaged_vocabularies()
SILENT = Encoding(None, lambda _: None)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MET = "Kenya and Norway met\n\nKenyan Minister Peter Otieno met Norwegian Minister Ingrid Solberg on 5 May 2025."


def test_every_file_of_an_article_has_an_expected_draft() -> None:
    unread = {"scan.pdf", "locked.pdf", "expected.json"}
    assert {path.name for path in FOLDER.iterdir()} == {case["file"] for case in CASES} | unread


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join([case["file"], *case["options"][:1]]))
def test_an_article_is_read_as_it_comes(case: dict[str, Any], coopdb: Run) -> None:
    result = coopdb("draft", str(FOLDER / case["file"]), *case["options"], "--format", "json")
    assert result.code == 0
    (whole,) = json.loads(result.out)["drafts"]
    record, source = whole["record"], whole["record"]["sources"][0]
    assert record["title"] == case["title"]
    assert sorted({each["country"] for each in record["participants"]}) == case["parties"]
    assert record.get("date") == case["date"]
    assert {key: value for key, value in source.items() if key != "title"} == case["source"]
    doubts = [each["message"] for each in whole["unresolved"] if each["route"][:1] == ["sources"]]
    assert sorted(doubts) == sorted(case["doubts"])
    remarks = [line for line in result.err.splitlines() if line.startswith("warning: ")]
    assert len(remarks) == len(case["remarks"])
    assert all(said in remark for said, remark in zip(case["remarks"], remarks, strict=True))


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.html")))
def test_what_a_page_says_stands_where_the_draft_says(name: str) -> None:
    text = read_source((FOLDER / name).read_bytes(), name, SILENT).text
    for each in draft(text, WORDS)[0].evidence:
        assert text[each.start : each.end] == each.text
    for fact in data_of(text).facts:
        assert text[fact.start : fact.end]
    for key in ("cookies", "comments", "France", "China", "Brasil"):
        assert key not in read_article(text).plain


def page(body: str, head: str = "") -> dict[str, Any]:
    return draft(f"<html><head>{head}</head><body>{body}</body></html>", WORDS)[0].record


P = "<p>Kenyan Minister Peter Otieno met Norwegian Minister Ingrid Solberg on 5 May 2025 and they agreed.</p>"


@pytest.mark.parametrize(
    ("body", "head", "title"),
    [
        (f"<h1>Kenya meets Norway</h1>{P}", "<title>Other words</title>", "Kenya meets Norway"),
        (f"<h1>The Daily Post</h1><h2>Kenya meets Norway</h2>{P}", "<title>Kenya meets Norway – The Daily Post</title>",
         "Kenya meets Norway"),
        (f"<h1>Home</h1>{P}", '<meta property="og:title" content="Kenya &quot;and&quot; us">', 'Kenya "and" us'),
        (f"<h2>Kenya meets Norway</h2>{P}", "", "Kenya meets Norway"),
        (f"<div><h1>Kenya meets Norway</h1></div><div><article>{P * 3}</article></div>", "", "Kenya meets Norway"),
        (f"<header><h1>Kenya meets Norway</h1></header><main>{P * 3}</main>", "", "Kenya meets Norway"),
        (f"<h1>Kenya <b>meets</b><br>Norway</h1>{P}", "", "Kenya meets Norway"),
        (f"<aside><h1>See more</h1></aside><h1>Kenya meets Norway</h1>{P}", "<title>Kenya meets Norway</title>",
         "Kenya meets Norway"),
        (P, '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Kenya \\u0026 Norway"}</script>',
         "Kenya & Norway"),
    ],
)  # fmt: skip
def test_the_headline_of_a_page(body: str, head: str, title: str) -> None:
    record = page(body, head)
    assert record["title"] == title
    assert {each["country"] for each in record["participants"]} == {"KE", "NO"}


@pytest.mark.parametrize(
    "beside",
    [
        "<nav>Ghana | Peru</nav>",
        '<div class="cookie-notice"><p>Ghana and Peru met.</p></div>',
        '<div role="complementary"><p>Ghana and Peru met.</p></div>',
        '<section id="relatedArticles related"><p>Ghana and Peru met.</p></section>',
        '<p hidden>Ghana and Peru met.</p>',
        '<div aria-hidden="true">Ghana and Peru met.</div>',
        '<div style="DISPLAY: none">Ghana and Peru met.</div>',
        '<div class="x sr-only">Ghana and Peru met.</div>',
        '<ul><li><a href="1">Ghana and Peru</a></li><li><a href="2">Peru and Ghana</a></li></ul>',
        "<!-- Ghana and Peru --><script>Ghana</script><style>Peru</style><noscript>Ghana</noscript>",
        "<form><p>Ghana and Peru</p></form><svg><text>Ghana</text></svg><select><option>Peru</select>",
    ],
)  # fmt: skip
def test_what_stands_beside_an_article_is_not_read(beside: str) -> None:
    body = f"<div><h1>Kenya meets Norway</h1>{P * 2}{beside}<p>The ministers spoke of open data with experts.</p></div>"
    assert {each["country"] for each in page(body)["participants"]} == {"KE", "NO"}


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="sidebar-layout"><h1>Kenya meets Norway</h1>{P}</div>',
        f'<form id="aspnetForm"><div>{P}</div></form>',
        f'<article class="post tag-social comments-open">{P}</article>',
        f'<h1>Kenya meets Norway</h1><p><a name="top">{P}',
        f'<div class="menu">{P}</div>',
        f"<table><tr><td>{P}<td></table>",
        f'<a href="1">{P * 4}',
        f'<article itemprop="articleBody"><p>Short.</p></article>{P}',
        f'<div itemprop="articleBody">{P * 3}</div><div>{"<p>Advice on gardens and on tall flowers.</p>" * 9}</div>',
        f"<article>{P * 2}</article><article>{P * 2}</article>",
        P.replace("</p>", ""),
        f'<p title="a > b" data-x=\'"\'>{P}',
    ],
)  # fmt: skip
def test_an_article_is_never_taken_for_what_stands_beside_it(body: str) -> None:
    assert {each["country"] for each in page(body)["participants"]} == {"KE", "NO"}


@pytest.mark.parametrize(
    ("head", "key", "value"),
    [
        ('<meta name="author" content="Ada Berg">', "author", "Ada Berg"),
        ('<meta name="author" content="https://e.org/ada">', "author", None),
        ('<meta name="DC.publisher" content="Ministry &amp; Co">', "publisher", "Ministry & Co"),
        ('<meta itemprop="datePublished" content="2025-05-06T08:00">', "published", "2025-05-06"),
        ('<meta name="date" content="yesterday">', "published", None),
        ('<meta property="og:url" content="/relative">', "url", None),
        ('<link rel="stylesheet" href="https://e.org/a.css">', "url", None),
        ('<link rel=canonical href=https://e.org/a><meta property="og:url" content="https://e.org/b">', "url",
         "https://e.org/a"),
        ('<script type="application/ld+json">{"@type": 5, "url": "https://e.org/a"}</script>', "url", None),
        ('<script type="application/ld+json">{"@type": "Product", "url": "https://e.org/a"}</script>', "url", None),
        ('<script type="application/ld+json">[{"@type":"Report","url":["https://e.org/a"]},5]</script>', "url",
         "https://e.org/a"),
        ('<script type="application/ld+json">{"@type": "Article", "author": {"name": "Ada"}</script>', "author", None),
        ('<script type="application/ld+json">{"@type": "Article", "author": {"name": 5}}</script>', "author", None),
        (f'<script type="application/ld+json">{"[" * 300}</script>', "author", None),
        (f'<script type="application/ld+json">{"[]," * 300}</script>', "author", None),
        ('<script type="application/ld+json">{"@type": "Article", "author": "\\uD800"}</script>', "author", None),
        ('<script type="text/javascript">{"@type": "Article", "author": "Ada Berg"}</script>', "author", None),
        ('<time itemprop="datePublished" datetime="2025-05-06">', "published", "2025-05-06"),
        ('<time datetime="2025-05-06">', "published", None),
    ],
)  # fmt: skip
def test_what_a_page_says_of_its_source(head: str, key: str, value: str | None) -> None:
    found = page(f"<h1>Kenya meets Norway</h1>{P}", head)["sources"][0].get(key)
    assert (None if found is None else str(found)) == value


def test_the_language_of_a_page_counts_where_its_words_are_too_few() -> None:
    assert draft('<html lang="fi-FI"><p>Kenia ja Norja</p>', WORDS)[0].record["sources"][0]["language"] == "fi"
    assert "language" not in draft('<html lang="x-a"><p>Kenia ja Norja</p>', WORDS)[0].record["sources"][0]


# ---- plain text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kenya meets Norway\nNairobi. The minister of Kenya met the minister\nof Norway and spoke of data.", 2),
        ("NEWS OF MAY\nKenya meets Norway\nNairobi. The minister of Kenya met the minister\nof Norway and spoke.", 3),
        ("Kenya and Norway speak of the data of all oceans\nNairobi. The minister\nof Kenya met\nhis own", 2),
        ("The minister of Kenya met the minister\nof Norway and spoke of data.", 1),
        ("Kenya meets Norway,\nThe minister of Kenya met the minister of Norway.", 1),
        ("Kenya meets Norway.\nThe minister of Kenya met the minister of Norway.", 1),
        ("Kenya\nThe minister of Kenya met the minister of Norway.", 1),
        ("Kenya meets Norway\nand they speak of all the data of the world and of the seas.", 1),
        ("A title that is long\nOf Two Lines That Are Its Own\n\nThe minister of Kenya met that of Norway.", 1),
        (f"One. {'word ' * 60}.\nTwo words here.\nThree.", 3),
        (f"One; {'word ' * 60};\nTwo words here;\nThree.", 1),
    ],
)  # fmt: skip
def test_a_headline_may_end_with_its_line(text: str, lines: int) -> None:
    first = unwrap(text).split("\n\n")[0]
    assert len(first.split("\n")) == lines
    assert len(unwrap(text)) == len(text)


# ---- encodings


@pytest.mark.parametrize("encoding", ["cp1251", "cp1250", "mac-roman", "cp1255"])
def test_what_no_encoding_fits_is_refused_and_never_garbled(tmp_path: Path, coopdb: Run, encoding: str) -> None:
    texts = {
        "cp1251": "Встреча министров",
        "cp1250": "Dvořák žije v Řezně",
        "mac-roman": "Café à Genève",
        "cp1255": "פגישה של שרים",
    }
    (tmp_path / "a.txt").write_bytes(texts[encoding].encode(encoding))
    result = coopdb("draft", "a.txt")
    assert (result.code, result.out) == (3, "")
    assert ("`--encoding mac-roman`" if encoding == "mac-roman" else "with `--encoding`, or") in result.err
    assert texts[encoding] in coopdb("draft", "a.txt", "--encoding", encoding).out


def test_an_encoding_is_told_to_add_too(repo: Repo, coopdb: Run) -> None:
    (repo.root / "a.txt").write_bytes(f"{MET} Dvořák".encode("cp1250"))
    options = ("--topic", "cloud", "--source", "https://e.org/a", "--dry-run")
    assert "`--encoding" in coopdb("add", "--from", "a.txt", *options).err
    assert "Peter Otieno" in coopdb("add", "--from", "a.txt", "--encoding", "cp1250", *options).out


@pytest.mark.parametrize(
    "declared", ["utf-7", "rot13", "idna", "iso-8859-99", "windows-1251", "x" * 60, "koi8-u", "utf-16"]
)
def test_an_encoding_that_a_page_declares_is_believed_only_where_it_fits(declared: str) -> None:
    text = f'<meta charset="{declared}"><p>Kenya +ADw-b+AD4- Norway'
    assert read_source(text.encode(), "a", SILENT).text == text
    arabic = f'<?xml version="1.0" encoding="{declared}"?><p>التقى الوزير في الرباط من كينيا على'
    assert "الرباط" in read_source(arabic.encode("cp1256"), "a", SILENT).text or declared in ("windows-1251", "koi8-u")


def test_letters_that_only_a_declared_encoding_has() -> None:
    text = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2"><p>Łódź i Řezno'
    assert read_source(text.encode("iso-8859-2"), "a", SILENT).text == text
    with pytest.raises(StopError):
        read_source(text.encode("cp1252", errors="ignore") + b"\x9d\x81", "a", SILENT)
    with pytest.raises(StopError):
        read_source("من في على \x81\x9d".encode("cp1256", errors="ignore") + b"\xff\x7f\x1b", "a", SILENT)


def test_a_file_in_the_encoding_of_windows_for_arabic_is_recognised_by_its_words() -> None:
    said: list[str] = []
    text = "التقى وزير النقل في الرباط نظيره من كينيا على هامش المؤتمر"
    assert read_source(text.encode("cp1256"), "a", Encoding(None, said.append)).text == text
    assert said == ["`a` is not UTF-8: byte 0xc7 on line 1; read as windows-1256: `--encoding` tells another"]


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1),
    st.sampled_from([16, 32]),
    st.sampled_from(["le", "be"]),
)
def test_the_mark_of_utf_16_and_utf_32_is_believed(text: str, width: int, order: str) -> None:
    content = f"\ufeffKenya {text}".encode(f"utf-{width}-{order}")
    assert read_source(content, "a", SILENT).text == f"Kenya {text}"


@pytest.mark.parametrize(
    "told",
    [
        "unicode_escape",
        "raw-unicode-escape",
        "idna",
        "punycode",
        "undefined",
        "charmap",
        "rot13",
        "hex",
        "é",
        "a\0b",
        "",
        "x" * 999,
    ],
)
def test_what_is_no_encoding_of_texts_is_unknown(told: str) -> None:
    with pytest.raises(StopError, match="unknown encoding") as error:
        read_source(MET.encode(), "a", SILENT._replace(told=told))
    assert error.value.exit_code == 2


@pytest.mark.parametrize("told", ["utf-16", "UTF-16LE", "utf_32", "utf-32-be"])
def test_an_encoding_of_wide_characters_is_believed_only_with_null_bytes(told: str) -> None:
    with pytest.raises(StopError, match=f"`--encoding {told}` does not fit `a`: it has no null bytes"):
        read_source((MET + " " * (-len(MET) % 4)).encode(), "a", SILENT._replace(told=told))
    assert read_source(MET.encode(told), "a", SILENT._replace(told=told)).text == MET


def test_null_characters_are_of_no_text_in_any_encoding() -> None:
    with pytest.raises(StopError, match="`--encoding windows-1252` does not fit `a`: it would have null characters"):
        read_source(b"Kenya\0", "a", SILENT._replace(told="windows-1252"))


# ---- what is refused


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (b"{\\rtf1 Kenya}", "RTF, which is not read", "save it as Word (.docx) or text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word or Outlook file", "save it as .docx or .eml"),
        (b"bplist00\x00", "a web archive of Safari", "page source"),
        (b"\x1f\x8b\x08", "compressed", "unpack it first"),
        (b"\x89PNG\r\n", "a picture", "give the text of the article"),
        (b"Kenya\0", "not text", "save it as text, HTML, PDF or Word (.docx) first"),
        (b"   \n", "empty", "give the text of one article"),
        (b"a" * 1_048_577, "has more than 1,048,576 characters", "give the text of one article"),
        (b"<p>" + b"a" * 4_194_304, "has more than 4,194,304 characters", "give the text of one article"),
        (b"PK\x03\x04 no archive", "a damaged or locked archive", "save it as text first"),
        (b"%PDF-1.4 and nothing", "a damaged PDF", "save it as text first"),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else "",
)  # fmt: skip
def test_what_is_no_article_is_refused_with_the_way_out(
    tmp_path: Path, coopdb: Run, content: bytes, message: str, hint: str
) -> None:
    (tmp_path / "a.bin").write_bytes(content)
    result = coopdb("draft", "a.bin")
    assert (result.code, result.out) == (3, "")
    assert "`a.bin`" in result.err
    assert message in result.err
    assert hint in result.err


@pytest.mark.parametrize(
    "text",
    ["\u200b\u200d", "\ufeff\ufeff", "\u200e\u200f\u202e", "\u3164\u115f\u00ad", "<p>\u2060</p>", "* *"],
)
def test_a_text_of_signs_or_of_what_nobody_sees_is_refused_by_name(tmp_path: Path, coopdb: Run, text: str) -> None:
    (tmp_path / "a.txt").write_text(MET, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    result = coopdb("draft", "a.txt", "b.txt")
    assert (result.code, result.out) == (3, coopdb("draft", "a.txt").out)
    assert result.err == "error: `b.txt` has no words\n  help: give the text of one article\n"


def test_one_bad_file_hides_no_good_one(tmp_path: Path, coopdb: Run) -> None:
    (tmp_path / "a.txt").write_text(MET, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG")
    result = coopdb("draft", "b.txt", "a.txt", "none.txt", "--encoding", "utf-8")
    assert (result.code, result.out) == (3, coopdb("draft", "a.txt").out)
    assert [line for line in result.err.splitlines() if line.startswith("error: ")] == [
        "error: `b.txt` is a picture",
        "error: cannot read `none.txt`: no such file or directory",
    ]


@pytest.mark.parametrize("name", ["paper.pdf", "marked.txt"])
def test_an_encoding_is_checked_whatever_the_file_is(coopdb: Run, name: str) -> None:
    result = coopdb("draft", str(FOLDER / name), "--encoding", "x-none")
    assert (result.code, result.err.splitlines()[0]) == (2, "error: unknown encoding `x-none`")


def test_what_is_not_read_is_told_with_its_file(tmp_path: Path, coopdb: Run) -> None:
    (tmp_path / "a.eml").write_bytes(parts("mixed", f"\n{MET}", FILE))
    (tmp_path / "b.txt").write_text(MET, encoding="utf-8")
    assert coopdb("draft", "a.eml", "b.txt").err == "warning: `a.eml`: attachment `a.pdf` is not read\n"


def test_a_draft_is_no_article(tmp_path: Path, coopdb: Run) -> None:
    (tmp_path / "a.txt").write_text(MET, encoding="utf-8")
    (tmp_path / "d.json").write_text(coopdb("draft", "a.txt", "--format", "json").out, encoding="utf-8")
    (tmp_path / "d.txt").write_text(coopdb("draft", "a.txt").out, encoding="utf-8")
    (tmp_path / "x.json").write_text('[{"title": "Kenya and Norway met"}]', encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    taken = "`coopdb add --from FILE.toml` takes a draft as TOML"
    assert {name: coopdb("draft", name).err for name in ("d.json", "d.txt", "x.json")} == {
        "d.json": f"error: `d.json` is a draft as JSON, and not an article\n  help: give the article; {taken}\n",
        "d.txt": f"error: `d.txt` is a record, or a draft of one, and not an article\n  help: {taken}\n",
        "x.json": "error: `x.json` is JSON, and not an article\n  help: give the text of the article\n",
    }
    assert "`deep.json` has no words" in coopdb("draft", "deep.json").err
    assert coopdb("draft", "-", stdin=f"[Nairobi] {MET}".encode()).code == 0
    assert coopdb("draft", "-", stdin=f"{MET}\n\ndraft = true\n\nThey said so.\ndraft = true".encode()).code == 0


@pytest.mark.parametrize("name", ["none.txt", ".", "none.toml"])
def test_a_file_that_cannot_be_read_is_told_with_a_way_out(repo: Repo, coopdb: Run, name: str) -> None:
    repo.add()
    for command in (("draft", name), ("add", "--from", name)):
        result = coopdb(*command)
        assert (result.code, result.out) == (3, "")
        assert result.err.startswith(f"error: cannot read `{name}`: ")
        assert "\n  help: give the file of a" in result.err


@pytest.mark.parametrize(
    ("name", "message"), [("scan.pdf", "without text, such as a scan"), ("locked.pdf", "password")]
)
def test_a_pdf_without_text_is_refused(coopdb: Run, name: str, message: str) -> None:
    result = coopdb("draft", str(FOLDER / name))
    assert result.code == 3
    assert message in result.err


def test_too_large_a_file_is_refused(tmp_path: Path, coopdb: Run) -> None:
    (tmp_path / "a.html").write_bytes(b"a" * 20_000_001)
    assert "20,000,001 bytes, where an article has at most 20,000,000" in coopdb("draft", "a.html").err
    assert "stdin has more than 20,000,000 bytes" in coopdb("draft", "-", stdin=b"a" * 20_000_001).err


@pytest.mark.parametrize("command", [("draft", "-"), ("add", "--from", "-"), ("lsp",)])
def test_a_stdin_that_is_closed_is_an_error_with_a_way_out(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    repo.add()
    monkeypatch.setattr(sys, "stdin", None)
    result = coopdb(*command)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("error: cannot read the input: stdin is closed\n  help: ")


def test_a_language_server_without_stdout_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["lsp"]) == 3
    assert "stdout is closed" in capsys.readouterr().err


BEGIN, COPY = (
    "an address begins with `https://` or `http://`",
    "copy it from a browser, such as `https://example.org/page`",
)


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("example.org/a", "write `https://example.org/a`"),
        *((each, BEGIN) for each in ("ftp://example.org", "javascript:alert(1)")),
        *(
            (each, COPY)
            for each in ("https://a b", "http://[::1", "https:///a", "http://.", "http://e..org", "http://.e:1")
        ),
        *((each, COPY) for each in ("https://a:99999/", "https://example.org/\u200ba", f"HTTP://{'a' * 64}.org/")),
    ],
)
def test_an_address_that_is_none_is_refused_with_a_hint_that_fits(coopdb: Run, url: str, hint: str) -> None:
    result = coopdb("draft", str(FOLDER / "marked.txt"), "--url", url)
    said = f"`--url {visible(url)}` is not the address of a page"
    assert (result.code, result.err) == (2, f"error: {said}\n  help: {hint}\n")


@pytest.mark.parametrize(
    "url", ["http://example.org.", "https://उदाहरण.भारत/a", "http://a_b.example.org:80", "http://localhost"]
)
def test_an_address_may_have_any_host(url: str) -> None:
    assert is_address(url)


# ---- Word


def word(xml: str | bytes, name: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return file.getvalue()


def document(body: str) -> bytes:
    return word(f'<w:document xmlns:w="{_W}" xmlns:mc="{_MC}"><w:body>{body}</w:body></w:document>')


_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TITLE, _LEAD = (f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in MET.split("\n\n"))


def test_a_word_file_is_read_with_its_tables(tmp_path: Path, coopdb: Run) -> None:
    deleted = "<w:p><w:del><w:r><w:delText>Peru</w:delText></w:r></w:del></w:p>"
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>open</w:t><w:tab/><w:t>data</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    twice = (
        f"<mc:AlternateContent><mc:Choice>{_LEAD}</mc:Choice><mc:Fallback>{_LEAD}</mc:Fallback></mc:AlternateContent>"
    )
    content = document(f"{_TITLE}{deleted}{twice}{table}")
    text = read_source(content, "a.docx", SILENT).text
    assert text.split("\n\n") == [*MET.split("\n\n")[:1], "", MET.split("\n\n")[1], "open\tdata", ""]
    (tmp_path / "a.docx").write_bytes(content)
    assert 'name = "Peter Otieno"' in coopdb("draft", "a.docx").out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (word(b" " * 20_000_001), "unpacks to more than 20 MB"),
        (word("<a/>", "xl/workbook.xml"), "is an archive and not a Word file"),
        (word("<a>"), "is a damaged Word file"),
        (word('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "is a damaged Word file"),
        (word('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), "is a damaged Word file"),
        (document(_TITLE)[:-30], "is a damaged or locked archive"),
    ],
)  # fmt: skip
def test_a_hostile_word_file_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(StopError, match=message):
        read_source(content, "a.docx", SILENT)


def test_a_word_file_that_is_packed_as_word_does_not_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(StopError, match="is a damaged Word file"):
        read_source(file.getvalue(), "a.docx", SILENT)


def test_a_deep_word_file_is_read() -> None:
    deep = 20_000
    assert read_source(document("<w:sdt>" * deep + _TITLE + "</w:sdt>" * deep), "a", SILENT).text.strip() == MET[:20]


# ---- PDF


def test_a_pdf_needs_an_extra(coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    result = coopdb("draft", str(FOLDER / "paper.pdf"))
    assert result.code == 3
    assert "pip install 'coopdb[pdf]'" in result.err


def test_an_arabic_pdf_gets_a_doubt_and_one_written_backwards_is_refused() -> None:
    text = "التقى وزير النقل في الرباط نظيره من كينيا على هامش المؤتمر"
    (doubt,) = pdf.checked(text, "a.pdf").doubts
    assert "Arabic PDF" in doubt.message
    assert draft(f"{text}\n\n{text} 5/5/2025", WORDS, doubts=(doubt,))[0].unresolved[0] == doubt
    with pytest.raises(StopError, match="holds its words backwards"):
        pdf.checked(text[::-1], "a.pdf")


def test_a_pdf_that_takes_too_long_is_ended() -> None:
    with pytest.raises(StopError, match=r"takes longer than 0\.001 s"):
        pdf.read_pdf((FOLDER / "paper.pdf").read_bytes(), "a.pdf", seconds=0.001)


@pytest.mark.parametrize(
    ("limits", "code"), [({"pages": 0}, pdf.LONG), ({"characters": 10}, pdf.LONG), ({"pages": 1}, 0)]
)
def test_a_long_pdf_is_not_read(limits: dict[str, int], code: int) -> None:
    text, found = pdf_process.read((FOLDER / "paper.pdf").read_bytes(), **limits)
    assert (found, "Senegal" in text) == (code, code == 0)


@pytest.mark.parametrize(("content", "code"), [("paper.pdf", 0), ("locked.pdf", pdf.LOCKED), (b"%PDF-", pdf.DAMAGED)])
def test_the_process_that_reads_a_pdf(
    content: str | bytes, code: int, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    given = (FOLDER / content).read_bytes() if isinstance(content, str) else content
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    monkeypatch.setattr(pdf_process, "limit_memory", bool)
    assert pdf_process.main() == code
    assert (b"Senegal" in capsysbinary.readouterr().out) == (code == 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_memory_of_that_process_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    limits: list[object] = []
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: limits.append(limit))
    pdf_process.limit_memory()
    assert limits == [(resource.RLIMIT_AS, (pdf.MEMORY, pdf.MEMORY))]


def test_drawn_forms_of_arabic_letters_are_written_as_letters() -> None:
    assert pdf_process.letters("ﺍﻟﺮﺑﺎﻁ ½ a") == "الرباط ½ a"
    assert pdf_process.letters("Rabat") == "Rabat"


def test_a_pdf_that_unpacks_without_end_is_refused(tmp_path: Path, coopdb: Run) -> None:
    import zlib

    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b" " * 1_000_000) for _ in range(100)) + packer.flush()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]  # fmt: skip
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(body))
    (tmp_path / "a.pdf").write_bytes(body + end)
    result = coopdb("draft", "a.pdf")
    assert (result.code, "Traceback" in result.err) == (3, False)
    assert "`a.pdf` is" in result.err


# ---- mail


def mail(head: str, body: str) -> bytes:
    return f"MIME-Version: 1.0\nMessage-ID: <a@b>\n{head}\n\n{body}".encode()


def test_a_header_whose_letters_are_lost_is_left_out() -> None:
    found = read_mail(mail("From: =?utf-\ufffd?q?Ada?= <a@b.example>\nSubject: Caf\u00e9", MET), "a.eml", SILENT)
    assert (dict(found.source), found.text) == ({}, MET)


def test_parts_within_parts_are_limited() -> None:
    head = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(1000))
    with pytest.raises(StopError, match="more than 50 parts within parts"):
        read_source(mail("From: a@b", "")[:-2] + head.encode(), "a.eml", SILENT)
    few = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(50))
    assert "Kenya" in read_source(mail(f"From: a@b\n{few}Content-Type: text/plain", MET), "a.eml", SILENT).text


@pytest.mark.parametrize(
    ("head", "published", "source"),
    [
        ("From: Ada <a@b.example>\nDate: Mon, 5 May 2025 10:00:00 +0200", "2025-05-05", {"author": "Ada"}),
        ("From: a@b.example\nDate: yesterday", None, {"author": "a@b.example"}),
        ("Date: Mon, 99 May 2025 10:00:00 +0200", None, {}),
        ("From: =?x-none?q?Ada?= <a@b.example>", None, {"author": "=?x-none?q?Ada?="}),
        ("Subject: TR: Kenya\nFrom: a@b.example\nDate: Mon, 5 May 2025 10:00:00 +0200", None, {}),
    ],
)  # fmt: skip
def test_the_sender_and_day_of_a_message(head: str, published: str | None, source: dict[str, str]) -> None:
    found = read_mail(mail(head, MET), "a.eml", SILENT)
    assert (found.published, dict(found.source)) == (published, source)
    assert "Kenya" in found.text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (mail("Content-Type: application/pdf", "JVBERi0="), "is a message without text"),
        (mail("Content-Type: message/rfc822", "Subject: a\n\n"), "is a message without text"),
        (mail("Content-Type: text/plain", ""), "is a message without text"),
    ],
)
def test_a_message_without_text_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(StopError, match=message):
        read_source(content, "a.eml", SILENT)


@pytest.mark.parametrize(
    "around",
    [
        "Content-Type: message/rfc822\n\n",
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\n \n--b\nContent-Type: message/rfc822\n\n',
    ],
)
def test_a_message_in_an_envelope_is_read(around: str) -> None:
    inner = f"From: Ada <a@b.example>\nSubject: Fwd: Talks\nDate: Mon, 5 May 2025 10:00:00 +0200\n\n{MET}"
    found = read_mail(f"From: c@d\nSubject: Look\n{around}{inner.replace('Fwd: ', '')}".encode(), "a.eml", SILENT)
    assert (found.published, dict(found.source)) == ("2025-05-05", {"author": "Ada"})
    assert found.text.startswith("Talks\n\nKenya")


@pytest.mark.parametrize(("address", "source"), [("https://e.org/a", {"url": "https://e.org/a"}), ("cid:page", {})])
def test_a_page_saved_as_one_file_has_the_address_of_a_page(address: str, source: dict[str, str]) -> None:
    content = mail(f"Snapshot-Content-Location: {address}\nContent-Type: text/html", f"<p>{MET}")
    assert read_mail(content, "a.mhtml", SILENT).source == source


def test_a_blank_part_hides_no_other() -> None:
    parts = f"\n--b\n\n \n--b\nContent-Type: text/html\n\n\n--b\n\n{MET}\n--b--"
    assert MET in read_mail(mail('Content-Type: multipart/mixed; boundary="b"', parts), "a.eml", SILENT).text


def parts(kind: str, *each: str, head: str = "Subject: Talks") -> bytes:
    """Make a message of parts, each with its own headers."""
    inside = "".join(f"--{kind}\n{one}\n" for one in each)
    return mail(f'{head}\nContent-Type: multipart/{kind}; boundary="{kind}"', f"{inside}--{kind}--")


PICTURE = "Content-Type: image/jpeg; name=a.jpg\n\n/9j/"
FILE = "Content-Disposition: attachment; filename=a.pdf\n\nx"
PAGE = f"Content-Type: text/html\n\n<p>{MET}"
INNER = f"Content-Type: message/rfc822\n\nSubject: {{}}\nContent-Type: text/plain\n\n{MET}"


@pytest.mark.parametrize(
    ("content", "text", "remarks"),
    [
        (parts("mixed", f"\n{MET}", PICTURE, "\nThey spoke of ports."), f"{MET}\n\nThey spoke of ports.",
         ["part `a.jpg`"]),
        (parts("mixed", f"\n{MET}\n-- \nAda", "\nThey met."), f"{MET}\n\nThey met.", []),
        (parts("mixed", "\nSee below.", PAGE, PAGE), f"<p>{MET}",
         ["part `text/plain`", "part `text/html`"]),
        (parts("alternative", "\nSee the page.", PAGE), f"<p>{MET}", []),
        (parts("alternative", f"\n{MET * 2}", PAGE), MET, []),
        (parts("related", PAGE, PICTURE), f"<p>{MET}", []),
        (parts("digest", f"\nSubject: One\n\n{MET}", f"\nSubject: Two\n\n{MET}"), f"One\n\n{MET}", ["message `Two`"]),
        (parts("mixed", FILE, INNER.format("One"), INNER.format("Two")),
         f"One\n\n{MET}", ["attachment `a.pdf`", "message `Two`"]),
        (parts("mixed", INNER.format("One").replace(MET, " "), INNER.format("Two")), f"Two\n\n{MET}",
         ["message `One`"]),
        (parts("mixed", f"\n{MET}", INNER.format("")), MET, ["attachment `message/rfc822`"]),
        (parts("mixed", "\nDvo{}ak", f"\n{MET}").replace(b"{}", b"\xf8\xe1"), MET, ["part `text/plain`"]),
        (parts("mixed", "\nA\0B", PAGE), f"<p>{MET}", ["part `text/plain`"]),
    ],
)  # fmt: skip
def test_no_part_of_a_message_is_lost_in_silence(content: bytes, text: str, remarks: list[str]) -> None:
    found = read_mail(content, "a.eml", SILENT)
    assert " ".join(text.split()) in " ".join(found.text.split())
    assert [*found.remarks] == [f"{each} is not read" for each in remarks]


@pytest.mark.parametrize("blank", ["\n\u200b", "Content-Type: text/html\n\n<html><style>p{}</style><br>&nbsp;", "\n"])
def test_a_part_without_words_hides_no_other_and_is_none(blank: str) -> None:
    for other in (f"\n{MET}", INNER.format("Met")):
        found = read_mail(parts("mixed", blank, other), "a.eml", SILENT)
        assert (MET in found.text, found.remarks) == (True, ())


@pytest.mark.parametrize("size", ["16", "32"])
@pytest.mark.parametrize("order", ["le", "be"])
def test_the_text_of_a_message_may_be_in_wide_characters_without_a_mark(size: str, order: str) -> None:
    text, head = f"{MET} التقى", "Content-Type: text/plain; charset={}\nContent-Transfer-Encoding: base64"
    body = base64.b64encode(text.encode(f"utf-{size}-{order}")).decode()
    for charset in (f"utf-{size}{order}", f"UTF-{size}-{order}", f"utf_{size}"):
        assert read_mail(mail(head.format(charset), body), "a.eml", SILENT).text == text
    for told in (f"utf-{size}-{order}", f"utf-{size}"):
        told_so = SILENT._replace(told=told)
        assert read_mail(mail(head.format("utf-8"), body), "a.eml", told_so).text == text


def test_null_characters_never_reach_a_draft_of_a_message() -> None:
    with pytest.raises(StopError, match="`a` is not text") as error:
        read_mail(mail("Content-Type: text/plain", MET.replace(" ", "\0")), "a", SILENT)
    assert "`--encoding utf-16`" in error.value.hint


@pytest.mark.parametrize("told", ["cp1250", "windows-1252"])
def test_a_told_encoding_is_that_of_the_text_of_a_message(tmp_path: Path, coopdb: Run, told: str) -> None:
    head = "From: =?utf-8?q?Ad=C3=A9?= <a@b.example>\nSubject: =?utf-8?q?Caf=C3=A9?= talks\nContent-Type: text/plain"
    (tmp_path / "a.eml").write_bytes(mail(head, "").rstrip() + f"\n\n{MET} Müller".encode(told))
    (found,) = json.loads(coopdb("draft", "a.eml", "--encoding", told, "--format", "json").out)["drafts"]
    assert (found["record"]["title"], found["record"]["sources"][0]["author"]) == ("Café talks", "Adé")
    assert "Müller" in read_source((tmp_path / "a.eml").read_bytes(), "a.eml", SILENT._replace(told=told)).text


def test_a_line_in_the_text_of_a_message_is_told_as_such() -> None:
    content = mail("Content-Type: text/plain", "").rstrip() + b"\n\nKenya\nDvo\xf8\xe1k"
    with pytest.raises(StopError) as error:
        read_source(content, "a.eml", SILENT)
    assert error.value.message == "the decoded text/plain part of `a.eml` is not UTF-8: byte 0xf8 on line 2"


def test_a_text_with_headers_of_its_own_is_no_message() -> None:
    text = f"date: 2025-05-06\nsource: Gazette\n\n{MET}"
    assert read_source(text.encode(), "a.txt", SILENT).text == text


# ---- whatever is damaged


PIECES = [b"<", b'"', b"</div>", b"<!--", b"&#x", b"\r\n\r\n", b"=?utf-8?b?", b"=?utf-\xff?q?", b"\\ud800", b"\0",
          b"Content-Type: multipart/mixed; boundary=", b'{"@type":["Article"],', b"<article>", b'; charset="a\0b"',
          b'<script type="application/ld+json">']  # fmt: skip


NOTHING = Draft({}, (), ())


def damaged(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 12)):
        place, other = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)
        piece = chance.choice([*PIECES, content[other : other + 60], bytes([chance.randrange(256)])])
        content = content[:place] + piece + content[place + chance.choice([0, 0, len(piece), 40]) :]
    return content


@pytest.mark.parametrize("name", [*sorted({case["file"] for case in CASES} - {"paper.pdf"}), "a.docx"])
def test_a_damaged_file_is_read_or_refused(name: str) -> None:
    whole = document(_TITLE + _LEAD) if name == "a.docx" else (FOLDER / name).read_bytes()
    chance = random.Random(name)  # noqa: S311  # chance that is the same each time is not a secret
    for _ in range(40):
        with suppress(StopError):
            found = read_source(damaged(whole, chance), name, SILENT)
            (first, *_) = draft(found.text, WORDS, published=found.published, source=found.source) or (NOTHING,)
            for each in first.evidence:
                assert found.text[each.start : each.end] == each.text
                assert str(each.value).encode()


@pytest.mark.parametrize("declared", ["windows-1253", "windows-1299"])
def test_what_is_not_as_it_is_declared_is_not_read_so(tmp_path: Path, coopdb: Run, declared: str) -> None:
    page = tmp_path / "page.html"
    text = f'<html><head><meta charset="{declared}"></head><body><p>Kenya and Norway met \xd2 \xaa.</p></body></html>'
    page.write_bytes(text.encode("latin-1"))
    result = coopdb("draft", str(page))
    assert (result.code, declared in result.out) == (0, False)
    assert "--encoding" in result.err


@pytest.mark.parametrize(("key", "most"), [("author", 500), ("publisher", 500), ("url", 2000)])
@pytest.mark.parametrize(
    "text", ["<html><meta name='{meta}' content='{value}'><h1>{met}</h1></html>", "{key}: {value}\n\n{met}"]
)
def test_what_is_longer_than_any_value_of_a_source_is_none(key: str, most: int, text: str) -> None:
    meta = {"author": "author", "publisher": "og:site_name", "url": "og:url"}[key]
    for length, is_told in ((most, True), (most + 1, False)):
        value = "https://example.org/".ljust(length, "a") if key == "url" else "A".ljust(length, "a")
        (found,) = draft(text.format(key=key, meta=meta, value=value, met=MET), WORDS)
        assert (found.record["sources"][0].get(key) == value) == is_told
        assert is_told or key not in found.record["sources"][0]
