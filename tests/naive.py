"""A count in plain Python that knows nothing of coopdb's tables: what belongs together, as the design words it."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, pairwise, product
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

DATA = Path(__file__).parent.parent / "src" / "coopdb" / "data"
TOPICS = json.loads((DATA / "topics.json").read_text(encoding="utf-8"))["entries"]

Record = dict[str, Any]
Row = dict[str, str | None]
Pair = tuple[str | None, str | None]

# The five tables that hold what belongs together, by what can be counted.
TABLE = {
    "topic": "topics", "topic-area": "topics", "stage": "topics",
    "document-kind": "documents", "document-state": "documents",
    "owner": "commitments", "commitment-status": "commitments",
    "source-kind": "sources", "publisher": "sources", "language": "sources",
    "person": "people", "institution": "people",
}  # fmt: skip
WHOLE = (
    "country",
    "organization",
    "pair",
    "year",
    "decade",
    "level",
    "host",
    "series",
)  # what the meeting as a whole has
DIMENSIONS = (*TABLE, *WHOLE)
UNITS = ("meetings", "documents", "commitments", "sources", "people")


@dataclass(frozen=True)
class Question:
    """What is asked: filters are a field with texts each, of which a text may name several values by commas."""

    rows: str
    columns: str | None = None
    unit: str = "meetings"
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[tuple[str, str], ...] = ()


@dataclass
class Answer:
    """The items of each cell, and all of them; and the meetings that they are of."""

    cells: dict[Pair, set[object]] = field(default_factory=dict)
    items: set[object] = field(default_factory=set)
    meetings: dict[Pair, set[str]] = field(default_factory=dict)

    def margin(self, side: int, key: str | None) -> int:
        return len(set().union(*(items for pair, items in self.cells.items() if pair[side] == key)))


def area(slug: str) -> str:
    while TOPICS[slug].get("broader"):
        slug = TOPICS[slug]["broader"]
    return slug


def narrower(slug: str) -> set[str]:
    found = {slug}
    while more := {each for each, entry in TOPICS.items() if entry.get("broader") in found} - found:
        found |= more
    return found


def state_of(document: Record) -> str:
    """Return the state of a document long after its meeting."""
    return "in-force" if "in_force" in document else {True: "signed", False: "unsigned"}[document["signed"]]


def rows_of(record: Record, table: str) -> list[Row]:
    """Return the rows of one of the five tables."""
    if table == "topics":
        return [
            {"topic": each["topic"], "topic-area": area(each["topic"]), "stage": each["stage"]}
            for each in record["topics"]
        ]
    if table == "documents":
        return [{"document-kind": each["kind"], "document-state": state_of(each)} for each in record["documents"]]
    if table == "commitments":
        return [
            {"owner": each.get("owner"), "commitment-status": each.get("status", "open")}
            for each in record["commitments"]
        ]
    if table == "sources":
        return [
            {"source-kind": each.get("kind"), "publisher": each.get("publisher"), "language": each.get("language")}
            for each in record["sources"]
        ]
    return [
        {"person": each.get("name")} | {key: each.get(key) for key in ("institution", "country", "organization")}
        for each in record["participants"]
    ]


def whole(record: Record, dimension: str) -> set[str]:
    """Return what the meeting as a whole has."""
    if dimension in ("country", "organization"):
        return {each[dimension] for each in record["participants"] if dimension in each}
    if dimension == "pair":
        return {"-".join(pair) for pair in combinations(sorted(whole(record, "country")), 2)}
    if dimension == "host":
        return {record["venue"]["country"]} if "venue" in record else set()
    if dimension == "series":
        return {record["series"]} if "series" in record else set()
    if dimension == "level":
        return {record["level"]} if "level" in record else set()
    year = str(record["date"])[:4]
    return {year} if dimension == "year" else {f"{year[:3]}0s"}


def any_row(record: Record, dimension: str) -> set[str | None]:
    if dimension in TABLE:
        return {row[dimension] for row in rows_of(record, TABLE[dimension])}
    return {*whole(record, dimension)}


def wanted(name: str, text: str) -> set[str | None]:
    """Return the values that a text of a filter names: a topic with what is narrower, None for `(none)`."""
    values = set(text.split(","))
    named = values - {"(none)"}
    found: set[str | None] = {*(set().union(*map(narrower, named)) if name == "topic" else named)}
    return found | {None} if "(none)" in values else found


def has_some(values: set[str | None], asked: set[str | None]) -> bool:
    """Tell whether any of the values is asked for, or that there is none."""
    present = values - {None}
    return bool(present & asked) or (None in asked and not present)


def has_all(rows: Collection[Row], filters: Iterable[tuple[str, tuple[str, ...]]]) -> bool:
    """Tell whether, for every combination of what is asked of several columns, one row has it all."""
    asked = [[(name, wanted(name, text)) for text in texts] for name, texts in filters]
    if len(asked) == 1:
        return all(has_some({row[name] for row in rows}, values) for name, values in asked[0])
    return all(
        any(all(row[name] in values for name, values in each) for row in rows) for each in product(*asked) if each
    )


def narrowed(rows: Iterable[Row], shown: set[str], question: Question) -> list[Row]:
    """Keep the rows that have any of the values that filters ask for in other columns than those shown."""
    found = list(rows)
    for name, texts in question.filters:
        if found and name in found[0] and name in TABLE and name not in shown:
            if name == "topic" and "topic-area" in shown:
                continue
            values = set().union(*(wanted(name, text) for text in texts))
            found = [row for row in found if row[name] in values]
    return found


def topics_of(record: Record, part: Record) -> list[Row]:
    """Return the topics of a document or a commitment: its own, at the stages they have here, or the meeting's."""
    every = rows_of(record, "topics")
    own: list[Row] = []
    for slug in part.get("topics", ()):
        here = [row for row in every if row["topic"] == slug]
        own += here or [{"topic": slug, "topic-area": area(slug), "stage": None}]
    return own or every


