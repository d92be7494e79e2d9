"""A language is added to `coopdb draft` by its files: Italian and Dutch, the names of countries included."""

import json
from typing import Any

import pytest
from babel import Locale

from coopdb.author.draft import cues, draft, telling_words
from coopdb.vocabulary.tables import DATA
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
ADDED = ("it", "nl")
PUBLISHED = "2025-05-14"  # a Wednesday
# title and text; the countries; the day, None where none may be certain; people that must be among those found
ITALIAN = [
    ("L’Italia e il Marocco parlano di dati marittimi\n\nIl ministro italiano del Mare, Carlo Bassi, ha incontrato a Rabat il ministro marocchino della Pesca, Omar Tazi, il 5 maggio 2025. I due ministri hanno discusso di sicurezza informatica.", "IT MA", "2025-05-05", "Carlo Bassi|Omar Tazi"),
    ("Colloquio tra Svezia e Grecia\n\nLa ministra svedese della Giustizia, Eva Lindgren, è stata ricevuta ieri ad Atene dal ministro greco della Giustizia, Nikos Pappas. Si è parlato anche di intelligenza artificiale.", "GR SE", "2025-05-13", "Eva Lindgren|Nikos Pappas"),
    ("Germania e Cile firmano un’intesa\n\nIl ministro tedesco dell’Energia, Paul Richter, e la ministra cilena dell’Energia, Rosa Molina, hanno firmato oggi a Berlino un accordo che sarà valido fino al 2030. Il nuovo accordo sostituisce quello firmato il 3 marzo 2015.", "CL DE", "2025-05-14", "Paul Richter|Rosa Molina"),
    ("Visita in Giappone\n\nIl ministro svizzero della Ricerca, Luca Ferrari, ha incontrato lunedì a Tokyo il ministro giapponese della Scienza, Kenji Mori. Al centro del colloquio la ricerca e i dati aperti degli istituti.", "CH JP", "2025-05-12", "Luca Ferrari|Kenji Mori"),
    ("L’Austria riceve l’Egitto\n\nIl cancelliere austriaco Karl Huber ha ricevuto a Vienna il presidente egiziano Hassan Fahmy l’altro ieri. Al colloquio non sono seguiti accordi della delegazione egiziana.", "AT EG", "2025-05-12", "Karl Huber|Hassan Fahmy"),
    ("I Paesi Bassi incontrano la Turchia\n\nIl ministro olandese del Commercio, Pieter Bakker, incontrerà domani ad Ankara il ministro turco del Commercio, Emre Kaya. I ministri parleranno di servizi postali e di dogane.", "NL TR", "2025-05-15", "Pieter Bakker|Emre Kaya"),
    ("Il Regno Unito e il Lussemburgo aprono un tavolo\n\nLa ministra britannica Emma Clarke ha incontrato il ministro lussemburghese delle Finanze, Marc Thill, a Londra dal 6 al 7 maggio 2025. Il ministro ha dichiarato oggi che il tavolo è aperto.", "GB LU", "2025-05-06", "Marc Thill"),
    ("La Danimarca avverte\n\nIl governo danese ha ratificato la convenzione del 2019 sul mare e condanna i ritardi. La nomina del nuovo commissario è attesa.", "", None, ""),
    ("La Spagna nomina un ambasciatore\n\nIl governo spagnolo ha nominato oggi il nuovo ambasciatore in Croazia. La nomina segue le elezioni del 4 maggio 2025.", "", None, ""),
    ("La Norvegia e l’Ucraina lavorano insieme\n\nIl ministro norvegese dell’Istruzione, Lars Dahl, e la ministra ucraina dell’Istruzione, Olena Bondar, hanno discusso di competenze digitali. Le elezioni in Norvegia si terranno l’8 settembre 2025.", "NO UA", None, "Lars Dahl|Olena Bondar"),
]  # fmt: skip
DUTCH = [
    ("Nederland en Marokko spreken over havens\n\nDe Nederlandse minister van Infrastructuur, Jan de Wit, heeft op 5 mei 2025 in Rabat de Marokkaanse minister van Transport, Omar Tazi, ontmoet. De ministers spraken ook over cyberveiligheid.", "MA NL", "2025-05-05", "Jan de Wit|Omar Tazi"),
    ("Zweden en Griekenland werken samen\n\nDe Zweedse minister van Justitie, Eva Lindgren, ontmoette gisteren in Athene de Griekse minister van Justitie, Nikos Pappas. Zij spraken met elkaar over de digitale identiteit van burgers.", "GR SE", "2025-05-13", "Eva Lindgren|Nikos Pappas"),
    ("Duitsland en Chili tekenen een akkoord\n\nDe Duitse minister van Energie, Paul Richter, en de Chileense minister van Energie, Rosa Molina, hebben vandaag in Berlijn een overeenkomst ondertekend. Het vervangt het verdrag van 3 maart 2015.", "CL DE", "2025-05-14", "Paul Richter|Rosa Molina"),
    ("Zwitserland op bezoek in Japan\n\nDe Zwitserse minister van Onderzoek, Luca Ferrari, sprak maandag in Tokio met de Japanse minister van Wetenschap, Kenji Mori. Het gesprek ging over open data van de instituten.", "CH JP", "2025-05-12", "Luca Ferrari|Kenji Mori"),
    ("Oostenrijk ontvangt Egypte\n\nDe Oostenrijkse bondskanselier Karl Huber ontving eergisteren in Wenen de Egyptische president Hassan Fahmy. Het gesprek van de leiders ging over water en over het onderwijs.", "AT EG", "2025-05-12", "Karl Huber|Hassan Fahmy"),
    ("België en Turkije over de post\n\nDe Belgische minister van Handel, Pieter Claes, zal morgen in Ankara de Turkse minister van Handel, Emre Kaya, ontmoeten. De ministers bespreken de douane en de post van beide landen.", "BE TR", "2025-05-15", "Pieter Claes|Emre Kaya"),
    ("Noorwegen en Oekraïne over scholen\n\nDe Noorse minister van Onderwijs, Lars Dahl, ontmoette de Oekraïense minister van Onderwijs, Olena Bondar, op 6 en 7 mei 2025 in Oslo. De verkiezingen in Noorwegen zijn op 8 september 2025.", "NO UA", "2025-05-06", "Lars Dahl|Olena Bondar"),
    ("Denemarken waarschuwt\n\nDe Deense regering heeft het verdrag van 2019 geratificeerd en veroordeelt het uitblijven van hulp. De benoeming van een nieuwe commissaris wordt verwacht.", "", None, ""),
    ("Spanje benoemt een ambassadeur\n\nDe Spaanse regering heeft vandaag een nieuwe ambassadeur benoemd in Kroatië. De benoeming volgt op de verkiezingen van 4 mei 2025.", "", None, ""),
    ("Ierland en Servië over vaardigheden\n\nDe Ierse minister van Onderwijs, Niall Byrne, en de Servische minister van Onderwijs, Ana Petrović, bespraken digitale vaardigheden. Een jubileum wordt op 8 september 2025 gevierd.", "IE RS", None, "Niall Byrne|Ana Petrović"),
]  # fmt: skip


