"""Charts: nothing overlaps at any size, in any script; nothing is said by colours alone; the same bytes each time."""

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from chart_values import SVG, counted, names, overlaps, text_boxes, told
from hypothesis import given
from hypothesis import strategies as st
from test_tables_for_people import after, needs_browser

from coopdb.query.table import Column, Table
from coopdb.render.charts import bars, heatmap, lines, timeline
from coopdb.render.formats import formats
from coopdb.render.svg.canvas import is_rtl_text
from coopdb.render.svg.frame import Placement
from coopdb.render.svg.labels import fitted, largest, ticks
from coopdb.render.svg.packing import Extent, packed
from coopdb.render.svg.palette import LEVELS, PALETTES, SERIES, page_style
from coopdb.render.svg.text_width import shorten, shorten_middle, text_width
from coopdb.report.timeline import Timeline, TimelineEvent, TimelineLane

SIZES = (1, 5, 50, 250)
LANGUAGES = ("en", "ar")
PAGE = Placement(is_standalone=False, prefix="one")


def every_chart() -> dict[str, str]:
    """Draw every chart at every size in both directions."""
    found = {}
    for language in LANGUAGES:
        for size in SIZES:
            name = f"{size}-{language}"
            found[f"bars-{name}"] = bars.draw(counted(size, language))
            found[f"lines-{name}"] = lines.draw(counted(size, language, periods=True))
            found[f"series-{name}"] = lines.draw(counted(50, language, size, periods=True))
            found[f"heatmap-{name}"] = heatmap.draw(counted(size, language, 12))
            found[f"heatmap-wide-{name}"] = heatmap.draw(counted(7, language, size))
            found[f"timeline-{name}"] = timeline.draw(told(size, language))
    return found


@pytest.fixture(scope="module")
def charts() -> dict[str, str]:
    return every_chart()


def test_every_chart_of_the_room_is_tried() -> None:
    assert formats("charts") == ("bars", "heatmap", "lines", "timeline")


def test_labels_do_not_overlap_and_stay_inside(charts: dict[str, str]) -> None:
    for name, svg in charts.items():
        boxes = text_boxes(svg)
        width, height = map(float, re.search(r'viewBox="0 0 (\S+) (\S+)"', svg).groups())  # type: ignore[union-attr]  # it has one
        assert overlaps(boxes) == [], name
        outside = [
            box.text for box in boxes for x, y in box.corners if not (-1 <= x <= width + 1 and -1 <= y <= height + 1)
        ]
        assert outside == [], name


def test_overlapping_labels_would_be_found() -> None:
    svg = bars.draw(counted(5))
    moved = re.sub(r'y="(\d+)"', 'y="90"', svg)
    assert overlaps(text_boxes(moved))


def test_a_chart_is_the_same_each_time_and_well_formed(charts: dict[str, str]) -> None:
    assert every_chart() == charts
    for svg in charts.values():
        root = ET.fromstring(svg)  # noqa: S314  # our own
        assert root.tag == f"{SVG}svg"
        assert root.get("role") == "img"
        named = [root.find(f".//*[@id='{each}']") for each in root.get("aria-labelledby", "").split()]
        assert all(each is not None and each.text for each in named)
        assert [each.tag for each in named if each is not None] == [f"{SVG}title", f"{SVG}desc"]


def test_every_mark_tells_what_it_is(charts: dict[str, str]) -> None:
    for svg in charts.values():
        root = ET.fromstring(svg)  # noqa: S314  # our own
        marks = [each for each in root.iter(f"{SVG}rect") if re.match(r"s\d|h\d", each.get("class", ""))]
        legend = [each for each in marks if each.find(f"{SVG}title") is None]
        assert len(legend) <= LEVELS


def test_many_keys_are_put_together_and_never_added_up() -> None:
    table = counted(250)
    svg = bars.draw(table)
    assert "(other 211)" in svg
    hidden = {row[1] for row in table.rows} - set(re.findall(r"<title>(.*?)</title>", svg))
    assert len(hidden) == 211 + 1  # and the total
    smallest = max(int(str(row[2])) for row in table.rows[:-1] if row[1] in hidden)
    assert f">≤ {smallest:,}<" in svg
    assert "put together" in svg
    wide = heatmap.draw(counted(60, "en", 100))
    assert len(re.findall(r"\(other \d+\)", wide)) >= 2
    assert "No lines are drawn for" in lines.draw(counted(5, "en", 100, periods=True))
    assert "(other" not in heatmap.draw(counted(40, "en", 3))
    assert "(other 21)" in heatmap.draw(counted(60, "en", 3))


