"""What nobody sees parts no words of an article, comes into no value, and moves no evidence."""

import json
import re
from collections.abc import Callable
from email.header import Header
from itertools import cycle
from pathlib import Path

import pytest
from conftest import Repo, Result

from coopdb.author.draft import draft
from coopdb.author.draft.text.text import read_article
from coopdb.invisible import has_invisible, read_value, unread
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
TEXTS = sorted((Path(__file__).parent / "drafts").glob("*.txt"))
UNSEEN = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u200c", "\u200d", "\u061c", "\u200e", "\u200f", "&shy;", "&#x200B;")
CASES = [
    pytest.param(path, unseen, id=f"{path.stem}-{unseen!a}") for path, unseen in zip(TEXTS, cycle(UNSEEN), strict=False)
]
TALKS = "The Kenyan minister Ann Odede met the Norwegian minister Per Lund in Oslo on 8 May 2024."


@pytest.mark.parametrize(("path", "unseen"), CASES)
def test_a_text_is_read_as_it_looks_whatever_stands_unseen_within_its_words(path: Path, unseen: str) -> None:
    text = path.read_text(encoding="utf-8")
    with_it = re.sub(r"<[^<>]*>|&#?\w+;|(?<=[^\W_]{2})(?=[^\W_]{2})", lambda found: found[0] or unseen, text)
    assert with_it.count(unseen) > 40
    for plain, other in zip(draft(text, WORDS), draft(with_it, WORDS), strict=True):
        assert other.record == plain.record
        assert other.unresolved == plain.unresolved
        for evidence, its in zip(plain.evidence, other.evidence, strict=True):
            assert with_it[its.start : its.end] == its.text
            assert its.text.replace(unseen, "") == evidence.text


def test_a_page_is_read_as_it_looks_too_with_its_data() -> None:
    page = (
        '<html><head><meta property="og:site_name" content="The Os&shy;lo\u200b News">'
        '<meta name="author" content="A\u2060nn Lee"><link rel="canonical" href="https://example.org/\u200b1">'
        '<meta property="og:title" content="Ken\u200bya and Nor&shy;way meet"></head>'
        "<body><article><h1>Kenya and Nor&shy;way meet</h1><p>"
        "The Kenyan minister Ann Ode&ZeroWidthSpace;de met the Norwegian minister Per Lund in Oslo on 8 Ma\u200fy 2024."
        "</p></article></body></html>"
    )
    found = draft(page, WORDS)[0]
    assert not has_invisible(json.dumps(found.record, ensure_ascii=False, default=str))
    assert found.record["title"] == "Kenya and Norway meet"
    assert str(found.record["date"]) == "2024-05-08"
    assert {each["name"] for each in found.record["participants"]} == {"Ann Odede", "Per Lund"}
    source = found.record["sources"][0]
    assert (source["publisher"], source["author"]) == ("The Oslo News", "Ann Lee")
    assert source["url"] == "https://example.org/1"
    assert "Ode&ZeroWidthSpace;de" in {each.text.rpartition(" ")[2] for each in found.evidence}


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("Nor\u00ad\nway", "Norway"),  # a soft hyphen that is seen, as it stands at the end of a line
        ("Nor\u00ad \r\n  way", "Norway"),
        ("Nor\u00ad\n\nWay", "Nor\n\nWay"),
        ("1990\u00ad\n1991", "1990\n1991"),
        ("👩\u200d👧 क्\u200dष", "👩\u200d👧 क्\u200dष"),  # joiners that make a sign
        ("وزير\u200cالخارجية", "وزيرالخارجية"),
        ("e\u00ad\u0301", "é"),
        ("A&amp;B &shy C &shyness;", "A&amp;B &shy C &shyness;"),
        ("a\u00a0b", "a b"),
    ],
)
def test_what_is_unseen_is_not_read_and_what_makes_a_sign_is(given: str, plain: str) -> None:
    article = read_article(given)
    assert article.plain.split() == plain.split()
    assert len(article.origins) == len(article.plain)


@pytest.mark.parametrize(
    ("text", "seen"),
    [("Ann Lee", "Ann Lee"), ("Do\u00adha", "Doha"), ("👩\u200d👧", "👩\u200d👧"), ("Québec", "Québec")],
)
def test_a_value_is_read_as_it_looks(text: str, seen: str) -> None:
    assert read_value(text) == seen
    assert bool([*unread(text)]) == (text != seen)


def test_evidence_in_json_shows_what_is_unseen(repo: Repo, coopdb: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        TALKS.replace("Odede", "Od\u00adede").replace("Lund", "Lu\u200bnd"), encoding="utf-8"
    )
    out = coopdb("draft", "a.txt", "--format", "json").out
    assert "Od\\u00adede" in out
    assert not has_invisible(out)
    assert '"name": "Ann Odede"' in out
    assert "Od\u00adede" in json.dumps(json.loads(out), ensure_ascii=False)


def test_a_message_is_from_whom_it_seems_to_be(coopdb: Callable[..., Result], tmp_path: Path) -> None:
    sender, subject = (Header(each, "utf-8").encode() for each in ("Ann Od\u00adede", "Kenya and Nor\u200bway meet"))
    head = f"From: {sender} <a@example.org>\nSubject: {subject}\nMIME-Version: 1.0\n"
    said = f'{head}Content-Type: text/plain; charset="utf-8"\n\n{TALKS}\n'
    (tmp_path / "a.eml").write_text(said, encoding="utf-8")
    out = coopdb("draft", "a.eml").out
    assert 'title = "Kenya and Norway meet"' in out
    assert 'author = "Ann Odede"' in out
