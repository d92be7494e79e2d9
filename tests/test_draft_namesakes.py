"""A country told from what only has its name: ships, states of a union, short names, words of other languages."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def parties_of(text: str, home: str | None = None) -> set[str]:
    (found,) = draft(text, WORDS, country=home)
    return {row.get("country") or row["organization"] for row in found.record.get("participants", [])}


NO_COUNTRY = {
    "a ship in Swedish": (
        "Ministern träffade överlevare\n\nFörsvarsminister Anna Berg träffade på måndagen överlevare från Estonia. Estonia sjönk i Östersjön 1994.",
        "SE",
        "EE",
    ),
    "a company in German": (
        "Ministerin besucht Werk\n\nWirtschaftsministerin Anna Berg besuchte am Montag das Werk der Georgia Holding in Linz und sprach mit der Leitung über Energie.",
        "AT",
        "GE",
    ),
    "a state of the United States by its city": (
        "Remarks by the President at a University\n\nThe President met students in Atlanta, Georgia, on 3 May 2025. “Georgia, thank you,” he said.",
        "US",
        "GE",
    ),
    "a state of the United States by another state": (
        "Call with governors\n\nThe President held a call on 3 May 2025 with the governors of Alabama, Georgia and Florida.",
        "US",
        "GE",
    ),
    "a programme by its short name": (
        "TrackTogether entry brought forward\n\nThe Minister met shop owners on 3 May 2025 about TrackTogether (TT). Only TT and SE entries count from June.",
        "SG",
        "TT",
    ),
    "a council by its short name": (
        "Pacific Innovation Council (PIC) meets\n\nThe Minister for Trade met the Northern Zone (NZ) team on 3 May 2025. NZ and PIC staff discussed ports.",
        "SG",
        "NZ",
    ),
    "a kingdom that is a state today": (
        "Readout of the Vice President’s call on Hawaii\n\nThe Vice President met officials from Hawaii on 3 May 2025 about the fires in Hawaii.",
        "US",
        "XHW",
    ),
    "that, not Albania": (
        "وزير الخارجية يجري مشاورات\n\nأجرى وزير الخارجية سامي فوزي، اليوم، مشاورات مع وزير الخارجية المغربي ناصر بركة. وصرح المتحدث باسم وزارة الخارجية بأن الوزيرين بحثا التعاون.",
        "EG",
        "AL",
    ),
    "a meeting in Portuguese": (
        "Reunião com ministra termina sem acordo\n\nReunião da ministra Ana Berg com os prefeitos durou duas horas na segunda-feira. Reunião nova fica para maio.",
        "BR",
        "RE",
    ),
    "a city of Brazil": (
        "Presidente vai a Salvador\n\nA presidente Ana Berg viaja na sexta-feira a Salvador para se encontrar com o governador. Em Salvador, ela inaugura uma escola.",
        "BR",
        "SV",
    ),
    "a given name in Spanish": (
        "Salvador Illanes, ministro\n\nLa ministra Ana Berg se reunió el lunes con Salvador. Salvador es alcalde de Vigo.",
        "ES",
        "SV",
    ),
    "a state and a party of Brazil": (
        "Senadores recebem ministra\n\nA ministra Ana Berg reuniu-se na segunda-feira com os senadores João Lima (PT-RS) e Rui Paz (PSB/BA).",
        "BR",
        "RS",
    ),
    "a party of Brazil": (
        "Senadores recebem ministra\n\nA ministra Ana Berg reuniu-se na segunda-feira com os senadores João Lima (PT-SP) e Rui Paz (PT-BA).",
        "BR",
        "PT",
    ),
}

COUNTRY = {
    "Estonia in English": (
        "Minister meets Estonia’s minister\n\nThe Minister met the Minister of Justice of Estonia, Anna Tamm, on 3 May 2025.",
        "SG",
        "EE",
    ),
    "Estland in Swedish": (
        "Besök från Estland\n\nFörsvarsminister Anna Berg träffade på måndagen Estlands försvarsminister Jaan Tamm i Stockholm.",
        "SE",
        "EE",
    ),
    "Georgien in German": (
        "Treffen in Tiflis\n\nAußenministerin Anna Berg traf am Montag den georgischen Außenminister in Georgien.",
        "AT",
        "GE",
    ),
    "Georgia with its capital": (
        "Talks in Tbilisi\n\nThe President of Georgia met the Foreign Minister of Poland in Tbilisi on 3 May 2025, a week after a visit to Texas.",
        "PL",
        "GE",
    ),
    "a code beside another": (
        "SG-NZ talks\n\nThe Minister for Trade met her counterpart from New Zealand (NZ) on 3 May 2025.",
        "SG",
        "NZ",
    ),
    "a state of its own days": (
        "Treffen in Ost-Berlin\n\nAm 3. Mai 1985 traf der österreichische Außenminister den Außenminister der DDR in Berlin.",
        "AT",
        "DD",
    ),
    "a state in a text without a year": (
        "Treffen in Ost-Berlin\n\nDer österreichische Außenminister traf am Montag den Außenminister der DDR.",
        "AT",
        "DD",
    ),
    "Albania with its letters": (
        "وزير الخارجية يستقبل نظيره الألباني\n\nاستقبل وزير الخارجية اليوم وزير خارجية ألبانيا إيلير ميتا.",
        "EG",
        "AL",
    ),
    "India in a list, where Spanish has an adjective of the same letters": (
        "Joint statement of the partners\n\nThe ministers of Canada, Estonia, India, Japan and Kenya met in Ottawa on 3 May 2025.",
        "CA",
        "IN",
    ),
    "the country that a minister visited, in Swedish": (
        "Ministern på resa\n\nPå måndagen besökte utrikesminister Anna Berg Moldavien. Hon träffade Moldaviens premiärminister.",
        "SE",
        "MD",
    ),
    "the country that a minister visited, in German": (
        "Ministerin auf Reisen\n\nAm Montag besuchte Außenministerin Anna Berg Polen. Sie traf den polnischen Außenminister.",
        "AT",
        "PL",
    ),
    "the short name of the United States in Portuguese": (
        "Encontro em Washington\n\nO ministro brasileiro das Relações Exteriores, João Alves, reuniu-se na quinta-feira com autoridades dos EUA.",
        "BR",
        "US",
    ),
    "El Salvador in Portuguese": (
        "Ministra recebe colega de El Salvador\n\nA ministra Ana Berg recebeu na segunda-feira o ministro das Relações Exteriores de El Salvador, Luis Paz.",
        "BR",
        "SV",
    ),
    "El Salvador in Spanish": (
        "Encuentro en Madrid\n\nLa ministra Ana Berg se reunió el lunes con el canciller de El Salvador, Luis Paz. España y El Salvador cooperan.",
        "ES",
        "SV",
    ),
    "Salvador in English": (
        "Minister in Salvador\n\nThe Kenyan minister Ann Odede met the foreign minister of Salvador, Luis Paz, on Monday.",
        "KE",
        "SV",
    ),
    "codes side by side in Portuguese": (
        "Encontro PT-BR\n\nO ministro João Alves reuniu-se na segunda-feira com o embaixador Rui Paz. O encontro PT-BR tratou de portos.",
        "BR",
        "PT",
    ),
}


@pytest.mark.parametrize("case", NO_COUNTRY)
def test_what_only_has_the_name_of_a_country_is_no_party(case: str) -> None:
    text, home, key = NO_COUNTRY[case]
    assert key not in parties_of(text, home)


@pytest.mark.parametrize("case", COUNTRY)
def test_a_country_is_a_party_though_other_things_have_its_name(case: str) -> None:
    text, home, key = COUNTRY[case]
    assert {home, key} <= parties_of(text, home)
