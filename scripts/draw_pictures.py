"""Draws the README's pictures into docs/ or the folder named: SVG of what coopdb prints about tests/corpus."""

import os
import pty
import re
import struct
import sys
from collections.abc import Iterator
from fcntl import ioctl
from io import StringIO
from pathlib import Path
from termios import TIOCSWINSZ

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"
PICTURES = {
    "crosstab": (112, "crosstab country topic-area"),
    "search": (112, 'search -c Maroc "identité numérique"'),
    "show": (90, "show 2024-02-17"),
}


def draw() -> Iterator[tuple[str, str]]:
    """Run each command in a terminal, and yield the picture's file name and its SVG."""
    for name, (width, command) in PICTURES.items():
        console = Console(record=True, width=width, file=StringIO(), force_terminal=True)
        console.print(Text(f"$ coopdb {command}\n", style="bold"))
        console.print(Text.from_ansi(run_in_terminal(command, width)), soft_wrap=True)
        svg = console.export_svg(title="coopdb", unique_id=name, code_format=_without_fonts(CONSOLE_SVG_FORMAT))
        yield f"{name}.svg", re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def run_in_terminal(command: str, width: int) -> str:
    """Run a coopdb command line in a pseudo-terminal `width` cells wide and return all it prints."""
    import shlex

    process, terminal = pty.fork()
    if process == 0:
        environment = {
            "PATH": os.environ["PATH"],
            "COOPDB_CACHE": os.devnull,  # a picture leaves nothing behind
            "COOPDB_PAGER": "",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }
        os.chdir(CORPUS)
        os.execve(sys.executable, [sys.executable, "-m", "coopdb", *shlex.split(command)], environment)  # noqa: S606
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    output = b"".join(_read(terminal))
    os.waitpid(process, 0)
    return output.decode().replace("\r\n", "\n")


def _read(terminal: int) -> Iterator[bytes]:
    """Yield what comes from a terminal until its process has ended."""
    while True:
        try:
            chunk = os.read(terminal, 1 << 16)
        except OSError:  # Linux says so when the other end is closed
            return
        if not chunk:
            return
        yield chunk


def _without_fonts(template: str) -> str:
    """Drop what Rich's template would fetch from the network: fonts, where every reader has a monospaced one."""
    return re.sub(r"\s*(@font-face \{\{.*?\}\}|<!--.*?-->)", "", template, flags=re.DOTALL)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    for file, picture in draw():
        (folder / file).write_text(picture, encoding="utf-8")
        print(f"drew {folder / file}")
