"""Makes forty chains of meetings, always the same: what was promised, what became of it, and what never came.

Nothing in it is true. Uncertain days, drafts, moved and cancelled meetings, meetings of three, a state that has ended,
and visits of several meetings are among them.
"""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import tomli_w

CHAINS = 40
ENDED = {"AN": date(2010, 10, 10)}  # the last day of the Netherlands Antilles
FIRST, LAST = date(2015, 1, 1), date(2028, 12, 31)
TOPICS = ("artificial-intelligence", "cloud", "digital-identity", "cybersecurity", "digital-skills")
STAGES = ("mentioned", "discussed", "proposed", "agreed", "underway", "completed", "declined", "deferred")
_CIRCLES = (
    ("FR", "MA"), ("MA", "QA"), ("EE", "UA"), ("DE", "FR"), ("JP", "SG"), ("KR", "TN"), ("CA", "FR"), ("BJ", "EE"),
    ("DZ", "ES"), ("AU", "SG"), ("DZ", "unido"), ("FR", "DE", "PL"), ("EG", "SA"), ("CI", "EG"), ("BR", "PT"),
)  # fmt: skip
_STEPS = (5, 20, 90, 180, 365, 400, 800)


def write_chains(root: Path, seed: int = 22) -> None:
    """Write the records of all chains below a folder."""
    random, seen = Random(seed), set[str]()  # noqa: S311  # no secret
    for chain in range(CHAINS):
        meetings = _chain(random, chain)
        for stem, record in meetings:
            _close(random, record, [each for each, _ in meetings])
            if stem in seen:
                continue
            seen.add(stem)
            path = root / "records" / stem[:4] / f"{stem}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(tomli_w.dumps(record), encoding="utf-8")


def _chain(random: Random, chain: int) -> list[tuple[str, dict[str, Any]]]:
    """Make the meetings of a chain, each its id and its record."""
    if chain == 0:
        circle, day, series = ("AN", "NL"), date(2004, 1, 10), "Old dialogue"
    else:
        circle = _CIRCLES[chain % len(_CIRCLES)]
        day = FIRST + timedelta(random.randrange(3600))
        series = f"Dialogue {chain // 2}" if random.random() < 0.4 else None
    meetings: list[tuple[str, dict[str, Any]]] = []
    for number in range(4 if chain == 0 else random.randint(1, 7)):
        if day > (ENDED["AN"] if chain == 0 else LAST):
            break
        record = _record(random, day, circle, series)
        record["session"] = number + 1
        if not series:
            del record["session"]
        bare = str(record["date"]).removesuffix("~")
        meetings.append(("-".join([bare, *map(str.lower, circle[:2])]), record))
        day += timedelta(random.choice(_STEPS) + random.randrange(40))
    return meetings


def _record(random: Random, day: date, circle: tuple[str, ...], series: str | None) -> dict[str, Any]:
    is_planned = day > date(2025, 6, 1) or random.random() < 0.1
    status = random.choice(("planned", "planned", "postponed", "cancelled", "held")) if is_planned else "held"
    record: dict[str, Any] = {"title": f"Talks of {day}", "date": _partial(random, day), "status": status}
    if series:
        record["series"] = series
    if random.random() < 0.5:
        record["next_meeting"] = _partial(random, day + timedelta(random.choice(_STEPS)))
    if random.random() < 0.08:
        record["draft"] = True
    if random.random() < 0.1:
        record["previous_dates"] = [day - timedelta(10)]
    record["participants"] = [{"country" if each.isupper() else "organization": each} for each in circle]
    topics = random.sample(TOPICS, random.randint(1, 4))
    record["topics"] = [{"topic": each, "stage": random.choice(STAGES)} for each in topics]
    record["commitments"] = [_commitment(random, day, circle, topics, number) for number in range(random.randint(0, 3))]
    record["documents"] = [_document(random, day, number) for number in range(random.choice((0, 0, 1, 2)))]
    record["sources"] = [{"url": f"https://example.org/{day}/{circle[0]}"}]
    return record


def _document(random: Random, day: date, number: int) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": random.choice(("mou", "treaty")), "title": f"Paper {number} of {day}"}
    if random.random() < 0.6:
        found["key"] = f"paper-{number}"
    if random.random() < 0.8:
        found["signed"] = random.choice((True, False, _partial(random, day)))
    for name, share in {"in_force": 0.6, "expires": 0.5, "ended": 0.1}.items():
        if random.random() < share:
            found[name] = _partial(random, day + timedelta(random.randrange(1, 1500)))
    if random.random() < 0.3:
        found["renewal"] = random.choice(("automatic", "by-agreement", "none"))
    return found


def _close(random: Random, record: dict[str, Any], ids: list[str]) -> None:
    """Let whatever meetings close some commitments, and some that there are none of; and papers replace papers."""
    for each in record["documents"]:
        if random.random() < 0.3:
            each["replaces"] = f"{random.choice(ids)}#paper-{random.choice((0, 1))}"
    for each in record["commitments"]:
        if random.random() < 0.2:
            each["closed_by"] = random.choice([*ids, "2020-01-01-xx-yy"])


def _partial(random: Random, day: date) -> Any:
    """Write a day, or what is known of it: the month, the year, about then."""
    forms = (day, day, day, f"{day:%Y-%m}", f"{day:%Y}", f"{day}~", f"{day:%Y-%m}~")
    return random.choice(forms)


def _commitment(random: Random, day: date, circle: tuple[str, ...], topics: list[str], number: int) -> dict[str, Any]:
    found: dict[str, Any] = {"text": f"Do thing {number} of {day}"}
    if random.random() < 0.6:
        found["key"] = f"thing-{number}"
    if random.random() < 0.7:
        found["owner"] = random.choice(circle)
    if random.random() < 0.7:
        found["due"] = _partial(random, day + timedelta(random.randrange(30, 900)))
    if random.random() < 0.3:
        found["status"] = random.choice(("done", "dropped", "in-progress", "open"))
    if random.random() < 0.3:
        found["topics"] = topics[:1]
    if random.random() < 0.5:
        found["updates"] = [_update(random, day) for _ in range(random.randint(1, 4))]
    return found


def _update(random: Random, day: date) -> dict[str, Any]:
    found: dict[str, Any] = {
        "date": _partial(random, day + timedelta(random.randrange(1, 1000))),
        "note": "so it was told",
    }
    if random.random() < 0.8:
        found["status"] = random.choice(("open", "in-progress", "done", "dropped"))
    return found
