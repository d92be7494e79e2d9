"""What the user wants filtered, as it was written; light, because every command line needs it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Filters(NamedTuple):
    """The filters as the user wrote them. In `values`, a field's texts must all hold; a comma in one means or.

    `drafts`: True to include drafts, False to leave them out, None when the user did not say.
    """

    values: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    exclude: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    drafts: bool | None = None

    def for_calendar(self) -> "Filters":
        """Take the meetings that are still to come, or were to come, unless the user says otherwise."""
        wanted = ("planned,postponed,cancelled",)
        return self if "status" in self.values else self._replace(values={**self.values, "status": wanted})

    def for_counting(self) -> "Filters":
        """Count held meetings without drafts, unless the user says otherwise."""
        values = self.values if "status" in self.values else {**self.values, "status": ("held",)}
        return self._replace(values=values, drafts=False if self.drafts is None else self.drafts)
