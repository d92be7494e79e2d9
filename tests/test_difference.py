"""What a change means: every edit of meaning is named, and nothing is said of the others."""

import copy
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random as Chance
from types import FrameType
from typing import Any

import pytest
import tomli_w
from conftest import GOOD, Repo, Result

from coopdb.record.fields import record_fields
from coopdb.record.values import Language
from coopdb.report import pairing
from coopdb.report.difference import Difference, difference
from coopdb.report.wording import Wording
from coopdb.store.files.records import entry_of
from coopdb.store.files.versions import Version, Versions
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
Record = dict[str, Any]
Said = set[tuple[str, tuple[str, ...]]]
PATH = "records/2024/2024-05-06-fr-ma.toml"

WHOLE: Record = {
    "title": "France and Morocco on cloud",
    "date": "2024-05-06",
    "end_date": "2024-05-07",
    "status": "held",
    "kind": "talks",
    "level": "ministerial",
    "mode": "hybrid",
    "host_event": "Cloud Days 2024",
    "series": "France–Morocco Digital Dialogue",
    "session": 2,
    "next_meeting": "2025",
    "summary": "They talked about cloud and skills.",
    "agenda_url": "https://example.org/agenda",
    "draft": False,
    "follows": ["2023-01-01-fr-ma"],
    "related": ["2024-05-05-fr-ma", "2024-05-04-fr-ma"],
    "previous_dates": ["2024-04-01"],
    "venue": {"name": "Palais", "city": "Paris", "country": "FR"},
    "participants": [
        {"country": "FR", "name": "Anne Roux", "role": "Minister", "institution": "Bercy", "capacity": "lead"},
        {"country": "FR", "name": "Luc Petit", "role": "Director"},
        {"country": "MA", "name": "Omar Idrissi", "role": "Minister"},
        {"organization": "itu", "capacity": "observer"},
    ],
    "topics": [
        {"topic": "cloud", "stage": "agreed", "note": "A shared cloud."},
        {"topic": "digital-skills", "stage": "discussed"},
        {"topic": "cybersecurity"},
    ],
    "documents": [
        {"key": "the-mou", "kind": "mou", "title": "On cloud", "signed": "2024-05-06", "in_force": "2024-06-01",
         "expires": "2027", "renewal": "automatic", "signatories": ["Anne Roux"], "topics": ["cloud"],
         "binding": False, "url": "https://example.org/mou", "replaces": "2023-01-01-fr-ma#old"},
        {"kind": "roadmap", "title": "On skills", "signed": False},
    ],
    "commitments": [
        {"key": "build-it", "text": "Build the cloud", "owner": "FR", "due": "2025-01", "status": "open",
         "topics": ["cloud"], "evidence": "A page.", "closed_by": "2025-02-02-fr-ma",
         "updates": [{"date": "2024-12-01", "status": "in-progress", "note": "Begun."}]},
        {"text": "Train teachers", "owner": "MA"},
    ],
    "sources": [
        {"url": "https://example.org/1", "title": "One", "publisher": "Gazette", "author": "A. B.",
         "party": "FR", "published": "2024-05-07", "language": "fr", "kind": "press", "accessed": "2024-06-01",
         "archive": "https://archive.example/1"},
        {"url": "https://example.org/2"},
    ],
    "waivers": [{"code": "N004", "reason": "It was so."}],
}  # fmt: skip

