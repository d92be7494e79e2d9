"""The JSON Schema (2020-12) of a record, for editors: types, lists of values, and what each key means.

It asks for the canonical form: codes and slugs, as the vocabularies have them. What it accepts may still be wrong: what
concerns several keys, or several records, no schema can say.
"""

from collections.abc import Mapping
from typing import Any

from coopdb.record.fields import record_fields
from coopdb.record.model import TABLES, Meeting
from coopdb.record.types import VOCABULARY
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

Schema = dict[str, Any]


def make_schema(vocabularies: Vocabularies) -> Schema:
    """Make the schema of a record whose names are those of the vocabularies."""
    help_of = {(each.table, each.key): each.help for fields in record_fields().values() for each in fields}
    whole = Meeting.model_json_schema()
    models = whole.pop("$defs")
    tables = {name: models[model.__name__] for name, model in TABLES.items()}
    for name, table in {"": whole, **tables}.items():
        for key, schema in table["properties"].items():
            table["properties"][key] = {"description": help_of[name, key], **_simple(schema)}
        table.pop("description", None)
        table.pop("title", None)
    whole["properties"]["topics"]["items"] = {"anyOf": [_ref("topic"), _ref("topics")]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A meeting, as coopdb records it",
        **whole,
        "$defs": {**tables, **_vocabularies(vocabularies)},
    }


def is_present(written: object) -> bool:
    """Tell whether a schema that was written is the present one, whatever topics of a repository's own it has."""
    present = make_schema(packaged_vocabularies())
    return bool(_packaged_part(written) == present)


def _packaged_part(written: Any) -> Any:
    """Leave out the topics that coopdb does not have; what has another form is left as it is."""
    packaged = packaged_vocabularies().topics
    match written:
        case {"$defs": {"topic": {"enum": [*keys], "x-taplo": {"docs": {"enumValues": [*labels]}}}}}:
            kept = {
                key: label
                for key, label in zip(keys, labels, strict=False)
                if isinstance(key, str) and key in packaged.entries
            }
            return {**written, "$defs": {**written["$defs"], "topic": _listed(kept)}}
        case _:
            return written


def _simple(schema: Schema) -> Schema:
    """Drop what is there for Python: titles, nulls and defaults of null; and refer to tables and vocabularies."""
    schema = {key: value for key, value in schema.items() if key not in ("title", "default") or _tells(key, value)}
    if VOCABULARY in schema:
        return _ref(schema[VOCABULARY])
    if "$ref" in schema:
        model = schema["$ref"].rpartition("/")[2]
        return _ref(next(name for name, each in TABLES.items() if each.__name__ == model))
    if "items" in schema:
        schema["items"] = _simple(schema["items"])
    if "anyOf" in schema:
        choices = [_simple(each) for each in schema.pop("anyOf") if each != {"type": "null"}]
        schema |= choices[0] if len(choices) == 1 else {"anyOf": choices}
    return schema


def _tells(key: str, value: object) -> bool:
    """Tell whether a default says something to the author of a record."""
    return key == "default" and isinstance(value, str | bool)


def _vocabularies(vocabularies: Vocabularies) -> Schema:
    countries, organizations = vocabularies.countries, vocabularies.organizations
    return {
        "country": _enum(countries),
        "organization": _enum(organizations),
        "topic": _enum(vocabularies.topics),
        "party": _enum(countries, organizations),
    }


def _enum(*vocabularies: Vocabulary) -> Schema:
    """List the keys of vocabularies, with their names for editors that show them beside each."""
    return _listed({key: each.label(key) for each in vocabularies for key in each.entries if key in each})


def _listed(labels: Mapping[str, str]) -> Schema:
    return {
        "type": "string",
        "enum": list(labels),
        "x-taplo": {"docs": {"enumValues": list(labels.values())}},
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
