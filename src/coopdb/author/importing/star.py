"""Makes records of coopdb's own export: the tables of a star, or records as `show` writes them."""

from collections.abc import Iterator, Mapping
from typing import Any

from coopdb.author.importing.filling import FLAGS
from coopdb.author.importing.rows import InputTable, Intake, ProposedRecord, Rejected, Row
from coopdb.author.importing.tables import OWN_TOPICS, Tables, Values, read_meetings, read_parts
from coopdb.errors import StopError
from coopdb.record.fields import columns_of
from coopdb.record.mapping import keys_of
from coopdb.text import visible
from coopdb.vocabulary.vocabularies import Vocabularies

_LISTS = ("topics", "sources", "waivers")  # records have them under the same name
_BESIDE = ("id", "path", "countries", "organizations")  # what JSON has besides the record itself


def map_records(sheet: InputTable) -> Intake:
    """Make a proposal of every object that has the shape of a record."""
    proposals = [_whole(row, row.content) for row in sheet.rows if isinstance(row.content, Mapping)]
    return Intake(tuple(proposals), tuple(Rejected(row, row.fault) for row in sheet.rows if row.fault))


def _whole(row: Row, content: Mapping[str, Any]) -> ProposedRecord:
    record_id = content.get("id")
    data = {key: value for key, value in content.items() if key not in _BESIDE}
    return ProposedRecord(row, data, record_id if isinstance(record_id, str) else "")


def map_star(tables: Tables, vocabularies: Vocabularies) -> Intake:
    """Make a proposal of every meeting of an export, with its rows of the other tables."""
    parts = read_parts(tables)
    proposals: dict[str, ProposedRecord] = {}
    rejected = []
    seen = set()
    for row, values in read_meetings(tables):
        number = str(values.get("meeting", ""))
        seen.add(number)
        if row.fault or number in proposals:
            rejected.append(Rejected(row, row.fault or f"another row has the number `{number}` too"))
            continue
        of_it = {name: part.get(number, []) for name, part in parts.items()}
        record = {"id": values.get("id", ""), **record_of(values, of_it, vocabularies)}
        proposals[number] = _whole(Row(row.number, _something(record)), _something(record))
    orphans = sum(len(rows) for part in parts.values() for number, rows in part.items() if number not in seen)
    return Intake(tuple(proposals.values()), tuple(rejected), orphans=orphans)


def record_of(values: Values, parts: Mapping[str, list[Values]], vocabularies: Vocabularies) -> dict[str, Any]:
    """Put a record together of the row of a meeting and its rows of the other tables; what is missing is nothing."""
    record = _member("", values)
    record["venue"] = _member("venue", values)
    record["participants"] = [_participant(each, vocabularies) for each in parts["people"]]
    record |= {name: [_member(name, each) for each in parts[name]] for name in _LISTS}
    record |= {name: list(_with_topics(name, parts)) for name in OWN_TOPICS}
    record["previous_dates"] = [each.get("date") for each in parts["previous_dates"]]
    for key in ("follows", "related"):
        record[key] = [each.get("target") for each in parts["links"] if each.get("kind") == key]
    return record


def _participant(values: Values, vocabularies: Vocabularies) -> dict[str, Any]:
    party = values.get("party")
    kind = "organization" if party in vocabularies.organizations.entries else "country"
    return _something({kind: party, **_member("participants", values)})


def _with_topics(name: str, parts: Mapping[str, list[Values]]) -> Iterator[dict[str, Any]]:
    """Yield the documents or the commitments of a meeting, each with the topics that the rows of another table give."""
    table, key = OWN_TOPICS[name]
    topics = {each[key]: list(_topics_beside(each)) for each in parts[name] if key in each}
    for row in parts[table]:
        if (owner := row.get(key, "")) not in topics:
            hint = f"each row of `{table}` names one of `{name}`, of the same meeting; nothing is imported"
            raise StopError(f"`{table}` has a topic of `{visible(str(owner))}`, which `{name}` does not have", hint)
        topics[owner].append(row.get("topic"))
    updates = _beside(parts, name, key, "commitment_updates")
    signatories = _beside(parts, name, key, "document_signatories")
    for each in parts[name]:
        owner = each.get(key, "")
        beside = {
            "topics": topics.get(owner, _topics_beside(each)),
            "signatories": [row.get("name") for row in signatories.get(owner, ())],
            "updates": [_member("commitments.updates", row) for row in updates.get(owner, ())],
        }
        yield _member(name, each) | _something(beside)


def _beside(parts: Mapping[str, list[Values]], name: str, key: str, table: str) -> dict[str, list[Values]]:
    """Return the rows of another table that tell of documents or commitments of a meeting, by whose they are."""
    found: dict[str, list[Values]] = {str(each.get(key, "")): [] for each in parts[name]}
    for row in parts[table] if table.startswith(key) else ():
        if (owner := str(row.get(key, ""))) not in found:
            hint = f"each row names one of `{name}`, of the same meeting; nothing is imported"
            raise StopError(f"`{table}` tells of `{visible(owner)}`, which `{name}` does not have", hint)
        found[owner].append(row)
    return found


def _topics_beside(values: Values) -> list[Any]:
    """Return the topics that an export of before that table has in a column, with `;` between them."""
    return [*filter(None, str(values.get("topics") or "").split(";"))]


def _member(table: str, values: Values) -> dict[str, Any]:
    """Return what a row says of the keys that fill its columns."""
    return _something({each.key: _typed(each.key, values.get(each.column)) for each in columns_of(table)})


def _typed(key: str, value: object) -> object:
    """Turn what a table of the star holds into what the record does."""
    if value in (None, ""):
        return None
    if key in keys_of(int):
        return int(str(value)) if str(value).isdecimal() else value
    if key in keys_of(bool):
        return FLAGS.get(str(value).lower(), value)
    return str(value)


def _something(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is missing."""
    return {key: value for key, value in values.items() if value not in (None, [], {}, "")}
