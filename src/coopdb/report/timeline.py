"""The plain value of a timeline: what happened and what is to happen, on lanes of one kind each."""

from typing import Literal, NamedTuple

from coopdb.record.values import Language

LaneMark = Literal["circle", "square", "diamond"]


class TimelineEvent(NamedTuple):
    """Something on a timeline: from its `first` to its `last` possible day, and `until` a day where it has one.

    Days are whole, as `2026-02-01`. `text` is its label, and `title` all that is said of it. It is hollow where it is
    not done or held yet, and an alarm where it is overdue.
    """

    first: str
    last: str
    text: str
    title: str = ""
    until: str = ""
    is_hollow: bool = False
    is_alarm: bool = False


class TimelineLane(NamedTuple):
    """Events of one kind, and the shape of their marks."""

    title: str
    shape: LaneMark
    events: tuple[TimelineEvent, ...] = ()


class Timeline(NamedTuple):
    """Lanes, as of a `day`, which `day_text` words; `notes` are said below.

    One that is not `for_paper` is left out where its page is printed.
    """

    title: str
    day: str
    day_text: str
    lanes: tuple[TimelineLane, ...]
    notes: tuple[str, ...] = ()
    language: Language = "en"
    for_paper: bool = True
