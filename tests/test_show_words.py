"""`show` in three languages: what is translated, and what never is."""

from collections.abc import Callable
from datetime import date

import pytest
from conftest import GOOD, Repo, Result

from coopdb.record.fields import record_fields

Run = Callable[..., Result]
ID = "2026-02-01-ma-qa"
BEFORE = "2025-01-01-ma-qa"

# A record with something in every key, and values of every list.
WHOLE = """
title = "Talks on skills"
date = 2026-02-01
end_date = 2026-02-03
status = "planned"
kind = "joint-commission"
level = "head-of-government"
mode = "hybrid"
host_event = "Web Summit"
series = "Skills Dialogue"
session = 3
next_meeting = "2027-04"
draft = true
agenda_url = "https://example.org/agenda"
follows = ["2025-01-01-ma-qa"]
previous_dates = [2026-01-01, "2025-12~"]

[venue]
name = "Palace"
city = "Doha"
country = "QA"

[[participants]]
country = "MA"
name = "A. B."
role = "Minister"
capacity = "witness"

[[participants]]
organization = "itu"

[[participants]]
country = "QA"

[[topics]]
topic = "cloud"
stage = "underway"
note = "A shared one."

[[documents]]
key = "memo"
kind = "mou"
title = "On cloud"
signed = 2026-02-01
in_force = "2026-03"
expires = 2028-03-01
renewal = "by-agreement"
signatories = ["A. B."]
binding = false
topics = ["cloud"]
replaces = "2025-01-01-ma-qa#old"

[[documents]]
kind = "roadmap"
signed = false
ended = 2026-02-02

[[commitments]]
key = "centre"
text = "Open a centre"
owner = "QA"
due = "2025"

[[commitments.updates]]
date = 2026-03-01
status = "in-progress"
note = "Begun."
record = "2025-01-01-ma-qa"

[[sources]]
title = "Communiqué"
url = "https://example.org/1"
publisher = "Gazette"
party = "QA"
published = 2026-02-02
language = "fr"
kind = "communique"
"""
HELD = WHOLE.replace('status = "planned"\n', "").replace("draft = true\n", "")
OLD = GOOD.replace("2026-02-01", "2025-01-01") + '\n[[documents]]\nkey = "old"\nkind = "treaty"\nsigned = true\n'


@pytest.fixture
def shown(repo: Repo) -> Repo:
    repo.add(f"2026/{ID}.toml", WHOLE)
    repo.add(f"2025/{BEFORE}.toml", OLD)
    return repo


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_show_speaks_three_languages(
    shown: Repo, coopdb: Run, golden: Callable[[str, str], None], language: str
) -> None:
    planned = coopdb("show", ID, "--on", "2026-11-26", "--lang", language).out
    shown.add(f"2026/{ID}.toml", HELD)
    held = coopdb("show", ID, BEFORE, "--on", "2026-11-26", "--lang", language).out
    golden(f"show-words.{language}.txt", f"{planned}\n{held}")


@pytest.mark.parametrize("format", ["json", "toml"])
def test_what_programs_read_of_a_record_is_never_translated(shown: Repo, coopdb: Run, format: str) -> None:
    assert shown
    told = {coopdb("show", ID, "--format", format, "--lang", each).out for each in ("en", "fr", "ar")}
    assert len(told) == 1
    assert "joint-commission" in told.pop()


def test_the_language_of_show_is_that_of_reports(shown: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    french = coopdb("show", ID, "--lang", "fr", "--format", "markdown").out
    assert "- **type**: commission mixte · chefs de gouvernement · hybride" in french
    (shown.root / "coopdb.toml").write_text('language = "fr"\n', encoding="utf-8")
    assert coopdb("show", ID, "--format", "markdown").out == french
    monkeypatch.setenv("COOPDB_LANG", "ar")
    assert "لجنة مشتركة" in coopdb("show", ID).out


def test_every_fact_of_show_is_called_something_in_every_language(shown: Repo, coopdb: Run) -> None:
    told = [each.key for each in record_fields()[""] if each.is_fact]
    assert told == ["host_event", "series", "session", "next_meeting", "agenda_url", "follows", "related"]
    for language in ("en", "fr", "ar"):
        facts = coopdb("show", ID, "--lang", language, "--on", date(2026, 11, 26).isoformat()).out.split("\n\n")[1]
        assert len(facts.splitlines()) == len(told) - 1 + 6  # `related` is not said
    assert shown


@pytest.mark.parametrize(("language", "words"), [("en", "not meant for publication"), ("fr", "à la publication")])
def test_a_public_record_says_in_its_language_that_others_are_left_out(
    shown: Repo, coopdb: Run, language: str, words: str
) -> None:
    assert shown
    for format in ("text", "markdown"):
        out = coopdb("show", BEFORE, "--public", "--lang", language, "--format", format).out
        assert words in out.splitlines()[-1]
