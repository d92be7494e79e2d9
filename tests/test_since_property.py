"""Whatever a change breaks in a file that it does not touch, `--since` reports it: fifty changes of every kind.

The oracle is what is promised: the problems of a full run here that a full run of the base did not have, told apart by
rule, record, route (by keys, never by position) and value.
"""

import os
import random
import shutil
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import cached
from scenarios import BASE, Change, record

from coopdb.check.choice import Choice
from coopdb.check.files import check_files
from coopdb.check.problem import CheckReport, Problem
from coopdb.check.report import report_on
from coopdb.cli.options.checks import choose
from coopdb.store.files.repository import Repository

DAY = date(2026, 6, 30)
RUNS = int(os.environ.get("COOPDB_TEST_RUNS", "4"))  # fifty before a release
COUNTRIES = ("MA", "QA", "FR", "SN", "DE", "KE", "JP", "TN", "BR", "PT", "ES", "CL", "IT", "EG", "CA", "JO")
PEOPLE = ("Omar Ali", "Ana Lee", "Eva Roth", "Léa Dubois", "Li Wei")
CITIES, EVENTS = ("Tunis", "Québec", "Lima"), ("Port Days", "Cloud Week")
FACTS = ("url", "name", "topic", "code", "text", "kind", "country")
Kind = Callable[[Change, random.Random], dict[str, str] | None]
KINDS: dict[str, Kind] = {}


def kind(make: Kind) -> Kind:
    KINDS[make.__name__] = make
    return make


