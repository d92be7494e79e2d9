"""The JSON Schema (2020-12) of a record, for editors: types, lists of values, and what each key means.

It accepts codes and slugs, and the names that countries, organisations and topics have in English, French and Arabic
where these mean one of them alone: all in one list, so that a wrong value is one error. What it accepts may still be
wrong: what concerns several keys, or several records, no schema can say.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from coopdb.data.meanings import MEANINGS
from coopdb.record.fields import RecordField, record_fields
from coopdb.record.model import TABLES, Meeting
from coopdb.record.types import VOCABULARY
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

Schema = dict[str, Any]
_LANGUAGES = ("en", "fr", "ar")  # of the names that it accepts


def make_schema(vocabularies: Vocabularies) -> Schema:
    """Make the schema of a record whose names are those of the vocabularies."""
    told = {(each.table, each.key): _told(each) for fields in record_fields().values() for each in fields}
    whole = Meeting.model_json_schema()
    models = whole.pop("$defs")
    tables = {name: models[model.__name__] for name, model in TABLES.items()}
    for name, table in {"": whole, **tables}.items():
        for key, schema in table["properties"].items():
            table["properties"][key] = {**told[name, key], **_simple(schema)}
        table.pop("description", None)
        table.pop("title", None)
    whole["properties"]["topics"]["items"] = {"anyOf": [_ref("topic"), _ref("topics")]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A meeting, as coopdb records it",
        **whole,
        "$defs": {**tables, **_vocabularies(vocabularies)},
    }


def _told(field: RecordField) -> Schema:
    """Return what an editor shows of a key: what it means, an example, and what each value of a fixed list means."""
    text = f"{field.help}\n\nExample: `{field.key} = {field.example}`"
    meanings = MEANINGS.get(field.kind)
    return {"description": text, **(_docs(meanings.values()) if meanings else {})}


def is_present(written: object) -> bool:
    """Tell whether a schema that was written is the present one, whatever topics of a repository's own it has."""
    present = make_schema(packaged_vocabularies())
    return bool(_packaged_part(written) == present)


def _packaged_part(written: Any) -> Any:
    """Leave out the topics that coopdb does not have; what has another form is left as it is."""
    packaged = _names(packaged_vocabularies().topics)
    match written:
        case {"$defs": {"topic": {"enum": [*names], "x-taplo": {"docs": {"enumValues": [*labels]}}}}}:
            kept = {
                name: label
                for name, label in zip(names, labels, strict=False)
                if isinstance(name, str) and name in packaged
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
    """List the keys and names of vocabularies, each with what editors show beside it."""
    return _listed({name: label for each in vocabularies for name, label in _names(each).items()})


def _names(vocabulary: Vocabulary) -> dict[str, str]:
    """Map the keys to the English names, and the display names that mean one entry alone to its key."""
    keys = [key for key in vocabulary.entries if key in vocabulary]
    found = {key: vocabulary.label(key) for key in keys}
    for key in keys:
        labels = vocabulary[key].labels
        for name in (labels[language] for language in _LANGUAGES if language in labels):
            if [match.key for match in vocabulary.resolve(name)] == [key]:
                found.setdefault(name, key)
    return found


def _listed(labels: Mapping[str, str]) -> Schema:
    return {"type": "string", "enum": list(labels), **_docs(labels.values())}


def _docs(texts: Iterable[str]) -> Schema:
    return {"x-taplo": {"docs": {"enumValues": list(texts)}}}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
