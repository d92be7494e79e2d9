"""Measures `coopdb site` against `mkdocs build` of as many pages, in turn, and writes benchmarks/SITE.md.

    python benchmarks/site_making.py --peers /path/to/venv --folder /tmp/corpora --rounds 3

CPU time of whole processes with their children, which says the same while other work shares the cores. Without mkdocs
the peer is left out. See benchmarks/README.md.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from corpus import write as write_corpus
from run import SETTLE, word

HERE = Path(__file__).parent
SMALL, LARGE = 1_000, 10_000
COLD, CHANGED = 0.5, 0.2  # bars: of the peer, and of the cold run
DATA, HOME = 12_000_000, 200_000  # bars: bytes of star and index of the large site, and of its home page
# Navigation with all pages in each would take the square of their number.
MKDOCS = "site_name: Meetings\nnav:\n  - index.md\nnot_in_nav: /pages/\n"


class Figures(NamedTuple):
    """What the work on one corpus took, in seconds of CPU time, round by round, and what came of it."""

    records: int
    site: Path
    cold: list[float]
    changed: list[float]
    same: list[float]
    peer: list[float]

    @property
    def files(self) -> list[Path]:
        """Every file of the site."""
        return [each for each in self.site.rglob("*") if each.is_file()]


def cpu(command: Sequence[str]) -> float:
    """Run a command, which has to succeed, and return its CPU time and that of its children."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # no shell
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def measure(corpus: Path, mkdocs: str | None, rounds: int) -> Figures:
    """Make the site anew, with one record changed, and with none, and let the peer build as many pages; in turn."""
    root, site, pages = corpus, corpus.parent / f"site-{corpus.name}", corpus.parent / f"mkdocs-{corpus.name}"
    command = [str(Path(sys.executable).with_name("coopdb")), "site", str(site), "--root", str(root)]
    records = sorted((root / "records").rglob("*.toml"))
    found = Figures(len(records), site, [], [], [], [])
    for number in range(rounds):
        for folder in (site, Path(os.environ["COOPDB_CACHE"])):
            shutil.rmtree(folder, ignore_errors=True)
        found.cold.append(cpu(command))
        change(records[len(records) * (number + 1) // (rounds + 1)])
        time.sleep(SETTLE)
        found.changed.append(cpu(command))
        found.same.append(cpu(command))
        if mkdocs:
            write_pages(pages, records, sum(each.suffix == ".html" for each in found.files))
            found.peer.append(cpu([mkdocs, "build", "--quiet", "--clean", "--config-file", str(pages / "mkdocs.yml")]))
    return found


def change(path: Path) -> None:
    """Change the title of a record."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('title = "', 'title = "Again: ', 1), encoding="utf-8")


def write_pages(folder: Path, records: Sequence[Path], number: int) -> None:
    """Write as many pages for the peer: a record each, as a list of what it says."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs/pages").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MKDOCS)
    (folder / "docs/index.md").write_text("# Meetings\n")
    for page in range(number - 1):
        lines = [each for each in records[page % len(records)].read_text(encoding="utf-8").splitlines() if each]
        listed = "\n".join(f"- {each.replace('[', '').replace(']', '')}" for each in lines)
        other = f"[Another]({(page + 1) % (number - 1)}.md)"
        (folder / f"docs/pages/{page}.md").write_text(f"# Page {page}\n\n{listed}\n\n{other}\n", encoding="utf-8")


def lines(small: Figures, large: Figures | None) -> Iterator[str]:
    """Yield the rows of the table."""
    yield "| work | CPU time | against | ratio | bar | met |"
    yield "|---|---:|---|---:|---:|---|"
    cold = f"all, {small.records:,} records"
    if small.peer:
        yield _row(cold, small.cold, f"mkdocs, as many pages, {_middle(small.peer)}", small.peer, COLD)
    yield _row("one record changed", small.changed, f"all, {_middle(small.cold)}", small.cold, CHANGED)
    yield _row("nothing changed", small.same, f"all, {_middle(small.cold)}", small.cold, None)
    if large:
        yield _row(f"all, {large.records:,} records", large.cold, f"{cold}, {_middle(small.cold)}", small.cold, None)
        yield _row("one record changed", large.changed, f"all, {_middle(large.cold)}", large.cold, None)
    yield ""
    yield "| records | files | pages | MB | MB on disk | search index and star | home page with its style |"
    yield "|---:|---:|---:|---:|---:|---:|---:|"
    for each in filter(None, (small, large)):
        yield _size(each)


def _row(work: str, mine: list[float], against: str, others: list[float], bar: float | None) -> str:
    ratio = median(mine) / median(others)
    met = word(is_met=ratio <= bar) if bar else ""
    return f"| {work} | {_middle(mine)} | {against} | {ratio:.2f} | {f'≤ {bar}' if bar else ''} | {met} |"


def _middle(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f})"


def _size(found: Figures) -> str:
    sizes = {each.relative_to(found.site).as_posix(): each.stat() for each in found.files}
    data = sizes["data/search-index.js"].st_size + sizes["data/star-data.js"].st_size
    home = max(each.st_size for path, each in sizes.items() if path.count("/") == 1 and path.endswith("/index.html"))
    home += sizes["assets/site.css"].st_size
    whole, disk = (
        sum(numbers) / 1e6 for numbers in zip(*((e.st_size, e.st_blocks * 512) for e in sizes.values()), strict=True)
    )
    pages = sum(path.endswith(".html") for path in sizes)
    bars = [word(is_met=number <= most) for number, most in ((data, DATA), (home, HOME))]
    return (
        f"| {found.records:,} | {len(sizes):,} | {pages:,} | {whole:.0f} | {disk:.0f} "
        f"| {data / 1e6:.1f} MB (≤ {DATA / 1e6:.0f}: {bars[0]}) | {home / 1e3:.0f} kB (≤ {HOME / 1e3:.0f}: {bars[1]}) |"
    )


def main() -> None:
    """Make the corpora, measure, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="the virtual environment with mkdocs; else the one on the path")
    parser.add_argument("--folder", type=Path, help="where to make the corpora, or find them; else a temporary folder")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each command on the small corpus")
    parser.add_argument("--large", action="store_true", help=f"measure {LARGE:,} records too, once")
    parser.add_argument("--date", default=date.today().isoformat(), help="the date to write")
    given = parser.parse_args()
    mkdocs = shutil.which("mkdocs", path=str(given.peers / "bin") if given.peers else None)
    with TemporaryDirectory() as temporary, TemporaryDirectory() as caches:
        os.environ["COOPDB_CACHE"] = str(Path(caches) / "coopdb")
        folder = (given.folder or Path(temporary)).absolute()
        small = measure(corpus_of(SMALL, folder), mkdocs, given.rounds)
        large = measure(corpus_of(LARGE, folder), None, 1) if given.large else None
        intro = (
            f"Measured on {given.date} by `benchmarks/site_making.py`, in turn, {given.rounds} rounds on the small\n"
            "corpus: the median (least to most) of the CPU time of whole processes with their children, while other\n"
            "work may share the cores."
        )
        text = "\n".join(["# The site", "", intro, "", *lines(small, large), ""])
    (HERE / "SITE.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def corpus_of(size: int, folder: Path) -> Path:
    """Make a corpus of so many records, or find it."""
    corpus = folder / f"site-corpus-{size}"
    if not corpus.exists():
        write_corpus(size, corpus)
        time.sleep(SETTLE)
    return corpus


if __name__ == "__main__":
    main()