# Another value for every key that can be changed alone; what names an element is not among them.
OTHER: dict[str, dict[str, Any]] = {
    "": {
        "title": "Another title", "date": "2024-05-08", "end_date": "2024-05-09", "status": "planned", "kind": "visit",
        "level": "technical", "mode": "online", "host_event": "Fair", "series": "Other Talks", "session": 3,
        "next_meeting": "2026", "summary": "Other words.", "agenda_url": "https://example.org/other", "draft": True,
        "internal": True,
    },
    "venue": {"name": "Hall", "city": "Lyon", "country": "MA"},
    "participants": {"role": "Envoy", "institution": "Elsewhere", "capacity": "witness", "internal": True},
    "topics": {"stage": "underway", "note": "Other words.", "internal": True},
    "documents": {
        "kind": "protocol", "signed": "2024-05-07", "in_force": "2024-07-01", "expires": "2028", "ended": "2026",
        "renewal": "none", "binding": True, "url": "https://example.org/other", "replaces": "2023-01-01-fr-ma#x",
        "internal": True,
    },
    "commitments": {
        "owner": "MA", "due": "2025-03", "status": "dropped", "evidence": "Another.", "closed_by": "2025-03-03-fr-ma",
        "internal": True,
    },
    "commitments.updates": {"note": "Other words."},
    "sources": {
        "title": "Other", "publisher": "Other", "author": "Other", "published": "2024-05-09", "language": "ar",
        "kind": "communique", "accessed": "2024-07-01", "archive": "https://archive.example/2", "party": "MA",
        "internal": True,
    },
    "waivers": {"reason": "Other words."},
}  # fmt: skip
LISTS = {
    "follows": "2022-02-02-fr-ma", "related": "2022-03-03-fr-ma", "previous_dates": "2024-03-03",
}  # fmt: skip
NAMES = {
    "participants": "name", "topics": "topic", "documents": "title", "commitments": "text", "sources": "url",
    "waivers": "code",
}  # fmt: skip
NEW: dict[str, tuple[Record, str]] = {
    "topics": ({"topic": "5g", "stage": "proposed"}, "5g"),
    "documents": ({"kind": "treaty", "title": "New"}, "New"),
    "commitments": ({"text": "New promise", "due": "2026"}, "New promise"),
    "sources": ({"title": "A paper", "publisher": "Press"}, "A paper"),
    "waivers": ({"code": "R001", "reason": "So."}, "R001"),
}
DEFAULTS = {"status": "held", "kind": "talks", "mode": "in-person", "draft": False, "stage": "discussed"}


def name_of(table: str, element: Record) -> str:
    key = element.get("key") if table in ("documents", "commitments") else None
    return str(key or element[NAMES[table]])


Edit = Callable[[Record, Chance], Said]
MEANT: dict[str, Edit] = {}
SILENT: dict[str, Callable[[Record, Chance], None]] = {}


def define_values() -> None:
    """Define an edit for each key of each table: another value, and none."""
    for table, keys in OTHER.items():
        for key, value in keys.items():
            MEANT[f"another {table} {key}"] = _set(table, key, value)
            if key not in ("title", "date", "signed", "kind", "owner", "status", "internal") and table not in (
                "waivers",
            ):
                MEANT[f"no {table} {key}"] = _set(table, key, None)
    for key, value in LISTS.items():
        MEANT[f"more {key}"] = _append(key, value)
        MEANT[f"less {key}"] = _drop(key)
    for table in NEW:
        MEANT[f"new in {table}"] = _insert(table)
        MEANT[f"gone from {table}"] = _remove(table)


def _set(table: str, key: str, value: object) -> Edit:
    def edit(record: Record, chance: Chance) -> Said:
        target, route = _target(table, record, chance)
        before = target.get(key, DEFAULTS.get(key) if table in ("", "topics") else None)
        if value is None:
            target.pop(key, None)
            after = DEFAULTS.get(key) if table in ("", "topics") else None
        else:
            target[key] = after = value
        kind = "moved" if (table, key) == ("", "date") else "changed"
        return {(kind, (*route, key))} if before != after else set()

    return edit


def _target(table: str, record: Record, chance: Chance) -> tuple[Record, tuple[str, ...]]:
    if table in ("", "venue"):
        return (record[table], (table,)) if table else (record, ())
    first, _, second = table.partition(".")
    candidates = [each for each in record[first] if not second or second in each]
    element = chance.choice([each for each in candidates if NAMES[first] in each or first == "participants"])
    name = name_of(first, element) if NAMES[first] in element else element["organization"]
    if not second:
        return element, (first, name)
    update = element[second][0]
    return update, (first, name, second, update["date"])


def _append(key: str, value: str) -> Edit:
    def edit(record: Record, _: Chance) -> Said:
        if value in record[key]:
            return set()
        record[key].append(value)
        return {("changed", (key, value))}

    return edit


def _drop(key: str) -> Edit:
    def edit(record: Record, chance: Chance) -> Said:
        value = record[key].pop(chance.randrange(len(record[key])))
        return {("changed", (key, value))}

    return edit


def _insert(table: str) -> Edit:
    def edit(record: Record, chance: Chance) -> Said:
        element, name = NEW[table]
        record[table].insert(chance.randrange(len(record[table]) + 1), copy.deepcopy(element))
        return {("added", (table, name))}

    return edit