def some_records(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield records that share topics, people, places and events, and follow each other."""
    ids: list[str] = []
    for number in range(24):
        day = date(2018, 1, 1) + timedelta(days=number * 97 + chance.randrange(60))
        one, other = sorted(chance.sample(COUNTRIES, 2))
        more = f'follows = ["{chance.choice(ids)}"]\n' if ids and chance.random() < 0.6 else ""
        if chance.random() < 0.5:
            more += f'host_event = "{chance.choice(EVENTS)}"\n'
        if chance.random() < 0.6:
            more += f'venue = {{ city = "{chance.choice(CITIES)}" }}\n'
        person = chance.choice(PEOPLE) if chance.random() < 0.7 else ""
        text = record(day.isoformat(), one, other, more, chance.choice(("smart-ports", "harbours", "cloud")), person)
        ids.append(f"{day}-{one.lower()}-{other.lower()}")
        if chance.random() < 0.3:
            text += f'[[waivers]]\ncode = "{chance.choice(("N002", "L001", "N004", "R001"))}"\nreason = "r"\n'
        yield f"records/{day.year}/{ids[-1]}.toml", text


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    change = Change(tmp_path_factory.mktemp("base") / "base")
    for path, text in {**BASE, **dict(some_records(random.Random(7)))}.items():  # noqa: S311  # the same each time
        change.write(path, text)
    change.git("init", "-q", "-b", "main")
    change.commit()
    return change.root


@pytest.fixture(scope="module")
def before(base: Path) -> CheckReport:
    return full(base)


def full(root: Path) -> CheckReport:
    repository = Repository(root)
    return check_files(repository, repository.files(), DAY, Choice())


def paths_with(change: Change, text: str) -> list[str]:
    return [path for path in paths(change) if text in (change.root / path).read_text(encoding="utf-8")]


def paths(change: Change) -> list[str]:
    found = (change.root / "records").glob("20*/*.toml")
    return sorted(each.relative_to(change.root).as_posix() for each in found)


def followed(change: Change, chance: random.Random) -> tuple[str, str]:
    """Choose a record that another, of another folder, follows: its path and that of the other."""
    every = {Path(path).stem: path for path in paths(change)}
    waived = {*paths_with(change, '"L001"')}
    pairs = [
        (every[target], path)
        for path in paths(change)
        if path not in waived
        for target in tomllib.loads((change.root / path).read_text(encoding="utf-8")).get("follows", ())
        if Path(every[target]).parent != Path(path).parent
    ]
    return chance.choice(pairs)


def new_record(change: Change, chance: random.Random, more: str = "", person: str = "", country: str = "") -> None:
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(170))
    one = country or chance.choice(("SE", "PE", "NO"))
    text = record(day.isoformat(), one, "AR", more, "cloud", person)
    change.write(f"records/2026/{day}-{one.lower()}-ar-{chance.randrange(10**6)}.toml", text)


@kind
def topic_taken_out(change: Change, chance: random.Random) -> None:
    slug = chance.choice(("smart-ports", "harbours"))
    change.replace("records/topics.toml", f"[{slug}]\n", f"[{slug}-{chance.randrange(99)}]\n")


@kind
def topic_deprecated(change: Change, chance: random.Random) -> None:
    slug = chance.choice(("smart-ports", "harbours", "cloud"))
    new = chance.choice([each for each in ("smart-ports", "harbours", "5g", "cybersecurity") if each != slug])
    if slug == "cloud":
        change.write("records/topics.toml", f'{BASE["records/topics.toml"]}\n[cloud]\nreplaced_by = "{new}"\n')
    else:
        change.replace("records/topics.toml", f"[{slug}]\n", f'[{slug}]\nreplaced_by = "{new}"\n')


@kind
def topics_broken(change: Change, chance: random.Random) -> None:
    text = BASE["records/topics.toml"]
    chance.choice(
        (
            lambda: change.delete("records/topics.toml"),
            lambda: change.write("records/topics.toml", text + chance.choice(("[", "x", '"', "= 1"))),
            lambda: change.write("records/topics.toml", text.replace("[", "[[", 1)),
            lambda: (change.root / "records/topics.toml").write_bytes(text.encode("utf-16")),
        )
    )()


@kind
def person_known_by_another_name(change: Change, chance: random.Random) -> None:
    name = chance.choice([each for each in PEOPLE if paths_with(change, f'"{each}"')])
    change.write("records/people.toml", f'["{name} the Younger"]\naliases = ["{name}"]\n')


@kind
def configuration_changed(change: Change, chance: random.Random) -> None:
    rule = chance.choice(("W002", "N001", "N002", "N004", "K006"))
    chance.choice(
        (
            lambda: change.replace("coopdb.toml", ', "N007"', ""),
            lambda: change.write(
                "coopdb.toml", f'{BASE["coopdb.toml"]}W = "error"\nK006 = "error"\n{rule} = "error"\n'
            ),
            lambda: change.delete("coopdb.toml"),
            lambda: change.write("coopdb.toml", BASE["coopdb.toml"] + chance.choice(("[", "x", "= 5", '"'))),
        )
    )()


@kind
def folder_turned_into_a_link(change: Change, chance: random.Random) -> None:
    target, _ = followed(change, chance)
    folder = target.rpartition("/")[0]
    change.move(folder, f"elsewhere-{chance.randrange(99)}")
    (change.root / folder).symlink_to("../elsewhere")


@kind
def folder_turned_into_a_submodule(change: Change, chance: random.Random) -> None:
    target, _ = followed(change, chance)
    inner = Change(change.root / target.rpartition("/")[0])
    inner.delete(target.rpartition("/")[2])
    inner.git("init", "-q")
    inner.commit()
    change.git("rm", "-q", "-r", "--cached", target.rpartition("/")[0])


@kind
def followed_record_moved_later(change: Change, chance: random.Random) -> None:
    target, _ = followed(change, chance)
    change.replace(target, f"date = {Path(target).stem[:10]}", f"date = 2026-0{chance.randrange(1, 6)}-10")


@kind
def followed_record_follows(change: Change, chance: random.Random) -> None:
    target, path = followed(change, chance)
    text = (change.root / target).read_text(encoding="utf-8")
    old = tomllib.loads(text).get("follows", [""])[0]
    new = text.replace(f'follows = ["{old}"]', f'follows = ["{Path(path).stem}"]')
    change.write(target, new if old else f'follows = ["{Path(path).stem}"]\n{text}')


@kind
def followed_record_deleted(change: Change, chance: random.Random) -> None:
    change.delete(followed(change, chance)[0])


@kind
def followed_record_renamed(change: Change, chance: random.Random) -> dict[str, str]:
    target, _ = followed(change, chance)
    new = target.replace(".toml", f"-talks-{chance.randrange(99)}.toml")
    change.move(target, new)
    return {new: target}


@kind
def namesakes_added(change: Change, chance: random.Random) -> None:
    waived = set(paths_with(change, '"N002"'))
    name = chance.choice([each for each in PEOPLE if {*paths_with(change, f'"{each}"')} - waived])
    for _ in range(8):
        new_record(change, chance, person=name, country="NO")


@kind
def spelled_otherwise(change: Change, chance: random.Random) -> None:
    cities = [f'venue = {{ city = "{each.upper()}" }}\n' for each in CITIES]
    more = chance.choice([*cities, *(f'host_event = "{each.lower()}"\n' for each in EVENTS)])
    for _ in range(25):
        new_record(change, chance, more)


@kind
def meeting_recorded_again(change: Change, chance: random.Random) -> None:
    path = chance.choice(sorted({*paths(change)} - {*paths_with(change, "R001")}))
    text = (change.root / path).read_text(encoding="utf-8")
    text = "".join(line for line in text.splitlines(keepends=True) if "follows" not in line)
    change.write(chance.choice((path.replace(".toml", "-again.toml"), f"records/{Path(path).name}")), text)


@kind
def waiver_of_no_use_any_more(change: Change, chance: random.Random) -> None:
    """Take away the other records that made a waiver useful."""
    for path in paths_with(change, '"Ana Lee"'):
        if path != "records/2025/2025-04-10-br-pt.toml":
            change.replace(path, '"Ana Lee"', f'"Person {chance.randrange(10**9)}"')


def keyed(root: Path, problem: Problem, renamed: dict[str, str]) -> tuple[object, ...]:
    """Tell a problem from others as the promise does."""
    path = root / problem.path
    value: Any = None
    route: list[object] = []
    if problem.route:
        value = tomllib.loads(path.read_text(encoding="utf-8"))
        for step in problem.route:
            if isinstance(value, str):  # a plain slug, where a table could stand
                break
            value = value[step]
            named = isinstance(value, dict) and next((value[key] for key in FACTS if key in value), "")
            route.append((named or str(value)) if isinstance(step, int) else step)
    return problem.code, renamed.get(problem.path, problem.path), tuple(route), repr(value)


RANKS = {"error": 0, "warning": 1, "info": 2}


def promised(
    root: Path, now: CheckReport, base: Path, before: CheckReport, renamed: dict[str, str]
) -> Iterator[Problem]:
    """Yield the problems that the base did not have, or not as severe."""
    known: Counter[object] = Counter()
    for each in before.problems:
        known.update((keyed(base, each, {}), rank) for rank in range(RANKS[each.severity], 3))
    for each in now.problems:
        key = keyed(root, each, renamed), RANKS[each.severity]
        if known[key]:
            known[key] -= 1
        else:
            yield each


def bare(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.path, problem.route, problem.message


def remember(repository: Repository) -> None:
    """Let every record be remembered in outline, as it is before the change."""
    report_on(repository, DAY, choose(repository, None, "main", None, None))


@pytest.mark.usefixtures("settled_at_once")
@pytest.mark.parametrize("name", KINDS)
def test_every_problem_that_the_base_did_not_have_is_reported(
    base: Path, before: CheckReport, name: str, tmp_path: Path
) -> None:
    broke = 0
    for seed in range(RUNS):
        change = Change(tmp_path / str(seed))
        shutil.copytree(base, change.root, symlinks=True)
        repository = cached(change.root) if seed % 2 else Repository(change.root)
        remember(repository)
        renamed = KINDS[name](change, random.Random(f"{name} {seed}")) or {}  # noqa: S311  # the same each time
        choice = choose(repository, None, "main", None, None)
        assert choice.paths is not None
        reported = Counter(map(bare, report_on(repository, DAY, choice).problems))
        wanted = list(promised(change.root, full(change.root), base, before, renamed))
        missing = Counter(map(bare, wanted)) - reported
        assert not missing, (seed, missing)
        more = reported - Counter(map(bare, wanted))
        assert all(path in choice.paths or code == "C002" for code, path, *_ in more), (seed, more)
        broke += any(each.path not in choice.paths for each in wanted)
        shutil.rmtree(change.root)
    assert broke == RUNS
