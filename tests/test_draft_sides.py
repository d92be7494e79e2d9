"""Whose the people of a text are, and what is doubtful of it: the sentences of `tests/sides/`, one file a kind.

A line has the language, the home country, the text, and whom it names with their party, behind `?` where it is doubted.
"""

import json
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

HERE = Path(__file__).parent / "sides"
WORDS = packaged_vocabularies()


def cases() -> list[Any]:
    """Return the sentences of each kind and language together."""
    found = []
    for path in sorted(HERE.glob("*.jsonl")):
        lines = sorted(map(json.loads, path.read_text(encoding="utf-8").splitlines()), key=lambda row: str(row[0]))
        rows = groupby(lines, key=lambda row: str(row[0]))
        found += [pytest.param([*own], id=f"{path.stem}-{language}") for language, own in rows]
    return found


def people_of(language: str, home: str | None, text: str) -> dict[str, str]:
    """Return whom a text names, each with their party, behind `?` where it is doubted."""
    record, *_ = draft(text, WORDS, published="2026-05-13", country=home, language=language)
    doubts = [each.message for each in record.unresolved if each.message.startswith("whom ")]
    return {
        row["name"]: "?" * any(f"whom {row['name']} (" in each for each in doubts) + row["country"]
        for row in record.record.get("participants", ())
        if "name" in row
    }


@pytest.mark.parametrize("rows", cases())
def test_people_are_of_the_side_that_the_text_tells_or_are_doubted(rows: list[Any]) -> None:
    assert {text: people_of(language, home, text) for language, home, text, _ in rows} == {
        text: expected for _, _, text, expected in rows
    }


def test_each_kind_has_sentences_in_every_language() -> None:
    for path in HERE.glob("*.jsonl"):
        lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        assert {row[0] for row in lines} == {"en", "fr", "ar", "de", "es", "pt", "it", "nl", "sv"}, path.name


def test_what_was_signed_with_another_country_is_no_document_of_this_meeting_but_a_doubt() -> None:
    rows = map(json.loads, (HERE.parent / "signed_with.jsonl").read_text(encoding="utf-8").splitlines())
    for language, home, text, titles in rows:
        found, *_ = draft(text, WORDS, published="2026-05-13", country=home, language=language)
        assert [each["title"] for each in found.record.get("documents", ())] == titles, text
        assert any("is said to be with TD" in each.message for each in found.unresolved) == (not titles), text
