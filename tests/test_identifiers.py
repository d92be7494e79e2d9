"""Events keep their identifiers in calendars, and no two of them share one."""

from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from conftest import GOOD, Repo, Result
from hypothesis import given
from hypothesis import strategies as st

from coopdb.query.identifiers import DatedMeeting, identifiers

Run = Callable[..., Result]
DAYS = [f"2026-{month:02}-05" for month in range(1, 7)]
ANY = ("--status", "any")


def add(repo: Repo, day: str, status: str, previous: str = "", slug: str = "") -> Path:
    text = GOOD.replace("2026-02-01", day)
    moved = f"previous_dates = [{previous}]\n" if previous else ""
    return repo.add(f"2026/{day}-ma-qa{slug}.toml", f'status = "{status}"\n{moved}{text}')


def uids(repo: Repo, coopdb: Run, *options: str) -> dict[str, str]:
    """Return the identifier of each event by its day."""
    assert coopdb("export", "ics", "out.ics", "--force", *options).code == 0
    events = icalendar.Calendar.from_ical((repo.root / "out.ics").read_bytes()).walk("VEVENT")
    found = {event.DTSTART.isoformat(): str(event["uid"]) for event in events}
    assert len(set(found.values())) == len(found) == len(events)
    return found


@pytest.mark.parametrize("status", ["cancelled", "planned", "postponed", "held"])
@pytest.mark.parametrize("becomes", ["planned", "postponed", "cancelled", "held"])
def test_a_meeting_and_one_that_moved_away_from_its_day_are_two_events(
    repo: Repo, coopdb: Run, status: str, becomes: str
) -> None:
    add(repo, "2026-01-05", "planned").unlink()
    path = add(repo, "2026-01-05", "planned")
    before = uids(repo, coopdb, *ANY)["2026-01-05"]
    path.unlink()
    moved = add(repo, "2026-02-10", becomes, "2026-01-05")
    assert uids(repo, coopdb, *ANY) == {"2026-02-10": before}
    add(repo, "2026-01-05", status)
    both = uids(repo, coopdb, *ANY)
    assert both["2026-02-10"] == before != both["2026-01-05"]
    for one in (status, becomes):  # whatever is exported of them
        assert uids(repo, coopdb, "--status", one).items() <= both.items()
    moved.unlink()
    add(repo, "2026-03-10", becomes, "2026-01-05, 2026-02-10")  # and moved again
    assert uids(repo, coopdb, *ANY) == {"2026-03-10": before, "2026-01-05": both["2026-01-05"]}


def test_one_that_took_the_place_keeps_its_identifier_when_it_is_cancelled_or_moved(repo: Repo, coopdb: Run) -> None:
    add(repo, "2026-02-10", "planned", "2026-01-05")
    other = add(repo, "2026-01-05", "planned")
    second = uids(repo, coopdb)["2026-01-05"]
    add(repo, "2026-01-05", "cancelled")
    assert uids(repo, coopdb)["2026-01-05"] == second
    other.unlink()
    add(repo, "2026-03-10", "planned", "2026-01-05")
    assert uids(repo, coopdb)["2026-03-10"] == second


def test_files_of_one_id_are_several_events(repo: Repo, coopdb: Run) -> None:
    text = add(repo, "2026-01-05", "planned").read_text(encoding="utf-8")
    repo.add("2025/2026-01-05-ma-qa.toml", text)
    assert coopdb("export", "ics", "out.ics").code == 0
    content = (repo.root / "out.ics").read_text(encoding="utf-8")
    assert content.count("UID:2026-01-05-ma-qa@coopdb") == content.count("UID:2026-01-05-ma-qa.2@coopdb") == 1


MEETINGS = st.lists(
    st.builds(
        lambda day, slug, previous, number: DatedMeeting(f"{number}/{day}-{slug}", f"{day}-{slug}", day, previous),
        st.sampled_from(DAYS),
        st.sampled_from(["ma-qa", "ma-qa-b", "ma-qa.2"]),
        st.sampled_from(["", *DAYS]),
        st.integers(0, 2),
    ),
    unique_by=lambda each: each.path,
    max_size=12,
)


@given(MEETINGS)
def test_no_two_meetings_share_an_identifier(meetings: list[DatedMeeting]) -> None:
    found = identifiers(meetings)
    assert len(set(found.values())) == len(found) == len(meetings)
    assert found == identifiers(reversed(meetings))


@given(MEETINGS, st.data())
def test_a_meeting_that_is_moved_keeps_its_identifier(meetings: list[DatedMeeting], data: st.DataObject) -> None:
    """Wherever it goes, unless another moved away from the same day under the same name."""
    if not meetings:
        return
    before = identifiers(meetings)
    meeting = data.draw(st.sampled_from(meetings))
    day = data.draw(st.sampled_from(DAYS).filter(lambda each: each != meeting.date))
    slug = meeting.id.removeprefix(meeting.date)
    moved = DatedMeeting("moved", f"{day}{slug}", day, meeting.previous or meeting.date)
    others = [each for each in meetings if each is not meeting]
    if (
        not any(each.previous and each.wanted == meeting.wanted for each in others)
        and before[meeting.path] == meeting.wanted
    ):
        assert identifiers([*others, moved])["moved"] == before[meeting.path]


@given(MEETINGS, MEETINGS)
def test_what_is_planned_anew_changes_no_identifier_of_what_was_moved(
    old: list[DatedMeeting], new: list[DatedMeeting]
) -> None:
    before = identifiers(old)
    added = [each._replace(path=f"new/{each.path}", previous="") for each in new]
    after = identifiers([*old, *added])
    assert all(
        after[each.path] == before[each.path] for each in old if each.previous and before[each.path] == each.wanted
    )
