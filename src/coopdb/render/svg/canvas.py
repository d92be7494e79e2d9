"""What marks are drawn on: positions run from where its language begins a line, so that Arabic charts are mirrored."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

from coopdb.render.xml import xml_attribute, xml_text

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
_OPPOSITE: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
SHAPES = ("circle", "square", "diamond", "triangle", "cross", "ring")


def element(tag: str, content: str = "", **attributes: object) -> str:
    """Write an element, its content being XML already; of the names of attributes, `_` stands for `-`."""
    written = "".join(
        f" {name.rstrip('_').replace('_', '-')}={xml_attribute(_plain(value))}"
        for name, value in attributes.items()
        if value not in ("", None)
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def is_rtl_text(text: str) -> bool | None:
    """Tell whether a text is written from right to left, by its first letter; None where it has no letter."""
    strong = (unicodedata.bidirectional(each) for each in text)
    first = next((each for each in strong if each in ("L", "R", "AL")), None)
    return None if first is None else first != "L"


class Canvas:
    """Collects marks on a width, in a direction; a `title` is what a mark tells of itself."""

    def __init__(self, width: float, *, is_rtl: bool) -> None:
        self.width, self.is_rtl = width, is_rtl
        self.parts: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, kind: str, title: str = "") -> None:
        """Draw a rectangle, which begins at x."""
        left = self.width - x - width if self.is_rtl else x
        content = _title(title)
        self.parts.append(element("rect", content, class_=kind, x=left, y=y, width=width, height=height))

    def path(self, points: Iterable[Point], kind: str, title: str = "") -> None:
        """Draw a line through points."""
        steps = " L".join(f"{_plain(self._x(x))} {_plain(y)}" for x, y in points)
        self.parts.append(element("path", _title(title), class_=kind, d=f"M{steps}"))

    def mark(self, shape: str, x: float, y: float, kind: str, title: str = "", size: float = 4) -> None:
        """Draw a mark of a shape around a point."""
        self.parts.append(element("path", _title(title), class_=kind, d=_outline(shape, self._x(x), y, size)))

    def text(  # what a text has
        self, x: float, y: float, text: str, kind: str = "", anchor: Anchor = "start", title: str = "", turn: int = 0
    ) -> None:
        """Write a text whose line is at y, by its own direction; turned by degrees, upwards to its end."""
        is_rtl = is_rtl_text(text)
        own = self.is_rtl if is_rtl is None else is_rtl
        here = self._x(x)
        attributes = {
            "text_anchor": anchor if own == self.is_rtl else _OPPOSITE[anchor],
            "direction": ("rtl" if own else "ltr") if own != self.is_rtl else "",
            "transform": f"rotate({turn if self.is_rtl else -turn} {_plain(here)} {_plain(y)})" if turn else "",
        }
        content = xml_text(text) + _title(title)
        self.parts.append(element("text", content, class_=kind, x=here, y=y, **attributes))

    def _x(self, x: float) -> float:
        return self.width - x if self.is_rtl else x


def _title(text: str) -> str:
    return f"<title>{xml_text(text)}</title>" if text else ""


def _plain(value: object) -> str:
    """Write a number with one place at most, so that charts are the same on every machine."""
    if not isinstance(value, float):
        return str(value)
    rounded = round(value, 1) + 0.0  # which makes -0.0 of it 0.0
    return f"{rounded:.1f}".removesuffix(".0")


def _outline(shape: str, x: float, y: float, size: float) -> str:
    """Return the path of a shape."""
    if shape in ("circle", "ring"):
        arc = f"a{_plain(size)} {_plain(size)} 0 1 0"
        return f"M{_plain(x - size)} {_plain(y)}{arc} {_plain(2 * size)} 0{arc} {_plain(-2 * size)} 0Z"
    corners: dict[str, Sequence[Point]] = {
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "diamond": ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)),
        "triangle": ((0, -1.3), (1.3, 1), (-1.3, 1)),
        "cross": (
            *((-1.2, -0.4), (-0.4, -0.4), (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4)),
            *((1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4)),
        ),
    }
    points = " L".join(f"{_plain(x + size * across)} {_plain(y + size * down)}" for across, down in corners[shape])
    return f"M{points}Z"
