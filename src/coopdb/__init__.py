"""coopdb tracks the cooperation between countries: records of their meetings, validated, searched and counted.

`coopdb.open(path)` is the face for notebooks and scripts: see `coopdb.api`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coopdb.api import Answer, Records, open  # noqa: A004  # coopdb.open, as gzip.open
    from coopdb.errors import StopError
    from coopdb.query.form import Form

HOME_PAGE = "https://github.com/coopdb/coopdb"
__all__ = ["HOME_PAGE", "Answer", "Form", "Records", "StopError", "__version__", "open"]
__version__ = "0.1.0"
_HOMES = {"StopError": "coopdb.errors", "Form": "coopdb.query.form"}


def __getattr__(name: str) -> Any:
    """Import what is public when it is asked for: `coopdb --version` needs none of it."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "coopdb.api")), name)


def __dir__() -> list[str]:
    return __all__
