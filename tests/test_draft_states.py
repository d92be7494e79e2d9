"""`draft` doubts a party that was no state on the day of the meeting: what `add` would refuse is said before."""

import pytest

from coopdb.author.draft import draft
from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.places.states import not_yet_or_no_more
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def doubts(text: str, home: str | None = None) -> list[tuple[object, ...]]:
    """Return the key of each doubted party, and what stood for it."""
    (found,) = draft(text, WORDS, country=home)
    routes = [each for each in found.unresolved if each.route[:1] == ("participants",) and len(each.route) > 1]
    return [(found.record["participants"][each.route[1]]["country"], *each.candidates) for each in routes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Slovenia and Kenya hold talks\n\nSlovenia and Kenya met in Rome on 5 May 1975 to discuss trade.",
            [("SI", "YU")],
        ),
        ("Slovenia and Kenya hold talks\n\nSlovenia and Kenya met in Rome on 5 May 2015 to discuss trade.", []),
        (
            "Slovakia and Kenya hold talks\n\nSlovakia and Kenya met in Rome on 31 December 1992 to discuss trade.",
            [("SK", "CS")],
        ),
        ("Slovakia and Kenya hold talks\n\nSlovakia and Kenya met in Rome on 1 January 1993 to discuss trade.", []),
        (
            "Published: 1993-01-05\n\nSlovakia and Kenya hold talks\n\nSlovakia and Kenya met in December 1992.",
            [("SK", "CS")],
        ),
        ("Slovakia and Kenya hold talks\n\nSlovakia and Kenya met in Rome in January 1993 to discuss trade.", []),
        ("Slovakia and Kenya hold talks\n\nSlovakia and Kenya met in Rome.", []),
        (
            "South Sudan and Peru hold talks\n\nSouth Sudan and Peru met in Rome on 5 May 1975 to discuss trade.",
            [("SS",)],
        ),
        ("Yugoslavia and Kenya hold talks\n\nYugoslavia and Kenya met in Rome on 5 May 1975 to discuss trade.", []),
        (
            "Czechoslovakia and Kenya\n\nCzechoslovakia and Kenya met on 5 May 2003 to discuss trade, as in 1963.",
            [("CS", "CZ", "SK")],
        ),
        (
            "Slovénie\n\nLe ministre slovène Jan Berg a rencontré le ministre kényan Paul Odede le 5 mai 1975.",
            [("SI", "YU")],
        ),
        (
            "Treffen mit Kenia\n\nDer slowenische Minister Jan Berg traf am 5. Mai 1975 den Minister von Kenia.",
            [("SI", "YU")],
        ),
        (
            "Möte med Kenya\n\nSlovakiens minister Jan Berg träffade Kenyas minister Paul Odede den 5 maj 2015.",
            [],
        ),
    ],
)
def test_a_party_that_was_no_state_on_the_day_is_doubted(text: str, expected: list[tuple[str, ...]]) -> None:
    assert doubts(text) == expected


def test_a_home_country_that_is_not_named_is_doubted_too_and_once() -> None:
    people = "Our minister Jan Berg and our president Per Lund met Kenya's minister Ann Odede"
    text = f"Minister meets Kenya\n\n{people} on 5 May 1975."
    assert doubts(text, "SI") == [("SI", "YU")]


def test_the_doubt_says_since_when_it_is_a_state_and_what_can_be_changed() -> None:
    record = {"date": "1975", "participants": [{"organization": "un"}, {"country": "SI"}, {"country": "SI"}]}
    message = "SI (Slovenia) is not a country on 1975, but since 1991-06-25; change the party or the day"
    assert [*not_yet_or_no_more(record, WORDS.countries)] == [Doubt(("participants", 1, "country"), message, ("YU",))]
