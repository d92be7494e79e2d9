"""The packaged vocabularies: what they hold, and how names find it."""

import json
import re
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from coopdb.errors import StopError
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.index import make_index
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.packaged import read_words
from coopdb.vocabulary.unknown_names import only_key, unclear, unclear_hint
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
DATA = ROOT / "src" / "coopdb" / "data"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMED = (
    "artificial-intelligence language-models cloud digital-identity e-government interoperability data-exchange "
    "digital-transformation digital-skills cybersecurity data-protection connectivity 5g data-centres semiconductors "
    "startups-innovation digital-payments digital-trade space open-source digital-sovereignty expertise-exchange"
).split()
GROUPS = (
    "eu african-union gcc asean arab-league oic g7 g20 brics oecd ecowas mercosur francophonie commonwealth "
    "nordic-council"
).split()
# ISO 3166-1 alpha-2 codes in force, and XK. Written out here so that no mistake of the generator goes unnoticed.
IN_FORCE = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW "
    "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
).split()

# What each language calls countries: names, formal and inverted ones, abbreviations, former names, adjectives.
# Names as each language writes them: formal and inverted ones, abbreviations, former names, adjectives, compounds.
NAMES = [line.split("\t") for line in (ROOT / "tests" / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]]


def codes_of(vocabulary: Vocabulary, name: str, on: str = "") -> list[str]:
    return sorted(match.key for match in vocabulary.resolve(name, Period.of(on, on) if on else None))


def test_there_are_names_in_every_language() -> None:
    assert {"en", "fr", "ar", "es", "pt", "de", "sv", "nb", "da", "codes", "ambiguous", "compound"} == {
        kind for kind, *_ in NAMES
    }


@pytest.mark.parametrize(("kind", "name", "codes"), NAMES)
def test_a_name_finds_its_country_or_all_that_it_may_mean(kind: str, name: str, codes: str) -> None:
    assert kind
    for written in (name, name.lower(), unicodedata.normalize("NFD", name)):
        assert codes_of(WORDS.countries, written) == codes.split()


@pytest.mark.parametrize(
    ("name", "on", "codes"),
    [
        ("Germany", "1975", "DD DE"),
        ("Germany", "1995", "DE"),
        ("Germany", "", "DE"),
        ("Allemagne", "1989-11-09", "DD DE"),
        ("Yemen", "1975", "YD YE"),
        ("CS", "1980", "CS"),
        ("CS", "2004", "CSXX"),
        ("SU", "2020", "SU"),
        ("Korea", "", "KP KR"),
        ("Vietnam", "2020", "VN"),
        ("Soviet Union", "1930", "SU"),
    ],
)
def test_what_a_name_means_depends_on_the_day(name: str, on: str, codes: str) -> None:
    assert codes_of(WORDS.countries, name, on) == codes.split()


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Atlantis",
        "woman",
        "M",
        "Chad Smith",
        "Omani woman",
        "Nigeriana Jones",
        "Republic",
        "the",
        "Islamic Republic",
        "Kingdom",
        "sino-african",
        "franco-",
        "-",
        "~",
        "\t",
        "\n",
    ],
)
def test_what_is_no_country_finds_none(name: str) -> None:
    assert codes_of(WORDS.countries, name) == []


def test_every_country_in_force_is_there_in_seven_languages() -> None:
    entries = WORDS.countries.entries
    assert [entry.key for entry in entries.values() if not entry.is_former] == IN_FORCE
    for entry in entries.values():
        assert re.fullmatch("[A-Z]{2}|X[A-Z]{2}|CSXX|SKIN|GEHH", entry.key)
        assert set(entry.labels) == {"en", "fr", "ar", "es", "pt", "de", "sv"}
        assert all(entry.labels.values())


def test_a_label_finds_its_country_or_says_that_it_is_ambiguous() -> None:
    for entry in WORDS.countries.entries.values():
        for label in entry.labels.values():
            assert entry.key in codes_of(WORDS.countries, label) or entry.is_former, label


def test_a_former_country_has_days_and_successors() -> None:
    countries = WORDS.countries
    former = [entry for entry in countries.entries.values() if entry.is_former]
    assert {"SU", "YU", "DD", "CS", "CSXX", "AN", "YD"} <= {entry.key for entry in former}
    for entry in former:
        assert entry.periods[-1].until is not None
        assert entry.successors
        assert all(successor in countries for successor in entry.successors)


def test_au_is_a_country_and_no_union() -> None:
    assert codes_of(WORDS.countries, "AU") == ["AU"]
    assert codes_of(WORDS.organizations, "African Union") == ["african-union"]


def test_the_topics_that_records_need_are_there() -> None:
    assert set(NAMED) <= set(WORDS.topics.entries)
    assert len(WORDS.topics.entries) >= 40


