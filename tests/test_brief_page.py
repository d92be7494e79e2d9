"""A brief keeps to one page, however much is recorded: what is left is counted, and what is theirs comes first."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from conftest import Repo, Result

from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
ON = ("--on", "2026-11-26")
MANY = ("FR", "MA", "DE", "ES", "IT", "PT", "NL")
STAGES = ("discussed", "agreed", "discussed", "underway", "declined", "mentioned")
TOPICS = [*packaged_vocabularies().topics.entries][:30]


def record(day: str, parties: tuple[str, ...], number: int, **more: Any) -> dict[str, Any]:
    """Make a meeting with much to tell."""
    people = [{"country": each, "name": f"Person {each} {number % 7}", "role": "Minister"} for each in parties]
    topics = [{"topic": each, "stage": STAGES[number % 6]} for each in TOPICS[number % 5 :]]
    owners: tuple[dict[str, Any], ...] = ({"owner": "FR"}, {"owner": parties[-1]}, {})
    promises = [{"text": f"Do thing {number} {place}", **each} for place, each in enumerate(owners)]
    source = {"url": f"https://example.org/{day}/{number}", "publisher": "Gazette", "published": day}
    return {
        "title": f"Talks {number}",
        "date": day,
        **more,
        "participants": people,
        "topics": topics,
        "documents": [{"kind": "mou", "title": f"Paper {number}"}],
        "commitments": promises,
        "sources": [source],
    }


def add(repo: Repo, day: str, parties: tuple[str, ...], number: int, **more: Any) -> str:
    stem = f"{day}-{parties[0].lower()}-{parties[1].lower()}"
    repo.add(f"{day[:4]}/{stem}.toml", tomli_w.dumps(record(day, parties, number, **more)))
    return stem


@pytest.fixture
def busy(repo: Repo) -> Repo:
    """Add forty meetings of two, of three and of many, some promised, planned or past their day."""
    for number in range(20):
        year = 2016 + number // 2
        month = 2 + 6 * (number % 2)
        add(repo, f"{year}-{month:02}-01", ("FR", "MA"), number)
        add(repo, f"{year}-{month:02}-20", MANY, number)
    for number in range(6):
        add(repo, f"2025-11-{number + 1:02}", ("FR", "MA"), number, status="planned")
        add(repo, f"2027-11-{number + 1:02}", ("FR", "MA"), number, status="planned")
    return repo


def sections(coopdb: Run, *command: str) -> dict[str, list[dict[str, Any]]]:
    document = json.loads(coopdb("brief", *command, *ON, "--format", "json").out)
    return {each["key"]: each["items"] for each in document["sections"]}


def test_the_last_meeting_of_just_the_two_is_told_beside_one_of_many(busy: Repo, coopdb: Run) -> None:
    assert busy
    when, about, alone, alone_about = sections(coopdb, "FR", "MA")["last"]
    assert (when["record"], "with 5 others" in when["text"]) == ("2025-08-20-fr-ma", True)
    assert (alone["record"], alone["heading"]) == ("2025-08-01-fr-ma", "Just the two of them")
    assert about["records"] != alone_about["records"]
    assert len(sections(coopdb, "FR", "PT")["last"]) == 2  # they never met alone
    assert len(sections(coopdb, "FR")["last"]) == 2


def test_the_others_are_named_as_long_as_they_are_few(repo: Repo, coopdb: Run) -> None:
    add(repo, "2024-01-01", MANY[:6], 1)
    assert "with Germany, Spain, Italy and Portugal" in sections(coopdb, "FR", "MA")["last"][0]["text"]
    add(repo, "2024-02-01", MANY, 2)
    assert "with 5 others" in sections(coopdb, "FR", "MA")["last"][0]["text"]


def test_a_year_of_a_topic_has_its_furthest_stage(repo: Repo, coopdb: Run) -> None:
    stages = {"2023-01-01": "agreed", "2023-05-01": "discussed", "2024-01-01": "agreed", "2024-03-01": "deferred"}
    for day, stage in stages.items():
        made = record(day, ("FR", "MA"), 1) | {"topics": [{"topic": "cloud", "stage": stage}]}
        repo.add(f"{day[:4]}/{day}-fr-ma.toml", tomli_w.dumps(made))
    (topic,) = sections(coopdb, "FR", "MA")["topics"]
    assert topic["text"] == "Cloud computing: agreed 2023 → deferred 2024"
    assert [each["stage"] for each in topic["steps"]] == [*stages.values()]
    shown = coopdb("progress", "FR", "MA", *ON).out
    assert "agreed 2023 → discussed 2023 → agreed 2024 → deferred 2024" in " ".join(shown.split())


def test_what_is_theirs_comes_before_what_others_share(busy: Repo, coopdb: Run) -> None:
    assert busy
    found = sections(coopdb, "FR", "MA")
    assert not any("with others" in each["text"] for each in found["documents"])
    assert {each["owner"] for each in found["owed"] if "owner" in each} == {"FR", "MA", None}
    assert "with others" in sections(coopdb, "FR", "PT")["documents"][0]["text"]
    assert {each.get("owner") for each in sections(coopdb, "FR", "PT")["owed"]} == {"FR", None}  # NL owes it to all
    assert "NL" in {each.get("owner") for each in sections(coopdb, "PT")["owed"]}


def test_what_is_left_is_counted(busy: Repo, coopdb: Run) -> None:
    assert busy
    found = sections(coopdb, "FR", "MA")
    last = {key: items[-1]["text"] for key, items in found.items()}
    assert last["documents"] == "35 more documents"
    assert last["owed"] == "115 more promises are open"
    assert last["topics"].startswith("22 more, among them ")
    assert last["people"].startswith("4 more, among them Person MA ")
    assert [each["text"] for each in found["ahead"]][4::4] == [
        "2 more are planned or promised",
        "3 more are late",
    ]
    with_whom = [each["text"] for each in sections(coopdb, "FR")["ahead"]][5]
    assert with_whom.startswith("France – Morocco: A meeting was planned for 6 November 2025: ")


@pytest.mark.parametrize("command", [("FR", "MA"), ("FR", "PT"), ("FR",)])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_brief_is_as_long_as_a_page(busy: Repo, coopdb: Run, command: tuple[str, ...], language: str) -> None:
    assert busy
    text = coopdb("brief", *command, *ON, "--lang", language).out
    assert len(text.splitlines()) <= 120
    assert max(map(len, text.splitlines())) <= 80
    for items in sections(coopdb, *command).values():
        assert all(len(each["records"]) <= 3 for each in items)


@pytest.mark.skipif(not (shutil.which("chromium") and shutil.which("pdfinfo")), reason="needs Chromium and pdfinfo")
def test_a_brief_is_printed_on_one_page(busy: Repo, coopdb: Run, tmp_path: Path) -> None:
    assert busy
    page, printed = tmp_path / "brief.html", tmp_path / "brief.pdf"
    coopdb("brief", "FR", *ON, "--output", str(page), "--objectives")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    subprocess.run(["chromium", *options, page.as_uri()], check=True, capture_output=True, timeout=60)
    told = subprocess.run(["pdfinfo", str(printed)], check=True, capture_output=True, text=True).stdout
    assert "Pages:           1\n" in told


def test_a_brief_of_a_series_names_the_parties_and_not_the_series_again(repo: Repo, coopdb: Run) -> None:
    add(repo, "2024-01-01", MANY[:2], 1, series="Dialogue", session=1)
    assert sections(coopdb, "--series", "Dialogue")["last"][0]["text"] == (
        "1 January 2024: session 1, talks, France and Morocco"
    )
    add(repo, "2024-02-01", MANY, 2, series="Dialogue", session=2)
    assert sections(coopdb, "--series", "Dialogue")["last"][0]["text"] == "1 February 2024: session 2, talks, 7 parties"
    assert "talks, with 5 others" in sections(coopdb, "FR", "MA")["last"][0]["text"]


def test_a_digest_puts_what_an_owner_owes_together(repo: Repo, coopdb: Run) -> None:
    for number in range(3):
        add(repo, f"2024-0{number + 1}-01", ("FR", "MA"), number)
    document = json.loads(coopdb("digest", "--since", "2024-01-01", *ON, "--format", "json").out)
    (made,) = (each["items"] for each in document["sections"] if each["key"] == "made")
    headings = [each["heading"] for each in made]
    assert headings == [each for each in dict.fromkeys(headings) for _ in range(3)]
