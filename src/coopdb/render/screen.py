"""What the text will be shown on; made by cli/, so that nothing here looks at the environment."""

from typing import Literal, NamedTuple

Colours = Literal["none", "standard", "256", "truecolor"]


class Screen(NamedTuple):
    """A terminal of `width` cells, or a pipe or file, where nothing is wrapped, cut or shaded.

    It `is_ascii` where its locale has no other characters to draw with. It `has_width` where the user has set one,
    which a pipe or file then has too.
    Where it is not `is_utf8`, letters may be missing, and bytes mean others to who reads them.
    """

    is_terminal: bool = False
    width: int = 80
    colours: Colours = "none"
    is_ascii: bool = False
    has_width: bool = False
    is_utf8: bool = True

    @property
    def is_fitted(self) -> bool:
        """Tell whether lines are made to fit the width."""
        return self.is_terminal or self.has_width


# The colour of each severity of a problem.
COLOUR_OF = {"error": "red", "warning": "yellow", "info": "cyan"}


def paint(text: str, style: str, screen: Screen) -> str:
    """Colour text for a screen that has colours; `style` is in Rich's words, such as `bold red`."""
    if screen.colours == "none" or not text:
        return text
    from rich.color import ColorSystem
    from rich.style import Style

    systems = {
        "standard": ColorSystem.STANDARD,
        "256": ColorSystem.EIGHT_BIT,
        "truecolor": ColorSystem.TRUECOLOR,
    }
    return Style.parse(style).render(text, color_system=systems[screen.colours])
