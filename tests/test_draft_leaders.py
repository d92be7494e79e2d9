"""Heads of state and of government are known by name: of which country somebody is whose country no word tells."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest
from conftest import Repo

from coopdb.author.draft import Draft, draft
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.leading import with_leaders
from coopdb.author.draft.text.text import read_article
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.leaders import leaders_called, longest_name
from coopdb.vocabulary.tables import DATA
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def drafted(text: str, published: str | None, country: str | None = None) -> Draft:
    (found,) = draft(text, WORDS, published=published, country=country)
    return found


def parties_of(found: Draft) -> set[str]:
    return {row["country"] for row in found.record.get("participants", []) if "country" in row}


def people_of(found: Draft) -> dict[str, str]:
    return {row["name"]: row["country"] for row in found.record.get("participants", []) if "name" in row}


MET = {
    "en: Macron and Merz Meet in Evian\n\nPresident Macron met Chancellor Friedrich Merz on 3 June 2025. Merz thanked Macron.": {
        "FR",
        "DE",
    },
    "en: Talks on steel\n\nPresident Macron held talks with Chancellor Merz on Tuesday.": {"FR", "DE"},
    "fr: Entretien à Évian\n\nEmmanuel Macron a reçu mardi le chancelier Merz.": {"FR", "DE"},
    "de: Macron empfängt Merz\n\nPräsident Macron und Kanzler Merz haben am Dienstag über Stahl gesprochen.": {
        "FR",
        "DE",
    },
    "es: Encuentro en Montevideo\n\nJavier Milei se reunió el martes con Claudia Sheinbaum.": {"AR", "MX"},
    "pt: Encontro em Lisboa\n\nJavier Milei reuniu-se na terça-feira com Claudia Sheinbaum.": {"AR", "MX"},
    "it: Incontro a Evian\n\nEmmanuel Macron ha incontrato martedì Friedrich Merz.": {"FR", "DE"},
    "nl: Overleg in Evian\n\nEmmanuel Macron ontmoette dinsdag Friedrich Merz.": {"FR", "DE"},
    "sv: Möte i Evian\n\nEmmanuel Macron träffade i tisdags Friedrich Merz.": {"FR", "DE"},
    "ar: لقاء في إيفيان\n\nالتقى الرئيس إيمانويل ماكرون يوم الثلاثاء المستشار فريدريش ميرتس.": {"FR", "DE"},
}


@pytest.mark.parametrize("case", MET)
def test_a_meeting_of_leaders_is_one_of_their_countries(case: str) -> None:
    assert parties_of(drafted(case.partition(": ")[2], "2025-06-04")) == MET[case]


OTHERS = {
    "two of the surnames in a match": "Fußball\n\nMerz traf den Pfosten, die norwegische Ministerin Anna Berg traf am Dienstag Macron.",
    "an ambassador of the name": "Talks\n\nThe ambassador Emmanuel Macron met the Norwegian minister Anna Berg on Tuesday.",
    "who was in office before, and has another": "Talks\n\nAlexander Stubb Senior met Barack Obama’s friend and the Norwegian minister Anna Berg on Tuesday.",
    "whose opponents they met": "Talks\n\nThe Norwegian minister Anna Berg met opponents of Donald Trump on Tuesday.",
    "whose tariffs they spoke of": "Talks\n\nThe Norwegian minister Anna Berg spoke on Tuesday with the Kenyan minister Ann Odede of Donald Trump’s tariffs.",
    "an institute": "Visita\n\nLa ministra noruega Anna Berg visitó el martes la Universidad Carlos III y se reunió con el rector.",
    "a foundation": "Talks\n\nThe Norwegian minister Anna Berg met the Donald Trump Foundation on Tuesday.",
    "another of the surname": "Readers meet\n\nBrigitte Macron met the Norwegian minister Anna Berg on Tuesday. Macron opened a library.",
    "somebody of another office": "Talks\n\nDeputy Minister Macron met the Norwegian minister Anna Berg on Tuesday.",
    "a city that begins so": "Encontro em Nova Macron\n\nO ministro reuniu-se em Macron Nova com a ministra norueguesa Anna Berg.",
    "a word that the text writes small": "Stubb reads\n\nThe Norwegian minister Anna Berg met Stubb on Tuesday. A stubb is a dance.",
    "a building": "Talks\n\nThe Norwegian minister Anna Berg met her counterpart at Trump Tower on Tuesday.",
    "a king's given name alone": "Möte\n\nKung Emmanuel träffade den norska ministern Anna Berg i tisdags.",
    "an Arabic word without an office": "لقاء\n\nالتقت الوزيرة النرويجية آنا بيرغ ماكرون يوم الثلاثاء.",
}


@pytest.mark.parametrize("case", OTHERS)
def test_who_only_has_the_name_of_a_leader_stands_for_no_country(case: str) -> None:
    assert parties_of(drafted(OTHERS[case], "2025-06-04")).isdisjoint({"FR", "FI", "US", "GB", "DE"})


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2010-05-05", {"US", "NO"}), ("2023-05-05", {"NO"}), (None, {"NO"})],
)
def test_a_surname_alone_means_who_is_in_office_then(published: str | None, expected: set[str]) -> None:
    text = "Talks in Oslo\n\nPresident Obama met the Norwegian minister Anna Berg on Tuesday."
    assert parties_of(drafted(text, published)) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2020-05-05", {"DE", "NO"}),
        ("2030-05-05", {"DE", "NO"}),
        (None, {"DE", "NO"}),
        ("1985-05-05", {"NO"}),
        ("2050-05-05", {"NO"}),
    ],
)
def test_a_full_name_means_a_leader_of_before_too(published: str | None, expected: set[str]) -> None:
    text = "Talks in Oslo\n\nAngela Merkel met the Norwegian minister Anna Berg on Tuesday."
    assert parties_of(drafted(text, published)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks in Oslo\n\nPresident Macron met her on Tuesday. Then Macron left, and Lucy met Macron.", 3),
        (
            "لقاء في أوسلو\n\nالتقى الرئيس إيمانويل ماكرون في أوسلو رجال الأعمال. وشكر الرئيس ماكرون الوزيرة. وغادر ماكرون.",
            2,
        ),
        ("Talks in Oslo\n\nPresident Macron met her on Tuesday. The war of Macron, Macron’s war.", 1),
    ],
)
def test_a_surname_alone_is_whose_it_is_in_the_text(text: str, expected: int) -> None:
    on = Period.of("2025-06-04", "2025-06-04")
    names = with_leaders(Names(read_article(text), WORDS, on=on))
    assert [each.keys for each in names.mentions if each.keys == ("FR",)] == [("FR",)] * expected


def test_a_third_who_is_only_told_of_by_name_is_no_party() -> None:
    text = (
        "Talks in Oslo\n\nThe Norwegian minister Anna Berg met the Kenyan minister Ann Odede on Tuesday. "
        "President Macron is with the Norwegian minister today.\n\nPresident Macron spoke of ports.\n\nNorway’s minister left.\n\n"
        "Kenya’s minister too.\n\nNorway’s minister said so.\n\nKenya’s minister as well."
    )
    assert parties_of(drafted(text, "2025-06-04")) == {"NO", "KE"}


def test_the_people_of_the_repository_are_whose_it_says(repo: Repo) -> None:
    repo.add("people.toml", '["Emmanuel Macron"]\ncountry = "MT"\n\n["Friedrich Merz"]\ncountry = "DE"\n')
    words = load(Repository(repo.root)).vocabularies
    text = "Talks\n\nPresident Emmanuel Macron met Chancellor Friedrich Merz on Tuesday. Macron thanked Merz."
    (found,) = draft(text, words, published="2025-06-04")
    assert parties_of(found) == {"MT", "DE"}


def test_a_leader_of_two_countries_is_of_the_one_that_is_told() -> None:
    text = "Talks in Oslo\n\nThe Maltese president Emmanuel Macron met the Norwegian minister Anna Berg on Tuesday."
    assert parties_of(drafted(text, "2025-06-04")) == {"MT", "NO"}


def test_a_leader_beside_an_office_is_of_the_country_that_is_led() -> None:
    text = "Talks in Oslo\n\nThe Norwegian minister Anna Berg received President Macron on Tuesday."
    assert people_of(drafted(text, "2025-06-04", "NO")) == {"Anna Berg": "NO", "Macron": "FR"}


def test_a_country_that_was_at_another_meeting_is_not_brought_back_by_who_leads_it() -> None:
    text = (
        "The minister in New York\n\nThe Kenyan minister Ann Odede met President Emmanuel Macron on Monday. "
        "She also met the Norwegian minister Anna Berg on Tuesday."
    )
    found = [parties_of(each) for each in draft(text, WORDS, published="2025-06-04", country="KE")]
    assert {"FR", "NO"} not in found


def test_who_leads_or_led_a_country_has_a_code_and_days() -> None:
    lines = (DATA / "leaders.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = [line.partition("\t")[0] for line in lines]
    assert names == sorted(set(names))
    for name in names:
        assert name == fold(name)
        assert " " in name or len(name) > 3
        for leader in leaders_called(name):
            assert leader.country in WORDS.countries.entries
            assert not leader.until or leader.since <= leader.until
            assert leader.days.since
        assert leaders_called(name)


def test_a_name_is_found_by_its_first_word() -> None:
    lines = (DATA / "leaders.tsv").read_text(encoding="utf-8").splitlines()[1:]
    full = [name for line in lines if " " in (name := line.partition("\t")[0])]
    assert all(longest_name(name.partition(" ")[0]) >= 1 + name.count(" ") for name in full)
    assert not leaders_called("")
    assert not leaders_called("\U0010ffff")
    assert longest_name("") == longest_name("putin") == 0


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Norway waits\n\nNorwegian fishermen blame Macron for the end of the talks. President Macron said that France stands firm.", False),
        ("Norwegen wartet\n\nNorwegische Fischer geben Macron die Schuld am Ende der Gespräche. Präsident Macron sagte, Frankreich bleibe dabei.", False),
        ("Talks in Paris\n\nPresident Macron received the Norwegian minister Anna Berg on Tuesday. France and Norway want more wind.", True),
        ("Talks in Paris\n\nPresident Macron received the Norwegian minister Anna Berg on Tuesday.", True),
        ("A call\n\nEmmanuel Macron and Jonas Gahr Støre held a phone call on Monday, with Norway and France backing the deal.", True),
    ],
)  # fmt: skip
def test_a_leader_beside_a_named_party_tells_of_no_meeting(text: str, is_told: bool) -> None:
    found = drafted(text, "2025-06-04")
    assert parties_of(found) == {"FR", "NO"}
    assert any(doubt.route == () for doubt in found.unresolved) is not is_told
