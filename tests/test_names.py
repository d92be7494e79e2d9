"""Whose name a name is: own names, names that are marked as common, genitives, apostrophes, and suggestions."""

import doctest
import json
from collections.abc import Callable
from datetime import date
from types import ModuleType

import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.text import fold
from coopdb.vocabulary import lookup, places, spelling
from coopdb.vocabulary.entry import Entry, Period
from coopdb.vocabulary.index import TextIndex, is_short
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.mentions import Mentions
from coopdb.vocabulary.packaged import read_words
from coopdb.vocabulary.parts import parts
from coopdb.vocabulary.places import places_of
from coopdb.vocabulary.spelling import joined_names, spellings
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
VOCABULARIES = packaged_vocabularies()
COUNTRIES = VOCABULARIES.countries
TODAY = Period(date(2026, 1, 1), date(2026, 1, 1))
# Every mark there is, by state: the names, folded, that it shares with the own name of another or with others marked.
MARKS = {
    "CD": {"congo", "kongo", "كونغو"},
    "CG": {"congo", "kongo", "كونغو"},
    "KP": {"korea", "coree", "corea", "coreia", "كوريا"},
    "KR": {"korea", "coree", "corea", "coreia", "كوريا"},
    "XKE": {"korea", "coree", "corea", "coreia", "كوريا"},
    "DD": {"germany", "allemagne", "alemania", "alemanha", "deutschland", "tyskland", "مانيا"},
    "YD": {"yemen", "iemen", "jemen", "يمن"},
    "VD": {"vietnam", "viet nam", "vietna", "vietname", "فيتنام"},
    "XSV": {"vietnam", "viet nam", "vietna", "vietname", "فيتنام"},
    "VG": {"virgin islands", "iles vierges", "islas virgenes", "ilhas virgens", "jungferninseln", "jungfruoarna"},
    "VI": {"virgin islands", "iles vierges", "islas virgenes", "ilhas virgens", "jungferninseln", "jungfruoarna"},
}


def keys(name: str, on: Period | None = None, vocabulary: Vocabulary = COUNTRIES) -> list[str]:
    return sorted(match.key for match in vocabulary.resolve(name, on))


def folded(entry: Entry, *kinds: str) -> set[str]:
    return {fold(name) for kind, _, name in entry.names() if kind in kinds}


def days_of(entry: Entry) -> Period:
    last = entry.periods[-1].until if entry.periods else None
    return Period(last, last) if last else TODAY


def test_the_marks_of_common_names_are_these() -> None:
    marked = {key: folded(entry, "common") for key, entry in COUNTRIES.entries.items()}
    assert {key: names for key, names in marked.items() if names} == MARKS


@pytest.mark.parametrize("code", COUNTRIES.entries)
def test_a_name_of_ones_own_means_that_country(code: str) -> None:
    entry = COUNTRIES[code]
    for label in entry.labels.values():
        others = {key for key, names in MARKS.items() if fold(label) in names} - {code}
        for written in (label, label.upper(), fold(label)):
            assert set(keys(written, days_of(entry))) - others == {code}, label
        if not entry.is_former and not others:
            assert keys(label) == [code]


def test_no_name_is_shared_that_is_not_marked() -> None:
    holders: dict[str, dict[str, str]] = {}
    for key, entry in COUNTRIES.entries.items():
        for kind in ("alias", "former", "name", "common"):
            for name in folded(entry, kind):
                holders.setdefault(name, {})[key] = kind
    shared = {name: kinds for name, kinds in holders.items() if len(kinds) > 1}
    assert len(shared) > 20
    for name, kinds in shared.items():
        own = [key for key, kind in kinds.items() if kind == "name"]
        unmarked = {key for key, kind in kinds.items() if kind != "common"}
        assert len(own) <= 1
        # Viet Nam is an other name of Vietnam's; the South African Republic was a state of its own.
        assert unmarked <= {*own, *(["VN"] if name in ("viet nam", "vietname") else [])} or kinds == {
            "ZA": "alias",
            "XTV": "name",
        }, name


def test_the_common_names_of_a_state_are_marked_in_every_language() -> None:
    for code, own in (("DD", "DE"), ("YD", "YE"), ("VD", "VN"), ("XSV", "VN")):
        assert {fold(label) for label in COUNTRIES[own].labels.values()} <= MARKS[code]


