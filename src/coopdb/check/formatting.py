"""Lays records out: canonical values first, then the layout of the text."""

from datetime import date

from coopdb.check.choice import Choice
from coopdb.check.fixing import Change, fix
from coopdb.record.layout import LayoutError, lay_out
from coopdb.store.records import Records

Refused = tuple[str, str]  # a path, and why the file is left as it is


def lay_out_records(records: Records, today: date, choice: Choice) -> tuple[tuple[Change, ...], tuple[Refused, ...]]:
    """Return what the layout of the chosen records changes, and the files that cannot be laid out."""
    canonical = Choice(choice.paths, select=("K005",))
    after = {change.old_path: change.after for change in fix(records, today, canonical)}
    changes, refused = [], []
    for entry in records.entries:
        if choice.paths is not None and entry.path not in choice.paths:
            continue
        if not entry.reading.is_parsed:
            refused.append((entry.path, "it cannot be read: see `coopdb validate`"))
            continue
        before = entry.reading.text
        try:
            text = lay_out(after.get(entry.path, before))
        except LayoutError as error:
            refused.append((entry.path, str(error)))
            continue
        if text != before:
            changes.append(Change(entry.path, entry.path, before, text))
    return tuple(changes), tuple(refused)
