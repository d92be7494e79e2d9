"""One fault hides no other, unless the other cannot be judged without the value that is faulty."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.check.choice import Choice
from coopdb.check.problem import Problem
from coopdb.check.registry import RULES
from coopdb.check.runner import check
from coopdb.record.model import TABLES, Meeting
from coopdb.record.reading import read, read_data
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.vocabulary.vocabularies import packaged_vocabularies

KEYS = st.sampled_from(
    [*Meeting.model_fields, *(key for model in TABLES.values() for key in model.model_fields), "titel", "x"]
)
WORDS = packaged_vocabularies()
PATH = "records/2026/2026-02-01-ma-qa.toml"
TODAY = date(2026, 11, 26)
WHOLE = {
    "title": '"Morocco and Qatar talk about AI"',
    "date": "2026-02-01",
    "end_date": "2026-02-02",
    "status": '"held"',
    "level": '"ministerial"',
    "host_event": '"Web Summit"',
    "draft": "false",
    "follows": '["2025-06-01-ma-qa"]',
    "related": '["2025-06-01-ma-qa"]',
    "previous_dates": "[2026-01-20]",
    "venue.city": '"Doha"',
    "venue.country": '"QA"',
    "participants.0.country": '"MA"',
    "participants.0.name": '"Amal"',
    "participants.0.role": '"Minister"',
    "participants.0.capacity": '"lead"',
    "participants.1.country": '"QA"',
    "participants.1.name": '"Omar"',
    "participants.1.role": '"Minister"',
    "topics.0.topic": '"artificial-intelligence"',
    "topics.0.stage": '"agreed"',
    "topics.1.topic": '"cloud"',
    "documents.0.kind": '"mou"',
    "documents.0.url": '"https://example.org/d"',
    "documents.0.signed": "2026-02-01",
    "documents.0.topics": '["cloud"]',
    "commitments.0.text": '"share the code"',
    "commitments.0.owner": '"MA"',
    "commitments.0.due": "2027-01-01",
    "commitments.0.status": '"open"',
    "commitments.0.closed_by": '"2025-06-01-ma-qa"',
    "sources.0.url": '"https://example.org/1"',
    "sources.0.kind": '"press"',
    "sources.0.published": "2026-02-02",
    "sources.1.title": '"A book"',
    "waivers.0.code": '"N005"',
    "waivers.0.reason": '"France is only talked about"',
}
# Faults: the key, another value or None for no such pair, and the rule that finds it.
FAULTS: list[tuple[str, str | None, str]] = [
    ('title', '5', 'K003'), ('title', None, 'K001'), ('date', '"soon"', 'D001'), ('date', None, 'K001'),
    ('date', '2026-03-05', 'I001'), ('date', '2025-02-01', 'I002'), ('date', '"2026-02-01"', 'K005'),
    ('end_date', '2026-01-01', 'D002'), ('end_date', '5', 'D001'), ('status', '"helt"', 'K004'),
    ('status', '"planned"', 'D004'), ('level', '"boss"', 'K004'), ('level', '3', 'K004'), ('lvl', '"x"', 'K002'),
    ('host_event', '[]', 'K003'), ('draft', 'true', 'R002'), ('draft', '3', 'K003'),
    ('follows', '["nowhere"]', 'L001'), ('follows', '["2026-02-01-ma-qa"]', 'L002'), ('follows', '[3]', 'K003'),
    ('related', '["2026-02-01-ma-qa"]', 'L002'), ('related', '["2025-06-01-ma-qa", 4]', 'K003'),
    ('previous_dates', '[2026-02-01]', 'D007'), ('previous_dates', '["x", 2026-01-20]', 'D001'),
    ('venue.city', '5', 'K003'), ('venue.country', '"Congo"', 'V001'), ('venue.country', '"SU"', 'V004'),
    ('venue.contry', '"QA"', 'K002'), ('participants.0.country', '"Congo"', 'V001'),
    ('participants.0.country', None, 'K001'), ('participants.0.country', '"Maroc"', 'K005'),
    ('participants.0.country', '"DD"', 'V004'), ('participants.0.role', None, 'P004'),
    ('participants.0.role', '5', 'K003'), ('participants.0.capacity', '"boss"', 'K004'),
    ('participants.1.role', None, 'P004'), ('participants.1.nam', '"x"', 'K002'),
    ('participants.1.organization', '"itu"', 'P002'), ('participants.1.organization', '"xyz"', 'V002'),
    ('participants.1.name', '"Amal"', 'P005'), ('topics.0.topic', '"zzz"', 'V003'), ('topics.0.topic', None, 'K001'),
    ('topics.0.stage', '"x"', 'K004'), ('topics.1.topic', '"IA"', 'K005'),
    ('topics.1.topic', '"artificial-intelligence"', 'K006'), ('documents.0.kind', '"q"', 'K004'),
    ('documents.0.kind', None, 'K001'), ('documents.0.url', '"example.org"', 'K007'),
    ('documents.0.signed', '"x"', 'D001'), ('documents.0.topics', '["IA"]', 'K005'),
    ('documents.0.topics', '["zzz"]', 'V003'), ('commitments.0.text', None, 'K001'),
    ('commitments.0.owner', '"Congo"', 'V001'), ('commitments.0.owner', '"FR"', 'P003'),
    ('commitments.0.due', '2025-01-01', 'D006'), ('commitments.0.due', '"x"', 'D001'),
    ('commitments.0.status', '"x"', 'K004'), ('commitments.0.closed_by', '"nowhere"', 'L001'),
    ('sources.0.url', '"ftp://example.org"', 'K007'), ('sources.0.url', '5', 'K003'),
    ('sources.0.kind', '"x"', 'K004'), ('sources.0.published', '2025-01-01', 'S002'),
    ('sources.0.published', '"x"', 'D001'), ('sources.1.title', None, 'K001'), ('sources.1.title', '""', 'K003'),
    ('waivers.0.code', '"S999"', 'W001'), ('waivers.0.code', '"S001"', 'W002'), ('waivers.0.reason', None, 'K001'),
]  # fmt: skip
IDS = [f"{key}={value}" for key, value, _ in FAULTS]


def text(values: dict[str, str | None]) -> str:
    """Write a record from its values by key; arrays of tables have their tables in order."""
    tables: dict[str, list[str]] = {}
    for key, value in values.items():
        table, _, name = key.rpartition(".")
        tables.setdefault(table, []).extend([] if value is None else [f"{name} = {value}"])
    heads = {table: f"[[{table.partition('.')[0]}]]" if "." in table else f"[{table}]" for table in tables if table}
    return "\n".join("\n".join([heads.get(table, ""), *lines]) for table, lines in tables.items())


def found(*faults: tuple[str, str | None, str]) -> list[Problem]:
    other = "date = 2025-06-01\n" + text({key: value for key, value in WHOLE.items() if key not in ("date", "follows")})
    values: dict[str, str | None] = {**WHOLE, **{key: value for key, value, _ in faults}}
    ordered = sorted(
        values.items(),
        key=lambda pair: list(WHOLE).index(pair[0].rpartition(".")[0] and head(pair[0])) if "." in pair[0] else -1,
    )
    entries = (
        RecordFile("records/2025/2025-06-01-ma-qa.toml", read(other.encode(), WORDS)),
        RecordFile(PATH, read(text(dict(ordered)).encode(), WORDS)),
    )
    return list(check(RecordFiles(entries, WORDS), TODAY, Choice({PATH}, ignore=("N", "R001"))).problems)


def head(key: str) -> str:
    """Return the first key of the table that a key stands in."""
    table = key.rpartition(".")[0]
    return next(each for each in WHOLE if each.rpartition(".")[0] == table)


def places(problems: list[Problem]) -> set[tuple[str, object]]:
    return {(each.code, each.route) for each in problems}


def test_the_whole_record_has_no_fault_but_a_waiver_of_what_is_not_checked() -> None:
    assert found() == []


@pytest.mark.parametrize("fault", FAULTS, ids=IDS)
def test_each_fault_is_found_alone(fault: tuple[str, str | None, str]) -> None:
    assert fault[2] in {each.code for each in found(fault)}


def needed(problem: Problem) -> tuple[str, ...]:
    """Return the keys without which a problem cannot be judged, as its rule says, and those of the waiver of it."""
    return next(rule.reads or () for rule in RULES if rule.code == problem.code)


def hides(broken: list[Problem], problem: Problem) -> bool:
    """Tell whether a fault is at a value that a rule must read, or at the very value that a problem is about."""
    keys = [tuple(each.split(".")) for each in needed(problem)]
    for fault in broken:
        if next(rule.reads for rule in RULES if rule.code == fault.code) is not None:
            continue
        missing = fault.message.split("`")[1::2] if fault.code == "K001" else []
        routes = [(*fault.route, key) for key in missing] or [fault.route]
        for route in routes:
            names = tuple(step for step in route if isinstance(step, str))
            if any(names[: len(key)] == key[: len(names)] for key in keys) or problem.route[: len(route)] == route:
                return True
    return False


# What a rule finds in two values is another thing when the other value is another.
COMPARED = {
    "D002": ("date",),
    "D007": ("date",),
    "I001": ("date",),
    "K006": ("topics.0.topic",),
    "L003": ("date", "follows"),
    "R012": ("date",),  # what was signed after the day of the meeting is no fault
    "S002": ("date", "status"),
    "W002": ("sources.0.url", "sources.0.kind", "sources.1.title"),  # the rule that is waived cannot look at them
}
PAIRS = [(a, b) for a, b in combinations(range(len(FAULTS)), 2) if FAULTS[a][0] != FAULTS[b][0]]


def test_two_faults_at_once_are_both_reported() -> None:
    """What each finds alone is found of both together; less only where a value that must be read is faulty."""
    alone = [found(fault) for fault in FAULTS]
    lost = []
    for a, b in PAIRS:
        both = places(found(FAULTS[a], FAULTS[b]))
        for one, other in ((a, b), (b, a)):
            lost += [
                (IDS[one], IDS[other], each.code)
                for each in alone[one]
                if (each.code, each.route) not in both
                and FAULTS[other][0] not in COMPARED.get(each.code, ())
                and not hides(alone[other], each)
            ]
    assert lost == []


VALUES = st.recursive(
    st.sampled_from(
        ["", "x", "cloud", "MA", "held", "2026-02-01", 5, 1.5, True, date(2026, 2, 1), "https://example.org"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@given(st.dictionaries(KEYS, VALUES, max_size=8))
def test_whatever_is_wrong_the_rest_is_read(data: dict[str, object]) -> None:
    reading = read_data(data, WORDS)
    assert reading.meeting is not None
    assert bool(reading.faults) == bool(reading.broken)
    scope = RecordFiles((RecordFile(PATH, reading._replace(text="", is_parsed=False)),), WORDS)
    assert check(scope, TODAY).files == 1


def test_what_a_country_is_called_is_canonical_without_a_day_only_if_it_means_one_on_all_days() -> None:
    """`Germany` could be one of two until the date is known; `Maroc` could not."""
    germany = ("participants.0.country", '"Germany"', "")
    no_day = ("date", None, "")
    assert "K005" in {each.code for each in found(germany)}
    assert "K005" not in {each.code for each in found(germany, no_day)}
    assert "K005" in {each.code for each in found(("participants.0.country", '"Maroc"', ""), no_day)}
