"""What `draft` asks of single words: the script they are in, and verbs whose parts stand apart."""

import pytest

from coopdb.author.draft.words import cues
from coopdb.author.draft.words.parted_verbs import parted
from coopdb.author.draft.words.script import is_arabic


@pytest.mark.parametrize("text", ["وزير", "ﻭﺯﯾﺮ", "٣ مايو", "پاکستان", "ࢠ"])
def test_what_begins_in_the_arabic_script_is_arabic(text: str) -> None:
    assert is_arabic(text)


@pytest.mark.parametrize("text", ["", "minister", "Åsa", "Ứng", "«وزير»", "部長", "3 مايو", "“"])
def test_no_other_script_mark_or_digit_is_arabic(text: str) -> None:
    assert not is_arabic(text)


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("i dag tog ministern emot en gast", "sv", [(2, 4)]),
        ("i dag tog ministern emot en gast", None, [(2, 4)]),
        ("i dag tog ministern emot en gast", "de", []),
        ("tog emot ministern", "sv", []),  # not apart
        ("tog a b c emot", "sv", [(0, 4)]),
        ("tog a b c d emot", "sv", []),  # too far
        ("emot ministern tog", "sv", []),  # the other way round
        ("tog ministern emot och tog sedan emot", "sv", [(0, 2), (4, 6)]),
        ("kom de samman och overens", "sv", [(0, 2), (0, 4)]),
    ],
)
def test_the_parts_of_a_verb_stand_apart_in_their_order_and_near(
    said: str, language: str | None, expected: list[tuple[int, int]]
) -> None:
    assert sorted(parted(said.split(), "parted_verbs", language, 3)) == expected


@pytest.mark.parametrize("text", ["war against ", "contre l’", "über die ", "وحول ", "Concerning the "])
def test_a_small_word_ends_what_stands_before_a_name_perhaps_with_an_article(text: str) -> None:
    assert cues.ending(None, "matters_about").search(text)


@pytest.mark.parametrize("text", ["beyond ", "talks about trade with ", "about", "salon "])
def test_what_only_holds_a_small_word_does_not_end_with_one(text: str) -> None:
    assert not cues.ending(None, "matters_about").search(text)


def test_lists_of_small_words_are_sought_together() -> None:
    assert cues.ending(None, "toward", "locatives").search("reist nach ")
    assert not cues.ending(None, "locatives").search("reist nach ")
    assert cues.ending("it", "locatives").search("visita a ")
    assert not cues.ending("pt", "locatives").search("o Quénia e a ")
