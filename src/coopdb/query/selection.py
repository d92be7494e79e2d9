"""Filters: what the user asked for, resolved to one SQL condition, its words for a footer and its values for JSON."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from coopdb.errors import usage_error
from coopdb.query.commas import split_values
from coopdb.query.condition import Condition
from coopdb.query.fields import Field, find_field
from coopdb.query.filters import Filters, field_and_value
from coopdb.query.hit import NONE, Hit, Place, place_of
from coopdb.query.limits import limits
from coopdb.query.rows import PARTIES, ROWS, RowFilter, combinations, having, some_row
from coopdb.query.sql import ALWAYS, Sql, every, joined
from coopdb.store.star.engine import Star
from coopdb.store.star.facets import facets

ANY = "any"  # lifts a filter
_MOST = 500  # conditions; SQLite takes not many more
_MOST_VALUES = 1000  # of one filter


class Selection(NamedTuple):
    """Resolved filters: all of them hold of the meetings that are selected."""

    conditions: tuple[Condition, ...]

    @property
    def sql(self) -> str:
        """The condition on `meetings`, with a `?` for each of the parameters."""
        return self.of_meetings().text

    @property
    def parameters(self) -> tuple[str | int, ...]:
        """The parameters of the condition."""
        return self.of_meetings().parameters

    @property
    def words(self) -> tuple[str, ...]:
        """The filters as people read them."""
        return tuple(condition.words for condition in self.conditions if condition.words)

    @property
    def filters(self) -> Mapping[str, object]:
        """The filters as JSON has them: a list of lists of keys for each field."""
        values: dict[str, object] = {}
        for condition in self.conditions:
            if isinstance(condition.value, list):
                present = values.setdefault(condition.name, [])
                values[condition.name] = [*(present if isinstance(present, list) else []), condition.value]
            else:
                values[condition.name] = condition.value
        return values

    def choices(self, table: str) -> list[RowFilter]:
        """Return what is asked of the rows of a table of the star."""
        chosen = (condition.choice for condition in self.conditions)
        return [choice for choice in chosen if choice and choice.place.table == table]

    def of_meetings(self, without: Collection[str] = ()) -> Sql:
        """Return the condition on `meetings`, but for what is asked of the rows of some tables."""
        of_rows = (
            sql
            for table in ROWS
            if table not in without
            for sql in having(self.choices(table), "meeting", table, "meeting")
        )
        tables = (*ROWS, *without)
        whole = (each.sql for each in self.conditions if not each.choice or each.choice.place.table not in tables)
        return every([*whole, *of_rows])


EVERYTHING = Selection(())


def select(filters: Filters, star: Star) -> Selection:
    """Resolve filters against the vocabularies and the records at hand; an unknown value is a usage error."""
    selection = Selection(tuple(_conditions(filters, star)))
    of_rows = sum(combinations(selection.choices(table)) for table in ROWS)
    whole = [each for each in selection.conditions if not each.choice or each.choice.place.table not in ROWS]
    if of_rows + len(whole) > _MOST:
        raise usage_error(f"more than {_MOST} filters", "name several values in one, separated by commas")
    return selection


def _conditions(filters: Filters, star: Star) -> Iterator[Condition]:
    for name, texts in filters.values.items():
        field = find_field(name)
        for text in texts:
            values = _values(field, text, star)
            condition = _among(field, values, star)
            if not _lifts(field, values):
                yield condition
    for text in filters.exclude:
        yield _excluded(text, star)
    yield from limits(filters)
    if filters.drafts is False:
        yield Condition(Sql("draft = 0"), "no drafts", "drafts", value=False)
    if filters.drafts is True:
        yield Condition(ALWAYS, "drafts included", "drafts", value=True)


def _values(field: Field, text: str, star: Star) -> list[str]:
    """Take the values apart, each to be found; a text without any is refused as it is."""
    values = split_values(text, lambda: field.naming(star))
    if len(values) > _MOST_VALUES:
        raise usage_error(f"{len(values):,} values of one filter, which has at most {_MOST_VALUES}", "ask in parts")
    return values or field.refuse(text, star)


def _lifts(field: Field, values: list[str]) -> bool:
    """Tell whether `any` is among the values, which lifts the filter."""
    return field.has_any and ANY in map(str.casefold, values)


def _hits(field: Field, value: str, star: Star) -> tuple[Hit, ...]:
    if field.has_any and value.casefold() == ANY:
        return ()
    if value == NONE and field.name in facets():
        return (Hit(place_of(field.name), NONE, NONE, NONE),)
    return tuple(field.find(value, star)) or field.refuse(value, star)


def _among(field: Field, values: list[str], star: Star) -> Condition:
    """Make the condition that a meeting has one of the values."""
    hits = [hit for value in dict.fromkeys(values) for hit in _hits(field, value, star)]
    by_place: dict[Place, list[str]] = {}
    for hit in hits:
        by_place.setdefault(hit.place, []).append(hit.value)
    words = " or ".join(dict.fromkeys(hit.label for hit in hits))
    shown = words if field.speaks_for_itself else f"{field.name.replace('-', ' ')}: {words}"
    choices = [RowFilter(place, tuple(found)) for place, found in by_place.items()]
    choice = choices[0] if len(choices) == 1 and choices[0].place.table in (*ROWS, PARTIES) else None
    keys = list(dict.fromkeys(hit.key for hit in hits))
    return Condition(has_any(choices), shown, field.name, keys, choice, tuple(choices) if len(choices) > 1 else ())


def has_any(choices: Iterable[RowFilter]) -> Sql:
    """Return the condition that a meeting has what one of the choices asks for."""
    return Sql("(") + joined(" OR ", map(_has, choices)) + ")"


def _has(choice: RowFilter) -> Sql:
    """Return the condition that a meeting has one of the values at a place, or none there."""
    table = choice.place.table
    return choice.sql if table == "meetings" else joined(" OR ", some_row(choice, "meeting", table, "meeting"))


def _excluded(text: str, star: Star) -> Condition:
    name, value = field_and_value("--exclude", text)
    field = find_field(name)
    values = _values(field, value, star)
    inner = _among(field, values, star)
    if _lifts(field, values):
        raise usage_error(f"`--exclude {name}={ANY}` would leave out every meeting", f"name a {name}")
    shown = [f"{name}={key}" for key in inner.value] if isinstance(inner.value, list) else []
    return Condition(Sql("NOT ") + inner.sql, f"not {inner.words}", "exclude", shown)