def test_shortened_names_stay_different_and_are_told_in_full() -> None:
    long = "Ministry of Foreign Affairs, African Cooperation and Moroccan Expatriates"
    texts = [f"{long} {place}" for place in range(3)] + ["short", f"{long} 0 {long} 0", f"{long} 1 {long} 0"]
    cut = fitted(texts, 90)
    assert len(set(cut)) == len(texts)
    assert all(text_width(each, 12) <= 90 for each in cut)
    table = counted(5)._replace(rows=tuple(("k", text, 1) for text in texts), has_totals=False)
    assert all(f"<title>{text}</title>" in bars.draw(table) for text in texts)


@given(st.text(max_size=60), st.floats(20, 200))
def test_a_shortened_text_has_room(text: str, room: float) -> None:
    assert text_width(shorten(text, 12, room), 12) <= max(room, text_width("…", 12))
    assert text_width(shorten_middle(text, 12, room), 12) <= max(room, text_width("…", 12))
    assert shorten(text, 12, text_width(text, 12)) == text


def test_a_letter_keeps_its_marks() -> None:
    assert not shorten("e\u0301" * 40, 12, 100).endswith("e…")
    assert "…\u0301" not in shorten_middle("e\u0301" * 40, 12, 100)


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(2, 12))
def test_the_largest_are_kept_in_their_order(totals: list[float], most: int) -> None:
    kept = largest(totals, most)
    assert kept == sorted(kept)
    assert len(kept) == (len(totals) if len(totals) <= most else most - 1)
    rest = [total for place, total in enumerate(totals) if place not in kept]
    assert not rest or max(rest) <= min(totals[place] for place in kept)


@pytest.mark.parametrize("most", [0, 1, 2, 6, 7, 99, 100, 12345, 33.3])
def test_a_scale_is_round_and_holds_the_most(most: float) -> None:
    scale = ticks(most)
    assert scale[0] == 0
    assert scale[-1] >= most
    assert len(scale) <= 7
    assert all(str(int(each)).rstrip("0") in ("", *"1234568", "15", "25") for each in scale)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=40), st.integers(1, 6))
def test_what_is_on_one_row_does_not_overlap(spans: list[tuple[int, int]], most: int) -> None:
    extents = [Extent(start, start + length) for start, length in spans]
    rows = packed(extents, most)
    for (one, row), (other, same) in combinations(zip(extents, rows, strict=True), 2):
        if row is not None and row == same:
            assert one.end <= other.start or other.end <= one.start
    assert all(row is None or row < most for row in rows)


def test_a_period_without_any_is_zero_and_one_that_is_not_in_the_table_a_gap() -> None:
    table = counted(6, periods=True)
    zero = table._replace(rows=tuple((*row[:2], 0 if row[0] == "1778" else 3) for row in table.rows))
    whole = lines.draw(zero)
    assert len(re.findall(r'class="l0"', whole)) == 2  # the legend and the line
    assert "1778: 0" in whole
    assert "line is broken" not in whole
    gap = lines.draw(zero._replace(rows=tuple(row for row in zero.rows if row[0] != "1778")))
    assert len(re.findall(r'class="l0"', gap)) == 3
    assert "1778" not in gap
    assert "line is broken" in gap


def test_lines_may_run_over_columns_in_any_order_and_leave_asides_out() -> None:
    across = Table(
        columns=(
            Column("country", "", "code"),
            Column("label", "country", "label"),
            *(Column(year, year, "count") for year in ("2021", "2020")),
            Column("(none)", "(none)", "count", is_aside=True),
        ),
        rows=(("MA", "Morocco", 1, 2, 5), ("QA", "Qatar", 3, 4, 0)),
        stubs=2,
        title="Meetings",
        document={"rows": "country", "columns": "year", "row_keys": []},
    )
    svg = lines.draw(across)
    assert "Morocco, 2020: 2" in svg
    assert "Morocco, (none)" not in svg
    assert "Not in a period: (none), 5." in svg
    assert svg.index("Morocco, 2020") < svg.index("Morocco, 2021")


def test_totals_are_drawn_only_where_there_are_some() -> None:
    table = counted(3, columns=4)
    assert ">total<" in heatmap.draw(table)
    bare = heatmap.draw(table._replace(rows=table.rows[:-1], has_totals=False))
    assert ">total<" not in bare


@pytest.mark.parametrize("chart", [bars, lines, heatmap])
def test_nothing_is_said_where_there_is_nothing(chart: Any) -> None:
    empty = Table((Column("country", "", "code"), Column("n", "meetings", "count")), (), stubs=1, title="Nothing")
    assert "There is nothing to draw" in chart.draw(empty)
    zeros = counted(2, columns=2 if chart is heatmap else 1, periods=chart is lines, most=0)
    ET.fromstring(chart.draw(zeros))  # noqa: S314  # our own


def test_an_empty_timeline_says_so_and_a_day_is_enough() -> None:
    empty = Timeline("Nothing", "2026-01-01", "2026", (TimelineLane("Meetings", "circle"),))
    assert "There is nothing to draw" in timeline.draw(empty)
    single = empty._replace(lanes=(TimelineLane("M", "circle", (TimelineEvent("2026-01-01", "2026-01-01", "it"),)),))
    assert ">it<" in timeline.draw(single)


