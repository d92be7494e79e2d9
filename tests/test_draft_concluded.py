"""A paper that two sides sign or conclude tells that they met; one that is hoped for or ratified does not."""

import json
from pathlib import Path

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

CASES = [json.loads(line) for line in Path(__file__).with_name("concluded.jsonl").read_text("utf-8").splitlines()]
WORDS = packaged_vocabularies()


@pytest.mark.parametrize("case", CASES, ids=[each["text"].partition("\n")[0] for each in CASES])
def test_a_paper_that_two_conclude_tells_that_they_met(case: dict[str, str]) -> None:
    (found,) = draft(case["text"], WORDS, published="2026-03-11")
    parties = {each["country"] for each in found.record.get("participants", ())}
    is_certain = len(parties) == 2 and all(doubt.route for doubt in found.unresolved)
    assert is_certain == case["is_certain"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("أعلنت تونس إطلاق القمر الصناعي الجديد، والتقى وزيرها نظيره الكيني في نيروبي.", {"TN", "KE"}),
        ("التقى رئيس جزر القمر نظيره الكيني في موروني.", {"KM", "KE"}),
    ],
)
def test_a_moon_is_not_the_country_named_after_it(text: str, parties: set[str]) -> None:
    (found,) = draft(f"لقاء\n\n{text}", WORDS)
    assert {each["country"] for each in found.record["participants"]} == parties
