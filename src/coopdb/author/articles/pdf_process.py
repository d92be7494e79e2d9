"""Reads a PDF from stdin and writes its text to stdout: run as a process of its own by `pdf`."""

import io
import sys
import unicodedata
from contextlib import suppress

from coopdb.author.articles.pdf import CHARACTERS, DAMAGED, LOCKED, LONG, MEMORY, PAGES

_FORMS = ("\ufb50", "\ufefc")  # Arabic letters as they are drawn, which are written as letters again


def main() -> int:
    """Read, write, and return the exit code that says what went wrong."""
    limit_memory()
    try:
        text, code = read(sys.stdin.buffer.read())
    except Exception:  # a PDF can make its reader fail in any way, and all are the PDF's fault
        return DAMAGED
    sys.stdout.buffer.write(text.encode(errors="replace"))
    return code


def read(content: bytes, pages: int = PAGES, characters: int = CHARACTERS) -> tuple[str, int]:
    """Return the text of a PDF of at most so many pages and characters and 0, or nothing and why not."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return "", LOCKED
    if len(reader.pages) > pages:
        return "", LONG
    texts, size = [], 0
    for page in reader.pages:
        texts.append(letters(page.extract_text()))
        size += len(texts[-1])
        if size > characters:
            return "", LONG
    return "\n".join(texts), 0


def letters(text: str) -> str:
    """Write the drawn forms of Arabic letters as letters."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKC", each) if _FORMS[0] <= each <= _FORMS[1] else each for each in text)


def limit_memory() -> None:
    """Limit what the process may take, where the system can: Windows has no such limit."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