def units(record: Record, question: Question) -> Iterator[tuple[object, dict[str, list[Row]]]]:
    """Yield what is counted, with the rows of the tables that are its own."""
    if question.unit == "meetings":
        yield record["id"], {}
        return
    for number, row in enumerate(rows_of(record, question.unit)):
        own = {question.unit: [row]}
        if question.unit in ("documents", "commitments"):
            own["topics"] = topics_of(record, record[question.unit][number])
        if question.unit != "people":
            yield (record["id"], number), own
        elif row["person"]:
            yield row["person"], own


def is_chosen(rows: dict[str, list[Row]], question: Question, tables: Iterable[str]) -> bool:
    def table_of(name: str) -> str:
        is_persons = question.unit == "people" and name in ("country", "organization")
        return "people" if is_persons else TABLE.get(name, "")

    return all(
        has_all(rows[table], [each for each in question.filters if table_of(each[0]) == table]) for table in tables
    )


def is_selected(record: Record, question: Question, own: Iterable[str]) -> bool:
    """Tell whether a meeting has what is asked of meetings, and nothing that is left out."""
    if record.get("status", "held") != "held" or record.get("draft"):
        return False
    if any(has_some(any_row(record, name), wanted(name, text)) for name, text in question.exclude):
        return False
    shared = [name for name in WHOLE if question.unit != "people" or name not in ("country", "organization")]
    asked = [(name, text) for name, texts in question.filters if name in shared for text in texts]
    if not all(has_some({*whole(record, name)}, wanted(name, text)) for name, text in asked):
        return False
    others = set(TABLE.values()) - set(own)
    return is_chosen({table: rows_of(record, table) for table in others}, question, others)


