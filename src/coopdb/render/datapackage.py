"""The description that goes with the files of an export: `datapackage.json`, made of the codebook.

Data Package 1, as <https://specs.frictionlessdata.io/tabular-data-package/> has it: the tables with their columns, what
may stand in them, and how they refer to one another.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple, get_args

from coopdb.query.export import ExportedTable
from coopdb.record import values
from coopdb.record.fields import columns_of, record_fields
from coopdb.record.model import TABLES, Meeting, RecordTable
from coopdb.render.data import dumps
from coopdb.store.star.tables import StarColumn, StarTable

NAME = "datapackage.json"
_DAY = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?"  # a partial date
_TYPES = {"integer": "integer", "boolean": "boolean", "text": "string", "day": "date"}
_MEETING = "meeting"  # the column by which the other tables refer to meetings
_PARTS = {"document": "documents", "commitment": "commitments"}  # columns by which tables refer to others, besides
_KEYS: Mapping[str, tuple[str, ...]] = {
    "meetings": (_MEETING,),
    "parties": (_MEETING, "party"),
    "pairs": (_MEETING, "pair"),
    "memberships": (_MEETING, "membership"),
    "documents": ("document",),
    "commitments": ("commitment",),
    "commitment_updates": ("commitment", "place"),
    "sources": ("source",),
    "labels": ("vocabulary", "key"),
    "codebook": ("table", "column"),
}
_MIT = {"name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License"}
_UNICODE = {"name": "Unicode-3.0", "path": "https://www.unicode.org/license.txt", "title": "Unicode License v3"}
_LICENCES = {"labels": (_MIT, _UNICODE), "codebook": (_MIT,)}  # of what is coopdb's own, and of CLDR


class PackageForm(NamedTuple):
    """How a format writes its files, in the words of a data package."""

    format: str
    mediatype: str
    more: Mapping[str, object] = {}
    booleans: Mapping[str, object] = {}


class PackageFacts(NamedTuple):
    """What a package is: the licence of the records by its SPDX name and their title, if known; and what was taken."""

    licence: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()


def packaged(
    files: Iterable[tuple[str, bytes]],
    tables: Iterable[ExportedTable],
    form: PackageForm,
    facts: PackageFacts,
    today: date,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files, one a table in the same order, and then what describes them."""
    resources = []
    for each, (name, content) in zip(tables, files, strict=True):
        resources.append(_resource(each.table, name, form))
        yield name, content
    licences = {"licenses": [{"name": facts.licence}]} if facts.licence else {}
    package = {
        "profile": "tabular-data-package",
        "name": "coopdb-export",
        "title": facts.title or "Meetings between countries, exported by coopdb",
        "description": " · ".join(facts.notes),
        "created": f"{today.isoformat()}T00:00:00Z",
        **licences,
        "resources": resources,
    }
    yield NAME, f"{dumps(package, indent=1)}\n".encode(errors="backslashreplace")


def _resource(table: StarTable, name: str, form: PackageForm) -> dict[str, object]:
    licences = {"licenses": [*_LICENCES[table.name]]} if table.name in _LICENCES else {}
    return {
        "name": table.name,
        "path": name,
        "profile": "tabular-data-resource",
        "description": table.about,
        "format": form.format,
        "mediatype": form.mediatype,
        **form.more,
        **licences,
        "schema": _schema(table, form),
    }


def _schema(table: StarTable, form: PackageForm) -> dict[str, object]:
    columns = [column.name for column in table.columns]
    schema: dict[str, object] = {"fields": [_field(table, each, form) for each in table.columns]}
    if key := _KEYS.get(table.name):
        schema["primaryKey"] = [*key]
    references = [(name, whole) for name, whole in {_MEETING: "meetings", **_PARTS}.items() if name in columns]
    keys = [_foreign(name, whole) for name, whole in references if whole != table.name]
    return schema | ({"foreignKeys": keys} if keys else {})


def _foreign(column: str, table: str) -> dict[str, object]:
    return {"fields": [column], "reference": {"resource": table, "fields": [column]}}


def _field(table: StarTable, column: StarColumn, form: PackageForm) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if _is_required(table, column) else {}
    if listed := get_args(getattr(values, column.values, None)):
        constraints["enum"] = [*listed]
    if (table.name, column.name) in _partial_dates():
        constraints["pattern"] = _DAY
    more = form.booleans if column.type == "boolean" else {}
    said = {"constraints": constraints} if constraints else {}
    return {"name": column.name, "type": _TYPES[column.type], "description": column.about, **more, **said}


def _is_required(table: StarTable, column: StarColumn) -> bool:
    """Tell whether a column always has a value: that of a key as the model says, another where no word says else."""
    of_key = _required_keys().get((table.name, column.name))
    if table.name in _LICENCES:
        return column.name in _KEYS[table.name]
    return "missing" not in column.about if of_key is None else of_key


@cache
def _required_keys() -> Mapping[tuple[str, str], bool]:
    """Return the columns that keys of a record fill, and whether each key has a value in every record."""
    models: dict[str, type[RecordTable]] = {"": Meeting, **TABLES}
    return {
        (each.star_table, each.column): type(None) not in get_args(_annotation(models[name], each.key))
        for name in record_fields()
        for each in columns_of(name)
    }


def _annotation(model: type[RecordTable], key: str) -> Any:
    return model.model_fields[key].annotation


@cache
def _partial_dates() -> frozenset[tuple[str, str]]:
    """Return the columns that hold partial dates."""
    return frozenset(
        (each.star_table, each.column) for name in record_fields() for each in columns_of(name) if each.kind == "date"
    )