def read(text: str) -> dict[str, Any]:
    return draft(text, WORDS, published=PUBLISHED)[0].record


def parties(record: dict[str, Any]) -> str:
    return " ".join(sorted({each["country"] for each in record.get("participants", []) if "country" in each}))


@pytest.mark.parametrize(
    ("language", "case"),
    [(language, case) for language, cases in zip(ADDED, (ITALIAN, DUTCH), strict=True) for case in cases],
    ids=lambda value: value if isinstance(value, str) else value[0].partition("\n")[0],
)
def test_a_text_in_an_added_language_is_read(language: str, case: tuple[str, str, str | None, str]) -> None:
    text, countries, day, people = case
    record = read(text)
    assert record["sources"][0]["language"] == language
    if countries:
        assert parties(record) == countries
    else:
        assert len(parties(record).split()) < 2
    assert str(record.get("date")) == str(day)
    found = {each.get("name") for each in record.get("participants", [])}
    assert {name for name in people.split("|") if name} <= found


@pytest.mark.parametrize("language", ADDED)
def test_every_country_is_known_by_its_name_in_an_added_language(language: str) -> None:
    own = cues.countries(language)
    wrong = {}
    for code, name in Locale.parse(language).territories.items():
        if code in WORDS.countries.entries and not name.startswith(("RAS ", "Hongkong SAR", "Macau SAR")):
            found = [each.key for each in WORDS.countries.resolve(name)] or [*own.get(cues.fold(name), ())]
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
                assert seen.setdefault(cues.fold(name), code) == code
                assert [each.key for each in WORDS.countries.resolve(name)] in ([], [code])


def test_words_of_an_added_language_are_countries_in_its_own_texts_only() -> None:
    said = "Kenya and Norway met\n\nKenyan Minister Peter Otieno met Norwegian Minister Ingrid Solberg. Pools, Fins and Turks"
    assert parties(read(f"{said} are names of fish that the ministers have seen and liked.")) == "KE NO"


def test_the_files_of_a_language_have_the_same_lists() -> None:
    assert set(ADDED) <= set(telling_words.languages())
    keys = set(telling_words.languages()["fr"])
    for language in ADDED:
        assert set(telling_words.languages()[language]) == keys
        assert len(telling_words.languages()[language]["months"]) == 12
        assert len(telling_words.languages()[language]["weekdays"]) == 7
