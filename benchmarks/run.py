"""Measures coopdb against its peers, in turn on the same corpus, and writes the ratios to benchmarks/RESULTS.md.

    python benchmarks/run.py --peers /path/to/venv --folder /tmp/corpora --rounds 5

Whole processes are timed, from outside. Peers that are not there are left out, and named. See benchmarks/README.md.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from corpus import write as write_corpus

HERE = Path(__file__).parent
SMALL, LARGE = 10_000, 100_000
LIMIT = 400  # MB
COLD, TAPLO = "validate, no index", "taplo check --schema"
CHANGED = "changed"  # a corpus in git, one record of which is not as it was committed
VERSIONS = """
import sys
from importlib.metadata import PackageNotFoundError, version
for name in sys.argv[1:]:
    try:
        print(name, version(name))
    except PackageNotFoundError:
        print(name, "not installed")
"""
SETTLE = 2.5  # seconds, after which an index no longer takes files for just changed


@dataclass(frozen=True)
class Task:
    """One piece of work on a corpus: the commands that do it by name, coopdb's first, and the bar against one peer.

    A peer that is not among the commands is a task that was measured before. `cpu_bar` is of processor time. `folder`
    is that of the corpus beside its own one, if it needs another.
    """

    name: str
    records: int
    commands: Mapping[str, Sequence[str]]
    peer: str
    bar: float
    is_cold: bool = False
    cpu_bar: float | None = None
    folder: str = ""


class Run(NamedTuple):
    """What one run took: seconds of wall time and of processor time, and megabytes of the largest process."""

    seconds: float
    cpu: float
    megabytes: float


@dataclass(frozen=True)
class Figure:
    """What the runs of a command took."""

    runs: tuple[Run, ...]

    @property
    def megabytes(self) -> float:
        """The most memory that a run took."""
        return max(each.megabytes for each in self.runs)

    @property
    def seconds(self) -> list[float]:
        """The wall times."""
        return [each.seconds for each in self.runs]

    @property
    def cpu(self) -> float:
        """The median of the processor times."""
        return median(each.cpu for each in self.runs)

    @property
    def middle(self) -> float:
        """The median time."""
        return median(self.seconds)

    def __str__(self) -> str:
        """Give the median and the spread."""
        return f"{self.middle:.3f} s ({min(self.seconds):.3f} to {max(self.seconds):.3f})"


Figures = Mapping[tuple[str, int], Mapping[str, Figure]]


def tasks(records: int, peers: Path | None) -> Iterator[Task]:
    """Yield the work on a corpus of so many records; slow peers are asked about the small one only."""
    coopdb = [str(Path(sys.executable).with_name("coopdb"))]
    python = str(peers / "bin" / "python") if peers else sys.executable
    csv = "meetings.csv"
    crosstab = {
        "coopdb": [*coopdb, "crosstab", "country", "topic", "--format", "json"],
        "DuckDB (Python)": [python, str(HERE / "peers" / "duckdb_crosstab.py"), csv],
        "DuckDB (Python), cells alone": [python, str(HERE / "peers" / "duckdb_cells.py"), csv],
    }
    search = {
        "coopdb": [*coopdb, "search", "cloud", "-c", "FR", "--format", "json"],
        "DuckDB (Python)": [python, str(HERE / "peers" / "duckdb_search.py"), csv, "FR", "cloud"],
    }
    if records == SMALL:
        empty = [sys.executable, str(HERE / "peers" / "empty_app.py"), "--version"]
        yield Task(
            "--version", records, {"coopdb": [*coopdb, "--version"], "empty Typer app": empty}, "empty Typer app", 1.0
        )
        yield from checks(coopdb)
        pairs = "SELECT country, topic, COUNT(*) FROM meetings GROUP BY 1, 2"
        crosstab |= {
            "DuckDB (CLI)": ["duckdb", "-c", "SELECT country, topic, COUNT(*) FROM 'meetings.csv' GROUP BY ALL"],
            "pandas.crosstab": [python, str(HERE / "peers" / "pandas_crosstab.py"), csv],
            "csvsql": ["csvsql", "--query", pairs, "--no-inference", csv],
        }
        yield from reports(coopdb, search["coopdb"])
        search |= {"recsel": ["recsel", "-e", 'country = "FR" && title ~ "cloud"', "meetings.rec"]}
    yield Task("index, first question", records, {"coopdb": crosstab["coopdb"]}, TAPLO, 1.0, is_cold=True)
    yield Task("crosstab country topic", records, crosstab, "DuckDB (Python)", 0.6 if records == SMALL else 2.0)
    yield Task("search cloud -c FR", records, search, "DuckDB (Python)", 0.6 if records == SMALL else 2.0)


def checks(coopdb: Sequence[str]) -> Iterator[Task]:
    """Yield what a gate does: all; nothing new; one changed record, in a new clone and in one checked before."""
    since = {"coopdb": [*coopdb, "validate", "--since", "HEAD"]}
    yield Task(COLD, SMALL, validators(coopdb), TAPLO, 0.5, is_cold=True, cpu_bar=1.0)
    yield Task("validate, nothing changed", SMALL, {"coopdb": [*coopdb, "validate"]}, COLD, 0.3)
    yield Task("validate --since, new clone", SMALL, since, COLD, 0.5, is_cold=True, folder=CHANGED)
    yield Task("validate --since, checked before", SMALL, touched(since), COLD, 0.5, folder=CHANGED)
    yield Task("fmt --check", SMALL, {"coopdb": [*coopdb, "fmt", "--check"]}, COLD, 1.5, is_cold=True)


def touched(commands: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return commands before which the changed record changes again, so that no answer is remembered."""
    change = 'echo "# again" >> "$(git diff --name-only | head -n 1)"; exec "$@"'
    return {name: ["sh", "-c", change, "sh", *command] for name, command in commands.items()}


