"""What does not come: pairs and series that met and then did not, and meetings that were promised or planned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from coopdb.query.intervals import USUAL, usual_interval, visits
from coopdb.query.selection import Selection
from coopdb.record.dates import PartialDate
from coopdb.report.ledger import Ledger, LedgerColumn, LedgerForm, dated, make_table
from coopdb.report.meetings import MeetingFacts, all_meetings, ended_states, unfulfilled
from coopdb.report.months import months_later
from coopdb.report.timelines import silences_timeline
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

_PATIENCE = 1.5  # of that interval
_KINDS = ("pair", "series", "next-meeting", "planned")


class Silence(NamedTuple):
    """What has not come as of a day, or is still to come: `what` it is, and since when nothing came.

    `usual_days` is the median of the intervals, and `records` are the meetings that it was reckoned from.
    `silent_days` are those since the last meeting, of what is planned those past its day; none before.
    """

    what: str
    key: str
    parties: tuple[str, ...]
    last: str
    last_record: str
    usual_days: float | None
    silent_days: int
    is_late: bool
    records: tuple[str, ...]
    expected: str | None = None


class SilenceOptions(NamedTuple):
    """Whether those that are not late are shown too, and after how many months two meetings are a silence."""

    is_all: bool = False
    months: int = 24


DEFAULTS = SilenceOptions()


def _who(line: Silence, wording: Wording) -> str:
    """Name what is silent: the series, else the parties."""
    if wording.is_machine or line.what == "series":
        return line.key
    return wording.parties(line.parties)


def _usual(line: Silence, wording: Wording) -> str | int | float | None:
    if wording.is_machine or line.usual_days is None:
        return _plain(line.usual_days)
    return wording.counted("silences.days", round(line.usual_days))


def _silent(line: Silence, wording: Wording) -> str | int:
    return line.silent_days if wording.is_machine else wording.counted("silences.days", line.silent_days)


def _late(line: Silence, wording: Wording) -> str | int:
    return (
        int(line.is_late)
        if wording.is_machine
        else wording.say("silences.late" if line.is_late else "silences.not-late")
    )


_COLUMNS = (
    LedgerColumn("what", lambda line, wording: wording.value("silence", line.what), "label"),
    LedgerColumn("key", _who),
    LedgerColumn("last", lambda line, _: line.last, "date"),
    LedgerColumn("expected", lambda line, _: line.expected, "date", rank=1),
    LedgerColumn("usual_days", _usual, "label", rank=1),
    LedgerColumn("silent_days", _silent, "label"),
    LedgerColumn("late", _late, "label", rank=1),
    LedgerColumn("last_record", lambda line, _: line.last_record, "code"),
    LedgerColumn("records", lambda line, _: line.records, rank=2),
)


def _item(line: Silence) -> dict[str, object]:
    return {
        "what": line.what,
        "key": line.key,
        **dated("last", line.last),
        "last_record": line.last_record,
        "usual_days": _plain(line.usual_days),
        "silent_days": line.silent_days,
        "late": line.is_late,
        **dated("expected", line.expected),
        "records": [*line.records],
    }


def _plain(number: float | None) -> int | float | None:
    """Return a whole number as one."""
    return int(number) if number is not None and number == int(number) else number


_FORM = LedgerForm("silences", _COLUMNS, _item)


def silences(star: Star, selection: Selection, wording: Wording, options: SilenceOptions = DEFAULTS) -> Ledger:
    """List what is late as of the day of the star; the filters choose the meetings that it is reckoned from."""
    found = sorted(find_silences(star, all_meetings(star, selection), options.months), key=_order)
    lines = [line for line in found if line.is_late or options.is_all]
    notes = (
        wording.counted("silences.two", options.months),
        *(() if options.is_all else (wording.say("silences.only"),)),
    )
    asked: Mapping[str, object] = {"all": options.is_all, "months": options.months}
    table = make_table(_FORM, lines, star, selection, wording, asked, notes)
    if wording.has_pictures:
        table = table._replace(timeline=silences_timeline(star, wording, lines, table.title))
    return Ledger(table, star.day)


def find_silences(star: Star, meetings: Sequence[MeetingFacts], months: int = DEFAULTS.months) -> Iterator[Silence]:
    """Yield every pair, series, promise and planned meeting that can be late, in no order."""
    ended = ended_states(star, meetings)
    chosen = [each for each in meetings if each.is_selected and each.is_held and each.is_known_to_month]
    coming = [each for each in meetings if not each.is_held and each.latest >= star.day]
    pairs, names = {each.pair for each in coming}, {each.series for each in coming}
    for pair, held in _grouped((each.pair, each) for each in chosen if each.pair):
        if ended.isdisjoint(held[-1].parties):
            yield _reckoned("pair", pair, held, star, months, is_coming=pair in pairs)
    for name, held in _grouped((each.series, each) for each in chosen if each.series):
        if ended.isdisjoint(held[-1].parties):
            yield _reckoned("series", name, held, star, months, is_coming=name in names)
    yield from (_promised(each, day, star) for each, day in unfulfilled(meetings) if ended.isdisjoint(each.parties))
    planned = (each for each in meetings if not each.is_held and each.is_selected)
    yield from (_planned(each, star) for each in planned if ended.isdisjoint(each.parties))


def _grouped(pairs: Iterable[tuple[str | None, MeetingFacts]]) -> Iterable[tuple[str, list[MeetingFacts]]]:
    found: dict[str, list[MeetingFacts]] = {}
    for key, each in pairs:
        found.setdefault(key or "", []).append(each)
    return found.items()


def _reckoned(what: str, key: str, held: list[MeetingFacts], star: Star, months: int, *, is_coming: bool) -> Silence:
    """Reckon how long a pair or a series is silent, and whether that is late."""
    last = held[-1]
    days = [date.fromisoformat(each.earliest) for each in held]
    met = visits(days) if what == "pair" else days
    today = date.fromisoformat(star.day)
    silent = (today - days[-1]).days
    usual = usual_interval(met)
    if usual is not None:
        is_late = silent > _PATIENCE * usual
    else:
        is_late = len(met) == USUAL - 1 and today > months_later(days[-1], months)
    records = tuple(each.id for each in held)
    late = is_late and not is_coming
    parties = tuple(sorted(last.parties)) if what == "pair" else last.parties
    return Silence(what, key, parties, last.date, last.id, usual, silent, late, records)


def _promised(each: MeetingFacts, day: PartialDate, star: Star) -> Silence:
    silent = _days_since(each.earliest, star)
    is_late = day.latest.isoformat() < star.day
    return Silence(
        "next-meeting", each.id, each.parties, each.date, each.id, None, silent, is_late, (each.id,), day.text
    )


def _planned(each: MeetingFacts, star: Star) -> Silence:
    silent = max(_days_since(each.latest, star), 0)
    is_late = each.latest < star.day
    return Silence("planned", each.id, each.parties, each.date, each.id, None, silent, is_late, (each.id,), each.date)


def _days_since(day: str, star: Star) -> int:
    return (date.fromisoformat(star.day) - date.fromisoformat(day)).days


def _order(line: Silence) -> tuple[Any, ...]:
    return not line.is_late, _KINDS.index(line.what), -line.silent_days, line.key
