"""Meetings of many: lists with a name that is not known, and groups that meet under one name."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest

from coopdb.author.draft import Draft, draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def read(text: str, home: str | None = None, published: str | None = None) -> Draft:
    return draft(text, WORDS, country=home, published=published)[0]


def parties_of(found: Draft) -> set[str]:
    return {row.get("country") or row["organization"] for row in found.record.get("participants", [])}


def doubts_of(found: Draft) -> tuple[tuple[str, ...], ...]:
    return tuple(each.candidates for each in found.unresolved if each.route == ("participants",))


LISTS = {
    "an unknown name in the middle": (
        "Ministers meet on ports\n\nThe ministers of Kenya, Ghana, Westland, Chile and Peru met in Lima on 3 May 2025.",
        "PE",
        {"KE", "GH", "CL", "PE"},
        ("Westland",),
    ),
    "two unknown names together": (
        "Partners meet\n\nRepresentatives of Japan, the Republic of Westland, Ostmark, Chile, and Peru met on 3 May 2025.",
        "JP",
        {"JP", "CL", "PE"},
        ("Westland",),
    ),
    "an unknown name at the end": (
        "Partners meet\n\nMinisters of Kenya, Ghana, Togo and Westland met in Accra on 3 May 2025.",
        "GH",
        {"KE", "GH", "TG"},
        ("Westland",),
    ),
    "an unknown name in French": (
        "Réunion des ministres\n\nLes ministres du Maroc, du Sénégal, de la Tunisie, de l’Occidentie et du Mali se sont réunis à Rabat le 3 mai 2025. Le Maroc, le Sénégal, la Tunisie, la Ruritanie et le Mali ont signé.",
        "MA",
        {"MA", "SN", "TN", "ML"},
        ("Ruritanie",),
    ),
    "an unknown name in Spanish": (
        "Reunión de ministros\n\nChile, Perú, Ruritania, Colombia y México se reunieron en Lima el 3 de mayo de 2025.",
        "PE",
        {"CL", "PE", "CO", "MX"},
        ("Ruritania",),
    ),
    "an unknown name in Swedish": (
        "Ministermöte om vatten\n\nKenya, Ghana, Ruritanien, Sverige och Chile möttes i Accra den 3 maj 2025.",
        "SE",
        {"KE", "GH", "SE", "CL"},
        ("Ruritanien",),
    ),
    "organisations in a list are parties": (
        "Initiative meets\n\nThe members of the initiative, Chile, Estonia, the European Union, India and Japan, met in Tokyo on 3 May 2025.",
        "JP",
        {"CL", "EE", "european-union", "IN", "JP"},
        (),
    ),
    "long names beside short ones": (
        "Partners sign a framework\n\nThe United States of America (United States), the Swiss Confederation (Switzerland) and the Principality of Liechtenstein (Liechtenstein) met in Bern on 3 May 2025.",
        "CH",
        {"US", "CH", "LI"},
        (),
    ),
    "an office is not an unknown party": (
        "Partners meet\n\nKenya, Ghana, Prime Minister Berg, Chile and Peru met on 3 May 2025.",
        "CL",
        {"CL"},
        (),
    ),
    "what they talked of is no list of those who met": (
        "Talks in Lima\n\nThe Foreign Minister of Chile met the Foreign Minister of Peru in Lima on 3 May 2025. They spoke about Kenya, Ghana, Westland and Togo.",
        "PE",
        {"CL", "PE"},
        (),
    ),
    "words in small letters end a list": (
        "Talks in Lima\n\nThe minister of Chile met the minister of Peru. Firms of Kenya, farms of some regions, Ghana and Togo took part in the meeting.",
        "PE",
        {"CL", "PE"},
        (),
    ),
}


@pytest.mark.parametrize("case", LISTS)
def test_a_list_gives_its_parties_and_doubts_what_is_not_known(case: str) -> None:
    text, home, parties, unknown = LISTS[case]
    found = read(text, home)
    assert parties <= parties_of(found)
    assert all((name,) in doubts_of(found) for name in unknown)
    assert bool(unknown) or not any(len(each) == 1 for each in doubts_of(found))
    assert case != "organisations in a list are parties" or parties == parties_of(found)


NORDIC, BALTIC = {"DK", "FI", "IS", "NO", "SE"}, {"EE", "LT", "LV"}
GROUPS = {
    "Nordic prime ministers": (
        "Nordic prime ministers meet in Oslo\n\nThe Nordic prime ministers met in Oslo on 3 May 2025 to discuss energy.",
        "SE",
        "2025-05-04",
        NORDIC,
    ),
    "nordiskt ministermöte": (
        "Diskussioner om beredskap på nordiskt ministermöte i Åbo\n\nSjukvårdsminister Anna Berg deltog på måndagen i mötet.",
        "SE",
        "2025-05-04",
        NORDIC,
    ),
    "nordiska och baltiska kollegor": (
        "Minister leder möte om energi\n\nPå måndagen möter energiminister Anna Berg sina nordiska och baltiska kollegor.",
        "SE",
        "2025-05-04",
        NORDIC | BALTIC,
    ),
    "nordische Außenminister": (
        "Treffen in Helsinki\n\nDie nordischen Außenminister trafen sich am Montag in Helsinki.",
        "FI",
        "2025-05-04",
        NORDIC,
    ),
    "a group and the country beside it": (
        "United States – Nordic Leaders’ Summit\n\nThe leaders met in Helsinki on 13 July 2023.",
        "US",
        "2023-07-13",
        NORDIC | {"US"},
    ),
    "Visegrad since 1993": (
        "Visegrad ministers meet\n\nThe Visegrad foreign ministers met in Budapest on 3 May 2025.",
        "HU",
        "2025-05-04",
        {"CZ", "HU", "PL", "SK"},
    ),
    "Visegrad in 1991": (
        "Visegrad leaders meet\n\nThe Visegrad leaders met in Budapest on 6 October 1991.",
        "HU",
        "1991-10-07",
        {"CS", "HU", "PL"},
    ),
    "the Quad": (
        "Quad foreign ministers’ meeting\n\nThe Quad foreign ministers met in Tokyo on 3 May 2025.",
        "JP",
        "2025-05-04",
        {"AU", "IN", "JP", "US"},
    ),
    "G8 with Russia": (
        "G8 summit\n\nThe G8 leaders met on 3 June 2007.",
        "DE",
        "2007-06-04",
        {"CA", "DE", "FR", "GB", "IT", "JP", "RU", "US"},
    ),
    "sommet du G7": (
        "Réunion du groupe des sept pays\n\nLes ministres se sont réunis le 3 mai 2025.",
        "FR",
        "2025-05-04",
        {"CA", "DE", "FR", "GB", "IT", "JP", "US"},
    ),
    "a group in Arabic": (
        "اجتماع وزراء مجموعة السبع قادة الدول\n\nعقد وزراء مجموعة السبع اجتماعا يوم 3 مايو 2025.",
        "FR",
        "2025-05-04",
        {"CA", "DE", "FR", "GB", "IT", "JP", "US"},
    ),
    "home is added where it is meant": (
        "Our minister at a Baltic ministers’ meeting\n\nOur minister met the Baltic ministers in Riga on 3 May 2025.",
        "SG",
        "2025-05-04",
        BALTIC | {"SG"},
    ),
}
NO_GROUPS = {
    "the sea": (
        "Talks on the sea\n\nThe Foreign Minister of Poland met the Foreign Minister of Germany on the Baltic Sea coast on 3 May 2025.",
        {"DE", "PL"},
    ),
    "a topic": (
        "Besuch in Warschau\n\nDer deutsche Außenminister traf am Montag den polnischen Außenminister. Sie sprachen über nordische Literatur.",
        {"DE", "PL"},
    ),
    "a title that names two": (
        "India and Japan hold talks\n\nThe Foreign Minister of India met the Foreign Minister of Japan on 3 May 2025, on the day of the Quad leaders’ summit.",
        {"IN", "JP"},
    ),
    "far below": (
        "Talks in Oslo\n\nThe Foreign Minister of Norway met the Foreign Minister of Chile in Oslo on 3 May 2025.\n\nThey agreed on trade.\n\nNext month the Nordic ministers will meet.",
        {"CL", "NO"},
    ),
    "a minister for the cooperation of the group": (
        "Besök i Oslo\n\nSveriges minister för nordiskt samarbete Anna Berg träffade på måndagen Norges utrikesminister.",
        {"NO", "SE"},
    ),
    "a square": (
        "Talks at the university\n\nThe Minister of Education of Chile met the Minister of Education of Peru in the Quad of the university on 3 May 2025.",
        {"CL", "PE"},
    ),
}


@pytest.mark.parametrize("case", GROUPS)
def test_a_group_that_met_gives_its_members_of_the_day_and_a_doubt(case: str) -> None:
    text, home, published, parties = GROUPS[case]
    found = read(text, home, published)
    assert parties_of(found) == parties
    assert any("group of countries" in each.message for each in found.unresolved)


@pytest.mark.parametrize("case", NO_GROUPS)
def test_the_name_of_a_group_alone_makes_nobody_a_party(case: str) -> None:
    text, parties = NO_GROUPS[case]
    assert parties_of(read(text)) == parties


def test_a_group_has_its_members_of_today_where_no_day_is_known() -> None:
    assert parties_of(read("Visegrad ministers meet\n\nThe Visegrad ministers met in Budapest.")) == {
        "CZ",
        "HU",
        "PL",
        "SK",
    }


def test_a_counterpart_is_of_the_country_that_the_text_names_besides() -> None:
    text = "Ministers meet\n\nMinister Per Lund met his Kenyan counterpart Ann Odede in Oslo. Norway builds ports."
    assert parties_of(read(text)) == {"KE", "NO"}


def test_a_home_country_that_only_the_language_tells_is_doubted() -> None:
    text = "Ministern träffade en ambassadör\n\nMinister Per Lund träffade Kenyas ambassadör Ann Odede för att tala om hamnar."
    found = read(text)
    assert parties_of(found) == {"KE", "SE"}
    assert ("SE",) in doubts_of(found)
    assert doubts_of(read(text + " Sverige bygger hamnar.")) == ()
    assert doubts_of(read(text, "SE")) == ()


NAMED = "Chile Peru Ghana Togo Mali Niger Cuba Haiti Japan China India Nepal Qatar Oman Yemen".split()


@pytest.mark.parametrize("number", [2, 11, 12, 13, 15])
def test_countries_that_are_talked_about_are_no_parties_however_many(number: int) -> None:
    listed = ", ".join(NAMED[:number])
    text = f"Kenya and Norway meet\n\nKenyan Minister Ann Odede met Norwegian Minister Per Lund on 3 May 2025. They talked about {listed}."
    assert parties_of(read(text)) == {"KE", "NO"}