def reports(coopdb: Sequence[str], search: Sequence[str]) -> Iterator[Task]:
    """Yield the reports, each beside the search of the same records."""
    for words in ("brief FR MA", "commitments", "agenda", "silences", "digest --since 2026-05-30 --on 2026-06-30"):
        commands = {"coopdb": [*coopdb, *words.split(), "--format", "json"], "coopdb search": search}
        yield Task(words, SMALL, commands, "coopdb search", 2.0)


def validators(coopdb: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return the commands that check every record against the rules, or only the schema."""
    files = [str(path) for path in sorted(Path("records").rglob("*.toml"))] or ["records/**/*.toml"]
    schema = "coopdb.schema.json"
    return {
        "coopdb": [*coopdb, "validate"],
        TAPLO: ["taplo", "check", "--schema", Path(schema).absolute().as_uri(), "records/**/*.toml"],
        "tombi lint": ["tombi", "lint", "--offline", "records"],
        "check-jsonschema": ["check-jsonschema", "--schemafile", schema, *files],
        "recfix": ["recfix", "--check", "meetings.rec"],
    }


def measure(task: Task, rounds: int, path: str) -> dict[str, Figure]:
    """Run the commands of a task in turn, so many rounds after one that does not count."""
    runs: dict[str, list[Run]] = {name: [] for name in task.commands}
    for number in range(rounds + 1):
        for name, command in task.commands.items():
            program = shutil.which(command[0], path=path)
            if program is None:
                continue
            if task.is_cold and name == "coopdb":
                shutil.rmtree(os.environ["COOPDB_CACHE"], ignore_errors=True)
            found = run([program, *command[1:]])
            if number and found:
                runs[name].append(found)
    return {name: Figure(tuple(each)) for name, each in runs.items() if each}


def run(command: Sequence[str]) -> Run | None:
    """Run a command once. None where it cannot do the work."""
    environment = {**os.environ, "RUST_LOG": "error"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # programs are measured, not how they are compiled each time
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    ) as process:  # no shell
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - start
    done = Run(took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    return done if process.returncode == 0 else None


def lines(every: Sequence[Task], figures: Figures) -> Iterator[str]:
    """Yield the rows of the tables."""
    yield "| work | records | coopdb | against | ratio | of processor time | bar | met |"
    yield "|---|---:|---:|---|---:|---:|---|---|"
    for task in every:
        mine = figures[task.name, task.records]["coopdb"]
        for name, other in against(task, figures).items():
            ratio, cpu = mine.middle / other.middle, mine.cpu / other.cpu
            bar, met = "", ""
            if name == task.peer:
                bar = f"≤ {task.bar}" + (f"; processor ≤ {task.cpu_bar}" if task.cpu_bar else "")
                met = word(is_met=ratio <= task.bar and (not task.cpu_bar or cpu <= task.cpu_bar))
            row = (task.name, f"{task.records:,}", mine, f"{name}, {other}", f"{ratio:.2f}", f"{cpu:.2f}", bar, met)
            yield f"| {' | '.join(map(str, row))} |"
    yield from scale(figures)


def against(task: Task, figures: Figures) -> dict[str, Figure]:
    """Return what a task is compared with: its own commands, another task, or a command of the cold check."""
    others = {name: each for name, each in figures[task.name, task.records].items() if name != "coopdb"}
    if (task.peer, task.records) in figures:
        return {task.peer: figures[task.peer, task.records]["coopdb"]}
    cold = figures.get((COLD, task.records), {})
    return others if task.peer in others or task.peer not in cold else {**others, task.peer: cold[task.peer]}


def scale(figures: Figures) -> Iterator[str]:
    """Yield the rows for growth and memory."""
    for name in ("crosstab country topic", "search cloud -c FR", "index, first question"):
        if (name, LARGE) in figures and (name, SMALL) in figures:
            small, large = figures[name, SMALL]["coopdb"], figures[name, LARGE]["coopdb"]
            ratio = large.middle / small.middle
            is_met = word(is_met=ratio <= 11)  # noqa: PLR2004
            yield f"| growth of {name} | ×10 | {large} | {small} | {ratio:.1f} | | ≤ 11 | {is_met} |"
        if (name, LARGE) in figures:
            size = figures[name, LARGE]["coopdb"].megabytes
            is_met = word(is_met=size <= LIMIT)
            yield f"| memory of {name} | {LARGE:,} | {size:.0f} MB | | | | ≤ {LIMIT} MB | {is_met} |"


def word(*, is_met: bool) -> str:
    """Say whether a bar is met."""
    return "yes" if is_met else "**no**"


def machine(peers: Path | None) -> Iterator[str]:
    """Describe the machine, and the versions of the peers."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    yield f"{len(os.sched_getaffinity(0))} cores, {memory:.0f} GB of memory, {system}."
    python = str(peers / "bin" / "python") if peers else sys.executable
    names = ("taplo", "tombi", "check-jsonschema", "duckdb", "pandas", "csvkit")
    done = subprocess.run([python, "-c", VERSIONS, *names], capture_output=True, text=True, check=True)  # no shell
    recutils = "recutils " + ("installed" if shutil.which("recfix") else "not installed")
    yield f"Peers: {', '.join([*done.stdout.splitlines(), recutils])}."


def main() -> None:
    """Make the corpora, measure, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="the virtual environment with the peers; else those on the path")
    parser.add_argument("--folder", type=Path, help="where to make the corpora, or find them; else a temporary folder")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each command")
    parser.add_argument("--records", type=int, nargs="+", default=[SMALL, LARGE], help="sizes of the corpora")
    parser.add_argument("--date", default=date.today().isoformat(), help="the date to write")
    given = parser.parse_args()
    peers = given.peers.absolute() if given.peers else None
    with TemporaryDirectory() as temporary, TemporaryDirectory() as caches:
        os.environ["COOPDB_CACHE"] = str(Path(caches) / "coopdb")
        every, figures = measured((given.folder or Path(temporary)).absolute(), peers, given.records, given.rounds)
    intro = (
        f"Measured on {given.date} by `benchmarks/run.py`, {given.rounds} rounds in turn after one that does not count:"
    )
    note = "whole processes, the median (fastest to slowest). A ratio is coopdb's time over the other's."
    text = "\n".join(["# Results", "", intro, note, "", *machine(peers), "", *lines(every, figures), ""])
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def measured(folder: Path, peers: Path | None, sizes: Sequence[int], rounds: int) -> tuple[list[Task], Figures]:
    """Measure all tasks on corpora of some sizes."""
    path = os.pathsep.join([*([str(peers / "bin")] if peers else []), os.environ.get("PATH", "")])
    every: list[Task] = []
    figures: dict[tuple[str, int], Mapping[str, Figure]] = {}
    for size in sizes:
        corpus = folder / str(size)
        if not corpus.exists():
            make(corpus, size)
        for task in tasks(size, peers):
            sys.stderr.write(f"{size:,}: {task.name}\n")
            os.chdir(corpus / task.folder)
            figures[task.name, size] = measure(task, rounds if size == SMALL else min(rounds, 3), path)
            every.append(task)
    return every, figures


def make(corpus: Path, size: int) -> None:
    """Write a corpus, laid out, and of a small one another in git, with a change that is not committed."""
    write_corpus(size, corpus)
    if size == SMALL:
        subprocess.run([Path(sys.executable).with_name("coopdb"), "fmt"], cwd=corpus, check=True)  # no shell
    shutil.copy(HERE.parent / "coopdb.schema.json", corpus)
    (corpus / "tombi.toml").write_text('[[schemas]]\npath = "coopdb.schema.json"\ninclude = ["records/**/*.toml"]\n')
    if size == SMALL:
        changed = corpus / CHANGED
        shutil.copytree(corpus / "records", changed / "records")
        git = ["git", "-C", str(changed), "-c", "user.name=corpus", "-c", "user.email=corpus@example.org"]
        for words in ("init -q", "add records", "commit -q -m corpus"):
            subprocess.run([*git, *words.split()], check=True)  # no shell
        record = min((changed / "records").rglob("*.toml"))
        record.write_text(record.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    time.sleep(SETTLE)


if __name__ == "__main__":
    main()