@pytest.mark.parametrize(
    ("name", "on", "codes"),
    [
        ("Germany", "1990-10-02", ["DD", "DE"]),
        ("Germany", "1990-10-03", ["DE"]),
        ("Yémen", "1990-05-21", ["YD", "YE"]),
        ("Yémen", "1990-05-22", ["YE"]),
        ("Vietnã", "1976-07-01", ["VD", "VN", "XSV"]),
        ("Vietnã", "1976-07-02", ["VN"]),
        ("Georgia", "1975-01-01", ["GE"]),  # not yet a state, and no state of America's either
        ("South African Republic", "1902-05-31", ["XTV"]),
        ("South African Republic", "1902-06-01", ["ZA"]),
        ("Federal Republic of Germany", "1975-01-01", ["DE"]),
    ],
)
def test_a_common_name_means_the_states_of_that_day(name: str, on: str, codes: list[str]) -> None:
    day = date.fromisoformat(on)
    assert keys(name, Period(day, day)) == codes


def test_a_part_of_another_name_does_not_make_a_record_ambiguous(repo: Repo, coopdb: Run) -> None:
    for name, code in (("Georgia", "ge"), ("Guinée", "gn"), ("West Bank and Gaza", "ps"), ("Norges", "no")):
        repo.add(f"2026/2026-02-01-ma-{code}.toml", GOOD.replace('"QA"', f'"{name}"'))
    assert coopdb("validate", "--fix").code == 0
    for name, code in (("Georgia", "ge"), ("Guinea", "gn"), ("West Bank and Gaza", "ps"), ("Finlands,Norges", "no")):
        assert coopdb("search", "-c", name, "--format", "ids").out == f"2026-02-01-ma-{code}\n"


@pytest.mark.parametrize(
    "name", ["the Islands", "mars", "Norgess", "s", "Koreans's x", "Marocs", "Honduras's republic x"]
)
def test_not_every_word_in_s_is_a_genitive(name: str) -> None:
    assert keys(name) == []


def test_a_text_names_countries_by_their_genitives() -> None:
    names = Mentions(COUNTRIES)
    text = "Finlands statsminister och Norges, Danmarks og Frankrigs utenriksministre; Marokkos Minister"
    assert [mention.keys for mention in names.find(text)] == [("FI",), ("NO",), ("DK",), ("FR",), ("MA",)]
    assert names.may_name_others("Finlands statsminister", ["NO"])
    assert not names.may_name_others("Finlands statsminister", ["FI"])
    assert [mention.keys for mention in names.find("Canary Islands and Solomon Islands")] == [("SB",)]
    topics = Mentions(VOCABULARIES.topics)
    assert not list(topics.find("Erfahrungsaustauschs"))


@pytest.mark.parametrize("query", ["EU", "eu", "UE", "European Union", "Union européenne", "الاتحاد الأوروبي"])
def test_a_group_that_is_asked_for_as_a_country_is_suggested(repo: Repo, coopdb: Run, query: str) -> None:
    repo.add()
    for option in (("-c", query), ("-c", f"MA,{query}"), ("--exclude", f"country={query}")):
        result = coopdb("search", *option)
        assert (result.code, "did you mean `@eu`?" in result.err) == (2, True)


def test_every_name_of_a_group_suggests_it_unless_it_is_a_countrys(repo: Repo, coopdb: Run) -> None:
    repo.add()
    for key, group in VOCABULARIES.groups.entries.items():
        name = next(name for _, _, name in group.names() if not keys(name) and "," not in name)
        assert f"did you mean `@{key}`?" in coopdb("search", "-c", name).err
    assert "did you mean `@European Union`?" in coopdb("search", "-c", "@European Unoin").err
    assert "did you mean `Morocco`?" in coopdb("search", "-c", "Marocco").err
    assert coopdb("search", "-c", "@zzzzzz").err == "error: unknown group `@zzzzzz`\n"


def test_a_party_that_is_an_organisation_is_told_its_key(repo: Repo, coopdb: Run) -> None:
    repo.add(content=GOOD.replace('"QA"', '"EU"'))
    out = coopdb("validate", "--format", "concise").out
    assert 'V001 unknown country `EU` (write `organization = "european-union"`)' in out
    repo.add(content=GOOD + '\n[venue]\ncountry = "UNIDO"\n')
    out = coopdb("validate", "--format", "concise").out
    label = "United Nations Industrial Development Organization"
    assert f"unknown country `UNIDO` ({label} is an organization: name a country, such as `MA`)" in out


