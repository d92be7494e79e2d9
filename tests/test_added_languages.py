"""A language is added to `coopdb draft` by its files: Italian and Dutch, the names of countries included."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from coopdb.author.draft import draft
from coopdb.author.draft.words import cues, telling_words
from coopdb.text import fold
from coopdb.vocabulary.tables import DATA
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
ADDED = ("it", "nl")
PUBLISHED = "2025-05-14"  # a Wednesday
FOLDER = (
    Path(__file__).parent / "added_languages"
)  # each case: a text, its countries, its day if any is certain, people
CASES = [(each, case) for each in ADDED for case in json.loads((FOLDER / f"{each}.json").read_text(encoding="utf-8"))]


def read(text: str) -> dict[str, Any]:
    return draft(text, WORDS, published=PUBLISHED)[0].record


def parties(record: dict[str, Any]) -> str:
    return " ".join(sorted({each["country"] for each in record.get("participants", []) if "country" in each}))


def test_there_are_ten_texts_in_each_added_language() -> None:
    assert [language for language, _ in CASES] == ["it"] * 10 + ["nl"] * 10


@pytest.mark.parametrize(("language", "case"), CASES, ids=[case["text"].partition("\n")[0] for _, case in CASES])
def test_a_text_in_an_added_language_is_read(language: str, case: dict[str, Any]) -> None:
    record = read(case["text"])
    assert record["sources"][0]["language"] == language
    if case["countries"]:
        assert parties(record).split() == case["countries"]
    else:
        assert len(parties(record).split()) < 2
    assert record.get("date") == (case["date"] and date.fromisoformat(case["date"]))
    assert {*case["people"]} <= {each.get("name") for each in record.get("participants", [])}


@pytest.mark.parametrize("language", ADDED)
def test_every_country_is_known_by_its_name_in_an_added_language(language: str) -> None:
    own = cues.countries(language)
    wrong = {}
    for code, name in Locale.parse(language).territories.items():
        if code in WORDS.countries.entries and not name.startswith(("RAS ", "Hongkong SAR", "Macau SAR")):
            found = [each.key for each in WORDS.countries.resolve(name)] or [*own.get(fold(name), ())]
            if found != [code]:
                wrong[code] = (name, found)
    assert len(WORDS.countries.entries) > 200
    assert not wrong


@pytest.mark.parametrize("language", ADDED)
def test_what_an_added_language_calls_a_country_is_no_other_country(language: str) -> None:
    seen: dict[str, str] = {}
    table = json.loads((DATA / "draft" / f"{language}.json").read_text(encoding="utf-8"))
    for key in ("countries", "adjectives"):
        for code, names in table[key].items():
            assert code in WORDS.countries.entries
            for name in names:
                assert seen.setdefault(fold(name), code) == code
                assert [each.key for each in WORDS.countries.resolve(name)] in ([], [code])


def test_words_of_an_added_language_are_countries_in_its_own_texts_only() -> None:
    said = "Kenya and Norway met\n\nKenyan Minister Peter Otieno met Norwegian Minister Ingrid Solberg."
    assert parties(read(f"{said} Pools, Fins and Turks are names of fish that they have seen.")) == "KE NO"


def test_the_files_of_a_language_have_the_same_lists() -> None:
    assert set(ADDED) <= set(telling_words.telling_tables())
    tables = telling_words.telling_tables()
    keys = set(tables["fr"])
    known = {key for table in tables.values() for key in table}  # some languages have a list that others need not
    for language in ADDED:
        assert keys <= set(tables[language]) <= known
        assert len(telling_words.telling_tables()[language]["months"]) == 12
        assert len(telling_words.telling_tables()[language]["weekdays"]) == 7
