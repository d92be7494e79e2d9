"""`draft` reads the level of a meeting from the offices of both sides, named or not."""

from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.author.draft.officials.office_levels import level_of
from coopdb.author.draft.text.phrase_lists import phrases_of
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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Talks\n\nNorwegian Minister Ann Berg met Kenyan Minister Paul Odede. President Sam Tum was ill.",
            "ministerial",
        ),
        (
            "en",
            "Talks\n\nNorwegian Minister Ann Berg met her Kenyan counterpart Paul Odede. Kenya’s president is ill.",
            "ministerial",
        ),
        (
            "fr",
            "Visite\n\nLa ministre chilienne Ana Rojas a rencontré le ministre togolais Ed Law. Son roi est absent.",
            "ministerial",
        ),
        (
            "de",
            "Gespräch\n\nDie norwegische Ministerin Ann Berg traf den kenianischen Minister Ed Law. Der König fehlt.",
            "ministerial",
        ),
        (
            "sv",
            "Möte\n\nNorges minister Ann Berg träffade Kenyas minister Paul Odede. Kenyas president Sam Tum är sjuk.",
            "ministerial",
        ),
        (
            "de",
            "Treff\n\nDie stellvertretende norwegische Ministerin Ann Berg traf den kenianischen Vizeminister Ed Law.",
            "deputy-ministerial",
        ),
        (
            "de",
            "Gespräch\n\nDie norwegische Vize-Außenministerin Ann Berg traf den kenianischen Vizeminister Paul Odede.",
            "deputy-ministerial",
        ),
        (
            "sv",
            "Möte\n\nNorges biträdande minister Ann Berg träffade Kenyas biträdande minister Paul Odede.",
            "deputy-ministerial",
        ),
        (
            "nl",
            "Gesprek\n\nDe Noorse viceminister Ann Berg sprak in Oslo met de Keniaanse viceminister Paul Odede.",
            "deputy-ministerial",
        ),
        (
            "en",
            "Kenya and Norway\n\nThe prime minister met Kenyan Prime Minister Paul Odede. Norway and Kenya agree.",
            "head-of-government",
        ),
        ("en", "Talks\n\nNorwegian Speaker Ann Berg met Kenya in Oslo. Kenya and Norway agree.", "parliamentary"),
        ("fr", "Visite d’État\n\nLe Togo et le Chili préparent la visite d’État.", "head-of-state"),
        ("sv", "Statsbesök från Kenya\n\nKenya och Norge förbereder statsbesöket.", "head-of-state"),
        ("es", "Visita de Estado\n\nChile y Togo preparan la visita de Estado.", "head-of-state"),
        ("en", "Ministerial meeting\n\nKenya and Norway held a ministerial meeting in Oslo.", "ministerial"),
        (
            "sv",
            "Norge och Kenya möttes\n\nNorge och Kenya möttes vid ett ministermöte i Oslo den 3 maj.",
            "ministerial",
        ),
        ("ar", "الاجتماع الوزاري\n\nعقدت كينيا والنرويج الاجتماع الوزاري في أوسلو.", "ministerial"),
    ],
)
def test_the_first_sentence_of_both_sides_tells_the_level(language: str, text: str, expected: str) -> None:
    assert level(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Talks\n\nNorwegian Minister Ann Berg met Kenyan Ambassador Paul Odede.",
            ("ministerial", "ambassadorial"),
        ),
        (
            "en",
            "Talks\n\nNorwegian President Ann Berg met Kenyan Prime Minister Paul Odede.",
            ("head-of-state", "head-of-government"),
        ),
        ("en", "Talks\n\nKenya and Norway met on the sidelines of the ministerial meeting.", None),
        (
            "en",
            "Before the state visit\n\nNorwegian Minister Ann Berg met Kenya in Oslo. Kenya and Norway agree.",
            "ministerial",
        ),
        (
            "en",
            "Ministerial meeting\n\nNorwegian Prime Minister Ann Berg met Kenya after the ministerial meeting.",
            ("head-of-government",),
        ),
        (
            "en",
            "Kenya and Norway\n\nThe prime minister met Kenyan President Paul Odede. Norway and Kenya agree.",
            ("head-of-state",),
        ),
        (
            "sv",
            "Statsministern tog emot Kenyas president i Oslo\n\nNorges statsminister Ann Berg mötte Ed Law från Kenya.",
            ("head-of-state", "head-of-government"),
        ),
    ],
)
def test_what_only_looks_like_the_level_of_both_is_none(language: str, text: str, expected: Any) -> None:
    assert level(language, text) == expected


@pytest.mark.parametrize(
    ("language", "role", "expected"),
    [
        ("en", "deputy Kenyan minister", "deputy-ministerial"),
        ("en", "Deputy Prime Minister and Minister for Trade", "ministerial"),
        ("en", "deputy Kenyan president", None),
        ("de", "Vize-Außenministerin", "deputy-ministerial"),
        ("de", "stellvertretenden chinesischen Ministerpräsidenten", "ministerial"),
        ("de", "Vize-Außenministers", "deputy-ministerial"),
        ("de", "Staatssekretärs", "deputy-ministerial"),
        ("fr", "vice ministre", "deputy-ministerial"),
        ("sv", "biträdande norsk minister", "deputy-ministerial"),
        ("ar", "نائب الوزير", "deputy-ministerial"),
        ("en", "Minister and Deputy Minister", "ministerial"),
        ("en", "adviser to the deputy of the minister", "ministerial"),
    ],
)
def test_a_deputy_is_below_the_office(language: str, role: str, expected: str | None) -> None:
    assert level_of(role, phrases_of(language), language) == expected


@pytest.mark.parametrize(
    ("language", "role", "expected"),
    [
        ("it", "capo di stato", "head-of-state"),
        ("it", "capo di stato maggiore della difesa", "senior-official"),
        ("es", "jefe del estado mayor", "senior-official"),
        ("pt", "chefe de estado-maior", "senior-official"),
        ("sv", "Finlands statsråd", "ministerial"),
        ("sv", "justitiekanslern", "senior-official"),
        ("de", "Altkanzler", None),
        ("de", "Vizepremierminister", "ministerial"),
        ("de", "Stadtpräsidentin", "sub-national"),
        ("de", "Nationalbankpräsident", "senior-official"),
        ("en", "Premier of Ontario", "sub-national"),
        ("en", "premier", "head-of-government"),
        ("en", "governor of the central bank", "senior-official"),
        ("en", "Secretary of Labor", "ministerial"),
        ("fr", "gouverneur de la banque centrale", "senior-official"),
        ("fr", "secrétaire d'État américain", "ministerial"),
        ("fr", "secrétaire d'État", "deputy-ministerial"),
        ("es", "secretaria de Infraestructura", "ministerial"),
        ("es", "canciller alemana", "head-of-government"),
        ("es", "canciller mexicana", "ministerial"),
        ("nl", "vicekanselier", "ministerial"),
        ("nl", "oud-premier", None),
        ("ar", "نائبة رئيس الحكومة", "ministerial"),
        ("ar", "محافظ البنك المركزي", "senior-official"),
        ("ar", "محافظ", "sub-national"),
    ],
)
def test_an_office_with_the_words_of_a_higher_one_has_its_own_level(
    language: str, role: str, expected: str | None
) -> None:
    assert level_of(role, phrases_of(language), language) == expected
