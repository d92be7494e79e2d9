"""The day as of which something is told: what `--on` says, else today."""

from datetime import date

from coopdb.query.filters import whole_day


def read_day(text: str | None) -> date:
    """Read a whole day; anything else is a usage error."""
    return date.today() if text is None else whole_day(text)
