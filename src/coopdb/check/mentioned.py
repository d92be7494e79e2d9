"""What a record's texts name, but its keys do not have."""

from collections.abc import Collection, Iterator

from coopdb.check.problem import Finding
from coopdb.check.wording import show
from coopdb.record.model import Meeting
from coopdb.vocabulary.mentions import Mentions


def not_recorded(
    meeting: Meeting,
    names: Mentions,
    recorded: Collection[str | None],
    noun: str,
    keys: tuple[str, ...] = ("title", "summary"),
) -> Iterator[Finding]:
    """Yield a finding for every entry that a text names and that is not among the `recorded`, once a record."""
    seen: set[str] = set()
    for key in keys:
        text = getattr(meeting, key) or ""
        for mention in names.find(text) if names.may_name_others(text, recorded) else ():
            if not seen.isdisjoint(mention.keys) or any(each in recorded for each in mention.keys):
                continue
            seen.update(mention.keys)
            meant = " or ".join(f"`{each}`" for each in mention.keys)
            message = f"the {key} names {show(mention.text)}, but the record has no {noun} {meant}"
            yield Finding((key,), message, "record it, or waive this where it is only talked about")
