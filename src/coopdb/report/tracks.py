"""The way of topics: at which stage each was at every meeting of the same parties, or of the same series."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple, TypeVar, get_args

from coopdb.query.rows import narrowing
from coopdb.query.selection import Selection
from coopdb.query.sql import Sql, every
from coopdb.record.values import Stage
from coopdb.report.meetings import MeetingFacts
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

_BACK = ("declined", "deferred")
_LADDER = tuple(stage for stage in get_args(Stage) if stage not in _BACK)
Circle = TypeVar("Circle")
_SQL = "SELECT meeting, topic, stage FROM topics WHERE "


class TrackStep(NamedTuple):
    """The stage of a topic at a meeting."""

    stage: str
    meeting: MeetingFacts

    @property
    def rank(self) -> int:
        """How far it got; what was declined or deferred got nowhere."""
        return _LADDER.index(self.stage) if self.stage in _LADDER else -1

    @property
    def year(self) -> str:
        """The year of the meeting."""
        return self.meeting.date[:4]


class Track(NamedTuple):
    """The steps of a topic, in order; it is silent where it was not spoken of at the last meeting."""

    topic: str
    parties: tuple[str, ...]
    steps: tuple[TrackStep, ...]
    is_silent: bool

    @property
    def records(self) -> tuple[str, ...]:
        """The meetings of the steps, the last first."""
        return tuple(dict.fromkeys(step.meeting.id for step in reversed(self.steps)))

    @property
    def turns(self) -> tuple[str, ...]:
        """The meetings at which a stage was reached, and those at which it was left, the last first."""
        parts = [[*steps] for _, steps in groupby(self.steps, key=lambda step: step.stage)]
        ends = [each.meeting.id for steps in parts for each in (steps[0], steps[-1])]
        return tuple(dict.fromkeys(reversed(ends)))

    @property
    def movement(self) -> str:
        """Where it went at last: `advanced`, `back`, `still`, or `once` where it was spoken of at one meeting."""
        *before, last = self.steps
        if not before:
            return "once"
        most = max(step.rank for step in before)
        return "advanced" if last.rank > most else "back" if last.rank < most else "still"

    def way(self, wording: Wording, most: int | None = None) -> str:
        """Say how it went, in years: `discussed 2021 → agreed 2023 → silent since`.

        With `most`, in short: only the last so many, and of each year only how far it got.
        """
        said = self.steps if most is None else tuple(_by_year(self.steps))
        parts = [_part(stage, [*steps], wording) for stage, steps in groupby(said, key=lambda step: step.stage)]
        if most and len(parts) > most:
            parts = ["…", *parts[-most:]]
        if self.is_silent:
            parts.append(wording.say("track.silent"))
        return wording.say("track.arrow").join(parts)

    def fields(self) -> Mapping[str, object]:
        """Return what it says for programs."""
        steps = [{"date": each.meeting.date, "stage": each.stage, "record": each.meeting.id} for each in self.steps]
        return {"topic": self.topic, "parties": [*self.parties], "steps": steps, "silent": self.is_silent}


def _by_year(steps: Iterable[TrackStep]) -> Iterator[TrackStep]:
    """Yield the furthest step of each year, or the last where it was declined or deferred then."""
    for _, several in groupby(steps, key=lambda step: step.year):
        found = [*several]
        yield found[-1] if found[-1].stage in _BACK else max(found, key=lambda step: step.rank)


def _part(stage: str, steps: list[TrackStep], wording: Wording) -> str:
    first, last = steps[0].year, steps[-1].year
    years = first if first == last else wording.say("track.years", first=first, last=last)
    return f"{wording.value('stage', stage)} {years}"


def tracks(star: Star, selection: Selection, circles: Mapping[object, list[MeetingFacts]]) -> Iterator[Track]:
    """Yield the tracks of every topic of each circle of meetings, which are held and in order.

    Filters on topics choose among them.
    """
    yield from (track for _, track in tracks_of(star, selection, circles))


def tracks_of(
    star: Star, selection: Selection, circles: Mapping[Circle, list[MeetingFacts]]
) -> Iterator[tuple[Circle, Track]]:
    """Yield the same, each with what names its circle."""
    by_number = {each.number: each for held in circles.values() for each in held}
    stages: dict[int, dict[str, str]] = {}
    for number, topic, stage in _rows(star, selection, by_number):
        known = stages.setdefault(number, {})
        both = (TrackStep(each, by_number[number]) for each in (known.get(topic, stage), stage))
        known[topic] = max(both, key=lambda step: step.rank).stage
    for name, held in circles.items():
        found: dict[str, list[TrackStep]] = {}
        for each in held:
            for topic, stage in stages.get(each.number, {}).items():
                found.setdefault(topic, []).append(TrackStep(stage, each))
        for topic, steps in found.items():
            yield name, Track(topic, held[-1].parties, tuple(steps), steps[-1].meeting != held[-1])


def _rows(star: Star, selection: Selection, numbers: Iterable[int]) -> Iterator[tuple[int, str, str]]:
    """Yield the topics of meetings; those of all are read where there are many, and the others left."""
    wanted = frozenset(numbers)
    few = f"meeting IN ({', '.join(map(str, wanted))})" if len(wanted) <= _FEW else "1 = 1"
    asked = every([Sql(few), *narrowing(selection.choices("topics"), ("stage",))])
    rows = star.connection.execute(*(Sql(_SQL) + asked + " ORDER BY meeting"))
    return (row for row in rows if row[0] in wanted)


_FEW = 2000  # meetings that are named in a statement
