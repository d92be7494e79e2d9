"""The limits in time, `--since` and `--until`: a meeting of an uncertain day, or of several, may be on either side."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from coopdb.errors import usage_error
from coopdb.query.condition import Condition
from coopdb.query.filters import Filters
from coopdb.query.note import Note
from coopdb.query.sql import Sql, every, joined
from coopdb.store.star.engine import Star
from coopdb.text import count

if TYPE_CHECKING:
    from coopdb.query.selection import Selection
    from coopdb.record.dates import DateError, PartialDate

_OTHER_SIDE = {"since": "before", "until": "after"}


def limits(filters: Filters) -> Iterator[Condition]:
    """Yield the conditions on days. A meeting that may lie on either side of a limit is selected."""
    since = _date("--since", filters.since) if filters.since is not None else None
    until = _date("--until", filters.until) if filters.until is not None else None
    if since and until and since.earliest > until.latest:
        raise usage_error(f"`--since {since.text}` is later than `--until {until.text}`", "exchange the two")
    if since:
        day = (since.earliest.isoformat(),)
        beyond = Sql("earliest < ?", day)
        yield Condition(Sql("latest >= ?", day), f"since {since.text}", "since", since.text, beyond=beyond)
    if until:
        day = (until.latest.isoformat(),)
        beyond = Sql("latest > ?", day)
        yield Condition(Sql("earliest <= ?", day), f"until {until.text}", "until", until.text, beyond=beyond)


def beyond_limits(star: Star, selection: "Selection", own: Collection[str] = ()) -> Iterator[str]:
    """Say how many of the meetings a selection on the other side of the limits would have too.

    `own` are the tables whose filters do not choose meetings.
    """
    beyond = [(condition, condition.beyond) for condition in selection.conditions if condition.beyond]
    if not beyond:
        return
    either = Sql("(") + joined(" OR ", (sql for _, sql in beyond)) + ")"
    query = Sql("SELECT COUNT(*) FROM meetings WHERE ") + every([selection.of_meetings(own), either])
    ((number,),) = star.connection.execute(*query)
    if number:
        where = " or ".join(f"{_OTHER_SIDE[each.name]} {each.value}" for each, _ in beyond)
        verb = "counts" if number == 1 else "count"
        text = f"{count(number, 'meeting')} of an uncertain day, or of several, {verb} {where} too."
        yield Note(text, "beyond", number=number, where=[(each.name, str(each.value)) for each, _ in beyond])


def _date(option: str, text: str) -> "PartialDate":
    from coopdb.record.dates import DateError, PartialDate  # here: few questions have a date

    try:
        return PartialDate.of(text)
    except DateError as error:
        raise usage_error(f"`{option} {text}`: {_why(error)}", "write `2026-02-01`, `2026-02` or `2026`") from error


def _why(error: "DateError") -> str:
    return str(error).partition(":")[0]
