"""The templates of pages: `data/site/*.html`, with escaping on. They take plain values and say words by key."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from coopdb.render.citing import is_web
from coopdb.site.details import commitment_details, document_details, office_details, source_details
from coopdb.text import visible
from coopdb.vocabulary.tables import DATA

TEMPLATES = DATA / "site"
_FUNCTIONS = (document_details, commitment_details, source_details, office_details)


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
    made.tests["web"] = _is_web
    made.globals |= {each.__name__: each for each in _FUNCTIONS}
    return made


def _is_web(url: str | None) -> bool:
    return bool(url) and is_web(str(url))


def _shown(value: object) -> object:
    """Make visible what a text has that nobody sees."""
    return visible(value) if type(value) is str else value  # not what is markup already


@cache
def _filler(name: str) -> Callable[..., str]:
    return environment().get_template(f"{name}.html").render


def fill(template: str, /, **values: Any) -> Markup:
    """Fill the template of a name, which escapes what it is given."""
    return trusted(_filler(template)(values))


def trusted(text: str) -> Markup:
    """Return a text as markup that is not escaped again: only what a template or this code has made."""
    return Markup(text)  # noqa: S704  # the one place
