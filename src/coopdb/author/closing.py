"""Says what became of a commitment: an update is added to it, in place, and a key where it has none."""

from datetime import date
from typing import Any, NamedTuple

from coopdb.author.amending import Amended
from coopdb.author.days import sure_day
from coopdb.author.keys import keys_of
from coopdb.author.moving import Rewriting, find_one, rewriting
from coopdb.check.wording import show
from coopdb.errors import usage_error
from coopdb.record.addresses import address_hint, is_address
from coopdb.record.dates import PartialDate
from coopdb.record.states import CommitmentState, commitment_state
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.text import did_you_mean, visible

UNCHANGED = "unchanged"
_MARK = "#"


class Outcome(NamedTuple):
    """What is said of a commitment: `on` which day, and what tells so: another record, or an address.

    A status `unchanged` is that of news that leave the commitment as it is.
    """

    status: str = "done"
    on: str | None = None
    by: str | None = None
    url: str | None = None
    note: str | None = None


def close(records: RecordFiles, text: str, outcome: Outcome, today: date) -> Rewriting:
    """Add an update to the commitment that `ID#KEY` names."""
    name, _, part = text.partition(_MARK)
    entry = find_one(records, name)
    amended = Amended.of(entry.reading.text)
    keys = keys_of(amended.data)["commitments"]
    number = _number(entry, keys, part, is_label=name.endswith(".toml"))
    route, key = ("commitments", number), keys[number]
    was = _state(records, entry, number, today)
    update = _update(records, outcome, was, today)
    commitment = entry.meeting.commitments[number]
    change = f"stays {was.status}" if outcome.status == UNCHANGED else f"{was.status} → {outcome.status}"
    said = [f"{key} {change} ({_text(update['date'])})"]
    there = amended.data["commitments"][number].get("updates", ())
    if any(update.items() <= each.items() for each in there):
        raise usage_error(f"`{entry.id}#{key}` says so already", "say what is new: `--status`, `--on` or `--note`")
    if not commitment.key:
        amended, said = amended.put((*route, "key"), key), [*said, f"its key is {key}"]
    amended = amended.nest((*route, "updates"), update)
    return rewriting(records, entry, amended.text, said, today)


def _number(entry: RecordFile, keys: list[str], part: str, *, is_label: bool) -> int:
    """Find the commitment that is meant: by its key, the beginning of one, or its place.

    Places are counted from 1; in the label that an export gives a row, which has the file's path, from 0.
    """
    if not keys:
        raise usage_error(f"`{entry.id}` has no commitments", "`coopdb edit --commitment` adds one")
    if part.isascii() and part.isdigit():
        number = int(part) - (not is_label)
        if 0 <= number < len(keys):
            return number
    exact = [number for number, key in enumerate(keys) if key == part]
    found = exact or [number for number, key in enumerate(keys) if key.startswith(part)]
    if len(found) == 1 and (part or len(keys) == 1):
        return found[0]
    listed = ", ".join(f"`{entry.id}{_MARK}{key}`" for key in keys)
    if len(found) > 1:
        what = f"begin with {show(part)}" if part else "are in the record"
        raise usage_error(f"{len(found)} commitments {what}", f"name one: {listed}")
    if part in {each.key for each in entry.meeting.documents}:
        raise usage_error(f"{show(part)} is a document of `{entry.id}`", f"its commitments are {listed}")
    raise usage_error(f"`{entry.id}` has no commitment {show(part)}", did_you_mean(part, keys) or f"it has {listed}")


def _update(records: RecordFiles, outcome: Outcome, was: CommitmentState, today: date) -> dict[str, Any]:
    """Make the update: its day is the one given, else that of the record that tells, else today.

    News write a status only where it has been said of no day, which it would else be no more.
    """
    is_news = outcome.status == UNCHANGED
    if is_news and not (outcome.note or outcome.by or outcome.url):
        raise usage_error("`--status unchanged` needs what is new", "say it with `--note`, `--by` or `--url`")
    told = find_one(records, outcome.by) if outcome.by else None
    values: dict[str, Any] = {
        "date": _day(outcome.on, today) if outcome.on else _day_of(told) if told else today,
        "status": (was.status if was.is_undated else None) if is_news else outcome.status,
        "note": outcome.note,
        "record": told.id if told else None,
        "url": _address(outcome.url) if outcome.url else None,
    }
    return {key: value for key, value in values.items() if value}


def _day(text: str, today: date) -> object:
    value = sure_day(text)
    when = PartialDate.of(value)
    if when.earliest > today:
        raise usage_error(f"`--on {visible(text)}` has not come yet", "an update says what is known")
    return when.earliest if when.is_whole_day else value


def _day_of(entry: RecordFile) -> object:
    when = entry.meeting.end_date or entry.meeting.date
    return when.earliest if when.is_whole_day else when.text


def _address(text: str) -> str:
    if not is_address(text):
        raise usage_error(f"`--url {visible(text)}` is not an address of the web", address_hint(text))
    return text


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _state(records: RecordFiles, entry: RecordFile, number: int, today: date) -> CommitmentState:
    """Return how far the commitment is before, as of today."""
    commitment = entry.meeting.commitments[number]
    return commitment_state(commitment, today, records.closing_days.get(commitment.closed_by or ""))
