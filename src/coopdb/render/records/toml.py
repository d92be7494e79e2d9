"""A record as canonical TOML: names as codes, keys in order. Comments are in the file only."""

from coopdb.record.writing import to_toml
from coopdb.render.data import escape
from coopdb.render.screen import Screen
from coopdb.store.records import Entry


def render(entry: Entry, _: Screen) -> str:
    """Write TOML."""
    return escape(to_toml(entry.meeting))
