"""Names of files that every file system takes, and that stay the same whatever else is recorded."""

import re
from functools import lru_cache
from hashlib import sha256

from coopdb.text import fold

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_HASHED = re.compile(r".*-[0-9a-f]{10}", re.ASCII)
_LONGEST = 100
_READABLE = 50  # letters of a name, before its hash
# The name of the list of a folder, and those that Windows keeps for devices, whatever their ending.
_RESERVED = re.compile(r"index|con|prn|aux|nul|com\d|lpt\d", re.ASCII)


@lru_cache(maxsize=1 << 16)
def file_name(key: str) -> str:
    """Name the file of a key: a short slug is its own name, any other is made readable and gets a hash of the key.

    So two keys never share a file, not even where capitals and small letters are the same.

    >>> file_name("digital-identity"), file_name("Élodie Martin")
    ('digital-identity', 'elodie-martin-9a56a4f44a')
    """
    is_short = len(key) <= _LONGEST
    if is_short and _PLAIN.fullmatch(key) and not _HASHED.fullmatch(key) and not _RESERVED.fullmatch(key):
        return key
    letters = "-".join(re.findall("[a-z0-9]+", fold(key), re.ASCII))[:_READABLE].strip("-")
    return f"{letters or 'x'}-{sha256(key.encode(errors='surrogatepass')).hexdigest()[:10]}"
