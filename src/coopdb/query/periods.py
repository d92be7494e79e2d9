"""Time buckets: every period between the first and the last that occurs, so that empty ones show."""

from collections.abc import Iterable

from coopdb.record.dates import year_of

_MOST = 5_000  # periods; more than four centuries of months are a slip in a date, and no table to read


def decades(keys: Iterable[str]) -> list[str]:
    """Fill up decades such as `2020s`."""
    first = years(map(year_of, keys))
    return list(dict.fromkeys(f"{year[:3]}0s" for year in first))


def years(keys: Iterable[str]) -> list[str]:
    """Fill up years such as `2026`."""
    return _fill(keys, 1, "{year:04}")


def halves(keys: Iterable[str]) -> list[str]:
    """Fill up half-years such as `2026-H1`."""
    return _fill(keys, 2, "{year:04}-H{part}")


def quarters(keys: Iterable[str]) -> list[str]:
    """Fill up quarters such as `2026-Q1`."""
    return _fill(keys, 4, "{year:04}-Q{part}")


def months(keys: Iterable[str]) -> list[str]:
    """Fill up months such as `2026-02`."""
    return _fill(keys, 12, "{year:04}-{part:02}")


def _fill(keys: Iterable[str], parts: int, form: str) -> list[str]:
    """List the periods from the first key to the last, there being `parts` of them in a year."""
    numbers = [_number(key, parts) for key in keys]
    if not numbers:
        return []
    periods: Iterable[int] = range(min(numbers), max(numbers) + 1)
    if max(numbers) - min(numbers) > _MOST:
        periods = sorted(set(numbers))
    return [form.format(year=number // parts, part=number % parts + 1) for number in periods]


def period_number(key: str) -> int:
    """Return the number of a period, the next one of its kind having the next number."""
    if key.endswith("0s"):
        return int(key[:3])
    parts = {"H": 2, "Q": 4}.get(key[5:6], 12) if len(key) > len("2026") else 1
    return _number(key, parts)


def _number(key: str, parts: int) -> int:
    """Return the number of the period that a key names or begins, there being `parts` of them in a year."""
    return int(year_of(key)) * parts + int(key[5:].lstrip("HQ") or 1) - 1


ORDERS = (decades, years, halves, quarters, months)
