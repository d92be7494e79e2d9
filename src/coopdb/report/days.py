"""Dates of the star read once each: the lines of a report name the same days again and again."""

from functools import lru_cache

from coopdb.record.dates import PartialDate


@lru_cache(maxsize=1 << 16)
def date_of(text: str) -> PartialDate:
    """Read a date as the star has it, which is a sound one."""
    return PartialDate.of(text)


def may_be_since(column: str, day: str) -> str:
    """Return the condition that a partial date in a column may lie on a day or after it: its last possible day does."""
    bare = f"REPLACE({column}, '~', '')"
    return f"{bare} >= SUBSTR('{day}', 1, LENGTH({bare}))"
