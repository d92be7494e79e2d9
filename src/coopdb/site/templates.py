"""The templates of pages: `data/site/*.html`, with escaping on. They take plain values and say words by key."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coopdb.render.citing import is_web
from coopdb.text import visible
from coopdb.vocabulary.tables import DATA

TEMPLATES = DATA / "site"


@cache
def environment() -> Environment:
    """Make what compiles templates, each once; a name that a page does not have is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=_shown,
    )
    made.tests["web"] = is_web
    return made


def _shown(value: object) -> object:
    """Make visible what a text has that nobody sees."""
    return visible(value) if type(value) is str else value  # not what is markup already


@cache
def template(name: str) -> Callable[..., str]:
    """Return what fills the template of a name."""
    return environment().get_template(f"{name}.html").render
