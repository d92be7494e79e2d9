"""The text of an article in a file, and what the file says of it beside the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coopdb.author.draft import Doubt


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file; `published` is an ISO day, `source` the keys of a source, `remarks` what to tell the user."""

    text: str
    published: str | None = None
    source: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[str, ...] = ()
