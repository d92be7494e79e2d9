"""Whatever stands in the files of a repository's own words and rules, every command goes on."""

import random
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from conftest import GOOD, Repo, Result

Run = Callable[..., Result]
FILES = {
    "records/topics.toml": """
[smart-ports]
labels = { en = "Smart ports", fr = "Ports intelligents" }
aliases = { en = ["digital ports"] }
definition = "Running ports with data."
short = "Ports"
broader = "digital-transformation"

[ports]
replaced_by = "smart-ports"

[cloud]
labels = { en = "Clouds" }
""",
    "records/people.toml": '["Omar Ali"]\ncountry = "MA"\naliases = ["Umar Ali"]\n',
    "coopdb.toml": """
title = "Our talks"
select = ["V", "F", "K"]
ignore = ["S001"]

[severity]
R002 = "error"

[[ignores]]
paths = ["records/19*/*"]
codes = ["S"]
reason = "before the web"

[queries.monthly]
command = "crosstab country"
about = "each month"
""",
}
VALUES: tuple[Any, ...] = (
    5, -1, 2.5, float("nan"), True, "", "  ", "nowhere", "cloud", "ports", "smart-ports", "a\nb", "a\tb", "\u202e", "é",
    [], [5], ["x"], [[]], ["", ""], [{}], {}, {"x": 1}, {"en": 5}, {"en": ""}, {"": "x"}, {"en": ["x"]}, {"en": [""]},
    date(2020, 1, 1), time(1, 2), "V", "F004", "error", "MA", "@eu", "records/*", "x" * 5000,
)  # fmt: skip
KEYS = (
    "new", "", "cloud", "a b", "digital-transformation", "a\nb", "é", "select", "broader", "replaced_by", "labels",
    "aliases", "country", "ignores", "severity", "queries", "command", "x" * 300,
)  # fmt: skip
COMMANDS = (
    ("search", "cloud"),
    ("search", "-t", "ports"),
    ("crosstab", "topic", "country"),
    ("show", "2026-02-01"),
    ("export", "jsonl", "out", "--force"),
    ("validate", "--format", "concise"),
    ("validate", "--diff"),
    ("fmt", "--check"),
    ("rename", "topic", "cloud", "5g", "--diff"),
    ("rename", "person", "Omar Ali", "Umar Ali", "--diff"),
    ("topics",),
    ("topics", "find", "ports", "cloud", "smart ports"),
    ("topics", "show", "cloud"),
    ("run",),
    ("schema",),
    ("add", "--title", "Talks", "--date", "2026-03-01", "--party", "MA", "--party", "QA", "--topic", "cloud",
     "--source", "https://example.org/1", "--dry-run"),
)  # fmt: skip


