r"""Finds a character that nobody sees and that has no place in a value.

A zero-width space, a soft hyphen or a mark that turns the direction of what follows comes with text that is copied from
a page. It makes two cities of one, hides what a value says, or shows it the other way round. Joiners within words of
scripts that are written with them, such as Persian, and marks of direction in a text that has Arabic or Hebrew letters
are not findings.

Bad:

    city = "Do\u200bha"

Good:

    city = "Doha"
"""

from collections.abc import Iterator, Mapping

from coopdb.check.problem import Finding, Replace
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.invisible import has_invisible, misplaced, without_misplaced
from coopdb.record import toml
from coopdb.record.fault import Fault, Route
from coopdb.store.files.records import RecordFile

CODE = "K010"
READS = None
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every key or text that has such a character."""
    text = entry.reading.text
    if not entry.reading.is_parsed or not (has_invisible(text) or _may_escape(text)):
        return
    data = toml.parse(text)
    for route, value in () if isinstance(data, Fault) else _texts(data):
        if value is None and next(misplaced(str(route[-1])), None) is not None:
            yield Finding(route, f"the key {show(route[-1])} has an invisible character", "delete it", at="key")
        elif value is not None and next(misplaced(value), None) is not None:
            seen = toml.value(without_misplaced(value))
            yield Finding(route, f"{show(value)} has an invisible character", f"write {show(seen)}", fix=Replace(seen))


def _may_escape(text: str) -> bool:
    """Tell whether a text may have a character by its number."""
    return "\\" in text and ("\\u" in text or "\\U" in text)


def _texts(data: Mapping[str, object]) -> Iterator[tuple[Route, str | None]]:
    """Yield every text with its route, and every key with None."""
    waiting: list[tuple[Route, object]] = [((), data)]
    while waiting:
        route, value = waiting.pop()
        if isinstance(value, str):
            yield route, value
        elif isinstance(value, list):
            waiting += [((*route, number), each) for number, each in enumerate(value)]
        elif isinstance(value, Mapping):
            yield from (((*route, key), None) for key in value)
            waiting += [((*route, key), each) for key, each in value.items()]
