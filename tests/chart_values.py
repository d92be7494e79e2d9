"""Tables and timelines that charts are made of, of any size and script, and what stands in a chart."""

import math
import re
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from coopdb.query.table import Column, Table
from coopdb.report.timeline import LaneMark, Timeline, TimelineEvent, TimelineLane

SVG = "{http://www.w3.org/2000/svg}"
TITLES = {"en": "Meetings by country and topic", "ar": "اللقاءات حسب البلد والموضوع"}
_LATIN = ("Ministry", "of", "Foreign Affairs", "Côte d’Ivoire", "United Kingdom", "technology", "WIPO", "and", "Ñandú")
_ARABIC = ("وزارة", "الشؤون الخارجية", "المملكة المتحدة", "التكنولوجيا", "و", "الاقتصاد الرقمي", "كوت ديفوار")
_SHAPES: tuple[LaneMark, ...] = ("circle", "square", "diamond")


def names(number: int, language: str, seed: int = 3) -> list[str]:
    """Make names, from short ones to some that no label has room for, and some that begin alike."""
    chance = Random(seed)  # noqa: S311  # the same names each time
    words = _ARABIC if language == "ar" else _LATIN
    made = [" ".join(chance.choices(words, k=chance.choice((1, 2, 2, 3, 9)))) for _ in range(number)]
    return [f"{name} {place}" if place % 2 else f"{place} {name}" for place, name in enumerate(made)]


def counted(rows: int, language: str = "en", columns: int = 1, *, periods: bool = False, most: int = 1200) -> Table:
    """Make a table of counts with totals, of one dimension or two."""
    chance = Random(rows * 31 + columns)  # noqa: S311  # the same numbers each time
    keys = [f"{1776 + place}" for place in range(rows)] if periods else [f"k{place}" for place in range(rows)]
    labels = keys if periods else names(rows, language)
    heads = ["meetings"] if columns == 1 else names(columns, language, 5)
    cells = [[chance.choice((0, 1, 7, 35, most)) for _ in heads] for _ in keys]
    has_margin = columns > 1
    lines: list[tuple[Any, ...]] = [
        (key, label, *row, *[sum(row)] * has_margin) for key, label, row in zip(keys, labels, cells, strict=True)
    ]
    sums = [sum(row[place] for row in cells) for place in range(columns)]
    return Table(
        columns=(
            Column("year" if periods else "country", "", "code"),
            Column("label", "country", "label"),
            *(Column(f"c{place}", head, "count") for place, head in enumerate(heads)),
            *[Column("total", "total", "count", is_margin=True)] * has_margin,
        ),
        rows=(*lines, ("(total)", "total", *sums, *[sum(sums)] * has_margin)),
        footer=("What is said below.",),
        stubs=2,
        has_totals=True,
        title=TITLES[language],
        language=language,
        document={
            "rows": "year" if periods else "country",
            "columns": "topic" if columns > 1 else None,
            "row_keys": keys,
        },
    )


def told(number: int, language: str = "en") -> Timeline:
    """Make a timeline with so many events on each of three lanes."""
    lanes = tuple(
        TimelineLane(names(1, language, place)[0], shape, tuple(_events(number, language, place)))
        for place, shape in enumerate(_SHAPES)
    )
    return Timeline(TITLES[language], "2026-11-26", "2026", lanes, ("Said.",), "ar" if language == "ar" else "en")


def _events(number: int, language: str, seed: int) -> Iterator[TimelineEvent]:
    chance = Random(seed + number)  # noqa: S311  # the same days each time
    for place, text in enumerate(names(number, language, seed)):
        year = chance.randint(2004, 2027)
        first = f"{year}-{chance.randint(1, 11):02}-{chance.randint(1, 28):02}"
        last = f"{first[:5]}12-31" if place % 4 == 0 else first
        until = f"{year + 1}-06-30" if place % 3 == 0 else ""
        yield TimelineEvent(first, last, text, "", until, place % 2 == 0, place % 5 == 0)


class TextBox(NamedTuple):
    """A text of a chart: its corners, and the angle it is turned by."""

    text: str
    corners: tuple[tuple[float, float], ...]


def text_boxes(svg: str) -> list[TextBox]:
    """Return where the texts of a chart are, by a width for each kind of letter that is not that of the program."""
    root = ET.fromstring(svg)  # noqa: S314  # our own
    is_rtl = root.get("direction") == "rtl"
    return [_box(each, is_rtl=is_rtl) for each in root.iter(f"{SVG}text")]


def _box(each: ET.Element, *, is_rtl: bool) -> TextBox:
    text, kind = each.text or "", each.get("class", "")
    size = 16.0 if "heading" in kind else 11.5 if "note" in kind else 12.0
    width = sum(map(_width, text)) * size * (1.08 if "heading" in kind or "strong" in kind else 1)
    x, y = float(each.get("x", 0)), float(each.get("y", 0))
    own = {"rtl": True, "ltr": False}.get(each.get("direction", ""), is_rtl)
    anchor = each.get("text-anchor", "start")
    left = x - width / 2 if anchor == "middle" else x - width if (anchor == "end") != own else x
    found = re.fullmatch(r"rotate\((\S+) (\S+) (\S+)\)", each.get("transform", "rotate(0 0 0)"))
    assert found
    angle, about = math.radians(float(found[1])), (float(found[2]), float(found[3]))
    plain = (
        (left, y - 0.75 * size),
        (left + width, y - 0.75 * size),
        (left + width, y + 0.2 * size),
        (left, y + 0.2 * size),
    )
    return TextBox(text, tuple(_turned(corner, angle, about) for corner in plain))


def _width(letter: str) -> float:
    """Return the width of a letter of DejaVu Sans, roughly, in ems."""
    if letter in " .,:;'’|ilj()[]!":
        return 0.33
    if letter.isdigit():
        return 0.636
    if letter in "mwMW…—":
        return 0.95
    return 0.7 if letter.isupper() else 0.6


def _turned(point: tuple[float, float], angle: float, about: tuple[float, float]) -> tuple[float, float]:
    x, y = point[0] - about[0], point[1] - about[1]
    return (
        about[0] + x * math.cos(angle) - y * math.sin(angle),
        about[1] + x * math.sin(angle) + y * math.cos(angle),
    )


def overlaps(boxes: list[TextBox]) -> list[tuple[str, str]]:
    """Return the texts that cover each other: those that no line parts, along the sides of either."""
    return [
        (one.text, other.text)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one.text and other.text and not _is_apart(one, other) and not _is_apart(other, one)
    ]


def _is_apart(one: TextBox, other: TextBox) -> bool:
    for start, end in ((0, 1), (1, 2)):
        along = (one.corners[end][0] - one.corners[start][0], one.corners[end][1] - one.corners[start][1])
        own, others = ([x * along[0] + y * along[1] for x, y in each.corners] for each in (one, other))
        if max(own) <= min(others) + 1e-6 or max(others) <= min(own) + 1e-6:
            return True
    return False
