"""`draft` tells the kind of a meeting only by words of the meeting itself."""

from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
MET = {
    "en": "Kenyan Minister Paul Odede met Norwegian Minister Ann Berg in Oslo.",
    "fr": "La ministre chilienne Ana Rojas a rencontré le ministre togolais Kofi Lawson.",
    "es": "La ministra de Chile Ana Rojas se reunió con el ministro de Togo Kofi Lawson.",
    "de": "Die norwegische Ministerin Ann Berg traf den kenianischen Minister Paul Odede.",
    "sv": "Norges minister Ann Berg träffade Kenyas minister Paul Odede i Oslo.",
    "it": "La ministra francese Ann Berg ha incontrato il ministro del Kenya Paul Odede.",
    "nl": "De Noorse minister Ann Berg sprak in Oslo met de Keniaanse minister Paul Odede.",
}

DOUBT = ("signing-ceremony", "talks")
SIGN = {
    "en": "Treaty of Kenya and Norway",
    "fr": "Le Chili et le Togo signent un accord",
    "es": "Chile y Togo firman un acuerdo",
    "sv": "Norge och Kenya undertecknade ett avtal",
    "it": "Francia e Kenya firmano un accordo",
}


def kind(language: str, text: str) -> Any:
    """Return the kind of a text, or the candidates of the doubt about it."""
    (found,) = draft(text, WORDS, language=language)
    doubts = [each.candidates for each in found.unresolved if each.route == ("kind",)]
    return found.record.get("kind", doubts[0] if doubts else None)


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("en", "Kenya and Norway", "They spoke on the sidelines of the official visit of the king."),
        ("en", "Kenya and Norway", "He attended a signing ceremony of a bank."),
        ("fr", "Chili et Togo", "C’était en marge de la visite officielle du roi."),
        ("es", "Chile y Togo", "Fue con motivo de la visita oficial del rey."),
        ("de", "Norwegen und Kenia", "Es war am Rande eines Staatsbesuchs. Anlässlich: Staatsbesuch des Königs."),
        ("sv", "Norge och Kenya", "Hon deltog i kungens officiella besök."),
        ("sv", "Norge och Kenya", "Mötet hölls i samband med ett toppmöte med tio ledare."),
        ("it", "Francia e Kenya", "Fu a margine di una visita ufficiale del re."),
        ("nl", "Noorwegen en Kenia", "Het was in het kader van een staatsbezoek."),
    ],
)
def test_the_visit_or_the_summit_of_others_is_no_kind(language: str, title: str, said: str) -> None:
    assert kind(language, f"{title}\n\n{said} {MET[language]}") is None


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en", "Norwegian minister visits Kenya", ("visit", "talks")),
        ("en", "Norwegian prime minister visits Kenya", "visit"),
        ("en", "On the sidelines of the visit to Kenya", None),
        ("sv", "Norges försvarsminister besökte Kenya", ("visit", "talks")),
        ("sv", "Norges statsminister besökte Kenya", "visit"),
        ("de", "Norwegens König besucht Kenia", "visit"),
        ("de", "Norwegens Ministerin besucht Kenia", ("visit", "talks")),
        ("en", "The Norway-Kenya Summit", "summit"),
        ("en", "The Norway-Kenya Trade Ministers’ Meeting", None),
        ("sv", "Toppmötet mellan Norge och Kenya", "summit"),
    ],
)
def test_a_minister_who_travels_may_not_be_on_a_visit(language: str, title: str, expected: Any) -> None:
    assert kind(language, f"{title}\n\n{MET[language]}") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It was signed by Norwegian Minister Ann Berg and Kenyan Minister Paul Odede.", "signing-ceremony"),
        (
            "fr",
            "Il a été signé par la ministre chilienne Ana Rojas et le ministre togolais Kofi Lawson.",
            "signing-ceremony",
        ),
        ("es", "Fue firmado por la ministra de Chile Ana Rojas y el ministro de Togo Kofi Lawson.", "signing-ceremony"),
        ("sv", "Det undertecknades av Norges minister Ann Berg och Kenyas minister Paul Odede.", "signing-ceremony"),
        (
            "it",
            "È stato firmato da la ministra francese Ann Berg e il ministro del Kenya Paul Odede.",
            "signing-ceremony",
        ),
        ("en", "After long talks it was signed by Norwegian Minister Ann Berg and Kenyan Minister Paul Odede.", None),
        ("en", "It was signed by Norwegian Minister Ann Berg, and Kenya joined.", None),
        (
            "en",
            "Since the pact was signed by Norwegian Minister Ann Berg and Kenyan Minister Paul Odede, all is well.",
            None,
        ),
        ("sv", "Det undertecknades av kungen. Norges minister Ann Berg och Kenyas minister kom.", DOUBT),
    ],
)
def test_a_signature_by_two_offices_without_talks_is_a_ceremony(language: str, text: str, expected: Any) -> None:
    assert kind(language, f"{SIGN[language]}\n\n{text}") == expected


def test_witnesses_of_a_signature_are_of_less_weight_than_a_visit() -> None:
    witnessed = "The ministers witnessed the signing of a treaty."
    assert kind("en", f"Kenya and Norway\n\n{witnessed} {MET['en']}") == "signing-ceremony"
    assert kind("en", f"Kenya and Norway\n\nIt was an official visit. {witnessed} {MET['en']}") == "visit"


@pytest.mark.parametrize(
    ("language", "title", "said", "expected"),
    [
        ("en", "Kenya and Norway", "Minister Berg received the king of Kenya, who is on an official visit.", None),
        ("en", "Kenya and Norway", "They met during an official visit of the king.", None),
        ("fr", "Chili et Togo", "Ils se sont vus lors d’une visite officielle du roi.", None),
        ("es", "Chile y Togo", "Hablaron durante la visita oficial del rey.", None),
        ("de", "Norwegen und Kenia", "Sie sprachen im Rahmen eines Arbeitsbesuchs.", None),
        ("nl", "Noorwegen en Kenia", "Zij spraken tijdens een werkbezoek.", None),
        ("sv", "Norge och Kenya", "De talades vid under ett officiellt besök.", None),
        ("en", "Kenya and Norway", "Minister Odede paid an official visit.", "visit"),
        ("fr", "Chili et Togo", "Le ministre a effectué une visite officielle.", "visit"),
        ("es", "Chile y Togo", "El ministro hizo una visita oficial.", "visit"),
        ("de", "Arbeitsbesuch in Oslo", "", "visit"),
        ("nl", "Werkbezoek tijdens de zomer", "", "visit"),
        ("sv", "Officiellt besök i Oslo", "", "visit"),
    ],
)
def test_a_visit_during_which_they_met_is_no_kind(language: str, title: str, said: str, expected: str | None) -> None:
    assert kind(language, f"{title}\n\n{said} {MET[language]}") == expected