def places(value: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield route
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from places(each, (*route, key))


def mutated(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Put something else at one to three places."""
    data = deepcopy(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        route = chance.choice(list(places(data)))
        if not route:
            data[chance.choice(KEYS)] = chance.choice(VALUES)
            continue
        table: Any = data
        for step in route[:-1]:
            table = table[step]
        if chance.random() < 0.2 and isinstance(table, dict):
            table[chance.choice(KEYS)] = table.pop(route[-1])
        else:
            table[route[-1]] = chance.choice(VALUES)
    return data


@pytest.fixture
def filled(repo: Repo) -> Repo:
    repo.add(content=GOOD.replace("artificial-intelligence", "ports"))
    repo.add("2026/2026-03-01-ma-fr.toml", GOOD.replace("02-01", "03-01").replace("QA", "FR"))
    for path, text in FILES.items():
        (repo.root / path).write_text(text, encoding="utf-8")
    return repo


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("path", FILES)
def test_every_command_goes_on(filled: Repo, coopdb: Run, path: str, command: tuple[str, ...]) -> None:
    chance = random.Random(f"{path} {command}")  # noqa: S311  # the same each time
    data = tomllib.loads(FILES[path])
    for _ in range(8):
        text = tomli_w.dumps(mutated(data, chance))
        (filled.root / path).write_text(text, encoding="utf-8")
        result = coopdb(*command)
        assert result.code in (0, 1, 2), (text, result.err)
        assert "internal error" not in result.err, text


BAD_LINES = [
    ("records/topics.toml", 'replaced_by = "smart-ports"', 'replaced_by = "nowhere"', "V006"),
    ("records/topics.toml", 'replaced_by = "smart-ports"', 'replaced_by = "ports"', "V006"),
    ("records/topics.toml", 'broader = "digital-transformation"', 'broader = "nowhere"', "V006"),
    ("records/topics.toml", 'broader = "digital-transformation"', 'broader = "smart-ports"', "V006"),
    ("records/topics.toml", 'short = "Ports"', "short = 5", "K003"),
    ("records/topics.toml", 'short = "Ports"', 'shorter = "Ports"', "K002"),
    ("records/topics.toml", '["digital ports"]', '["digital ports", 5]', "K003"),
    ("records/topics.toml", "[cloud]\n", "[cloud]\naliases = 5\n", "K003"),
    ("records/people.toml", '"MA"', '"Atlantis"', "V001"),
    ("records/people.toml", '["Umar Ali"]', '["Umar Ali", 5]', "K003"),
    ("coopdb.toml", 'R002 = "error"', 'R002 = "grave"', "K004"),
    ("coopdb.toml", 'ignore = ["S001"]', 'ignore = ["S001", 5]', "K003"),
    ("coopdb.toml", 'reason = "before the web"\n', "", "K001"),
    ("coopdb.toml", 'about = "each month"', "about = 5", "K003"),
    ("coopdb.toml", 'title = "Our talks"', "title = 5", "K003"),
    ("coopdb.toml", 'title = "Our talks"', 'titel = "Our talks"', "K002"),
]


@pytest.mark.parametrize(("path", "old", "new", "code"), BAD_LINES)
def test_one_bad_line_is_told_and_the_rest_holds(
    filled: Repo, coopdb: Run, path: str, old: str, new: str, code: str
) -> None:
    assert old in FILES[path]
    before = coopdb("validate", "--format", "concise").out
    text = FILES[path].replace(old, new)
    (filled.root / path).write_text(text, encoding="utf-8")
    told = coopdb("validate", "--format", "concise").out.splitlines()
    mine = [line for line in told if line.startswith(f"{path}:")]
    assert [line.split()[1] for line in mine] == [code]
    if code != "V006":  # `ports` is then a topic of its own
        assert [line for line in told if line not in mine] == before.splitlines()
    assert coopdb("search", "-t", "ports", "--format", "ids").out == "2026-02-01-ma-qa\n"


def test_what_is_replaced_means_the_last_that_came_after(repo: Repo, coopdb: Run) -> None:
    text = '[cloud]\nreplaced_by = "5g"\n[5g]\nreplaced_by = "waves"\n[waves]\nlabels = { en = "Waves" }\n'
    (repo.root / "records/topics.toml").write_text(text, encoding="utf-8")
    found = coopdb("topics", "find", "cloud", "Informatique en nuage", "cloud computing", "5G", "--format", "csv")
    assert [line.split(",")[1] for line in found.out.splitlines()[1:]] == ["waves"] * 4
    assert coopdb("validate").code == 0


def test_a_topic_that_is_replaced_in_a_circle_stays_in_use(repo: Repo, coopdb: Run) -> None:
    (repo.root / "records/topics.toml").write_text('[a]\nreplaced_by = "b"\n[b]\nreplaced_by = "a"\n', encoding="utf-8")
    repo.add(content=GOOD.replace("artificial-intelligence", "a"))
    found = coopdb("validate", "--format", "concise").out
    assert [line.split()[1] for line in found.splitlines()] == ["V006", "V006"]


def test_sound_questions_of_a_faulty_configuration_are_asked(repo: Repo, coopdb: Run) -> None:
    repo.add()
    text = '[queries.bad]\ncommand = 5\n[queries.good]\ncommand = "crosstab country"\n'
    (repo.root / "coopdb.toml").write_text(text, encoding="utf-8")
    assert coopdb("run", "good").code == 0
    listed = coopdb("run").out
    assert "good" in listed
    assert "`coopdb.toml` has faults, and perhaps more questions" in listed
    assert coopdb("run", "bad").err.splitlines()[0] == "error: `coopdb.toml` has faults"


def test_a_configuration_that_is_nothing_sound_is_the_default(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    repo.add()
    (tmp_path / "coopdb.toml").write_text("select = [", encoding="utf-8")
    result = coopdb("validate", "--format", "concise")
    assert (result.code, result.out.split()[1]) == (1, "F004")
    assert "no question" not in coopdb("run", "x").err


@pytest.mark.parametrize("broader", ["nowhere", "b", "c", "ports"])
def test_a_topic_that_is_nowhere_in_the_hierarchy_is_counted_all_the_same(
    repo: Repo, coopdb: Run, broader: str
) -> None:
    text = f'[b]\nbroader = "{broader}"\n[c]\nbroader = "b"\n[ports]\nreplaced_by = "c"\n'
    (repo.root / "records/topics.toml").write_text(text, encoding="utf-8")
    repo.add(content=GOOD.replace("artificial-intelligence", "c"))
    for command in (("crosstab", "topic-area"), ("export", "csv", "out", "--force"), ("search", "-t", "b")):
        assert coopdb(*command).code == 0


def test_an_empty_key_is_not_said_to_stand_twice(repo: Repo, coopdb: Run) -> None:
    repo.add()
    (repo.root / "coopdb.toml").write_text('"" = 1\n')
    result = coopdb("validate")
    assert "unknown key ``" in result.out
    assert "stands here too" not in result.out


def test_where_the_records_are_is_never_guessed(repo: Repo, coopdb: Run) -> None:
    repo.add()
    config = repo.root / "coopdb.toml"
    config.write_text('rot = "nowhere"\nignor = ["N"]\n', encoding="utf-8")
    result = coopdb("validate", "--fix", "--format", "concise")
    assert (result.code, "did you mean `root`?" in result.out) == (1, True)
    assert config.read_text(encoding="utf-8") == 'rot = "nowhere"\nignore = ["N"]\n'