def _remove(table: str) -> Edit:
    def edit(record: Record, chance: Chance) -> Said:
        element = record[table].pop(chance.randrange(len(record[table])))
        return {("removed", (table, name_of(table, element)))}

    return edit


define_values()


def meant(edit: Edit) -> Edit:
    MEANT[edit.__name__] = edit
    return edit


@meant
def person_replaced(record: Record, chance: Chance) -> Said:
    person = chance.choice(record["participants"][:3])
    was, person["name"] = person["name"], "Somebody New"
    return {("removed", ("participants", was)), ("added", ("participants", "Somebody New"))}


@meant
def person_named(record: Record, _: Chance) -> Said:
    record["participants"][3] |= {"name": "Doreen Martin"}
    return {("added", ("participants", "Doreen Martin"))}


@meant
def person_taken_out(record: Record, _: Chance) -> Said:
    del record["participants"][1]
    return {("removed", ("participants", "Luc Petit"))}


@meant
def party_added(record: Record, _: Chance) -> Said:
    record["participants"].append({"country": "SN"})
    return {("added", ("parties", "SN"))}


@meant
def party_removed(record: Record, _: Chance) -> Said:
    del record["participants"][3]
    return {("removed", ("parties", "itu"))}


@meant
def promise_closed(record: Record, _: Chance) -> Said:
    record["commitments"][0]["updates"].append({"date": "2025-02-02", "status": "done", "record": "2025-02-02-fr-ma"})
    return {("added", ("commitments", "build-it", "updates", "2025-02-02"))}


@meant
def update_taken_back(record: Record, _: Chance) -> Said:
    record["commitments"][0].pop("updates")
    return {("removed", ("commitments", "build-it", "updates", "2024-12-01"))}


@meant
def key_given(record: Record, _: Chance) -> Said:
    record["commitments"][1]["key"] = "train"
    return {("changed", ("commitments", "train", "key"))}


@meant
def promise_reworded(record: Record, _: Chance) -> Said:
    record["commitments"][0]["text"] = "Build two clouds"
    return {("changed", ("commitments", "build-it", "text"))}


@meant
def signatory_added(record: Record, _: Chance) -> Said:
    record["documents"][0]["signatories"].append("Omar Idrissi")
    return {("changed", ("documents", "the-mou", "signatories", "Omar Idrissi"))}


@meant
def topic_of_a_document(record: Record, _: Chance) -> Said:
    record["documents"][0]["topics"] = ["5g"]
    return {("changed", ("documents", "the-mou", "topics", each)) for each in ("cloud", "5g")}


@meant
def nowhere(record: Record, _: Chance) -> Said:
    venue = record.pop("venue")
    return {("changed", ("venue", key)) for key in venue}


def _tables(topics: list[Any]) -> list[Record]:
    """Return the topics that are tables, not plain slugs."""
    return [each for each in topics if isinstance(each, dict)]


def silent(edit: Callable[[Record, Chance], None]) -> Callable[[Record, Chance], None]:
    SILENT[edit.__name__] = edit
    return edit


@silent
def keys_reordered(record: Record, chance: Chance) -> None:
    keys = [*record]
    chance.shuffle(keys)
    items = {key: record[key] for key in keys}
    record.clear()
    record.update(items)


@silent
def lists_reordered(record: Record, chance: Chance) -> None:
    for table in ("participants", "topics", "documents", "commitments", "sources", "related"):
        chance.shuffle(record[table])


@silent
def names_for_codes(record: Record, _: Chance) -> None:
    for each in record["participants"]:
        if each.get("country") == "FR":
            each["country"] = "la France"
    if record.get("venue", {}).get("country") == "FR":
        record["venue"]["country"] = "فرنسا"
    for each in _tables(record["topics"]):
        if each["topic"] == "cybersecurity":
            each["topic"] = "cybersécurité"


@silent
def defaults_written(record: Record, _: Chance) -> None:
    record.setdefault("status", "held")
    record.setdefault("mode", "in-person")
    for each in _tables(record["topics"]):
        each.setdefault("stage", "discussed")


@silent
def days_as_dates(record: Record, _: Chance) -> None:
    for element, key in ((record, "date"), (record, "end_date"), *((each, "published") for each in record["sources"])):
        if isinstance(element.get(key), str):
            element[key] = date.fromisoformat(element[key])


