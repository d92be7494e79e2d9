"""The day as of which something is told: what `--on` says, else today."""

from contextlib import suppress
from datetime import date

from coopdb.errors import usage_error
from coopdb.text import visible


def read_day(text: str | None) -> date:
    """Read a whole day; anything else is a usage error."""
    if text is None:
        return date.today()
    from coopdb.record.dates import DateError, PartialDate  # few questions name a day

    with suppress(DateError):
        day = PartialDate.of(text)
        if day.is_whole_day:
            return day.earliest
    raise usage_error(f"`--on {visible(text)}` is not a day", "write it as `2026-02-01`")
