"""The text of a PDF, through pypdf, in a process of its own that is ended when it takes too long.

A PDF can make its reader work without end or fill the memory; nothing of that reaches the process that asked.
"""

import subprocess
import sys
from importlib.util import find_spec

from coopdb.author.articles.source_text import SourceText
from coopdb.author.draft import Doubt
from coopdb.author.likely_encoding import is_backwards
from coopdb.errors import StopError

_SECONDS = 30
PAGES = 50
CHARACTERS = 500_000
MEMORY = 1 << 30  # bytes, where the system can limit them
LOCKED, DAMAGED, LONG = 3, 4, 5  # exit codes of the process
_FAULTS = {
    LOCKED: ("locked with a password", "save it without one, or as text"),
    LONG: (f"a PDF of more than {PAGES} pages", "give the pages of one article"),
}
_SCANNED = 3  # words: a PDF with fewer is pictures of pages
_HALF = 0.5


def read_pdf(content: bytes, name: str, seconds: float = _SECONDS) -> SourceText:
    """Read the text of a PDF in so many seconds.

    Arabic gets a doubt, as a PDF may hold its words or letters in another order.
    """
    if find_spec("pypdf") is None:
        raise StopError(
            f"`{name}` is a PDF, which needs an extra", "run `pip install 'coopdb[pdf]'`, or save it as text"
        )
    return checked(_in_process(content, name, seconds), name)


def checked(text: str, name: str) -> SourceText:
    """Return the text of a PDF with its doubts; one that holds no words, or holds them backwards, is refused."""
    if len(text.split()) < _SCANNED:
        raise StopError(f"`{name}` is a PDF without text, such as a scan", "give the text of the article")
    if not _is_arabic(text):
        return SourceText(text)
    if is_backwards(text):
        raise StopError(f"`{name}` is an Arabic PDF that holds its words backwards", "copy the text from a PDF viewer")
    said = "an Arabic PDF may hold words and digits in another order: compare it"
    return SourceText(text, doubts=(Doubt((), said),))


def _in_process(content: bytes, name: str, seconds: float) -> str:
    """Return the text that another process reads; `-P` keeps modules of the folder that we are in out of it."""
    command = [
        sys.executable,
        "-P",
        "-c",
        "from coopdb.author.articles.pdf_process import main; raise SystemExit(main())",
    ]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=seconds, check=False)  # noqa: S603  # our own
    except subprocess.TimeoutExpired as error:
        raise StopError(f"`{name}` takes longer than {seconds} s to read", "save it as text first") from error
    if done.returncode:
        what, hint = _FAULTS.get(
            done.returncode, ("a damaged PDF, or too large once unpacked", "save it as text first")
        )
        raise StopError(f"`{name}` is {what}", hint)
    return done.stdout.decode()


def _is_arabic(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return sum("\u0600" <= each <= "\ufeff" and not each.isascii() for each in letters) > _HALF * len(letters)