@silent
def topics_as_slugs(record: Record, _: Chance) -> None:
    plain = ({"topic"}, {"topic", "stage"})
    record["topics"] = [
        each["topic"] if {*each} in plain and each.get("stage", "discussed") == "discussed" else each
        for each in record["topics"]
    ]


@silent
def spaces_in_texts(record: Record, _: Chance) -> None:
    if "summary" in record:
        record["summary"] = record["summary"].replace(" ", "\n  ")


def text_of(record: Record, chance: Chance, *, with_layout: bool) -> bytes:
    text = tomli_w.dumps(record, multiline_strings=chance.random() < 0.5)
    if with_layout:
        lines = [f"{line}{'  # a note' if line.startswith('[') else ''}" for line in text.splitlines()]
        text = "# a comment\n\n" + "\n".join(lines) + "\n\n"
    return text.encode()


def compared(was: dict[str, bytes], now: dict[str, bytes]) -> Difference:
    return difference(Versions("base", "", Version(was, {}), Version(now, {}), dict))


def said(found: Difference) -> Said:
    return {(item.change, item.route) for record in found.records for item in record.items}


def whole(chance: Chance) -> tuple[Record, bytes]:
    record = copy.deepcopy(WHOLE)
    return record, text_of(record, chance, with_layout=False)


def test_there_are_a_hundred_kinds_of_edits() -> None:
    assert len(MEANT) >= 100
    known = {(table, key) for table, keys in OTHER.items() for key in keys}
    every = {(table, each.key) for table, fields in record_fields().items() for each in fields if each.kind != "table"}
    named = set(NAMES.items()) | {("participants", key) for key in ("country", "organization")}
    others = {("", key) for key in LISTS} | {("documents", "signatories"), ("commitments.updates", "date")}
    inside = {(table, key) for table in ("documents", "commitments") for key in ("key", "topics")}
    updates = {("commitments.updates", key) for key in ("status", "record", "url", "internal")}
    assert every - known - named - others - inside - updates == set()


@pytest.mark.parametrize("name", MEANT)
def test_every_edit_of_meaning_is_named_and_nothing_else(name: str) -> None:
    for seed in range(4):
        chance = Chance(f"{name} {seed}")  # noqa: S311  # the same each time
        record, was = whole(chance)
        expected = MEANT[name](record, chance)
        for edit in chance.sample([*SILENT.values()], chance.randrange(len(SILENT) + 1)):
            edit(record, chance)
        found = compared({PATH: was}, {PATH: text_of(record, chance, with_layout=chance.random() < 0.5)})
        assert not found.broken
        assert said(found) == expected
        assert all(item.text and "None" not in item.text for each in found.records for item in each.items)


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_said_of_the_others(name: str) -> None:
    chance = Chance(name)  # noqa: S311  # the same
    record, was = whole(chance)
    SILENT[name](record, chance)
    found = compared({PATH: was}, {"records/2023/2024-05-06-fr-ma.toml": text_of(record, chance, with_layout=True)})
    assert found.records == ()
    assert set(found.counts.values()) == {0}


def test_several_edits_of_several_records_are_each_named() -> None:
    for seed in range(30):
        chance = Chance(seed)  # noqa: S311  # the same
        was, now, expected = {}, {}, {}
        for number in range(6):
            record, before = whole(chance)
            stem = f"2024-05-06-fr-ma-{number}"
            was[f"records/2024/{stem}.toml"] = before
            routes: Said = set()
            if chance.random() < 0.7:
                name = chance.choice([*MEANT])
                routes = MEANT[name](record, chance)
            if routes:
                expected[stem] = routes
            now[f"records/2024/{stem}.toml"] = text_of(record, chance, with_layout=chance.random() < 0.5)
        found = compared(was, now)
        told = {each.record: {(item.change, item.route) for item in each.items} for each in found.records}
        assert told == expected


def edited(record: Record, chance: Chance, *, is_same_file: bool) -> Said:
    """Edit a record in up to four places that have nothing to do with each other; what may be said of it."""
    found: Said = set()
    pristine = copy.deepcopy(record)
    for name in chance.sample([*MEANT], 4):
        state = chance.getstate()
        tables = {_place(route) for _, route in MEANT[name](copy.deepcopy(pristine), chance)}
        has_other_id = {"date", "end_date", "previous_dates", "people", "title", "sources"} & tables
        if not tables & {_place(route) for _, route in found} and (is_same_file or not has_other_id):
            chance.setstate(state)
            found |= MEANT[name](record, chance)
    return found