def pairs(record: Record, own: dict[str, list[Row]], question: Question) -> set[Pair]:
    """Return the cells that something stands in: both values of one row where a table has both, else any of each."""
    sides = [question.rows] if question.columns is None else [question.rows, question.columns]
    is_of_people = question.unit == "people" or any(TABLE.get(side) == "people" for side in sides)
    tables = [
        "people" if is_of_people and side in ("country", "organization") else TABLE.get(side, "") for side in sides
    ]

    def rows(table: str, *shown: str) -> list[Row]:
        found = own.get(table) or rows_of(record, table)
        return found if table == question.unit else narrowed(found, set(shown), question)

    if len(sides) > 1 and tables[0] and tables[0] == tables[1] and sides[0] != sides[1]:
        both = {(row[sides[0]], row[sides[1]]) for row in rows(tables[0], *sides)}
        is_units = tables[0] == question.unit
        return {pair for pair in both if is_units or any(pair)} or {(None, None)}
    values = [
        {row[side] for row in rows(table, side)} - {None} if table and (own.get(table) or side in TABLE)
        else whole(record, side)
        for side, table in zip(sides, tables, strict=True)
    ]  # fmt: skip
    keys = [found or {None} for found in values] + ([{question.unit}] if len(sides) == 1 else [])
    return set(product(*keys))  # type: ignore[arg-type]  # of two


def count(records: Iterable[Record], question: Question) -> Answer:
    """Count."""
    own_tables = [] if question.unit == "meetings" else [question.unit]
    own_tables += ["topics"] if question.unit in ("documents", "commitments") else []
    answer = Answer()
    for record in records:
        if not is_selected(record, question, own_tables):
            continue
        for item, own in units(record, question):
            if not is_chosen(own, question, own_tables):
                continue
            answer.items.add(item)
            for pair in pairs(record, own, question):
                answer.cells.setdefault(pair, set()).add(item)
                answer.meetings.setdefault(pair, set()).add(record["id"])
    return answer


SOME_TOPICS = (
    "artificial-intelligence", "language-models", "cloud", "5g", "e-commerce", "data-protection", "data-and-ai"
)  # fmt: skip
VALUES: dict[str, tuple[str, ...]] = {
    "topic": SOME_TOPICS,
    "topic-area": tuple(dict.fromkeys(map(area, SOME_TOPICS))),
    "stage": ("mentioned", "discussed", "proposed", "agreed"),
    "document-kind": ("mou", "agreement", "action-plan"),
    "document-state": ("in-force", "signed", "unsigned"),
    "owner": ("MA", "QA", "unido"),
    "commitment-status": ("open", "done", "dropped"),
    "source-kind": ("press", "communique", "official-site"),
    "publisher": ("Gazette", "Herald", "Courier"),
    "language": ("fr", "en", "ar"),
    "person": ("Amal", "Bruno", "Carla", "Dalia"),
    "institution": ("Ministry", "Agency", "Bureau"),
    "country": ("MA", "QA", "FR", "DE"),
    "organization": ("unido", "itu"),
    "pair": ("MA-QA", "DE-FR", "FR-MA"),
    "year": ("2018", "2024", "2025"),
    "decade": ("2010s", "2020s"),
    "level": ("ministerial", "ambassadorial"),
    "host": ("MA", "FR"),
    "series": ("Digital dialogue", "Trade council"),
}
# What makes a document have a state.
STATES: dict[str, Record] = {
    "in-force": {"signed": True, "in_force": "2018"},
    "signed": {"signed": True},
    "unsigned": {"signed": False},
}


def seeded(seed: int) -> Random:
    """Return chance that is the same each time."""
    return Random(seed)  # noqa: S311  # it keeps no secret


def make_records(random: Random, number: int) -> list[Record]:
    """Make records that have several rows in every table, some with nothing in a column, some twice the same."""
    return [_record(random, place) for place in range(number)]


