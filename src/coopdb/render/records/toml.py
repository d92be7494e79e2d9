"""A record as canonical TOML: names as codes, keys in order. Comments are in the file only."""

from coopdb.record.writing import to_toml
from coopdb.render.screen import Screen
from coopdb.store.records import Entry
from coopdb.text import visible


def render(entry: Entry, screen: Screen) -> str:
    """Write TOML; control characters are made visible only at a terminal."""
    text = to_toml(entry.meeting)
    return visible(text, keep="\n\t") if screen.is_terminal else text
