"""Where the user's caches are: the one module below the command line that looks at the environment, on purpose."""

import os
from pathlib import Path

from coopdb.store.files.repository import CONFIG


def cache_folder() -> Path | None:
    """Return the folder that COOPDB_CACHE names, else the user's own; None where it could be somebody else's doing.

    What lies in a checkout may have come with it, and a home that nobody knows would be a folder right here.
    """
    folder = os.environ.get("COOPDB_CACHE") or _users_folder()
    if not folder:
        return None
    whole = os.path.abspath(folder)  # noqa: PTH100  # a Path keeps `..`
    place = Path(os.path.realpath(Path(whole).parent)) / Path(whole).name
    return None if _is_in_checkout(place) else place


def _users_folder() -> str:
    """Return the folder that the user's system has for caches; none where the user's home is not there."""
    from platformdirs import user_cache_path  # not above: it takes a while, and another process needs it first

    folder = user_cache_path("coopdb", appauthor=False)
    home = Path(_home())
    is_homeless = not folder.is_absolute() or (folder.is_relative_to(home) and not home.is_dir())
    return "" if is_homeless else str(folder)


def _home() -> str:
    return os.path.realpath(os.path.expanduser("~"))  # noqa: PTH111  # a Path raises where there is no home


def _is_in_checkout(place: Path) -> bool:
    """Tell whether a folder belongs to a checkout; a home that is one, as some keep it, is the user's own."""
    home = _home()
    return any(
        os.path.lexists(folder / CONFIG) or (os.path.lexists(folder / ".git") and str(folder) != home)
        for folder in (place, *place.parents)
    )
