"""Makes a corpus of records that look like real ones, always the same, and the same data as CSV, JSONL and .rec.

    python benchmarks/corpus.py 10000 DIR

writes DIR/records/, DIR/meetings.csv, DIR/meetings.jsonl and DIR/meetings.rec. Nothing in it is true. A value of
several parts stands in the CSV with `;` between them, one row a meeting; in the .rec as a field that is repeated.
"""

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, get_args

import tomli_w

from coopdb.record import values
from coopdb.vocabulary.vocabularies import packaged_vocabularies

_THIRD, _EVENT, _DOCUMENT = 0.05, 0.2, 0.3  # shares of meetings that have one
_FIRST, _LAST = date(2000, 1, 1), date(2026, 6, 30)
_GIVEN = "Amal Aïcha Bruno Dalia Elena Farid Grace Hugo Ines Jamal Karin Leïla Marco Nadia Omar Paula Rania Sven"
_FAMILY = "Abidi Benali Costa Diallo Eriksson Fofana García Haddad Ito Jansen Kamara Lindqvist Mansour Ndiaye"
_EVENTS = ("Web Summit", "GITEX Global", "Internet Governance Forum", "AI Action Summit", "Mobile World Congress")
_PUBLISHERS = (
    "Ministry of Foreign Affairs",
    "Ministry of Digital Transition",
    "National News Agency",
    "The Daily Gazette",
)
# The role that goes with a level; at the others it is a minister's.
_ROLES = {
    "head-of-state": "President",
    "head-of-government": "Prime Minister",
    "deputy-ministerial": "Deputy Minister of Digital Affairs",
    "senior-official": "Director of Digital Affairs",
    "technical": "Expert for Digital Affairs",
}
_TALK = (
    "exchange views on",
    "discuss",
    "agree to work together on",
    "review their cooperation in",
    "sign a memorandum on",
)


def meetings(number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield `number` meetings, each its path below records/ and its record."""
    random, seen = Random(number), set[str]()  # the same each time, as it should be
    words = packaged_vocabularies()
    countries = [key for key, entry in words.countries.entries.items() if not entry.periods]
    weights = [1 / (rank + 8) for rank in range(len(countries))]
    random.shuffle(countries)
    topics = [key for key, entry in words.topics.entries.items() if not entry.replaced_by and entry.broader]
    while len(seen) < number:
        day = _FIRST + timedelta(random.randrange((_LAST - _FIRST).days))
        first, second = _several(random, countries, weights, 2)
        parties = [first, second] + (_several(random, countries, weights, 1) if random.random() < _THIRD else [])
        parties = sorted(set(parties))
        stem = "-".join([day.isoformat(), *(party.lower() for party in parties[:2])])
        if len(parties) < 2 or stem in seen:  # noqa: PLR2004  # two parties make a meeting
            continue
        seen.add(stem)
        record = _record(random, day, parties, random.sample(topics, random.randint(1, 6)))
        yield f"{day.year}/{stem}.toml", record


def _several(random: Random, from_: list[str], weights: list[float], number: int) -> list[str]:
    return random.choices(from_, weights, k=number)


def _record(random: Random, day: date, parties: list[str], topics: list[str]) -> dict[str, Any]:
    words = packaged_vocabularies()
    names = [words.countries.label(party) for party in parties]
    host = random.choice(parties)
    record: dict[str, Any] = {
        "title": f"{' and '.join(names)} {random.choice(_TALK)} {words.topics.label(topics[0]).lower()}",
        "date": day,
        "kind": random.choice(get_args(values.Kind)),
        "level": random.choice(get_args(values.Level)),
    }
    if random.random() < _EVENT:
        record["host_event"] = f"{random.choice(_EVENTS)} {day.year}"
    record["summary"] = (
        f"The delegations of {names[0]} and {names[1]} met to {random.choice(_TALK)} digital matters, and to plan what "
        "both sides will do until they meet again."
    )
    record["topics"] = topics
    record["venue"] = {"city": f"{words.countries.label(host)} Town", "country": host}
    role = _ROLES.get(record["level"], "Minister of Digital Affairs")
    record["participants"] = [_participant(random, party, role) for party in parties]
    is_signing = record["kind"] == "signing-ceremony" or "sign a memorandum" in record["title"]
    if random.random() < _DOCUMENT or is_signing:
        record["documents"] = [{"kind": "mou", "title": f"Memorandum of {day.isoformat()}", "signed": day}]
    record["sources"] = [
        {
            "url": f"https://example.org/{day.year}/{random.randrange(10**9)}",
            "publisher": random.choice(_PUBLISHERS),
            "published": day + timedelta(1),
            "language": random.choice(["en", "fr", "ar"]),
            "kind": random.choice(["communique", "official-site", "press"]),
        }
    ]
    return record


def _participant(random: Random, party: str, role: str) -> dict[str, str]:
    """Make one of a country's ten people: nobody stands for two countries, and each name has one spelling."""
    given, family = random.choice(_GIVEN.split()), random.choice(_FAMILY.split())
    name = f"{given} {family}-{packaged_vocabularies().countries.label(party).split()[0].title()} {party.title()}"
    return {"country": party, "name": name, "role": role, "institution": f"Ministry, {party}"}


def flat(path: str, record: dict[str, Any]) -> dict[str, Any]:
    """Put a record into one row: id, title, date and so on, with a list where there are several values."""
    return {
        "id": Path(path).stem,
        "title": record["title"],
        "date": record["date"].isoformat(),
        "kind": record["kind"],
        "level": record["level"],
        "host_event": record.get("host_event", ""),
        "summary": record["summary"],
        "city": record["venue"]["city"],
        "host": record["venue"]["country"],
        "country": [each["country"] for each in record["participants"]],
        "person": [each["name"] for each in record["participants"]],
        "topic": record["topics"],
        "url": record["sources"][0]["url"],
        "publisher": record["sources"][0]["publisher"],
    }


def write(number: int, folder: Path) -> None:
    """Write the corpus in all its forms."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for path, record in meetings(number):
        file = folder / "records" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(tomli_w.dumps(record), encoding="utf-8")
        rows.append(flat(path, record))
    with (folder / "meetings.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, rows[0])
        writer.writeheader()
        writer.writerows({key: ";".join(v) if isinstance(v, list) else v for key, v in row.items()} for row in rows)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "meetings.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "meetings.rec").write_text("\n".join(map(_rec, rows)), encoding="utf-8")


def _rec(row: dict[str, Any]) -> str:
    """Write a row as a record of GNU recutils."""
    pairs = ((key, each) for key, v in row.items() for each in (v if isinstance(v, list) else [v]) if each)
    return "".join(f"{key}: {value}\n" for key, value in pairs)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
