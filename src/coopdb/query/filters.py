"""What the user wants filtered, as it was written; light, because every command line needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters as the user wrote them. In `values`, a field's texts must all hold; a comma in one means or.

    `drafts`: True to include drafts, False to leave them out, None when the user did not say.
    """

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    drafts: bool | None = None

    def for_calendar(self) -> "Filters":
        """Take the meetings that are still to come, or were to come, unless the user says otherwise."""
        wanted = ("planned,postponed,cancelled",)
        return self if "status" in self.values else replace(self, values={**self.values, "status": wanted})

    def for_counting(self) -> "Filters":
        """Count held meetings without drafts, unless the user says otherwise."""
        values = self.values if "status" in self.values else {**self.values, "status": ("held",)}
        return replace(self, values=values, drafts=False if self.drafts is None else self.drafts)