def _place(route: tuple[str, ...]) -> str:
    return "people" if route[0] in ("participants", "parties") else route[0]


def test_whatever_happens_to_many_records_is_named_and_nothing_else() -> None:
    happened: Counter[str] = Counter()
    for seed in range(40):
        chance = Chance(f"many {seed}")  # noqa: S311  # the same
        was: dict[str, bytes] = {}
        now: dict[str, bytes] = {}
        expected: dict[str, Said] = {}
        for number in range(10):
            record = copy.deepcopy(WHOLE) | {"title": f"Talk {number}", "summary": f"They talked of {number}."}
            record["sources"] = [each | {"url": f"{each['url']}/{number}"} for each in record["sources"]]
            path, stem = f"records/2024/2024-05-06-fr-ma-{number}.toml", f"2024-05-06-fr-ma-{number}"
            before = text_of(record, chance, with_layout=False)
            kind = chance.choice(("kept", "edited", "added", "removed", "moved", "renamed", "put elsewhere"))
            happened[kind] += 1
            if kind != "added":
                was[path] = before
            routes: Said = {(kind, ())} if kind in ("added", "removed") else set()
            if kind not in ("kept", "added", "removed"):
                routes |= edited(record, chance, is_same_file=kind == "edited")
            if kind in ("moved", "renamed"):
                stem = f"2024-05-06-fr-ma-other-{number}"
            if kind == "moved":
                stem = f"2024-06-{number + 1:02}-fr-ma"
                record["previous_dates"] = [*record["previous_dates"], record["date"]]
                record["date"], record["end_date"] = f"2024-06-{number + 1:02}", record["end_date"].replace("05", "06")
                routes |= {("moved", ("date",)), ("changed", ("end_date",))}
            for edit in chance.sample([*SILENT.values()], chance.randrange(len(SILENT) + 1)):
                edit(record, chance)
            if kind != "removed":
                folder = "2023" if kind == "put elsewhere" else "2024"
                now[f"records/{folder}/{stem}.toml"] = text_of(record, chance, with_layout=chance.random() < 0.5)
            if routes:
                expected[stem] = routes
        found = compared(was, now)
        assert {each.record: {(item.change, item.route) for item in each.items} for each in found.records} == expected
        assert found.counts["meetings"] == len(now) - len(was)
    assert min(happened.values()) > 30


def moved_to(day: str, **more: Any) -> tuple[str, bytes]:
    record = copy.deepcopy(WHOLE) | {"date": day} | more
    return f"records/2024/{day}-fr-ma.toml", tomli_w.dumps(record).encode()


def test_a_meeting_that_moved_is_one_record_of_another_day() -> None:
    was = {PATH: tomli_w.dumps(WHOLE).encode()}
    path, text = moved_to("2024-05-20", previous_dates=["2024-04-01", "2024-05-06"], end_date="2024-05-21")
    found = compared(was, {path: text})
    assert said(found) == {("moved", ("date",)), ("changed", ("end_date",))}
    assert found.records[0].record == "2024-05-20-fr-ma"
    assert found.records[0].items[0].text == "moved from 6 May 2024"


def test_references_to_what_has_another_name_say_nothing() -> None:
    other = tomli_w.dumps({**WHOLE, "date": "2025-01-01", "follows": ["2024-05-06-fr-ma"]})
    here = "records/2025/2025-01-01-fr-ma.toml"
    renamed = "records/2024/2024-05-06-fr-ma-cloud.toml"
    was = {PATH: tomli_w.dumps(WHOLE).encode(), here: other.encode()}
    now = {renamed: was[PATH], here: other.replace("2024-05-06-fr-ma", "2024-05-06-fr-ma-cloud").encode()}
    assert compared(was, now).records == ()


def test_two_meetings_of_one_pair_are_not_taken_for_one() -> None:
    path, text = moved_to("2024-09-09", title="Other", sources=[{"url": "https://example.org/9"}], previous_dates=[])
    found = compared({PATH: tomli_w.dumps(WHOLE).encode()}, {path: text})
    assert said(found) == {("removed", ()), ("added", ())}
    assert [each.record for each in found.records] == ["2024-05-06-fr-ma", "2024-09-09-fr-ma"]


