"""Meetings that were not: imagined, denied, refused, called off, put off, only possible or claimed; and look-alikes."""

import json
from pathlib import Path
from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
HERE = Path(__file__).parent
LINES = (HERE / "unreal.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [json.loads(line) for line in LINES]
UNSIGNED = [json.loads(line) for line in (HERE / "unsigned.jsonl").read_text(encoding="utf-8").splitlines()]
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
def test_what_was_not_is_not_told_as_a_meeting_that_was(case: dict[str, Any]) -> None:
    texts = case.get("texts") or [case["text"]]
    assert {text: what_is_told(text) for text in texts} == dict.fromkeys(texts, case["expected"])


def test_each_kind_has_cases_and_look_alikes_in_every_language() -> None:
    for kind in sorted({case["kind"] for case in CASES}):
        of_kind = [case for case in CASES if case["kind"] == kind]
        assert {case["language"] for case in of_kind if case["expected"] != "held"} == LANGUAGES
        assert {case["language"] for case in of_kind if case["expected"] == "held"} == LANGUAGES


HEAD = {
    "en": "Norway’s minister Kari Lund met Kenya’s minister Grace Otieno in Oslo. ",
    "fr": "La ministre norvégienne Kari Lund a rencontré la ministre kényane Grace Otieno à Oslo. ",
    "de": "Die norwegische Ministerin Kari Lund traf die kenianische Ministerin Grace Otieno in Oslo. ",
    "nl": "De Noorse minister Kari Lund ontmoette de Keniaanse minister Grace Otieno in Oslo. ",
    "sv": "Norges minister Kari Lund träffade Kenyas minister Grace Otieno i Oslo. ",
    "es": "La ministra noruega Kari Lund se reunió en Oslo con la ministra keniana Grace Otieno. ",
    "pt": "A ministra norueguesa Kari Lund reuniu-se em Oslo com a ministra queniana Grace Otieno. ",
    "it": "La ministra norvegese Kari Lund ha incontrato a Oslo la ministra keniana Grace Otieno. ",
    "ar": "التقت وزيرة خارجية النرويج كاري لوند وزيرة خارجية كينيا غريس أوتينو في أوسلو. ",
}


@pytest.mark.parametrize(
    ("language", "text", "is_told"),
    [
        ("en", "They did not discuss artificial intelligence.", False),
        ("en", "Artificial intelligence was not on the agenda.", False),
        ("en", "They did not discuss oil, but artificial intelligence.", True),
        ("en", "The border was not on the agenda, artificial intelligence was.", True),
        ("fr", "Elles n’ont pas parlé d’intelligence artificielle.", False),
        ("fr", "Elles n’ont pas parlé de pétrole, mais d’intelligence artificielle.", True),
        ("de", "Künstliche Intelligenz stand nicht auf der Tagesordnung.", False),
        ("de", "Künstliche Intelligenz stand auf der Tagesordnung.", True),
        ("nl", "Zij spraken niet over kunstmatige intelligentie.", False),
        ("nl", "Zij spraken over kunstmatige intelligentie.", True),
        ("sv", "De talade inte om artificiell intelligens.", False),
        ("sv", "De talade om artificiell intelligens.", True),
        ("es", "No hablaron de inteligencia artificial.", False),
        ("es", "No solo hablaron de inteligencia artificial.", True),
        ("pt", "Não falaram de inteligência artificial.", False),
        ("pt", "Falaram de inteligência artificial.", True),
        ("it", "Non hanno parlato di intelligenza artificiale.", False),
        ("it", "Hanno parlato di intelligenza artificiale.", True),
        ("ar", "ولم تناقشا الذكاء الاصطناعي.", False),
        ("ar", "وناقشتا الذكاء الاصطناعي.", True),
    ],
)
def test_a_topic_of_which_nobody_spoke_is_none(language: str, text: str, *, is_told: bool) -> None:
    (found,) = draft(HEAD[language] + text, WORDS, language=language)
    topics = [each["topic"] for each in found.record.get("topics", ())]
    assert topics == ["artificial-intelligence"] * is_told


@pytest.mark.parametrize(
    ("language", "text", "is_signed"),
    [
        ("en", "The agreement on fishing was not concluded.", False),
        ("en", "The agreement on fishing was concluded.", True),
        ("sv", "Avtalet om fiske undertecknades inte.", False),
        ("sv", "Avtalet om fiske undertecknades.", True),
        ("es", "El acuerdo de pesca no se firmó.", False),
        ("es", "El acuerdo de pesca se firmó.", True),
        ("pt", "O acordo de pesca não foi assinado.", False),
        ("pt", "O acordo de pesca foi assinado.", True),
        ("it", "L’accordo sulla pesca non è stato firmato.", False),
        ("it", "L’accordo sulla pesca è stato firmato.", True),
    ],
)
def test_a_document_that_was_not_signed_is_none(language: str, text: str, *, is_signed: bool) -> None:
    (found,) = draft(HEAD[language] + text, WORDS, language=language)
    assert [each["signed"] for each in found.record.get("documents", ())] == [True] * is_signed


@pytest.mark.parametrize("case", UNSIGNED, ids=lambda case: case["language"])
def test_what_was_not_signed_is_no_document_of_the_meeting(case: dict[str, Any]) -> None:
    language = case["language"]
    (found,) = draft(HEAD[language] + " ".join(case["unsigned"]), WORDS, language=language)
    assert not found.record.get("documents")
    for text in case["signed"]:
        (found,) = draft(HEAD[language] + text, WORDS, language=language)
        assert [each["signed"] for each in found.record.get("documents", ())] == [True], text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elles ont parlé de pêche en l’absence du ministre danois Lars Holm."),
        ("ar", "وناقشتا الصيد في غياب وزير خارجية الدنمارك لارس هولم."),
    ],
)
def test_who_is_absent_is_no_participant(language: str, text: str) -> None:
    (found,) = draft(HEAD[language] + text, WORDS, language=language)
    assert {each.get("country") for each in found.record["participants"]} == {"NO", "KE"}
