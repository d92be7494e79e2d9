"""Writes records/README.md: what the collection covers, in numbers, how it was made, and its licence.

    python scripts/describe_records.py [--check]

`--check` changes nothing and ends with 1 where the page is not that of the records.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import coopdb

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "records" / "README.md"
_MOST = 30  # rows of a table
_TOP = """\
# The records

Meetings between countries on digital matters, one a file, by the year they were held. This page is made by
`scripts/describe_records.py` and counts what is here; it says nothing of meetings that nobody has recorded.

Each record was written from public texts whose addresses it carries: facts alone, in the recorders' own words; what a
text does not give is left out, and an uncertain day is partial or has a `~`. Those added in November 2026 were
read a second time by somebody who had not written them: against the whole text where it was at hand, and of some pages
against an excerpt. The records are under [CC BY 4.0](LICENSE.md).
"""


def main(arguments: list[str]) -> int:
    """Write the page, or compare it."""
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{PAGE.relative_to(ROOT)} is not that of the records: run `python scripts/describe_records.py`")
    return 1


def page() -> str:
    """Return the page for the records that are here."""
    records = coopdb.open(ROOT)
    parts = [_TOP, _numbers(records)]
    for title, dimension in (("Years", "year"), ("Countries", "country"), ("Languages of sources", "language")):
        parts.append(_table(title, _counted(records, dimension)))
    parts.append(_table("Publishers", _counted(records, "publisher")))
    parts.append(_table("Series of several meetings", [row for row in _counted(records, "series") if row[1] > 1]))
    return "\n".join(parts)


def _numbers(records: coopdb.Records) -> str:
    tables = {name: records.table(name).to_dicts() for name in ("meetings", "documents", "commitments", "sources")}
    held = Counter(str(row["status"]) for row in tables["meetings"])
    told = ", ".join(f"{number:,} {status}" for status, number in sorted(held.items()))
    pairs = Counter(str(row["pair"]) for row in records.table("pairs").to_dicts())
    several = sum(number > 1 for number in pairs.values())
    due = sum(row["due"] is not None for row in tables["commitments"])
    return (
        f"There are {len(tables['meetings']):,} meetings ({told}), of {len(pairs):,} pairs of countries, of which\n"
        f"{several:,} met more than once; {len(tables['documents']):,} documents, {len(tables['commitments']):,} "
        f"commitments ({due:,} with a day), {len(tables['sources']):,} sources.\n"
    )


def _counted(records: coopdb.Records, dimension: str) -> list[tuple[str, int]]:
    answer = records.crosstab(dimension, status="any", form=coopdb.Form(totals=False))
    found = [(str(row[-2]), int(str(row[-1]))) for row in answer.rows if row[0] != "(none)"]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def _table(title: str, rows: Iterable[tuple[str, int]]) -> str:
    every = list(rows)
    if title == "Years":
        every.sort()
    shown = every if title == "Years" else every[:_MOST]
    lines = [f"| {name.replace('|', '/')} | {number:,} |" for name, number in shown]
    more = [f"\n{len(every) - len(shown):,} others have fewer.\n"] if len(every) > len(shown) else []
    return "\n".join([f"## {title}\n", "| | meetings |", "|---|---:|", *lines, "", *more])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
