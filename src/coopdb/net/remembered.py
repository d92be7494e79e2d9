"""What addresses answered before, in a file beside the user's caches: one line of JSON a reply, the last one counts."""

import json
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from coopdb.net.reply import STATES, Reply
from coopdb.record.dates import at_most_days_away
from coopdb.store.cache.location import is_own_file, make_folder

NAME = "addresses.jsonl"
LARGEST = 50_000_000  # bytes; a larger file is begun anew
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "url": str,
    "state": str,
    "checked": str,
    "status": (int, type(None)),
    "moved_to": (str, type(None)),
    "reason": str,
}


def remembered(folder: Path | None) -> dict[str, Reply]:
    """Return the last reply of each address; nothing where none can be kept. Damaged lines are left out."""
    file = folder and folder / NAME
    if not file or not is_own_file(file) or file.stat().st_size > LARGEST:
        return {}
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    replies = (reply for line in lines if (reply := _read(line)))
    return {reply.url: reply for reply in replies}


def remember(folder: Path | None, replies: Iterable[Reply]) -> None:
    """Add replies to the file, for nobody else to read; raise OSError where that cannot be done."""
    if folder is None:
        return
    make_folder(folder)
    file = folder / NAME
    if not is_own_file(file) or file.stat().st_size > LARGEST:
        file.unlink(missing_ok=True)  # a link, what others can read, or too much
    text = "".join(json.dumps(reply._asdict(), ensure_ascii=False) + "\n" for reply in replies)
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with os.fdopen(descriptor, "ab") as stream:
        stream.write(text.encode(errors="replace"))


def is_fresh(reply: Reply, today: date, days: int) -> bool:
    """Tell whether a reply need not be asked for again: a server's own, from less than so many days ago."""
    is_recent = at_most_days_away(today, -days) < date.fromisoformat(reply.checked) <= today
    return is_recent and reply.status is not None


def _read(line: str) -> Reply | None:
    """Read a line; None where it is not one of ours."""
    try:
        found: Any = json.loads(line)
        if not isinstance(found, dict) or found.keys() != _TYPES.keys():
            return None
        if not all(isinstance(found[key], kind) for key, kind in _TYPES.items()) or found["state"] not in STATES:
            return None
        date.fromisoformat(found["checked"])
    except (ValueError, RecursionError):
        return None
    return Reply(**found)
