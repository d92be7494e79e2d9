"""The packaged vocabularies: what they hold, and how names find it."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from coopdb.text import fold
from coopdb.vocabulary import Vocabulary, countries, organizations, topics

DATA = ROOT / "src" / "coopdb" / "data"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMED = (
    "artificial-intelligence language-models cloud digital-identity e-government interoperability data-exchange "
    "digital-transformation digital-skills cybersecurity data-protection connectivity 5g data-centres semiconductors "
    "startups-innovation digital-payments digital-trade space open-source digital-sovereignty expertise-exchange"
).split()


def codes_of(vocabulary: Vocabulary, name: str) -> list[str]:
    return sorted(match.key for match in vocabulary.resolve(name))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("MA", "MA"), ("ma", "MA"), ("MAR", "MA"), ("Maroc", "MA"), ("Morocco", "MA"), ("المغرب", "MA"),
        ("Marruecos", "MA"), ("Marrocos", "MA"), ("Marokko", "MA"), ("Marocko", "MA"), ("Kingdom of Morocco", "MA"),
        ("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI"), ("Ivory Coast", "CI"), ("UK", "GB"), ("Royaume-Uni", "GB"),
        ("UAE", "AE"), ("Émirats arabes unis", "AE"), ("الإمارات", "AE"), ("KSA", "SA"), ("Arabie saoudite", "SA"),
        ("USA", "US"), ("États-Unis", "US"), ("RDC", "CD"), ("DRC", "CD"), ("South Korea", "KR"),
        ("Korea, South", "KR"), ("Corée du Sud", "KR"), ("Burma", "MM"), ("Kosovo", "XK"), ("Palestine", "PS"),
        ("Taiwan", "TW"), ("Holy See", "VA"), ("Turkey", "TR"), ("Türkiye", "TR"), ("Czech Republic", "CZ"),
        ("Guinée", "GN"), ("Niger", "NE"), ("Nigeria", "NG"), ("China", "CN"), ("Viet Nam", "VN"),
    ],
)  # fmt: skip
def test_a_name_finds_its_country(name: str, code: str) -> None:
    assert codes_of(countries(), name) == [code]


@pytest.mark.parametrize(("name", "codes"), [("Congo", ["CD", "CG"]), ("Korea", ["KP", "KR"]), ("Corée", ["KP", "KR"])])
def test_an_ambiguous_name_finds_all_it_may_mean(name: str, codes: list[str]) -> None:
    assert codes_of(countries(), name) == codes


def test_au_is_a_country_and_no_union() -> None:
    assert codes_of(countries(), "AU") == ["AU"]
    assert codes_of(organizations(), "African Union") == ["african-union"]


@pytest.mark.parametrize("name", ["", "Atlantis", "woman", "M"])
def test_what_is_no_country_finds_none(name: str) -> None:
    assert codes_of(countries(), name) == []


def test_every_country_in_force_is_there_in_seven_languages() -> None:
    entries = countries().entries
    assert len(entries) == 250
    for entry in entries.values():
        assert re.fullmatch("[A-Z]{2}", entry.key)
        assert set(entry.labels) == {"en", "fr", "ar", "es", "pt", "de", "sv"}
        assert all(entry.labels.values())


def test_the_topics_that_records_need_are_there() -> None:
    assert set(NAMED) <= set(topics().entries)
    assert len(topics().entries) >= 40


@pytest.mark.parametrize("vocabulary", [topics, organizations])
def test_entries_have_slugs_and_labels(vocabulary: Callable[[], Vocabulary]) -> None:
    for entry in vocabulary().entries.values():
        assert SLUG.fullmatch(entry.key)
        assert {"en", "fr", "ar"} <= set(entry.labels)
        assert entry.definition.endswith(".")


def test_a_topic_name_means_one_topic_in_its_language() -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in topics().entries.values():
        for _, language, name in entry.names():
            assert seen.setdefault((language, fold(name)), entry.key) == entry.key, name


def test_broader_topics_lead_to_an_area() -> None:
    for slug in topics().entries:
        chain = topics().broader_chain(slug)
        assert len(set(chain)) == len(chain) <= 4
        assert all(each in topics() for each in chain)
    area = topics().broader_chain("language-models")[-1]
    assert "language-models" in topics().narrower(area)


def test_a_key_that_is_not_there_is_its_own_label() -> None:
    assert topics().label("nothing") == topics().short("nothing") == "nothing"


@pytest.mark.parametrize("file", sorted(DATA.glob("*.json")), ids=lambda path: path.name)
def test_a_table_says_what_it_was_made_from(file: Path) -> None:
    about = json.loads(file.read_text(encoding="utf-8"))["about"]
    assert about["source"]
    assert about["licence"]


def test_making_the_countries_again_changes_nothing() -> None:
    script = ROOT / "scripts" / "make_countries.py"
    result = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