def _record(random: Random, number: int) -> Record:
    def some(name: str, missing: float = 0.25) -> str | None:
        return random.choice(VALUES[name]) if random.random() >= missing else None

    def rows(keys: dict[str, str], most: int = 4, missing: float = 0.25) -> list[Record]:
        each = [{key: some(name, missing) for key, name in keys.items()} for _ in range(random.randint(2, most))]
        return [{key: value for key, value in row.items() if value} for row in each]

    def part(row: Record) -> Record:
        own = random.sample(SOME_TOPICS, random.randint(1, 2)) if random.random() < 0.5 else []
        return row | ({"topics": own} if own else {})

    first, second = random.sample(VALUES["country"], 2)
    parties = [{"country": first}, {"country": second}]
    if random.random() < 0.3:
        parties.append({"organization": random.choice(VALUES["organization"])})
    people = rows({"name": "person", "institution": "institution"}, 5)
    year = random.choice(VALUES["year"])
    day = f"{year}-01-{number % 28 + 1:02}"
    record: Record = {
        "id": f"{day}-{'-'.join(sorted((first, second))).lower()}-{number}",
        "title": f"Meeting {number}",
        "date": day,
        "topics": rows({"topic": "topic", "stage": "stage"}, 5, missing=0),
        "participants": [party | person for party, person in zip(parties, people, strict=False)],
        "documents": [
            part({"kind": row["kind"]} | STATES[row["state"]])
            for row in rows({"kind": "document-kind", "state": "document-state"}, missing=0)
        ],
        "commitments": [
            part({"text": "To do it", "status": "open"} | row)
            for row in rows({"owner": "owner", "status": "commitment-status"})
        ],
        "sources": [
            {"url": f"https://example.org/{number}/{place}"} | row
            for place, row in enumerate(rows({"kind": "source-kind", "publisher": "publisher", "language": "language"}))
        ],
    }
    record["participants"] += [random.choice(parties) | person for person in people[len(parties) :]]
    record["participants"] += parties[len(people) :]
    for key, name in (("level", "level"), ("host", "host"), ("series", "series")):
        if value := some(name):
            record |= {"venue": {"country": value}} if key == "host" else {key: value}
    record["status"] = random.choices(("held", "planned"), (9, 1))[0]
    record["draft"] = random.random() < 0.05
    return record


def make_question(random: Random, *, of_one_table: bool) -> Question:
    """Make a question; of one table, if wanted, are its rows and columns, or rows and a filter, or two filters."""
    rows = random.choice(DIMENSIONS)
    columns = random.choice((None, *DIMENSIONS, *DIMENSIONS))
    asked = random.choices(DIMENSIONS, k=random.choice((0, 1, 1, 2)))
    if of_one_table:
        table = random.choice(sorted(set(TABLE.values()) - {"documents"}))
        pool = [name for name in TABLE if TABLE[name] == table]
        pool += ["country", "organization"] if table == "people" else []
        one, other = random.sample(pool, 2)
        if random.random() < 0.5 or "country" in (one, other) or "organization" in (one, other):
            rows, columns = one, other
        elif random.random() < 0.5:
            rows, asked = one, [other, *asked[:1]]
        else:
            asked = [one, other]
    filters = {name: tuple(_text(random, name) for _ in range(random.choice((1, 1, 2)))) for name in asked}
    exclude = [(name, _text(random, name)) for name in random.sample(DIMENSIONS, random.choice((0, 0, 0, 1)))]
    unit = random.choice((*UNITS, *("meetings",) * 4))
    return Question(rows, columns, unit, tuple(filters.items()), tuple(exclude))


def _text(random: Random, name: str) -> str:
    values = random.sample(VALUES[name], random.choice((1, 1, 2)))
    return ",".join([*values[1:], "(none)"] if random.random() < 0.15 else values)


def until(answer: Answer, side: int, period: str, other: str | None, *, is_margin: bool = False) -> set[object]:
    """Return the items of all periods up to one, in a cell with `other`, or at the margin; `side` is the periods'."""
    return set().union(
        *(
            items
            for pair, items in answer.cells.items()
            if (key := pair[side]) is not None and key <= period and (is_margin or pair[1 - side] == other)
        )
    )


def first_day(text: str) -> date:
    """Return the first possible day of a partial date."""
    return date.fromisoformat((text.rstrip("~") + "-01-01")[:10])


def span(records: Iterable[Record], *, is_pair: bool) -> tuple[str | None, str | None, float | None]:
    """Return the dates of the first and the last meeting, and the median of the days between them."""
    ordered = sorted(records, key=lambda record: (first_day(record["date"]), record["id"]))
    if not ordered:
        return None, None, None
    days = [first_day(record["date"]) for record in ordered if len(record["date"].rstrip("~")) > len("2026")]
    if is_pair:
        days = [day for place, day in enumerate(days) if not place or (day - days[place - 1]).days > 14]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return ordered[0]["date"], ordered[-1]["date"], median(gaps) if len(days) >= 3 else None
