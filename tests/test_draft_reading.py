"""`draft` reads the texts of `tests/reading/`: one a line, with the parties, day, venue, event or topics in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.author.draft.evidence import Draft
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.known_places import known_places
from coopdb.text import fold
from coopdb.vocabulary.cities import countries_of_city
from coopdb.vocabulary.vocabularies import packaged_vocabularies

HERE = Path(__file__).parent / "reading"
WORDS = packaged_vocabularies()
LANGUAGES = {"ar", "de", "en", "es", "fr", "pt", "sv"}


def cases(what: str) -> list[Any]:
    """Return what a file has: language, day of publication, text, and what is expected of it."""
    lines = (HERE / f"{what}.jsonl").read_text(encoding="utf-8").splitlines()
    return [pytest.param(json.loads(line), id=f"{what}-{number}") for number, line in enumerate(lines, 1)]


def read(case: dict[str, Any]) -> Draft:
    """Draft the text of a case."""
    return draft(case["text"], WORDS, published=case["published"], language=case["language"])[0]


def test_each_file_has_cases_in_every_language_and_traps() -> None:
    for path in sorted(HERE.glob("*.jsonl")):
        found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert {each["language"] for each in found} >= LANGUAGES, path.name
        assert any(not each["expected"] for each in found), path.name


@pytest.mark.parametrize("case", cases("days"))
def test_only_the_day_that_is_told_of_the_meeting_is_certain(case: dict[str, Any]) -> None:
    day = read(case).record.get("date")
    assert (str(day) if day else None) == case["expected"]


PARAGRAPH = "The sea is wide and the ships that sail on it are many, says everybody who knows it."
TALKS = "The Kenyan minister Ann Odede met the Norwegian minister Per Lund on 8 May 2024."


@pytest.mark.parametrize(
    ("text", "has_day"),
    [
        (f"Kenya and Norway meet\n\n# Kenya and Norway meet\n\n{PARAGRAPH}\n\n{TALKS}", True),
        (
            f"Kenya and Norway meet\n\n## Fish for all who want to eat it in both of them\n\n{PARAGRAPH}\n\n{TALKS}",
            True,
        ),
        (f"Kenya and Norway meet\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n1. {TALKS}", True),
        (f"Kenya and Norway meet\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{TALKS} They met on 9 May 2024 too.", False),
    ],
)
def test_the_lead_begins_below_a_title_said_twice_subtitles_and_what_stands_above_a_number(
    text: str,
    has_day: bool,
) -> None:
    (found,) = draft(text, WORDS, published="2024-05-15")
    assert ("date" in found.record) == has_day


def test_a_heading_of_markdown_is_a_paragraph_of_its_own() -> None:
    (found,) = draft(f"# Kenya and Norway meet\n\n{TALKS}\n\n# Fishing\n\nThey spoke.", WORDS, published="2024-05-15")
    assert found.record["title"] == "Kenya and Norway meet"


def test_a_line_longer_than_any_title_is_none() -> None:
    for length, has_title in ((500, True), (501, False)):
        (found,) = draft(f"{'Talks '.ljust(length, 'a')}\n\n{TALKS}", WORDS)
        assert ("title" in found.record) == has_title


@pytest.mark.parametrize("signs", ["* * *", "– –", "-----", ", , , ," * 400, "😀 😀 😀"])
def test_signs_alone_are_no_title(signs: str) -> None:
    (found,) = draft(f"{signs}\n\nKenya and Norway meet\n\n{signs}\n\n{TALKS}", WORDS)
    assert found.record["title"] == "Kenya and Norway meet"
    assert draft(signs, WORDS) == ()


@pytest.mark.parametrize("case", cases("venues"))
def test_the_venue_is_where_the_text_says_that_they_met(case: dict[str, Any]) -> None:
    venue = read(case).record.get("venue", {})
    assert "/".join(filter(None, (venue.get("city"), venue.get("country")))) == (case["expected"] or "")


@pytest.mark.parametrize("case", cases("people"))
def test_people_are_those_who_were_there_each_for_their_party(case: dict[str, Any]) -> None:
    record = draft(case["text"], WORDS, published=case["published"], country=case["home"], language=case["language"])
    found = [each for each in record[0].record.get("participants", ()) if "name" in each]
    assert {each["name"]: each.get("country", each.get("organization")) for each in found} == case["expected"]


def test_the_world_tells_the_country_of_every_city_that_everybody_knows() -> None:
    told = {name: countries_of_city(name) for name in cues.table()["well_known_cities"]}
    assert all(told.values())
    assert {fold(name): (codes[0], False) for name, codes in told.items()}.items() <= known_places().items()
    assert len(known_places()) == len({*known_places()})


def test_no_place_stands_with_its_country_that_the_cities_of_the_world_have() -> None:
    beyond = cues.table()["places_beyond_cities"]
    assert not [name for names in beyond.values() for name in names if countries_of_city(name)]


@pytest.mark.parametrize("case", cases("events"))
def test_the_host_event_is_one_that_others_held_and_they_met_at(case: dict[str, Any]) -> None:
    assert read(case).record.get("host_event") == case["expected"]


@pytest.mark.parametrize("case", cases("topics"))
def test_topics_are_those_that_were_talked_about_each_with_its_stage(case: dict[str, Any]) -> None:
    topics = {each["topic"]: each.get("stage", "discussed") for each in read(case).record.get("topics", [])}
    assert topics == (case["expected"] or {})


@pytest.mark.parametrize("case", cases("parties"))
def test_each_meeting_is_between_those_who_met_and_none_is_told_where_nobody_did(case: dict[str, Any]) -> None:
    found = draft(case["text"], WORDS, published=case["published"], language=case["language"], country=case.get("home"))
    rows = [each.record.get("participants", []) for each in found]
    parties = [sorted({row.get("country") or row["organization"] for row in each}) for each in rows]
    is_doubted = len(parties[0]) < 2 or any(not doubt.route for each in found for doubt in each.unresolved)
    assert (None if is_doubted else parties) == case["expected"]


@pytest.mark.parametrize("case", cases("circumstances"))
def test_what_is_said_around_a_meeting_is_told_and_nothing_else(case: dict[str, Any]) -> None:
    found = draft(case["text"], WORDS, published=case["published"], language=case["language"])
    record = found[0].record
    keys = ("status", "kind", "mode", "session", "end_date", "next_meeting")
    told: dict[str, Any] = {key: str(record[key]) for key in keys if record.get(key)}
    told["documents"] = [each["kind"] for each in record.get("documents", ())]
    told["commitments"] = [[each.get("owner"), str(each.get("due", ""))] for each in record.get("commitments", ())]
    told["meetings"] = len(found) if len(found) > 1 else 0
    assert {key: value for key, value in told.items() if value} == case["expected"]


CREDITED = [  # title, credit, and paragraphs below it
    (
        "en",
        "Photo: Ann Lee/AFP",
        "Lima – President Ana Souza of Chile flew to Paris on Sunday. There she wants to talk about science.",
        "Ms Souza is to meet the President of France, Paul Roux, on Monday.",
    ),
    (
        "fr",
        "Photo : Ann Lee/AFP",
        "Lima – La présidente du Chili, Ana Souza, s'est envolée dimanche pour Paris. Elle veut y parler de science.",
        "Mme Souza doit rencontrer lundi le président français, Paul Roux.",
    ),
    (
        "es",
        "Foto: Ana Pérez/EFE",
        "Lima – La presidenta de Chile, Ana Souza, viajó este domingo a París. Allí hablará de ciencia.",
        "Souza va a reunirse el lunes con el presidente de Francia, Paul Roux.",
    ),
    (
        "pt",
        "Foto: Paulo Silva/Agência Brasil",
        "Lima – A presidenta do Chile, Ana Souza, viajou neste domingo para Paris. Lá vai falar de ciência.",
        "Souza deve se reunir segunda-feira com o presidente da França, Paul Roux.",
    ),
    (
        "de",
        "Foto: Ann Lee/AFP",
        "Lima – Die chilenische Präsidentin Ana Souza ist am Sonntag nach Paris geflogen. Dort geht es um Forschung.",
        "Souza soll am Montag den französischen Präsidenten Paul Roux treffen.",
    ),
    (
        "sv",
        "Bild: Ann Lee/TT",
        "Lima – Chiles president Ana Souza flög i söndags till Paris. Där vill hon tala om forskning.",
        "Souza ska på måndag träffa Frankrikes president Paul Roux.",
    ),
    (
        "nl",
        "Beeld: Ann Lee/ANP",
        "Lima – De Chileense president Ana Souza vloog zondag naar Parijs. Daar wil ze over onderzoek praten.",
        "Souza zal maandag de Franse president Paul Roux ontmoeten.",
    ),
    (
        "it",
        "Foto: Ann Lee/Ansa",
        "Lima – La presidente del Cile, Ana Souza, è volata domenica a Parigi. Lì vuole parlare di ricerca.",
        "Souza incontrerà lunedì il presidente francese, Paul Roux.",
    ),
    (
        "ar",
        "تصوير: سعيد علي",
        "ليما – توجهت رئيسة تشيلي آنا سوزا الأحد إلى باريس. وتريد هناك الحديث عن البحث العلمي.",
        "ومن المقرر أن تلتقي سوزا يوم الاثنين الرئيس الفرنسي بول رو.",
    ),
]


@pytest.mark.parametrize(("language", "credit", "first", "second"), CREDITED)
def test_who_took_a_picture_is_no_part_of_what_a_text_says(language: str, credit: str, first: str, second: str) -> None:
    title = first.partition("– ")[2].partition(",")[0]
    texts = (f"{title}\n\n{above}{first}\n\n{second}" for above in ("", f"{credit}\n\n", f"{credit}\n"))
    plain, *credited = (draft(text, WORDS, published="2026-03-08", language=language) for text in texts)
    assert {each["country"] for each in plain[0].record["participants"]} == {"CL", "FR"}
    assert [[each.record for each in found] for found in credited] == [[each.record for each in plain]] * 2


def test_a_line_with_a_colon_that_is_a_sentence_is_no_credit() -> None:
    text = f"Kenya and Norway\n\nText: {TALKS}"
    assert str(draft(text, WORDS)[0].record["date"]) == "2024-05-08"
