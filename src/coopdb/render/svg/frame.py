"""The frame of every chart: its title, what is said below it, its text alternative, and its place in a file or page."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coopdb.render.svg.canvas import Canvas, element
from coopdb.render.svg.palette import standalone_style
from coopdb.render.svg.text_width import wrap
from coopdb.render.xml import xml_text
from coopdb.report.wording import catalogue, is_right_to_left

MARGIN = 16.0
_TITLE, _NOTE = 16.0, 11.5
_FONT = "system-ui, sans-serif"


class Placement(NamedTuple):
    """Where a chart stands: in a file of its own, or in a page, which has `palette.page_style()` in its style.

    `prefix` begins its ids, and is another one for every chart of a page. `width` is in pixels; the height follows.
    """

    is_standalone: bool = True
    prefix: str = "chart"
    width: float = 800


IN_FILE = Placement()


class Caption(NamedTuple):
    """The words around a chart: its title, its text alternative, and notes below it."""

    title: str
    description: str
    notes: Sequence[str] = ()
    language: str = "en"

    @property
    def is_rtl(self) -> bool:
        """Tell whether the chart begins at the right."""
        return is_right_to_left(self.language)


def chart_word(key: str, language: str, **values: object) -> str:
    """Return a word of charts in a language."""
    words = catalogue(language)
    return str(words[f"chart.{key}"].format(**values))


def new_canvas(caption: Caption, placement: Placement) -> tuple[Canvas, float]:
    """Return a canvas with the title, and where the chart may begin below it."""
    canvas = Canvas(placement.width, is_rtl=caption.is_rtl)
    y = MARGIN
    for line in wrap(caption.title, _TITLE, placement.width - 2 * MARGIN, is_bold=True):
        y += _TITLE
        canvas.text(MARGIN, y, line, "heading")
        y += 5
    return canvas, y + 8


def finish(canvas: Canvas, bottom: float, caption: Caption, placement: Placement) -> str:
    """Write the notes below a chart, and return its SVG."""
    y = bottom + 6
    for note in caption.notes:
        for line in wrap(note, _NOTE, placement.width - 2 * MARGIN):
            y += _NOTE + 4
            canvas.text(MARGIN, y, line, "faint note")
    return _document(canvas.parts, y + MARGIN, caption, placement)


def _document(parts: Iterable[str], height: float, caption: Caption, placement: Placement) -> str:
    style = element("style", standalone_style()) if placement.is_standalone else ""
    back = element("rect", class_="back", width="100%", height="100%") if placement.is_standalone else ""
    names = {each: f"{placement.prefix}-{each}" for each in ("title", "desc")}
    head = element("title", xml_text(caption.title), id=names["title"])
    head += element("desc", xml_text(caption.description), id=names["desc"])
    own = {"xmlns": "http://www.w3.org/2000/svg"} if placement.is_standalone else {}
    return element(
        "svg",
        "\n".join(filter(None, ("", head, style, back, *parts, ""))) + "\n",
        **own,
        class_="chart",
        viewBox=f"0 0 {placement.width:g} {height:.0f}",
        width=f"{placement.width:g}",
        height=f"{height:.0f}",
        role="img",
        aria_labelledby=f"{names['title']} {names['desc']}",
        lang=caption.language,
        direction="rtl" if caption.is_rtl else "ltr",
        font_family=_FONT,
        font_size="12",
    )
