import doctest
import unicodedata
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdb import text
from coopdb.record import dates, slug
from coopdb.text import closest, count, did_you_mean, fold, only_near, visible


@pytest.mark.parametrize("module", [text, dates, slug], ids=lambda module: module.__name__)
def test_examples_in_docstrings_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("ÉMIRATS", "emirats"),
        ("São Tomé", "sao tome"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("المغرب", "مغرب"),
        ("الإمارات", "الامارات"),
        ("القاهرة", "القاهره"),
        ("مُحَمَّد", "محمد"),
        ("٢٠٢٦", "2026"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Tarō Kōno", "Taro Kono"),
    ],
)
def test_variants_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Oman", "woman"), ("Mali", "Malawi")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text())
def test_visible_text_has_no_control_character_and_encodes(word: str) -> None:
    shown = visible(word)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    shown.encode()


def test_visible_keeps_what_it_is_told_to() -> None:
    assert visible("a\nb\tc\x9b\u202e", keep="\n") == "a\nb\\tc\\x9b\\u202e"


def test_a_slip_finds_the_nearest_word() -> None:
    assert closest("cybre-security", ["cybersecurity", "cloud"]) == "cybersecurity"
    assert did_you_mean("tittle", ["title", "date"]) == "did you mean `title`?"


def test_nothing_near_suggests_nothing() -> None:
    assert closest("zzzz", ["title", "date"]) is None
    assert did_you_mean("zzzz", ["title"]) == ""


def test_things_are_counted_in_words() -> None:
    assert [count(1, "record"), count(2, "record"), count(3, "country", "countries")] == [
        "1 record",
        "2 records",
        "3 countries",
    ]
    assert count(1234, "record") == "1,234 records"


@pytest.mark.parametrize(
    ("word", "near"),
    [("publishd", "published"), ("publish", ""), ("ignor", "ignore"), ("venu", "venue"), ("ven", "venue"), ("ve", "")],
)
def test_a_slip_is_for_one_word_where_no_other_is_nearly_as_near(word: str, near: str) -> None:
    assert only_near(word, ("published", "publisher", "ignore", "ignores", "venue")) == near