def test_broken_records_are_named_and_not_compared() -> None:
    good, other = tomli_w.dumps(WHOLE).encode(), moved_to("2024-08-08", title="Other", previous_dates=[])
    was = {PATH: good, other[0]: b"x = ", "records/2024/2024-01-01-fr-ma.toml": b"\xff"}
    now = {PATH: b"title = ", other[0]: other[1], "records/2024/2024-01-01-fr-ma.toml": b"\xff"}
    found = compared(was, now)
    assert found.records == ()
    assert found.broken == (
        ("records/2024/2024-01-01-fr-ma.toml", "both"), (PATH, "head"), (other[0], "base"),
    )  # fmt: skip


def test_a_copy_with_the_same_id_is_a_new_record() -> None:
    text = tomli_w.dumps(WHOLE).encode()
    found = compared({PATH: text}, {PATH: text, "records/2023/2024-05-06-fr-ma.toml": text})
    assert said(found) == {("added", ())}


def test_people_of_one_spelling_are_the_same() -> None:
    people = b'["Anne Roux"]\ncountry = "FR"\naliases = ["A. Roux"]\n'
    record = copy.deepcopy(WHOLE)
    record["participants"][0]["name"] = "A. Roux"
    own = {"records/people.toml": people}
    versions = Versions(
        "base",
        "",
        Version({PATH: tomli_w.dumps(WHOLE).encode()}, own),
        Version({PATH: tomli_w.dumps(record).encode()}, own),
        dict,
    )
    assert difference(versions).records == ()


def test_words_of_the_repository_can_change_what_unchanged_records_mean() -> None:
    text = GOOD.replace("artificial-intelligence", "ports").encode()
    path = "records/2026/2026-02-01-ma-qa.toml"
    words = 'labels = { en = "P", fr = "P", ar = "P" }\naliases = { en = ["ports"] }\n'
    was, now = ({"records/topics.toml": f"[{slug}]\n{words}".encode()} for slug in ("harbours", "quays"))
    versions = Versions("base", "", Version({}, was), Version({}, now), lambda: {path: text})
    assert said(difference(versions)) == {("removed", ("topics", "harbours")), ("added", ("topics", "quays"))}


def test_a_topic_with_another_slug_is_the_same_topic() -> None:
    labels = 'labels = { en = "Ports", fr = "Ports", ar = "P" }\n'
    was = {"records/topics.toml": f"[harbours]\n{labels}".encode()}
    now = {"records/topics.toml": f'[quays]\n{labels}\n[harbours]\nreplaced_by = "quays"\n'.encode()}
    whole = copy.deepcopy(WHOLE)
    whole["topics"][0]["topic"] = whole["documents"][0]["topics"][0] = "harbours"
    before = tomli_w.dumps(whole)
    for after in (before, before.replace("harbours", "quays"), before.replace('"harbours"', '"Ports"')):
        sides = (Version({PATH: before.encode()}, was), Version({PATH: after.encode()}, now))
        assert said(difference(Versions("base", "", *sides, dict))) == set()


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def history(repo: Repo) -> Repo:
    """A repository of two commits, and a change that is not committed; a branch left at the first."""
    path = repo.add()
    git(repo.root, "init", "-q", "-b", "main")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "one")
    git(repo.root, "branch", "side")
    path.write_text(
        GOOD.replace('["artificial-intelligence"]', '["artificial-intelligence", "cloud"]'), encoding="utf-8"
    )
    git(repo.root, "commit", "-qam", "two")
    path.write_text(GOOD + 'title = "A page"\n', encoding="utf-8")
    return repo


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((), {("removed", ("topics", "cloud")), ("changed", ("sources", "https://example.org/1", "title"))}),
        (("HEAD",), {("removed", ("topics", "cloud")), ("changed", ("sources", "https://example.org/1", "title"))}),
        (("HEAD~1",), {("changed", ("sources", "https://example.org/1", "title"))}),
        (("...",), {("removed", ("topics", "cloud")), ("changed", ("sources", "https://example.org/1", "title"))}),
        (("side...",), {("changed", ("sources", "https://example.org/1", "title"))}),
        (("HEAD~1..HEAD",), {("added", ("topics", "cloud"))}),
        (("HEAD~1..",), {("added", ("topics", "cloud"))}),
        (("..HEAD~1",), {("removed", ("topics", "cloud"))}),
        (("main...side",), set()),
        (("side...main",), {("added", ("topics", "cloud"))}),
    ],
)
def test_spans_are_those_of_git(history: Repo, coopdb: Run, span: tuple[str, ...], expected: Said) -> None:
    assert history
    found = coopdb("diff", *span, "--format", "json")
    assert found.code == 0, found.err
    document = json.loads(found.out)
    assert {(each["change"], tuple(each["route"])) for each in document["items"]} == expected
    assert (document["version"], document["report"]) == (1, "diff")


