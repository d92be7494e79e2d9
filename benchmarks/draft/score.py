"""Scores what `draft` reads in texts against what a reader got out of them.

    python benchmarks/draft/score.py [DIR] [--show]

DIR has texts NN.txt and beside each NN.expected.json, as tests/drafts/ has; `--show` names every difference. The day of
publication is given to `draft` where the reader had it, as a colleague would who drafts from today's press.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coopdb.author.draft import draft
from coopdb.text import fold
from coopdb.vocabulary.vocabularies import packaged_vocabularies

_DEFAULT = Path(__file__).parents[2] / "tests" / "drafts"
_MEASURES = ("parties", "date", "city", "host event", "people", "topics")


def found_in(text: str, published: str | None, country: str | None) -> list[dict[str, Any]]:
    """Return the records that `draft` proposes for a text."""
    return [each.record for each in draft(text, packaged_vocabularies(), published=published, country=country)]


def values(record: dict[str, Any]) -> dict[str, set[str]]:
    """Return what a record says, by measure."""
    participants = record.get("participants", [])
    topics = [each["topic"] for each in record.get("topics", [])]
    return {
        "parties": {each.get("country") or each["organization"] for each in participants},
        "date": {str(record["date"])} if "date" in record else set(),
        "city": {fold(city) for city in [record.get("venue", {}).get("city")] if city},
        "host event": {fold(event) for event in [record.get("host_event")] if event},
        "people": {_surname(each["name"]) for each in participants if "name" in each},
        "topics": set(topics),
    }


def expected_values(expected: dict[str, Any]) -> dict[str, set[str]]:
    """Return what a reader got out of a text, by measure."""
    venue = expected.get("venue") or {}
    return {
        "parties": {*expected["countries"], *expected.get("organisations", [])},
        "date": {expected["date"]} if expected.get("date") else set(),
        "city": {fold(venue["city"])} if venue.get("city") else set(),
        "host event": {fold(expected["host_event"])} if expected.get("host_event") else set(),
        "people": {_surname(each["name"]) for each in expected.get("people", [])},
        "topics": set(expected["topics"]),
    }


def _surname(name: str) -> str:
    return fold(name).split()[-1]


def score(folder: Path, *, show: bool) -> dict[str, Any]:
    """Count, over every text of a folder, what is right, what is too much and what is missing."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    exact = dates = wrong = number = 0
    for path in sorted(folder.glob("*.expected.json")):
        for expected, found in _pairs(path):
            number += 1
            for measure in _MEASURES:
                right, extra, missing = _compared(measure, found[measure], expected)
                counts[measure] = [
                    a + b for a, b in zip(counts[measure], (len(right), len(extra), len(missing)), strict=True)
                ]
                if show and (extra or missing):
                    print(f"{path.name.partition('.')[0]:24} {measure:10} +{sorted(extra)} -{sorted(missing)}")
            wanted = expected_values(expected)
            exact += found["parties"] == wanted["parties"]
            dates += found["date"] == wanted["date"]
            wrong += bool(found["date"]) and found["date"] != wanted["date"]
    return {"texts": number, "exact": exact, "dates": dates, "wrong": wrong, "counts": counts}


def _pairs(path: Path) -> Iterable[tuple[dict[str, Any], dict[str, set[str]]]]:
    """Yield each meeting that a reader found with the draft that has most of its parties; none where there was none."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    meetings = [each for each in (whole if isinstance(whole, list) else [whole]) if each.get("meeting") is not False]
    if not meetings:
        return
    text = path.with_name(path.name.replace(".expected.json", ".txt")).read_text(encoding="utf-8")
    drafts = [values(each) for each in found_in(text, meetings[0].get("published"), meetings[0].get("home"))]
    for expected in meetings:
        wanted = expected_values(expected)["parties"]
        yield expected, max(drafts, key=lambda each: len(each["parties"] & wanted) - len(each["parties"] - wanted))


def _compared(measure: str, found: set[str], expected: dict[str, Any]) -> tuple[set[str], set[str], set[str]]:
    """Return what is right, what is too much, and what is missing; optional topics are neither."""
    wanted = expected_values(expected)[measure]
    if measure == "host event":  # named more or less fully
        right = {each for each in found for other in wanted if each in other or other in each}
        return right, found - right, set() if right else wanted
    optional = set(expected.get("topics_optional", [])) if measure == "topics" else set()
    return found & wanted, found - wanted - optional, wanted - found


def report(result: dict[str, Any]) -> str:
    """Lay the figures out."""
    number = result["texts"]
    lines = [f"{number} meetings", "", f"{'':12} precision  recall    F1"]
    for measure, (right, extra, missing) in result["counts"].items():
        precision, recall = right / ((right + extra) or 1), right / ((right + missing) or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        lines.append(f"{measure:12} {precision:9.2f} {recall:7.2f} {f1:5.2f}")
    for name, label in (
        ("exact", "parties exact"),
        ("dates", "date right, or rightly absent"),
        ("wrong", "a wrong day as certain"),
    ):
        lines.append(f"{label}: {result[name]} of {number} ({100 * result[name] / (number or 1):.0f} %)")
    return "\n".join(lines)


if __name__ == "__main__":
    folders = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    for folder in folders or [_DEFAULT]:
        print(report(score(folder, show="--show" in sys.argv)))
