"""The colours of charts, on light and dark grounds: apart for colour-blind readers, and in print, where they are grey.

Series differ in their marks and dashes too, and a heat map has its numbers: no chart depends on colours alone.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

SERIES = 6  # that have a colour of their own
LEVELS = 5  # of a heat map

# Grounds, letters, rules, asides and what is overdue; series; levels, and the letters on them.
_NAMES = (
    *("back", "ink", "faint", "rule", "aside", "alarm"),
    *(f"s{number}" for number in range(SERIES)),
    *(f"{kind}{level}" for kind in "ht" for level in range(LEVELS)),
)
_LIGHT = (
    "#ffffff #1b1b1b #595959 #d4d4d4 #8c8c8c #b00020 "
    "#0072b2 #d55e00 #00785a #a03b88 #1f1f1f #6b5600 "
    "#e3f6f3 #a7e6dc #5cc8ba #0f766e #134e4a "
    "#042f2e #042f2e #042f2e #ffffff #ffffff"
)
_DARK = (
    "#16181a #ececec #b0b0b0 #45494d #8c8c8c #ff8a80 "
    "#56b4e9 #ff8f45 #2fd6a5 #f0a3d0 #d0d0d0 #e8c547 "
    "#134e4a #115e59 #0b776e #2dd4bf #99f6e4 "
    "#ffffff #ffffff #ffffff #042f2e #042f2e"
)


def _palette(colours: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(_NAMES, colours.split(), strict=True)))


PALETTES: Mapping[str, Mapping[str, str]] = MappingProxyType({"light": _palette(_LIGHT), "dark": _palette(_DARK)})
_DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 2", "12 4")


def standalone_style() -> str:
    """Return the style of a chart in a file of its own: its colours follow the reader's, on paper they are light."""
    light, dark = ("".join(_rules(each)) for each in PALETTES.values())
    return f"{light}@media screen and (prefers-color-scheme: dark){{{dark}}}"


def page_style() -> str:
    """Return the style of the charts in a page, once for all: its colours are CSS variables, to be set by the page."""
    names = {name: f"var(--chart-{name})" for name in _NAMES}
    light, dark = (";".join(f"--chart-{name}:{colour}" for name, colour in each.items()) for each in PALETTES.values())
    return (
        f":root{{{light}}}@media screen and (prefers-color-scheme: dark){{:root{{{dark}}}}}"
        f".chart{{max-width:100%;height:auto;print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
        f"{''.join(_rules(names))}"
    )


def _rules(colours: Mapping[str, str]) -> Iterator[str]:
    """Yield the rules of the classes; all below that of a chart, so that they mean nothing else in a page."""
    yield ".chart .heading{font-size:16px;font-weight:600}.chart .note{font-size:11.5px}.chart .strong{font-weight:600}"
    yield f".chart .back{{fill:{colours['back']}}}.chart text{{fill:{colours['ink']}}}"
    yield f".chart text.faint{{fill:{colours['faint']}}}.chart text.alarm{{fill:{colours['alarm']}}}"
    yield f".chart .rule{{stroke:{colours['rule']};fill:none}}.chart .axis{{stroke:{colours['faint']};fill:none}}"
    yield f".chart .aside{{fill:{colours['aside']}}}.chart .void{{fill:none;stroke:{colours['rule']}}}"
    yield f".chart .alarm{{fill:{colours['alarm']}}}"
    for number, dash in enumerate(_DASHES):
        colour = colours[f"s{number}"]
        dashed = f";stroke-dasharray:{dash}" if dash else ""
        yield f".chart .s{number}{{fill:{colour}}}"
        yield f".chart .l{number}{{fill:none;stroke:{colour};stroke-width:2{dashed}}}"
        yield f".chart .r{number}{{fill:{colours['back']};stroke:{colour};stroke-width:1.5}}"
    yield ".chart .until{stroke-dasharray:4 3;stroke-width:1.5}"
    for level in range(LEVELS):
        yield f".chart .h{level}{{fill:{colours[f'h{level}']}}}.chart text.t{level}{{fill:{colours[f't{level}']}}}"
