"""Whom many stand for, from what speaks for a party and who is with whom, or met whom, told in any order."""

from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.draft.participants.balance import Balance, Settled

PEOPLE = st.integers(0, 7)
WEIGHTS = st.integers(1, 100)


def settled(
    speeches: list[tuple[int, str, int]], ties: list[tuple[int, int, int]], parties: str = "AB"
) -> dict[int, Settled]:
    sides = Balance(parties)
    for who, party, weight in speeches:
        sides.speak(who, party, weight)
    for one, other, weight in ties:
        if weight > 0:
            sides.follow(one, other, weight)
        elif one != other:
            sides.part(one, other, -weight)
    return sides.settle()


def test_who_met_somebody_of_one_of_two_parties_stands_for_the_other() -> None:
    assert settled([(0, "A", 100)], [(0, 1, -60)])[1] == Settled("B", 60)


def test_of_three_parties_it_is_not_known_which_other() -> None:
    assert settled([(0, "A", 100)], [(0, 1, -60)], "ABC")[1] == Settled(None, 0, is_other=True)
    assert settled([(0, "A", 100), (1, "C", 10)], [(0, 1, -60)], "ABC")[1] == Settled("C", 10)


def test_who_is_hardly_known_says_little_of_others() -> None:
    assert settled([(0, "A", 10), (1, "A", 45)], [(0, 1, -60)]) == {0: Settled("B", 50), 1: Settled("A", 45)}
    assert settled([(0, "A", 10)], [(0, 1, -60)])[1] == Settled("B", 20)


def test_who_is_of_a_country_that_did_not_meet_says_nothing_of_others() -> None:
    assert settled([(0, "X", 100), (1, "A", 10)], [(0, 1, -60)]) == {0: Settled("X", 100), 1: Settled("A", 10)}


def test_what_speaks_against_one_of_two_speaks_for_the_other() -> None:
    assert settled([(0, "A", -20)], [])[0] == Settled("B", 20)
    assert settled([(0, "A", -20)], [], "ABC")[0] == Settled(None, 0, is_other=True)


@given(
    st.lists(st.tuples(PEOPLE, st.sampled_from("ABX"), WEIGHTS), max_size=12),
    st.lists(st.tuples(PEOPLE, PEOPLE, st.integers(-100, 100)), max_size=12),
    st.randoms(use_true_random=False),
)
def test_the_order_of_what_is_told_does_not_matter(speeches: list, ties: list, chance: object) -> None:  # type: ignore[type-arg]
    first = settled(speeches, ties)
    chance.shuffle(speeches)  # type: ignore[attr-defined]
    chance.shuffle(ties)  # type: ignore[attr-defined]
    assert settled(speeches, ties) == first


@given(st.lists(st.tuples(PEOPLE, PEOPLE, st.sampled_from((-60, 40))), max_size=10), st.sampled_from("AB"))
def test_the_two_parties_are_alike(ties: list[tuple[int, int, int]], party: str) -> None:
    other = {"A": "B", "B": "A"}
    first, second = settled([(0, party, 100)], ties), settled([(0, other[party], 100)], ties)
    assert {who: other.get(each.party or "") for who, each in first.items()} == {
        who: each.party for who, each in second.items()
    }
