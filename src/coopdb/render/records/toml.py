"""A record as canonical TOML: names as codes, keys in order. Comments are in the file only."""

from collections.abc import Sequence

from coopdb.errors import usage_error
from coopdb.record.writing import to_toml
from coopdb.render.data import escape, toml_for
from coopdb.render.record_view import RecordView
from coopdb.render.screen import Screen

ENDINGS = (".toml",)
IS_MACHINE = True


def render(sheets: Sequence[RecordView], screen: Screen) -> str:
    """Write TOML, which has no way to keep two records apart."""
    if len(sheets) > 1:
        raise usage_error("TOML holds one record", "name one, or use `--format json`")
    return toml_for(escape(to_toml(sheets[0].entry.meeting)), screen)
