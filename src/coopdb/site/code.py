"""What every page depends on beside the records: the code and the data of coopdb, and the repository's own words.

By what the files hold and not by their times, so that the list of the site's files is the same on every machine.
"""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from coopdb.store.files.repository import Repository

_PACKAGE = Path(__file__).parents[1]
# Not those that only check, write or read records, or draft them from articles.
_ROOMS = ("data", "query", "record", "render", "report", "site", "store/star", "vocabulary")
# And what decides which letters and which records are shown.
_MODULES = ("invisible.py", "store/files/publishing.py", "text.py")
_LEFT_OUT = ("draft", "template", "__pycache__")  # folders


def code_digest(repository: Repository) -> str:
    """Sum up the files that pages are made with."""
    found = blake2b(digest_size=10)
    for path in (*sorted(_files()), *(str(repository.root / each) for each in repository.own_files())):
        found.update(Path(path).read_bytes() + b"\0")
    return found.hexdigest()


def _files() -> Iterator[str]:
    yield from (str(_PACKAGE / each) for each in _MODULES)
    for room in _ROOMS:
        for folder, inner, names in os.walk(_PACKAGE / room):
            inner[:] = [each for each in inner if each not in _LEFT_OUT]
            yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118  # a tenth of a Path's time
