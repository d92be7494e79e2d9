"""The text of an article in a file, and what the file says of it beside the text."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from coopdb.author.draft import Doubt


class SourceText(NamedTuple):
    """The text of a file; `published` is an ISO day, `source` the keys of a source, `remarks` what to tell the user."""

    text: str
    published: str | None = None
    source: Mapping[str, str] = MappingProxyType({})
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[str, ...] = ()
