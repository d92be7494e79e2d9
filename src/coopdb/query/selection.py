"""Filters: what the user asked for, resolved to one SQL condition, its words for a footer and its values for JSON."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.query.fields import FIELDS, Field, Hit
from coopdb.query.filters import Filters
from coopdb.store.star import Star
from coopdb.text import did_you_mean

if TYPE_CHECKING:
    from coopdb.record.dates import DateError, PartialDate

_ANY = "any"
_MOST = 500  # filters; SQLite takes not many more


class Selection(NamedTuple):
    """Resolved filters: an SQL condition on `meetings` with its parameters, words for people, values for JSON."""

    sql: str
    parameters: tuple[str, ...]
    words: tuple[str, ...]
    filters: Mapping[str, object]


EVERYTHING = Selection("1 = 1", (), (), MappingProxyType({}))


class _Condition(NamedTuple):
    """One part of a selection; all of them must hold."""

    sql: str
    parameters: tuple[str, ...]
    words: str
    name: str
    value: object


def select(filters: Filters, star: Star) -> Selection:
    """Resolve filters against the vocabularies and the records at hand; an unknown value is a usage error."""
    conditions = tuple(_conditions(filters, star))
    if len(conditions) > _MOST:
        raise usage_error(f"more than {_MOST} filters", "name several values in one, apart by commas")
    values: dict[str, object] = {}
    for condition in conditions:
        if isinstance(condition.value, list):
            present = values.setdefault(condition.name, [])
            values[condition.name] = [*(present if isinstance(present, list) else []), condition.value]
        else:
            values[condition.name] = condition.value
    return Selection(
        " AND ".join(condition.sql for condition in conditions) or "1 = 1",
        tuple(parameter for condition in conditions for parameter in condition.parameters),
        tuple(condition.words for condition in conditions),
        values,
    )


def _conditions(filters: Filters, star: Star) -> Iterator[_Condition]:
    for name, texts in filters.values.items():
        for text in texts:
            if not _lifts(FIELDS[name], text, star):
                yield _among(FIELDS[name], text, star)
    for text in filters.exclude:
        yield _excluded(text, star)
    if filters.since is not None:
        day = _date("--since", filters.since)
        yield _Condition("latest >= ?", (day.earliest.isoformat(),), f"since {day.text}", "since", day.text)
    if filters.until is not None:
        day = _date("--until", filters.until)
        yield _Condition("earliest <= ?", (day.latest.isoformat(),), f"until {day.text}", "until", day.text)
    if filters.drafts is False:
        yield _Condition("draft = 0", (), "no drafts", "drafts", value=False)
    if filters.drafts is True:
        yield _Condition("1 = 1", (), "drafts included", "drafts", value=True)


def _lifts(field: Field, text: str, star: Star) -> bool:
    """Tell whether `any` is among the values, which lifts the filter; others must be values of it all the same."""
    parts = [part.strip() for part in text.split(",")]
    if not field.has_any or _ANY not in map(str.casefold, parts):
        return False
    for part in parts:
        if part and part.casefold() != _ANY:
            _among(field, part, star)
    return True


def _among(field: Field, text: str, star: Star) -> _Condition:
    """Make the condition that a meeting has one of the values that `text` names."""
    hits = _hits(field, text, star)
    conditions, parameters = [], []
    for table, column in dict.fromkeys((hit.table, hit.column) for hit in hits):
        found = [hit.value for hit in hits if (hit.table, hit.column) == (table, column)]
        marks = ", ".join("?" * len(found))
        has = f"{column} IS NOT NULL AND {column} IN ({marks})"  # never NULL, whose contrary would be NULL too
        conditions.append(has if table == "meetings" else f"meeting IN (SELECT meeting FROM {table} WHERE {has})")  # noqa: S608  # our own names
        parameters += found
    words = " or ".join(dict.fromkeys(hit.label for hit in hits))
    shown = words if field.speaks_for_itself else f"{field.name.replace('-', ' ')}: {words}"
    keys = list(dict.fromkeys(hit.key for hit in hits))
    return _Condition(f"({' OR '.join(conditions)})", tuple(parameters), shown, field.name, keys)


def _hits(field: Field, text: str, star: Star) -> tuple[Hit, ...]:
    """Resolve each part of a text, or all of it where that is a name which has a comma."""
    parts = [part for part in map(str.strip, text.split(",")) if part]
    whole = tuple(field.find(text, star))
    if len(parts) < 2 or field.is_name(text, star):  # noqa: PLR2004  # one part is the whole
        return whole or field.refuse(text, star)
    try:
        return tuple(hit for part in parts for hit in tuple(field.find(part, star)) or field.refuse(part, star))
    except StopError:
        if whole:  # such as a name the other way round, with words left out
            return whole
        raise


def _excluded(text: str, star: Star) -> _Condition:
    name, equals, value = text.partition("=")
    if not equals or not value:
        raise usage_error(f"`--exclude {text}` is not of the form FIELD=VALUE", "for example `--exclude country=FR`")
    if name not in FIELDS:
        fields = ", ".join(f"`{field}`" for field in FIELDS)
        raise usage_error(f"unknown field `{name}`", did_you_mean(name, FIELDS) or f"one of {fields}")
    if _lifts(FIELDS[name], value, star):
        raise usage_error(f"`--exclude {name}={_ANY}` would leave out every meeting", f"name a {name}")
    inner = _among(FIELDS[name], value, star)
    shown = [f"{name}={key}" for key in inner.value] if isinstance(inner.value, list) else []
    return _Condition(f"NOT {inner.sql}", inner.parameters, f"not {inner.words}", "exclude", shown)


def _date(option: str, text: str) -> "PartialDate":
    from coopdb.record.dates import DateError, PartialDate  # here: few questions have a date

    try:
        return PartialDate.of(text)
    except DateError as error:
        raise usage_error(f"`{option} {text}`: {_why(error)}", "write `2026-02-01`, `2026-02` or `2026`") from error


def _why(error: "DateError") -> str:
    return str(error).partition(":")[0]
