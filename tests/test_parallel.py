"""Work in several processes gives what one would, whatever becomes of the others."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import date

import pytest
from conftest import GOOD, Repo

from coopdb.check.files import in_processes
from coopdb.parallel import child as children
from coopdb.parallel import processes as parallel
from coopdb.parallel.child import Channel, LostError
from coopdb.parallel.processes import Exchange, _cores, beside, in_parts, in_turn, processes_for

pytestmark = pytest.mark.usefixtures("several_cores")


def double(number: int) -> int:
    return 2 * number


def add_up(part: Sequence[int], exchange: Exchange[int]) -> tuple[int, list[int]]:
    return sum(part), list(exchange(len(part)))


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_each_part_learns_the_facts_of_all(processes: int) -> None:
    found = in_parts(add_up, range(7), processes)
    assert len(found) == processes
    assert sum(each for each, _ in found) == 21
    assert {tuple(facts) for _, facts in found} == {tuple(found[0][1])}
    assert sum(found[0][1]) == 7


def test_no_items_are_one_part() -> None:
    assert in_parts(add_up, [], 2) == [(0, [0])]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(processes: int) -> None:
    assert list(in_turn(double, range(50), processes)) == [2 * number for number in range(50)]


def test_a_process_that_is_lost_is_noticed() -> None:
    here = os.getpid()

    def die_elsewhere(part: Sequence[int], exchange: Exchange[int]) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return sum(exchange(len(part)))

    with pytest.raises(LostError):
        in_parts(die_elsewhere, range(4), 2)


def test_what_a_lost_process_should_have_done_is_done_here() -> None:
    here = os.getpid()

    def die_elsewhere(number: int) -> int:
        if number > 20 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return double(number)

    assert list(in_turn(die_elsewhere, range(50), 2)) == [2 * number for number in range(50)]


def test_a_process_that_cannot_be_started_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert list(in_turn(double, range(5), 2)) == [0, 2, 4, 6, 8]


def test_no_process_is_left_over() -> None:
    for found in in_turn(double, range(1000), 2):
        if found == 6:
            break
    del found
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_few_items_are_worth_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [processes_for(number, cores=64) for number in (0, 249, 500, 1_000_000)] == [1, 1, 2, 8]
    assert processes_for(1_000_000, cores=3) == 3
    monkeypatch.delattr(os, "fork")
    assert processes_for(1_000_000, cores=64) == 1


def test_cores_are_those_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _cores() == len(os.sched_getaffinity(0))
    monkeypatch.delattr(os, "sched_getaffinity")
    assert _cores() == (os.cpu_count() or 1)


class Ended(BaseException):
    """Stands for the end of a process."""


def test_a_process_serves_its_channel_and_ends() -> None:
    def end(code: int) -> None:
        raise Ended(code)

    before = signal.getsignal(signal.SIGINT)
    (here, there), (incoming, outgoing), spare = os.pipe(), os.pipe(), os.pipe()
    with pytest.raises(Ended, match="0"):
        children._live(lambda channel: parallel._serve_each(double, [1, 2], channel), spare, (incoming, there), end)
    signal.signal(signal.SIGINT, before)
    os.close(outgoing)
    assert os.read(here, 1000).count(b"mi") == 2  # as many packed numbers
    os.close(here)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.close(spare[0])


def test_a_process_that_fails_says_so_by_its_end() -> None:
    def end(code: int) -> None:
        raise Ended(code)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(Ended, match="1"):
        children._live(lambda _: 1 / 0, (), os.pipe(), end)  # type: ignore[arg-type, return-value]
    signal.signal(signal.SIGINT, before)


def test_a_fork_is_the_other_process_where_it_returns_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def live(*_: object) -> None:
        raise Ended

    monkeypatch.setattr(os, "fork", lambda: 0)
    monkeypatch.setattr(children, "_live", live)
    with pytest.raises(Ended), children.child(lambda _: None):
        pass


def test_a_part_served_elsewhere_keeps_its_own_facts() -> None:
    (a, b), (c, d) = os.pipe(), os.pipe()
    ours, theirs = Channel(a, d), Channel(c, b)
    ours.send([children.packed(5), children.packed(6)])
    parallel._serve_part(add_up, [1, 2], 1, theirs)
    assert children.unpacked(ours.receive()) == 2
    assert ours.receive() == (3, [5, 2, 6])
    theirs.close()
    with pytest.raises(LostError):
        ours.receive()
    with pytest.raises(LostError):
        ours.send(1)
    ours.close()


def test_closing_minds_nothing_that_was_not_taken() -> None:
    (a, b), (c, d) = os.pipe(), os.pipe()
    channel = Channel(a, d)
    channel._outgoing.write(b"left")
    os.close(c)
    channel.close()
    os.close(b)


def test_an_interrupt_ends_all_processes(repo: Repo) -> None:
    for name in "ab":
        repo.add(f"2026/2026-02-01-ma-qa-{name}.toml")
    script = (
        "import os, sys, time, coopdb.check.files as files\n"
        "from coopdb.cli import main\n"
        "def read_entry(*_):\n"
        "    os.write(1, b'.')\n"
        "    for _ in range(6000):\n"
        "        time.sleep(0.01)\n"  # one long sleep misses an interrupt that comes just before it begins
        "files.read_entry, files.processes_for = read_entry, lambda _: 2\n"
        "sys.exit(main(['validate']))\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(
        command, cwd=repo.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(2) == b".."  # both are at work
        process.send_signal(signal.SIGINT)  # to the first only; it ends the other
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (130, b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_many_records_are_checked_alike_by_one_process_and_by_three(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from coopdb.check import files
    from coopdb.check.choice import Choice
    from coopdb.check.files import check_files
    from coopdb.check.runner import check
    from coopdb.store.files.records import load
    from coopdb.store.files.repository import Repository

    person = '[[participants]]\ncountry = "MA"\nname = "{}"\nrole = "Minister"\n'
    for number, name in enumerate(["Amal Seghrouchni", "Amal Séghrouchni", "Amal Seghrouchni", "Omar Haddad"]):
        repo.add(
            f"2026/2026-02-0{number + 1}-ma-qa.toml", GOOD.replace("-01\n", f"-0{number + 1}\n") + person.format(name)
        )
    repo.add("2026/2026-02-01-ma-qa-broken.toml", GOOD + "=")
    repo.add("2026/2026-02-02-ma-qa-phone.toml", 'follows = ["2026-02-09-ma-qa"]\n' + GOOD.replace('"MA"', '"Maroc"'))
    repo.add("topics.toml", '[cloud]\nbroader = "nothing"\n')
    (repo.root / "coopdb.toml").write_text('ignore = ["Z"]\n', encoding="utf-8")
    repository, today = Repository(repo.root), date(2026, 6, 1)
    expected = check(load(repository), today)
    assert len({problem.code for problem in expected.problems}) > 6
    seen: list[tuple[int, int]] = []
    check_files(repository, repository.files(), today, Choice(), lambda done, total: seen.append((done, total)))
    assert seen == [(0, 8)]
    for processes in (1, 2, 3):
        assert check_files(repository, repository.files(), today, Choice(), processes=processes) == expected

    def lose(*arguments: object) -> object:
        if arguments[-1] != 1:
            raise LostError
        return in_parts(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(files, "in_parts", lose)
    assert check_files(repository, repository.files(), today, Choice()) == expected


@pytest.mark.parametrize("cores", [1, 2])
def test_work_beside_is_done_there_or_else_here(cores: int) -> None:
    with beside(os.getpid, cores=cores) as (result,):
        assert (result() == os.getpid()) is (cores == 1)


def test_work_beside_that_is_lost_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def die_elsewhere() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 5

    with beside(die_elsewhere) as (result,):
        assert result() == 5

    def refuse() -> int:
        raise OSError

    monkeypatch.setattr(os, "fork", refuse)
    with beside(lambda: 6) as (result,):
        assert result() == 6


def test_a_process_that_the_system_has_taken_away_is_no_error() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with beside(lambda: 7) as (result,):
            assert result() == 7
    finally:
        signal.signal(signal.SIGCHLD, before)


@pytest.mark.parametrize("value", [("plain", 1, {2: [3.5]}), date(2026, 2, 1)])
def test_any_value_can_be_sent(value: object) -> None:
    assert children.unpacked(children.packed(value)) == value


def test_a_check_goes_on_alone_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def in_parts(_: object, items: list[str], processes: int) -> list[str]:
        asked.append(processes)
        if processes > 1:
            raise OSError(11, "Resource temporarily unavailable")
        return items

    monkeypatch.setattr("coopdb.check.files.in_parts", in_parts)
    assert in_processes(lambda part, _: part, ["a", "b"], 2) == ["a", "b"]
    assert asked == [2, 1]
