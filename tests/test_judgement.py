"""What the rules of a careful colleague go by: addresses, ranks, titles, days, cities and languages, one by one."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.check import addresses
from coopdb.check.days_said import days_of, sentences, weekdays_of
from coopdb.check.ranks import DEPUTY, EXPERT, HEAD, MINISTER, OFFICIAL, rank_of
from coopdb.check.titles import title_of
from coopdb.record.local import read_people
from coopdb.store.cache.local_vocabularies import recall_words, write_words
from coopdb.text import fold
from coopdb.vocabulary.cities import countries_of_city
from coopdb.vocabulary.entry import Tenure
from coopdb.vocabulary.languages import language_codes, language_of
from coopdb.vocabulary.packaged import packaged
from coopdb.vocabulary.tables import DATA, read_table
from coopdb.vocabulary.territories import state_of
from coopdb.vocabulary.vocabularies import packaged_vocabularies

PAGES = (
    "https://example.org/news/2026/talks",
    "https://example.org/?p=4811",
    "https://example.org/index.php?id=12",
    "https://example.org/en/news",
    "https://search.example.org/articles/12",
    "https://example.org/research?topic=ai",
    "https://example.org/a?s=20",
    "https://example.org/#!/news/12",
    "http://[",
    "not an address",
)
SEARCHES = (
    "https://www.google.com/search?q=morocco+qatar",
    "https://duckduckgo.com/?q=morocco",
    "https://example.org/?s=morocco",
    "https://example.org/fr/recherche?query=maroc",
    "https://example.org/search.html?keywords=qatar",
)
HOMES = (
    "https://example.org",
    "https://example.org/",
    "https://example.org/index.html",
    "https://example.org/fr",
    "https://example.org/ar/home/",
)
PRIVATE = (
    "http://localhost/a",
    "http://localhost:8000/page/12",
    "http://127.0.0.1/page/12",
    "http://10.1.2.3/page/12",
    "http://172.16.0.9/page/12",
    "http://192.168.1.1/page",
    "http://[::1]/page",
    "http://intranet/page/12",
    "https://wiki.ministry.internal/page/12",
    "https://dms.local/page/12",
)


def kinds(url: str) -> tuple[bool, bool, bool]:
    return addresses.is_search(url), addresses.is_home_page(url), addresses.is_private(url)


def test_addresses_of_one_kind_are_of_no_other() -> None:
    for urls, kind in ((PAGES, ()), (SEARCHES, (0,)), (HOMES, (1,))):
        for url in urls:
            assert [number for number, found in enumerate(kinds(url)) if found] == [*kind], url
    assert all(addresses.is_private(url) for url in PRIVATE)


@pytest.mark.parametrize("url", [*SEARCHES, *HOMES, *PRIVATE])
def test_what_is_quickly_told_to_be_a_page_is_nothing_else(url: str) -> None:
    assert not addresses.is_plain(url)


WORDS = st.sampled_from(["a", "fr", "home", "news", "search", "index.html", "2026", "recherche", "talks-of-ai", ""])


@given(
    st.lists(WORDS, max_size=3), st.sampled_from(["example.org", "www.example.org", "intranet", "a.local", "10.0.0.1"])
)
def test_the_quick_way_agrees_with_the_slow_one(steps: list[str], host: str) -> None:
    url = f"https://{host}/{'/'.join(steps)}"
    assert not (addresses.is_plain(url) and any(kinds(url)))


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("https://example.org/a", "http://www.example.org/a/", True),
        ("https://example.org/a", "https://EXAMPLE.org/a?utm_source=x&fbclid=1", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=1&gclid=2", True),
        ("https://example.org/a#part", "https://example.org/a", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://example.org/a?lang=fr", "https://example.org/a", False),
        ("https://example.org/#!/a", "https://example.org/#!/b", False),
        ("https://example.org/a", "https://example.org/A", False),
        ("https://fr.example.org/a", "https://example.org/a", False),
        ("http://[", "http://[", True),
    ],
)
def test_addresses_of_one_page(one: str, other: str, is_same: bool) -> None:
    assert (addresses.same_page(one) == addresses.same_page(other)) is is_same


@pytest.mark.parametrize(
    ("role", "rank"),
    [
        ("President", HEAD),
        ("President of the Republic of Ghana", HEAD),
        ("President of the Digital Agency", None),
        ("Vice President", None),
        ("King of Morocco", HEAD),
        ("رئيس الحكومة", HEAD),
        ("Première ministre", HEAD),
        ("Deputy Prime Minister and Minister of ICT", MINISTER),
        ("Federal Minister for Digital Affairs", MINISTER),
        ("Cabinet Secretary, Ministry of ICT", MINISTER),
        ("وزيرة الانتقال الرقمي", MINISTER),
        ("Ministre déléguée auprès du ministre", DEPUTY),
        ("Deputy Minister of Foreign Affairs", DEPUTY),
        ("Staatssekretärin im Bundesministerium", DEPUTY),
        ("Director of the Office of the President", OFFICIAL),
        ("Deputy Director-General", OFFICIAL),
        ("Permanent Secretary", OFFICIAL),
        ("Adviser to the Prime Minister", EXPERT),
        ("Conseiller du ministre", EXPERT),
        ("Prime Minister's Office", None),
        ("Minister Counsellor", None),
        ("Private Secretary to the King", None),
        ("Former Minister of ICT", None),
        ("Ambassador", None),
        ("Gardener", None),
        ("", None),
    ],
)
def test_the_rank_of_a_role(role: str, rank: int | None) -> None:
    assert rank_of(role) == rank


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("H.E. Amal Benani", "H.E."),
        ("Dr. Ana Vuković", "Dr."),
        ("Mme Salma Benani", "Mme"),
        ("Hon. Rashid Omar", "Hon."),
        ("S.E.M. Ali Diop", "S.E.M."),
        ("S. Ex.ª Domingos Kiala", "S. Ex.ª"),
        ("معالي علي بن حمد", "معالي"),
        ("Jane Doe, PhD", "PhD"),
        ("Hon Lik", ""),
        ("Sen Amartya", ""),
        ("Drita Hoxha", ""),
        ("Mrs", ""),
        ("Sheikh Hamad bin Ali", ""),
        ("Dame Diop", ""),
        ("السيد البدوي", ""),
        ("M. Hassan", ""),
        ("Sirpa Paatero", ""),
        ("Professorova Anna", ""),
    ],
)
def test_the_title_of_a_name(name: str, title: str) -> None:
    assert title_of(name) == title


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 12 May 2026", [(2026, 5, 12)]),
        ("on May 12th, 2026", [(2026, 5, 12)]),
        ("le 1er mai", [(0, 5, 1)]),
        ("el 3 de octubre de 2023", [(2023, 10, 3)]),
        ("am 3. Oktober 2023 in Bonn", [(2023, 10, 3)]),
        ("يوم 7 سبتمبر 2025", [(2025, 9, 7)]),
        ("في 5 كانون الثاني 2025", [(2025, 1, 5)]),
        ("in May 2026", []),
        ("99 May", []),
        ("they may meet 12 times", []),
    ],
)
def test_days_in_words(text: str, days: list[tuple[int, int, int]]) -> None:
    found = [said[:3] for words in sentences(text) for said in days_of(words)]
    assert found == days


def test_weekdays_in_words() -> None:
    assert [*weekdays_of(fold("They met on Monday").split())] == [(0, 3)]
    assert [*weekdays_of(fold("يوم الأحد").split())] == [(6, 1)]
    assert [*weekdays_of(fold("na segunda-feira").split())] == [(0, 1)]
    assert [*weekdays_of(fold("Santo Domingo and Robinson Friday").split())] == []


DAYS = {
    "They met on 1 February 2026.": False,
    "They met on 1 March 2026.": True,
    "They met on 31 February.": True,
    "They met on 1 March 2026 and on 1 February 2026.": False,
    "They had met on 1 March 2025.": False,
    "They met on Sunday.": False,
    "They met on Tuesday.": True,
    "They met on Monday, 1 February 2026.": True,
    "They met. The agreement dates from 3 May 2019.": False,
    "They will meet again on 5 May 2026.": False,
}


@pytest.mark.parametrize("summary", DAYS)
def test_days_that_contradict(summary: str, repo: Repo, coopdb: Callable[..., Result]) -> None:
    repo.add(content=GOOD.replace("date =", f'summary = "{summary}"\ndate ='))
    assert ("D022" in coopdb("validate").out) is DAYS[summary]


@pytest.mark.parametrize("date", ['"2026-02-01~"', '"2026-02"', '2026-01-31\nend_date = "2026-02-03~"'])
def test_a_date_known_roughly_contradicts_no_day_within(date: str, repo: Repo, coopdb: Callable[..., Result]) -> None:
    summary = 'summary = "They met on Tuesday 3 February 2026."'
    repo.add(content=GOOD.replace("date = 2026-02-01", f"date = {date}\n{summary}"))
    assert "D022" not in coopdb("validate").out


def test_cities_are_found_in_seven_languages() -> None:
    for name in ("Geneva", "Genève", "Genf", "Ginebra", "Genebra", "جنيف", "GENÈVE "):
        assert countries_of_city(name)[0] == "CH", name
    assert countries_of_city("Washington, D.C.")[0] == countries_of_city("New York (UN headquarters)")[0] == "US"
    assert countries_of_city("Saint-Denis")[:2] == ("RE", "FR")
    assert {"IL", "PS"} <= {*countries_of_city("Jerusalem")}
    for name in ("Bürgenstock", "", "Of", "San José", ","):
        assert countries_of_city(name) == (), name


def test_the_table_of_cities_has_codes_of_countries_and_is_small() -> None:
    text = (DATA / "cities.tsv").read_text(encoding="utf-8")
    countries = packaged("country")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    assert len(text.encode()) <= 400_000
    assert len(rows) > 20_000
    assert all(fold(name) == name for name, _ in rows)
    assert all(code in countries.entries for _, codes in rows for code in codes.split(" "))


def test_every_capital_that_draft_knows_is_a_city_of_its_country() -> None:
    capitals = read_table("draft")["capitals"]
    wrong = {
        name: (code, countries_of_city(name))
        for code, names in capitals.items()
        for name in names
        if countries_of_city(name) and code not in countries_of_city(name)
    }
    assert wrong == {}


def test_territories_belong_to_states() -> None:
    countries = packaged("country")
    states = read_table("territories")["states"]
    every = [code for each in states.values() for code in each]
    assert all(code in countries.entries and not state_of(code) for code in states)
    assert all(code in countries.entries and state_of(code) in states for code in every)
    assert len(every) == len({*every})


def test_languages_are_known_by_code_and_name() -> None:
    assert {"fr", "ar", "zgh", "tl"} <= language_codes()
    names = ("French", "français", "الفرنسية", "FR", "eng", "pt-BR", "zgh", "klingonish", "")
    assert [*map(language_of, names)] == ["fr", "fr", "fr", "fr", "en", "pt", "zgh", "", ""]


OFFICE = '["A. B"]\ncountry = "MA"\n\n[["A. B".offices]]\n'


def test_faults_of_offices_are_told_at_their_lines(repo: Repo, coopdb: Callable[..., Result]) -> None:
    repo.add()
    repo.add("people.toml", f'{OFFICE}rle = "Minister"\nsince = "soon"\ncountry = "Atlantis"\n')
    out = coopdb("validate", "--format", "concise").out
    assert "people.toml:5:1: K002 unknown key `rle` (did you mean `role`?)" in out
    assert "people.toml:6:9: D001" in out
    assert "people.toml:7:11: V001" in out


@pytest.mark.parametrize(
    ("office", "is_found"),
    [
        ('role = "Minister"\nuntil = 2026-01-31', True),
        ('role = "Minister"\nuntil = "2026-02"', False),
        ('role = "Minister"\nsince = 2026-02-02', True),
        ('role = "Minister"', False),
        ('role = "Director"\nuntil = 2020-01-01', False),
        ('role = "MINISTER"\ncountry = "QA"\nuntil = 2020-01-01', False),
        ('role = "Minister"\nuntil = 2020-01-01\n\n[["A. B".offices]]\nrole = "Minister"\nsince = 2025', False),
    ],
)
def test_offices_have_their_days(office: str, is_found: bool, repo: Repo, coopdb: Callable[..., Result]) -> None:
    repo.add("people.toml", f"{OFFICE}{office}\n")
    repo.add(content=GOOD.replace('country = "MA"\n', 'country = "MA"\nname = "A. B"\nrole = "Minister"\n'))
    for _ in range(2):  # the second time people come from the cache
        assert ("P015" in coopdb("validate").out) is is_found


def test_offices_are_remembered_between_runs() -> None:
    content = f'{OFFICE}role = "Minister"\ncountry = "Maroc"\nsince = "2025"\nuntil = 2026-02-01\n'
    reading, vocabularies = read_people(content.encode(), packaged_vocabularies())
    recalled = recall_words(json.loads(json.dumps(write_words({"records/people.toml": reading}))))
    assert recalled.people["A. B"] == vocabularies.people["A. B"]
    assert recalled.people["A. B"].offices == (Tenure("Minister", "MA", "2025", "2026-02-01"),)


COMPARED = {
    "Estonia has no database, unlike Singapore. They agreed.": False,
    "They were with Singapore. It is like that of Finland.": True,
    "Comme en France, le registre est public.": False,
    "They said 3. Singapore was there.": True,
}


@pytest.mark.parametrize("summary", COMPARED)
def test_a_country_that_is_only_compared_is_no_party(summary: str, repo: Repo, coopdb: Callable[..., Result]) -> None:
    repo.add(content=GOOD.replace("date =", f'summary = "{summary}"\ndate ='))
    assert ("N005" in coopdb("validate").out) is COMPARED[summary]


NEXT = 'next_meeting = 2026-03-01\nseries = "Dialogue"\ndate ='


@pytest.mark.parametrize(
    ("other", "status", "is_found"),
    [("2026-03-10", "held", False), ("2026-03-10", "cancelled", True), ("2026-01-10", "held", True)],
)
def test_a_next_meeting_is_followed(
    other: str, status: str, is_found: bool, repo: Repo, coopdb: Callable[..., Result]
) -> None:
    repo.add(content=GOOD.replace("date =", NEXT))
    day = date.fromisoformat(other)
    content = GOOD.replace("2026-02-01", f'{day}\nstatus = "{status}"\nseries = "Dialogue"').replace("QA", "TN")
    repo.add(f"2026/{day}-ma-tn.toml", content.replace("Qatar", "Tunisia").replace("/1", "/2"))
    assert ("D026" in coopdb("validate", "--on", "2026-06-01").out) is is_found
    assert "D026" not in coopdb("validate", "--on", "2026-03-01").out


@pytest.mark.parametrize("day", ["9999-12-20", "9999-12-31", "0001-01-05", "0001-01-01"])
@pytest.mark.parametrize("on", ["0001-01-01", "2026-06-01", "9999-12-31"])
def test_rules_count_days_at_the_ends_of_the_calendar(
    day: str, on: str, repo: Repo, coopdb: Callable[..., Result]
) -> None:
    promises = f'host_event = "Web Summit 2026"\nnext_meeting = {day}\ndate = {day}\nend_date = {day}'
    content = GOOD.replace("date = 2026-02-01", promises)
    assert content != GOOD
    commitment = f'\n[[commitments]]\ntext = "Share the code"\ndue = {day}\n'
    repo.add(f"{day[:4]}/{day}-ma-qa.toml", content + commitment)
    result = coopdb("validate", "--on", on)
    assert result.code in (0, 1), result.err
    assert "internal error" not in result.out + result.err


def test_a_cancelled_meeting_needs_no_next_one(repo: Repo, coopdb: Callable[..., Result]) -> None:
    repo.add(content=GOOD.replace("date =", f'status = "cancelled"\n{NEXT}'))
    assert "D026" not in coopdb("validate", "--on", "2026-06-01").out


def test_private_addresses_are_found_everywhere(repo: Repo, coopdb: Callable[..., Result]) -> None:
    document = '[[documents]]\nkind = "mou"\nurl = "http://10.0.0.1/page/1"\n'
    repo.add(content=GOOD.replace("date =", 'agenda_url = "http://intranet/page/1"\ndate =') + f"\n{document}")
    assert coopdb("validate").out.count("[S014]") == 2


@pytest.mark.parametrize(
    ("level", "roles", "is_found"),
    [
        ("technical", ("Minister of ICT", "Minister of Trade"), True),
        ("technical", ("Minister of ICT", "Gardener"), False),
        ("technical", ("President", "Expert"), True),
        ("senior-official", ("Minister of ICT", "Director"), False),
        ("head-of-state", ("Director", "Director"), True),
        ("head-of-state", ("Director", "Gardener"), False),
        ("head-of-state", ("Director", ""), False),
        ("ministerial", ("Minister of ICT", "Expert"), False),
        ("parliamentary", ("Minister of ICT", "Minister of Trade"), False),
    ],
)
def test_levels_and_roles(
    level: str, roles: tuple[str, str], is_found: bool, repo: Repo, coopdb: Callable[..., Result]
) -> None:
    content = GOOD.replace("date =", f'level = "{level}"\ndate =')
    for country, role in zip(("MA", "QA"), roles, strict=True):
        content = content.replace(f'"{country}"\n', f'"{country}"\nrole = "{role}"\n' if role else f'"{country}"\n')
    repo.add(content=content)
    assert ("P011" in coopdb("validate").out) is is_found


def test_observers_have_no_level(repo: Repo, coopdb: Callable[..., Result]) -> None:
    people = 'country = "MA"\nrole = "Prime Minister"\ncapacity = "observer"\n'
    repo.add(content=GOOD.replace("date =", 'level = "technical"\ndate =').replace('country = "MA"\n', people))
    assert "P011" not in coopdb("validate").out


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("TBD", True),
        ("Roadmap (XXXX)", True),
        ("To be confirmed.", True),
        ("Summary: à compléter", True),
        ("The date is to be confirmed by both sides.", False),
        ("Todo el sector estuvo presente", False),
        ("The XXX summit", False),
        ("A &amp; B", True),
        ("AT&T; R&D", False),
        ("5 < 6 > 4", False),
        ("See <a href='x'>this</a>", True),
    ],
)
def test_texts_that_are_not_written_yet(text: str, is_found: bool, repo: Repo, coopdb: Callable[..., Result]) -> None:
    topics = f'topics = [{{ topic = "artificial-intelligence", note = "{text}" }}]'
    repo.add(content=GOOD.replace('topics = ["artificial-intelligence"]', topics))
    assert ("K021" in coopdb("validate").out) is is_found


@pytest.mark.parametrize(
    ("status", "signed", "is_found"),
    [
        ("held", "2026-02-01", False),
        ("planned", "true", True),
        ("planned", "2026-05-01", True),
        ("cancelled", "2026-02-01", True),
        ("cancelled", "2026-05-01", False),
        ("postponed", "false", False),
    ],
)
def test_documents_of_meetings_that_were_not_held(
    status: str, signed: str, is_found: bool, repo: Repo, coopdb: Callable[..., Result]
) -> None:
    document = f'[[documents]]\nkind = "mou"\nsigned = {signed}\n'
    repo.add(content=GOOD.replace("date =", f'status = "{status}"\ndate =') + f"\n{document}")
    assert ("R012" in coopdb("validate").out) is is_found