def test_a_word_of_names_finds_first_what_it_says_most_of(coopdb: Run) -> None:
    result = coopdb("topics", "find", "Numérique", "nothing-like-it", "--format", "json")
    numeric, nothing = json.loads(result.out)
    first = [match["code"] for match in numeric["matches"]]
    assert all(match["kind"] == "part" for match in numeric["matches"])
    assert first[:3] == ["digital-trade", "digital-diplomacy", "digital-economy"]
    assert {"digital-identity", "digital-transformation"} < set(first[:15])
    assert first.index("digital-identity") < first.index("digital-skills")  # compétences numériques: only begun
    assert (nothing["matches"], result.code) == ([], 1)
    shown = coopdb("topics", "find", "Numérique")
    assert (shown.code, "Words of names, and no name by themselves: Numérique." in shown.out) == (0, True)
    assert "Ambiguous" not in shown.out
    assert [match.key for match in parts(COUNTRIES, "Arab")][-1] == "XUR"  # what no longer exists comes last
    assert parts(COUNTRIES, "!") == ()
    assert [match.key for match in parts(VOCABULARIES.topics, "bonn")] == []


def test_a_suggestion_is_looked_for_once_for_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(lookup, "closest", lambda word, _: asked.append(word))
    vocabulary = VOCABULARIES.topics.extended([Entry("one-more", {"en": "One more"})])
    for text in ("cybre-security", "Cybre Security", "cybré-security") * 100:
        assert vocabulary.suggest(text) == ""
    assert asked == ["cybre security"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Mr O'Neill", "Mr ONeill"),
        ("Mr O’Neill", "Mr ONeill"),
        ("Oʼneill", "Oneill"),
        ("Côte d’Ivoire", "Côte dIvoire"),
        ("Sana'a", "Sanaa"),
        ("N'Djamena", "NDjamena"),
        ("l'identité d'une ville", "l'identité d'une ville"),
        ("Morocco's and Qatar’s", "Morocco's and Qatar’s"),
        ("they're 'quoted' here", "they're 'quoted' here"),
        ("'", "'"),
    ],
)
def test_an_apostrophe_within_a_name_may_be_left_out(text: str, joined: str) -> None:
    assert joined_names(text) == joined
    assert spellings(text) == tuple(dict.fromkeys((fold(text), fold(joined))))


@given(st.text(alphabet="aEoO'’ sdl-بي"))
def test_names_that_are_joined_have_the_same_letters(text: str) -> None:
    assert joined_names(text).replace("'", "").replace("’", "") == text.replace("'", "").replace("’", "")
    assert joined_names(text.replace("'", "").replace("’", "")) == text.replace("'", "").replace("’", "")


@pytest.mark.parametrize("module", [places, spelling])
def test_examples_of_spelling_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert (result.attempted > 0, result.failed) == (True, 0)


def test_half_rings_do_not_part_a_word() -> None:
    assert fold("Saʿid ʾIbrahim ʿUmar") == fold("Said Ibrahim Umar")


def test_places_are_found_with_and_without_apostrophes() -> None:
    text = "Mr O’Neill and Ms O'Neill met in Sana'a"
    assert [text[slice(*place)] for place in places_of(text, "oneill")] == ["O’Neill", "O'Neill"]
    assert [text[slice(*place)] for place in places_of(text, "o neill")] == ["O’Neill", "O'Neill"]
    assert [text[slice(*place)] for place in places_of(text, "in sanaa ")] == ["in Sana'a"]
    assert list(places_of("", "a")) == list(places_of("d'une", "dune")) == []


@pytest.mark.parametrize(("word", "short"), [("bonn", True), ("maroc", False), ("رقمي", False), ("a b", False)])
def test_a_short_word_has_at_most_four_latin_letters(word: str, short: bool) -> None:
    assert is_short(word) is short


def test_a_vocabulary_of_ones_own_is_found_with_and_without_apostrophes() -> None:
    people = Vocabulary("person", {}, read_words, dict).extended([Entry("Shane O'Neill", {"en": "Shane O'Neill"})])
    for name in ("Shane O’Neill", "shane oneill", "SHANE ONEILL", "O'Neill, Shane", "shane o neill"):
        assert keys(name, vocabulary=people) == ["Shane O'Neill"]
    plain = Vocabulary("person", {}, read_words, dict).extended([Entry("Shane ONeill", {"en": "Shane ONeill"})])
    assert keys("Shane O’Neill", vocabulary=plain) == ["Shane ONeill"]
    assert dict(people.named("oneill")) == {"Shane O'Neill": True}


def test_an_index_gives_the_keys_of_a_name_and_has_no_other() -> None:
    index = TextIndex("# a comment\nbergen\tNO\ngeorgia\tGE US\n")
    assert [index["georgia"], index.get("bergen"), index.get("oslo")] == [("GE", "US"), ("NO",), None]
    assert dict(index.items()) == {"bergen": ("NO",), "georgia": ("GE", "US")}
    with pytest.raises(KeyError, match="oslo"):
        index["oslo"]
