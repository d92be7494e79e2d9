"""What a careful reader questions, and what not, in the words and forms of nine languages: one line a record.

A line of `tests/careful/` is what a record has other than the usual one; those of `wrong.jsonl` name the rule that is
to speak. All are checked as one repository. People are invented.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w
from conftest import Repo, Result

HERE = Path(__file__).parent / "careful"
DAY = "2026-11-27"
TOPICS = (
    "artificial-intelligence space cloud connectivity standards digital-economy cybersecurity digital-identity "
    "e-government data-governance trust-services"
)
USUAL: dict[str, Any] = {
    "title": "Morocco and Qatar talk about cloud",
    "date": date(2026, 2, 3),
    "participants": [{"country": "MA"}, {"country": "QA"}],
    "topics": TOPICS.split(),
    "sources": [{"url": "https://example.org/news/1"}],
}
# What so many records of one day and the same people are found to be: twins, and people without a role.
OF_MANY = {"N002", "P002", "P004", "I002", "L001", "L002", "L003", "L004", "L005", "R001"}
ISO = re.compile(r"\d{4}-\d\d-\d\d\Z")


def dated(value: Any) -> Any:
    """Return a value of JSON with its days as days."""
    if isinstance(value, dict):
        return {key: dated(each) for key, each in value.items()}
    if isinstance(value, list):
        return [dated(each) for each in value]
    return date.fromisoformat(value) if isinstance(value, str) and ISO.match(value) else value


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def test_what_is_wrong_is_said_and_nothing_else(repo: Repo, coopdb: Callable[..., Result]) -> None:
    expected: dict[str, tuple[str, dict[str, Any]]] = {}
    for number, case in enumerate([*cases("legitimate.jsonl"), *cases("wrong.jsonl")]):
        record = {**USUAL, **dated({key: value for key, value in case.items() if key != "expect"})}
        parties = dict.fromkeys(each.get("country", "").lower() for each in record["participants"])
        name = f"{record['date']}-{'-'.join(sorted(parties))}-n{number}.toml"
        repo.add(f"{name[:4]}/{name}", tomli_w.dumps(record))
        expected[name] = case.get("expect", ""), case
    repo.add("people.toml", (HERE / "people.toml").read_bytes())
    report = json.loads(coopdb("validate", "--strict", "--on", DAY, "--format", "json").out)
    found: dict[str, set[str]] = {}
    for problem in report["problems"]:
        if problem["severity"] != "info":
            found.setdefault(problem["path"].rpartition("/")[2], set()).add(problem["code"])
    for name, (code, case) in expected.items():
        codes = found.get(name, set()) - OF_MANY
        assert code in codes or not code, case
        assert codes <= {code}, (case, codes)
