"""Break any one thing in a good record: it is still valid, or the report names the line."""

import random
import re
from collections.abc import Callable
from datetime import date

from conftest import CORPUS
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.check.choice import Choice
from coopdb.check.problem import Problem
from coopdb.check.runner import check
from coopdb.record.reading import read
from coopdb.store.files.records import RecordFile, RecordFiles, load
from coopdb.store.files.repository import Repository

REAL = load(Repository(CORPUS))
DAY = date(2026, 11, 23)


def without(line: str, place: int) -> str:
    return line[:place] + line[place + 1 :]


def one_of(pattern: str, line: str, chance: random.Random) -> int:
    return chance.choice([found.start() for found in re.finditer(pattern, line)] or [len(line)])


# Ways to break a line; where one does not fit the line, it stays as it is.
Break = Callable[[str, random.Random], list[str]]
BREAKS: dict[str, Break] = {
    "delete": lambda line, _: [],
    "double": lambda line, _: [line, line],
    "key": lambda line, _: [re.sub(r"^(\w+)(?= =)", r"\1x", line)],
    "type": lambda line, _: [re.sub(r"^(\w+ = ).*", r"\g<1>3", line)],
    "date": lambda line, chance: [re.sub(r"\d{4}(?=-\d\d-\d\d)", str(chance.choice([1999, 2031, 2024])), line)],
    "bad date": lambda line, _: [re.sub(r"-\d\d(-\d\d)", r"-13\1", line, count=1)],
    "code": lambda line, chance: [re.sub(r'= "[A-Z]{2}"', f'= "{chance.choice(["XX", "FR", "BR", "SU"])}"', line)],
    "quote": lambda line, chance: [without(line, one_of('"', line, chance))],
    "bracket": lambda line, _: [line.removeprefix("[")],
    "flip": lambda line, chance: [line.replace(chance.choice(line or "~"), chr(chance.randrange(33, 126)), 1)],
    "slug": lambda line, _: [re.sub(r'^(topics? = \[?")', r"\1z", line)],
}


def names_the_line(problem: Problem, line: int) -> bool:
    """Tell whether a problem stands at a line or one beside it, or is about what is no longer there."""
    return problem.span.line - 1 <= line <= problem.span.end_line + 1 or problem.code in ("K001", "I001")


@settings(max_examples=250)
@given(st.sampled_from(REAL.entries), st.sampled_from(sorted(BREAKS)), st.randoms(use_true_random=False))
def test_whatever_breaks_is_valid_or_named(entry: RecordFile, kind: str, chance: random.Random) -> None:
    lines = entry.reading.text.split("\n")
    place = chance.randrange(len(lines))
    text = "\n".join([*lines[:place], *BREAKS[kind](lines[place], chance), *lines[place + 1 :]])
    broken = RecordFile(entry.path, read(text.encode(), REAL.vocabularies))
    others = tuple(broken if each is entry else each for each in REAL.entries)
    found = check(RecordFiles(others, REAL.vocabularies, REAL.own), DAY, Choice({entry.path})).problems
    own = [problem for problem in found if problem.code[0] not in "NR"]
    is_header = lines[place].startswith("[")
    assert is_header or not own or any(names_the_line(problem, place + 1) for problem in own), own
