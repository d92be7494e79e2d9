"""What the user wants filtered, as it was written; light, because every command line needs it."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coopdb.errors import usage_error

if TYPE_CHECKING:
    from datetime import date

LATEST = "9999-12-31"  # all that is recorded has been said


class Filters(NamedTuple):
    """The filters as the user wrote them. In `values`, a field's texts must all hold; a comma in one means or.

    `drafts`: True to include drafts, False to leave them out, None when the user did not say.
    `day` is that as of which what changes is told.
    """

    values: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    exclude: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    drafts: bool | None = None
    day: str = LATEST

    def where(self, texts: Iterable[str]) -> "Filters":
        """Filter by more fields, each text of the form FIELD=VALUE."""
        values = dict(self.values)
        for text in texts:
            name, value = field_and_value("--where", text)
            values[name] = (*values.get(name, ()), value)
        return self._replace(values=values)

    def for_calendar(self) -> "Filters":
        """Take the meetings that are still to come, or were to come, unless the user says otherwise."""
        wanted = ("planned,postponed,cancelled",)
        return self if "status" in self.values else self._replace(values={**self.values, "status": wanted})

    def for_counting(self) -> "Filters":
        """Count held meetings without drafts, unless the user says otherwise."""
        values = self.values if "status" in self.values else {**self.values, "status": ("held",)}
        return self._replace(values=values, drafts=False if self.drafts is None else self.drafts)

    def for_reports(self) -> "Filters":
        """Leave drafts out, unless the user says otherwise."""
        return self._replace(drafts=False if self.drafts is None else self.drafts)


def whole_day(text: str, option: str = "--on") -> "date":
    """Read the day as of which something is asked; anything but a whole day is a usage error."""
    from coopdb.record.dates import DateError, PartialDate  # few questions name a day
    from coopdb.text import visible

    with suppress(DateError):
        day = PartialDate.of(text)
        if day.is_whole_day:
            return day.earliest
    raise usage_error(f"`{option} {visible(text)}` is not a day", "write it as `2026-02-01`")


def field_and_value(option: str, text: str) -> tuple[str, str]:
    """Take FIELD=VALUE apart; another text is a usage error."""
    name, _, value = text.partition("=")
    if not value:
        raise usage_error(f"`{option} {text}` is not of the form FIELD=VALUE", f"for example `{option} country=FR`")
    return name.strip(), value
