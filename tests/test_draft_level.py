"""`draft` reads the level of a meeting from the offices of both sides, named or not."""

from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def level(language: str, text: str) -> Any:
    """Return the level of a text, or the candidates of the doubt about it."""
    (found,) = draft(text, WORDS, language=language)
    doubts = [each.candidates for each in found.unresolved if each.route == ("level",)]
    return found.record.get("level", doubts[0] if doubts else None)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Kenyan minister in Oslo\n\nNorwegian Minister Ann Berg met the Kenyan minister.", "ministerial"),
        ("en", "Talks\n\nNorwegian President Ann Berg met the president of Kenya in Oslo.", "head-of-state"),
        ("en", "Talks\n\nNorwegian Prime Minister Ann Berg met Kenya’s prime minister.", "head-of-government"),
        ("en", "Talks\n\nKenya’s prime minister met the Norwegian prime minister.", "head-of-government"),
        ("fr", "Visite\n\nLa présidente chilienne Ana Rojas a reçu le président du Togo.", "head-of-state"),
        ("es", "Visita\n\nLa presidenta de Chile Ana Rojas recibió al presidente de Togo.", "head-of-state"),
        ("pt", "Visita\n\nA presidente do Chile Ana Rojas recebeu o presidente do Togo.", "head-of-state"),
        ("de", "Besuch\n\nBundeskanzlerin Ann Berg traf Kenias Premierminister in Berlin.", "head-of-government"),
        ("sv", "Möte\n\nSveriges statsminister Ann Berg tog emot Kenyas premiärminister.", "head-of-government"),
        ("it", "Incontro\n\nLa ministra francese Ann Berg ha incontrato il ministro del Kenya.", "ministerial"),
        ("nl", "Bezoek\n\nDe Noorse minister Ann Berg ontving de Keniaanse minister in Oslo.", "ministerial"),
    ],
)
def test_an_office_without_a_name_is_that_of_its_country(language: str, text: str, expected: str) -> None:
    assert level(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Talks\n\nNorwegian Minister Ann Berg met the Kenyan vice president.", ("ministerial",)),
        ("en", "Talks\n\nNorwegian Minister Ann Berg met Kenya’s ambassador.", ("ministerial", "ambassadorial")),
        ("en", "Talks\n\nNorwegian Minister Ann Berg met the president. Kenya was there.", ("ministerial",)),
        ("en", "Talks\n\nNorwegian Minister Ann Berg met officials of Kenya in Oslo.", ("ministerial",)),
        ("en", "Talks\n\nNorwegian President Ann Berg visited Kenya for talks.", ("head-of-state",)),
        ("en", "Talks\n\nKenya’s prime minister met a delegation of Norway.", None),
        (
            "en",
            "Talks\n\nKenya’s prime minister met the Norwegian ambassador.",
            ("head-of-government", "ambassadorial"),
        ),
        ("fr", "Entretien\n\nLa ministre chilienne Ana Rojas a reçu une délégation du Togo.", ("ministerial",)),
        ("es", "Reunión\n\nLa ministra de Chile Ana Rojas se reunió con funcionarios de Togo.", ("ministerial",)),
        ("sv", "Möte\n\nNorges minister Ann Berg träffade Kenyas ambassadör.", ("ministerial", "ambassadorial")),
        ("de", "Gespräch\n\nDie norwegische Ministerin Ann Berg traf Vertreter Kenias.", ("ministerial",)),
    ],
)
def test_another_office_is_a_doubt(language: str, text: str, expected: Any) -> None:
    assert level(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan Prime Minister Paul Odede met Norwegian Minister Ann Berg.", "ministerial"),
        ("Kenyan Deputy Minister Paul Odede met Norwegian Minister Ann Berg.", "ministerial"),
        ("Kenyan President Paul Odede met Norwegian Prime Minister Ann Berg.", ("head-of-state", "head-of-government")),
        ("Kenyan Ambassador Paul Odede met Norwegian Minister Ann Berg.", ("ministerial", "ambassadorial")),
        ("Kenyan Minister Paul Odede met people of Norway for talks on ports.", "ministerial"),
        ("Kenyan President Paul Odede met European Union President Ann Berg.", ("head-of-state", "head-of-government")),
        ("Kenyan Minister Paul Odede met President Ann Berg of the European Union.", "ministerial"),
    ],
)
def test_where_the_sides_differ_the_level_is_what_records_have_or_a_doubt(text: str, expected: Any) -> None:
    assert level("en", f"Talks held\n\n{text}") == expected
