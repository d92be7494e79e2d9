"""What is told of checked addresses: a table of them, and how many are in which state."""

from collections import Counter
from collections.abc import Iterable, Mapping

from coopdb.net.reply import STATES, Reply
from coopdb.query.table import Column, Table
from coopdb.text import count

_COLUMNS = (
    Column("state", "state", "code"),
    Column("url", "address", "text"),
    Column("moved_to", "moved to", "text", rank=2),
    Column("reason", "answer", "text", rank=1),
    Column("checked", "checked", "date", rank=3),
    Column("records", "records", "code"),
)


def table_of(
    replies: Iterable[Reply],
    records: Mapping[str, tuple[str, ...]],
    words: Iterable[str] = (),
    *,
    shows_alive: bool = False,
) -> Table:
    """Show what addresses answered, those that are gone first, with the records that give them.

    Those that are alive are counted, and shown only if wanted; in JSON they always are. `words` are what else is said.
    """
    order = {"gone": 0, "moved": 1, "unsure": 2, "alive": 3}
    ordered = sorted(replies, key=lambda reply: (order[reply.state], reply.url))
    shown = [reply for reply in ordered if shows_alive or reply.state != "alive"]
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (each.state, each.url, each.moved_to, each.reason or None, each.checked, records[each.url])
            for each in shown
        ),
        footer=(_counted(ordered), " · ".join(words)),
        stubs=1,
        title="Addresses of sources",
        document=[{**each._asdict(), "records": [*records[each.url]]} for each in ordered],
    )


def _counted(replies: Iterable[Reply]) -> str:
    """Count the addresses, and those in each state."""
    numbers = Counter(reply.state for reply in replies)
    states = ", ".join(f"{numbers[state]:,} {state}" for state in STATES if numbers[state])
    return f"{count(numbers.total(), 'address', 'addresses')}{': ' if states else ''}{states}"
