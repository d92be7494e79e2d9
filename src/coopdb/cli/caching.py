"""What is said of the user's caches."""

import os

from coopdb.store.files.repository import Repository

_FORMER = ".coopdb"  # the folder of former caches, at the root


def remark_caches(repository: Repository) -> None:
    """Say that a cache is not where the user wants it, and, once, that one of a former version is of no use."""
    from coopdb.cli.streams import remark  # not above: the first look at a command line needs none

    if os.environ.get("COOPDB_CACHE") and repository.caches() is None:
        remark("warning: COOPDB_CACHE names a folder in a checkout, which is not used: there is no cache")
    elif os.path.lexists(repository.root / _FORMER):
        from coopdb.store.cache.database import is_said_first

        if is_said_first(repository, _FORMER):
            remark(f"`{repository.root / _FORMER}` is of no use any more: the cache is in your own cache folder")
            remark("  help: delete it; `coopdb cache` shows where caches are now")
