"""What every page depends on beside the records: the code and the data of coopdb, and the repository's own words.

By what the files hold and not by their times, so that the list of the site's files is the same on every machine; and by
the words in use alone, so that the list does not change with a word that only what is not public needs.
"""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from coopdb.vocabulary.vocabularies import Vocabularies

_PACKAGE = Path(__file__).parents[1]
# Not those that only check, write or read records, or draft them from articles.
_ROOMS = ("data", "query", "record", "render", "report", "site", "store/star", "vocabulary")
# And what decides which letters and which records are shown.
_MODULES = ("invisible.py", "store/files/publishing.py", "text.py")
_LEFT_OUT = ("draft", "template", "__pycache__")  # folders


def code_digest(words: Vocabularies) -> str:
    """Sum up the files that pages are made with, and the topics and the people."""
    found = blake2b(digest_size=10)
    for path in sorted(_files()):
        found.update(Path(path).read_bytes() + b"\0")
    own = [sorted(each.entries.items()) for each in (words.topics, words.people)]
    found.update(repr(own).encode(errors="surrogatepass"))
    return found.hexdigest()


def _files() -> Iterator[str]:
    yield from (str(_PACKAGE / each) for each in _MODULES)
    for room in _ROOMS:
        for folder, inner, names in os.walk(_PACKAGE / room):
            inner[:] = [each for each in inner if each not in _LEFT_OUT]
            yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118  # a tenth of a Path's time
