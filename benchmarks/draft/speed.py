"""Measures how long `draft` takes, as a ratio to `coopdb --help`: articles of 10 kB and of 1 MB, English and Arabic.

    python benchmarks/draft/speed.py [--rounds 9] [--busy]

Whole processes are timed, in turn, by their processor time. An article is the longest of a language in `tests/drafts/`,
said as often as the size asks for; the bars are for it. The texts of all of them, one behind another, tell of several
meetings, each of which is drafted. With `--busy` a process of its own keeps each core busy.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from tricks import busy_cores

from coopdb.author.draft.pages.page import is_page
from coopdb.author.draft.text.language import find_language
from coopdb.author.draft.text.text import read_article

DRAFTS = Path(__file__).parents[2] / "tests" / "drafts"
SIZES = {"10 kB": (10_000, 3), "1 MB": (1_000_000, 110)}  # bytes, and how many times `--help` they may take
RARE = 3  # rounds of a large text


def texts(language: str) -> list[str]:
    """Return the plain texts of a language that are read to their end, the longest first."""
    read = (path.read_text(encoding="utf-8") for path in sorted(DRAFTS.glob("??.txt")))
    articles = [read_article(each) for each in read if not is_page(each)]
    own = [each for each in articles if find_language(each) == language]
    whole = (each.given.strip() for each in own if each.paragraphs[-1].end == len(each.plain.rstrip()))
    return sorted(whole, key=len, reverse=True)


def processor_time(arguments: Sequence[str]) -> float:
    """Return the seconds of processor time that a command takes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "coopdb", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments} failed")
    return used.ru_utime + used.ru_stime


def ratios(folder: Path, rounds: int) -> Iterator[tuple[str, float, int]]:
    """Yield what was drafted, the ratio of medians to `--help`, and the bar."""
    for language in ("en", "ar"):
        found = texts(language)
        for what, text in (("an article", found[0]), ("texts of many meetings", "\n\n".join(found))):
            for size, (number, bar) in SIZES.items():
                path = folder / "article.txt"
                whole = f"{text}\n\n".encode() * (number // len(text.encode()) + 1)
                path.write_bytes(whole[:number].decode(errors="ignore").encode())
                often = rounds if number < SIZES["1 MB"][0] else min(rounds, RARE)
                pairs = [(processor_time(["--help"]), processor_time(["draft", str(path)])) for _ in range(often)]
                least, taken = (median(each) for each in zip(*pairs, strict=True))
                yield f"{language}, {what}, {size}", taken / least, bar


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--busy", action="store_true")
    wishes = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        os.chdir(folder)  # outside a repository
        if wishes.busy:
            stack.enter_context(busy_cores())
        for what, ratio, bar in ratios(folder, wishes.rounds):
            print(f"{what}: {ratio:.2f} x --help (at most {bar})", flush=True)


if __name__ == "__main__":
    main()
