"""`draft` reads the name of a standing dialogue as it is written, with or without the session beside it."""

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

OPC = "Kenya-Norway Ocean and Ports Council"
WORDS = packaged_vocabularies()
BODY = {  # what the text goes on to tell, with a place for a sentence
    "en": "{} Kenyan Minister Paul Odede met Norwegian Minister Ann Berg in Oslo.",
    "fr": "{} La ministre chilienne Ana Rojas a rencontré le ministre togolais Kofi Lawson.",
    "es": "{} La ministra de Chile Ana Rojas se reunió con el ministro de Togo Kofi Lawson.",
    "pt": "{} A ministra do Chile Ana Rojas reuniu-se com o ministro do Togo Kofi Lawson.",
    "de": "{} Die norwegische Ministerin Ann Berg traf den kenianischen Minister Paul Odede.",
    "sv": "{} Norges minister Ann Berg träffade Kenyas minister Paul Odede i Oslo.",
    "nl": "{} De Noorse minister Ann Berg sprak in Oslo met de Keniaanse minister Paul Odede.",
}


def series(language: str, title: str, said: str) -> tuple[str | None, int | None]:
    """Return the series and the session of a text with a title, in which something is said."""
    (found,) = draft(f"{title}\n\n{BODY[language].format(said)}", WORDS, language=language)
    return found.record.get("series"), found.record.get("session")


@pytest.mark.parametrize(
    ("language", "title", "said", "name", "session"),
    [
        ("en", "Kenya-Norway Fisheries Dialogue: Joint Statement", "", "Kenya-Norway Fisheries Dialogue", None),
        ("en", "Statement of the Norway–Kenya Summit", "", "Norway–Kenya Summit", None),
        ("en", "Kenya-Norway Summit Joint Statement", "", "Kenya-Norway Summit", None),
        ("en", "Kenya and Norway", "The Kenya-Norway Ocean and Ports Council (OPC) met.", OPC, None),
        ("en", "On the Joint Committee on Fisheries", "", "Joint Committee on Fisheries", None),
        ("fr", "Dialogue Chili-Togo sur les ports", "", "Dialogue Chili-Togo sur les ports", None),
        ("es", "Diálogo Chile-Togo sobre puertos", "", "Diálogo Chile-Togo sobre puertos", None),
        ("sv", "Möte i binationella kommissionen", "", "binationella kommissionen", None),
    ],
)
def test_a_title_names_a_dialogue_without_its_session(
    language: str, title: str, said: str, name: str | None, session: int | None
) -> None:
    assert series(language, title, said) == (name, session)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Kenya-Norway Digital Partnership Agreement"),
        ("en", "Kenya-Norway Comprehensive Strategic Partnership"),
        ("en", "Norway to establish a Kenya-Norway Port Dialogue"),
        ("en", "Ministers meet ahead of the Kenya-Norway Summit"),
        ("en", "Talks on the margins of the Africa Summit"),
        ("en", "Norwegian minister at the Nairobi Port Forum"),
        ("en", "A friendly dialogue of Kenya and Norway"),
        ("fr", "Partenariat stratégique Chili-Togo"),
        ("es", "Asociación estratégica Chile-Togo"),
        ("sv", "Strategiskt partnerskap Norge-Kenya"),
    ],
)
def test_a_document_an_event_or_a_dialogue_to_come_is_no_series(language: str, title: str) -> None:
    assert series(language, title, "") == (None, None)


@pytest.mark.parametrize(
    ("language", "said", "name", "session"),
    [
        ("en", "The Kenya-Norway Ports and Shipping Council held its fourth meeting.", "Ports and Shipping Council", 4),
        ("en", "The Ports Council met for the first time.", "Ports Council", 1),
        ("en", "They opened the 3rd U.S.-Kenya Fisheries (US) Dialogue.", "US-Kenya Fisheries (US) Dialogue", 3),
        ("en", "It was the second Kenya–Norway port dialogue.", "Kenya–Norway port dialogue", 2),
        ("en", "The 6th Norway–Kenya Trade Ministers’ Meeting ended.", "Norway–Kenya Trade Ministers’ Meeting", 6),
        ("fr", "Le Conseil des ports s’est réuni pour la première fois.", "Conseil des ports", 1),
        ("fr", "Le troisième sommet entre le Chili et le Togo est fini.", "sommet entre le Chili et le Togo", 3),
        ("es", "La quinta cumbre entre Chile y Togo fue breve.", "cumbre entre Chile y Togo", 5),
        ("pt", "A sexta cimeira entre o Chile e o Togo foi breve.", "cimeira entre o Chile e o Togo", 6),
        ("de", "Der zweite Hafendialog Norwegen–Kenia fand statt.", "Hafendialog Norwegen–Kenia", 2),
        ("sv", "Det sjätte mötet i hamn- och fiskerådet mellan Norge och Kenya hölls.", "fiskerådet", 6),
        ("nl", "De derde havendialoog tussen Noorwegen en Kenia vond plaats.", "havendialoog tussen Noorwegen", 3),
    ],
)
def test_a_name_is_read_whole_with_its_session(language: str, said: str, name: str, session: int) -> None:
    found, number = series(language, "Ports", said)
    assert name in (found or "")
    assert number == session


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The Ports Council met for the first time since 2019."),
        ("en", "They built on the second Kenya–Norway Ports Dialogue."),
        ("en", "They praised the Strategic Third Neighbour Partnership."),
        ("en", "The minister spoke at the 9th Ports Summit."),
        ("en", "It was the third port dialogue of the year."),
        ("fr", "Dans le prolongement du deuxième Dialogue Chili-Togo, ils ont parlé."),
        ("es", "Es la tercera cumbre del año."),
        ("de", "Aufbauend auf dem zweiten Hafendialog wollen sie handeln."),
        ("sv", "Avtalet bygger på det andra mötet i Fiskerådet."),
        ("nl", "Het was de derde havendialoog van het jaar."),
    ],
)
def test_what_was_before_or_belongs_to_nobody_here_is_no_session(language: str, said: str) -> None:
    assert series(language, "Ports", said) == (None, None)


