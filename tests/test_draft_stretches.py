"""Stretches of a text are found as a scan of all of them finds them."""

from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.draft.text.stretches import Stretches

PLACES = st.integers(0, 12)
SPANS = st.tuples(PLACES, PLACES).map(sorted).map(tuple)


@given(stretches=st.lists(SPANS, max_size=6), place=PLACES)
def test_a_place_is_covered_where_a_stretch_has_it(stretches: list[tuple[int, int]], place: int) -> None:
    assert Stretches(stretches).cover(place) == any(start <= place < end for start, end in stretches)


@given(stretches=st.lists(SPANS, max_size=6), span=SPANS)
def test_stretches_meet_what_they_overlap_or_touch(stretches: list[tuple[int, int]], span: tuple[int, int]) -> None:
    low, high = span
    assert Stretches(stretches).meet(low, high) == any(start <= high and low <= end for start, end in stretches)