@pytest.mark.parametrize("vocabulary", [WORDS.topics, WORDS.organizations, WORDS.groups], ids=lambda each: each.noun)
def test_entries_have_slugs_and_labels(vocabulary: Vocabulary) -> None:
    for entry in vocabulary.entries.values():
        assert SLUG.fullmatch(entry.key)
        assert {"en", "fr", "ar"} <= set(entry.labels)
        assert entry.definition.endswith(".")


@pytest.mark.parametrize("vocabulary", [WORDS.topics, WORDS.groups], ids=lambda each: each.noun)
def test_a_name_means_one_entry_in_its_language(vocabulary: Vocabulary) -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in vocabulary.entries.values():
        for _, language, name in entry.names():
            key = entry.replaced_by or entry.key
            assert seen.setdefault((language, fold(name)), key) == key, name


def test_broader_topics_lead_to_an_area() -> None:
    topics = WORDS.topics
    for slug in topics.entries:
        chain = topics.broader_chain(slug)
        assert len(set(chain)) == len(chain) <= 4
        assert all(each in topics for each in chain)
    area = topics.broader_chain("language-models")[-1]
    assert "language-models" in topics.narrower(area)


def test_every_group_is_there_with_its_source() -> None:
    assert sorted(WORDS.groups.entries) == sorted(GROUPS)
    for group in WORDS.groups.entries.values():
        assert group.source.startswith("http")


def test_every_member_of_a_group_is_valid_when_it_joins() -> None:
    for group in WORDS.groups.entries.values():
        for membership in group.members:
            since = membership.period.since
            assert since is not None
            assert membership.member in WORDS.countries
            assert WORDS.countries[membership.member].is_valid_on(Period(since, since)), (group.key, membership)
            assert membership.period.until is None or since < membership.period.until


@pytest.mark.parametrize(
    ("group", "country", "day", "belongs"),
    [
        ("eu", "GB", "2020-01-31", True),
        ("eu", "GB", "2020-02-01", False),
        ("eu", "HR", "2013-06-30", False),
        ("eu", "HR", "2013-07-01", True),
        ("african-union", "MA", "2017-01-29", False),
        ("g7", "CA", "1975-12-31", False),
        ("african-union", "MA", "2017-01-30", True),
        ("ecowas", "ML", "2025-01-28", True),
        ("ecowas", "ML", "2025-01-29", False),
        ("commonwealth", "PK", "1980-01-01", False),
        ("commonwealth", "PK", "1990-01-01", True),
        ("oic", "CI", "2001-01-01", True),
    ],
)
def test_a_group_has_its_members_of_the_day(group: str, country: str, day: str, belongs: bool) -> None:
    assert WORDS.groups[group].has_member(country, date.fromisoformat(day)) is belongs


def test_a_group_is_found_by_its_names() -> None:
    for name in ("UE", "Union européenne", "الاتحاد الأوروبي", "Union Europeenne"):
        assert codes_of(WORDS.groups, name) == ["eu"]


def test_a_key_that_is_not_there_is_its_own_label() -> None:
    assert WORDS.topics.label("nothing") == WORDS.topics.short("nothing") == "nothing"


def test_a_table_says_what_it_was_made_from() -> None:
    tables = sorted(DATA.glob("*.json"))
    assert tables
    for file in tables:
        about = json.loads(file.read_text(encoding="utf-8"))["about"]
        assert about["source"]
        assert about["licence"]
    for file in (DATA / "cities.tsv", *sorted((DATA / "names").glob("*.tsv"))):
        assert "licence" in file.read_text(encoding="utf-8").partition("\n")[0]


@pytest.mark.parametrize("vocabulary", [WORDS.topics, WORDS.groups, WORDS.organizations, WORDS.countries])
def test_the_packaged_index_is_that_of_the_entries(vocabulary: Vocabulary) -> None:
    index = vocabulary.index()
    made = make_index(vocabulary.entries.values(), read_words())
    assert len(index) == len(made)
    assert {name: index[name] for name in index} == made
    assert "no such name" not in index


@pytest.mark.parametrize("script", ["make_countries.py", "make_names.py", "make_dates.py", "make_languages.py"])
def test_making_the_tables_again_changes_nothing(script: str) -> None:
    path = Path(ROOT / "scripts" / script)
    result = subprocess.run([sys.executable, path, "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_name_that_is_not_clear_is_refused_with_the_same_words_wherever_one_is_asked_for() -> None:
    countries = WORDS.countries
    assert only_key(countries, "Maroc") == "MA"
    for text, message, hint in (
        ("Moroco", "unknown country `Moroco`", "did you mean `Morocco`?"),
        ("Zzzz\x1b", "unknown country `Zzzz\\x1b`", ""),
        ("Congo", "ambiguous country `Congo`", "write `CD` (Congo (Kinshasa)) or `CG` (Congo (Brazzaville))"),
    ):
        with pytest.raises(StopError) as caught:
            only_key(countries, text)
        assert (caught.value.message, caught.value.hint) == (message, hint)
        assert unclear_hint(countries, text, countries.resolve(text)) == caught.value.hint
    assert unclear(countries, "eu", (), "@eu").hint == "did you mean `@eu`?"