def test_the_short_form_of_a_name_is_told_in_full() -> None:
    title = "Kenya-Norway Ocean Technology Council"
    full = (title, 3)
    assert series("en", title, "It was the third meeting of the OTC.") == full
    assert series("en", title, "It was the Third OTC Gathering.") == full
    assert series("en", title, "It was the third meeting of the Council.") == full
    assert series("en", title, "It was the third meeting of the XYZ.") == (title, None)
    assert series("en", title, "It was the twelfth meeting of the Fisheries Dialogue.") == (title, None)
    said = "The Kenya-Norway initiative on Ocean Ports (iOP) was on the table."
    assert series("en", "Ports", said) == ("Kenya-Norway initiative on Ocean Ports", None)
    said = "The third Kenya-Norway Ocean Technology (OT) Dialogue was held."
    assert series("en", "Ports", said) == ("Kenya-Norway Ocean Technology Dialogue", 3)


def test_a_name_without_a_bracket_is_taken_before_one_with_it() -> None:
    said = "The 2nd Kenya-Norway Ports (Mombasa) Dialogue was held."
    assert series("en", "The 2nd Kenya-Norway Ports Dialogue", said) == ("Kenya-Norway Ports Dialogue", 2)


def test_one_session_of_a_name_and_of_a_part_of_it_is_one() -> None:
    title = "The 4th Kenya-Norway Port City Initiative"
    said = "The 4th Kenya-Norway Port City Initiative Joint Committee was held."
    assert series("en", title, said) == ("Kenya-Norway Port City Initiative Joint Committee", 4)
    said = "The 4th meeting of the Joint Committee on Ships was held."
    assert series("en", title, said) == (None, None)


def test_a_place_behind_a_name_is_not_part_of_it() -> None:
    said = "The second Kenya-Norway Ports Dialogue in Mombasa was held."
    assert series("en", "On ports", said) == ("Kenya-Norway Ports Dialogue", 2)


@pytest.mark.parametrize(
    ("language", "title", "said", "expected"),
    [
        (
            "en",
            "Talks",
            "The third Kenya-Norway Ministerial Roundtable met.",
            ("Kenya-Norway Ministerial Roundtable", 3),
        ),
        (
            "en",
            "Talks in Oslo",
            "The 2nd Kenya-Norway Leaders' Retreat took place.",
            ("Kenya-Norway Leaders' Retreat", 2),
        ),
        ("en", "Talks in Oslo", "The Joint Committee on Fisheries met.", ("Joint Committee on Fisheries", None)),
        ("es", "Un diálogo", "La Comisión Mixta se reunirá.", ("Comisión Mixta", None)),
        ("en", "Talks in Oslo", "They met at the third WTO Ministerial Conference.", (None, None)),
        ("en", "Talks in Oslo", "They met after the 2nd ASEAN Leaders' Retreat.", (None, None)),
        ("en", "Talks in Oslo", "They praised the Joint Committee on Fisheries.", (None, None)),
        ("en", "Talks in Oslo", "The agenda of the third session of the Joint Committee was long.", (None, None)),
        ("de", "Gemischte Kommission gegründet", "", ("Gemischte Kommission", None)),
        ("en", "Talks in Oslo", "The third session of the Technical Committee met.", ("Technical Committee", 3)),
        ("fr", "Un dialogue", "La troisième réunion du Comité technique s’est tenue.", ("Comité technique", 3)),
        ("pt", "Um diálogo", "Realizou-se a terceira reunião do Comité Técnico.", ("Comité Técnico", 3)),
        ("sv", "Samtal i Oslo", "Styrgruppens ordförande var nöjd.", (None, None)),
        ("en", "Talks in Oslo", "A technical committee praised them.", (None, None)),
    ],
)
def test_a_conference_of_others_is_no_series(
    language: str, title: str, said: str, expected: tuple[str | None, int | None]
) -> None:
    assert series(language, title, said) == expected


def test_a_body_in_a_text_of_its_title_alone_is_read() -> None:
    assert series("en", "Talks", "The Joint Committee on Fisheries met.") == ("Joint Committee on Fisheries", None)
