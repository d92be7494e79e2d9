"""Tables of `search` and `crosstab` in the languages of reports; what programs read has none."""

from collections.abc import Callable

import pytest
from conftest import CORPUS, GOOD, Repo, Result

from coopdb.query.table import Column, Table
from coopdb.report.note_words import note_words
from coopdb.report.table_words import table_words
from coopdb.report.value_names import value_name
from coopdb.report.wording import Wording
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
Golden = Callable[[str, str], None]
QUESTIONS = (
    ("crosstab", "country", "topic", "-t", "cloud"),
    ("crosstab", "group", "decade", "--count", "documents", "--top", "3", "--since", "2020", "--exclude", "country=FR"),
    ("crosstab", "document-state", "document-kind", "--count", "documents", "--where", "document-kind=mou"),
    ("crosstab", "stage", "topic", "-t", "cloud", "-c", "MA", "-c", "@gcc,QA"),
    ("crosstab", "told-by", "--percent", "total", "--status", "any", "--drafts"),
    ("crosstab", "host", "mode", "--percent", "column", "--until", "2025-06"),
    ("crosstab", "owner", "commitment-status", "--count", "commitments", "--percent", "row"),
    ("crosstab", "source-kind", "topic-area", "--count", "sources"),
    ("search", "Morocco", "--since", "2026"),
    ("search", "--limit", "2", "--status", "any", "--columns", "id,status,kind,level,mode,topics,draft"),
)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_tables_are_worded(coopdb: Run, golden: Golden, language: str) -> None:
    root = ("--root", str(CORPUS), "--on", "2026-03-01", "--lang", language)
    told = [f"$ {' '.join(each)}\n{coopdb(*each, *root).out}" for each in QUESTIONS]
    golden(f"corpus-tables.{language}.txt", "\n".join(told))


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_page_has_its_language_and_direction(coopdb: Run, language: str) -> None:
    page = coopdb("crosstab", "country", "--root", str(CORPUS), "--lang", language, "--format", "html").out
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert not any(word in page for word in ("Shades", "Meetings", "no drafts"))


@pytest.mark.parametrize("question", [*QUESTIONS[:2], ("search", "Morocco")])
@pytest.mark.parametrize("format", ["csv", "json"])
def test_programs_read_the_same_in_every_language(coopdb: Run, question: tuple[str, ...], format: str) -> None:
    asked = (*question, "--root", str(CORPUS), "--format", format, "--on", "2026-03-01")
    assert coopdb(*asked, "--lang", "ar") == coopdb(*asked, "--lang", "fr") == coopdb(*asked)


@pytest.mark.parametrize("format", ["ids", "jsonl"])
def test_lists_have_no_language(coopdb: Run, format: str) -> None:
    asked = ("search", "Morocco", "--root", str(CORPUS), "--format", format)
    assert coopdb(*asked, "--lang", "fr") == coopdb(*asked)


def test_the_top_rows_are_the_same_in_every_language(coopdb: Run) -> None:
    asked = ("crosstab", "country", "--top", "4", "--root", str(CORPUS), "-t", "digital-transformation", "--lang")
    tables = [coopdb(*asked, language).out.splitlines() for language in ("en", "fr", "ar")]
    codes = [sorted(line[:2] for line in lines[1:5]) for lines in tables]
    assert codes[0] == codes[1] == codes[2]


def test_what_a_cell_has_behind_it_is_told_in_english(coopdb: Run) -> None:
    asked = ("crosstab", "country", "topic", "--drill", "MA", "cloud", "--root", str(CORPUS))
    assert coopdb(*asked, "--lang", "fr") == coopdb(*asked)


def test_what_is_said_of_limits_drafts_and_rows(coopdb: Run, repo: Repo) -> None:
    repo.add(content="draft = true\n" + GOOD.replace("2026-02-01", '"2026-02"'))
    asked = ("search", "--since", "2026-02-10", "--lang", "fr")
    out = coopdb(*asked).out
    assert "1 rencontre de date incertaine, ou de plusieurs jours, compte aussi avant le 10 février 2026." in out
    assert "brouillon" in out


def test_a_filter_is_said_to_hold_of_the_same_row(coopdb: Run) -> None:
    asked = ("crosstab", "topic", "--stage", "agreed", "--root", str(CORPUS), "--lang")
    assert "Pris dans une même ligne de la fiche : sujet, et les filtres (stade)." in coopdb(*asked, "fr").out


def test_english_and_plain_texts_stay_as_they_are() -> None:
    table = Table((Column("a", "a"),), (("x",),), ("a plain text",))
    words = packaged_vocabularies()
    assert table_words(table, Wording(words)) is table
    assert note_words("a plain text", Wording(words, "fr")) == "a plain text"
    assert value_name("status", "held", Wording(words)) == "held"