def test_what_has_no_room_on_a_timeline_is_said() -> None:
    same = tuple(TimelineEvent("2020-02-01", "2020-02-01", f"event {place}") for place in range(40))
    lane = TimelineLane("Meetings", "circle", (*same, TimelineEvent("2010-01-01", "2010-01-01", "first")))
    svg = timeline.draw(Timeline("T", "2026-01-01", "2026", (lane,)))
    assert "Labels are left out" in svg
    assert "28 more have no room" in svg


def test_a_page_may_have_several_charts() -> None:
    one, two = (bars.draw(counted(2), Placement(False, prefix)) for prefix in ("one", "two"))
    assert "<style" not in one
    assert "xmlns" not in one
    ids = [set(re.findall(r' id="(\S+?)"', each)) for each in (one, two)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_every_class_has_a_style(charts: dict[str, str]) -> None:
    found = [each for svg in charts.values() for each in re.findall(r'class="(.*?)"', svg)]
    used = {name for each in found for name in each.split()}
    styled = set(re.findall(r"\.([a-z]+\d?)\b", page_style()))
    assert used <= styled


def test_a_text_keeps_its_own_direction() -> None:
    assert [is_rtl_text(each) for each in ("a1", "ب1", "1 ب", "2026-02", "")] == [False, True, True, None, None]
    svg = bars.draw(counted(2, "ar")._replace(rows=(("GB", "United Kingdom (UK)", 1), ("(total)", "t", 1))))
    assert re.search(r'text-anchor="start" direction="ltr">United Kingdom \(UK\)<', svg)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_colours_have_contrast_and_levels_are_ordered_in_grey(palette: str) -> None:
    colours = PALETTES[palette]
    assert all(contrast(colours[each], colours["back"]) >= 4.5 for each in ("ink", "faint", "alarm"))
    assert all(contrast(colours[f"s{number}"], colours["back"]) >= 3 for number in range(SERIES))
    assert all(contrast(colours[f"h{level}"], colours[f"t{level}"]) >= 4.5 for level in range(LEVELS))
    grey = [luminance(colours[f"h{level}"]) for level in range(LEVELS)]
    assert grey == sorted(grey, reverse=palette == "light")


# What is seen without one kind of cones: https://doi.org/10.1109/TVCG.2009.113, severity 1.
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("kind", BLIND)
def test_series_differ_for_colour_blind_readers(palette: str, kind: str) -> None:
    seen = []
    for number in range(SERIES):
        colour = PALETTES[palette][f"s{number}"]
        parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        seen.append([sum(weight * part for weight, part in zip(row, parts, strict=True)) for row in BLIND[kind]])
    for one, other in combinations(seen, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 20


OVERLAPPING = """
const corners = (text) => {
  const box = text.getBBox(), matrix = text.getScreenCTM();
  return [[box.x, box.y + 3], [box.x + box.width, box.y + 3], [box.x + box.width, box.y + box.height - 2],
    [box.x, box.y + box.height - 2]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix)).map((p) => [p.x, p.y]);
};
const apart = (one, other) => [[0, 1], [1, 2]].some(([a, b]) => {
  const along = [one[b][0] - one[a][0], one[b][1] - one[a][1]];
  const on = (each) => each.map(([x, y]) => x * along[0] + y * along[1]);
  return Math.max(...on(one)) <= Math.min(...on(other)) || Math.max(...on(other)) <= Math.min(...on(one));
});
const found = [];
document.querySelectorAll("svg").forEach((svg) => {
  const frame = svg.getBoundingClientRect();
  const drawn = [...svg.querySelectorAll("text")].filter((each) => each.getBBox().width);
  const texts = drawn.map((each) => [each.textContent, corners(each)]);
  texts.forEach(([text, one], place) => {
    if (one.some(([x]) => x < frame.left - 1 || x > frame.right + 1)) found.push(["outside", text]);
    texts.slice(place + 1).filter(([, two]) => !apart(one, two) && !apart(two, one)).forEach(([other]) =>
      found.push([text, other]));
  });
});
return JSON.stringify([document.querySelectorAll("svg").length, found.length, found.slice(0, 9)]);
"""


@needs_browser
def test_labels_do_not_overlap_in_a_browser(tmp_path: Path, charts: dict[str, str]) -> None:
    inner = "".join(f"<div>{svg}</div>" for svg in charts.values())
    page = f"<!DOCTYPE html><meta charset=utf-8><title>-</title><style>{page_style()}</style><body>{inner}</body>"
    number, found, some = json.loads(after(OVERLAPPING, page, tmp_path).replace("&quot;", '"').replace("&amp;", "&"))
    assert number == len(charts)
    assert (found, some) == (0, [])


def test_names_are_of_any_length() -> None:
    assert {len(each) > 60 for each in names(50, "en")} == {True, False}
