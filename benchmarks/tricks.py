"""Measures what each trick for speed buys: the command as it is against the same without the trick, run in turn.

    python benchmarks/tricks.py --folder /tmp/corpora --pairs 30 [--busy]

Whole processes are timed, from outside. The two sides of a pair follow each other, and the pairs begin with either side
in turn, so that what else the machine does falls on both. With `--busy` a process of its own keeps each core busy.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from corpus import write as write_corpus

# What takes a trick away, before the command runs. Each must be as short as what it stands for.
WITHOUT: Mapping[str, str] = {
    "garbage collector off": "import gc; gc.disable = lambda: None",
    "os._exit": "import os; os._exit = sys.exit",
    "garbage collector off and os._exit": "import gc, os; gc.disable = lambda: None; os._exit = sys.exit",
    "a look at the files while coopdb is imported": (
        "import coopdb.cli.prefetch as prefetch; prefetch._asked = lambda _: None"
    ),
    "a second process at all": "import coopdb.parallel.processes as p; p._cores = lambda: 1",
    "no plug-ins of pydantic": "import os; os.environ['PYDANTIC_DISABLE_PLUGINS'] = ''",
    "only the module of one command": (
        "import coopdb.cli.app as app; one = app._app; app._app = lambda *given: (one(), one(*given))[1]"
    ),
}
RUN = "import sys\n{before}\nfrom coopdb.cli import run\nrun()\n"
SEARCH = ("search", "digital", "--limit", "10")
CROSSTAB = ("crosstab", "topic", "year")
VALIDATE = ("validate",)
TASKS: Sequence[tuple[str, Sequence[str]]] = (
    ("garbage collector off", SEARCH),
    ("garbage collector off", CROSSTAB),
    ("os._exit", SEARCH),
    ("os._exit", CROSSTAB),
    ("garbage collector off and os._exit", CROSSTAB),
    ("a look at the files while coopdb is imported", SEARCH),
    ("a look at the files while coopdb is imported", CROSSTAB),
    ("a second process at all", SEARCH),
    ("a second process at all", CROSSTAB),
    ("a second process at all", VALIDATE),
    ("no plug-ins of pydantic", VALIDATE),
    ("only the module of one command", SEARCH),
)
# A module of as many named tuples as a search imports; the same as frozen data classes with slots.
CLASSES = 40
NAMED = "from typing import NamedTuple\n" + "".join(
    f"class C{number}(NamedTuple):\n    a: int\n    b: str = ''\n    c: tuple[str, ...] = ()\n"
    for number in range(CLASSES)
)
DATA = "from dataclasses import dataclass\n" + NAMED.partition("\n")[2].replace("(NamedTuple)", "").replace(
    "class ", "@dataclass(frozen=True, slots=True)\nclass "
)


@dataclass(frozen=True)
class Measure:
    """The seconds of the runs with a trick and of those without, pair by pair."""

    with_it: tuple[float, ...]
    without: tuple[float, ...]

    @property
    def row(self) -> str:
        """The medians in milliseconds, what the trick buys (median and middle half of the pairs), and the ratio."""
        gains = [1000 * (other - one) for one, other in zip(self.with_it, self.without, strict=True)]
        low, _, high = quantiles(gains, n=4)
        ratio = median(one / other for one, other in zip(self.with_it, self.without, strict=True))
        middles = f"{1000 * median(self.with_it):.0f} | {1000 * median(self.without):.0f}"
        return f"{middles} | {median(gains):+.0f} ({low:+.0f} to {high:+.0f}) | {ratio:.2f}"


def measured(with_it: Sequence[str], without: Sequence[str], folder: Path, pairs: int) -> Measure:
    """Run both sides of so many pairs, after one of each that is not counted."""
    sides = (with_it, without)
    for side in sides:
        _seconds(side, folder)
    found: tuple[list[float], list[float]] = ([], [])
    for number in range(pairs):
        for side in (0, 1) if number % 2 else (1, 0):
            found[side].append(_seconds(sides[side], folder))
    return Measure(tuple(found[0]), tuple(found[1]))


def _seconds(command: Sequence[str], folder: Path) -> float:
    started = time.perf_counter()
    result = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if result.returncode > 1:
        raise SystemExit(f"{' '.join(command)} ended with {result.returncode}: {result.stderr.decode()}")
    return time.perf_counter() - started


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep each core busy with a process that is pinned to it."""
    loop = "import os, sys\nos.sched_setaffinity(0, {int(sys.argv[1])})\nwhile True: pass"
    with ExitStack() as stack:
        for core in sorted(os.sched_getaffinity(0)):
            process = subprocess.Popen([sys.executable, "-c", loop, str(core)])
            stack.callback(process.wait)
            stack.callback(process.kill)
        yield


def main() -> None:
    """Measure every trick and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the corpus is kept for the next time")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=30)
    parser.add_argument("--busy", action="store_true")
    parser.add_argument("--only", default="", help="a part of the name of the tricks to measure")
    wishes = parser.parse_args()
    with ExitStack() as stack:
        home = Path(stack.enter_context(TemporaryDirectory()))
        folder = (wishes.folder or home) / str(wishes.records)
        if not (folder / "records").is_dir():
            write_corpus(wishes.records, folder)
        os.environ["COOPDB_CACHE"] = str(home / "cache")
        if wishes.busy:
            stack.enter_context(busy_cores())
        print(f"{wishes.records} records, {wishes.pairs} pairs, load {os.getloadavg()[0]:.1f}, busy: {wishes.busy}\n")
        print("| trick | command | ms with | ms without | ms bought (middle half) | ratio |\n|---|---|---|---|---|---|")
        for name, command in TASKS:
            if wishes.only in name:
                sides = [[sys.executable, "-c", RUN.format(before=before), *command] for before in ("", WITHOUT[name])]
                row = measured(sides[0], sides[1], folder, wishes.pairs).row
                print(f"| {name} | `{command[0]}` | {row} |", flush=True)
        if wishes.only in "named tuples":
            row = measured(*[[sys.executable, "-c", text] for text in (NAMED, DATA)], folder, wishes.pairs).row  # type: ignore[misc]
            print(f"| {CLASSES} named tuples, not data classes | imported | {row} |", flush=True)
        print(f"\nload {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
