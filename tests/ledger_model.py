"""What the ledgers should say, in plain Python over `tomllib`: it shares no code with coopdb."""

import statistics
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from chains import ENDED

Record = dict[str, Any]
DRAFTS: dict[str, Record] = {}  # filled by `load`


def load(root: Path) -> dict[str, Record]:
    """Read the reviewed records by id; drafts are kept aside: they may close a commitment too."""
    records = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in root.glob("records/*/*.toml")}
    DRAFTS.update((stem, record) for stem, record in records.items() if record.get("draft"))
    return {stem: record for stem, record in sorted(records.items()) if stem not in DRAFTS}


def first(value: Any) -> date:
    if isinstance(value, date):
        return value
    parts = value.rstrip("~").split("-")
    return date(*(int(part) for part in [*parts, "1", "1"][:3]))


def last(value: Any) -> date:
    if isinstance(value, date):
        return value
    parts = [int(part) for part in value.rstrip("~").split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(1)


def parties(record: Record) -> list[str]:
    return [each.get("country") or each["organization"] for each in record["participants"]]


def is_held(record: Record, day: date) -> bool:
    return record.get("status", "held") == "held" and first(record["date"]) <= day


def has_ended(record: Record, day: date) -> bool:
    return any(each in ENDED and ENDED[each] < day for each in parties(record))


def state_of(records: dict[str, Record], commitment: Record, day: date) -> str:
    told = [each for each in commitment.get("updates", ()) if "status" in each and last(each["date"]) <= day]
    if told:
        latest = max(last(each["date"]) for each in told)
        return next(each["status"] for each in reversed(told) if last(each["date"]) == latest)
    closer = {**records, **DRAFTS}.get(commitment.get("closed_by", ""))
    if closer and closer.get("status", "held") == "held" and last(closer["date"]) <= day:
        return "done"
    return "open" if "updates" in commitment else commitment.get("status", "open")


def commitments(records: dict[str, Record], day: date) -> Iterator[tuple[str, str, str, bool]]:
    """Yield record, text, state and whether overdue of every commitment of a held meeting."""
    for stem, record in records.items():
        if is_held(record, day):
            for each in record.get("commitments", ()):
                state = state_of(records, each, day)
                is_late = "due" in each and state in ("open", "in-progress") and last(each["due"]) < day
                yield stem, each["text"], state, is_late


def replaced(records: dict[str, Record], day: date) -> set[str]:
    """Return what has been replaced by a document in force, whoever recorded it."""
    return {
        each["replaces"]
        for record in {**records, **DRAFTS}.values()
        for each in record.get("documents", ())
        if is_held(record, day) and "replaces" in each and "in_force" in each and last(each["in_force"]) <= day
    }


def is_past(document: Record, key: str, day: date) -> bool:
    return key in document and last(document[key]) <= day


def paper_state(document: Record, day: date, *, is_replaced: bool) -> str:
    signed = document.get("signed")
    is_signed = signed is True or (signed not in (None, False) and last(signed) <= day)
    states = {
        "ended": is_past(document, "ended", day),
        "replaced": is_replaced,
        "expired": is_past(document, "expires", day) and document.get("renewal") != "automatic",
        "expiring": "expires" in document and day < last(document["expires"]) <= day + timedelta(183),
        "in-force": is_past(document, "in_force", day),
        "signed": is_signed,
        "unsigned": signed is False,
        "unknown": True,
    }
    return next(state for state, holds in states.items() if holds)


def documents(records: dict[str, Record], day: date) -> Iterator[tuple[str, str, str, Any]]:
    """Yield record, title, state and expiry of every document of a held meeting."""
    gone = replaced(records, day)
    for stem, record in records.items():
        for each in record.get("documents", ()) if is_held(record, day) else ():
            is_replaced = "key" in each and f"{stem}#{each['key']}" in gone
            expires = str(each["expires"]) if "expires" in each else None
            yield stem, each["title"], paper_state(each, day, is_replaced=is_replaced), expires


def follows(other: Record, record: Record) -> bool:
    """Tell whether a meeting is of the series of another, or of its parties where that names no series."""
    if record.get("series"):
        return bool(other.get("series") == record["series"])
    return sorted(parties(other)) == sorted(parties(record))


def promises(records: dict[str, Record], day: date) -> Iterator[tuple[str, Any]]:
    """Yield the promised next meetings that neither were held nor are planned."""
    speaking = {s: r for s, r in records.items() if is_held(r, day) or r.get("status") == "planned"}
    for stem, record in speaking.items():
        if is_held(record, day) and "next_meeting" in record:
            later = [
                other
                for other in speaking.values()
                if follows(other, record) and first(other["date"]) > first(record["date"])
            ]
            if not later:
                yield stem, record["next_meeting"]


def agenda(records: dict[str, Record], day: date) -> set[tuple[str, str, str]]:
    """Return what comes: kind, record and date."""
    found = set()
    for stem, record in records.items():
        if record.get("status") == "planned" and last(record["date"]) >= day:
            found.add(("meeting", stem, str(record["date"])))
    for stem, promised in promises(records, day):
        if last(promised) >= day:
            found.add(("next-meeting", stem, str(promised)))
    for stem, record in records.items():
        for each in record.get("commitments", ()) if is_held(record, day) else ():
            if "due" in each and state_of(records, each, day) in ("open", "in-progress") and last(each["due"]) >= day:
                found.add(("commitment", stem, str(each["due"])))
    for stem, title, state, expires in documents(records, day):
        paper = next(each for each in records[stem]["documents"] if each["title"] == title)
        is_to_come = state in ("expiring", "in-force", "signed", "unknown") and paper.get("renewal") != "automatic"
        if expires and is_to_come and last(paper["expires"]) > day:
            found.add(("document", stem, expires))
    return found


def months_after(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    for length in range(day.day, 27, -1):
        try:
            return date(total // 12, total % 12 + 1, length)
        except ValueError:
            continue
    return date(total // 12, total % 12 + 1, day.day)


def silences(  # noqa: C901  # one definition, in one piece
    records: dict[str, Record], day: date
) -> dict[tuple[str, str], tuple[str, Any, int, bool]]:
    """Return all that can be late: its last record, its usual interval, for how long it is silent, and whether late."""
    found: dict[tuple[str, str], tuple[str, Any, int, bool]] = {}
    chains: dict[tuple[str, str], list[tuple[date, str]]] = {}
    coming: set[tuple[str, str]] = set()
    for stem, record in records.items():
        names = []
        if len(parties(record)) == 2 and all(each.isupper() for each in parties(record)):
            names.append(("pair", "-".join(sorted(parties(record)))))
        if "series" in record:
            names.append(("series", record["series"]))
        is_rough = not isinstance(record["date"], date) and "-" not in record["date"]
        for name in names:
            if is_held(record, day) and not is_rough:
                chains.setdefault(name, []).append((first(record["date"]), stem))
            if record.get("status") == "planned" and last(record["date"]) >= day:
                coming.add(name)
    for name, chain in chains.items():
        chain.sort()
        if has_ended(records[chain[-1][1]], day):
            continue
        days = [each for each, _ in chain]
        kept = [
            d
            for place, d in enumerate(days)
            if place == 0 or name[0] == "series" or d - days[place - 1] > timedelta(14)
        ]
        gaps = [(b - a).days for a, b in pairwise(kept)]
        silent = (day - days[-1]).days
        usual = statistics.median(gaps) if len(kept) >= 3 else None
        is_late = silent > 1.5 * usual if usual is not None else len(kept) == 2 and day > months_after(days[-1], 24)
        found[name] = (chain[-1][1], usual, silent, is_late and name not in coming)
    for stem, promised in promises(records, day):
        if not has_ended(records[stem], day):
            silent = (day - first(records[stem]["date"])).days
            found["next-meeting", stem] = (stem, None, silent, last(promised) < day)
    for stem, record in records.items():
        if record.get("status") == "planned" and not has_ended(record, day):
            late = (day - last(record["date"])).days
            found["planned", stem] = (stem, None, max(late, 0), late > 0)
    return found