def test_a_change_of_words_alone_reads_what_has_not_changed(history: Repo, coopdb: Run) -> None:
    git(history.root, "commit", "-qam", "three")
    words = (
        '[ports]\nlabels = { en = "Ports", fr = "Ports", ar = "P" }\naliases = { en = ["artificial-intelligence"] }\n'
    )
    (history.root / "records/topics.toml").write_text(words, encoding="utf-8")
    assert "No meaningful changes." in coopdb("diff").out
    git(history.root, "add", ".")
    git(history.root, "commit", "-qm", "four")
    assert "No meaningful changes." in coopdb("diff", "HEAD~1..HEAD").out


def test_it_is_told_in_words_and_languages(history: Repo, coopdb: Run) -> None:
    assert history
    found = coopdb("diff").out.splitlines()
    assert found[0] == "What the change means"
    assert found[1].startswith("From ")
    assert found[3:6] == [
        "Morocco – Qatar, 1 February 2026 (2026-02-01-ma-qa)",
        "  topic removed: Cloud computing (discussed)",
        "  source https://example.org/1: title: A page",
    ]
    assert found[-1] == "Counts are unchanged."
    assert "sujet retiré : Informatique en nuage (discuté)" in coopdb("diff", "--lang", "fr").out
    assert "حُذف موضوع" in coopdb("diff", "--lang", "ar", "--format", "html").out
    assert "- topic removed: Cloud computing" in coopdb("diff", "--format", "markdown").out


def test_nothing_of_meaning_stands_under_no_heading(history: Repo, coopdb: Run) -> None:
    git(history.root, "commit", "-qam", "three")
    assert coopdb("diff").out.splitlines()[2:4] == ["", "  No meaningful changes."]
    assert "## " not in coopdb("diff", "--format", "markdown").out
    assert "<h2></h2>" not in coopdb("diff", "--format", "html").out


def test_without_git_or_a_commit_it_is_said_what_is_missing(repo: Repo, coopdb: Run) -> None:
    repo.add()
    found = coopdb("diff")
    assert (found.code, "is in no git repository" in found.err) == (2, True)
    assert "--since" not in found.err
    git(repo.root, "init", "-q")
    found = coopdb("diff")
    assert (found.code, "there is no commit yet to compare with" in found.err) == (2, True)


def test_records_in_a_submodule_are_not_taken_for_new(repo: Repo, coopdb: Run) -> None:
    path = repo.add("2026/2026-02-01-ma-qa.toml")
    inner, outer = path.parents[1], repo.root
    for root in (inner, outer):
        git(root, "init", "-q")
    git(inner, "add", ".")
    git(inner, "commit", "-qm", "inner")
    git(outer, "add", ".")
    git(outer, "commit", "-qm", "outer")
    for span in ((), ("HEAD..HEAD",)):
        found = coopdb("diff", *span)
        assert (found.code, found.out) == (3, "")
        assert "`records` is a submodule" in found.err


def test_records_that_are_alike_are_not_each_compared_with_each() -> None:
    entry = entry_of("records/2026/2026-02-01-ma-qa.toml", GOOD.encode(), packaged_vocabularies())
    compared_pairs = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal compared_pairs
        compared_pairs += event == "call" and frame.f_code is pairing._likeness.__code__

    was, now = ({f"{side}{number}": entry for number in range(100)} for side in "ab")
    other = GOOD.replace("talk about AI", "sign a pact").encode()
    was["c"] = now["d"] = entry_of("records/2026/2026-03-01-ma-qa.toml", other, packaged_vocabularies())
    sys.setprofile(count)
    try:
        pairs = list(pairing.paired(was, now))
    finally:
        sys.setprofile(None)
    assert (was["c"], now["d"]) in pairs
    assert 0 < compared_pairs <= 100


