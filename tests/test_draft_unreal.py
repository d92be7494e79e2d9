"""Meetings that were not: imagined, denied, refused, called off, put off, only possible or claimed; and look-alikes."""

import json
from pathlib import Path

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
LINES = (Path(__file__).parent / "unreal.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [json.loads(line) for line in LINES]
LANGUAGES = {"ar", "de", "en", "es", "fr", "it", "nl", "pt", "sv"}


def what_is_told(text: str) -> str:
    """Return whether a text is doubted to tell of a meeting, or else its status."""
    (found,) = draft(text, WORDS, published="2026-05-13")
    if any(not each.route for each in found.unresolved):
        assert "date" not in found.record
        return "doubted"
    if any(each.route == ("status",) for each in found.unresolved):
        return "unsure"
    status: str = found.record.get("status", "held")
    return status


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}-{case['language']}")
def test_what_was_not_is_not_told_as_a_meeting_that_was(case: dict[str, str]) -> None:
    assert what_is_told(case["text"]) == case["expected"]


def test_each_kind_has_cases_and_look_alikes_in_every_language() -> None:
    for kind in sorted({case["kind"] for case in CASES}):
        of_kind = [case for case in CASES if case["kind"] == kind]
        assert {case["language"] for case in of_kind if case["expected"] != "held"} == LANGUAGES
        assert {case["language"] for case in of_kind if case["expected"] == "held"} == LANGUAGES