def test_values_of_fixed_lists_are_worded() -> None:
    record = copy.deepcopy(WHOLE)
    record["commitments"][1]["status"] = "done"
    record["level"] = "technical"
    versions = Versions(
        "base", "", *(Version({PATH: tomli_w.dumps(each).encode()}, {}) for each in (WHOLE, record)), dict
    )
    texts = [item.text for item in difference(versions, "fr").records[0].items]
    assert texts == [
        "niveau : niveau ministériel → niveau technique",
        "engagement « Train teachers » : statut : ouvert → tenu",
    ]


def test_what_is_broken_is_named_after_the_rest(history: Repo, coopdb: Run) -> None:
    history.add(content="title = ")
    found = coopdb("diff").out
    assert "Not compared, because of faults\n  records/2026/2026-02-01-ma-qa.toml (faulty now)" in found
    assert "record removed" not in found


def test_a_workflow_gets_notices_and_a_summary(
    history: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for day in range(10, 22):
        history.add(f"2026/2026-03-{day}-ma-qa.toml", GOOD.replace("2026-02-01", f"2026-03-{day}"))
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    plain = coopdb("diff", "--format", "github").out.splitlines()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert coopdb("diff", "--format", "github").out.splitlines() == plain
    assert len(plain) == 10
    assert all(line.startswith("::notice title=") for line in plain)
    assert plain[-1].endswith("::… 4%0ACounts: meetings +12, held +12 and sources +12.")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n# What the change means\n")
    assert text.count("new record: “Morocco and Qatar talk about AI”") == 12


def test_the_values_of_an_element_are_told_to_programs() -> None:
    record = copy.deepcopy(WHOLE)
    del record["commitments"][0]
    found = compared({PATH: tomli_w.dumps(WHOLE).encode()}, {PATH: tomli_w.dumps(record).encode()})
    (item,) = found.records[0].items
    assert item.now is None
    assert item.was == {
        "key": "build-it", "text": "Build the cloud", "owner": "FR", "due": "2025-01", "topics": ["cloud"],
        "evidence": "A page.", "closed_by": "2025-02-02-fr-ma",
        "updates": [{"date": "2024-12-01", "status": "in-progress", "note": "Begun."}],
    }  # fmt: skip


@pytest.mark.parametrize("span", ["a..b..c", "no-such", "HEAD..no-such", "--all", "HEAD~1..HEAD..."])
def test_what_is_no_span_is_refused(history: Repo, coopdb: Run, span: str) -> None:
    assert history
    assert coopdb("diff", "--", span).code in (2, 3)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("capacity: lead → witness", "renewal: automatic → none", "kind: press → communiqué")),
        ("fr", ("qualité : chef de délégation → témoin", "renouvellement : tacite → aucun", "presse → communiqué")),
        ("ar", ("رئيس الوفد ← شاهد", "تلقائي ← دون تجديد", "صحافة ← بيان")),
    ],
)
def test_values_of_fixed_lists_are_in_words(language: Language, words: tuple[str, ...]) -> None:
    record = copy.deepcopy(WHOLE)
    record["participants"][0]["capacity"] = "witness"
    record["documents"][0]["renewal"] = "none"
    record["sources"][0]["kind"] = "communique"
    texts = [tomli_w.dumps(each).encode() for each in (WHOLE, record)]
    was, now = (Version({PATH: text}, {}) for text in texts)
    (found,) = difference(Versions("base", "", was, now, dict), language).records
    assert len(found.items) == len(words)
    told = "\n".join(item.text for item in found.items)
    assert all(each in told for each in words), told


def test_french_puts_an_article_before_days_and_none_before_months() -> None:
    wording = Wording(packaged_vocabularies(), "fr")
    assert wording.dated("filter.until", "2026-03-01") == "jusqu'au 1er mars 2026"
    assert wording.dated("filter.until", "2026-03") == "jusqu'en mars 2026"
    assert wording.dated("diff.moved", "2026-04") == "déplacée ; auparavant en avril 2026"
    assert wording.dated("diff.due", "2026-04-11~") == "pour le 11 avril 2026 environ"


def test_two_meetings_of_one_day_are_not_one_because_neither_has_a_summary() -> None:
    plain = {key: value for key, value in WHOLE.items() if key not in ("summary", "previous_dates")}
    other = plain | {"title": "Another", "sources": [{"url": "https://example.org/9"}]}
    now = {"records/2024/2024-05-06-fr-ma-other.toml": tomli_w.dumps(other).encode()}
    assert said(compared({PATH: tomli_w.dumps(plain).encode()}, now)) == {("removed", ()), ("added", ())}
